"""Which words of an entry are judged, and what its discussion is about."""

import pytest

from kundenradar.domain.judging import subject


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Heizung & Wärmepumpe • Re: Falscher Kessel", "Falscher Kessel"),
        ("Falscher Kessel", "Falscher Kessel"),
        ("AW: Re: [Frage] Termin", "[Frage] Termin"),
        ("Re: ", "Re:"),
        ("Kommentar zu „Wärme“ von Monika", "Kommentar zu „Wärme“ von Monika"),
        ("", ""),
    ],
)
def test_the_subject_of_a_title_is_without_board_and_reply_marks(title: str, words: str) -> None:
    assert subject(title) == words
