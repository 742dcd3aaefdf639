from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.feeds.dates import parse_date

RIGHT = {
    "Mon, 01 Dec 2025 10:15:00 +0100": "2025-12-01T09:15",
    "Mon, 01 Dec 2025 10:15 GMT": "2025-12-01T10:15",
    "Tue,02 Dec 2025 10:15:00 GMT": "2025-12-02T10:15",
    "Mo, 01 Dez 2025 10:15:00 +0100": "2025-12-01T09:15",
    "Mi., 3. Dez. 2025 um 9:05 Uhr": "2025-12-03T08:05",
    "03. Dezember 2025, 9.05 Uhr": "2025-12-03T08:05",
    "Sa, 10 Jän 2026 14:33:00 MEZ": "2026-01-10T13:33",
    "Sa, 21 Maerz 2026 14:33:00 MEZ": "2026-03-21T13:33",
    "Tue, 01 Jul 2025 10:15:00 MESZ": "2025-07-01T08:15",
    "Tue, 01 Jul 2025 10:15:00 CEST": "2025-07-01T08:15",
    "Tue, 01 Jul 2025 10:15:00 BST": "2025-07-01T09:15",
    "Wed, 5 Nov 2025 13:52:10  EST": "2025-11-05T18:52",
    "Sun, 30 Nov 2025 20:14:05 America/New_York": "2025-12-01T01:14",
    "Sat Oct 06 2018 00:00:00 GMT+0200 (MESZ)": "2018-10-05T22:00",
    "Mon Dec  1 10:15:00 2025": "2025-12-01T09:15",
    "Mon Dec  1 10:15:00 CET 2025": "2025-12-01T09:15",
    "Mon Dec  1 10:15:00 +0000 2025": "2025-12-01T10:15",
    "2025-12-01": "2025-11-30T23:00",
    "2025-12": "2025-11-30T23:00",
    "2025-12-01T10:15:00.123456789+02:00": "2025-12-01T08:15",
    "2025-12-01T10:15+01": "2025-12-01T09:15",
    "2025-12-01T24:00:00Z": "2025-12-02T00:00",
    "2025-06-30T23:59:60Z": "2025-07-01T00:00",
    "20251201T101500Z": "2025-12-01T10:15",
    "20251201": "2025-11-30T23:00",
    "2020/1/10": "2020-01-09T23:00",
    "1764580500": "2025-12-01T09:15",
    "1764580500000": "2025-12-01T09:15",
    "1.12.25 10:15": "2025-12-01T09:15",
    "01.12.2025 - 10:15 Uhr": "2025-12-01T09:15",
    "31/12/2025 10:00": "2025-12-31T09:00",
    "12/31/2025 10:00": "2025-12-31T09:00",
    "Mon, 12/01/2025 - 10:15": "2025-12-01T09:15",  # the weekday tells which is the month
    "Fri, 12/01/2026 - 10:15": "2026-01-12T09:15",  # no weekday fits: day first
    "12/1/2025 10:15:00 AM": "2025-12-01T09:15",  # who says AM writes the month first
    "13/01/2025 10:15 AM": "2025-01-13T09:15",
    "Friday, January 29, 2021 04:42 PM": "2021-01-29T15:42",
    "Mon, 01 Dec 2025 12:15 AM": "2025-11-30T23:15",
    "mer, 16 nov 2022 00:38:15 +0100": "2022-11-15T23:38",
    "Mon, 01 Dec 25 10:15:00 +0100": "2025-12-01T09:15",
    "  Mon, 01 Dec 2025\n 10:15:00 GMT ": "2025-12-01T10:15",
}


@pytest.mark.parametrize(("raw", "moment"), RIGHT.items())
def test_a_date_is_read_as_it_was_meant(raw: str, moment: str) -> None:
    read = parse_date(raw)
    assert read is not None
    assert read.strftime("%Y-%m-%dT%H:%M") == moment


@pytest.mark.parametrize(
    ("raw", "moment"),
    [
        ("Sun, 22 Nov 2026 8:1:0 GMT", "2026-11-22T08:01"),
        ("2026-7-5T8:0:0Z", "2026-07-05T08:00"),
        ("22. November 2026, 20 Uhr", "2026-11-22T19:00"),
        ("So, 22. Nov. 2026, 20.01 Uhr", "2026-11-22T19:01"),
        ("Sun, 22 Nov 2026 20h01", "2026-11-22T19:01"),
        ("Do, 12 M&auml;r 2026 10:00:00 MEZ", "2026-03-12T09:00"),
    ],
)
def test_clocks_written_by_hand_are_read(raw: str, moment: str) -> None:
    read = parse_date(raw)
    assert read is not None
    assert read.strftime("%Y-%m-%dT%H:%M") == moment


@pytest.mark.parametrize(
    "raw",
    [
        *("9999-12-31T23:59:59Z", "Fri, 01 Jan 2100 00:00:00 GMT", "0001-01-01T00:00:00Z", "20 Uhr"),
        *("", "gestern", "heute, 10:15", "vor 3 Stunden", "n/a", "10:15", "Mai 2024", "2025", "Montag"),
        *("Sat, 30 Feb 2025 10:00:00 GMT", "2025-13-01", "2025-12-01T25:00:00Z", "0000-00-00T00:00:00Z"),
        *("Thu, 01 Jan 1970 00:00:00 GMT", "0", "9999-12-31T23:59:59-01:00", "Mon, 01 Dec 2025 10:15:00 +9900"),
    ],
)
def test_what_is_no_date_is_unknown(raw: str) -> None:
    assert parse_date(raw) is None


def test_a_time_in_the_gap_of_spring_is_read_as_winter_time() -> None:
    assert parse_date("2025-03-30T02:30:00") == datetime(2025, 3, 30, 1, 30, tzinfo=UTC)


def test_of_the_hour_that_comes_twice_the_first_is_meant() -> None:
    assert parse_date("2025-10-26T02:30:00") == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)


@given(st.text(max_size=120))
def test_any_text_gives_a_utc_moment_or_nothing(raw: str) -> None:
    read = parse_date(raw)
    assert read is None or (read.tzinfo is UTC and read.year >= 1990)


@given(
    st.integers(min_value=631_238_400, max_value=4_102_444_799).map(lambda at: datetime.fromtimestamp(at, UTC)),
    st.sampled_from(["%a, %d %b %Y %H:%M:%S +0000", "%Y-%m-%dT%H:%M:%SZ", "%d %B %Y %H:%M:%S GMT", "%Y%m%dT%H%M%SZ"]),
)
def test_what_programs_write_comes_back(moment: datetime, form: str) -> None:
    assert parse_date(moment.strftime(form)) == moment
