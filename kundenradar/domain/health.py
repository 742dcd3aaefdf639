"""How polls went."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kundenradar.domain.errors import Trouble


class FetchOutcome(StrEnum):
    """What a poll came to."""

    OK = "ok"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FetchRecord:
    """One poll of a source.

    Attributes:
        status: HTTP status, None if no answer came.
        entries: Entries in the document.
        new: Entries not known before.
        changed: Entries whose wording changed.
        ms: Milliseconds from asking to stored.
        trouble: Why it failed, None if it did not.
    """

    at: datetime
    outcome: FetchOutcome
    status: int | None = None
    entries: int = 0
    new: int = 0
    changed: int = 0
    ms: int = 0
    trouble: Trouble | None = None
