"""Is our firm meant? Which part of a text speaks of it.

Everything counts unless a text shows clearly that it turns to something else: another firm by name, "the competition",
the weather. Then the sentences with a hit count and those that go on about the firm, until the text turns. A text that
only lists the firm or takes it for a place mentions it in passing. See ADR 0020.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from kundenradar.domain import about_words as words
from kundenradar.domain.about_words import HIT, RIVAL
from kundenradar.domain.packing import Packed
from kundenradar.domain.text import Token, Words, tokens

Span = tuple[int, int]
"""First character and one past the last."""
Sentence = tuple[int, int, int]
"""First character, one past the last, and the paragraph."""
MAX_CHARS = 20_000
"""Longer texts are judged by their beginning, and so is what they speak of."""
LONG_WORDS, LONG_SENTENCES, LONG_PARAGRAPHS, NEAR_PARAGRAPHS = 60, 10, 5, 1
"""In texts from this size on, paragraphs far from every hit must go on about the firm by a word to count."""
LEAST_LISTED, MOST_NAME_WORDS = 4, 5
"""Names in a row from which a list is one, and words a name has at most."""
MOST_IN_PASSING = 2
LEAST_PARAGRAPH_WORDS = 8
"""Shorter paragraphs are headings and greetings, and stay."""
LEAST_NEWS_WORDS = 25
MAX_COMPARISON, MAX_CLAUSES, LOOK_BACK = 600, 2_000, 80
"""Characters of the longest sentence read for a comparison and cut into clauses; how far back a name is looked at."""

_END = re.compile(r"[.!?…\n;](?:(?<=[.!?…])[.!?…]*[\"“”»)]*(?=\s|$)|(?<=\n)\n*|(?<=;)\s)")
"""The first sign in one set: the search for it is many times as fast as for a choice."""
_SHORT = re.compile(
    r"(?:\d|\b(?:[Dd]r|[Cc]a|[Tt]el|[Nn]r|[Ss]tr|bzw|[Zz]\.? ?B|inkl|evtl|ggf|usw|u\.a|Fa|St|Hr|Fr|Prof|e\.\s?K|Inh))$"
)
_SHORT_ENDS = frozenset("0123456789abefgfhKlnoprtwBh\n")
_CLAUSE = re.compile(r"[,:–—()]\s?|\s-\s|\s(?=(?:aber|während|sondern|doch|jedoch)\s)")
_AND = re.compile(r"\s(?=(?:und|oder)\s)")
_LABEL = re.compile(
    r"(?:^|(?<=[.!?\n])\s?)([A-ZÄÖÜ][\w&'.-]{0,40}(?:\s[A-ZÄÖÜ&][\w'.-]{0,40}){0,2}):(?=\s)", re.MULTILINE
)
_LEGAL = re.compile(
    r"\b[A-ZÄÖÜ][\w.-]{0,40}(?:\s(?:&\s|und\s)?[A-ZÄÖÜ][\w.-]{0,40}){0,2}\s"
    r"(?:GmbH|AG|KG|OHG|UG|GbR|e\.\s?K\.)(?:\s&\sCo\.?(?:\sKG)?)?|"
    r"\b[A-ZÄÖÜ][\w-]{1,40}\s(?:&|und)\s(?:Sohn|Söhne|Töchter|Co|Partner)\b|\bGebrüder\s[A-ZÄÖÜ]\w+"
)
_FIRM = re.compile(r"\b(?:Firma|Fa\.|Fa)\s(?:[A-ZÄÖÜ]\w+\s)?([A-ZÄÖÜ][\w-]+)")
_FOREIGN = re.compile(r"\b(?:im|beim|zum|ins|bei|zu|das|Das|ein)\s((?:Da|La|Le|El|Il|Al|San|Bella|Casa)\s[A-ZÄÖÜ]\w+)")
_AT_NAME = re.compile(r"\b([Bb]ei|[Zz]u|als|[Vv]on)\s([A-ZÄÖÜ][a-zäöüß-]{2,}(?:\s[A-ZÄÖÜ][a-zäöüß-]{2,})?)(?!\w)")
_LISTED = re.compile(r",\s+|\s(?:und|sowie|oder)\s|[;:]\s")
_LITTLE = frozenset(
    ("der", "die", "das", "den", "dem", "am", "an", "im", "zum", "zur", "von", "&", "und", "ein", "eine")
)
_WORD = re.compile(r"[^\W\d_]+")
_NO_BLANK = re.compile(r"\S")


class AboutLabel(StrEnum):
    """How a text speaks of the firm."""

    FIRM = "firm"  # a part of it does
    PASSING = "passing"  # names it beside other things
    WHOLE = "whole"  # all of it counts


@dataclass(frozen=True, slots=True)
class About(Packed):
    """Which part of a text speaks of the firm.

    Attributes:
        spans: Stretches that do, in order; empty if the whole text counts.
        counted: Sentences of the own words of which something counts; 0 if all of them do.
        sentences: All of them; 0 if all count.
        lean: What a comparison says of the firm beside its words: 1 for it, -1 against it, 0 nothing.
        compared: Stretches of `spans` that only compare, and whose words of praise are another firm's.
    """

    label: AboutLabel = AboutLabel.WHOLE
    spans: tuple[Span, ...] = ()
    counted: int = 0
    sentences: int = 0
    lean: int = 0
    compared: tuple[Span, ...] = ()


WHOLE = About()
"""What is said of a text with one subject."""


def part_of(text: str, about: About) -> str:
    """What is judged: `text` with all else blanked, so that every place in it stays where it is."""
    if about.label is AboutLabel.WHOLE and not about.compared:
        return text
    kept = about.spans or ((0, len(text)),)
    for gone in about.compared:
        kept = tuple(piece for span in kept for piece in _without(span, gone))
    parts: list[str] = []
    at = 0
    for start, end in kept:
        parts += (_blanks(start - at), text[start:end])
        at = end
    parts.append(_blanks(len(text) - at))
    return "".join(parts)


def left_out(text: str, about: About) -> tuple[Span, ...]:
    """Stretches of `text` that do not count, in order."""
    if not about.spans:
        return ()
    edges = [0, *(edge for span in about.spans for edge in span), len(text)]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    return tuple((start, end) for start, end in gaps if text[start:end].strip())


def stands_in(text: str, spans: Sequence[Span], shown: str) -> tuple[Span, ...]:
    """Where stretches of `text` stand in `shown`, the same in another layout; sentence by sentence, in order."""
    there = tokens(shown[:MAX_CHARS])
    row = [token.folded for token in there]
    found: list[Span] = []
    at = 0
    for start, end in spans:
        for first, last, _ in _sentences(text[start:end]):
            wanted = [token.folded for token in tokens(text[start + first : start + last])]
            place = _place_of(wanted, row, at)
            if place is not None:
                at = place + len(wanted)
                found.append((there[place].start, there[at - 1].end))
    return tuple(found)


def _place_of(wanted: Sequence[str], row: Sequence[str], at: int) -> int | None:
    """Where words stand in a row from some place on."""
    last = len(row) - len(wanted)
    return (
        next((one for one in range(at, last + 1) if row[one : one + len(wanted)] == wanted), None) if wanted else None
    )


def _blanks(size: int) -> str:
    """A gap that ends a sentence."""
    return "\n" + " " * (size - 1) if size else ""


def _without(span: Span, gone: Span) -> list[Span]:
    start, end = span
    if gone[1] <= start or end <= gone[0]:
        return [span]
    return [piece for piece in ((start, gone[0]), (gone[1], end)) if piece[0] < piece[1]]


# -- sentences -------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Piece:
    """A sentence, or a clause of one that speaks of two firms."""

    start: int
    end: int
    sentence: int
    paragraph: int
    has_hit: bool = False
    has_other: bool = False
    is_aside: bool = False
    counts: bool = True


@dataclass(slots=True)
class _Text:
    """A text with the places of the firm and of others in it."""

    text: str
    row: AbstractSet[str]
    hits: Sequence[Span]
    others: Sequence[Span]
    own: AbstractSet[str]
    starts: Sequence[int]
    folded: Sequence[str]
    body: int
    has_weather: bool
    _tokens: Sequence[Token] = ()

    @property
    def tokens(self) -> Sequence[Token]:
        """The words of the text; made when asked for, because most texts name nobody else."""
        if not self._tokens:
            self._tokens = tokens(self.text)
        return self._tokens

    def words(self, start: int, end: int) -> list[Token]:
        """The words between two places."""
        first, last = bisect_right(self.starts, start - 1), bisect_right(self.starts, end - 1)
        return list(self.tokens[first:last])


def _sentences(text: str) -> Iterator[Sentence]:
    """Start, end and paragraph of every sentence that has words."""
    start = paragraph = 0
    for match in _END.finditer(text):
        sign = match.group()
        at = match.start()
        if (
            sign == "."
            and at + 1 < len(text)
            and text[at - 1] in _SHORT_ENDS
            and _SHORT.search(text, max(0, at - 5), at)
        ):
            continue
        if _WORD.search(text, start, match.end()):
            yield _begin(text, start), match.end(), paragraph
        start = match.end()
        if "\n" in sign:
            paragraph += 1
    if _WORD.search(text, start):
        yield _begin(text, start), len(text), paragraph


def _begin(text: str, start: int) -> int:
    """Where the first character stands that is no blank."""
    found = _NO_BLANK.search(text, start)
    return start if found is None else found.start()


def _meets(spans: Sequence[Span], start: int, end: int) -> bool:
    for first, last in spans:  # noqa: SIM110 - a generator costs more than the comparisons themselves
        if first < end and start < last:
            return True
    return False


def _inside(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Those of sorted spans that begin between two places."""
    return spans[bisect_left(spans, (start, 0)) : bisect_left(spans, (end, 0))]


