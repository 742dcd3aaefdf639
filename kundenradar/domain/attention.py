"""What of an entry is judged: the part that speaks of the firm, by the Suchprofile it meets.

Every way to judge, to learn and to explain comes through `said` (or an `Ear`), so that all of them read the same words.
Most texts show no sign of another subject; that is found out in some microseconds, and all of such a text counts.
"""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from kundenradar.domain import about_words as words
from kundenradar.domain.about import (
    LEAST_GLOSSES,
    MAX_CHARS,
    about,
    compares,
    names_in_passing,
    part_of,
)
from kundenradar.domain.about_elsewhere import AROUND
from kundenradar.domain.about_tone import is_toned, may_clash
from kundenradar.domain.judging import text_to_judge
from kundenradar.domain.matching import Matcher, matcher
from kundenradar.domain.queries import QueryId, parse_query
from kundenradar.domain.subject import WHOLE, About, AboutLabel, Focus, Said, Span
from kundenradar.domain.text import Words, fold, index_text, tokens, words_in

STARS_OF_COMPARING = {-1: 1.0, 0: None, 1: 4.0}
"""What a comparison with another firm tells, in stars of evidence for the judge."""
STARS_IN_PASSING = 3.0
"""The same for a text that only lists the firm or takes it for a place: it says little for it or against it."""
MANY_LINES = 4
"""Lines from which on a text may have paragraphs of its own on other things."""
LEAST_BEFORE = 3
"""Words before the firm's name from which on they may speak of something else."""
PLACE_WORDS = 7
"""Words before the firm among which one tells that it is a place."""
_LISTED = re.compile(r", (?:d(?:er|ie|as|en|em) )?[A-ZÄÖÜ]")


def said(focus: Focus, title: str, body: str, met: Sequence[QueryId], rating: float | None = None) -> Said:
    """What one entry says of the firm; see `Ear.said`."""
    return ear(focus).said(title, body, met, rating)


@dataclass(frozen=True, slots=True)
class Ear:
    """A focus, ready to meet texts; made by `ear`.

    Attributes:
        own: Folded words of each Suchprofil.
        signs: Words that may turn a text to something else.
        ours: Folded words by which the firm is called.
    """

    firm: QueryId | None
    matchers: Mapping[QueryId, Matcher]
    own: Mapping[QueryId, AbstractSet[str]]
    rivals: tuple[tuple[str, ...], ...]
    signs: AbstractSet[str]
    ours: AbstractSet[str]

    def said(
        self,
        title: str,
        body: str,
        met: Sequence[QueryId],
        rating: float | None = None,
        row: Sequence[str] | None = None,
    ) -> Said:
        """What an entry says of the firm.

        Args:
            title: Its title, empty if that is another's.
            body: Its own words.
            met: Suchprofile it meets; without one all of it counts.
            rating: Stars that came with it: then it is a review, and all of it counts.
            row: Folded words of `body` if they are at hand.
        """
        text = text_to_judge(title, body)
        if not met or rating is not None:
            return Said(text, text, rating=rating)
        title_end = max(0, len(text) - len(body.strip()))
        if not _may_turn(self, text, title_end, index_text(body)[0].split() if row is None else row):
            return Said(text, text)
        found = _about(self, text, title_end, [self.firm] if self.firm is not None and self.firm in met else met)
        stars = STARS_IN_PASSING if found.label is AboutLabel.PASSING else STARS_OF_COMPARING[found.lean]
        return Said(text, part_of(text, found), found, stars)

    def nameless(self, text: str) -> str:
        """A text with the firm's name blanked, unless it is no more than that.

        What all mentions share teaches nothing, and must not be praise or blame by itself because four of them were.
        """
        if self.firm is None:
            return text
        without = text
        for start, end in self.matchers[self.firm].spans_of(words_in(text), text):
            without = f"{without[:start]}{' ' * (end - start)}{without[end:]}"
        return without if index_text(without)[0] else text


