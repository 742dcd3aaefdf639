"""What was understood of mentions, and the causes the owner keeps."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, delete, func, insert, select, text
from sqlalchemy.engine import Connection

from kundenradar.domain.causes import DEFAULT_CAUSES, renewed
from kundenradar.domain.mentions import OPEN_STATUSES, EntryId, MentionFilter, MentionStatus
from kundenradar.domain.sentiment import Label, Sentiment, Shown
from kundenradar.domain.threads import title_alone
from kundenradar.domain.topics import MAX_TEXT_CHARS, Voice, folded_author
from kundenradar.domain.understanding import NOT_READ, Cause, Concern, Reading, TraitKind, traits_of
from kundenradar.store.chunks import chunks
from kundenradar.store.links import linked_queries
from kundenradar.store.rows import insert_rows
from kundenradar.store.tables import CauseRow, EntryRow, MentionRow, MentionTraitRow

if TYPE_CHECKING:
    from kundenradar.domain.subject import Focus


class Traits:
    """Concerns, topics, causes and safety words of the mentions of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, readings: Mapping[EntryId, Reading]) -> None:
        """Keep what was understood of these mentions, in place of what was kept before."""
        if not readings:
            return
        for part in chunks(list(readings)):
            self._connection.execute(delete(MentionTraitRow).where(MentionTraitRow.mention_id.in_(part)))
        rows = [(kind.value, value, key) for key, reading in readings.items() for kind, value in traits_of(reading)]
        insert_rows(self._connection, MentionTraitRow, ("kind", "value", "mention_id"), rows)
        self._connection.exec_driver_sql(
            "UPDATE mention SET needs_answer = ?, safety = ?, reading = ? WHERE id = ?",
            [(reading.needs_answer, bool(reading.safety), reading.version, key) for key, reading in readings.items()],
        )

    def forget(self) -> None:
        """Let every mention be read again, as if by an older program."""
        self._connection.execute(delete(MentionTraitRow))
        self._connection.execute(text("UPDATE mention SET reading = 0, safety = 0, needs_answer = 0"))

    def of(self, ids: Sequence[EntryId]) -> dict[EntryId, Reading]:
        """What was understood of these mentions; those without any trait are left out."""
        found: dict[EntryId, dict[str, list[str]]] = {}
        for part in chunks(ids):
            rows = self._connection.execute(
                select(MentionTraitRow.__table__).where(MentionTraitRow.mention_id.in_(part))
            )
            for row in rows:
                found.setdefault(EntryId(row.mention_id), {}).setdefault(row.kind, []).append(row.value)
        return {key: _reading(kinds) for key, kinds in found.items()}

    def outdated(self, version: int, limit: int) -> list[EntryId]:
        """Mentions read by other rules or never, newest first; at once if there are none."""
        found: list[EntryId] = []
        for other in (MentionRow.reading < version, MentionRow.reading > version):
            statement = select(MentionRow.id).where(other).order_by(MentionRow.reading.desc(), MentionRow.id.desc())
            found += [EntryId(row.id) for row in self._connection.execute(statement.limit(limit - len(found)))]
        return found

    def read_before(self, ids: Sequence[EntryId]) -> set[EntryId]:
        """Which of these mentions other rules or cause words have read, none since they were judged left out."""
        found: set[EntryId] = set()
        for part in chunks(ids):
            statement = select(MentionRow.id).where(MentionRow.id.in_(part), MentionRow.reading != 0)
            found.update(EntryId(row.id) for row in self._connection.execute(statement))
        return found

    def judgements(self, ids: Sequence[EntryId]) -> list[tuple[EntryId, Sentiment]]:
        """Mentions with the judgement in force."""
        found = []
        for part in chunks(ids):
            statement = select(
                MentionRow.id, MentionRow.label, MentionRow.shown, MentionRow.score, MentionRow.confidence,
                MentionRow.model, MentionRow.by_human,
            ).where(MentionRow.id.in_(part))  # fmt: skip
            for row in self._connection.execute(statement):
                judged = Sentiment(
                    Label(row.label), row.score, row.confidence, row.model, row.by_human, Shown(row.shown)
                )
                found.append((EntryId(row.id), judged))
        return found

    # -- figures ---------------------------------------------------------------------

    def cause_counts(self, first: date, last: date) -> dict[str, int]:
        """Criticism of these days by cause; what a person called no criticism is left out."""
        statement = (
            select(MentionTraitRow.value, func.count().label("number"))
            .join(MentionRow, MentionRow.id == MentionTraitRow.mention_id)
            .where(MentionTraitRow.kind == TraitKind.CAUSE.value, *_counts(first, last))
            .group_by(MentionTraitRow.value)
        )
        return {row.value: int(row.number) for row in self._connection.execute(statement)}

    def concern_counts(self, first: date, last: date) -> dict[Concern, int]:
        """Mentions of these days by concern, those nobody has left out."""
        statement = (
            select(MentionTraitRow.value, func.count().label("number"))
            .join(MentionRow, MentionRow.id == MentionTraitRow.mention_id)
            .where(MentionTraitRow.kind == TraitKind.CONCERN.value, *_counts(first, last))
            .group_by(MentionTraitRow.value)
        )
        return {Concern(row.value): int(row.number) for row in self._connection.execute(statement)}

    def criticism_counts(self, first: date, last: date) -> tuple[int, int]:
        """How many mentions of these days criticise, and how many of them tell a cause."""
        critical = MentionRow.id.in_(_with(TraitKind.CONCERN, [Concern.CRITICISM.value]))
        with_cause = MentionRow.id.in_(
            select(MentionTraitRow.mention_id).where(MentionTraitRow.kind == TraitKind.CAUSE.value)
        )
        statement = select(func.count()).select_from(MentionRow).where(critical, *_counts(first, last))
        every = int(self._connection.execute(statement).scalar_one())
        return every, int(self._connection.execute(statement.where(with_cause)).scalar_one())

    def alarming(self, since: date, limit: int) -> list[EntryId]:
        """Open mentions since a local day with a word of danger or harm, newest first; own ones left out."""
        statement = (
            select(MentionRow.id)
            .where(
                MentionRow.safety.is_(True),
                MentionRow.status.in_([status.value for status in OPEN_STATUSES]),
                MentionRow.own.is_(False),
                MentionRow.same_as.is_(None),
                MentionRow.local_day >= since,
            )
            .order_by(MentionRow.id.desc())
            .limit(limit)
        )
        return [EntryId(row.id) for row in self._connection.execute(statement)]

    def voices(
        self,
        first: date,
        last: date,
        limit: int,
        focus: "Focus | None" = None,
        *,
        critical: bool = False,
        causes: Sequence[str] = (),
    ) -> list[Voice]:
        """Mentions of these days as topics are counted from, newest first, copies and own ones left out.

        Args:
            first: First local day.
            last: Last local day.
            limit: How many at most.
            focus: Who is meant: topics are taken from what speaks of the firm; None takes them from all of it.
            critical: Only criticism, with its causes.
            causes: Only such with one of these causes, if any is named.
        """
        statement = _voices().where(*_counts(first, last)).order_by(MentionRow.id.desc()).limit(limit)
        if critical:
            statement = statement.where(MentionRow.id.in_(_with(TraitKind.CONCERN, [Concern.CRITICISM.value])))
        if causes:
            statement = statement.where(MentionRow.id.in_(_with(TraitKind.CAUSE, causes)))
        return self._as_voices(statement, focus, with_causes=critical)

    def voice(self, mention_id: EntryId, focus: "Focus | None") -> Voice | None:
        """One mention as topics are counted from it."""
        found = self._as_voices(_voices().where(MentionRow.id == mention_id), focus, with_causes=True)
        return found[0] if found else None

    def _as_voices(self, statement: Select[Any], focus: "Focus | None", *, with_causes: bool) -> list[Voice]:
        from kundenradar.domain.attention import said  # late: polls need it in workers only
        from kundenradar.domain.subject import NOBODY

        rows = self._connection.execute(statement).all()
        ids = [EntryId(row.id) for row in rows]
        readings, met = self.of(ids) if with_causes else {}, linked_queries(self._connection, ids)
        voices = []
        for key, row in zip(ids, rows, strict=True):
            queries = () if row.channel else met.get(key, ())
            title = "" if row.reply else title_alone(row.title)
            part = said(focus or NOBODY, title, row.words or "", queries, row.rating)
            causes = readings.get(key, NOT_READ).causes
            voices.append(Voice(key, folded_author(row.author), part.judged, causes))
        return voices


