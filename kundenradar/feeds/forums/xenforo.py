"""XenForo 1 and 2: one entry per thread with its first post, dated by its last answer; guids may be bare numbers."""

import re
from html import unescape
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.links import clean_link
from kundenradar.feeds.raw import RawEntry, RawText

_MORE: Final = re.compile(
    r"(?:<br\s*/?>|\s)*<a\b(?=[^>]{0,500}class=\"(?:link link--internal|internalLink)\")"
    r"[^>]{0,500}href=\"([^\"]{1,400})\"[^>]{0,200}>[^<]{0,60}</a>\s*\Z",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d{1,12}")


def _rewrite(entry: RawEntry, place: Place) -> None:
    content = entry.content
    if "link--internal" in content.value or "internalLink" in content.value:
        more = _MORE.search(content.value, max(len(content.value) - 1_500, 0))
        if more is not None and clean_link(unescape(more[1]), content.base or place.url) == entry.link:
            entry.own = RawText(content.value[: more.start()], content.markup, content.base)
    published = entry.dates.get("published")
    if published and entry.replies.strip() not in ("", "0"):
        entry.dates.setdefault("updated", published)  # of the last answer
    guid = (entry.guid or "").strip()
    if _NUMBER.fullmatch(guid) is not None:
        entry.key = f"thread:{guid}"
        entry.thread = guid


RULES: Final = Rules(
    threads=patterns(r"[/?&]threads/(?:[^/?#]*\.)?(\d+)(?:/|$|\?|#)"),
    posts=patterns(r"[/?&]threads/[^#]*[/#]post-(\d+)", r"/posts/(\d+)/?$", r"goto/post\?id=(\d+)"),
    by_thread=True,
    answered=re.compile(r"<(?:a|blockquote|div)\b[^>]{0,300}?href=\"([^\"]*goto/post\?id=\d+[^\"]*)\"", re.IGNORECASE),
    rewrite=_rewrite,
)
