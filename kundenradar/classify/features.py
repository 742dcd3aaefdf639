"""What the model sees of a text: hashed words, word pairs and pieces of words, and about sixty counted signs.

A word stands for itself, for its pair with the word before it, and for its pieces of three to five letters, so that
typos, endings and compounds are met. A word in the reach of a negation is another word than without. Umlauts are
folded (ae, oe, ue, ss), letters drawn out (*sooooo*) are cut to two, digits are all alike.
The hash is CRC-32: the same on every computer and in every process.
"""

import functools
import math
import operator
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kundenradar.classify import words
from kundenradar.classify.reading import Sentence
from kundenradar.classify.remembered import Remembered
from kundenradar.classify.rules import CLEAR, Clue

BUCKETS = 1 << 18
"""Slots for hashed features."""
SIGNS = 72
"""Slots for counted signs; the names are in `sign_values`."""
PIECE_SIZES = (3, 4, 5)
PIECE_WEIGHT = 0.9
"""Value of a piece of a word, beside 1 for the word itself and for a pair; each times its rarity."""
NEGATION_REACH = 4
MOST_SAID = 12.0
"""Praise or blame beyond this, in clear adjectives, says no more."""
MAX_REMEMBERED = 30_000
"""Words whose kinds are remembered."""
MAX_WORD_CHARS = 40
"""Of longer words only the beginning is seen."""

_STREET_STARTS, _STREET_ENDS = ("RT ", "Re: ", "AW: "), ("...", "...\n", "…", "…\n")
_STREET_SIGNS = ("http://", "https://", "www.", "|", "+++")
_TAGGED = re.compile(r"(?:^|\s)[@#]\w", re.ASCII)
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_DIGITS, _DIGIT = re.compile(r"\d+"), re.compile(r"\d")
_NONE: AbstractSet[int] = frozenset()
_PAIR_MIX, _PAIR_SHIFT = 0x9E3779B1, 14
_SAID_PIECE, _DENIED_PIECE = crc32(b"#"), crc32(b"!#")
"""What the hash of a piece of a word begins with."""
_MASK32 = 0xFFFFFFFF

_TABLE = re.compile(
    r"(?:\w*(?:essen|speisen?|gerichte?n?|kueche|kellner\w*|restaurants?|lokals?|wirt|gaeste?n?|terrasse|garten"
    r"|portion(?:en)?|menues?|wein|weine|bier|kaffee|kuchen|torten?|brote?|broetchen|pizza|pizzen|pasta|nudeln"
    r"|schnitzel|steaks?|fisch|salate?|suppen?|desserts?|nachtisch|fruehstueck|buffet|fleisch|burger|saucen?|sossen?"
    r"|beilagen?|zimmer|hotels?|rezeption|betten?|bett|unterkunft|eis)|bedien\w*|gastronom\w*|ambiente|atmosphaere"
    r"|geschm\w*|schmeck\w*|lecker\w*|koestlich\w*|gebraten\w*|gegrillt\w*|hausgemacht\w*|reservier\w*"
    r"|vorspeis\w*|hauptgang|cocktails?|italiener|grieche|baecker\w*|konditor\w*|uebernacht\w*|lage|wohlf\w*)"
)
"""What is said of restaurants and hotels: people who write so are mostly pleased (kind of text, not polarity)."""
_TRADE = re.compile(
    r"service|kundenservice|kundendienst|personal|mitarbeiter\w*|team|beratung|beraten|qualitaet|lieferung"
    r"|geliefert|versand|preis\w*|werkstatt|praxis|handwerker\w*|monteur\w*|reparatur\w*|repariert|laden|geschaeft"
    r"|shop|firma|betrieb|termin|rechnung|bestell\w*|reklam\w*|angebot|empfehl\w*|arbeit|gearbeitet|besuch\w*"
)
_NEWS = words.word_set("""
    laut sagte teilte mitteilung unternehmen konzern meldet berichtet prozent millionen milliarden euro
    polizei sprecher aktie aktien boerse uhr montag dienstag mittwoch donnerstag freitag samstag sonntag
    bundesregierung minister stadt land gmbh ag
""")
_FIRST_PERSON = words.word_set("""
    ich mir mich wir uns mein meine meinen meiner meinem unser unsere unseren
""")
_SECOND_PERSON = words.word_set("""
    ihr euch eure euer sie ihnen ihre ihrem du dir dich dein deine
""")
_PAST = words.word_set("""
    war waren wurde wurden hatte hatten kam kamen gab ging bekam bekamen habe haben
""")
_ASKING = words.word_set("""
    wer wie was wann wo warum wieso weshalb welche welcher welches kennt weiss jemand hat
""")
_KINDS = (_FIRST_PERSON, _SECOND_PERSON, _PAST, _ASKING, words.TURNS, words.NEGATORS, _NEWS)
_TABLE_WORD, _TRADE_WORD = 1 << len(_KINDS), 2 << len(_KINDS)
_NEWS_WORD = 1 << len(_KINDS) - 1
_ASKING_WORD = 1 << 3


