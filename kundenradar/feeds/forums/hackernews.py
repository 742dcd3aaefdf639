"""Hacker News through hnrss: a foot of addresses and counts; titles of comments name the story."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules
from kundenradar.feeds.raw import RawEntry, RawText

_FOOT: Final = re.compile(
    r"(?:\s|<hr\s*/?>)*(?:<p>\s*(?:Article URL|Comments URL|Points|# Comments): (?:(?!</p>).){0,2500}</p>\s*)+\Z",
    re.DOTALL,
)
_COUNT: Final = re.compile(r"# Comments: (\d+)")
_COMMENT: Final = re.compile(r"New comment by \S{1,60} in \"(.+)\"", re.DOTALL)


def _rewrite(entry: RawEntry, _place: Place) -> None:
    whole = entry.content.value
    foot = _FOOT.search(whole, max(len(whole) - 6_000, 0))
    comment = _COMMENT.fullmatch(entry.title.value.strip())
    if comment is not None:
        entry.reply = True
        entry.thread = "~" + " ".join(comment[1].split()).casefold()[:200].replace("#", " ")
    if foot is None:
        return
    counted = _COUNT.search(foot[0])
    if counted is not None and comment is None:
        entry.replies = entry.replies or counted[1]
    entry.own = RawText(whole[: foot.start()], entry.content.markup, entry.content.base)


RULES: Final = Rules(rewrite=_rewrite)
