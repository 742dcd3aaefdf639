"""The file: opening, upgrading, and what survives."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from kundenradar.domain.errors import DataError
from kundenradar.domain.sources import SourceId
from kundenradar.store import upgrade as upgrading
from kundenradar.store.database import Store, _engine, open_for_reading, open_store
from kundenradar.store.tables import APPLICATION_ID, FTS_TABLE, HEAD_REVISION, Base
from tests.fakes import NOON, new_source

WRITER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from kundenradar.domain.mentions import HeardEntry, ParsedEntry
from kundenradar.domain.sentiment import Label, Sentiment
from kundenradar.domain.sources import NewSource
from kundenradar.store.database import open_store
from kundenradar.store.mentions import NewMention

folder = Path(sys.argv[1])
store = open_store(folder / "k.sqlite3", folder / "copies")
now = datetime(2026, 11, 18, 11, tzinfo=UTC)
with store.write() as tx:
    source = tx.sources.add(NewSource("Forum", "a", "https://forum.example/f"), now)
for batch in range(10_000):
    heard = [
        HeardEntry(ParsedEntry(n, f"{batch}-{n}", f"{batch}-{n}", "Brandt", None, None, None,
                               now - timedelta(minutes=batch), None, "Text " * 50, "", fingerprint="f"))
        for n in range(20)
    ]
    with store.write() as tx:
        ids = tx.entries.add(source.id, heard, now)
        sentiment = Sentiment(Label.POSITIVE, 0.5, 0.9, "test")
        tx.mentions.add([NewMention(key, source.id, now.date(), sentiment, (), False) for key in ids], now)
    print(batch, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "k.sqlite3"


def opened(path: Path) -> Store:
    return open_store(path, path.parent / "copies")


def test_the_head_of_the_steps_is_what_the_tables_say(path: Path) -> None:
    store = opened(path)

    def ours(_object: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
        return not (kind == "table" and name is not None and name.startswith((FTS_TABLE, "entry_words")))

    with store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    store.close()


def test_there_is_one_head_and_the_tables_name_it() -> None:
    heads = ScriptDirectory.from_config(upgrading.configuration()).get_heads()
    assert list(heads) == [HEAD_REVISION]


def filled(table: sa.Table) -> dict[str, object]:
    """A value for every column that must have one, references to row 1."""
    values: dict[str, object] = {}
    for column in table.columns:
        kind = column.type
        if not column.nullable or column.primary_key:
            is_number = isinstance(kind, sa.Integer | sa.Boolean | sa.Float)
            values[column.name] = 1 if is_number else NOON.date() if isinstance(kind, sa.Date) else b"1"
            if isinstance(kind, sa.Text):
                values[column.name] = "1"
    return values


def test_every_step_keeps_the_rows_of_the_one_before(path: Path) -> None:
    """Walks from the first schema to the head with a row in every table."""
    engine = _engine(path)
    steps = [step.revision for step in ScriptDirectory.from_config(upgrading.configuration()).walk_revisions()]
    written: dict[str, dict[str, object]] = {}
    before = None
    for revision in reversed(steps):
        upgrading.upgrade(engine, path, path.parent / "copies", before, revision)
        before = revision
        shape = sa.MetaData()
        shape.reflect(engine, only=lambda name, _: not name.startswith((FTS_TABLE, "entry_words", "alembic")))
        with engine.connect() as connection, connection.begin():
            for table in shape.sorted_tables:
                if table.name not in written:
                    written[table.name] = filled(table)
                    connection.execute(table.insert().values(written[table.name]))
    with engine.connect() as connection:
        for table in shape.sorted_tables:
            row = connection.execute(sa.select(*(table.c[name] for name in written[table.name]))).one()
            assert row._asdict() == written[table.name]
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    engine.dispose()
    store = opened(path)
    with store.read() as tx:
        assert tx.entries.ids_of_source(SourceId(1)) == (1,)
    store.close()


def test_the_file_says_whose_it_is_and_survives_reopening(path: Path) -> None:
    store = opened(path)
    assert store.pragma("application_id") == APPLICATION_ID
    assert store.pragma("journal_mode") == "wal"
    assert store.pragma("foreign_keys") == 1
    with store.write() as tx:
        tx.sources.add(new_source(), NOON)
    store.close()
    again = opened(path)
    with again.read() as tx:
        assert [source.name for source in tx.sources.list()] == ["Handwerkerforum"]
    again.close()


def test_an_upgrade_copies_first_and_keeps_three(path: Path) -> None:
    opened(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM alembic_version")
        connection.execute("INSERT INTO alembic_version VALUES ('0000')")
    connection.close()
    for _ in range(4):
        with pytest.raises(DataError, match="migration"):
            opened(path)
    copies = sorted((path.parent / "copies").glob("*.sqlite3"))
    assert len(copies) == 3
    with sqlite3.connect(copies[-1]) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0000",)
    connection.close()


def test_a_newer_database_is_refused_and_not_touched(path: Path) -> None:
    opened(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(DataError, match="newer"):
        opened(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"kein SQLite, nur Text", b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_refused_and_not_touched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(DataError, match="damaged"):
        opened(path)
    assert path.read_bytes() == content


def test_a_foreign_database_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()
    with pytest.raises(DataError, match="damaged"):
        opened(path)


def test_an_empty_file_is_a_new_database(path: Path) -> None:
    path.touch()
    opened(path).close()
    assert path.stat().st_size > 0


def test_a_full_disk_rolls_back_and_loses_nothing(path: Path) -> None:
    store = opened(path)
    with store.write() as tx:
        tx.sources.add(new_source("https://one.example/"), NOON)
    pages = store.pragma("page_count")

    def fill() -> None:
        with store.write() as tx:
            tx._connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
            for number in range(2000):
                tx.sources.add(new_source(f"https://{number}.example/" + "x" * 500), NOON)

    with pytest.raises(DataError, match="full"):
        fill()
    with store.read() as tx:
        assert [source.feed_url for source in tx.sources.list()] == ["https://one.example/"]
    store.close()


def test_a_failed_write_leaves_nothing_half(path: Path) -> None:
    store = opened(path)

    def fail() -> None:
        with store.write() as tx:
            tx.sources.add(new_source(), NOON)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with store.read() as tx:
        assert tx.sources.list() == ()
    store.close()


def test_readers_see_a_snapshot_while_a_write_is_open(path: Path) -> None:
    store = opened(path)
    with store.write() as tx:
        tx.sources.add(new_source(), NOON)
        with store.read() as other:
            assert other.sources.list() == ()
    with store.read() as other:
        assert len(other.sources.list()) == 1
    store.close()


def test_writers_take_turns(path: Path) -> None:
    store = opened(path)

    def add(start: int) -> None:
        for number in range(start, start + 20):
            with store.write() as tx:
                tx.sources.add(new_source(f"https://{number}.example/"), NOON)

    threads = [threading.Thread(target=add, args=(start,)) for start in (0, 100, 200)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as tx:
        assert len(tx.sources.list()) == 60
    store.close()


def test_bound_values_never_stand_in_an_error(path: Path) -> None:
    store = opened(path)
    with store.write() as tx:
        tx.queries.save("Geheimer Name", "wort", NOON)
    from sqlalchemy.exc import IntegrityError

    def twice() -> None:
        with store.write() as tx:
            tx._connection.exec_driver_sql(
                "INSERT INTO query (name, expression, firm, created_at) VALUES (?, ?, 0, 0)", ("Geheimer Name", "x")
            )

    with pytest.raises(IntegrityError) as caught:
        twice()
    assert "Geheimer Name" not in str(caught.value)
    store.close()


@pytest.mark.slow
@pytest.mark.parametrize("round_", range(3))
def test_kill_9_at_any_moment_loses_nothing_committed(tmp_path: Path, round_: int) -> None:
    """A real process is killed in the middle of its writes; every batch it reported is there, whole."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    assert process.stdout is not None
    spare = random.Random(round_).randrange(3, 25)
    reported = -1
    for line in process.stdout:
        reported = int(line)
        if reported >= spare:
            break
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read().split()
    process.stdout.close()
    process.wait()
    reported = max([reported, *(int(word) for word in rest)])

    store = opened(tmp_path / "k.sqlite3")
    assert store.pragma("integrity_check") == "ok"
    with store.read() as tx:
        facets = tx.mentions.facets()
        counted = sum(count.total for count in tx.days.between(NOON.date(), NOON.date()))
        found = tx.search.count("brandt")
    assert facets.total % 20 == 0
    assert facets.total >= (reported + 1) * 20
    assert facets.total == counted == found
    store.close()


