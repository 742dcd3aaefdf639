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
from math import prod
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
MAX_ROWS = 500
"""Most rows of words one phrase or nearness is looked up by; beyond that its words are, and the texts looked at."""
MAX_EXPANSION = 2_000
"""Most words, or spellings of a phrase, that one wildcard may stand for in the store."""

_OPERATOR = re.compile(r" (?:AND|OR|NOT) ")

Text = Word | Phrase | Near | Not | And | Or
"""Nodes that ask for nothing but words."""


class Expand(Protocol):
    """Finds words of the index."""

    def __call__(self, patterns: Sequence[str], meets: Callable[[str], bool], /) -> Sequence[str]:
        """Words of the form of one of these (SQLite: ``WHERE term GLOB ?``) that `meets` takes, each once.

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
        rows = [name for name in columns if name in ("title", "body")]
        self._words_filter = _filter(columns)
        self._rows_filter = _filter(rows) if rows else ""
        self._odd_filter = _filter([name for name in columns if name not in rows])

    def plan(self, node: Node) -> Bounds:
        match node:
            case Word():
                return self._word(node)
            case Phrase():
                return self._phrase(node)
            case Near():
                return Bounds(self._near(node), NOTHING)
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

    # -- words -----------------------------------------------------------------------

    def _word(self, word: Word) -> Bounds:
        found = self._anywhere(self._terms(word))
        return Bounds(found, found if _is_certain(word) else NOTHING)

    def _terms(self, word: Word) -> list[str]:
        """Words of the index, or beginnings of such (with a star), that the word may be: case and signs aside."""
        if word.related:
            family = kin(word.related)
            return list(self._expanded([f"*{core}*" for core in family.cores], family.meets, word.folded))
        terms: list[str] = []
        for spelling in word.spellings:
            if _is_plain_or_prefix(spelling):
                terms.append(spelling)
            else:
                terms += self._expanded([spelling.replace("?", "*")], partial(glob_matches, spelling), spelling)
        return terms

    def _expanded(self, patterns: Sequence[str], meets: Callable[[str], bool], named: str) -> Sequence[str]:
        words = self._expand(patterns, meets)
        if len(words) > MAX_EXPANSION:
            raise InputError("wildcard-too-broad", named)
        return words

    def _anywhere(self, terms: Sequence[str]) -> MatchPlan:
        return MatchPlan(self._any_string(self._words_filter, [_quoted((term,)) for term in terms]))

    # -- words with places -----------------------------------------------------------

    def _phrase(self, phrase: Phrase) -> Bounds:
        """Sure of words in a row of folded ones; those whose place only another column knows must be looked at."""
        terms = [self._terms(word) for word in phrase.words]
        each = [self._anywhere(found) for found in terms]
        rows = self._strings(terms)
        if rows is None:
            return Bounds(_all_of(each), NOTHING)
        found = MatchPlan(self._any_string(self._rows_filter, rows))
        most = _any_of([found, self._odd(terms, each)])
        return Bounds(most, found if all(map(_is_certain, phrase.words)) else NOTHING)

    def _strings(self, terms: Sequence[Sequence[str]]) -> list[str] | None:
        """Every row of these terms, None if they are too many or FTS5 cannot follow a star within."""
        if not self._rows_filter or any(term.endswith("*") for found in terms[:-1] for term in found):
            return None
        if prod(map(len, terms)) > MAX_ROWS:
            return None
        return [_quoted(words) for words in itertools.product(*terms)]

    def _odd(self, terms: Iterable[Sequence[str]], each: Sequence[MatchPlan]) -> MatchPlan:
        """Entries with all of the words, one of them where places are not known: spelt plain, or in the author."""
        strings = [_quoted((term,)) for found in terms for term in found]
        return _all_of([MatchPlan(self._any_string(self._odd_filter, strings)), *each])

    def _near(self, near: Near) -> MatchPlan:
        """Entries with both, as near as FTS5 can tell."""
        both = [self.plan(near.left).most, self.plan(near.right).most]
        left, right = self._spot_terms(near.left), self._spot_terms(near.right)
        if not self._rows_filter or left is None or right is None or len(left) * len(right) > MAX_ROWS:
            return _all_of(both)
        pairs = itertools.product(map(_quoted, left), map(_quoted, right))
        strings = [f"NEAR({first} {second}, {near.distance})" for first, second in pairs]
        rows = MatchPlan(self._any_string(self._rows_filter, strings))
        return _any_of([rows, self._odd([list(itertools.chain(*left)), list(itertools.chain(*right))], both)])

    def _spot_terms(self, node: Node) -> list[tuple[str, ...]] | None:
        """The rows of terms a place may be, None if they cannot be listed."""
        if isinstance(node, Word):
            return [(term,) for term in self._terms(node)]
        if isinstance(node, Or):
            found = [self._spot_terms(part) for part in node.parts]
            return None if None in found else [words for part in found for words in part or ()]
        if isinstance(node, Phrase):
            terms = [self._terms(word) for word in node.words]
            return None if self._strings(terms) is None else list(itertools.product(*terms))
        return None

    def _any_string(self, column_filter: str, strings: Iterable[str]) -> str | None:
        unique = list(dict.fromkeys(strings))
        if not unique:
            return None
        return column_filter + (unique[0] if len(unique) == 1 else f"({' OR '.join(unique)})")


def _is_certain(word: Word) -> bool:
    """Whether the index knows all that matters of a word."""
    return not (word.cased or word.tail)


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
