"""Shutting out noise, in what is stored and in what comes in, and letting it in again."""

from datetime import timedelta

import pytest

from kundenradar.domain.errors import InputError
from kundenradar.domain.events import MentionsChanged
from kundenradar.domain.mentions import EntryId, MentionFilter, MentionStatus
from kundenradar.domain.noise import ExclusionId, NoiseKind, as_noise, is_on_site, site_of
from kundenradar.services import listening, noise, review, subscriptions
from kundenradar.services.refresh import refresh
from tests.fakes import FEED, NOON, Post, World, answer, new_source, rss

POSTS = [
    Post(1, "Brandt sucht", "Stellenanzeige: Brandt sucht Monteure", NOON - timedelta(days=1), "Jobbörse"),
    Post(2, "Brandt hilft", "Brandt war schnell da", NOON - timedelta(days=2), "Käthe"),
    Post(3, "Brandt und Bäder", "Stellenanzeige von gestern", NOON - timedelta(days=3), "kaethe"),
    Post(4, "Rosen", "Stellenanzeige im Garten", NOON - timedelta(days=4), "Rosi"),
]
LATER = Post(9, "Neues von Brandt", "Brandt hat eine Stellenanzeige", NOON, "KÄTHE")


@pytest.fixture
def listed(world: World) -> World:
    subscriptions.add(world.ctx, new_source())
    world.fetcher.answers[FEED] = answer(FEED, rss(POSTS))
    refresh(world.ctx, None)
    listening.save_query(world.ctx, "Brandt", "Brandt")
    return world


def titles(world: World) -> list[str]:
    keys = [EntryId(key) for key in review.keys(world.ctx, MentionFilter())]
    return [line.title for line in review.lines(world.ctx, keys)]


@pytest.mark.parametrize(
    ("kind", "value", "left"),
    [
        (NoiseKind.WORD, "stellenanzeige", ["Brandt hilft"]),
        (NoiseKind.WORD, "Brandt sucht", ["Brandt hilft", "Brandt und Bäder"]),
        (NoiseKind.AUTHOR, "Kaethe", ["Brandt sucht"]),
        (NoiseKind.SITE, "https://www.forum.example/t/7", []),
        (NoiseKind.SITE, "other.example", ["Brandt sucht", "Brandt hilft", "Brandt und Bäder"]),
    ],
)
def test_what_is_shut_out_leaves_the_list_and_returns(
    listed: World, kind: NoiseKind, value: str, left: list[str]
) -> None:
    before = titles(listed)
    expected = noise.preview(listed.ctx, kind, value)
    assert titles(listed) == before  # a preview changes nothing
    done = noise.exclude(listed.ctx, kind, value)
    assert titles(listed) == left
    assert done.left == expected.leaving == len(before) - len(left)
    assert listed.told(MentionsChanged)
    with listed.ctx.store.read() as tx:
        assert len(list(tx.entries.list())) == len(POSTS)
        assert sum(count.total for count in tx.days.between((NOON - timedelta(days=9)).date(), NOON.date())) == len(
            left
        )
    assert noise.readmit(listed.ctx, done.exclusion.id) == done.left
    assert titles(listed) == before
    assert listening.list_queries(listed.ctx)[0].mentions == len(before)


def test_mentions_with_work_done_stay(listed: World) -> None:
    keys = [EntryId(key) for key in review.keys(listed.ctx, MentionFilter(expression="sucht"))]
    review.set_status(listed.ctx, keys, MentionStatus.DONE)
    preview = noise.preview(listed.ctx, NoiseKind.WORD, "Stellenanzeige")
    assert (preview.leaving, preview.staying) == (1, 1)
    assert [line.title for line in preview.examples] == ["Brandt und Bäder"]
    noise.exclude(listed.ctx, NoiseKind.WORD, "Stellenanzeige")
    assert titles(listed) == ["Brandt sucht", "Brandt hilft"]


@pytest.mark.parametrize(
    ("kind", "value"),
    [(NoiseKind.WORD, "Stellenanzeige"), (NoiseKind.AUTHOR, "käthe"), (NoiseKind.SITE, "forum.example")],
)
def test_what_comes_in_is_shut_out_too(listed: World, kind: NoiseKind, value: str) -> None:
    done = noise.exclude(listed.ctx, kind, value)
    listed.fetcher.answers[FEED] = answer(FEED, rss([LATER, *POSTS]))
    listed.clock.pass_(days=2)
    refresh(listed.ctx, None)
    assert "Neues von Brandt" not in titles(listed)
    listening.save_query(listed.ctx, "Noch eines", "Brandt Stellenanzeige")
    assert "Neues von Brandt" not in titles(listed)
    noise.readmit(listed.ctx, done.exclusion.id)
    assert titles(listed)[0] == "Neues von Brandt"


