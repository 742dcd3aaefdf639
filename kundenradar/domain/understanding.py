"""What a text wants of us, and what it speaks of, as values."""

from dataclasses import dataclass
from enum import StrEnum

from kundenradar.domain.packing import Packed


class Concern(StrEnum):
    """What somebody writes for; several may hold. The order is the order of the chips."""

    HELP = "help"
    CRITICISM = "criticism"
    QUESTION = "question"
    SUGGESTION = "suggestion"
    PRAISE = "praise"
    RECOMMENDATION = "recommendation"
    ADVERT = "advert"


class TraitKind(StrEnum):
    """What a stored trait of a mention tells.

    A topic is a cause that is spoken of at all, a cause one that is criticised, safety a word that raises at once.
    """

    CONCERN = "concern"
    TOPIC = "topic"
    CAUSE = "cause"
    SAFETY = "safety"


@dataclass(frozen=True, slots=True)
class Cause:
    """A reason to be content or not, with the words that tell it.

    Attributes:
        key: Stable English word of the command line and the store.
        name: What people read; German.
        words: As the owner edits them: ``liefer*`` starts a word, ``*zeit`` ends one, ``*wart*`` stands inside,
            ``lange Leitung`` is a phrase, ``# tage … gewartet`` one with a number and a gap; umlauts in any spelling.
    """

    key: str
    name: str
    words: tuple[str, ...]

    def __hash__(self) -> int:
        """By the key alone: causes are looked up with every text that is read."""
        return hash(self.key)


@dataclass(frozen=True, slots=True)
class Reading(Packed):
    """What we understood of one text.

    Attributes:
        concerns: In the order of `Concern`; empty if it just tells something.
        needs_answer: Whether its author waits for one.
        safety: Words that tell of danger or harm, as they stand, each once.
        topics: Keys of the causes it speaks of, praised or blamed.
        causes: Keys of those it blames.
        version: Of the rules and cause words that read it, not 0; see `kundenradar.classify.concerns`.
    """

    concerns: tuple[Concern, ...] = ()
    needs_answer: bool = False
    safety: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    version: int = 0


NOT_READ = Reading()
"""What is known of a text nobody read yet."""


def traits_of(reading: Reading) -> tuple[tuple[TraitKind, str], ...]:
    """What is stored of a reading to filter and to count by: kind and value, each pair once."""
    return (
        *((TraitKind.CONCERN, concern.value) for concern in dict.fromkeys(reading.concerns)),
        *((TraitKind.TOPIC, key) for key in dict.fromkeys(reading.topics)),
        *((TraitKind.CAUSE, key) for key in dict.fromkeys(reading.causes)),
        *((TraitKind.SAFETY, word) for word in dict.fromkeys(reading.safety)),
    )
