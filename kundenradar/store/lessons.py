"""The lesson in force, read past the store: for workers, who have none and need one row."""

import sqlite3
from contextlib import closing
from pathlib import Path


def newest_lesson(database: Path, known: int) -> tuple[int, bytes | None] | None:
    """What to judge by now, if that is not what the caller has.

    Args:
        database: The file; it may be missing or of an older version.
        known: Number of the lesson the caller has, 0 for none.

    Returns:
        Number and weights of the lesson in force, weights None if there is none; None if `known` is in force.
    """
    if not database.is_file():
        return (0, None) if known else None
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            newest = connection.execute("SELECT coalesce(max(id), 0) FROM learnt").fetchone()[0]
            if newest == known:
                return None
            row = connection.execute("SELECT weights FROM learnt WHERE id = ?", (newest,)).fetchone()
    except sqlite3.Error:
        return None
    return (newest, bytes(row[0])) if row is not None else (0, None)
