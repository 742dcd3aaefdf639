"""Why a text was judged as it was: the words that pushed the decision, with sign and strength."""

from collections.abc import Sequence

import numpy as np

from kundenradar.classify.scoring import Scored, Seen
from kundenradar.domain.sentiment import Reason

MOST = 12
"""Reasons told of one text, the strongest."""
LEAST_PUSH = 0.2
"""A word outside the clues must push this much, in units of score, to be told of."""
LEAST_SHARE = 0.2
"""What is told of is at least so strong beside the strongest."""
CLUE_PUSH = 0.6
"""What a clear clue pushes through the signs, beside what its words do."""
FULL_PUSH = 2.0
"""A push that counts as full strength."""


def reasons(seen: Seen, scored: Scored) -> tuple[Reason, ...]:
    """The strongest pushes in the order of the text, not overlapping; weights in [-1, +1]."""
    found = _clue_reasons(seen, scored) + _word_reasons(seen, scored)
    least = LEAST_SHARE * max((abs(reason.weight) for reason in found), default=0.0)
    found = [reason for reason in found if abs(reason.weight) >= least and reason.weight]
    found.sort(key=lambda reason: -abs(reason.weight))
    return tuple(sorted(found[:MOST], key=lambda reason: reason.start))


def _clue_reasons(seen: Seen, scored: Scored) -> list[Reason]:
    """Clues of the rules, each with what its words push besides where that points the same way."""
    starts = np.array([start for sentence in seen.read for start in sentence.starts])
    sums = np.concatenate([[0.0], np.cumsum(scored.pushes)])
    found: list[Reason] = []
    end = 0
    for clue in seen.clues:
        if clue.start < end:
            continue
        first, last = np.searchsorted(starts, (clue.start, clue.end)) if len(starts) else (0, 0)
        push = CLUE_PUSH * clue.weight
        words = float(sums[last] - sums[first])
        push += words if words * push > 0 else 0.0
        found.append(Reason(clue.start, clue.end, _strength(push)))
        end = clue.end
    return found


def _word_reasons(seen: Seen, scored: Scored) -> list[Reason]:
    """Words outside the clues that push by themselves; neighbours that push the same way are one."""
    strong = np.flatnonzero(np.abs(scored.pushes) >= LEAST_PUSH)
    words = [span for sentence in seen.read for span in zip(sentence.starts, sentence.ends, strict=True)]
    taken = [(clue.start, clue.end) for clue in seen.clues]
    found: list[tuple[int, Reason]] = []
    for at in strong.tolist():
        (start, end), push = words[at], float(scored.pushes[at])
        if _inside(start, end, taken):
            continue
        if found and found[-1][0] == at - 1 and found[-1][1].weight * push > 0:
            before = found.pop()[1]
            found.append((at, Reason(before.start, end, _strength(before.weight * FULL_PUSH + push))))
        else:
            found.append((at, Reason(start, end, _strength(push))))
    return [reason for _, reason in found]


def _inside(first: int, last: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < last and first < end for start, end in taken)


def _strength(push: float) -> float:
    return max(-1.0, min(1.0, push / FULL_PUSH))
