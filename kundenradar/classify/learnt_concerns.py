"""The learnt layer of concerns: a linear model beside the cues, which are among its signs; see MODELCARD.md.

All features of a text are added up into eight scores, one a concern and one for *answer needed*; a small second step
weighs the scores against each other and gives calibrated chances (stacking: Wolpert 1992).
"""

import functools
import importlib.resources
import io
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kundenradar.classify import hearing
from kundenradar.classify.remembered import Remembered
from kundenradar.classify.speech import Sentence
from kundenradar.classify.weights import packed

FILE = "concerns.npz"
OUTPUTS = len(hearing.CONCERNS) + 1
"""The concerns, in order, and *answer needed*."""
STEPPED = 2 * OUTPUTS + 2 + 2 * len(hearing.CONCERNS) + 3
"""Inputs of the second step; see `compared`."""
CACHED_WORDS = 40_000
"""Words in their places whose sums are remembered."""

Numbers = NDArray[np.float32]
_NEIGHBOURS = 6
_MARKS = (hearing.STARTS, hearing.ENDS, hearing.ASKS, hearing.SHOUTS)
"""Where sentences start and end; the first rows."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt.

    Attributes:
        hashed: Per slot of a hashed feature, in steps of `step`, ``(BUCKETS, OUTPUTS)``.
        step: What one step of `hashed` is worth.
        dense: Per counted sign, ``(DENSE, OUTPUTS)``.
        bias: Before anything is read.
        second: Weights of the second step, ``(STEPPED, OUTPUTS)``; what it gives is above 0 where an output holds.
        second_bias: Its bias, the thresholds in it.
    """

    hashed: NDArray[np.int8]
    step: float
    dense: Numbers
    bias: Numbers
    second: Numbers
    second_bias: Numbers


def compared(scores: Sequence[float], dense: Sequence[float]) -> list[float]:
    """What the second step sees of a text: the scores, and what the rules say, which counts more in a short text.

    Each score, each against the best other concern, the best and the second best; what the rules take the text for, the
    same again if it is short; how it is judged.
    """
    *concerns, answer = scores
    second, best = sorted(concerns)[-2:]
    told, is_short, judged = dense[hearing.TOLD], dense[hearing.SHORT], dense[hearing.JUDGED]
    return [
        *scores,
        *(one - (second if one == best else best) for one in concerns),
        *(answer - best, best, second),
        *told,
        *(told if is_short else _NOTHING_TOLD),
        is_short,
        *judged,
    ]


_NOTHING_TOLD = (0.0,) * len(hearing.CONCERNS)


def pack(weights: Weights) -> bytes:
    """Weights as they ship: only the slots that say something, by the distance from one to the next."""
    slots = np.flatnonzero(weights.hashed.any(axis=1))
    return packed(
        {
            "gaps": np.diff(slots, prepend=0).astype(np.uint16),
            "hashed": np.ascontiguousarray(weights.hashed[slots].T),
            "step": np.array([weights.step], np.float32),
            "dense": weights.dense,
            "bias": weights.bias,
            "second": weights.second,
            "second_bias": weights.second_bias,
        }
    )


def unpack(content: bytes) -> Weights:
    """The weights in a file made by `pack`.

    Raises:
        ValueError: The file belongs to another version of the program.
    """
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        hashed = np.zeros((hearing.BUCKETS, OUTPUTS), np.int8)
        hashed[np.cumsum(file["gaps"].astype(np.int64))] = file["hashed"].T
        weights = Weights(
            hashed, float(file["step"][0]), file["dense"], file["bias"], file["second"], file["second_bias"]
        )
    if weights.dense.shape != (hearing.DENSE, OUTPUTS) or weights.second.shape != (STEPPED, OUTPUTS):
        raise ValueError("shape")
    return weights


@functools.cache
def _content() -> bytes:
    return importlib.resources.files("resources").joinpath("sentiment", FILE).read_bytes()


@functools.cache
def version() -> int:
    """Checksum of the weights that ship: what was read with others is read again."""
    return crc32(_content())


def load() -> "Learnt":
    """The layer with the weights that ship; takes some milliseconds."""
    return Learnt(unpack(_content()))


def _added(rows: Numbers) -> Numbers:
    """Sum of rows; as a product, which is a third of the work."""
    total: Numbers = np.ones(len(rows), np.float32) @ rows
    return total


