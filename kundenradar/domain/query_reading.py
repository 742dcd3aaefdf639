"""Reading expressions of the query language (`docs/handbuch/03-suchprofile.md` is its manual).

Grammar, loosest first; what stands lower binds tighter::

    whole   = either
    either  = both { (OR | ODER | oder) both }
    both    = one { [AND | UND | und] one }
    one     = { NOT | NICHT | - } near
    near    = part { (NEAR | NAHE | ONEAR)[/n] part }
    part    = "(" either ")" | field ":" part | word | "phrase"
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kundenradar.domain.errors import InputError
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
    is_place,
)
from kundenradar.domain.text import JOINERS, MARKS, MAX_WORD_CHARS, fold_word, unseen_removed

MAX_EXPRESSION_CHARS = 4_000
MAX_POINTED_CHARS = 100
MAX_DEPTH = 20
"""Brackets within brackets; FTS5 has a parser stack of 100 and takes up to four places for each."""
MAX_WILDCARDS = 4
MIN_WILDCARD_LETTERS = 2
MAX_DISTANCE = 50
USUAL_DISTANCE = 10
MAX_NEARS = 20
"""In one expression: each may multiply the places that must be compared."""
MAX_DAYS_AGO = 36_500

_AND, _OR, _NOT, _NEAR, _FIELD = "and", "or", "not", "near", "field"
OPERATORS = {"AND": _AND, "UND": _AND, "OR": _OR, "ODER": _OR, "NOT": _NOT, "NICHT": _NOT, "&&": _AND, "||": _OR}
_SMALL_OPERATORS = {"and": _AND, "und": _AND, "or": _OR, "oder": _OR}
"""Operators too, but only between two things looked for; elsewhere they are words (*Frankfurt oder*)."""
_SMALL_NOT = ("nicht", "not")
_NEARNESS = re.compile(r"(O?NEAR|NAHE)(?:/(.*))?", re.DOTALL)
_FIELDS: dict[str, str] = {
    **dict.fromkeys(("autor", "author", "verfasser"), Field.AUTHOR.value),
    **dict.fromkeys(("quelle", "source"), Field.SOURCE.value),
    **dict.fromkeys(("titel", "title"), Field.TITLE.value),
    **dict.fromkeys(("seit", "since"), "since"),
    **dict.fromkeys(("bis", "until"), "until"),
    **dict.fromkeys(("stimmung", "sentiment"), "sentiment"),
    "status": "status",
}
_LABELS = {
    **dict.fromkeys(("positiv", "positive", "gut"), "positive"),
    "neutral": "neutral",
    **dict.fromkeys(("negativ", "negative", "schlecht"), "negative"),
    **dict.fromkeys(("gemischt", "mixed"), "mixed"),
    **dict.fromkeys(("unsicher", "unsure"), "unsure"),
}
_STATES = {
    **dict.fromkeys(("neu", "new"), ("new",)),
    **dict.fromkeys(("in arbeit", "inarbeit", "in-arbeit", "in_arbeit", "in_progress"), ("in_progress",)),
    **dict.fromkeys(("beantwortet", "answered"), ("answered",)),
    **dict.fromkeys(("erledigt", "done"), ("done",)),
    **dict.fromkeys(("ignoriert", "ignored"), ("ignored",)),
    **dict.fromkeys(("offen", "open"), ("new", "in_progress")),
}
_NAMED_DAYS = {"heute": 0, "today": 0, "gestern": 1, "yesterday": 1, "vorgestern": 2}
_DAYS_PER_UNIT = {"t": 1, "d": 1, "w": 7, "m": 30, "j": 365, "y": 365}
_AGO = re.compile(r"(\d{1,4})\s*([tdwmjy])")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_GERMAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")

QUOTES = '"„“”‟«»'
_APOSTROPHES = "'’‘‛´`ʼ＇"
_SINGLE_QUOTED = re.compile(
    r"(?:‚([^‚‘’]+)[‘’]|›([^›‹]+)‹|‹([^›‹]+)›|(?:'(?=\S)([^']*[^\s'])')|(?:‘(?=\S)([^‘’]*[^\s‘’])’))(?=[\s()~]|$)"
)
"""Something in single quotation marks; an apostrophe (*'s Brot*, *Resi's*) has no such other one."""
_LISTED = re.compile(r"(?<=[^\W\d_])[,;](?=[^\W\d_])")
"""A comma between two words without a blank: *Bad,Heizung*, but not *3,50*."""
_MINUS = "-−–"
_FIELD_NAME = re.compile(rf"({'|'.join(_FIELDS)}):(?!//)", re.IGNORECASE)
_LIKE_A_FIELD = re.compile(rf"([^\W\d_]{{2,}}):(?=[\w=*?(\-{QUOTES}])", re.IGNORECASE)
_NO_FIELD = re.compile(
    r"(?:re|aw|wg|fwd?|antw(?:ort)?|mailto|tel|feed|urn|doi|isbn|localhost):"  # a pasted title, an address
    r"|\w+:(?:innen\w*|in|nen|r|n|m|s|e|er|en|em|es|die|den|dem)(?!\w)"  # Kund:innen, jede:r
    r"|\w+:[DPpXxOo3]$",  # a smiley
    re.IGNORECASE,
)
_CHUNK = re.compile(rf"(?:(?!/\*)[^\s(){QUOTES}])+")
_COMMENT_LINE = re.compile(r"#+(?=\s|$)[^\n]*")
_QUERY_WORD = re.compile(
    rf"((?:[^\W_]|[*?])(?:[^\W_]|[*?{JOINERS}{MARKS}]){{0,{MAX_WORD_CHARS - 1}}})(?:([+#]{{1,8}})(?![\w+#]))?(~?)"
)
_STARS = re.compile(r"\*+")
_WILDCARD = re.compile(r"([*?])")
_SPACE_OR_END = re.compile(r"\s|$")


class QuerySyntaxError(InputError):
    """An expression that cannot be read.

    Attributes:
        code: ``empty``, ``bracket-open`` (never closed), ``bracket-close`` (never opened), ``bracket-empty``,
            ``quote-open``, ``phrase-empty``, ``comment-open``, ``operator-missing-left``,
            ``operator-missing-right``, ``wildcard-only``, ``wildcard-short`` (fewer than two letters),
            ``wildcard-many`` (more than four in a word), ``mark-mixed`` (``~`` beside ``*``, ``?`` or ``=``),
            ``near-distance``, ``near-many``, ``near-operand`` (what has no place in a text), ``field-empty``,
            ``field-nested``, ``field-day``, ``field-sentiment``, ``field-status`` (no such value),
            ``field-stored`` (means nothing for what comes in), ``field-unknown``, ``too-long`` or ``too-deep``.
        position: First character of the place to point at, from 0.
        length: Characters of that place, 0 at the end of the expression.
        expression: What was to be read, as far as known; never logged.
    """

    def __init__(self, code: str, position: int, length: int, detail: str = "", expression: str = "") -> None:
        super().__init__(code, detail)
        self.position = position
        self.length = length
        self.expression = expression

    def __reduce__(self) -> tuple[type["QuerySyntaxError"], tuple[str, int, int, str, str]]:
        """Survive the way between processes."""
        return (QuerySyntaxError, (self.code, self.position, self.length, self.detail, self.expression))

    def pointer(self) -> str:
        """The line with the mistake, and below it a line of carets that point at it; empty if nothing is known."""
        start = self.expression.rfind("\n", 0, self.position) + 1
        end = self.expression.find("\n", self.position)
        line = self.expression[start : end if end >= 0 else len(self.expression)].replace("\t", " ")
        room = max(0, MAX_POINTED_CHARS // 2)
        first = max(0, self.position - start - room)
        column = self.position - start - first
        shown = line[first : first + MAX_POINTED_CHARS].rstrip()
        carets = "^" * max(1, min(self.length, len(shown) - column))
        return f"{shown}\n{' ' * column}{carets}" if shown.strip() else ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an expression: an operator, a bracket, a field's name or (`kind` empty) something to look for.

    Attributes:
        text: What is looked for, without quotes; the name of the field; the distance of a nearness.
        ordered: The nearness has an order.
        cased: Written to the letter.
        quoted: It stood in quotes.
    """

    kind: str
    position: int
    length: int
    text: str = ""
    text_at: int = 0
    ordered: bool = False
    cased: bool = False
    quoted: bool = False
    related: bool = False


