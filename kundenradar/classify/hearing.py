"""What the learnt layer of concerns sees of a text: hashed words in their place, their neighbours, counted signs.

A word stands for itself, for itself in its place (only sentence, first, last or between) and for its pieces of four and
five letters; two neighbours for their pair, with or without a word between them. Beside that runs a skeleton of the
text: words that build sentences stay, all others are known by their ending, so that *haben Sie mir ge…t* is met again
whatever was done. The hash is CRC-32: the same on every computer and in every process.
"""

import math
import re
from collections.abc import Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kundenradar.classify.concern_cues import HOLDS, Group
from kundenradar.classify.evidence import Evidence
from kundenradar.classify.speech import Sentence
from kundenradar.classify.words import word_set
from kundenradar.domain.sentiment import Label, Sentiment, Shown
from kundenradar.domain.understanding import Concern

BUCKETS = 1 << 18
"""Slots for hashed features."""
PIECE_SIZES = (4, 5)
PIECE_VALUE = 0.5
"""Value of a piece of a word, beside 1 for all else."""
SHRINK = 0.4
"""A text counts by its number of words to the power of minus this."""
PLACES = ("=", "^", "$", "~")
"""Where a sentence stands: alone, first, last, between."""
STARTS, ENDS, ASKS, SHOUTS = "<s>", "</s>", "</s>?", "</s>!"
MAX_WORD_CHARS = 30
LEAST_PIECED = 4
"""Letters from which a word is known by its pieces as well."""

CONCERNS = tuple(Concern)
GROUPS = tuple(Group)
MOST_CUED, MOST_ONCE, MOST_MOOD, MOST_MOODS = 2.0, 2.5, 3.0, 4.0
"""Evidence beyond these says no more."""

_DIGITS = re.compile(r"\d+")
_MIX = np.array([0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F, 0x165667B1, 0xD3A2646C | 1], np.uint32)
"""Odd factors that tell a word before from the one after it, and the word from its kind."""
_STIR = np.uint32(0x2C1B3C6D)
_SHIFT = np.uint32(32 - 18)

_KEPT = word_set("""
    ich mir mich mein meine meinen meinem meiner wir uns unser unsere unseren unserem unserer du dir dich dein deine
    deinen ihr euch euer eure euren sie ihnen ihre ihren ihrem er es sein seine seinen man jemand wer wen wem wann wo
    wie was warum wieso weshalb welche welcher welches welchen wohin woher ob dass weil wenn als da denn und oder aber
    doch nur leider noch schon mal nochmal immer nie nicht kein keine keinen nichts ohne mit bei nach seit vor bis von
    zu zum zur an am auf in im ins aus fuer um ueber durch gegen der die das den dem des ein eine einen einem einer
    eines ist sind war waren bin bist seid wird werden wurde wurden hat habe haben hatte hatten habt hast kann koennen
    konnte konnten koennte koennten koennt muss muessen musste soll sollte sollten sollen will wollen wollte darf
    duerfen wuerde wuerden waere waeren haette haetten mag moechte moechten so sehr ganz mehr viel alle alles jetzt
    heute gestern morgen sofort dringend bitte danke hier dort dann dieser diese dieses diesen einfach auch selbst
    wieder je statt vielleicht gerne gern lieber suche suchen sucht biete bieten verkaufe gesucht gibt geht macht
    kommt kam ging stand lag rief angerufen wochen tage tagen woche monate monaten jahr jahre jahren stunden stunde
    minuten uhr euro hallo moin hilfe frage weiss kennt tipp laden team firma
""")
"""Words that build sentences, and few that tell at once what somebody wants."""
_ENDINGS = ("ung", "heit", "keit", "iert", "ieren", "lich", "ig", "isch", "te", "ten", "test", "en", "er", "es", "em")
_SHORT_ENDINGS = ("st", "t", "e", "n", "s")
_ENDINGS_BY_LETTER: dict[str, list[str]] = {}
for _ending in (*_ENDINGS, *_SHORT_ENDINGS):
    _ENDINGS_BY_LETTER.setdefault(_ending[-1], []).append(_ending)

_GROUP_AT = {group: 3 * at for at, group in enumerate(GROUPS)}
_TOLD_FROM = 3 * len(GROUPS)
_JUDGED_FROM = _TOLD_FROM + len(CONCERNS) + 4
TOLD, JUDGED, SHORT = slice(_TOLD_FROM, _TOLD_FROM + len(CONCERNS)), slice(_JUDGED_FROM, _JUDGED_FROM + 2), -1
"""Where in `dense_values` the concerns of the rules stand, the judgement for and against, whether a text is short."""
MOST_SHORT = 12
"""Words up to which a text is short."""
DENSE = _JUDGED_FROM + 2 + 22
"""Counted signs; in the order of `dense_values`."""


def kind_of(word: str) -> str:
    """What a folded word is in the skeleton of its sentence: itself, or its ending."""
    if word in _KEPT or not word.isalnum():
        return word
    if word.isdigit():
        return "0"
    size = len(word)
    if size > 5 and word.startswith("ge") and word.endswith(("t", "en")):
        return "ge~"
    for ending in _ENDINGS_BY_LETTER.get(word[-1:], ()):
        if size > len(ending) + 2 and word.endswith(ending):
            return f"~{ending}"
    return "~"


def word_slots(word: str, place: str) -> tuple[list[int], list[float]]:
    """Slots of a folded word in a sentence at this place, with their values."""
    keys = own_keys(word)
    values = [1.0, *[PIECE_VALUE] * (len(keys) - 1), 1.0]
    return [key % BUCKETS for key in (*keys, place_key(word, place))], values


