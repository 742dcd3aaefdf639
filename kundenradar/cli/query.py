"""`query`: Suchprofile."""

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import COUNT, NUMBER, Session, emit, json_option, note, pass_session, say, table
from kundenradar.cli.shapes import entry_object, query_object
from kundenradar.domain.queries import QueryId
from kundenradar.services import listening
from kundenradar.services.reporting import quote


@click.group()
def query() -> None:
    """Suchprofile: wonach Kundenradar in den Quellen sucht."""


@query.command()
@click.argument("name")
@click.argument("expression", metavar="AUSDRUCK")
@json_option
@pass_session
def add(session: Session, name: str, expression: str, *, as_json: bool) -> None:
    """Ein Suchprofil anlegen und auf alles Gespeicherte anwenden."""
    with opened(session.data_dir) as ctx:
        saved = listening.save_query(ctx, name, expression)
    if as_json:
        emit(query_object(saved))
    else:
        say(f"Suchprofil {saved.id} „{saved.name}“: {saved.mentions} Erwähnungen.")


@query.command("list")
@json_option
@pass_session
def list_(session: Session, *, as_json: bool) -> None:
    """Alle Suchprofile."""
    with opened(session.data_dir) as ctx:
        queries = listening.list_queries(ctx)
    if as_json:
        emit([query_object(one) for one in queries])
        return
    rows = [(one.id, one.name, one.expression, one.mentions) for one in queries]
    say(table(("Nr.", "Name", "Ausdruck", "Erwähnungen"), rows, right=(0, 3)))


@query.command()
@click.argument("number", type=NUMBER, metavar="NR")
@json_option
@pass_session
def remove(session: Session, number: int, *, as_json: bool) -> None:
    """Ein Suchprofil entfernen."""
    with opened(session.data_dir) as ctx:
        listening.remove_query(ctx, QueryId(number))
    note(f"Suchprofil {number} entfernt.")
    if as_json:
        emit({"id": number, "removed": True})


@query.command("test")
@click.argument("expression", metavar="AUSDRUCK")
@click.option("--limit", type=COUNT, default=5, show_default=True, help="Wie viele Beispiele.")
@json_option
@pass_session
def try_(session: Session, expression: str, limit: int, *, as_json: bool) -> None:
    """Einen Ausdruck auf alles Gespeicherte anwenden; ändert nichts."""
    with opened(session.data_dir) as ctx:
        found = listening.try_query(ctx, expression, limit)
    if as_json:
        emit({"hits": found.hits, "examples": [entry_object(entry) for entry in found.examples]})
        return
    say(f"{found.hits} Treffer")
    for entry in found.examples:
        say(f"  {entry.local_day:%d.%m.%Y}  {entry.title or quote(entry.text, 80)}")
