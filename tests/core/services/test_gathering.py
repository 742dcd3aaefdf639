"""Near copies: one voice, listed once, counted once, never lost."""

from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kundenradar.domain.likeness import sketch, words_of
from kundenradar.domain.mentions import EntryId, HeardEntry, MentionFilter, MentionStatus, ParsedEntry
from kundenradar.domain.sentiment import Label, Sentiment
from kundenradar.domain.sources import Source, SourceKind
from kundenradar.services import listening, own_posts, preferences, replies, reporting, review, subscriptions
from kundenradar.services.refresh import refresh
from kundenradar.services.taking_in import take_in
from tests.fakes import NOON, Post, World, answer, document, new_source, rss

STORY = (
    "Die Bäckerei Brandt am Marktplatz schließt nach vierzig Jahren ihre Filiale in der Südstadt. Als Grund nennt die "
    "Inhaberin gestiegene Energiekosten und fehlendes Personal, die übrigen drei Läden bleiben geöffnet."
)
PLACES = tuple(f"https://{name}.example/feed.xml" for name in ("eins", "zwei", "drei"))


@pytest.fixture
def sources(world: World) -> tuple[Source, ...]:
    listening.set_firm(world.ctx, "Brandt")
    return tuple(subscriptions.add(world.ctx, new_source(url)) for url in PLACES)


def tell(world: World, number: int, text: str = STORY, hours: int = 3, title: str = "") -> list[EntryId]:
    """One place tells something; keys of what became a mention."""
    post = Post(number, title or f"Meldung {number}", text, NOON - timedelta(hours=hours))
    world.fetcher.answers[PLACES[number - 1]] = answer(PLACES[number - 1], rss([post]))
    before = set(review.keys(world.ctx, MentionFilter()))
    source = subscriptions.list_sources(world.ctx)[number - 1]
    refresh(world.ctx, [source.id])
    return [EntryId(key) for key in review.keys(world.ctx, MentionFilter()) if key not in before]


def voices(world: World, unfolded: frozenset[EntryId] = frozenset(), **parts: object) -> list[int]:
    return list(review.voices(world.ctx, MentionFilter(**parts), None, unfolded))  # type: ignore[arg-type]


def total(world: World) -> int:
    return reporting.statistics(world.ctx, 30).figures.total


def test_three_places_with_one_story_are_one_voice(world: World, sources: tuple[Source, ...]) -> None:
    (first,) = tell(world, 1)
    (second,) = tell(world, 2, STORY + " (dpa)", hours=2)
    (third,) = tell(world, 3, hours=1)
    assert voices(world) == [first]
    assert voices(world, frozenset({first})) == [third, second, first]
    assert len(review.keys(world.ctx, MentionFilter())) == 3
    assert review.lines(world.ctx, [first])[0].copies == 2
    assert [mention.entry.id for mention in review.told_alike(world.ctx, third)] == [first, second]
    assert total(world) == 1
    facets = review.facets(world.ctx)
    assert (facets.total, facets.open) == (1, 1)


def test_a_copy_stands_in_where_the_first_is_not_wanted(world: World, sources: tuple[Source, ...]) -> None:
    (first,) = tell(world, 1)
    (second,) = tell(world, 2, hours=2)
    wanted = frozenset({subscriptions.list_sources(world.ctx)[1].id})
    assert voices(world, sources=wanted) == [second]
    assert voices(world, sources=wanted, unfolded=frozenset({first})) == [second]


def test_copies_follow_the_work_on_the_first(world: World, sources: tuple[Source, ...]) -> None:
    (first,) = tell(world, 1)
    (second,) = tell(world, 2, hours=2)
    replies.mark_answered(world.ctx, first, "Danke")
    state = {mention.entry.id: mention.status for mention in review.full(world.ctx, [first, second])}
    assert state == {first: MentionStatus.ANSWERED, second: MentionStatus.DONE}
    review.set_sentiment(world.ctx, [first], Label.POSITIVE)
    assert all(mention.sentiment.by_human for mention in review.full(world.ctx, [first, second]))
    (third,) = tell(world, 3, hours=1)
    assert review.mention(world.ctx, third).status is MentionStatus.DONE
    assert review.facets(world.ctx).open == 0


