"""The judge of this release: textblob-de's words, our own words and readable rules.

score = (for - against) / (for + against + doubt), where doubt grows with the length of the text; a score beyond
`POLAR_SCORE` is a polarity. The constants were chosen on German forum texts (GermEval 2017 dev, PotTS dev; see
``bench/sentiment.py``).
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass

from kundenradar.classify.lexicon import MODEL_NAME, load_phrases, load_weights
from kundenradar.classify.rules import Clue, Phrases, find_clues
from kundenradar.domain.sentiment import Label, Reason, Sentiment, Shown

DOUBT, DOUBT_PER_WORD = 0.4, 0.04
"""Weight of the neutral view, in clear adjectives: to begin with, and per word (chance clues grow with length)."""
POLAR_SCORE = 0.25
MIXED_EACH, MIXED_BALANCE = 0.7, 0.5
"""A text is mixed if one part speaks clearly for and another clearly against, the weaker at least half as loud."""
UNSURE_BELOW = 0.45
MAX_CHARS = 20_000
"""Longer texts are judged by their beginning."""


@dataclass(frozen=True, slots=True)
class _Knowledge:
    weights: dict[str, float]
    phrases: Phrases


class TextblobClassifier:
    """Judges German texts; see the module. Fulfils `kundenradar.context.Classifier`; safe in threads.

    Cheap to make: the words are loaded by `warm_up`, or with the first text (about a second).
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._knowledge: _Knowledge | None = None

    @property
    def name(self) -> str:
        """Model and version, as stored with each judgement."""
        return MODEL_NAME

    def warm_up(self) -> None:
        """Load the words now; later calls return at once."""
        self._loaded()

    def judge(self, text: str) -> Sentiment:
        """The judgement of one text; never raises for any text. `why` counts characters in `text`."""
        known = self._loaded()
        clues, words = find_clues(text[:MAX_CHARS], known.weights, known.phrases)
        return judgement(clues, words)

    def _loaded(self) -> _Knowledge:
        known = self._knowledge
        if known is None:
            with self._lock:
                known = self._knowledge
                if known is None:
                    known = self._knowledge = _Knowledge(load_weights(), load_phrases())
        return known


def judgement(clues: Sequence[Clue], words: int) -> Sentiment:
    """The judgement that follows from the clues of a text of so many words."""
    praise = sum(clue.weight for clue in clues if clue.weight > 0)
    blame = -sum(clue.weight for clue in clues if clue.weight < 0)
    doubt = DOUBT + DOUBT_PER_WORD * words
    score = (praise - blame) / (praise + blame + doubt)
    label = Label.NEUTRAL
    if abs(score) >= POLAR_SCORE:
        label = Label.POSITIVE if score > 0 else Label.NEGATIVE
    confidence = _confidence(label, score, words)
    shown = Shown(label.value)
    if _is_mixed(clues):
        shown = Shown.MIXED
    elif confidence < UNSURE_BELOW:
        shown = Shown.UNSURE
    why = tuple(Reason(clue.start, clue.end, max(-1.0, min(1.0, clue.weight / 2))) for clue in clues)
    return Sentiment(label, score, confidence, MODEL_NAME, shown=shown, why=why)


def _confidence(label: Label, score: float, words: int) -> float:
    """How sure, from 1/3 (nothing to go by) to 1: a plain reading of the distance to the nearest threshold.

    It is not a calibrated probability; that needs the firm's own corrections.
    """
    if not words and not score:
        return 1 / 3
    strength = abs(score)
    if label is Label.NEUTRAL:
        return 0.4 + 0.35 * (1 - strength / POLAR_SCORE)
    return 0.4 + 0.6 * min(1.0, (strength - POLAR_SCORE) / (0.8 - POLAR_SCORE))


def _is_mixed(clues: Sequence[Clue]) -> bool:
    parts: dict[int, float] = {}
    for clue in clues:
        parts[clue.clause] = parts.get(clue.clause, 0.0) + clue.weight
    praise = sum(weight for weight in parts.values() if weight >= MIXED_EACH)
    blame = -sum(weight for weight in parts.values() if weight <= -MIXED_EACH)
    return min(praise, blame) >= max(MIXED_EACH, MIXED_BALANCE * max(praise, blame))
