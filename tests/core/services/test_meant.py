"""The part that speaks of the firm is judged, learnt from, read and explained alike, whichever way leads there."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from kundenradar.domain.mentions import EntryId, MentionFilter
from kundenradar.domain.notes import Channel, Note
from kundenradar.domain.sentiment import Label, Sentiment
from kundenradar.domain.subject import AboutLabel
from kundenradar.domain.understanding import Concern
from kundenradar.services import explaining, learning, listening, meant, notes, review, subscriptions, understanding
from kundenradar.services.refresh import refresh
from tests.fakes import FEED, NOON, Post, World, answer, new_source, rss

RIVAL = "Müller war furchtbar, eine Katastrophe. Wir haben uns nur geärgert.\n\nMit Brandt sind wir sehr zufrieden."
CHANGED = "Zum Glück bin ich von Brandt zu Müller gewechselt."
LISTED = "Vertreten sind Autohaus Klein, Brandt, Möbel Huber und die Volksbank."
WOLKE = "Wolke Sieben hat uns betrogen, eine Katastrophe. Brandt hat super gearbeitet."
PLAIN = "Brandt hat super gearbeitet, vielen Dank."
PART = (
    "Beurteilt wurde, was über Ihre Firma gesagt wird (1 von 3 Sätzen); "
    "ein Vergleich mit anderen fällt für Ihre Firma aus."
)
TEXTS = (RIVAL, CHANGED, LISTED, WOLKE, PLAIN)


def posts() -> list[Post]:
    return [
        Post(number, f"Beitrag {number}", words.replace("\n\n", "<br><br>"), NOON - timedelta(hours=number + 1))
        for number, words in enumerate(TEXTS)
    ]


def listen(world: World, **parts: object) -> None:
    subscriptions.add(world.ctx, new_source(**parts))
    world.fetcher.answers[FEED] = answer(FEED, rss(posts()))
    refresh(world.ctx)


@pytest.fixture
def heard(world: World) -> World:
    listening.set_firm(world.ctx, "Brandt")
    listen(world)
    return world


def key_of(world: World, number: int) -> EntryId:
    found = review.full(world.ctx, [EntryId(key) for key in review.keys(world.ctx, MentionFilter())])
    return next(one.entry.id for one in found if one.entry.title == f"Beitrag {number}")


def labels(world: World) -> dict[str, Label]:
    found = review.full(world.ctx, [EntryId(key) for key in review.keys(world.ctx, MentionFilter())])
    return {one.entry.title: one.sentiment.label for one in found}


def test_what_is_said_of_another_firm_does_not_count_for_ours(heard: World) -> None:
    assert labels(heard)["Beitrag 0"] is Label.POSITIVE
    assert labels(heard)["Beitrag 1"] is Label.NEGATIVE
    mention = review.mention(heard.ctx, key_of(heard, 0))
    assert Concern.PRAISE in mention.reading.concerns
    assert Concern.CRITICISM not in mention.reading.concerns


def test_every_way_to_judge_reads_the_same_words(heard: World) -> None:
    polled = {key: review.mention(heard.ctx, key).sentiment for key in [key_of(heard, n) for n in range(5)]}
    readings = {key: review.mention(heard.ctx, key).reading for key in polled}
    assert learning.judge_again(heard.ctx).ids == ()
    for key, judged in polled.items():
        explained = review.explain(heard.ctx, key)
        assert (explained.label, explained.score) == (judged.label, judged.score)
        assert explaining.why(heard.ctx, key).sentiment == explained
    understanding.read_again(heard.ctx, list(polled))
    assert {key: review.mention(heard.ctx, key).reading for key in polled} == readings


def test_a_new_suchprofil_judges_stored_entries_as_a_poll_does(world: World) -> None:
    listening.set_firm(world.ctx, "Anders")
    listen(world)
    assert labels(world) == {}
    listening.set_firm(world.ctx, "Brandt")
    stored = labels(world)
    assert stored["Beitrag 0"] is Label.POSITIVE
    assert stored["Beitrag 1"] is Label.NEGATIVE
    assert [one.entry.title for one in in_passing(world)] == ["Beitrag 2"]


def in_passing(world: World) -> list[object]:
    ids = review.keys(world.ctx, MentionFilter(passing=True))
    return list(review.full(world.ctx, [EntryId(key) for key in ids]))


def test_a_mention_in_passing_is_shown_and_can_be_filtered(heard: World) -> None:
    assert [one.entry.title for one in in_passing(heard)] == ["Beitrag 2"]  # type: ignore[attr-defined]
    assert len(review.keys(heard.ctx, MentionFilter())) == len(TEXTS)
    assert len(review.keys(heard.ctx, MentionFilter(passing=False))) == len(TEXTS) - 1


def test_a_correction_teaches_the_words_that_were_judged(heard: World) -> None:
    review.set_sentiment(heard.ctx, [key_of(heard, 0)], Label.POSITIVE)
    with heard.ctx.store.read() as tx:
        (correction,) = tx.corrections.list(10)
    assert "Brandt" in correction.text
    assert "furchtbar" not in correction.text


def test_a_correction_of_a_bare_comparison_does_not_teach_its_words(heard: World) -> None:
    review.set_sentiment(heard.ctx, [key_of(heard, 1)], Label.NEGATIVE)
    with heard.ctx.store.read() as tx:
        (correction,) = tx.corrections.list(10)
    assert "Glück" not in correction.text
    assert learning.learn(heard.ctx) is not None


def test_why_says_which_part_counted_and_marks_the_rest(heard: World) -> None:
    why = explaining.why(heard.ctx, key_of(heard, 0))
    assert why.sentence.endswith(PART)
    left = " ".join(why.text[start:end] for start, end in why.left_out)
    assert "furchtbar" in left
    assert "Brandt" not in left
    named = [why.text[reason.start : reason.end] for reason in why.sentiment.why]
    assert any("zufrieden" in words for words in named)


def test_the_reading_pane_learns_which_part_counts(heard: World) -> None:
    mention = review.mention(heard.ctx, key_of(heard, 0))
    shown = mention.entry.text.replace("\n", "\n\n")
    part = explaining.part_shown(heard.ctx, mention, shown)
    assert part.sentence == PART
    assert [shown[start:end] for start, end in part.left_out] == [
        "Müller war furchtbar, eine Katastrophe",
        "Wir haben uns nur geärgert",
    ]
    whole = review.mention(heard.ctx, key_of(heard, 4))
    assert explaining.part_shown(heard.ctx, whole, whole.entry.text) == explaining.PartShown()


def test_why_of_a_comparison_marks_it(heard: World) -> None:
    why = explaining.why(heard.ctx, key_of(heard, 1))
    assert why.sentence.endswith("Ein Vergleich mit anderen fällt gegen Ihre Firma aus.")
    assert CHANGED in [why.text[one.start : one.end] for one in why.sentiment.why if one.weight < 0]


def test_why_of_a_whole_text_says_nothing_of_parts(heard: World) -> None:
    why = explaining.why(heard.ctx, key_of(heard, 4))
    assert "Firma" not in why.sentence
    assert why.left_out == ()


def test_a_competitor_named_later_is_heeded_in_what_is_stored(heard: World) -> None:
    assert labels(heard)["Beitrag 3"] is not Label.POSITIVE
    listening.set_firm(heard.ctx, "Brandt", competitors=["Wolke Sieben"])
    assert labels(heard)["Beitrag 3"] is Label.POSITIVE
    assert heard.ctx.settings.current.competitors == ("Wolke Sieben",)
    listening.set_firm(heard.ctx, "Brandt")
    assert heard.ctx.settings.current.competitors == ("Wolke Sieben",)
    listening.set_firm(heard.ctx, "Brandt", competitors=[])
    assert labels(heard)["Beitrag 3"] is not Label.POSITIVE


def test_a_label_by_a_person_stays_when_another_part_counts(heard: World) -> None:
    review.set_sentiment(heard.ctx, [key_of(heard, 3)], Label.NEUTRAL)
    listening.set_firm(heard.ctx, "Brandt", competitors=["Wolke Sieben"])
    assert labels(heard)["Beitrag 3"] is Label.NEUTRAL


def test_competitors_are_heeded_by_the_next_poll(world: World) -> None:
    listening.set_firm(world.ctx, "Brandt", competitors=["Wolke Sieben"])
    listen(world)
    assert labels(world)["Beitrag 3"] is Label.POSITIVE


def test_reviews_own_forums_and_notes_count_whole(world: World) -> None:
    listening.set_firm(world.ctx, "Kessel")
    listen(world, all_entries=True)
    listening.set_firm(world.ctx, "Brandt")
    note = notes.add(world.ctx, Note(RIVAL, Channel.PHONE, NOON))
    mention = review.mention(world.ctx, note)
    hit_nothing = replace(review.mention(world.ctx, key_of(world, 0)), queries=())
    starred = replace(hit_nothing, queries=mention.queries, entry=replace(hit_nothing.entry, rating=2.0))
    parts = meant.said_in(world.ctx, [mention, hit_nothing, starred])
    assert [part.about.label for part in parts] == [AboutLabel.WHOLE] * 3
    (judged,) = world.ctx.digester.judge([parts[0].judged]).result()
    assert (mention.sentiment.label, mention.sentiment.score) == (judged.label, judged.score)


def test_what_an_older_program_judged_whole_is_judged_by_its_part_once(heard: World) -> None:
    """As after an update: other rules read it, and nothing was judged since."""
    keys = [key_of(heard, 0), key_of(heard, 4)]
    old = Sentiment(Label.NEGATIVE, -0.9, 0.9, "kr-linear 1")
    with heard.ctx.store.write() as tx:
        tx.mentions.judge([(key, old) for key in keys], NOON)
        tx._connection.execute(text("UPDATE mention SET reading = 5, about_us = 1"))
    understanding.catch_up(heard.ctx)
    assert labels(heard)["Beitrag 0"] is Label.POSITIVE
    assert labels(heard)["Beitrag 4"] is Label.NEGATIVE  # its whole text counts: nothing is judged anew
    assert [one.entry.title for one in in_passing(heard)] == ["Beitrag 2"]  # type: ignore[attr-defined]


def test_what_was_put_back_by_hand_is_not_judged_again_in_the_background(heard: World) -> None:
    key = key_of(heard, 0)
    with heard.ctx.store.write() as tx:
        tx.mentions.judge([(key, Sentiment(Label.NEUTRAL, 0.0, 0.5, "kr-linear 1"))], NOON)
    understanding.catch_up(heard.ctx)
    assert labels(heard)["Beitrag 0"] is Label.NEUTRAL


def test_topics_are_taken_from_what_speaks_of_the_firm(heard: World) -> None:
    with heard.ctx.store.read() as tx:
        focus = meant.focus_of(heard.ctx, tx)
        voice = tx.traits.voice(key_of(heard, 0), focus)
    assert voice is not None
    assert "furchtbar" not in voice.text
    assert "zufrieden" in voice.text
