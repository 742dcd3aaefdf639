"""A quick look into the database file, before anything that opens it properly is imported."""

import contextlib
import sqlite3
from pathlib import Path


def never_heard(path: Path) -> int:
    """How many sources were never heard yet; 0 if the file does not tell."""
    with contextlib.suppress(sqlite3.Error):
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=0.1)
        with contextlib.closing(connection):
            statement = "SELECT count(*) FROM source WHERE last_success IS NULL AND NOT paused"
            return int(connection.execute(statement).fetchone()[0])
    return 0
