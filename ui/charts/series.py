"""Bars and words of the charts, computed without Qt."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kundenradar.domain.reports import IsoWeek
from kundenradar.domain.trends import DayCount
from ui import formats

DAILY_UP_TO = 62
"""More days than this are shown by the week."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Mentions of one day or week.

    Attributes:
        first: First day of the stretch.
        last: Last day, inclusive.
        mean: Mean score in [-1, +1], None without mentions.
    """

    first: date
    last: date
    positive: int
    neutral: int
    negative: int
    mean: float | None = None

    @property
    def total(self) -> int:
        """All of them."""
        return self.positive + self.neutral + self.negative


def bars_of(days: Sequence[DayCount]) -> tuple[Bar, ...]:
    """One bar per day, or per calendar week for more than 62 days.

    Args:
        days: Consecutive days, ascending.
    """
    if len(days) <= DAILY_UP_TO:
        return tuple(_bar([day]) for day in days)
    return tuple(_bar(list(week)) for _, week in groupby(days, key=lambda count: IsoWeek.of(count.day)))


def _bar(days: Sequence[DayCount]) -> Bar:
    total = sum(day.total for day in days)
    return Bar(
        first=days[0].day,
        last=days[-1].day,
        positive=sum(day.positive for day in days),
        neutral=sum(day.neutral for day in days),
        negative=sum(day.negative for day in days),
        mean=sum(day.score_sum for day in days) / total if total else None,
    )


def is_weekly(bars: Sequence[Bar]) -> bool:
    """Whether the bars stand for weeks."""
    return any(bar.first != bar.last for bar in bars)


def bar_title(bar: Bar) -> str:
    """``Samstag, 7. November`` or ``Woche 45 · 2.–8. November 2026``."""
    if bar.first == bar.last:
        return formats.day_long(bar.first)
    return f"Woche {IsoWeek.of(bar.first).week} · {formats.day_range(bar.first, bar.last)}"


def bar_sentence(bar: Bar) -> str:
    """A bar as a screen reader says it."""
    if not bar.total:
        return f"{bar_title(bar)}: keine Erwähnungen"
    parts = f"{bar.positive} positiv, {bar.neutral} neutral, {bar.negative} negativ"
    return f"{bar_title(bar)}: {formats.count(bar.total, 'Erwähnung', 'Erwähnungen')}, davon {parts}"


def chart_sentence(bars: Sequence[Bar]) -> str:
    """What the bars show, in sentences."""
    if not bars or not any(bar.total for bar in bars):
        return "Gestapelte Balken. In dieser Zeit gibt es keine Erwähnungen."
    positive, neutral, negative = (
        sum(values) for values in zip(*((bar.positive, bar.neutral, bar.negative) for bar in bars), strict=True)
    )
    highest = max(bars, key=lambda bar: bar.total)
    total = formats.count(positive + neutral + negative, "Erwähnung", "Erwähnungen")
    parts = f"{positive} positiv, {neutral} neutral, {negative} negativ"
    step = "eine Woche" if is_weekly(bars) else "einen Tag"
    return (
        f"Gestapelte Balken, {formats.day_range(bars[0].first, bars[-1].last)}. {total}: {parts}. "
        f"Die meisten: {bar_title(highest)} mit {formats.number(highest.total)}. "
        f"Pfeiltasten wählen {step}, die Eingabetaste öffnet die Erwähnungen."
    )


def mood_sentence(days: Sequence[date], values: Sequence[float | None]) -> str:
    """What the sentiment line shows, in sentences."""
    known = [(day, value) for day, value in zip(days, values, strict=True) if value is not None]
    if not known:
        return "Linie der Stimmung. In dieser Zeit gibt es keine Erwähnungen."
    (low_day, low), (high_day, high) = min(known, key=lambda p: p[1]), max(known, key=lambda p: p[1])
    now = known[-1][1]
    return (
        f"Linie der Stimmung, Mittel von 7 Tagen, {formats.day_range(days[0], days[-1])}. "
        f"Zuletzt {formats.score(now)}, {formats.mood(now)}. "
        f"Tiefster Wert {formats.score(low)} am {formats.day_month(low_day)}, "
        f"höchster {formats.score(high)} am {formats.day_month(high_day)}."
    )


def nice_top(highest: int) -> tuple[int, int]:
    """Top of the value axis and distance of its lines: whole, round numbers, 3 to 5 steps.

    Returns:
        (top, step): top is a multiple of step, at least `highest`, at least 4, as low as possible.
    """
    wanted = max(highest, 4)
    power = 10 ** max(0, math.floor(math.log10(wanted)) - 1)
    steps = [power * tenth // 10 for tenth in (10, 20, 25, 50, 100, 200, 250, 500) if power * tenth % 10 == 0]
    tops = [(math.ceil(wanted / step) * step, -step) for step in steps]
    top, minus_step = min(pair for pair in tops if 3 <= pair[0] // -pair[1] <= 5)
    return top, -minus_step


def day_ticks(bars: Sequence[Bar], width: float, label_width: float) -> list[tuple[int, str]]:
    """Where dates stand below the bars, and which.

    Args:
        bars: Ascending.
        width: Room for all bars in pixels.
        label_width: Widest label in pixels.

    Returns:
        (index, words), ascending; counted back from the last bar so that it always has its label, by
        the day or by whole weeks.
    """
    if not bars:
        return []
    if is_weekly(bars):
        return _month_ticks(bars, width, label_width)
    room = max(1.0, width / len(bars))
    steps = (1, 2) if len(bars) <= 7 else (7, 14, 28)
    step = next((step for step in steps if step * room >= label_width * 1.15), max(1, len(bars)))
    last = len(bars) - 1
    indices = sorted(last - n for n in range(0, len(bars), step))
    return [(index, _day_words(bars[index].first, len(bars))) for index in indices]


def _day_words(day: date, number: int) -> str:
    if number <= 7:
        return f"{formats.WEEKDAYS_SHORT[day.weekday()]} {day.day}."
    return formats.day_short(day)


def _month_ticks(bars: Sequence[Bar], width: float, label_width: float) -> list[tuple[int, str]]:
    starts = [index for index, bar in enumerate(bars) if index and (bar.last.month != bars[index - 1].last.month)]
    room = width / max(1, len(starts))
    step = next((step for step in (1, 2, 3, 4, 6) if step * room >= label_width * 1.15), 12)
    chosen = [index for n, index in enumerate(reversed(starts)) if n % step == 0]
    return [(index, _month_words(bars[index].last)) for index in sorted(chosen)]


def _month_words(day: date) -> str:
    name = formats.MONTHS_SHORT[day.month - 1]
    return f"{name} {day.year}" if day.month == 1 else name
