"""Which messages are the same one told twice."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.likeness import (
    LEAST_SHARED,
    LIKE,
    Voice,
    likeness,
    may_be_same,
    most_alike,
    shingles,
    sketch,
    words_of,
)

NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)
STORY = (
    "Die Bäckerei Brandt am Marktplatz schließt nach vierzig Jahren ihre Filiale in der Südstadt. Als Grund nennt die "
    "Inhaberin gestiegene Energiekosten und fehlendes Personal, die übrigen drei Läden bleiben geöffnet."
)
WORDS = st.lists(st.sampled_from([f"wort{number}" for number in range(60)]), min_size=8, max_size=120)


def voice(text: str = STORY, **parts: object) -> Voice:
    return replace(Voice(1, text, NOON, None, "https://eins.example/a"), **parts)  # type: ignore[arg-type]


def same(one: Voice, other: Voice) -> bool:
    return most_alike(one, {7: other}) == 7


def test_a_story_in_another_place_is_the_same_voice() -> None:
    copied = STORY.replace("ß", "ss").upper() + " (dpa)"
    assert same(voice(), voice(copied, source=2, link="https://zwei.example/b"))


def test_a_rewritten_story_is_another_voice() -> None:
    other = STORY.replace("Energiekosten und fehlendes Personal", "Mieten").replace("nach vierzig Jahren ", "bald ")
    assert not same(voice(), voice(other, source=2))


def test_after_fourteen_days_it_is_told_anew() -> None:
    assert same(voice(), voice(source=2, at=NOON - timedelta(days=14)))
    assert not same(voice(), voice(source=2, at=NOON - timedelta(days=14, seconds=1)))


def test_few_words_are_never_the_same_voice() -> None:
    thanks = "Alles super gerne wieder vielen Dank"
    assert sketch(words_of(thanks)) == ()
    assert not same(voice(thanks), voice(thanks, source=2, link="https://zwei.example/b"))
    assert not same(voice(thanks, author="anna"), voice(thanks, author="bert", source=2))
    assert not same(voice(thanks), voice(thanks, source=2, at=NOON - timedelta(hours=25)))
    assert not same(voice(thanks), voice(thanks))
    assert not same(voice(thanks, link=None), voice(thanks, link=None, source=2))
    assert not same(voice("…"), voice("…", source=2))


def test_few_words_that_two_feeds_of_one_forum_bring_are_the_same_voice() -> None:
    asked, link = "Wer kennt Brandt?", "https://eins.example/a"
    assert same(voice(asked, author="Anna"), voice(asked, author="anna", source=2, link=link.replace("https", "http")))
    own = sketch(words_of(asked), link)
    assert len(own) == LEAST_SHARED
    assert own == sketch(words_of(asked), link.replace("https", "http"))
    assert not set(own) & set(sketch(words_of(asked), f"{link}2")) | set(own) & set(sketch(words_of("Wer?"), link))


@pytest.mark.parametrize("more", ["?utm_source=rss", "?utm_source=rss&utm_medium=feed", "?fbclid=x", "?t=1&utm_id=7"])
def test_what_each_feed_hangs_on_an_address_parts_no_voices(more: str) -> None:
    link = "https://eins.example/a" + ("?t=1" if "t=1" in more else "")
    one, other = (
        voice("Wer kennt Brandt?", author="Anna", link=one) for one in (link, "https://eins.example/a" + more)
    )
    assert same(one, replace(other, source=2))
    assert sketch(words_of(one.text), one.link) == sketch(words_of(other.text), other.link)


def test_two_people_in_one_forum_are_two_voices() -> None:
    assert not same(voice(author="anna"), voice(author="bert"))
    assert not same(voice(), voice(at=NOON - timedelta(minutes=1)))
    assert same(voice(author="Anna"), voice(author="anna"))


def test_a_post_of_nobody_that_a_feed_brings_twice_is_one_voice() -> None:
    assert same(voice(), voice())
    assert not same(voice(), voice(STORY + " Schade."))
    assert not same(voice(), voice(link="https://eins.example/b"))
    assert not same(voice(link=None), voice(link=None))


def test_an_alert_feed_gathers_the_same_story_from_many_places() -> None:
    assert same(voice(author="dpa"), voice(author="Redaktion", link="https://zwei.example/b"))


def test_reviews_by_two_people_are_two_voices_unless_they_are_long_and_rate_alike() -> None:
    short = "Alles super gelaufen, der Techniker war sehr freundlich und pünktlich"
    one = voice(short, author="anna", rating=5.0)
    assert not same(one, voice(short, author="bert", rating=5.0, source=2))
    assert not same(voice(author="anna", rating=5.0), voice(author="bert", rating=1.0, source=2))
    assert same(voice(author="anna", rating=5.0), voice(author="Anna B.", rating=5.0, source=2))
    assert same(voice(author="anna", rating=5.0), voice(author="anna", rating=4.0, source=2))


def test_reviews_without_stars_are_reviews() -> None:
    short = "Alles super gelaufen, der Techniker war sehr freundlich und pünktlich"
    one = voice(short, author="anna", among_reviews=True)
    assert not same(one, voice(short, author="bert", among_reviews=True, source=2))
    assert not same(one, voice(short, author="bert", rating=5.0, source=2))
    assert same(one, voice(short, author="anna", rating=5.0, source=2))
    assert same(one, voice(short, author="bert", source=2))  # quoted elsewhere
    assert same(voice(author="anna", rating=5.0), voice(author="bert", among_reviews=True, source=2))


@given(WORDS, WORDS)
def test_likeness_is_symmetric_and_within_bounds(one: list[str], other: list[str]) -> None:
    a, b = shingles(one), shingles(other)
    assert likeness(a, b) == likeness(b, a)
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, a) == 1


@given(WORDS, st.data())
def test_near_copies_share_enough_of_their_sketch_to_be_found(words: list[str], data: st.DataObject) -> None:
    edited = list(words)
    for _ in range(data.draw(st.integers(0, 3))):
        edited[data.draw(st.integers(0, len(edited) - 1))] = data.draw(st.sampled_from(["neu", "anders", "ganz"]))
    if likeness(shingles(words), shingles(edited)) >= LIKE:
        shared = set(sketch(words)) & set(sketch(edited))
        assert len(shared) >= min(LEAST_SHARED, len(sketch(words)), len(sketch(edited)))


@given(WORDS, WORDS, st.integers(-20, 20), st.sampled_from([None, 1.0, 5.0]), st.sampled_from([None, "anna", "bert"]))
def test_being_the_same_goes_both_ways(
    one: list[str], other: list[str], days: int, rating: float | None, author: str | None
) -> None:
    first = voice(" ".join(one), author="anna", rating=5.0)
    second = voice(" ".join(other), source=2, at=NOON + timedelta(days=days), author=author, rating=rating)
    assert may_be_same(first, second) == may_be_same(second, first)
    assert same(first, second) == same(second, first)