def _kind_of(word: str) -> int:
    """Which kinds of text a word belongs to, one bit each."""
    kinds = sum(1 << bit for bit, members in enumerate(_KINDS) if word in members)
    kinds += _TABLE_WORD if _TABLE.fullmatch(word) else 0
    return kinds + (_TRADE_WORD if _TRADE.fullmatch(word) else 0)


_KINDS_OF = Remembered(_kind_of, MAX_REMEMBERED)


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """What one word stands for.

    Attributes:
        key: Hash of the word, for pairs.
        slots: Hashed slots, the word itself first.
        values: Value in each slot.
    """

    key: int
    slots: NDArray[np.int64]
    values: NDArray[np.float32]


def word_keys(word: str, *, negated: bool) -> list[int]:
    """Hashes of a folded word: the word itself first, then its pieces; each is in slot ``hash % BUCKETS``."""
    word = _DIGITS.sub("0", _DRAWN_OUT.sub(r"\1\1", word[:MAX_WORD_CHARS]))
    mark, begun = ("!", _DENIED_PIECE) if negated else ("", _SAID_PIECE)
    return [crc32(f"{mark}{word}".encode("utf-8", "replace")), *_piece_keys(f"<{word}>", begun)]


def word_features(word: str, *, negated: bool) -> WordFeatures:
    """The features of a folded word of its own."""
    keys = word_keys(word, negated=negated)
    return WordFeatures(keys[0], np.array(keys, dtype=np.int64) % BUCKETS, _values(len(keys)))


def _piece_keys(bounded: str, begun: int) -> list[int]:
    """Hashes of the pieces of a word between its marks, each continuing the hash of what stands before it."""
    length = len(bounded)
    raw = bounded.encode("utf-8", "replace")
    if len(raw) == length:  # a byte a letter, as nearly all folded words are
        return [
            crc32(raw[at : at + size], begun)
            for size in PIECE_SIZES
            if size < length
            for at in range(length - size + 1)
        ]
    return [
        crc32(bounded[at : at + size].encode("utf-8", "replace"), begun)
        for size in PIECE_SIZES
        if size < length
        for at in range(length - size + 1)
    ]


@functools.lru_cache(maxsize=256)
def _values(size: int) -> NDArray[np.float32]:
    """Values of a word and its pieces; shared, not to be changed."""
    values = np.full(size, PIECE_WEIGHT, dtype=np.float32)
    values[0] = 1.0
    values.flags.writeable = False
    return values


def pair_slots(before: NDArray[np.int64], after: NDArray[np.int64] | int) -> NDArray[np.int64]:
    """Hashed slots of pairs of keys."""
    return ((before * _PAIR_MIX + after) & _MASK32) >> _PAIR_SHIFT


def negated_places(sentence: Sentence) -> AbstractSet[int]:
    """Places of words in the reach of a negation of their clause: after it, or before one that ends the clause."""
    row, clause = sentence.row, sentence.clause
    if words.NEGATORS.isdisjoint(row):
        return _NONE
    places: set[int] = set()
    for at, word in enumerate(row):
        if word not in words.NEGATORS or row[at + 1 : at + 2] == ["nur"]:
            continue
        after = [
            place for place in range(at + 1, min(at + 1 + NEGATION_REACH, len(row))) if clause[place] == clause[at]
        ]
        places.update(after or (place for place in range(max(0, at - 3), at) if clause[place] == clause[at]))
    return places


def sign_values(text: str, read: Sequence[Sentence], clues: Sequence[Clue]) -> list[float]:
    """The counted signs of a text: what the rules found, how it is written, what kind of text it is."""
    count = sum(len(sentence.row) for sentence in read)
    clue_signs = _clue_signs(clues, count)
    every = {word for sentence in read for word in sentence.row}
    kinds = Counter(filter(None, map(_KINDS_OF.__getitem__, every)))
    score = clue_signs[0] - clue_signs[1]
    street = _is_street(text)
    kind_signs = _kind_signs(kinds, score, asked="?" in text, street=street)
    return [*clue_signs, *_look_signs(text, read, count), *kind_signs]


