"""Stored mentions are understood, counted by cause, and read again when words change."""

from datetime import timedelta

import pytest

from kundenradar.domain.causes import DEFAULT_CAUSES
from kundenradar.domain.errors import InputError
from kundenradar.domain.events import CausesChanged
from kundenradar.domain.mentions import EntryId, MentionFilter, MentionStatus
from kundenradar.domain.sentiment import Label
from kundenradar.domain.understanding import Cause, Concern
from kundenradar.services import review, subscriptions, understanding
from kundenradar.services.refresh import refresh
from tests.fakes import FEED, NOON, Post, World, answer, new_source, rss

POSTS = [
    Post(1, "Wartezeit", "Der Termin wurde schon wieder abgesagt, ich bin enttäuscht.", NOON, "anna"),
    Post(2, "Termin", "Techniker ist zum Termin nicht erschienen, eine Frechheit.", NOON, "bernd"),
    Post(3, "Preis", "Viel zu teuer und dann noch unfreundlich.", NOON, "clara"),
    Post(4, "Lob", "Super Service, vielen Dank, kann ich nur empfehlen.", NOON, "dora"),
    Post(5, "Frage", "Haben Sie am Samstag geöffnet?", NOON, "emil"),
    Post(6, "Gefahr", "Der Verteiler hat Funken geschlagen und es riecht nach Rauch.", NOON, "fritz"),
]


@pytest.fixture
def heard(world: World) -> World:
    world.fetcher.answers[FEED] = answer(FEED, rss(POSTS))
    with world.ctx.store.write() as tx:
        tx.sources.add(new_source(all_entries=True), NOON)
    refresh(world.ctx)
    return world


def titles(world: World, wanted: MentionFilter) -> set[str]:
    found = review.full(world.ctx, [EntryId(key) for key in review.keys(world.ctx, wanted)])
    return {mention.entry.title for mention in found}


def by_title(world: World, title: str) -> EntryId:
    found = review.full(world.ctx, [EntryId(key) for key in review.keys(world.ctx, MentionFilter())])
    return next(mention.entry.id for mention in found if mention.entry.title == title)


def test_mentions_can_be_asked_for_by_what_they_want(heard: World) -> None:
    assert titles(heard, MentionFilter(concerns=frozenset({Concern.QUESTION}))) == {"Frage"}
    assert titles(heard, MentionFilter(concerns=frozenset({Concern.RECOMMENDATION, Concern.QUESTION}))) == {
        "Lob",
        "Frage",
    }
    assert titles(heard, MentionFilter(safety=True)) == {"Gefahr"}
    assert titles(heard, MentionFilter(cause="punctuality")) == {"Wartezeit", "Termin"}
    assert {"Frage", "Gefahr"} <= titles(heard, MentionFilter(needs_answer=True))
    assert titles(heard, MentionFilter(only=frozenset({by_title(heard, "Preis")}))) == {"Preis"}


def test_what_was_answered_waits_no_longer(heard: World) -> None:
    review.set_status(heard.ctx, [by_title(heard, "Frage")], MentionStatus.ANSWERED)
    waiting = titles(heard, MentionFilter(needs_answer=True))
    assert "Gefahr" in waiting
    assert "Frage" not in waiting


def test_what_is_understood_stands_in_line_and_detail(heard: World) -> None:
    key = by_title(heard, "Gefahr")
    line = review.lines(heard.ctx, [key])[0]
    assert line.safety
    assert line.needs_answer
    assert review.mention(heard.ctx, key).reading.safety == line.safety


def test_only_criticism_counts_and_shares_add_up(heard: World) -> None:
    report = understanding.cause_report(heard.ctx, 30)
    counts = {one.cause.key: one.count for one in report.causes}
    assert counts["punctuality"] == 2
    assert counts["price"] == 1
    assert report.causes[-1].cumulated == pytest.approx(1.0)
    assert [one.count for one in report.causes] == sorted(counts.values(), reverse=True)
    assert report.concerns[Concern.PRAISE] >= 1


def test_a_person_who_calls_it_praise_takes_it_out_of_the_causes(heard: World) -> None:
    review.set_sentiment(heard.ctx, [by_title(heard, "Preis")], Label.POSITIVE)
    assert "price" not in {one.cause.key for one in understanding.cause_report(heard.ctx, 30).causes}


def test_ignored_mentions_count_nowhere(heard: World) -> None:
    review.set_status(heard.ctx, [by_title(heard, "Preis")], MentionStatus.IGNORED)
    assert "price" not in {one.cause.key for one in understanding.cause_report(heard.ctx, 30).causes}