# -- others ----------------------------------------------------------------------------------------


def _others(seen: _Text) -> list[Span]:
    """Where another firm is named."""
    text, row = seen.text, seen.row
    found = [] if words.NAMED.isdisjoint(row) else list(_by_words(text, seen.tokens))
    if not words.LEGAL_SIGNS.isdisjoint(row):
        found += [match.span() for match in _LEGAL.finditer(text)]
        found += [match.span(1) for match in _FIRM.finditer(text)]
    if not words.OTHER_SIGNS.isdisjoint(row):
        found += [match.span() for match in words.OTHER_FIRM.finditer(text)]
    if not words.FOREIGN_SIGNS.isdisjoint(row):
        found += [match.span(1) for match in _FOREIGN.finditer(text)]
    if not words.COMPARED.isdisjoint(row):
        found += _by_place(text)
    if text.count(":") > 1:
        found += _by_label(text, seen.hits)
    return [span for span in found if not _meets(seen.hits, *span) and not _is_own(seen, span)]


def _is_own(seen: _Text, span: Span) -> bool:
    """Whether a name has a word of the firm's own."""
    first, last = bisect_right(seen.starts, span[0] - 1), bisect_right(seen.starts, span[1] - 1)
    return not seen.own.isdisjoint(seen.folded[first:last])