def _is_street(text: str) -> bool:
    """Whether a text has marks of streams: links, names, tags, answers, cut news."""
    return (
        text.startswith(_STREET_STARTS)
        or text.endswith(_STREET_ENDS)
        or any(sign in text for sign in _STREET_SIGNS)
        or (("@" in text or "#" in text) and _TAGGED.search(text) is not None)
    )


def _clue_signs(clues: Sequence[Clue], count: int) -> list[float]:
    praise = sum(clue.weight for clue in clues if clue.weight > 0)
    blame = -sum(clue.weight for clue in clues if clue.weight < 0)
    doubt = 0.4 + 0.04 * count
    score = (praise - blame) / (praise + blame + doubt)
    spoken = [clue.weight for clue in clues if clue.clause >= 0]
    signs = [clue.weight for clue in clues if clue.clause < 0]
    return [
        max(score, 0.0),
        max(-score, 0.0),
        float(score > 0.25),
        float(score < -0.25),
        float(score > 0.5),
        float(score < -0.5),
        math.log1p(min(praise, MOST_SAID)),
        math.log1p(min(blame, MOST_SAID)),
        float(praise > 0 and not blame),
        float(blame > 0 and not praise),
        float(praise > 0 and blame > 0),
        float(not clues),
        min(3, sum(weight >= CLEAR for weight in spoken)) / 3,
        min(3, sum(weight <= -CLEAR for weight in spoken)) / 3,
        float(any(weight >= 1.3 for weight in spoken)),
        float(any(weight <= -1.3 for weight in spoken)),
        float(bool(spoken) and spoken[-1] > 0),
        float(bool(spoken) and spoken[-1] < 0),
        float(bool(spoken) and spoken[0] > 0),
        float(bool(spoken) and spoken[0] < 0),
        float(any(weight > 0 for weight in signs)),
        float(any(weight < 0 for weight in signs)),
        min(1.0, praise / (3 + 0.1 * count)),
        min(1.0, blame / (3 + 0.1 * count)),
    ]


def _look_signs(text: str, read: Sequence[Sentence], count: int) -> list[float]:
    parts = len(read) or 1
    asked = sum("?" in sentence.ends_with for sentence in read)
    letters = len(text) or 1
    shouted = sum(len(word) > 3 for word in filter(str.isupper, text.split()))
    return [
        float(asked > 0),
        asked / parts,
        float("!" in text),
        float("!!" in text),
        min(4, text.count("!")) / 4,
        float("?!" in text or "??" in text or "!?" in text),
        min(3, shouted) / 3,
        float("http" in text or "www." in text),
        float("@" in text),
        min(4, text.count("#")) / 4,
        float(text.startswith("RT ")),
        float(text.startswith(("Re:", "AW:", "Aw:"))),
        float("..." in text or "…" in text),
        float(text.rstrip().endswith(("...", "…"))),
        float('"' in text or "„" in text or "“" in text or "»" in text),
        min(10, len(_DIGIT.findall(text[:400]))) / 10,
        float("+++" in text or "||" in text or "->" in text),
        float("|" in text),
        float(":" in text),
        float("€" in text or "%" in text),
        float("(" in text),
        float(count <= 3),
        float(count <= 8),
        float(count <= 15),
        float(count > 30),
        float(count > 60),
        float(count > 120),
        math.log1p(min(count, 300)) / 5,
        float(text.islower()),
        min(1.0, 10 * sum(map(text.count, ",;")) / letters),
    ]


def _kind_signs(kinds: Mapping[int, int], score: float, *, asked: bool, street: bool) -> list[float]:
    """What kind of text it is: a stranger's street, a guest's table, a customer's trade; `kinds` counts words."""
    every = functools.reduce(operator.or_, kinds, 0)
    table, trade, news, asking = (
        sum(count for kind, count in kinds.items() if kind & bit)
        for bit in (_TABLE_WORD, _TRADE_WORD, _NEWS_WORD, _ASKING_WORD)
    )
    review = table > 0 and not asked and not street
    return [
        float(bool(every & 1)),
        float(bool(every & 2)),
        float(bool(every & 4)),
        min(3, table) / 3,
        min(3, trade) / 3,
        min(3, news) / 3,
        float(review),
        float(review and score >= 0),
        float(review and score < 0),
        float(trade > 0 and not asked and not street),
        float(asked and (table > 0 or trade > 0)),
        float(street),
        float(not (table or trade or news or street)),
        min(2, asking) / 2,
        float(bool(every & 16)),
        float(bool(every & 32)),
        float(street and score > 0),
        float(street and score < 0),
    ]
