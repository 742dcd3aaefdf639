"""The database file: opening, upgrading, reading and writing.

One writer at a time, each write one transaction (BEGIN IMMEDIATE); readers take a
snapshot (WAL) and never wait for it. SQLite's own words are translated here, once.
"""

import contextlib
import errno
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError

from kundenradar.domain.errors import DataError
from kundenradar.store.tables import APPLICATION_ID, HEAD_REVISION
from kundenradar.store.transaction import Transaction

BUSY_TIMEOUT_S = 10.0
CHECKPOINT_PAGES = 16_000
"""Pages of 4 KiB in the write-ahead log from which on it is emptied into the file: a first poll writes many of them
again and again (a tenth of its processor time, measured against 4,000)."""
LOG_KEPT_BYTES = 4 * 1024 * 1024
"""The emptied log is cut to this."""
_HEADER = b"SQLite format 3\x00"
_WRITE = "kundenradar_write"

_CODES = (
    ("disk is full", "full"),
    ("readonly database", "read-only"),
    ("unable to open database", "read-only"),
    ("database is locked", "locked"),
    ("database table is locked", "locked"),
    ("malformed", "damaged"),
    ("not a database", "damaged"),
    ("disk i/o error", "io"),
)


_NO_ROOM = frozenset({"SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_SHMMAP"})


def _data_error(error: sqlite3.Error) -> DataError | None:
    if getattr(error, "sqlite_errorname", "") in _NO_ROOM:
        return DataError("full")
    words = str(error).lower()
    return next((DataError(code) for mark, code in _CODES if mark in words), None)


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Turn SQLite's failures into DataError; programming errors stay what they are."""
    try:
        yield
    except sqlite3.Error as error:
        known = _data_error(error)
        if known is None:
            raise
        raise known from error
    except DBAPIError as error:
        known = _data_error(error.orig) if isinstance(error.orig, sqlite3.Error) else None
        if known is None:
            raise
        raise known from error


def _prepare_connection(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours: the driver's default leaves half a migration behind
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA temp_store=MEMORY")
    connection.execute("PRAGMA cache_size=-32000")
    # A first poll writes megabytes at a time: moving them from the log into the file at each commit cost a second.
    connection.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT_PAGES}")
    connection.execute(f"PRAGMA journal_size_limit={LOG_KEPT_BYTES}")


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get(_WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),  # as text, a ? in a folder's name would end it
        hide_parameters=True,
        connect_args={"timeout": BUSY_TIMEOUT_S, "check_same_thread": False},
        pool_size=6,
        max_overflow=4,
    )
    event.listen(engine, "connect", _prepare_connection)
    event.listen(engine, "begin", _begin)
    return engine


def _probe(path: Path) -> str | None:
    """Revision of an existing database, None if there is none yet.

    Raises:
        DataError: The file is no database of ours (``damaged``) or from a newer program (``newer``).
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    with path.open("rb") as file:
        if file.read(16) != _HEADER:
            raise DataError("damaged")
    with contextlib.closing(sqlite3.connect(path, timeout=BUSY_TIMEOUT_S)) as connection, translated():
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")}
        if not tables:
            return None
        if application not in {0, APPLICATION_ID} or "alembic_version" not in tables:
            raise DataError("damaged")
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        return None
    if str(row[0]) > HEAD_REVISION:
        raise DataError("newer")
    return str(row[0])


class Store:
    """What was heard and done. Use `open_store` to get one.

    Safe from any thread: writes take turns, reads are snapshots.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writing = threading.RLock()

    @contextlib.contextmanager
    def write(self) -> Iterator[Transaction]:
        """One transaction that commits at the end, or rolls back if anything is raised.

        Raises:
            DataError: Disk full, read-only, locked for longer than 10 s, or damaged.
        """
        with (
            self._writing,
            translated(),
            self._engine.connect().execution_options(**{_WRITE: True}) as connection,
            connection.begin(),
        ):
            yield Transaction(connection)

    @contextlib.contextmanager
    def read(self) -> Iterator[Transaction]:
        """A snapshot that later writes do not change.

        Raises:
            DataError: The database is locked or damaged.
        """
        with translated(), self._engine.connect() as connection:
            yield Transaction(connection)

    def pragma(self, name: str) -> Any:  # noqa: ANN401 - SQLite answers with any scalar
        """Value of a pragma, for doctor and tests."""
        with self._engine.connect() as connection:
            return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def open_store(path: Path, copies: Path) -> Store:
    """The store in `path`, created or upgraded if need be.

    Before an upgrade the file is copied into `copies` (the newest three are kept). Where nothing may be written (a
    backup on a disc, somebody else's folder), what is there can be read.

    Raises:
        DataError: ``damaged``, ``newer``, ``full``, ``read-only`` or ``locked``.
    """
    try:
        return _opened(path, copies)
    except DataError as error:
        store = open_for_reading(path) if error.code == "read-only" else None
        if store is None:
            raise
        return store


def open_for_reading(path: Path) -> Store | None:
    """The store in a file that nobody changes meanwhile; every write is refused. None if it cannot be read so.

    A log beside the file that was not moved into it yet holds the newest of what was stored: then the file alone tells
    only half.
    """
    with contextlib.suppress(OSError):
        log = path.with_name(f"{path.name}-wal")
        if not path.is_file() or (log.exists() and log.stat().st_size):
            return None
        with contextlib.closing(_connect_for_reading(path)) as connection, contextlib.suppress(sqlite3.Error):
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            if row is not None and str(row[0]) == HEAD_REVISION:
                engine = create_engine(
                    "sqlite+pysqlite://", creator=lambda: _connect_for_reading(path), hide_parameters=True
                )
                event.listen(engine, "begin", _begin)
                return Store(engine)
    return None


def _connect_for_reading(path: Path) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?immutable=1"
    return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)


def _opened(path: Path, copies: Path) -> Store:
    with translated():
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not path.exists():
                path.touch(mode=0o600)  # it will hold what people wrote
        except OSError as error:
            raise DataError("full" if error.errno == errno.ENOSPC else "read-only") from error
        revision = _probe(path)
        engine = _engine(path)
        try:
            if revision != HEAD_REVISION:
                from kundenradar.store.upgrade import upgrade

                upgrade(engine, path, copies, revision)
            else:
                with engine.connect() as connection:
                    connection.exec_driver_sql("SELECT 1 FROM source LIMIT 1")
        except BaseException:
            engine.dispose()
            raise
    return Store(engine)