# -- words ------------------------------------------------------------------------------


def _fold_pattern(raw: str) -> tuple[str, str | None]:
    spelt = [
        (segment, segment) if segment in ("*", "?") else (fold_word(segment) if segment else ("", None))
        for segment in _WILDCARD.split(_STARS.sub("*", raw))
    ]
    folded = "".join(folded for folded, _ in spelt)
    plain = "".join(folded if plain is None else plain for folded, plain in spelt)
    return folded, plain if plain != folded else None


def _check_wildcards(folded: str, raw: str, position: int) -> None:
    wildcards = folded.count("*") + folded.count("?")
    letters = len(folded) - wildcards
    if not letters:
        raise QuerySyntaxError("wildcard-only", position, len(raw), raw)
    if letters < MIN_WILDCARD_LETTERS:
        raise QuerySyntaxError("wildcard-short", position, len(raw), raw)
    if wildcards > MAX_WILDCARDS:
        raise QuerySyntaxError("wildcard-many", position, len(raw), raw)


def _word(match: re.Match[str], piece: Piece) -> Word | None:
    raw, tail, mark = match.group(1), match.group(2) or "", match.group(3)
    position = piece.text_at + match.start()
    folded, plain = _fold_pattern(raw)
    is_pattern = "*" in folded or "?" in folded
    if not folded or set(folded) == {"?"}:
        return None
    if is_pattern:
        _check_wildcards(folded, raw, position)
    is_related = bool(mark) or (piece.related and not is_pattern)
    if is_related and (is_pattern or piece.cased or tail):
        raise QuerySyntaxError("mark-mixed", position, len(match.group()), match.group())
    cased = unicodedata.normalize("NFC", unseen_removed(_STARS.sub("*", raw))) if piece.cased else ""
    return Word(folded, plain, cased, tail, unicodedata.normalize("NFKC", raw).lower() if is_related else "")


