"""The form for simple Suchprofile, and other ways to write a firm's name."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.firm_words import Reason, firm_words, without_legal_form
from kundenradar.domain.queries import QuerySyntaxError, parse_query
from kundenradar.domain.query_form import QueryForm, form_expression, read_form
from kundenradar.domain.query_tree import And, Node
from kundenradar.domain.word_cloud import CloudWord, cloud_words


@pytest.mark.parametrize(
    ("form", "expression"),
    [
        (QueryForm(), ""),
        (QueryForm(every=("Brandt",)), "Brandt"),
        (QueryForm(every=("Brandt", "Müller Bau")), 'Brandt AND "Müller Bau"'),
        (QueryForm(any_of=("Heizung", "Bad")), "Heizung OR Bad"),
        (QueryForm(any_of=("Heizung", "Bad"), none_of=("Rosen",)), "(Heizung OR Bad) NOT Rosen"),
        (QueryForm(exactly=("wir suchen",)), '"wir suchen"'),
        (
            QueryForm(("Brandt",), ("Heizung", "Bad"), ("Brandt Haustechnik",), ("OR",), related=True),
            'Brandt~ AND "Brandt Haustechnik" AND (Heizung~ OR Bad~) NOT "OR"',
        ),
        (QueryForm(every=("Wärme*",), related=True), "Wärme*"),
        (QueryForm(none_of=("Rosen",)), ""),
    ],
)
def test_the_form_writes(form: QueryForm, expression: str) -> None:
    assert form_expression(form) == expression


@pytest.mark.parametrize(
    ("expression", "form"),
    [
        ("", QueryForm()),
        ("Brandt Heizung", QueryForm(every=("Brandt", "Heizung"))),
        ("Brandt -Rosen", QueryForm(every=("Brandt",), none_of=("Rosen",))),
        ("Heizung ODER Bad", QueryForm(any_of=("Heizung", "Bad"))),
        ('"Brandt Haustechnik" OR Brandt', QueryForm(any_of=("Brandt Haustechnik", "Brandt"))),
        ("Brandt~ (Bad~ OR Heizung~)", QueryForm(("Brandt",), ("Bad", "Heizung"), related=True)),
    ],
)
def test_simple_expressions_are_read_back(expression: str, form: QueryForm) -> None:
    assert read_form(expression) == form


@pytest.mark.parametrize(
    "expression",
    [
        "(a",
        "aa NEAR/3 bb",
        "=Aa",
        "aa~ bb",
        "(aa OR bb) (cc OR dd)",
        "aa OR bb cc",
        "titel:aa",
        "NOT aa",
        "aa NOT (bb cc)",
    ],
)
def test_what_the_form_cannot_say_it_does_not_claim(expression: str) -> None:
    assert read_form(expression) is None


def sense(expression: str) -> Node | Counter[Node]:
    """What an expression asks for; of parts that all must hold the order tells nothing."""
    node = parse_query(expression)
    return Counter(node.parts) if isinstance(node, And) else node


WORDS = st.lists(st.text(alphabet='aBäß7 -"*?~=+#:()/&ORNEAR', max_size=10), max_size=3).map(tuple)


@given(st.builds(QueryForm, WORDS, WORDS, WORDS, WORDS, st.booleans()))
def test_what_the_form_writes_can_be_read_or_is_refused_with_a_place(form: QueryForm) -> None:
    expression = form_expression(form)
    try:
        wanted = sense(expression)
    except QuerySyntaxError:
        return
    again = read_form(expression)
    if again is not None:
        assert sense(form_expression(again)) == wanted


@given(st.text(alphabet='aB -"*~()ORNT', max_size=40))
def test_reading_back_keeps_the_sense(expression: str) -> None:
    form = read_form(expression)
    if form is not None and expression.strip():
        assert sense(form_expression(form)) == sense(expression)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Müller Heizung GmbH", "Müller Heizung"),
        ("Brandt Haustechnik GmbH & Co. KG", "Brandt Haustechnik"),
        ("Hotel Seeblick e.K.", "Hotel Seeblick"),
        ("Bäckerei Sommer, Inh. Karla Sommer", "Bäckerei Sommer"),
        ("Sonnig UG (haftungsbeschränkt)", "Sonnig"),
        ("TSV Eiche e. V.", "TSV Eiche"),
        ("AG", "AG"),
        ("Bergag", "Bergag"),
    ],
)
def test_the_legal_form_can_be_left_out(name: str, short: str) -> None:
    assert without_legal_form(name) == short


def test_other_ways_to_write_a_name_are_proposed() -> None:
    found = firm_words("Müller Heizung GmbH", "https://www.mueller-heizung.de/")
    assert [(one.term, one.reason) for one in found.proposals] == [
        ("Müller Heizung", Reason.SHORT),
        ("Müllerheizung", Reason.JOINED),
        ("Heizung Müller", Reason.SWAPPED),
        ("Müler Heizung", Reason.TYPO),
    ]
    assert {"Mueller Heizung", "Müller-Heizung", "mueller-heizung.de"} <= set(found.found_anyway)
    assert firm_words("Seeblick", "https://hotel-seeblick.example").found_anyway == (
        "SEEBLICK",
        "hotel-seeblick.example",
    )


def test_what_is_looked_for_already_is_not_proposed() -> None:
    terms = [one.term for one in firm_words("Müller Heizung GmbH", known=("Müller*",)).proposals]
    assert terms == ["Heizung Müller", "Müler Heizung"] or "Müller Heizung" not in terms


@given(st.text(max_size=40), st.text(max_size=30))
def test_any_name_can_be_thought_about(name: str, website: str) -> None:
    assert len(firm_words(name, website).proposals) <= 12


def test_the_cloud_counts_texts_and_shows_the_usual_spelling() -> None:
    texts = ["Die Heizung, die Heizung!", "heizung und Bad 2026", "HEIZUNG kaputt", "Heizung", "Bad"]
    assert cloud_words(texts) == [CloudWord("Heizung", 4), CloudWord("Bad", 2)]
    assert cloud_words(texts, frozenset({"heizung"})) == [CloudWord("Bad", 2)]


def test_one_exact_word_beside_words_in_all_their_forms_is_read_back() -> None:
    form = QueryForm(any_of=("Heizung", "Bad"), exactly=("Brandt",), none_of=("Willy",), related=True)
    assert read_form(form_expression(form)) == form
    assert read_form('"Brandt" Heizung') == QueryForm(every=("Brandt", "Heizung"))


@pytest.mark.parametrize("expression", ['"Brandt Haustechnik" AND Heizung', 'Heizung "Brandt Haustechnik"'])
def test_the_order_of_what_must_occur_does_not_matter(expression: str) -> None:
    assert read_form(expression) == QueryForm(every=("Heizung",), exactly=("Brandt Haustechnik",))


def test_what_must_not_occur_may_stand_anywhere() -> None:
    assert read_form("Heizung -Bad Brandt") == QueryForm(every=("Heizung", "Brandt"), none_of=("Bad",))
