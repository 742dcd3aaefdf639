"""Simple:Press: who wrote it stands only in the title, before the topic; posts by their anchor, on pages that move."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules
from kundenradar.feeds.raw import RawEntry, RawText

_TITLE: Final = re.compile(r"(\S.{0,60}?) (?:on|auf|zu|über|in) (\S.+)", re.DOTALL)
_POST: Final = re.compile(r"#p(\d+)$")
_PAGE: Final = re.compile(r"/page-\d+/?$")


def _rewrite(entry: RawEntry, _place: Place) -> None:
    link = entry.link or entry.guid or ""
    post = _POST.search(link)
    if post is None:
        return
    entry.key = f"post:{post[1]}"
    entry.thread = _PAGE.sub("/", link.partition("#")[0])
    told = _TITLE.fullmatch(entry.title.value.strip())
    if told is not None and not entry.author:
        entry.author = told[1]
        entry.title = RawText(told[2], entry.title.markup, entry.title.base)
        entry.reply = True  # or the opening, which looks the same


RULES: Final = Rules(rewrite=_rewrite)
