"""`entries`: everything stored."""

import itertools

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import COUNT, NOTHING_HEARD, NUMBER, Session, emit, json_option, pass_session, say
from kundenradar.cli.shapes import entry_object
from kundenradar.domain.sources import SourceId
from kundenradar.services.reporting import quote


@click.command()
@click.option("--source", "number", type=NUMBER, metavar="NR", help="Nur diese Quelle.")
@click.option("--limit", type=COUNT, help="Höchstens so viele.")
@json_option
@pass_session
def entries(session: Session, number: int | None, limit: int | None, *, as_json: bool) -> None:
    """Alle gespeicherten Beiträge, ob Erwähnung oder nicht."""
    with opened(session.data_dir) as ctx, ctx.store.read() as tx:
        source = None if number is None else tx.sources.get(SourceId(number)).id
        found = tx.entries.list(source, limit)
        if as_json:
            emit([entry_object(entry) for entry in found])
            return
        first = next(found, None)
        if first is None and limit != 0:
            say(f"Noch keine Beiträge. {NOTHING_HEARD}")
        for entry in () if first is None else itertools.chain((first,), found):
            say(f"{entry.local_day:%d.%m.%Y}  {entry.title or quote(entry.text, 80)}")
