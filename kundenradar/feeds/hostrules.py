"""Feeds an address alone tells: rules of known platforms, and of forum software by its routes (DOMAIN.md)."""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import parse_qs, quote, unquote_plus, urlencode, urlsplit

from kundenradar.domain.sources import Scope
from kundenradar.feeds.forumrules import Place, route_feeds, scope_of_feed

Query = dict[str, list[str]]

_STACK: Final = re.compile(
    r"(?:^|\.)(?:stackexchange|stackoverflow|serverfault|superuser|askubuntu|mathoverflow|stackapps)\.(?:com|net)$"
)
_SEARCH_HOST: Final = re.compile(
    r"^(?:www\.)?(?:google\.[a-z.]{2,6}|ecosia\.org|duckduckgo\.com|startpage\.com|qwant\.com|metager\.de)$"
)
_PODCAST_PAGE: Final = re.compile(r"https?://podcasts\.apple\.com/[^?#]*/id(\d+).*")
_SHARED: Final = re.compile(r"https?://(?:[\w-]+\.)?reddit\.com/r/\w+/s/\w+", re.IGNORECASE)
_NEVER_A_REPOSITORY: Final = frozenset(
    {
        *("about", "account", "apps", "collections", "customer-stories", "dashboard", "enterprise", "events"),
        *("explore", "features", "issues", "login", "logout", "marketplace", "new", "notifications", "orgs"),
        *("organizations", "pricing", "pulls", "search", "security", "settings", "site", "sponsors", "stars"),
        *("topics", "trending"),
    }
)


def rule_feeds(url: str) -> tuple[str, ...]:
    """Feeds that an address promises by the rules of its platform or forum software, most telling first.

    They are guesses for software that is told by the path alone: to be tried, not believed.
    """
    return tuple(place.url for place in rule_places(url))


def rule_places(url: str) -> tuple[Place, ...]:
    """As `rule_feeds`, with how much each carries; those of a platform are sure."""
    asked = _asked(url)
    if asked is None:
        return ()
    host, path, query = asked
    for known, rule in _HOSTS:
        if known.search(host) is not None:
            return tuple(Place(feed, sure=True, scope=_scope(host, feed)) for feed in rule(host, path, query))
    return route_feeds(url)


def more_places(url: str) -> tuple[Place, ...]:
    """What else a platform offers around an address: the group of a question, the discussions of a repository."""
    asked = _asked(url)
    if asked is None:
        return ()
    host, path, query = asked
    for known, rule in _MORE:
        if known.search(host) is not None:
            return tuple(Place(feed, scope=_scope(host, feed)) for feed in rule(host, path, query))
    return ()


def directory_entry(url: str) -> str | None:
    """Where a platform tells the feed behind one of its pages to programs; None if it has no such place."""
    found = _PODCAST_PAGE.fullmatch(url)
    return f"https://itunes.apple.com/lookup?id={found[1]}&entity=podcast" if found is not None else None


def is_shared(url: str) -> bool:
    """Whether an address of a platform was made by its button for sharing: what is meant shows where it leads."""
    return _SHARED.match(url) is not None


def is_platform(url: str) -> bool:
    """Whether a feed address belongs to a known platform, so that it may be offered even if it cannot be tried."""
    host = (urlsplit(url).hostname or "").lower()
    return any(known.search(host) is not None for known, _ in _HOSTS)


def name_of_feed(url: str) -> str:
    """What to call a feed of a platform that has not been read yet; empty if its address tells nothing."""
    for pattern, words in _NAMES:
        found = pattern.search(url)
        if found is not None:
            return words.format(*(unquote_plus(group) for group in found.groups()))
    return ""


def well_known(page_url: str) -> tuple[str, ...]:
    """Where feeds usually lie, in the current folder and at the root."""
    parts = urlsplit(page_url)
    root = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
    folder = root + (parts.path.rpartition("/")[0] if parts.path else "")
    near = [f"{folder}/{name}" for name in ("feed/", "rss.xml")] if folder != root else []
    names = ("feed/", "feed", "rss.xml", "atom.xml", "feed.xml", "index.xml", "rss", "feed.json", "index.rss", "rss/")
    return tuple(near + [f"{root}/{name}" for name in names])


