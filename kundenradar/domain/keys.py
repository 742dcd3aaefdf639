"""Entry keys that follow time, and the local day an entry counts for (ADR 0003)."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

LOCAL_ZONE = ZoneInfo("Europe/Berlin")
KEY_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
SEQUENCE_BITS = 20
FUTURE_TOLERANCE = timedelta(hours=24)
_OLDEST = datetime(1990, 1, 1, tzinfo=UTC)
_SEQUENCE_MASK = (1 << SEQUENCE_BITS) - 1
_POSITION_BITS = 12


def sorting_time(published_at: datetime | None, first_seen_at: datetime) -> datetime:
    """The time an entry is sorted and counted by.

    The publication time, but never later than when we first saw it: a missing, ancient
    or future time falls back to that (FEEDS.md rows 53 and 55).
    """
    if published_at is None or published_at < _OLDEST or published_at > first_seen_at:
        return first_seen_at
    return published_at


def first_key(moment: datetime) -> int:
    """Smallest key of an entry of this second or later."""
    seconds = max(0, int((moment - KEY_EPOCH).total_seconds()))
    return seconds << SEQUENCE_BITS


def wished_key(moment: datetime, position: int, salt: int) -> int:
    """The key an entry would like: by second, then in document order (first is newest).

    Args:
        moment: Sorting time, aware.
        position: Place in the document, from 0.
        salt: Tells sources apart within a second.
    """
    place = (1 << _POSITION_BITS) - 1 - min(position, (1 << _POSITION_BITS) - 1)
    spread = (salt * 37) & ((1 << (SEQUENCE_BITS - _POSITION_BITS)) - 1)
    return first_key(moment) | (((place << (SEQUENCE_BITS - _POSITION_BITS)) | spread) & _SEQUENCE_MASK)


def key_time(key: int) -> datetime:
    """The second a key stands for, UTC."""
    return KEY_EPOCH + timedelta(seconds=key >> SEQUENCE_BITS)


def local_day(moment: datetime) -> date:
    """Calendar day in Europe/Berlin."""
    return moment.astimezone(LOCAL_ZONE).date()
