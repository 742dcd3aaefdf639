"""What the owner taught the judge, as values."""

from dataclasses import dataclass
from datetime import datetime

from kundenradar.domain.mentions import EntryId
from kundenradar.domain.sentiment import Label, Sentiment

LEAST_TO_MEASURE = 20
"""Corrections from which on the judge is measured on them."""
MAX_LEARNT_FROM = 2_000
"""Newest corrections that are learnt from; more would make the owner wait."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A label a person gave to a text.

    Attributes:
        text: The text as it is judged.
        mention: The mention it belongs to, or None.
        outside: Identifier of a text brought in from outside, or None.
    """

    label: Label
    text: str
    mention: EntryId | None = None
    outside: str | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learnt from corrections.

    Attributes:
        corrections: How many it was learnt from.
        accuracy: Share of them judged right when held back (cross-validated), or None for too few.
        weights: What changes in the judge.
        at: When, or None while fresh.
    """

    corrections: int
    accuracy: float | None
    weights: bytes
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the settings show of the learning.

    Attributes:
        counts: Corrections by label.
        accuracy: See `Lesson`.
        at: When it was learnt last, or None.
    """

    counts: dict[Label, int]
    accuracy: float | None = None
    at: datetime | None = None

    @property
    def corrections(self) -> int:
        """How many corrections there are."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Rejudged:
    """Mentions that look different after learning, with the judgement before, to undo."""

    before: tuple[tuple[EntryId, Sentiment], ...] = ()

    @property
    def ids(self) -> tuple[EntryId, ...]:
        """The mentions."""
        return tuple(key for key, _ in self.before)
