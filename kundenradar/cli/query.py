"""`query`: Suchprofile."""

from collections.abc import Sequence
from typing import Any

import click

from kundenradar.app.compose import opened
from kundenradar.cli.output import COUNT, NUMBER, Session, emit, json_option, note, note_hints, pass_session, say, table
from kundenradar.cli.shapes import entry_object, query_object
from kundenradar.context import Context
from kundenradar.domain.errors import InputError
from kundenradar.domain.mentions import Entry
from kundenradar.domain.queries import QueryId
from kundenradar.services import listening
from kundenradar.services.reporting import quote


@click.group()
def query() -> None:
    """Suchprofile: wonach Kundenradar in den Quellen sucht."""


@query.command()
@click.argument("name", metavar="NAME")
@click.argument("expression", metavar="AUSDRUCK")
@json_option
@pass_session
def add(session: Session, name: str, expression: str, *, as_json: bool) -> None:
    """Ein Suchprofil anlegen und auf alles Gespeicherte anwenden."""
    with opened(session.data_dir) as ctx:
        saved = listening.save_query(ctx, name, expression)
    note_hints(expression)
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
    if not queries:
        say("Noch kein Suchprofil. Das erste entsteht so: kundenradar firm set --name NAME")
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
@click.option("--against", type=NUMBER, metavar="NR", help="Auch zeigen, was sich an diesem Suchprofil ändern würde.")
@json_option
@pass_session
def try_(session: Session, expression: str, limit: int, against: int | None, *, as_json: bool) -> None:
    """Einen Ausdruck auf alles Gespeicherte anwenden; ändert nichts."""
    change = None
    with opened(session.data_dir) as ctx:
        found = listening.try_query(ctx, expression, limit)
        if against is not None:
            change = listening.preview_change(ctx, expression, known_query(ctx, against), limit)
    note_hints(expression)
    if as_json:
        answer: dict[str, Any] = {"hits": found.hits, "examples": [entry_object(entry) for entry in found.examples]}
        emit(answer if change is None else answer | {"change": change_object(change)})
        return
    say(f"{found.hits} Treffer")
    _say_entries("", found.examples)
    if change is not None:
        say(f"{change.coming} kommen dazu, {change.going} fallen weg, {change.kept} bleiben")
        _say_entries("+ ", change.coming_examples)
        _say_entries("- ", change.going_examples)


def known_query(ctx: Context, number: int) -> QueryId:
    """The Suchprofil with this number.

    Raises:
        InputError: There is none (``query-unknown``).
    """
    if all(query.id != number for query in listening.list_queries(ctx)):
        raise InputError("query-unknown", str(number))
    return QueryId(number)


def change_object(change: listening.QueryChange) -> dict[str, Any]:
    """What a changed Suchprofil would change, as JSON."""
    return {
        "kept": change.kept,
        "coming": change.coming,
        "new": change.new,
        "going": change.going,
        "leaving": change.leaving,
        "coming_examples": [entry_object(entry) for entry in change.coming_examples],
        "going_examples": [entry_object(entry) for entry in change.going_examples],
    }


def _say_entries(mark: str, entries: Sequence[Entry]) -> None:
    for entry in entries:
        say(f"  {mark}{entry.local_day:%d.%m.%Y}  {entry.title or quote(entry.text, 80)}")
