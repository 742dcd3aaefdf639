"""Finds the causes a text speaks of, by the words the owner gave them.

A word matches its inflections (*Bad*: *Bäder*) and the compounds it ends (*Wartezeit*: *Telefonwartezeit*); stars
widen it on either side (``liefer*``). Words of fewer than five letters match no compounds. Everything is compared in
the folded spelling, so that umlauts may be written either way.
"""

import functools
import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kundenradar.classify.remembered import Remembered
from kundenradar.domain.stems import says_something
from kundenradar.domain.text import tokens
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


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    open_end: bool
    key: str

    def stands_at(self, row: Sequence[str], at: int) -> bool:
        end = at + len(self.words)
        if end > len(row) or tuple(row[at : end - 1]) != self.words[:-1]:
            return False
        last = row[end - 1]
        return last.startswith(self.words[-1]) if self.open_end else last == self.words[-1]


@dataclass(slots=True)
class CauseWords:
    """The words of all causes, ready to look up; made by `compiled`.

    Attributes:
        starts: Keys by how a word starts.
        ends: Keys by how a word ends.
        wholes: Keys by the whole word.
        insides: Pairs of what a word holds and key.
        phrases: Phrases by their first two words, the second None where it may be the start of one.
    """

    starts: dict[str, set[str]] = field(default_factory=dict)
    ends: dict[str, set[str]] = field(default_factory=dict)
    wholes: dict[str, set[str]] = field(default_factory=dict)
    insides: list[tuple[str, str]] = field(default_factory=list)
    phrases: dict[str, dict[str | None, list[_Phrase]]] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    _start_sizes: tuple[int, ...] = ()
    _end_sizes: tuple[int, ...] = ()
    _told: Remembered[tuple[str | None, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self._told = Remembered(self._looked_up, MAX_REMEMBERED)

    def add(self, pattern: str, key: str, *, compounds: bool = True) -> None:
        """Take in one word or phrase of a cause; without letters it is passed over.

        Args:
            pattern: As `Cause.words` has them.
            key: What it tells.
            compounds: Whether a plain word also ends compounds (not *fehlen* in *empfehlen*).
        """
        parts = tuple(token.folded for token in tokens(pattern))
        if not parts:
            return
        open_start, open_end = pattern.strip().startswith("*"), pattern.strip().endswith("*")
        if len(parts) > 1:
            second = None if open_end and len(parts) == 2 else parts[1]
            followed_by = self.phrases.setdefault(parts[0], {})
            followed_by.setdefault(second, []).append(_Phrase(parts, open_end, key))
            return
        word = parts[0]
        if open_start and open_end:
            self.insides.append((word, key))
        elif open_end:
            self.starts.setdefault(word, set()).add(key)
        elif open_start or (compounds and len(word) >= MIN_COMPOUND_CHARS):
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
        self._start_sizes = tuple(sorted({len(word) for word in self.starts}))
        self._end_sizes = tuple(sorted({len(word) for word in self.ends}))

    def starts_with(self, word: str) -> bool:
        """Whether a folded word begins like one that was added with a star behind."""
        return any(word[:size] in self.starts for size in range(2, len(word) + 1))

    def _looked_up(self, word: str) -> tuple[str | None, ...]:
        """Keys a folded word speaks of; with them None if it begins a phrase."""
        size = len(word)
        found: set[str | None] = set(self.wholes.get(word, ()))
        for length in self._start_sizes:
            if length > size:
                break
            if keys := self.starts.get(word[:length]):
                found |= keys
        for length in self._end_sizes:
            if length > size:
                break
            if keys := self.ends.get(word[-length:]):
                found |= keys
        found.update([key for inside, key in self.insides if inside in word])
        return (*found, None) if word in self.phrases else tuple(found)

    def found_in(self, row: Sequence[str]) -> list[tuple[int, str]]:
        """Place and key of every cause word among folded words; a key may come more than once."""
        told = list(map(self._told.__getitem__, row))
        found: list[tuple[int, str]] = []
        for at in itertools.compress(itertools.count(), told):
            for key in told[at]:
                if key is not None:
                    found.append((at, key))
                elif at + 1 < len(row):
                    for second in (row[at + 1], None):
                        begun = self.phrases[row[at]].get(second, ())
                        found += [(at, phrase.key) for phrase in begun if phrase.stands_at(row, at)]
        return found

    def in_order(self, keys: Mapping[str, object] | set[str]) -> tuple[str, ...]:
        """The keys in the order of the causes."""
        return tuple(key for key in self.order if key in keys)


def forms_of(pattern: str) -> set[str]:
    """Folded forms of a plain word that its endings alone do not give; none that says nothing (*Ware*: not *waren*)."""
    parts = tokens(pattern)
    if len(parts) != 1 or "*" in pattern:
        return set()
    word = parts[0].folded
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
