"""What a feed document says, before it is cleaned: the common form of all readers."""

import html
import re
from dataclasses import dataclass, field
from typing import Final

from kundenradar.domain.errors import TroubleKind

_HIGH: Final = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # 0x80 to 0xBF in Latin-1 or Windows-1252
_TWICE: Final = re.compile(f"[ÂÃ][{_HIGH}]|â[€‚][{_HIGH}]")
_REFERENCE: Final = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});", re.IGNORECASE)


@dataclass(slots=True)
class RawText:
    """A text construct.

    Attributes:
        value: As delivered.
        markup: Whether it is HTML (else literal text).
        base: Absolute address its relative links refer to, or empty for the feed's own.
    """

    value: str = ""
    markup: bool = False
    base: str = ""


@dataclass(slots=True)
class RawEntry:
    """One entry, everything as delivered.

    Attributes:
        link: Absolute or relative; the caller joins it with the feed's address.
        author: Name, mail address, markup or profile address, whatever the feed has.
        dates: Strings by role (published, updated, created), empty ones left out.
        rating: Stars as text, or empty.
        replies: Number of answers or comments as text, or empty.
        views: Number of readers as text, or empty.
        outlet: Who published it first (a news search tells), or empty.
        own: What its author wrote, if a rule told it apart from `content`.
        key: What tells it from others if a rule knows better than its guid, or empty.
        thread: Number of its discussion if a rule knows, or empty.
        reply: It answers in a discussion: its title is not its own.
        complete: False if the document ended within it.
    """

    guid: str | None = None
    title: RawText = field(default_factory=RawText)
    link: str | None = None
    author: str = ""
    author_url: str = ""
    dates: dict[str, str] = field(default_factory=dict)
    content: RawText = field(default_factory=RawText)
    in_reply_to: str = ""
    rating: str = ""
    replies: str = ""
    views: str = ""
    outlet: str = ""
    own: RawText | None = None
    key: str = ""
    thread: str = ""
    reply: bool = False
    complete: bool = True


@dataclass(slots=True)
class RawFeed:
    """A feed document.

    Attributes:
        site: Address of the site, absolute or relative.
        generator: What made it, by its own word.
        ttl_minutes: As delivered.
        period: ``hourly`` … ``yearly`` (RSS module Syndication), with `frequency` times per period.
        author: Author of entries that name none (Atom only).
        updated: When the document was made, by its own word.
        damaged: Not well-formed.
    """

    title: RawText = field(default_factory=RawText)
    site: str = ""
    generator: str = ""
    ttl_minutes: str = ""
    period: str = ""
    frequency: str = ""
    author: str = ""
    author_url: str = ""
    updated: str = ""
    entries: list[RawEntry] = field(default_factory=list)
    damaged: bool = False


def plain_text(text: str) -> RawText:
    """Text that is no markup by its standard, with HTML's references as many write them all the same."""
    return RawText(html.unescape(text) if _REFERENCE.search(text) is not None else text)


def repaired(text: str) -> str:
    """Text that was UTF-8, taken for Windows-1252 and written as UTF-8 again, as it was meant: *grÃ¼ÃŸt* is *grüßt*."""
    if "Ã" not in text and "â€" not in text:
        return text
    rest, wrong = _TWICE.subn("", text)
    once = _TWICE.sub(_once, text) if sum(one > "\x7f" and one.isalpha() for one in rest) <= wrong else text
    return text if "Ã" in once else once  # another fault, or another language


def _once(found: re.Match[str]) -> str:
    raw = b"".join(bytes((ord(one),)) if ord(one) < 0x100 else one.encode("cp1252") for one in found[0])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


class Unreadable(Exception):  # noqa: N818 - says what it is, like the standard library's StopIteration
    """A document is no feed, or not one that can be read; becomes an OutsideError at the border.

    Attributes:
        kind: What the border reports.
        detail: Short technical word.
    """

    def __init__(self, kind: TroubleKind, detail: str = "") -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.detail = detail
