"""Full-text search: the query language over FTS5. SQLite-only SQL lives here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, false, func, select, text, true
from sqlalchemy.engine import Connection

from kundenradar.domain.mentions import EntryId
from kundenradar.domain.queries import parse_query
from kundenradar.store.search_terms import MAX_EXPANSION, SEARCHED_COLUMNS, MatchPlan, to_match
from kundenradar.store.tables import EntryRow

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute

_WITH_AUTHOR = (*SEARCHED_COLUMNS, "author")


class Search:
    """Search over all entries of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _words_like(self, pattern: str) -> Sequence[str]:
        statement = text("SELECT term FROM entry_words WHERE term GLOB :pattern LIMIT :most")
        found = self._connection.execute(statement, {"pattern": pattern, "most": MAX_EXPANSION + 1})
        return [row.term for row in found]

    def _plan(self, expression: str, *, authors: bool) -> MatchPlan:
        columns = _WITH_AUTHOR if authors else SEARCHED_COLUMNS
        return to_match(parse_query(expression), self._words_like, columns)

    def condition(
        self, expression: str, column: "InstrumentedAttribute[int]", *, authors: bool = False
    ) -> ColumnElement[bool]:
        """SQL condition: `column` is the key of an entry that meets the expression.

        Args:
            expression: In the query language.
            column: A column of entry keys.
            authors: Whether words may also stand in the author's name.

        Raises:
            InputError: The expression has a mistake.
        """
        plan = self._plan(expression, authors=authors)
        if plan.match is None:
            return true() if plan.negated else false()
        found = text("SELECT rowid FROM entry_fts WHERE entry_fts MATCH :match_words").bindparams(
            match_words=plan.match
        )
        keys = found.columns(EntryRow.id).scalar_subquery()
        return column.not_in(keys) if plan.negated else column.in_(keys)

    def ids(self, expression: str, *, authors: bool = False, limit: int | None = None) -> tuple[EntryId, ...]:
        """Keys of all entries that meet the expression, newest first.

        Raises:
            InputError: The expression has a mistake.
        """
        plan = self._plan(expression, authors=authors)
        if plan.match is not None and not plan.negated:
            found = self._connection.execute(
                text("SELECT rowid FROM entry_fts WHERE entry_fts MATCH :m ORDER BY rowid DESC LIMIT :n"),
                {"m": plan.match, "n": -1 if limit is None else limit},
            )
        else:
            found = self._connection.execute(
                select(EntryRow.id)
                .where(self.condition(expression, EntryRow.id, authors=authors))
                .order_by(EntryRow.id.desc())
                .limit(limit)
            )
        return tuple(EntryId(row[0]) for row in found)

    def count(self, expression: str, *, authors: bool = False) -> int:
        """How many entries meet the expression.

        Raises:
            InputError: The expression has a mistake.
        """
        statement = (
            select(func.count()).select_from(EntryRow).where(self.condition(expression, EntryRow.id, authors=authors))
        )
        return int(self._connection.execute(statement).scalar_one())
