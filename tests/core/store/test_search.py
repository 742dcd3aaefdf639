"""Searching what is stored: fields, days, moods and all that the index leaves open."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kundenradar.domain.errors import InputError
from kundenradar.domain.mentions import EntryId, MentionFilter, MentionStatus
from kundenradar.domain.queries import QuerySyntaxError
from kundenradar.domain.sentiment import Label
from kundenradar.services import listening, review, subscriptions
from kundenradar.services.refresh import refresh
from tests.core.store.test_search_terms import TREE
from tests.fakes import FEED, NOON, Post, World, answer, make_world, new_source, rss
from tests.reference_matching import Tree, meets, written

POSTS = [
    Post(1, "Wärmepumpe bei Brandt", "Die Heizung von Brandt war nach drei Tagen kaputt.", NOON, "Käthe Müller"),
    Post(2, "Bad", "Neue Bäder und Badsanierung, Klasse A+++.", NOON - timedelta(days=1), "Hans"),
    Post(3, "Brandt", "brandt heizt. Energieklasse A+ reicht.", NOON - timedelta(days=8), "Brandt"),
    Post(4, "Krankenhaus", "Häuser, Haus und Müllerbau", NOON - timedelta(days=20), ""),
    Post(5, "C++ und C#", "Programmierer gesucht: C++, Müller-Bau", NOON - timedelta(days=40), "käthe"),
]


@pytest.fixture
def stored(world: World) -> World:
    subscriptions.add(world.ctx, new_source())
    world.fetcher.answers[FEED] = answer(FEED, rss(POSTS))
    refresh(world.ctx, None)
    return world


def found(world: World, expression: str) -> list[str]:
    return [entry.title for entry, _ in review.search(world.ctx, expression)]


@pytest.mark.parametrize(
    ("expression", "titles"),
    [
        ("=Brandt", ["Wärmepumpe bei Brandt", "Brandt"]),
        ("=brandt", ["Brandt"]),
        ("A+++", ["Bad"]),
        ("A+", ["Brandt"]),
        ("C++ C#", ["C++ und C#"]),
        ("Bad~", ["Bad"]),
        ("Haus~ -Bad~", ["Krankenhaus"]),
        ("Heizung NEAR/5 kaputt", []),
        ("Heizung NEAR/6 kaputt", ["Wärmepumpe bei Brandt"]),
        ("kaputt ONEAR/6 Heizung", []),
        ("(Heizung OR Pumpe*) ONEAR/9 (defekt OR kaputt)", ["Wärmepumpe bei Brandt"]),
        ("titel:brandt", ["Wärmepumpe bei Brandt", "Brandt"]),
        ("titel:brandt -autor:Brandt", ["Wärmepumpe bei Brandt"]),
        ("autor:käthe", ["Wärmepumpe bei Brandt", "C++ und C#"]),
        ('autor:"Kathe Mueller"', ["Wärmepumpe bei Brandt"]),
        ("autor:(Hans OR käthe) NOT Müller", ["Bad"]),
        ("seit:heute", ["Wärmepumpe bei Brandt"]),
        ("seit:gestern", ["Wärmepumpe bei Brandt", "Bad"]),
        ("seit:14t bis:gestern", ["Bad", "Brandt"]),
        (f"bis:{(NOON - timedelta(days=20)):%d.%m.%Y}", ["Krankenhaus", "C++ und C#"]),
        (f"bis:{(NOON - timedelta(days=20)):%Y-%m-%d} =C++", ["C++ und C#"]),
        ("Müller-Bau", ["C++ und C#"]),
        ("Müller-Bau~", ["Krankenhaus", "C++ und C#"]),
        ("M?ller", ["Wärmepumpe bei Brandt", "C++ und C#"]),
        ("brandt # die Firma\nNOT /* nicht */ energieklasse", ["Wärmepumpe bei Brandt"]),
        ("seit:2t ODER =C++", ["Wärmepumpe bei Brandt", "Bad", "C++ und C#"]),
        ("NOT (seit:2t OR titel:(Brandt OR Krankenhaus))", ["C++ und C#"]),
        ("quelle:forum", [post.title for post in POSTS]),
        ("-quelle:forum", []),
    ],
)
def test_an_expression_finds(stored: World, expression: str, titles: list[str]) -> None:
    assert found(stored, expression) == titles
    limited = review.search(stored.ctx, expression, limit=1)
    assert [entry.title for entry, _ in limited] == titles[:1]


def test_mood_and_state_ask_for_mentions(stored: World) -> None:
    listening.save_query(stored.ctx, "Brandt", "Brandt")
    keys = [EntryId(key) for key in review.keys(stored.ctx, MentionFilter())]
    review.set_sentiment(stored.ctx, keys[:1], Label.NEGATIVE)
    review.set_sentiment(stored.ctx, keys[1:], Label.POSITIVE)
    review.set_status(stored.ctx, keys[1:], MentionStatus.DONE)
    assert found(stored, "stimmung:negativ") == ["Wärmepumpe bei Brandt"]
    assert found(stored, "NOT stimmung:negativ Brandt") == ["Brandt"]
    assert found(stored, "status:offen") == ["Wärmepumpe bei Brandt"]
    assert found(stored, "status:(erledigt OR neu) =brandt") == ["Brandt"]
    assert found(stored, "NOT status:offen bis:14t") == ["Krankenhaus", "C++ und C#"]
    wanted = MentionFilter(expression="stimmung:positiv seit:30t")
    assert review.count(stored.ctx, wanted) == 1
    assert list(review.keys(stored.ctx, wanted)) == keys[1:]


@pytest.mark.parametrize("expression", ["Brandt seit:7t", "stimmung:negativ", "(status:neu)", "bis:2026-01-01"])
def test_a_suchprofil_asks_for_nothing_that_changes(stored: World, expression: str) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        listening.save_query(stored.ctx, "Neu", expression)
    assert caught.value.code == "field-stored"
    assert listening.try_query(stored.ctx, expression).hits >= 0


@pytest.mark.parametrize("expression", ["autor:käthe", "titel:Brandt", "=brandt", "quelle:forum A+++", "Bad~"])
def test_what_comes_in_meets_what_is_stored(world: World, expression: str) -> None:
    """The same Suchprofil before and after the entries came: the same mentions."""
    subscriptions.add(world.ctx, new_source())
    before = listening.save_query(world.ctx, "Vorher", expression)
    world.fetcher.answers[FEED] = answer(FEED, rss(POSTS))
    refresh(world.ctx, None)
    after = listening.save_query(world.ctx, "Nachher", expression)
    with world.ctx.store.read() as tx:
        counts = {query.id: query.mentions for query in tx.queries.list()}
    assert counts[before.id] == counts[after.id] > 0


def test_a_store_without_days_refuses_relative_ones(stored: World) -> None:
    with stored.ctx.store.read() as tx, pytest.raises(InputError):
        tx.search.ids("seit:7t")


FIELD_TREE: st.SearchStrategy[Tree] = st.recursive(
    st.one_of(TREE, st.tuples(st.sampled_from(["title", "author"]), TREE)),
    lambda inner: st.one_of(
        inner.map(lambda part: ("not", part)),
        st.tuples(st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=4,
)
TEXTS = [
    ("Müller Bär", "bar muller Haus ab++ Häuser", "Bär"),
    ("Mueller", "bär müller straße hausbau", "Mueller bar"),
    ("bar", "Baer Gasheizung ab+bar ab not", "ab++"),
    ("Krankenhaus ab abc", "strasse über Heizungen Bär-Müller", ""),
    ("haus", "Haus ab+ bär# bar 日本", "haus Haus"),
    ("ab", "müller ab bar Bär ab", "müller"),
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    made = make_world(tmp_path_factory.mktemp("corpus"))
    subscriptions.add(made.ctx, new_source())
    posts = [
        Post(number, title, body, NOON - timedelta(days=number), author)
        for number, (title, body, author) in enumerate(TEXTS)
    ]
    made.fetcher.answers[FEED] = answer(FEED, rss(posts))
    refresh(made.ctx, None)
    yield made
    made.ctx.digester.close()
    made.ctx.store.close()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=FIELD_TREE)
def test_the_store_agrees_with_the_slow_reference(corpus: World, tree: Tree) -> None:
    with corpus.ctx.store.read() as tx:
        entries = list(tx.entries.list())
        expected = [one.id for one in entries if meets(tree, (one.title, one.text), one.author or "")]
        assert list(tx.search.ids(written(tree))) == expected
        assert tx.search.count(written(tree)) == len(expected)


def test_a_renamed_source_is_found_by_its_new_name(stored: World) -> None:
    query = listening.save_query(stored.ctx, "Forum", "quelle:Handwerkerforum")
    assert query.mentions == len(POSTS)
    source = subscriptions.list_sources(stored.ctx)[0]
    subscriptions.edit(
        stored.ctx, source.id, name="Heimwerker", kind=source.kind, all_entries=False, interval_s=None, own_names=()
    )
    assert listening.list_queries(stored.ctx)[0].mentions == 0
    assert found(stored, "quelle:Heimwerker Brandt") == ["Wärmepumpe bei Brandt", "Brandt"]
