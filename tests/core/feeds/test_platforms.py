"""Discovery at every forum, blog and network software we know: hosted by itself, in folders, at pages of any depth."""
# ruff: noqa: E501  a case is read as one line

from dataclasses import dataclass, field

import pytest

from kundenradar.domain.errors import OutsideError, TroubleKind
from kundenradar.domain.sources import Candidate, Scope, SourceKind
from kundenradar.feeds.discover import FeedDiscoverer
from kundenradar.feeds.forumrules import SOFTWARE, softwares_of_page
from kundenradar.feeds.hostrules import more_places, rule_feeds
from kundenradar.feeds.trying import MAX_DOWNLOADS
from tests.core.feeds.webs import Web, rss


def html(body: str = "", *, head: str = "", root: str = "", classes: str = "") -> bytes:
    return f'<!DOCTYPE html><html {root}><head>{head}</head><body class="{classes}">{body}</body></html>'.encode()


def generator(words: str) -> str:
    return f'<meta name="generator" content="{words}">'


def crumbs(*targets: str) -> str:
    links = "".join(f'<li><a href="{target}"><span>Weg</span></a></li>' for target in targets)
    return f'<ul class="breadcrumb">{links}</ul>'


PHPBB = "Powered by <a href='https://www.phpbb.com/'>phpBB</a>&reg; Forum Software"
MYBB = "<script>var my_post_key = 'x';</script>"
SMF = '<script>var smf_theme_url = "x"; var smf_scripturl = "{root}/index.php";</script>'
WOLTLAB = "<script>var WCF_PATH = '{root}/wcf/';</script><a>Community-Software: WoltLab Suite</a>"
XENFORO = 'id="XF" data-app="public" data-template="thread_view"'
VBULLETIN = '<script src="clientscript/vbulletin_global.js"></script>'
NODEBB = '<script src="{root}/assets/nodebb.min.js"></script>'
FLARUM = '<div id="flarum-loading"></div><script>flarum.core.app.load({})</script>'
LEMMY = '<div class="lemmy-site"></div><script>window.isoData = {}</script>'
MASTODON = '<div id="mastodon"></div><script id="initial-state"></script>'


def declared(*feeds: str) -> str:
    return "".join(f'<link rel="alternate" type="application/rss+xml" href="{feed}">' for feed in feeds)


WORDPRESS = '<link rel="stylesheet" href="{root}/wp-content/themes/a/style.css">'


@dataclass(frozen=True)
class Case:
    """A page, the feeds that are really there, and what has to be offered, best first."""

    name: str
    url: str
    page: bytes
    there: tuple[str, ...]
    offered: tuple[str, ...] = field(default=())

    @property
    def wanted(self) -> tuple[str, ...]:
        return self.offered or self.there


F = "https://forum.example"
K = "https://firma.example/forum"
L = "http://127.0.0.1:8899"

