"""Numbers and dates as people in Germany write them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.reports import IsoWeek
from ui import formats

NOW = datetime(2026, 11, 22, 8, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (formats.number(1595), "1.595"),
        (formats.number(-31), "−31"),
        (formats.number(1_234_567), "1.234.567"),
        (formats.signed(3), "+3"),
        (formats.signed(-1200), "−1.200"),
        (formats.signed(0), "±0"),
        (formats.decimal(0.2), "0,20"),
        (formats.decimal(-0.09), "−0,09"),
        (formats.decimal(-0.001), "0,00"),
        (formats.decimal(1234.5, 1), "1.234,5"),
        (formats.score(0.2), "+0,20"),
        (formats.score(-0.5), "−0,50"),
        (formats.score(0.0), "0,00"),
        (formats.score(0.004), "0,00"),
        (formats.short_score(1.0), "+1"),
        (formats.short_score(-0.5), "−0,5"),
        (formats.short_score(0.0), "0"),
        (formats.seconds(632), "0,6\u00a0s"),
        (formats.seconds(12), "unter 0,1\u00a0s"),
        (formats.seconds(12_345), "12,3\u00a0s"),
        (formats.percent(0.471), "47\u00a0%"),
        (formats.count(1, "Quelle", "Quellen"), "1 Quelle"),
        (formats.count(1595, "Quelle", "Quellen"), "1.595 Quellen"),
        (formats.count(0, "Quelle", "Quellen"), "0 Quellen"),
        (formats.day_long(date(2026, 11, 7)), "Samstag, 7. November"),
        (formats.day_full(date(2026, 3, 1)), "Sonntag, 1. März 2026"),
        (formats.day_short(date(2026, 9, 7)), "7.\u00a0Sept."),
        (formats.day_numeric(date(2026, 11, 7)), "07.11.2026"),
        (formats.day_range(date(2026, 10, 24), date(2026, 11, 22)), "24. Oktober – 22. November 2026"),
        (formats.day_range(date(2026, 11, 16), date(2026, 11, 22)), "16.–22. November 2026"),
        (formats.day_range(date(2026, 11, 7), date(2026, 11, 7)), "7. November 2026"),
        (
            formats.day_range(date(2025, 12, 28), date(2026, 1, 3)),
            "28. Dezember 2025 – 3. Januar 2026",
        ),
        (formats.week(IsoWeek(2026, 47)), "Woche 47 · 16.–22.11.2026"),
        (formats.week(IsoWeek(2026, 49)), "Woche 49 · 30.11.–06.12.2026"),
        (formats.week(IsoWeek(2026, 53)), "Woche 53 · 28.12.2026–03.01.2027"),
        (formats.span(45), "45 Sekunden"),
        (formats.span(1800), "30 Minuten"),
        (formats.span(5400), "1 Stunde 30 Minuten"),
        (formats.span(7200), "2 Stunden"),
        (formats.span(86_400), "1 Tag"),
        (formats.mood(0.2), "leicht positiv"),
        (formats.mood(-0.04), "ausgeglichen"),
        (formats.mood(-0.4), "negativ"),
        (formats.mood(0.9), "deutlich positiv"),
    ],
)
def test_written_the_german_way(made: str, wanted: str) -> None:
    assert made == wanted


@pytest.mark.parametrize(
    ("at", "wanted"),
    [
        (datetime(2026, 11, 22, 7, 42, tzinfo=UTC), "heute, 08:42"),
        (datetime(2026, 11, 21, 16, 5, tzinfo=UTC), "gestern, 17:05"),
        (datetime(2026, 11, 21, 23, 30, tzinfo=UTC), "heute, 00:30"),  # the day begins in Berlin
        (datetime(2026, 11, 22, 23, 30, tzinfo=UTC), "morgen, 00:30"),
        (datetime(2026, 7, 7, 16, 5, tzinfo=UTC), "7.\u00a0Juli, 18:05"),  # summer time
        (datetime(2025, 11, 7, 16, 5, tzinfo=UTC), "7.\u00a0Nov. 2025"),
    ],
)
def test_a_moment_in_a_list(at: datetime, wanted: str) -> None:
    assert formats.when(at, NOW) == wanted


def test_yesterday_is_yesterday_over_new_year() -> None:
    now = datetime(2027, 1, 1, 9, 0, tzinfo=UTC)
    assert formats.when(now - timedelta(days=1), now) == "gestern, 10:00"


@pytest.mark.parametrize(
    ("passed", "wanted"),
    [
        (timedelta(seconds=-5), "gerade eben"),
        (timedelta(seconds=59), "gerade eben"),
        (timedelta(minutes=1), "vor 1 Minute"),
        (timedelta(minutes=59), "vor 59 Minuten"),
        (timedelta(hours=1), "vor 1 Stunde"),
        (timedelta(days=3), "vor 3 Tagen"),
    ],
)
def test_how_long_ago(passed: timedelta, wanted: str) -> None:
    assert formats.ago(NOW - passed, NOW) == wanted


@pytest.mark.parametrize(
    ("days", "wanted"),
    [(0, "seit heute"), (1, "seit gestern"), (2, "seit 2 Tagen"), (14, "seit 08.11.2026")],
)
def test_since_when(days: int, wanted: str) -> None:
    today = date(2026, 11, 22)
    assert formats.since(today - timedelta(days=days), today) == wanted


def test_a_moment_in_full() -> None:
    assert formats.when_full(NOW) == "Sonntag, 22. November 2026, 09:45 Uhr"


@given(st.integers(-(10**12), 10**12))
def test_a_written_number_can_be_read_back(value: int) -> None:
    assert int(formats.number(value).replace(".", "").replace("−", "-")) == value


@given(st.floats(-1, 1))
def test_a_score_never_shows_minus_zero(value: float) -> None:
    assert formats.score(value) not in {"−0,00", "+0,00"}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kurze Wörter bleiben ganz.", ["Kurze Wörter bleiben ganz."]),
        ("ein-langer-name.forum-heizung.example", ["ein-", "langer-", "name.", "forum-", "heizung.", "example"]),
        ("https://forum.example/t/9?page=2", ["https://", "forum.", "example/", "t/", "9?", "page=", "2"]),
        ("Wärmepumpenwartungsvertrag hier", ["Wärmepumpenwartungsvertrag hier"]),
        ("a" * 40, ["a" * 16, "a" * 16, "a" * 8]),
        ("😀" * 33, ["😀" * 16, "😀" * 16, "😀"]),
    ],
)
def test_long_words_get_places_to_break(text: str, parts: list[str]) -> None:
    assert formats.breakable(text).split(formats.BREAK) == parts
    assert formats.breakable(formats.breakable(text)) == formats.breakable(text)
