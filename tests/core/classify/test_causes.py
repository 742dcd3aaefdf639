"""Words of causes are found in their forms, and say nothing where they are other words."""

import pytest

from bench.causes import labelled, scores
from kundenradar.classify.causes import compiled
from kundenradar.classify.concerns import read
from kundenradar.domain.causes import _SHIPPED, DEFAULT_CAUSES, mark_of, renewed
from kundenradar.domain.sentiment import Label, Sentiment, human_judgement
from kundenradar.domain.text import tokens
from kundenradar.domain.understanding import Cause


@pytest.mark.parametrize(
    ("word", "text", "is_found"),
    [
        ("Bad", "Die Bäder sind undicht", True),
        ("Schlauch", "Alle Schlaeuche undicht", True),
        ("Hund", "Die Hunde bellen", True),
        ("Öl", "Das Oel ist alt", True),
        ("Öl", "Der Kölner war da", False),
        ("Hahn", "Die Hähne tropfen", True),
        ("Wartezeit", "Diese Telefonwartezeiten", True),
        ("Ware", "Sie waren unhöflich", False),
        ("Ware", "Die Ware fehlt", True),
        ("nett", "ein nettes Wort", True),
    ],
)
def test_a_plain_word_of_a_cause_is_found_in_its_forms(word: str, text: str, is_found: bool) -> None:
    row = [token.folded for token in tokens(text)]
    assert bool(compiled((Cause("x", "X", (word,)),)).found_in(row)) is is_found


def test_an_auxiliary_verb_tells_no_cause() -> None:
    judged = Sentiment(Label.NEGATIVE, -0.8, 0.9, "m")
    assert read("Wir waren sehr enttäuscht.", judged, DEFAULT_CAUSES).topics == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Bei denen geht keiner ran.", "reachability"),
        ("Seit Wochen ruft niemand zurück.", "reachability"),
        ("Rausgeschmissenes Geld!", "price"),
        ("Und dafür 90 Euro die Stunde.", "price"),
        ("Der Monteur ist nie gekommen.", "punctuality"),
    ],
)
def test_what_people_say_of_a_cause_is_among_its_words(text: str, key: str) -> None:
    assert key in read(text, Sentiment(Label.NEGATIVE, -0.8, 0.9, "m"), DEFAULT_CAUSES).topics


@pytest.mark.parametrize(
    ("phrase", "text", "is_found"),
    [
        ("# Euro für", "Das waren 380 Euro für zwei Handgriffe", True),
        ("# Euro für", "Das waren 3.200,50 € für zwei Handgriffe", True),
        ("# Euro für", "Neunundvierzig Euro für zwei Handgriffe", True),
        ("# Euro für", "Viele Euro für zwei Handgriffe", False),
        ("# Minuten … gewartet", "vierzig Minuten gewartet", True),
        ("# Minuten … gewartet", "eine halbe Stunde und 40 Minuten draußen am Tresen gewartet", True),
        ("# Minuten … gewartet", "40 Minuten da vorne, an dem einen Tresen gewartet", False),
        ("# Minuten … gewartet", "40 Minuten gebraucht. Die Heizung gewartet", False),
        ("ruf* … nicht zurück", "Die rufen einfach nicht zurück", True),
        ("ruf* … nicht zurück", "Die Schrift kommt nicht zurück", False),
        ("Kaffee #,##", "Ein Kaffee 4,80 ist viel", True),
        ("Kaffee #,##", "Vom Kaffee 1,50 Meter entfernt", False),
        ("Kaffee #,##", "Der Kaffee ist gut", False),
        ("… Funk …", "Ohne Funk geht es nicht", True),
        ("#", "Das sind 5", False),
        ("*zeit zu lang", "Die Wartezeit zu lang", True),
    ],
)
def test_a_phrase_holds_numbers_and_gaps(phrase: str, text: str, is_found: bool) -> None:
    causes = (Cause("x", "X", (phrase,)),)
    assert bool(read(text, Sentiment(Label.NEGATIVE, -0.8, 0.9, "m"), causes).topics) is is_found


def test_a_phrase_is_found_where_it_begins() -> None:
    row = ["seit", "3", "200", "tagen", "geht", "dort", "keiner", "ans", "telefon"]
    words = compiled((Cause("x", "X", ("keiner ans Telefon", "geht … Telefon", "Tage*")),))
    assert words.found_in(row) == [(3, "x"), (4, "x"), (6, "x")]


@pytest.mark.parametrize("is_held_back", [False, True])
def test_causes_are_told_as_a_reader_tells_them(is_held_back: bool) -> None:
    *_, together = scores([one for one in labelled() if one.is_held_back is is_held_back])
    assert together.precision >= 0.88
    assert together.recall >= 0.82


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Bitte rufen Sie mich an, ich bin ab 17 Uhr unter 0172 5554433 erreichbar.", "reachability"),
        ("Ich bitte um Rückmeldung und um Rückruf.", "reachability"),
        ("Mein Sakko ist seit Wochen in der Reinigung.", "cleanliness"),
        ("Der Rest war zum Vergessen.", "organisation"),
        ("An Terminal 2 gibt es keine Bank.", "punctuality"),
        ("Das Fleisch war innen nicht durch.", "reachability"),
        ("Der Staubsauger ist nach zwei Tagen hin.", "cleanliness"),
        ("Zum einen ist es laut, zum anderen kalt.", "organisation"),
        ("Ihr Lieferwagen parkt vor unserer Einfahrt.", "delivery"),
        ("Eine Frechheit!", "friendliness"),
        ("Er zeigte seinen Personalausweis.", "organisation"),
    ],
)
def test_a_word_that_tells_something_else_tells_no_cause(text: str, key: str) -> None:
    assert key not in read(text, Sentiment(Label.NEGATIVE, -0.8, 0.9, "m"), DEFAULT_CAUSES).topics


def test_words_of_every_version_are_known_so_that_unedited_causes_learn_new_ones() -> None:
    assert {mark_of(cause) for cause in DEFAULT_CAUSES} <= _SHIPPED  # add the marks, and keep the old ones


def test_edited_words_of_a_cause_stay() -> None:
    edited = Cause("price", "Preis", ("preis*", "zu dear"))
    assert renewed(edited) is edited


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("„Wir rufen zurück.“ Das war im Februar.", ("reachability",)),
        ("Seit sechs Wochen »wird bearbeitet«.", ("punctuality",)),
        ("Viel zu teuer. „Wir rufen zurück.“", ("price",)),
    ],
)
def test_what_others_are_quoted_with_counts_where_nothing_else_does(text: str, keys: tuple[str, ...]) -> None:
    assert read(text, human_judgement(Label.NEGATIVE), DEFAULT_CAUSES).causes == keys
