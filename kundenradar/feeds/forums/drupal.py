"""Drupal: a head of title, author and date before the text, links to the comments below it.

A comment has an address of its own, which tells nothing of what it comments on: its title does, if it has one of
more than a word. *Danke* stands above comments on anything; such a comment is a discussion of its own.
"""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules
from kundenradar.feeds.raw import RawEntry, RawText

_HEAD: Final = re.compile(
    r"\s*(?:<span\b[^>]{0,200}>[^<]{0,300}</span>\s*)?"
    r"<span\b[^>]{0,200}>\s*<(?:span|a)\b[^>]{0,300}typeof=\"schema:Person\"[^>]{0,300}>[^<]{0,100}</(?:span|a)>\s*</span>\s*"
    r"<span\b[^>]{0,200}>\s*(?:<time\b[^>]{0,200}>)?[^<]{0,100}(?:</time>)?\s*</span>"
)
_COUNT: Final = re.compile(r"\s*<a\b[^>]{0,400}#comments?\"[^>]{0,200}>\s*(\d{1,7}) [^<\d]{3,30}</a>\s*\Z")
_COMMENT: Final = re.compile(r"#comment-(\d+)$")
_ALONE: Final = re.compile(r"/comment/\d+#comment-\d+$")
_REPLY_MARK: Final = re.compile(r"(?:(?:re|aw|antw)\s*:\s*)+", re.IGNORECASE)


def _rewrite(entry: RawEntry, _place: Place) -> None:
    link = entry.link or ""
    comment = _COMMENT.search(link)
    if comment is not None:
        entry.key = f"comment:{comment[1]}"
        entry.reply = True
        if _ALONE.search(link) is not None:
            entry.thread = _discussion(entry.title.value)
    whole = entry.content.value
    head = _HEAD.match(whole) if "schema:Person" in whole else None
    counted = _COUNT.search(whole, max(len(whole) - 1_500, 0))
    if counted is not None:
        entry.replies = entry.replies or counted[1]
    if head is not None or counted is not None:
        start, end = head.end() if head is not None else 0, counted.start() if counted is not None else len(whole)
        entry.own = RawText(whole[start:end], entry.content.markup, entry.content.base)


def _discussion(title: str) -> str:
    topic = " ".join(_REPLY_MARK.sub("", title.strip(), count=1).casefold().split())
    return "~" + topic[:200].replace("#", " ") if " " in topic else ""


RULES: Final = Rules(rewrite=_rewrite)
