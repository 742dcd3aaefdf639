"""Who wrote it: a plain name from the many shapes feeds give it."""

import html
import re
from typing import Final

from kundenradar.feeds.links import clean_link
from kundenradar.feeds.plaintext import one_line

_MAX_NAME: Final = 120
_NO_NAMES: Final = frozenset({"[deleted]", "[removed]", "[gelöscht]", "/u/[deleted]", "null", "none"})
_NODEBB_NOBODY: Final = re.compile(r"\[\[global:[\w-]+\]\]")
_NOBODYS_MAIL: Final = re.compile(r"(?:no-?reply|do-?not-?reply|invalid|nobody)@[\w.-]+", re.IGNORECASE)
_HREF: Final = re.compile(r"<a\b[^>]{0,500}?href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_TAG: Final = re.compile(
    r"</?(?:a|abbr|b|big|bdi|br|em|font|i|img|p|s|small|span|strong|sub|sup|u)(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE
)
_MAIL: Final = r"[^\s()<>@,;:\"]+@[^\s()<>@,;:\"]+"
_MAIL_THEN_NAME: Final = re.compile(rf"(?:mailto:)?{_MAIL}\s*\((.+)\)", re.IGNORECASE)
_NAME_THEN_MAIL: Final = re.compile(rf"(.+?)\s*[<(](?:mailto:)?{_MAIL}[>)]", re.IGNORECASE)
_BRACKETED: Final = re.compile(r"\A\(([^()]+)\)\Z")
_NICK_AND_NAME: Final = re.compile(r"@([\w.-]{1,60})(?:@[\w.:-]{1,200})?(?:\s+(.+))?")
_PROFILE: Final = re.compile(r"(https?://[^/\s]+)/(?:u|user|users|profile|author|@)?/?@?([^/?#\s]+)/?", re.IGNORECASE)
_REDDIT: Final = re.compile(r"/?u(?:ser)?/([\w-]{1,40})")
_MASTODON_POST: Final = re.compile(r"(https?://[^/]+/@([\w.-]+(?:@[\w.-]+)?))/\d+(?:[/?#].*)?", re.IGNORECASE)
_BLUESKY_POST: Final = re.compile(r"(https?://bsky\.app/profile/([^/?#]+))/post/.+", re.IGNORECASE)


def author_of(raw: str, raw_url: str, link: str | None, base_url: str) -> tuple[str | None, str | None]:
    """Name and profile address of an author.

    Understands ``mail (Name)``, ``Name <mail>``, MyBB's HTML link, Discourse's ``@nick Name`` (the nick is what
    people are known by), Reddit's ``/u/nick``, Lemmy's profile address; without any name the address of a
    Mastodon or Bluesky post tells it.

    Args:
        raw: As delivered.
        raw_url: Profile address as delivered.
        link: Address of the entry, absolute.
        base_url: Address relative profile addresses refer to.
    """
    url = clean_link(raw_url, base_url)
    name = raw.strip()[:2_000]
    if "<" in name or "&" in name:
        name, inner_url = _from_markup(name)
        url = url or clean_link(inner_url, base_url)
    name = one_line(name, _MAX_NAME)
    if name[:7].lower() == "mailto:":
        name = name[len("mailto:") :]
    elif name.startswith("("):
        name = _BRACKETED.sub(r"\1", name).strip()
    for pattern in (_MAIL_THEN_NAME, _NAME_THEN_MAIL) if "@" in name else ():
        found = pattern.fullmatch(name)
        if found is not None:
            name = found[1].strip()
            break
    if name.startswith(("http://", "https://")):
        found = _PROFILE.fullmatch(name)
        url = url or clean_link(name, base_url)
        return (found[2] if found is not None else name), url
    found = _REDDIT.fullmatch(name) if "/" in name else None
    if found is not None:
        return found[1], url or f"https://www.reddit.com/user/{found[1]}"
    found = _NICK_AND_NAME.fullmatch(name) if name.startswith("@") else None
    if found is not None:
        return found[1], url
    if name and not _is_nobody(name):
        return name, url
    found = _MASTODON_POST.fullmatch(link or "") or _BLUESKY_POST.fullmatch(link or "")
    if found is not None:
        return found[2], found[1]
    return None, url


def _is_nobody(name: str) -> bool:
    if name.casefold() in _NO_NAMES:
        return True
    pattern = _NOBODYS_MAIL if "@" in name else _NODEBB_NOBODY if name.startswith("[") else None
    return pattern is not None and pattern.fullmatch(name) is not None


def _from_markup(name: str) -> tuple[str, str]:
    """Name and address of ``<a href="…">Name</a>``, entities resolved; a mail in angle brackets stays."""
    found = _HREF.search(name)
    address = html.unescape(found[1]) if found is not None else ""
    name = _TAG.sub(" ", name)
    return html.unescape(name), address
