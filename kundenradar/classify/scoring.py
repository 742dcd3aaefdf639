"""From a text to three scores and to what each word contributed; linear, so the parts add up to the whole."""

import functools
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kundenradar.classify.features import (
    BUCKETS,
    PIECE_WEIGHT,
    WordFeatures,
    negated_places,
    pair_slots,
    sign_values,
    word_features,
    word_keys,
)
from kundenradar.classify.lexicon import Lexicon
from kundenradar.classify.reading import Sentence, own_words, sentences
from kundenradar.classify.remembered import Remembered
from kundenradar.classify.rules import Clue, clues_of
from kundenradar.classify.weights import Weights

CACHED_WORDS = 30_000
"""Words whose sums are remembered; a stream of texts needs them again and again."""
LONG = 200
"""Words from which on repetition is counted out."""
_START, _END = 0, 1
"""Rows of the table for where a sentence starts and ends."""
_MARKS = {"<": _START, ">": _END}
_NO_PUSHES = np.zeros((0, 3), dtype=np.float32)
_SLOT = BUCKETS - 1
"""All bits of a slot."""
_PIECE_VALUES = np.array([PIECE_WEIGHT] * 3 + [PIECE_WEIGHT**2], dtype=np.float32)
SENTENCE_START, SENTENCE_END = crc32(b"<s>"), crc32(b"</s>")


@dataclass(frozen=True, slots=True)
class Seen:
    """A text, read.

    Attributes:
        text: The text with addresses and quoted lines blanked, same length.
        read: Its sentences.
        clues: Clues of the rules.
        signs: Counted signs.
    """

    text: str
    read: Sequence[Sentence]
    clues: Sequence[Clue]
    signs: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scored:
    """A text, scored.

    Attributes:
        scores: Score per label, in the order negative, neutral, positive.
        added: What each word and each start and end of a sentence but the first added, ``(n, 3)``; see `pushes_of`.
    """

    scores: NDArray[np.float64]
    added: NDArray[np.float32]


def see(text: str, lexicon: Lexicon) -> Seen:
    """`text`, read by the rules."""
    bare = own_words(text)
    read = list(sentences(bare))
    clues = clues_of(bare, read, lexicon)
    return Seen(bare, read, clues, np.array(sign_values(text, read, clues), dtype=np.float32))


