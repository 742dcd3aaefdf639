"""`note`: feedback that reached us by telephone, letter or in person."""

import sys
from datetime import datetime

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import NUMBER, Session, emit, json_option, pass_session
from kundenradar.cli.output import note as tell
from kundenradar.cli.shapes import mention_object
from kundenradar.domain.errors import InputError
from kundenradar.domain.keys import LOCAL_ZONE
from kundenradar.domain.mentions import EntryId
from kundenradar.domain.notes import MOST_CHARACTERS, Channel, Note, pasted_mail
from kundenradar.services import notes, review

OLDEST_YEAR = 1900
"""No firm was told anything before."""
CHANNELS = click.Choice([channel.value for channel in Channel])


@click.group
def note() -> None:
    """Rückmeldungen von Hand erfassen: Telefon, Brief, Tresen, E-Mail, persönlich."""


def moment_of(text: str) -> datetime:
    """The time written as 2026-11-22 14:30, local unless a zone is named.

    Raises:
        InputError: It is none (``moment``).
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputError("moment", text) from error
    if found.year < OLDEST_YEAR:
        raise InputError("moment", text)
    return found if found.tzinfo is not None else found.replace(tzinfo=LOCAL_ZONE)


def _text() -> str:
    return sys.stdin.buffer.read(MOST_CHARACTERS * 8).decode("utf-8", "replace").replace("\0", "\ufffd")


@note.command()
@click.option("--channel", type=CHANNELS, required=True, help="Weg, auf dem die Rückmeldung kam.")
@click.option("--text-stdin", is_flag=True, required=True, help="Text von der Standardeingabe lesen.")
@click.option("--author", help="Name, wenn er gebraucht wird.")
@click.option("--at", metavar="ZEIT", help="Zeitpunkt (2026-11-22 14:30); sonst jetzt.")
@click.option("--rating", type=click.FloatRange(1, 5), help="1 bis 5 Sterne.")
@json_option
@pass_session
def add(
    session: Session,
    channel: str,
    text_stdin: bool,  # noqa: ARG001 - says where the text comes from; there is no other way
    author: str | None,
    at: str | None,
    rating: float | None,
    *,
    as_json: bool,
) -> None:
    """Eine Rückmeldung erfassen; bei einer E-Mail bleiben Kopfzeilen, Zitate und Signatur weg."""
    text, subject, when = _text(), "", None
    if channel == Channel.EMAIL:
        mail = pasted_mail(text)
        text, subject, when = mail.text, mail.subject, mail.at
    with opened(session.data_dir) as ctx:
        moment = moment_of(at) if at is not None else when or ctx.clock.now()
        key = notes.add(ctx, Note(text, Channel(channel), moment, author, subject, rating))
        made = review.mention(ctx, key)
    if as_json:
        emit(mention_object(made))
    else:
        tell(f"Rückmeldung {key} ist erfasst.")


@note.command()
@click.argument("number", type=NUMBER, metavar="NR")
@click.option("--text-stdin", is_flag=True, help="Neuen Text von der Standardeingabe lesen.")
@click.option("--channel", type=CHANNELS, help="Anderer Weg.")
@click.option("--author", help="Anderer Name; leer entfernt ihn.")
@click.option("--rating", type=click.FloatRange(1, 5), help="Andere Bewertung.")
@json_option
@pass_session
def edit(
    session: Session,
    number: int,
    text_stdin: bool,
    channel: str | None,
    author: str | None,
    rating: float | None,
    *,
    as_json: bool,
) -> None:
    """Eine von Hand erfasste Rückmeldung ändern."""
    with opened(session.data_dir) as ctx:
        old = notes.get(ctx, EntryId(number))
        changed = Note(
            _text() if text_stdin else old.text,
            Channel(channel) if channel is not None else old.channel,
            old.at,
            old.author if author is None else author or None,
            old.title,
            old.rating if rating is None else rating,
        )
        notes.edit(ctx, EntryId(number), changed)
        made = review.mention(ctx, EntryId(number))
    if as_json:
        emit(mention_object(made))


@note.command()
@click.argument("number", type=NUMBER, metavar="NR")
@json_option
@pass_session
def remove(session: Session, number: int, *, as_json: bool) -> None:
    """Eine von Hand erfasste Rückmeldung löschen."""
    with opened(session.data_dir) as ctx:
        notes.remove(ctx, EntryId(number))
    tell(f"Rückmeldung {number} ist gelöscht.")
    if as_json:
        emit({"id": number, "removed": True})
