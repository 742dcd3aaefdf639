"""Which software made a feed or a page, told from its own words and its addresses."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from kundenradar.domain.sources import SourceKind

_BY_GENERATOR: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), name)
    for pattern, name in (
        (r"\bphpbb", "phpBB"),
        (r"\bmybb|mybulletinboard", "MyBB"),
        (r"simple machines|\bsmf\b", "SMF"),
        (r"\bfluxbb|\bpunbb", "FluxBB"),
        (r"\bkunena", "Kunena"),
        (r"\bbbpress", "bbPress"),
        (r"\bwpforo", "wpForo"),
        (r"\bsimple:press", "Simple:Press"),
        (r"\bpeertube", "PeerTube"),
        (r"\bhnrss\b", "Hacker News"),
        (r"woltlab|burning board", "WoltLab"),
        (r"xenforo", "XenForo"),
        (r"vbulletin", "vBulletin"),
        (r"discourse", "Discourse"),
        (r"nodebb", "NodeBB"),
        (r"flarum", "Flarum"),
        (r"\blemmy", "Lemmy"),
        (r"mastodon|glitch", "Mastodon"),
        (r"pleroma|akkoma|misskey|pixelfed|friendica|gotosocial", "Fediverse"),
        (r"invision|ips community|ip\.board", "Invision"),
        (r"wordpress|wp\.com", "WordPress"),
        (r"blogger", "Blogger"),
        (r"\bghost\b", "Ghost"),
        (r"\bserendipity\b", "Serendipity"),
        (r"drupal", "Drupal"),
        (r"joomla", "Joomla"),
        (r"typo3|tx_news", "TYPO3"),
        (r"contao", "Contao"),
        (r"\bnfe\b|google news", "Google News"),
        (r"medium", "Medium"),
        (r"tumblr", "Tumblr"),
        (r"substack", "Substack"),
        (r"shopware", "Shopware"),
        (r"buzzsprout|podigee|podlove|podbean|anchor podcasts|libsyn|transistor|acast|letscast|simplecast", "Podcast"),
        (r"rss-bridge", "RSS-Bridge"),
        (r"jekyll|hugo|eleventy|gatsby|pelican|nikola", "Static"),
    )
)

_BY_ADDRESS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), name)
    for pattern, name in (
        (r"//(?:[\w-]+\.)?reddit\.com/", "Reddit"),
        (r"//[\w-]+\.disqus\.com/", "Disqus"),
        (r"//(?:www\.)?youtube\.com/(?:feeds|channel|watch|@)|tag:youtube\.com", "YouTube"),
        (r"//github\.com/[^/]+(?:/|\.atom|$)", "GitHub"),
        (r"//hnrss\.org/|//news\.ycombinator\.com/", "Hacker News"),
        (r"/-/(?:issues|merge_requests)(?:/\d+|\.atom)", "GitLab"),
        (r"^\d+: https?://|\s\d+: https?://", "Gitea"),
        (r"/feeds/video-comments\.|/(?:w|watch)/[\w-]+;threadId=\d", "PeerTube"),
        (r"//(?:itunes|apps)\.apple\.com/.*(?:customerreviews|/app/|/reviews?)", "App Store"),
        (r"//news\.google\.[a-z.]+/", "Google News"),
        (
            r"//(?:www\.)?google\.[a-z.]+/alerts/|tag:google\.com,\d+:(?:reader/user/|googlealerts)|google\.[a-z.]+/url\?",
            "Google Alerts",
        ),
        (r"//(?:www\.)?bing\.com/", "Bing"),
        (r"//bsky\.app/|^at://", "Bluesky"),
        (
            r"//(?:[\w-]+\.)?(?:stackoverflow|stackexchange|serverfault|superuser|askubuntu)\.com/|//mathoverflow\.net/",
            "Stack Exchange",
        ),
        (r"/extern\.php\?(?:[^#\s]*&)?action=feed|/viewtopic\.php\?(?:[^#\s]*&)?p?id=\d", "FluxBB"),
        (r"option=com_kunena|/\d+-[^/?#\s]+(?:\?(?:limit)?start=\d+)?#\d+(?:\s|$)", "Kunena"),
        (r"/discussions/feed\.rss|/discussion/(?:\d+|comment)/|\d@(?:https?:/)?/[^\s]*discussions$", "Vanilla"),
        (r"[?&]type=rss2&forum=|/paged/\d+/#post-\d+", "wpForo"),
        (
            (
                r"/viewtopic\.php\?|/app\.php/feed|/feed\.php\?(?:f|t|mode)="
                r"|/feed/(?:topics(?:_new|_active)?|news|forums|(?:forum|topic)/\d+)(?:\s|$)"
            ),
            "phpBB",
        ),
        (r"/showthread\.php\?(?:[^#]*[&;])?tid=|/syndication\.php|/thread-\d+(?:-post-\d+)?\.html", "MyBB"),
        (r"[?&;/]topic[=,]\d+\.|action=\.xml", "SMF"),
        (
            r"/showthread\.php(?:[?/]\d|\?(?:[^#\s]*[&;])?[tp]=\d)|/external(?:\.php)?\?type=|/threads/\d+-[^/]*(?:\s|$|\?|/)",
            "vBulletin",
        ),
        (
            r"/(?:index\.php\?)?thread/\d+-[^/]*/|[/?](?:board|article)-(?:rss-)?feed/|[?&]page=(?:Thread|BoardsFeed|ThreadsFeed)\b|/thread\.php\?(?:thread|post)id=\d",
            "WoltLab",
        ),
        (r"[/?]threads/(?:[^/?#]+\.)?\d+/|[/?]forums/[^/?#]+/index\.rss|[/?]posts/\d+/(?:\s|$)", "XenForo"),
        (
            (
                r"/t/(?:[^/?#]+/)?\d+(?:/\d+)?(?:\.rss)?/?(?:\?[^\s]*)?(?:\s|$)|/posts\.rss(?:\?|$)|/latest\.rss(?:\?|$)"
                r"|\b[\w.-]+\.[a-z]{2,}-(?:post|topic)-\d+(?:-\d+)?$"
            ),
            "Discourse",
        ),
        (
            r"/topic/\d+(?:/[^/?#]+|\.rss)|/recentposts\.rss|/category/\d+(?:/[^/?#]*)?\.rss|/topics\.rss(?:\?|$)",
            "NodeBB",
        ),
        (r"/topic/\d+-[^/?#]+|[?&]showtopic=\d+", "Invision"),
        (r"/d/\d+(?:-[^/?#\s]*)?(?:/\d+)?(?:\s|$)|/(?:atom|rss)/(?:discussions|t/|d/)", "Flarum"),
        (r"/feeds/(?:c|u|inbox|front)/[^/]+\.xml|/feeds/(?:all|local)\.xml|//[^/]+/(?:c|u)/[\w.@-]+$", "Lemmy"),
        (
            r"//[^/]+/@[\w.]+/\d{10,}|/users/[\w.]+/statuses/\d{10,}|//[^/]+/@[\w.]+\.rss$|//[^/]+/tags/[^/]+\.rss$",
            "Mastodon",
        ),
        (r"//[^/]+/@[\w.]+/(?:feed\.rss|statuses/[0-9A-Z]{26})(?:\s|$)", "Fediverse"),
        (r"/p/[\w.]+/\d{15,}(?:\s|$)", "Fediverse"),
        (r"\b\d+ at https?://[^\s]+$", "Drupal"),
        (
            r"/comments/feed|[^/]/feed/(?:\?.*)?$|[?&]feed=(?:comments-)?(?:rss2?|atom)|#comment-\d+$|/wp-content/|[?&]feed=rss2",
            "WordPress",
        ),
        (r"\.blogspot\.|/feeds/(?:posts|comments|\d+/comments)/default", "Blogger"),
    )
)

_KINDS: Final = {
    **dict.fromkeys(
        ("phpBB", "MyBB", "SMF", "WoltLab", "XenForo", "vBulletin", "Discourse", "NodeBB", "Flarum", "Lemmy"),
        SourceKind.FORUM,
    ),
    **dict.fromkeys(("Invision", "Reddit", "Stack Exchange"), SourceKind.FORUM),
    **dict.fromkeys(
        ("FluxBB", "Kunena", "Vanilla", "bbPress", "wpForo", "Simple:Press", "Hacker News"), SourceKind.FORUM
    ),
    "PeerTube": SourceKind.VIDEO,
    **dict.fromkeys(("Mastodon", "Fediverse", "Bluesky"), SourceKind.SOCIAL),
    **dict.fromkeys(
        ("WordPress", "Blogger", "Ghost", "Medium", "Tumblr", "Substack", "Static", "Serendipity"), SourceKind.BLOG
    ),
    **dict.fromkeys(("Google News", "Bing"), SourceKind.PRESS),
    "Google Alerts": SourceKind.ALERT,
    "Disqus": SourceKind.COMMENTS,
    "YouTube": SourceKind.VIDEO,
    "App Store": SourceKind.REVIEW,
    "Podcast": SourceKind.PODCAST,
}

_THREADS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"/viewtopic\.php\?(?:[^#]*[&;])?t=(\d+)",
        r"/showthread\.php\?(?:[^#]*[&;])?(?:tid|t)=(\d+)",
        r"/showthread\.php[?/](\d+)",
        r"/thread-(\d+)(?:-|\.html)",
        r"[?;&/]topic[=,](\d+)",
        r"/threads/(?:[^/?#]*\.)?(\d+)(?:-[^/?#]*)?(?:/|$)",
        r"[/?]thread/(\d+)-",
        r"/t/[^/?#]+/(\d+)(?:/|\?|#|$)",
        r"/topic/(\d+)[/-]",
        r"/d/(\d+)(?:-|/|$)",
        r"/comments/([a-z0-9]+)(?:/|$)",
        r"/questions/(\d+)(?:/|$)",
        r"/post/(\d+)(?:$|[?#])",
    )
)
_THREAD_WORDS: Final = ("topic", "thread", "/t/", "/d/", "/comments/", "/questions/", "/post/")
"""Without one of these none of the patterns above is met."""
_DISCOURSE_GUID: Final = re.compile(r"[\w.-]+-(?:post|topic)-(\d+)(?:-\d+)?")
_COMMENT_ANCHOR: Final = re.compile(r"#(?:comment-|comment|kommentar-|c|post-)\d+$", re.IGNORECASE)
_NODE: Final = re.compile(r"RSS for Node", re.IGNORECASE)
_NODE_POST: Final = re.compile(r"/(?:post|topic)/\d+")
_XENFORO: Final = re.compile(r"[/?]threads/(?:[^/?#\s]*\.)?(\d+)/ \1$")
_DRUPAL: Final = re.compile(r" (?:comment )?\d+ at https?://\S+$")
_COMMENT_FEED: Final = re.compile(
    r"/comments/feed|comments-rss2|/comments/default|[?&]feed=comments|/comments\.rss|/comments/?\.rss|kommentare?[/.-]",
    re.IGNORECASE,
)
_COMMENT_TITLE: Final = re.compile(
    r"\b(?:kommentare? (?:zu|für|auf|von)|comments? (?:on|for)|kommentar-feed)\b", re.IGNORECASE
)


def recognise(generator: str, addresses: Iterable[str], entries: Sequence[str] = ()) -> str:
    """Name of the software, empty if unknown.

    Args:
        generator: What the document says made it.
        addresses: Addresses of the feed and its site, most telling first.
        entries: Addresses or identifiers of some entries; they tell only if all agree.
    """
    if entries and all(_XENFORO.search(one[:500]) for one in entries):
        return "XenForo"  # which calls its generator what the board is called
    if not generator and entries and all(_DRUPAL.search(one[:500]) for one in entries):
        return "Drupal"  # whose comments may stand where those of WordPress do
    if generator:
        for pattern, name in _BY_GENERATOR:
            if pattern.search(generator[:300]) is not None:
                return name
        if entries and _NODE.search(generator) is not None and all(_NODE_POST.search(one[:500]) for one in entries):
            return "NodeBB"
    for address in addresses:
        for pattern, name in _BY_ADDRESS:
            if pattern.search(address[:500]) is not None:
                return name
    for pattern, name in _BY_ADDRESS if entries else ():
        if all(pattern.search(address[:500]) is not None for address in entries):
            return name
    return ""


def kind_of(software: str, *, comments: bool = False) -> SourceKind:
    """The sort of place a software usually runs."""
    if comments:
        return SourceKind.COMMENTS
    return _KINDS.get(software, SourceKind.OTHER)


def thread_of(link: str, guid: str, host: str) -> str | None:
    """The discussion an entry belongs to, as ``host/number``, or the page commented on; None if not told."""
    lowered = link.lower()
    if any(word in lowered for word in _THREAD_WORDS):
        for pattern in _THREADS:
            found = pattern.search(link)
            if found is not None:
                return f"{host.removeprefix('www.')}/{found[1]}"
    found = _DISCOURSE_GUID.fullmatch(guid) if "-topic-" in guid else None
    if found is not None:
        return f"{host}/{found[1]}"
    if "#" in link and _COMMENT_ANCHOR.search(link) is not None:
        return link.partition("#")[0]
    return None


def carries_comments(url: str, title: str) -> bool:
    """Whether a feed carries readers' comments rather than articles."""
    return _COMMENT_FEED.search(url) is not None or _COMMENT_TITLE.search(title) is not None
