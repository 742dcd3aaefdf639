"""What to listen for: Suchprofile and their language.

Words, "phrases", AND, OR, NOT (also UND, ODER, NICHT; capitals), a leading minus as NOT, neighbours as AND,
brackets, and ``*`` for any letters within a word. NOT binds before AND, AND before OR. Punctuation inside a
word makes it a phrase (*Müller-Bau*, *H&M*); punctuation on its own is passed over.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NewType

from kundenradar.domain.errors import InputError
from kundenradar.domain.text import JOINERS, MARKS, MAX_WORD_CHARS, fold_word

QueryId = NewType("QueryId", int)

MAX_EXPRESSION_CHARS = 4_000
MAX_DEPTH = 20
"""Brackets within brackets; FTS5 has a parser stack of 100 and takes up to four places for each."""
MAX_WILDCARDS = 4
MIN_WILDCARD_LETTERS = 2
MAX_MIXED_SPELLINGS = 5
"""Up to so many umlaut words of a phrase are tried in every mixture of spellings, beyond that in two."""

_AND, _OR, _NOT = "and", "or", "not"
_OPERATORS = {"AND": _AND, "UND": _AND, "OR": _OR, "ODER": _OR, "NOT": _NOT, "NICHT": _NOT}
_QUOTES = '"„“”‟«»'
_MINUS = "-−–"
_CHUNK = re.compile(rf"[^\s(){_QUOTES}]+")
_QUERY_WORD = re.compile(rf"(?:[^\W_]|\*)(?:[^\W_]|[*{JOINERS}{MARKS}]){{0,{MAX_WORD_CHARS - 1}}}")
_STARS = re.compile(r"\*+")


@dataclass(frozen=True, slots=True)
class Query:
    """A Suchprofil: a name and an expression of the query language."""

    id: QueryId
    name: str
    expression: str
    mentions: int = 0


class QuerySyntaxError(InputError):
    """An expression that cannot be read.

    Attributes:
        code: ``empty``, ``bracket-open`` (never closed), ``bracket-close`` (never opened), ``bracket-empty``,
            ``quote-open``, ``phrase-empty``, ``operator-missing-left``, ``operator-missing-right``,
            ``wildcard-only``, ``wildcard-short`` (fewer than two letters), ``wildcard-many`` (more than four
            in a word), ``too-long`` or ``too-deep``.
        position: First character of the place to point at, from 0.
        length: Characters of that place, 0 at the end of the expression.
    """

    def __init__(self, code: str, position: int, length: int, detail: str = "") -> None:
        super().__init__(code, detail)
        self.position = position
        self.length = length

    def __reduce__(self) -> tuple[type["QuerySyntaxError"], tuple[str, int, int, str]]:
        """Survive the way between processes."""
        return (QuerySyntaxError, (self.code, self.position, self.length, self.detail))


@dataclass(frozen=True, slots=True)
class Word:
    """One word; its spellings may hold ``*``.

    Attributes:
        folded: Spelling with ae, oe, ue, ss.
        plain: Spelling with the dots dropped where it differs, else None.
    """

    folded: str
    plain: str | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """Folded, and plain if there is one."""
        return (self.folded,) if self.plain is None else (self.folded, self.plain)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Two or more words side by side in one field."""

    words: tuple[Word, ...]

    def spellings(self) -> tuple[tuple[str, ...], ...]:
        """Every spelling to look for: mixtures while they are few, else all folded and all plain."""
        if sum(word.plain is not None for word in self.words) <= MAX_MIXED_SPELLINGS:
            return tuple(itertools.product(*(word.spellings for word in self.words)))
        return (
            tuple(word.folded for word in self.words),
            tuple(word.plain or word.folded for word in self.words),
        )


@dataclass(frozen=True, slots=True)
class Not:
    """Texts that `part` does not meet."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """Texts that all parts meet."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Texts that at least one part meets."""

    parts: tuple["Node", ...]


