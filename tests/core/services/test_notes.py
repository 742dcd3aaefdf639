"""Feedback entered by hand."""

from datetime import timedelta

import pytest

from kundenradar.domain.errors import InputError
from kundenradar.domain.events import MentionsAdded
from kundenradar.domain.mentions import EntryId, MentionFilter
from kundenradar.domain.notes import Channel, Note
from kundenradar.domain.sentiment import Label
from kundenradar.domain.sources import SourceKind, is_fetched
from kundenradar.services import listening, notes, opml, reporting, review, subscriptions
from kundenradar.services.messages import sentence
from kundenradar.services.refresh import refresh
from tests.fakes import NOON, World

ANGRY = "Die Heizung ist kalt, eine Katastrophe. Niemand ruft zurück, wir sind sehr enttäuscht."


def note(text: str = ANGRY, channel: Channel = Channel.PHONE, **parts: object) -> Note:
    return Note(text, channel, NOON - timedelta(hours=2), **parts)  # type: ignore[arg-type]


def test_a_note_is_judged_listed_and_counted_like_all_else(world: World) -> None:
    listening.set_firm(world.ctx, "Heizung")
    key = notes.add(world.ctx, note(author=" Frau  Krämer ", rating=2))
    mention = review.mention(world.ctx, key)
    assert mention.sentiment.label is Label.NEGATIVE
    assert (mention.entry.author, mention.entry.channel, mention.entry.rating) == ("Frau Krämer", "telefon", 2)
    assert mention.queries
    assert mention.source_name == "Von Hand erfasst"
    assert list(review.keys(world.ctx, MentionFilter(expression="enttäuscht"))) == [key]
    assert reporting.statistics(world.ctx, 7).figures.negative == 1
    assert any(isinstance(event, MentionsAdded) for event in world.events)


def test_its_source_is_never_asked_and_never_exported(world: World) -> None:
    key = notes.add(world.ctx, note())
    (source,) = subscriptions.list_sources(world.ctx)
    assert (source.kind, is_fetched(source)) == (SourceKind.MANUAL, False)
    world.clock.pass_(hours=1000)
    assert refresh(world.ctx).results == ()
    assert refresh(world.ctx, [source.id]).results == ()
    assert world.fetcher.asked == []
    assert b"xmlUrl" not in opml.export(world.ctx)
    assert notes.add(world.ctx, note("Danke, alles prima gelaufen.")) != key
    assert len(subscriptions.list_sources(world.ctx)) == 1


def test_a_note_can_be_changed_without_a_trace(world: World) -> None:
    key = notes.add(world.ctx, note(author="Krämer"))
    notes.edit(world.ctx, key, note("Alles wieder warm, vielen Dank, super Service.", Channel.LETTER))
    mention = review.mention(world.ctx, key)
    assert mention.sentiment.label is Label.POSITIVE
    assert (mention.entry.author, mention.entry.channel, mention.entry.versions) == (None, "brief", 1)
    assert review.versions(world.ctx, key) == ()
    assert list(review.keys(world.ctx, MentionFilter(expression="Katastrophe"))) == []
    assert notes.get(world.ctx, key).text.startswith("Alles wieder warm")


def test_a_person_s_judgement_survives_a_change(world: World) -> None:
    key = notes.add(world.ctx, note())
    review.set_sentiment(world.ctx, [key], Label.NEUTRAL)
    notes.edit(world.ctx, key, note("Vielen Dank, super."))
    assert review.mention(world.ctx, key).sentiment.by_human


def test_a_note_can_be_removed(world: World) -> None:
    key = notes.add(world.ctx, note())
    notes.remove(world.ctx, key)
    assert list(review.keys(world.ctx, MentionFilter())) == []
    assert reporting.statistics(world.ctx, 7).figures.total == 0
    with pytest.raises(InputError):
        notes.remove(world.ctx, key)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (note(" \n"), "note-empty"),
        (note("x" * 20_001), "note-long"),
        (Note("x", Channel.PHONE, NOON + timedelta(minutes=1)), "note-future"),
        (note(rating=6), "note-rating"),
    ],
)
def test_what_is_not_fit_is_refused_with_a_sentence(world: World, wrong: Note, code: str) -> None:
    with pytest.raises(InputError) as caught:
        notes.add(world.ctx, wrong)
    assert caught.value.code == code
    assert sentence(caught.value).endswith(".")
    with pytest.raises(InputError):
        notes.get(world.ctx, EntryId(5))
