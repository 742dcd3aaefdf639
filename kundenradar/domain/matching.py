"""Meeting queries in memory: many queries against one text, in microseconds.

A word meets a word of the text if one of its spellings (see `kundenradar.domain.text`) is one of the text's.
A phrase meets the folded words of one field, side by side; a field is a title or a body. The full-text search
of the store (`kundenradar.store.search_terms`) finds the same.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from kundenradar.domain.queries import And, Node, Not, Or, Phrase, Word
from kundenradar.domain.text import Token, index_text

K = TypeVar("K")


def glob_matches(pattern: str, word: str) -> bool:
    """Whether `word` has the form of `pattern`, where ``*`` stands for any letters or none; linear time."""
    first, *middle = pattern.split("*")
    if not middle:
        return first == word
    last = middle.pop()
    if len(word) < len(first) + len(last) or not word.startswith(first) or not word.endswith(last):
        return False
    at, end = len(first), len(word) - len(last)
    for part in middle:
        found = word.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True


@dataclass(frozen=True)
class Searchable:
    """A text made ready to be met by many queries.

    Attributes:
        fields: Per field what `kundenradar.domain.text.index_text` gives: folded words, plain spellings.
    """

    fields: tuple[tuple[str, str], ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every spelling of every word."""
        return frozenset(word for parts in self.fields for part in parts for word in part.split())

    @cached_property
    def spaced(self) -> str:
        """All spellings, each with a space before and after."""
        return f" {' '.join(part for parts in self.fields for part in parts)} "

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """Per field the folded words in order, each with a space before and after."""
        return tuple(f" {main} " for main, _ in self.fields)


def searchable(*fields: str) -> Searchable:
    """`fields` (a title, a body) made ready to be met by many queries."""
    return Searchable(tuple(index_text(text) for text in fields))


Test = Callable[[Searchable], bool]


@dataclass(frozen=True, slots=True)
class Matcher:
    """A query, ready to meet texts; see `matcher`.

    Attributes:
        node: The query.
        matches: Whether a text meets it.
    """

    node: Node
    matches: Test = field(compare=False, repr=False)

    def spans(self, tokens: Sequence[Token]) -> tuple[tuple[int, int], ...]:
        """Places of what is looked for (not of what is excluded) in one field, in order, not overlapping.

        Returns:
            Pairs of first character and one past the last, in the original text.
        """
        places: list[tuple[int, int]] = []
        for term in _wanted(self.node):
            places += _word_places(term, tokens) if isinstance(term, Word) else _phrase_places(term, tokens)
        merged: list[tuple[int, int]] = []
        for start, end in sorted(places):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return tuple(merged)


def matcher(node: Node) -> Matcher:
    """`node` made ready to meet many texts."""
    return Matcher(node, _test(node))


def hits(matchers: Mapping[K, Matcher], text: Searchable) -> tuple[K, ...]:
    """Keys of the queries that `text` meets, in the order given."""
    return tuple(key for key, one in matchers.items() if one.matches(text))


def _test(node: Node) -> Test:
    match node:
        case Word():
            return _word_test(node)
        case Phrase():
            return _phrase_test(node)
        case Not(part):
            inner = _test(part)
            return lambda text: not inner(text)
        case And(parts):
            return _all_test(parts)
        case Or(parts):
            return _any_test(parts)


def _all_test(parts: Sequence[Node]) -> Test:
    tests = [_test(part) for part in parts]
    return lambda text: all(test(text) for test in tests)


def _any_test(parts: Sequence[Node]) -> Test:
    exact = frozenset(
        spelling for part in parts if isinstance(part, Word) and "*" not in part.folded for spelling in part.spellings
    )
    tests = [_test(part) for part in parts if not (isinstance(part, Word) and "*" not in part.folded)]
    return lambda text: not exact.isdisjoint(text.words) or any(test(text) for test in tests)


def _word_test(word: Word) -> Test:
    spellings = word.spellings
    if "*" not in word.folded:
        exact = frozenset(spellings)
        return lambda text: not exact.isdisjoint(text.words)
    if word.folded.find("*") == len(word.folded) - 1:
        starts = tuple(f" {spelling[:-1]}" for spelling in spellings)
        return lambda text: any(start in text.spaced for start in starts)
    return lambda text: any(glob_matches(spelling, seen) for seen in text.words for spelling in spellings)


def _phrase_test(phrase: Phrase) -> Test:
    spellings = phrase.spellings()
    first_star = " ".join(spellings[0]).find("*")
    if first_star < 0:
        exact = tuple(f" {' '.join(words)} " for words in spellings)
        return lambda text: any(words in row for row in text.rows for words in exact)
    if first_star == len(" ".join(spellings[0])) - 1:
        starts = tuple(f" {' '.join(words)[:-1]}" for words in spellings)
        return lambda text: any(start in row for row in text.rows for start in starts)
    return lambda text: any(_phrase_in(spellings, row.split()) for row in text.rows)


def _phrase_in(spellings: Sequence[Sequence[str]], row: Sequence[str]) -> bool:
    return any(_phrase_at(spellings, row, at) for at in range(len(row) - len(spellings[0]) + 1))


def _phrase_at(spellings: Sequence[Sequence[str]], row: Sequence[str], at: int) -> bool:
    return any(
        all(glob_matches(pattern, seen) for pattern, seen in zip(words, row[at : at + len(words)], strict=True))
        for words in spellings
    )


def _wanted(node: Node, *, denied: bool = False) -> list[Word | Phrase]:
    """Words and phrases under an even number of NOTs."""
    match node:
        case Word() | Phrase():
            return [] if denied else [node]
        case Not(part):
            return _wanted(part, denied=not denied)
        case And(parts) | Or(parts):
            return [term for part in parts for term in _wanted(part, denied=denied)]


def _word_places(word: Word, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    return [
        (token.start, token.end)
        for token in tokens
        if any(
            glob_matches(spelling, token.folded) or (token.plain is not None and glob_matches(spelling, token.plain))
            for spelling in word.spellings
        )
    ]


def _phrase_places(phrase: Phrase, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    row = [token.folded for token in tokens]
    spellings, size = phrase.spellings(), len(phrase.words)
    return [
        (tokens[at].start, tokens[at + size - 1].end)
        for at in range(len(row) - size + 1)
        if _phrase_at(spellings, row, at)
    ]
