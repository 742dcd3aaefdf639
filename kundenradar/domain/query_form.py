"""A form for simple Suchprofile: what must, may and must not occur. It reads back what it can say itself."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kundenradar.domain.queries import QuerySyntaxError, as_term, parse_query
from kundenradar.domain.query_reading import Piece, pieces_of
from kundenradar.domain.query_tree import And, Node


@dataclass(frozen=True, slots=True)
class QueryForm:
    """The fields of the form; words and phrases, each once.

    Attributes:
        every: All of these must occur.
        any_of: At least one of these must.
        exactly: Word orders, all of which must occur as they are.
        none_of: None of these may.
        related: Forms and compounds of `every` and `any_of` count too.
    """

    every: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    exactly: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    related: bool = False


def form_expression(form: QueryForm) -> str:
    """The expression that says what the form says; empty while nothing is wanted."""
    every = _terms(form.every, related=form.related)
    any_of = _terms(form.any_of, related=form.related)
    exactly = [f'"{_bare(one)}"' for one in form.exactly if as_term(one)]
    if not (every or any_of or exactly):
        return ""
    either = " OR ".join(any_of)
    if len(any_of) > 1 and (every or exactly or form.none_of):
        either = f"({either})"
    wanted = [*every, *exactly, *([either] if either else [])]
    return " ".join([" AND ".join(wanted), *(f"NOT {term}" for term in _terms(form.none_of))])


def _terms(words: Iterable[str], *, related: bool = False) -> list[str]:
    found = []
    for word in dict.fromkeys(words):
        term = as_term(word)
        if term:
            is_pattern = any(sign in term for sign in "*?+#")
            found.append(f"{term}~" if related and not is_pattern else term)
    return found


def _bare(text: str) -> str:
    return as_term(text).strip('"')


def read_form(expression: str) -> QueryForm | None:
    """The form that writes what an expression says, or None if the form cannot say it."""
    if not expression.strip():
        return QueryForm()
    try:
        wanted, pieces = parse_query(expression), pieces_of(expression)
        for form in (_Reader(pieces).form(), _Reader(pieces, quoted_is_exact=True).form()):
            if form is not None and _says_the_same(parse_query(form_expression(form)), wanted):
                return form
    except QuerySyntaxError:
        return None
    return None


def _says_the_same(one: Node, other: Node) -> bool:
    """Whether two expressions are alike; the order of what must be and must not be tells nothing."""
    if isinstance(one, And) and isinstance(other, And):
        return Counter(one.parts) == Counter(other.parts)
    return one == other


class _Reader:
    """Sorts the pieces of an expression into the fields.

    Args:
        pieces: Of the expression.
        quoted_is_exact: One word in quotation marks is a word order as well, beside words in all their forms.
    """

    def __init__(self, pieces: list[Piece], *, quoted_is_exact: bool = False) -> None:
        self._pieces = pieces
        self._least_words = 1 if quoted_is_exact else 2
        self._at = 0
        self._every: list[str] = []
        self._any: list[str] = []
        self._exactly: list[str] = []
        self._none: list[str] = []
        self._marks: set[bool] = set()

    def form(self) -> QueryForm | None:
        is_bare_choice = any(piece.kind == "or" for piece in self._pieces) and not any(
            piece.kind in ("(", "and", "not") for piece in self._pieces
        )
        done = self._choice(None) if is_bare_choice else self._all()
        if not done or len(self._marks) > 1:
            return None
        return QueryForm(
            tuple(self._every), tuple(self._any), tuple(self._exactly), tuple(self._none), self._marks == {True}
        )

    def _next(self) -> Piece | None:
        piece = self._pieces[self._at] if self._at < len(self._pieces) else None
        self._at += 1
        return piece

    def _all(self) -> bool:
        while (piece := self._next()) is not None:
            if piece.kind == "and":
                continue
            if piece.kind == "(":
                if self._any or not self._choice(")"):
                    return False
            elif piece.kind == "not":
                denied = self._next()
                if denied is None or denied.kind or denied.cased or _is_marked(denied):
                    return False
                self._none.append(denied.text)
            elif piece.kind or piece.cased:
                return False
            else:
                self._wanted(piece)
        return True

    def _wanted(self, piece: Piece) -> None:
        if piece.quoted and not _is_marked(piece) and len(piece.text.split()) >= self._least_words:
            self._exactly.append(piece.text)
        else:
            self._every.append(self._word(piece))

    def _choice(self, end: str | None) -> bool:
        """Words between ORs, up to `end`."""
        while (piece := self._next()) is not None:
            if piece.kind or piece.cased:
                return False
            self._any.append(self._word(piece))
            sign = self._next()
            if sign is None or sign.kind == end:
                return (sign is None) == (end is None)
            if sign.kind != "or":
                return False
        return False

    def _word(self, piece: Piece) -> str:
        text = piece.text.removesuffix("~")
        if not any(sign in text for sign in "*?+#"):
            self._marks.add(_is_marked(piece))
        return text


def _is_marked(piece: Piece) -> bool:
    return piece.related or piece.text.endswith("~")