class Learnt:
    """Scores texts; remembers the sums of words it met. For one thread at a time."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._step = weights.step
        self._hashed = np.ascontiguousarray(weights.hashed).view(np.int64).ravel()  # a slot in one piece
        self._met: list[tuple[str, int]] = []
        self._places = [
            Remembered(functools.partial(self._met_first, at), CACHED_WORDS) for at in range(len(hearing.PLACES))
        ]
        self._sums = np.zeros((1024, OUTPUTS), np.float32)
        self._keys = np.zeros((1024, _NEIGHBOURS), np.uint32)
        self._known: dict[str, int] = {}
        self._own_sums = np.zeros((1024, OUTPUTS), np.float32)
        self._own_keys = np.zeros((1024, _NEIGHBOURS), np.uint32)
        self._keys[: len(_MARKS)] = hearing.neighbour_keys(_MARKS)
        self._count = len(_MARKS)

    def score(self, said: Sequence[Sentence], dense: Sequence[float]) -> list[float]:
        """What speaks for each concern and for an answer, above 0 where it holds."""
        weights = self._weights
        scores = np.array(dense, np.float32) @ weights.dense
        scores += weights.bias
        if said:
            rows, words = self._rows(said)
            beside = self._weights_at(hearing.neighbour_slots(self._keys.take(rows, axis=0)))
            sums = _added(beside.astype(np.float32))
            sums += _added(self._sums.take(rows, axis=0))
            sums *= self._step * hearing.share_of(words)
            scores += sums
        held: list[float] = (
            np.array(compared(scores.tolist(), dense), np.float32) @ weights.second + weights.second_bias
        ).tolist()
        return held

    def _rows(self, said: Sequence[Sentence]) -> tuple[NDArray[np.int64], int]:
        if self._count > CACHED_WORDS:
            self._forget()
        rows: list[int] = []
        count = len(said)
        for at, sentence in enumerate(said):
            rows.append(0)
            rows += map(self._places[hearing.place_of(at, count)].__getitem__, sentence.row)
            rows.append(2 if sentence.asks else 3 if sentence.shouts else 1)
        if self._met:
            self._take_in(self._met)
            self._met = []
        return np.array(rows), len(rows) - 2 * count

    def _forget(self) -> None:
        for place in self._places:
            place.clear()
        self._known.clear()
        self._count = len(_MARKS)

    def _met_first(self, place: int, word: str) -> int:
        self._met.append((word, place))
        return self._count + len(self._met) - 1

    def _take_in(self, met: Sequence[tuple[str, int]]) -> None:
        """Add up the slots of words met for the first time in a place; all at once, for speed."""
        fresh = [word for word in dict.fromkeys([word for word, _ in met]) if word not in self._known]
        if fresh:
            self._learn(fresh)
        first, last = self._count, self._count + len(met)
        self._sums, self._keys = _with_room(self._sums, last), _with_room(self._keys, last)
        known = [self._known[word] for word, _ in met]
        slots = [hearing.place_key(word, hearing.PLACES[place]) % hearing.BUCKETS for word, place in met]
        self._sums[first:last] = self._own_sums.take(known, axis=0) + self._weights_at(slots)
        self._keys[first:last] = self._own_keys.take(known, axis=0)
        self._count = last

    def _learn(self, words: Sequence[str]) -> None:
        """Add up the slots of words wherever they stand."""
        first, last = len(self._known), len(self._known) + len(words)
        self._known.update(zip(words, range(first, last), strict=True))
        self._own_sums, self._own_keys = _with_room(self._own_sums, last), _with_room(self._own_keys, last)
        keys = [hearing.own_keys(word) for word in words]
        slots = np.fromiter(itertools.chain.from_iterable(keys), np.int64) % hearing.BUCKETS
        begins = np.cumsum([0, *map(len, keys[:-1])])
        rows = self._weights_at(slots).astype(np.float32)
        whole = rows.take(begins, axis=0)
        rows *= hearing.PIECE_VALUE
        rows[begins] = whole
        self._own_sums[first:last] = np.add.reduceat(rows, begins)
        self._own_keys[first:last] = hearing.neighbour_keys(words)

    def _weights_at(self, slots: Sequence[int] | NDArray[np.integer[Any]]) -> NDArray[np.int8]:
        """What was learnt of these slots, ``(slots, OUTPUTS)``."""
        return self._hashed.take(slots).view(np.int8).reshape(-1, OUTPUTS)


Rows = TypeVar("Rows", bound=NDArray[Any])


def _with_room(rows: Rows, count: int) -> Rows:
    """The rows, twice as many where there are fewer than `count`."""
    while len(rows) < count:
        rows = np.concatenate([rows, np.zeros_like(rows)])  # type: ignore[assignment]  # of the same kind
    return rows
