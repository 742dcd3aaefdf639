"""Why a stored mention was judged as it was: the words that decided are named and stand in its text."""

from datetime import timedelta

import pytest

from kundenradar.domain.mentions import EntryId, MentionFilter
from kundenradar.domain.sentiment import Label, Reason, Sentiment
from kundenradar.services import explaining, listening, review, subscriptions
from kundenradar.services.refresh import refresh
from tests.fakes import FEED, NOON, Post, World, answer, new_source, rss

COMPLAINT = "Bei Brandt hatte keiner Ahnung, enttäuschend für eine Firma mit dem Namen."


@pytest.fixture
def complaint(world: World) -> EntryId:
    listening.set_firm(world.ctx, "Brandt")
    subscriptions.add(world.ctx, new_source())
    world.fetcher.answers[FEED] = answer(FEED, rss([Post(1, "Kessel", COMPLAINT, NOON - timedelta(hours=1))]))
    refresh(world.ctx)
    return EntryId(review.keys(world.ctx, MentionFilter())[0])


def test_the_words_that_decided_are_named_in_the_text_and_in_the_sentence(world: World, complaint: EntryId) -> None:
    why = explaining.why(world.ctx, complaint)
    named = [why.text[reason.start : reason.end] for reason in why.sentiment.why if reason.weight < 0]
    assert any("enttäuschend" in words for words in named)
    assert "enttäuschend" in why.sentence
    assert review.explain(world.ctx, complaint) == why.sentiment


def test_a_label_by_a_person_stands_beside_what_the_judge_thinks(world: World, complaint: EntryId) -> None:
    review.set_sentiment(world.ctx, [complaint], Label.POSITIVE)
    why = explaining.why(world.ctx, complaint)
    assert why.by_human is Label.POSITIVE
    assert why.sentence.startswith("Sie haben „positiv“ gewählt, das Programm hielt es für negativ.")
    assert why.sentiment.why


def test_a_long_stretch_is_quoted_by_its_ends() -> None:
    text = "Stromausfall heute früh zeigt meine Therme F28 und startet nicht. Der Ton war nicht so nett wie sonst."
    far, near = text.index("."), text.index("nicht so")
    why = (Reason(0, far, 0.1), Reason(near, near + len("nicht so nett wie sonst"), -0.6))
    told = explaining.sentence(text, Sentiment(Label.NEGATIVE, -0.5, 0.8, "m", why=why))
    assert told == (
        "Als negativ beurteilt. Ausschlaggebend: „nicht so nett wie sonst“. Dafür spricht „Stromausfall … nicht“."
    )