CASES = (
    # Discourse
    Case("discourse front", f"{F}/", html(head=generator("Discourse 3.5.0")), (f"{F}/posts.rss", f"{F}/latest.rss")),
    Case(
        "discourse topic offers discussion, category, all",
        f"{F}/t/akku-blinkt/5120/7",
        html(crumbs("/", "/c/hilfe/3", "/c/hilfe/akku/12"), head=generator("Discourse 3.5.0")),
        (f"{F}/t/akku-blinkt/5120.rss", f"{F}/c/hilfe/akku/12.rss", f"{F}/posts.rss", f"{F}/latest.rss"),
    ),
    Case(
        "discourse in a folder",
        f"{K}/t/akku/5",
        html(head=generator("Discourse 3.5.0")),
        (f"{K}/t/akku/5.rss", f"{K}/posts.rss"),
    ),
    Case(
        "discourse front page in a folder",
        f"{K}",
        html(head=generator("Discourse 3") + '<meta name="discourse-base-uri" content="/forum">'),
        (f"{K}/posts.rss", f"{K}/latest.rss"),
    ),
    Case("discourse by its assets", f"{F}/", html('<script src="/assets/discourse-1a.js"></script>'), (f"{F}/posts.rss",)),
    Case("discourse category", f"{F}/c/hilfe/3/l/top", html(head=generator("Discourse")), (f"{F}/c/hilfe/3.rss", f"{F}/posts.rss")),
    Case("discourse tag", f"{F}/tag/akku", html(head=generator("Discourse")), (f"{F}/tag/akku.rss", f"{F}/posts.rss")),
    Case("discourse user", f"{F}/u/max/activity", html(head=generator("Discourse")), (f"{F}/u/max/activity.rss",)),
    Case("discourse silent about itself", f"{F}/t/akku/5", html(), (f"{F}/t/akku/5.rss",)),
    # phpBB
    Case("phpbb front", f"{F}/index.php", html(PHPBB), (f"{F}/feed.php",)),
    Case("phpbb 3.3 front", f"{F}/", html(PHPBB), (f"{F}/app.php/feed",)),
    Case("phpbb in a folder", f"{K}/index.php", html(PHPBB), (f"{K}/app.php/feed",)),
    Case("phpbb front of a folder without slash", "https://firma.example/forum/", html(PHPBB), (f"{K}/feed.php",)),
    Case(
        "phpbb topic offers discussion, board, all",
        f"{K}/viewtopic.php?f=3&t=55&start=15",
        html(PHPBB),
        (f"{K}/feed.php?t=55", f"{K}/feed.php?f=3", f"{K}/feed.php"),
    ),
    Case(
        "phpbb topic of today's links",
        f"{K}/viewtopic.php?t=55",
        html(PHPBB + crumbs("./index.php", "./viewforum.php?f=1", "./viewforum.php?f=3")),
        (f"{K}/app.php/feed/topic/55", f"{K}/app.php/feed/forum/3", f"{K}/app.php/feed"),
    ),
    Case(
        "phpbb post links name the topic canonically",
        f"{F}/viewtopic.php?p=900",
        html(PHPBB, head=f'<link rel="canonical" href="{F}/viewtopic.php?t=55">'),
        (f"{F}/feed.php?t=55", f"{F}/feed.php"),
    ),
    Case(
        "phpbb with rewritten feeds",
        f"{F}/viewforum.php?f=3",
        html(PHPBB),
        (f"{F}/feed/forum/3", f"{F}/feed"),
    ),
    Case("phpbb on this computer", f"{L}/viewtopic.php?f=2&t=9", html(PHPBB), (f"{L}/feed.php?t=9", f"{L}/feed.php?f=2")),
    Case("phpbb with session ids", f"{F}/viewtopic.php?sid=abc&t=7", html(PHPBB), (f"{F}/feed.php?t=7",)),
    Case(
        "phpbb as it comes out of the box",
        f"{K}/viewtopic.php?f=315&p=424251",
        html(
            '<ul id="nav-breadcrumbs" class="nav-breadcrumbs linklist"><li class="breadcrumbs"><span class="crumb">'
            '<a href="https://firma.example">F</a></span><span class="crumb"><a href="./index.php">Foren</a></span>'
            '<span class="crumb"><a href="./viewforum.php?f=1">A</a></span><span class="crumb">'
            '<a href="./viewforum.php?f=315">B</a></span></li></ul><a href="./viewforum.php?f=9">anderes</a>' + PHPBB,
            head='<link rel="alternate" type="application/atom+xml" title="Feed - Forum" href="/forum/app.php/feed">'
            '<link rel="alternate" type="application/atom+xml" title="Feed - Neue Themen" href="/forum/app.php/feed/topics">'
            f'<link rel="canonical" href="{K}/viewtopic.php?t=55">',
        ),
        (f"{K}/app.php/feed/topic/55", f"{K}/app.php/feed/forum/315", f"{K}/app.php/feed", f"{K}/app.php/feed/topics"),
    ),
    Case(
        "phpbb that hangs the visit on its links",
        f"{F}/viewtopic.php?t=55",
        html(PHPBB, head=declared(*(f"/app.php/feed{one}?sid={'0' * 32}" for one in ("", "/topic/55")))),
        (f"{F}/app.php/feed/topic/55", f"{F}/app.php/feed"),
    ),
    # FluxBB
    Case(
        "fluxbb topic",
        f"{F}/viewtopic.php?id=12",
        html('<div id="punviewtopic" class="pun"></div>'),
        (f"{F}/extern.php?action=feed&tid=12&type=atom", f"{F}/extern.php?action=feed&type=atom"),
    ),
    # MyBB
    Case("mybb front", f"{F}/", html(MYBB), (f"{F}/syndication.php?limit=50",)),
    Case(
        "mybb declares the shorter feed",
        f"{F}/index.php",
        html(MYBB, head=declared("/syndication.php")),
        (f"{F}/syndication.php?limit=50", f"{F}/syndication.php"),
    ),
    Case(
        "mybb board",
        f"{K}/forumdisplay.php?fid=4",
        html(MYBB),
        (f"{K}/syndication.php?fid=4&limit=50", f"{K}/syndication.php?limit=50"),
    ),
    Case("mybb pretty board", f"{F}/forum-4-page-2.html", html(MYBB), (f"{F}/syndication.php?fid=4&limit=50",)),
    Case(
        "mybb thread offers its board and all",
        f"{K}/showthread.php?tid=88&pid=9",
        html(MYBB + '<div class="navigation"><a href="index.php">F</a> <a href="forumdisplay.php?fid=4">B</a></div>'),
        (f"{K}/syndication.php?fid=4&limit=50", f"{K}/syndication.php?limit=50"),
    ),
    Case("mybb pretty thread", f"{F}/thread-88.html", html(MYBB), (f"{F}/syndication.php?limit=50",)),
    # SMF
    Case(
        "smf front in a folder",
        f"{K}/index.php",
        html(SMF.format(root=K)),
        (f"{K}/index.php?action=.xml;type=atom;sa=recent;limit=50", f"{K}/index.php?action=.xml;type=rss2;sa=recent;limit=50"),
    ),
    Case(
        "smf declares opening posts only",
        f"{F}/index.php?topic=5.0",
        html(
            SMF.format(root=F) + f'<div class="navigate_section"><a href="{F}/index.php?board=3.0">y</a></div>',
            head=declared(f"{F}/index.php?action=.xml;type=rss2;board=3", f"{F}/index.php?action=.xml;type=rss2"),
        ),
        (
            f"{F}/index.php?action=.xml;type=atom;sa=recent;board=3;limit=50",
            f"{F}/index.php?action=.xml;type=rss2;board=3",
            f"{F}/index.php?action=.xml;type=atom;sa=recent;limit=50",
            f"{F}/index.php?action=.xml;type=rss2",
        ),
    ),
    Case(
        "smf person",
        f"{F}/index.php?action=profile;area=showposts;u=7",
        html(SMF.format(root=F)),
        (f"{F}/index.php?action=.xml;type=atom;sa=posts;u=7;limit=50", f"{F}/index.php?action=.xml;type=atom;sa=recent;limit=50"),
    ),
    Case(
        "smf board",
        f"{F}/index.php?board=12.20",
        html(SMF.format(root=F)),
        (f"{F}/index.php?action=.xml;type=rss2;board=12",),
    ),
    Case(
        "smf topic offers its board and all",
        f"{F}/index.php?topic=777.msg9#msg9",
        html(
            SMF.format(root=F)
            + f'<div class="navigate_section"><a href="{F}/index.php">x</a><a href="{F}/index.php?board=12.0">y</a></div>'
        ),
        (
            f"{F}/index.php?action=.xml;type=atom;sa=recent;board=12;limit=50",
            f"{F}/index.php?action=.xml;type=atom;sa=recent;limit=50",
        ),
    ),
    Case("smf pretty topic", f"{F}/index.php/topic,5.0.html", html(SMF.format(root=F)), (f"{F}/index.php?action=.xml;type=rss2;sa=recent;limit=50",)),
    # WoltLab
    Case("woltlab front", f"{F}/", html(WOLTLAB.format(root=F)), (f"{F}/board-feed/",)),
    Case("woltlab in a folder", f"{K}/", html(WOLTLAB.format(root=K)), (f"{K}/index.php?board-feed/",)),
    Case(
        "woltlab whose core lies elsewhere",
        f"{F}/",
        html(WOLTLAB.format(root="https://forum.example/cms")),
        (f"{F}/board-feed/",),
    ),
    Case("woltlab board", f"{F}/board/12-technik/", html(WOLTLAB.format(root=F)), (f"{F}/board-feed/12/", f"{F}/board-feed/")),
    Case(
        "woltlab board without rewriting",
        f"{K}/index.php?board/12-technik/",
        html(WOLTLAB.format(root=K)),
        (f"{K}/index.php?board-feed/12/", f"{K}/index.php?board-feed/"),
    ),
    Case(
        "woltlab thread offers its board and all",
        f"{K}/thread/345-heizung-kalt/?pageNo=2",
        html(WOLTLAB.format(root=K) + '<nav class="breadcrumbs"><a href="/forum/">F</a><a href="/forum/board/12-technik/">T</a></nav>'),
        (f"{K}/board-feed/12/", f"{K}/board-feed/"),
    ),
    Case("burning board 4", f"{F}/index.php/Board/7-Klima/", html(WOLTLAB.format(root=F)), (f"{F}/index.php/BoardFeed/7/",)),
    # XenForo
    Case("xenforo front", f"{F}/", html(root=XENFORO), (f"{F}/forums/-/index.rss",)),
    Case("xenforo board", f"{K}/forums/technik.12/page-3", html(root=XENFORO), (f"{K}/forums/technik.12/index.rss", f"{K}/forums/-/index.rss")),
    Case(
        "xenforo thread offers its board and all",
        f"{K}/threads/heizung-kalt.345/post-9",
        html('<ul class="p-breadcrumbs"><a href="/forum/">F</a><a href="/forum/forums/technik.12/">T</a></ul>', root=XENFORO),
        (f"{K}/forums/technik.12/index.rss", f"{K}/forums/-/index.rss"),
    ),
    Case("xenforo without rewriting", f"{F}/index.php?forums/technik.12/", html(root=XENFORO), (f"{F}/index.php?forums/technik.12/index.rss",)),
    # vBulletin
    Case("vbulletin board", f"{K}/forumdisplay.php?f=4", html(VBULLETIN), (f"{K}/external.php?type=RSS2&forumids=4", f"{K}/external.php?type=RSS2&lastpost=1", f"{K}/external.php?type=RSS2")),
    Case("vbulletin 4 board", f"{F}/forumdisplay.php/4-Technik", html(VBULLETIN), (f"{F}/external.php?type=RSS2&forumids=4",)),
    Case(
        "vbulletin thread offers its board",
        f"{K}/showthread.php?t=99",
        html(VBULLETIN + '<span class="navbar"><a class="navbit" href="forumdisplay.php?f=4">T</a></span>'),
        (f"{K}/external.php?type=RSS2&forumids=4", f"{K}/external.php?type=RSS2"),
    ),
    Case("vbulletin 5", f"{F}/", html(head=generator("vBulletin 5.7")), (f"{F}/external?type=rss2",)),
    Case(
        "vbulletin 4 with sessions in its links",
        f"{F}/showthread.php?s=75ed28c9&t=99",
        html(
            VBULLETIN + '<div id="breadcrumb" class="breadcrumb"><ul class="floatcontainer"><li class="navbithome"><a href='
            '"index.php?s=75ed"><img></a></li><li class="navbit"><a href="forumdisplay.php?f=130&amp;s=75ed">A</a></li><li '
            'class="navbit"><a href="forumdisplay.php?f=310&amp;s=75ed">B</a></li></ul></div><a href="forumdisplay.php?f=7">x</a>'
        ),
        (f"{F}/external.php?type=RSS2&forumids=310", f"{F}/external.php?type=RSS2"),
    ),
    # NodeBB
    Case("nodebb front", f"{F}/", html(NODEBB.format(root="")), (f"{F}/recentposts.rss", f"{F}/topics.rss")),
    Case("nodebb folder", f"{K}/categories", html(NODEBB.format(root="/forum")), (f"{K}/recentposts.rss",)),
    Case(
        "nodebb topic offers discussion, category, all",
        f"{F}/topic/5120/akku/3",
        html(NODEBB.format(root="") + crumbs("/", "/category/12/technik")),
        (f"{F}/topic/5120.rss", f"{F}/category/12.rss", f"{F}/recentposts.rss"),
    ),
    Case("nodebb category", f"{K}/category/12/technik", html(NODEBB.format(root="/forum")), (f"{K}/category/12/recentposts.rss", f"{K}/category/12.rss")),
    # Flarum
    Case("flarum person", f"{F}/u/eva", html(FLARUM), (f"{F}/atom/u/eva/posts", f"{F}/atom")),
    Case("flarum front", f"{F}/", html(FLARUM), (f"{F}/atom",)),
    Case("flarum discussion", f"{K}/d/12-akku/4", html(FLARUM), (f"{K}/atom/d/12-akku", f"{K}/atom")),
    Case("flarum tag", f"{F}/t/akku", html(FLARUM), (f"{F}/atom/t/akku", f"{F}/atom")),
    # Lemmy
    Case("lemmy front", f"{F}/", html(LEMMY), (f"{F}/feeds/local.xml?sort=New",)),
    Case("lemmy community", f"{F}/c/haushalt", html(LEMMY), (f"{F}/feeds/c/haushalt.xml?sort=New", f"{F}/feeds/local.xml?sort=New")),
    Case("lemmy community of another server", f"{F}/c/haushalt@feddit.example", html(LEMMY), ("https://feddit.example/feeds/c/haushalt.xml?sort=New",)),
    Case("lemmy person", f"{F}/u/max", html(LEMMY), (f"{F}/feeds/u/max.xml?sort=New",)),
    # Mastodon
    Case("mastodon person", f"{F}/@max", html(MASTODON), (f"{F}/@max.rss",)),
    Case("mastodon post", f"{F}/@max/112233445566778899", html(MASTODON), (f"{F}/@max.rss",)),
    Case("mastodon person of another server", f"{F}/@max@b.example", html(MASTODON), ("https://b.example/@max.rss",)),
    Case("mastodon tag", f"{F}/tags/koeln", html(MASTODON), (f"{F}/tags/koeln.rss",)),
    Case("mastodon silent about itself", f"{F}/web/@max", html(), (f"{F}/@max.rss",)),
    Case("a fediverse handle", "@max@b.example", html(), ("https://b.example/@max.rss",)),
    # Invision, Vanilla
    Case("invision board", f"{F}/forum/12-technik/", html("<script>ips.setSetting('x')</script>"), (f"{F}/forum/12-technik.xml/", f"{F}/discover/all.xml/")),
    Case("vanilla", f"{F}/", html("<script>gdn.meta={}</script>"), (f"{F}/discussions/feed.rss",)),
    # WordPress
    Case(
        "wordpress front",
        "https://firma.example/",
        html(head=WORDPRESS.format(root="https://firma.example")),
        ("https://firma.example/comments/feed/", "https://firma.example/feed/"),
    ),
    Case(
        "wordpress in a folder, seen from an inner page",
        "https://firma.example/blog/2025/12/heizung/",
        html(head=WORDPRESS.format(root="https://firma.example/blog"), classes="single single-post"),
        (
            "https://firma.example/blog/2025/12/heizung/feed/",
            "https://firma.example/blog/comments/feed/",
            "https://firma.example/blog/feed/",
        ),
    ),
    Case(
        "wordpress article that names its comments",
        "https://firma.example/heizung/",
        html(
            head=WORDPRESS.format(root="")
            + '<link rel="alternate" type="application/rss+xml" title="Firma &raquo; Feed" href="https://firma.example/feed/" />'
            + '<link rel="alternate" type="application/rss+xml" title="Firma &raquo; Kommentar-Feed" href="https://firma.example/comments/feed/" />'
            + '<link rel="alternate" type="application/rss+xml" title="Firma &raquo; Heizung-Kommentar-Feed" href="https://firma.example/heizung/feed/" />'
        ),
        ("https://firma.example/heizung/feed/", "https://firma.example/comments/feed/", "https://firma.example/feed/"),
    ),
    Case(
        "wordpress without pretty addresses",
        "https://firma.example/?p=12",
        html(head=WORDPRESS.format(root="") + '<link rel="alternate" type="application/rss+xml" title="Feed" href="/?feed=rss2">'),
        ("https://firma.example/?feed=rss2&p=12", "https://firma.example/?feed=comments-rss2", "https://firma.example/?feed=rss2"),
    ),
    Case("wordpress category", "https://firma.example/category/heizung/", html(head=WORDPRESS.format(root="")), ("https://firma.example/category/heizung/feed/", "https://firma.example/comments/feed/", "https://firma.example/feed/")),
    Case("wordpress search", "https://firma.example/?s=heizung", html(head=WORDPRESS.format(root="")), ("https://firma.example/?s=heizung&feed=rss2", "https://firma.example/comments/feed/")),
    Case("forums inside wordpress", "https://firma.example/forums/", html(head=WORDPRESS.format(root="")), ("https://firma.example/forums/feed/", "https://firma.example/comments/feed/")),
    Case(
        "wpforo inside wordpress",
        "https://firma.example/community/",
        html(
            '<a href="/community/?type=rss2&#038;forum=g">Foren</a><a href="/community/?type=rss2&#038;forum=g&#038;topic=g">Themen</a>',
            head=WORDPRESS.format(root="") + declared("/feed/", "/comments/feed/"),
        ),
        (
            "https://firma.example/community/?type=rss2&forum=g&topic=g",
            "https://firma.example/community/?type=rss2&forum=g",
            "https://firma.example/comments/feed/",
            "https://firma.example/feed/",
        ),
    ),
    Case(
        "kunena inside joomla",
        "https://firma.example/forum/werkstatt/12-kette",
        html('<script src="/media/kunena/js/main.js"></script>', head=generator("Joomla! - Open Source Content Management")),
        ("https://firma.example/index.php?option=com_kunena&view=topics&layout=posts&mode=recent&format=feed&type=rss",),
    ),
    Case("forum inside wordpress", "https://firma.example/forums/topic/kalt/", html(head=WORDPRESS.format(root="")), ("https://firma.example/forums/topic/kalt/feed/", "https://firma.example/comments/feed/")),
    Case("kunena", "https://firma.example/forum", html("<div id='kunena'></div><link href='/media/kunena/a.css'>"), ("https://firma.example/forum?format=feed&type=rss",)),
    # Blogger and others
    Case(
        "blogger under an own name",
        "https://blog.example/2025/12/a.html",
        html(head=generator("blogger")),
        ("https://blog.example/feeds/comments/default", "https://blog.example/feeds/posts/default"),
    ),
    Case(
        "blogger article that names its comments",
        "https://blog.example/2025/12/a.html",
        html(
            head=generator("blogger")
            + '<link rel="alternate" type="application/atom+xml" title="Blog - Atom" href="https://blog.example/feeds/posts/default">'
            + '<link rel="alternate" type="application/atom+xml" title="Blog - Atom" href="https://blog.example/feeds/77/comments/default">'
        ),
        ("https://blog.example/feeds/77/comments/default", "https://blog.example/feeds/comments/default", "https://blog.example/feeds/posts/default"),
    ),
    Case("jimdo", "https://firma.example/", html('<div class="jimdo"></div>'), ("https://firma.example/rss/blog",)),
    Case("wix", "https://firma.example/", html(head=generator("Wix.com Website Builder")), ("https://firma.example/blog-feed.xml",)),
    Case("joomla in a folder", "https://firma.example/", html(head=generator("Joomla! - Open Source")), ("https://firma.example/?format=feed&type=rss",)),
    # platforms by host
    Case("youtube handle by the data of its page", "https://www.youtube.com/@firma", html('<script>{"externalId":"UC1234567890123456789012"}</script>'), ("https://www.youtube.com/feeds/videos.xml?channel_id=UC1234567890123456789012",)),
    Case("youtube video by its channel", "https://www.youtube.com/watch?v=1", html('<meta itemprop="channelId" content="UC1234567890123456789012">'), ("https://www.youtube.com/feeds/videos.xml?channel_id=UC1234567890123456789012",)),
    Case("youtube channel needs no page", "https://m.youtube.com/channel/UC1234567890123456789012", html(), ("https://www.youtube.com/feeds/videos.xml?channel_id=UC1234567890123456789012",)),
    Case("youtube old name", "https://www.youtube.com/user/firma", html(), ("https://www.youtube.com/feeds/videos.xml?user=firma",)),
    Case("podcast of apple by the data of its page", "https://podcasts.apple.com/de/podcast/a/id12", html('<script>{"feedUrl":"https://cast.example/feed"}</script>'), ("https://cast.example/feed",)),
    Case("podcast of apple by its directory", "https://podcasts.apple.com/de/podcast/a/id12?l=de", html(), ("https://cast.example/feed",)),
    Case("reddit post offers discussion and group", "https://www.reddit.com/r/de/comments/1abc/titel/", html(), ("https://www.reddit.com/r/de/comments/1abc/.rss", "https://www.reddit.com/r/de/new/.rss", "https://www.reddit.com/r/de/comments/.rss")),
    Case("reddit by two letters", "r/waermepumpe", html(), ("https://www.reddit.com/r/waermepumpe/new/.rss",)),
    Case("github repository", "https://github.com/firma/geraet", html(), ("https://github.com/firma/geraet/releases.atom", "https://github.com/firma/geraet/discussions.atom")),
    Case("a search page of google", "https://www.google.de/search?q=%22Brandt+Haustechnik%22", html(), ("https://news.google.com/rss/search?q=%22Brandt%20Haustechnik%22&hl=de&gl=DE&ceid=DE:de", "https://www.bing.com/search?q=%22Brandt+Haustechnik%22&format=rss")),
)  # fmt: skip


