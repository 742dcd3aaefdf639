"""Where forum and blog software keeps its feeds: told by routes, by traces on a page (DOMAIN.md, feed landscape)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from kundenradar.domain.sources import Scope

_B: Final = r"(?P<b>(?:/[^?]*?)?)"
"""The folder the software lives in, without closing slash."""
_END: Final = r"/?(?:\?.*)?"
_SEO_B: Final = r"(?P<b>(?:/(?![^/?]*-f\d+\b)[^/?]+)*?)"
"""As `_B`, where a board is written as a folder, too."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address that may be a feed, and why we think so.

    Attributes:
        sure: Its page or its platform says so; such a one may be offered without having been tried.
        scope: How much of the place it carries.
        rare: Whether it is another way to write a likelier place; tried after all others.
    """

    url: str
    title: str = ""
    sure: bool = False
    scope: Scope = Scope.UNKNOWN
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """A kind of page of a software and the feeds that belong to it.

    Attributes:
        pattern: Over path and query; its group ``b`` is the folder of the software.
        feeds: Templates that the address alone suggests.
        scope: What these feeds carry.
        better: Templates to try first once the software is known, because they carry more.
        more: Templates worth a try only once the software is known.
    """

    pattern: re.Pattern[str]
    feeds: tuple[str, ...]
    scope: Scope
    better: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Software:
    """A forum or blog software.

    Attributes:
        name: As shown.
        traces: What its pages contain.
        routes: Its pages.
        whole: Paths of feeds with everything new, behind the folder.
        styles: Ways of writing its feeds; if a page shows one of them, the others are not tried.
    """

    name: str
    traces: re.Pattern[str]
    routes: tuple[Route, ...] = ()
    whole: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


def _route(scope: Scope, pattern: str, *feeds: str, better: tuple[str, ...] = (), more: tuple[str, ...] = ()) -> Route:
    return Route(re.compile(pattern, re.IGNORECASE), feeds, scope, better, more)


def _traces(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


def _generator(words: str) -> str:
    stated = r"(?:generator|application-name)"
    behind = (
        rf"<meta\s[^<>]{{0,40}}content\s*=\s*[\"'][^<>\"']{{0,60}}(?:{words})[^<>]{{0,200}}name\s*=\s*[\"']?{stated}"
    )
    return rf"<meta[^<>]{{0,200}}{stated}[^<>]{{0,200}}(?:{words})|{behind}"


_THREAD, _BOARD, _ALL = Scope.THREAD, Scope.BOARD, Scope.ALL

SOFTWARE: Final[tuple[Software, ...]] = (
    Software(
        "Discourse",
        _traces(
            _generator("discourse"),
            r"discourse-base-uri",
            r"data-discourse-setup",
            r"/assets/discourse[-/]",
            r"id=[\"']?data-discourse",
        ),
        (
            _route(_THREAD, _B + r"/t/(?P<s>[^/?]+)/(?P<i>\d+)(?:/\d+)?" + _END, r"\g<b>/t/\g<s>/\g<i>.rss"),
            _route(_THREAD, _B + r"/t/(?P<i>\d+)(?:/\d+)?" + _END, r"\g<b>/t/-/\g<i>.rss"),
            _route(_BOARD, _B + r"/c/(?P<c>[^?]+?/\d+)(?:/l/\w+|/none|/all)*" + _END, r"\g<b>/c/\g<c>.rss"),
            _route(
                _BOARD,
                _B + r"/tags/c/(?P<c>[^?]+?/\d+)/(?P<t>[^/?]+)(?:/l/\w+)?" + _END,
                r"\g<b>/tag/\g<t>.rss",
                r"\g<b>/c/\g<c>.rss",
            ),
            _route(_BOARD, _B + r"/tags?/(?P<t>[^/?]+)(?:/l/\w+)?" + _END, r"\g<b>/tag/\g<t>.rss"),
            _route(_BOARD, _B + r"/u/(?P<u>[^/?]+)(?:/[\w/]*)?" + _END, r"\g<b>/u/\g<u>/activity.rss"),
            _route(_BOARD, _B + r"/g/(?P<g>[^/?]+)(?:/[\w/]*)?" + _END, r"\g<b>/g/\g<g>/posts.rss"),
        ),
        ("/posts.rss", "/latest.rss"),
    ),
    Software(
        "phpBB",
        _traces(
            r"id=[\"']?phpbb",
            r"powered by\s*(?:<[^<>]{1,200}>)?\s*phpbb",
            r"/styles/(?:prosilver|subsilver)",
            r"phpbb_alert",
            r"nojs notouch section-",
            r"\./ucp\.php\?mode=",
            r"\bnsubsilver",
        ),
        (
            _route(
                _THREAD,
                _B + r"/viewtopic\.php\?(?:.*[&;])?t=(?P<t>\d+).*",
                r"\g<b>/feed.php?t=\g<t>",
                r"\g<b>/app.php/feed/topic/\g<t>",
                more=(r"\g<b>/feed/topic/\g<t>", r"\g<b>/app.php/feed?t=\g<t>"),
            ),
            _route(
                _BOARD,
                _B + r"/view(?:forum|topic)\.php\?(?:.*[&;])?f=(?P<f>\d+).*",
                r"\g<b>/feed.php?f=\g<f>",
                r"\g<b>/app.php/feed/forum/\g<f>",
                more=(r"\g<b>/feed/forum/\g<f>", r"\g<b>/app.php/feed?f=\g<f>"),
            ),
            _route(
                _THREAD,
                _SEO_B + r"(?:/[^/?]+-f\d+)?/[^/?]*\bt(?P<t>\d+)(?:-\d+)?\.html(?:\?.*)?",
                more=(r"\g<b>/feed.php?t=\g<t>", r"\g<b>/app.php/feed/topic/\g<t>"),
            ),
            _route(
                _BOARD,
                _SEO_B + r"/[^/?]+-f(?P<f>\d+)(?:(?:[/-][^?]*)?|\.html)(?:\?.*)?",
                more=(r"\g<b>/feed.php?f=\g<f>", r"\g<b>/app.php/feed/forum/\g<f>"),
            ),
        ),
        ("/feed.php", "/app.php/feed", "/feed"),
        ("app.php/feed", "feed.php"),
    ),
    Software(
        "FluxBB",
        _traces(r"powered by\s*(?:<[^<>]{1,200}>)?\s*(?:fluxbb|punbb)", r"id=[\"']?pun(?:index|viewforum|viewtopic)\b"),
        (
            _route(
                _THREAD,
                _B + r"/viewtopic\.php\?(?:.*&)?id=(?P<t>\d+).*",
                r"\g<b>/extern.php?action=feed&tid=\g<t>&type=atom",
            ),
            _route(
                _BOARD,
                _B + r"/viewforum\.php\?(?:.*&)?id=(?P<f>\d+).*",
                r"\g<b>/extern.php?action=feed&fid=\g<f>&type=atom",
            ),
        ),
        ("/extern.php?action=feed&type=atom",),
    ),
    Software(
        "MyBB",
        _traces(
            r"powered by\s*(?:<[^<>]{1,200}>)?\s*mybb",
            r"var my_post_key",
            r"/jscripts/general\.js\?ver=",
            r"mybb[-_](?:debug|copyright)|mybboard",
        ),
        (
            _route(
                _BOARD,
                _B + r"/forumdisplay\.php\?(?:.*&)?fid=(?P<f>\d+).*",
                r"\g<b>/syndication.php?fid=\g<f>&limit=50",
            ),
            _route(
                _BOARD,
                _B + r"/forum-(?P<f>\d+)(?:-page-\d+)?\.html(?:\?.*)?",
                r"\g<b>/syndication.php?fid=\g<f>&limit=50",
            ),
            _route(_THREAD, _B + r"/(?:showthread\.php\?(?:.*&)?tid=\d+.*|thread-\d+(?:-[\w-]+)?\.html(?:\?.*)?)"),
        ),
        ("/syndication.php?limit=50",),
    ),
    Software(
        "SMF",
        _traces(
            _generator("simple machines|smf"),
            r"smf_(?:theme_url|scripturl|default_theme_url)",
            r"simplemachines\.org[^<>]{0,200}>[^<]{0,40}smf",
            r"powered by smf",
        ),
        (
            _route(
                _BOARD,
                _B + r"/index\.php(?:\?(?:.*[&;])?board=|/(?:.*/)?board,)(?P<f>\d+).*",
                r"\g<b>/index.php?action=.xml;type=rss2;board=\g<f>",
                better=(r"\g<b>/index.php?action=.xml;type=atom;sa=recent;board=\g<f>;limit=50",),
            ),
            _route(
                _BOARD,
                _B + r"/index\.php\?(?:.*[&;])?action=profile(?:[&;].*)?[&;]u=(?P<u>\d+).*",
                more=(r"\g<b>/index.php?action=.xml;type=atom;sa=posts;u=\g<u>;limit=50",),
            ),
            _route(_THREAD, _B + r"/index\.php(?:\?(?:.*[&;])?topic=|/(?:.*/)?topic,)\d+.*"),
        ),
        (
            "/index.php?action=.xml;type=atom;sa=recent;limit=50",
            "/index.php?action=.xml;type=rss2;sa=recent;limit=50",
        ),
    ),
    Software(
        "WoltLab",
        _traces(
            r"woltlab",
            r"burning board",
            r"WCF_PATH",
            r"WSC_(?:API_URL|RPC)",
            r"tpl_?wbb",
            r"\bwcf\.global",
            r"wbb(?:Board|Thread)",
        ),
        (
            _route(
                _BOARD,
                _B + r"(?P<s>/index\.php\?/?|/)board/(?P<f>\d+)(?:-[^?&]*)?.*",
                r"\g<b>\g<s>board-feed/\g<f>/",
                more=(r"\g<b>\g<s>board-rss-feed/\g<f>/",),
            ),
            _route(_BOARD, _B + r"(?P<s>/index\.php/)Board/(?P<f>\d+).*", r"\g<b>\g<s>BoardFeed/\g<f>/"),
            _route(_THREAD, _B + r"(?P<s>/index\.php\?/?|/)thread/(?P<t>\d+)(?:-[^?&]*)?.*"),
            _route(
                _BOARD,
                _B + r"/index\.php\?(?:.*&)?boardID=(?P<f>\d+).*",
                more=(r"\g<b>/index.php?page=ThreadsFeed&format=rss2&boardID=\g<f>",),
            ),
            _route(_THREAD, _B + r"/index\.php\?(?:.*&)?(?:threadID|postID)=\d+.*"),
        ),
        (
            *("/board-feed/", "/index.php?board-feed/", "/board-rss-feed/", "/article-feed/"),
            "/index.php?page=ThreadsFeed&format=rss2",
        ),
        ("index.php?board", "index.php?page="),
    ),
    Software(
        "XenForo",
        _traces(
            r"<html[^<>]{0,400}id=[\"']?XF\b",
            r"id=[\"']?XenForo",
            r"data-template=[\"']?(?:forum_|thread_|post_)",
            r"XF\.(?:config|extendObject)",
            r"/js/x(?:f|enforo)/",
        ),
        (
            _route(
                _BOARD,
                r"(?P<b>(?:/[^?]*?)?)(?P<s>/index\.php\?|/)(?P<n>forums/[^/?&]+\.\d+)/?(?:page-\d+|index\.rss)?(?:[?&].*)?",
                r"\g<b>\g<s>\g<n>/index.rss",
            ),
            _route(
                _BOARD, _B + r"(?P<s>/index\.php\?|/)forums/(?P<n>\d+)/?(?:\?.*)?", r"\g<b>\g<s>forums/\g<n>/index.rss"
            ),
            _route(
                _BOARD,
                _B + r"(?P<s>/index\.php\?|/)(?P<n>(?:foren|forum|boards?)/[^/?&]+\.\d+)/?(?:page-\d+)?(?:[?&].*)?",
                more=(r"\g<b>\g<s>\g<n>/index.rss",),
            ),
            _route(_ALL, _B + r"(?P<s>/index\.php\?|/)forums" + _END, r"\g<b>\g<s>forums/-/index.rss"),
            _route(_THREAD, _B + r"(?P<s>/index\.php\?|/)(?:threads|themen|thema|beitraege)/[^/?&]+.*"),
        ),
        ("/forums/-/index.rss", "/index.php?forums/-/index.rss"),
        ("index.php?forums",),
    ),
    Software(
        "vBulletin",
        _traces(
            _generator("vbulletin"),
            r"vbulletin[_-](?:global|init|core|md5|ajax)",
            r"vb_login_username",
            r"powered by\s*(?:<[^<>]{1,200}>)?\s*vbulletin",
            r"clientscript/vbulletin",
        ),
        (
            _route(
                _BOARD,
                _B + r"/forumdisplay\.php(?:\?(?:.*&)?f=|[/?])(?P<f>\d+).*",
                r"\g<b>/external.php?type=RSS2&forumids=\g<f>",
            ),
            _route(
                _BOARD,
                _B + r"/forums?/(?P<f>\d+)-[^/?]*" + _END,
                more=(r"\g<b>/external.php?type=RSS2&forumids=\g<f>",),
            ),
            _route(_THREAD, _B + r"/showthread\.php(?:\?(?:.*&)?t=|[/?])\d+.*"),
        ),
        ("/external.php?type=RSS2&lastpost=1", "/external.php?type=RSS2", "/external?type=rss2"),
    ),
    Software(
        "NodeBB",
        _traces(r"nodebb(?:\.min|/|[\"'-])", _generator("nodebb")),
        (
            _route(_THREAD, _B + r"/topic/(?P<t>\d+)(?:/.*)?(?:\?.*)?", r"\g<b>/topic/\g<t>.rss"),
            _route(
                _BOARD,
                _B + r"/category/(?P<c>\d+)(?:/.*)?(?:\?.*)?",
                r"\g<b>/category/\g<c>.rss",
                better=(r"\g<b>/category/\g<c>/recentposts.rss",),
            ),
            _route(_BOARD, _B + r"/tags/(?P<t>[^/?]+)" + _END, more=(r"\g<b>/tags/\g<t>.rss",)),
            _route(_BOARD, _B + r"/user/(?P<u>[^/?]+)(?:/\w+)?" + _END, more=(r"\g<b>/user/\g<u>/topics.rss",)),
        ),
        ("/recentposts.rss", "/topics.rss", "/recent.rss"),
    ),
    Software(
        "Flarum",
        _traces(r"id=[\"']?flarum", r"flarum\.(?:core|app)", r"flarum-loading", _generator("flarum")),
        (
            _route(_THREAD, _B + r"/d/(?P<d>\d+(?:-[^/?]*)?)(?:/\w+)?" + _END, r"\g<b>/atom/d/\g<d>"),
            _route(_BOARD, _B + r"/t/(?P<t>[^/?]+)" + _END, more=(r"\g<b>/atom/t/\g<t>",)),
            _route(_BOARD, _B + r"/u/(?P<u>[^/?]+)(?:/\w+)?" + _END, more=(r"\g<b>/atom/u/\g<u>/posts",)),
        ),
        ("/atom", "/atom/discussions", "/rss"),
    ),
    Software(
        "Lemmy",
        _traces(r"lemmy-(?:site|ui)", r"window\.isoData", _generator("lemmy")),
        (
            _route(_BOARD, r"(?P<b>)/c/(?P<c>[\w.-]+)" + _END, r"/feeds/c/\g<c>.xml?sort=New"),
            _route(_BOARD, r"(?P<b>)/c/(?P<c>[\w.-]+)@(?P<h>[\w.:-]+)" + _END, r"//\g<h>/feeds/c/\g<c>.xml?sort=New"),
            _route(_BOARD, r"(?P<b>)/u/(?P<u>[\w.-]+)" + _END, r"/feeds/u/\g<u>.xml?sort=New"),
            _route(_BOARD, r"(?P<b>)/u/(?P<u>[\w.-]+)@(?P<h>[\w.:-]+)" + _END, r"//\g<h>/feeds/u/\g<u>.xml?sort=New"),
        ),
        ("/feeds/local.xml?sort=New", "/feeds/all.xml?sort=New"),
    ),
    Software(
        "Mastodon",
        _traces(
            r"id=[\"']?mastodon", _generator("mastodon"), r"id=[\"']?initial-state", r"mastodon/(?:features|locales)"
        ),
        (
            _route(
                _BOARD, r"(?P<b>)(?:/web|/deck)?/@(?P<u>[\w-]+)@(?P<h>[\w.:-]+)(?:/\d+)?" + _END, r"//\g<h>/@\g<u>.rss"
            ),
            _route(
                _BOARD,
                r"(?P<b>)(?:/web|/deck)?/@(?P<u>[\w.-]+)/tagged/(?P<t>[\w%]+)" + _END,
                r"/@\g<u>/tagged/\g<t>.rss",
            ),
            _route(
                _BOARD,
                r"(?P<b>)(?:/web|/deck)?/@(?P<u>[\w.-]+)(?:/\d+|/with_replies|/media|/tagged/[\w%]+)?" + _END,
                r"/@\g<u>.rss",
            ),
            _route(_BOARD, r"(?P<b>)/users/(?P<u>[\w.-]+)(?:/statuses/\d+)?" + _END, r"/users/\g<u>.rss"),
            _route(_BOARD, r"(?P<b>)(?:/web|/deck)?/tags/(?P<t>[\w%]+)" + _END, r"/tags/\g<t>.rss"),
        ),
    ),
    Software(
        "Invision",
        _traces(r"ips\.setSetting", r"\bipsLayout_", r"data-ips-?hook", r"powered by invision", _generator("invision")),
        (_route(_BOARD, _B + r"(?P<s>/index\.php\?/|/)forum/(?P<f>\d+-[^/?&]+)/?.*", r"\g<b>\g<s>forum/\g<f>.xml/"),),
        ("/discover/all.xml/", "/index.php?/discover/all.xml/"),
    ),
    Software(
        "Vanilla",
        _traces(r"vanilla-?(?:theme|forums)", r"\bgdn\.(?:meta|permissions)"),
        (
            _route(
                _THREAD,
                _B + r"/discussion/(?P<d>\d+/[^/?]+)(?:/p\d+)?" + _END,
                more=(r"\g<b>/discussion/\g<d>/feed.rss",),
            ),
            _route(_BOARD, _B + r"/categories/(?P<c>[^/?]+)" + _END, more=(r"\g<b>/categories/\g<c>/feed.rss",)),
        ),
        ("/discussions/feed.rss",),
    ),
    Software(
        "WordPress",
        _traces(_generator("wordpress"), r"/wp-content/", r"/wp-includes/", r"api\.w\.org"),
        (
            _route(
                _THREAD,
                r"(?P<b>)(?P<p>(?:/[^/?]+)*/\d{4}/\d\d(?:/\d\d)?/[^/?]+)(?:/comment-page-\d+|/amp)?/?(?:\?.*)?",
                more=(r"\g<p>/feed/",),
            ),
            _route(_THREAD, _B + r"/\?(?:.*&)?p=(?P<p>\d+).*", more=(r"\g<b>/?feed=rss2&p=\g<p>",)),
            _route(_BOARD, _B + r"/\?(?:.*&)?s=(?P<s>[^&]+).*", more=(r"\g<b>/?s=\g<s>&feed=rss2",)),
            _route(
                _BOARD,
                r"(?P<b>.*?)(?P<p>/(?:category|kategorie|tag|schlagwort|author|autor)/[^?]+?)(?:/page/\d+)?/?(?:\?.*)?",
                more=(r"\g<b>\g<p>/feed/",),
            ),
            _route(
                _THREAD,
                r"(?P<b>.*?)(?P<p>/(?:topics?|thema|themen)/[^/?]+)(?:/page/\d+)?/?(?:\?.*)?",
                more=(r"\g<b>\g<p>/feed/",),
            ),
            _route(
                _BOARD,
                r"(?P<b>.*?)(?P<p>/(?:forums?|foren)(?:/(?!topics?/|thema/|themen/)[^?/]+)*?)(?:/page/\d+)?/?(?:\?.*)?",
                more=(r"\g<b>\g<p>/feed/",),
            ),
        ),
        ("/comments/feed/", "/feed/", "/?feed=comments-rss2", "/?feed=rss2"),
        ("?feed=", "/feed/"),
    ),
    Software(
        "Blogger",
        _traces(_generator("blogger"), r"www\.blogger\.com/(?:static|feeds|rearrange)"),
        whole=("/feeds/comments/default", "/feeds/posts/default"),
    ),
    Software("Ghost", _traces(_generator("ghost")), whole=("/rss/",)),
    Software(
        "Drupal", _traces(_generator("drupal"), r"drupal-settings-json", r"/sites/default/files/"), whole=("/rss.xml",)
    ),
    Software("TYPO3", _traces(_generator("typo3"), r"/typo3temp/"), whole=("/rss.xml", "/feed.xml", "/?type=9818")),
    Software(
        "Kunena",
        _traces(r"com_kunena", r"/media/kunena/"),
        whole=(
            "/index.php?option=com_kunena&view=topics&layout=posts&mode=recent&format=feed&type=rss",
            "/index.php?option=com_kunena&view=topics&mode=replies&format=feed&type=rss",
            "/forum?format=feed&type=rss",
        ),
    ),
    Software("Joomla", _traces(_generator("joomla"), r"/media/system/js/"), whole=("/?format=feed&type=rss",)),
    Software("Jimdo", _traces(r"\bjimdo"), whole=("/rss/blog",)),
    Software("Wix", _traces(_generator("wix\\.com"), r"static\.wixstatic\.com"), whole=("/blog-feed.xml",)),
    Software(
        "Squarespace",
        _traces(r"(?:static1?|assets)\.squarespace\.com"),
        (_route(_BOARD, r"(?P<b>)(?P<p>/[^/?]+)(?:/[^?]*)?(?:\?.*)?", more=(r"\g<p>?format=rss",)),),
        ("/blog?format=rss", "/?format=rss"),
    ),
    Software(
        "Shopify",
        _traces(r"cdn\.shopify\.com", r"\bShopify\.(?:shop|theme)\b"),
        (_route(_BOARD, r"(?P<b>)(?P<p>(?:/[\w-]{2,5})?/blogs/[^/?]+)(?:/[^?]*)?(?:\?.*)?", more=(r"\g<p>.atom",)),),
        ("/blogs/news.atom",),
    ),
    Software(
        "Hugo",
        _traces(_generator("hugo")),
        (_route(_BOARD, r"(?P<b>)(?P<p>/[^/?]+)/[^?]*(?:\?.*)?", more=(r"\g<p>/index.xml",)),),
        ("/index.xml",),
    ),
    Software(
        "Jekyll",
        _traces(_generator("jekyll")),
        (_route(_ALL, r"(?P<b>)(?P<p>/[^/?]+)/[^?]*(?:\?.*)?", more=(r"\g<p>/feed.xml",)),),
        ("/feed.xml",),
    ),
    Software("Substack", _traces(r"substackcdn\.com"), whole=("/feed",)),
    Software(
        "Question2Answer", _traces(r"\bqa-(?:body-js-off|template-)", r"question2answer"), whole=("/feed/qa.rss",)
    ),
)

_FOLDERS: Final = re.compile(
    r"[\"'=(]((?:https?:)?(?:\\?/\\?/[\w.:-]+)?(?:\\?/[\w.~%-]+)*?)\\?/(?:wp-(?:content|includes|json)\\?/|styles/\w+/theme|jscripts/"
    r"|Themes/default|clientscript/|js/xf/|assets/nodebb)",
    re.IGNORECASE,
)
_STATED_FOLDER: Final = re.compile(
    r"<meta[^<>]{0,100}discourse-base-uri[^<>]{0,60}content=[\"']?([\w/.-]*)|\"relative_path\":\s*\"(/[^\"]{0,80})\""
    r"|smf_scripturl\s*=\s*[\"']([^\"']{1,300})/index\.php|WCF_PATH\s*=\s*[\"']([^\"']{1,300}?)/?(?:wcf/)?[\"']",
    re.IGNORECASE,
)


_GENERATOR: Final = re.compile(r"<meta[^<>]{0,200}\bgenerator\b[^<>]{0,300}>", re.IGNORECASE)
_SCOPES: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), scope)
    for pattern, scope in (
        (r"/t/[^/?]+/\d+\.rss|/topic/\d+\.rss|/feed\.php\?(?:.*[&;])?t=\d|/feed/topic/\d|/(?:atom|rss)/d/\d", _THREAD),
        (
            r"/feeds/question/\d|/feeds/\d+/comments/|/comments/\w+/(?:[^/]+/)?\.rss|[?&]tid=\d|[?&]feed=rss2&p=\d",
            _THREAD,
        ),
        (r"[?&]type=rss2&forum=\d+&topic=\d|/video-comments\.\w+\?(?:.*&)?videoId=", _THREAD),
        (r"[?&]type=rss2&forum=|[;&]sa=posts;u=\d", _BOARD),
        (
            r"/c/[^?]+\.rss|/tags?/[^?]+\.rss|/category/\d+|[?&;](?:fid|f|forumids|board|boardID|nodeid)=\d|/feed/forum/\d",
            _BOARD,
        ),
        (
            r"board-?(?:rss-)?feed/\d|/forums?/[^/?-][^/?]*/index\.rss|/forum/\d+[^?]*\.xml|/atom/t/|/feeds/(?:c|u|tag)/",
            _BOARD,
        ),
        (
            r"/posts\.rss|/latest\.rss|/recentposts\.rss|/topics\.rss|sa=recent|/board-?(?:rss-)?feed/?$|page=ThreadsFeed&format=rss2$|/forums/-/index\.rss",
            _ALL,
        ),
        (
            r"/extern\.php\?action=feed|/feed\.php$|/app\.php/feed$|/external(?:\.php)?\?type=|/syndication\.php|/comments/feed/?$|comments-rss2",
            _ALL,
        ),
        (r"/feeds/(?:local|all)\.xml|/atom(?:/discussions)?$|/feeds/(?:posts|comments)/default", _ALL),
    )
)


def softwares_of_page(page: str) -> tuple[str, ...]:
    """Which software may have made a page, most likely first, at most two; what the page calls itself counts most."""
    head = page[:400_000]
    stated = " ".join(_GENERATOR.findall(head)[:5])
    found = [known.name for known in SOFTWARE if stated and known.traces.search(stated) is not None]
    found += [known.name for known in SOFTWARE if known.traces.search(head) is not None]
    if "Kunena" in found:
        found = [name for name in found if name != "Joomla"]  # which it lives in
    return tuple(dict.fromkeys(found))[:2]


def scope_of_feed(url: str) -> Scope:
    """How much of its place a feed carries, by its address."""
    for pattern, scope in _SCOPES:
        if pattern.search(url) is not None:
            return scope
    return Scope.UNKNOWN


def route_feeds(url: str, software: str = "", page: str = "") -> tuple[Place, ...]:
    """Feeds that the address of a page suggests, by the routes of forum software.

    Args:
        url: Address of a page.
        software: Its software if known: then more of that one, and nothing of others.
        page: What it says; feeds are written the way it writes them.
    """
    return tuple(_routed(url, software, page))


def board_feeds(url: str, software: str, page: str = "") -> tuple[Place, ...]:
    """Feeds of a part of a forum whose address is `url`; empty if it is the address of something else."""
    return tuple(place for place in route_feeds(url, software, page) if place.scope is Scope.BOARD)


def whole_feeds(software: str, url: str, page: str = "") -> tuple[Place, ...]:
    """Feeds with everything new at a forum or blog.

    Args:
        software: Its name.
        url: Address of any of its pages.
        page: What the page says; its folders and the way it writes feeds are taken from there.
    """
    known = _known(software)
    if known is None:
        return ()
    folders = _folders(known, url, page)
    return tuple(
        Place(folder + path, scope=Scope.ALL) for folder in folders for path in _styled(known, known.whole, page)
    )


def _known(name: str) -> Software | None:
    return next((one for one in SOFTWARE if one.name == name), None)


def _routed(url: str, software: str, page: str) -> Iterator[Place]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return
    root = f"{parts.scheme}://{parts.netloc}"
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    for known in SOFTWARE:
        if software and known.name != software:
            continue
        for route in known.routes:
            found = route.pattern.fullmatch(target)
            if found is None:
                continue
            templates = _styled(known, (*route.better, *route.feeds, *route.more), page) if software else route.feeds
            for template in templates:
                path = found.expand(template)
                feed = f"{parts.scheme}:{path}" if path.startswith("//") else root + path
                yield Place(feed, scope=route.scope, rare=bool(route.feeds) and template in route.more)


def _folders(known: Software, url: str, page: str) -> tuple[str, ...]:
    """Where the software lives, most likely first; at most two."""
    parts = urlsplit(url)
    root = f"{parts.scheme}://{parts.netloc}"
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    found: list[str] = []
    for route in known.routes:
        match = route.pattern.fullmatch(target)
        if match is not None and route.scope is not Scope.UNKNOWN and known.name != "WordPress":
            found.append(root + match["b"])
            break
    if not found:
        found = [*_stated(page, root), root + parts.path.rpartition("/")[0], root]
    return tuple(dict.fromkeys(folder.rstrip("/") for folder in found))[:2]


def _stated(page: str, root: str) -> Iterator[str]:
    """Folders a page names by its scripts, styles and settings; only on its own server."""
    stated = _STATED_FOLDER.search(page[:400_000])
    if stated is not None:
        named = next((group for group in stated.groups() if group is not None), "")
        yield from _own(named, root)
    asset = _FOLDERS.search(page[:400_000])
    if asset is not None:
        named = asset[1].replace("\\/", "/")
        if named.startswith(("/", "http")) or not named:
            yield from _own(named, root)


def _own(named: str, root: str) -> Iterator[str]:
    named = named.replace("\\/", "/").rstrip("/")
    if named.startswith("//"):
        named = f"{root.partition('://')[0]}:{named}"
    if named.startswith("http"):
        if urlsplit(named).netloc == urlsplit(root).netloc:
            yield root + urlsplit(named).path
    elif not named or named.startswith("/"):
        yield root + named


def _styled(known: Software, paths: tuple[str, ...], page: str) -> tuple[str, ...]:
    """The paths in the style the page uses, all of them if it shows none."""
    shown = next((style for style in known.styles if style in page), None)
    if shown is None:
        return paths
    kept = tuple(path for path in paths if shown in path)
    return kept or paths
