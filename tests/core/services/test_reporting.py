"""Figures: the overview, the statistics and the week."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kundenradar.domain.mentions import EntryId, MentionFilter, MentionStatus
from kundenradar.domain.reports import IsoWeek
from kundenradar.domain.sentiment import Label
from kundenradar.services import health, listening, replies, reporting, review, subscriptions
from kundenradar.services.refresh import refresh
from tests.fakes import FEED, NOON, Post, World, answer, new_source, rss

GOOD, BAD, PLAIN = "Brandt ist großartig, vielen Dank.", "Brandt ist eine Katastrophe.", "Brandt hat ein Büro."


def at(days_ago: float) -> datetime:
    return NOON - timedelta(days=days_ago)


@pytest.fixture
def told(world: World) -> World:
    listening.set_firm(world.ctx, "Brandt")
    subscriptions.add(world.ctx, new_source())
    posts = [
        Post(1, "a", GOOD, at(0.1)),
        Post(2, "b", BAD, at(1)),
        Post(3, "c", BAD, at(2)),
        Post(4, "d", PLAIN, at(3)),
        Post(5, "e", GOOD, at(8)),
        Post(6, "f", GOOD, at(40)),
    ]
    world.fetcher.answers[FEED] = answer(FEED, rss(posts))
    refresh(world.ctx, None)
    return world


def test_the_overview_compares_with_the_week_before(told: World) -> None:
    shown = reporting.overview(told.ctx, 30)
    assert len(shown.days) == len(shown.mood) == 30
    assert (shown.week.total, shown.week.negative, shown.week.open) == (4, 2, 4)
    assert shown.week_before.total == 1
    assert shown.days[-1].positive == 1
    assert (shown.mentions, shown.sources) == (6, 1)
    assert shown.backlog == 6


def test_what_matters_now_is_a_worklist_of_the_longest_waiting(told: World) -> None:
    keys = [EntryId(key) for key in review.keys(told.ctx, MentionFilter())]
    lines = reporting.overview(told.ctx, 7).important
    assert [line.kind for line in lines] == ["criticism"] * 2
    assert [line.mention for line in lines] == [keys[2], keys[1]]
    assert [line.since for line in lines] == [date(2026, 11, 16), date(2026, 11, 17)]
    assert all(line.name and line.place == new_source().name for line in lines)
    review.set_status(told.ctx, [keys[2]], MentionStatus.DONE)
    assert [line.mention for line in reporting.overview(told.ctx, 7).important] == [keys[1]]


def test_more_criticism_than_is_listed_is_counted_and_old_one_is_not_listed(told: World) -> None:
    more = [Post(number, f"n{number}", BAD, at(20 if number > 12 else 4)) for number in range(10, 16)]
    told.clock.pass_(hours=2)
    told.fetcher.answers[FEED] = answer(FEED, rss(more))
    refresh(told.ctx, [source.id for source in subscriptions.list_sources(told.ctx)])
    lines = [line for line in reporting.overview(told.ctx, 7).important if line.kind != "rising"]
    assert [line.kind for line in lines[:4]] == ["criticism"] * 3 + ["more"]
    assert (lines[3].count, lines[3].since) == (8 - 3, date(2026, 10, 29))
    recent = MentionFilter(labels=frozenset({Label.NEGATIVE}), since=date(2026, 11, 5))
    review.set_status(told.ctx, [EntryId(key) for key in review.keys(told.ctx, recent)], MentionStatus.DONE)
    left = [(line.kind, line.count) for line in reporting.overview(told.ctx, 7).important if line.kind != "rising"]
    assert left == [("unanswered", 3)]


def test_danger_stands_first_and_is_not_listed_twice(told: World) -> None:
    shock = Post(20, "shock", "Brandt ist eine Katastrophe: Stromschlag am Kessel.", at(0.2))
    told.clock.pass_(hours=2)
    told.fetcher.answers[FEED] = answer(FEED, rss([shock]))
    refresh(told.ctx, [source.id for source in subscriptions.list_sources(told.ctx)])
    lines = reporting.overview(told.ctx, 7).important
    assert [line.kind for line in lines] == ["danger", "criticism", "criticism"]
    assert lines[0].words == ("Stromschlag",)
    assert lines[0].mention not in {line.mention for line in lines[1:]}


def test_more_criticism_than_usual_tells_who_and_what_drives_it(told: World) -> None:
    text = "Brandt ist eine Katastrophe, die Rechnung ist viel zu teuer."
    posts = [Post(number, f"n{number}", f"{text} {number}", at(0.3), f"kunde{number % 3}") for number in range(30, 36)]
    told.clock.pass_(hours=2)
    told.fetcher.answers[FEED] = answer(FEED, rss(posts))
    refresh(told.ctx, [source.id for source in subscriptions.list_sources(told.ctx)])
    [line] = [line for line in reporting.overview(told.ctx, 7).important if line.kind == "rising"]
    assert line.why is not None
    assert line.why.places == ((new_source().name, line.count),)
    assert line.why.causes
    assert line.why.causes[0][1] >= 6


def test_a_broken_source_hides_neither_a_loss_nor_another_source(told: World) -> None:
    for path in ("b", "c"):
        subscriptions.add(told.ctx, replace(new_source(), feed_url=f"https://{path}.example/feed"))
    sources = subscriptions.list_sources(told.ctx)
    with told.ctx.store.write() as tx:
        for source in sources[:2]:
            tx.sources.change(source.id, {"failures": 3, "trouble_kind": "login"})
        tx.sources.change(sources[2].id, {"missed": 8, "missed_at": told.clock.at})
    lines = [line for line in reporting.overview(told.ctx, 7).important if line.kind in {"broken", "missed"}]
    assert [(line.kind, line.sources, line.source) for line in lines] == [
        ("broken", 2, sources[0].id),
        ("missed", 1, sources[2].id),
    ]


def test_a_loud_discussion_is_one_line_of_what_matters_now(told: World) -> None:
    source = subscriptions.list_sources(told.ctx)[0]
    with told.ctx.store.write() as tx:
        negative = [EntryId(key) for key in review.keys(told.ctx, MentionFilter(labels=frozenset({Label.NEGATIVE})))]
        for key in negative:
            tx._connection.exec_driver_sql("UPDATE entry SET thread = 't1' WHERE id = ?", (key,))
    lines = reporting.overview(told.ctx, 7).important
    assert [(line.kind, line.mention) for line in lines if line.kind == "criticism"] == [
        ("criticism", min(negative[:2]))
    ]
    assert [line.source for line in lines[:1]] == [source.id]


def test_seven_days_and_a_year(told: World) -> None:
    assert len(reporting.overview(told.ctx, 7).days) == 7
    assert sum(count.total for count in reporting.overview(told.ctx, 365).days) == 6


def test_the_statistics_know_the_answer_rate(told: World) -> None:
    keys = [EntryId(key) for key in review.keys(told.ctx, MentionFilter())]
    told.clock.pass_(hours=4)
    replies.mark_answered(told.ctx, keys[1])
    numbers = reporting.statistics(told.ctx, 30)
    assert (numbers.answered, numbers.answer_rate) == (1, 1 / 5)
    assert numbers.median_answer_hours == pytest.approx(28)
    assert numbers.figures.open == 4
    assert numbers.figures.index == pytest.approx(100 * (2 - 2) / (2 + 2 + 4))


def test_the_week_counts_from_monday_to_sunday(told: World) -> None:
    report = reporting.week_report(told.ctx, IsoWeek(2026, 47))
    assert [count.day for count in report.days] == [date(2026, 11, 16) + timedelta(days=n) for n in range(7)]
    assert report.figures.total == sum(count.total for count in report.days) == 3
    assert report.before.total == 1, "a running week is compared with the same days of the one before"
    told.clock.pass_(hours=7 * 24)
    assert reporting.week_report(told.ctx, IsoWeek(2026, 47)).before.total == 2
    assert [count.total for count in report.sources] == [3]
    assert report.mentions[0].label is Label.NEGATIVE
    assert report.open_negative == 2


def test_sunday_night_belongs_to_the_local_day(world: World) -> None:
    """23:30 UTC on Sunday is Monday in Berlin: calendar week 48, not 47."""
    subscriptions.add(world.ctx, new_source(all_entries=True))
    night = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    world.clock.at = night + timedelta(hours=5)
    world.fetcher.answers[FEED] = answer(FEED, rss([Post(1, "Nacht", "Text", night)]))
    refresh(world.ctx, None)
    assert reporting.week_report(world.ctx, IsoWeek(2026, 48)).figures.total == 1
    assert reporting.week_report(world.ctx, IsoWeek(2026, 47)).figures.total == 0


def test_ignored_mentions_are_not_quoted(told: World) -> None:
    keys = [EntryId(key) for key in review.keys(told.ctx, MentionFilter())]
    review.set_status(told.ctx, keys, MentionStatus.IGNORED)
    report = reporting.week_report(told.ctx, IsoWeek(2026, 47))
    assert report.mentions == ()
    assert report.figures.open == 0


def test_an_empty_week_is_a_report_too(world: World) -> None:
    report = reporting.week_report(world.ctx, IsoWeek(2026, 1))
    assert (report.figures.total, report.mentions, report.oldest_open_days) == (0, (), None)


def test_weeks_to_choose_from_are_newest_first(told: World) -> None:
    weeks = reporting.weeks_with_mentions(told.ctx)
    assert weeks == (IsoWeek(2026, 47), IsoWeek(2026, 46), IsoWeek(2026, 41))


def test_quotes_stay_small() -> None:
    assert reporting.quote("Wort " * 200).endswith(" …")
    assert len(reporting.quote("Wort " * 200)) <= reporting.QUOTE_CHARS + 2
    assert reporting.quote("kurz\nund gut") == "kurz und gut"


def test_the_week_quotes_many_voices(world: World) -> None:
    listening.set_firm(world.ctx, "Brandt")
    subscriptions.add(world.ctx, new_source())
    posts = [Post(n, f"Kritik {n}", f"{BAD} Fall {n}.", at(n / 20)) for n in range(1, 30)]
    posts += [Post(n, f"Lob {n}", f"{GOOD} Fall {n}.", at(n / 20)) for n in range(40, 44)]
    world.fetcher.answers[FEED] = answer(FEED, rss(posts))
    refresh(world.ctx, None)
    ranked = review.full(world.ctx, [EntryId(key) for key in review.keys(world.ctx, MentionFilter())])
    loud = [
        replace(one, entry=replace(one.entry, thread="t1")) if "Kritik" in one.entry.title else one for one in ranked
    ]
    quoted = reporting.chosen(loud, 8)
    labels = [mention.sentiment.label for mention in quoted]
    assert (len(quoted), labels.count(Label.POSITIVE) >= 3) == (8, True)
    assert len(reporting.chosen([one for one in loud if one.entry.thread == "t1"], 8)) == 8
    mixed = [*loud[:20], *(replace(one, entry=replace(one.entry, thread=None)) for one in ranked[20:29])]
    assert sum(one.entry.thread == "t1" for one in reporting.chosen(mixed, 8)) <= 3


def test_what_was_probably_missed_is_listed_until_it_is_understood(told: World) -> None:
    source = subscriptions.list_sources(told.ctx)[0]
    with told.ctx.store.write() as tx:
        tx.sources.change(source.id, {"missed": 8, "missed_at": told.clock.at})
    [line] = [line for line in reporting.overview(told.ctx, 7).important if line.kind == "missed"]
    assert (line.count, line.name, line.source) == (8, source.name, source.id)
    health.understood(told.ctx, source.id)
    assert not [line for line in reporting.overview(told.ctx, 7).important if line.kind == "missed"]
