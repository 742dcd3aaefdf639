"""The week on paper: what the weekly report says."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kundenradar.domain.errors import InputError
from kundenradar.domain.mentions import EntryId, MentionStatus
from kundenradar.domain.sentiment import Label
from kundenradar.domain.trends import DayCount, Figures

_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{1,2})", re.IGNORECASE)
FIRST_YEAR, LAST_YEAR = 1990, 2999


@dataclass(frozen=True, slots=True, order=True)
class IsoWeek:
    """A calendar week (ISO 8601, Monday first)."""

    year: int
    week: int

    @classmethod
    def of(cls, day: date) -> "IsoWeek":
        """The week that holds `day`."""
        calendar = day.isocalendar()
        return cls(calendar.year, calendar.week)

    @classmethod
    def parse(cls, text: str) -> "IsoWeek":
        """The week written as ``2026-W47``.

        Raises:
            InputError: If there is no such week (code ``week``).
        """
        match = _WEEK.fullmatch(text.strip())
        if match is None:
            raise InputError("week", text)
        week = cls(int(match.group(1)), int(match.group(2)))
        if not FIRST_YEAR <= week.year <= LAST_YEAR:
            raise InputError("week", text)
        try:
            monday = week.monday
        except ValueError as error:
            raise InputError("week", text) from error
        if IsoWeek.of(monday) != week:
            raise InputError("week", text)
        return week

    @property
    def monday(self) -> date:
        """First day."""
        return date.fromisocalendar(self.year, self.week, 1)

    @property
    def sunday(self) -> date:
        """Last day."""
        return self.monday + timedelta(days=6)

    @property
    def before(self) -> "IsoWeek":
        """The week before."""
        return IsoWeek.of(self.monday - timedelta(days=7))

    @property
    def after(self) -> "IsoWeek":
        """The week after."""
        return IsoWeek.of(self.monday + timedelta(days=7))

    def __str__(self) -> str:
        return f"{self.year:04d}-W{self.week:02d}"


@dataclass(frozen=True, slots=True)
class SourceCount:
    """Mentions of one source in the week."""

    name: str
    positive: int
    neutral: int
    negative: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.positive + self.neutral + self.negative


@dataclass(frozen=True, slots=True)
class ReportMention:
    """A mention as the report quotes it.

    Attributes:
        quote: At most 300 characters of the text (small quotation, DOMAIN.md UrhG).
        day: Local day it was written.
        answered_on: Local day it was answered, or None.
        elsewhere: How many other sources tell nearly the same (ADR 0012).
    """

    id: EntryId
    title: str
    source_name: str
    author: str
    day: date
    quote: str
    label: Label
    status: MentionStatus
    answered_on: date | None
    link: str | None
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class CauseOfWeek:
    """What was criticised in the week.

    Attributes:
        before: How often in the same days of the week before.
    """

    name: str
    count: int
    before: int = 0


@dataclass(frozen=True, slots=True)
class WeekReport:
    """One week in figures and voices.

    Attributes:
        firm: Name of the firm, may be empty.
        figures: Of this week.
        before: Of the week before.
        days: Seven rows, Monday first.
        oldest_open_days: Age in days of the oldest open mention of the week, None if none is open.
        sources: Most mentions first.
        mentions: Most important first.
        created_at: Aware, local time of the firm.
        causes: What was criticised, most often first, and what was only criticised the week before.
        questions: Open questions that are not among `mentions`, newest first.
        praise: Praise and recommendations that are not among `mentions`, newest first.
    """

    week: IsoWeek
    firm: str
    created_at: datetime
    figures: Figures
    before: Figures
    days: tuple[DayCount, ...]
    oldest_open_days: int | None
    open_negative: int
    sources: tuple[SourceCount, ...]
    mentions: tuple[ReportMention, ...]
    causes: tuple[CauseOfWeek, ...] = ()
    questions: tuple[ReportMention, ...] = ()
    praise: tuple[ReportMention, ...] = ()
