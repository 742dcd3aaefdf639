"""Meeting queries in memory: many queries against one text, in microseconds.

A word meets a word of the text if one of its spellings (see `kundenradar.domain.text`) is one of the text's. A
phrase meets words side by side in one field, a field being a title or a body; nearness counts the words between
in one field. The full-text search of the store (`kundenradar.store.search`) finds the same.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import TypeVar

from kundenradar.domain.german import kin
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
from kundenradar.domain.text import Token, Words, index_text, is_usual, plain_words, tokens, unseen_removed

K = TypeVar("K")
DIGRAPHS = frozenset({"ae", "oe", "ue", "ss"})
"""Two letters that may be one (ä, ö, ü, ß): a question mark stands for them too."""

_SIGNS = re.compile(r"([+#]+)(?![\w])")


def glob_matches(pattern: str, word: str) -> bool:
    """Whether `word` has the form of `pattern`: ``*`` any letters or none, ``?`` one letter; linear time."""
    if "?" in pattern:
        return _marks_match(pattern, word)
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


def _marks_match(pattern: str, word: str) -> bool:
    """`glob_matches` with question marks: the places of `word` that each piece of the pattern can reach."""
    if not all(part in word for part in re.split(r"[*?]+", pattern)):
        return False
    reached = {0}
    for sign in pattern:
        if not reached:
            return False
        if sign == "*":
            reached = set(range(min(reached), len(word) + 1))
        elif sign == "?":
            two = {at + 2 for at in reached if word[at : at + 2] in DIGRAPHS}
            reached = {at + 1 for at in reached if at < len(word)} | two
        else:
            reached = {at + 1 for at in reached if word.startswith(sign, at)}
    return len(word) in reached


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an entry beside its text.

    Attributes:
        author: Name, or empty.
        source: Names and hosts of the place it was heard at.
        day: Local day, or None.
        label: Best sentiment, empty if it is no mention.
        shown: Sentiment as shown, which may also be ``mixed`` or ``unsure``.
        status: Work state, empty if it is no mention.
    """

    author: str = ""
    source: tuple[str, ...] = ()
    day: date | None = None
    label: str = ""
    shown: str = ""
    status: str = ""


@dataclass(frozen=True)
class Searchable:
    """A text made ready to be met by many queries.

    Attributes:
        texts: The fields as they are.
        facts: What is known beside the text.
    """

    texts: tuple[str, ...]
    facts: Facts = Facts()

    @cached_property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """Per field what `kundenradar.domain.text.index_text` gives: folded words, plain spellings."""
        return tuple([index_text(text) for text in self.texts])

    @cached_property
    def words(self) -> frozenset[str]:
        """Every spelling of every word."""
        return frozenset(" ".join([part for parts in self.fields for part in parts]).split())

    @cached_property
    def spaced(self) -> str:
        """All spellings, each with a space before and after."""
        return f" {' '.join([part for parts in self.fields for part in parts])} "

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """Per field the folded words in order, each with a space before and after."""
        return tuple(f" {main} " for main, _ in self.fields)

    @cached_property
    def tokens(self) -> tuple[tuple[Token, ...], ...]:
        """Per field its words with their places."""
        return tuple(tokens(text) for text in self.texts)

    @cached_property
    def has_umlauts(self) -> bool:
        """Whether a word has a plain spelling of its own."""
        return any(alt for _, alt in self.fields)

    def within(self, part: Field) -> "Searchable":
        """One field of the entry alone."""
        return self._parts[part]

    @cached_property
    def _parts(self) -> dict[Field, "Searchable"]:
        return {
            Field.TITLE: Searchable(self.texts[:1]),
            Field.AUTHOR: searchable(self.facts.author),
            Field.SOURCE: searchable(*self.facts.source),
        }


def searchable(*fields: str, facts: Facts | None = None) -> Searchable:
    """`fields` (a title, a body) made ready to be met by many queries."""
    return Searchable(fields, facts or Facts())


