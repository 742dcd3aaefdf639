"""Sources and their polls."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, delete, exists, func, insert, or_, select
from sqlalchemy.engine import Connection
from sqlalchemy.exc import IntegrityError

from kundenradar.domain.errors import InputError, Trouble, TroubleKind
from kundenradar.domain.health import FetchOutcome, FetchRecord
from kundenradar.domain.sources import NewSource, Source, SourceId, SourceKind, by_name
from kundenradar.store.rows import bound, insert_rows
from kundenradar.store.tables import DayCountRow, EntryRow, FetchRow, MentionRow, SourceAddressRow, SourceRow

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute

KEPT_POLLS = timedelta(days=90)
CLOCK_SLACK = timedelta(minutes=5)
"""By so much a clock may be set back without anybody noticing."""


def _trouble(row: Row[Any]) -> Trouble | None:
    if row.trouble_kind is None:
        return None
    return Trouble(
        kind=TroubleKind(row.trouble_kind),
        host=row.trouble_host or "",
        status=row.trouble_status,
        retry_after_s=row.trouble_retry_after_s,
        detail=row.trouble_detail or "",
    )


def _source(row: Row[Any], entries: int, mentions: int) -> Source:
    return Source(
        id=SourceId(row.id),
        name=row.name,
        kind=SourceKind(row.kind),
        software=row.software,
        address=row.address,
        feed_url=row.feed_url,
        site_url=row.site_url,
        all_entries=row.all_entries,
        own_names=row.own_names,
        has_login=row.has_login,
        paused=row.paused,
        interval_s=row.interval_s,
        added_at=row.added_at,
        etag=row.etag,
        last_modified=row.last_modified,
        body_hash=row.body_hash,
        validators_at=row.validators_at,
        min_interval_s=row.min_interval_s,
        last_attempt=row.last_attempt,
        last_success=row.last_success,
        next_due=row.next_due,
        failures=row.failures,
        trouble=_trouble(row),
        newest_at=row.newest_at,
        login_kind=row.login_kind,
        rhythm_s=row.rhythm_s,
        held=row.held,
        held_s=row.held_s,
        silent_after_s=row.silent_after_s,
        missed=row.missed,
        missed_at=row.missed_at,
        missed_gap_s=row.missed_gap_s,
        moved_at=row.moved_at,
        entries=entries,
        mentions=mentions,
    )


def trouble_values(trouble: Trouble | None) -> dict[str, Any]:
    """Columns that keep a trouble."""
    return {
        "trouble_kind": trouble.kind.value if trouble else None,
        "trouble_host": trouble.host if trouble else None,
        "trouble_status": trouble.status if trouble else None,
        "trouble_retry_after_s": trouble.retry_after_s if trouble else None,
        "trouble_detail": trouble.detail if trouble else None,
    }


_FETCH_TROUBLE = ("trouble_kind", "trouble_host", "trouble_detail")


def _fetch_values(record: FetchRecord) -> tuple[Any, ...]:
    """A poll as `Sources.log_fetches` keeps it."""
    trouble = record.trouble
    told = (trouble.kind.value, trouble.host, trouble.detail) if trouble else (None, None, None)
    figures = (record.outcome.value, record.status, record.entries, record.new, record.changed, record.ms)
    return (record.at, *figures, *told)


class Sources:
    """The sources of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def has_name(self, name: str) -> bool:
        """Whether a source is called so."""
        return self._connection.execute(select(exists().where(SourceRow.name == name))).scalar_one()

    def add(self, new: NewSource, now: datetime) -> Source:
        """Keep a new source.

        Raises:
            InputError: The feed is subscribed already (``source-known``).
        """
        values = {
            "name": new.name,
            "kind": new.kind.value,
            "software": new.software,
            "address": new.address,
            "feed_url": new.feed_url,
            "site_url": new.site_url,
            "all_entries": new.all_entries,
            "own_names": new.own_names,
            "has_login": False,
            "paused": False,
            "interval_s": new.interval_s,
            "added_at": now,
            "min_interval_s": 0,
            "failures": 0,
        }
        known = self._connection.execute(select(SourceRow.name).where(SourceRow.feed_url == new.feed_url)).scalar()
        if known is not None:
            raise InputError("source-known", known)
        try:
            result = self._connection.execute(insert(SourceRow).values(values))
        except IntegrityError as error:
            raise InputError("source-known", new.name) from error
        key = result.inserted_primary_key
        return self.get(SourceId(key[0] if key else 0))

    def get(self, source_id: SourceId, *, counted: bool = False) -> Source:
        """One source; its entries and mentions are only counted if asked for.

        Raises:
            InputError: There is none with this id (``source-unknown``).
        """
        row = self._connection.execute(select(SourceRow.__table__).where(SourceRow.id == source_id)).first()
        if row is None:
            raise InputError("source-unknown", str(source_id))
        if not counted:
            return _source(row, 0, 0)
        entries = self._number(EntryRow.source_id, source_id)
        return _source(row, entries, self._number(MentionRow.source_id, source_id))

    def _number(self, column: "InstrumentedAttribute[int]", source_id: SourceId) -> int:
        return int(self._connection.execute(select(func.count()).where(column == source_id)).scalar_one())

    def _numbers(self, column: "InstrumentedAttribute[int]") -> dict[int, int]:
        rows = self._connection.execute(select(column, func.count()).group_by(column))
        return {row[0]: row[1] for row in rows}

    def list(self) -> tuple[Source, ...]:
        """All sources in order of name, with their counts."""
        mentions = self._numbers(MentionRow.source_id)
        entries = self._numbers(EntryRow.source_id)
        rows = self._connection.execute(select(SourceRow.__table__))
        found = (_source(row, entries.get(row.id, 0), mentions.get(row.id, 0)) for row in rows)
        return tuple(sorted(found, key=by_name))

    def by_feed(self, feed_url: str) -> SourceId | None:
        """The source that listens to this feed, if there is one."""
        found = self._connection.execute(select(SourceRow.id).where(SourceRow.feed_url == feed_url)).scalar()
        return None if found is None else SourceId(found)

    def due(self, now: datetime) -> tuple[SourceId, ...]:
        """Sources that may be polled again at `now`, longest waiting first.

        One that was asked later than now was asked by a clock that was ahead: what that clock calls due means nothing.
        """
        statement = (
            select(SourceRow.id)
            .where(
                SourceRow.paused.is_(False),
                or_(SourceRow.trouble_kind.is_(None), SourceRow.trouble_kind != TroubleKind.GONE.value),
                or_(
                    SourceRow.next_due.is_(None), SourceRow.next_due <= now, SourceRow.last_attempt > now + CLOCK_SLACK
                ),
            )
            .order_by(SourceRow.next_due.is_not(None), SourceRow.next_due, SourceRow.id)
        )
        return tuple(SourceId(row.id) for row in self._connection.execute(statement))

    def next_due(self) -> datetime | None:
        """When the next source is due, None if none will be polled."""
        statement = select(func.min(func.coalesce(SourceRow.next_due, SourceRow.added_at))).where(
            SourceRow.paused.is_(False),
            or_(SourceRow.trouble_kind.is_(None), SourceRow.trouble_kind != TroubleKind.GONE.value),
        )
        return self._connection.execute(statement).scalar()

    def some(self, ids: Sequence[SourceId]) -> dict[SourceId, Source]:
        """Those of these sources that exist, by id; entries and mentions are not counted."""
        statement = select(SourceRow.__table__).where(SourceRow.id.in_(ids))
        return {SourceId(row.id): _source(row, 0, 0) for row in self._connection.execute(statement)}

    def change(self, source_id: SourceId, values: dict[str, Any]) -> None:
        """Set columns of a source; an unknown id changes nothing."""
        self.change_all({source_id: values})

    def change_all(self, changes: Mapping[SourceId, Mapping[str, Any]]) -> None:
        """Set columns of sources; unknown ids change nothing."""
        together: defaultdict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
        for source_id, values in changes.items():
            names = tuple(values)
            together[names].append((*bound(SourceRow, names, values.values()), source_id))
        for names, rows in together.items():
            wanted = ", ".join(f"{name} = ?" for name in names)
            self._connection.exec_driver_sql(f"UPDATE source SET {wanted} WHERE id = ?", rows)  # noqa: S608 - columns

    def keep_address(self, source_id: SourceId, url: str, until: datetime) -> None:
        """Remember an address the feed had until now."""
        self._connection.execute(insert(SourceAddressRow).values(source_id=source_id, url=url, until=until))

    def addresses(self, source_id: SourceId) -> tuple[tuple[str, datetime], ...]:
        """Former addresses of the feed and until when, newest first."""
        statement = (
            select(SourceAddressRow.url, SourceAddressRow.until)
            .where(SourceAddressRow.source_id == source_id)
            .order_by(SourceAddressRow.until.desc(), SourceAddressRow.id.desc())
        )
        return tuple((row.url, row.until) for row in self._connection.execute(statement))

    def is_known(self, source_id: SourceId) -> bool:
        """Whether the source still exists."""
        return bool(self._connection.execute(select(exists().where(SourceRow.id == source_id))).scalar())

    def remove(self, source_id: SourceId) -> None:
        """Forget a source whose entries were removed before; its polls and counts go with it."""
        self._connection.execute(delete(DayCountRow).where(DayCountRow.source_id == source_id))
        self._connection.execute(delete(SourceRow).where(SourceRow.id == source_id))

    def log_fetch(self, source_id: SourceId, record: FetchRecord) -> None:
        """Keep the outcome of a poll."""
        self.log_fetches([(source_id, record)])

    def log_fetches(self, records: Sequence[tuple[SourceId, FetchRecord]]) -> None:
        """Keep the outcomes of polls."""
        insert_rows(
            self._connection,
            FetchRow,
            ("source_id", "at", "outcome", "status", "entries", "new", "changed", "ms", *_FETCH_TROUBLE),
            [(source_id, *_fetch_values(record)) for source_id, record in records],
        )

    def forget_old_fetches(self, now: datetime) -> None:
        """Drop polls older than 90 days."""
        self._connection.execute(delete(FetchRow).where(FetchRow.at < now - KEPT_POLLS))

    def fetches(self, source_id: SourceId, limit: int) -> tuple[FetchRecord, ...]:
        """The last polls, newest first."""
        statement = (
            select(FetchRow.__table__)
            .where(FetchRow.source_id == source_id)
            .order_by(FetchRow.at.desc(), FetchRow.id.desc())
            .limit(limit)
        )
        return tuple(
            FetchRecord(
                at=row.at,
                outcome=FetchOutcome(row.outcome),
                status=row.status,
                entries=row.entries,
                new=row.new,
                changed=row.changed,
                ms=row.ms,
                trouble=None
                if row.trouble_kind is None
                else Trouble(
                    TroubleKind(row.trouble_kind),
                    row.trouble_host or "",
                    row.status,
                    None,
                    row.trouble_detail or "",
                ),
            )
            for row in self._connection.execute(statement)
        )

    def last_success(self) -> datetime | None:
        """When any source was last heard."""
        statement = select(SourceRow.last_success).order_by(SourceRow.last_success.desc().nulls_last()).limit(1)
        return self._connection.execute(statement).scalar()

    def ids(self, wanted: Iterable[SourceId] | None = None) -> Sequence[SourceId]:
        """Ids of all sources, or of those wanted that exist."""
        statement = select(SourceRow.id).order_by(SourceRow.id)
        if wanted is not None:
            statement = statement.where(SourceRow.id.in_(list(wanted)))
        return [SourceId(row.id) for row in self._connection.execute(statement)]
