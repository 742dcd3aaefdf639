"""The full-text index finds exactly what the matcher in memory meets."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kundenradar.domain.errors import InputError
from kundenradar.domain.matching import glob_matches, matcher, searchable
from kundenradar.domain.queries import And, Node, Not, Or, Phrase, QuerySyntaxError, Word, parse_query
from kundenradar.store.search_terms import (
    FTS_COLUMNS,
    FTS_TOKENIZER,
    MAX_EXPANSION,
    Expand,
    MatchPlan,
    fts_row,
    to_match,
)

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


def _no_words(_: str) -> list[str]:
    return []


def _hundred_words(_: str) -> list[str]:
    return [f"a{number}a" for number in range(100)]


def _too_many_words(_: str) -> list[str]:
    return [f"a{number}a" for number in range(MAX_EXPANSION + 1)]


def _expander(connection: sqlite3.Connection) -> Expand:
    def expand(pattern: str) -> list[str]:
        found = connection.execute("SELECT term FROM words WHERE term GLOB ? LIMIT 2001", (pattern,))
        return [term for (term,) in found]

    return expand


def _found(connection: sqlite3.Connection, plan: MatchPlan, size: int) -> set[int]:
    rows = (
        {rowid for (rowid,) in connection.execute("SELECT rowid FROM fts WHERE fts MATCH ?", (plan.match,))}
        if plan.match is not None
        else set()
    )
    return set(range(size)) - rows if plan.negated else rows


def _assert_same(node: Node, texts: list[Text]) -> None:
    one = matcher(node)
    met = {at for at, fields in enumerate(texts) if one.matches(searchable(*fields))}
    with closing(_index(texts)) as connection:
        assert _found(connection, to_match(node, _expander(connection)), len(texts)) == met


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
]
WORD = st.sampled_from(WORDS)
FIELD = st.lists(st.one_of(WORD, st.sampled_from([".", "-", "x_y", "Bär-Müller"])), max_size=6).map(" ".join)
TEXTS = st.lists(st.tuples(FIELD, FIELD), min_size=1, max_size=6)
PATTERN = st.sampled_from(["mü*", "mu*", "*er", "b*r", "stra*e", "a*c*", "*bä*", "日本*", "*bar*"])
SIMPLE = st.one_of(WORD, PATTERN)
TERM = st.one_of(SIMPLE, st.lists(SIMPLE, min_size=2, max_size=3).map(lambda words: f'"{" ".join(words)}"'))
EXPRESSION = st.recursive(
    TERM,
    lambda inner: st.one_of(
        inner.map(lambda part: f"NOT {part}"),
        st.tuples(st.lists(inner, min_size=2, max_size=3), st.sampled_from([" ", " OR ", " AND ", " NOT "])).map(
            lambda parts: f"({parts[1].join(parts[0])})"
        ),
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(EXPRESSION, TEXTS)
@example('"bär müller"', [("Bär Müller", ""), ("bar", "muller"), ("", "bar muller"), ("Bar Müller", "")])
@example("source7 OR bär", [("", "")])  # facets and author are not searched
@example("NOT (ab OR NOT ab)", [("ab", ""), ("", "")])
def test_the_index_finds_what_the_matcher_meets(expression: str, texts: list[Text]) -> None:
    _assert_same(parse_query(expression), texts)


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
    ],
)
def test_the_deepest_expressions_fit_the_parser_of_fts5(template: str) -> None:
    _assert_same(_deepest(template), [("aa", "bb"), ("aa", ""), ("", "bb"), ("cc", "")])


@pytest.mark.parametrize("joiner", [" ", " OR ", " -", " OR -"])
def test_the_longest_expressions_are_answered(joiner: str) -> None:
    words = [f"a{number}" for number in range(4_000 // (len(joiner) + 5))]
    _assert_same(parse_query(joiner.join(words)), [("a1 a2", ""), (" ".join(words), ""), ("", "")])


@pytest.mark.parametrize(
    ("node", "plan"),
    [
        (Word("aa"), MatchPlan('{title body alt_title alt_body} : "aa"')),
        (Word("ae*", "a*"), MatchPlan('{title body alt_title alt_body} : ("ae" * OR "a" *)')),
        (Phrase((Word("aa"), Word("bb*"))), MatchPlan('{title body} : "aa bb" *')),
        (Not(Word("aa")), MatchPlan('{title body alt_title alt_body} : "aa"', negated=True)),
        (Word("*zz"), MatchPlan(None)),
        (Not(Word("*zz")), MatchPlan(None, negated=True)),
        (And((Word("aa"), Word("*zz"))), MatchPlan(None)),
        (Or((Word("*zz"), Not(Word("*zz")))), MatchPlan(None, negated=True)),
    ],
)
def test_plans_say_what_to_ask(node: Node, plan: MatchPlan) -> None:
    assert to_match(node, _no_words) == plan


def test_only_the_given_columns_are_searched() -> None:
    assert to_match(Word("aa"), _no_words, ("title", "alt_title")).match == '{title alt_title} : "aa"'


@pytest.mark.parametrize("node", [Word("*aa"), Phrase((Word("a*a"), Word("bb")))])
def test_a_wildcard_for_too_many_words_is_refused(node: Node) -> None:
    with pytest.raises(InputError) as caught:
        to_match(node, _too_many_words)
    assert caught.value.code == "wildcard-too-broad"


def test_a_phrase_with_too_many_spellings_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        to_match(Phrase((Word("a*a"), Word("*bb"))), _hundred_words)
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
