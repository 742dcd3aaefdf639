"""Finds the causes a text speaks of, by the words the owner gave them.

A word matches its inflections (*Bad*: *Bäder*) and the compounds it ends (*Wartezeit*: *Telefonwartezeit*); stars
widen it on either side (``liefer*``). Words of fewer than five letters match no compounds. In a phrase ``#`` stands for
a number, in figures or words, ``#,##`` for one with two decimals that measures nothing, ``…`` for up to `MAX_GAP` words
of the same sentence, or none. Everything is compared in the folded spelling, so that umlauts may be written either way.
"""

import functools
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from operator import itemgetter

from kundenradar.classify.remembered import Remembered
from kundenradar.classify.words import word_set
from kundenradar.domain.stems import says_something
from kundenradar.domain.text import fold, tokens
from kundenradar.domain.understanding import Cause

ENDINGS = ("", "e", "en", "n", "s", "es", "er", "ern", "em", "in", "innen")
UMLAUTS = {"au": "aeu", "a": "ae", "o": "oe", "u": "ue"}
UMLAUT_ENDINGS = ("", "e", "en", "er", "ern", "n", "s")
"""Of forms with another vowel: *Schläuche*, *Bäder*."""
SHORT_ENDINGS = ("", "e", "en", "n", "s", "es", "er", "ern", "em")
"""Of words too short for compounds: *Hunde*, *nettes*."""
MIN_COMPOUND_CHARS = 5
_VOWEL = re.compile("au|[aou](?!e)")
MAX_REMEMBERED = 20_000
"""Words whose causes are remembered."""
MAX_GAP = 4
"""Words and signs that ``…`` stands for at most."""
MAX_NUMBER = 5
"""Pieces of a number: 3.200,50 has four."""
_GAPS, _NUMBER, _AMOUNT = ("…", "..."), "#", "#,##"
_UNITS = word_set("m cm mm km qm g kg l ml liter meter kilo kilometer zentimeter prozent uhr sekunden grad")
"""What follows a number with two decimals that is no price."""
_COMMON = """
    die der und das ich ist nicht sie den in ein es auf mit zu eine von war wir man so fuer im auch an dem einen als am
    nach noch um was er bei hat aus einem wird habe nur mir sich wie einer mich kein uns haben immer ihre vor mein beim
    meine ueber mehr keine da dann wieder wurde sind schon bitte oder heute wer viel euro einfach sehr kommt ihrer
    gibt ab ohne nichts geht niemand keiner bis kam zurueck kommen gestern nie eure meiner jemand eurer keinen wurden
    hatte habt wollte sollte
"""
"""Words that stand in many texts, the most frequent first: a phrase is rather known by another one."""
_RARITY = {word: place - 1000 for place, word in enumerate(("", *_COMMON.split()))}
_SPELT = "ein zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf sech sieb zwanzig dreissig hundert tausend"
_NUMBER_WORD = re.compile(
    rf"(?:\d+|(?:{_SPELT.replace(' ', '|')}|zig|anderthalb|einhalb|dutzend)(?:{_SPELT.replace(' ', '|')}|zig|und|halb)*"
    "|eine[nmr]?|halbe[nr]?|dreiviertel|paar|mehrere[nr]?|etliche[nr]?)"
)


class _Is(Enum):
    """How an element of a phrase is compared with a word."""

    WHOLE = auto()
    START = auto()
    END = auto()
    INSIDE = auto()
    NUMBER = auto()
    AMOUNT = auto()
    GAP = auto()


@dataclass(frozen=True, slots=True)
class _Element:
    kind: _Is
    word: str = ""

    def end_at(self, row: Sequence[str], at: int) -> int:
        """One past what it takes from the row here; `at` itself if it does not stand here."""
        kind, word = self.kind, row[at]
        if kind is _Is.NUMBER or kind is _Is.AMOUNT:
            end = _number_end(row, at)
            return end if kind is _Is.NUMBER or _is_amount(row, at, end) else at
        fits = (
            word == self.word
            if kind is _Is.WHOLE
            else word.startswith(self.word)
            if kind is _Is.START
            else word.endswith(self.word)
            if kind is _Is.END
            else self.word in word
        )
        return at + fits


