"""Answers in the making: drafts with versions, snippets with placeholders."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from kundenradar.domain.mentions import EntryId

SnippetId = NewType("SnippetId", int)

_PLACEHOLDER = re.compile(r"\{([^{}\n]{1,60})\}")


class VersionReason(StrEnum):
    """Why a wording was kept."""

    AUTOSAVE = "autosave"
    COPIED = "copied"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """One wording of a draft."""

    number: int
    text: str
    at: datetime
    reason: VersionReason


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """The answer to one mention, as far as it is written.

    Attributes:
        versions: Earlier wordings, oldest first; the last one is `text`.
    """

    mention: EntryId
    text: str
    saved_at: datetime
    versions: tuple[DraftVersion, ...] = ()


@dataclass(frozen=True, slots=True)
class Snippet:
    """A reusable piece of an answer; `{Name}` marks what is still to be filled in."""

    id: SnippetId
    title: str
    text: str


def open_placeholders(text: str) -> tuple[str, ...]:
    """Names of placeholders still to be filled in, each once, in order of appearance."""
    return tuple(dict.fromkeys(match.group(1).strip() for match in _PLACEHOLDER.finditer(text)))


def fill_placeholders(text: str, values: Mapping[str, str]) -> str:
    """The text with known placeholders filled in; unknown or empty ones stay open.

    Args:
        text: Text with `{Name}` marks.
        values: Value per placeholder; names are compared without regard to case.
    """
    folded = {name.casefold(): value for name, value in values.items() if value}

    def value(match: re.Match[str]) -> str:
        return folded.get(match.group(1).strip().casefold(), match.group(0))

    return _PLACEHOLDER.sub(value, text)