def _looked_for(piece: Piece) -> Node | None:
    """The words of a chunk or of what stands in quotes: nothing, a word or a phrase."""
    found = [_word(match, piece) for match in _QUERY_WORD.finditer(piece.text)]
    words = tuple(word for word in found if word is not None)
    if len(words) < 2:
        return words[0] if words else None
    phrase = Phrase(words)
    joined = None if piece.quoted or piece.cased else _joined_word(piece, words)
    return phrase if joined is None else Or((phrase, joined))


def _joined_word(piece: Piece, words: Sequence[Word]) -> Word | None:
    """The word without its apostrophes (*Müller's*) or, with ``~``, without its hyphens (*Bad-Sanierung~*)."""
    text = piece.text.strip(_APOSTROPHES)
    if any(sign in text for sign in _APOSTROPHES) and not words[-1].related:
        signs = _APOSTROPHES
    elif words[-1].related and "-" in text:
        signs, text = "-", text.removesuffix("~")
    else:
        return None
    bare = "".join(character for character in text if character not in signs)
    if not bare.isalnum() or len(bare) > MAX_WORD_CHARS:
        return None
    return Word(*fold_word(bare), related=unicodedata.normalize("NFKC", bare).lower() if words[-1].related else "")


# -- pieces -----------------------------------------------------------------------------


