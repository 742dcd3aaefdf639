"""A quick look into the database file, before anything that opens it properly is imported."""

import contextlib
import sqlite3
from pathlib import Path

_MAY_BRING = (
    "SELECT count(*) FROM source WHERE NOT paused AND (last_success IS NULL OR "
    "(SELECT status FROM fetch WHERE source_id = source.id ORDER BY at DESC LIMIT 1) = 200)"
)


def may_bring(path: Path) -> int:
    """How many sources may bring a document to read: never heard yet, or answering with one the last time.

    0 if the file does not tell.
    """
    with contextlib.suppress(sqlite3.Error):
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=0.1)
        with contextlib.closing(connection):
            return int(connection.execute(_MAY_BRING).fetchone()[0])
    return 0