_NAMES: Final = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"reddit\.com/r/(\w+)/search\.rss\?q=([^&]+)", "Reddit: {1} in r/{0}"),
        (r"reddit\.com/search\.rss\?q=([^&]+)", "Reddit: {0}"),
        (r"reddit\.com/r/([\w+]+)/comments/\.rss", "r/{0}: Kommentare"),
        (r"reddit\.com/r/(\w+)/comments/\w+", "r/{0}: eine Diskussion"),
        (r"reddit\.com/r/([\w+]+)", "r/{0}"),
        (r"reddit\.com/user/([\w-]+)", "u/{0}"),
        (r"//news\.google\.[a-z.]+/rss/search\?q=([^&]+)", "Google News: {0}"),
        (r"bing\.com/news/search\?q=([^&]+)", "Bing News: {0}"),
        (r"bing\.com/search\?q=([^&]+)", "Bing: {0}"),
        (r"//github\.com/([^/]+/[^/]+)/(\w+)\.atom", "{0}: {1}"),
        (r"//([\w.]+)/feeds/tag/([^/?]+)", "{0}: {1}"),
        (r"bsky\.app/profile/([^/]+)", "Bluesky: {0}"),
        (r"itunes\.apple\.com/.*customerreviews/id=(\d+)", "App Store: Bewertungen"),
        (r"youtube\.com/feeds/videos", "YouTube-Kanal"),
    )
)


def _asked(url: str) -> tuple[str, str, Query] | None:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        _ = parts.port
        return host, parts.path, parse_qs(parts.query)
    except ValueError:
        return None


def _scope(host: str, feed: str) -> Scope:
    scope = scope_of_feed(feed)
    return scope if scope is not Scope.UNKNOWN or not host.endswith("reddit.com") else Scope.BOARD


def _youtube(_host: str, path: str, query: Query) -> list[str]:
    feed = "https://www.youtube.com/feeds/videos.xml?"
    playlist = query.get("list", [""])[0]
    if playlist and re.fullmatch(r"[\w-]+", playlist):
        return [f"{feed}playlist_id={playlist}"]
    found = re.match(r"/channel/(UC[\w-]{10,40})", path)
    return [f"{feed}channel_id={found[1]}"] if found is not None else []


def _youtube_name(_host: str, path: str, _query: Query) -> list[str]:
    found = re.match(r"/user/([\w-]{1,60})", path)
    return [f"https://www.youtube.com/feeds/videos.xml?user={found[1]}"] if found is not None else []


def _github(_host: str, path: str, _query: Query) -> list[str]:
    parts = [part for part in path.split("/") if part]
    if parts and parts[0].lower() in _NEVER_A_REPOSITORY:
        return []
    if len(parts) == 1 and re.fullmatch(r"[\w-]{1,40}", parts[0]):
        return [f"https://github.com/{parts[0]}.atom"]
    if not 2 <= len(parts) <= 5 or any(part.endswith(".atom") for part in parts):
        return []
    repository = f"https://github.com/{parts[0]}/{parts[1].removesuffix('.git')}"
    if len(parts) == 2:
        return [f"{repository}/{name}.atom" for name in ("releases", "commits", "tags")]
    section = parts[2]
    if section == "commits" and len(parts) == 4:
        return [f"{repository}/commits/{parts[3]}.atom"]
    if section == "discussions":
        own = f"/categories/{parts[4]}" if len(parts) == 5 and parts[3] == "categories" else ""
        return [f"{repository}/discussions{own}.atom", f"{repository}/releases.atom", f"{repository}/commits.atom"]
    if section in ("releases", "tags", "commits"):
        others = (name for name in ("releases", "commits", "tags") if name != section)
        return [f"{repository}/{name}.atom" for name in (section, *others)]
    if section in ("issues", "pulls"):
        return [f"{repository}/discussions.atom", f"{repository}/releases.atom"]
    return []


def _github_more(_host: str, path: str, _query: Query) -> list[str]:
    parts = [part for part in path.split("/") if part]
    if len(parts) < 2 or parts[0].lower() in _NEVER_A_REPOSITORY or parts[-1].endswith(".atom"):
        return []
    names = ("discussions",) if len(parts) == 2 else ("releases", "commits", "discussions")
    return [f"https://github.com/{parts[0]}/{parts[1].removesuffix('.git')}/{name}.atom" for name in names]


