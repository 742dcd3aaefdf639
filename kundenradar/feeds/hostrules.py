"""Feeds an address alone tells: rules of known platforms and forum software (DOMAIN.md, feed landscape)."""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import parse_qs, quote, urlencode, urlsplit

CLOSED: Final = re.compile(
    r"(?:^|\.)(?:gutefrage\.net|kununu\.com|facebook\.com|fb\.com|fb\.me|instagram\.com|x\.com|twitter\.com|t\.co"
    r"|tiktok\.com|linkedin\.com|xing\.com|threads\.(?:net|com)|snapchat\.com|whatsapp\.com|wa\.me|nebenan\.de"
    r"|trustpilot\.[a-z.]{2,6}|proven-?expert\.com|provenexpert\.com|yelp\.[a-z.]{2,6}|g\.page|maps\.app\.goo\.gl"
    r"|glassdoor\.[a-z.]{2,6}|jameda\.de|check24\.de|ekomi\.de|trustedshops\.[a-z.]{2,6}|tripadvisor\.[a-z.]{2,6})$",
    re.IGNORECASE,
)
_GOOGLE: Final = re.compile(r"(?:^|\.)google\.[a-z.]{2,6}$", re.IGNORECASE)
_STACK: Final = re.compile(
    r"(?:^|\.)(?:stackexchange|stackoverflow|serverfault|superuser|askubuntu|mathoverflow)\.(?:com|net)$", re.IGNORECASE
)


def is_closed(url: str) -> bool:
    """Whether nothing can be heard there: a platform without feeds (Google's reviews among them)."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if CLOSED.search(host) is not None:
        return True
    if host.startswith("maps.google.") or host == "business.google.com":
        return True
    return (
        _GOOGLE.search(host) is not None
        and host.startswith(("www.", "google."))
        and (parts.path.startswith(("/maps", "/search", "/localservices")))
    )


def rule_feeds(url: str) -> tuple[str, ...]:
    """Feeds that an address promises by the rules of its platform or forum software, most telling first.

    They are guesses for software that is told by the path alone: to be tried, not believed.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        _ = parts.port
    except ValueError:
        return ()
    root = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    query = parse_qs(parts.query)
    for known, rule in _HOSTS:
        if known.search(host) is not None:
            return tuple(rule(host, parts.path, query))
    for pattern, templates in _PATHS:
        found = pattern.fullmatch(f"{parts.path}?{parts.query}" if parts.query else parts.path)
        if found is not None:
            return tuple(root + found.expand(template) for template in templates)
    return ()


def is_platform(url: str) -> bool:
    """Whether a feed address belongs to a known platform, so that it may be offered even if it cannot be tried."""
    host = (urlsplit(url).hostname or "").lower()
    return any(known.search(host) is not None for known, _ in _HOSTS)


def software_feeds(hints: str, page_url: str) -> tuple[str, ...]:
    """Feeds at the root of a forum or blog, by the traces of its software on a page."""
    parts = urlsplit(page_url)
    root = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    folder = root + parts.path.rpartition("/")[0]
    for pattern, paths in _SOFTWARE:
        if pattern.search(hints) is not None:
            places = (folder,) if folder == root else (folder, root)
            return tuple(place + path for place in places for path in paths)
    return ()


def well_known(page_url: str) -> tuple[str, ...]:
    """Where feeds usually lie, in the current folder and at the root."""
    parts = urlsplit(page_url)
    root = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    folder = root + (parts.path.rpartition("/")[0] if parts.path else "")
    near = [f"{folder}/{name}" for name in ("feed/", "rss.xml", "atom.xml")] if folder != root else []
    names = ("feed/", "rss.xml", "atom.xml", "feed.xml", "index.xml", "rss", "feed.json", "index.rss", "rss/")
    return tuple(near + [f"{root}/{name}" for name in names])


Query = dict[str, list[str]]


def _youtube(_host: str, path: str, query: Query) -> list[str]:
    feed = "https://www.youtube.com/feeds/videos.xml?"
    playlist = query.get("list", [""])[0]
    if playlist and re.fullmatch(r"[\w-]+", playlist):
        return [f"{feed}playlist_id={playlist}"]
    found = re.match(r"/channel/(UC[\w-]{10,40})", path)
    return [f"{feed}channel_id={found[1]}"] if found is not None else []


def _github(_host: str, path: str, _query: Query) -> list[str]:
    parts = [part for part in path.split("/") if part]
    if len(parts) == 1 and re.fullmatch(r"[\w-]{1,40}", parts[0]):
        return [f"https://github.com/{parts[0]}.atom"]
    if len(parts) == 2 or (len(parts) == 3 and parts[2] in ("releases", "tags", "commits", "discussions")):
        names = ["commits", "releases", "tags"]
        if len(parts) == 3:
            names = [parts[2], *(name for name in ("releases", "commits", "tags") if name != parts[2])][:3]
        return [f"https://github.com/{parts[0]}/{parts[1]}/{name}.atom" for name in names]
    return []


