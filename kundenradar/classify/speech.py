"""A text as sentences in the folded spelling, the way the rules for concerns read it."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from kundenradar.domain.text import fold

_QUOTED_LINE = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+")
_SOMEBODY_ELSE = re.compile('[„“"»][^„“”"»«\n]{12,400}[“”"«]')
"""A stretch in quotation marks long enough to be somebody else's words."""
_END = re.compile(r"[.…!?\n;](?:(?<=[.…])[.…]*(?=\s|$)|(?<=[!?])[!?]*(?=[\s\"“”)»«]|$)|(?<=\n)\n*|(?<=;)\s)")
"""The first sign in one set: the search for it is many times as fast as for a choice."""
_SHORT = re.compile(r"(?:\d|\b(?:dr|ca|tel|nr|str|bzw|z\.? ?b|inkl|evtl|ggf|usw|u\.a|mo|di|mi|do|fr|sa|so))$")
"""What stands before a full stop that ends no sentence."""
_SHORT_ENDS = frozenset("0123456789abfilorw\n")
_ROW = re.compile(r"[a-z0-9@]+|[,:()–—/&+%]")
_USUAL_SIGNS = (
    *((" – ", " , "), ("–", "-"), ("—", " , "), ("…", "..."), ("€", " euro "), ("’", "'")),
    *(("„", '"'), ("“", '"'), ("”", '"')),
)


class LatePattern:
    """A regular expression that is compiled when first used: large ones take long, and most runs never need them."""

    def __init__(self, source: str) -> None:
        self._source = source

    @functools.cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where it matches."""
        return self._compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """Whether it matches from the beginning."""
        return self._compiled.match(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where it matches."""
        return self._compiled.finditer(text)


class Sentence(NamedTuple):
    """One sentence.

    Attributes:
        text: Folded, single blanks, without what ends it.
        row: Its folded words, and the signs that part clauses.
        asks: It ends with a question mark.
        shouts: It ends with an exclamation mark.
    """

    text: str
    row: tuple[str, ...]
    asks: bool
    shouts: bool


def folded(text: str) -> str:
    """`text` folded, without addresses, quoted lines and longer quotations of others."""
    if "://" in text or "www." in text or "@" in text:
        text = _ADDRESS.sub(" adresse ", text)
    if ">" in text:
        text = _QUOTED_LINE.sub(" ", text)
    if _has_quotes(text):
        text = _SOMEBODY_ELSE.sub(" zitat ", text)
    return _spelt_out(text)


def quoted(text: str) -> list[str]:
    """The longer quotations of others in `text`, folded."""
    return [_spelt_out(match.group()) for match in _SOMEBODY_ELSE.finditer(text)] if _has_quotes(text) else []


def _has_quotes(text: str) -> bool:
    return "„" in text or '"' in text or "»" in text or "“" in text


def _spelt_out(text: str) -> str:
    """`text` folded; most German text needs no more than a few replacements."""
    lowered = text.lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    if lowered.isascii():
        return lowered
    for usual, plain in _USUAL_SIGNS:
        lowered = lowered.replace(usual, plain)
    return lowered if lowered.isascii() else fold(lowered)


def sentences(text: str) -> list[Sentence]:
    """Sentences of a folded text that have words."""
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(text):
        if (
            match.group() == "."
            and match.end() < len(text)
            and text[match.start() - 1] in _SHORT_ENDS
            and _SHORT.search(text, max(0, match.start() - 5), match.start())
        ):
            continue
        _add(found, text[start : match.start()], match.group())
        start = match.end()
    _add(found, text[start:], "")
    return found


def _add(found: list[Sentence], text: str, end: str) -> None:
    text = " ".join(text.split()).strip(" .…*_-–•\"'“”„»«")
    row = tuple(_ROW.findall(text))
    if row:
        found.append(Sentence(text, row, "?" in end, "!" in end))
