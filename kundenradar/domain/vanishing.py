"""Which entries a document should still have held: told by the time it covers."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from kundenradar.domain.mentions import ParsedEntry


def covered(entries: Sequence[ParsedEntry]) -> tuple[datetime, datetime] | None:
    """The span of time of which a document holds every entry.

    A feed drops its oldest entries as new ones come, so that one from between its oldest and its newest can only be
    missing because it was taken away. Entries kept on top for ever are passed over.

    Args:
        entries: One whole document, in its order.

    Returns:
        Oldest and newest time, both not part of it; None if the entries do not stand in order of time.
    """
    times = [entry.published_at for entry in entries if entry.published_at is not None]
    if len(times) < len(entries):
        return None
    if _falls(times[::-1]):
        times.reverse()
    first = 0
    while first + 1 < len(times) and times[first] < times[first + 1]:
        first += 1
    times = times[first:]
    if len(times) < 2 or not _falls(times):
        return None
    return times[-1], times[0]


def _falls(times: Sequence[datetime]) -> bool:
    return all(earlier >= later for earlier, later in pairwise(times))
