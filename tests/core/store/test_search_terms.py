"""The full-text index finds exactly what the matcher in memory meets."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kundenradar.domain.errors import InputError
from kundenradar.domain.matching import glob_matches, hits, matcher, searchable
from kundenradar.domain.queries import (
    And,
    In,
    InState,
    Judged,
    Node,
    Not,
    Or,
    Phrase,
    QuerySyntaxError,
    Since,
    Until,
    Word,
    parse_query,
)
from kundenradar.store.search_terms import (
    FTS_COLUMNS,
    FTS_TOKENIZER,
    MAX_EXPANSION,
    NOTHING,
    Bounds,
    Expand,
    MatchPlan,
    bounds,
    fts_row,
)
from tests.reference_matching import Tree, meets, written

Text = tuple[str, str]


def _index(texts: list[Text]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE fts USING fts5({', '.join(FTS_COLUMNS)}, tokenize='{FTS_TOKENIZER}')")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5vocab(fts, row)")
    for rowid, (title, body) in enumerate(texts):
        row = {"facets": "source7 mueller", **fts_row(title, body, "Müller Bär")}
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO fts(rowid, {names}) VALUES (?, {marks})", (rowid, *row.values()))
    return connection


def _no_words(*_: object) -> list[str]:
    return []


def _too_many_words(*_: object) -> list[str]:
    return [f"a{number}a" for number in range(MAX_EXPANSION + 1)]


def _expander(connection: sqlite3.Connection) -> Expand:
    def expand(patterns: Sequence[str], meets: Callable[[str], bool], /) -> list[str]:
        forms = " OR ".join("term GLOB ?" for _ in patterns)
        found = connection.execute(f"SELECT term FROM words WHERE {forms}", tuple(patterns))
        return [term for (term,) in found if meets(term)]

    return expand


def _found(connection: sqlite3.Connection, plan: MatchPlan, size: int) -> set[int]:
    rows = (
        {rowid for (rowid,) in connection.execute("SELECT rowid FROM fts WHERE fts MATCH ?", (plan.match,))}
        if plan.match is not None
        else set()
    )
    return set(range(size)) - rows if plan.negated else rows


def _assert_between(node: Node, texts: list[Text], met: set[int]) -> None:
    """What the index is sure of meets the query, and what meets it is among what the index leaves open."""
    with closing(_index(texts)) as connection:
        found = bounds(node, _expander(connection))  # type: ignore[arg-type]  # the tests ask for words
        most = _found(connection, found.most, len(texts))
        least = _found(connection, found.least, len(texts))
    assert least <= met <= most
    if found.most == found.least:
        assert least == most


def _assert_same(node: Node, texts: list[Text]) -> None:
    one = matcher(node)
    _assert_between(node, texts, {at for at, fields in enumerate(texts) if one.matches(searchable(*fields))})


WORDS = [
    "müller",
    "Mueller",
    "muller",
    "bär",
    "bar",
    "Baer",
    "straße",
    "strasse",
    "ab",
    "abc",
    "über",
    "日本",
    "not",
    "Haus",
    "Häuser",
    "Krankenhaus",
    "hausbau",
    "Heizungen",
    "Gasheizung",
]
SIGNS = [".", "-", "x_y", "Bär-Müller", "ab++", "ab++-bar", "ab+", "bär# bar", "ab+bar"]
PATTERNS = ["mü*", "mu*", "*er", "b*r", "stra*e", "a*c*", "*bä*", "日本*", "*bar*", "b?r", "stra?e", "m?ll*", "??ller"]
FIELD = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(SIGNS)), max_size=7).map(" ".join)
TEXTS = st.lists(st.tuples(FIELD, FIELD), min_size=1, max_size=6)
LEAF: st.SearchStrategy[Tree] = st.one_of(
    st.tuples(st.just("word"), st.sampled_from(WORDS)),
    st.tuples(st.just("word"), st.sampled_from(PATTERNS)),
    st.tuples(st.just("cased"), st.sampled_from(["Mueller", "bär", "Haus", "haus", "Häuser", "ab"])),
    st.tuples(st.just("signs"), st.sampled_from(["ab", "bär", "bar"]), st.sampled_from(["+", "++", "#"])),
    st.tuples(st.just("family"), st.sampled_from(["haus", "heizung"])),
)
ROW_WORD = LEAF.filter(lambda leaf: leaf[0] != "cased")
SPOT: st.SearchStrategy[Tree] = st.one_of(
    LEAF, st.lists(ROW_WORD, min_size=2, max_size=3).map(lambda words: ("phrase", tuple(words)))
)
PLACE: st.SearchStrategy[Tree] = st.recursive(
    SPOT,
    lambda inner: st.one_of(
        st.tuples(st.just("near"), inner, inner, st.integers(0, 4), st.booleans()),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: ("or", tuple(parts))),
    ),
    max_leaves=4,
)
TREE: st.SearchStrategy[Tree] = st.recursive(
    PLACE,
    lambda inner: st.one_of(
        inner.map(lambda part: ("not", part)),
        st.tuples(st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(TREE, TEXTS)
@example(("phrase", (("word", "bär"), ("word", "müller"))), [("Bär Müller", ""), ("bar", "muller"), ("", "bar muller")])
@example(("phrase", (("word", "muller"), ("word", "bar"))), [("Müller", "Bar"), ("", "Müller Bar"), ("Müller Bär", "")])
@example(("word", "source7"), [("", "")])  # facets and author are not searched
@example(("near", ("word", "ab"), ("word", "ab"), 0, True), [("ab", ""), ("ab ab", "")])
def test_memory_and_index_agree_with_the_slow_reference(tree: Tree, texts: list[Text]) -> None:
    met = {at for at, fields in enumerate(texts) if meets(tree, fields)}
    node = parse_query(written(tree))
    one = matcher(node)
    assert {at for at, fields in enumerate(texts) if one.matches(searchable(*fields))} == met
    assert {at for at, fields in enumerate(texts) if hits({0: one}, searchable(*fields))} == met
    _assert_between(node, texts, met)


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30)), min_size=1, max_size=4),
)
def test_nothing_typed_breaks_the_index(expression: str, texts: list[Text]) -> None:
    try:
        node = parse_query(expression)
    except QuerySyntaxError:
        return
    if not isinstance(node, In | Since | Until | Judged | InState):
        _assert_same(node, [*texts, (expression, "")])


def _deepest(template: str) -> Node:
    """The most nested expression of a form that the language allows."""
    expression = "aa"
    while True:
        deeper = template.replace("{}", f"({expression})")
        try:
            parse_query(deeper)
        except QuerySyntaxError:
            return parse_query(expression)
        expression = deeper


@pytest.mark.parametrize(
    "template",
    [
        "aa {}",
        "aa OR {}",
        "bb -{}",
        "aa OR bb -{}",
        "bb -{} OR aa",
        "aa (bb OR {})",
        "cc -(bb OR aa) -{} aa OR dd",
        '"aa bb" OR mü* -{} -(aa bb)',
        '"aa bb" -{} OR =aa',
        'aa OR "bb cc" {}',
        "aa~ -{} bb?c",
    ],
)
def test_the_deepest_expressions_fit_the_parser_of_fts5(template: str) -> None:
    _assert_same(_deepest(template), [("aa", "bb"), ("aa", ""), ("", "bb"), ("cc", "")])


def test_the_most_and_nearest_phrases_are_answered() -> None:
    phrases = " OR ".join(f'"a{number} a{number + 1}"' for number in range(200))
    _assert_same(parse_query(phrases), [("a1 a2", ""), ("a1 x a2", ""), ("", "a150 a151")])
    near = " NEAR/2 ".join(['(aa OR bb OR "bb cc")'] * 21)
    _assert_same(parse_query(near), [("aa bb " * 30, ""), ("aa", "bb"), ("aa bb cc " * 8, "")])


@pytest.mark.parametrize("joiner", [" ", " OR ", " -", " OR -"])
def test_the_longest_expressions_are_answered(joiner: str) -> None:
    words = [f"a{number}" for number in range(4_000 // (len(joiner) + 5))]
    _assert_same(parse_query(joiner.join(words)), [("a1 a2", ""), (" ".join(words), ""), ("", "")])


@pytest.mark.parametrize(
    ("node", "plan"),
    [
        (Word("aa"), MatchPlan('{title body alt_title alt_body} : "aa"')),
        (Word("ae*", "a*"), MatchPlan('{title body alt_title alt_body} : ("ae" * OR "a" *)')),
        (Not(Word("aa")), MatchPlan('{title body alt_title alt_body} : "aa"', negated=True)),
        (Word("*zz"), MatchPlan(None)),
        (Not(Word("*zz")), MatchPlan(None, negated=True)),
        (And((Word("aa"), Word("*zz"))), MatchPlan(None)),
        (Or((Word("*zz"), Not(Word("*zz")))), MatchPlan(None, negated=True)),
    ],
)
def test_plans_say_what_to_ask(node: Word | Not | And | Or, plan: MatchPlan) -> None:
    assert bounds(node, _no_words) == Bounds(plan, plan)


def test_a_phrase_is_sure_of_folded_rows_and_looks_at_words_with_umlauts() -> None:
    found = bounds(Phrase((Word("aa"), Word("bb*"))), _no_words)
    assert found.least == MatchPlan('{title body} : "aa bb" *')
    assert found.most.match is not None
    assert '{alt_title alt_body} : ("aa" OR "bb" *)' in found.most.match


def test_case_is_nothing_the_index_is_sure_of() -> None:
    assert bounds(Word("aa", cased="Aa"), _no_words).least == NOTHING


def test_only_the_given_columns_are_searched() -> None:
    assert bounds(Word("aa"), _no_words, ("title", "alt_title")).most.match == '{title alt_title} : "aa"'


@pytest.mark.parametrize("node", [Word("*aa"), Phrase((Word("a*a"), Word("bb")))])
def test_a_wildcard_for_too_many_words_is_refused(node: Word | Phrase) -> None:
    with pytest.raises(InputError) as caught:
        bounds(node, _too_many_words)
    assert caught.value.code == "wildcard-too-broad"


def test_sqlite_understands_patterns_as_the_matcher_does() -> None:
    words = ["ab", "abba", "aba", "bab", "müller", "ba"]
    with closing(sqlite3.connect(":memory:")) as connection:
        for pattern in ("ab*", "*ab", "a*a", "*b*", "m*r", "ab*ba"):
            found = [word for word in words if connection.execute("SELECT ? GLOB ?", (word, pattern)).fetchone()[0]]
            assert found == [word for word in words if glob_matches(pattern, word)]


def test_the_row_of_an_entry_fits_the_columns() -> None:
    assert fts_row("Bär", "Müller & Co", "Käthe") == {
        "title": "baer",
        "body": "mueller co",
        "alt_title": "bar",
        "alt_body": "muller",
        "author": "kaethe kathe",
    }
    assert fts_row("", "", None)["author"] == ""
