"""Drafts are never lost; nothing half-filled leaves the program."""

import pytest

from kundenradar.domain.drafts import VersionReason
from kundenradar.domain.errors import InputError
from kundenradar.domain.mentions import EntryId, MentionFilter, MentionStatus
from kundenradar.services import listening, preferences, replies, review, subscriptions
from kundenradar.services.refresh import refresh
from tests.fakes import FEED, NOON, Post, World, answer, new_source, rss


@pytest.fixture
def mention(world: World) -> EntryId:
    listening.set_firm(world.ctx, "Brandt")
    subscriptions.add(world.ctx, new_source())
    world.fetcher.answers[FEED] = answer(FEED, rss([Post(1, "Brandt", "Brandt kam zu spät", NOON, author="Heizer7")]))
    refresh(world.ctx, None)
    return EntryId(review.keys(world.ctx, MentionFilter())[0])


def test_typing_grows_the_history_by_one_version_a_minute(world: World, mention: EntryId) -> None:
    for text in ("G", "Gu", "Guten Tag"):
        replies.save_draft(world.ctx, mention, text)
        world.clock.pass_(seconds=10)
    world.clock.pass_(seconds=60)
    saved = replies.save_draft(world.ctx, mention, "Guten Tag, Herr Heizer")
    assert [version.text for version in saved.versions] == ["Guten Tag", "Guten Tag, Herr Heizer"]
    assert saved.text == "Guten Tag, Herr Heizer"


def test_bringing_back_an_earlier_wording_loses_nothing(world: World, mention: EntryId) -> None:
    replies.save_draft(world.ctx, mention, "erste Fassung")
    world.clock.pass_(minutes=2)
    replies.save_draft(world.ctx, mention, "ganz neue, lange Fassung")
    world.clock.pass_(seconds=5)
    saved = replies.save_draft(world.ctx, mention, "erste Fassung")
    assert saved.text == "erste Fassung"
    assert "ganz neue, lange Fassung" in [version.text for version in saved.versions]


def test_saving_the_same_text_adds_nothing(world: World, mention: EntryId) -> None:
    replies.save_draft(world.ctx, mention, "Hallo")
    world.clock.pass_(minutes=5)
    assert len(replies.save_draft(world.ctx, mention, "Hallo").versions) == 1


def test_an_open_placeholder_is_not_copied(world: World, mention: EntryId) -> None:
    with pytest.raises(InputError) as caught:
        replies.copy_text(world.ctx, mention, "Rufen Sie uns an: {Telefonnummer}, {Person}")
    assert (caught.value.code, caught.value.detail) == ("placeholder-open", "Telefonnummer, Person")
    assert replies.draft(world.ctx, mention) is None


def test_what_was_copied_is_kept(world: World, mention: EntryId) -> None:
    assert replies.copy_text(world.ctx, mention, "Guten Tag") == "Guten Tag"
    draft = replies.draft(world.ctx, mention)
    assert draft is not None
    assert [version.reason for version in draft.versions] == [VersionReason.COPIED]


def test_one_wording_is_one_version_whatever_becomes_of_it(world: World, mention: EntryId) -> None:
    replies.save_draft(world.ctx, mention, "Guten Tag")
    replies.copy_text(world.ctx, mention, "Guten Tag")
    replies.mark_answered(world.ctx, mention, "Guten Tag")
    draft = replies.draft(world.ctx, mention)
    assert draft is not None
    assert [(version.text, version.reason) for version in draft.versions] == [("Guten Tag", VersionReason.ANSWERED)]


def test_marking_as_answered_keeps_the_answer_and_the_time(world: World, mention: EntryId) -> None:
    world.clock.pass_(hours=2)
    replies.mark_answered(world.ctx, mention, "Guten Tag, wir kommen morgen.")
    answered = review.mention(world.ctx, mention)
    assert (answered.status, answered.answered_at) == (MentionStatus.ANSWERED, world.clock.at)
    steps = review.status_history(world.ctx, mention)
    assert [(step.before, step.after) for step in steps] == [(MentionStatus.NEW, MentionStatus.ANSWERED)]


def test_known_placeholders_are_filled(world: World, mention: EntryId) -> None:
    preferences.add_snippets(world.ctx)
    assert preferences.add_snippets(world.ctx) == 0
    values = replies.placeholder_values(world.ctx, mention)
    assert (values["Verfasser"], values["Firma"], values["Datum"]) == ("Heizer7", "Brandt", "18.11.2026")
    snippet = replies.save_snippet(world.ctx, "Gruß", "Hallo {Verfasser}, {Termin}")
    assert replies.fill(snippet, values) == "Hallo Heizer7, {Termin}"
    assert snippet in replies.snippets(world.ctx)
    changed = replies.save_snippet(world.ctx, "Gruß", "Hallo", snippet.id)
    assert changed.text == "Hallo"
    replies.remove_snippet(world.ctx, snippet.id)
    assert changed not in replies.snippets(world.ctx)


@pytest.mark.parametrize(("title", "text"), [("", "x"), ("x", "  ")])
def test_an_empty_snippet_is_refused(world: World, title: str, text: str) -> None:
    with pytest.raises(InputError, match="snippet-empty"):
        replies.save_snippet(world.ctx, title, text)


def test_a_draft_for_a_vanished_mention_is_refused(world: World) -> None:
    with pytest.raises(InputError, match="mention-unknown"):
        replies.save_draft(world.ctx, EntryId(1), "Hallo")


def test_a_person_has_the_last_word_until_they_let_the_model_speak(world: World, mention: EntryId) -> None:
    from kundenradar.domain.sentiment import Label

    review.set_sentiment(world.ctx, [mention], Label.POSITIVE)
    assert review.mention(world.ctx, mention).sentiment.by_human
    review.clear_sentiment(world.ctx, [mention])
    assert not review.mention(world.ctx, mention).sentiment.by_human
    assert [one.sentiment.by_human for one in review.history(world.ctx, mention)] == [False, True, False]
    assert review.explain(world.ctx, mention).model == review.mention(world.ctx, mention).sentiment.model
