"""What each forum software, network and search does to its feeds: one module per software.

The rules run on raw entries, whichever reader they come from, and only for software that was recognised.
"""

import re
from functools import lru_cache
from importlib import import_module
from typing import Final

from kundenradar.feeds.forums.rules import Place, Rules
from kundenradar.feeds.links import clean_link, host_of
from kundenradar.feeds.raw import RawEntry

_MODULES: Final = {
    "phpBB": "phpbb",
    "MyBB": "mybb",
    "SMF": "smf",
    "WoltLab": "woltlab",
    "XenForo": "xenforo",
    "vBulletin": "vbulletin",
    "Discourse": "discourse",
    "NodeBB": "nodebb",
    "Flarum": "flarum",
    "Invision": "invision",
    "Lemmy": "lemmy",
    "Reddit": "reddit",
    "Stack Exchange": "stackexchange",
    "Mastodon": "mastodon",
    "Fediverse": "mastodon",
    "Bluesky": "bluesky",
    "FluxBB": "fluxbb",
    "Kunena": "kunena",
    "Vanilla": "vanilla",
    "bbPress": "bbpress",
    "wpForo": "wpforo",
    "Simple:Press": "simplepress",
    "WordPress": "wordpress",
    "Disqus": "wordpress",
    "Blogger": "blogger",
    "Google News": "googlenews",
    "Google Alerts": "googlealerts",
    "Bing": "bing",
    "GitHub": "github",
    "GitLab": "github",
    "Gitea": "github",
    "PeerTube": "peertube",
    "Hacker News": "hackernews",
    "Drupal": "drupal",
}
_QUOTES_STAND_BEFORE: Final = 20_000
"""Characters of an entry looked at for the post it quotes."""
_SCHEME: Final = re.compile(r"https?://", re.IGNORECASE)


@lru_cache(maxsize=len(_MODULES) * 2)
def rules_for(software: str) -> Rules | None:
    """The rules of a software by its name (see `kundenradar.feeds.software`), None if it needs none."""
    module = _MODULES.get(software)
    if module is None:
        return None
    rules = import_module(f"{__name__}.{module}").RULES
    assert isinstance(rules, Rules)  # noqa: S101 - our own modules, bundled by the packager's collect_submodules
    return rules


def apply(rules: Rules, entry: RawEntry, place: Place) -> None:
    """Rewrite a raw entry by the rules of the software it comes from.

    Cuts what no reader should see, tells apart what its author wrote, fills author, counts, thread, the entry
    answered and an identity that outlives the software's moods. What the entry says itself goes before.
    """
    entry.link = clean_link(entry.link, place.url)
    if rules.rewrite is not None:
        rules.rewrite(entry, place)
    link = entry.link or (clean_link(entry.guid, place.url) if _is_address(entry.guid) else None) or ""
    host = told_by = host_of(link) or place.host
    number = entry.thread or _first(rules.threads, link)
    if not number and (number := _first(rules.threads, entry.guid or "")):
        told_by = host_of(entry.guid or "") or host  # the link leads to what is discussed, perhaps elsewhere
    number = number or place.thread
    if number and not number.startswith(("http://", "https://", "reddit.com/")):
        number = f"{_bare(told_by)}/{number}"
    entry.thread = number
    entry.key = entry.key or _key(rules, link, entry.guid or "", "" if _bare(host) == place.host else _bare(host))
    if not entry.in_reply_to and rules.answered is not None:
        found = rules.answered.search(entry.content.value, 0, _QUOTES_STAND_BEFORE)
        if found is not None:
            target = clean_link(found[1].replace("&amp;", "&"), entry.content.base or place.url) or ""
            target = _as_in_feed(rules, target, link)
            entry.in_reply_to = target if target != link else ""


def _key(rules: Rules, link: str, guid: str, foreign_host: str) -> str:
    """Number of the post or thread, by link, else by guid; with its host if that is not the feed's own."""
    number = _first(rules.posts, link) or _first(rules.posts, guid)
    sort = "post"
    if not number and rules.by_thread:
        number, sort = _first(rules.threads, link) or _first(rules.threads, guid), "thread"
        if guid and not guid.isdecimal() and _first(rules.threads, guid) != number:
            return ""  # the guid knows better: several entries of one thread
    if not number:
        return ""
    return f"{sort}:{foreign_host}/{number}" if foreign_host else f"{sort}:{number}"


def _as_in_feed(rules: Rules, target: str, link: str) -> str:
    """Address of a post quoted, written as the feed writes the addresses of its entries, so that it can be found.

    Quotes often say less (``viewtopic.php?p=7``) than links of entries (``viewtopic.php?t=5&p=8#p8``).

    Args:
        rules: Of the software.
        target: Address as the quote has it.
        link: Address of the entry that quotes.
    """
    asked, own = _first(rules.posts, target), _first(rules.posts, link)
    thread, own_thread = _first(rules.threads, target), _first(rules.threads, link)
    if not asked or not own or "/" in own or own == own_thread or thread not in ("", own_thread):
        return target
    return re.sub(rf"(?<!\d){re.escape(own)}(?!\d)", asked, link)


def _first(patterns: tuple[re.Pattern[str], ...], text: str) -> str:
    for pattern in patterns:
        found = pattern.search(text)
        if found is not None:
            return "/".join(part for part in found.groups() if part)
    return ""


def _is_address(guid: str | None) -> bool:
    return guid is not None and _SCHEME.match(guid) is not None


def _bare(host: str) -> str:
    return host.removeprefix("www.")
