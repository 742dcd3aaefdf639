"""What is done with near copies can be taken back, over the real core."""

from pathlib import Path

import pytest

from kundenradar.domain.mentions import EntryId, MentionStatus
from kundenradar.domain.sentiment import Label
from kundenradar.services import listening, review, subscriptions
from kundenradar.services.refresh import refresh
from tests.fakes import NOON, Post, World, answer, make_world, new_source, rss
from ui.models.triage import answer as mark_answered
from ui.models.triage import judge, judge_back, move, move_back

STORY = (
    "Die Bäckerei Brandt am Marktplatz schließt nach vierzig Jahren ihre Filiale in der Südstadt, sagt die Inhaberin."
)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return make_world(tmp_path)


@pytest.fixture
def group(world: World) -> list[EntryId]:
    """One story in three places, the first one first."""
    listening.set_firm(world.ctx, "Brandt")
    found: list[EntryId] = []
    for number in range(3):
        url = f"https://ort{number}.example/feed.xml"
        world.fetcher.answers[url] = answer(url, rss([Post(number, "Meldung", STORY, NOON)]))
        source = subscriptions.add(world.ctx, new_source(url))
        refresh(world.ctx, [source.id])
        with world.ctx.store.read() as tx:
            found.extend(one.id for one in tx.entries.list(source.id))
    assert review.copies_of(world.ctx, found[:1]) == tuple(found[1:])
    return found


def test_a_copy_gets_back_its_own_state(world: World, group: list[EntryId]) -> None:
    first, second, third = group
    review.set_status(world.ctx, [second], MentionStatus.IN_PROGRESS)
    before = move(world.ctx, [first], MentionStatus.IGNORED)
    assert {one.status for one in review.full(world.ctx, group)} == {MentionStatus.IGNORED}
    move_back(world.ctx, before)
    states = {one.entry.id: one.status for one in review.full(world.ctx, group)}
    assert states == {first: MentionStatus.NEW, second: MentionStatus.IN_PROGRESS, third: MentionStatus.NEW}
    assert sum(map(len, before.chosen.values())) == 1


def test_a_copy_gets_back_its_own_state_after_an_answer(world: World, group: list[EntryId]) -> None:
    first, second, third = group
    review.set_status(world.ctx, [second], MentionStatus.IN_PROGRESS)
    before = mark_answered(world.ctx, first, "Danke!")
    assert review.mention(world.ctx, first).status is MentionStatus.ANSWERED
    move_back(world.ctx, before)
    states = {one.entry.id: one.status for one in review.full(world.ctx, group)}
    assert states == {first: MentionStatus.NEW, second: MentionStatus.IN_PROGRESS, third: MentionStatus.NEW}


def test_a_copy_gets_back_its_own_judgement(world: World, group: list[EntryId]) -> None:
    first, second, third = group
    review.set_sentiment(world.ctx, [second], Label.NEGATIVE)
    before = judge(world.ctx, [first], Label.POSITIVE)
    assert {one.sentiment.label for one in review.full(world.ctx, group)} == {Label.POSITIVE}
    judge_back(world.ctx, before)
    by_human = {one.entry.id: one.sentiment.by_human for one in review.full(world.ctx, group)}
    assert by_human == {first: False, second: True, third: False}
    assert review.mention(world.ctx, second).sentiment.label is Label.NEGATIVE


def test_what_the_program_judges_again_is_told_of_copies_too(world: World, group: list[EntryId]) -> None:
    review.set_sentiment(world.ctx, group[:1], Label.POSITIVE)
    world.events.clear()
    review.clear_sentiment(world.ctx, group[:1])
    assert {key for event in world.events for key in getattr(event, "ids", ())} == set(group)
