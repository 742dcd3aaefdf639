"""Why a text was judged as it was: the words that pushed the decision, with sign and strength."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from kundenradar.classify.scoring import Scored, Seen, pushes_of
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
    pushes = pushes_of(seen, scored)
    found = _clue_reasons(seen, pushes) + _word_reasons(seen, pushes)
    least = LEAST_SHARE * max((abs(reason.weight) for reason in found), default=0.0)
    found = [reason for reason in found if abs(reason.weight) >= least and reason.weight]
    found.sort(key=lambda reason: -abs(reason.weight))
    return tuple(sorted(found[:MOST], key=lambda reason: reason.start))


def _clue_reasons(seen: Seen, pushes: Sequence[float]) -> list[Reason]:
    """Clues of the rules, each with what its words push besides where that points the same way."""
    starts = [start for sentence in seen.read for start in sentence.starts]
    sums = [0.0, *accumulate(pushes)]
    found: list[Reason] = []
    end = 0
    for clue in seen.clues:
        if clue.start < end:
            continue
        first = bisect_left(starts, clue.start)
        last = bisect_left(starts, clue.end, first)
        push = CLUE_PUSH * clue.weight
        words = sums[last] - sums[first]
        push += words if words * push > 0 else 0.0
        found.append(Reason(clue.start, clue.end, _strength(push)))
        end = clue.end
    return found


def _word_reasons(seen: Seen, pushes: Sequence[float]) -> list[Reason]:
    """Words outside the clues that push by themselves; neighbours that push the same way are one."""
    strong = [at for at, push in enumerate(pushes) if not -LEAST_PUSH < push < LEAST_PUSH]
    words = [span for sentence in seen.read for span in zip(sentence.starts, sentence.ends, strict=True)]
    taken = [(clue.start, clue.end) for clue in seen.clues]
    found: list[tuple[int, Reason]] = []
    for at in strong:
        (start, end), push = words[at], pushes[at]
        if _inside(start, end, taken):
            continue
        place, before = found[-1] if found else (-2, None)
        if (
            before is not None
            and place == at - 1
            and before.weight * push > 0
            and not _inside(before.start, end, taken)  # a sign between them is a reason of its own
        ):
            found.pop()
            found.append((at, Reason(before.start, end, _strength(before.weight * FULL_PUSH + push))))
        else:
            found.append((at, Reason(start, end, _strength(push))))
    return [reason for _, reason in found]


def _inside(first: int, last: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < last and first < end for start, end in taken)


def _strength(push: float) -> float:
    return max(-1.0, min(1.0, push / FULL_PUSH))