@dataclass(frozen=True, slots=True, eq=False)
class _Phrase:
    """A phrase, looked for where the word stands by which it is known.

    Attributes:
        elements: In order.
        key: What it tells.
        known_at: Place of the element it is known by: a word that stands in few texts, so that nearly all are done
            with one look.
        least, reach: How many words and signs stand between its beginning and that word.
        words: All of it where it is nothing but whole words, else empty.
        follows: The whole word right behind the one it is known by, else empty.
        wants: The rarest other whole word, without which it stands nowhere; empty if there is none.
    """

    elements: tuple[_Element, ...]
    key: str
    known_at: int
    least: int
    reach: int
    words: tuple[str, ...]
    follows: str
    wants: str

    def start_before(self, row: Sequence[str], at: int) -> int | None:
        """Where it begins if the word at this place is the one it is known by."""
        if self.words:
            start = at - self.reach
            return start if start >= 0 and tuple(row[start : start + len(self.words)]) == self.words else None
        if self.follows and (at + 1 == len(row) or row[at + 1] != self.follows):
            return None
        if self.wants and self.wants not in row:
            return None
        if not self._stands_from(self.known_at, row, at):
            return None
        if not self.known_at:
            return at
        starts = range(at - self.least, max(-1, at - self.reach - 1), -1)
        return next((start for start in starts if self._stands_from(0, row, start)), None)

    def _stands_from(self, first: int, row: Sequence[str], at: int) -> bool:
        """Whether the elements from `first` on stand in the row from `at` on."""
        for place in range(first, len(self.elements)):
            element = self.elements[place]
            if element.kind is _Is.GAP:
                starts = range(at, min(len(row), at + MAX_GAP + 1))
                return any(self._stands_from(place + 1, row, start) for start in starts)
            if at >= len(row) or (end := element.end_at(row, at)) == at:
                return False
            at = end
        return True


def _rarity(element: _Element) -> int:
    """By what an element stands in fewer texts than another: the higher, the fewer."""
    return 0 if element.kind is _Is.AMOUNT else _RARITY.get(element.word, len(element.word))


def _phrase(elements: tuple[_Element, ...], key: str) -> _Phrase:
    words = [element.word for element in elements]
    known_at = max(range(len(elements)), key=lambda place: _rarity(elements[place]))
    kinds = [element.kind for element in elements[:known_at]]
    gaps, amounts = kinds.count(_Is.GAP), kinds.count(_Is.AMOUNT)
    least = known_at - gaps
    reach = least + MAX_GAP * gaps + MAX_NUMBER * amounts
    is_plain = all(element.kind is _Is.WHOLE for element in elements)
    behind = elements[known_at + 1 : known_at + 2]
    follows = "".join(element.word for element in behind if element.kind is _Is.WHOLE)
    follows = "" if elements[known_at].kind is _Is.AMOUNT else follows
    others = [element for at, element in enumerate(elements) if at != known_at and element.kind is _Is.WHOLE]
    wants = max(others, key=_rarity).word if others else ""
    return _Phrase(elements, key, known_at, least, reach, tuple(words) if is_plain else (), follows, wants)


def _elements(pattern: str) -> tuple[_Element, ...]:
    """A word or phrase as the owner writes it, element by element."""
    found: list[_Element] = []
    for part in pattern.strip(" …").split():
        if part in _GAPS:
            found.append(_Element(_Is.GAP))
        elif part in (_NUMBER, _AMOUNT):
            found.append(_Element(_Is.NUMBER if part == _NUMBER else _Is.AMOUNT))
        else:
            found += _words_of(part)
    return tuple(found)


def _words_of(part: str) -> list[_Element]:
    """What stands between blanks: a word with its stars, or several if signs part it."""
    words = _folded_words(part.strip("*"))
    found = [_Element(_Is.WHOLE, word) for word in words]
    if words and part.endswith("*"):
        found[-1] = _Element(_Is.START, words[-1])
    if words and part.startswith("*"):
        found[0] = _Element(_Is.INSIDE if found[0].kind is _Is.START else _Is.END, words[0])
    return found


def _folded_words(part: str) -> list[str]:
    """The folded words of what stands between blanks; nearly always it is one."""
    return [fold(part)] if part.isalpha() else [token.folded for token in tokens(part)]