@lru_cache(maxsize=8)
def ear(focus: Focus) -> Ear:
    """A focus, made ready to meet many texts."""
    matchers = {query.id: matcher(parse_query(query.expression)) for query in focus.queries}
    own = {query.id: frozenset(index_text(query.expression)[0].split()) for query in focus.queries}
    ours = own[focus.firm] if focus.firm in own else frozenset[str]().union(*own.values())
    rivals = tuple(row for row in (tuple(token.folded for token in tokens(name)) for name in focus.rivals) if row)
    signs = (words.SIGNS - ours) | {row[0] for row in rivals}
    return Ear(focus.firm, matchers, own, rivals, signs, ours)


# -- what has no sign of another subject, said quickly ---------------------------------------------


def _may_turn(ear: Ear, text: str, title_end: int, row: Sequence[str]) -> bool:
    """Whether a text has any sign of another subject or of a list; said without reading it closely."""
    if not ear.signs.isdisjoint(row) or compares(text, row):
        return True
    at = min((row.index(word) for word in ear.ours & set(row)), default=0)
    if at >= LEAST_BEFORE and is_toned(row[:at]) and (not AROUND.isdisjoint(row[:at]) or may_clash(row, at)):
        return True
    if names_in_passing(row, at):
        return True
    if not words.OTHER_SIGNS.isdisjoint(row) and words.OTHER_FIRM.search(text):
        return True
    if not words.BEFORE_NAMES.isdisjoint(row) and _may_name_firm(ear, text, row):
        return True
    if text.count("(") >= LEAST_GLOSSES:
        return True
    lines = text.count("\n", title_end)
    if lines and (lines >= MANY_LINES or not words.ASIDE_WORDS.isdisjoint(row)):
        return True
    if not words.TELLERS.isdisjoint(row):
        return False
    return _may_be_place(ear, row) or _LISTED.search(text) is not None


def _may_name_firm(ear: Ear, text: str, row: Sequence[str]) -> bool:
    """Whether a word may stand before a name other than ours: *Firma Huber*, *Hotel Adler*, *Rats-Apotheke*."""
    found = words.BEFORE_NAMES.intersection(row)
    if found <= ear.ours and all(row.count(trade) == 1 for trade in found):
        return False
    before = ""
    for word in text.split():
        is_big = word[0].isupper()
        if is_big and (("-" in word and word[-1] != "-") or (before and fold(before) in words.BEFORE_NAMES)):
            return True
        before = word.rstrip(".") if is_big else ""
    return False


def _may_be_place(ear: Ear, row: Sequence[str]) -> bool:
    """Whether the firm may be named as a place or as a sponsor only."""
    if words.ADDRESS_WORDS.isdisjoint(row):
        return False
    if not words.SPONSORS.isdisjoint(row):
        return True
    at = min((row.index(word) for word in ear.ours & set(row)), default=0)
    return not words.ADDRESS_WORDS.isdisjoint(row[max(0, at - PLACE_WORDS) : at])


# -- what has one, read closely --------------------------------------------------------------------


def _about(ear: Ear, text: str, title_end: int, met: Sequence[QueryId]) -> About:
    places = text[:MAX_CHARS]
    found = words_in(places)
    known = [key for key in met if key in ear.matchers]
    hits = sorted({span for key in known for span in ear.matchers[key].spans_of(found, places)})
    hits = [span for span in hits if fold(text[slice(*span)]) not in words.TRADES] or hits
    if not hits or hits[-1][0] < title_end:
        return WHOLE
    called = frozenset[str]().union(*(ear.own[key] for key in known)) - words.LEGAL_FORMS
    own, trades = called - words.TRADES, called & words.TRADES
    return about(places, found, hits, _rivals(ear, found), own, title_end, trades)


def _rivals(ear: Ear, found: Words) -> list[Span]:
    """Where the competitors are named."""
    if not ear.rivals:
        return []
    row = found.folded
    return sorted(
        (found.starts[at], found.ends[at + len(name) - 1])
        for name in ear.rivals
        for at in range(len(row) - len(name) + 1)
        if row[at] == name[0] and tuple(row[at : at + len(name)]) == name
    )
