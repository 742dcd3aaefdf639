"""vBulletin 3 to 5: one entry per thread, its first or (``lastpost=1``) its newest post; links move to the newest."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry

_LAST_POST: Final = re.compile(r"[?&;]lastpost=1(?=\D|$)")
_THREADS: Final = patterns(
    r"showthread\.php\?(?:[^#]*[&;])?t=(\d+)",
    r"showthread\.php[?/](\d+)",
    r"/threads/(\d+)(?:-[^/?#]*)?(?:/|$|\?|#)",
    r"/forum/(?:[^?#]*/)?(\d+)-[^/?#]+(?:$|[?#])",
    r"/(\d+)-[\w%-]+\.html(?:$|[?#])",
)
_POST: Final = re.compile(r"showthread\.php\?(?:[^#]*[&;])?p=(\d+)|#post(\d+)$|[?&]p=(\d+)")


def _rewrite(entry: RawEntry, place: Place) -> None:
    """With ``lastpost=1`` each answer is an entry, though the guid stays that of the thread."""
    if _LAST_POST.search(place.url) is None:
        return
    post = _POST.search(entry.link or "") or _POST.search(entry.guid or "")
    if post is not None:
        entry.key = f"post:{post[1] or post[2] or post[3]}"
        return
    for address in (entry.link or "", entry.guid or ""):
        for pattern in _THREADS:
            thread = pattern.search(address)
            if thread is not None:
                entry.key = f"thread:{thread[1]}@{entry.dates.get('published', '')}"
                entry.reply = True
                return


RULES: Final = Rules(
    threads=_THREADS,
    posts=patterns(r"/\d+-[^/?#]+\?p=(\d+)#post\d+$", r"/\d+-[\w%-]+\.html#post(\d+)$"),
    by_thread=True,
    answered=re.compile(
        r"(?:bbcode_postedby|Zitat von|Originally Posted by|Quote from|Quote:|Zitat:).{0,600}?"
        r"href=\"([^\"]*(?:showthread\.php\?[^\"]*(?:p=\d+|post\d+)|#post\d+)[^\"]*)\"",
        re.IGNORECASE | re.DOTALL,
    ),
    rewrite=_rewrite,
)