@functools.lru_cache(maxsize=MAX_REMEMBERED)
def _is_number(word: str) -> bool:
    return _NUMBER_WORD.fullmatch(word) is not None


def _number_end(row: Sequence[str], at: int) -> int:
    """One past a number that stands here (``3.200``, ``4,80``, *vierzig*), `at` itself if none does."""
    if not _is_number(row[at]):
        return at
    end = at + 1
    while row[at].isdecimal() and end < min(len(row), at + MAX_NUMBER):
        if row[end].isdecimal():
            end += 1
        elif row[end] == "," and end + 1 < len(row) and row[end + 1].isdecimal():
            end += 2
        else:
            break
    return end


def _is_amount(row: Sequence[str], at: int, end: int) -> bool:
    """Whether a number has two decimals and no unit behind it."""
    has_decimals = end - at >= 3 and row[end - 2] == "," and len(row[end - 1]) == 2
    return has_decimals and not (end < len(row) and row[end] in _UNITS)


@dataclass(slots=True)
class CauseWords:
    """The words of all causes, ready to look up; made by `compiled`.

    Attributes:
        starts: Keys by how a word starts.
        ends: Keys by how a word ends.
        wholes: Keys by the whole word.
        insides: Pairs of what a word holds and key.
        phrases: Those of several words, by how the word they are known by is compared, and by that word.
    """

    starts: dict[str, set[str]] = field(default_factory=dict)
    ends: dict[str, set[str]] = field(default_factory=dict)
    wholes: dict[str, set[str]] = field(default_factory=dict)
    insides: list[tuple[str, str]] = field(default_factory=list)
    phrases: dict[_Is, dict[str, list[_Phrase]]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    _by_whole: dict[str, list[str | _Phrase]] = field(default_factory=dict)
    _by_start: dict[str, list[str | _Phrase]] = field(default_factory=dict)
    _by_end: dict[str, list[str | _Phrase]] = field(default_factory=dict)
    _by_inside: list[tuple[str, str | _Phrase]] = field(default_factory=list)
    _start_sizes: tuple[int, ...] = ()
    _end_sizes: tuple[int, ...] = ()
    _heads: frozenset[str] = frozenset()
    _tails: frozenset[str] = frozenset()
    _told: Remembered[tuple[str | _Phrase, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self._told = Remembered(self._looked_up, MAX_REMEMBERED)

    def add(self, pattern: str, key: str, *, compounds: bool = True) -> None:
        """Take in one word or phrase of a cause; without letters it is passed over.

        Args:
            pattern: As `Cause.words` has them.
            key: What it tells.
            compounds: Whether a plain word also ends compounds (not *fehlen* in *empfehlen*).
        """
        elements = _elements(pattern)
        if not any(element.word for element in elements):
            return
        if len(elements) > 1:
            phrase = _phrase(elements, key)
            known_by = elements[phrase.known_at]
            self.phrases.setdefault(known_by.kind, {}).setdefault(known_by.word, []).append(phrase)
            return
        kind, word = elements[0].kind, elements[0].word
        if kind is _Is.INSIDE:
            self.insides.append((word, key))
        elif kind is _Is.START:
            self.starts.setdefault(word, set()).add(key)
        elif kind is _Is.END or (compounds and len(word) >= MIN_COMPOUND_CHARS):
            for ending in ENDINGS:
                self.ends.setdefault(word + ending, set()).add(key)
        else:
            self.wholes.setdefault(word, set()).add(key)

    def add_whole(self, word: str, key: str) -> None:
        """Take in a folded word that matches only itself."""
        self.wholes.setdefault(word, set()).add(key)

    def settle(self, order: Sequence[str]) -> None:
        """Call once after the last word."""
        self.order = tuple(order)
        self._by_whole = self._with_phrases(self.wholes, _Is.WHOLE)
        self._by_start = self._with_phrases(self.starts, _Is.START)
        self._by_end = self._with_phrases(self.ends, _Is.END)
        self._by_inside = [*self.insides, *((word, one) for word, one in self._pairs(_Is.INSIDE))]
        self._start_sizes = tuple(sorted({len(word) for word in self._by_start}))
        self._end_sizes = tuple(sorted({len(word) for word in self._by_end}))
        self._heads = frozenset(word[: self._start_sizes[0]] for word in self._by_start)
        self._tails = frozenset(word[-self._end_sizes[0] :] for word in self._by_end)

    def _pairs(self, kind: _Is) -> Iterator[tuple[str, _Phrase]]:
        return ((word, phrase) for word, phrases in self.phrases.get(kind, {}).items() for phrase in phrases)

    def _with_phrases(self, keys: Mapping[str, set[str]], kind: _Is) -> dict[str, list[str | _Phrase]]:
        """Keys by word, and behind them the phrases that are known by it."""
        found: dict[str, list[str | _Phrase]] = {word: list(held) for word, held in keys.items()}
        for word, phrase in self._pairs(kind):
            found.setdefault(word, []).append(phrase)
        return found

    def starts_with(self, word: str) -> bool:
        """Whether a folded word begins like one that was added with a star behind."""
        return any(word[:size] in self.starts for size in range(2, len(word) + 1))

    def _looked_up(self, word: str) -> tuple[str | _Phrase, ...]:
        """Keys a folded word speaks of, and the phrases that are known by it."""
        size = len(word)
        found = [*self._by_whole.get(word, ())]
        if self._heads and word[: self._start_sizes[0]] in self._heads:
            for length in self._start_sizes:
                if length > size:
                    break
                if told := self._by_start.get(word[:length]):
                    found += told
        if self._tails and word[-self._end_sizes[0] :] in self._tails:
            for length in self._end_sizes:
                if length > size:
                    break
                if told := self._by_end.get(word[-length:]):
                    found += told
        found += [one for inside, one in self._by_inside if inside in word]
        if word.isdecimal():
            found += self.phrases.get(_Is.AMOUNT, {}).get("", ())
        return tuple(dict.fromkeys(found))

    def found_in(self, row: Sequence[str]) -> list[tuple[int, str]]:
        """Place and key of every cause word among folded words, in order; a key may come more than once."""
        told = list(map(self._told.__getitem__, row))
        found: list[tuple[int, str]] = []
        phrases = False
        for at in itertools.compress(itertools.count(), told):
            for one in told[at]:
                if isinstance(one, str):
                    found.append((at, one))
                elif (start := one.start_before(row, at)) is not None:
                    found.append((start, one.key))
                    phrases = True
        if phrases:
            found.sort(key=itemgetter(0))
        return found

    def keys_in(self, row: Sequence[str]) -> set[str]:
        """What folded words speak of, wherever: quicker than `found_in`."""
        told = list(map(self._told.__getitem__, row))
        found: set[str] = set()
        for at in itertools.compress(itertools.count(), told):
            for one in told[at]:
                if isinstance(one, str):
                    found.add(one)
                elif one.key not in found and one.start_before(row, at) is not None:
                    found.add(one.key)
        return found

    def in_order(self, keys: Mapping[str, object] | set[str]) -> tuple[str, ...]:
        """The keys in the order of the causes."""
        return tuple(key for key in self.order if key in keys)


def forms_of(pattern: str) -> set[str]:
    """Folded forms of a plain word that its endings alone do not give; none that says nothing (*Ware*: not *waren*)."""
    if "*" in pattern or " " in pattern.strip():
        return set()
    elements = _elements(pattern)
    if [element.kind for element in elements] != [_Is.WHOLE]:
        return set()
    word = elements[0].word
    forms = {word + ending for ending in SHORT_ENDINGS} if len(word) < MIN_COMPOUND_CHARS else set[str]()
    for vowel in list(_VOWEL.finditer(word))[-1:]:
        other = f"{word[: vowel.start()]}{UMLAUTS[vowel.group()]}{word[vowel.end() :]}"
        forms |= {other + ending for ending in UMLAUT_ENDINGS}
    return {form for form in forms if says_something(form)}


@functools.lru_cache(maxsize=4)
def compiled(causes: tuple[Cause, ...]) -> CauseWords:
    """The words of these causes, ready to look up."""
    words = CauseWords()
    for cause in causes:
        for pattern in cause.words:
            words.add(pattern, cause.key)
            for form in forms_of(pattern):
                words.add_whole(form, cause.key)
    words.settle([cause.key for cause in causes])
    return words
