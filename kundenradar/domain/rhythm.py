"""The pace of a feed: how often something new stands there, how far its document reaches back, what was missed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median

LATELY = 10
"""Entries that tell the present pace."""
MIN_DATED = 3
MIN_GAPS_FOR_SILENCE = 5
MIN_SILENCE_S = 3 * 24 * 3600
PINNED_GAP = 20
"""A gap so many times the usual one cuts off old entries that are only pinned to the top."""
MAX_MISSED = 99_999
MAX_AHEAD = timedelta(days=1)
BURST_S = 3600
"""What was written within less tells of a burst: how it was before must bear it out."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """What a document tells about the pace of its feed.

    Attributes:
        rhythm_s: Mean seconds between two entries lately, the time since the newest one included; None if not known.
        held: Dated entries in the document.
        held_s: Seconds the document reaches back by its own pace; None if not known.
        silent_after_s: Seconds after the newest entry from which on silence is unusual; None if not known.
    """

    rhythm_s: int | None = None
    held: int = 0
    held_s: int | None = None
    silent_after_s: int | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """An entry of a document: when it was written (None if it does not say), and whether it was known before."""

    at: datetime | None
    known: bool


def rhythm_of(times: Iterable[datetime], now: datetime) -> Rhythm:
    """The pace of a feed, from the times of the entries in its document (aware, any order).

    Entries that are only pinned (few, and far older than the rest) do not count, nor does the future.
    """
    stretch = _stretch(times, now)
    if len(stretch) < MIN_DATED:
        return Rhythm(held=len(stretch))
    gaps = _gaps(stretch)
    pace_s = sum(gaps) / len(gaps)
    if not pace_s:  # all of one moment: when they were fetched or moved, not when they were written
        return Rhythm(held=len(stretch))
    lately = min(LATELY, len(stretch))
    silent = None
    if len(gaps) >= MIN_GAPS_FOR_SILENCE:
        silent = round(max(MIN_SILENCE_S, 2 * max(gaps), 6 * pace_s))
    return Rhythm(
        rhythm_s=max(1, round((now - stretch[lately - 1]).total_seconds() / lately)),
        held=len(stretch),
        held_s=max(1, round(pace_s * len(stretch))),
        silent_after_s=silent,
    )


def between_documents(newest_known: datetime | None, times: Iterable[datetime], rhythm_s: int | None) -> int | None:
    """The pace of a feed whose document is too short to tell one: by what is new in it since the one before.

    Args:
        newest_known: Time of the newest entry known before.
        times: Of the entries in its document.
        rhythm_s: The pace it had.
    """
    new = [at for at in times if newest_known is not None and at > newest_known]
    if newest_known is None or not new:
        return rhythm_s
    pace_s = (max(new) - newest_known).total_seconds() / len(new)
    return max(1, round(pace_s))


def slower(rhythm_s: int | None, held: int | None, quiet_s: float) -> int | None:
    """The pace when nothing new has come for another `quiet_s` seconds."""
    if rhythm_s is None or not held:
        return rhythm_s
    return round(rhythm_s + max(0.0, quiet_s) / min(LATELY, held))


def missed_between(
    newest_known: datetime | None,
    document: Sequence[Sighting],
    now: datetime,
    rhythm_s: int | None = None,
    heard_at: datetime | None = None,
) -> int | None:
    """How many entries probably came and left while nobody asked.

    The pace of the document times the stretch between what was known last and the oldest entry that is new.
    Nothing is missing where the document still shows what was known last, nor of the time it was silent before it was
    last asked.

    Args:
        newest_known: Time of the newest entry known before this document; None if none was dated.
        document: The entries of the new document.
        now: This moment.
        rhythm_s: Pace known from before, for documents too short to have one.
        heard_at: When it was last asked; None if that is not known.

    Returns:
        A number, 0 if nothing is missing; None if it cannot be told (no overlap and no dates).
    """
    new = [one.at for one in document if not one.known]
    if newest_known is not None and heard_at is not None:
        newest_known = min(newest_known, heard_at)  # an event to come tells nothing of what was heard
    if not new or _reaches_back(newest_known, document, now):
        return 0
    dated = [at for at in new if at is not None]
    if not dated or newest_known is None:
        return None
    stretch = _stretch(dated, now)
    if not stretch:
        return None
    uncovered_s = (stretch[-1] - newest_known).total_seconds()
    pace_s = _borne_out(_pace(stretch), stretch, rhythm_s, uncovered_s)
    if pace_s is None:
        return None
    if heard_at is not None:
        uncovered_s = min(uncovered_s, (stretch[-1] - heard_at).total_seconds() + pace_s)
    return min(MAX_MISSED, max(0, round(uncovered_s / pace_s - 1)))


def _borne_out(
    pace_s: float | None, stretch: Sequence[datetime], rhythm_s: int | None, uncovered_s: float
) -> float | None:
    """The pace of a document for a stretch before it.

    That of a burst is taken for a longer stretch only as far as it was as fast before, or for a document an hour.
    """
    if pace_s is None or rhythm_s is None:
        return pace_s or rhythm_s
    span_s = (stretch[0] - stretch[-1]).total_seconds()
    is_burst = span_s < BURST_S and span_s < uncovered_s
    return max(pace_s, min(rhythm_s, BURST_S / len(stretch))) if is_burst else pace_s


def _reaches_back(newest_known: datetime | None, document: Sequence[Sighting], now: datetime) -> bool:
    """Whether the document still shows one of the last entries that were known; one pinned for ages is none."""
    known = [one.at for one in document if one.known and (one.at is None or one.at <= now)]
    if not known:
        return False
    if newest_known is None or None in known:
        return True
    pace_s = _pace(_stretch([one.at for one in document if one.at is not None], now)) or 0.0
    back = newest_known - timedelta(seconds=max(3600.0, 3 * pace_s))
    return any(at >= back for at in known if at is not None)


def _stretch(times: Iterable[datetime], now: datetime) -> list[datetime]:
    """The times up to now, newest first, without the few that are far older than the rest."""
    ordered = sorted((min(at, now) for at in times if at <= now + MAX_AHEAD), reverse=True)
    if len(ordered) < MIN_DATED + 1:
        return ordered
    gaps = _gaps(ordered)
    usual_s = max(median(gaps), 60.0)
    for place in range(len(ordered) - max(1, len(ordered) // 5), len(ordered)):
        if place >= MIN_DATED and gaps[place - 1] > PINNED_GAP * usual_s:
            return ordered[:place]
    return ordered


def _gaps(stretch: Sequence[datetime]) -> list[float]:
    """Seconds between neighbours of a stretch, newest first."""
    return [(later - earlier).total_seconds() for later, earlier in pairwise(stretch)]


def _pace(stretch: Sequence[datetime]) -> float | None:
    """Mean seconds between two entries of a stretch; None if it is too short or all were written at once."""
    if len(stretch) < MIN_DATED:
        return None
    return (stretch[0] - stretch[-1]).total_seconds() / (len(stretch) - 1) or None
