"""Queries as FTS5 MATCH strings that find exactly what `kundenradar.domain.matching` meets.

The index holds words that are folded already, parted by single spaces; the tokenizer must only split there
(`FTS_TOKENIZER`: ``ascii`` takes every character beyond ASCII as part of a word, while ``unicode61`` depends
on the age of its tables). Everything typed arrives in MATCH as a quoted string of letters and digits.
"""

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kundenradar.domain.errors import InputError
from kundenradar.domain.queries import And, Node, Not, Or, Phrase, Word
from kundenradar.domain.text import index_text

FTS_COLUMNS = ("title", "body", "alt_title", "alt_body", "author", "facets")
"""Columns of the index. `facets` is the store's own: words of ASCII letters and digits, parted by spaces."""
FTS_TOKENIZER = "ascii"
SEARCHED_COLUMNS = ("title", "body", "alt_title", "alt_body")
MAX_EXPANSION = 2_000
"""Most words, or spellings of a phrase, that one wildcard may stand for in the store."""

_OPERATOR = re.compile(r" (?:AND|OR|NOT) ")

Expand = Callable[[str], Sequence[str]]
"""Words of the index that have the form of a pattern with ``*`` (SQLite: ``WHERE term GLOB ?``)."""


@dataclass(frozen=True, slots=True)
class MatchPlan:
    """How to find a query's entries.

    Attributes:
        match: FTS5 expression, None if nothing stored can meet it.
        negated: The entries are all those that `match` does *not* find (with `match` None: all entries).
    """

    match: str | None
    negated: bool = False


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


def to_match(node: Node, expand: Expand, columns: Sequence[str] = SEARCHED_COLUMNS) -> MatchPlan:
    """`node` for the store.

    Args:
        node: A query.
        expand: Words of the index for a pattern whose wildcard FTS5 cannot follow; asked for those only. It
            need not return more than `MAX_EXPANSION` + 1 words.
        columns: Columns of folded words, and their ``alt_`` columns, to search.

    Raises:
        InputError: ``wildcard-too-broad``: a wildcard stands for more than `MAX_EXPANSION` words.
    """
    return _Planner(expand, columns).plan(node)


class _Planner:
    def __init__(self, expand: Expand, columns: Sequence[str]) -> None:
        self._expand = expand
        self._words_filter = "{" + " ".join(columns) + "} : "
        self._rows_filter = "{" + " ".join(name for name in columns if not name.startswith("alt_")) + "} : "

    def plan(self, node: Node) -> MatchPlan:
        match node:
            case Word():
                return MatchPlan(self._word(node))
            case Phrase():
                return MatchPlan(self._phrase(node))
            case Not(part):
                inner = self.plan(part)
                return MatchPlan(inner.match, not inner.negated)
            case And(parts):
                return _all_of([self.plan(part) for part in parts])
            case Or(parts):  # a OR b = NOT (NOT a AND NOT b)
                plans = [self.plan(part) for part in parts]
                whole = _all_of([MatchPlan(plan.match, not plan.negated) for plan in plans])
                return MatchPlan(whole.match, not whole.negated)

    def _expanded(self, pattern: str) -> Sequence[str]:
        words = self._expand(pattern)
        if len(words) > MAX_EXPANSION:
            raise InputError("wildcard-too-broad", pattern)
        return words

    def _word(self, word: Word) -> str | None:
        strings: list[str] = []
        for spelling in word.spellings:
            if _is_plain_or_prefix(spelling):
                strings.append(_quoted((spelling,)))
            else:
                strings += [_quoted((term,)) for term in self._expanded(spelling)]
        return self._any_string(self._words_filter, strings)

    def _phrase(self, phrase: Phrase) -> str | None:
        strings: list[str] = []
        for words in phrase.spellings():
            choices = [
                [word]
                if "*" not in word or (at == len(words) - 1 and _is_plain_or_prefix(word))
                else self._expanded(word)
                for at, word in enumerate(words)
            ]
            strings += [_quoted(chosen) for chosen in itertools.islice(itertools.product(*choices), MAX_EXPANSION + 1)]
            if len(strings) > MAX_EXPANSION:
                raise InputError("wildcard-too-broad", " ".join(words))
        return self._any_string(self._rows_filter, strings)

    def _any_string(self, column_filter: str, strings: Iterable[str]) -> str | None:
        unique = list(dict.fromkeys(strings))
        if not unique:
            return None
        return column_filter + (unique[0] if len(unique) == 1 else f"({' OR '.join(unique)})")


def _is_plain_or_prefix(word: str) -> bool:
    return word.find("*") in (-1, len(word) - 1)


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
