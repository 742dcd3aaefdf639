"""Ridge regression over hashed features by the likeness of texts, with what each text would score unseen; numpy alone.

There are many more features than texts, so the weights are found among the texts (kernel ridge regression). The score
that each text would get if it had not been learnt from follows in closed form (leave-one-out), so that thresholds and
the second step are fitted on scores of texts as good as unseen.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Floats = NDArray[np.float32]
COMMON = 64
"""Features of more texts than this are multiplied as a matrix, all others pair by pair."""
AT_ONCE = 2_048
NEWTON_STEPS = 25


@dataclass(frozen=True)
class Rows:
    """Texts as sparse rows: text, slot and value of each feature, every pair of text and slot once."""

    texts: NDArray[np.int64]
    slots: NDArray[np.int64]
    values: Numbers
    count: int

    def times(self, factors: Numbers) -> "Rows":
        """Every value times the factor of its slot; what becomes nothing is left out."""
        values = self.values * factors[self.slots]
        kept = values != 0
        return Rows(self.texts[kept], self.slots[kept], values[kept], self.count)


def rows_of(features: list[tuple[NDArray[np.int64], Floats]], buckets: int) -> Rows:
    """Rows of slots and values, repeats added up."""
    texts = np.repeat(np.arange(len(features)), [len(slots) for slots, _ in features])
    slots = np.concatenate([slots for slots, _ in features])
    values = np.concatenate([values for _, values in features]).astype(np.float64)
    cells, places = np.unique(texts * buckets + slots, return_inverse=True)
    return Rows(cells // buckets, cells % buckets, np.bincount(places, values), len(features))


def likeness(rows: Rows) -> Numbers:
    """Inner products of all texts with each other."""
    order = np.argsort(rows.slots, kind="stable")
    texts, values = rows.texts[order], rows.values[order]
    _, starts, sizes = np.unique(rows.slots[order], return_index=True, return_counts=True)
    products = np.zeros((rows.count, rows.count))
    for size in range(1, COMMON + 1):
        places = starts[sizes == size][:, None] + np.arange(size)
        if not len(places):
            continue
        who, what = texts[places], values[places]
        cells = who[:, :, None] * rows.count + who[:, None, :]
        parts = what[:, :, None] * what[:, None, :]
        products += np.bincount(cells.ravel(), parts.ravel(), minlength=rows.count**2).reshape(products.shape)
    common = np.flatnonzero(sizes > COMMON)
    for first in range(0, len(common), AT_ONCE):
        part = np.zeros((rows.count, AT_ONCE), dtype=np.float32)
        for column, one in enumerate(common[first : first + AT_ONCE]):
            stretch = slice(starts[one], starts[one] + sizes[one])
            part[texts[stretch], column] = values[stretch]
        products += part @ part.T
    return products


@dataclass(frozen=True)
class Fit:
    """What was fitted: the share of each text in the weights, and its scores had it not been learnt from."""

    shares: Numbers
    unseen: Numbers


def fitted(products: Numbers, wanted: Numbers, weights: Numbers, penalty: float) -> Fit:
    """Weighted ridge regression with a bias, of several targets at once."""
    inverse = np.linalg.inv(products + 1.0 + np.diag(penalty / weights))
    shares = inverse @ wanted
    return Fit(shares, wanted - shares / np.diag(inverse)[:, None])


def logistic(features: Numbers, labels: NDArray[np.bool_]) -> tuple[Numbers, float]:
    """Weights and bias of a logistic regression with a unit Gaussian prior on the weights, by Newton's method."""
    whole = np.hstack([features, np.ones((len(features), 1))])
    prior = np.diag([*[1.0] * features.shape[1], 1e-6])
    at = np.zeros(whole.shape[1])
    for _ in range(NEWTON_STEPS):
        chances = 1 / (1 + np.exp(-np.clip(whole @ at, -30, 30)))
        slope = whole.T @ (chances - labels) + prior @ at
        bend = (whole * (chances * (1 - chances))[:, None]).T @ whole + prior
        at = at - np.linalg.solve(bend, slope)
    return at[:-1], float(at[-1])


def best_threshold(scores: Numbers, labels: NDArray[np.bool_]) -> float:
    """From which score on F1 is highest."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(labels[order])
    f1 = 2 * hits / (np.arange(1, len(labels) + 1) + labels.sum())
    return _between(scores[order], int(f1.argmax()))


def most_right(scores: Numbers, labels: NDArray[np.bool_]) -> float:
    """From which score on most are right."""
    order = np.argsort(-scores, kind="stable")
    return _between(scores[order], int(np.cumsum(2 * labels[order] - 1.0).argmax()))


def _between(ordered: Numbers, at: int) -> float:
    return float((ordered[at] + ordered[min(at + 1, len(ordered) - 1)]) / 2)
