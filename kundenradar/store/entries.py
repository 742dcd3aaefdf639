"""Everything heard: new entries, edited ones, and finding known ones again."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from operator import attrgetter, itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Row, bindparam, delete, func, insert, or_, select, text, update
from sqlalchemy.engine import Connection, CursorResult

from kundenradar.domain.errors import InputError
from kundenradar.domain.keys import SEQUENCE_BITS, first_key, local_day, sorting_time, wished_key
from kundenradar.domain.mentions import Entry, EntryId, EntryVersion, HeardEntry, KnownEntry, ParsedEntry
from kundenradar.domain.sources import SourceId
from kundenradar.store.chunks import CHUNK, chunks
from kundenradar.store.documents import Documents
from kundenradar.store.groups import Groups
from kundenradar.store.rows import as_list, insert_rows
from kundenradar.store.search_terms import FTS_COLUMNS, fts_row
from kundenradar.store.tables import FTS_TABLE, EntryRow, EntryVersionRow
from kundenradar.store.types import moment_of

_INDEXED = tuple(column for column in FTS_COLUMNS if column != "facets")
_NAMES = ", ".join((*_INDEXED, "facets"))
_MARKS = ", ".join("?" for _ in (*_INDEXED, "facets"))
_INDEX = f"INSERT INTO {FTS_TABLE} (rowid, {_NAMES}) VALUES (?, {_MARKS})"  # noqa: S608 - own names only
_UNINDEX = f"INSERT INTO {FTS_TABLE} ({FTS_TABLE}, rowid, {_NAMES}) VALUES ('delete', ?, {_MARKS})"  # noqa: S608


_KNOWN_COLUMNS = (
    "id, identity, guid, link, title, fingerprint, position, updated_at, rating, replies, views, gone_at, thread, "
    "published_at"
)
_KNOWN = (
    f"SELECT json_group_array(json_array({_KNOWN_COLUMNS})) "  # noqa: S608 - own words only
    f"FROM (SELECT {_KNOWN_COLUMNS} FROM entry WHERE source_id = ? AND "
)
"""All in one row: the driver gives up Python's lock at every row, and a network thread takes it."""
_AMONG = _KNOWN + "{column} IN (SELECT value FROM json_each(?)))"  # noqa: S608 - own words only
_BESIDE = _KNOWN + "identity > ? AND identity < ? LIMIT 100)"
_LINKLESS = _KNOWN + "link IS NULL ORDER BY id DESC LIMIT 500)"
_AT = (
    f"SELECT json_group_array(json_array({_KNOWN_COLUMNS})) "  # noqa: S608 - own words only
    f"FROM (SELECT {_KNOWN_COLUMNS} FROM (SELECT value AS first FROM json_each(?)) CROSS JOIN entry "
    f"WHERE entry.id BETWEEN first AND first + {(1 << SEQUENCE_BITS) - 1} AND +source_id = ?)"
)
"""A few rows by their key; without the "+" it would be all rows of the source."""
_WORDS = "SELECT id, author, judged, text FROM entry WHERE id IN (SELECT value FROM json_each(?))"
_FINGERPRINTS = (
    "SELECT json_group_object(identity, fingerprint) "
    "FROM (SELECT identity, fingerprint FROM entry WHERE source_id = ? ORDER BY id DESC LIMIT ?)"
)
_NEW = (
    *("id", "source_id", "first_seen_at", "sorted_at", "local_day", "versions", "own", "identity", "guid", "position"),
    *("title", "link", "author", "author_url", "published_at", "updated_at", "text", "html", "judged", "thread"),
    *("in_reply_to", "rating", "replies", "views", "reply", "fingerprint"),
)
_OF_ENTRY = attrgetter(*_NEW[7:])


def _new_row(key: int, source_id: SourceId, moment: datetime, heard: HeardEntry, now: datetime) -> tuple[Any, ...]:
    """A row of `_NEW`."""
    return (key, source_id, now, moment, local_day(moment), 1, heard.own, *_OF_ENTRY(heard.entry))


