"""Words of causes are found in their forms, and say nothing where they are other words."""

import pytest

from kundenradar.classify.causes import compiled
from kundenradar.classify.concerns import read
from kundenradar.domain.causes import DEFAULT_CAUSES
from kundenradar.domain.sentiment import Label, Sentiment
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
