"""What is done with near copies can be taken back, over the real core."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kundenradar.domain.mentions import EntryId, MentionStatus
from kundenradar.domain.sentiment import Label
from kundenradar.services import listening, review, subscriptions
from kundenradar.services.refresh import refresh
from tests.fakes import NOON, Post, World, answer, make_world, new_source, rss
from tests.gui.fakes import FakeWorkers
from ui.models.triage import Triage, judge, judge_back, move, move_back
from ui.models.triage import answer as mark_answered
from ui.tasks import Tasks

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


@pytest.mark.parametrize("status", [MentionStatus.DONE, MentionStatus.ANSWERED])
def test_a_copy_that_alone_changes_gets_its_state_back(
    world: World, group: list[EntryId], status: MentionStatus
) -> None:
    first, second, third = group
    review.set_status(world.ctx, [first], status)
    review.set_status(world.ctx, [second], MentionStatus.NEW)
    before = move(world.ctx, [first], status)
    assert before.ids == [second]
    assert {one.status for one in review.full(world.ctx, [second, third])} == {MentionStatus.DONE}
    move_back(world.ctx, before)
    states = {one.entry.id: one.status for one in review.full(world.ctx, group)}
    assert states == {first: status, second: MentionStatus.NEW, third: MentionStatus.DONE}
    assert not move(world.ctx, [third], MentionStatus.DONE)


def test_a_copy_that_alone_changes_is_what_is_taken_back(
    qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = list(workers.world.mentions)[:2]
    monkeypatch.setattr(review, "copies_of", lambda _world, ids: (second,) if first in ids else ())
    review.set_status(workers.world, [first], MentionStatus.DONE)  # type: ignore[arg-type]  # the world stands in
    review.set_status(workers.world, [second], MentionStatus.NEW)  # type: ignore[arg-type]
    triage = Triage(workers, tasks)  # type: ignore[arg-type]
    with qtbot.waitSignal(triage.undoable) as told:
        triage.set_status([first], MentionStatus.DONE)
    assert told.args == ["Auf „Erledigt“ gesetzt."]
    review.set_status(workers.world, [second], MentionStatus.DONE)  # type: ignore[arg-type]  # as copies follow
    with qtbot.waitSignal(triage.changed):
        triage.undo()
    assert workers.world.mentions[first].status is MentionStatus.DONE
    assert workers.world.mentions[second].status is MentionStatus.NEW


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