def _reddit(host: str, path: str, query: Query) -> list[str]:
    if path.endswith((".rss", ".rss/")):
        return []
    root = f"https://{host if host.endswith('reddit.com') else 'www.reddit.com'}"
    kept = {
        key: values[0] for key, values in query.items() if key in ("q", "sort", "restrict_sr", "t", "include_over_18")
    }
    found = re.fullmatch(r"(/r/\w+)?/search/?", path)
    if found is not None and "q" in kept:
        kept.setdefault("sort", "new")
        if found[1]:
            kept.setdefault("restrict_sr", "on")
        return [f"{root}{found[1] or ''}/search.rss?{urlencode(kept)}"]
    found = re.match(r"/r/\w+/comments/\w+", path)
    if found is not None:
        return [f"{root}{found[0]}/.rss"]
    found = re.match(r"/r/(\w+)", path)
    if found is not None:
        return [f"{root}/r/{found[1]}/new/.rss", f"{root}/r/{found[1]}/comments/.rss"]
    found = re.match(r"/u(?:ser)?/([\w-]+)", path)
    return [f"{root}/user/{found[1]}/.rss"] if found is not None else []


def _stack_exchange(host: str, path: str, _query: Query) -> list[str]:
    root = f"https://{host}"
    found = re.match(r"/questions/tagged/([^/?#]+)", path)
    if found is not None:
        return [f"{root}/feeds/tag/{found[1]}"]
    found = re.match(r"/questions/(\d+)", path)
    if found is not None:
        return [f"{root}/feeds/question/{found[1]}"]
    return [f"{root}/feeds"] if path in ("", "/", "/questions") else []


def _app_store(_host: str, path: str, _query: Query) -> list[str]:
    found = re.search(r"^/(?:([a-z]{2})/)?.*\bid(\d+)", path)
    if found is None or "/rss/" in path:
        return []
    root = f"https://itunes.apple.com/{found[1] or 'de'}/rss/customerreviews/id={found[2]}/sortBy=mostRecent"
    return [f"{root}/xml", f"{root}/json"]


def _google_news(_host: str, path: str, query: Query) -> list[str]:
    if path.startswith("/rss"):
        return []
    kept = {key: values[0] for key, values in query.items() if key in ("q", "hl", "gl", "ceid")}
    tail = f"?{urlencode(kept, quote_via=quote)}" if kept else ""
    if path.startswith(("/search", "/topics", "/publications")):
        return [f"https://news.google.com/rss{path.rstrip('/')}{tail}"]
    return []


def _bing(_host: str, path: str, query: Query) -> list[str]:
    wanted = query.get("q", [""])[0]
    if not wanted or path.rstrip("/") not in ("/news/search", "/search"):
        return []
    return [f"https://www.bing.com{path.rstrip('/')}?{urlencode({'q': wanted, 'format': 'rss'})}"]


def _bluesky(_host: str, path: str, _query: Query) -> list[str]:
    found = re.match(r"/profile/([\w.:-]+)/?$", path)
    return [f"https://bsky.app/profile/{found[1]}/rss"] if found is not None else []


def _medium(_host: str, path: str, _query: Query) -> list[str]:
    found = re.match(r"/(@?[\w.-]+)", path)
    return [f"https://medium.com/feed/{found[1]}"] if found is not None and found[1] != "feed" else []


def _blogger(host: str, path: str, _query: Query) -> list[str]:
    if path.startswith("/feeds/"):
        return []
    return [f"https://{host}/feeds/comments/default", f"https://{host}/feeds/posts/default"]


_HOSTS: Final[tuple[tuple[re.Pattern[str], Callable[[str, str, Query], list[str]]], ...]] = (
    (re.compile(r"(?:^|\.)youtube(?:-nocookie)?\.com$"), _youtube),
    (re.compile(r"^(?:www\.)?github\.com$"), _github),
    (re.compile(r"(?:^|\.)reddit\.com$"), _reddit),
    (_STACK, _stack_exchange),
    (re.compile(r"^(?:apps|itunes)\.apple\.com$"), _app_store),
    (re.compile(r"^news\.google\.[a-z.]{2,6}$"), _google_news),
    (re.compile(r"^(?:www\.)?bing\.com$"), _bing),
    (re.compile(r"^bsky\.app$"), _bluesky),
    (re.compile(r"^(?:www\.)?medium\.com$"), _medium),
    (re.compile(r"\.blogspot\.[a-z.]{2,6}$"), _blogger),
)