def test_edited_words_are_applied_to_stored_mentions_once(heard: World) -> None:
    understanding.save_causes(heard.ctx, [Cause("", "Funkenflug", ("Funken",)), Cause("price", "Preis", ("teuer",))])
    assert heard.told(CausesChanged)
    assert understanding.catch_up(heard.ctx) == len(POSTS)
    assert understanding.catch_up(heard.ctx) == 0
    counts = {one.cause.key: one.count for one in understanding.cause_report(heard.ctx, 30).causes}
    assert counts == {"funkenflug": 1, "price": 1}
    assert understanding.reset_causes(heard.ctx)[0].key == "delivery"
    assert understanding.catch_up(heard.ctx) == len(POSTS)


def test_mentions_of_older_data_are_read_once(heard: World) -> None:
    with heard.ctx.store.write() as tx:
        tx.traits.forget()
    assert titles(heard, MentionFilter(safety=True)) == set()
    assert understanding.catch_up(heard.ctx) == len(POSTS)
    assert titles(heard, MentionFilter(safety=True)) == {"Gefahr"}


@pytest.mark.parametrize(
    ("causes", "code"),
    [
        ([], "cause-none"),
        ([Cause("", " ", ("x",))], "cause-name"),
        ([Cause("", "Preis", ("", "*"))], "cause-words"),
        ([Cause("", "Preis", ("a",)), Cause("", "PREIS", ("b",))], "cause-known"),
    ],
)
def test_causes_that_cannot_be_kept_are_refused_and_nothing_changes(
    heard: World, causes: list[Cause], code: str
) -> None:
    before = understanding.causes(heard.ctx)
    with pytest.raises(InputError, match=code):
        understanding.save_causes(heard.ctx, causes)
    assert understanding.causes(heard.ctx) == before


def test_topics_and_shared_complaints_of_a_period(world: World) -> None:
    earlier = [
        Post(100 + n, "", f"Der Besuch verlief ruhig, Nummer {n}.", NOON - timedelta(days=40), f"x{n}")
        for n in range(8)
    ]
    now = [
        Post(n, "", text, NOON - timedelta(days=1), f"p{n}")
        for n, text in enumerate(
            (
                "Die Hotline ist nie erreichbar, ständig Warteschleife, eine Frechheit.",
                "Warteschleife ohne Ende, Hotline nicht erreichbar, bin enttäuscht.",
                "Hotline katastrophal: eine Stunde Warteschleife und niemand erreichbar.",
            )
        )
    ]
    world.fetcher.answers[FEED] = answer(FEED, rss(earlier + now))
    with world.ctx.store.write() as tx:
        tx.sources.add(new_source(all_entries=True), NOON)
    refresh(world.ctx)
    report = understanding.topic_report(world.ctx, 30)
    assert report.compared
    assert any("Warteschleife" in topic.name or "Hotline" in topic.name for topic in report.rising)
    assert len(report.clusters) == 1
    shared = report.clusters[0]
    assert shared.cluster.authors == 3
    assert shared.example is not None
    other = understanding.same_complaint(world.ctx, shared.cluster.mentions[1])
    assert other is not None
    assert other.others == 2
    assert subscriptions.list_sources(world.ctx)


def test_a_cause_left_as_it_came_learns_new_words_when_another_was_edited(heard: World) -> None:
    as_it_came = "sauber*, unsauber*, sauberkeit*, schmutz*, dreck*, verdreckt*, hygien*, unhygien*, staub*, haare in*, haar in*, voller haare, schimm*, stinkt*, stinken*, stinkend*, gestunken, stank, gestank*, muffig*, geruch*, geputzt*, putz*, reinig*, *reinigung*, klebrig*, ekel*, eklig*, ungepflegt*, gepflegt*, ungeziefer*"  # noqa: E501 -- as a version before had them
    mine = Cause("price", "Geld", ("preis*", "taler"))
    with heard.ctx.store.write() as tx:
        tx.causes.save([mine, Cause("cleanliness", "Dreck", tuple(as_it_came.split(", ")))])
    first, second = understanding.causes(heard.ctx)
    assert first == mine
    assert first.words == mine.words
    assert second.name == "Dreck"
    assert second.words == next(cause.words for cause in DEFAULT_CAUSES if cause.key == "cleanliness")


def test_all_words_of_the_causes_can_be_saved(heard: World) -> None:
    saved = understanding.save_causes(heard.ctx, DEFAULT_CAUSES)
    assert [cause.words for cause in saved] == [cause.words for cause in DEFAULT_CAUSES]
