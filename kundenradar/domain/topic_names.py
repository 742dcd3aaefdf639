"""What a topic is called: a noun by its singular, an adjective as it stands alone, all else as people write it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kundenradar.domain.stems import stem
from kundenradar.domain.text import fold, tokens

_UMLAUT = re.compile("aeu|ae|oe|ue")
_PLAIN = {"aeu": "au", "ae": "a", "oe": "o", "ue": "u"}
_INFLECTION = re.compile("(?:e[nrsm]?)$")
_ATTRIBUTE = 0.5
"""Share of mentions in which a word stands before a noun, from which it is an adjective."""
_NEEDS_E = re.compile("(?:[bdfgkpt]l|eur|aur)$")
"""How stems end that lose an e when inflected: *dunkle*, *teure*, *saure*."""
_WITH_E = frozenset(["leis", "mued", "boes", "los", "traeg", "feig", "bloed", "weis", "muerb", "oed", "sproed"])
_SAYING_NOTHING = frozenset(
    re.findall(
        r"\w+",
        """
        schoen gut neu alt gross klein lang kurz toll nett lieb best erst letzt naechst ganz richtig eigen
        einzig gleich weiter viel wenig hoh hoch jung einfach frueh spaet klar wichtig
        verschieden deutsch halb besonder bestimmt genau
        """,
    )
)
"""Adjectives everybody uses of everything."""


def plurals(texts: Iterable[str]) -> dict[str, str]:
    """Stems of plurals with another vowel, with the stem of their singular where that is written too.

    *Lastenräder* counts as *Lastenrad*; *Küchen* not as *Kuchen*, because nobody writes *Kuch*; *Kälte* not as *Kalt*,
    which begins sentences and is small elsewhere.
    """
    nouns: dict[str, set[str]] = defaultdict(set)
    small: set[str] = set()
    for text in texts:
        for start, _, folded, _ in tokens(text):
            if text[start].isupper():
                nouns[stem(folded)].add(folded)
            else:
                small.add(folded)
    found = {}
    for plural in nouns:
        vowels = list(_UMLAUT.finditer(plural))
        if vowels:
            at = vowels[-1]
            single = f"{plural[: at.start()]}{_PLAIN[at.group()]}{plural[at.end() :]}"
            if single in nouns.get(single, ()) and single not in small:
                found[plural] = single
    return found


def topic_name(forms: Mapping[str, int], texts: Sequence[str]) -> str:
    """What to call a word that is written in these forms; empty if it is an adjective that says nothing.

    Args:
        forms: How often each spelling stands in the texts.
        texts: Where it stands.
    """
    counted = Counter(forms)
    common = counted.most_common(1)[0][0]
    if common[0].isupper():
        return _singular(common, counted)
    before_noun = re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\s+[A-ZÄÖÜ]")
    is_attribute = sum(before_noun.search(text) is not None for text in texts) >= _ATTRIBUTE * len(texts)
    if not is_attribute or not _INFLECTION.search(common):
        return "" if fold(common) in _SAYING_NOTHING else common
    alone = _alone(common, forms)
    return "" if fold(alone) in _SAYING_NOTHING else alone


def _singular(common: str, forms: Mapping[str, int]) -> str:
    """The shortest of the nouns that the most frequent one begins with, umlauts aside: its singular."""
    nouns = [form for form in forms if form[0].isupper() and _plain(common).startswith(_plain(form))]
    return min(nouns, key=lambda form: (len(form), form.isupper()))


def _plain(word: str) -> str:
    return _UMLAUT.sub(lambda match: _PLAIN[match.group()], fold(word))


def _alone(adjective: str, forms: Mapping[str, int]) -> str:
    """An inflected adjective as it stands alone: *falschen* is *falsch*, *teure* *teuer*, *sauber* as it is."""
    if any(_INFLECTION.sub("", form) == adjective for form in forms):
        return adjective
    bare = _INFLECTION.sub("", adjective)
    if fold(bare) in _WITH_E:
        return f"{bare}e"
    return f"{bare[:-1]}e{bare[-1]}" if _NEEDS_E.search(fold(bare)) else bare
