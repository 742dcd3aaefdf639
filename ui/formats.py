"""Numbers, dates and counts the way people in Germany write them. Pure, no Qt."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from kundenradar.domain.reports import IsoWeek

ZONE: Final = ZoneInfo("Europe/Berlin")
"""Where days begin and end; the same zone the store counts days in."""

MINUS: Final = "\u2212"
NARROW_SPACE: Final = "\u202f"
NO_BREAK: Final = "\u00a0"

WEEKDAYS: Final = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
WEEKDAYS_SHORT: Final = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")
MONTHS: Final = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
MONTHS_SHORT: Final = (
    "Jan.",
    "Feb.",
    "März",
    "Apr.",
    "Mai",
    "Juni",
    "Juli",
    "Aug.",
    "Sept.",
    "Okt.",
    "Nov.",
    "Dez.",
)


BREAK: Final = "\u200b"
"""Where a line may break without a hyphen (zero width space)."""
_LONG_WORD: Final = re.compile(r"[^\s\u200b]{25,}")
_JOINTS: Final = re.compile(r"(?<=[./\\_?&=@-])(?=[^./\\_?&=@-])")
_ENDLESS: Final = re.compile(r"[^\s\u200b]{33,}")
_RUN: Final = re.compile(r".{16}(?=.)", re.DOTALL)


def breakable(text: str) -> str:
    """The same text with places to break inside long words: behind dots, hyphens, slashes, else every 16 characters."""
    joined = _LONG_WORD.sub(lambda word: _JOINTS.sub(BREAK, word.group()), text)
    return _ENDLESS.sub(lambda word: _RUN.sub(rf"\g<0>{BREAK}", word.group()), joined)


def number(value: int) -> str:
    """``1.595``, ``−31``."""
    digits = f"{abs(value):,}".replace(",", ".")
    return f"{MINUS}{digits}" if value < 0 else digits


def signed(value: int) -> str:
    """``+3``, ``−31``, ``±0``."""
    if value == 0:
        return "±0"
    return f"+{number(value)}" if value > 0 else number(value)


def decimal(value: float, digits: int = 2) -> str:
    """``0,20``, ``−0,09``; never a minus before zero."""
    text = f"{abs(value):,.{digits}f}".translate(str.maketrans(",.", ".,"))
    is_zero = not text.strip("0,.")
    return f"{MINUS}{text}" if value < 0 and not is_zero else text


def score(value: float) -> str:
    """A sentiment score with its sign: ``+0,20``, ``−0,09``, ``0,00``."""
    text = decimal(value)
    return f"+{text}" if value > 0 and text.strip("0,.") else text


def short_score(value: float) -> str:
    """A round score beside an axis: ``+1``, ``−0,5``, ``0``."""
    text = score(value)
    return text.rstrip("0").rstrip(",") if "," in text else text


def percent(share: float) -> str:
    """A share in [0, 1] as ``47 %``."""
    return f"{number(round(share * 100))}{NO_BREAK}%"


def seconds(ms: int) -> str:
    """How long something took: ``0,6 s``, ``unter 0,1 s``."""
    return f"{decimal(ms / 1000, 1)}{NO_BREAK}s" if ms >= 50 else f"unter 0,1{NO_BREAK}s"


def count(value: int, one: str, many: str) -> str:
    """``1 Quelle``, ``6 Quellen``."""
    return f"{number(value)} {one if value == 1 else many}"


def clock_time(at: datetime) -> str:
    """``08:42`` in Germany; `at` is aware."""
    return f"{at.astimezone(ZONE):%H:%M}"


def day_short(day: date) -> str:
    """``7. Nov.``."""
    return f"{day.day}.{NO_BREAK}{MONTHS_SHORT[day.month - 1]}"


def day_month(day: date) -> str:
    """``7. November``."""
    return f"{day.day}. {MONTHS[day.month - 1]}"


def day_long(day: date) -> str:
    """``Samstag, 7. November``."""
    return f"{WEEKDAYS[day.weekday()]}, {day_month(day)}"


def day_full(day: date) -> str:
    """``Samstag, 7. November 2026``."""
    return f"{day_long(day)} {day.year}"


def day_numeric(day: date) -> str:
    """``07.11.2026``."""
    return f"{day:%d.%m.%Y}"


def day_range(first: date, last: date) -> str:
    """``24. Oktober – 22. November 2026``, ``16.–22. November 2026``, ``7. November 2026``."""
    if first == last:
        return f"{day_month(first)} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}.–{day_month(last)} {last.year}"
    if first.year == last.year:
        return f"{day_month(first)} – {day_month(last)} {last.year}"
    return f"{day_month(first)} {first.year} – {day_month(last)} {last.year}"


def day_range_numeric(first: date, last: date) -> str:
    """``16.–22.11.2026``, ``30.11.–06.12.2026``, ``28.12.2026–03.01.2027``."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%d}.–{last:%d.%m.%Y}"
    if first.year == last.year:
        return f"{first:%d.%m}.–{last:%d.%m.%Y}"
    return f"{first:%d.%m.%Y}–{last:%d.%m.%Y}"