def own_keys(word: str) -> list[int]:
    """Hashes of a folded word wherever it stands: itself first, then its pieces; each is in slot ``hash % BUCKETS``."""
    word = _plain(word)
    itself = crc32(word.encode("utf-8", "replace"), _WORD_BEGUN)
    if len(word) < LEAST_PIECED or word in _KEPT:
        return [itself]
    bounded = f"<{word}>"
    raw = bounded.encode("utf-8", "replace")
    count = len(bounded)
    if len(raw) == count:  # a byte a letter, as nearly all folded words are
        ends = [(at, at + size) for size in PIECE_SIZES for at in range(count - size + 1)]
        return [itself, *[crc32(raw[at:end], _PIECE_BEGUN) for at, end in ends]]
    return [itself, *[_key(f"p{bounded[at : at + size]}") for size in PIECE_SIZES for at in range(count - size + 1)]]


def place_key(word: str, place: str) -> int:
    """Hash of a folded word in a sentence at this place."""
    return _key(place + _plain(word))


def _plain(word: str) -> str:
    """A folded word as it is hashed: not too long, and a number is a number."""
    word = word[:MAX_WORD_CHARS]
    return word if word.isalpha() else _DIGITS.sub("0", word)


def neighbour_keys(words: Sequence[str]) -> NDArray[np.uint32]:
    """What folded words bring into their pairs: mixed hashes of themselves and of their kinds, three each."""
    plain = [_plain(word) for word in words]
    themselves = np.fromiter(map(_key, plain), np.uint32, len(plain))
    kinds = np.fromiter([_key(f"k{kind_of(word)}") for word in plain], np.uint32, len(plain))
    return np.concatenate((np.outer(themselves, _MIX[:3]), np.outer(kinds, _MIX[3:])), axis=1)


def _key(text: str) -> int:
    return crc32(text.encode("utf-8", "replace"))


_WORD_BEGUN, _PIECE_BEGUN = _key("w"), _key("p")
"""Hashes of words and of pieces go on from these."""


def neighbour_slots(keys: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Slots of pairs of words, pairs over a word, pairs and threes of kinds; `keys` are `neighbour_keys` in a row."""
    first, second, third = keys[:-2], keys[1:-1], keys[2:]
    pairs = keys[:-1, 0] + keys[1:, 1]
    over = first[:, 0] + third[:, 2]
    kinds = keys[:-1, 3] + keys[1:, 4]
    threes = first[:, 3] + second[:, 4] + third[:, 5]
    whole = np.concatenate((pairs, over, kinds, threes))
    whole ^= whole >> np.uint32(15)
    whole *= _STIR
    slots: NDArray[np.uint32] = whole >> _SHIFT
    return slots


def place_of(at: int, count: int) -> int:
    """Which of `PLACES` the sentence at this place of so many has."""
    if count == 1:
        return 0
    if at == 0:
        return 1
    return 2 if at == count - 1 else 3


def end_of(sentence: Sentence) -> str:
    """What a sentence ends with, as a word."""
    return ASKS if sentence.asks else SHOUTS if sentence.shouts else ENDS


def share_of(words: int) -> float:
    """What a hashed feature counts in a text of so many words."""
    return float((words + 1) ** -SHRINK)


def dense_values(
    text: str,
    said: Sequence[Sentence],
    evidence: Evidence,
    moods: Sequence[tuple[float, float]],
    sentiment: Sentiment,
    told: frozenset[Concern] | set[Concern],
) -> list[float]:
    """The counted signs of a text: what cues and words of mood said, what the rules took it for, how it is built."""
    values = [0.0] * _TOLD_FROM
    for group, sums in evidence.by_sentence.items():
        at = _GROUP_AT[group]
        most = max(sums)
        once = evidence.once[group]
        values[at] = max(0.0, min(MOST_CUED, most))
        values[at + 1] = float(most >= HOLDS)
        values[at + 2] = max(-MOST_CUED, min(MOST_ONCE, once))
    values += [float(concern in told) for concern in CONCERNS]
    count = len(said) or 1
    words = sum([len(sentence.row) for sentence in said])
    praise, blame = zip(*moods, strict=True) if moods else ((0.0,), (0.0,))
    asked = [sentence.asks for sentence in said]
    asks = sum(asked)
    score, label, shown = sentiment.score, sentiment.label, sentiment.shown
    values += (
        min(MOST_MOOD, max(praise)),
        min(MOST_MOOD, max(blame)),
        min(MOST_MOODS, sum(praise)),
        min(MOST_MOODS, sum(blame)),
        max(score, 0.0),
        max(-score, 0.0),
        float(label is Label.POSITIVE),
        float(label is Label.NEGATIVE),
        float(shown is Shown.MIXED),
        float(shown is Shown.UNSURE),
        float(asks > 0),
        asks / count,
        float(asks > 0 and asked[-1]),
        float(asks > 0 and asked[0]),
        float(any(sentence.shouts for sentence in said)),
        float(count == 1),
        float(count == 2),
        float(count >= 4),
        math.log1p(words) / 4,
        float(words <= 6),
        float(words > 35),
        float(" Sie " in text or " Ihnen" in text),
        float(" Ihr" in text),
        float("€" in text),
        float(text.islower()),
        float("#" in text),
        float("http" in text or "@" in text),
        float(words <= MOST_SHORT),
    )
    return values
