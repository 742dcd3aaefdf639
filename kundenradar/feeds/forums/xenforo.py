"""XenForo 1 and 2: one entry per thread with its first post, dated by its last answer; guids may be bare numbers."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry, RawText

_MORE: Final = re.compile(
    r"(?:<br\s*/?>|\s)*<a\b[^>]{0,500}class=\"link link--internal\"[^>]{0,200}>[^<]{0,60}</a>\s*\Z", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"\d{1,12}")


def _rewrite(entry: RawEntry, _place: Place) -> None:
    if "link--internal" in entry.content.value:
        content = entry.content
        more = _MORE.search(content.value, max(len(content.value) - 1_500, 0))
        if more is not None:
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
