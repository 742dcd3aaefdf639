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
        pushes: What each word adds to positive minus negative, in order of the words.
    """

    scores: NDArray[np.float64]
    pushes: NDArray[np.float32]


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
        self._pushes = weights.hashed * weights.rarity[:, None]
        self._lengths = weights.rarity**2
        self._places = Remembered(self._met_first, 2 * CACHED_WORDS)
        self._met: list[list[int]] = []
        self._sums = np.zeros((1024, 4), dtype=np.float32)
        self._keys = np.zeros(1024, dtype=np.int64)

    def score(self, seen: Seen) -> Scored:
        """Scores of a text and what each word contributed."""
        scores = self._bias + np.einsum("s,sl->l", seen.signs, self._signs)
        if not seen.read:
            return Scored(scores, np.zeros(0, dtype=np.float32))
        places, starts = self._known_places(seen.read)
        sums = self._sums[places]
        keys = self._keys[places]
        by_word, length = self._with_pairs(sums, keys, starts)
        size = math.sqrt(length) or 1.0
        if len(places) > LONG:  # the same words again and again say it once
            size *= math.sqrt(len(places) / len(set(places)))
        scores += by_word.sum(axis=0) / size
        return Scored(scores, (by_word[:, 2] - by_word[:, 0]) / np.float32(size))

    def _known_places(self, read: Sequence[Sentence]) -> tuple[list[int], list[int]]:
        """Row of each word in the table, and where each sentence starts."""
        if len(self._places) > CACHED_WORDS:
            self._places.clear()
        rows: list[int] = []
        starts: list[int] = []
        place = self._places.__getitem__
        for sentence in read:
            starts.append(len(rows))
            rows += map(place, sentence.row)
            for at in negated_places(sentence):
                rows[starts[-1] + at] = place(f"!{sentence.row[at]}")
        if self._met:
            self._take_in(self._met)
            self._met = []
        return rows, starts

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
        values = np.full((len(keys), 1), PIECE_WEIGHT, dtype=np.float32)
        values[begins] = 1.0
        slots = keys % BUCKETS
        self._sums[first:last, :3] = np.add.reduceat(values * self._pushes[slots], begins)
        self._sums[first:last, 3] = np.add.reduceat(values[:, 0] ** 2 * self._lengths[slots], begins)
        self._keys[first:last] = keys[begins]

    def _with_pairs(
        self, sums: NDArray[np.float32], keys: NDArray[np.int64], starts: Sequence[int]
    ) -> tuple[NDArray[np.float32], float]:
        """What each word adds with the word before it, the last of a sentence also with its end; the squared length."""
        before = np.empty_like(keys)
        before[1:] = keys[:-1]
        before[starts] = SENTENCE_START
        last = np.array([*starts[1:], len(keys)]) - 1
        pairs, ends = pair_slots(before, keys), pair_slots(keys[last], SENTENCE_END)
        by_word: NDArray[np.float32] = sums[:, :3] + self._pushes[pairs]
        by_word[last] += self._pushes[ends]
        return by_word, float(sums[:, 3].sum() + self._lengths[pairs].sum() + self._lengths[ends].sum())


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
