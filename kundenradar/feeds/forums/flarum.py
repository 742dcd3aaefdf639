"""Flarum with the extension Syndication: discussions, or the posts of one; mentions link to the post answered."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry

_POST: Final = re.compile(r"/d/\d+(?:-[^/?#]*)?/(\d+)(?:[?#].*)?")


def _rewrite(entry: RawEntry, _place: Place) -> None:
    found = _POST.search(entry.link or entry.guid or "")
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
