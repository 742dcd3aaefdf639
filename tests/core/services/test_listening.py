"""Suchprofile on what is stored."""

from datetime import timedelta

import pytest

from kundenradar.domain.errors import InputError
from kundenradar.domain.mentions import EntryId, MentionFilter
from kundenradar.domain.sentiment import Label
from kundenradar.domain.sources import SourceKind
from kundenradar.services import listening, replies, review, subscriptions
from kundenradar.services.refresh import refresh
from tests.fakes import FEED, NOON, Post, World, answer, new_source, rss

POSTS = [
    Post(1, "Brandt", "Brandt hat die Wärmepumpe gewartet", NOON - timedelta(days=1)),
    Post(2, "Pumpe", "Welche Waermepumpe ist leise?", NOON - timedelta(days=2)),
    Post(3, "Rosen", "Rosen schneidet man im Frühjahr", NOON - timedelta(days=3)),
    Post(4, "Straßenbau", "In der Strasse wird gebaut", NOON - timedelta(days=4)),
]


@pytest.fixture
def stored(world: World) -> World:
    subscriptions.add(world.ctx, new_source())
    world.fetcher.answers[FEED] = answer(FEED, rss(POSTS))
    refresh(world.ctx, None)
    return world


def texts(world: World, **parts: object) -> list[str]:
    ids = [EntryId(key) for key in review.keys(world.ctx, MentionFilter(**parts))]  # type: ignore[arg-type]
    return [line.title for line in review.lines(world.ctx, ids)]


def test_a_new_suchprofil_is_applied_to_what_is_stored(stored: World) -> None:
    assert texts(stored) == []
    query = listening.save_query(stored.ctx, "Pumpen", "wärmepumpe")
    assert query.mentions == 2
    assert texts(stored) == ["Brandt", "Pumpe"]
    with stored.ctx.store.read() as tx:
        counted = tx.days.between(NOON.date() - timedelta(days=9), NOON.date())
    assert sum(count.total for count in counted) == 2


@pytest.mark.parametrize("spelling", ["strasse", "Straße", "STRASSE"])
def test_spellings_of_ss_are_one(stored: World, spelling: str) -> None:
    assert listening.try_query(stored.ctx, spelling).hits == 1


def test_trying_changes_nothing(stored: World) -> None:
    found = listening.try_query(stored.ctx, "wärmepumpe", limit=1)
    assert (found.hits, len(found.examples)) == (2, 1)
    assert texts(stored) == []
    assert listening.list_queries(stored.ctx) == ()


def test_a_changed_suchprofil_lets_untouched_mentions_go(stored: World) -> None:
    query = listening.save_query(stored.ctx, "Pumpen", "wärmepumpe")
    touched = review.keys(stored.ctx, MentionFilter(expression="leise"))
    review.set_bookmarked(stored.ctx, [EntryId(touched[0])], on=True)
    listening.save_query(stored.ctx, "Rosen", "rosen", query.id)
    assert texts(stored) == ["Pumpe", "Rosen"]


def test_removing_a_suchprofil_keeps_what_was_worked_on(stored: World) -> None:
    query = listening.save_query(stored.ctx, "Pumpen", "wärmepumpe")
    drafted = EntryId(review.keys(stored.ctx, MentionFilter(expression="leise"))[0])
    replies.save_draft(stored.ctx, drafted, "Sehr leise ist …")
    listening.remove_query(stored.ctx, query.id)
    assert texts(stored) == ["Pumpe"]
    with stored.ctx.store.read() as tx:
        counted = tx.days.between(NOON.date() - timedelta(days=9), NOON.date())
    assert sum(count.total for count in counted) == 1


def test_the_firm_is_one_suchprofil_that_changes(stored: World) -> None:
    first = listening.set_firm(stored.ctx, "Brandt")
    second = listening.set_firm(stored.ctx, "Brandt", ["Wärmepumpe"], ["leise"], ["Brandt_Service"], "NW")
    assert first.id == second.id
    assert texts(stored) == ["Brandt"]
    settings = stored.ctx.settings.current
    assert (settings.firm_name, settings.own_names, settings.federal_state) == ("Brandt", ("Brandt_Service",), "NW")


@pytest.mark.parametrize(("name", "expression", "code"), [("", "a", "name-empty"), ("x", "(a", "bracket-open")])
def test_mistakes_are_refused(world: World, name: str, expression: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        listening.save_query(world.ctx, name, expression)
    assert caught.value.code == code
    assert listening.list_queries(world.ctx) == ()


def test_a_taken_name_is_refused(world: World) -> None:
    listening.save_query(world.ctx, "Pumpen", "wärmepumpe")
    with pytest.raises(InputError, match="query-known"):
        listening.save_query(world.ctx, "Pumpen", "rosen")


def test_counting_every_entry_from_now_on_takes_the_stored_ones_too(stored: World) -> None:
    source = subscriptions.list_sources(stored.ctx)[0]
    subscriptions.edit(
        stored.ctx, source.id, name="Hausforum", kind=SourceKind.FORUM, all_entries=True, interval_s=60, own_names=()
    )
    assert len(texts(stored)) == len(POSTS)
    changed = subscriptions.list_sources(stored.ctx)[0]
    assert (changed.name, changed.interval_s) == ("Hausforum", 600)


def test_removing_a_source_forgets_what_was_heard_there(stored: World) -> None:
    listening.save_query(stored.ctx, "Pumpen", "wärmepumpe")
    source = subscriptions.list_sources(stored.ctx)[0]
    assert subscriptions.removal_preview(stored.ctx, source.id) == (4, 2)
    subscriptions.remove(stored.ctx, source.id)
    assert subscriptions.list_sources(stored.ctx) == ()
    assert listening.try_query(stored.ctx, "wärmepumpe").hits == 0
    with stored.ctx.store.read() as tx:
        assert tx.days.days_with_mentions() == ()


def test_filters_narrow_the_list(stored: World) -> None:
    listening.save_query(stored.ctx, "Pumpen", "wärmepumpe")
    source = subscriptions.list_sources(stored.ctx)[0]
    assert texts(stored, sources=frozenset({source.id}), since=NOON.date() - timedelta(days=1)) == ["Brandt"]
    ids = [EntryId(key) for key in review.keys(stored.ctx, MentionFilter())]
    review.set_sentiment(stored.ctx, ids[:1], Label.NEGATIVE)
    assert texts(stored, labels=frozenset({Label.NEGATIVE})) == ["Brandt"]
    assert texts(stored, expression="NOT brandt") == ["Pumpe"]
    assert [line.title for line in review.page(stored.ctx, MentionFilter(), before=ids[0])] == ["Pumpe"]
    assert review.count(stored.ctx, MentionFilter(expression="pumpe OR brandt")) == 2


def test_the_same_feed_is_not_heard_twice(stored: World) -> None:
    with pytest.raises(InputError, match="source-known"):
        subscriptions.add(stored.ctx, new_source())


def test_highlights_are_places_in_the_text_as_written(world: World) -> None:
    assert review.highlight(world.ctx, "waermepumpe", "Die Wärmepumpe läuft") == ((4, 14),)
    assert review.highlight(world.ctx, "(kaputt", "kaputt") == ()