def test_without_its_first_a_group_goes_on(world: World, sources: tuple[Source, ...]) -> None:
    tell(world, 1)
    (second,) = tell(world, 2, hours=2)
    (third,) = tell(world, 3, hours=1)
    subscriptions.remove(world.ctx, sources[0].id)
    assert voices(world) == [second]
    assert review.mention(world.ctx, third).same_as == second
    assert total(world) == 1


def test_what_is_said_every_week_is_told_anew_when_its_group_began_too_long_ago(
    world: World, sources: tuple[Source, ...]
) -> None:
    posts = [Post(number, f"Meldung {number}", STORY, NOON - timedelta(days=35 - 7 * number)) for number in range(6)]
    world.fetcher.answers[PLACES[0]] = answer(PLACES[0], rss(posts))
    refresh(world.ctx, [sources[0].id])
    told = sorted(review.keys(world.ctx, MentionFilter()))
    groups = [review.mention(world.ctx, EntryId(key)).same_as for key in told]
    assert groups == [None, told[0], told[0], None, told[3], told[3]]


def test_what_is_said_twice_a_day_begins_anew_every_two_weeks_only(world: World, sources: tuple[Source, ...]) -> None:
    listening_source = sources[0]
    for day in range(0, 40, 4):
        posts = [
            Post(number, f"Meldung {number}", STORY, NOON - timedelta(days=40 - number / 2))
            for number in range(2 * day, 2 * day + 8)
        ]
        world.fetcher.answers[PLACES[0]] = answer(PLACES[0], rss(posts))
        refresh(world.ctx, [listening_source.id])
    told = review.keys(world.ctx, MentionFilter())
    firsts = [key for key in told if review.mention(world.ctx, EntryId(key)).same_as is None]
    assert (len(told), len(firsts)) == (80, 3)


def test_a_reworded_copy_is_a_voice_of_its_own(world: World, sources: tuple[Source, ...]) -> None:
    (first,) = tell(world, 1)
    (second,) = tell(world, 2, hours=2)
    world.clock.pass_(hours=1)
    tell(world, 2, "Nachtrag der Redaktion: Brandt bleibt nun doch in der Südstadt, der Vermieter senkt die Miete.", 2)
    assert voices(world) == [second, first]
    assert total(world) == 2


def test_a_new_suchprofil_gathers_what_is_stored(world: World) -> None:
    for url in PLACES:
        subscriptions.add(world.ctx, new_source(url))
    for number in (1, 2):
        tell(world, number, hours=number)
    listening.set_firm(world.ctx, "Brandt")
    assert len(review.keys(world.ctx, MentionFilter())) == 2
    assert len(voices(world)) == 1
    assert total(world) == 1


TEXTS = (STORY, STORY + " (dpa)", STORY + " Mehr dazu morgen.", "Brandt ist gut.", STORY.replace("Brandt", "Huber") * 2)
LABELS = {Label.POSITIVE: 0.5, Label.NEUTRAL: 0.0, Label.NEGATIVE: -0.5}
STEPS = st.one_of(
    st.tuples(st.just("hear"), st.integers(0, 2), st.integers(0, 5), st.sampled_from(TEXTS), st.integers(0, 20)),
    st.tuples(st.just("judge"), st.integers(0, 50), st.sampled_from(list(Label))),
    st.tuples(st.just("leave"), st.integers(0, 50)),
    st.tuples(st.just("remove"), st.integers(0, 2)),
    st.tuples(st.just("orphans")),
)
_NUMBERS = count()


