"""Meeting queries in memory."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.matching import glob_matches, hits, matcher, searchable
from kundenradar.domain.queries import parse_query
from kundenradar.domain.text import tokens, words_in

TITLE = "Müller-Bau in der Hauptstraße"
BODY = "Die Wärmepumpe läuft. Größe M, Fa. Mueller & Söhne GmbH – Note 1,5. Kontakt: info@mueller.example"


@pytest.mark.parametrize(
    "expression",
    [
        "müller",
        "MUELLER",
        "muller",
        "Hauptstrasse",
        "HAUPTSTRASSE",
        "groesse grosse Größe",
        "Müller-Bau",
        '"mueller bau"',
        '"Müller & Söhne"',
        "wärme*",
        "waerme*",
        "warme*",
        "*pumpe",
        "w*pumpe",
        "*rmepum*",
        '"die wärme* läuft"',
        '"die wärmepumpe lä*"',
        '"der haupt*"',
        "müller NOT meier",
        "meier OR (müller -heizung)",
        "NOT meier",
        '-"bau müller"',
        "info@mueller.example",
        '"1,5"',
    ],
)
def test_these_meet_the_text(expression: str) -> None:
    assert matcher(parse_query(expression)).matches(searchable(TITLE, BODY))


@pytest.mark.parametrize(
    "expression",
    [
        "müll",  # whole words
        "wärme",
        "pumpe*",
        '"hauptstraße die"',  # a phrase does not cross from the title into the body
        '"hauptstraße di*"',
        '"haupt* die"',
        '"bau müller"',
        "müller NOT bau",
        "NOT müller",
        "meier OR -müller",
        "meier AND müller",
        "w*pumpen",
    ],
)
def test_these_do_not(expression: str) -> None:
    assert not matcher(parse_query(expression)).matches(searchable(TITLE, BODY))


def test_hits_names_the_queries_in_order() -> None:
    matchers = {name: matcher(parse_query(name)) for name in ("bau", "dach", "wärme*", "müller OR dach")}
    assert hits(matchers, searchable(TITLE, BODY)) == ("bau", "wärme*", "müller OR dach")


@pytest.mark.parametrize(
    ("expression", "text", "places"),
    [
        ("müller", "Mueller, Muller und Müller", ["Mueller", "Muller", "Müller"]),
        ("wärme* -läuft", "Wärmepumpe läuft", ["Wärmepumpe"]),
        ('"müller bau" OR bau', "Müller-Bau und Bau", ["Müller-Bau", "Bau"]),
        ("NOT (NOT bau OR dach)", "Bau und Dach", ["Bau"]),
        ("straße", "Die Stra\u00adße", ["Stra\u00adße"]),
        ("dach", "Bau", []),
    ],
)
def test_spans_mark_what_was_looked_for(expression: str, text: str, places: list[str]) -> None:
    spans = matcher(parse_query(expression)).spans(tokens(text))
    assert [text[start:end] for start, end in spans] == places


@given(
    st.sampled_from(["müller", "muller", "mueller OR dach", '"müller bau" OR haus', "wärme*", "=Bau", "strasse"]),
    st.lists(
        st.sampled_from(
            [
                "Müller",
                "Muller",
                "Mueller",
                "bau",
                "Bau,",
                "–",
                "Dach",
                "Haus",
                "Wärmepumpe",
                "Straße",
                "Stra\xadße",
                "¬",
                "Ж",
                "\n",
            ]
        )
    ),
)
def test_spans_in_columns_are_those_of_the_tokens(expression: str, words: list[str]) -> None:
    text, looked_for = " ".join(words), matcher(parse_query(expression))
    assert looked_for.spans_of(words_in(text), text) == looked_for.spans(tokens(text), text)


@pytest.mark.parametrize(
    ("pattern", "word", "matches"),
    [
        ("ab", "ab", True),
        ("ab", "abc", False),
        ("ab*", "ab", True),
        ("*ab", "cab", True),
        ("ab*ba", "aba", False),
        ("ab*ba", "abba", True),
        ("a*b*c", "axbxc", True),
        ("a*b*c", "acb", False),
        ("*a*", "bab", True),
    ],
)
def test_a_star_stands_for_any_letters(pattern: str, word: str, matches: bool) -> None:
    assert glob_matches(pattern, word) is matches


def test_a_wildcard_does_not_blow_up() -> None:
    pattern = "*" + "a*" * 2_000
    assert not glob_matches(pattern, "a" * 256)


@given(st.text(alphabet="aä b", max_size=30))
def test_every_word_of_a_text_meets_it(text: str) -> None:
    ready = searchable(text)
    for token in tokens(text):
        assert matcher(parse_query(text[token.start : token.end])).matches(ready)


@pytest.mark.parametrize(
    "text",
    [
        "Bäder Türen Öfen Dächer Gärten Zäune",
        "Bader Turen Ofen Dacher Garten Zaune",
        "Bader Tueren Ofen Daecher Garten Zäune",
    ],
)
def test_every_word_of_a_phrase_may_be_spelt_its_own_way(text: str) -> None:
    assert matcher(parse_query('"Bäder Türen Öfen Dächer Gärten Zäune"')).matches(searchable(text))


def test_a_phrase_without_umlauts_finds_the_words_that_have_them() -> None:
    assert matcher(parse_query('"muller bau"')).matches(searchable(TITLE))
