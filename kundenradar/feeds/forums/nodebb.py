"""NodeBB: titles of answers hold the date of the last edit; links change with the title, or name no topic."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry

_ANSWER: Final = re.compile(r"(?:Reply to|Antwort auf|Antwort zu) (.+) (?:on|am) \w{2,10},? .{10,60}", re.DOTALL)
_POST: Final = re.compile(r"/post/\d+$")
_REPLY: Final = re.compile(r"\s*(?:re|aw)\s*:", re.IGNORECASE)


def _rewrite(entry: RawEntry, place: Place) -> None:
    title = entry.title.value.strip()
    answer = _ANSWER.fullmatch(title)
    entry.reply = entry.reply or answer is not None or _REPLY.match(title) is not None
    if not place.thread and _POST.search(entry.link or "") is not None:
        topic = _REPLY.sub("", answer[1] if answer is not None else title).strip().casefold()
        entry.thread = "~" + topic[:200].replace("#", " ") if topic else ""


RULES: Final = Rules(
    threads=patterns(r"/topic/(\d+)(?:\.rss|/|\?|#|$)"),
    posts=patterns(r"/post/(\d+)(?:/|\?|#|$)", r"/topic/(\d+)/[^/?#]+/(\d+)(?:$|[?#])"),
    by_thread=True,
    answered=re.compile(
        r"<a\b[^>]{0,300}?href=\"([^\"]*/post/\d+)[^\"]*\"[^>]*>\s*(?:said|sagte|schrieb|wrote)", re.IGNORECASE
    ),
    rewrite=_rewrite,
)
