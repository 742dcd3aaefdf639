"""The handbook as it was delivered: its chapters and their texts."""

import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

INDEX: Final = "index"
_HEADING: Final = re.compile(r"^#+\s+(.*)$", re.MULTILINE)
_NOT_IN_ANCHOR: Final = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter.

    Attributes:
        name: Of its file, without ending; what links name.
        title: Its first heading.
        text: All of it, as Markdown.
    """

    name: str
    title: str
    text: str


@cache
def chapters() -> tuple[Chapter, ...]:
    """All chapters, the table of contents first; empty where they were not delivered."""
    files = sorted(_folder().glob("*.md"), key=lambda file: (file.stem != INDEX, file.stem))
    return tuple(_chapter(file) for file in files)


def _chapter(file: Path) -> Chapter:
    text = file.read_text(encoding="utf-8")
    heading = _HEADING.search(text)
    return Chapter(file.stem, heading.group(1) if heading is not None else file.stem, text)


def anchor_of(heading: str) -> str:
    """What a link behind ``#`` calls a heading: ``Jetzt wichtig`` is ``jetzt-wichtig``."""
    return _NOT_IN_ANCHOR.sub("", heading.lower()).strip().replace(" ", "-")


def _folder() -> Path:
    """In the frozen program, or beside the sources."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen or Path(__file__).resolve().parents[1]) / "docs" / "handbuch"
