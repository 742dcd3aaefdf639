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


HEAD = "Return-Path: <a@b.example>\nReceived: from x\n\tby y; today\nFrom: =?UTF-8?Q?J=C3=B6rg?= <j@b.example>\n"
SUBJECT = "Subject: =?iso-8859-1?Q?Gr=FC=DFe?=\n =?utf-8?B?IGF1cyBLw7Zsbg==?=\nDate: Fri, 20 Nov 2026 09:12:33 +0100\n"
SOURCES = {
    "quoted-printable": "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    "Der Monteur kam zu sp=C3=A4t =\nund war un=66reundlich.\n\n-- \nJ=C3=B6rg\n",
    "latin-1": 'Content-Type: text/plain; charset="iso-8859-1"\nContent-Transfer-Encoding: quoted-printable\n\n'
    "Der Monteur kam zu sp=E4t und war unfreundlich.\n",
    "base64": "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    "RGVyIE1vbnRldXIga2FtIHp1IHNww6R0IHVuZCB3YXIgdW5mcmV1bmRsaWNoLg==\n",
    "plain": "\nDer Monteur kam zu spät und war unfreundlich.\n\nAm 19.11.2026 schrieb Brandt:\n> alt\n",
    "html": "Content-Type: text/html\n\n<html><head><style>p{}</style></head><body><p>Der Monteur kam zu sp&auml;t\n"
    "und <b>war</b> unfreundlich.</p><blockquote>alt</blockquote></body></html>\n",
    "parts": "Content-Type: multipart/alternative; boundary=x\n\nPreamble\n--x\nContent-Type: text/plain\n\n"
    "Der Monteur kam zu spät und war unfreundlich.\n--x\nContent-Type: text/html\n\n<p>Anders</p>\n--x--\n",
}


@pytest.mark.parametrize("rest", SOURCES.values(), ids=SOURCES)
def test_the_source_of_a_mail_is_read_as_mail_programs_show_it(rest: str) -> None:
    found = pasted_mail(HEAD + SUBJECT + rest)
    assert found.text == "Der Monteur kam zu spät und war unfreundlich."
    assert found.subject == "Grüße aus Köln"
    assert found.at == datetime(2026, 11, 20, 8, 12, 33, tzinfo=UTC)


@pytest.mark.parametrize(
    "mail",
    [
        (
            "---------- Forwarded message ---------\nVon: Petra <p@b.example>\nDate: Fr., 20. Nov. 2026 um 09:12 Uhr\n"
            "Subject: Kalt\nTo: <i@brandt.example>\n\n\nDie Heizung ist kalt.\n"
        ),
        (
            "\n-------- Weitergeleitete Nachricht --------\nBetreff: \tKalt\nDatum: \tFri, 20 Nov 2026 09:12:33 +0100\n"
            "Von: \tPetra <p@b.example>\n\nDie Heizung ist kalt.\n"
        ),
        (
            "Von: Chef\nAn: Büro\nBetreff: Fwd: Kalt\n\n-----Original Message-----\nFrom: Petra\nSent: 20.11.2026 09:12"
            "\nSubject: Kalt\n\nDie Heizung ist kalt.\n"
        ),
    ],
)
def test_a_mail_passed_on_without_a_word_is_the_mail_inside(mail: str) -> None:
    found = pasted_mail(mail)
    assert (found.text, found.subject) == ("Die Heizung ist kalt.", "Kalt")
    assert found.at is not None
    assert found.at.astimezone(UTC).hour == 8


def test_odd_html_ends_no_paste() -> None:
    found = pasted_mail("MIME-Version: 1.0\nFrom: a\nSubject: b\nContent-Type: text/html\n\n<![odd[ <p>Hallo")
    assert "Hallo" in found.text


def test_what_only_looks_like_a_source_keeps_its_words() -> None:
    for text in ("Message-ID: fehlt\n\nHallo", "Content-Type: text/plain\nUnd nun?\n\nHallo", "Received: \n"):
        assert pasted_mail(text).text == text


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