DIRECTORY = b'{"resultCount":1,"results":[{"kind":"podcast","feedUrl":"https://cast.example/feed"}]}'


def discovered(case: Case) -> tuple[tuple[Candidate, ...], Web]:
    web = Web({feed: rss(f"Feed {feed}") for feed in case.there})
    if case.name.endswith("by its directory"):
        web.places["https://itunes.apple.com/lookup?id=12&entity=podcast"] = DIRECTORY
    address = case.url if "://" in case.url else "https://nowhere.example/"
    web.places[address.partition("#")[0]] = case.page
    return FeedDiscoverer(web).discover(case.url), web


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_there_is_offered_best_first(case: Case) -> None:
    found, web = discovered(case)
    assert [one.url for one in found] == list(case.wanted)
    assert len(web.asked) <= MAX_DOWNLOADS


def test_a_discussion_says_how_much_each_feed_carries() -> None:
    case = next(one for one in CASES if one.name.startswith("discourse topic"))
    found, _ = discovered(case)
    assert [one.scope for one in found] == [Scope.THREAD, Scope.BOARD, Scope.ALL, Scope.ALL]


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://news.google.com/rss/search?q=a&hl=de", SourceKind.ALERT),
        ("https://www.bing.com/news/search?q=a&format=rss", SourceKind.ALERT),
        ("https://www.google.de/alerts/feeds/1/2", SourceKind.ALERT),
    ],
)
def test_a_search_is_an_alert(url: str, kind: SourceKind) -> None:
    (found,) = FeedDiscoverer(Web({url: rss("Treffer")})).discover(url)
    assert found.kind is kind


