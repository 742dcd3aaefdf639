"""Flarum with the extension Syndication: discussions, or the posts of one; mentions link to the post answered."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry, RawText, plain_text

_POST: Final = re.compile(r"/d/\d+(?:-[^/?#]*)?/(\d+)(?:[?#].*)?")


def _rewrite(entry: RawEntry, _place: Place) -> None:
    found = _POST.search(entry.link or entry.guid or "")
    content = entry.content
    if not content.markup and "&" in content.value:  # out of the box it takes the tags away, and leaves the references
        entry.content = RawText(plain_text(content.value).value, base=content.base)
    entry.reply = entry.reply or (found is not None and found[1] != "1")


RULES: Final = Rules(
    threads=patterns(r"/d/(\d+)(?:-|/|\?|#|$)"),
    posts=patterns(r"/d/(\d+)(?:-[^/?#]*)?/(\d+)(?:$|[?#])"),
    by_thread=True,
    answered=re.compile(
        r"<a\b(?=[^>]{0,400}class=\"[^\"]*PostMention)[^>]{0,400}?href=\"([^\"]*/d/\d+[^\"]*)\"", re.IGNORECASE
    ),
    rewrite=_rewrite,
)
