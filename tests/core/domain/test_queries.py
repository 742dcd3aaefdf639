"""The language of the Suchprofile."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.errors import InputError
from kundenradar.domain.queries import (
    MAX_DEPTH,
    And,
    Node,
    Not,
    Or,
    Phrase,
    QuerySyntaxError,
    Word,
    build_expression,
    parse_query,
)

A, B, C = Word("aa"), Word("bb"), Word("cc")


@pytest.mark.parametrize(
    ("expression", "node"),
    [
        ("aa", A),
        ("Müller", Word("mueller", "muller")),
        ("aa bb", And((A, B))),
        ("aa AND bb UND cc", And((A, B, C))),
        ("aa OR bb ODER cc", Or((A, B, C))),
        ("aa OR bb cc", Or((A, And((B, C))))),
        ("(aa OR bb) cc", And((Or((A, B)), C))),
        ("aa NOT bb", And((A, Not(B)))),
        ("aa AND NICHT bb", And((A, Not(B)))),
        ("aa -bb", And((A, Not(B)))),
        ('aa -"bb cc"', And((A, Not(Phrase((B, C)))))),
        ("aa -(bb OR cc)", And((A, Not(Or((B, C)))))),
        ("-aa", Not(A)),
        ("NOT NOT aa", A),
        ("NOT (NOT aa)", A),
        ("aa OR NOT bb", Or((A, Not(B)))),
        ("aa and bb oder", And((A, Word("and"), B, Word("oder")))),
        ('"aa bb"', Phrase((A, B))),
        ('"aa"', A),
        ('"aa AND bb"', Phrase((A, Word("and"), B))),
        ("„aa bb“", Phrase((A, B))),
        ("»aa bb«", Phrase((A, B))),
        ("Müller-Bau", Phrase((Word("mueller", "muller"), Word("bau")))),
        ("H&M", Phrase((Word("h"), Word("m")))),
        ("Müller & Söhne", And((Word("mueller", "muller"), Word("soehne", "sohne")))),
        ("aa - bb", And((A, B))),
        ("Wärme*", Word("waerme*", "warme*")),
        ("*pumpe", Word("*pumpe")),
        ("M**ller", Word("m*ller")),
        ('"Wärme* aa"', Phrase((Word("waerme*", "warme*"), A))),
        ("(aa)(bb)", And((A, B))),
        ("((aa OR bb) OR cc)", Or((A, B, C))),
    ],
)
def test_expressions_mean_what_they_say(expression: str, node: Node) -> None:
    assert parse_query(expression) == node


@pytest.mark.parametrize(
    ("expression", "code", "position", "length"),
    [
        ("", "empty", 0, 0),
        ("  ", "empty", 0, 2),
        (" & – ", "empty", 0, 5),
        ("(aa OR bb", "bracket-open", 0, 1),
        ("aa (", "bracket-open", 3, 1),
        ("aa)", "bracket-close", 2, 1),
        (") aa", "bracket-close", 0, 1),
        ("aa ()", "bracket-empty", 3, 2),
        ('aa "bb', "quote-open", 3, 1),
        ('aa "!"', "phrase-empty", 3, 3),
        ("aa OR", "operator-missing-right", 3, 2),
        ("aa OR )", "operator-missing-right", 3, 2),
        ("(aa ODER) bb", "operator-missing-right", 4, 4),
        ("aa NOT", "operator-missing-right", 3, 3),
        ("aa AND OR bb", "operator-missing-right", 3, 3),
        ("OR aa", "operator-missing-left", 0, 2),
        ("(UND aa)", "operator-missing-left", 1, 3),
        ("aa *", "wildcard-only", 3, 1),
        ("a*", "wildcard-short", 0, 2),
        ("*a*b*c*d*", "wildcard-many", 0, 9),
        ('"aa *"', "wildcard-only", 4, 1),
        ("a" * 4001, "too-long", 4000, 1),
        ("(" * 21 + "aa" + ")" * 21, "too-deep", 20, 1),
    ],
)
def test_errors_point_at_the_place(expression: str, code: str, position: int, length: int) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        parse_query(expression)
    assert (caught.value.code, caught.value.position, caught.value.length) == (code, position, length)
    assert isinstance(caught.value, InputError)


def test_an_error_survives_the_way_between_processes() -> None:
    error = pickle.loads(pickle.dumps(QuerySyntaxError("wildcard-only", 3, 1, "*")))
    assert (error.code, error.position, error.length, error.detail) == ("wildcard-only", 3, 1, "*")


def test_the_deepest_brackets_allowed_are_read() -> None:
    assert parse_query("(" * MAX_DEPTH + "aa" + ")" * MAX_DEPTH) == A


def _refusal(expression: str) -> QuerySyntaxError | None:
    try:
        parse_query(expression)
    except QuerySyntaxError as error:
        return error
    return None


@given(
    st.one_of(
        st.text(max_size=200),
        st.text(alphabet='a Ä*"()-„&', max_size=200),
        st.lists(st.sampled_from(["AND", "OR", "NOT", "(", ")", "-", '"', "*", "aa", "bb*", " "]), max_size=300).map(
            " ".join
        ),
        st.sampled_from(["(", "-", "NOT ", "(-", '"', "*", "a "]).map(lambda unit: unit * 2_000),
    )
)
def test_any_input_is_read_or_refused_with_a_place(expression: str) -> None:
    error = _refusal(expression)
    if error is not None:
        assert 0 <= error.position <= len(expression)
        assert 0 <= error.length <= len(expression) - error.position


@pytest.mark.parametrize(
    ("terms", "excludes", "expression"),
    [
        (["Müller Bau", "Müllerbau"], ["Metzgerei"], '("Müller Bau" OR Müllerbau) NOT Metzgerei'),
        (["H&M"], [], '"H&M"'),
        (["aa", "aa", " "], ["bb cc", "–"], 'aa NOT "bb cc"'),
        (['Die "Guten"', "OR"], [], '"Die Guten" OR "OR"'),
        (["Wärmepumpe*"], [], "Wärmepumpe*"),
        ([], ["bb"], ""),
    ],
)
def test_the_first_suchprofil_is_built_from_terms(terms: list[str], excludes: list[str], expression: str) -> None:
    assert build_expression(terms, excludes) == expression


@given(
    st.lists(st.text(alphabet='aÄß &-"„()OR', max_size=12), max_size=5),
    st.lists(st.text(max_size=8), max_size=3),
)
def test_built_expressions_can_be_read(terms: list[str], excludes: list[str]) -> None:
    expression = build_expression(terms, [exclude.replace("*", "") for exclude in excludes])
    if expression:
        parse_query(expression)
