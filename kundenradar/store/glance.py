"""A quick look into the database file, before anything that opens it properly is imported."""

import contextlib
import sqlite3
from pathlib import Path

from kundenradar.domain.causes import DEFAULT_CAUSES, renewed
from kundenradar.domain.understanding import Cause

_CAUSES = "SELECT key, name, words FROM cause ORDER BY place, id"
_MAY_BRING = (
    "SELECT count(*) FROM source WHERE NOT paused AND (last_success IS NULL OR "
    "(SELECT status FROM fetch WHERE source_id = source.id ORDER BY at DESC LIMIT 1) = 200)"
)


def may_bring(path: Path) -> int:
    """How many sources may bring a document to read: never heard yet, or answering with one the last time.

    0 if the file does not tell.
    """
    with contextlib.suppress(sqlite3.Error):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0.1)
        with contextlib.closing(connection):
            return int(connection.execute(_MAY_BRING).fetchone()[0])
    return 0


def causes_in(path: Path) -> tuple[Cause, ...]:
    """The causes that apply in a data folder; those of a fresh installation if the file does not tell."""
    with contextlib.suppress(sqlite3.Error):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0.1)
        with contextlib.closing(connection):
            rows = connection.execute(_CAUSES).fetchall()
        kept = (Cause(key, name, tuple(filter(None, words.split("\n")))) for key, name, words in rows)
        return tuple(map(renewed, kept)) or DEFAULT_CAUSES
    return DEFAULT_CAUSES