Test = Callable[[Searchable], bool]
LookedFor = tuple[frozenset[str | None], tuple[tuple[Word | Phrase, tuple[str, ...] | None], ...]]
"""Spellings of single words, and what needs a closer look, each with its needles."""
Spot = tuple[int, int]
"""First word and one past the last, counted within a field."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """A query, ready to meet texts; see `matcher`.

    Attributes:
        node: The query.
        matches: Whether a text meets it.
        needles: Every text that meets it holds one of these in `Searchable.spaced`; None if that says nothing.
        looked_for: What `spans` finds: spellings of the words that need no more, and all else.
    """

    node: Node
    matches: Test = field(compare=False, repr=False)
    needles: tuple[str, ...] | None = field(default=None, compare=False, repr=False)
    looked_for: LookedFor = field(default=(frozenset(), ()), compare=False, repr=False)

    def spans(self, tokens: Sequence[Token], text: str = "") -> tuple[tuple[int, int], ...]:
        """Places of what is looked for (not of what is excluded) in one field, in order, not overlapping.

        Args:
            tokens: The words of the field.
            text: The field itself; without it words that depend on case or signs are not found.

        Returns:
            Pairs of first character and one past the last, in the original text.
        """
        exact, others = self.looked_for
        places = [(start, end) for start, end, folded, plain in tokens if folded in exact or plain in exact]
        if others:
            spaced = f" {' '.join([spelling for token in tokens for spelling in token[2:] if spelling])} "
            places += [
                (tokens[first].start, tokens[last - 1].end)
                for part, needles in others
                if _may_meet(needles, spaced)
                for first, last in _leaf_spots(part, tokens, text)
            ]
        return _merged(places)

    def spans_of(self, words: Words, text: str) -> tuple[tuple[int, int], ...]:
        """As `spans`, for words in columns; a `Token` each is only made where phrases or spellings need it."""
        exact, others = self.looked_for
        spaced = f" {' '.join([*words.folded, *plain_words(text)])} " if others else ""
        if any(_may_meet(needles, spaced) for _, needles in others) or not exact.isdisjoint(plain_words(text)):
            return self.spans(tokens(text), text)
        rows = zip(words.starts, words.ends, words.folded, strict=True)
        return _merged([(start, end) for start, end, folded in rows if folded in exact])


def _merged(places: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Places in order, those that touch as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def matcher(node: Node) -> Matcher:
    """`node` made ready to meet many texts."""
    return Matcher(node, _test(node), _needles(node), _looked_for(node))


def hits(matchers: Mapping[K, Matcher], text: Searchable) -> tuple[K, ...]:
    """Keys of the queries that `text` meets, in the order given."""
    spaced = text.spaced
    return tuple([key for key, one in matchers.items() if _may_meet(one.needles, spaced) and one.matches(text)])


# -- what cannot meet, said quickly -----------------------------------------------------


def _may_meet(needles: tuple[str, ...] | None, spaced: str) -> bool:
    if needles is None:
        return True
    for needle in needles:  # noqa: SIM110 - a generator costs more than the search itself
        if needle in spaced:
            return True
    return False


def _needles(node: Node) -> tuple[str, ...] | None:
    """Strings of which each text that meets `node` holds at least one; None if there are no such."""
    match node:
        case Word():
            return _word_needles(node)
        case Phrase(words):
            return _rarest([_word_needles(word) for word in words])
        case Near(left, right):
            return _rarest([_needles(left), _needles(right)])
        case And(parts):
            return _rarest([_needles(part) for part in parts])
        case Or(parts):
            found = [_needles(part) for part in parts]
            return None if None in found else tuple({one: None for needles in found for one in needles or ()})
        case In(Field.TITLE, part):
            return _needles(part)
        case _:
            return None


def _word_needles(word: Word) -> tuple[str, ...] | None:
    if word.related:
        return kin(word.related).cores
    return tuple(max(re.split(r"[*?]", f" {spelling} "), key=len) for spelling in word.spellings)


def _rarest(choices: Sequence[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    """Of several that must all be there, those whose shortest is longest."""
    known = [choice for choice in choices if choice is not None]
    return max(known, key=lambda choice: min(map(len, choice), default=0), default=None)


# -- whether a text meets ---------------------------------------------------------------


def _test(node: Node) -> Test:
    match node:
        case Word():
            return _word_test(node)
        case Phrase():
            return _phrase_test(node)
        case Near():
            return _near_test(node)
        case Not(part):
            inner = _test(part)
            return lambda text: not inner(text)
        case And(parts):
            return _all_test(parts)
        case Or(parts):
            return _any_test(parts)
        case In(place, part):
            inner = _test(part)
            return lambda text: inner(text.within(place))
        case _:
            return _facts_test(node)


def _facts_test(node: Since | Until | Judged | InState) -> Test:
    match node:
        case Since(day):
            return lambda text: isinstance(day, date) and text.facts.day is not None and text.facts.day >= day
        case Until(day):
            return lambda text: isinstance(day, date) and text.facts.day is not None and text.facts.day <= day
        case Judged(label) if label in ("mixed", "unsure"):
            return lambda text: text.facts.shown == label
        case Judged(label):
            return lambda text: text.facts.label == label
        case InState(status):
            return lambda text: text.facts.status == status


def _all_test(parts: Sequence[Node]) -> Test:
    tests = [_test(part) for part in parts]

    def meets(text: Searchable) -> bool:
        for test in tests:  # noqa: SIM110 - a generator costs more than the tests themselves
            if not test(text):
                return False
        return True

    return meets


def _is_plain(node: Node) -> bool:
    """Whether a word needs no more than its spellings among those of the text."""
    return isinstance(node, Word) and node.is_simple and "*" not in node.folded and "?" not in node.folded


def _any_test(parts: Sequence[Node]) -> Test:
    exact = frozenset(
        spelling for part in parts if isinstance(part, Word) and _is_plain(part) for spelling in part.spellings
    )
    tests = [_test(part) for part in parts if not _is_plain(part)]

    def meets(text: Searchable) -> bool:
        if not exact.isdisjoint(text.words):
            return True
        for test in tests:  # noqa: SIM110 - a generator costs more than the tests themselves
            if test(text):
                return True
        return False

    return meets


def _word_test(word: Word) -> Test:
    spellings = word.spellings
    if _is_plain(word):
        if len(spellings) == 1:
            only = spellings[0]
            return lambda text: only in text.words
        exact = frozenset(spellings)
        return lambda text: not exact.isdisjoint(text.words)
    if word.related:
        family = kin(word.related)
        cores = family.cores
        return lambda text: (
            any(core in text.spaced for core in cores) and any(family.meets(seen) for seen in text.words)
        )
    if word.cased.isalnum() and not word.tail:
        return _cased_test(word)
    if not word.is_simple:
        may = _word_test(Word(word.folded, word.plain))
        return lambda text: (
            may(text) and any(_leaf_spots(word, row, raw) for row, raw in zip(text.tokens, text.texts, strict=True))
        )
    if "?" not in word.folded and word.folded.find("*") == len(word.folded) - 1:
        starts = tuple(f" {spelling[:-1]}" for spelling in spellings)
        return lambda text: any(start in text.spaced for start in starts)
    return lambda text: any(glob_matches(spelling, seen) for seen in text.words for spelling in spellings)


def _cased_test(word: Word) -> Test:
    """One word to the letter: usual texts need not be cut into words for it."""
    written = re.compile(rf"(?<![^\W_]){word.cased}(?![^\W_])")

    def meets(text: Searchable) -> bool:
        for at, raw in enumerate(text.texts):
            if is_usual(raw):
                if written.search(raw) is not None:
                    return True
            elif _leaf_spots(word, text.tokens[at], raw):
                return True
        return False

    return meets


def _phrase_test(phrase: Phrase) -> Test:
    may = _all_test(phrase.words)
    exact = _exact_rows(phrase)

    def meets(text: Searchable) -> bool:
        for row in text.rows:
            for words in exact:
                if words in row:
                    return True
        if (exact and not text.has_umlauts) or not may(text):
            return False
        return any(_leaf_spots(phrase, row, raw) for row, raw in zip(text.tokens, text.texts, strict=True))

    return meets


def _exact_rows(phrase: Phrase) -> tuple[str, ...]:
    """What stands in a row of folded words if the phrase does, umlauts of the text aside; empty: nothing simple."""
    spellings = phrase.spellings()
    if spellings is None or not all(_is_plain(word) for word in phrase.words):
        return ()
    return tuple(f" {' '.join(words)} " for words in spellings)


def _near_test(near: Near) -> Test:
    left, right = _test(near.left), _test(near.right)

    def meets(text: Searchable) -> bool:
        if not (left(text) and right(text)):
            return False
        return any(next(_spots(near, row, raw), None) for row, raw in zip(text.tokens, text.texts, strict=True))

    return meets


# -- where it does ----------------------------------------------------------------------


TokenTest = Callable[[Token, str], bool]


@lru_cache(maxsize=1024)
def _token_test(word: Word) -> TokenTest:
    """Whether a word of a text, with that text, is the one looked for."""
    if word.related:
        family = lru_cache(maxsize=4096)(kin(word.related).meets)
        return lambda token, _text: family(token.folded) or (token.plain is not None and family(token.plain))
    if "*" not in word.folded and "?" not in word.folded:
        exact = frozenset(word.spellings)
        met: TokenTest = lambda token, _text: token.folded in exact or token.plain in exact  # noqa: E731 - one of three
    else:
        spellings = word.spellings
        met = lambda token, _text: any(  # noqa: E731 - as above
            glob_matches(spelling, token.folded) or (token.plain is not None and glob_matches(spelling, token.plain))
            for spelling in spellings
        )
    return met if word.is_simple else lambda token, text: met(token, text) and _is_as_written(word, token, text)


def _is_as_written(word: Word, token: Token, text: str) -> bool:
    """Whether case and signs are those looked for."""
    if word.tail:
        signs = _SIGNS.match(text, token.end)
        if signs is None or signs.group(1) != word.tail:
            return False
    return not word.cased or _is_cased(word.cased, text[token.start : token.end])


def _is_cased(pattern: str, written: str) -> bool:
    return glob_matches(pattern, unicodedata.normalize("NFC", unseen_removed(written)))


def _leaf_spots(leaf: Word | Phrase, tokens: Sequence[Token], text: str) -> list[Spot]:
    words = (leaf,) if isinstance(leaf, Word) else leaf.words
    first, *others = [_token_test(word) for word in words]
    starts = [at for at in range(len(tokens) - len(others)) if first(tokens[at], text)]
    return [
        (at, at + len(words))
        for at in starts
        if all(test(tokens[at + 1 + place], text) for place, test in enumerate(others))
    ]


def _spots(node: Node, tokens: Sequence[Token], text: str) -> Iterator[Spot]:
    """Where a node stands in one field, each place once."""
    match node:
        case Word() | Phrase():
            yield from _leaf_spots(node, tokens, text)
        case Or(parts):
            yield from dict.fromkeys(spot for part in parts for spot in _spots(part, tokens, text))
        case Near():
            yield from _near_spots(node, tokens, text)


def _near_spots(near: Near, tokens: Sequence[Token], text: str) -> Iterator[Spot]:
    rights = sorted(_spots(near.right, tokens, text))
    reach = near.distance + max((last - first for first, last in rights), default=0)
    seen: set[Spot] = set()
    for left in _spots(near.left, tokens, text):
        nearest = bisect_left(rights, (left[0] - reach, 0))
        furthest = bisect_left(rights, (left[1] + near.distance + 1, 0))
        for right in rights[nearest:furthest]:
            first, last = (left, right) if left[0] <= right[0] else (right, left)
            gap = last[0] - first[1]
            if 0 <= gap <= near.distance and not (near.ordered and first is not left):
                hull = (first[0], last[1])
                if hull not in seen:
                    seen.add(hull)
                    yield hull


def _looked_for(node: Node) -> LookedFor:
    """What stands at places of a text: spellings of the words that need no more, and all else with its needles."""
    leaves = _wanted(node)
    plain = [leaf for leaf in leaves if isinstance(leaf, Word) and _is_plain(leaf)]
    exact = frozenset(spelling for word in plain for spelling in word.spellings)
    return exact, tuple((leaf, _needles(leaf)) for leaf in leaves if not _is_plain(leaf))


def _wanted(node: Node, *, denied: bool = False) -> list[Word | Phrase]:
    """Words and phrases of the text under an even number of NOTs."""
    match node:
        case Word() | Phrase():
            return [] if denied else [node]
        case Not(part):
            return _wanted(part, denied=not denied)
        case And(parts) | Or(parts):
            return [term for part in parts for term in _wanted(part, denied=denied)]
        case Near(left, right):
            return [*_wanted(left, denied=denied), *_wanted(right, denied=denied)]
        case In(Field.TITLE, part):
            return _wanted(part, denied=denied)
        case _:
            return []
