"""A nickname told later makes stored posts ours, and a nickname taken away makes them others' again."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from kundenradar.domain.events import MentionsChanged
from kundenradar.domain.mentions import EntryId, Mention, MentionFilter, MentionStatus
from kundenradar.domain.sources import Source
from kundenradar.services import listening, own_posts, review, subscriptions
from kundenradar.services.refresh import refresh
from tests.fakes import FEED, NOON, Post, World, answer, new_source, rss

ASKED = Post(1, "Kessel", "Brandt meldet sich nicht.", NOON - timedelta(hours=3), "anna")
OURS = Post(2, "Re: Kessel", "Brandt ruft heute an.", NOON - timedelta(hours=2), "Chef_B")
LATER = Post(3, "Re: Kessel", "Brandt hat angerufen.", NOON - timedelta(hours=1), "anna")


@pytest.fixture
def source(world: World) -> Source:
    listening.set_firm(world.ctx, "Brandt")
    source = subscriptions.add(world.ctx, new_source())
    one_thread = rss([LATER, OURS, ASKED]).replace(b"/t/2", b"/t/1#p2").replace(b"/t/3", b"/t/1#p3")
    world.fetcher.answers[FEED] = answer(FEED, one_thread)
    refresh(world.ctx)
    return source


def told(world: World) -> dict[str, tuple[bool, MentionStatus]]:
    keys = [EntryId(key) for key in review.keys(world.ctx, MentionFilter())]
    mentions: tuple[Mention, ...] = review.full(world.ctx, keys)
    return {f"{one.entry.author} {one.entry.title}": (one.own, one.status) for one in mentions}


def _states(world: World) -> dict[EntryId, MentionStatus]:
    with world.ctx.store.read() as tx:
        keys = [EntryId(row[0]) for row in tx._connection.execute(text("SELECT id FROM mention"))]
    return {one.entry.id: one.status for one in review.full(world.ctx, keys)}


def counted(world: World) -> int:
    with world.ctx.store.read() as tx:
        return sum(day.total for day in tx.days.between(NOON.date(), NOON.date()))


def change(world: World, source: Source, *names: str) -> None:
    subscriptions.edit(
        world.ctx,
        source.id,
        name=source.name,
        kind=source.kind,
        all_entries=source.all_entries,
        interval_s=None,
        own_names=names,
    )


BEFORE = {
    "anna Kessel": (False, MentionStatus.NEW),
    "Chef_B Re: Kessel": (False, MentionStatus.NEW),
    "anna Re: Kessel": (False, MentionStatus.NEW),
}
AFTER = {
    "anna Kessel": (False, MentionStatus.ANSWERED),
    "Chef_B Re: Kessel": (True, MentionStatus.DONE),
    "anna Re: Kessel": (False, MentionStatus.NEW),
}


def test_a_nickname_of_the_source_told_later_is_followed(world: World, source: Source) -> None:
    assert (told(world), counted(world)) == (BEFORE, 3)
    world.events.clear()
    change(world, source, "@chef_b")
    assert (told(world), counted(world)) == (AFTER, 2)
    assert MentionsChanged() in world.events


def test_a_nickname_of_the_firm_told_later_is_followed(world: World, source: Source) -> None:
    listening.set_firm(world.ctx, "Brandt", own_names=["Chef_B"])
    assert (told(world), counted(world)) == (AFTER, 2)
    assert own_posts.follow_nicknames(world.ctx) == 0


def test_a_nickname_taken_away_lets_its_posts_wait_and_count_again(world: World, source: Source) -> None:
    change(world, source, "Chef_B")
    change(world, source)
    assert (told(world), counted(world)) == (BEFORE, 3)
    change(world, source, "Chef_B")
    assert (told(world), counted(world)) == (AFTER, 2)


def test_what_a_person_set_since_stays_when_a_nickname_is_taken_away(world: World, source: Source) -> None:
    change(world, source, "Chef_B")
    answered = next(
        EntryId(key) for key in review.keys(world.ctx, MentionFilter(statuses=frozenset({MentionStatus.ANSWERED})))
    )
    review.set_status(world.ctx, [answered], MentionStatus.IN_PROGRESS)
    review.set_status(world.ctx, [answered], MentionStatus.ANSWERED)
    with world.ctx.store.read() as tx:
        by_hand = tx.mentions.status_changes(answered)
    change(world, source)
    assert told(world)["anna Kessel"] == (False, MentionStatus.ANSWERED)
    with world.ctx.store.read() as tx:
        assert tx.mentions.status_changes(answered) == by_hand


def test_a_copy_of_what_a_wrong_nickname_answered_waits_again_with_it(world: World) -> None:
    listening.set_firm(world.ctx, "Brandt")
    source = subscriptions.add(world.ctx, new_source())
    other = subscriptions.add(world.ctx, new_source("https://andere.example/feed"))
    words = "Brandt meldet sich nicht, obwohl ich dreimal angerufen und zwei Nachrichten hinterlassen habe seit Montag."
    long = Post(1, "Kessel", words, ASKED.at, "anna")
    world.fetcher.answers[FEED] = answer(FEED, rss([OURS, long]).replace(b"/t/2", b"/t/1#p2"))
    world.fetcher.answers[other.feed_url] = answer(other.feed_url, rss([Post(9, "Kessel", words, ASKED.at, "anna")]))
    refresh(world.ctx)
    before = _states(world)
    change(world, source, "Chef_B")
    assert sorted(_states(world).values()) == [MentionStatus.ANSWERED, MentionStatus.DONE, MentionStatus.DONE]
    change(world, source)
    assert _states(world) == before


def test_the_roll_up_is_what_counting_anew_would_give(world: World, source: Source) -> None:
    for names in (["Chef_B"], ["anna", "Chef_B"], ["anna"], []):
        change(world, source, *names)
        with world.ctx.store.write() as tx:
            kept = tx.days.between(NOON.date(), NOON.date())
            tx.days.rebuild()
            assert tx.days.between(NOON.date(), NOON.date()) == kept


def test_what_tells_of_danger_is_closed_by_a_person_only(world: World) -> None:
    listening.set_firm(world.ctx, "Brandt")
    subscriptions.add(world.ctx, new_source(own_names=("Chef_B",)))
    danger = Post(1, "Kessel", "Brandt hat den Kessel eingebaut, und jetzt riecht es nach Gas!", ASKED.at, "anna")
    world.fetcher.answers[FEED] = answer(FEED, rss([OURS, danger]).replace(b"/t/2", b"/t/1#p2"))
    refresh(world.ctx)
    assert told(world)["anna Kessel"] == (False, MentionStatus.NEW)
