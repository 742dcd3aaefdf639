"""Reddit: bare identifiers, the same under all of its hosts; a tail of names and links under the text."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry, RawText

_TAIL: Final = re.compile(
    r"(?:\s|&#32;|&nbsp;|<br\s*/?>)*(?:submitted|eingereicht)(?:&#32;|\s)*(?:by|von)(?:&#32;|\s)*"
    r"(?:<a\b[^>]*reddit\.com/user/|\[deleted\]|/?u/).{0,1500}\Z",
    re.IGNORECASE | re.DOTALL,
)
_LINK: Final = re.compile(r"/comments/([a-z0-9]+)(?:/[^/?#]*(?:/([a-z0-9]+))?)?", re.IGNORECASE)
_BARE: Final = re.compile(r"t[13]_[a-z0-9]+", re.IGNORECASE)
_NOBODY: Final = re.compile(r"/?u(?:ser)?/\[(?:deleted|removed|gelöscht)\]", re.IGNORECASE)


def _rewrite(entry: RawEntry, _place: Place) -> None:
    told = _LINK.search(entry.link or "") or _LINK.search(entry.guid or "")
    bare = _BARE.fullmatch((entry.guid or "").strip())
    if bare is not None:
        entry.key = bare[0].lower()
    elif told is not None:
        entry.key = f"t1_{told[2]}" if told[2] else f"t3_{told[1]}"
    if told is not None:
        entry.thread = f"reddit.com/{told[1]}"
    entry.reply = entry.reply or entry.key.startswith("t1_")
    if _NOBODY.fullmatch(entry.author.strip()) is not None:
        entry.author = entry.author_url = ""
    whole = entry.content.value
    tail = _TAIL.search(whole, max(len(whole) - 3_000, 0))
    if tail is not None:
        entry.own = RawText(whole[: tail.start()], entry.content.markup, entry.content.base)


RULES: Final = Rules(threads=patterns(r"/comments/([a-z0-9]+)(?:/|\.rss|$)"), rewrite=_rewrite)
