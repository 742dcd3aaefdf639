"""What is made of pasted e-mails."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.notes import Channel, Note, pasted_mail, title_of

MAIL = """Von: Petra Krämer <petra@example.org>
An: info@brandt.example
Gesendet: Montag, 23. November 2026 10:32
Betreff: Heizung schon wieder kalt

Guten Tag,

die Heizung ist seit Freitag kalt. Das ist jetzt das dritte Mal.

Mit freundlichen Grüßen
Petra Krämer
Tel. 0123 45678

Am 20.11.2026 um 08:15 schrieb Brandt Haustechnik:
> Wir waren heute bei Ihnen.
> Viele Grüße
"""


def test_of_a_mail_only_what_its_writer_wrote_stays() -> None:
    found = pasted_mail(MAIL)
    assert found.is_mail
    assert found.subject == "Heizung schon wieder kalt"
    assert found.text == "Guten Tag,\n\ndie Heizung ist seit Freitag kalt. Das ist jetzt das dritte Mal."
    assert found.at is not None
    assert found.at.astimezone(UTC) == datetime(2026, 11, 23, 9, 32, tzinfo=UTC)


@pytest.mark.parametrize(
    "tail",
    [
        "\n-----Ursprüngliche Nachricht-----\nVon: x\nGesendet: y\n\nalt",
        "\n\nVon: Brandt <b@example.org>\nGesendet: Freitag\nAn: Petra\nBetreff: AW\n\nalt",
        "\n> alt\n> noch älter",
        "\n________________________________\nFrom: x\nSent: y\n\nalt",
        "\nOn Fri, 20 Nov 2026, Brandt wrote:\n> alt",
    ],
)
def test_mails_quoted_below_go(tail: str) -> None:
    found = pasted_mail(f"Von: a\nBetreff: b\n\nNeu und wichtig.{tail}")
    assert found.text == "Neu und wichtig."


@pytest.mark.parametrize(
    "text",
    ["Anna sagt: Das Brot war trocken.\nGruß an alle", "Von: hier bis dort war alles gut.", "", "Nur ein Satz"],
)
def test_what_is_no_mail_stays_as_it_is(text: str) -> None:
    assert pasted_mail(text).text == text
    assert not pasted_mail(text).is_mail


@given(st.text(max_size=400))
def test_any_text_can_be_pasted(text: str) -> None:
    found = pasted_mail(text)
    assert found.is_mail or found.text == text


def test_titles_are_the_subject_or_the_first_sentence() -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    assert title_of(Note("Egal.", Channel.LETTER, at, title=" Brot \n trocken ")) == "Brot trocken"
    assert title_of(Note("Das Brot war trocken. Nie wieder.", Channel.PHONE, at)) == "Das Brot war trocken"
    assert len(title_of(Note("wort " * 60, Channel.PHONE, at))) <= 92
