"""German words and their kin: inflected forms and compounds, by rule.

There is no dictionary. Forms are made generously (a wrong one is rarely a word); compounds are recognised by the
word standing at a place where a German compound can be parted: what remains on either side must look like a word.
Source of the rules: Duden, Die Grammatik (inflection classes, Fugenelemente, Silbenbau).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from kundenradar.domain.text import fold_word

MIN_LETTERS = 3
SHORT_LETTERS = 3
"""Words so short stand in many others by chance: they get fewer forms and stricter compounds."""
MIN_PREFIX, MIN_TAIL = 3, 4

Endings = tuple[str, ...]

_VOWEL = re.compile(r"[aeiouy]")
_UMLAUTS = {"a": "ä", "o": "ö", "u": "ü"}
_BARE = {"ä": "a", "ö": "o", "ü": "u"}
_LAST_BACK_VOWEL = re.compile(r"(au|a|o|u)(?=[^aeiouäöü]*(?:el|en|er|e)?$)")
_LAST_UMLAUT = re.compile(r"(äu|ä|ö|ü)(?=[^aeiouäöü]*$)")

_NOUN: Endings = ("", "e", "n", "en", "er", "ern", "es", "s", "em", "ses", "se", "sen")
_SHORT_NOUN: Endings = ("", "e", "s", "es")
_SHORT_ADJECTIVES = frozenset(("alt", "arm", "fad", "fit", "gut", "lau", "nah", "neu", "rar", "roh", "rot", "zäh"))
_DEGREES: Endings = ("ere", "eren", "erer", "eres", "erem", "este", "esten", "ester", "estes", "ste", "sten", "ster")
_VERB: Endings = ("", "e", "st", "t", "en", "n", "te", "test", "ten", "tet", "est", "et", "ete", "eten")
_VERB += ("end", "ende", "enden", "ender", "endes")
_PARTICIPLE: Endings = ("t", "te", "ten", "ter", "tes", "tem", "et", "ete", "eten", "eter", "etes", "en", "ene", "enen")
_PLURALS: Endings = ("e", "en", "er", "ern", "ers")
_LINKS: Endings = ("", "s", "es", "n", "en", "er", "e", "ens", "ns")
_SHORT_LINKS: Endings = ("", "s", "es", "e")
_CLOSED_NOUN = re.compile(r"(?:ung|heit|keit|schaft|ion|tät|tum|nis|ling|chen|lein)$")
_LONG_PLURAL = re.compile(r"(?:ung|heit|keit|schaft|ion|tät|ur)en$")
_FOREIGN = re.compile(r"(?<=\w{3})(?:a|o|um|us)$")
"""Firma, Konto, Museum, Bonus: Firmen, Konten, Museen, Boni."""
_SEPARABLE: Endings = ("zurück", "zusammen", "durch", "nach", "auf", "aus", "bei", "ein", "fest", "her", "hin", "los")
_SEPARABLE += ("mit", "vor", "weg", "ab", "an", "um", "zu")

_SHORT_PARTS = frozenset(
    {"alt", "amt", "art", "bad", "bau", "bio", "eis", "erd", "gas", "gut", "hof", "hut", "neu", "not", "oel", "ort"}
    | {"rad", "rat", "see", "tag", "tee", "tor", "typ", "uhr", "weg", "zoo"}
)
"""Words of three letters that often stand in compounds; others of that length are mere syllables."""
_UNSTRESSED = frozenset({"be", "ge", "ent", "emp", "er", "ver", "zer", "miss"})
"""Before a word these make a verb's kin, no compound: Rat, but Be-ratung, Ver-rat."""
_ONSET = re.compile(
    r"(?:schl|schm|schn|schr|schw|sch|str|spr|spl|pfl|pfr|chr|tsch|bl|br|dr|fl|fr|gl|gn|gr|kl|kn|kr|pf|ph|pl|pr|ps|"
    r"qu|sk|sp|st|th|tr|wr|zw|[bcdfghjklmnprstvwxz])?[aeiouy]"
)
"""How a German word can begin."""
_SUFFIX = re.compile(
    r"(?:ig|lich|isch|haft|sam|los|heit|keit|schaft|ung|chen|lein|tum|ling|ier\w*|erei|innen|in)(?:e[nmrs]?|s|en|es)?"
)
"""What makes another word of one, but no compound."""

