"""Looks whether database, disk, keyring, clock and network are in order."""

import contextlib
import os
import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from kundenradar.context import Context
from kundenradar.domain.errors import DataError
from kundenradar.paths import Paths
from kundenradar.services.messages import sentence

LOW_DISK_BYTES = 500 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at.

    Attributes:
        code: Stable word.
        name: German name.
        ok: Whether it is in order.
        words: German sentence.
        serious: Whether the program cannot do its work if it is not.
    """

    code: str
    name: str
    ok: bool
    words: str
    serious: bool = True


def examine(ctx: Context) -> tuple[Finding, ...]:
    """Look at everything; changes nothing."""
    return (_database(ctx), _disk(ctx.settings.path.parent), _keyring(ctx), _clock(ctx), _network(ctx))


def examine_unusable(paths: Paths, error: DataError) -> tuple[Finding, ...]:
    """What can be looked at when the database does not open; changes nothing."""
    words = sentence(error)
    copies = sorted(paths.copies.glob("*.sqlite3")) if paths.copies.is_dir() else []
    kept = f"{len(copies)} im Ordner {paths.copies.name}, die neueste heißt {copies[-1].name}" if copies else "keine"
    found = [Finding("database", "Datenbank", ok=False, words=words)]
    with contextlib.suppress(OSError):
        found.append(_disk(paths.database.parent))
    found.append(Finding("copies", "Frühere Kopien", ok=bool(copies), words=kept, serious=False))
    return tuple(found)


def _database(ctx: Context) -> Finding:
    answer = ctx.store.pragma("quick_check(1)")
    ok = answer == "ok"
    words = "in Ordnung" if ok else "beschädigt – liegen im Datenordner unter „copies“ frühere Kopien, hilft eine davon"
    return Finding("database", "Datenbank", ok, words)


def _disk(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    words = f"{free / 1024**3:.1f} GiB frei".replace(".", ",")
    if not os.access(folder, os.W_OK):
        return Finding(
            "disk", "Datenträger", ok=False, words=f"{words} – in den Datenordner lässt sich nicht schreiben"
        )
    return Finding("disk", "Datenträger", free > LOW_DISK_BYTES, words)


def _keyring(ctx: Context) -> Finding:
    ok = ctx.credentials.available()
    words = "vorhanden" if ok else "nicht verfügbar – Passwörter gelten nur bis zum Beenden"
    return Finding("keyring", "Schlüsselbund", ok, words, serious=False)


def _clock(ctx: Context) -> Finding:
    with ctx.store.read() as tx:
        last = tx.sources.last_success()
    ahead = last is not None and last > ctx.clock.now() + timedelta(minutes=5)
    words = "geht nach – der letzte Abruf liegt in der Zukunft" if ahead else "in Ordnung"
    return Finding("clock", "Uhr", not ahead, words)


def _network(ctx: Context) -> Finding:
    """Whether our own sources can be reached now, and what stands in the way if not."""
    from kundenradar.services.connection import check_connection

    diagnosis = check_connection(ctx)
    return Finding("network", "Netz", diagnosis.ok, diagnosis.words, serious=False)
