"""Other ways to write a firm's name, as proposals for its first Suchprofil."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kundenradar.domain.matching import matcher, searchable
from kundenradar.domain.noise import site_of
from kundenradar.domain.queries import QuerySyntaxError, as_term, parse_query
from kundenradar.domain.text import fold, tokens

MAX_PROPOSALS = 12
_LEGAL = re.compile(
    r"(?:\s|,)+(?:gmbh\s*&\s*co\.?\s*kga?a?|ag\s*&\s*co\.?\s*kga?a?|ug\s*\(haftungsbeschränkt\)|gmbh|g?ug|ag|se|kgaa|kg|"
    r"ohg|gbr|e\.?\s?k\.?(?:fr\.?|fm\.?)?|e\.?\s?v\.?|e\.?\s?g\.?|partg(?:\s*mbb)?|mbh|inh\.?\s+.*|ltd\.?)\s*$",
    re.IGNORECASE,
)
_TYPOS = (
    ("tz", "z"),
    ("ck", "k"),
    ("dt", "t"),
    ("dt", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("ei", "ai"),
    ("ai", "ei"),
    ("ey", "ei"),
    ("ay", "ai"),
    ("y", "i"),
    ("ie", "i"),
    ("ä", "e"),
)
_TWICE = re.compile(r"([bdfgklmnprst])\1")
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
MIN_TYPO_LETTERS = 5
_TRADES = re.compile(
    r"(?:auto|bad|bau|bäckerei|café|dach|elektro|fahrrad|fahrschule|fliesen|garten|gasthaus|gasthof|haus|heizung|hotel|"
    r"konditorei|maler|metzgerei|optik|pension|pizzeria|praxis|restaurant|sanitär|schreinerei|solar|tischlerei)",
    re.IGNORECASE,
)
"""How words begin that name a trade and not a firm: nobody confuses them, and they are in every dictionary."""


class Reason(StrEnum):
    """Why a way to write the name is proposed."""

    SHORT = "short"  # without its legal form
    JOINED = "joined"
    SWAPPED = "swapped"  # its words the other way round
    DOMAIN = "domain"
    TYPO = "typo"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A way to write the name that the words so far do not find."""

    term: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class FirmWords:
    """Other ways to write a firm's name.

    Attributes:
        proposals: Worth adding, the likeliest first.
        found_anyway: Spellings that search takes for the same: nothing needs to be added for them.
    """

    proposals: tuple[Proposal, ...]
    found_anyway: tuple[str, ...]


def without_legal_form(name: str) -> str:
    """*Müller Heizung GmbH* without the GmbH."""
    shorter = _LEGAL.sub("", f" {name}").strip(" ,")
    return shorter or name


def firm_words(name: str, website: str = "", known: tuple[str, ...] = ()) -> FirmWords:
    """Other ways to write a firm's name.

    Args:
        name: As the firm writes itself.
        website: Its address, or empty.
        known: Terms that are looked for besides the name.
    """
    name = " ".join(name.split())
    if not as_term(name):
        return FirmWords((), ())
    short = without_legal_form(name)
    terms = [name, *known]
    proposals: list[Proposal] = []
    for term, reason in _variants(short, website):
        is_new = not any(finds(one, term) for one in [*terms, *(proposal.term for proposal in proposals)])
        if is_new and len(proposals) < MAX_PROPOSALS:
            proposals.append(Proposal(term, reason))
    wanted = [*terms, short]
    same = [spelling for spelling in _spellings(short, website) if any(finds(one, spelling) for one in wanted)]
    return FirmWords(tuple(proposals), tuple(dict.fromkeys(one for one in same if one not in (name, short))))


def finds(term: str, text: str) -> bool:
    """Whether a search for a term meets a text."""
    try:
        return matcher(parse_query(as_term(term))).matches(searchable(text))
    except QuerySyntaxError:
        return False


def _spellings(short: str, website: str) -> list[str]:
    words = short.split()
    hyphened = ["-".join(words)] if all(map(str.isalnum, words)) else []
    return [short.translate(_SPELT_OUT), *hyphened, short.upper(), *_hosts(website)]


def _variants(short: str, website: str) -> list[tuple[str, Reason]]:
    words = [word for word in re.split(r"[\s\-–&+/]+", short) if any(map(str.isalnum, word))]
    found = [(short, Reason.SHORT)]
    if 1 < len(words) <= 3 and all(map(str.isalnum, words)) and len(words) == len(short.replace("-", " ").split()):
        found.append(("".join([words[0], *(word.lower() for word in words[1:])]), Reason.JOINED))
    if len(words) == 2:
        found.append((f"{words[1]} {words[0]}", Reason.SWAPPED))
    found += [(host, Reason.DOMAIN) for host in _hosts(website)]
    return found + [(typo, Reason.TYPO) for typo in _typos(words)]


def _hosts(website: str) -> list[str]:
    """The domain as people write it: with its ending, and the name in it as one word."""
    host = site_of(website)
    return [host] if "." in host else []


def _typos(words: list[str]) -> list[str]:
    """The usual misspellings of the name beside the trade; with the other words, so that they mean nobody else."""
    if len(words) < 2:  # alone it would be somebody else's name
        return []
    name = next((word for word in words if not _TRADES.match(word)), "")
    if len(name) < MIN_TYPO_LETTERS or name.isupper():
        return []
    wrong: list[str] = [name[: twice.start()] + name[twice.start() + 1 :] for twice in _TWICE.finditer(name)]
    low = name.lower()
    for right, typo in _TYPOS:
        at = low.find(right)
        if at > 0:
            wrong.append(name[:at] + typo + name[at + len(right) :])
    own = {token.folded for token in tokens(name)}
    fresh = [one for one in dict.fromkeys(wrong) if fold(one) not in own]
    return [" ".join(one if word == name else word for word in words) for one in fresh]