def _by_words(text: str, tokens: Sequence[Token]) -> Iterator[Span]:
    """Names that are known, and names behind a trade."""
    for at, token in enumerate(tokens):
        word = token.folded
        if word not in words.NAMED or not text[token.start].isupper():
            continue
        if word in words.OTHER_WORDS or word in words.CHAINS:
            yield token.start, token.end
        elif word in words.SURNAMES:
            if not _is_person(text, tokens, at):
                yield token.start, token.end
        elif at and text[tokens[at - 1].end : token.start] == "-" and text[tokens[at - 1].start].isupper():
            yield tokens[at - 1].start, token.end
        elif at + 1 < len(tokens) and _is_trade_name(text, tokens, at):
            yield token.start, tokens[at + 1].end


def _is_trade_name(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of trade and the next one are a firm's name: *Hotel Adler*, but not *mein Auto Ende Mai*."""
    trade, following = tokens[at], tokens[at + 1]
    before = tokens[at - 1].folded if at else ""
    if before in words.POSSESSIVES or (trade.folded in words.THINGS and before in words.ARTICLES):
        return False
    is_next = text[trade.end : following.start] in (" ", "-") and text[following.start].isupper()
    return is_next and following.folded not in words.NEVER_NAMES


def _is_person(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a surname stands behind *Herr* or a first name: a person then, not a firm."""
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.folded in words.PERSON:
        return True
    if text[before.end : tokens[at].start] != " " or not text[before.start].isupper():
        return False
    return not (before.folded in words.TRADES or before.folded in words.OPENERS)


def _by_place(text: str) -> Iterator[Span]:
    """Unknown names that people go to, in texts that compare: *bei Lutz Meister*."""
    for match in _AT_NAME.finditer(text):
        folded = match.group(2).lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
        first = folded.split()[0]
        if first not in words.COMMON_NOUNS and first not in words.PERSON and not words.NOT_A_NAME.search(first):
            yield match.span(2)


def _by_label(text: str, hits: Sequence[Span]) -> list[Span]:
    """Names before a colon, where the firm stands before one too."""
    found = [match.span(1) for match in _LABEL.finditer(text)]
    return found if len(found) > 1 and any(_meets(hits, *span) for span in found) else []


# -- what the text is about ------------------------------------------------------------------------


def about(
    text: str,
    found: Words,
    hits: Sequence[Span],
    rivals: Sequence[Span] = (),
    own: AbstractSet[str] = frozenset(),
    body: int = 0,
) -> About:
    """Which part of `text` speaks of the firm; never raises for any text.

    Args:
        text: What would be judged as a whole: title and own words.
        found: Its words.
        hits: Where the firm is named, in order, not overlapping.
        rivals: Where a competitor the owner named is.
        own: Folded words of the firm's names: who is called by one of them is not another firm.
        body: Where the own words begin; sentences are counted from there.
    """
    hits = [hit for hit in hits if not any(_holds(rival, hit) for rival in rivals)]
    if not hits:
        return WHOLE
    row = frozenset(found.folded)
    has_weather = any(sign in text for sign in words.WEATHER_SIGNS)
    seen = _Text(text, row, hits, (), own, found.starts, found.folded, body, has_weather)
    seen.others = sorted({*_others(seen), *(rival for rival in rivals if not _meets(hits, *rival))})
    may_pass, may_turn = _may_pass(seen), bool(seen.others) or _may_turn(seen)
    if not (may_pass or may_turn):
        return WHOLE
    sentences = list(_sentences(text))
    counted = [one for one in sentences if one[0] >= body] or sentences
    if may_pass and _is_passing(seen, sentences):
        named = tuple((start, end) for start, end, _ in sentences if _meets(hits, start, end))
        return _told(AboutLabel.PASSING, named, counted)
    if not may_turn:
        return WHOLE
    compared, lean = _comparisons(seen, sentences)
    pieces = _pieces(seen, sentences, compared)
    _decide(seen, pieces)
    _leave_asides(seen, pieces, len(sentences))
    if all(piece.counts for piece in pieces):
        return About(lean=lean, compared=compared) if compared or lean else WHOLE
    return _told(AboutLabel.FIRM, _joined(pieces), counted, lean, compared)


def _told(
    label: AboutLabel,
    spans: tuple[Span, ...],
    sentences: Sequence[Sentence],
    lean: int = 0,
    compared: tuple[Span, ...] = (),
) -> About:
    counted = sum(_meets(spans, start, end) for start, end, _ in sentences)
    return About(label, spans, counted, len(sentences), lean, compared)


def _holds(span: Span, inner: Span) -> bool:
    """Whether a longer stretch holds another."""
    return span != inner and span[0] <= inner[0] and inner[1] <= span[1]


def _may_turn(seen: _Text) -> bool:
    """Whether anything but another firm can turn the text away."""
    return (
        not words.TURNS.isdisjoint(seen.row)
        or compares(seen.text, seen.row)
        or (
            "\n" in seen.text[seen.body :]
            and (len(seen.starts) >= LONG_WORDS or not words.ASIDE_WORDS.isdisjoint(seen.row))
        )
    )


def _may_pass(seen: _Text) -> bool:
    """Whether the text may be a list, or news of something else."""
    return len(seen.hits) <= MOST_IN_PASSING and (
        seen.text.count(",") >= LEAST_LISTED - 2 or words.REPORTS.isdisjoint(seen.row)
    )


def _joined(pieces: Sequence[_Piece]) -> tuple[Span, ...]:
    """What counts, neighbours as one."""
    spans: list[Span] = []
    goes_on = False
    for piece in pieces:
        if piece.counts and goes_on:
            spans[-1] = (spans[-1][0], piece.end)
        elif piece.counts:
            spans.append((piece.start, piece.end))
        goes_on = piece.counts
    return tuple(spans)


def compares(text: str, row: Iterable[str]) -> bool:
    """Whether a text may hold a comparison by degrees: *besser als*, *niemand … als*."""
    return "er als " in text or (" als " in text and not words.NOBODY.isdisjoint(row))


# -- pieces and their subjects ---------------------------------------------------------------------


def _pieces(seen: _Text, sentences: Sequence[Sentence], compared: Sequence[Span]) -> list[_Piece]:
    pieces: list[_Piece] = []
    for number, (start, end, paragraph) in enumerate(sentences):
        piece = _piece(seen, start, end, number, paragraph)
        is_both = piece.has_hit and (piece.has_other or _weather_at(seen, start, end))
        if is_both and end - start <= MAX_CLAUSES and not _meets(compared, start, end):
            pieces += _clauses(seen, piece)
        else:
            pieces.append(piece)
    return pieces


def _piece(seen: _Text, start: int, end: int, number: int, paragraph: int) -> _Piece:
    has_hit, has_other = _meets(seen.hits, start, end), _meets(seen.others, start, end)
    if has_other and not has_hit and not _is_subject(seen, start, end):
        has_other = False
    return _Piece(start, end, number, paragraph, has_hit, has_other, not has_hit and _weather_at(seen, start, end))


def _is_subject(seen: _Text, start: int, end: int) -> bool:
    """Whether one of the others in a sentence is what it speaks of, not only what the firm is compared with."""
    sentence = seen.text[start:end]
    if words.EXCELS.search(sentence):
        return False
    symbols = _symbols(seen, start, end)
    if words.THAN_RIVAL.search(symbols) and symbols.count(RIVAL) == 1:
        return False
    for first, last in _inside(seen.others, start, end):
        before = seen.text[max(start, first - LOOK_BACK) : first]
        if words.NO_SUBJECT.search(before):
            continue
        if not words.BELONGS.search(before) or words.STAFF_BELONGS.search(before) or last >= end - 1:
            return True
    return False


def _weather_at(seen: _Text, start: int, end: int) -> bool:
    if not seen.has_weather:
        return False
    for match in words.WEATHER.finditer(seen.text, start, end):
        if not words.DESPITE.search(seen.text[start : match.start()]) and not _meets(seen.hits, *match.span()):
            return True
    return False


def _clauses(seen: _Text, sentence: _Piece) -> list[_Piece]:
    """The clauses of a sentence that speaks of the firm and of something else."""
    cuts = [match.end() for match in _CLAUSE.finditer(seen.text, sentence.start, sentence.end)]
    for match in _AND.finditer(seen.text, sentence.start, sentence.end):
        left = max([sentence.start, *(cut for cut in cuts if cut < match.start())])
        right = min([sentence.end, *(cut for cut in cuts if cut > match.end())])
        if min(len(seen.words(left, match.start())), len(seen.words(match.end(), right))) >= 3:
            cuts.append(match.end())
    edges = [sentence.start, *sorted({cut for cut in cuts if sentence.start < cut < sentence.end}), sentence.end]
    pieces = [_piece(seen, start, end, sentence.sentence, sentence.paragraph) for start, end in pairwise(edges)]
    for piece in pieces:
        if piece.has_hit and piece.has_other and _is_unlike(seen, piece):
            piece.has_other = False
    return pieces


def _is_unlike(seen: _Text, piece: _Piece) -> bool:
    return words.UNLIKE_RIVAL.search(_symbols(seen, piece.start, piece.end)) is not None


def _decide(seen: _Text, pieces: Sequence[_Piece]) -> None:
    """Say of every piece whether it counts, by the subject the text has come to there."""
    waiting: list[_Piece] = []
    subject: bool | None = None  # whether it is the firm; None before anybody is named
    was_firm: bool | None = None
    paragraph = 0
    for piece in pieces:
        if piece.paragraph != paragraph and subject is False and not _goes_on(seen, piece):
            subject = was_firm
        paragraph = piece.paragraph
        if piece.has_hit:
            if _sets_against(seen, piece):  # what stood just before is what the firm is set against
                for one in waiting[-1:]:
                    one.counts = False
            subject = was_firm = True
            waiting = []
        elif piece.has_other or piece.is_aside:
            subject = False
            piece.counts = False
            if piece.has_other:
                for one in waiting:
                    one.counts = False
            waiting = []
        elif subject is None:
            waiting.append(piece)
        else:
            piece.counts = subject


def _sets_against(seen: _Text, piece: _Piece) -> bool:
    sentence = seen.text[piece.start : piece.end]
    return words.CONTRAST.search(sentence) is not None or words.ONLY.match(sentence) is not None


def _goes_on(seen: _Text, piece: _Piece) -> bool:
    opening = seen.words(piece.start, piece.end)[:1]
    return bool(opening) and opening[0].folded in words.CONTINUES


def _leave_asides(seen: _Text, pieces: Sequence[_Piece], sentences: int) -> None:
    """Paragraphs that open with something else do not count, nor those far from any hit that name nothing of a firm."""
    with_hit = sorted({piece.paragraph for piece in pieces if piece.has_hit})
    is_long = sentences >= LONG_SENTENCES and pieces[-1].paragraph >= LONG_PARAGRAPHS
    for paragraph in {piece.paragraph for piece in pieces if piece.start >= seen.body}.difference(with_hit):
        own = [piece for piece in pieces if piece.paragraph == paragraph]
        start, end = own[0].start, own[-1].end
        is_far = is_long and min(abs(paragraph - other) for other in with_hit) > NEAR_PARAGRAPHS
        if words.ASIDE.match(seen.text[start:end]) or (is_far and _names_nothing(seen, start, end)):
            for piece in own:
                piece.counts = False


def _names_nothing(seen: _Text, start: int, end: int) -> bool:
    row = [token.folded for token in seen.words(start, end)]
    return len(row) >= LEAST_PARAGRAPH_WORDS and words.OF_A_FIRM.isdisjoint(row)


# -- comparisons -----------------------------------------------------------------------------------


def _symbols(seen: _Text, start: int, end: int) -> str:
    """A sentence with the firm and others as symbols."""
    parts: list[str] = []
    at = start
    hits, others = _inside(seen.hits, start, end), _inside(seen.others, start, end)
    marked = sorted([*((span, HIT) for span in hits), *((span, RIVAL) for span in others)])
    for (first, last), symbol in marked:
        if at <= first and last <= end:
            parts += (seen.text[at:first], symbol)
            at = last
    parts.append(seen.text[at:end])
    return "".join(parts)


def _comparisons(seen: _Text, sentences: Sequence[Sentence]) -> tuple[tuple[Span, ...], int]:
    """Sentences that compare to the firm's cost, and what all comparisons say of it."""
    compared: list[Span] = []
    lean = 0
    for start, end, _ in sentences:
        if end - start > MAX_COMPARISON or not _meets(seen.hits, start, end):
            continue
        verdict, is_all = _comparison(_symbols(seen, start, end))
        lean += verdict
        if is_all:
            compared.append((start, end))
    return tuple(compared), max(-1, min(1, lean))


def _comparison(symbols: str) -> tuple[int, bool]:
    """What a sentence says of the firm by comparing: 1 for it, -1 against it; and whether that is all it says of it."""
    if words.CHANGES.search(symbols):
        if words.FROM_US.search(symbols):
            return -1, True
        if words.TO_US.search(symbols):
            return 1, False
    if words.RATHER_RIVAL.search(symbols) or words.BEFORE_US.search(symbols):
        return -1, True
    if words.RATHER_US.search(symbols):
        return 1, True
    by_degree = _by_degree(symbols)
    if by_degree is not None or RIVAL not in symbols:
        return by_degree or (0, False)
    if words.INSTEAD_OF_US.search(symbols):
        return -1, True
    if words.UNLIKE_US.search(symbols):
        return (1 if words.ILL.search(symbols) else -1), True
    return 0, False


def _by_degree(symbols: str) -> tuple[int, bool] | None:
    """The same for who is better or worse than whom; None if nobody is."""
    if best := words.NONE_BETTER.search(symbols):
        return (-1 if words.WORSE.match(best.group(1)) else 1), True
    for pattern, gain in ((words.BETTER, 1), (words.THAN_US, -1)):
        than = pattern.search(symbols)
        if than is None or (gain < 0 and RIVAL not in symbols) or words.NO_JUDGEMENT.match(than.group(1)):
            continue
        if words.DENIED.search(symbols, 0, than.start(1)):  # no better says little
            return 0, False
        return (-gain if words.WORSE.match(than.group(1)) else gain), gain < 0
    return None


# -- in passing ------------------------------------------------------------------------------------


def _is_passing(seen: _Text, sentences: Sequence[Sentence]) -> bool:
    named = [(start, end) for start, end, _ in sentences if _meets(seen.hits, start, end)]
    if len(named) != 1 or len(seen.hits) > MOST_IN_PASSING:
        return False
    start, end = named[0]
    if _is_listed(seen, start, end):
        return True
    if len(sentences) == 1 or not words.REPORTS.isdisjoint(seen.row):
        return False
    before = seen.text[start : seen.hits[0][0]]
    if words.PLACE.search(before) and words.PLACED.search(before):
        return True
    return len(seen.starts) >= LEAST_NEWS_WORDS and words.SPONSOR.search(seen.text, start, end) is not None


def _is_listed(seen: _Text, start: int, end: int) -> bool:
    """Whether the firm is one of several names in a row, and nothing else is said of it."""
    if seen.text.count(",", start, end) < LEAST_LISTED - 2:
        return False
    first, last = seen.hits[0]
    cuts = [start, *(cut for match in _LISTED.finditer(seen.text, start, end) for cut in match.span()), end]
    items = list(zip(cuts[::2], cuts[1::2], strict=True))
    at = next((place for place, (begin, stop) in enumerate(items) if begin <= first and last <= stop), -1)
    is_name = [_is_name(seen.text[begin:stop]) for begin, stop in items]
    if at < 0 or not (is_name[at] or (at == 0 and _meets(seen.others, start, end))):
        return False
    low = high = at
    while low > 0 and is_name[low - 1]:
        low -= 1
    while high + 1 < len(items) and is_name[high + 1]:
        high += 1
    # What opens and what ends a list stands with the rest of the sentence.
    return high - low + 1 + (low > 0) + (high + 1 < len(items)) >= LEAST_LISTED


def _is_name(item: str) -> bool:
    """Whether an item of a list is nothing but a name."""
    parts = item.strip(" .!").split()
    big = [part[:1].isupper() or part[:1].isdigit() for part in parts]
    return (
        0 < len(parts) <= MOST_NAME_WORDS
        and any(big)
        and all(is_big or part in _LITTLE for part, is_big in zip(parts, big, strict=True))
    )