def test_a_platform_is_offered_untried_while_there_is_no_line() -> None:
    address = "https://www.reddit.com/r/waermepumpe"
    feeds = rule_feeds(address)
    web = Web(dict.fromkeys((address, *feeds), TroubleKind.OFFLINE))
    found = FeedDiscoverer(web).discover(address)
    assert [one.url for one in found] == list(feeds)
    assert not any(one.is_tried for one in found)
    assert [(one.title, one.software) for one in found] == [
        ("r/waermepumpe", "Reddit"),
        ("r/waermepumpe: Kommentare", "Reddit"),
    ]


def test_a_guess_written_in_two_ways_is_offered_once() -> None:
    page = f"{F}/viewtopic.php?t=55"
    same = rss("Diskussion")
    web = Web({page: html(PHPBB), f"{F}/feed.php?t=55": same, f"{F}/app.php/feed/topic/55": same})
    assert [one.url for one in FeedDiscoverer(web).discover(page)] == [f"{F}/feed.php?t=55"]


def test_other_places_are_not_offered_while_there_is_no_line() -> None:
    web = Web({f"{F}/t/akku/5": TroubleKind.OFFLINE, f"{F}/t/akku/5.rss": TroubleKind.OFFLINE})
    with pytest.raises(OutsideError) as caught:
        FeedDiscoverer(web).discover(f"{F}/t/akku/5")
    assert caught.value.trouble.kind is TroubleKind.OFFLINE


