"""Dates as feeds write them, read by ourselves.

feedparser reads 12 of 41 collected strings silently wrong and knows no German (FEEDS.md §2.5, §6): the raw
string is read here instead.
"""

import functools
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Final
from zoneinfo import ZoneInfo

BERLIN: Final = ZoneInfo("Europe/Berlin")
MIN_YEAR: Final = 1990
"""Nothing we listen to is older; 1970 is a zero, year 0 a fault."""
MAX_YEAR: Final = 2099
"""Later years stand for "never"."""
_MAX_LENGTH: Final = 100

_MONTHS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "jan jän jaen januar jänner jaenner january janv janvier ene enero gen gennaio janeiro januari",
            "feb februar feber february fév févr fevrier février febrero febbraio fev fevereiro februari",
            "mar mär mrz maer märz maerz march mars marzo março maart mrt",
            "apr april avr avril abr abril aprile",
            "may mai mayo mag maggio maio mei",
            "jun juni june juin junio giu giugno junho",
            "jul juli july juil juillet julio lug luglio julho",
            "aug august août aout ago agosto augustus",
            "sep sept september septembre septiembre set settembre setembro",
            "oct okt october oktober octobre octubre ott ottobre out outubro",
            "nov november novembre noviembre novembro",
            "dec dez december dezember déc décembre decembre dic diciembre dicembre dezembro",
        ),
        start=1,
    )
    for name in names.split()
}

_WEEKDAYS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "mo mon montag monday",
            "di die tue tues dienstag tuesday",
            "mi mit wed mittwoch wednesday",
            "do don thu thur thurs donnerstag thursday",
            "fr fre fri freitag friday",
            "sa sam sat samstag sonnabend saturday",
            "so son sun sonntag sunday",
        )
    )
    for name in names.split()
}

_ZONES: Final[dict[str, int]] = {
    name: int(float(hours) * 60)
    for hours, names in (
        ("0", "z ut utc gmt wet zulu"),
        ("1", "cet mez met bst west wesz"),
        ("2", "cest mesz mest eet oez cat sast"),
        ("3", "eest oesz msk trt"),
        ("4", "gst"),
        ("5", "pkt"),
        ("5.5", "ist"),
        ("7", "ict wib"),
        ("8", "hkt sgt awst"),
        ("9", "jst kst"),
        ("9.5", "acst"),
        ("10", "aest"),
        ("10.5", "acdt"),
        ("11", "aedt"),
        ("12", "nzst"),
        ("13", "nzdt"),
        ("-3", "brt art adt"),
        ("-3.5", "nst"),
        ("-2.5", "ndt"),
        ("-4", "ast edt"),
        ("-5", "est et cdt"),
        ("-6", "cst ct mdt"),
        ("-7", "mst mt pdt"),
        ("-8", "pst pt akdt"),
        ("-9", "akst"),
        ("-10", "hst hast"),
    )
    for name in names.split()
}
"""Minutes east of Greenwich by zone name."""