def _heard(place: int, number: int, text: str, days: int) -> HeardEntry:
    name = f"{place}-{number}"
    entry = ParsedEntry(
        0, name, name, "", f"https://{place}.example/{number}", None, None, NOON - timedelta(days=days), None, text, "",
        fingerprint=str(hash(text)),
    )  # fmt: skip
    return HeardEntry(
        entry, (), Sentiment(Label.NEUTRAL, 0.0, 0.5, "m"), own=number == 5, sketch=sketch(words_of(text))
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=14))
def test_the_roll_up_is_what_counting_again_would_give(world: World, steps: list[tuple[object, ...]]) -> None:
    run = next(_NUMBERS)
    with world.ctx.store.write() as tx:
        places = [tx.sources.add(new_source(f"https://{run}-{n}.example/"), NOON) for n in range(3)]
        query = tx.queries.save(f"q{run}", "brandt", NOON)
        for step in steps:
            keys = [EntryId(key) for key in tx.mentions.keys(MentionFilter())]
            match step:
                case ("hear", int(place), int(number), str(text), int(days)):
                    take_in(tx, [(places[place], document(_heard(place, number, text, days)))], NOON)
                case ("judge", int(at), Label() as label) if keys:
                    tx.mentions.judge([(keys[at % len(keys)], Sentiment(label, LABELS[label], 1.0, "x"))], NOON)
                case ("leave", int(at)) if keys:
                    tx.groups.leave([keys[at % len(keys)]])
                case ("remove", int(place)):
                    tx.entries.remove_of_source(places[place].id, 2)
                case ("orphans",) if keys:
                    tx.mentions.link_queries({key: [query.id] for key in keys[::2]})
                    tx.mentions.drop_orphans(query.id)
        kept = sorted(_rows(tx))
        groups = {
            m.entry.id: m.same_as for m in tx.mentions.full([EntryId(k) for k in tx.mentions.keys(MentionFilter())])
        }
        tx.days.rebuild()
        counted = sorted(_rows(tx))
        for place in places:
            while tx.entries.remove_of_source(place.id, 500):
                pass
            tx.sources.remove(place.id)
    assert [row for row in kept if row[3]] == counted
    assert all(head is None or groups[head] is None for head in groups.values())


def _rows(tx: object) -> list[tuple[object, ...]]:
    statement = "SELECT day, source_id, label, number, round(score_sum, 6) FROM day_count"
    return [tuple(row) for row in tx._connection.exec_driver_sql(statement)]  # type: ignore[attr-defined]


def test_a_short_post_that_two_feeds_of_one_forum_bring_is_one_voice(world: World, sources: tuple[Source, ...]) -> None:
    def bring(number: int, guid: str) -> None:
        entry = ParsedEntry(
            0, guid, guid, "Frage", "https://forum.example/t/frage/12/1", "anna", None, NOON, None,
            "Wer kennt Brandt?", "", fingerprint="f",
        )  # fmt: skip
        judged = Sentiment(Label.NEUTRAL, 0.0, 0.5, "m")
        one = HeardEntry(entry, (), judged, sketch=sketch(words_of(entry.text), entry.link))
        with world.ctx.store.write() as tx:
            take_in(tx, [(sources[number], document(one))], NOON)

    bring(0, "forum-post-77")
    bring(1, "forum-topic-12")
    assert total(world) == 1
    assert len(review.keys(world.ctx, MentionFilter())) == 2


@pytest.mark.parametrize("state", [MentionStatus.IN_PROGRESS, MentionStatus.ANSWERED, MentionStatus.IGNORED])
def test_a_copy_that_was_worked_on_keeps_its_state_when_it_is_edited(
    world: World, sources: tuple[Source, ...], state: MentionStatus
) -> None:
    (first,) = tell(world, 1)
    (second,) = tell(world, 2, hours=2)
    review.set_status(world.ctx, [second], state)
    world.clock.pass_(hours=1)
    tell(world, 2, STORY + " (dpa)", hours=2)
    assert review.mention(world.ctx, second).same_as == first
    assert review.mention(world.ctx, second).status is state
    assert review.mention(world.ctx, first).status is MentionStatus.NEW


