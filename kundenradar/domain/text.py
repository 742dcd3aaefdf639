"""Words of a text as search sees them: folded spellings, with their places in the original.

German has two ways to write a word without umlauts: *Müller* becomes *Mueller* (the rule) or *Muller* (dots
dropped). Every word therefore has a `folded` spelling (ae, oe, ue, ss) and, where it differs, a `plain` one.
The full-text index and the matcher in memory are both built on `index_text`, so that they cannot disagree.
"""

import re
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import accumulate, compress, count, filterfalse
from operator import add, sub
from typing import NamedTuple

MAX_WORD_CHARS = 256
"""Longer runs are encoded data: they are taken in pieces, because FTS5 limits the length of a token."""

JOINERS = r"\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff"
"""Regular expression class of characters that are not seen: soft hyphens, zero-width and direction marks."""
MARKS = r"\u0300-\u036f"
"""Regular expression class of combining diacritics (decomposed umlauts, as macOS writes them)."""

_WORD = re.compile(rf"[^\W_]{{1,{MAX_WORD_CHARS}}}")
_LOOSE_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{JOINERS}{MARKS}]){{0,{MAX_WORD_CHARS - 1}}}")
_LOOSE = re.compile(f"[{JOINERS}{MARKS}]")
_JOINER = re.compile(f"[{JOINERS}]")
_MARK = re.compile(f"[{MARKS}]")
_NO_WORD_CHARACTER = re.compile(r"[\W_]")
_UNUSUAL = re.compile("[^\x00-\xa9\xab\xac\xae-\xb1\xb4\xb6-\xb8\xbb\xbf-\xff‐-‧€™]")
"""Anything that lower-casing and the tables below do not fold, letter by letter, to ASCII."""
_NOT_FOLDED_SIMPLY = re.compile("[^\x00-\x9f\xa1-\xa7\xa9\xab\xac\xae\xb0\xb1\xb6\xb7\xbb\xbf-\xff–—‘’‚“”„•€]")
"""Anything else than what lower-casing and the tables below fold to the same as Unicode's own rules."""

_LIGATURES = {"ß": "ss", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_ACCENTS = dict(zip("éèêëáàâãåçíìîïñóòôõúùûýÿšžčř", "eeeeaaaaaciiiinoooouuuyyszcr", strict=True))
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", **_LIGATURES, **_ACCENTS})
_DOTS_DROPPED = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ø": "o", **_LIGATURES, **_ACCENTS})
_HAS_DOTS = re.compile("[äöüø]")


_UNTOLD = 1
"""Stands for a character that only `tokens` can read."""
_SAME_IN_BOTH = (("ß", "ss"), ("æ", "ae"), ("þ", "th"))
_DOTTED = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"))


def _small_letter(byte: int) -> int:
    """What a byte of Windows-1252 is to search: a small letter without accent, a blank, or `_UNTOLD`."""
    character = bytes([byte]).decode("cp1252", "replace").lower()
    if _UNUSUAL.search(character) is not None:
        return _UNTOLD
    if _WORD.match(character) is None:
        return ord(" ")
    single = {**_ACCENTS, "ð": "d"}.get(character, character)
    return ord(single)


_SMALL_LETTERS = bytes(map(_small_letter, range(256)))
_NOT_SIMPLY = 0x81
"""A byte no text is encoded to: stands for a character that folds by Unicode's own rules."""


def _folded_letter(byte: int) -> int:
    """What a byte of Windows-1252 is folded to, signs and umlauts to themselves, or `_NOT_SIMPLY`."""
    character = bytes([byte]).decode("cp1252", "replace").lower()
    if _NOT_FOLDED_SIMPLY.search(character) is not None:
        return _NOT_SIMPLY
    return {**_ACCENTS, "ð": "d"}.get(character, character).encode("cp1252", "replace")[0]


_FOLDED_LETTERS = bytes(map(_folded_letter, range(256)))


class Token(NamedTuple):
    """A word of a text.

    Attributes:
        start: First character, counted in the original text.
        end: One past the last character.
        folded: Spelling with ae, oe, ue, ss, in lower case, without diacritics.
        plain: Spelling with the dots dropped (a, o, u) where it differs from `folded`, else None.
    """

    start: int
    end: int
    folded: str
    plain: str | None


def _lowered(text: str) -> str:
    """NFKC, without invisible characters, case-folded, composed."""
    text = _JOINER.sub("", unicodedata.normalize("NFKC", text))
    return unicodedata.normalize("NFKC", text.casefold())


def _without_marks(text: str) -> str:
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _MARK.sub("", unicodedata.normalize("NFD", text)))


def is_usual(text: str) -> bool:
    """Whether `text` has only common letters, composed and without anything invisible."""
    return _UNUSUAL.search(text) is None


def unseen_removed(text: str) -> str:
    """`text` without soft hyphens, zero-width and direction marks."""
    return _JOINER.sub("", text)


def fold(text: str) -> str:
    """`text` for comparing: NFKC, case-folded, ae/oe/ue/ss for ä/ö/ü/ß, no diacritics, nothing invisible.

    Punctuation and white space stay as they are.
    """
    if text.isascii():
        return text.lower()
    with suppress(UnicodeEncodeError):
        raw = text.encode("cp1252").translate(_FOLDED_LETTERS)
        if _NOT_SIMPLY not in raw:
            return _spelt_out(raw.decode("cp1252"))
    return _without_marks(_lowered(text).translate(_SPELT_OUT))


