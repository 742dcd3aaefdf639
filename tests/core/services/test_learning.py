"""Learning in a data folder: corrections are rows, the judge follows, a person's label is never touched."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kundenradar.app.digest import own_classifier
from kundenradar.classify.weights import pack_residual, unpack_residual
from kundenradar.domain.learning import Correction
from kundenradar.domain.mentions import EntryId, MentionFilter
from kundenradar.domain.sentiment import Label
from kundenradar.services import learning, listening, review, subscriptions
from kundenradar.services.refresh import refresh
from tests.fakes import FEED, NOON, Post, World, answer, new_source, rss

SAME = "Bei Brandt tropft der Kessel {} aus dem Ventil im Keller"


@pytest.fixture
def ids(world: World) -> list[EntryId]:
    """Mentions of one kind, oldest first."""
    listening.set_firm(world.ctx, "Brandt")
    subscriptions.add(world.ctx, new_source())
    words = ("rechts", "links", "oben", "unten", "hinten", "vorn", "außen", "innen")
    posts = [
        Post(number, f"Beitrag {number}", SAME.format(word), NOON - timedelta(hours=20 - number))
        for number, word in enumerate(words)
    ]
    world.fetcher.answers[FEED] = answer(FEED, rss(posts))
    refresh(world.ctx)
    return [EntryId(key) for key in sorted(review.keys(world.ctx, MentionFilter()))]


def labels(world: World, ids: list[EntryId]) -> list[Label]:
    return [mention.sentiment.label for mention in review.full(world.ctx, ids)]


def test_a_correction_carries_to_what_is_alike_and_can_be_undone(world: World, ids: list[EntryId]) -> None:
    before = labels(world, ids)
    wanted = Label.POSITIVE if before[-1] is not Label.POSITIVE else Label.NEGATIVE
    review.set_sentiment(world.ctx, ids[:4], wanted)
    rejudged = learning.learn_and_judge_again(world.ctx)
    assert labels(world, ids) == [wanted] * len(ids)
    assert set(rejudged.ids) == set(ids) - set(ids[:4]) - {
        key for key, label in zip(ids, before, strict=True) if label is wanted
    }
    learning.undo(world.ctx, rejudged)
    assert labels(world, ids[4:]) == before[4:]
    assert labels(world, ids[:4]) == [wanted] * 4


def test_a_label_by_a_person_is_never_overwritten(world: World, ids: list[EntryId]) -> None:
    review.set_sentiment(world.ctx, ids[-1:], Label.NEUTRAL)
    review.set_sentiment(world.ctx, ids[:5], Label.POSITIVE)
    learning.learn_and_judge_again(world.ctx)
    last = review.mention(world.ctx, ids[-1]).sentiment
    assert (last.label, last.by_human) == (Label.NEUTRAL, True)


def test_taking_a_correction_back_unlearns_it(world: World, ids: list[EntryId], tmp_path: Path) -> None:
    review.set_sentiment(world.ctx, ids[:2], Label.POSITIVE)
    learning.learn(world.ctx)
    assert learning.learnt(world.ctx).counts[Label.POSITIVE] == 2
    review.clear_sentiment(world.ctx, ids[:2])
    learning.learn(world.ctx)
    assert learning.learnt(world.ctx).corrections == 0
    assert own_classifier(tmp_path / "kundenradar.sqlite3").name == own_classifier().name


def test_a_lesson_is_looked_up_only_when_there_is_another_one(
    world: World, ids: list[EntryId], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, shipped = tmp_path / "kundenradar.sqlite3", own_classifier().name

    def newest() -> int:
        with world.ctx.store.read() as tx:
            return tx.corrections.newest()

    assert own_classifier(database, newest()).name == shipped
    review.set_sentiment(world.ctx, ids[:4], Label.POSITIVE)
    learning.learn(world.ctx)
    learnt = own_classifier(database, newest())
    assert learnt.name != shipped
    assert own_classifier(database, newest() - 1) is learnt  # a job that knew less changes nothing
    with monkeypatch.context() as patched:
        patched.setattr("kundenradar.store.lessons.newest_lesson", None)
        assert own_classifier(database, newest()) is learnt
    review.clear_sentiment(world.ctx, ids[:4])
    learning.learn(world.ctx)
    assert own_classifier(database, newest()).name == shipped


def test_the_same_id_again_replaces(world: World) -> None:
    learning.bring_in(world.ctx, [Correction(Label.POSITIVE, "Na ja.", outside="a")])
    learnt = learning.bring_in(
        world.ctx,
        [Correction(Label.NEGATIVE, "Na ja.", outside="a"), Correction(Label.NEUTRAL, "Aha.", outside="b")],
    )
    assert (learnt.corrections, learnt.counts[Label.POSITIVE]) == (2, 0)


def outdated(world: World) -> None:
    """What was learnt belongs to start weights of another shape, as after an update of the program."""
    with world.ctx.store.write() as tx:
        lesson = tx.corrections.lesson()
        assert lesson is not None
        residual = unpack_residual(lesson.weights)
        older = replace(residual, start="00000000", signs=residual.signs[:-1])
        tx.corrections.keep(replace(lesson, weights=pack_residual(older)), world.clock.now())


def test_what_was_learnt_over_other_weights_is_left_aside_and_learnt_again(world: World, tmp_path: Path) -> None:
    database, asked = tmp_path / "kundenradar.sqlite3", SAME.format("rechts")
    corrections = [Correction(Label.POSITIVE, SAME.format(at), outside=str(at)) for at in range(8)]
    learning.bring_in(world.ctx, corrections)
    taught = own_classifier(database).judge(asked)
    outdated(world)
    assert own_classifier(database).judge(asked).score == own_classifier().judge(asked).score
    assert learning.follow_update(world.ctx)
    assert own_classifier(database).judge(asked) == taught
    assert not learning.follow_update(world.ctx)


def test_nothing_learnt_is_nothing_to_learn_again(world: World) -> None:
    assert not learning.follow_update(world.ctx)


def test_forgetting_judges_as_shipped_and_keeps_labels_by_a_person(world: World, ids: list[EntryId]) -> None:
    before = labels(world, ids)
    review.set_sentiment(world.ctx, ids[:4], Label.POSITIVE)
    learning.learn_and_judge_again(world.ctx)
    learning.forget(world.ctx)
    assert learning.learnt(world.ctx).corrections == 0
    assert labels(world, ids) == [Label.POSITIVE] * 4 + before[4:]


def test_the_least_certain_come_first_and_reviewed_ones_never(world: World, ids: list[EntryId]) -> None:
    review.set_sentiment(world.ctx, ids[:1], Label.POSITIVE)
    asked = learning.most_uncertain(world.ctx, 5)
    sure = [review.mention(world.ctx, key).sentiment.confidence for key in asked]
    assert ids[0] not in asked
    assert sure == sorted(sure)


def test_a_text_without_a_sign_teaches_nothing(world: World, tmp_path: Path) -> None:
    blank = [Correction(Label.NEGATIVE, " \n" * (at % 3), outside=str(at)) for at in range(25)]
    assert learning.bring_in(world.ctx, blank).corrections == len(blank)
    assert own_classifier(tmp_path / "kundenradar.sqlite3").name == own_classifier().name


def test_the_name_of_the_firm_becomes_neither_praise_nor_blame(world: World, tmp_path: Path) -> None:
    listening.set_firm(world.ctx, "Brandt")
    told = ("Brandt war heute da.", "Brandt stellt aus.", "Termin bei Brandt im Mai.", "Brandt hat umgebaut.")
    learning.bring_in(world.ctx, [Correction(Label.NEGATIVE, text, outside=text) for text in told])
    classifier = own_classifier(tmp_path / "kundenradar.sqlite3")
    named, unnamed = (classifier.judge(text).score for text in ("Bei Brandt ist es gut", "Bei Xander ist es gut"))
    assert named == pytest.approx(unnamed, abs=0.1)
