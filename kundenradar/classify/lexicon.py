"""The German words of textblob-de, repaired: nouns found, inflected, in the folded spelling.

The border to textblob-de is here and nowhere else. Of its analyzer only the lexicon is used: it downloads nothing
and cannot stumble over odd text (its sentence splitter raises on `` .``), and negation is read in
`kundenradar.classify.rules`. Repairs (research: half of the lexicon's keys are capitalised while look-ups are not):
lower-cased, umlauts and ß folded, regular endings added.
"""

import functools
import importlib.util
import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kundenradar.classify import words
from kundenradar.classify.remembered import Remembered
from kundenradar.domain.text import fold

MODEL_NAME = "textblob-de 0.4.3+kr2"
"""Model and version, as stored with each judgement; the last part changes with our own words and rules."""

ADJECTIVE_WEIGHT, VERB_WEIGHT, NOUN_WEIGHT = 0.45, 0.2, 0.3
"""What a word of textblob-de weighs by its kind: its nouns and verbs are often neutral in forums."""
_WORD_LINE = re.compile(r'<word [^>]*?form="([^"]+)"[^>]*? polarity="([^"]+)" pos="(\w+)"')
_ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em", "ere", "eren")
_NOUN_ENDINGS = ("", "e", "en", "n", "s")


MIN_COMPOUND_CHARS = 10
MAX_REMEMBERED = 50_000
"""Words of which is remembered whether they tell anything."""
Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], float]]]
Followed = dict[str | None, list[tuple[tuple[str, ...], float]]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words and phrases that speak for or against.

    Attributes:
        weights: Weight by folded word.
        phrases: Phrases with weight by their first word, longest first.
        tells: Whether a word may speak: has a weight, begins a phrase, or is a telling compound.
        followed: Phrases by their first word, then by their second; None for those of one word.
    """

    weights: Mapping[str, float]
    phrases: Phrases
    tells: Remembered[bool] = field(init=False)
    followed: dict[str, Followed] = field(init=False)

    def __post_init__(self) -> None:
        followed: dict[str, Followed] = {}
        for first, told in self.phrases.items():
            for parts, weight in told:
                second = parts[1] if len(parts) > 1 else None
                followed.setdefault(first, {}).setdefault(second, []).append((parts, weight))
        object.__setattr__(self, "followed", followed)
        object.__setattr__(self, "tells", Remembered(self._tells, MAX_REMEMBERED))

    def _tells(self, word: str) -> bool:
        return word in self.weights or word in self.phrases or bool(compound_weight(word))


def compound_weight(word: str) -> float:
    """Weight of a compound by its head (*Zugverspätung*) or by what it is made with (*Abzockerladen*), else 0."""
    if len(word) < MIN_COMPOUND_CHARS:
        return 0.0
    if word.endswith(words.COMPOUND_ENDS) or word.startswith(words.BLAMING_STARTS):
        return words.COMPOUND_WEIGHT
    return -words.COMPOUND_WEIGHT if word.startswith(words.PRAISING_STARTS) else 0.0


@functools.cache
def load_lexicon() -> Lexicon:
    """All words and phrases; see `load_weights`."""
    return Lexicon(load_weights(), load_phrases())


def load_weights() -> dict[str, float]:
    """Weight by folded word: textblob-de's, overruled by our own. Takes about a second the first time."""
    polarities, adjectives = _textblob_polarities()
    weights: dict[str, float] = {}
    for word, (polarity, factor, endings) in polarities.items():
        weights.update((word + ending, polarity * factor) for ending in endings)
    weights.update((word, polarity * factor) for word, (polarity, factor, _) in polarities.items())
    own = {word: weight for weight, block in words.SINGLE.items() for word in block.split()}
    for weight, block in words.ADJECTIVES.items():
        endings = words.ADJECTIVE_ENDINGS if weight > 0 else (*words.ADJECTIVE_ENDINGS, *words.SUPERLATIVE_ENDINGS)
        weights.update((stem + ending, weight) for stem in block.split() for ending in endings)
    weights.update((word, weight) for weight, block in words.EVENTS.items() for word in block.split())
    for word in own.keys() & adjectives:
        weights.update((word + ending, own[word]) for ending in _ADJECTIVE_ENDINGS)
    return weights | own


def load_phrases() -> dict[str, list[tuple[tuple[str, ...], float]]]:
    """Phrases with weight by their first word, longest first."""
    phrases: dict[str, list[tuple[tuple[str, ...], float]]] = {}
    for weight, block in words.PHRASES.items():
        for phrase in block.split("|"):
            parts = tuple(phrase.split())
            phrases.setdefault(parts[0], []).append((parts, weight))
    for same_start in phrases.values():
        same_start.sort(key=lambda pair: -len(pair[0]))
    return phrases


def _textblob_polarities() -> tuple[dict[str, tuple[float, float, tuple[str, ...]]], set[str]]:
    """Polarity in [-1, +1], factor and endings by folded word; and which words are adjectives."""
    kinds: dict[str, set[str]] = {}
    found: dict[str, list[float]] = {}
    for word in _WORD_LINE.finditer(_textblob_file().read_text(encoding="utf-8")):
        form, polarity, kind = word.groups()
        kinds.setdefault(form, set()).add(kind)
        found.setdefault(form, []).append(float(polarity))
    adjectives = {fold(form) for form, tags in kinds.items() if "JJ" in tags}
    polarities = {
        fold(form): (sum(values) / len(values), *_kind(kinds[form])) for form, values in found.items() if any(values)
    }
    return polarities, adjectives


def _textblob_file() -> Path:
    """The lexicon inside textblob-de, found without importing the package: that alone takes half a second.

    Raises:
        ModuleNotFoundError: textblob-de is not installed.
    """
    found = importlib.util.find_spec("textblob_de")
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError("textblob_de")
    return Path(found.submodule_search_locations[0]) / "data" / "de-sentiment.xml"


def _kind(kinds: Container[str]) -> tuple[float, tuple[str, ...]]:
    """Factor and endings of a word by its parts of speech in the Penn notation."""
    if "JJ" in kinds or "RB" in kinds:
        return ADJECTIVE_WEIGHT, _ADJECTIVE_ENDINGS
    if "NN" in kinds:
        return NOUN_WEIGHT, _NOUN_ENDINGS
    return VERB_WEIGHT, ("",)
