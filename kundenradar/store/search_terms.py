"""Queries as FTS5 MATCH strings that bound what `kundenradar.domain.matching` meets.

The index knows words, not their case, their signs or how near they stand: where it cannot decide it narrows down
(`Bounds`), and the texts between its two bounds are looked at.

The index holds words that are folded already, parted by single spaces; the tokenizer must only split there
(`FTS_TOKENIZER`: ``ascii`` takes every character beyond ASCII as part of a word, while ``unicode61`` depends
on the age of its tables). Everything typed arrives in MATCH as a quoted string of letters and digits.
"""

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from kundenradar.domain.errors import InputError
from kundenradar.domain.german import kin
from kundenradar.domain.matching import glob_matches
from kundenradar.domain.query_tree import And, Near, Node, Not, Or, Phrase, Word
from kundenradar.domain.text import index_text

FTS_COLUMNS = ("title", "body", "alt_title", "alt_body", "author", "facets")
"""Columns of the index. `facets` is the store's own: words of ASCII letters and digits, parted by spaces."""
FTS_TOKENIZER = "ascii"
SEARCHED_COLUMNS = ("title", "body", "alt_title", "alt_body")
MAX_EXPANSION = 2_000
"""Most words, or spellings of a phrase, that one wildcard may stand for in the store."""

_OPERATOR = re.compile(r" (?:AND|OR|NOT) ")

Text = Word | Phrase | Near | Not | And | Or
"""Nodes that ask for nothing but words."""


class Expand(Protocol):
    """Finds words of the index."""

    def __call__(self, pattern: str, meets: Callable[[str], bool], /) -> Sequence[str]:
        """Words of the form of `pattern` (SQLite: ``WHERE term GLOB ?``) that `meets` takes.

        It need not return more than `MAX_EXPANSION` + 1 words.
        """
        ...


@dataclass(frozen=True, slots=True)
class MatchPlan:
    """How to find a query's entries.

    Attributes:
        match: FTS5 expression, None if nothing stored can meet it.
        negated: The entries are all those that `match` does *not* find (with `match` None: all entries).
    """

    match: str | None
    negated: bool = False


