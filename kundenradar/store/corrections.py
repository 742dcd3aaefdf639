"""What the owner corrected, and what was learnt from it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.engine import Connection

from kundenradar.domain.learning import Correction, Lesson
from kundenradar.domain.mentions import EntryId
from kundenradar.domain.sentiment import Label
from kundenradar.store.chunks import chunks
from kundenradar.store.tables import CorrectionRow, LearntRow


class Corrections:
    """The corrections of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, corrections: Sequence[Correction], now: datetime) -> None:
        """Keep corrections; the same mention or outside id again replaces."""
        if not corrections:
            return
        newest = {(one.mention, one.outside): one for one in corrections}.values()
        self.forget([one.mention for one in newest if one.mention is not None])
        for part in chunks([one.outside for one in newest if one.outside is not None]):
            self._connection.execute(delete(CorrectionRow).where(CorrectionRow.outside_id.in_(part)))
        self._connection.execute(
            insert(CorrectionRow),
            [
                {
                    "mention_id": one.mention,
                    "outside_id": one.outside,
                    "text": one.text,
                    "label": one.label.value,
                    "at": now,
                }
                for one in newest
            ],
        )

    def forget(self, mentions: Iterable[EntryId]) -> None:
        """Take back the corrections of mentions."""
        for part in chunks(list(mentions)):
            self._connection.execute(delete(CorrectionRow).where(CorrectionRow.mention_id.in_(part)))

    def list(self, limit: int) -> tuple[Correction, ...]:
        """The newest corrections, oldest of them first."""
        rows = self._connection.execute(
            select(CorrectionRow.__table__).order_by(CorrectionRow.id.desc()).limit(limit)
        ).all()
        return tuple(
            Correction(Label(row.label), row.text, EntryId(row.mention_id) if row.mention_id else None, row.outside_id)
            for row in reversed(rows)
        )

    def counts(self) -> dict[Label, int]:
        """How many corrections gave each label."""
        statement = select(CorrectionRow.label, func.count()).group_by(CorrectionRow.label)
        found = {Label(label): number for label, number in self._connection.execute(statement)}
        return {label: found.get(label, 0) for label in Label}

    def clear(self) -> None:
        """Forget all corrections and what was learnt; judgements by a person stay."""
        self._connection.execute(delete(CorrectionRow))
        self._connection.execute(delete(LearntRow))

    def lesson(self) -> Lesson | None:
        """What was learnt last, or None."""
        row = self._connection.execute(select(LearntRow.__table__).order_by(LearntRow.id.desc()).limit(1)).first()
        return None if row is None else Lesson(row.corrections, row.accuracy, row.weights, row.at)

    def keep(self, lesson: Lesson, now: datetime) -> None:
        """Put a lesson in force; the one before is dropped."""
        self._connection.execute(
            insert(LearntRow),
            [
                {
                    # By the clock, so that a number is never used again: workers know a lesson by it.
                    "id": max(int(now.timestamp() * 1000), self.newest() + 1),
                    "at": now,
                    "corrections": lesson.corrections,
                    "accuracy": lesson.accuracy,
                    "weights": lesson.weights,
                }
            ],
        )
        newest = select(func.max(LearntRow.id)).scalar_subquery()
        self._connection.execute(delete(LearntRow).where(LearntRow.id < newest))

    def newest(self) -> int:
        """Number of the lesson in force, 0 for none."""
        return int(self._connection.execute(select(func.coalesce(func.max(LearntRow.id), 0))).scalar_one())

    def unlearn(self) -> None:
        """Judge by the start weights again."""
        self._connection.execute(delete(LearntRow))
