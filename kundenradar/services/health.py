"""What a poll tells about the health of a source, as columns to keep: its pace, what was missed, where it moved."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from kundenradar.context import Context
from kundenradar.domain.events import SourcesChanged
from kundenradar.domain.mentions import HeardEntry
from kundenradar.domain.rhythm import (
    MAX_AHEAD,
    MIN_DATED,
    Sighting,
    between_documents,
    missed_between,
    rhythm_of,
    slower,
)
from kundenradar.domain.secrets import is_at_home
from kundenradar.domain.sources import Source, SourceId
from kundenradar.store.transaction import Transaction


def document_values(
    source: Source, heard: Sequence[HeardEntry], known: Collection[str], new: int, now: datetime
) -> dict[str, Any]:
    """Columns that follow from a document.

    Args:
        source: As it stood before.
        heard: The entries of the document.
        known: Identities known before.
        new: How many of them were new; fewer than identities tell if the feed has renumbered its entries.
        now: This moment.
    """
    times = [one.entry.published_at or one.entry.updated_at for one in heard]
    dated = [at for at in times if at is not None and at <= now + MAX_AHEAD]
    rhythm = rhythm_of(dated, now)
    newest = max([*dated, *([source.newest_at] if source.newest_at else [])], default=None)
    values: dict[str, Any] = {"newest_at": newest}
    is_short = 0 < rhythm.held < MIN_DATED
    if heard:
        values |= {
            "rhythm_s": between_documents(source.newest_at, dated, source.rhythm_s) if is_short else rhythm.rhythm_s,
            "held": rhythm.held,
            "held_s": rhythm.held_s,
            "silent_after_s": rhythm.silent_after_s or source.silent_after_s,
        }
    return values | _missed_values(source, heard, known, new, now)


def _missed_values(
    source: Source, heard: Sequence[HeardEntry], known: Collection[str], new: int, now: datetime
) -> dict[str, Any]:
    if source.last_success is None or not known:
        return {"missed": source.missed or 0}
    document = [Sighting(one.entry.published_at or one.entry.updated_at, one.entry.identity in known) for one in heard]
    if sum(not one.known for one in document) > new:  # known under other names: nothing was lost
        return {"missed": source.missed or 0}
    missed = missed_between(source.newest_at, document, now, source.rhythm_s, source.last_success)
    if missed is None:
        return {"missed": source.missed or None}
    if not missed:
        return {"missed": source.missed or 0}
    gap_s = round((now - source.last_success).total_seconds())
    return {"missed": (source.missed or 0) + missed, "missed_at": now, "missed_gap_s": gap_s}


def unchanged_values(source: Source, now: datetime) -> dict[str, Any]:
    """Columns that follow from an answer without anything new."""
    if source.last_success is None:
        return {}
    quiet_s = (now - source.last_success).total_seconds()
    return {"rhythm_s": slower(source.rhythm_s, source.held, quiet_s)}


def moved_values(tx: Transaction, source: Source, url: str, now: datetime) -> dict[str, Any]:
    """Columns of a feed that moved to `url` for good; none if another source listens there already.

    The old address is kept. A locked feed that moves to somebody else stays: what opens it would have to follow.
    """
    if source.has_login and not is_at_home(source.feed_url, url):
        return {}
    if tx.sources.by_feed(url) not in {None, source.id} or url == source.feed_url:
        return {}
    tx.sources.keep_address(source.id, source.feed_url, now)
    return {"feed_url": url, "moved_at": now}


def understood(ctx: Context, source_id: SourceId) -> None:
    """The owner has taken note of what was missed and where the feed moved to.

    Raises:
        InputError: The source is unknown.
    """
    with ctx.store.write() as tx:
        tx.sources.get(source_id)
        tx.sources.change(source_id, {"missed": 0, "missed_at": None, "missed_gap_s": None, "moved_at": None})
    ctx.bus.publish(SourcesChanged((source_id,)))
