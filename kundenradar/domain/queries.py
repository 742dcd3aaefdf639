"""What to listen for: Suchprofile and their language."""

from dataclasses import dataclass
from typing import NewType

QueryId = NewType("QueryId", int)


@dataclass(frozen=True, slots=True)
class Query:
    """A Suchprofil: a name and an expression of the query language."""

    id: QueryId
    name: str
    expression: str
    mentions: int = 0