Node = Word | Phrase | Not | And | Or


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of an expression: an operator, a bracket or (`kind` empty) something to look for."""

    kind: str
    position: int
    length: int
    node: Node | None = None


def _fold_pattern(raw: str) -> tuple[str, str | None]:
    spelt = [fold_word(segment) if segment else ("", None) for segment in _STARS.sub("*", raw).split("*")]
    folded = "*".join(folded for folded, _ in spelt)
    plain = "*".join(folded if plain is None else plain for folded, plain in spelt)
    return folded, plain if plain != folded else None


def _word(raw: str, position: int) -> Word | None:
    folded, plain = _fold_pattern(raw)
    if "*" in folded:
        letters, stars = len(folded.replace("*", "")), folded.count("*")
        if not letters:
            raise QuerySyntaxError("wildcard-only", position, len(raw), raw)
        if letters < MIN_WILDCARD_LETTERS:
            raise QuerySyntaxError("wildcard-short", position, len(raw), raw)
        if stars > MAX_WILDCARDS:
            raise QuerySyntaxError("wildcard-many", position, len(raw), raw)
    return Word(folded, plain) if folded else None


def _looked_for(text: str, position: int) -> Node | None:
    """The words of a chunk or of what stands in quotes: nothing, a word or a phrase."""
    found = [_word(match.group(), position + match.start()) for match in _QUERY_WORD.finditer(text)]
    words = tuple(word for word in found if word is not None)
    if len(words) > 1:
        return Phrase(words)
    return words[0] if words else None


def _quoted(expression: str, start: int) -> _Piece:
    end = next((at for at in range(start + 1, len(expression)) if expression[at] in _QUOTES), None)
    if end is None:
        raise QuerySyntaxError("quote-open", start, 1)
    node = _looked_for(expression[start + 1 : end], start + 1)
    length = end + 1 - start
    if node is None:
        raise QuerySyntaxError("phrase-empty", start, length, expression[start : end + 1])
    return _Piece("", start, length, node)


def _chunk_pieces(expression: str, start: int, end: int) -> list[_Piece]:
    chunk = expression[start:end]
    if chunk in _OPERATORS:
        return [_Piece(_OPERATORS[chunk], start, len(chunk))]
    rest = chunk.lstrip(_MINUS)
    minus = len(chunk) - len(rest)
    node = _looked_for(rest, start + minus)
    pieces = []
    denies_next = not rest and end < len(expression) and expression[end] in "(" + _QUOTES
    if minus and (node is not None or denies_next):
        pieces.append(_Piece(_NOT, start, minus))
    if node is not None:
        pieces.append(_Piece("", start + minus, len(rest), node))
    return pieces


def _pieces(expression: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    at = 0
    while at < len(expression):
        character = expression[at]
        if character.isspace():
            at += 1
        elif character in "()":
            pieces.append(_Piece(character, at, 1))
            at += 1
        elif character in _QUOTES:
            pieces.append(_quoted(expression, at))
            at += pieces[-1].length
        else:
            match = _CHUNK.match(expression, at)
            end = match.end() if match else at + 1
            pieces += _chunk_pieces(expression, at, end)
            at = end
    return pieces


class _Parser:
    """Recursive descent over the pieces of one expression; recursion only through brackets."""

    def __init__(self, pieces: Sequence[_Piece]) -> None:
        self._pieces = pieces
        self._at = 0

    def _kind(self) -> str | None:
        return self._pieces[self._at].kind if self._at < len(self._pieces) else None

    def whole(self) -> Node:
        node = self._either(0)
        if self._at < len(self._pieces):
            piece = self._pieces[self._at]
            raise QuerySyntaxError("bracket-close", piece.position, piece.length)
        return node

    def _either(self, depth: int) -> Node:
        parts = [self._both(depth)]
        while self._kind() == _OR:
            self._at += 1
            parts.append(self._both(depth))
        return _joined(Or, parts)

    def _both(self, depth: int) -> Node:
        parts = [self._one(depth)]
        while self._kind() not in (None, _OR, ")"):
            if self._kind() == _AND:
                self._at += 1
            parts.append(self._one(depth))
        return _joined(And, parts)

    def _one(self, depth: int) -> Node:
        denied = False
        while self._kind() == _NOT:
            denied = not denied
            self._at += 1
        node = self._primary(depth)
        return _denied(node) if denied else node

    def _primary(self, depth: int) -> Node:
        if self._kind() == "(":
            return self._bracketed(depth + 1)
        piece = self._pieces[self._at] if self._at < len(self._pieces) else None
        if piece is None or piece.node is None:
            raise self._missing()
        self._at += 1
        return piece.node

    def _bracketed(self, depth: int) -> Node:
        opening = self._pieces[self._at]
        if depth > MAX_DEPTH:
            raise QuerySyntaxError("too-deep", opening.position, 1)
        self._at += 1
        if self._kind() == ")":
            raise QuerySyntaxError("bracket-empty", opening.position, 2)
        if self._kind() is None:
            raise QuerySyntaxError("bracket-open", opening.position, 1)
        node = self._either(depth)
        if self._kind() != ")":
            raise QuerySyntaxError("bracket-open", opening.position, 1)
        self._at += 1
        return node

    def _missing(self) -> QuerySyntaxError:
        """Why nothing to look for stands here."""
        before = self._pieces[self._at - 1] if self._at else None
        if before is not None and before.kind in (_AND, _OR, _NOT):
            return QuerySyntaxError("operator-missing-right", before.position, before.length)
        piece = self._pieces[self._at]
        code = "bracket-close" if piece.kind == ")" else "operator-missing-left"
        return QuerySyntaxError(code, piece.position, piece.length)


def _joined(kind: type[And] | type[Or], parts: Sequence[Node]) -> Node:
    """`parts` under one And or Or, without nesting the same kind."""
    if len(parts) == 1:
        return parts[0]
    flat: list[Node] = []
    for part in parts:
        if isinstance(part, And | Or) and isinstance(part, kind):
            flat += part.parts
        else:
            flat.append(part)
    return kind(tuple(flat))


def _denied(node: Node) -> Node:
    return node.part if isinstance(node, Not) else Not(node)


def parse_query(expression: str) -> Node:
    """The meaning of an expression of the query language.

    Raises:
        QuerySyntaxError: The expression cannot be read; it says where and why.
    """
    if len(expression) > MAX_EXPRESSION_CHARS:
        raise QuerySyntaxError("too-long", MAX_EXPRESSION_CHARS, len(expression) - MAX_EXPRESSION_CHARS)
    pieces = _pieces(expression)
    if not pieces:
        raise QuerySyntaxError("empty", 0, len(expression))
    return _Parser(pieces).whole()


def build_expression(terms: Iterable[str], excludes: Iterable[str] = ()) -> str:
    """The expression of the firm's first Suchprofil: any of `terms`, none of `excludes`.

    Words with white space, punctuation or the look of an operator are quoted; what has no letter or digit is
    left out.

    Returns:
        An expression `parse_query` reads, or an empty one without terms.
    """
    wanted = list(dict.fromkeys(filter(None, map(_as_term, terms))))
    unwanted = list(dict.fromkeys(filter(None, map(_as_term, excludes))))
    if not wanted:
        return ""
    alternatives = " OR ".join(wanted)
    if unwanted and len(wanted) > 1:
        alternatives = f"({alternatives})"
    return " ".join([alternatives, *(f"NOT {word}" for word in unwanted)])


def _as_term(raw: str) -> str:
    text = " ".join("".join(" " if character in _QUOTES else character for character in raw).split())
    if not any(character.isalnum() for character in text):
        return ""
    bare = text.replace("*", "").isalnum() and text not in _OPERATORS
    return text if bare else f'"{text}"'
