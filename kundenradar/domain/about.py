"""Is our firm meant? Which part of a text speaks of it.

Everything counts unless a text shows clearly that it turns to something else: another firm by name, "the competition",
the weather. Then the sentences with a hit count and those that go on about the firm, until the text turns. What stands
before the firm's name about somebody else does not count either (`about_elsewhere`, `about_tone`). A text that only
lists the firm, takes it for a place or means another of that name mentions it in passing. See ADR 0020.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise

from kundenradar.domain import about_elsewhere as elsewhere
from kundenradar.domain import about_words as words
from kundenradar.domain.about_elsewhere import Elsewhere, Kinds
from kundenradar.domain.about_tone import HARMS, HELPS, may_clash, tone, turned
from kundenradar.domain.about_words import HIT, RIVAL
from kundenradar.domain.subject import WHOLE, About, AboutLabel, Span
from kundenradar.domain.text import Words, tokens

Sentence = tuple[int, int, int]
"""First character, one past the last, and the paragraph."""
MAX_CHARS = 20_000
"""Longer texts are judged by their beginning, and so is what they speak of."""
LONG_WORDS, LONG_SENTENCES, LONG_PARAGRAPHS, NEAR_PARAGRAPHS = 60, 10, 5, 1
"""In texts from this size on, paragraphs far from every hit must go on about the firm by a word to count."""
LEAST_LISTED, LEAST_TOLD, MOST_NAME_WORDS = 4, 3, 5
"""Names in a row from which a list is one, the same in news, and words a name has at most."""
MOST_IN_PASSING = 2
LEAST_PARAGRAPH_WORDS = 8
"""Shorter paragraphs are headings and greetings, and stay."""
LEAST_NEWS_WORDS = 25
NEAR_BEFORE, NEAR_BEHIND = 4, 9
"""Words around the firm's name among which one tells that it is another's."""
LEAST_BEFORE = 20
"""Characters before the firm's name from which on they may speak of something else."""
LEAST_CONTRASTED = 5
"""Words about the firm from which on a contrast with another tells something."""
LEAST_CLASHING = 3
"""Words of a sentence that may praise or blame somebody else."""
MOST_IN_ROW = 3
"""Words of a clause in a row of several, at most."""
LEAST_GLOSSES = 2
"""Brackets in a sentence from which on each belongs to the name before it."""
LEAST_SAID = 4
"""Words beside the firm's name from which on a sentence says something by itself."""
MAX_COMPARED = 8
"""Names in a sentence up to which it is read for a comparison: the patterns take ever longer with each."""
MAX_COMPARISON, MAX_CLAUSES, LOOK_BACK = 600, 2_000, 80
"""Characters of the longest sentence read for a comparison and cut into clauses; how far back a name is looked at."""

