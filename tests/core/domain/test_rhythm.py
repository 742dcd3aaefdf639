"""The pace of a feed: how often to ask, what was missed, when silence is unusual."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.rhythm import Sighting, between_documents, missed_between, rhythm_of, slower
from kundenradar.domain.sources import (
    MAX_INTERVAL_S,
    MIN_INTERVAL_S,
    IntervalReason,
    Source,
    SourceId,
    SourceKind,
    SourceState,
    interval_of,
    state_of,
)

NOW = datetime(2026, 11, 18, 11, 0, tzinfo=UTC)
USUAL_S = 1800


def every(minutes: float, count: int, newest: datetime = NOW) -> list[datetime]:
    return [newest - timedelta(minutes=minutes * place) for place in range(count)]


def source(**parts: object) -> Source:
    made = Source(
        SourceId(1),
        "Forum",
        SourceKind.FORUM,
        "",
        "",
        "https://forum.example/feed",
        "",
        False,
        (),
        False,
        False,
        None,
        NOW,
    )
    return replace(made, **parts)  # type: ignore[arg-type]


def paced(times: Sequence[datetime], **parts: object) -> Source:
    rhythm = rhythm_of(times, NOW)
    return source(
        rhythm_s=rhythm.rhythm_s, held=rhythm.held, held_s=rhythm.held_s, silent_after_s=rhythm.silent_after_s, **parts
    )


def test_a_document_tells_how_far_it_reaches_back() -> None:
    rhythm = rhythm_of(every(36, 15), NOW)
    assert (rhythm.held, rhythm.held_s) == (15, 9 * 3600)


def test_old_entries_that_are_only_pinned_do_not_count() -> None:
    pinned = [NOW - timedelta(days=900), NOW - timedelta(days=2000)]
    assert rhythm_of([*every(36, 15), *pinned], NOW) == rhythm_of(every(36, 15), NOW)


def test_the_future_does_not_count() -> None:
    assert rhythm_of([*every(36, 15), NOW + timedelta(days=27_000)], NOW) == rhythm_of(every(36, 15), NOW)


@pytest.mark.parametrize(
    ("times", "seconds", "reason"),
    [
        (every(1, 20), MIN_INTERVAL_S, IntervalReason.WINDOW),  # the document holds 20 minutes
        (every(2, 25), 1350, IntervalReason.WINDOW),
        (every(36, 15), USUAL_S, IntervalReason.USUAL),
        (every(60 * 24, 15), 9720, IntervalReason.RARE),
        (every(60 * 24 * 30, 15), MAX_INTERVAL_S, IntervalReason.RARE),
        (every(60, 2), USUAL_S, IntervalReason.USUAL),  # too few to tell
    ],
    ids=["storm", "busy", "usual", "daily", "monthly", "unknown"],
)
def test_a_source_is_asked_by_its_own_rhythm(times: list[datetime], seconds: int, reason: IntervalReason) -> None:
    interval = interval_of(paced(times), USUAL_S)
    assert interval.reason is reason
    assert interval.seconds == pytest.approx(seconds, rel=0.02)


def test_the_owner_and_the_feed_come_before_the_rhythm() -> None:
    busy = paced(every(2, 25))
    assert interval_of(replace(busy, interval_s=7200), USUAL_S) == interval_of(source(interval_s=7200), 60)
    asked = interval_of(replace(busy, min_interval_s=3600), USUAL_S)
    assert (asked.seconds, asked.reason) == (3600, IntervalReason.FEED)


def test_where_every_entry_counts_a_rare_feed_is_asked_every_two_hours() -> None:
    assert interval_of(paced(every(60 * 24 * 30, 15), all_entries=True), USUAL_S).seconds == 2 * 3600


@given(
    st.lists(st.integers(0, 400 * 86400), max_size=60),
    st.integers(MIN_INTERVAL_S, MAX_INTERVAL_S),
    st.integers(0, 10**9),
    st.none() | st.integers(1, 10**6),
)
def test_an_interval_stays_between_ten_minutes_and_a_day(
    ages: list[int], usual_s: int, asked_s: int, own_s: int | None
) -> None:
    one = paced([NOW - timedelta(seconds=age) for age in ages], min_interval_s=asked_s, interval_s=own_s)
    assert MIN_INTERVAL_S <= interval_of(one, usual_s).seconds <= MAX_INTERVAL_S


@given(st.integers(1, 600), st.integers(4, 200))
def test_no_more_than_about_half_a_document_passes_between_two_polls(minutes: int, count: int) -> None:
    one = paced(every(minutes, count))
    seconds = interval_of(one, USUAL_S).seconds
    assert seconds == MIN_INTERVAL_S or seconds <= 0.55 * count * minutes * 60


@given(st.lists(st.integers(60, 10**6), min_size=4, max_size=40, unique=True), st.integers(0, 10**6))
def test_an_answer_without_news_slows_the_pace_as_reading_again_would(ages: list[int], quiet_s: int) -> None:
    times = [NOW - timedelta(seconds=age) for age in ages]
    at_once, later = rhythm_of(times, NOW), rhythm_of(times, NOW + timedelta(seconds=quiet_s))
    slowed = slower(at_once.rhythm_s, at_once.held, quiet_s)
    assert slowed is not None
    assert later.rhythm_s is not None
    assert abs(slowed - later.rhythm_s) <= 2


def test_a_document_too_short_for_a_pace_has_that_from_one_to_the_next() -> None:
    before = NOW - timedelta(minutes=40)
    assert between_documents(before, [NOW], None) == 40 * 60
    assert between_documents(before, [NOW, NOW - timedelta(minutes=20)], 99) == 20 * 60
    assert between_documents(before, [before], 99) == 99
    assert between_documents(None, [NOW], None) is None


def sightings(times: Sequence[datetime], known: Sequence[datetime] = ()) -> list[Sighting]:
    return [Sighting(at, at in known) for at in times]


def test_the_loss_of_a_night_is_estimated() -> None:
    before = NOW - timedelta(hours=14)
    assert missed_between(before, sightings(every(36, 15)), NOW) == 8


def test_nothing_is_missing_where_the_documents_overlap() -> None:
    times = every(36, 15)
    assert missed_between(times[-1], sightings(times, times[-1:]), NOW) == 0


def test_a_pinned_entry_is_no_overlap() -> None:
    pinned = NOW - timedelta(days=900)
    document = [*sightings(every(36, 15)), Sighting(pinned, known=True)]
    assert missed_between(NOW - timedelta(hours=14), document, NOW) == 8


def test_a_deleted_last_entry_is_no_loss() -> None:
    times = every(36, 15)
    assert missed_between(times[7], sightings(times, times[8:]), NOW) == 0


def test_a_rare_feed_with_one_entry_misses_nothing_from_one_to_the_next() -> None:
    document = sightings([NOW])
    assert missed_between(NOW - timedelta(days=1), document, NOW, rhythm_s=86400) == 0
    assert missed_between(NOW - timedelta(days=4), document, NOW, rhythm_s=86400) == 3


def test_a_burst_is_no_pace_of_the_days_before() -> None:
    burst = sightings([NOW - timedelta(seconds=place) for place in range(10)])
    before, heard_at = NOW - timedelta(days=1), NOW - timedelta(minutes=30)
    assert missed_between(before, burst, NOW, 8000, heard_at) == 5  # of half an hour, not of a day
    assert missed_between(before, burst, NOW, 8000, before) == pytest.approx(240, abs=2)
    assert missed_between(before, burst, NOW, 1, before) > 80_000  # as fast as ever
    assert missed_between(NOW - timedelta(seconds=14), burst, NOW, 8000, NOW - timedelta(seconds=13)) == 4


def test_what_was_silent_when_it_was_last_asked_has_missed_nothing_until_then() -> None:
    document = sightings(every(36, 15))
    assert missed_between(NOW - timedelta(hours=20), document, NOW, 2160, NOW - timedelta(hours=9)) == 1
    assert missed_between(NOW - timedelta(hours=20), document, NOW, 2160, NOW - timedelta(hours=8)) == 0


def test_an_event_to_come_hides_no_loss() -> None:
    event = NOW + timedelta(hours=20)
    document = [Sighting(event, known=True), *sightings(every(36, 15))]
    assert missed_between(event, document, NOW, 2160, NOW - timedelta(hours=14)) == 8


def test_times_that_are_all_the_same_tell_no_pace() -> None:
    assert rhythm_of([NOW] * 10, NOW).rhythm_s is None
    assert missed_between(NOW - timedelta(days=1), sightings([NOW] * 10), NOW) is None
    assert interval_of(paced([NOW] * 10), USUAL_S).reason is IntervalReason.USUAL


def test_without_dates_and_overlap_it_cannot_be_told() -> None:
    assert missed_between(None, [Sighting(None, known=False)], NOW) is None
    assert missed_between(None, [Sighting(None, known=False), Sighting(None, known=True)], NOW) == 0
    assert missed_between(None, [], NOW) == 0


@given(st.integers(1, 500), st.integers(3, 60), st.integers(0, 3000))
def test_the_estimate_of_a_steady_feed_is_right(minutes: int, held: int, passed: int) -> None:
    """Whatever was written between two polls and is not in the new document is counted, give or take one."""
    steady = every(minutes, held + passed + 1)
    estimate = missed_between(steady[held + passed], sightings(steady[:held]), NOW)
    assert estimate is not None
    assert abs(estimate - passed) <= 1


def test_silence_against_its_own_rhythm_is_a_state_of_its_own() -> None:
    newest = NOW - timedelta(days=10)
    heard = {"newest_at": newest, "last_success": NOW}
    daily, weekly = every(60 * 24, 20, newest), every(60 * 24 * 7, 20, newest)
    assert state_of(paced(daily, **heard)) is SourceState.SILENT
    assert state_of(paced(weekly, **heard)) is SourceState.OK
    assert state_of(paced(daily, **heard, paused=True)) is SourceState.PAUSED
    assert state_of(paced(daily, newest_at=newest, last_success=newest)) is SourceState.OK  # nobody has listened since
    assert state_of(paced(daily, **heard, moved_at=NOW)) is SourceState.MOVED