_PATHS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), templates)
    for pattern, templates in (
        # Discourse: topic, category, tag, user
        (r"(/t/[^/?]+/\d+)(?:/\d+)?/?(?:\?.*)?", (r"\1.rss",)),
        (r"(/c/[^?]+?/\d+)(?:/l/\w+)?/?(?:\?.*)?", (r"\1.rss",)),
        (r"/tag/([^/?]+)/?(?:\?.*)?", (r"/tag/\1.rss", r"/tag/\1/feed/")),
        (r"(?:/u/([^/?]+))(?:/\w*)?/?(?:\?.*)?", (r"/u/\1/activity.rss", r"/feeds/u/\1.xml?sort=New")),
        # phpBB
        (r"(.*)/viewforum\.php\?(?:.*&)?f=(\d+).*", (r"\1/feed.php?f=\2", r"\1/app.php/feed/forum/\2")),
        (r"(.*)/viewtopic\.php\?(?:.*&)?t=(\d+).*", (r"\1/feed.php?t=\2", r"\1/app.php/feed/topic/\2")),
        # MyBB
        (r"(.*)/forumdisplay\.php\?(?:.*&)?fid=(\d+).*", (r"\1/syndication.php?fid=\2&limit=50",)),
        # vBulletin
        (r"(.*)/forumdisplay\.php\?(?:.*&)?f=(\d+).*", (r"\1/external.php?type=RSS2&forumids=\2",)),
        (r"(.*)/forumdisplay\.php[/?](\d+).*", (r"\1/external.php?type=RSS2&forumids=\2",)),
        # SMF
        (r"(.*/index\.php)\?(?:.*[&;])?board=(\d+).*", (r"\1?action=.xml;type=rss2;board=\2",)),
        # XenForo
        (r"((?:/[^?]*)?/forums/[^/?]+\.\d+)/?(?:page-\d+)?(?:\?.*)?", (r"\1/index.rss",)),
        (r"((?:/[^?]*)?/forums)/?(?:\?.*)?", (r"\1/-/index.rss",)),
        # WoltLab
        (r"(.*?)/board/(\d+)-[^/?]*/?(?:\?.*)?", (r"\1/board-feed/\2/",)),
        (r"(.*)/index\.php\?board/(\d+)-.*", (r"\1/index.php?board-feed/\2/",)),
        # NodeBB
        (r"(.*?)/topic/(\d+)(?:/.*)?(?:\?.*)?", (r"\1/topic/\2.rss",)),
        (r"(.*?)/category/(\d+)(?:/.*)?(?:\?.*)?", (r"\1/category/\2.rss",)),
        # Lemmy
        (r"/c/([\w.@-]+)/?(?:\?.*)?", (r"/feeds/c/\1.xml?sort=New",)),
        # Mastodon
        (r"/(@[\w.-]+)/?(?:\?.*)?", (r"/\1.rss",)),
        (r"/tags/(\w+)/?(?:\?.*)?", (r"/tags/\1.rss",)),
        # Flarum with its syndication extension
        (r"(.*?)/d/(\d+-[^/?]*).*", (r"\1/atom/d/\2",)),
    )
)

_SOFTWARE: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), paths)
    for pattern, paths in (
        (r"\bdiscourse", ("/posts.rss", "/latest.rss")),
        (r"\bphpbb|\bnsubsilver|\bsection-(?:index|viewforum|viewtopic)", ("/feed.php", "/app.php/feed")),
        (r"\bmybb", ("/syndication.php?limit=50",)),
        (r"\bsmf\b|simple machines", ("/index.php?action=.xml;type=rss2;sa=recent;limit=50",)),
        (r"woltlab|\bwcf|burning board|tpl_wbb", ("/board-feed/", "/index.php?board-feed/")),
        (r"xenforo|\bXF\b", ("/forums/-/index.rss",)),
        (r"vbulletin", ("/external.php?type=RSS2", "/external?type=rss2")),
        (r"nodebb", ("/recentposts.rss", "/topics.rss")),
        (r"flarum", ("/atom", "/rss")),
        (r"lemmy", ("/feeds/local.xml?sort=New",)),
        (r"wordpress", ("/comments/feed/", "/feed/")),
        (r"blogger", ("/feeds/comments/default", "/feeds/posts/default")),
        (r"drupal", ("/rss.xml",)),
        (r"typo3", ("/rss.xml", "/feed.xml")),
        (r"ghost", ("/rss/",)),
        (r"joomla", ("/?format=feed&type=rss",)),
    )
)
