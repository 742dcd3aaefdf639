"""What to listen for: Suchprofile and their language.

The language is read by `kundenradar.domain.query_reading` into the tree of `kundenradar.domain.query_tree`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType

from kundenradar.domain.query_reading import (
    MAX_DEPTH,
    MAX_EXPRESSION_CHARS,
    OPERATORS,
    QUOTES,
    QueryHint,
    QuerySyntaxError,
    asks_for_source,
    check_lasting,
    dated,
    day_of,
    hints,
    parse_query,
)
from kundenradar.domain.query_tree import (
    And,
    Field,
    In,
    InState,
    Judged,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Since,
    Until,
    Word,
)

__all__ = [
    "MAX_DEPTH",
    "MAX_EXPRESSION_CHARS",
    "And",
    "Field",
    "In",
    "InState",
    "Judged",
    "Near",
    "Node",
    "Not",
    "Or",
    "Phrase",
    "Query",
    "QueryHint",
    "QueryId",
    "QuerySyntaxError",
    "Since",
    "Until",
    "Word",
    "as_term",
    "as_words",
    "asks_for_source",
    "build_expression",
    "check_lasting",
    "dated",
    "day_of",
    "hints",
    "parse_query",
]

QueryId = NewType("QueryId", int)

_QUESTION = re.compile(r"\?+(?=\s|$)")
"""Question marks that end a word are punctuation in a name: *Wohin? Reisen*."""


@dataclass(frozen=True, slots=True)
class Query:
    """A Suchprofil: a name and an expression of the query language."""

    id: QueryId
    name: str
    expression: str
    mentions: int = 0


def build_expression(terms: Iterable[str], excludes: Iterable[str] = ()) -> str:
    """The expression of the firm's first Suchprofil: any of `terms`, none of `excludes`.

    Words with white space, punctuation or the look of an operator are quoted; what has no letter or digit is
    left out.

    Returns:
        An expression `parse_query` reads, or an empty one without terms.
    """
    wanted = list(dict.fromkeys(filter(None, map(as_term, terms))))
    unwanted = list(dict.fromkeys(filter(None, map(as_term, excludes))))
    if not wanted:
        return ""
    alternatives = " OR ".join(wanted)
    if unwanted and len(wanted) > 1:
        alternatives = f"({alternatives})"
    return " ".join([alternatives, *(f"NOT {word}" for word in unwanted)])


def as_words(raw: str) -> str:
    """What a person wrote as words to look for: without quotes, stray blanks and question marks at the end."""
    return _QUESTION.sub("", " ".join("".join(" " if sign in QUOTES else sign for sign in raw).split()))


def as_term(raw: str) -> str:
    """A word or several as an expression looks for them: bare if it can be, else in quotes; empty without letters."""
    text = as_words(raw)
    if not any(character.isalnum() for character in text):
        return ""
    text = _readable(text)
    bare = text.replace("*", "").isalnum() and text not in OPERATORS and text not in ("NEAR", "ONEAR", "NAHE")
    return text if bare else f'"{text}"'


def _readable(text: str) -> str:
    """`text` without wildcards if the language does not take them so."""
    try:
        parse_query(f'"{text}"')
    except QuerySyntaxError:
        return " ".join(re.sub(r"[*?~]", " ", text).split())
    return text