def _spelt_out(letters: str) -> str:
    """Small letters without accents, with ae, oe, ue, ss for what has two letters."""
    if letters.isascii():
        return letters
    for letter, pair in (*_SAME_IN_BOTH, *_DOTTED):
        letters = letters.replace(letter, pair)
    return letters


def _fold_usual_word(lowered: str) -> tuple[str, str | None]:
    """Both spellings of a lower-case word that has no unusual letter."""
    folded = lowered.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
    if not folded.isascii():
        folded = folded.translate(_SPELT_OUT)
    plain = lowered.replace("ä", "a").replace("ö", "o").replace("ü", "u").replace("ß", "ss")
    if not plain.isascii():
        plain = plain.translate(_DOTS_DROPPED)
    return folded, plain if plain != folded else None


def fold_word(word: str) -> tuple[str, str | None]:
    """Folded spelling of one word, and the plain one where it differs; letters and digits only."""
    if word.isascii():
        return word.lower(), None
    if _UNUSUAL.search(word) is None:
        return _fold_usual_word(word.lower())
    lowered = _lowered(word)
    folded = _NO_WORD_CHARACTER.sub("", _without_marks(lowered.translate(_SPELT_OUT)))
    if _HAS_DOTS.search(lowered) is None:
        return folded, None
    plain = _NO_WORD_CHARACTER.sub("", _without_marks(lowered.translate(_DOTS_DROPPED)))
    return folded, plain if plain != folded else None


def tokens(text: str) -> tuple[Token, ...]:
    """Words of `text` in order: runs of letters and digits; anything else, the underscore too, separates."""
    western = _western(text)
    if western is not None:
        return _western_tokens(western)
    pattern = _LOOSE_WORD if _LOOSE.search(text) else _WORD
    spelt = ((match.span(), fold_word(match.group())) for match in pattern.finditer(text))
    return tuple(Token(*span, folded, plain) for span, (folded, plain) in spelt if folded)


def _western_tokens(letters: str) -> tuple[Token, ...]:
    """`tokens` of what `_western` gives; made without their constructor, which costs more than all else."""
    found = []
    new, place = tuple.__new__, letters.index
    end = 0
    for word in letters.split():
        start = place(word, end)
        end = start + len(word)
        folded, plain = (word, None) if word.isascii() else _fold_usual_word(word)
        found.append(new(Token, (start, end, folded, plain)))
    return tuple(found)


class Words(NamedTuple):
    """The words of a text in columns, made faster than a `Token` each.

    Attributes:
        folded: Folded spellings, in order.
        starts: First character of each, counted in the original text.
        ends: One past the last character of each.
    """

    folded: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]


@lru_cache(maxsize=4)
def words_in(text: str) -> Words:
    """The same words as `tokens`, without their plain spellings.

    The last few are remembered: who is meant and how it is judged are asked of the same text, one after the other.
    """
    western = _western(text)
    if western is None:
        found = tokens(text)
        return Words([one.folded for one in found], [one.start for one in found], [one.end for one in found])
    folded = _spelt_out(western).split()
    if not folded:
        return Words((), (), ())
    sizes = list(map(len, western.split(" ")))  # of words, and 0 between two blanks
    ends = list(map(add, accumulate(sizes), count()))
    starts = map(sub, ends, sizes)
    return Words(folded, list(compress(starts, sizes)), list(compress(ends, sizes)))


def index_text(text: str) -> tuple[str, str]:
    """What search keeps of `text`: its words folded, and the plain spellings of those that have one.

    Returns:
        Two strings of words parted by single spaces: every folded word in order, and the plain spellings.
    """
    western = _western(text)
    if western is not None:
        return _western_index(western)
    found = tokens(text)
    return " ".join(token.folded for token in found), " ".join(token.plain for token in found if token.plain)


def _western(text: str) -> str | None:
    """`text` in small letters without accents but for umlauts, each in its place, all else blank.

    None if it holds letters beyond those of Western Europe, or a word too long for one token.
    """
    try:
        raw = text.encode("cp1252").translate(_SMALL_LETTERS)
    except UnicodeEncodeError:
        return None
    return None if _UNTOLD in raw or _has_long_word(raw) else raw.decode("cp1252")


def _has_long_word(raw: bytes) -> bool:
    """Whether a word has more than `MAX_WORD_CHARS` letters; looks only where one must end."""
    at = 0
    while len(raw) - at > MAX_WORD_CHARS:
        blank = raw.rfind(b" ", at, at + MAX_WORD_CHARS + 1)
        if blank < at:
            return True
        at = blank + 1
    return False


def plain_words(text: str) -> list[str]:
    """The plain spellings of the words of `text` that have one, in order."""
    western = _western(text)
    if western is None:
        return [token.plain for token in tokens(text) if token.plain]
    return [] if western.isascii() else _western_index(western)[1].split()


def _western_index(letters: str) -> tuple[str, str]:
    """`index_text` of what `_western` gives."""
    words = letters.split()
    main = " ".join(words)
    if main.isascii():
        return main, ""
    plain = " ".join(filterfalse(str.isascii, words))
    for letter, pair in _SAME_IN_BOTH:
        if letter in plain:
            main = main.replace(letter, pair)
            plain = " ".join(filterfalse(str.isascii, plain.replace(letter, pair).split()))
    for letter, pair in _DOTTED:
        main, plain = main.replace(letter, pair), plain.replace(letter, pair[0])
    return main, plain
