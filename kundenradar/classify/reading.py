"""From a text to its sentences, clauses and words, read once for everything that judges it."""

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kundenradar.classify import words
from kundenradar.domain.text import words_in

MAX_TOKENS = 3_000
"""Longer texts are judged by their beginning."""

MOST_SIGNS = 8
"""Signs between two words of which is remembered what they end."""

_SENTENCE_END = re.compile(r"[!?…\n]|\.(?=\s|$|\.)|;")
_CLAUSE_END = re.compile(r"[,:–—()!?…\n;]| - |\.(?=\s|$|\.)")
_CLAUSE, _SENTENCE = 1, 2
_QUOTED_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")


class Sentence(NamedTuple):
    """One sentence.

    Attributes:
        text: The whole text.
        starts: First character of each word, counted in the text.
        ends: One past its last.
        row: Folded words.
        clause: Number of the clause of each, counted through the text.
        ends_with: What stands after the last word.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    row: Sequence[str]
    clause: Sequence[int]
    ends_with: str


def own_words(text: str) -> str:
    """`text` of the same length with addresses and quoted lines (``> …``) blanked."""
    if "://" in text or "www." in text or "@" in text:
        text = _ADDRESS.sub(_blank, text)
    return _QUOTED_LINE.sub(_blank, text) if ">" in text else text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text that have words."""
    found = words_in(text)
    row, starts, ends = found.folded[:MAX_TOKENS], found.starts[:MAX_TOKENS], found.ends[:MAX_TOKENS]
    turns = {} if words.ADVERSATIVES.isdisjoint(row) else dict.fromkeys(_adversatives(row), False)
    for at in _odd_gaps(text, starts, ends):
        gap = text[ends[at - 1] : starts[at]]
        ended = _known_end(gap) if len(gap) <= MOST_SIGNS else _ended_by(gap)
        if ended:
            turns[at] = ended == _SENTENCE
    clauses: list[int] = []
    clause = begin = 0
    for at in sorted(turns):
        clauses += [clause] * (at - len(clauses))
        clause += 1
        if turns[at]:
            part = slice(begin, at)
            between = text[ends[at - 1] : starts[at]]
            yield Sentence(text, starts[part], ends[part], row[part], clauses[begin:], between)
            begin = at
    if row:
        clauses += [clause] * (len(row) - len(clauses))
        yield Sentence(text, starts[begin:], ends[begin:], row[begin:], clauses[begin:], text[ends[-1] :])


def _ended_by(gap: str) -> int:
    """What ends in the signs between two words: 0 for nothing, else `_CLAUSE` or `_SENTENCE`."""
    if _CLAUSE_END.search(gap) is None:
        return 0
    return _CLAUSE if _SENTENCE_END.search(gap) is None else _SENTENCE


_known_end = functools.lru_cache(maxsize=4_096)(_ended_by)


def _adversatives(row: Sequence[str]) -> list[int]:
    return [at for at, word in enumerate(row) if word in words.ADVERSATIVES]


def _odd_gaps(text: str, starts: Sequence[int], ends: Sequence[int]) -> list[int]:
    """Places of words that something else than a blank parts from the word before."""
    gaps = zip(ends, starts[1:], strict=False)
    return [at for at, (end, start) in enumerate(gaps, start=1) if start - end != 1 or text[end] != " "]
