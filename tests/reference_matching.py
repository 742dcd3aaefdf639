"""A second opinion on the query language: slow, plain, and written without looking at the first.

A query is a nested tuple; `written` makes an expression of it and `meets` judges an entry by brute force.
"""

import itertools
import re
from dataclasses import dataclass
from typing import Any

Tree = tuple[Any, ...]
FAMILIES = {
    "haus": {"haus", "häuser", "haeuser", "hausbau", "krankenhaus", "krankenhäuser"},
    "heizung": {"heizung", "heizungen", "heizungsbauer", "gasheizung"},
}
"""Words of the tests that belong to a family; nothing else in the tests does."""
_SPELT_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
_DROPPED = {"ä": "a", "ö": "o", "ü": "u", "ß": "ss"}


@dataclass(frozen=True)
class Sample:
    """An entry of a test."""

    title: str
    body: str
    author: str = ""


def _spelt(word: str, table: dict[str, str]) -> str:
    return "".join(table.get(letter, letter) for letter in word.lower())


def _both(word: str) -> set[str]:
    return {_spelt(word, _SPELT_OUT), _spelt(word, _DROPPED)}


def _form(pattern: str) -> re.Pattern[str]:
    parts = {"*": ".*", "?": "(?:ae|oe|ue|ss|.)"}
    return re.compile("".join(parts.get(letter, re.escape(letter)) for letter in pattern))


def _words(text: str) -> list[tuple[str, str]]:
    """Words with what follows each of them."""
    found = list(re.finditer(r"[^\W_]+", text))
    return [(match.group(), text[match.end() :]) for match in found]


def _is(tree: Tree, word: str, rest: str) -> bool:
    kind, wanted = tree[0], tree[1]
    if kind == "family":
        return any(_both(word) & _both(kin) for kin in FAMILIES[wanted])
    if kind == "cased":
        return word == wanted
    met = any(_form(_spelt(wanted, t)).fullmatch(seen) for t in (_SPELT_OUT, _DROPPED) for seen in _both(word))
    if kind == "signs":
        signs = re.match(r"[+#]*", rest)
        assert signs is not None
        return met and signs.group() == tree[2] and not re.match(r"\w", rest[signs.end() :])
    return met


def _places(tree: Tree, text: str) -> set[tuple[int, int]]:
    words = _words(text)
    if tree[0] == "or":
        return set().union(*(_places(part, text) for part in tree[1]))
    if tree[0] == "near":
        pairs = itertools.product(_places(tree[1], text), _places(tree[2], text))
        return {
            (min(a[0], b[0]), max(a[1], b[1]))
            for a, b in pairs
            if 0 <= (b[0] - a[1] if a[0] <= b[0] else a[0] - b[1]) <= tree[3] and (a[0] <= b[0] or not tree[4])
        }
    row = tree[1] if tree[0] == "phrase" else (tree,)
    return {
        (at, at + len(row))
        for at in range(len(words) - len(row) + 1)
        if all(_is(part, *words[at + place]) for place, part in enumerate(row))
    }


def meets(tree: Tree, texts: tuple[str, ...], author: str = "") -> bool:
    """Whether an entry with these fields meets the query."""
    match tree[0]:
        case "and":
            return all(meets(part, texts, author) for part in tree[1])
        case "or":
            return any(meets(part, texts, author) for part in tree[1])
        case "not":
            return not meets(tree[1], texts, author)
        case "title":
            return meets(tree[1], texts[:1], author)
        case "author":
            return meets(tree[1], (author,), author)
    return any(_places(tree, text) for text in texts)


def written(tree: Tree) -> str:
    """An expression that says this, with more brackets than needed."""
    match tree[0]:
        case "and":
            return "(" + " AND ".join(written(part) for part in tree[1]) + ")"
        case "or":
            return "(" + " ODER ".join(written(part) for part in tree[1]) + ")"
        case "not":
            return f"NOT {written(tree[1])}"
        case "title" | "author":
            return {"title": "titel", "author": "autor"}[tree[0]] + f":({written(tree[1])})"
        case "near":
            return f"({written(tree[1])} {'ONEAR' if tree[4] else 'NEAR'}/{tree[3]} {written(tree[2])})"
        case "phrase":
            return '"' + " ".join(written(word) for word in tree[1]) + '"'
        case "family":
            return tree[1] + "~"
        case "cased":
            return "=" + tree[1]
        case "signs":
            return tree[1] + tree[2]
    return str(tree[1])
