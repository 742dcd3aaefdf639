"""Mastodon and its kin: no titles (or invented ones), authors only in links, an identifier in every address."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry, RawText

_INVENTED: Final = re.compile(
    r"(?:New (?:status|post|note) (?:by|from)|Neue[rs]? (?:Status|Beitrag|Notiz) von) .{0,100}",
    re.IGNORECASE,
)
_BY_USER: Final = re.compile(r"(https?://[^/]+)/users/([\w.-]+)/statuses/\d")


def _rewrite(entry: RawEntry, _place: Place) -> None:
    """A title made of the author's name says nothing; an address may name the author."""
    if _INVENTED.fullmatch(entry.title.value.strip()) is not None:
        entry.title = RawText()
    told = _BY_USER.match(entry.link or "")
    if told is not None and not entry.author:
        entry.author, entry.author_url = told[2], f"{told[1]}/@{told[2]}"


RULES: Final = Rules(
    posts=patterns(r"/@[\w.@-]+/(\d{10,})", r"/users/[^/]+/statuses/(\d{10,})", r"/(?:notes|notice|objects)/([\w-]+)$"),
    rewrite=_rewrite,
)
