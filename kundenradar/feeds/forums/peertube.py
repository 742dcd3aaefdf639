"""PeerTube: comments belong to their video, whose name is their title."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules
from kundenradar.feeds.raw import RawEntry

_COMMENT: Final = re.compile(r"(https?://[^#?;]+/(?:w|watch)/[\w-]+);threadId=\d+")


def _rewrite(entry: RawEntry, _place: Place) -> None:
    found = _COMMENT.match(entry.link or "")
    if found is not None:
        entry.thread = found[1]
        entry.reply = True


RULES: Final = Rules(rewrite=_rewrite)