_IRREGULAR: dict[str, Endings] = {
    "ei": ("eier", "eiern", "eies", "eis"),
    "saal": ("säle", "sälen"),
    "bus": ("busse", "bussen", "busses"),
    "praxis": ("praxen",),
    "basis": ("basen",),
    "lexikon": ("lexika",),
    "atlas": ("atlanten",),
}
"""Forms no rule makes."""
_STRANGERS: dict[str, Endings] = {
    "küche": ("kuche",),
    "kuchen": ("kueche",),
    "tür": ("tuerk", "turk"),
    "wand": ("wander",),
    "gas": ("gasthaus", "gasthof", "gasthoef", "gaststaet", "gaststat", "gastwirt", "gastro", "gastgeb", "gastspiel"),
    "bus": ("bussard",),
    "kasse": ("kassett",),
    "mode": ("moder",),
}
"""How other words begin, folded or without dots, that only look like kin."""


@dataclass(frozen=True, slots=True)
class Kin:
    """The forms and compounds of a word, in folded and plain spelling.

    Attributes:
        cores: Every word that counts holds at least one of these.
        forms: Inflected forms.
        heads: What a compound can end in.
        members: What a compound can begin with, or hold in its midst.
        strangers: How words begin that are no kin, whatever else they look like.
    """

    cores: tuple[str, ...]
    forms: frozenset[str]
    heads: tuple[str, ...]
    members: tuple[str, ...]
    strangers: tuple[str, ...] = ()

    def meets(self, spelling: str) -> bool:
        """Whether a word, in one of its spellings, is a form or a compound of the word."""
        if spelling.startswith(self.strangers):
            return False
        if spelling in self.forms:
            return True
        if not any(core in spelling for core in self.cores):
            return False
        return self._is_head(spelling) or self._is_member(spelling)

    def _is_head(self, spelling: str) -> bool:
        return any(spelling.endswith(head) and _can_precede(spelling[: -len(head)], head) for head in self.heads)

    def _is_member(self, spelling: str) -> bool:
        for member in self.members:
            at = spelling.find(member)
            while at >= 0:
                tail = spelling[at + len(member) :]
                if _can_follow(tail, member) and (at == 0 or _can_precede(spelling[:at], member)):
                    return True
                at = spelling.find(member, at + 1)
        return False


def _can_precede(prefix: str, word: str) -> bool:
    """Whether `prefix` can be the first part of a compound that goes on with `word`."""
    if len(prefix) < MIN_PREFIX or prefix in _UNSTRESSED:
        return False
    if len(word) <= SHORT_LETTERS and len(prefix) == MIN_PREFIX:
        return prefix in _SHORT_PARTS
    return prefix[-1] not in "jqvw" and _VOWEL.search(prefix) is not None


def _can_follow(tail: str, word: str) -> bool:
    """Whether `tail` can be the last part of a compound after `word`."""
    if len(tail) < MIN_TAIL:
        return tail in _SHORT_PARTS
    if _ONSET.match(tail) is None or _SUFFIX.fullmatch(tail) is not None:
        return False
    return not (len(word) <= SHORT_LETTERS and tail[0] in "aeiouy")


def _umlauted(word: str) -> str | None:
    """`word` with its last back vowel as an umlaut (Haus: Häus), or None."""
    match = _LAST_BACK_VOWEL.search(word)
    if match is None or (match.start() and word[match.start() - 1] in "eiäöü"):
        return None
    vowel = match.group()
    return word[: match.start()] + _UMLAUTS[vowel[0]] + vowel[1:] + word[match.end() :]


def _plain_again(word: str) -> str | None:
    """`word` with its last umlaut as a back vowel (Häus: Haus), or None."""
    match = _LAST_UMLAUT.search(word)
    if match is None:
        return None
    vowel = match.group()
    return word[: match.start()] + _BARE[vowel[0]] + vowel[1:] + word[match.end() :]


def _lemmas(word: str) -> list[str]:
    """`word` and the words it may be a form of."""
    found = [word]
    if _LONG_PLURAL.search(word):
        return [*found, word[:-2]]
    for ending in ("ern", "er", "en", "e", "n", "s"):
        rest = word.removesuffix(ending)
        if rest == word or len(rest) < MIN_LETTERS:
            continue
        bare = _plain_again(rest)
        if bare is not None and ending in ("er", "ern", "e", "en"):
            found.append(bare)
        if ending in ("n", "s", "e", "en") and len(rest) > SHORT_LETTERS and not rest.endswith("ss"):
            found.append(rest)
    return list(dict.fromkeys(found))


