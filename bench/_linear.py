"""Learning a linear classifier over hashed features with numpy alone: sparse rows, softmax loss, L-BFGS."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.float64]
MEMORY, STEPS, HALVINGS = 8, 100, 20
ENOUGH, FLAT = 2e-6, 3
"""A step gains little below this share of the loss; after so many such steps in a row it is the least."""
LABELS = 3


def summed(values: Floats, starts: NDArray[np.int64]) -> Floats:
    """Sums of the rows of `values` from each start to the next; empty stretches give 0."""
    sums = np.add.reduceat(values, np.minimum(starts[:-1], len(values) - 1), axis=0)
    sums[starts[1:] == starts[:-1]] = 0
    return sums


@dataclass
class Rows:
    """Texts as sparse rows (`slots`, `values` from `starts[i]` to `starts[i + 1]`) with dense signs and labels."""

    slots: NDArray[np.int64]
    values: Floats
    starts: NDArray[np.int64]
    signs: Floats
    labels: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.labels)

    def times(self, weights: Floats) -> Floats:
        return summed(weights[self.slots] * self.values[:, None], self.starts)


def joined(parts: list[Rows]) -> Rows:
    sizes = np.concatenate([np.diff(part.starts) for part in parts])
    return Rows(
        np.concatenate([part.slots for part in parts]),
        np.concatenate([part.values for part in parts]),
        np.concatenate([[0], np.cumsum(sizes)]),
        np.concatenate([part.signs for part in parts]),
        np.concatenate([part.labels for part in parts]),
    )


def minimised(function: Callable[[Numbers], tuple[float, Numbers]], size: int) -> Numbers:
    """Where a smooth function of `size` numbers is least, by L-BFGS from zero."""
    at = np.zeros(size)
    value, slope = function(at)
    steps: list[tuple[Numbers, Numbers]] = []
    flat = 0
    for _ in range(STEPS):
        way = -_turned(slope, steps)
        length, fall = 1.0, float(slope @ way)
        for _ in range(HALVINGS):
            next_value, next_slope = function(at + length * way)
            if next_value <= value + 1e-4 * length * fall:
                break
            length /= 2
        moved, bent = length * way, next_slope - slope
        if float(moved @ bent) > 1e-10:
            steps = [*steps, (moved, bent)][-MEMORY:]
        at += moved
        gain, value, slope = value - next_value, next_value, next_slope
        flat = flat + 1 if gain < ENOUGH * max(1.0, abs(value)) else 0
        if flat >= FLAT:
            break
    return at


def _turned(slope: Numbers, steps: list[tuple[Numbers, Numbers]]) -> Numbers:
    """The slope, times the inverse of the curvature the last steps showed (two-loop recursion)."""
    turned = slope.copy()
    shares = []
    for moved, bent in reversed(steps):
        share = float(moved @ turned) / float(bent @ moved)
        turned -= share * bent
        shares.append(share)
    if steps:
        moved, bent = steps[-1]
        turned *= float(moved @ bent) / float(bent @ bent)
    else:
        turned /= max(1.0, float(np.linalg.norm(slope)))
    for (moved, bent), share in zip(steps, reversed(shares), strict=True):
        turned += moved * (share - float(bent @ turned) / float(bent @ moved))
    return turned


def learnt(
    rows: Rows, weights: Floats, *, buckets: int, penalty: float, sign_scale: float
) -> tuple[Floats, Floats, Floats]:
    """Weights of hashed slots, of signs, and bias that fit weighted rows best, held small by `penalty`."""
    used, places = np.unique(rows.slots, return_inverse=True)
    order = np.argsort(places, kind="stable")
    row_of = np.repeat(np.arange(len(rows)), np.diff(rows.starts))[order]
    values = rows.values[order]
    feature_starts = np.searchsorted(places[order], np.arange(len(used) + 1))
    compact = Rows(places, rows.values, rows.starts, rows.signs, rows.labels)
    signs = rows.signs * np.float32(sign_scale)
    wanted = np.eye(LABELS, dtype=np.float32)[rows.labels]
    share = (weights / weights.sum()).astype(np.float32)
    cut, end = len(used) * LABELS, len(used) * LABELS + signs.shape[1] * LABELS

    def loss(numbers: Numbers) -> tuple[float, Numbers]:
        small = numbers.astype(np.float32)
        hashed, dense = small[:cut].reshape(-1, LABELS), small[cut:end].reshape(-1, LABELS)
        scores = compact.times(hashed) + signs @ dense + small[end:]
        scores -= scores.max(axis=1, keepdims=True)
        powers = np.exp(scores)
        sums = powers.sum(axis=1, keepdims=True)
        misfit = share @ (np.log(sums[:, 0]) - (scores * wanted).sum(axis=1))
        excess = (powers / sums - wanted) * share[:, None]
        slope_hashed = summed(excess[row_of] * values[:, None], feature_starts) + penalty * hashed
        slope_dense = signs.T @ excess + penalty * dense
        slope = np.concatenate([slope_hashed.ravel(), slope_dense.ravel(), excess.sum(axis=0)])
        held = penalty / 2 * float((hashed * hashed).sum() + (dense * dense).sum())
        return float(misfit) + held, slope.astype(np.float64)

    numbers = minimised(loss, end + LABELS).astype(np.float32)
    hashed = np.zeros((buckets, LABELS), np.float32)
    hashed[used] = numbers[:cut].reshape(-1, LABELS)
    return hashed, numbers[cut:end].reshape(-1, LABELS) * np.float32(sign_scale), numbers[end:]