_END = re.compile(r"[.!?…\n;](?:(?<=[.!?…])[.!?…]*[\"“”»)]*(?=\s|$)|(?<=\n)\n*|(?<=;)\s)")
"""The first sign in one set: the search for it is many times as fast as for a choice."""
_SHORT = re.compile(
    r"(?:\d|\b(?:[Dd]r|[Cc]a|[Tt]el|[Nn]r|[Ss]tr|bzw|[Zz]\.? ?B|inkl|evtl|ggf|usw|u\.a|Fa|St|Hr|Fr|Prof|e\.\s?K|Inh))$"
)
_SHORT_ENDS = frozenset("0123456789abefgfhKlnoprtwBh\n")
_CLAUSE = re.compile(r"[,:–—()]\s?|\s-\s|\s(?=(?:aber|während|sondern|doch|jedoch)\s)")
_GLOSS = re.compile(r"\([^()]{1,80}\)")
_AND = re.compile(r"\s(?=(?:und|oder)\s)")
_LABEL = re.compile(
    r"(?:^|(?<=[.!?\n])\s?)([A-ZÄÖÜ][\w&'.-]{0,40}(?:\s(?:(?:von|vom|im|in|bei|beim)\s)?[A-ZÄÖÜ&][\w'.-]{0,40}){0,3}):(?=\s)",
    re.MULTILINE,
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
    is_gloss: bool = False
    opens: Elsewhere = Elsewhere.NO


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
    ends: Sequence[int]
    body: int
    has_weather: bool
    kinds: Kinds = field(default_factory=dict)

    def row_of(self, start: int, end: int) -> Sequence[str]:
        """The folded words between two places."""
        return self.folded[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


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
    found = [] if words.NAMED.isdisjoint(row) else list(_by_words(seen))
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


def _by_words(seen: _Text) -> Iterator[Span]:
    """Names that are known, and names behind a trade."""
    text, folded, starts, ends = seen.text, seen.folded, seen.starts, seen.ends
    for at, word in enumerate(folded):
        if word not in words.NAMED or not text[starts[at]].isupper():
            continue
        if word in words.OTHER_WORDS or word in words.CHAINS:
            yield starts[at], ends[at]
        elif word in words.SURNAMES:
            if not _is_person(seen, at):
                yield starts[at], ends[at]
        elif at and text[ends[at - 1] : starts[at]] == "-" and text[starts[at - 1]].isupper():
            yield starts[at - 1], ends[at]
        elif at + 1 < len(folded) and _is_trade_name(seen, at):
            yield starts[at], ends[at + 1]


def _is_trade_name(seen: _Text, at: int) -> bool:
    """Whether a word of trade and the next one are a firm's name: *Hotel Adler*, but not *mein Auto Ende Mai*."""
    before = seen.folded[at - 1] if at else ""
    if before in words.POSSESSIVES or (seen.folded[at] in words.THINGS and before in words.ARTICLES):
        return False
    following = seen.starts[at + 1]
    is_next = seen.text[seen.ends[at] : following] in (" ", "-") and seen.text[following].isupper()
    return is_next and seen.folded[at + 1] not in words.NEVER_NAMES


def _is_person(seen: _Text, at: int) -> bool:
    """Whether a surname stands behind *Herr* or a first name: a person then, not a firm."""
    if at == 0:
        return False
    before = seen.folded[at - 1]
    if before in words.PERSON:
        return True
    if seen.text[seen.ends[at - 1] : seen.starts[at]] != " " or not seen.text[seen.starts[at - 1]].isupper():
        return False
    return not (before in words.TRADES or before in words.OPENERS)


def _by_place(text: str) -> Iterator[Span]:
    """Unknown names that people go to, in texts that compare: *bei Lutz Meister*."""
    for match in _AT_NAME.finditer(text):
        folded = match.group(2).lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
        first = folded.split()[0]
        if first not in words.COMMON_NOUNS and first not in words.PERSON and not words.NOT_A_NAME.search(first):
            yield match.span(2)


def _by_label(text: str, hits: Sequence[Span]) -> list[Span]:
    """Names before a colon, where the firm stands before one too."""
    found = [match.span(1) for match in _LABEL.finditer(text) if match.group(1).lower() not in words.OF_A_FIRM]
    return found if len(found) > 1 and any(_meets(hits, *span) for span in found) else []


# -- what the text is about ------------------------------------------------------------------------


def about(
    text: str,
    found: Words,
    hits: Sequence[Span],
    rivals: Sequence[Span] = (),
    own: AbstractSet[str] = frozenset(),
    body: int = 0,
    trades: AbstractSet[str] = frozenset(),
) -> About:
    """Which part of `text` speaks of the firm; never raises for any text.

    Args:
        text: What would be judged as a whole: title and own words.
        found: Its words.
        hits: Where the firm is named, in order, not overlapping.
        rivals: Where a competitor the owner named is.
        own: Folded words of the firm's names: who is called by one of them is not another firm.
        body: Where the own words begin; sentences are counted from there.
        trades: Folded words of the firm's names that tell its trade.
    """
    hits = [hit for hit in hits if not any(_holds(rival, hit) for rival in rivals)]
    if not hits:
        return WHOLE
    row = frozenset(found.folded)
    has_weather = any(sign in text for sign in words.WEATHER_SIGNS)
    seen = _Text(text, row, hits, (), own, found.starts, found.folded, found.ends, body, has_weather)
    seen.kinds = _kinds(seen, trades)
    seen.others = sorted({*_others(seen), *(rival for rival in rivals if not _meets(hits, *rival))})
    may_pass, may_turn = _may_pass(seen), bool(seen.others) or _may_turn(seen)
    if not (may_pass or may_turn):
        return WHOLE
    sentences = list(_sentences(text))
    counted = [one for one in sentences if one[0] >= body] or sentences
    if may_pass and _is_passing(seen, sentences):
        named = tuple((start, end) for start, end, _ in sentences if _meets(hits, start, end))
        is_told = tone([word for span in named for word in seen.row_of(*span)]) == 0
        return _told(AboutLabel.PASSING, named, counted, compared=named if is_told else ())
    if may_pass and _is_namesake(seen, sentences):
        return _told(AboutLabel.PASSING, tuple(seen.hits), counted, compared=tuple(seen.hits))
    if not may_turn:
        return WHOLE
    compared, lean = _comparisons(seen, sentences)
    pieces = _pieces(seen, sentences, compared)
    _decide(seen, pieces)
    _leave_asides(seen, pieces, len(sentences))
    lean = lean or _by_contrast(seen, pieces, rivals, compared)
    if all(piece.counts for piece in pieces):
        return About(lean=lean, compared=compared) if compared or lean else WHOLE
    return _told(AboutLabel.FIRM, _joined(pieces), counted, lean, compared)


def _kinds(seen: _Text, trades: AbstractSet[str]) -> Kinds:
    """Words of the text that name somebody else; not its own trade: *Maler* at *Malerbetrieb Huber*."""
    found = elsewhere.kinds_in(seen.row)
    if not found:
        return found
    named = {word for hit in seen.hits for word in seen.row_of(*hit)} | trades
    return {
        word: kind
        for word, kind in found.items()
        if not any(name.startswith(word) or word.startswith(name) for name in named)
    }


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
        bool(seen.kinds)
        or seen.text.count("(") >= LEAST_GLOSSES
        or (
            seen.hits[0][0] > seen.body + LEAST_BEFORE
            and may_clash(seen.folded, bisect_left(seen.starts, seen.hits[0][0]))
        )
        or not words.TURNS.isdisjoint(seen.row)
        or compares(seen.text, seen.row)
        or (
            "\n" in seen.text[seen.body :]
            and (len(seen.starts) >= LONG_WORDS or not words.ASIDE_WORDS.isdisjoint(seen.row))
        )
    )


def _may_pass(seen: _Text) -> bool:
    """Whether the text may be a list, or news of something else."""
    return len(seen.hits) <= MOST_IN_PASSING and (
        seen.text.count(",") >= LEAST_LISTED - 2
        or words.REPORTS.isdisjoint(seen.row)
        or names_in_passing(seen.folded, bisect_left(seen.starts, seen.hits[0][0]))
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
    """Whether a text may hold a comparison by degrees (*besser als*), or may take blame off the firm."""
    return (
        "er als " in text
        or (" als " in text and not words.NOBODY.isdisjoint(row))
        or not words.RARE_CLEARING.isdisjoint(row)
        or "nicht an " in text
    )


# -- pieces and their subjects ---------------------------------------------------------------------


def _pieces(seen: _Text, sentences: Sequence[Sentence], compared: Sequence[Span]) -> list[_Piece]:
    pieces: list[_Piece] = []
    for number, (start, end, paragraph) in enumerate(sentences):
        piece = _piece(seen, start, end, number, paragraph)
        glosses = _glosses(seen, start, end) if piece.has_hit else ()
        is_both = _names_both(seen, piece) or (
            piece.has_hit
            and bool(
                piece.has_other
                or glosses
                or _sets_apart(seen, start, end)
                or _weather_at(seen, start, end)
                or _has_elsewhere(seen, start, end)
            )
        )
        if is_both and end - start <= MAX_CLAUSES and not _meets(compared, start, end):
            pieces += _clauses(seen, piece, glosses)
        else:
            pieces.append(piece)
    return pieces


def _piece(seen: _Text, start: int, end: int, number: int, paragraph: int) -> _Piece:
    has_hit, has_other = _meets(seen.hits, start, end), _meets(seen.others, start, end)
    if has_other and not has_hit and not _is_subject(seen, start, end):
        has_other = False
    is_aside = not has_hit and _weather_at(seen, start, end)
    opens = Elsewhere.NO if has_hit or has_other or not seen.kinds else _opens_with(seen, start, end)
    return _Piece(start, end, number, paragraph, has_hit, has_other, is_aside, opens=opens)


def _sets_apart(seen: _Text, start: int, end: int) -> bool:
    row = seen.row_of(start, end)
    return not words.SETTING_APART.isdisjoint(row) and words.ONLY_US.search(_symbols(seen, start, end)) is not None


def _has_elsewhere(seen: _Text, start: int, end: int) -> bool:
    return bool(seen.kinds) and not seen.kinds.keys().isdisjoint(seen.row_of(start, end))


def _names_both(seen: _Text, piece: _Piece) -> bool:
    """Whether a sentence about another firm speaks of ours by a pronoun too: *gegen X ist das von denen ein Witz*."""
    return (
        piece.has_other
        and seen.hits[0][0] < piece.start
        and not words.THEY.isdisjoint(seen.row_of(piece.start, piece.end))
    )


def _opens_with(seen: _Text, start: int, end: int) -> Elsewhere:
    """What a stretch speaks of by how it opens, or by whom it blames; before the firm is named, by any clause."""
    if start < seen.body:
        return Elsewhere.NO
    row = seen.row_of(start, end)
    if seen.kinds.keys().isdisjoint(row):
        return Elsewhere.NO
    if elsewhere.turns_to(row, seen.kinds):
        return Elsewhere.PARTY
    if elsewhere.goes_on(row):
        return Elsewhere.NO
    found = elsewhere.opening(row, seen.kinds)
    if found or start > seen.hits[0][0]:
        return found
    if elsewhere.blames(seen.text[start:end]):
        return Elsewhere.PARTY
    if not words.OF_A_FIRM.isdisjoint(row):
        return Elsewhere.NO
    cuts = (match.end() for match in _CLAUSE.finditer(seen.text, start, end))
    return max((elsewhere.opening(seen.row_of(cut, end), seen.kinds) for cut in cuts), default=Elsewhere.NO)


def _is_subject(seen: _Text, start: int, end: int) -> bool:
    """Whether one of the others in a sentence is what it speaks of, not only what the firm is compared with."""
    sentence = seen.text[start:end]
    if words.EXCELS.search(sentence):
        return False
    symbols = _symbols(seen, start, end)
    if words.THAN_RIVAL.search(symbols) and symbols.count(RIVAL) == 1:
        return False
    if words.OF_RIVAL.match(symbols):
        return True
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
        if not words.DESPITE.search(seen.text[max(start, match.start() - LOOK_BACK) : match.start()]) and not _meets(
            seen.hits, *match.span()
        ):
            return True
    return False


def _glosses(seen: _Text, start: int, end: int) -> tuple[Span, ...]:
    """What stands in brackets behind others, where several names have a word in brackets behind them."""
    if seen.text.count("(", start, end) < LEAST_GLOSSES:
        return ()
    ends = [last for _, last in _inside(seen.hits, start, end)]
    found = [match.span() for match in _GLOSS.finditer(seen.text, start, end)]
    return tuple(span for span in found if not any(0 <= span[0] - last <= 1 for last in ends))


def _clauses(seen: _Text, sentence: _Piece, glosses: Sequence[Span] = ()) -> list[_Piece]:
    """The clauses of a sentence that speaks of the firm and of something else."""
    cuts = [match.end() for match in _CLAUSE.finditer(seen.text, sentence.start, sentence.end)]
    for match in _AND.finditer(seen.text, sentence.start, sentence.end):
        left = max([sentence.start, *(cut for cut in cuts if cut < match.start())])
        right = min([sentence.end, *(cut for cut in cuts if cut > match.end())])
        if min(len(seen.row_of(left, match.start())), len(seen.row_of(match.end(), right))) >= 3:
            cuts.append(match.end())
    edges = [sentence.start, *sorted({cut for cut in cuts if sentence.start < cut < sentence.end}), sentence.end]
    pieces = [_piece(seen, start, end, sentence.sentence, sentence.paragraph) for start, end in pairwise(edges)]
    for piece in pieces:
        piece.is_gloss = _meets(glosses, piece.start, piece.end) and not piece.has_hit
        piece.counts = not piece.is_gloss
        if piece.has_hit and piece.has_other and _is_unlike(seen, piece):
            piece.has_other = False
    return pieces


def _is_unlike(seen: _Text, piece: _Piece) -> bool:
    return words.UNLIKE_RIVAL.search(_symbols(seen, piece.start, piece.end)) is not None


def _decide(seen: _Text, pieces: Sequence[_Piece]) -> None:
    """Say of every piece whether it counts, by the subject the text has come to there."""
    waiting: list[_Piece] = []
    doubtful: list[_Piece] = []  # opened with something else before the firm was named
    subject: bool | None = None  # whether it is the firm; None before anybody is named
    was_firm: bool | None = None
    ours = -1  # the last sentence in which something counts
    paragraph = 0
    for piece in (one for one in pieces if not one.is_gloss):
        if piece.paragraph != paragraph and subject is False and not _goes_on(seen, piece):
            subject = was_firm
        paragraph = piece.paragraph
        if piece.has_hit or (subject is False and piece.sentence == ours and _returns(seen, piece)):
            _settle(seen, piece, waiting, doubtful)
            subject, was_firm = not _hands_over(seen, piece), True
            waiting, doubtful = [], []
        elif piece.has_other or piece.is_aside:
            subject = False
            piece.counts = False
            for one in waiting if piece.has_other else ():
                one.counts = False
            waiting, doubtful = [], []
        elif subject is None and (piece.opens or (doubtful and _goes_on(seen, piece))):
            piece.counts = False
            doubtful.append(piece)
        elif subject is None:
            waiting.append(piece)
        else:
            piece.counts = subject and not _turns_aside(piece, pieces)
        if subject and piece.counts:
            ours = piece.sentence


def _settle(seen: _Text, piece: _Piece, waiting: Sequence[_Piece], doubtful: Sequence[_Piece]) -> None:
    """Say what of all before counts, where the firm is named."""
    is_row = _is_row(doubtful, piece)
    if is_row:
        for one in waiting:
            one.counts = one.sentence != piece.sentence or not _is_short(seen, one)
    elif doubtful and not _speaks(seen, piece):
        for one in doubtful:
            one.counts = True
    _leave_set_against(seen, piece, waiting)


def _returns(seen: _Text, piece: _Piece) -> bool:
    """Whether a piece that names nobody speaks of the firm by a word that means none but it."""
    return not (piece.has_other or piece.is_aside) and not words.THEY.isdisjoint(seen.row_of(piece.start, piece.end))


def _turns_aside(piece: _Piece, pieces: Sequence[_Piece]) -> bool:
    """Whether a piece behind the firm opens with somebody else; another trade, where several are told of."""
    if piece.opens is Elsewhere.TRADE:
        return any(one.has_other or (one.opens is Elsewhere.TRADE and one is not piece) for one in pieces)
    return piece.opens is Elsewhere.PARTY


def _is_row(doubtful: Sequence[_Piece], piece: _Piece) -> bool:
    """Whether the firm stands in a row with others in one sentence: *Maler gut, Dach gut, Brandt schlecht*."""
    return sum(one.sentence == piece.sentence for one in doubtful) > 1


def _is_short(seen: _Text, piece: _Piece) -> bool:
    """Whether a clause in a row is a name and a word for it: *Hotel paradiesisch*."""
    return 1 < len(seen.row_of(piece.start, piece.end)) <= MOST_IN_ROW


def _hands_over(seen: _Text, piece: _Piece) -> bool:
    """Whether a sentence says that not the firm is meant but another one, of whom the text goes on."""
    return "sondern" in seen.row_of(piece.start, piece.end) and _is_cleared(seen, piece)


def _speaks(seen: _Text, piece: _Piece) -> bool:
    """Whether what stands with the firm's name says something by itself, and does not only say who it was."""
    start, end = piece.start, piece.end
    sentence = _symbols(seen, start, end)
    if words.WHICH_WE.match(sentence):
        return True
    row = seen.row_of(start, end)
    named = sum(len(seen.row_of(*hit)) for hit in _inside(seen.hits, start, end))
    return len(row) - named >= LEAST_SAID and words.ONLY_WHO.search(sentence) is None


def _leave_set_against(seen: _Text, piece: _Piece, waiting: Sequence[_Piece]) -> None:
    """What stood before and the firm is set against does not count."""
    if not waiting:
        return
    if _sets_against(seen, piece):
        for one in waiting[-1:]:
            one.counts = False
    is_only = _sets_apart(seen, piece.start, piece.end)
    is_cleared = _is_cleared(seen, piece)
    own = seen.row_of(piece.start, piece.end)
    said = turned(own)
    speaks = _speaks(seen, piece)
    for one in waiting:
        if one.start < seen.body:
            continue
        row = seen.row_of(one.start, one.end)
        is_other = is_only or (speaks and _clashes(row, own, said))
        if is_cleared or (is_other and not _is_of_firm(row)):
            one.counts = False


def _is_of_firm(row: Sequence[str]) -> bool:
    """Whether a sentence that names nobody may well speak of what the firm did or sold."""
    return not (
        words.OF_A_FIRM.isdisjoint(row) and words.OF_A_PURCHASE.isdisjoint(row) and words.ADDRESSES.isdisjoint(row)
    )


def _is_cleared(seen: _Text, piece: _Piece) -> bool:
    """Whether a sentence takes blame off the firm."""
    row = seen.row_of(piece.start, piece.end)
    return not words.CLEARING.isdisjoint(row) and (
        words.CLEARED.search(_symbols(seen, piece.start, piece.end)) is not None
    )


def _clashes(row: Sequence[str], own: Sequence[str], said: int) -> bool:
    """Whether a sentence praises and what is said of the firm complains, or the reverse.

    Args:
        row: The words of the sentence.
        own: Those of the one that names the firm.
        said: Whether that praises or complains.
    """
    before = tone(row)
    if before == 0 or len(row) < LEAST_CLASHING:
        return False
    signs = HARMS if before > 0 else HELPS
    return said == -before or (said == 0 and not signs.isdisjoint(own) and words.TO_ME.isdisjoint(row))


def _sets_against(seen: _Text, piece: _Piece) -> bool:
    sentence = seen.text[piece.start : piece.end]
    return words.CONTRAST.search(sentence) is not None or words.ONLY.match(sentence) is not None


def _goes_on(seen: _Text, piece: _Piece) -> bool:
    opening = seen.row_of(piece.start, piece.end)[:1]
    return bool(opening) and opening[0] in words.CONTINUES


def _leave_asides(seen: _Text, pieces: Sequence[_Piece], sentences: int) -> None:
    """Paragraphs that open with something else do not count, nor those far from any hit that name nothing of a firm."""
    with_hit = sorted({piece.paragraph for piece in pieces if piece.has_hit})
    is_long = bool(with_hit) and sentences >= LONG_SENTENCES and pieces[-1].paragraph >= LONG_PARAGRAPHS
    by_paragraph: dict[int, list[_Piece]] = {}
    for piece in pieces:
        by_paragraph.setdefault(piece.paragraph, []).append(piece)
    for paragraph in {piece.paragraph for piece in pieces if piece.start >= seen.body}.difference(with_hit):
        own = by_paragraph[paragraph]
        start, end = own[0].start, own[-1].end
        is_far = is_long and min(abs(paragraph - other) for other in with_hit) > NEAR_PARAGRAPHS
        if words.ASIDE.match(seen.text[start:end]) or (is_far and _names_nothing(seen, start, end)):
            for piece in own:
                piece.counts = False


def _names_nothing(seen: _Text, start: int, end: int) -> bool:
    row = seen.row_of(start, end)
    return len(row) >= LEAST_PARAGRAPH_WORDS and words.OF_A_FIRM.isdisjoint(row)


# -- comparisons -----------------------------------------------------------------------------------


def _symbols(seen: _Text, start: int, end: int) -> str:
    """A sentence with the firm and others as symbols; empty if it is too long, or names too many, to be compared."""
    if end - start > MAX_COMPARISON:
        return ""
    parts: list[str] = []
    at = start
    hits, others = _inside(seen.hits, start, end), _inside(seen.others, start, end)
    if len(hits) + len(others) > MAX_COMPARED:
        return ""
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
    for number, (start, end, _) in enumerate(sentences):
        if end - start > MAX_COMPARISON:
            continue
        if _meets(seen.hits, start, end):
            symbols = _symbols(seen, start, end)
            verdict, is_all = _comparison(symbols, seen.row_of(start, end))
            if not verdict and (heard := _by_hearsay(seen, symbols, sentences[number : number + 2])):
                verdict, is_all = heard
            if not verdict and seen.others and RIVAL not in symbols and words.AT_ONCE.search(symbols):
                verdict = 1
        elif seen.hits[0][0] < start and _meets(seen.others, start, end):
            verdict, is_all = _afterwards(_symbols(seen, start, end)), False
        else:
            continue
        lean += verdict
        if is_all:
            compared.append((start, end))
    return tuple(compared), max(-1, min(1, lean))


def _comparison(symbols: str, row: Sequence[str]) -> tuple[int, bool]:
    """What a sentence says of the firm by comparing: 1 for it, -1 against it; and whether that is all it says of it."""
    if not words.CLEARING.isdisjoint(row) and (found := _far_apart(symbols)):
        return found
    if not words.SETTING_APART.isdisjoint(row) and (besides := words.ALL_BUT_US.search(symbols)):
        return (1 if words.ILL.search(besides.group(1)) else -1), True
    if words.CHANGES.search(symbols):
        if words.FROM_US.search(symbols):
            return -1, True
        if words.TO_US.search(symbols):
            return 1, False
        if words.LATE_TO_US.search(symbols):
            return 1, False
    if words.RATHER_RIVAL.search(symbols) or words.BEFORE_US.search(symbols):
        return -1, True
    if words.RATHER_US.search(symbols):
        return 1, True
    by_degree = _by_degree(symbols)
    if by_degree is not None or RIVAL not in symbols:
        return by_degree or (0, False)
    if words.INSTEAD_OF_US.search(symbols):
        return (0 if words.EVENT.search(symbols) else -1), True
    if words.UNLIKE_US.search(symbols):
        return (1 if words.ILL.search(symbols) else -1), True
    return 0, False


def _by_contrast(seen: _Text, pieces: Sequence[_Piece], rivals: Sequence[Span], compared: Sequence[Span]) -> int:
    """What a text says of the firm by praising or blaming others, unless it says the same of us.

    It needs words of the opposite for the firm, or a word of contrast, or a competitor the owner named.
    """
    gone = [
        word for piece in pieces if not (piece.counts or piece.is_aside) for word in seen.row_of(piece.start, piece.end)
    ]
    opposite = tone(gone)
    if not opposite:
        return 0
    kept = [piece for piece in pieces if piece.counts and not _meets(compared, piece.start, piece.end)]
    said = [word for piece in kept for word in seen.row_of(piece.start, piece.end)]
    if len(said) < LEAST_CONTRASTED or tone(said) == opposite or not words.ALIKE.isdisjoint(said):
        return 0
    if "?" in "".join(seen.text[piece.start : piece.end] for piece in kept):
        return 0
    is_rival = any(_meets(rivals, piece.start, piece.end) for piece in pieces if not piece.counts)
    signs = words.SET_AGAINST | (HARMS if opposite > 0 else HELPS)
    opens = (word for piece in kept if piece.has_hit for word in seen.row_of(piece.start, piece.end))
    return -opposite if is_rival or tone(said) or not signs.isdisjoint(opens) else 0


def _far_apart(symbols: str) -> tuple[int, bool] | None:
    """The same for what takes blame off the firm, for hearsay, and for who is far ahead of whom."""
    if words.NO_LONGER_US.search(symbols):
        return -1, False
    if words.CLEARED.search(symbols):
        return 0, True
    if words.LATE_TO_US.search(symbols) or words.AHEAD.search(symbols):
        return 1, False
    if words.AGAINST_RIVAL.search(symbols):
        return (1 if words.WELCOME.search(symbols) else -1), False
    if words.BEHIND.search(symbols) or words.WORSE_THAN.search(symbols):
        return -1, True
    return None


def _by_hearsay(seen: _Text, symbols: str, sentences: Sequence[Sentence]) -> tuple[int, bool] | None:
    """What a sentence tells by what others say of the firm, and the next one by the writer's own story.

    Bad things that are not so speak for it, and so does the story of who tells of bad things first.
    """
    row = seen.row_of(sentences[0][0], sentences[0][1])
    if words.CLEARING.isdisjoint(row):
        return None
    is_heard = words.HEARSAY.search(symbols) is not None
    if not (is_heard or words.TALK.search(symbols)):
        return None
    gain = 1 if words.ILL_SAID.search(symbols) else -1
    if words.NOT_SO.search(symbols):
        return gain, True
    if not words.AGREES.isdisjoint(row):
        return None
    following = seen.row_of(*sentences[1][:2]) if len(sentences) > 1 else ()
    is_own = bool(following) and following[0] in words.OWN_STORY and words.AGREES.isdisjoint(following)
    if is_own:
        return (gain, True) if tone(following) != -gain else (0, is_heard)
    return (0, True) if is_heard else None


def _afterwards(symbols: str) -> int:
    """What a sentence about another firm says of ours, named before: *bei X wäre mir das nicht passiert*."""
    if words.NOT_THERE.search(symbols) or words.THEN_RIVAL.search(symbols) or words.AT_ONCE.search(symbols):
        return -1
    return -1 if words.AGAINST_RIVAL.search(symbols) and not words.WELCOME.search(symbols) else 0


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


def _is_namesake(seen: _Text, sentences: Sequence[Sentence]) -> bool:
    """Whether the name is another's, a cup's or a place's, and the text tells of something else."""
    if len(seen.hits) > MOST_IN_PASSING or not names_in_passing(seen.folded, bisect_left(seen.starts, seen.hits[0][0])):
        return False
    named = [_symbols(seen, start, end) for start, end, _ in sentences if _meets(seen.hits, start, end)]
    symbols = " ".join(named)
    if _is_somebody_else(seen, symbols):
        return True
    named_by = {word for hit in seen.hits for word in seen.row_of(*hit)}
    if not (words.SPEAKS_OF_FIRM - named_by).isdisjoint(seen.row):
        return False
    if words.HAPPENS_AT.search(symbols):
        return True
    if words.STANDS_AT.search(symbols):
        return words.NO_PLACE.search(symbols) is None
    if not words.REPORTS.isdisjoint(seen.row):
        return False
    if words.GIVEN_BY.search(symbols):
        return True
    told = [word for start, end, _ in sentences if _meets(seen.hits, start, end) for word in seen.row_of(start, end)]
    return tone(told) == 0 and words.OCCASION_AT.search(symbols) is not None


def names_in_passing(row: Sequence[str], at: int) -> bool:
    """Whether the words around the firm's name, the first of which is the `at`-th, may make it another's or a place."""
    if not words.NEAR_SIGNS.isdisjoint(row[max(0, at - NEAR_BEFORE) : at + NEAR_BEHIND]):
        return True
    is_place = not words.AT_SIGNS.isdisjoint(row[max(0, at - NEAR_BEFORE) : at])
    return not words.PASSING_SIGNS.isdisjoint(row) and (is_place or words.REPORTS.isdisjoint(row))


def _is_somebody_else(seen: _Text, symbols: str) -> bool:
    """Whether another one has the firm's name, or the name is a word."""
    if words.NAMESAKE.search(symbols) or words.FAMOUS.search(_spelt(seen)):
        return True
    if any(" " in seen.text[first:last] for first, last in seen.hits):
        return False
    if words.A_WORD.search(symbols):
        return True
    return words.FIRST_NAMED.search(symbols) is not None and words.IN_A_FIELD.search(seen.text) is not None


def _spelt(seen: _Text) -> str:
    """The words around the first hit, folded."""
    first, last = seen.hits[0]
    return " ".join(seen.row_of(max(0, first - LOOK_BACK), last))


def _is_listed(seen: _Text, start: int, end: int) -> bool:
    """Whether the firm is one of several names in a row, and nothing else is said of it."""
    if seen.text.count(",", start, end) < LEAST_TOLD - 2:
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
    size = high - low + 1 + (low > 0) + (high + 1 < len(items))
    return size >= LEAST_LISTED or (size >= LEAST_TOLD and 0 < at < len(items) - 1 and _only_tells(seen, start, end))


def _only_tells(seen: _Text, start: int, end: int) -> bool:
    """Whether a sentence neither praises nor complains, in a text without anybody who tells of themselves."""
    row = seen.row_of(start, end)
    return words.TELLERS.isdisjoint(seen.row) and tone(row) == 0 and not any(word.isdigit() for word in row)


def _is_name(item: str) -> bool:
    """Whether an item of a list is nothing but a name."""
    parts = item.strip(" .!").split()
    big = [part[:1].isupper() or part[:1].isdigit() for part in parts]
    return (
        0 < len(parts) <= MOST_NAME_WORDS
        and any(big)
        and all(is_big or part in _LITTLE for part, is_big in zip(parts, big, strict=True))
    )
