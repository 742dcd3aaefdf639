"""WordPress: comment feeds name the article in each title; pages of comments move; answers name whom they answer."""

import re
from html import unescape
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules
from kundenradar.feeds.links import clean_link
from kundenradar.feeds.raw import RawEntry, RawText

_COMMENT: Final = re.compile(r"#comment-(\d+)$")
_PAGE: Final = re.compile(r"comment-page-\d+/?$|[?&]cpage=\d+")
_ANSWERS: Final = re.compile(
    r"\s*<p>\s*(?:In reply to|Als Antwort auf|Antwort auf|En réponse à)\s*"
    r"<a\b[^>]{0,300}?href=[\"']([^\"']+#comment-\d+)[\"'][^>]{0,200}>[^<]{0,200}</a>\s*\.?\s*</p>",
    re.IGNORECASE,
)
_OWN_TITLE: Final = re.compile(r"^(?:comment on|by|kommentar (?:zu|von)|von|commentaires sur|par)\b", re.IGNORECASE)


def _rewrite(entry: RawEntry, place: Place) -> None:
    found = _COMMENT.search(entry.link or "") or _COMMENT.search(entry.guid or "")
    if found is None:
        return
    entry.key = f"comment:{found[1]}"
    page = (entry.link or entry.guid or "").partition("#")[0]
    entry.thread = _PAGE.sub("", page)
    entry.reply = entry.reply or _OWN_TITLE.match(entry.title.value.strip()) is not None
    content = entry.content
    answered = _ANSWERS.match(content.value)
    if answered is None:
        return
    entry.own = RawText(content.value[answered.end() :], content.markup, content.base)
    if not entry.in_reply_to:
        entry.in_reply_to = clean_link(unescape(answered[1]), content.base or place.url) or ""


RULES: Final = Rules(rewrite=_rewrite)
