"""wpForo: posts by their anchor, on pages that move."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules
from kundenradar.feeds.raw import RawEntry

_POST: Final = re.compile(r"#post-(\d+)$|/postid/(\d+)/?$")
_QUOTED: Final = re.compile(r"\s*<blockquote\b[^>]{0,200}\bdata-postid=[\"'](\d+)")
_PAGE: Final = re.compile(r"/paged/\d+/?$")


def _rewrite(entry: RawEntry, _place: Place) -> None:
    link = entry.link or entry.guid or ""
    post = _POST.search(link)
    if post is not None:
        entry.key = f"post:{post[1] or post[2]}"
    quoted = _QUOTED.match(entry.content.value)
    if quoted is not None and not entry.in_reply_to:
        entry.in_reply_to = f"post:{quoted[1]}"
    if post is None or post[1]:
        entry.thread = _PAGE.sub("/", link.partition("#")[0])


RULES: Final = Rules(rewrite=_rewrite)
