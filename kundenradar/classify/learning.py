"""Learning from the owner's corrections: the most probable change of the start weights.

The start weights are the middle of a Gaussian prior; corrections move them as far as they must (MAP). Hashed
features, counted signs and the bias have a spread each. Rare labels weigh more, so that little praise among much
criticism is not lost. By the representer theorem the change is a weighted sum of the corrected texts, so that it is
found among a few hundred numbers instead of hundreds of thousands. The spreads were chosen on GermEval 2017 dev taken
as one firm's mentions; ``bench/sentiment.py`` shows the learning curve.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kundenradar.classify.features import SIGNS
from kundenradar.classify.judging import LABELS, MAX_CHARS
from kundenradar.classify.lexicon import load_lexicon
from kundenradar.classify.minimum import Numbers, minimised
from kundenradar.classify.scoring import scaled, see, slots_and_values
from kundenradar.classify.weights import Residual, Weights, pack_residual, start_weights
from kundenradar.domain.learning import LEAST_TO_MEASURE, Lesson
from kundenradar.domain.sentiment import Label

SPREAD, SIGN_SPREAD, BIAS_SPREAD = 15.0, 0.05, 4.0
"""Variances of the prior of hashed features, signs and bias."""
SAME_LABEL_SPREAD = 0.25
"""Of the spreads of features and signs while all corrections give one label (measured on GermEval dev)."""
FEW = 20
"""Corrections from which half is left to move the bias: five texts do not tell what is usual (GermEval dev: of 5 random
ones that correct or confirm, 5 instead of 9 % of all other texts are judged anew, as many of them right)."""
BALANCE = 1.1
"""0 weighs every correction the same, 1 every label; beyond 1 rare labels weigh more than common ones together."""
FOLDS = 5
"""Parts of the cross-validation."""
HEATS = np.linspace(0.6, 3.0, 25)
AT_ONCE = 4_000
"""Slots whose likeness is summed at once: bounds memory."""
JITTERS = (1e-6, 1e-4, 1e-2, 1.0)
"""Added to how much a text tells of itself, the least that helps: repeats and rounding leave no exact root."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Corrected texts, ready to learn from.

    Attributes:
        slots: Hashed slots, text by text.
        values: Value in each.
        starts: Where each text starts, and the end.
        signs: Counted signs.
        scores: Scores by the start weights.
        labels: Place of the label given.
        likeness: How much each text tells of each other, under the prior.
        variety: See `variety`.
    """

    slots: NDArray[np.int64]
    values: NDArray[np.float32]
    starts: NDArray[np.int64]
    signs: NDArray[np.float32]
    scores: Numbers
    labels: NDArray[np.int64]
    likeness: Numbers
    variety: float


def variety(labels: Sequence[Label]) -> float:
    """How far corrections tell what is usual: 0 if all give the same label, 1 if a third or more give another.

    An owner who only puts right what was not taken for criticism has seen no text that was judged well. The bias may
    move by this share, features and signs by more of it (`_share_of_spread`): what is alike follows, all else hardly.
    """
    most = max(Counter(labels).values(), default=0)
    return min(1.0, 3 * (1 - most / max(1, len(labels))))


def _share_of_spread(various: float) -> float:
    """Share of the spreads of features and signs."""
    return SAME_LABEL_SPREAD + (1 - SAME_LABEL_SPREAD) * various


def _bias_spread(various: float, count: int) -> float:
    """Variance of the bias after so many corrections."""
    return various * BIAS_SPREAD * count / (count + FEW)


def examples(texts: Sequence[str], labels: Sequence[Label], start: Weights) -> Examples:
    """Texts and labels, ready to learn from."""
    lexicon = load_lexicon()
    seen = [see(text[:MAX_CHARS], lexicon) for text in texts]
    features = [slots_and_values(one) for one in seen]
    slots = np.concatenate([slots for slots, _ in features])
    values = np.concatenate([scaled(*one, start.rarity) for one in features])
    starts = np.concatenate([[0], np.cumsum([len(slots) for slots, _ in features])])
    signs = np.array([one.signs for one in seen], dtype=np.float32).reshape(-1, SIGNS)
    scores = _row_sums(start.hashed[slots] * values[:, None], starts) + _product(signs, start.signs) + start.bias
    various = variety(labels)
    likeness = SPREAD * _likeness(slots, values, starts) + SIGN_SPREAD * _product(signs, signs.T)
    likeness = _share_of_spread(various) * likeness + _bias_spread(various, len(labels))
    given = np.array([LABELS.index(one) for one in labels])
    return Examples(slots, values, starts, signs, scores, given, likeness, various)


def _product(one: NDArray[np.float32] | Numbers, other: NDArray[np.float32] | Numbers) -> Numbers:
    """Matrix product without BLAS; small ones only."""
    product: Numbers = np.einsum("ij,jk->ik", one.astype(np.float64), other.astype(np.float64))
    return product


def _row_sums(values: NDArray[np.float32], starts: NDArray[np.int64]) -> Numbers:
    """Sums of rows from each start to the next; a text without words sums to 0."""
    if not len(values):
        return np.zeros((len(starts) - 1, values.shape[1]))
    sums = np.add.reduceat(values, np.minimum(starts[:-1], len(values) - 1), axis=0).astype(np.float64)
    sums[starts[1:] == starts[:-1]] = 0
    return sums


def _likeness(slots: NDArray[np.int64], values: NDArray[np.float32], starts: NDArray[np.int64]) -> Numbers:
    """Inner products of all texts with each other."""
    count = len(starts) - 1
    row_of = np.repeat(np.arange(count), np.diff(starts))
    cells, places = np.unique(slots * count + row_of, return_inverse=True)
    sums = np.bincount(places, values, minlength=len(cells))
    rows, own_slots = cells % count, cells // count
    _, column, shared = np.unique(own_slots, return_inverse=True, return_counts=True)
    likeness = np.zeros((count, count))
    alone = shared[column] == 1
    np.add.at(likeness, (rows[alone], rows[alone]), sums[alone] ** 2)
    rows, sums, column = rows[~alone], sums[~alone], np.unique(column[~alone], return_inverse=True)[1]
    for first in range(0, int(column.max(initial=-1)) + 1, AT_ONCE):
        chosen = (column >= first) & (column < first + AT_ONCE)
        part = np.zeros((count, AT_ONCE), dtype=np.float32)
        part[rows[chosen], column[chosen] - first] = sums[chosen]
        likeness += part @ part.T
    return likeness


def _root(likeness: Numbers) -> Numbers:
    """The lower root of the likeness of texts; thousands of texts, many of them alike, have one too.

    Raises:
        numpy.linalg.LinAlgError: The numbers are no likeness at all.
    """
    for jitter in JITTERS[:-1]:
        try:
            return _root_held(likeness, jitter)
        except np.linalg.LinAlgError:
            continue
    return _root_held(likeness, JITTERS[-1])


def _root_held(likeness: Numbers, jitter: float) -> Numbers:
    held = likeness.copy()
    held.flat[:: len(held) + 1] += jitter
    root: Numbers = np.linalg.cholesky(held).astype(np.float64, copy=False)
    return root


def fitted(likeness: Numbers, scores: Numbers, labels: NDArray[np.int64]) -> Numbers:
    """Share of each text in the most probable change, per label: ``(texts, 3)``."""
    root = _root(likeness)
    wanted = np.eye(3)[labels]
    counts = np.bincount(labels, minlength=3) + 1.0
    weights = ((counts.mean() / counts) ** BALANCE)[labels]
    weights *= len(weights) / weights.sum()

    def loss(numbers: Numbers) -> tuple[float, Numbers]:
        moved = scores + root @ numbers.reshape(-1, 3)
        moved -= moved.max(axis=1, keepdims=True)
        powers = np.exp(moved)
        sums = powers.sum(axis=1, keepdims=True)
        misfit = (weights * (np.log(sums[:, 0]) - (moved * wanted).sum(axis=1))).sum()
        excess = (powers / sums - wanted) * weights[:, None]
        slope = (root.T @ excess).ravel() + numbers
        return float(misfit + (numbers * numbers).sum() / 2), slope

    found = minimised(loss, len(labels) * 3).reshape(-1, 3)
    shares: Numbers = np.linalg.solve(root.T, found).astype(np.float64, copy=False)
    return shares


def held_back_scores(told: Examples) -> Numbers:
    """Scores of each text by what was learnt from the others (five folds, always the same)."""
    folds = np.arange(len(told.labels)) * 7919 % FOLDS
    scores = told.scores.copy()
    for fold in range(FOLDS):
        rest, back = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        shares = fitted(told.likeness[np.ix_(rest, rest)], told.scores[rest], told.labels[rest])
        scores[back] += told.likeness[np.ix_(back, rest)] @ shares
    return scores


def best_heat(scores: Numbers, labels: NDArray[np.int64]) -> float:
    """What to divide scores by so that probabilities are honest: least log loss on a grid."""
    losses = []
    for heat in HEATS:
        warm = scores / heat - (scores / heat).max(axis=1, keepdims=True)
        losses.append((np.log(np.exp(warm).sum(axis=1)) - warm[np.arange(len(labels)), labels]).sum())
    return float(HEATS[int(np.argmin(losses))])


def residual_of(told: Examples, shares: Numbers, heat: float, start: Weights) -> Residual:
    """The change of the weights that the shares of the texts add up to."""
    slots, places = np.unique(told.slots, return_inverse=True)
    row_of = np.repeat(np.arange(len(told.labels)), np.diff(told.starts))
    share = _share_of_spread(told.variety)
    pushes = share * SPREAD * told.values[:, None] * shares[row_of]
    hashed = np.stack([np.bincount(places, pushes[:, label], minlength=len(slots)) for label in range(3)], axis=1)
    return Residual(
        slots=slots.astype(np.int32),
        hashed=hashed.astype(np.float32),
        signs=(share * SIGN_SPREAD * _product(told.signs.T, shares)).astype(np.float32),
        bias=(_bias_spread(told.variety, len(told.labels)) * shares.sum(axis=0)).astype(np.float32),
        heat=heat,
        corrections=len(told.labels),
        start=start.name,
    )


def lesson(texts: Sequence[str], labels: Sequence[Label]) -> Lesson:
    """What corrected texts teach; the same for the same corrections in the same order.

    Raises:
        ValueError: There are no texts.
    """
    start = start_weights()
    told = examples(texts, labels, start)
    accuracy, heat = None, start.heat
    if len(texts) >= LEAST_TO_MEASURE:
        scores = held_back_scores(told)
        accuracy = float((scores.argmax(axis=1) == told.labels).mean())
        heat += told.variety * (best_heat(scores, told.labels) - heat)  # the same label ever is no test
    shares = fitted(told.likeness, told.scores, told.labels)
    return Lesson(len(texts), accuracy, pack_residual(residual_of(told, shares, heat, start)))
