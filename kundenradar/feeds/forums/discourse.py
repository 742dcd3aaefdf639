"""Discourse: the same post under two guids; a wrapper around the text in older topic feeds; counts under topics."""

import re
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns
from kundenradar.feeds.raw import RawEntry, RawText

_LINK: Final = re.compile(
    r"(.*/t/(?:[^/?#]+/(?=\d+/\d+(?:$|[/?#]))|[^/?#]*[^/?#\d][^/?#]*/)?)(\d+)(?:/(\d+))?/?(?:[?#].*)?"
)
_USER: Final = re.compile(r"(?:no-reply@example\.com \((?=@))?(?=@|\S+$)@?([\w.-]+)(?:[ )]|$)")
_GUID: Final = re.compile(r"[\w.:-]+?-(post|topic)-(\d+)(?:-(\d+))?")
_TAIL: Final = re.compile(
    r"(?:\s|<hr\s*/?>)*"
    r"(?:<p>\s*<small>[^<]{0,160}</small>\s*</p>\s*|<p>\s*\d[\d.,]*\s[^\d<]{2,40}\s\d[\d.,]*\s[^\d<]{2,40}</p>\s*"
    r"|(?:<p>\s*[^\W\d][\w ]{2,30}:\s*\d[\d.,]*\s*</p>\s*){2})?"
    r"<p>\s*<a\b([^>]{0,600})>([^<]{3,60})</a>\s*</p>\s*\Z"
)
_READ_ON: Final = re.compile(r"read full topic|(?:ganzes|vollständiges|komplettes) thema", re.IGNORECASE)
_COUNTS: Final = re.compile(
    r"(\d[\d.,]*)\s+(?:posts?|Beitr(?:ag|äge))\b|(?:Posts|Beiträge):\s*(\d[\d.,]*)", re.IGNORECASE
)
_WRAPPER: Final = re.compile(
    r"\s*<p>(?:[^<]|<(?!/p>)){1,200}?(?:wrote|schrieb|hat geschrieben|schreibt):?\s*</p>"
    r"\s*<blockquote>(.*)</blockquote>\s*\Z",
    re.DOTALL,
)
_QUOTE: Final = re.compile(r"<aside\b[^>]{0,300}\bclass=\"[^\"]*\bquote\b[^\"]*\"[^>]{0,300}>")
_ATTRIBUTE: Final = re.compile(r"\bdata-(post|topic)=\"(\d+)\"")


def _rewrite(entry: RawEntry, _place: Place) -> None:
    place_of = _LINK.fullmatch(entry.link or "")
    topic, number = (place_of[2], place_of[3] or "1") if place_of is not None else _of_guid(entry.guid or "")
    told = _USER.match(entry.author)
    if told is not None and not entry.author_url and place_of is not None:
        entry.author_url = f"{place_of[1].partition('/t/')[0]}/u/{told[1]}"
    if topic:
        entry.thread = topic
        entry.key = f"post:{topic}/{number}"
        entry.reply = entry.reply or number != "1"
    _tell_own(entry, topic)
    if place_of is not None and not entry.in_reply_to:
        entry.in_reply_to = _quoted(entry.content.value, place_of)


def _of_guid(guid: str) -> tuple[str, str]:
    """Topic and number of a post by its guid: ``host-topic-12``, ``host-post-12-3``; ``host-post-55`` tells neither."""
    found = _GUID.fullmatch(guid)
    if found is None or (found[1] == "post" and not found[3]):
        return "", ""
    return found[2], found[3] or "1"


def _tell_own(entry: RawEntry, topic: str) -> None:
    """Unwrap ``X schrieb: …`` and cut the counts and the link to the topic."""
    whole = entry.content.value
    tail = _TAIL.search(whole, max(len(whole) - 1_500, 0))
    if tail is None or not (_READ_ON.search(tail[2]) or (topic and re.search(rf"/t/[^\"']*{topic}\b", tail[1]))):
        return
    counted = _COUNTS.search(tail[0])
    if counted is not None and not entry.replies:
        posts = int(re.sub(r"\D", "", counted[1] or counted[2])[:9])
        entry.replies = str(max(posts - 1, 0))
    inner = whole[: tail.start()]
    wrapped = _WRAPPER.fullmatch(inner)
    entry.own = RawText(wrapped[1] if wrapped is not None else inner, markup=True, base=entry.content.base)


def _quoted(markup: str, place_of: re.Match[str]) -> str:
    """Address of the first post quoted from the same topic."""
    for quote in _QUOTE.finditer(markup):
        told = dict(_ATTRIBUTE.findall(quote[0]))
        if told.get("topic", place_of[2]) == place_of[2] and "post" in told and told["post"] != (place_of[3] or "1"):
            return f"{place_of[1]}{place_of[2]}/{told['post']}"
    return ""


RULES: Final = Rules(threads=patterns(r"/t/(?:[^/?#]+/)?(\d+)(?:\.rss|/|\?|#|$)"), rewrite=_rewrite)