class _Scanner:
    """Cuts one expression into pieces."""

    def __init__(self, expression: str) -> None:
        self._text = expression
        self._at = 0
        self._minus: Piece | None = None
        self._cased_at: int | None = None
        self.pieces: list[Piece] = []

    def scan(self) -> list[Piece]:
        while self._at < len(self._text):
            character = self._text[self._at]
            if character.isspace():
                self._at += 1
            elif self._comment():
                continue
            elif character in "()":
                self._bracket(character)
            elif character in QUOTES:
                self._quoted()
            elif match := _SINGLE_QUOTED.match(self._text, self._at):
                self._keep_quoted(match.start(match.lastindex or 0), match.end() - 1)
            elif match := _FIELD_NAME.match(self._text, self._at):
                self._keep(Piece(_FIELD, self._at, match.end() - self._at, _FIELDS[match.group(1).lower()]))
                self._at = match.end()
                continue
            elif self._prefix(character):
                continue
            else:
                self._chunk()
            self._minus = self._cased_at = None
        return _with_small_operators(self.pieces)

    def _keep(self, piece: Piece) -> None:
        if self._minus is not None:
            self.pieces.append(self._minus)
            self._minus = None
        self.pieces.append(piece)

    def _comment(self) -> bool:
        if self._text.startswith("/*", self._at):
            end = self._text.find("*/", self._at + 2)
            if end < 0:
                raise QuerySyntaxError("comment-open", self._at, 2)
            self._at = end + 2
            return True
        if self._at and not (self._text[self._at - 1].isspace() or self._text[self._at - 1] in "()/"):
            return False
        match = _COMMENT_LINE.match(self._text, self._at)
        if match is None:
            return False
        self._at = match.end()
        return True

    def _bracket(self, character: str) -> None:
        if character == ")":
            self._minus = None
        self._keep(Piece(character, self._at, 1))
        self._at += 1

    def _prefix(self, character: str) -> bool:
        """A minus or an equals sign directly before what it is about."""
        follows = self._text[self._at + 1 : self._at + 2]
        if character in _MINUS:
            end = self._at + len(self._text[self._at :]) - len(self._text[self._at :].lstrip(_MINUS))
            if end < len(self._text) and not self._text[end].isspace():
                self._minus = Piece(_NOT, self._at, end - self._at)
            self._at = end
            return True
        if character == "=" and (follows.isalnum() or (follows and follows in QUOTES + "*?")):
            self._cased_at = self._at
            self._at += 1
            return True
        return False

    def _quoted(self) -> None:
        start = self._at
        end = next((at for at in range(start + 1, len(self._text)) if self._text[at] in QUOTES), None)
        if end is None:
            raise QuerySyntaxError("quote-open", start, 1)
        self._keep_quoted(start + 1, end)

    def _keep_quoted(self, inside: int, end: int) -> None:
        """Keep what stands in quotation marks, from `inside` to the closing one at `end`."""
        start = self._at
        self._at = end + 1
        related = self._text.startswith("~", self._at)
        self._at += related
        first = start if self._cased_at is None else self._cased_at
        inner = self._text[inside:end]
        piece = Piece("", first, self._at - first, inner, inside, quoted=True, related=related)
        self._keep(replace(piece, cased=self._cased_at is not None))

    def _chunk(self) -> None:
        match = _CHUNK.match(self._text, self._at)
        start, end = self._at, match.end() if match else self._at + 1
        listed = _LISTED.search(self._text, start, end)
        end = listed.start() if listed else end
        chunk = self._text[start:end]
        self._at = listed.end() if listed else end
        if self._minus is None and self._cased_at is None and self._operator(chunk, start):
            return
        first = start if self._cased_at is None else self._cased_at
        if any(character.isalnum() or character == "*" for character in chunk):
            piece = Piece("", first, end - first, chunk, start, cased=self._cased_at is not None)
            after_field = bool(self.pieces) and self.pieces[-1].kind == _FIELD
            if after_field or _looked_for(piece) is not None:
                self._keep(piece)

    def _operator(self, chunk: str, start: int) -> bool:
        if chunk in OPERATORS:
            self._keep(Piece(OPERATORS[chunk], start, len(chunk)))
            return True
        match = _NEARNESS.fullmatch(chunk)
        if match is None:
            return False
        distance = match.group(2)
        if distance is not None and not (distance.isascii() and distance.isdigit() and int(distance) <= MAX_DISTANCE):
            raise QuerySyntaxError("near-distance", start, len(chunk), chunk)
        wide = str(USUAL_DISTANCE) if distance is None else distance
        self._keep(Piece(_NEAR, start, len(chunk), wide, ordered=match.group(1) == "ONEAR"))
        return True


