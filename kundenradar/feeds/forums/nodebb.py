"""NodeBB: titles of answers hold the date of the last edit; links change with the title of the topic."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry

_ANSWER: Final = re.compile(r"(?:Reply to|Antwort auf|Antwort zu) .+ (?:on|am) \w{2,10},? .{10,60}", re.DOTALL)
_REPLY: Final = re.compile(r"\s*(?:re|aw)\s*:", re.IGNORECASE)


def _rewrite(entry: RawEntry, _place: Place) -> None:
    title = entry.title.value.strip()
    entry.reply = entry.reply or _ANSWER.fullmatch(title) is not None or _REPLY.match(title) is not None


RULES: Final = Rules(
    threads=patterns(r"/topic/(\d+)(?:\.rss|/|\?|#|$)"),
    posts=patterns(r"/post/(\d+)(?:/|\?|#|$)", r"/topic/(\d+)/[^/?#]+/(\d+)(?:$|[?#])"),
    by_thread=True,
    answered=re.compile(
        r"<a\b[^>]{0,300}?href=\"([^\"]*/post/\d+)[^\"]*\"[^>]*>\s*(?:said|sagte|schrieb|wrote)", re.IGNORECASE
    ),
    rewrite=_rewrite,
)
