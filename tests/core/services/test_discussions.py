"""Discussions around mentions."""

from dataclasses import replace
from datetime import timedelta

import pytest

from kundenradar.domain.mentions import EntryId, HeardEntry, MentionFilter, MentionStatus, ParsedEntry
from kundenradar.domain.sentiment import Label, Sentiment
from kundenradar.domain.sources import Source
from kundenradar.services import discussions, preferences, review
from kundenradar.services.taking_in import take_in
from tests.fakes import NOON, World, document, new_source


@pytest.fixture
def source(world: World) -> Source:
    with world.ctx.store.write() as tx:
        return tx.sources.add(new_source(own_names=("brandt_service",)), NOON)


def heard(number: int, author: str, *, mention: bool = False, own: bool = False, answers: int = 0) -> HeardEntry:
    name = f"g{number}"
    entry = ParsedEntry(
        0, name, name, "Heizung kalt", f"https://forum.example/p{number}", author, None,
        NOON + timedelta(minutes=number - 60), None, f"Beitrag {number}?", "", "7",
        f"g{answers}" if answers else None, fingerprint=name,
    )  # fmt: skip
    return HeardEntry(entry, (), Sentiment(Label.NEUTRAL, 0.0, 0.5, "m") if mention else None, own)


def store(world: World, source: Source, *posts: HeardEntry) -> list[EntryId]:
    with world.ctx.store.write() as tx:
        take_in(tx, [(source, document(*posts))], NOON)
    with world.ctx.store.read() as tx:
        by_guid = {entry.guid: entry.id for entry in tx.entries.list()}
    return [by_guid[post.entry.guid] for post in posts]


def test_the_discussion_of_a_mention_holds_posts_that_are_none(world: World, source: Source) -> None:
    first, second, third = store(
        world,
        source,
        heard(1, "anna", mention=True),
        heard(2, "bert", answers=1),
        heard(3, "Brandt_Service", answers=2),
    )
    found = discussions.discussion(world.ctx, first)
    assert [(post.entry.id, post.depth, post.own) for post in found.posts] == [
        (first, 0, False),
        (second, 1, False),
        (third, 2, True),
    ]
    assert discussions.size(world.ctx, second) == 3
    assert discussions.mentions_among(world.ctx, [first, second]) == {first}


def test_nicknames_of_the_firm_hold_everywhere(world: World, source: Source) -> None:
    preferences.save(world.ctx, replace(world.ctx.settings.current, own_names=("Bert",)))
    (first, second) = store(world, source, heard(1, "anna", mention=True), heard(2, "bert"))
    assert [post.own for post in discussions.discussion(world.ctx, first).posts] == [False, True]
    assert second


@pytest.mark.parametrize(
    ("author", "own", "expected"), [("bert", False, True), ("wir", True, False), ("anna", False, False)]
)
def test_a_mention_answered_by_others_is_marked_when_the_answer_comes(
    world: World, source: Source, author: str, own: bool, expected: bool
) -> None:
    (first,) = store(world, source, heard(1, "anna", mention=True))
    assert not review.mention(world.ctx, first).answered_by_others
    store(world, source, heard(2, author, own=own, answers=1))
    assert review.mention(world.ctx, first).answered_by_others is expected


def test_what_we_answered_in_the_discussion_is_answered(world: World, source: Source) -> None:
    (first,) = store(world, source, heard(1, "anna", mention=True))
    store(world, source, heard(5, "wir", own=True, answers=1))
    mention = review.mention(world.ctx, first)
    assert (mention.status, mention.answered_at) == (MentionStatus.ANSWERED, NOON - timedelta(minutes=55))
    (change,) = review.status_history(world.ctx, first)
    assert (change.before, change.after, change.at) == (
        MentionStatus.NEW,
        MentionStatus.ANSWERED,
        NOON - timedelta(minutes=55),
    )


def test_our_answer_may_come_with_the_mention(world: World, source: Source) -> None:
    first, second = store(world, source, heard(1, "anna", mention=True), heard(2, "wir", mention=True, own=True))
    assert review.mention(world.ctx, first).status is MentionStatus.ANSWERED
    assert review.mention(world.ctx, second).status is MentionStatus.DONE


def test_our_answer_counts_though_others_answered_before(world: World, source: Source) -> None:
    (first,) = store(world, source, heard(1, "anna", mention=True), heard(2, "bert", answers=1))[:1]
    store(world, source, heard(3, "wir", own=True, answers=1))
    assert review.mention(world.ctx, first).status is MentionStatus.ANSWERED


def test_what_comes_after_our_answer_waits(world: World, source: Source) -> None:
    store(world, source, heard(1, "anna", mention=True), heard(2, "wir", own=True))
    (third,) = store(world, source, heard(3, "anna", mention=True))
    assert review.mention(world.ctx, third).status is MentionStatus.NEW


def test_what_a_person_set_since_our_answer_stays(world: World, source: Source) -> None:
    (first,) = store(world, source, heard(1, "anna", mention=True), heard(2, "wir", own=True))[:1]
    review.set_status(world.ctx, [first], MentionStatus.IN_PROGRESS)
    store(world, source, heard(3, "bert"))
    assert review.mention(world.ctx, first).status is MentionStatus.IN_PROGRESS


def test_what_a_person_called_done_or_ignored_stays(world: World, source: Source) -> None:
    first, second = store(world, source, heard(1, "anna", mention=True), heard(2, "bert", mention=True))
    review.set_status(world.ctx, [first], MentionStatus.DONE)
    review.set_status(world.ctx, [second], MentionStatus.IGNORED)
    store(world, source, heard(80, "wir", own=True))
    assert [review.mention(world.ctx, key).status for key in (first, second)] == [
        MentionStatus.DONE,
        MentionStatus.IGNORED,
    ]


def test_an_entry_without_a_thread_stands_alone(world: World, source: Source) -> None:
    alone = heard(1, "anna", mention=True)
    (key,) = store(world, source, replace(alone, entry=replace(alone.entry, thread=None)))
    assert [post.entry.id for post in discussions.discussion(world.ctx, key).posts] == [key]
    assert discussions.size(world.ctx, key) == 1
    assert review.count(world.ctx, MentionFilter()) == 1