def test_a_channel_that_hides_its_number_is_explained() -> None:
    with pytest.raises(OutsideError) as caught:
        FeedDiscoverer(Web({"https://www.youtube.com/@firma": html("Bevor Sie fortfahren")})).discover(
            "https://www.youtube.com/@firma"
        )
    assert caught.value.trouble.detail == "youtube"


def test_a_page_that_lists_feeds_is_followed_once() -> None:
    web = Web(
        {
            "https://zeitung.example/": html('<footer><a href="/service/abos">RSS-Feeds</a></footer>'),
            "https://zeitung.example/service/abos": html('<a href="/lokales.rss">L</a><a href="/sport.rss">S</a>'),
            "https://zeitung.example/lokales.rss": rss("Lokales"),
            "https://zeitung.example/sport.rss": rss("Sport"),
        }
    )
    found = FeedDiscoverer(web).discover("https://zeitung.example/")
    assert [one.title for one in found] == ["Lokales", "Sport"]


@pytest.mark.parametrize(
    "way",
    ['<meta http-equiv="refresh" content="0; URL=/forum/">', '<frameset><frame src="/forum/"></frameset>'],
)
def test_a_page_that_sends_on_is_followed(way: str) -> None:
    web = Web(
        {
            "https://firma.example/": way.encode(),
            "https://firma.example/forum/": html(PHPBB),
            "https://firma.example/forum/feed.php": rss("Forum"),
        }
    )
    found = FeedDiscoverer(web).discover("https://firma.example/")
    assert [one.url for one in found] == ["https://firma.example/forum/feed.php"]


