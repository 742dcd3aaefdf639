"""FluxBB and PunBB: one entry per topic in a forum's feed, with its newest post (FluxBB) under the topic's address."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry

_NEWEST: Final = re.compile(r"[?&]action=new(?:\D|$)|/new/posts/?$", re.IGNORECASE)
_THREADS: Final = patterns(
    r"/viewtopic\.php\?(?:[^#]*&)?id=(\d+)", r"/extern\.php\?(?:[^#]*&)?tid=(\d+)", r"/topic/?(\d+)(?:/|-|$)"
)


def _rewrite(entry: RawEntry, _place: Place) -> None:
    """An address that leads to the newest post says nothing of which one it is: its time does."""
    link = entry.link or entry.guid or ""
    topic = next((found[1] for one in _THREADS if (found := one.search(link))), "")
    if topic and _NEWEST.search(link) is not None:
        told = entry.dates.get("published") or entry.dates.get("updated", "")
        entry.key = f"thread:{topic}@{told}"
        entry.reply = True  # or the opening: an entry that follows another under one address is no edit of it


RULES: Final = Rules(
    threads=_THREADS, posts=patterns(r"[?&]pid=(\d+)", r"/post/?(\d+)(?:/|#|$)", r"#p(\d+)$"), rewrite=_rewrite
)
