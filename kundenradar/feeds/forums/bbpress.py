"""bbPress: topics dated by their last answer, which say how many there are; addresses count pages, which move."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules
from kundenradar.feeds.raw import RawEntry, RawText

_COUNT: Final = re.compile(r"\s*<p>\s*[^\W\d][\w ]{2,20}:\s?(\d{1,7}(?:[.,]\d{3})?)\s*</p>\s*")
_POST: Final = re.compile(r"#post-(\d+)$")
_PAGE: Final = re.compile(r"/page/\d+/?$")


def _rewrite(entry: RawEntry, _place: Place) -> None:
    page, _, _ = (entry.link or entry.guid or "").partition("#")
    entry.thread = _PAGE.sub("/", page)
    post = _POST.search(entry.link or "") or _POST.search(entry.guid or "")
    if post is not None:
        entry.key = f"post:{post[1]}"
    counted = _COUNT.match(entry.content.value) if post is None else None
    if counted is None:
        return
    entry.replies = entry.replies or counted[1]
    entry.content = RawText(entry.content.value[counted.end() :], entry.content.markup, entry.content.base)
    published = entry.dates.get("published")
    if published and counted[1] != "0":
        entry.dates.setdefault("updated", published)  # of the last answer


RULES: Final = Rules(rewrite=_rewrite)