def test_pages_that_send_each_other_on_come_to_an_end() -> None:
    there = b'<meta http-equiv="refresh" content="0; url=/b">'
    back = b'<meta http-equiv="refresh" content="0; url=/a">'
    web = Web({"https://a.example/a": there, "https://a.example/b": back})
    with pytest.raises(OutsideError):
        FeedDiscoverer(web).discover("https://a.example/a")
    assert len(web.asked) <= MAX_DOWNLOADS


def test_a_short_address_into_a_closed_place_is_named() -> None:
    web = Web({"https://facebook.com/firma": html()}, moved={"https://kurz.example/x": "https://facebook.com/firma"})
    with pytest.raises(OutsideError) as caught:
        FeedDiscoverer(web).discover("https://kurz.example/x")
    assert (caught.value.trouble.detail, caught.value.trouble.host) == ("closed-platform", "facebook.com")


def test_feeds_of_closed_places_are_not_offered() -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="https://www.facebook.com/feeds/page.php?id=1">'
    web = Web({"https://a.example/": html(head=head)})
    with pytest.raises(OutsideError):
        FeedDiscoverer(web).discover("https://a.example/")
    assert all("facebook" not in request.url for request in web.asked)


def test_everything_a_page_names_is_asked_in_its_name() -> None:
    case = next(one for one in CASES if one.name.startswith("phpbb topic offers"))
    _, web = discovered(case)
    assert [request.named_by for request in web.asked] == [None, *[case.url] * (len(web.asked) - 1)]