def _counts(first: date, last: date) -> tuple[ColumnElement[bool], ...]:
    """Whether a mention of these days counts: no own one, no copy, not ignored."""
    return (
        MentionRow.local_day.between(first, last),
        MentionRow.own.is_(False),
        MentionRow.same_as.is_(None),
        MentionRow.status != MentionStatus.IGNORED.value,
    )


def _voices() -> Select[Any]:
    words = func.substr(func.coalesce(func.nullif(EntryRow.judged, ""), EntryRow.text), 1, MAX_TEXT_CHARS)
    facts = (EntryRow.author, EntryRow.title, EntryRow.reply, EntryRow.rating, EntryRow.channel)
    return select(MentionRow.id, *facts, words.label("words")).join(EntryRow, EntryRow.id == MentionRow.id)


def trait_conditions(wanted: MentionFilter) -> list[ColumnElement[bool]]:
    """The parts of a filter that ask for what was understood."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.concerns:
        conditions.append(MentionRow.id.in_(_with(TraitKind.CONCERN, [concern.value for concern in wanted.concerns])))
    if wanted.cause:
        conditions.append(MentionRow.id.in_(_with(TraitKind.CAUSE, [wanted.cause])))
    if wanted.safety:
        conditions.append(MentionRow.safety.is_(True))
    if wanted.needs_answer:
        conditions += [MentionRow.needs_answer.is_(True), MentionRow.own.is_(False)]
        conditions.append(MentionRow.status.in_([status.value for status in OPEN_STATUSES]))
    if wanted.passing is not None:
        conditions.append(MentionRow.about_us.is_(not wanted.passing))
    if wanted.only:
        conditions.append(MentionRow.id.in_(list(wanted.only)))
    return conditions


def _with(kind: TraitKind, values: Sequence[str]) -> Select[int]:
    return select(MentionTraitRow.mention_id).where(
        MentionTraitRow.kind == kind.value, MentionTraitRow.value.in_(values)
    )


def _reading(kinds: Mapping[str, Sequence[str]]) -> Reading:
    concerns = set(kinds.get(TraitKind.CONCERN, ()))
    return Reading(
        concerns=tuple(concern for concern in Concern if concern.value in concerns),
        safety=tuple(kinds.get(TraitKind.SAFETY, ())),
        topics=tuple(kinds.get(TraitKind.TOPIC, ())),
        causes=tuple(kinds.get(TraitKind.CAUSE, ())),
    )


class Causes:
    """The causes of one transaction: the owner's, or those a fresh installation knows."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list(self) -> tuple[Cause, ...]:
        """All, in the owner's order; the default ones, and the default words of each, as long as nothing was edited."""
        rows = self._connection.execute(select(CauseRow.__table__).order_by(CauseRow.place, CauseRow.id))
        return tuple(renewed(Cause(row.key, row.name, row.words)) for row in rows) or DEFAULT_CAUSES

    def save(self, causes: Iterable[Cause]) -> None:
        """Keep these in place of all before; none means the default ones."""
        self._connection.execute(delete(CauseRow))
        rows = [
            {"key": cause.key, "name": cause.name, "words": cause.words, "place": place}
            for place, cause in enumerate(causes)
        ]
        if rows:
            self._connection.execute(insert(CauseRow), rows)