def _known_in(rows: CursorResult[Any]) -> dict[str, KnownEntry]:
    found = {}
    told = json.loads(rows.scalar_one())
    for key, identity, guid, link, title, wording, place, updated, rating, replies, views, gone, thread, at in told:
        found[identity] = KnownEntry(
            EntryId(key), identity, guid, link, title, wording, place, moment_of(updated), rating, replies, views,
            moment_of(gone), thread, moment_of(at),
        )  # fmt: skip
    return found


def _index_of(heard: HeardEntry) -> tuple[str, ...]:
    """The words of an entry for the index, facets left out."""
    entry = heard.entry
    return heard.index or index_words(entry.title, entry.judged or entry.text, entry.author)


def index_words(title: str, body: str, author: str | None) -> tuple[str, ...]:
    """Values of the full-text columns (facets left out), in the order of the index."""
    words = fts_row(title, body, author or "")
    return tuple(words[column] for column in _INDEXED)


def facets(source_id: int) -> str:
    """Facet tokens of an entry."""
    return f"s{source_id}"


def entry_of(row: Row[Any], position: int | None = None) -> Entry:
    """The domain value of a row; at this place in the newest document if it stands there."""
    return Entry(
        id=EntryId(row.id),
        source=SourceId(row.source_id),
        position=row.position if position is None else position,
        guid=row.guid,
        identity=row.identity,
        title=row.title,
        link=row.link,
        author=row.author,
        author_url=row.author_url,
        published_at=row.published_at,
        updated_at=row.updated_at,
        first_seen_at=row.first_seen_at,
        local_day=row.local_day,
        text=row.text,
        html=row.html,
        thread=row.thread,
        in_reply_to=row.in_reply_to,
        rating=row.rating,
        versions=row.versions,
        own_words=row.judged or row.text,
        replies=row.replies,
        views=row.views,
        gone_at=row.gone_at,
        reply=row.reply,
        own=row.own,
        channel=row.channel,
    )


@dataclass(frozen=True, slots=True)
class StoredText:
    """A stored entry's words, for judging again.

    Attributes:
        title: Empty if it is that of the discussion answered in: someone else's words.
        rating: One to five stars that came with it, or None.
        by_hand: It was entered by hand.
    """

    id: EntryId
    source: SourceId
    title: str
    judged: str
    rating: float | None = None
    by_hand: bool = False
    link: str | None = None


_WAITING = text(
    "SELECT entry.source_id, entry.thread FROM json_each(:wanted) AS one JOIN entry "
    "ON entry.source_id = json_extract(one.value, '$[0]') AND entry.thread = json_extract(one.value, '$[1]') "
    "LEFT JOIN mention ON mention.id = entry.id AND NOT mention.own "
    "AND (NOT mention.answered_by_others OR mention.status IN ('new', 'in_progress')) "
    "GROUP BY entry.source_id, entry.thread HAVING count(*) > 1 AND count(mention.id) > 0 "
    "AND (max(entry.own) OR min(mention.answered_by_others) = 0)"
)
"""Discussions in which an answer may have come."""