_RFC_822: Final = re.compile(
    r"(?:[^\W\d_]{2,12}\.?,? ?)?(\d{1,2})[. -]? ?([^\W\d_]{3,10})\.?,?[ -](\d{4}|\d{2})(?:,| um| -| at)? ?"
    r"(?:(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?: ?Uhr)?)? ?(.*)",
    re.IGNORECASE,
)
_ISO: Final = re.compile(
    r"(\d{4})-(\d\d?)(?:-(\d\d?))?(?:(?:[T ]| ?- ?|, )\s?(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d*)?)?)? ?(.*)",
    re.IGNORECASE,
)
_COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[T ]?(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?)? ?(.*)", re.IGNORECASE)
_EPOCH: Final = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})")
_OFFSET: Final = re.compile(r"(?:gmt|utc|ut|z)? ?([+-])(\d{1,2}):?(\d{0,2})(?::?\d\d)?(?: ?\(.*\))?", re.IGNORECASE)
_PLACE: Final = re.compile(r"[A-Za-z]+(?:/[A-Za-z_]+){1,2}")
_CLOCK: Final = re.compile(
    r"(?<![\d:])(\d{1,2})(?::|(?<=\d)\.(?=\d\d\s*uhr)|h(?=\d\d))(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?\s*(?:uhr\b)?"
    r"\s*([ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_FULL_HOUR: Final = re.compile(r"(?<![\d:.])(\d{1,2}) ?uhr\b", re.IGNORECASE)
_ISO_DAY: Final = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DOTTED_DAY: Final = re.compile(r"(?<!\d)(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})(?!\d)")
_SLASHED_DAY: Final = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_NUMBER: Final = re.compile(r"(?<![\d:])\d{1,4}(?![\d:])")
_ZONE_HEAD: Final = re.compile(r"(?:GMT|UTC)? ?[+-]\d\d:?\d\d(?= )", re.IGNORECASE)
_ZONE_TAIL: Final = re.compile(
    r"(?:(?:GMT|UTC)? ?[+-]\d{1,2}:?\d{0,2}(?: ?\(.*\))?|[A-Za-z]+/[A-Za-z_/]+)$", re.IGNORECASE
)


@functools.lru_cache(maxsize=1024)
def parse_date(raw: str) -> datetime | None:
    """The moment a feed's date string means, aware, UTC.

    Understands RFC 822 and W3CDTF in all their misspellings, German month and zone names, ``TT.MM.JJJJ``,
    epoch seconds and milliseconds, AM/PM. A time without zone is local time in Germany; of the hour that
    comes twice in autumn the first is meant, a time in the gap of spring is read as winter time.

    Args:
        raw: The string as delivered.

    Returns:
        None for what is no absolute date ("gestern"), does not exist (30 February) or lies before 1990 or after 2099.
    """
    text = " ".join((unescape(raw[:_MAX_LENGTH]) if "&" in raw else raw[:_MAX_LENGTH]).split())
    if not text:
        return None
    try:
        return _rfc822(text) or _iso(text) or _epoch(text) or _compact(text) or _anything(text)
    except (ValueError, OverflowError):
        return None


def _rfc822(text: str) -> datetime | None:
    found = _RFC_822.fullmatch(text)
    if found is None:
        return None
    day, month_name, year, hour, minute, second, zone = found.groups()
    month = _MONTHS.get(month_name.lower())
    if month is None:
        return None
    offset = _offset_minutes(zone)
    if offset is _UNREADABLE:
        return None
    return _moment(_full_year(year), month, int(day), hour, minute, second, offset)


def _iso(text: str) -> datetime | None:
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    offset = _offset_minutes(zone)
    if offset is _UNREADABLE:
        return None
    return _moment(int(year), int(month), int(day or 1), hour, minute, second, offset)


def _epoch(text: str) -> datetime | None:
    found = _EPOCH.fullmatch(text)
    if found is None:
        return None
    if found[2] is not None and found[2].startswith(("19", "20")) and len(found[2]) == 12:
        return None  # JJJJMMTTHHMM
    seconds = int(found[1]) if found[1] else int(found[2]) / 1000
    return _sane(datetime.fromtimestamp(seconds, UTC))


def _compact(text: str) -> datetime | None:
    found = _COMPACT.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    offset = _offset_minutes(zone)
    if offset is _UNREADABLE:
        return None
    return _moment(int(year), int(month), int(day), hour, minute, second, offset)


def _anything(text: str) -> datetime | None:
    """Find clock, zone and day wherever they stand."""
    rest = _FULL_HOUR.sub(r"\1:00", text)
    offset: int | str | None = None
    clock = _CLOCK.search(rest)
    hour: str | int | None = None
    minute = second = None
    if clock is not None:
        hour, minute, second, half = clock.groups()
        if half:
            hour = _hour_of_half_day(int(hour), half)
        tail = rest[clock.end() :].strip(" ,")
        zone = _ZONE_TAIL.search(tail) or _ZONE_HEAD.match(tail)
        if zone is not None:
            offset = _offset_minutes(zone[0])
            tail = tail.replace(zone[0], " ")
        else:
            zones = (_ZONES.get(word.lower()) for word in _WORD.findall(tail))
            offset = next((minutes for minutes in zones if minutes is not None), None)
        rest = f"{rest[: clock.start()]} {tail}"
    words = [word.lower() for word in _WORD.findall(rest)]
    if offset is _UNREADABLE:
        return None
    day = _day(rest, words, american=clock is not None and bool(clock[4]))
    return None if day is None else _moment(*day, hour, minute, second, offset)


def _day(rest: str, words: list[str], *, american: bool) -> tuple[int, int, int] | None:
    found = _ISO_DAY.search(rest)
    if found is not None:
        return int(found[1]), int(found[2]), int(found[3])
    found = _DOTTED_DAY.search(rest)
    if found is not None:
        return _full_year(found[3]), int(found[2]), int(found[1])
    found = _SLASHED_DAY.search(rest)
    if found is not None:
        return _slashed(_full_year(found[3]), int(found[1]), int(found[2]), words, american=american)
    month = next((_MONTHS[word] for word in words if word in _MONTHS), None)
    numbers = _NUMBER.findall(rest)
    if month is None or len(numbers) < 2:
        return None
    year = next((number for number in numbers if len(number) == 4), None)
    others = [number for number in numbers if number is not year]
    day = next((int(number) for number in others if 1 <= int(number) <= 31), None)
    if day is None:
        return None
    return (int(year) if year else _full_year(others[-1])), month, day


def _slashed(year: int, first: int, second: int, words: list[str], *, american: bool) -> tuple[int, int, int]:
    """Day and month of ``03/04/2025``: the weekday decides, else the greater number, else day first.

    Args:
        year: Of four digits.
        first: The first number.
        second: The second one.
        words: What else stands in the date.
        american: Whether the clock says AM or PM, as programs do that write the month first.
    """
    if first > 12 or second > 12:
        return (year, second, first) if first > 12 else (year, first, second)
    weekday = next((_WEEKDAYS[word] for word in words if word in _WEEKDAYS), None)
    if weekday is not None and datetime(year, first, second, tzinfo=UTC).weekday() == weekday:
        return year, first, second
    return (year, first, second) if american and weekday is None else (year, second, first)


def _hour_of_half_day(hour: int, half: str) -> int:
    if hour > 12:
        return hour
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _full_year(year: str) -> int:
    number = int(year)
    if len(year) > 2:
        return number
    return number + (2000 if number < 69 else 1900)


_UNREADABLE: Final = "unreadable"


def _offset_minutes(zone: str) -> int | str | None:
    """Minutes east of Greenwich, an IANA name, None without zone, or ``_UNREADABLE``."""
    zone = zone.strip()
    if not zone or zone.lower() == "uhr":
        return None
    found = _OFFSET.fullmatch(zone)
    if found is not None:
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        return -minutes if found[1] == "-" else minutes
    known = _ZONES.get(zone.lower().partition(" ")[0])
    if known is not None and (" " not in zone or zone.endswith(")")):
        return known
    if _PLACE.fullmatch(zone):
        return zone
    return _UNREADABLE


def _moment(
    year: int,
    month: int,
    day: int,
    hour: str | int | None,
    minute: str | None,
    second: str | None,
    offset: int | str | None,
) -> datetime | None:
    hours, minutes, seconds = int(hour or 0), int(minute or 0), int(second or 0)
    extra = timedelta()
    if seconds == 60:  # a leap second
        seconds, extra = 59, timedelta(seconds=1)
    if hours == 24 and minutes == 0 and seconds == 0:
        hours, extra = 0, timedelta(days=1)
    if isinstance(offset, int):
        if abs(offset) > 18 * 60:
            return None
        return _sane(
            datetime(year, month, day, hours, minutes, seconds, tzinfo=UTC) - timedelta(minutes=offset) + extra
        )
    zone = BERLIN if offset is None else _place(offset)
    if zone is None:
        return None
    return _sane(datetime(year, month, day, hours, minutes, seconds, tzinfo=zone).astimezone(UTC) + extra)


def _place(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _sane(moment: datetime) -> datetime | None:
    return moment if MIN_YEAR <= moment.year <= MAX_YEAR else None