def test_a_state_that_was_only_taken_over_goes_with_the_group(world: World, sources: tuple[Source, ...]) -> None:
    (first,) = tell(world, 1)
    review.set_status(world.ctx, [first], MentionStatus.IGNORED)
    (second,) = tell(world, 2, hours=2)
    assert review.mention(world.ctx, second).status is MentionStatus.IGNORED
    world.clock.pass_(hours=1)
    tell(world, 2, "Brandt hat mir eine Torte geliefert, die innen noch gefroren war, und keiner ruft zurück.", 2)
    assert review.mention(world.ctx, second).same_as is None
    assert review.mention(world.ctx, second).status is MentionStatus.NEW
    assert review.facets(world.ctx).open == 1


def answer_second(world: World, author: str = "wir") -> None:
    """The discussion in the second place, with an answer there two hours after its opening."""
    posts = [
        Post(2, "Meldung 2", STORY, NOON - timedelta(hours=2)),
        Post(9, "Re: Meldung 2", "Guten Tag, wir melden uns.", NOON - timedelta(hours=1), author),
    ]
    world.fetcher.answers[PLACES[1]] = answer(PLACES[1], rss(posts).replace(b"/t/9", b"/t/2#9"))
    refresh(world.ctx, [subscriptions.list_sources(world.ctx)[1].id])


def states(world: World, *ids: EntryId) -> list[MentionStatus]:
    return [review.mention(world.ctx, key).status for key in ids]


def test_what_we_answer_where_a_copy_stands_is_answered(world: World, sources: tuple[Source, ...]) -> None:
    preferences.save(world.ctx, replace(world.ctx.settings.current, own_names=("wir",)))
    (first,) = tell(world, 1)
    (second,) = tell(world, 2, hours=2)
    (third,) = tell(world, 3, hours=2)
    answer_second(world)
    assert states(world, first, second, third) == [MentionStatus.ANSWERED, MentionStatus.ANSWERED, MentionStatus.DONE]
    assert reporting.statistics(world.ctx, 30).answered == 1
    preferences.save(world.ctx, replace(world.ctx.settings.current, own_names=()))
    own_posts.follow_nicknames(world.ctx)
    assert states(world, first, second, third) == [MentionStatus.NEW] * 3


def test_an_answer_to_a_copy_opens_nothing_and_answers_nothing_told_later(
    world: World, sources: tuple[Source, ...]
) -> None:
    preferences.save(world.ctx, replace(world.ctx.settings.current, own_names=("wir",)))
    (first,) = tell(world, 1)
    (second,) = tell(world, 2, hours=2)
    (third,) = tell(world, 3, hours=0)
    review.set_status(world.ctx, [first], MentionStatus.IGNORED)
    review.set_status(world.ctx, [second, third], MentionStatus.IN_PROGRESS)
    answer_second(world)
    assert states(world, first, third) == [MentionStatus.IGNORED, MentionStatus.IN_PROGRESS]


def test_short_reviews_of_two_people_are_two_voices_where_no_stars_are_told(world: World) -> None:
    listening.set_firm(world.ctx, "Brandt")
    for number, author in enumerate(("anna", "bert")):
        url, text = PLACES[number], "Bei Brandt immer wieder gern, beste Beratung weit und breit, danke."
        subscriptions.add(world.ctx, new_source(url, kind=SourceKind.REVIEW))
        world.fetcher.answers[url] = answer(url, rss([Post(number, "", text, NOON, author)]))
    refresh(world.ctx)
    assert len(voices(world)) == total(world) == 2


def test_our_answer_leaves_what_a_person_set_on_a_copy(world: World, sources: tuple[Source, ...]) -> None:
    preferences.save(world.ctx, replace(world.ctx.settings.current, own_names=("wir",)))
    (first,) = tell(world, 2)
    (copy,) = tell(world, 1, hours=2)
    review.set_status(world.ctx, [copy], MentionStatus.IGNORED)
    answer_second(world)
    assert states(world, first, copy) == [MentionStatus.ANSWERED, MentionStatus.IGNORED]
