"""Bring the database to today's schema, after a copy was made."""

import contextlib
import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Engine

from kundenradar.domain.errors import DataError
from kundenradar.store.tables import APPLICATION_ID

KEPT_COPIES = 3
_ALEMBIC = threading.Lock()  # its `op` and `context` are one per process, not per connection


def configuration() -> Config:
    """Alembic's configuration, made in code: there is no ini file to lose."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config


def upgrade(engine: Engine, path: Path, copies: Path, revision: str | None, target: str = "head") -> None:
    """Run the missing steps in one transaction; existing data is copied first.

    Args:
        engine: Engine on `path`.
        path: The database file.
        copies: Folder for the copy.
        revision: Where the database stands, None if it is new.
        target: Where to go; tests walk step by step.

    Raises:
        DataError: A step failed (``migration``); the file is as it was.
    """
    if revision is not None:
        _copy_first(path, copies, revision)
    config = configuration()
    with _ALEMBIC, engine.connect().execution_options(kundenradar_write=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, target)
        except CommandError as error:
            raise DataError("migration") from error
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def _copy_first(path: Path, copies: Path, revision: str) -> None:
    copies.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    target = copies / f"kundenradar-{stamp}-schema-{revision}.sqlite3"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
    for old in sorted(copies.glob("kundenradar-*.sqlite3"))[:-KEPT_COPIES]:
        old.unlink()
