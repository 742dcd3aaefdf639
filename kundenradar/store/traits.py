"""What was understood of mentions, and the causes the owner keeps."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, Select, delete, insert, select, text
from sqlalchemy.engine import Connection

from kundenradar.domain.causes import DEFAULT_CAUSES
from kundenradar.domain.mentions import EntryId, MentionFilter
from kundenradar.domain.understanding import Cause, Concern, Reading, TraitKind, traits_of
from kundenradar.store.chunks import chunks
from kundenradar.store.tables import CauseRow, MentionRow, MentionTraitRow


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
        rows = [
            {"kind": kind.value, "value": value, "mention_id": key}
            for key, reading in readings.items()
            for kind, value in traits_of(reading)
        ]
        if rows:
            self._connection.execute(insert(MentionTraitRow), rows)
        self._connection.execute(
            text("UPDATE mention SET needs_answer = :needs, safety = :safety, reading = :version WHERE id = :id"),
            [
                {
                    "id": key,
                    "needs": reading.needs_answer,
                    "safety": bool(reading.safety),
                    "version": reading.version,
                }
                for key, reading in readings.items()
            ],
        )

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

    def outdated(self, version: int, limit: int, before: EntryId | None = None) -> list[EntryId]:
        """Mentions read by other rules or never, newest first, older than `before`."""
        statement = select(MentionRow.id).where(MentionRow.reading != version).order_by(MentionRow.id.desc())
        if before is not None:
            statement = statement.where(MentionRow.id < before)
        return [EntryId(row.id) for row in self._connection.execute(statement.limit(limit))]


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
        conditions.append(MentionRow.needs_answer.is_(True))
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
        """All, in the owner's order; the default ones as long as nothing was edited."""
        rows = self._connection.execute(select(CauseRow.__table__).order_by(CauseRow.place, CauseRow.id))
        return tuple(Cause(row.key, row.name, row.words) for row in rows) or DEFAULT_CAUSES

    def save(self, causes: Iterable[Cause]) -> None:
        """Keep these in place of all before; none means the default ones."""
        self._connection.execute(delete(CauseRow))
        rows = [
            {"key": cause.key, "name": cause.name, "words": cause.words, "place": place}
            for place, cause in enumerate(causes)
        ]
        if rows:
            self._connection.execute(insert(CauseRow), rows)
