"""What concerns us: lists, work state and judgements."""

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, exists, func, insert, select, text, update
from sqlalchemy.engine import Connection
from sqlalchemy.orm import aliased

from kundenradar.domain.errors import InputError
from kundenradar.domain.mentions import (
    OPEN_STATUSES,
    EntryId,
    FacetCounts,
    Judgement,
    Mention,
    MentionFilter,
    MentionLine,
    MentionStatus,
    StatusChange,
)
from kundenradar.domain.queries import QueryId
from kundenradar.domain.sentiment import Label, Sentiment, Shown
from kundenradar.domain.sources import SourceId
from kundenradar.domain.understanding import NOT_READ, Reading
from kundenradar.store.chunks import chunks
from kundenradar.store.days import Counted, Days, counting
from kundenradar.store.entries import entry_of
from kundenradar.store.groups import Groups
from kundenradar.store.links import linked_queries
from kundenradar.store.rows import insert_rows
from kundenradar.store.search import Search
from kundenradar.store.tables import (
    DraftRow,
    EntryRow,
    MentionQueryRow,
    MentionRow,
    SentimentRow,
    SourceRow,
    StatusChangeRow,
)
from kundenradar.store.traits import Traits, trait_conditions

SNIPPET_CHARS = 240
_OPEN = [status.value for status in OPEN_STATUSES]

_UNTOUCHED = (
    MentionRow.by_human.is_(False),
    MentionRow.bookmarked.is_(False),
    (MentionRow.status == MentionStatus.NEW.value) | MentionRow.own.is_(True),
    ~exists().where(DraftRow.mention_id == MentionRow.id),
)
"""Conditions: nobody set a status, a bookmark or a sentiment, and there is no draft."""


@dataclass(frozen=True, slots=True)
class NewMention:
    """An entry that concerns us, as it enters the work list.

    Attributes:
        sketch: By which near copies of it are found (`domain.likeness.sketch`).
        passing: It names the firm beside other things only.
    """

    id: EntryId
    source: SourceId
    day: date
    sentiment: Sentiment
    hits: tuple[QueryId, ...]
    own: bool
    reading: Reading | None = None
    sketch: tuple[int, ...] = ()
    passing: bool = False


def _counted(row: "Row[*tuple[Any, ...]]") -> Counted:
    return Counted(row.local_day, row.source_id, row.label, row.score)


_JUDGED = ("label", "shown", "score", "confidence", "model", "by_human")
_NEW = ("id", "source_id", "local_day", "status", "bookmarked", "seen", "own", "about_us", *_JUDGED)


def _judged_values(sentiment: Sentiment) -> tuple[object, ...]:
    """The columns of `_JUDGED`."""
    told = (sentiment.label.value, sentiment.shown.value, sentiment.score, sentiment.confidence)
    return (*told, sentiment.model, sentiment.by_human)


def _new_row(mention: NewMention) -> tuple[object, ...]:
    """A row of `_NEW`; our own posts need no work."""
    own = mention.own
    status = (MentionStatus.DONE if own else MentionStatus.NEW).value
    return (
        mention.id,
        mention.source,
        mention.day,
        status,
        False,
        own,
        own,
        not mention.passing,
        *_judged_values(mention.sentiment),
    )


def _line(row: Row[Any], reading: Reading) -> MentionLine:
    return MentionLine(
        id=EntryId(row.id),
        source=SourceId(row.source_id),
        source_name=row.source_name,
        author=row.author or "",
        at=row.sorted_at,
        title=row.title,
        snippet=" ".join(row.snippet.split()),
        label=Label(row.label),
        score=row.score,
        confidence=row.confidence,
        by_human=row.by_human,
        status=MentionStatus(row.status),
        bookmarked=row.bookmarked,
        seen=row.seen,
        own=row.own,
        concerns=reading.concerns,
        safety=reading.safety,
        needs_answer=row.needs_answer,
        answered_by_others=row.answered_by_others,
        same_as=row.same_as,
        gone=row.gone,
        has_draft=row.has_draft,
    )


