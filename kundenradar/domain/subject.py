"""Whom a text speaks of: what is asked and what comes out; how it is found out stands in `attention` and `about`."""

from dataclasses import dataclass
from enum import StrEnum

from kundenradar.domain.packing import Packed
from kundenradar.domain.queries import Query, QueryId

Span = tuple[int, int]
"""First character and one past the last."""


class AboutLabel(StrEnum):
    """How a text speaks of the firm."""

    FIRM = "firm"  # a part of it does
    PASSING = "passing"  # names it beside other things
    WHOLE = "whole"  # all of it counts


@dataclass(frozen=True, slots=True)
class About(Packed):
    """Which part of a text speaks of the firm.

    Attributes:
        spans: Stretches that do, in order; empty if the whole text counts.
        counted: Sentences of the own words of which something counts; 0 if all of them do.
        sentences: All of them; 0 if all count.
        lean: What a comparison says of the firm beside its words: 1 for it, -1 against it, 0 nothing.
        compared: Stretches of `spans` that only compare, and whose words of praise are another firm's.
    """

    label: AboutLabel = AboutLabel.WHOLE
    spans: tuple[Span, ...] = ()
    counted: int = 0
    sentences: int = 0
    lean: int = 0
    compared: tuple[Span, ...] = ()


WHOLE = About()
"""What is said of a text with one subject."""


@dataclass(frozen=True, slots=True)
class Focus:
    """Who is meant by "our firm".

    Attributes:
        queries: All Suchprofile.
        firm: The one made from the firm's words; where a text meets it, the others do not say who is meant.
        rivals: Competitors the owner named.
    """

    queries: tuple[Query, ...] = ()
    firm: QueryId | None = None
    rivals: tuple[str, ...] = ()


NOBODY = Focus()
"""Nobody is meant: all of every text counts."""


@dataclass(frozen=True, slots=True)
class Said:
    """An entry's words, and what counts of them.

    Attributes:
        text: Title and own words.
        judged: The same with all that does not count blanked: places in it are places in `text`.
        about: Which part counts.
        rating: Stars that came with it, or what a comparison tells in stars, or None.
    """

    text: str
    judged: str
    about: About = WHOLE
    rating: float | None = None