def _with_small_operators(pieces: list[Piece]) -> list[Piece]:
    """The pieces, *und* and *oder* between two things looked for as operators."""
    for at in range(1, len(pieces) - 1):
        kind = _SMALL_OPERATORS.get(pieces[at].text) if _is_bare(pieces[at]) else None
        ends = not pieces[at - 1].kind or pieces[at - 1].kind == ")"
        if kind is not None and ends and pieces[at + 1].kind in ("", "(", _FIELD, _NOT):
            pieces[at] = replace(pieces[at], kind=kind, text="")
    return pieces


def _is_bare(piece: Piece) -> bool:
    return not (piece.kind or piece.quoted or piece.cased)


# -- values of fields -------------------------------------------------------------------


def day_of(text: str) -> date | int | None:
    """The day written as 2026-11-01, 01.11.2026, heute, gestern or 7t (so many days ago); None if it is none."""
    text = text.strip().lower()
    if text in _NAMED_DAYS:
        return _NAMED_DAYS[text]
    if match := _AGO.fullmatch(text):
        return int(match.group(1)) * _DAYS_PER_UNIT[match.group(2)]
    if match := _ISO_DAY.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _GERMAN_DAY.fullmatch(text):
        day, month, year = map(int, match.groups())
        year += 2000 if year < 100 else 0
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_value(kind: type[Since] | type[Until], piece: Piece) -> Node:
    day = day_of(piece.text)
    if day is None:
        raise QuerySyntaxError("field-day", piece.position, piece.length, piece.text)
    return kind(day)


def _sentiment_value(piece: Piece) -> Node:
    label = _LABELS.get(piece.text.strip().lower())
    if label is None:
        raise QuerySyntaxError("field-sentiment", piece.position, piece.length, piece.text)
    return Judged(label)


def _status_value(piece: Piece) -> Node:
    states = _STATES.get(" ".join(piece.text.lower().split()))
    if states is None:
        raise QuerySyntaxError("field-status", piece.position, piece.length, piece.text)
    return _joined(Or, [InState(state) for state in states])


_VALUES: Mapping[str, Callable[[Piece], Node]] = {
    "since": lambda piece: _day_value(Since, piece),
    "until": lambda piece: _day_value(Until, piece),
    "sentiment": _sentiment_value,
    "status": _status_value,
}


# -- the tree ---------------------------------------------------------------------------


