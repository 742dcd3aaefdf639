"""Preferences: a frozen value kept in settings.json, written atomically."""

import contextlib
import dataclasses
import json
import os
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SETTINGS_VERSION = 1
THEMES = ("system", "light", "dark")
MIN_FONT_PERCENT, MAX_FONT_PERCENT = 90, 150
MIN_INTERVAL_MINUTES, MAX_INTERVAL_MINUTES = 10, 24 * 60


@dataclass(frozen=True, slots=True)
class Settings:
    """What the owner has set.

    Attributes:
        firm_name: Name of the firm; empty until the first run is done.
        terms: Further words of the first Suchprofil (products, spellings).
        excludes: Words that rule a mention out.
        own_names: Own nicknames, for every source.
        competitors: Other firms customers name beside ours; what is said of them does not count for us.
        federal_state: Bundesland as two letters (``BY``), or empty.
        town: Where the firm is, or empty; search feeds are made with it.
        person: Who signs the answers.
        interval_minutes: Default polling interval, 10 to 1440.
        theme: ``system``, ``light`` or ``dark``.
        font_percent: 90 to 150.
        first_run_done: Whether the three questions were answered or skipped.
        listening: Whether the scheduler polls by itself.
        proxy: ``system``, ``none``, or ``host:port`` of one set by hand; its login lies in the keyring.
        proxy_exceptions: Hosts asked without it: ``*.firma.de``, ``192.168.0.0/16``, ``<local>`` (names without a dot).
        unknown: Keys of a newer program, kept as they are.
    """

    firm_name: str = ""
    terms: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    own_names: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    federal_state: str = ""
    town: str = ""
    person: str = ""
    interval_minutes: int = 30
    theme: str = "system"
    font_percent: int = 100
    first_run_done: bool = False
    listening: bool = True
    proxy: str = "system"
    proxy_exceptions: tuple[str, ...] = ()
    unknown: dict[str, Any] = field(default_factory=dict, compare=False)


def _bounded(value: int, low: int, high: int) -> int:
    return max(low, min(high, value))


def _checked(values: dict[str, Any]) -> Settings:
    """Settings from a JSON object; values of the wrong type fall back to the default."""
    known = {f.name: f for f in dataclasses.fields(Settings) if f.name != "unknown"}
    default = Settings()
    taken: dict[str, Any] = {}
    for name in known:
        if name not in values:
            continue
        value, fallback = values[name], getattr(default, name)
        if isinstance(fallback, tuple):
            if isinstance(value, list) and all(isinstance(part, str) for part in value):
                taken[name] = tuple(value)
        elif type(value) is type(fallback):
            taken[name] = value
    unknown = {key: value for key, value in values.items() if key not in known and key != "version"}
    settings = Settings(**taken, unknown=unknown)
    return dataclasses.replace(
        settings,
        theme=settings.theme if settings.theme in THEMES else "system",
        font_percent=_bounded(settings.font_percent, MIN_FONT_PERCENT, MAX_FONT_PERCENT),
        interval_minutes=_bounded(settings.interval_minutes, MIN_INTERVAL_MINUTES, MAX_INTERVAL_MINUTES),
    )


def load_settings(path: Path) -> tuple[Settings, bool]:
    """The stored preferences, and whether the file had to be set aside as unreadable.

    A broken file is renamed to ``settings.broken.json`` and the defaults are returned.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), False
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        values = None
    if not isinstance(values, dict):
        with contextlib.suppress(OSError):
            path.replace(path.with_name("settings.broken.json"))
        return Settings(), True
    return _checked(values), False


def save_settings(path: Path, settings: Settings) -> None:
    """Write the preferences atomically: a crash leaves the old or the new file.

    Raises:
        OSError: If the folder cannot be written.
    """
    values = dataclasses.asdict(settings)
    unknown = values.pop("unknown")
    document = json.dumps({**unknown, "version": SETTINGS_VERSION, **values}, ensure_ascii=False, indent=2)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-", suffix=".json")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(document + "\n")
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
