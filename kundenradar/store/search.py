"""Full-text search: the query language over FTS5. SQLite-only SQL lives here.

What the index cannot decide (case, signs, nearness) is looked up in the texts of the entries it leaves open.
"""

import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sqlalchemy import (
    ColumnElement,
    Row,
    ScalarSelect,
    Select,
    and_,
    bindparam,
    false,
    func,
    not_,
    or_,
    select,
    text,
    true,
)
from sqlalchemy.engine import Connection

from kundenradar.domain.matching import Facts, Searchable, matcher, searchable
from kundenradar.domain.mentions import EntryId
from kundenradar.domain.queries import QuerySyntaxError, parse_query
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
from kundenradar.store.search_terms import MAX_EXPANSION, SEARCHED_COLUMNS, MatchPlan, bounds
from kundenradar.store.tables import EntryRow, MentionRow, SourceRow

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute

_WITH_AUTHOR = (*SEARCHED_COLUMNS, "author")
_COLUMNS_IN = {Field.TITLE: ("title", "alt_title"), Field.AUTHOR: ("author",)}
_TEXT = (Word, Phrase, Near)
LOOKED_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class _Found:
    """What the index and the tables say: conditions on entries, as `Bounds` are."""

    most: ColumnElement[bool]
    least: ColumnElement[bool]
    is_exact: bool
    match: str | None = None


def source_words(name: str, feed_url: str, site_url: str) -> tuple[str, ...]:
    """What ``quelle:`` looks into: the name of a source and its hosts."""
    hosts = (urlsplit(url).hostname or "" for url in (feed_url, site_url))
    return (name, *dict.fromkeys(filter(None, hosts)))