def test_what_is_still_shut_out_otherwise_does_not_return(listed: World) -> None:
    noise.exclude(listed.ctx, NoiseKind.WORD, "Monteure")
    job = noise.exclude(listed.ctx, NoiseKind.AUTHOR, "Jobbörse")
    assert noise.readmit(listed.ctx, job.exclusion.id) == 0
    assert [one.value for one in noise.exclusions(listed.ctx)] == ["Monteure"]


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        (NoiseKind.WORD, " – ", "noise-empty"),
        (NoiseKind.WORD, "a*", "wildcard-short"),
        (NoiseKind.AUTHOR, "  ", "noise-empty"),
        (NoiseKind.SITE, "", "noise-empty"),
        (NoiseKind.SITE, "localhost", "noise-site"),
        (NoiseKind.SITE, "http://[", "noise-site"),
    ],
)
def test_nothing_cannot_be_shut_out(listed: World, kind: NoiseKind, value: str, code: str) -> None:
    for attempt in (noise.preview, noise.exclude):
        with pytest.raises(InputError) as caught:
            attempt(listed.ctx, kind, value)
        assert caught.value.code == code


def test_the_same_is_shut_out_once(listed: World) -> None:
    noise.exclude(listed.ctx, NoiseKind.AUTHOR, "Käthe")
    with pytest.raises(InputError) as caught:
        noise.exclude(listed.ctx, NoiseKind.AUTHOR, "kaethe")
    assert caught.value.code == "noise-known"
    with pytest.raises(InputError):
        noise.readmit(listed.ctx, ExclusionId(77))


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.Forum.example:8080/a?b", "forum.example"),
        ("forum.example/a", "forum.example"),
        ("//x.forum.example.", "x.forum.example"),
        ("", ""),
    ],
)
def test_a_site_is_a_host(address: str, site: str) -> None:
    assert site_of(address) == site


def test_a_site_means_what_lies_below_it_too() -> None:
    assert is_on_site("forum.example", "https://alt.forum.example/1")
    assert not is_on_site("forum.example", "https://meinforum.example/1")
    assert as_noise(NoiseKind.SITE, "WWW.forum.example") == "forum.example"


def test_a_preview_of_a_changed_suchprofil_comes_true(listed: World) -> None:
    query = listening.list_queries(listed.ctx)[0]
    noise.exclude(listed.ctx, NoiseKind.AUTHOR, "Rosi")
    kept = [EntryId(key) for key in review.keys(listed.ctx, MentionFilter(expression="hilft"))]
    review.set_bookmarked(listed.ctx, kept, on=True)
    change = listening.preview_change(listed.ctx, "Stellenanzeige", query.id)
    assert (change.kept, change.coming, change.going, change.leaving) == (2, 0, 1, 0)
    assert [entry.title for entry in change.going_examples] == ["Brandt hilft"]
    assert len(titles(listed)) == 3
    listening.save_query(listed.ctx, query.name, "Stellenanzeige", query.id)
    assert listening.list_queries(listed.ctx)[0].mentions == 2
    assert len(titles(listed)) == 3  # the bookmarked one stays
    assert listening.preview_change(listed.ctx, "Stellenanzeige", query.id).is_nothing
    fresh = listening.preview_change(listed.ctx, "Rosen OR Brandt")
    assert (fresh.coming, fresh.new, fresh.going) == (3, 0, 0)


@pytest.mark.parametrize(
    ("word", "refused"), [("brandt", True), ("Brand*", True), ("Haustechnik", False), ("x", False)]
)
def test_a_word_without_which_the_firm_is_never_named_stays(world: World, word: str, *, refused: bool) -> None:
    listening.set_firm(world.ctx, "Brandt Haustechnik", ("Brandt",))
    if not refused:
        assert noise.exclude(world.ctx, NoiseKind.WORD, word).left == 0
        return
    with pytest.raises(InputError) as caught:
        noise.exclude(world.ctx, NoiseKind.WORD, word)
    assert caught.value.code == "noise-own"
    assert noise.exclusions(world.ctx) == ()


def test_the_words_of_mentions_are_no_numbers_and_no_names_of_boards(world: World) -> None:
    subscriptions.add(world.ctx, new_source())
    posts = [
        Post(at, "Heizung & Bad • Kessel kalt", f"Brandt war vier Mal da, gestern {at}", NOON - timedelta(days=at))
        for at in (1, 2, 3)
    ]
    world.fetcher.answers[FEED] = answer(FEED, rss(posts))
    refresh(world.ctx, None)
    query = listening.save_query(world.ctx, "Brandt", "Brandt")
    assert {word.word for word in noise.words_in(world.ctx, query.id)} == {"Kessel", "kalt"}
