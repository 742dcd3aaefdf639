"""MyBB: one entry per thread, its first post; authors are HTML links; Atom writes local time as UTC.

``class_feedgeneration.php`` formats with ``date()`` and a literal Z, which is the server's time zone; the feed's own
``updated`` shows by how much (see `kundenradar.feeds.parse`).
"""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry

_GUEST: Final = re.compile(r"[?&;]uid=0(?=\D|$)")
_NUMBER: Final = re.compile(r"\d{1,12}")


def _rewrite(entry: RawEntry, _place: Place) -> None:
    if _GUEST.search(entry.author) is not None:
        entry.author = re.sub(r"</?a\b[^>]*>", "", entry.author)
    if _GUEST.search(entry.author_url) is not None:
        entry.author_url = ""
    if entry.guid and _NUMBER.fullmatch(entry.guid.strip()) is not None:  # JSON: bare numbers of threads
        entry.key = f"thread:{entry.guid.strip()}"


RULES: Final = Rules(
    threads=patterns(r"showthread\.php\?(?:[^#]*[&;])?tid=(\d+)", r"/thread-(\d+)(?:-|\.html)", r"[?&;]tid=(\d+)"),
    posts=patterns(r"[?&;]pid=(\d+)", r"/thread-\d+-post-(\d+)", r"#pid(\d+)$"),
    by_thread=True,
    answered=re.compile(
        r"<cite>(?:(?!</cite>).){0,600}?href=\"([^\"]*(?:pid=\d+|-post-\d+)[^\"]*)\"", re.IGNORECASE | re.DOTALL
    ),
    rewrite=_rewrite,
    local_time=True,
)