class _Parser:
    """Recursive descent over the pieces of one expression; recursion only through brackets."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._at = 0
        self._field = ""
        self._nears = 0

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
        node = self._near(depth)
        return _denied(node) if denied else node

    def _near(self, depth: int) -> Node:
        start = self._at
        node = self._part(depth)
        while self._kind() == _NEAR:
            piece = self._pieces[self._at]
            self._check_place(node, start)
            self._nears += 1
            if self._nears > MAX_NEARS:
                raise QuerySyntaxError("near-many", piece.position, piece.length)
            self._at += 1
            start = self._at
            if self._kind() == _NOT:
                raise self._no_place(start)
            right = self._part(depth)
            self._check_place(right, start)
            node = Near(node, right, int(piece.text), piece.ordered)  # type: ignore[arg-type]  # checked above
        return node

    def _check_place(self, node: Node, start: int) -> None:
        if not is_place(node):
            raise self._no_place(start)

    def _no_place(self, start: int) -> QuerySyntaxError:
        first, last = self._pieces[start], self._pieces[max(start, self._at - 1)]
        return QuerySyntaxError("near-operand", first.position, last.position + last.length - first.position)

    def _part(self, depth: int) -> Node:
        if self._kind() == "(":
            return self._bracketed(depth + 1)
        if self._kind() == _FIELD:
            return self._in_field(depth)
        piece = self._pieces[self._at] if self._at < len(self._pieces) else None
        if piece is None or piece.kind:
            raise self._missing()
        self._at += 1
        return self._leaf(piece)

    def _leaf(self, piece: Piece) -> Node:
        if self._field in _VALUES:
            return _VALUES[self._field](piece)
        node = _looked_for(piece)
        if node is None:
            raise QuerySyntaxError("phrase-empty", piece.position, piece.length, piece.text)
        return node

    def _in_field(self, depth: int) -> Node:
        name = self._pieces[self._at]
        if self._field:
            raise QuerySyntaxError("field-nested", name.position, name.length)
        self._at += 1
        if self._kind() not in ("", "("):
            raise QuerySyntaxError("field-empty", name.position, name.length, name.text)
        self._field = name.text
        node = self._part(depth)
        self._field = ""
        return node if name.text in _VALUES else In(Field(name.text), node)

    def _bracketed(self, depth: int) -> Node:
        opening = self._pieces[self._at]
        if depth > MAX_DEPTH:
            raise QuerySyntaxError("too-deep", opening.position, 1)
        self._at += 1
        if self._kind() == ")":
            closing = self._pieces[self._at]
            raise QuerySyntaxError("bracket-empty", opening.position, closing.position + 1 - opening.position)
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
        if before is not None and before.kind in (_AND, _OR, _NOT, _NEAR):
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


def pieces_of(expression: str) -> list[Piece]:
    """The pieces of an expression, in order.

    Raises:
        QuerySyntaxError: It is too long, empty, or a word, quote or comment in it cannot be read.
    """
    if len(expression) > MAX_EXPRESSION_CHARS:
        raise QuerySyntaxError("too-long", MAX_EXPRESSION_CHARS, len(expression) - MAX_EXPRESSION_CHARS)
    pieces = _Scanner(expression).scan()
    if not pieces:
        raise QuerySyntaxError("empty", 0, len(expression))
    return pieces


def parse_query(expression: str) -> Node:
    """The meaning of an expression of the query language.

    Raises:
        QuerySyntaxError: The expression cannot be read; it says where and why.
    """
    try:
        return _Parser(pieces_of(expression)).whole()
    except QuerySyntaxError as error:
        error.expression = expression
        raise


def check_fields(expression: str) -> None:
    """Whether what looks like a field is one; what was stored earlier may hold such words and still be read.

    Raises:
        QuerySyntaxError: It is none (``field-unknown``). Addresses, times, pasted "Re:" and "Kund:innen" are words.
    """
    if ":" not in expression:
        return
    before = ""
    for piece in pieces_of(expression):
        found = _LIKE_A_FIELD.match(expression, piece.text_at) if _is_bare(piece) and before != _FIELD else None
        if found is not None and _NO_FIELD.match(piece.text) is None:
            raise QuerySyntaxError("field-unknown", piece.text_at, len(found[1]), found[1], expression)
        before = piece.kind


@dataclass(frozen=True, slots=True)
class QueryHint:
    """What may be meant otherwise in an expression that can be read.

    Attributes:
        code: ``not-a-word`` (a *nicht* in small letters is looked for), ``not-a-field`` (a word with a colon),
            ``days-turned`` (it asks for what came after one day and before an earlier one), ``not-searched`` (an emoji,
            which is no word).
        detail: The word, or the days.
    """

    code: str
    detail: str


def hints(expression: str) -> tuple[QueryHint, ...]:
    """What may be meant otherwise in a readable expression, each once; none if it cannot be read."""
    try:
        pieces = pieces_of(expression)
    except QuerySyntaxError:
        return ()
    found = []
    for at, piece in enumerate(pieces):
        if not _is_bare(piece) or (at and pieces[at - 1].kind == _FIELD):
            continue
        if piece.text.lower() in _SMALL_NOT and 0 < at < len(pieces) - 1:
            found.append(QueryHint("not-a-word", piece.text))
        elif re.fullmatch(r"[^\W\d_]{2,}:", piece.text) and at < len(pieces) - 1 and not _NO_FIELD.match(piece.text):
            found.append(QueryHint("not-a-field", piece.text[:-1]))
    pictures = [
        QueryHint("not-searched", sign) for sign in expression if sign > "™" and unicodedata.category(sign) == "So"
    ]
    return (*dict.fromkeys((*found, *pictures)), *_days_turned(expression))


def _days_turned(expression: str) -> list[QueryHint]:
    days = {name.text: [day_of(piece.text) for piece in held] for name, held in _field_values(expression)}
    since, until = days.get("since", []), days.get("until", [])
    if len(since) != 1 or len(until) != 1 or not isinstance(since[0], date) or not isinstance(until[0], date):
        return []
    return [QueryHint("days-turned", f"{since[0]:%d.%m.%Y} bis {until[0]:%d.%m.%Y}")] if since[0] > until[0] else []


def _field_values(expression: str) -> list[tuple[Piece, list[Piece]]]:
    """The value fields of a readable expression, each with the pieces it holds."""
    pieces = pieces_of(expression)
    found = []
    for at, piece in enumerate(pieces):
        if piece.kind != _FIELD or piece.text not in _VALUES:
            continue
        held, depth, place = [], 0, at + 1
        while place < len(pieces):
            depth += (pieces[place].kind == "(") - (pieces[place].kind == ")")
            if not pieces[place].kind:
                held.append(pieces[place])
            place += 1
            if depth <= 0:
                break
        found.append((piece, held))
    return found


def dated(expression: str, today: date) -> str:
    """`expression` with *heute*, *gestern*, *7t* after ``seit:`` and ``bis:`` written as days.

    Raises:
        QuerySyntaxError: The expression cannot be read, or it has an unknown field.
    """
    if ":" not in expression:
        return expression
    parse_query(expression)
    check_fields(expression)
    parts, at = [], 0
    for name, held in _field_values(expression):
        for piece in held if name.text in ("since", "until") else []:
            day = day_of(piece.text)
            if isinstance(day, int):
                fixed = today - timedelta(days=min(day, MAX_DAYS_AGO))
                parts += [expression[at : piece.position], fixed.isoformat()]
                at = piece.position + piece.length
                if expression[at : at + 1] not in (" ", ")", ""):
                    parts.append(" ")  # it stood in quotes, and something follows at once
    return "".join([*parts, expression[at:]])


def asks_for_source(expression: str) -> bool:
    """Whether a readable expression depends on the name of a source."""
    return any(piece.kind == _FIELD and piece.text == Field.SOURCE.value for piece in pieces_of(expression))


def check_lasting(expression: str) -> None:
    """Whether an expression can be a Suchprofil: it must mean the same for what comes in as for what is stored.

    Raises:
        QuerySyntaxError: It cannot be read, it has an unknown field, or it asks for a day, a sentiment or a work
            state (``field-stored``): these belong to stored mentions and change.
    """
    parse_query(expression)
    check_fields(expression)
    for name, _ in _field_values(expression):
        raise QuerySyntaxError("field-stored", name.position, name.length, name.text, expression)
