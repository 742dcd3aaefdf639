"""Lemmy: authors are addresses; a head of names, points and comments stands before the text."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry, RawText

_HEAD: Final = re.compile(
    r"\s*submitted by\s*<a\b[^>]*>[^<]{0,200}</a>\s*to\s*<a\b[^>]*>[^<]{0,200}</a>\s*<br\s*/?>\s*"
    r"-?\d+ points?\s*\|\s*<a\b[^>]*>\s*(\d+) comments?\s*</a>\s*"
    r"(?:<br\s*/?>\s*<a\b[^>]*>\s*https?://[^<]*</a>)?(?:\s*<br\s*/?>)?",
    re.IGNORECASE,
)
_COMMENT: Final = re.compile(r"/comment/\d+")
_INBOX_AUTHOR: Final = re.compile(r"/u/([\w.-]+) <a href=\"([^\"<>]+)\">\(link\)</a>")


def _rewrite(entry: RawEntry, _place: Place) -> None:
    head = _HEAD.match(entry.content.value)
    if head is not None:
        entry.replies = entry.replies or head[1]
        entry.own = RawText(entry.content.value[head.end() :], markup=True, base=entry.content.base)
    told = _INBOX_AUTHOR.fullmatch(entry.author.strip())
    if told is not None:
        entry.author, entry.author_url = told[1], told[2]
    if _COMMENT.search(entry.link or "") is not None:
        entry.reply = True


RULES: Final = Rules(threads=patterns(r"/post/(\d+)(?:/|\?|#|$)"), rewrite=_rewrite)
