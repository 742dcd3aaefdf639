"""How commands answer: one JSON document, or a table for people."""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from kundenradar.cli.face import Face
from kundenradar.domain.queries import hints
from kundenradar.services.messages import hint_sentence

NUMBER = click.IntRange(1, 2**63 - 1)
"""A number of a source or Suchprofil."""
COUNT = click.IntRange(0, 2**31 - 1)
"""How many at most."""

NOTHING_HEARD = (
    "Neues holt kundenradar fetch; Quellen zeigt kundenradar source list, Suchprofile kundenradar query list."
)
"""What helps where there is nothing to show."""

EXIT_FAILED, EXIT_USAGE, EXIT_DATA = 1, 2, 3
UNUSABLE = frozenset({"damaged", "newer", "migration"})
"""Codes of DataError that end with EXIT_DATA: the data cannot be used."""

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Session:
    """What every command gets.

    Attributes:
        data_dir: Named data folder, None for the usual place.
        face: The painting side.
    """

    data_dir: Path | None
    face: Face


pass_session = click.make_pass_decorator(Session)


def json_option(command: F) -> F:
    """Give a command the option ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Genau ein JSON-Dokument ausgeben.")(command)


def emit(document: Any) -> None:  # noqa: ANN401 - any JSON value
    """Print one JSON document on stdout, UTF-8."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False)
    sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
    sys.stdout.flush()


def say(text: str = "") -> None:
    """Print a line for people on stdout."""
    click.echo(text)


def note(text: str) -> None:
    """Print a line for people on stderr."""
    click.echo(text, err=True)


def note_hints(expression: str) -> None:
    """Say on stderr what an expression may mean otherwise than its author thought."""
    for hint in hints(expression):
        note(hint_sentence(hint))


def utc(moment: datetime | None) -> str | None:
    """A time as ISO 8601 in UTC with a Z, or None."""
    if moment is None:
        return None
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def table(head: Sequence[str], rows: Sequence[Sequence[object]], right: Sequence[int] = ()) -> str:
    """A plain text table; columns in `right` are flush right."""
    cells = [[str(cell) for cell in row] for row in [head, *rows]]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]

    def line(row: Sequence[str]) -> str:
        parts = [
            cell.rjust(widths[column]) if column in right else cell.ljust(widths[column])
            for column, cell in enumerate(row)
        ]
        return "  ".join(parts).rstrip()

    return "\n".join([line(cells[0]), "  ".join("─" * width for width in widths), *(line(row) for row in cells[1:])])