@pytest.mark.parametrize("software", SOFTWARE, ids=lambda one: one.name)
def test_an_empty_page_is_of_no_software(software: object) -> None:
    assert softwares_of_page("<html><body>Ein Text über Foren</body></html>") == ()


@pytest.mark.parametrize(
    ("url", "feeds"),
    [
        ("https://old.reddit.com/r/de+austria/", ["https://old.reddit.com/r/de+austria/new/.rss", "https://old.reddit.com/r/de+austria/comments/.rss"]),
        ("https://redd.it/1abcde", ["https://www.reddit.com/comments/1abcde/.rss"]),
        ("https://www.reddit.com/user/max/comments/1abc/x", ["https://www.reddit.com/user/max/comments/1abc/.rss"]),
        ("https://www.reddit.com/domain/firma.example/", ["https://www.reddit.com/domain/firma.example/new/.rss"]),
        ("https://stackoverflow.com/q/77", ["https://stackoverflow.com/feeds/question/77"]),
        ("https://stackoverflow.com/users/12/max", ["https://stackoverflow.com/feeds/user/12"]),
        ("https://german.stackexchange.com/questions", ["https://german.stackexchange.com/feeds"]),
        ("https://bsky.app/profile/a.example/post/3k", ["https://bsky.app/profile/a.example/rss"]),
        ("https://github.com/a/b/discussions/categories/q-a", ["https://github.com/a/b/discussions/categories/q-a.atom", "https://github.com/a/b/releases.atom", "https://github.com/a/b/commits.atom"]),
        ("https://github.com/a/b/issues", ["https://github.com/a/b/discussions.atom", "https://github.com/a/b/releases.atom"]),
        ("https://github.com/a/b/commits/main", ["https://github.com/a/b/commits/main.atom"]),
        ("https://github.com/topics/heizung", []),
        ("https://apps.apple.com/app/id55", ["https://itunes.apple.com/de/rss/customerreviews/id=55/sortBy=mostRecent/xml", "https://itunes.apple.com/de/rss/customerreviews/id=55/sortBy=mostRecent/json"]),
        ("https://firma.wordpress.com/2025/x", ["https://firma.wordpress.com/comments/feed/", "https://firma.wordpress.com/feed/"]),
        ("https://firma.substack.com/", ["https://firma.substack.com/feed"]),
        ("https://firma.tumblr.com/", ["https://firma.tumblr.com/rss"]),
        ("https://www.bing.com/news?q=Brandt", ["https://www.bing.com/news/search?q=Brandt&format=rss"]),
        ("https://www.ecosia.org/search?q=Brandt", ["https://news.google.com/rss/search?q=Brandt&hl=de&gl=DE&ceid=DE:de", "https://www.bing.com/search?q=Brandt&format=rss"]),
        ("https://www.pinterest.de/firma/ideen/", ["https://www.pinterest.de/firma/ideen.rss"]),
    ],
)  # fmt: skip
def test_platforms_have_rules_for_their_pages(url: str, feeds: list[str]) -> None:
    assert list(rule_feeds(url)) == feeds


def test_what_lies_around_is_a_guess_only() -> None:
    assert not any(place.sure for place in more_places("https://github.com/a/b"))
