"""Noise: words, authors and sites whose entries are no mentions, whatever a Suchprofil says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType
from urllib.parse import urlsplit

from kundenradar.domain.errors import InputError
from kundenradar.domain.matching import Matcher, matcher, searchable
from kundenradar.domain.queries import Node, Or, as_term, as_words, parse_query
from kundenradar.domain.text import fold

ExclusionId = NewType("ExclusionId", int)

MAX_VALUE_CHARS = 200


class NoiseKind(StrEnum):
    """What is shut out."""

    WORD = "word"
    AUTHOR = "author"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Something the owner does not want to see any more.

    Attributes:
        value: A word or phrase, a name, or a host without ``www.``.
        at: Since when, aware, UTC.
    """

    id: ExclusionId
    kind: NoiseKind
    value: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Noise:
    """All that is shut out, ready to meet entries.

    Attributes:
        words: Meets texts with a word that is shut out; None if there is none.
        authors: Folded names.
        sites: Hosts; what lies below them is meant too.
    """

    words: Matcher | None = None
    authors: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.words or self.authors or self.sites)

    def shuts_out(self, title: str, body: str, author: str | None, link: str | None) -> bool:
        """Whether an entry is noise."""
        if self.authors and author and author_key(author) in self.authors:
            return True
        if link and any(is_on_site(site, link) for site in self.sites):
            return True
        return self.words is not None and self.words.matches(searchable(title, body))


def author_key(name: str) -> str:
    """A name for comparing: case, umlaut spelling and blanks do not matter."""
    return " ".join(fold(name).split())


def site_of(address: str) -> str:
    """The host of an address or of a bare host, without ``www.``; empty if there is none."""
    text = address.strip()
    if "//" not in text:
        text = f"//{text}"
    try:
        host = urlsplit(text).hostname or ""
    except ValueError:
        return ""
    return host.lower().rstrip(".").removeprefix("www.")


def is_author(name: str, author: str) -> bool:
    """Whether an entry's author is the one of this name."""
    return author_key(name) == author_key(author)


def is_on_site(site: str, link: str) -> bool:
    """Whether an address lies on a site or below it."""
    return f".{site_of(link)}".endswith(f".{site}")


def as_noise(kind: NoiseKind, raw: str) -> str:
    """What a person wrote or clicked, as it is kept.

    Raises:
        InputError: Nothing is left of it (``noise-empty``), it is no site (``noise-site``) or no word that can be
            looked for.
    """
    value = " ".join(raw.split())[:MAX_VALUE_CHARS]
    if kind is NoiseKind.SITE:
        site = site_of(value)
        if value and "." not in site:
            raise InputError("noise-site", value)
        value = site
    if not value or (kind is NoiseKind.WORD and not as_term(value)):
        raise InputError("noise-empty")
    if kind is NoiseKind.WORD:
        parse_query(f'"{as_words(value)}"')
    return value


def noise_word(value: str) -> Node:
    """The query that finds what is shut out with a word or phrase."""
    return parse_query(as_term(value))


def noise_of(exclusions: Iterable[Exclusion]) -> Noise:
    """These exclusions, ready to meet entries."""
    chosen = list(exclusions)
    words = tuple(noise_word(one.value) for one in chosen if one.kind is NoiseKind.WORD)
    return Noise(
        matcher(Or(words)) if words else None,
        frozenset(author_key(one.value) for one in chosen if one.kind is NoiseKind.AUTHOR),
        frozenset(one.value for one in chosen if one.kind is NoiseKind.SITE),
    )
