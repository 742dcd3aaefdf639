"""Stretches of text, looked for all at once, and what a regular expression cannot do without."""

import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.classify.concern_cues import CUES
from kundenradar.classify.evidence import patterns
from kundenradar.classify.gates import Gates, gate_of
from kundenradar.classify.pieces import FILE, pieces_of, written
from kundenradar.classify.required import marked, required
from kundenradar.classify.speech import sentences

SOURCES = [cue.source for cues in CUES.values() for cue in cues]


@pytest.mark.parametrize(
    ("source", "choices"),
    [
        (r"\bwer haette (?:das |es )?(?:gedacht|geglaubt)\b", {("<haette>",), ("gedacht>", "geglaubt>")}),
        (r"frage(?:n)? (?:zu|zum)", {("frage",), ("<zu", "<zum")}),
        (r"\bab?cc+dd", {("<a",), ("cc",), ("dd",)}),
        (r"(?!nie)gern(?=e)", {("gern",)}),
        (r"gut|[a-z]+", set()),
        (r"(?:sehr )*gut(?: so){0,2}", {("gut",)}),
        (r"^was\?", {("<was>",)}),
        (r"\w+", set()),
        (r"(?:aa|b(?:cc|d)ee)xx", {("aa", "ee"), ("aa", "cc"), ("xx",)}),
        (r"\b(?:ich|wir)\b", {("<ich>", "<wir>")}),
        (r"x", set()),
    ],
)
def test_what_an_expression_cannot_do_without(source: str, choices: set[tuple[str, ...]]) -> None:
    found = required(source)
    assert bool(found) == bool(choices)
    assert set(found) <= choices


def test_what_was_worked_out_beforehand_is_what_the_patterns_say() -> None:
    told = resources.files("resources").joinpath("sentiment", FILE).read_text(encoding="utf-8")
    assert told == written(patterns()), "python bench/write_pieces.py"


def test_a_pattern_that_is_not_in_the_file_is_read() -> None:
    assert pieces_of(r"\bnirgends sonst\b") == required(r"\bnirgends sonst\b") == (("<nirgends>",),)


@given(st.data())
def test_whatever_a_cue_finds_meets_what_it_requires(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(SOURCES))
    text = data.draw(st.from_regex(re.compile(source, re.ASCII)).map(str.lower))
    for sentence in sentences(text):
        if re.search(source, sentence.text):
            words = "".join(map(marked, sentence.row))
            assert all(any(one in words for one in choice) for choice in required(source))


@given(
    st.lists(st.lists(st.text("ab<>c", min_size=1, max_size=4), min_size=1, max_size=3), min_size=1, max_size=8),
    st.lists(st.text("abcd@", min_size=1, max_size=8), max_size=5),
)
def test_a_door_opens_where_one_of_its_pieces_stands(doors: list[list[str]], row: list[str]) -> None:
    wanted = [n for n, gate in enumerate(doors) if any(piece in marked(word) for piece in gate for word in row)]
    gates = Gates([[gate] for gate in doors])
    assert gates.opened(row) == wanted
    assert gates.opened(row) == wanted  # remembered words


def test_every_lock_must_open_and_a_missing_one_is_open() -> None:
    gates = Gates([[("rot", "blau"), ("haus",)], [("blau",)]], locks=2)
    assert gates.opened(["blaues", "haus"]) == [0, 1]
    assert gates.opened(["haus"]) == []
    assert gates.opened(["blau"]) == [1]
    assert gates.opened(["rotes", "gartenhaus"]) == [0]


def test_a_gate_opens_with_the_longest_word_of_each_stretch() -> None:
    assert gate_of(["hin da", "wer ", "o"]) == ["hin", "wer", "<o>"]
