"""Blogger: nobody's mail address stands for everybody; a comment's title is the beginning of its text."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules
from kundenradar.feeds.raw import RawEntry

_NOBODY: Final = re.compile(
    r"noreply@blogger\.com(?:\s*\(\s*(?:Unknown|Anonymous|Anonym)?\s*\))?"
    r"|(?:Unknown|Anonymous|Anonym)\s*[(<]noreply@blogger\.com[)>]",
    re.IGNORECASE,
)
_COMMENT: Final = re.compile(r"[?&]showComment=\d+[^#]*(?:#c\d+)?$|#c\d+$")


def _rewrite(entry: RawEntry, _place: Place) -> None:
    if _NOBODY.fullmatch(entry.author.strip()) is not None:
        entry.author = ""
    link = entry.link or ""
    found = _COMMENT.search(link)
    if found is not None:
        entry.thread = link[: found.start()]


RULES: Final = Rules(rewrite=_rewrite)