class Scorer:
    """Scores texts with one set of weights; remembers the sums of words it met. For one thread at a time."""

    def __init__(self, weights: Weights) -> None:
        self._bias, self._signs = weights.bias.astype(np.float64), weights.signs
        self._table = np.zeros(
            (BUCKETS + 1, 4), dtype=np.float32
        )  # to the labels, to the length; the last row adds nothing
        np.multiply(weights.hashed, weights.rarity[:, None], out=self._table[:-1, :3])
        np.square(weights.rarity, out=self._table[:-1, 3])
        self._places = Remembered(self._met_first, 2 * CACHED_WORDS)
        self._places.update(_MARKS)
        self._met: list[list[int]] = []
        self._sums = np.zeros((1024, 4), dtype=np.float32)
        self._keys = np.zeros(1024, dtype=np.int64)
        self._keys[[_START, _END]] = SENTENCE_START, SENTENCE_END

    def score(self, seen: Seen) -> Scored:
        """Scores of a text and what each word contributed."""
        scores = self._bias + seen.signs @ self._signs
        if not seen.read:
            return Scored(scores, _NO_PUSHES)
        places = self._known_places(seen.read)
        added = self._added(places)
        whole = added.sum(axis=0)
        size = math.sqrt(float(whole[3])) or 1.0
        count = len(places) - 2 * len(seen.read)
        if count > LONG:  # the same words again and again say it once
            size *= math.sqrt(count / (len(set(places)) - 2))
        return Scored(scores + whole[:3] / size, added[:, :3] / np.float32(size))

    def _known_places(self, read: Sequence[Sentence]) -> list[int]:
        """Rows of the table for all words, those of their start and end around each sentence."""
        if len(self._places) > CACHED_WORDS:
            self._places.clear()
            self._places.update(_MARKS)
        rows: list[int] = []
        place = self._places.__getitem__
        for sentence in read:
            rows.append(_START)
            first = len(rows)
            rows += map(place, sentence.row)
            for at in negated_places(sentence):
                rows[first + at] = place(f"!{sentence.row[at]}")
            rows.append(_END)
        if self._met:
            self._take_in(self._met)
            self._met = []
        return rows

    def _met_first(self, name: str) -> int:
        """The row that a word will have, which is a mark and the word if it is denied."""
        negated = name[0] == "!"
        self._met.append(word_keys(name[negated:], negated=negated))
        return len(self._places)

    def _take_in(self, met: Sequence[Sequence[int]]) -> None:
        """Add up the slots of words met for the first time, the last ones of the table; all at once, for speed."""
        last = len(self._places)
        first = last - len(met)
        while last > len(self._sums):
            self._sums = np.concatenate([self._sums, np.zeros_like(self._sums)])
            self._keys = np.concatenate([self._keys, np.zeros_like(self._keys)])
        keys = np.fromiter(itertools.chain.from_iterable(met), dtype=np.int64)
        begins = np.cumsum([0, *map(len, met[:-1])])
        rows = self._table.take(keys & _SLOT, axis=0)
        whole = rows.take(begins, axis=0)
        rows *= _PIECE_VALUES
        rows[begins] = whole
        self._sums[first:last] = np.add.reduceat(rows, begins)
        self._keys[first:last] = keys[begins]

    def _added(self, places: list[int]) -> NDArray[np.float32]:
        """What each place but the first adds, with the one before it: to the labels, and to the squared length."""
        rows = np.array(places)
        keys = self._keys.take(rows)
        pairs = pair_slots(keys[:-1], keys[1:])
        pairs[rows[1:] == _START] = BUCKETS  # nothing reaches from one sentence into the next
        added: NDArray[np.float32] = self._sums.take(rows[1:], axis=0) + self._table.take(pairs, axis=0)
        return added


def pushes_of(seen: Seen, scored: Scored) -> list[float]:
    """What each word adds to positive minus negative, in order; the last of a sentence also with its end."""
    added: list[float] = (scored.added[:, 2] - scored.added[:, 0]).tolist()
    pushes: list[float] = []
    at = 0
    for sentence in seen.read:
        end = at + len(sentence.row)
        pushes += added[at:end]
        pushes[-1] += added[end]
        at = end + 2  # the end of this sentence and the start of the next
    return pushes


@functools.lru_cache(maxsize=CACHED_WORDS)
def _features_of(word: str, *, negated: bool) -> WordFeatures:
    return word_features(word, negated=negated)


def slots_and_values(seen: Seen) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The hashed features of a text with their values, before rarity and length; what the weights are learnt on."""
    slots: list[NDArray[np.int64]] = []
    values: list[NDArray[np.float32]] = []
    for sentence in seen.read:
        denied = negated_places(sentence)
        keys = [SENTENCE_START]
        for at, word in enumerate(sentence.row):
            features = _features_of(word, negated=at in denied)
            slots.append(features.slots)
            values.append(features.values)
            keys.append(features.key)
        row = np.array([*keys, SENTENCE_END], dtype=np.int64)
        slots.append(pair_slots(row[:-1], row[1:]))
        values.append(np.ones(len(row) - 1, dtype=np.float32))
    if not slots:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
    return np.concatenate(slots), np.concatenate(values)


def scaled(slots: NDArray[np.int64], values: NDArray[np.float32], rarity: NDArray[np.float32]) -> NDArray[np.float32]:
    """Values of one text times rarity, of length one in all."""
    weighed = values * rarity[slots]
    return weighed / np.float32(math.sqrt(float((weighed * weighed).sum())) or 1.0)