class Entries:
    """The entries of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # -- recognising -----------------------------------------------------------------

    def fingerprints(self, source_id: SourceId, limit: int = 2000) -> dict[str, str]:
        """Fingerprint by identity of the newest entries of a source."""
        told = self._connection.exec_driver_sql(_FINGERPRINTS, (source_id, limit)).scalar_one()
        return json.loads(told)  # type: ignore[no-any-return]  # what was written by us

    def known(self, source_id: SourceId, identities: Sequence[str], links: Sequence[str]) -> dict[str, KnownEntry]:
        """Stored entries of a source with one of these identities or links, by identity."""
        found: dict[str, KnownEntry] = {}
        for column, values in (("identity", identities), ("link", links)):
            if not values:
                continue
            rows = self._connection.exec_driver_sql(_AMONG.format(column=column), (source_id, as_list(values)))
            found |= _known_in(rows)
        return found

    def known_by_id(self, source_id: SourceId, ids: Sequence[EntryId]) -> dict[EntryId, KnownEntry]:
        """Those of these entries of a source that are stored, by id."""
        rows = self._connection.exec_driver_sql(_AMONG.format(column="id"), (source_id, as_list(ids)))
        return {one.id: one for one in _known_in(rows).values()}

    def known_as_one_of(self, source_id: SourceId, identities: Sequence[str]) -> dict[str, KnownEntry]:
        """Stored entries of a source that had to be told from others with one of these identities, by identity."""
        found: dict[str, KnownEntry] = {}
        for identity in identities:
            span = (source_id, f"{identity}|", f"{identity}}}")
            found |= _known_in(self._connection.exec_driver_sql(_BESIDE, span))
        return found

    def known_without_link(self, source_id: SourceId) -> dict[str, KnownEntry]:
        """The newest stored entries of a source that have no link, by identity."""
        return _known_in(self._connection.exec_driver_sql(_LINKLESS, (source_id,)))

    def known_at(self, source_id: SourceId, moments: Iterable[datetime]) -> dict[str, KnownEntry]:
        """Stored entries of a source that are sorted at the second of one of these moments, by identity."""
        firsts = {first_key(moment) for moment in moments}
        return _known_in(self._connection.exec_driver_sql(_AT, (as_list(firsts), source_id))) if firsts else {}

    def with_words(self, known: Mapping[str, KnownEntry]) -> dict[str, KnownEntry]:
        """These entries with their authors and their own words."""
        if not known:
            return {}
        rows = self._connection.exec_driver_sql(_WORDS, (as_list([one.id for one in known.values()]),))
        told = {row[0]: (row[1], row[2] or row[3]) for row in rows}
        return {
            identity: replace(one, author=told[one.id][0], words=told[one.id][1]) for identity, one in known.items()
        }

    def has_any(self, source_id: SourceId) -> bool:
        """Whether anything of a source is stored."""
        statement = "SELECT EXISTS (SELECT 1 FROM entry WHERE source_id = ?)"
        return bool(self._connection.exec_driver_sql(statement, (source_id,)).scalar())

    # -- taking in -------------------------------------------------------------------

    def add(self, source_id: SourceId, heard: Sequence[HeardEntry], now: datetime) -> list[EntryId]:
        """Keep new entries; their ids, in the order given. Identities must be unknown."""
        return self.add_all([(source_id, heard)], now)[0]

    def add_all(self, documents: Sequence[tuple[SourceId, Sequence[HeardEntry]]], now: datetime) -> list[list[EntryId]]:
        """Keep new entries of several sources; their ids, in the order given. Identities must be unknown."""
        flat = [(source_id, one) for source_id, heard in documents for one in heard]
        times = [sorting_time(one.entry.published_at or one.entry.updated_at, now) for _, one in flat]
        keys = self._free_keys(
            [wished_key(moment, one.entry.position, source) for moment, (source, one) in zip(times, flat, strict=True)]
        )
        new = [(key, source, moment, one) for key, moment, (source, one) in zip(keys, times, flat, strict=True)]
        new.sort(key=itemgetter(0))  # FTS5 writes its words out whenever a key is lower than the one before
        insert_rows(self._connection, EntryRow, _NEW, [_new_row(*parts, now) for parts in new])
        if new:
            self._connection.exec_driver_sql(
                _INDEX, [(key, *_index_of(one), facets(source)) for key, source, _, one in new]
            )
        given = iter(keys)
        return [[EntryId(next(given)) for _ in heard] for _, heard in documents]

    def _free_keys(self, wished: Sequence[int]) -> list[int]:
        statement = "SELECT id FROM entry WHERE id IN (SELECT value FROM json_each(?))"
        taken = {row[0] for row in self._connection.exec_driver_sql(statement, (as_list(set(wished)),))}
        keys = []
        for wish in wished:
            key = wish
            while key in taken or (key != wish and self._is_taken(key)):
                key += 1
            taken.add(key)
            keys.append(key)
        return keys

    def _is_taken(self, key: int) -> bool:
        return self._connection.execute(select(EntryRow.id).where(EntryRow.id == key)).first() is not None

    def edit(self, entry_id: EntryId, heard: HeardEntry, now: datetime) -> None:
        """Take in a new wording; the old one becomes a version. Key, day and first date stay.

        Two wordings that come by turns (a server that answers from two copies) are kept once each.
        """
        old = self._connection.execute(select(EntryRow.__table__).where(EntryRow.id == entry_id)).one()
        if self._comes_by_turns(old, heard):
            self._rewrite(old, heard, old.versions)
            return
        self._connection.execute(
            insert(EntryVersionRow).values(
                entry_id=entry_id,
                number=old.versions,
                title=old.title,
                text=old.text,
                author=old.author,
                updated_at=old.updated_at,
                replaced_at=now,
            )
        )
        self._rewrite(old, heard, old.versions + 1)

    def _comes_by_turns(self, old: Row[Any], heard: HeardEntry) -> bool:
        """Whether the last two versions are what stands there and what comes now."""
        statement = (
            select(EntryVersionRow.title, EntryVersionRow.text)
            .where(EntryVersionRow.entry_id == old.id)
            .order_by(EntryVersionRow.number.desc())
            .limit(2)
        )
        last = {(row.title, row.text) for row in self._connection.execute(statement)}
        return last == {(old.title, old.text), (heard.entry.title, heard.entry.text)}

    def follow(self, entry_id: EntryId, heard: HeardEntry) -> None:
        """Take in a wording in which only numbers changed (views, prices): no version of its own."""
        old = self._connection.execute(select(EntryRow.__table__).where(EntryRow.id == entry_id)).one()
        self._rewrite(old, heard, old.versions)

    def set_channel(self, entry_id: EntryId, channel: str) -> None:
        """Note how an entry reached us that was entered by hand."""
        self._connection.execute(update(EntryRow).where(EntryRow.id == entry_id).values(channel=channel))

    def _rewrite(self, old: Row[Any], heard: HeardEntry, versions: int) -> None:
        self._unindex([old])
        entry = heard.entry
        self._connection.execute(
            update(EntryRow)
            .where(EntryRow.id == old.id)
            .values(
                title=entry.title,
                guid=entry.guid,
                position=entry.position,
                link=entry.link,
                author=entry.author,
                author_url=entry.author_url,
                published_at=old.published_at or entry.published_at,
                updated_at=entry.updated_at,
                text=entry.text,
                html=entry.html,
                judged=entry.judged,
                thread=entry.thread or old.thread,
                in_reply_to=entry.in_reply_to,
                rating=entry.rating,
                replies=entry.replies,
                views=entry.views,
                reply=entry.reply,
                gone_at=None,
                fingerprint=entry.fingerprint,
                versions=versions,
            )
        )
        self._connection.exec_driver_sql(_INDEX, [(old.id, *_index_of(heard), facets(old.source_id))])

    def seen(self, found: Sequence[tuple[KnownEntry, ParsedEntry]]) -> None:
        """Note what moved on in known entries that the newest document holds: counts, last activity, discussion.

        An entry that was gone is back.
        """
        moved = [
            {
                "key": known.id,
                "guid": entry.guid,
                "link": entry.link,
                "updated_at": entry.updated_at,
                "rating": entry.rating,
                "replies": entry.replies,
                "views": entry.views,
                "gone_at": None,
                "thread": known.thread or entry.thread,
            }
            for known, entry in found
            if not known.is_as(entry)
        ]
        if moved:
            self._connection.execute(update(EntryRow).where(EntryRow.id == bindparam("key")), moved)

    def mark_gone(
        self, source_id: SourceId, span: tuple[datetime, datetime], present: AbstractSet[EntryId], now: datetime
    ) -> int:
        """Mark entries of a source as gone that a document should have held.

        Args:
            source_id: Source.
            span: Time the document covers, its ends left out.
            present: Entries it holds.
            now: This moment.

        Returns:
            How many went.
        """
        low, high = first_key(span[0] + timedelta(seconds=1)), first_key(span[1])
        within = select(func.count()).where(EntryRow.source_id == source_id, EntryRow.id > low, EntryRow.id < high)
        if self._connection.execute(within).scalar() == sum(low < key < high for key in present):
            return 0  # the index alone tells
        statement = select(EntryRow.id).where(
            EntryRow.source_id == source_id,
            EntryRow.id > low,
            EntryRow.id < high,
            EntryRow.published_at > span[0],
            EntryRow.published_at < span[1],
            EntryRow.gone_at.is_(None),
            EntryRow.channel.is_(None),
        )
        gone = [row.id for row in self._connection.execute(statement) if row.id not in present]
        for part in chunks(gone):
            self._connection.execute(update(EntryRow).where(EntryRow.id.in_(part)).values(gone_at=now))
        return len(gone)

    # -- reading ---------------------------------------------------------------------

    def get(self, entry_id: EntryId) -> Entry:
        """One entry.

        Raises:
            InputError: There is none with this id (``mention-unknown``).
        """
        row = self._connection.execute(select(EntryRow.__table__).where(EntryRow.id == entry_id)).first()
        if row is None:
            raise InputError("mention-unknown", str(entry_id))
        return entry_of(row)

    def list(self, source_id: SourceId | None = None, limit: int | None = None) -> Iterator[Entry]:
        """Entries, newest first; only one source's if asked. Streams."""
        statement = select(EntryRow.__table__).order_by(EntryRow.id.desc()).limit(limit)
        if source_id is not None:
            statement = statement.where(EntryRow.source_id == source_id)
        places = Documents(self._connection).places(source_id)
        result = self._connection.execution_options(yield_per=CHUNK).execute(statement)
        for row in result:
            yield entry_of(row, places.get(row.id))

    def versions(self, entry_id: EntryId) -> tuple[EntryVersion, ...]:
        """Earlier wordings, oldest first."""
        statement = (
            select(EntryVersionRow.__table__)
            .where(EntryVersionRow.entry_id == entry_id)
            .order_by(EntryVersionRow.number)
        )
        return tuple(
            EntryVersion(row.number, row.title, row.text, row.author, row.replaced_at)
            for row in self._connection.execute(statement)
        )

    def thread(self, source_id: SourceId, thread: str, limit: int = 500) -> tuple[Entry, ...]:
        """The newest entries of a discussion, oldest first."""
        statement = (
            select(EntryRow.__table__)
            .where(EntryRow.source_id == source_id, EntryRow.thread == thread)
            .order_by(EntryRow.id.desc())
            .limit(limit)
        )
        return tuple(reversed([entry_of(row) for row in self._connection.execute(statement)]))

    def thread_before(self, source_id: SourceId, family: str, moment: datetime) -> tuple[str, datetime] | None:
        """Discussion and time of the newest entry up to a moment in a discussion of this name, mark or not."""
        statement = (
            select(EntryRow.thread, EntryRow.sorted_at)
            .where(
                EntryRow.source_id == source_id,
                or_(EntryRow.thread == family, EntryRow.thread.between(f"{family}#", f"{family}$")),
                EntryRow.id < first_key(moment + timedelta(seconds=1)),
            )
            .order_by(EntryRow.id.desc())
            .limit(1)
        )
        row = self._connection.execute(statement).first()
        return None if row is None else (row.thread, row.sorted_at)

    def thread_size(self, source_id: SourceId, thread: str) -> int:
        """How many entries of a discussion are stored."""
        statement = select(func.count()).where(EntryRow.source_id == source_id, EntryRow.thread == thread)
        return int(self._connection.execute(statement).scalar_one())

    def waiting_threads(self, threads: Iterable[tuple[SourceId, str]]) -> Sequence[tuple[SourceId, str]]:
        """Those of these discussions with several entries, of which one is a mention that waits for an answer."""
        wanted = json.dumps(sorted(set(threads)))
        return [(SourceId(row.source_id), row.thread) for row in self._connection.execute(_WAITING, {"wanted": wanted})]

    def threads_of(self, ids: Sequence[EntryId]) -> set[tuple[SourceId, str]]:
        """The discussions these entries stand in."""
        found: set[tuple[SourceId, str]] = set()
        for part in chunks(ids):
            statement = select(EntryRow.source_id, EntryRow.thread).where(
                EntryRow.id.in_(part), EntryRow.thread.is_not(None)
            )
            found.update((SourceId(row.source_id), row.thread) for row in self._connection.execute(statement))
        return found

    def answering_times(self, ids: Sequence[EntryId]) -> set[datetime]:
        """When these entries answered what they answer; see `services.discussions.answering_time`."""
        found: set[datetime] = set()
        for part in chunks(ids):
            columns = (EntryRow.published_at, EntryRow.updated_at, EntryRow.first_seen_at)
            for row in self._connection.execute(select(*columns).where(EntryRow.id.in_(part))):
                found.add(sorting_time(row.published_at or row.updated_at, row.first_seen_at))
        return found

    def texts(self, ids: Iterable[EntryId]) -> tuple[StoredText, ...]:
        """Words of these entries, for judging again."""
        found: list[StoredText] = []
        for part in chunks(list(ids)):
            words = (EntryRow.title, EntryRow.judged, EntryRow.text, EntryRow.reply, EntryRow.channel, EntryRow.link)
            statement = select(EntryRow.id, EntryRow.source_id, EntryRow.rating, *words).where(EntryRow.id.in_(part))
            found.extend(
                StoredText(
                    EntryId(row.id),
                    SourceId(row.source_id),
                    "" if row.reply else row.title,
                    row.judged or row.text,
                    row.rating,
                    row.channel is not None,
                    row.link,
                )
                for row in self._connection.execute(statement)
            )
        return tuple(found)

    def days(self, ids: Sequence[EntryId]) -> dict[EntryId, date]:
        """Local day each of these entries counts for; vanished ones are left out."""
        found: dict[EntryId, date] = {}
        for part in chunks(ids):
            statement = select(EntryRow.id, EntryRow.local_day).where(EntryRow.id.in_(part))
            found.update({EntryId(row.id): row.local_day for row in self._connection.execute(statement)})
        return found

    def mark_own(
        self, source_id: SourceId, is_ours: Callable[[str], bool]
    ) -> tuple[tuple[EntryId, ...], tuple[EntryId, ...]]:
        """Note which posts of a source are ours, by their author; those that became ours, and those no longer ours.

        What was entered by hand is never ours.
        """
        heard = (EntryRow.source_id == source_id, EntryRow.channel.is_(None))
        statement = select(EntryRow.author).where(*heard, EntryRow.author.is_not(None)).distinct()
        authors = [str(row.author) for row in self._connection.execute(statement)]
        ours = {author for author in authors if is_ours(author)}
        return self._mark_own(heard, ours, own=True), self._mark_own(heard, set(authors) - ours, own=False)

    def _mark_own(
        self, heard: tuple[ColumnElement[bool], ...], authors: AbstractSet[str], *, own: bool
    ) -> tuple[EntryId, ...]:
        found: tuple[EntryId, ...] = ()
        for part in chunks(sorted(authors)):
            statement = update(EntryRow).where(*heard, EntryRow.author.in_(part), EntryRow.own.is_(not own))
            rows = self._connection.execute(statement.values(own=own).returning(EntryRow.id))
            found += tuple(EntryId(row.id) for row in rows)
        return found

    def own_ids(self, ids: Sequence[EntryId]) -> set[EntryId]:
        """Which of these were written by ourselves."""
        own: set[EntryId] = set()
        for part in chunks(ids):
            statement = select(EntryRow.id).where(EntryRow.id.in_(part), EntryRow.own.is_(True))
            own.update(EntryId(row.id) for row in self._connection.execute(statement))
        return own

    def ids_of_source(self, source_id: SourceId) -> tuple[EntryId, ...]:
        """All entries of a source."""
        statement = select(EntryRow.id).where(EntryRow.source_id == source_id)
        return tuple(EntryId(row.id) for row in self._connection.execute(statement))

    # -- removing --------------------------------------------------------------------

    def remove_of_source(self, source_id: SourceId, limit: int) -> int:
        """Remove up to `limit` entries of a source with all that hangs on them; how many went."""
        statement = select(EntryRow.id).where(EntryRow.source_id == source_id).limit(limit)
        ids = [EntryId(row.id) for row in self._connection.execute(statement)]
        self.remove(ids)
        return len(ids)

    def remove(self, ids: Sequence[EntryId]) -> None:
        """Remove entries with all that hangs on them."""
        Groups(self._connection).let_go(ids)
        for part in chunks(ids):
            rows = self._connection.execute(select(EntryRow.__table__).where(EntryRow.id.in_(part))).all()
            self._unindex(rows)
            self._connection.execute(delete(EntryRow).where(EntryRow.id.in_(part)))

    def _unindex(self, rows: Sequence[Row[Any]]) -> None:
        if rows:
            self._connection.exec_driver_sql(
                _UNINDEX,
                [
                    (
                        row.id,
                        *index_words(row.title, row.judged or row.text, row.author),
                        facets(row.source_id),
                    )
                    for row in rows
                ],
            )
