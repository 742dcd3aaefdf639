"""What an expression of the query language means, as a tree of frozen values."""

import itertools
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MAX_MIXED_SPELLINGS = 5
"""Up to so many umlaut words of a phrase are looked up in every mixture of spellings at once."""


class Field(StrEnum):
    """A part of an entry that words can be looked for in alone."""

    TITLE = "title"
    AUTHOR = "author"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Word:
    """One word; its spellings may hold ``*`` (any letters) and ``?`` (one letter).

    Attributes:
        folded: Spelling with ae, oe, ue, ss.
        plain: Spelling with the dots dropped where it differs, else None.
        cased: The word as it must be written to the letter (``=Wort``), or empty.
        tail: Signs that must follow directly (``C++``, ``A+++``), or empty.
        related: Its German forms and compounds too (``wort~``); holds the word in small letters, or is empty.
    """

    folded: str
    plain: str | None = None
    cased: str = ""
    tail: str = ""
    related: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Folded, and plain if there is one."""
        return (self.folded,) if self.plain is None else (self.folded, self.plain)

    @property
    def is_simple(self) -> bool:
        """Whether its spellings say everything: neither case nor signs nor forms matter."""
        return not (self.cased or self.tail or self.related)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Two or more words side by side in one part of a text."""

    words: tuple[Word, ...]

    def spellings(self) -> tuple[tuple[str, ...], ...] | None:
        """Every mixture of spellings, or None if there are too many."""
        if sum(word.plain is not None for word in self.words) > MAX_MIXED_SPELLINGS:
            return None
        return tuple(itertools.product(*(word.spellings for word in self.words)))


@dataclass(frozen=True, slots=True)
class Near:
    """Two places in one part of a text with at most `distance` words between them.

    Attributes:
        ordered: `left` must come first.
    """

    left: "Place"
    right: "Place"
    distance: int
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class In:
    """`part` within one field of the entry only."""

    field: Field
    part: "Node"


@dataclass(frozen=True, slots=True)
class Since:
    """Entries of this local day or later; a number means so many days ago."""

    day: date | int


@dataclass(frozen=True, slots=True)
class Until:
    """Entries of this local day or earlier; a number means so many days ago."""

    day: date | int


@dataclass(frozen=True, slots=True)
class Judged:
    """Mentions of a sentiment: ``positive``, ``neutral``, ``negative``, ``mixed`` or ``unsure``."""

    label: str


@dataclass(frozen=True, slots=True)
class InState:
    """Mentions of a work state, as `kundenradar.domain.mentions.MentionStatus` writes it."""

    status: str


@dataclass(frozen=True, slots=True)
class Not:
    """Texts that `part` does not meet."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """Texts that all parts meet."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Texts that at least one part meets."""

    parts: tuple["Node", ...]


Place = Word | Phrase | Near | Or
"""What has a place in a text; an Or of such."""
Node = Word | Phrase | Near | In | Since | Until | Judged | InState | Not | And | Or


def is_place(node: Node) -> bool:
    """Whether a node stands at places of a text, so that nearness means something."""
    return isinstance(node, Word | Phrase | Near) or (isinstance(node, Or) and all(map(is_place, node.parts)))