@pytest.mark.parametrize("name", ["mit%20prozent", "a?x=1", "a#b", "ä ö", "+", "'\"", "%2e%2e"])
def test_the_data_lie_in_the_folder_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    if sys.platform == "win32" and set(name) & set('?"'):
        pytest.skip("no name there")
    folder = tmp_path / name
    folder.mkdir()
    open_store(folder / "k.sqlite3", folder / "copies").close()
    assert (folder / "k.sqlite3").is_file()
    assert list(tmp_path.iterdir()) == [folder]


def test_what_may_only_be_read_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "k.sqlite3"
    store = open_store(path, tmp_path / "copies")
    with store.write() as tx:
        tx.sources.add(new_source(), NOON)
    store.close()
    store_to_read = open_for_reading(path)
    assert store_to_read is not None
    with store_to_read.read() as tx:
        assert len(tx.sources.list()) == 1
    with pytest.raises(DataError) as caught, store_to_read.write() as tx:
        tx.sources.add(new_source("https://b.example/feed"), NOON)
    assert caught.value.code == "read-only"
    store_to_read.close()


def test_a_file_with_news_still_in_its_log_is_not_read_alone(tmp_path: Path) -> None:
    path = tmp_path / "k.sqlite3"
    open_store(path, tmp_path / "copies").close()
    path.with_name("k.sqlite3-wal").write_bytes(b"x")
    assert open_for_reading(path) is None
    assert open_for_reading(tmp_path / "nothing") is None


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="may write")
def test_a_folder_that_may_not_be_written_can_be_read(tmp_path: Path) -> None:
    open_store(tmp_path / "k.sqlite3", tmp_path / "copies").close()
    tmp_path.chmod(0o555)
    try:
        with open_store(tmp_path / "k.sqlite3", tmp_path / "copies").read() as tx:
            assert tx.sources.list() == ()
    finally:
        tmp_path.chmod(0o755)
