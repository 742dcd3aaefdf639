"""Who made what Kundenradar is built of, and what it runs on."""

import platform
import sqlite3
import sys
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import qVersion

import kundenradar

FILES = ("NOTICE", "LICENSE")


def notice_text() -> str:
    """NOTICE and LICENSE as they were delivered; a sentence where they are missing."""
    found = [text for text in (_read(name) for name in FILES) if text]
    return "\n\n".join(found) or "Die Lizenztexte liegen dem Quelltext von Kundenradar bei."


def version_lines() -> tuple[tuple[str, str], ...]:
    """Name and version of the program and of what it stands on."""
    return (
        ("Kundenradar", kundenradar.__version__),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("SQLite", sqlite3.sqlite_version),
        ("System", f"{platform.system()} {platform.release()}"),
    )


def _read(name: str) -> str:
    for place in _places(name):
        try:
            return place.read_text(encoding="utf-8")
        except OSError:
            continue
    return ""


def _places(name: str) -> list[Path]:
    """Where a file may lie: in the frozen program, beside the sources, or with the installed package."""
    places = [Path(__file__).resolve().parents[1] / name]
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        places.insert(0, Path(frozen) / name)
    try:
        delivered = metadata.files("kundenradar") or []
    except metadata.PackageNotFoundError:
        delivered = []
    return places + [Path(str(file.locate())) for file in delivered if file.name == name]
