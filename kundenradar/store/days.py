"""The daily roll-up: kept with every change, read by every chart."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, delete, func, select, text
from sqlalchemy.engine import Connection

from kundenradar.domain.trends import DayCount
from kundenradar.store.tables import DayCountRow, MentionRow, SourceRow

_ADD = text(
    "INSERT INTO day_count (day, source_id, label, number, score_sum) VALUES (:day, :source, :label, :number, :score) "
    "ON CONFLICT (day, source_id, label) DO UPDATE SET number = number + excluded.number, "
    "score_sum = score_sum + excluded.score_sum"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A mention's part in the roll-up."""

    day: date
    source: int
    label: str
    score: float


def counting() -> tuple[ColumnElement[bool], ...]:
    """What a mention must meet to count: no post of ours, and no copy of what was told before (ADR 0012)."""
    return MentionRow.own.is_(False), MentionRow.same_as.is_(None)


class Days:
    """The roll-up of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def move(self, *, out: Iterable[Counted] = (), into: Iterable[Counted] = ()) -> None:
        """Count mentions out of and into the roll-up."""
        numbers: dict[tuple[date, int, str], list[float]] = defaultdict(lambda: [0, 0.0])
        for sign, counted in ((-1, out), (1, into)):
            for part in counted:
                cell = numbers[part.day, part.source, part.label]
                cell[0] += sign
                cell[1] += sign * part.score
        rows = [
            {"day": day.isoformat(), "source": source, "label": label, "number": cell[0], "score": cell[1]}
            for (day, source, label), cell in numbers.items()
            if cell[0] or cell[1]
        ]
        if rows:
            self._connection.execute(_ADD, rows)

    def between(self, first: date, last: date) -> tuple[DayCount, ...]:
        """Counts per day, both ends included; days without mentions are left out."""
        statement = (
            select(
                DayCountRow.day,
                DayCountRow.label,
                func.sum(DayCountRow.number).label("number"),
                func.sum(DayCountRow.score_sum).label("score_sum"),
            )
            .where(DayCountRow.day.between(first, last))
            .group_by(DayCountRow.day, DayCountRow.label)
            .order_by(DayCountRow.day)
        )
        days: dict[date, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for row in self._connection.execute(statement):
            days[row.day][row.label] = int(row.number)
            days[row.day]["score"] += float(row.score_sum)
        return tuple(
            DayCount(
                day=day,
                positive=int(cells["positive"]),
                neutral=int(cells["neutral"]),
                negative=int(cells["negative"]),
                score_sum=cells["score"],
            )
            for day, cells in days.items()
            if cells["positive"] + cells["neutral"] + cells["negative"] > 0
        )

    def by_source(self, first: date, last: date) -> tuple[tuple[str, str, int], ...]:
        """Triples of source name, label and number."""
        statement = (
            select(SourceRow.id, SourceRow.name, DayCountRow.label, func.sum(DayCountRow.number).label("number"))
            .join(SourceRow, SourceRow.id == DayCountRow.source_id)
            .where(DayCountRow.day.between(first, last))
            .group_by(SourceRow.id, DayCountRow.label)
            .having(func.sum(DayCountRow.number) > 0)
            .order_by(SourceRow.id)
        )
        return tuple((row.name, row.label, int(row.number)) for row in self._connection.execute(statement))

    def days_with_mentions(self) -> tuple[date, ...]:
        """Local days on which somebody wrote, newest first."""
        statement = (
            select(DayCountRow.day)
            .group_by(DayCountRow.day)
            .having(func.sum(DayCountRow.number) > 0)
            .order_by(DayCountRow.day.desc())
        )
        return tuple(row.day for row in self._connection.execute(statement))

    def rebuild(self) -> None:
        """Count everything again from the mentions."""
        self._connection.execute(delete(DayCountRow))
        columns = ["day", "source_id", "label", "number", "score_sum"]
        counted = (
            select(
                MentionRow.local_day,
                MentionRow.source_id,
                MentionRow.label,
                func.count(),
                func.sum(MentionRow.score),
            )
            .where(*counting())
            .group_by(MentionRow.local_day, MentionRow.source_id, MentionRow.label)
        )
        self._connection.execute(DayCountRow.__table__.insert().from_select(columns, counted))  # type: ignore[attr-defined]