class Search:
    """Search over all entries of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seen_words: dict[tuple[str, ...], Sequence[str]] = {}

    # -- asking ----------------------------------------------------------------------

    def condition(
        self, expression: str, column: "InstrumentedAttribute[int]", *, authors: bool = False
    ) -> ColumnElement[bool]:
        """SQL condition: `column` is the key of an entry that meets the expression.

        Args:
            expression: In the query language, days as dates (`kundenradar.domain.queries.dated`).
            column: A column of entry keys.
            authors: Whether words may also stand in the author's name.

        Raises:
            InputError: The expression has a mistake.
        """
        node = parse_query(expression)
        found = self._found(node, column, authors=authors)
        if found.is_exact:
            return found.most
        only_mentions = column.class_ is MentionRow
        met = list(self._looked_at(node, authors=authors, only_mentions=only_mentions))
        return or_(found.least, column.in_(_listed(met)))

    def ids(self, expression: str, *, authors: bool = False, limit: int | None = None) -> tuple[EntryId, ...]:
        """Keys of all entries that meet the expression, newest first.

        Raises:
            InputError: The expression has a mistake.
        """
        node = parse_query(expression)
        found = self._found(node, EntryRow.id, authors=authors)
        if found.match is not None:
            rows = self._connection.execute(
                text("SELECT rowid FROM entry_fts WHERE entry_fts MATCH :m ORDER BY rowid DESC LIMIT :n"),
                {"m": found.match, "n": -1 if limit is None else limit},
            )
            return tuple(EntryId(row[0]) for row in rows)
        statement = select(EntryRow.id).order_by(EntryRow.id.desc()).limit(limit)
        surely = [EntryId(row.id) for row in self._connection.execute(statement.where(found.least))]
        if found.is_exact:
            return tuple(surely)
        met: list[EntryId] = []
        for key in self._looked_at(node, authors=authors):
            if limit is not None and len(met) == limit:
                break
            met.append(key)
        return tuple(sorted({*surely, *met}, reverse=True)[:limit])

    def count(self, expression: str, *, authors: bool = False) -> int:
        """How many entries meet the expression.

        Raises:
            InputError: The expression has a mistake.
        """
        statement = (
            select(func.count()).select_from(EntryRow).where(self.condition(expression, EntryRow.id, authors=authors))
        )
        return int(self._connection.execute(statement).scalar_one())

    def first(self, expression: str, limit: int) -> tuple[int, tuple[EntryId, ...]]:
        """How many entries meet the expression, and the newest of them; texts are looked at once.

        Raises:
            InputError: The expression has a mistake.
        """
        if self._found(parse_query(expression), EntryRow.id, authors=False).is_exact:
            return self.count(expression), self.ids(expression, limit=limit)
        every = self.ids(expression)
        return len(every), every[:limit]

    # -- what index and tables say ---------------------------------------------------

    def _words_like(self, patterns: Sequence[str], meets: Callable[[str], bool]) -> Sequence[str]:
        asked = tuple(patterns)
        if asked not in self._seen_words:
            self._seen_words[asked] = self._words_of_form(asked)
        found = (word for word in self._seen_words[asked] if meets(word))
        return list(itertools.islice(found, MAX_EXPANSION + 1))

    def _words_of_form(self, patterns: Sequence[str]) -> Sequence[str]:
        """Words of the index with one of these forms; one scan, which begins where the words can."""
        first = min((pattern.partition("*")[0] for pattern in patterns), default="")
        last = max((pattern.partition("*")[0] for pattern in patterns), default="")
        has_start = all(not pattern.startswith("*") for pattern in patterns)
        forms = " OR ".join(f"term GLOB :p{at}" for at in range(len(patterns)))
        within = " AND term >= :first AND term < :last" if has_start else ""
        statement = text(f"SELECT term FROM entry_words WHERE ({forms}){within}")  # noqa: S608 - names made here
        values = {f"p{at}": pattern for at, pattern in enumerate(patterns)}
        if has_start:
            values |= {"first": first, "last": f"{last}\U0010ffff"}
        return [row.term for row in self._connection.execute(statement, values)]

    def _found(self, node: Node, column: "InstrumentedAttribute[int]", *, authors: bool) -> _Found:
        match node:
            case In(Field.SOURCE, part):
                return _certain(self._of_sources(part, column))
            case In(place, part):
                return self._words(part, column, _COLUMNS_IN[place])
            case Since() | Until() | Judged() | InState():
                return _certain(_of_facts(node, column))
            case _ if _is_text(node):
                return self._words(node, column, _WITH_AUTHOR if authors else SEARCHED_COLUMNS)
            case Not(part):
                inner = self._found(part, column, authors=authors)
                return _Found(not_(inner.least), not_(inner.most), inner.is_exact)
            case And(parts) | Or(parts):
                return self._joined(type(node), parts, column, authors=authors)
            case _:
                raise AssertionError(node)

    def _joined(
        self,
        kind: type[And] | type[Or],
        parts: Sequence[Node],
        column: "InstrumentedAttribute[int]",
        *,
        authors: bool,
    ) -> _Found:
        """The parts that ask for words go to the index together."""
        words = [part for part in parts if _is_text(part)]
        others = [part for part in parts if not _is_text(part)]
        together = [kind(tuple(words))] if len(words) > 1 else words
        found = [self._found(part, column, authors=authors) for part in [*together, *others]]
        join = and_ if kind is And else or_
        return _Found(
            join(*[one.most for one in found]),
            join(*[one.least for one in found]),
            all(one.is_exact for one in found),
        )

    def _words(self, node: Node, column: "InstrumentedAttribute[int]", columns: Sequence[str]) -> _Found:
        found = bounds(node, self._words_like, columns)  # type: ignore[arg-type]  # only text comes here
        is_exact = found.most == found.least
        match = found.most.match if is_exact and not found.most.negated else None
        most = _matching(found.most, column)
        return _Found(most, most if is_exact else _matching(found.least, column), is_exact, match)

    def _of_sources(self, part: Node, column: "InstrumentedAttribute[int]") -> ColumnElement[bool]:
        met = matcher(part)
        rows = self._connection.execute(select(SourceRow.id, SourceRow.name, SourceRow.feed_url, SourceRow.site_url))
        ids = [row.id for row in rows if met.matches(searchable(*source_words(row.name, row.feed_url, row.site_url)))]
        return column.in_(select(EntryRow.id).where(EntryRow.source_id.in_(ids)))

    # -- what must be looked at ------------------------------------------------------

    def _looked_at(self, node: Node, *, authors: bool, only_mentions: bool = False) -> Iterator[EntryId]:
        """Keys that the index leaves open and whose texts meet the query, newest first."""
        meets = matcher(node).matches
        found = self._found(node, EntryRow.id, authors=authors)
        statement = _texts(only_mentions=only_mentions).where(found.most, not_(found.least))
        sources = {
            row.id: source_words(row.name, row.feed_url, row.site_url)
            for row in self._connection.execute(
                select(SourceRow.id, SourceRow.name, SourceRow.feed_url, SourceRow.site_url)
            )
        }
        result = self._connection.execution_options(yield_per=LOOKED_AT_ONCE).execute(statement)
        try:
            for row in result:
                if meets(_searchable(row, sources[row.source_id], authors=authors)):
                    yield EntryId(row.id)
        finally:
            result.close()


def _is_text(node: Node) -> bool:
    if isinstance(node, _TEXT):
        return True
    if isinstance(node, Not):
        return _is_text(node.part)
    return isinstance(node, And | Or) and all(map(_is_text, node.parts))


def _certain(condition: ColumnElement[bool]) -> _Found:
    return _Found(condition, condition, is_exact=True)


def _matching(plan: MatchPlan, column: "InstrumentedAttribute[int]") -> ColumnElement[bool]:
    if plan.match is None:
        return true() if plan.negated else false()
    found = text("SELECT rowid FROM entry_fts WHERE entry_fts MATCH :words")
    keys = found.bindparams(bindparam("words", plan.match, unique=True)).columns(EntryRow.id).scalar_subquery()
    return column.not_in(keys) if plan.negated else column.in_(keys)


def _listed(ids: Sequence[EntryId]) -> ScalarSelect[Any]:
    """These keys as a subquery; one bound value however many there are."""
    found = text("SELECT value FROM json_each(:keys)")
    return found.bindparams(bindparam("keys", json.dumps(ids), unique=True)).columns(EntryRow.id).scalar_subquery()


def _of_facts(node: Since | Until | Judged | InState, column: "InstrumentedAttribute[int]") -> ColumnElement[bool]:
    match node:
        case Since(day) | Until(day) if isinstance(day, int):
            raise QuerySyntaxError("field-day", 0, 0, str(day))  # `dated` was forgotten
        case Since(day):
            return column.in_(select(EntryRow.id).where(EntryRow.local_day >= day))
        case Until(day):
            return column.in_(select(EntryRow.id).where(EntryRow.local_day <= day))
        case Judged(label) if label in ("mixed", "unsure"):
            return column.in_(select(MentionRow.id).where(MentionRow.shown == label))
        case Judged(label):
            return column.in_(select(MentionRow.id).where(MentionRow.label == label))
        case InState(status):
            return column.in_(select(MentionRow.id).where(MentionRow.status == status))


def _texts(*, only_mentions: bool) -> Select[*tuple[Any, ...]]:
    return (
        select(
            EntryRow.id,
            EntryRow.title,
            EntryRow.judged,
            EntryRow.text,
            EntryRow.author,
            EntryRow.source_id,
            EntryRow.local_day,
            MentionRow.label,
            MentionRow.shown,
            MentionRow.status,
        )
        .join(MentionRow, MentionRow.id == EntryRow.id, isouter=not only_mentions)
        .order_by(EntryRow.id.desc())
    )


def _searchable(row: Row[Any], source: tuple[str, ...], *, authors: bool) -> Searchable:
    author = row.author or ""
    facts = Facts(author, source, row.local_day, row.label or "", row.shown or "", row.status or "")
    fields = (row.title, row.judged or row.text)
    return searchable(*fields, *((author,) if authors else ()), facts=facts)
