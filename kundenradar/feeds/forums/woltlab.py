"""WoltLab Suite and Burning Board: links carry the title, which changes; the numbers in them stay."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry

_TOKEN: Final = re.compile(r"(?<=[?&])at=[\w%-]+&?|(?<=[?&])(?:s|sid)=[0-9a-f]{32,40}&?")


def _rewrite(entry: RawEntry, _place: Place) -> None:
    """Addresses may carry the secret of a private feed: it is nobody's business."""
    if entry.link:
        entry.link = _without_secret(entry.link)
    if entry.guid:
        entry.guid = _without_secret(entry.guid)


def _without_secret(address: str) -> str:
    if "at=" not in address and "s=" not in address:
        return address
    return _TOKEN.sub("", address).replace("?#", "#").rstrip("?&")


RULES: Final = Rules(
    threads=patterns(
        r"[/?]thread/(\d+)(?:[-/?#]|$)", r"[?&;]threadid=(\d+)", r"/thread-(\d+)", r"/(\d+)-[^/?#]+/?(?:\?postID|$)"
    ),
    posts=patterns(r"[?&;]postid=(\d+)", r"#post-?(\d+)$", r"/p?(\d+)-[^/]*/#post"),
    by_thread=True,
    answered=re.compile(
        r"<(?:blockquote|woltlab-quote)\b[^>]*?\s(?:cite|data-link)=\"([^\"]*(?:postID=|#post)\d+[^\"]*)\"",
        re.IGNORECASE,
    ),
    rewrite=_rewrite,
)