NOTHING = MatchPlan(None)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the index can say of a query.

    Attributes:
        most: Every entry that meets the query is among these.
        least: All of these meet it. Where the two differ the texts must be looked at.
    """

    most: MatchPlan
    least: MatchPlan


def fts_row(title: str, body: str, author: str | None) -> dict[str, str]:
    """What the index keeps of an entry: text by column, all of `FTS_COLUMNS` but `facets`."""
    (main_title, alt_title), (main_body, alt_body) = index_text(title), index_text(body)
    return {
        "title": main_title,
        "body": main_body,
        "alt_title": alt_title,
        "alt_body": alt_body,
        "author": " ".join(index_text(author)).strip() if author else "",
    }


def bounds(node: Text, expand: Expand, columns: Sequence[str] = SEARCHED_COLUMNS) -> Bounds:
    """`node` for the store.

    Args:
        node: A query, or a part of one, that asks for nothing but words.
        expand: Finds words of the index; asked where FTS5 cannot follow by itself.
        columns: Columns of folded words, and their ``alt_`` columns, to search.

    Raises:
        InputError: ``wildcard-too-broad``: a wildcard stands for more than `MAX_EXPANSION` words.
    """
    return _Planner(expand, columns).plan(node)


class _Planner:
    def __init__(self, expand: Expand, columns: Sequence[str]) -> None:
        self._expand = expand
        self._words_filter = _filter(columns)
        self._rows_filter = _filter([name for name in columns if name in ("title", "body")])
        self._odd_filter = _filter([name for name in columns if name not in ("title", "body")])
        self._has_rows = any(name in ("title", "body") for name in columns)

    def plan(self, node: Node) -> Bounds:
        match node:
            case Word():
                return self._word(node)
            case Phrase():
                return self._phrase(node)
            case Near(left, right):
                return Bounds(_all_of([self.plan(left).most, self.plan(right).most]), NOTHING)
            case Not(part):
                inner = self.plan(part)
                return Bounds(_denied(inner.least), _denied(inner.most))
            case And(parts):
                found = [self.plan(part) for part in parts]
                return Bounds(_all_of([one.most for one in found]), _all_of([one.least for one in found]))
            case Or(parts):
                found = [self.plan(part) for part in parts]
                return Bounds(_any_of([one.most for one in found]), _any_of([one.least for one in found]))
            case _:
                raise AssertionError(node)  # what is no text never comes here

    def _word(self, word: Word) -> Bounds:
        found = MatchPlan(self._any_string(self._words_filter, self._strings(word)))
        return Bounds(found, found if word.is_simple or word.related else NOTHING)

    def _strings(self, word: Word) -> list[str]:
        """FTS5 strings that find every entry with the word, its case and its signs aside."""
        if word.related:
            family = kin(word.related)
            patterns = [f"*{core}*" for core in family.cores]
            return [_quoted((term,)) for term in self._expanded(patterns, family.meets, word.folded)]
        strings: list[str] = []
        for spelling in word.spellings:
            if _is_plain_or_prefix(spelling):
                strings.append(_quoted((spelling,)))
            else:
                pattern = spelling.replace("?", "*")
                terms = self._expanded([pattern], partial(glob_matches, spelling), spelling)
                strings += [_quoted((term,)) for term in terms]
        return strings

    def _expanded(self, patterns: Sequence[str], meets: Callable[[str], bool], named: str) -> Sequence[str]:
        words = {word: None for pattern in patterns for word in self._expand(pattern, meets)}
        if len(words) > MAX_EXPANSION:
            raise InputError("wildcard-too-broad", named)
        return list(words)

    def _phrase(self, phrase: Phrase) -> Bounds:
        """Entries with the words in a row of folded ones; words with umlauts, and authors, must be looked at."""
        strings = [self._strings(word) for word in phrase.words]
        each = [MatchPlan(self._any_string(self._words_filter, found)) for found in strings]
        rows = self._rows(phrase)
        if rows is None:
            return Bounds(_all_of(each), NOTHING)
        odd = MatchPlan(self._any_string(self._odd_filter, itertools.chain.from_iterable(strings)))
        return Bounds(_any_of([rows, _all_of([odd, *each])]), rows)

    def _rows(self, phrase: Phrase) -> MatchPlan | None:
        spellings = phrase.spellings()
        if spellings is None or not self._has_rows or not all(word.is_simple for word in phrase.words):
            return None
        if not all(_is_plain_or_prefix(word) for words in spellings for word in words):
            return None
        if any("*" in word for words in spellings for word in words[:-1]):
            return None
        return MatchPlan(self._any_string(self._rows_filter, [_quoted(words) for words in spellings]))

    def _any_string(self, column_filter: str, strings: Iterable[str]) -> str | None:
        unique = list(dict.fromkeys(strings))
        if not unique:
            return None
        return column_filter + (unique[0] if len(unique) == 1 else f"({' OR '.join(unique)})")


def _filter(columns: Sequence[str]) -> str:
    return "{" + " ".join(columns) + "} : "


def _denied(plan: MatchPlan) -> MatchPlan:
    return MatchPlan(plan.match, not plan.negated)


def _any_of(plans: Sequence[MatchPlan]) -> MatchPlan:
    """The union: a OR b = NOT (NOT a AND NOT b)."""
    return _denied(_all_of([_denied(plan) for plan in plans]))


def _is_plain_or_prefix(word: str) -> bool:
    return "?" not in word and word.find("*") in (-1, len(word) - 1)


def _quoted(words: Sequence[str]) -> str:
    """An FTS5 string of folded words; a star at its very end makes the last one a prefix."""
    text = " ".join(words)
    return f'"{text[:-1]}" *' if text.endswith("*") else f'"{text}"'


def _all_of(plans: Sequence[MatchPlan]) -> MatchPlan:
    """The intersection, in terms of what FTS5 can say: AND, OR and the difference NOT."""
    wanted = [plan.match for plan in plans if not plan.negated]
    unwanted = [plan.match for plan in plans if plan.negated and plan.match is not None]
    if None in wanted:
        return MatchPlan(None)
    found = _combined(" AND ", [match for match in wanted if match is not None])
    if found is None:
        return MatchPlan(_combined(" OR ", unwanted), negated=True)
    if not unwanted:
        return MatchPlan(found)
    deepest, *others = sorted(unwanted, key=_depth, reverse=True)
    ruled_out = _combined(" OR ", others)
    steps = [found, deepest] if ruled_out is None else [found, ruled_out, deepest]
    return MatchPlan(" NOT ".join(map(_closed, steps)))


def _combined(operator: str, matches: Sequence[str]) -> str | None:
    """Deepest first, so that FTS5's parser, which keeps what it has not closed, needs little of its stack."""
    if not matches:
        return None
    if len(matches) == 1:
        return matches[0]
    return operator.join(_closed(match) for match in sorted(matches, key=_depth, reverse=True))


def _closed(match: str) -> str:
    """`match` in brackets unless it is one string."""
    return f"({match})" if _OPERATOR.search(match) else match


def _depth(match: str) -> int:
    depth = deepest = 0
    for character in match:
        depth += (character == "(") - (character == ")")
        deepest = max(deepest, depth)
    return deepest