def _reddit(host: str, path: str, query: Query) -> list[str]:
    if path.endswith((".rss", ".rss/")):
        return []
    if host.endswith("redd.it"):
        found = re.match(r"/(\w{4,12})/?$", path)
        return [f"https://www.reddit.com/comments/{found[1]}/.rss"] if found is not None and host == "redd.it" else []
    root = f"https://{host if host == 'old.reddit.com' else 'www.reddit.com'}"
    kept = {
        key: values[0] for key, values in query.items() if key in ("q", "sort", "restrict_sr", "t", "include_over_18")
    }
    found = re.fullmatch(r"(/r/\w+)?/search/?", path)
    if found is not None and "q" in kept:
        kept.setdefault("sort", "new")
        if found[1]:
            kept.setdefault("restrict_sr", "on")
        return [f"{root}{found[1] or ''}/search.rss?{urlencode(kept)}"]
    found = re.match(r"(?:/(?:r|u|user)/[\w-]+)?/comments/\w+", path)
    if found is not None:
        return [f"{root}{found[0]}/.rss"]
    found = re.match(r"/(?:u|user)/([\w-]+)/m/(\w+)", path)
    if found is not None:
        return [f"{root}/user/{found[1]}/m/{found[2]}/new/.rss"]
    found = re.match(r"/r/([\w+]+)", path)
    if found is not None:
        return [f"{root}/r/{found[1]}/new/.rss", f"{root}/r/{found[1]}/comments/.rss"]
    found = re.match(r"/domain/([\w.-]+)", path)
    if found is not None:
        return [f"{root}/domain/{found[1]}/new/.rss"]
    found = re.match(r"/u(?:ser)?/([\w-]+)", path)
    return [f"{root}/user/{found[1]}/.rss"] if found is not None else []


def _reddit_more(host: str, path: str, _query: Query) -> list[str]:
    found = re.match(r"/r/(\w+)/comments/\w+", path)
    if found is None:
        return []
    root = f"https://{host if host == 'old.reddit.com' else 'www.reddit.com'}"
    return [f"{root}/r/{found[1]}/new/.rss", f"{root}/r/{found[1]}/comments/.rss"]


def _stack_exchange(host: str, path: str, _query: Query) -> list[str]:
    root = f"https://{host}"
    found = re.match(r"/questions/tagged/([^/?#]+)", path) or re.match(r"/tags/([^/?#]+)", path)
    if found is not None:
        return [f"{root}/feeds/tag/{found[1].replace(' ', '+')}"]
    found = re.match(r"/(?:questions|q)/(\d+)", path)
    if found is not None:
        return [f"{root}/feeds/question/{found[1]}"]
    found = re.match(r"/users/(\d+)", path)
    if found is not None:
        return [f"{root}/feeds/user/{found[1]}"]
    return [f"{root}/feeds"] if path in ("", "/", "/questions", "/questions/") else []


def _app_store(_host: str, path: str, _query: Query) -> list[str]:
    found = re.search(r"^/(?:([a-z]{2})/)?.*\bid(\d+)", path)
    if found is None or "/rss/" in path or "/podcast/" in path:
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
    if path in ("", "/", "/home"):
        return [f"https://news.google.com/rss{tail or '?hl=de&gl=DE&ceid=DE:de'}"]
    return []


def _search_engine(_host: str, path: str, query: Query) -> list[str]:
    """What a search engine found can be heard as news, and through the one engine that gives its hits as a feed."""
    wanted = (query.get("q") or query.get("query") or query.get("eingabe") or [""])[0].strip()
    if not wanted or path.startswith(("/alerts", "/maps", "/url", "/localservices")):
        return []
    return [
        f"https://news.google.com/rss/search?{urlencode({'q': wanted}, quote_via=quote)}&hl=de&gl=DE&ceid=DE:de",
        f"https://www.bing.com/search?{urlencode({'q': wanted, 'format': 'rss'})}",
    ]


def _bing(_host: str, path: str, query: Query) -> list[str]:
    wanted = query.get("q", [""])[0]
    path = "/news/search" if path.rstrip("/") == "/news" else path.rstrip("/")
    if not wanted or path not in ("/news/search", "/search") or "rss" in query.get("format", []):
        return []
    return [f"https://www.bing.com{path}?{urlencode({'q': wanted, 'format': 'rss'})}"]


