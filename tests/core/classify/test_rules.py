"""Clues of a text and what changes their weight."""

import pytest

from kundenradar.classify.lexicon import Lexicon, load_lexicon, load_phrases
from kundenradar.classify.reading import MAX_TOKENS
from kundenradar.classify.rules import Clue, find_clues

WEIGHTS = {"gut": 1.0, "schlecht": -1.0, "kaputt": -1.0, "super": 1.0, "funktioniert": 0.6}
LEXICON = Lexicon(WEIGHTS, load_phrases())


def _clues(text: str) -> list[tuple[str, float]]:
    found, _ = find_clues(text, LEXICON)
    return [(text[clue.start : clue.end], round(clue.weight, 2)) for clue in found]


@pytest.mark.parametrize(
    ("text", "clues"),
    [
        ("Das war gut.", [("gut", 1.0)]),
        ("Das war nicht wirklich gut.", [("nicht wirklich gut", -1.17)]),  # negated and stronger
        ("Das war nicht so, gut.", [("gut", 1.0)]),  # not across clauses
        ("Gut war das da leider wirklich nicht.", [("Gut war das da leider wirklich nicht", -0.9)]),
        ("Von gut kann keine Rede sein.", [("gut", -0.9)]),
        ("Von schlecht keine Spur.", [("schlecht", 0.8)]),
        ("Gut geht anders.", [("Gut", -0.9)]),
        ("Weder A noch B war gut.", [("Weder A noch B war gut", -0.9)]),  # denied once
        ("Da war keiner, der gut ist.", [("keiner, der gut", -0.9)]),
        ("Das hätte man sagen können.", [("hätte", -0.8)]),
        ("Wäre nett gewesen.", [("Wäre", -0.8)]),
        ("Hätte ich das nur früher entdeckt!", [("Hätte", 1.0)]),
        ("Ob das gut ist, weiß er.", []),
        ("Nie das Gefühl, schlecht zu sein.", [("Nie das Gefühl, schlecht", 0.5)]),
        ("Ohne euch hätten wir das nicht gut hinbekommen.", [("hätten", 1.0), ("nicht gut", 0.9)]),
        ("Abzockerladen", [("Abzockerladen", -0.6)]),
        ("Lieblingsladen", [("Lieblingsladen", 0.6)]),
        ("Wer schlecht mag, findet das gut.", [("schlecht", -1.0), ("gut", -1.0)]),
        ("Super, jetzt auch noch das.", [("Super", -1.0)]),
        ("Es funktioniert bei uns nicht.", [("funktioniert bei uns nicht", -0.54)]),
        ("Alles andere als gut", [("als gut", -0.9)]),
        ("Nicht schlecht.", [("Nicht schlecht", 0.6)]),  # a phrase of its own
        ("Ist das gut?", [("gut", 0.5)]),
        ("gut, aber schlecht", [("gut", 0.8), ("schlecht", -1.25)]),
        ("etwas schlecht", [("schlecht", -0.7)]),
        ("sehr gut", [("gut", 1.3)]),
        ("SUPER!!", [("SUPER", 1.44)]),
        ("Das wäre gut", [("gut", -0.6)]),
        ("Hätte nicht gedacht, dass es so gut wird", [("gut", 1.3)]),
        ("Super, schon wieder kaputt", [("Super", -1.0), ("schon wieder", -0.7), ("kaputt", -1.0)]),
        ("Super gerne schon wieder", [("Super", 1.0), ("schon wieder", -0.7)]),
        ("Zugverspätung", [("Zugverspätung", -0.6)]),
        ("gut 30 Minuten", []),
        ("Guten Tag, danke im Voraus", []),
        ("> nicht gut\nkaputt", [("kaputt", -1.0)]),  # a quotation is not the author's
        ("http://gut.example/:( gut@super.example", []),
        (":-) und ;-)", [(":-)", 0.8)]),
        ("(siehe Punkt 8): Preis:(netto)", []),
        ("2 von 5 Sternen, 0/5", [("2 von 5", -1.0)]),
        ("🙄 Naja 😡😡", [("🙄", -0.4), ("😡", -0.9)]),
    ],
)
def test_clues_and_their_weights(text: str, clues: list[tuple[str, float]]) -> None:
    assert _clues(text) == clues


def test_clues_tell_their_place() -> None:
    found, count = find_clues("Das war gut. Nur kaputt, super", LEXICON)
    assert count == 6
    assert found[0] == Clue(8, 11, 1.0, clause=0, first=2, last=2)
    assert [clue.clause for clue in found] == [0, 1, 2]


def test_reading_stops_somewhere() -> None:
    _, count = find_clues("gut " * (MAX_TOKENS + 5), LEXICON)
    assert count == MAX_TOKENS


@pytest.mark.parametrize("name", ["Müller", "Mueller", "Bauer", "Schmidt", "Meier", "Brandt", "Lange", "Sauter"])
def test_names_of_people_weigh_nothing(name: str) -> None:
    found, _ = find_clues(f"Firma {name} in Köln", load_lexicon())
    assert found == []


def test_never_before_so_good_is_praise() -> None:
    found, _ = find_clues("Noch nie so gut", LEXICON)
    assert [clue.weight > 0 for clue in found] == [True]
    found, _ = find_clues("Nie so gut", LEXICON)
    assert [clue.weight > 0 for clue in found] == [False]