def _noun_forms(word: str) -> set[str]:
    is_short = len(word) <= SHORT_LETTERS and word not in _SHORT_ADJECTIVES
    endings = _SHORT_NOUN if is_short else _NOUN
    forms = {word + ending for ending in endings}
    if is_short and word.endswith("r"):  # Tür, Uhr, Ohr
        forms |= {word + "en"}
    forms |= {word[: match.start()] + ending for match in _FOREIGN.finditer(word) for ending in ("en", "a", "i")}
    if word.endswith("in"):
        forms.add(word + "nen")
    elif len(word) > SHORT_LETTERS + 1 and not _CLOSED_NOUN.search(word):
        forms |= {word.removesuffix("e") + "in", word.removesuffix("e") + "innen"}
    changed = None if word.endswith("e") or _CLOSED_NOUN.search(word) else _umlauted(word)
    if changed is not None:
        endings = ("", "n", "s") if word.endswith(("el", "en", "er")) else _PLURALS
        if len(word) <= SHORT_LETTERS:  # without its dots *Bäden* would be *Baden*
            changed = fold_word(changed)[0]
        forms |= {changed + ending for ending in endings}
    return forms


def _degree_forms(word: str) -> set[str]:
    """Comparisons, were `word` an adjective."""
    is_short = len(word) <= SHORT_LETTERS and word not in _SHORT_ADJECTIVES
    if is_short or _CLOSED_NOUN.search(word) or word.endswith(("e", "en")):
        return set()
    changed = _umlauted(word)
    if word.endswith(("el", "er")):  # dunkel, teuer: dunkle, teure
        changed = word[:-2] + word[-1]
        return {changed + ending for ending in (*_DEGREES, "e", "en", "em", "er", "es")} | {word + "ste", word + "sten"}
    return {stem + ending for stem in (word, changed) if stem is not None for ending in _DEGREES}


def _verb_forms(word: str) -> set[str]:
    """Conjugated forms, were `word` an infinitive."""
    if not word.endswith(("en", "eln", "ern")) or _LONG_PLURAL.search(word):
        return set()
    stem = word[:-2] if word.endswith("en") else word[:-1]
    if len(stem) < MIN_LETTERS:
        return set()
    forms = {stem + ending for ending in _VERB}
    before = next((prefix for prefix in _SEPARABLE if stem.startswith(prefix) and len(stem) > len(prefix) + 2), "")
    rest = stem[len(before) :]
    forms |= {f"{before}ge{rest}{ending}" for ending in _PARTICIPLE}
    forms |= {stem + ending for ending in _PARTICIPLE}
    return forms | ({f"{before}zu{word[len(before) :]}"} if before else set())


def _members(word: str) -> set[str]:
    links = _SHORT_LINKS if len(word) <= SHORT_LETTERS else _LINKS
    members = {word + link for link in links}
    members |= {word[: match.start()] + "en" for match in _FOREIGN.finditer(word)}
    if word.endswith("e") and len(word) > SHORT_LETTERS + 1:
        members.add(word[:-1])
    if word.endswith("en") and len(word) > SHORT_LETTERS + 2:
        members.add(word[:-2])
    if not word.endswith("e") and not _CLOSED_NOUN.search(word) and (changed := _umlauted(word)) is not None:
        members |= {changed + link for link in ("e", "er", "")}
    return members


def _spelt(words: set[str]) -> set[str]:
    """All spellings of these words."""
    return {spelling for word in words for spelling in fold_word(word) if spelling}


def _shortest(words: set[str]) -> tuple[str, ...]:
    """Those that hold no other of them."""
    kept: list[str] = []
    for word in sorted(words, key=lambda one: (len(one), one)):
        if not any(other in word for other in kept):
            kept.append(word)
    return tuple(kept)


@lru_cache(maxsize=512)
def kin(word: str) -> Kin:
    """The forms and compounds of a German word.

    Args:
        word: In small letters, umlauts as such; with ae, oe, ue they are taken as written.
    """
    word = "".join(character for character in word if character.isalnum())
    if len(fold_word(word)[0]) < MIN_LETTERS or not word.isalpha():
        only = frozenset(_spelt({word, *_IRREGULAR.get(word, ())}))
        return Kin(tuple(sorted(only)), only, (), ())
    lemmas = _lemmas(word)
    forms: set[str] = set()
    members: set[str] = set()
    heads: set[str] = set()
    for lemma in lemmas:
        nouns = _noun_forms(lemma) | set(_IRREGULAR.get(lemma, ()))
        heads |= nouns
        forms |= nouns | _degree_forms(lemma) | _verb_forms(lemma)
        members |= _members(lemma)
    spelt_members = {one for one in _spelt(members) if len(one) >= MIN_LETTERS}
    spelt_heads = {one for one in _spelt(heads) if len(one) >= MIN_LETTERS}
    spelt_forms = _spelt(forms)
    return Kin(
        _shortest(spelt_members | spelt_heads | spelt_forms),
        frozenset(spelt_forms),
        tuple(sorted(spelt_heads, key=len)),
        tuple(sorted(spelt_members, key=len)),
        tuple(start for lemma in lemmas for start in _STRANGERS.get(lemma, ())),
    )
