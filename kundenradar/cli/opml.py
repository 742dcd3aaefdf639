"""`opml`: subscriptions from and for other feed readers."""

from pathlib import Path

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import Session, emit, json_option, note, pass_session
from kundenradar.cli.shapes import source_object
from kundenradar.domain.errors import InputError
from kundenradar.feeds.opml import MOST_BYTES, Refused
from kundenradar.services import opml as exchange
from kundenradar.services.messages import sentence
from kundenradar.services.subscriptions import masked


@click.group()
def opml() -> None:
    """Quellen mit anderen Feed-Programmen austauschen (OPML)."""


def body_of(path: Path) -> bytes:
    """The file, but no more of it than is ever read.

    Raises:
        InputError: It cannot be read (``file-unreadable``).
    """
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError("file-unreadable", path.name) from error


def refused_sentence(refused: Refused) -> str:
    """What was left out and why."""
    reason = sentence(InputError(f"outline-{refused.reason}"))
    return f"„{refused.title}“: {reason}" if refused.title else reason


@opml.command("import")
@click.argument("path", type=click.Path(path_type=Path), metavar="DATEI")
@json_option
@pass_session
def import_(session: Session, path: Path, *, as_json: bool) -> int:
    """Quellen aus einer OPML-Datei übernehmen, ohne sie schon abzufragen."""
    body = body_of(path)
    with opened(session.data_dir) as ctx:
        done = exchange.take_over(ctx, body)
    for one in done.refused:
        note(refused_sentence(one))
    if as_json:
        emit(
            {
                "added": [source_object(source) for source in done.added],
                "known": [{"title": feed.title, "feed_url": masked(feed.feed_url)} for feed in done.known],
                "refused": [{"title": one.title, "reason": one.reason} for one in done.refused],
            }
        )
    else:
        note(f"{len(done.added)} neu, {len(done.known)} schon bekannt, {len(done.refused)} ausgelassen.")
    return 1 if done.refused else 0


@opml.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="DATEI")
@json_option
@pass_session
def export(session: Session, path: Path, *, as_json: bool) -> None:
    """Alle Quellen in eine OPML-Datei schreiben; Zugangsdaten sind nie dabei."""
    with opened(session.data_dir) as ctx:
        body = exchange.export(ctx)
    try:
        path.write_bytes(body)
    except OSError as error:
        raise InputError("file-unwritable", path.name or str(path)) from error
    if as_json:
        emit({"file": str(path), "feeds": body.count(b"xmlUrl=")})
