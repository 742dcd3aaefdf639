"""The judge: a linear model over hashed words, with the rules' clues among its signs; see MODELCARD.md.

Sentences and clauses are read first, then the whole: a text with a clear part for and a clear part against is shown
as mixed, whatever its label. Doubt is shown where the calibrated probability is low.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kundenradar.classify.explaining import reasons
from kundenradar.classify.lexicon import Lexicon, load_lexicon
from kundenradar.classify.rules import Clue
from kundenradar.classify.scoring import Scored, Scorer, Seen, see
from kundenradar.classify.weights import fits, start_weights, unpack_residual, with_residual
from kundenradar.domain.sentiment import Label, Reason, Sentiment, Shown

MODEL_NAME = "kr-linear 2"
MIXED_EACH, MIXED_BALANCE = 0.55, 0.5
"""A text is mixed if one part speaks clearly for and another clearly against, the weaker at least half as loud."""
BALANCED = 0.35
"""Score up to which a mixed text is neutral, whichever side is ahead (chosen on GermEval dev and own reviews)."""
EVEN = 0.05
"""Chances for and against no further apart than this cancel out: neutral, instead of the reverse by a hair."""
UNSURE_BELOW = 0.45
"""Probability of the label below which doubt is shown."""
MAX_CHARS = 20_000
"""Longer texts are judged by their beginning."""
LABELS = (Label.NEGATIVE, Label.NEUTRAL, Label.POSITIVE)
NEUTRAL = 1
RATING_SCORES = np.array([[3.0, 0, -3], [2, 0.5, -2], [0.3, 1, 0.3], [-1.5, 0, 1.5], [-2.5, -0.5, 2.5]])
"""Added to the scores for one to five stars given with the text: strong evidence, not proof."""


@dataclass(slots=True)
class _Knowledge:
    lexicon: Lexicon
    scorer: Scorer
    heat: float
    name: str
    lock: threading.Lock = field(default_factory=threading.Lock)


class LinearClassifier:
    """Judges German texts; see the module. Fulfils `kundenradar.context.Classifier`; safe in threads.

    Cheap to make: words and weights are loaded by `warm_up`, or with the first text.
    """

    def __init__(self, learnt: bytes | None = None) -> None:
        """`learnt` is what the firm's own corrections changed; see `kundenradar.classify.learning`."""
        self._lock = threading.Lock()
        self._learnt = learnt
        self._knowledge: _Knowledge | None = None

    @property
    def name(self) -> str:
        """Model and version, as stored with each judgement."""
        return f"{MODEL_NAME} {self._loaded().name}"

    def warm_up(self) -> None:
        """Load the words now; later calls return at once."""
        self._loaded()

    def judge(self, text: str, rating: float | None = None) -> Sentiment:
        """The judgement of one text; never raises for any text. `why` counts characters in `text`."""
        return self._judged(text, rating, reasons)

    def verdict(self, text: str, rating: float | None = None) -> Sentiment:
        """The judgement without its reasons, where nobody asks for them: a tenth of the work less."""
        return self._judged(text, rating, _no_reasons)

    def _judged(
        self, text: str, rating: float | None, explain: Callable[[Seen, Scored], tuple[Reason, ...]]
    ) -> Sentiment:
        known = self._loaded()
        seen = see(text[:MAX_CHARS], known.lexicon)
        if not (seen.read or seen.clues or rating):
            return Sentiment(Label.NEUTRAL, 0.0, 1 / 3, self.name, shown=Shown.UNSURE)
        with known.lock:
            scored = known.scorer.score(seen)
        scores = scored.scores if rating is None else scored.scores + rating_scores(rating)
        chances = probabilities(scores, known.heat)
        score = float(chances[2] - chances[0])
        mixed = is_mixed(seen.clues)
        best = NEUTRAL if abs(score) < (BALANCED if mixed else EVEN) else int(chances.argmax())
        confidence = float(chances[best])
        shown = Shown(LABELS[best].value)
        if mixed:
            shown = Shown.MIXED
        elif confidence < UNSURE_BELOW:
            shown = Shown.UNSURE
        return Sentiment(LABELS[best], score, confidence, self.name, shown=shown, why=explain(seen, scored))

    def _loaded(self) -> _Knowledge:
        known = self._knowledge
        if known is None:
            with self._lock:
                known = self._knowledge
                if known is None:
                    known = self._knowledge = self._load()
        return known

    def _load(self) -> _Knowledge:
        weights = start_weights()
        learnt = None if self._learnt is None else unpack_residual(self._learnt)
        if learnt is not None and fits(weights, learnt):
            weights = with_residual(weights, learnt)
        return _Knowledge(load_lexicon(), Scorer(weights), weights.heat, weights.name)


def _no_reasons(_seen: Seen, _scored: Scored) -> tuple[Reason, ...]:
    return ()


def probabilities(scores: NDArray[np.float64], heat: float) -> NDArray[np.float64]:
    """Calibrated chance of each label, adding up to 1."""
    powers = np.exp((scores - scores.max()) / heat)
    chances: NDArray[np.float64] = powers / powers.sum()
    return chances


def rating_scores(stars: float) -> NDArray[np.float64]:
    """What a rating of one to five stars adds to the scores."""
    row: NDArray[np.float64] = RATING_SCORES[min(4, max(0, round(stars) - 1))]
    return row


def is_mixed(clues: Sequence[Clue]) -> bool:
    """Whether one part speaks clearly for and another clearly against."""
    parts: dict[int, float] = {}
    for clue in clues:
        parts[clue.clause] = parts.get(clue.clause, 0.0) + clue.weight
    praise = sum(weight for weight in parts.values() if weight >= MIXED_EACH)
    blame = -sum(weight for weight in parts.values() if weight <= -MIXED_EACH)
    return min(praise, blame) >= max(MIXED_EACH, MIXED_BALANCE * max(praise, blame))
