"""What a text says about us, as a value."""

from dataclasses import dataclass
from enum import StrEnum

from kundenradar.domain.packing import Packed


class Label(StrEnum):
    """Polarity of a text; the order is the order of the charts, bottom up."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"


class Shown(StrEnum):
    """What is shown of a judgement: a label, or an honest doubt."""

    NEGATIVE = "negative"
    NEUTRAL = "neutral"
    POSITIVE = "positive"
    MIXED = "mixed"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Reason:
    """A stretch of the text that pushed the judgement.

    Attributes:
        start: First character, counted in the judged text.
        end: One past the last character.
        weight: Push in [-1, +1]; negative pushes towards negative.
    """

    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Sentiment(Packed):
    """One judgement of one text.

    Attributes:
        label: Best of the three.
        score: In [-1, +1].
        confidence: In [0, 1]: how sure the model is of `label`.
        model: Name and version of what judged, or ``mensch`` for a person.
        by_human: Whether a person decided.
        shown: What to show.
        why: Stretches that decided, in text order; kept with the judgement only while it is fresh.
    """

    label: Label
    score: float
    confidence: float
    model: str
    by_human: bool = False
    shown: Shown = Shown.NEUTRAL
    why: tuple[Reason, ...] = ()


HUMAN = "mensch"


def human_judgement(label: Label) -> Sentiment:
    """The judgement of a person: certain, and at the end or middle of the scale."""
    score = {Label.NEGATIVE: -1.0, Label.NEUTRAL: 0.0, Label.POSITIVE: 1.0}[label]
    return Sentiment(label, score, 1.0, HUMAN, by_human=True, shown=Shown(label.value))
