"""Stack Exchange: questions by tag, or one question with its answers, whose titles name the question."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry

_ANSWER: Final = re.compile(r"(https?://[^/]+)/questions/(\d+)/[^/?#]*/\d+#\d+", re.IGNORECASE)


def _rewrite(entry: RawEntry, _place: Place) -> None:
    """An answer answers its question, whose identifier is the short address."""
    for address in (entry.link or "", entry.guid or ""):
        found = _ANSWER.fullmatch(address)
        if found is not None:
            entry.reply = True
            entry.in_reply_to = entry.in_reply_to or f"{found[1]}/q/{found[2]}"
            return


RULES: Final = Rules(
    threads=patterns(r"/(?:questions|q)/(\d+)(?:/|#|\?|$)", r"/feeds/question/(\d+)"),
    posts=patterns(r"#(\d+)$", r"/a/(\d+)"),
    by_thread=True,
    rewrite=_rewrite,
)