def week(value: IsoWeek) -> str:
    """``Woche 47 · 16.–22.11.2026``."""
    return f"Woche {value.week} · {day_range_numeric(value.monday, value.sunday)}"


def local_day(at: datetime) -> date:
    """The day in Germany an aware moment belongs to."""
    return at.astimezone(ZONE).date()


def day_relative(day: date, today: date) -> str:
    """``heute``, ``gestern``, ``morgen``, ``7. Nov.``, ``7. Nov. 2025``."""
    near = {0: "heute", 1: "gestern", -1: "morgen"}.get((today - day).days)
    if near is not None:
        return near
    return day_short(day) if day.year == today.year else f"{day_short(day)} {day.year}"


def when(at: datetime, now: datetime) -> str:
    """``heute, 08:42``, ``gestern, 17:05``, ``7. Nov., 17:05``, ``7. Nov. 2025``: a moment in a list.

    Args:
        at: Aware moment.
        now: Aware moment to compare with.
    """
    day, today = local_day(at), local_day(now)
    text = day_relative(day, today)
    return text if day.year != today.year and abs((today - day).days) > 1 else f"{text}, {clock_time(at)}"


def when_full(at: datetime) -> str:
    """``Samstag, 7. November 2026, 08:42 Uhr``."""
    return f"{day_full(local_day(at))}, {clock_time(at)} Uhr"


def since(day: date, today: date) -> str:
    """``seit heute``, ``seit gestern``, ``seit 3 Tagen``, ``seit 07.09.2026`` (from 14 days on)."""
    days = (today - day).days
    if days <= 0:
        return "seit heute"
    if days == 1:
        return "seit gestern"
    return f"seit {days} Tagen" if days < 14 else f"seit {day_numeric(day)}"


def ago(at: datetime, now: datetime) -> str:
    """``gerade eben``, ``vor 5 Minuten``, ``vor 1 Stunde``, ``vor 3 Tagen``."""
    passed = max(now - at, timedelta())
    minutes = int(passed.total_seconds() // 60)
    if minutes < 1:
        return "gerade eben"
    if minutes < 60:
        return f"vor {count(minutes, 'Minute', 'Minuten')}"
    if minutes < 24 * 60:
        return f"vor {count(minutes // 60, 'Stunde', 'Stunden')}"
    return f"vor {count(minutes // (24 * 60), 'Tag', 'Tagen')}"


def span(seconds: float) -> str:
    """``45 Sekunden``, ``30 Minuten``, ``1 Stunde 30 Minuten``, ``1 Tag``: a length of time."""
    if seconds < 60:
        return count(round(seconds), "Sekunde", "Sekunden")
    minutes = round(seconds / 60)
    if minutes % (24 * 60) == 0:
        return count(minutes // (24 * 60), "Tag", "Tage")
    hours, rest = divmod(minutes, 60)
    parts = [count(hours, "Stunde", "Stunden")] if hours else []
    if rest:
        parts.append(count(rest, "Minute", "Minuten"))
    return " ".join(parts)


def utc_now() -> datetime:
    """This moment, aware; the one place of the window that asks the clock."""
    return datetime.now(UTC)


def mood(mean: float) -> str:
    """A mean score in words: ``deutlich negativ`` … ``ausgeglichen`` … ``deutlich positiv``.

    Thresholds 0.05, 0.35 and 0.6 of the scale [-1, +1] are our own reading aid, not a measure.
    """
    size = abs(mean)
    if size < 0.05:
        return "ausgeglichen"
    side = "positiv" if mean > 0 else "negativ"
    if size < 0.35:
        return f"leicht {side}"
    return side if size < 0.6 else f"deutlich {side}"
