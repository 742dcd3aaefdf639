"""NodeBB: titles of answers hold the date of the last edit; links change with the title, or name no topic.

Newest posts have the title of their topic, whether they open or answer it: most answer, and a title that counted with
each of them would be judged again and again.

Feeds of topics have one entry per topic with its newest answer, dated by that answer (``recent.rss``) or by the
opening (a category, a tag, a member, ``popular.rss``); only ``topics.rss`` has the opening itself.
"""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry

_ANSWER: Final = re.compile(r"(?:Reply to|Antwort auf|Antwort zu) (.+) (?:on|am) \w{2,10},? .{10,60}", re.DOTALL)
_POST: Final = re.compile(r"/post/\d+$")
_REPLY: Final = re.compile(r"\s*(?:re|aw)\s*:", re.IGNORECASE)
_TOPIC: Final = re.compile(r"/topic/(\d+)(?:/[^/?#]*)?/?$")
_BY_ANSWER: Final = re.compile(r"/recent\.rss(?:\?|$)")
_BY_OPENING: Final = re.compile(
    r"/category/\d+(?:/[^/?#]+)?\.rss|/tags/[^/?#]+\.rss|/user/[^/?#]+/topics\.rss|/(?:popular|top)(?:/\w+)?\.rss"
)


def _rewrite(entry: RawEntry, place: Place) -> None:
    title = entry.title.value.strip()
    answer = _ANSWER.fullmatch(title)
    entry.reply = entry.reply or answer is not None or _REPLY.match(title) is not None
    if not place.thread and _POST.search(entry.link or "") is not None:
        topic = _REPLY.sub("", answer[1] if answer is not None else title).strip().casefold()
        entry.thread = "~" + topic[:200].replace("#", " ") if topic else ""
        entry.reply = True  # or the opening, which looks the same
    _tell_answer(entry, place.url)


def _tell_answer(entry: RawEntry, feed_url: str) -> None:
    """The newest answer of a topic, under the topic's address, is a contribution of its own."""
    topic = _TOPIC.search(entry.link or "")
    if topic is None or not entry.content.value.strip():
        return
    if _BY_ANSWER.search(feed_url) is not None:
        entry.key = f"thread:{topic[1]}@{entry.dates.get('published', '')}"
    elif _BY_OPENING.search(feed_url) is not None and entry.author:
        entry.key = f"thread:{topic[1]}@{entry.author}"
    entry.reply = entry.reply or bool(entry.key)


RULES: Final = Rules(
    threads=patterns(r"/topic/(\d+)(?:\.rss|/|\?|#|$)"),
    posts=patterns(r"/post/(\d+)(?:/|\?|#|$)", r"/topic/(\d+)/[^/?#]+/(\d+)(?:$|[?#])"),
    by_thread=True,
    answered=re.compile(
        r"<a\b[^>]{0,300}?href=\"([^\"]*/post/\d+)[^\"]*\"[^>]*>\s*(?:said|sagte|schrieb|wrote)", re.IGNORECASE
    ),
    rewrite=_rewrite,
)
