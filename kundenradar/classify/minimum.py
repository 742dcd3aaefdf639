"""The minimum of a smooth function of many numbers: L-BFGS, with the little numpy that needs no second thread."""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

STEPS, MEMORY, HALVINGS, ENOUGH = 40, 8, 20, 1e-4

Numbers = NDArray[np.float64]


def _dot(one: Numbers, other: Numbers) -> float:
    """The inner product without BLAS: its threads wait for each other where cores are busy (measured: 50 times)."""
    return float(np.einsum("i,i->", one, other))


def minimised(function: Callable[[Numbers], tuple[float, Numbers]], size: int) -> Numbers:
    """Where a smooth function of `size` numbers is least, by L-BFGS from zero."""
    at = np.zeros(size)
    value, slope = function(at)
    steps: list[tuple[Numbers, Numbers]] = []
    for count in range(STEPS):
        way = -_turned(slope, steps)
        length, fall = 1.0, _dot(slope, way)
        for _ in range(HALVINGS):
            next_value, next_slope = function(at + length * way)
            if next_value <= value + 1e-4 * length * fall:
                break
            length /= 2
        moved, bent = length * way, next_slope - slope
        if _dot(moved, bent) > 1e-10:
            steps = [*steps, (moved, bent)][-MEMORY:]
        at += moved
        gain, value, slope = value - next_value, next_value, next_slope
        if count > MEMORY and gain < ENOUGH * max(1.0, abs(value)):
            break
    return at


def _turned(slope: Numbers, steps: list[tuple[Numbers, Numbers]]) -> Numbers:
    """The slope, times the inverse of the curvature the last steps showed (two-loop recursion)."""
    turned = slope.copy()
    shares = []
    for moved, bent in reversed(steps):
        share = _dot(moved, turned) / _dot(bent, moved)
        turned -= share * bent
        shares.append(share)
    if steps:
        moved, bent = steps[-1]
        turned *= _dot(moved, bent) / _dot(bent, bent)
    else:
        turned /= max(1.0, math.sqrt(_dot(slope, slope)))
    for (moved, bent), share in zip(steps, reversed(shares), strict=True):
        turned += moved * (share - _dot(bent, turned) / _dot(bent, moved))
    return turned
