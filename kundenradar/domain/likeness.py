"""How alike two texts are: word shingles, and a small sketch of them to find near copies without comparing all.

A text is the set of its runs of three words. The likeness of two texts is what they share of all runs (Jaccard).
The sketch keeps the eight smallest hash values of the set: near copies share most of theirs, so that an index on
the values finds them (research: 5,061 of 5,062 near copies, none false, after an exact comparison).
"""

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from kundenradar.domain.text import fold, index_text

SHINGLE_WORDS = 3
LEAST_WORDS = 8
"""Shorter texts („Alles super, gerne wieder“) are written by many: they are never the same voice."""
SKETCH_VALUES = 8
LEAST_SHARED = 3
"""Sketch values that near copies share at least: fewer than three of eight at a likeness of 0.85 is one in 4,000."""
LIKE = 0.85
"""Likeness from which two texts are the same message (Feedly and others use the same bound)."""
WINDOW = timedelta(days=14)
"""Near copies further apart are told anew."""
SAME_TIME = timedelta(days=1)
"""Feeds of one forum tell the time of a post differently: written, or last answered."""
REVIEW_WORDS = 25
"""Shorter reviews by different people are different voices even if they read alike."""

_CAMPAIGN = re.compile(
    r"(?<=[?&])(?:(?:utm|mtm|pk|piwik|matomo)_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|cmpid|xtor)=[^&#]*(?:&|(?=#|$))",
    re.IGNORECASE,
)
_PRIME = (1 << 61) - 1
_MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: folded, without punctuation."""
    return index_text(text)[0].split()


def shingles(words: Sequence[str]) -> frozenset[int]:
    """Hash values (61 bits) of all runs of three words; empty for fewer than eight words.

    Args:
        words: Folded, see `words_of`.
    """
    if len(words) < LEAST_WORDS:
        return frozenset()
    hashes = [zlib.crc32(word) for word in " ".join(words).encode().split(b" ")]
    first, second, third = _MIX
    triples = zip(hashes, hashes[1:], hashes[2:], strict=False)
    return frozenset({(a * first + b * second + c * third) % _PRIME for a, b, c in triples})


def sketch(words: Sequence[str], link: str | None = None) -> tuple[int, ...]:
    """The eight smallest values of the shingles of folded words, ascending.

    For fewer than eight words three values of words and address together, empty without either: so a short post is
    found that two feeds of one forum bring.
    """
    if len(words) >= LEAST_WORDS or not words or not link:
        return tuple(sorted(shingles(words))[:SKETCH_VALUES])
    told = zlib.crc32(" ".join([_place(link), *words]).encode("utf-8", "surrogatepass")) + 1
    return tuple(sorted(told * factor % _PRIME for factor in _MIX))


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """What two sets of shingles share of all they have, 0 to 1; 0 if one is empty."""
    if not one or not other:
        return 0.0
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


def _place(link: str) -> str:
    """An address without its scheme (sites move to https) and without what each feed of a site hangs on it."""
    address = link.partition("://")[2]
    return _CAMPAIGN.sub("", address).rstrip("?&") if "=" in address else address


@dataclass(frozen=True, slots=True)
class Voice:
    """What must be known of a message to tell whether another one is the same.

    Attributes:
        text: Its own words, without quotes and footers.
        at: When it was written, aware.
        link: Address of the original, or None.
        rating: Stars, or None.
        among_reviews: It stands where people write reviews, with stars or without.
    """

    source: int
    text: str
    at: datetime
    author: str | None = None
    link: str | None = None
    rating: float | None = None
    among_reviews: bool = False

    @property
    def is_review(self) -> bool:
        """Whether it is one customer's review, as far as is known."""
        return self.rating is not None or self.among_reviews


def may_be_same(one: Voice, other: Voice) -> bool:
    """Whether two messages may be one told twice, whatever their words.

    Not if more than 14 days lie between them. Inside one source only if the same person wrote both, if the
    source gathers other places (an alert feed) and they come from different ones, or if it brings one post under two
    identifiers. Reviews by different people only if they are long and give no different ratings.
    """
    if abs(one.at - other.at) > WINDOW:
        return False
    same_author = bool(one.author) and bool(other.author) and fold(one.author or "") == fold(other.author or "")
    if same_author or _is_one_post(one, other):
        return True
    if one.source == other.source and not _different_places(one.link, other.link):
        return False
    if one.is_review and other.is_review:
        is_same_rating = one.rating == other.rating or one.rating is None or other.rating is None
        return is_same_rating and min(len(words_of(v.text)) for v in (one, other)) >= REVIEW_WORDS
    return True


def _is_one_post(one: Voice, other: Voice) -> bool:
    """Whether a source that names nobody brings the same words of one moment at one address twice."""
    if one.author or other.author or not (one.link and other.link) or one.at != other.at:
        return False
    return _place(one.link) == _place(other.link) and one.text == other.text


def _different_places(one: str | None, other: str | None) -> bool:
    hosts = {urlsplit(link).hostname for link in (one, other) if link}
    return len(hosts) == 2


def most_alike(one: Voice, others: Mapping[int, Voice]) -> int | None:
    """Key of the message that is the same as `one` and most like it; None if none is.

    The same means: `may_be_same`, and at least 85 % of their shingles in common, or for short ones the same words
    of the same person at the same address in another source. Of equally alike ones the one with the smallest key wins.
    """
    words = words_of(one.text)
    own = shingles(words)
    found = []
    for key, other in others.items():
        if not may_be_same(one, other):
            continue
        said = words_of(other.text)
        alike = likeness(own, shingles(said))
        if alike >= LIKE or (words and words == said and _stand_together(one, other)):
            found.append((-alike, key))
    return min(found)[1] if found else None


def _stand_together(one: Voice, other: Voice) -> bool:
    """Whether two sources bring what one person wrote at one address, a day apart at most."""
    if one.source == other.source or not (one.link and other.link) or abs(one.at - other.at) > SAME_TIME:
        return False
    return _place(one.link) == _place(other.link) and fold(one.author or "") == fold(other.author or "")