def _bluesky(_host: str, path: str, _query: Query) -> list[str]:
    found = re.match(r"/profile/([\w.:-]+)(?:/post/\w+)?/?$", path)
    return [f"https://bsky.app/profile/{found[1]}/rss"] if found is not None else []


def _medium(_host: str, path: str, _query: Query) -> list[str]:
    tag = re.match(r"/tag/([\w-]+)", path)
    if tag is not None:
        return [f"https://medium.com/feed/tag/{tag[1]}"]
    found = re.match(r"/(@?[\w.-]+)", path)
    return [f"https://medium.com/feed/{found[1]}"] if found is not None and found[1] != "feed" else []


def _medium_of_its_own(host: str, path: str, _query: Query) -> list[str]:
    return [] if path.startswith("/feed") else [f"https://{host}/feed"]


def _blogger(host: str, path: str, _query: Query) -> list[str]:
    if path.startswith("/feeds/"):
        return []
    return [f"https://{host}/feeds/comments/default", f"https://{host}/feeds/posts/default"]


def _wordpress_com(host: str, path: str, _query: Query) -> list[str]:
    if "/feed" in path:
        return []
    return [f"https://{host}/comments/feed/", f"https://{host}/feed/"]


def _substack(host: str, path: str, _query: Query) -> list[str]:
    return [] if path.startswith("/feed") else [f"https://{host}/feed"]


def _tumblr(host: str, path: str, _query: Query) -> list[str]:
    if host in ("www.tumblr.com", "tumblr.com"):
        found = re.match(r"/([\w-]+)", path)
        return [f"https://{found[1]}.tumblr.com/rss"] if found is not None and found[1] != "tagged" else []
    return [] if path.startswith("/rss") else [f"https://{host}/rss"]


def _pinterest(host: str, path: str, _query: Query) -> list[str]:
    parts = [part for part in path.split("/") if part]
    if not parts or parts[-1].endswith(".rss") or parts[0] in ("pin", "search", "ideas"):
        return []
    return [f"https://{host}/{parts[0]}/{parts[1]}.rss" if len(parts) > 1 else f"https://{host}/{parts[0]}/feed.rss"]


def _vimeo(_host: str, path: str, _query: Query) -> list[str]:
    found = re.match(r"/((?:channels/)?[A-Za-z][\w-]*)/?$", path)
    return [f"https://vimeo.com/{found[1]}/videos/rss"] if found is not None else []


_HOSTS: Final[tuple[tuple[re.Pattern[str], Callable[[str, str, Query], list[str]]], ...]] = (
    (re.compile(r"(?:^|\.)youtube(?:-nocookie)?\.com$"), _youtube),
    (re.compile(r"^(?:www\.)?github\.com$"), _github),
    (re.compile(r"(?:^|\.)(?:reddit\.com|redd\.it)$"), _reddit),
    (_STACK, _stack_exchange),
    (re.compile(r"^(?:apps|itunes)\.apple\.com$"), _app_store),
    (re.compile(r"^news\.google\.[a-z.]{2,6}$"), _google_news),
    (_SEARCH_HOST, _search_engine),
    (re.compile(r"^(?:www\.|de\.)?bing\.com$"), _bing),
    (re.compile(r"^bsky\.app$"), _bluesky),
    (re.compile(r"^(?:www\.)?medium\.com$"), _medium),
    (re.compile(r"^(?!www\.)[\w-]+\.medium\.com$"), _medium_of_its_own),
    (re.compile(r"\.blogspot\.[a-z.]{2,6}$"), _blogger),
    (re.compile(r"^(?!www\.)[\w-]+\.wordpress\.com$"), _wordpress_com),
    (re.compile(r"^(?!www\.)[\w-]+\.substack\.com$"), _substack),
    (re.compile(r"(?:^|\.)tumblr\.com$"), _tumblr),
    (re.compile(r"(?:^|\.)pinterest\.(?:de|com|at|ch)$"), _pinterest),
    (re.compile(r"^(?:www\.)?vimeo\.com$"), _vimeo),
)

_MORE: Final[tuple[tuple[re.Pattern[str], Callable[[str, str, Query], list[str]]], ...]] = (
    (re.compile(r"(?:^|\.)youtube\.com$"), _youtube_name),
    (re.compile(r"^(?:www\.)?github\.com$"), _github_more),
    (re.compile(r"(?:^|\.)reddit\.com$"), _reddit_more),
)
