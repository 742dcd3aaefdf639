"""The language of the Suchprofile."""

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.errors import InputError
from kundenradar.domain.queries import (
    MAX_DEPTH,
    And,
    Field,
    In,
    InState,
    Judged,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    QuerySyntaxError,
    Since,
    Until,
    Word,
    build_expression,
    check_lasting,
    dated,
    hints,
    parse_query,
)

A, B, C = Word("aa"), Word("bb"), Word("cc")


@pytest.mark.parametrize(
    ("expression", "node"),
    [
        ("aa", A),
        ("Müller", Word("mueller", "muller")),
        ("aa bb", And((A, B))),
        ("aa,bb;cc", And((A, B, C))),
        ("aa && bb", And((A, B))),
        ("aa || bb", Or((A, B))),
        ("'aa bb'", Phrase((A, B))),
        ("cc -‚aa bb‘", And((C, Not(Phrase((A, B)))))),
        ("(‹aa bb› OR cc)", Or((Phrase((A, B)), C))),
        ("'aa und bb", And((A, B))),
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
        ("aa and bb oder", And((A, B, Word("oder")))),
        ("aa oder bb", Or((A, B))),
        ("aa und (bb oder cc)", And((A, Or((B, C))))),
        ("aa und -bb", And((A, Not(B)))),
        ("aa oder titel:bb", Or((A, In(Field.TITLE, B)))),
        ("aa Oder bb", And((A, Word("oder"), B))),
        ("oder aa", And((Word("oder"), A))),
        ("aa und oder bb", And((A, Word("oder"), B))),
        ("aa OR oder", Or((A, Word("oder")))),
        ('"aa" "und" bb', And((A, Word("und"), B))),
        ("aa NEAR oder", Near(A, Word("oder"), 10)),
        ("autor:und aa", And((In(Field.AUTHOR, Word("und")), A))),
        ("aa nicht bb", And((A, Word("nicht"), B))),
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
        ("aa NEAR/3 bb", Near(A, B, 3)),
        ("aa NAHE bb", Near(A, B, 10)),
        ("aa ONEAR/0 bb", Near(A, B, 0, ordered=True)),
        ("aa NEAR/3 bb NEAR/4 cc", Near(Near(A, B, 3), C, 4)),
        ("aa bb NEAR/3 cc", And((A, Near(B, C, 3)))),
        ("NOT aa NEAR/3 bb", Not(Near(A, B, 3))),
        ('(aa OR bb) NEAR/2 "cc aa"', Near(Or((A, B)), Phrase((C, A)), 2)),
        ("=Aa", Word("aa", cased="Aa")),
        ('="Aa bb"', Phrase((Word("aa", cased="Aa"), Word("bb", cased="bb")))),
        ("-=Aa", Not(Word("aa", cased="Aa"))),
        ("Häuser~", Word("haeuser", "hauser", related="häuser")),
        ('"aa Bad~"', Phrase((A, Word("bad", related="bad")))),
        ("C++", Word("c", tail="++")),
        ("C#", Word("c", tail="#")),
        ("A+++-Gerät", Phrase((Word("a", tail="+++"), Word("geraet", "gerat")))),
        ("aa+bb", Phrase((A, B))),
        ("24/7", Phrase((Word("24"), Word("7")))),
        ("#aa", A),
        ("aa # bb OR\ncc", And((A, C))),
        ("# nur\naa", A),
        ("aa /* bb ( \n */ cc", And((A, C))),
        ("aa\nOR\nbb", Or((A, B))),
        ("M?ller", Word("m?ller")),
        ("Müller's", Or((Phrase((Word("mueller", "muller"), Word("s"))), Word("muellers", "mullers")))),
        ("autor:aa bb", And((In(Field.AUTHOR, A), B))),
        ("Autor: aa", In(Field.AUTHOR, A)),
        ("-titel:(aa OR bb)", Not(In(Field.TITLE, Or((A, B))))),
        ("quelle:aa", In(Field.SOURCE, A)),
        ("seit:2026-11-01 bis:1.12.26", And((Since(date(2026, 11, 1)), Until(date(2026, 12, 1))))),
        ("seit:gestern", Since(1)),
        ("bis:2w", Until(14)),
        ("stimmung:(positiv ODER gemischt)", Or((Judged("positive"), Judged("mixed")))),
        ('status:"in Arbeit"', InState("in_progress")),
        ("status:offen", Or((InState("new"), InState("in_progress")))),
        ("Achtung:aa", Phrase((Word("achtung"), A))),
        ("https://aa.bb", Phrase((Word("https"), A, B))),
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
        ("aa /* bb", "comment-open", 3, 2),
        ("aa NEAR/x bb", "near-distance", 3, 6),
        ("aa NEAR/51 bb", "near-distance", 3, 7),
        ("aa NEAR/3", "operator-missing-right", 3, 6),
        ("NEAR/3 aa", "operator-missing-left", 0, 6),
        ("(aa bb) NEAR/3 cc", "near-operand", 0, 7),
        ("aa NEAR/3 (bb -cc)", "near-operand", 10, 8),
        ("aa NEAR/3 NOT bb", "near-operand", 10, 3),
        ("aa NEAR " * 21 + "aa", "near-many", 163, 4),
        ("aa autor:", "field-empty", 3, 6),
        ("autor: OR aa", "field-empty", 0, 6),
        ("autor:(aa titel:bb)", "field-nested", 10, 6),
        ("seit:morgen", "field-day", 5, 6),
        ("seit:31.02.2026", "field-day", 5, 10),
        ("stimmung:froh", "field-sentiment", 9, 4),
        ("status:(neu OR alt)", "field-status", 15, 3),
        ("aa =bb~", "mark-mixed", 4, 3),
        ("bb*~", "mark-mixed", 0, 4),
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
        st.text(alphabet="aB?~=+#:/*'\n -(", max_size=200),
        st.lists(
            st.sampled_from(
                [
                    "autor:",
                    "seit:",
                    "stimmung:",
                    "NEAR/3",
                    "ONEAR",
                    "=",
                    "~",
                    "# ",
                    "/*",
                    "*/",
                    "\n",
                    "aa",
                    "7t",
                    "(",
                    ")",
                ]
            ),
            max_size=60,
        ).map("".join),
        st.lists(st.sampled_from(["AND", "OR", "NOT", "(", ")", "-", '"', "*", "aa", "bb*", " "]), max_size=300).map(
            " ".join
        ),
        st.sampled_from(["(", "-", "NOT ", "(-", '"', "*", "a ", "=", "a NEAR/9 ", "autor:", "a~", "#", "/*"]).map(
            lambda unit: unit * 2_000
        ),
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


TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("expression", "fixed"),
    [
        ("aa", "aa"),
        ("aa seit:7t", "aa seit:2026-11-15"),
        ("seit:(gestern OR heute) bis:01.12.2026", "seit:(2026-11-21 OR 2026-11-22) bis:01.12.2026"),
        ('seit:"2w" autor:heute', "seit:2026-11-08 autor:heute"),
        ('bis:"heute"aa', "bis:2026-11-22 aa"),
        ('seit:("heute""gestern")', "seit:(2026-11-22 2026-11-21)"),
        ("bis:9999j", "bis:1926-12-17"),
    ],
)
def test_days_are_written_out(expression: str, fixed: str) -> None:
    assert dated(expression, TODAY) == fixed


@given(st.text(alphabet='seit:bi7t ()heuOR"', max_size=60))
def test_written_out_days_keep_the_sense(expression: str) -> None:
    try:
        parse_query(expression)
        fixed = dated(expression, TODAY)
    except QuerySyntaxError:
        return
    parse_query(fixed)
    assert dated(fixed, TODAY) == fixed


@pytest.mark.parametrize("expression", ["aa", "autor:aa titel:bb", "quelle:(aa NEAR/3 bb)"])
def test_what_lasts_can_be_a_suchprofil(expression: str) -> None:
    check_lasting(expression)


@pytest.mark.parametrize(
    ("expression", "place"),
    [
        ("text:aa", (0, 4)),
        ("aa -text:bb", (4, 4)),
        ('aa (inhalt:"bb cc")', (4, 6)),
        ("forum:(aa OR bb)", (0, 5)),
        ("bewertung:5", (0, 9)),
        ("Firma:=Aa", (0, 5)),
    ],
)
def test_an_unknown_field_is_told_where_it_stands(expression: str, place: tuple[int, int]) -> None:
    for check in (check_lasting, lambda expression: dated(expression, TODAY)):
        with pytest.raises(QuerySyntaxError) as caught:
            check(expression)
        assert (caught.value.code, (caught.value.position, caught.value.length)) == ("field-unknown", place)
    parse_query(expression)  # what was stored before goes on to be heard


@pytest.mark.parametrize(
    "expression",
    [
        "https://aa.example:8080/bb",
        "aa.example:8080",
        "localhost:8080",
        "mailto:aa@bb.example",
        "12:30",
        "Re:Heizung",
        "Re: Heizung: kalt",
        "AW:Heizung",
        "Kund:innen",
        "Kund:innendienst",
        "jede:r",
        '"text:aa"',
        "aa:",
        "std::aa",
        "danke:D",
        "titel:text:aa",
        "3:2",
        "a:b",
        "titel:(https://aa.bb)",
    ],
)
def test_what_only_holds_a_colon_is_no_field(expression: str) -> None:
    check_lasting(expression)
    assert dated(expression, TODAY) == expression


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("aa nicht bb", [("not-a-word", "nicht")]),
        ("nicht aa", []),
        ('aa "nicht" bb', []),
        ("text: aa", [("not-a-field", "text")]),
        ("Re: aa", []),
        ("titel: aa", []),
        ("aa NICHT bb", []),
        ("seit:2.12.2026 aa bis:2026-12-01", [("days-turned", "02.12.2026 bis 01.12.2026")]),
        ("seit:1.12.2026 bis:1.12.2026", []),
        ("seit:heute bis:1.12.2026", []),
        ("(aa", []),
        ("aa 👍🏽", [("not-searched", "👍")]),
        ("Firma®", []),
    ],
)
def test_what_may_be_meant_otherwise_is_hinted_at(expression: str, expected: list[tuple[str, str]]) -> None:
    assert [(hint.code, hint.detail) for hint in hints(expression)] == expected


def test_carets_point_at_the_place() -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        parse_query("aa bb\ncc (dd OR")
    assert caught.value.pointer() == "cc (dd OR\n       ^^"


@given(st.text(max_size=300), st.integers(0, 300), st.integers(0, 300))
def test_a_pointer_is_two_short_lines_or_none(expression: str, position: int, length: int) -> None:
    pointer = QuerySyntaxError("empty", min(position, len(expression)), length, expression=expression).pointer()
    assert len(pointer.splitlines()) in (0, 2) or not expression.isprintable()