class Mentions:
    """The mentions of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # -- coming in -------------------------------------------------------------------

    def add(self, mentions: Sequence[NewMention], now: datetime) -> None:
        """Put entries on the work list, with their first judgement."""
        if not mentions:
            return
        insert_rows(self._connection, MentionRow, _NEW, [_new_row(mention) for mention in mentions])
        self._judged([(mention.id, mention.sentiment) for mention in mentions], now)
        self.link_queries({mention.id: mention.hits for mention in mentions})
        Traits(self._connection).note({one.id: one.reading for one in mentions if one.reading is not None})
        Days(self._connection).move(
            into=[
                Counted(mention.day, mention.source, mention.sentiment.label.value, mention.sentiment.score)
                for mention in mentions
                if not mention.own
            ]
        )

    def mark_own(self, ours: Sequence[EntryId], others: Sequence[EntryId]) -> None:
        """Our posts need no work and do not count; what is no longer ours counts, and waits unless somebody set it."""
        groups = Groups(self._connection)
        groups.let_go(ours)
        for part in chunks(ours):
            chosen = update(MentionRow).where(MentionRow.id.in_(part))
            self._connection.execute(chosen.values(own=True, seen=True, same_as=None))
            self._connection.execute(chosen.where(MentionRow.status.in_(_OPEN)).values(status=MentionStatus.DONE.value))
        for part in chunks(others):
            chosen = update(MentionRow).where(MentionRow.id.in_(part), MentionRow.own.is_(True))
            was_set = exists().where(StatusChangeRow.mention_id == MentionRow.id)
            self._connection.execute(
                chosen.where(MentionRow.status == MentionStatus.DONE.value, ~was_set).values(
                    status=MentionStatus.NEW.value
                )
            )
            self._connection.execute(chosen.values(own=False))
        groups.count_in(others)

    def _judged(self, judgements: Sequence[tuple[EntryId, Sentiment]], now: datetime) -> None:
        rows = [(key, now, *_judged_values(sentiment)) for key, sentiment in judgements]
        insert_rows(self._connection, SentimentRow, ("mention_id", "at", *_JUDGED), rows)

    def link_queries(self, hits: Mapping[EntryId, Iterable[QueryId]]) -> None:
        """Note which Suchprofile mentions meet; known pairs and removed Suchprofile are skipped."""
        rows = [(key, query) for key, queries in hits.items() for query in queries]
        if rows:
            self._connection.exec_driver_sql(
                "INSERT OR IGNORE INTO mention_query (query_id, mention_id) SELECT id, ? FROM query WHERE id = ?", rows
            )

    def unlink_queries(self, mention_id: EntryId) -> None:
        """Forget which Suchprofile a mention meets (its wording changed)."""
        self._connection.execute(delete(MentionQueryRow).where(MentionQueryRow.mention_id == mention_id))

    def keep_links(self, query_id: QueryId, wanted: AbstractSet[EntryId]) -> None:
        """Cut the tie of a Suchprofil to mentions it does not meet any more; untouched ones leave the list."""
        linked = self._connection.execute(
            select(MentionQueryRow.mention_id).where(MentionQueryRow.query_id == query_id)
        )
        lost = [EntryId(row.mention_id) for row in linked if row.mention_id not in wanted]
        for part in chunks(lost):
            self._drop_orphans(MentionQueryRow.mention_id.in_(part), query_id)
            self._connection.execute(
                delete(MentionQueryRow).where(
                    MentionQueryRow.query_id == query_id, MentionQueryRow.mention_id.in_(part)
                )
            )

    def known(self, ids: Sequence[EntryId]) -> set[EntryId]:
        """Which of these entries are mentions."""
        found: set[EntryId] = set()
        for part in chunks(ids):
            found.update(
                EntryId(row.id)
                for row in self._connection.execute(select(MentionRow.id).where(MentionRow.id.in_(part)))
            )
        return found

    def queries_of(self, ids: Sequence[EntryId]) -> dict[EntryId, tuple[QueryId, ...]]:
        """Suchprofile these mentions meet, in order of id; those that meet none are left out."""
        return linked_queries(self._connection, ids)

    def note_passing(self, passing: Mapping[EntryId, bool]) -> None:
        """Keep which of these mentions name the firm beside other things only."""
        for is_passing in (True, False):
            for part in chunks([key for key, one in passing.items() if one is is_passing]):
                self._connection.execute(
                    update(MentionRow)
                    .where(MentionRow.id.in_(part), MentionRow.about_us.is_(is_passing))
                    .values(about_us=not is_passing)
                )

    def drop_orphans(self, query_id: QueryId) -> int:
        """Take mentions off the list that only this Suchprofil made and nobody touched; how many.

        Touched means: a status, a bookmark, a draft or a judgement by a person.
        Own places (every entry counts) keep theirs.
        """
        return self._drop_orphans(MentionQueryRow.query_id == query_id, query_id)

    def _drop_orphans(self, linked: ColumnElement[bool], query_id: QueryId) -> int:
        other = aliased(MentionQueryRow)
        only_here = select(MentionQueryRow.mention_id).where(
            linked,
            MentionQueryRow.query_id == query_id,
            ~exists().where(other.mention_id == MentionQueryRow.mention_id, other.query_id != MentionQueryRow.query_id),
        )
        statement = (
            select(MentionRow.id)
            .join(SourceRow, SourceRow.id == MentionRow.source_id)
            .where(MentionRow.id.in_(only_here), SourceRow.all_entries.is_(False), *_UNTOUCHED)
        )
        return self._drop([EntryId(row.id) for row in self._connection.execute(statement)])

    def _drop(self, ids: Sequence[EntryId]) -> int:
        Groups(self._connection).let_go(ids)
        for part in chunks(ids):
            self._connection.execute(delete(MentionRow).where(MentionRow.id.in_(part)))
        return len(ids)

    def untouched(self, ids: Sequence[EntryId]) -> set[EntryId]:
        """Which of these entries are mentions nobody worked on (see `drop_orphans`)."""
        found: set[EntryId] = set()
        for part in chunks(ids):
            statement = select(MentionRow.id).where(MentionRow.id.in_(part), *_UNTOUCHED)
            found.update(EntryId(row.id) for row in self._connection.execute(statement))
        return found

    def drop(self, ids: Sequence[EntryId]) -> int:
        """Take those of these mentions off the list that nobody worked on; how many. The entries stay stored."""
        return self._drop(sorted(self.untouched(ids)))

    def linked(self, query_id: QueryId) -> set[EntryId]:
        """Mentions that meet a Suchprofil."""
        statement = select(MentionQueryRow.mention_id).where(MentionQueryRow.query_id == query_id)
        return {EntryId(row.mention_id) for row in self._connection.execute(statement)}

    def orphans(self, query_id: QueryId, ids: AbstractSet[EntryId]) -> set[EntryId]:
        """Which of these mentions would leave the list without this Suchprofil."""
        other = select(MentionQueryRow.mention_id).where(MentionQueryRow.query_id != query_id)
        found: set[EntryId] = set()
        for part in chunks(list(ids)):
            statement = (
                select(MentionRow.id)
                .join(SourceRow, SourceRow.id == MentionRow.source_id)
                .where(
                    MentionRow.id.in_(part),
                    MentionRow.id.not_in(other),
                    SourceRow.all_entries.is_(False),
                    *_UNTOUCHED,
                )
            )
            found.update(EntryId(row.id) for row in self._connection.execute(statement))
        return found

    # -- lists -----------------------------------------------------------------------

    def _conditions(self, wanted: MentionFilter) -> list[ColumnElement[bool]]:
        conditions: list[ColumnElement[bool]] = []
        if wanted.labels:
            conditions.append(MentionRow.label.in_([label.value for label in wanted.labels]))
        if wanted.sources:
            conditions.append(MentionRow.source_id.in_(list(wanted.sources)))
        if wanted.statuses:
            conditions.append(MentionRow.status.in_([status.value for status in wanted.statuses]))
        if wanted.since is not None:
            conditions.append(MentionRow.local_day >= wanted.since)
        if wanted.until is not None:
            conditions.append(MentionRow.local_day <= wanted.until)
        if wanted.bookmarked:
            conditions.append(MentionRow.bookmarked.is_(True))
        conditions += trait_conditions(wanted)
        if wanted.query is not None:
            conditions.append(
                MentionRow.id.in_(select(MentionQueryRow.mention_id).where(MentionQueryRow.query_id == wanted.query))
            )
        if wanted.expression.strip():
            search = Search(self._connection)
            conditions.append(search.condition(wanted.expression, MentionRow.id, authors=wanted.authors))
        return conditions

    def keys(self, wanted: MentionFilter, limit: int | None = None, before: EntryId | None = None) -> "array[int]":
        """Ids of the mentions wanted, newest first, as 64-bit integers.

        Raises:
            InputError: The search expression has a mistake.
        """
        return self._keys(self._conditions(wanted), limit, before)

    def voices(
        self, wanted: MentionFilter, limit: int | None = None, unfolded: AbstractSet[EntryId] = frozenset()
    ) -> "array[int]":
        """Like `keys`, but of near copies only one: the first of the group, or of those wanted where it is not.

        Args:
            wanted: The filter.
            limit: How many at most.
            unfolded: First mentions of the groups whose wanted copies are listed too.
        """
        conditions = self._conditions(wanted)
        shown = json.dumps(self._stand_ins(conditions, unfolded))
        listed = select(func.json_each(shown).table_valued("value").c.value)
        return self._keys([*conditions, MentionRow.same_as.is_(None) | MentionRow.id.in_(listed)], limit)

    def _stand_ins(self, conditions: list[ColumnElement[bool]], unfolded: AbstractSet[EntryId]) -> list[int]:
        """Copies to be listed: all of an unfolded group, else the first where the group's first is not wanted."""
        copies = self._connection.execute(
            select(MentionRow.id, MentionRow.same_as)
            .where(*conditions, MentionRow.same_as.is_not(None))
            .order_by(MentionRow.id)
        ).all()
        heads = list({row.same_as for row in copies})
        listed = {head for part in chunks(heads) for head in self._wanted_of(part, conditions)}
        shown = []
        for row in copies:
            if row.same_as in unfolded or row.same_as not in listed:
                shown.append(row.id)
                listed.add(row.same_as)
        return shown

    def _wanted_of(self, ids: Sequence[int], conditions: list[ColumnElement[bool]]) -> list[int]:
        return [
            row.id for row in self._connection.execute(select(MentionRow.id).where(*conditions, MentionRow.id.in_(ids)))
        ]

    def _keys(
        self, conditions: list[ColumnElement[bool]], limit: int | None = None, before: EntryId | None = None
    ) -> "array[int]":
        statement = select(MentionRow.id).where(*conditions).order_by(MentionRow.id.desc()).limit(limit)
        if before is not None:
            statement = statement.where(MentionRow.id < before)
        # One row instead of one per mention: the driver lets go of Python's lock at every row, and a busy window
        # would then be waited for a hundred thousand times.
        listed = statement.subquery()
        joined = self._connection.execute(select(func.group_concat(listed.c.id))).scalar()
        return array("q", sorted(map(int, joined.split(",")), reverse=True) if joined else ())

    def count(self, wanted: MentionFilter) -> int:
        """How many mentions are wanted."""
        statement = select(func.count()).select_from(MentionRow).where(*self._conditions(wanted))
        return int(self._connection.execute(statement).scalar_one())

    def _line_statement(self) -> Select[Any]:
        return (
            select(
                MentionRow.id,
                MentionRow.source_id,
                SourceRow.name.label("source_name"),
                EntryRow.author,
                EntryRow.sorted_at,
                EntryRow.title,
                func.substr(func.coalesce(func.nullif(EntryRow.judged, ""), EntryRow.text), 1, SNIPPET_CHARS).label(
                    "snippet"
                ),
                MentionRow.label,
                MentionRow.score,
                MentionRow.confidence,
                MentionRow.by_human,
                MentionRow.status,
                MentionRow.bookmarked,
                MentionRow.seen,
                MentionRow.own,
                MentionRow.needs_answer,
                MentionRow.answered_by_others,
                MentionRow.same_as,
                EntryRow.gone_at.is_not(None).label("gone"),
                exists().where(DraftRow.mention_id == MentionRow.id).label("has_draft"),
            )
            .join(EntryRow, EntryRow.id == MentionRow.id)
            .join(SourceRow, SourceRow.id == MentionRow.source_id)
        )

    def lines(self, ids: Sequence[EntryId]) -> tuple[MentionLine, ...]:
        """List rows of these mentions, in the order asked; unknown ids are left out."""
        found: dict[EntryId, MentionLine] = {}
        readings = Traits(self._connection).of(ids)
        for part in chunks(ids):
            for row in self._connection.execute(self._line_statement().where(MentionRow.id.in_(part))):
                found[EntryId(row.id)] = _line(row, readings.get(EntryId(row.id), NOT_READ))
        copies = Groups(self._connection).copies(found)
        return tuple(
            replace(found[key], copies=len(copies[key])) if key in copies else found[key] for key in ids if key in found
        )

    def facets(self) -> FacetCounts:
        """Counts beside the filters, as `voices` would list them; own posts do not count as open."""
        total = self._count()
        open_count = self._count(MentionRow.status.in_(_OPEN))
        bookmarked = self._count(MentionRow.bookmarked.is_(True))
        head = aliased(MentionRow)
        beside_its_head = exists().where(head.id == MentionRow.same_as, head.source_id == MentionRow.source_id)
        by_source = self._connection.execute(
            select(MentionRow.source_id, func.count())
            .where(MentionRow.same_as.is_(None) | ~beside_its_head)
            .group_by(MentionRow.source_id)
        ).all()
        other = aliased(MentionQueryRow)
        met_by_its_head = exists().where(
            other.mention_id == MentionRow.same_as, other.query_id == MentionQueryRow.query_id
        )
        by_query = self._connection.execute(
            select(MentionQueryRow.query_id, func.count())
            .join(MentionRow, MentionRow.id == MentionQueryRow.mention_id)
            .where(MentionRow.same_as.is_(None) | ~met_by_its_head)
            .group_by(MentionQueryRow.query_id)
        ).all()
        return FacetCounts(
            total=total,
            open=open_count,
            bookmarked=bookmarked,
            by_source={SourceId(row[0]): row[1] for row in by_source},
            by_query={QueryId(row[0]): row[1] for row in by_query},
        )

    def open_number(self) -> int:
        """Mentions that wait for somebody, as the list shows them."""
        return self._count(MentionRow.status.in_(_OPEN))

    def _count(self, *conditions: ColumnElement[bool]) -> int:
        """Mentions that meet this, near copies only once."""
        statement = select(func.count()).select_from(MentionRow).where(*conditions)
        number = int(self._connection.execute(statement).scalar_one())
        copies = self._connection.execute(
            select(MentionRow.same_as).where(*conditions, MentionRow.same_as.is_not(None))
        ).all()
        heads = list({row.same_as for row in copies})
        wanted = sum(len(self._wanted_of(part, list(conditions))) for part in chunks(heads))
        return number - len(copies) + len(heads) - wanted

    # -- one mention -----------------------------------------------------------------

    def get(self, mention_id: EntryId) -> Mention:
        """One mention in full.

        Raises:
            InputError: There is none with this id (``mention-unknown``).
        """
        found = self.full([mention_id])
        if not found:
            raise InputError("mention-unknown", str(mention_id))
        return found[0]

    def full(self, ids: Sequence[EntryId]) -> tuple[Mention, ...]:
        """Mentions in full, in the order asked; unknown ids are left out."""
        found: dict[EntryId, Mention] = {}
        readings = Traits(self._connection).of(ids)
        for part in chunks(ids):
            queries = self.queries_of([EntryId(key) for key in part])
            statement = (
                select(
                    EntryRow.__table__,
                    MentionRow.label,
                    MentionRow.shown,
                    MentionRow.score,
                    MentionRow.confidence,
                    MentionRow.model,
                    MentionRow.by_human,
                    MentionRow.status,
                    MentionRow.bookmarked,
                    MentionRow.seen,
                    MentionRow.answered_at,
                    MentionRow.needs_answer,
                    MentionRow.same_as,
                    MentionRow.answered_by_others,
                    SourceRow.name.label("source_name"),
                )
                .join(MentionRow, MentionRow.id == EntryRow.id)
                .join(SourceRow, SourceRow.id == EntryRow.source_id)
                .where(EntryRow.id.in_(part))
            )
            for row in self._connection.execute(statement):
                found[EntryId(row.id)] = Mention(
                    entry=entry_of(row),
                    source_name=row.source_name,
                    sentiment=Sentiment(
                        Label(row.label), row.score, row.confidence, row.model, row.by_human, Shown(row.shown)
                    ),
                    status=MentionStatus(row.status),
                    queries=queries.get(EntryId(row.id), ()),
                    answered_at=row.answered_at,
                    bookmarked=row.bookmarked,
                    own=row.own,
                    seen=row.seen,
                    reading=replace(readings.get(EntryId(row.id), NOT_READ), needs_answer=row.needs_answer),
                    same_as=row.same_as,
                    answered_by_others=row.answered_by_others,
                )
        return tuple(found[key] for key in ids if key in found)

    def judgements(self, mention_id: EntryId) -> tuple[Judgement, ...]:
        """Every judgement of a mention, oldest first."""
        statement = (
            select(SentimentRow.__table__).where(SentimentRow.mention_id == mention_id).order_by(SentimentRow.id)
        )
        return tuple(
            Judgement(
                row.at,
                Sentiment(Label(row.label), row.score, row.confidence, row.model, row.by_human, Shown(row.shown)),
            )
            for row in self._connection.execute(statement)
        )

    def status_changes(self, mention_id: EntryId) -> tuple[StatusChange, ...]:
        """Every step of the work state, oldest first."""
        statement = (
            select(StatusChangeRow.__table__)
            .where(StatusChangeRow.mention_id == mention_id)
            .order_by(StatusChangeRow.id)
        )
        return tuple(
            StatusChange(EntryId(row.mention_id), MentionStatus(row.before), MentionStatus(row.after), row.at)
            for row in self._connection.execute(statement)
        )

    # -- changes ---------------------------------------------------------------------

    def set_status(self, ids: Sequence[EntryId], status: MentionStatus, now: datetime) -> tuple[EntryId, ...]:
        """Move mentions on; those already there stay untouched. Returns what moved."""
        moved: list[EntryId] = []
        for part in chunks(ids):
            rows = self._connection.execute(
                select(MentionRow.id, MentionRow.status).where(
                    MentionRow.id.in_(part), MentionRow.status != status.value
                )
            ).all()
            if not rows:
                continue
            self._connection.execute(
                insert(StatusChangeRow),
                [{"mention_id": row.id, "at": now, "before": row.status, "after": status.value} for row in rows],
            )
            values: dict[str, Any] = {"status": status.value, "seen": True}
            if status is MentionStatus.ANSWERED:
                values["answered_at"] = now
            self._connection.execute(
                update(MentionRow).where(MentionRow.id.in_([row.id for row in rows])).values(values)
            )
            moved.extend(EntryId(row.id) for row in rows)
        return tuple(moved)

    def waiting_since(self, ids: Sequence[EntryId]) -> dict[EntryId, datetime | None]:
        """Those of these mentions that are open, and when their state was set last.

        Own ones are left out, and those that tell of danger: only a person closes them.
        """
        found: dict[EntryId, datetime | None] = {}
        for part in chunks(ids):
            statement = (
                select(MentionRow.id, func.max(StatusChangeRow.at).label("at"))
                .outerjoin(StatusChangeRow, StatusChangeRow.mention_id == MentionRow.id)
                .where(
                    MentionRow.id.in_(part),
                    MentionRow.status.in_(_OPEN),
                    MentionRow.own.is_(False),
                    MentionRow.safety.is_(False),
                )
                .group_by(MentionRow.id)
            )
            found.update({EntryId(row.id): row.at for row in self._connection.execute(statement)})
        return found

    def take_back(self, times: Iterable[datetime]) -> tuple[EntryId, ...]:
        """Undo the newest step of the work state of mentions that took it at one of these times; which they were."""
        undone: list[EntryId] = []
        newest = select(func.max(StatusChangeRow.id)).group_by(StatusChangeRow.mention_id)
        for part in chunks(sorted(set(times))):
            steps = select(StatusChangeRow.__table__).where(
                StatusChangeRow.at.in_(part), StatusChangeRow.id.in_(newest)
            )
            for step in self._connection.execute(steps).all():
                self._connection.execute(delete(StatusChangeRow).where(StatusChangeRow.id == step.id))
                answered = select(func.max(StatusChangeRow.at)).where(
                    StatusChangeRow.mention_id == step.mention_id, StatusChangeRow.after == MentionStatus.ANSWERED.value
                )
                values = {"status": step.before, "answered_at": answered.scalar_subquery()}
                self._connection.execute(update(MentionRow).where(MentionRow.id == step.mention_id).values(values))
                undone.append(EntryId(step.mention_id))
        return tuple(undone)

    def note_answered_by_others(self, ids: Iterable[EntryId]) -> tuple[EntryId, ...]:
        """Mark mentions that somebody else, not we, has answered in their discussion; which were not marked yet."""
        marked: list[EntryId] = []
        for part in chunks(list(ids)):
            statement = (
                update(MentionRow)
                .where(MentionRow.id.in_(part), MentionRow.answered_by_others.is_(False))
                .values(answered_by_others=True)
                .returning(MentionRow.id)
            )
            marked += [EntryId(row.id) for row in self._connection.execute(statement)]
        return tuple(marked)

    def set_flag(self, ids: Sequence[EntryId], *, bookmarked: bool | None = None, seen: bool | None = None) -> None:
        """Set bookmark or seen mark."""
        values = {name: value for name, value in (("bookmarked", bookmarked), ("seen", seen)) if value is not None}
        for part in chunks(ids):
            self._connection.execute(update(MentionRow).where(MentionRow.id.in_(part)).values(values))

    def judge(self, judgements: Sequence[tuple[EntryId, Sentiment]], now: datetime) -> None:
        """Put new judgements in force; the earlier ones stay in the history."""
        wanted = dict(judgements)
        for part in chunks(list(wanted)):
            rows = self._connection.execute(
                select(
                    MentionRow.id,
                    MentionRow.local_day,
                    MentionRow.source_id,
                    MentionRow.label,
                    MentionRow.score,
                    and_(*counting()).label("counts"),
                ).where(MentionRow.id.in_(part))
            ).all()
            if not rows:
                continue
            counted = [row for row in rows if row.counts]
            Days(self._connection).move(
                out=[_counted(row) for row in counted],
                into=[
                    Counted(row.local_day, row.source_id, wanted[row.id].label.value, wanted[row.id].score)
                    for row in counted
                ],
            )
            self._judged([(EntryId(row.id), wanted[row.id]) for row in rows], now)
            self._connection.execute(
                text(
                    "UPDATE mention SET label = :label, shown = :shown, score = :score, "
                    "confidence = :confidence, model = :model, by_human = :by_human, reading = 0 WHERE id = :id"
                ),
                [
                    {
                        "id": row.id,
                        "label": wanted[row.id].label.value,
                        "shown": wanted[row.id].shown.value,
                        "score": wanted[row.id].score,
                        "confidence": wanted[row.id].confidence,
                        "model": wanted[row.id].model,
                        "by_human": wanted[row.id].by_human,
                    }
                    for row in rows
                ],
            )

    # -- learning --------------------------------------------------------------------

    def unreviewed(self, limit: int) -> list[tuple[EntryId, Sentiment]]:
        """The newest mentions that no person judged, with the judgement in force; own ones left out."""
        statement = (
            select(
                MentionRow.id,
                MentionRow.label,
                MentionRow.score,
                MentionRow.confidence,
                MentionRow.model,
                MentionRow.shown,
            )
            .where(MentionRow.by_human.is_(False), MentionRow.own.is_(False))
            .order_by(MentionRow.id.desc())
            .limit(limit)
        )
        return [
            (
                EntryId(row.id),
                Sentiment(Label(row.label), row.score, row.confidence, row.model, shown=Shown(row.shown)),
            )
            for row in self._connection.execute(statement)
        ]

    def not_by_human(self, ids: Sequence[EntryId]) -> list[EntryId]:
        """Those of these mentions that no person judged."""
        found: list[EntryId] = []
        for part in chunks(ids):
            statement = select(MentionRow.id).where(MentionRow.id.in_(part), MentionRow.by_human.is_(False))
            found += [EntryId(row.id) for row in self._connection.execute(statement)]
        return found

    def most_uncertain(self, limit: int) -> tuple[EntryId, ...]:
        """Mentions of the least certain label, none that a person judged, no copies, no own ones."""
        statement = (
            select(MentionRow.id)
            .where(
                MentionRow.by_human.is_(False),
                MentionRow.own.is_(False),
                MentionRow.same_as.is_(None),
                MentionRow.status != MentionStatus.IGNORED.value,
            )
            .order_by(MentionRow.confidence, MentionRow.id.desc())
            .limit(limit)
        )
        return tuple(EntryId(row.id) for row in self._connection.execute(statement))

    # -- figures ---------------------------------------------------------------------

    def open_between(self, first: date, last: date) -> int:
        """Mentions of these days that still wait, own ones left out."""
        statement = (
            select(func.count())
            .select_from(MentionRow)
            .where(
                MentionRow.local_day.between(first, last),
                MentionRow.status.in_(_OPEN),
                *counting(),
            )
        )
        return int(self._connection.execute(statement).scalar_one())

    def open_by_day(self, first: date, last: date, label: Label | None = None) -> dict[date, int]:
        """Waiting mentions per local day."""
        statement = (
            select(MentionRow.local_day, func.count().label("number"))
            .where(
                MentionRow.local_day.between(first, last),
                MentionRow.status.in_(_OPEN),
                *counting(),
            )
            .group_by(MentionRow.local_day)
        )
        if label is not None:
            statement = statement.where(MentionRow.label == label.value)
        return {row.local_day: int(row.number) for row in self._connection.execute(statement)}

    def waiting_criticism(self, first: date, last: date, limit: int) -> tuple[MentionLine, ...]:
        """Open negative mentions of these days, the one that waits longest first; of a discussion only that one."""
        discussion = func.coalesce(EntryRow.thread, MentionRow.id)
        statement = (
            select(func.min(MentionRow.id).label("id"))
            .join(EntryRow, EntryRow.id == MentionRow.id)
            .where(
                MentionRow.local_day.between(first, last),
                MentionRow.label == Label.NEGATIVE.value,
                MentionRow.status.in_(_OPEN),
                *counting(),
            )
            .group_by(MentionRow.source_id, discussion)
            .order_by(func.min(MentionRow.id))
            .limit(limit)
        )
        return self.lines([EntryId(row.id) for row in self._connection.execute(statement)])

    def answer_times(self, first: date, last: date) -> tuple[tuple[datetime, datetime], ...]:
        """Pairs of written and answered, for mentions of these days that were answered."""
        statement = (
            select(EntryRow.sorted_at, MentionRow.answered_at)
            .join(EntryRow, EntryRow.id == MentionRow.id)
            .where(
                MentionRow.local_day.between(first, last),
                MentionRow.answered_at.is_not(None),
                MentionRow.status == MentionStatus.ANSWERED.value,
                *counting(),
            )
        )
        return tuple((row.sorted_at, row.answered_at) for row in self._connection.execute(statement))

    def important(self, first: date, last: date, limit: int) -> tuple[Mention, ...]:
        """Mentions of these days worth quoting, most important first.

        Open negative ones first, then by strength of the judgement, answered ones and
        questions before silent ones; own posts and ignored ones never.
        """
        rank = text(
            "CASE WHEN mention.label = 'negative' AND mention.status IN ('new', 'in_progress') THEN 0 "
            "WHEN mention.label = 'negative' THEN 1 WHEN mention.bookmarked THEN 1 "
            "WHEN mention.label = 'positive' THEN 2 ELSE 3 END, abs(mention.score) * mention.confidence DESC, "
            "mention.id DESC"
        )
        statement = (
            select(MentionRow.id)
            .where(
                MentionRow.local_day.between(first, last),
                *counting(),
                MentionRow.status != MentionStatus.IGNORED.value,
            )
            .order_by(rank)
            .limit(limit)
        )
        return self.full([EntryId(row.id) for row in self._connection.execute(statement)])
