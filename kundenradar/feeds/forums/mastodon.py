"""Mastodon and its kin: no titles (or invented ones), authors only in links, an identifier in every address."""

import html
import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry, RawText

_INVENTED: Final = re.compile(
    r"(?:New (?:status|post|note) (?:by|from)|Neue[rs]? (?:Status|Beitrag|Notiz) von) .{0,100}",
    re.IGNORECASE,
)
_REPEATED: Final = re.compile(
    r"[\w.@-]{1,100}(?: boosted [\w.@-]{1,100})?: (?:CW )?“(.{0,40}?)…?”(?: \(sensitive\))?|No caption", re.DOTALL
)
_ESCAPED_LINK: Final = re.compile(r"&lt;a href=(?:&quot;|\"|&#0?39;)https?://")
_PROFILE: Final = re.compile(r"(https?://[^/]+/@[\w.-]+)/statuses/[0-9A-Z]{26}")
_BY_USER: Final = re.compile(r"(https?://[^/]+)/users/([\w.-]+)/statuses/\d")


def _rewrite(entry: RawEntry, _place: Place) -> None:
    """A title made of the author's name or the text says nothing; an address may name the author."""
    title = entry.title.value.strip()
    if _INVENTED.fullmatch(title) is not None or _REPEATED.fullmatch(title) is not None:
        entry.title = RawText()
    content = entry.content
    if content.markup and _ESCAPED_LINK.search(content.value) is not None:  # Pixelfed escapes links twice
        entry.content = RawText(html.unescape(content.value), markup=True, base=content.base)
    profile = _PROFILE.match(entry.link or "")
    if profile is not None and entry.author.startswith("@") and not entry.author_url:
        entry.author_url = profile[1]
    told = _BY_USER.match(entry.link or "")
    if told is not None and not entry.author:
        entry.author, entry.author_url = told[2], f"{told[1]}/@{told[2]}"


RULES: Final = Rules(
    posts=patterns(
        r"/@[\w.@-]+/(\d{10,})",
        r"/users/[^/]+/statuses/(\d{10,})",
        r"/@[\w.-]+/statuses/([0-9A-Z]{26})",
        r"/(?:notes|notice|objects)/([\w-]+)$",
    ),
    rewrite=_rewrite,
)
