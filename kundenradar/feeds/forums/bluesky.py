"""Bluesky: neither title nor author; the feed's title names the account; what is embedded is only hinted at."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry, RawText

_HINT: Final = "[contains quote post or other embedded content]"
_ACCOUNT: Final = re.compile(r"\s*@([\w.-]+\.[a-z]{2,})\b.*", re.IGNORECASE | re.DOTALL)


def _rewrite(entry: RawEntry, place: Place) -> None:
    account = _ACCOUNT.fullmatch(place.title)
    if not entry.author and account is not None:
        entry.author, entry.author_url = account[1], f"https://bsky.app/profile/{account[1]}"
    content = entry.content
    words = content.value.rstrip()
    if words.endswith(_HINT):
        entry.own = RawText(words.removesuffix(_HINT), content.markup, content.base)


RULES: Final = Rules(
    posts=patterns(r"^at://[^/]+/app\.bsky\.feed\.post/(\w+)", r"/profile/[^/]+/post/(\w+)"), rewrite=_rewrite
)
