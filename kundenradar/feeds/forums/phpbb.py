"""phpBB 3 and 4: one entry per post or topic; a footer of statistics under each; the thread often only by its title."""

import re
from html import unescape
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules, patterns, words_of
from kundenradar.feeds.raw import RawEntry

_FOOTER: Final = re.compile(
    r"(?:<br\s*/?>|\s)*<p>\s*([^\W\d][\w ]{2,30})\s?:\s*([^<>—]{2,160}?)\s*"
    r"(?:<(a|span)\b([^>]{0,500})>(.{0,300}?)</\3>)?\s*(?:—|&mdash;|&#8212;)(.{0,400}?)</p>"
    r"\s*(?:<hr\s*/?>)?\s*\Z",
    re.DOTALL,
)
_WORD: Final = re.compile(r"stat", re.IGNORECASE)
_HREF: Final = re.compile(r"href\s*=\s*[\"']([^\"']+)")
_VERB: Final = re.compile(r".*?\b(?:von|by|par|door|por|da)\s+", re.IGNORECASE | re.DOTALL)
_COUNT: Final = re.compile(r"(?:—|&mdash;|&#8212;)\s*([^\d—<>]{3,30}?):?\s*(\d[\d.,]*)\s*(?=—|&mdash;|&#8212;|$)")
_VIEWS: Final = re.compile(r"zugriff|view|hit|aufruf|gelesen|vues|visitas|visite|bekeken", re.IGNORECASE)
_SESSION: Final = re.compile(r"[?&;]sid=[0-9a-f]{32}(?=[&#]|$)")
_REPLY_MARK: Final = re.compile(r"^(?:(?:re|aw|antw)\s*:\s*)+", re.IGNORECASE)


def _rewrite(entry: RawEntry, place: Place) -> None:
    content = entry.content
    found = _FOOTER.search(content.value, max(len(content.value) - 2_000, 0))
    if found is not None and (_WORD.match(found[1]) or "viewprofile" in (found[4] or "")):
        content.value = content.value[: found.start()]
        _harvest(entry, found)
    if entry.link:
        entry.link = _SESSION.sub(lambda one: one[0][0] if one.end() < len(one.string) else "", entry.link)
    _name_thread(entry, place)


def _harvest(entry: RawEntry, found: re.Match[str]) -> None:
    """Author and counts of the footer."""
    profile = _HREF.search(found[4] or "")
    if not entry.author and found[5]:
        entry.author = words_of(found[5])
    elif not entry.author:  # a guest; in a feed of boards there is nobody
        told = _VERB.match(found[2])
        entry.author = words_of(found[2][told.end() :]) if told is not None else ""
    if not entry.author_url and profile is not None:
        entry.author_url = _SESSION.sub("", unescape(profile[1]))
    for word, number in _COUNT.findall("—" + found[6]):
        if _VIEWS.search(word) is not None:
            entry.views = entry.views or number
        else:
            entry.replies = entry.replies or number


def _name_thread(entry: RawEntry, place: Place) -> None:
    """A post that tells no topic number belongs to the topic of its title."""
    link = entry.link or ""
    title = words_of(entry.title.value) if entry.title.markup else entry.title.value.strip()
    board, mark, topic = title.rpartition(" • ")
    entry.reply = entry.reply or _REPLY_MARK.match(topic) is not None
    if place.thread or any(pattern.search(link) for pattern in _THREADS):
        return
    topic = _REPLY_MARK.sub("", topic).strip().casefold()
    if topic:
        entry.thread = f"~{board.strip().casefold()}{mark}{topic}".replace("#", " ")[:200]


_THREADS: Final = patterns(
    r"viewtopic\.php\?(?:[^#]*[&;])?t=(\d+)",
    r"/feed\.php\?(?:[^#]*[&;])?t=(\d+)",
    r"/feed/topic/(\d+)",
    r"-t(\d+)(?:-\d+)?\.html",
)

RULES: Final = Rules(
    threads=_THREADS,
    posts=patterns(r"viewtopic\.php\?(?:[^#]*[&;])?p=(\d+)", r"#p(\d+)$"),
    by_thread=True,
    answered=re.compile(
        r"<cite>(?:(?!</cite>).){0,600}?href=\"([^\"]*viewtopic\.php\?[^\"]*p=\d+[^\"]*)\"", re.IGNORECASE | re.DOTALL
    ),
    rewrite=_rewrite,
)
