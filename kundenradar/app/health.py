"""Looks whether database, disk, keyring, clock and network are in order."""

import shutil
from dataclasses import dataclass
from datetime import timedelta

from kundenradar.context import Context
from kundenradar.domain.errors import TroubleKind

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
    return (_database(ctx), _disk(ctx), _keyring(ctx), _clock(ctx), _network(ctx))


def _database(ctx: Context) -> Finding:
    answer = ctx.store.pragma("quick_check(1)")
    ok = answer == "ok"
    words = "in Ordnung" if ok else "beschädigt – im Datenordner liegen unter „copies“ frühere Kopien"
    return Finding("database", "Datenbank", ok, words)


def _disk(ctx: Context) -> Finding:
    free = shutil.disk_usage(ctx.settings.path.parent).free
    words = f"{free / 1024**3:.1f} GiB frei".replace(".", ",")
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
    """Whether the last round reached anybody: the truth is the last result, not what the system believes."""
    with ctx.store.read() as tx:
        polled = [source for source in tx.sources.list() if source.last_attempt is not None and not source.paused]
    offline = [source for source in polled if source.trouble and source.trouble.kind is TroubleKind.OFFLINE]
    if not polled:
        return Finding("network", "Netz", ok=True, words="noch nichts abgerufen", serious=False)
    ok = len(offline) < len(polled)
    words = (
        "beim letzten Abruf verbunden" if ok else "beim letzten Abruf keine Verbindung – Gespeichertes bleibt lesbar"
    )
    return Finding("network", "Netz", ok, words, serious=False)
