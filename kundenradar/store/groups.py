"""Groups of near copies: the first mention stands for all, the others point at it (ADR 0012)."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import func, select, text, update
from sqlalchemy.engine import Connection

from kundenradar.domain.mentions import EntryId, MentionStatus
from kundenradar.store.chunks import chunks
from kundenradar.store.days import Counted, Days, counting
from kundenradar.store.likeness import Likenesses
from kundenradar.store.tables import MentionRow

_UNTOUCHED = "status = 'new' AND NOT EXISTS (SELECT 1 FROM status_change WHERE mention_id = mention.id)"
_JOIN = text(
    f"UPDATE mention SET same_as = :head, seen = max(seen, :looked_at), "  # noqa: S608 - nothing of it comes from outside
    f"status = CASE WHEN {_UNTOUCHED} THEN :state ELSE status END WHERE id = :key"
)
_WAIT_ANEW = text(
    "UPDATE mention SET status = 'new', seen = 0 "
    "WHERE id = :key AND same_as IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM status_change WHERE mention_id = mention.id)"
)


def _state_of_copy(status: str) -> str:
    """The work state a copy takes over: what is answered in one place needs no second answer in another."""
    return MentionStatus.DONE.value if status == MentionStatus.ANSWERED.value else status


class Groups:
    """The groups of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def join(self, groups: Mapping[EntryId, EntryId]) -> None:
        """Put mentions into the group of another: they count no more and follow its work state.

        What somebody worked on keeps its own: an edited entry may join again.

        Args:
            groups: First mention of the group by the key of the one that joins.
        """
        if not groups:
            return
        state = select(MentionRow.id, MentionRow.status, MentionRow.seen).where(
            MentionRow.id.in_(list(set(groups.values())))
        )
        first = {row.id: row for row in self._connection.execute(state)}
        joining = {key: head for key, head in groups.items() if head in first and head != key}
        Days(self._connection).move(out=self._counted_of(joining))
        rows = [
            {"key": key, "head": head, "state": _state_of_copy(first[head].status), "looked_at": first[head].seen}
            for key, head in joining.items()
        ]
        if rows:
            self._connection.execute(_JOIN, rows)

    def leave(self, ids: Sequence[EntryId]) -> None:
        """Take copies out of their group: they count again."""
        for part in chunks(ids):
            copies = select(MentionRow.id).where(MentionRow.id.in_(part), MentionRow.same_as.is_not(None))
            keys = [EntryId(row.id) for row in self._connection.execute(copies)]
            self._connection.execute(update(MentionRow).where(MentionRow.id.in_(keys)).values(same_as=None))
            Days(self._connection).move(into=self._counted_of(keys))

    def part(self, copy: EntryId) -> None:
        """Take a copy out of its group because it says something else now: a state it only took over is not its own."""
        self._connection.execute(_WAIT_ANEW, {"key": copy})
        self.leave([copy])

    def let_go(self, ids: Sequence[EntryId]) -> None:
        """Before mentions are removed: they count no more, and their groups get another first mention."""
        self._promote(ids)
        Days(self._connection).move(out=self._counted_of(ids))
        Likenesses(self._connection).forget(ids)

    def count_in(self, ids: Sequence[EntryId]) -> None:
        """Mentions that did not count before, and do by now."""
        Days(self._connection).move(into=self._counted_of(ids))

    def _promote(self, going: Sequence[EntryId]) -> None:
        """The oldest copy that stays becomes the first of its group."""
        gone = set(going)
        groups: dict[int, list[EntryId]] = {}
        for part in chunks(going):
            copies = select(MentionRow.id, MentionRow.same_as).where(MentionRow.same_as.in_(part))
            for row in self._connection.execute(copies.order_by(MentionRow.id)):
                if row.id not in gone:
                    groups.setdefault(row.same_as, []).append(EntryId(row.id))
        self.leave([members[0] for members in groups.values()])
        for first, *others in groups.values():
            for part in chunks(others):
                self._connection.execute(update(MentionRow).where(MentionRow.id.in_(part)).values(same_as=first))

    def _counted_of(self, ids: Iterable[EntryId]) -> list[Counted]:
        """What these mentions add to the roll-up now."""
        found: list[Counted] = []
        for part in chunks(list(ids)):
            statement = select(MentionRow.local_day, MentionRow.source_id, MentionRow.label, MentionRow.score).where(
                MentionRow.id.in_(part), *counting()
            )
            found.extend(Counted(*row) for row in self._connection.execute(statement))
        return found

    def copies(self, ids: Iterable[EntryId]) -> dict[EntryId, tuple[EntryId, ...]]:
        """Copies of those of these mentions that are the first of a group, oldest first."""
        found: dict[EntryId, list[EntryId]] = {}
        for part in chunks(list(ids)):
            statement = (
                select(MentionRow.id, MentionRow.same_as).where(MentionRow.same_as.in_(part)).order_by(MentionRow.id)
            )
            for row in self._connection.execute(statement):
                found.setdefault(EntryId(row.same_as), []).append(EntryId(row.id))
        return {head: tuple(members) for head, members in found.items()}

    def group(self, mention_id: EntryId) -> tuple[EntryId, ...]:
        """The whole group of a mention, the first one first; the mention alone if it has none."""
        head = self._connection.execute(
            select(func.coalesce(MentionRow.same_as, MentionRow.id)).where(MentionRow.id == mention_id)
        ).scalar()
        if head is None:
            return ()
        return (EntryId(head), *self.copies([EntryId(head)]).get(EntryId(head), ()))
