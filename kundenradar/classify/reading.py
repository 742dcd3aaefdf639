"""From a text to its sentences, clauses and words, read once for everything that judges it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kundenradar.classify import words
from kundenradar.domain.text import Token, tokens

MAX_TOKENS = 3_000
"""Longer texts are judged by their beginning."""

_SENTENCE_END = re.compile(r"[!?…\n]|\.(?=\s|$|\.)|;")
_CLAUSE_END = re.compile(r"[,:–—()!?…\n;]| - |\.(?=\s|$|\.)")
_QUOTED_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence.

    Attributes:
        text: The whole text.
        tokens: Words of the sentence.
        row: Their folded spellings.
        clause: Number of the clause of each, counted through the text.
        ends_with: What stands after the last word.
    """

    text: str
    tokens: Sequence[Token]
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
    found = tokens(text)[:MAX_TOKENS]
    row = [token.folded for token in found]
    clauses: list[int] = []
    clause = begin = end = 0
    for at, (start, next_end, word, _) in enumerate(found):
        gap = text[end:start]
        if gap != " " and at and _CLAUSE_END.search(gap):
            clause += 1
            if _SENTENCE_END.search(gap):
                yield Sentence(text, found[begin:at], row[begin:at], clauses[begin:at], gap)
                begin = at
        elif word in words.ADVERSATIVES:
            clause += 1
        clauses.append(clause)
        end = next_end
    if found:
        yield Sentence(text, found[begin:], row[begin:], clauses[begin:], text[end:])
