"""Discovery on sites as they are: parts of a site, several languages, guards, questions for consent, other software."""
# ruff: noqa: E501  a case is read as one line

from concurrent.futures import Future

import pytest

from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.domain.secrets import Secrets
from kundenradar.feeds.discover import FeedDiscoverer
from kundenradar.feeds.forumrules import route_feeds
from kundenradar.feeds.hostrules import well_known
from kundenradar.feeds.pages import (
    MAX_PAGE,
    breadcrumbs,
    decode_page,
    embedded_feeds,
    is_same_site,
    page_feeds,
    part_links,
    refresh_address,
)
from kundenradar.feeds.trying import MAX_DOWNLOADS
from tests.core.feeds.webs import Web, rss

A = "https://www.firma.example"
F = "https://forum.example"


def page(body: str = "", *, head: str = "", root: str = "", classes: str = "") -> bytes:
    return f'<!DOCTYPE html><html {root}><head>{head}</head><body class="{classes}">{body}</body></html>'.encode()


def link(href: str, more: str = "") -> str:
    return f'<link rel="alternate" type="application/rss+xml" {more} href="{href}">'


def generator(words: str) -> str:
    return f'<meta name="generator" content="{words}">'


def dated(year: int, title: str = "Feed") -> bytes:
    return rss(title).replace(b"2025", str(year).encode()).replace(b"Mon, ", b"")


def found(web: Web, address: str) -> list[str]:
    answer = [one.url for one in FeedDiscoverer(web).discover(address)]
    assert len(web.asked) <= MAX_DOWNLOADS
    return answer


WCF3 = '<p class="copyright">Forensoftware: Burning Board&reg; 3.1.8</p>'
WCF6 = f'<script>const WCF_PATH = "{F}/";</script>'
CRUMBS = '<nav class="breadcrumbs"><a href="{0}">Technik</a></nav>'


@pytest.mark.parametrize(
    ("address", "html", "feeds"),
    [
        (f"{F}/index.php?page=Thread&threadID=88", page(CRUMBS.format("index.php?page=Board&amp;boardID=7") + WCF3), [f"{F}/index.php?page=ThreadsFeed&format=rss2&boardID=7", f"{F}/index.php?page=ThreadsFeed&format=rss2"]),
        (f"{F}/thread/345-pumpe/", page(CRUMBS.format(f"{F}/board/12-technik/") + WCF6), [f"{F}/board-rss-feed/12/", f"{F}/board-rss-feed/"]),
        (f"{F}/themen/pumpe.345/page-2", page(CRUMBS.format("/foren/technik.12/"), root='id="XF"'), [f"{F}/foren/technik.12/index.rss"]),
        (f"{F}/tags/c/hilfe/3/akku", page(head=generator("Discourse 3.4")), [f"{F}/tag/akku.rss", f"{F}/c/hilfe/3.rss", f"{F}/posts.rss"]),
        (f"{F}/post/77", page('<div class="lemmy-site"></div><a class="community-link" href="/c/haushalt">Haushalt</a> <a href="/u/max">max</a>'), [f"{F}/feeds/c/haushalt.xml?sort=New", f"{F}/feeds/local.xml?sort=New"]),
        (f"{F}/discussion/123/pumpe-pfeift/p2", page(head="<script>gdn.meta={}</script>"), [f"{F}/discussion/123/pumpe-pfeift/feed.rss", f"{F}/discussions/feed.rss"]),
        (f"{F}/forum/heizung-f12/pumpe-pfeift-t3456-15.html", page('Powered by <a href="#">phpBB</a>'), [f"{F}/forum/feed.php?t=3456", f"{F}/forum/feed.php?f=12", f"{F}/forum/feed.php"]),
        (f"{F}/@firma/tagged/heizung", page('<div id="mastodon"></div>'), [f"{F}/@firma/tagged/heizung.rss", f"{F}/@firma.rss"]),
        (f"{A}/neues/2026/pumpe", page(head='<script src="https://assets.squarespace.com/x.js"></script>'), [f"{A}/neues?format=rss"]),
        (f"{A}/blogs/neues/pumpe", page(head='<script src="//cdn.shopify.com/x.js"></script>'), [f"{A}/blogs/neues.atom"]),
        (f"{A}/posts/pumpe/", page(head=generator("Hugo 0.128")), [f"{A}/posts/index.xml", f"{A}/index.xml"]),
        (f"{A}/blog/2026/11/pumpe.html", page(head=generator("Jekyll v4.3")), [f"{A}/blog/feed.xml"]),
        (f"{A}/pumpe/comment-page-2/", page(head='<link href="/wp-content/a.css">', classes="single"), [f"{A}/pumpe/feed/", f"{A}/comments/feed/"]),
        (f"{A}/pumpe/amp/", page(head='<link href="/wp-content/a.css">', classes="single"), [f"{A}/pumpe/feed/", f"{A}/comments/feed/"]),
    ],
)  # fmt: skip
def test_pages_of_more_software_have_their_feeds(address: str, html: bytes, feeds: list[str]) -> None:
    assert found(Web({address: html} | {feed: rss(feed) for feed in feeds}), address) == feeds


def test_a_translated_board_of_xenforo_promises_nothing_while_its_software_is_unknown() -> None:
    assert route_feeds(f"{A}/forum/version.2/") == ()


def test_a_front_page_leads_to_its_forum() -> None:
    web = Web(
        {
            f"{A}/": page('<nav><a href="/shop/">Shop</a><a href="/foren/"><b>Unser Forum</b></a></nav>'),
            f"{A}/foren/": page('Powered by <a href="#">phpBB</a>'),
            f"{A}/foren/feed.php": rss("Forum"),
        }
    )
    assert found(web, f"{A}/") == [f"{A}/foren/feed.php"]


def test_the_feed_of_a_blog_may_lie_in_its_folder() -> None:
    web = Web({f"{A}/": page('<a href="/blog">Blog</a>'), f"{A}/blog": page(), f"{A}/blog/rss.xml": rss("Blog")})
    assert found(web, f"{A}/") == [f"{A}/blog/rss.xml"]


def test_a_forum_inside_a_frame_is_found() -> None:
    web = Web(
        {
            f"{A}/forum": page('<iframe width="100%" src="https://forum.firma.example/"></iframe>'),
            "https://forum.firma.example/": page(head=link("/feed.php")),
            "https://forum.firma.example/feed.php": rss("Forum"),
        }
    )
    assert found(web, f"{A}/forum") == ["https://forum.firma.example/feed.php"]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://anders.example/forum">Forum</a>',
        '<iframe src="https://www.google.com/maps/embed"></iframe>',
        '<a href="/forum">Forumsregeln für den Einkauf</a>',
        '<a href="#">Forum</a>',
    ],
)
def test_other_links_are_no_parts_of_a_site(html: str) -> None:
    assert part_links(html, f"{A}/") == ()


def test_feeds_of_other_sites_stand_behind_what_usually_lies_at_the_own_one() -> None:
    html = page('<a href="https://partner.example/rss.xml">RSS der Partner</a>')
    both = {f"{A}/": html, "https://partner.example/rss.xml": rss("Fremd"), f"{A}/feed": rss("Eigen")}
    assert found(Web(both), f"{A}/") == [f"{A}/feed"]
    del both[f"{A}/feed"]
    assert found(Web(both), f"{A}/") == ["https://partner.example/rss.xml"]


def test_platforms_are_not_asked_for_usual_places() -> None:
    web = Web({"https://www.google.de/": page("<input name=q>")})
    with pytest.raises(OutsideError):
        found(web, "https://www.google.de/")
    assert web.urls == ["https://www.google.de/"]


@pytest.mark.parametrize("scheme", ["pcast", "podcast", "itpc"])
def test_a_podcast_may_be_linked_for_its_programs(scheme: str) -> None:
    html = f'<a href="{scheme}://cast.example/feed/mp3">Abonnieren</a>'
    assert [feed.url for feed in page_feeds(html, f"{A}/")] == ["http://cast.example/feed/mp3"]


def test_a_closing_slash_may_matter() -> None:
    assert found(Web({f"{A}/": page(), f"{A}/feed": rss()}), f"{A}/") == [f"{A}/feed"]
    assert well_known(f"{A}/seite/eins")[:2] == (f"{A}/seite/feed/", f"{A}/seite/rss.xml")


@pytest.mark.parametrize("kind", [TroubleKind.FORBIDDEN, TroubleKind.BROWSER_CHECK])
def test_a_feed_may_be_open_where_pages_are_guarded(kind: TroubleKind) -> None:
    assert found(Web({f"{A}/": kind, f"{A}/feed/": rss()}), f"{A}/") == [f"{A}/feed/"]
    with pytest.raises(OutsideError) as caught:
        found(Web({f"{A}/": kind}), f"{A}/")
    assert caught.value.trouble.kind is kind


@pytest.mark.parametrize(
    ("address", "head"),
    [
        (f"{A}/de/ueber-uns/", link("/en/feed/") + link("/de/feed/")),
        (f"{A}/", link("/en/feed/", 'hreflang="en"') + link("/de/feed/", 'hreflang="de"')),
        (f"{A}/de/lokales/koeln.html", link("/feed/alles.rss") + link("/de/lokales/feed.rss") + link("/de/feed/")),
    ],
)
def test_feeds_that_fit_the_page_come_first(address: str, head: str) -> None:
    first = "/de/lokales/feed.rss" if "lokales" in address else "/de/feed/"
    assert page_feeds(page(head=head, root='lang="de-DE"').decode(), address)[0].url == A + first


def test_what_is_silent_for_years_stands_behind_what_lives() -> None:
    head = link("/alt.xml") + link("/ohne.xml") + link("/neu.xml")
    undated = b"<rss version='2.0'><channel><title>Waren</title><item><title>Pumpe</title></item></channel></rss>"
    places = {f"{A}/alt.xml": dated(2014), f"{A}/ohne.xml": undated, f"{A}/neu.xml": dated(2025, "Neu")}
    assert found(Web({f"{A}/": page(head=head), **places}), f"{A}/")[0] == f"{A}/neu.xml"


def test_a_link_element_that_forgot_its_relation_counts() -> None:
    html = '<link type="application/rss+xml" href="/abo">'
    assert [feed.url for feed in page_feeds(html, f"{A}/")] == [f"{A}/abo"]


@pytest.mark.parametrize(
    "script", ["window.location.href = '/forum/';", 'location.replace("/forum/")', 'top.location="/forum/"']
)
def test_an_empty_page_may_send_on_by_script(script: str) -> None:
    html = f"<html><head><title>Weiter</title><script>{script}</script></head><body></body></html>"
    assert refresh_address(html, f"{A}/") == f"{A}/forum/"
    assert refresh_address(html.replace("<body>", "<body>Guten Tag"), f"{A}/") is None


def test_the_end_of_a_long_page_is_read() -> None:
    body = b"<p>Text</p>" * (MAX_PAGE // 4) + b'<a href="/abo/rss">RSS</a>'
    text = decode_page(body, "")
    assert len(text) <= MAX_PAGE
    assert [feed.url for feed in page_feeds(text, f"{A}/")] == [f"{A}/abo/rss"]


SHARED = "https://www.reddit.com/r/waermepumpe/s/AbCd"


@pytest.mark.parametrize("leads", [True, False])
def test_a_shared_post_on_reddit_is_found_or_at_least_its_group(leads: bool) -> None:
    root = "https://www.reddit.com/r/waermepumpe"
    post = f"{root}/comments/1abc/titel/?share_id=x"
    web = Web({post: page(), f"{root}/comments/1abc/.rss": rss("D"), f"{root}/new/.rss": rss("G")})
    web.moved = {SHARED: post} if leads else {}
    wanted = [f"{root}/comments/1abc/.rss"] if leads else []
    assert found(web, SHARED) == [*wanted, f"{root}/new/.rss"]


def entries(title: str) -> bytes:
    items = "".join(
        f"<item><title>{n}</title><link>{A}/{n}</link><pubDate>0{n} Dec 2025 10:00:00 GMT</pubDate></item>"
        for n in range(1, 4)
    )
    return f"<rss version='2.0'><channel><title>{title}</title>{items}</channel></rss>".encode()


def test_a_feed_written_in_two_formats_is_offered_once() -> None:
    html = page(head=link("/rss.xml", 'title="Haus (RSS)"') + link("/atom.xml", 'title="Haus (Atom)"') + link("/t.xml"))
    feeds = {
        f"{A}/rss.xml": entries("Haus"),
        f"{A}/atom.xml": entries("Haus") + b"\n",
        f"{A}/t.xml": entries("Termine"),
    }
    assert found(Web({f"{A}/": html, **feeds}), f"{A}/") == [f"{A}/rss.xml", f"{A}/t.xml"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [("RSS-Feed", ""), ("RSS 2.0", ""), ("Atom", ""), ("Feed abonnieren", ""), ("Haus RSS", "Haus RSS"), ("Feedback", "Feedback")],
)  # fmt: skip
def test_a_title_that_only_says_feed_is_none(title: str, shown: str) -> None:
    web = Web({f"{A}/": page(head=link("/f", f'title="{title}"')), f"{A}/f": entries("")})
    assert [one.title for one in FeedDiscoverer(web).discover(f"{A}/")] == [shown]
    web.places[f"{A}/f"] = TroubleKind.LOGIN
    assert [one.title for one in FeedDiscoverer(web).discover(f"{A}/")] == [shown]


def test_software_may_state_itself_in_any_order() -> None:
    html = page(head="<meta content='blogger' name='generator'/>")
    comments = f"{A}/feeds/comments/default"
    assert found(Web({f"{A}/": html, comments: rss()}), f"{A}/") == [comments]


CHANNEL, OTHER = "UC1234567890123456789012", "UCzzzzzzzzzzzzzzzzzzzzzz"
YOUTUBE = "https://www.youtube.com"


@pytest.mark.parametrize(
    "own",
    [f'"externalId":"{CHANNEL}"', f'"videoDetails":{{"videoId":"x","channelId":"{CHANNEL}"}}', f'<link rel="canonical" href="{YOUTUBE}/channel/{CHANNEL}">'],
)  # fmt: skip
def test_a_recommended_channel_is_not_the_one_that_is_meant(own: str) -> None:
    html = f'<script>{{"browseId":"{OTHER}"}}</script>{own}'
    assert embedded_feeds(html, f"{YOUTUBE}/@firma") == (f"{YOUTUBE}/feeds/videos.xml?channel_id={CHANNEL}",)


def test_hits_of_a_search_on_youtube_are_nobodys_channel() -> None:
    html = page(f'<script>{{"channelId":"{OTHER}"}}</script>')
    assert embedded_feeds(html.decode(), f"{YOUTUBE}/results?search_query=Brandt") == ()


def test_a_question_for_consent_is_answered_with_no() -> None:
    feed = f"{YOUTUBE}/feeds/videos.xml?channel_id={CHANNEL}"
    question = "https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2F%40firma&gl=DE"
    channel = page(f'<script>{{"externalId":"{CHANNEL}"}}</script>')

    class Consenting(Web):
        def submit(self, request: FetchRequest) -> Future[Fetched]:
            future = super().submit(request)
            if request.url == f"{YOUTUBE}/@firma" and request.cookie == "SOCS=CAE":
                future = Future()
                future.set_result(Fetched(request.url, None, 200, channel))
            return future

    web = Consenting({question: page("Bevor Sie fortfahren"), feed: rss("Kanal")}, {f"{YOUTUBE}/@firma": question})
    assert found(web, f"{YOUTUBE}/@firma") == [feed]
    assert [request.cookie for request in web.asked] == ["", "SOCS=CAE", ""]


def test_a_question_for_consent_that_does_not_take_no_is_explained() -> None:
    question = "https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2F%40firma&gl=DE"
    with pytest.raises(OutsideError) as caught:
        found(Web({question: page("Bevor Sie fortfahren")}, {f"{YOUTUBE}/@firma": question}), f"{YOUTUBE}/@firma")
    assert caught.value.trouble.detail == "youtube"


DISCOURSE_HEAD = (
    f'<div class="topic-category" itemscope itemtype="http://schema.org/BreadcrumbList"><span><a href="{F}/c/haus/3">'
    f'<span>Haus</span></a></span><span><a href="{F}/c/haus/heizung/7">Heizung</a></span></div><div><a href="{F}/tag/x">x'
    f'</a></div><div id="post_1"><a itemprop="url" href="{F}/u/max">max</a></div>'
)
INVISION_HEAD = (
    f"<nav class='ipsBreadcrumb'><ul class='ipsPos_right'><li><a href='{F}/discover/'>Aktivitäten</a></li></ul>"
    f"<ul data-role='breadcrumbList'><li><a href='{F}/'>Start</a></li><li><a href='{F}/forum/12-technik/'>T</a></li></ul></nav>"
)
VBULLETIN_3_HEAD = (
    "<td><img src='images/misc/navbits_start.gif'></td><td><span class='navbar'><a href='index.php'>Forum</a></span> "
    "<span class='navbar'>&gt; <a href='forumdisplay.php?f=1'>Haus</a></span> <span class='navbar'>&gt; "
    "<a href='forumdisplay.php?f=4'>Heizung</a></span></td>"
)
BOOTSTRAP_HEAD = f'<nav class="navbar"><a href="{F}/">Start</a><a href="{F}/u/ich">Ich</a></nav>' + DISCOURSE_HEAD


@pytest.mark.parametrize(
    ("html", "inner"),
    [
        (DISCOURSE_HEAD, f"{F}/c/haus/heizung/7"),
        (INVISION_HEAD, f"{F}/forum/12-technik/"),
        (VBULLETIN_3_HEAD, f"{F}/forumdisplay.php?f=4"),
        ('<body class="has-breadcrumbs"><a href="/c/1">x</a><ul class="crumbs breadcrumb"><li><a href="/c/2">y</a></ul>', f"{F}/c/2"),
    ],
)  # fmt: skip
def test_the_way_to_a_page_ends_where_its_element_ends(html: str, inner: str) -> None:
    assert breadcrumbs(html, f"{F}/seite")[0] == inner


def test_a_topic_of_discourse_is_of_its_category_not_of_its_author() -> None:
    html = page(DISCOURSE_HEAD, head=generator("Discourse 3.5"))
    feeds = [f"{F}/t/akku/5.rss", f"{F}/c/haus/heizung/7.rss", f"{F}/posts.rss"]
    web = Web({f"{F}/t/akku/5": html, f"{F}/u/max/activity.rss": rss("Max"), **{feed: rss(feed) for feed in feeds}})
    assert found(web, f"{F}/t/akku/5") == feeds


def test_the_address_of_a_feed_that_moved_leads_to_the_site() -> None:
    web = Web({f"{A}/": page(head=link("/feed/")), f"{A}/feed/": rss()})
    assert found(web, f"{A}/alt/rss.xml") == [f"{A}/feed/"]
    with pytest.raises(OutsideError) as caught:
        found(Web(web.places), f"{A}/alt/seite")
    assert caught.value.trouble.kind is TroubleKind.NOT_FOUND


class Nameless(Web):
    """A name server that knows only names with ``www.``."""

    def submit(self, request: FetchRequest) -> Future[Fetched]:
        future = super().submit(request)
        if "//www." not in request.url:
            future = Future()
            future.set_exception(OutsideError(Trouble(TroubleKind.OFFLINE, "firma.example", detail="no-such-host")))
        return future


def test_a_name_that_exists_with_www_only_is_found() -> None:
    places = {"https://www.firma.example": page(head=link("/feed/")), f"{A}/feed/": rss()}
    assert found(Nameless(dict(places)), "firma.example") == [f"{A}/feed/"]
    for address, secrets in (("https://firma.example", Secrets()), ("firma.example", Secrets("ich", "geheim"))):
        web = Nameless(dict(places))
        with pytest.raises(OutsideError):
            FeedDiscoverer(web).discover(address, secrets)
        assert all("//www." not in url for url in web.urls)


def test_what_stands_in_the_way_under_the_only_name_is_told_and_plain_http_is_asked() -> None:
    plain = {"http://www.firma.example": page(head=link("/feed/")), "http://www.firma.example/feed/": rss()}
    assert found(Nameless({**plain, "https://www.firma.example": TroubleKind.TLS}), "firma.example") == [
        "http://www.firma.example/feed/"
    ]
    with pytest.raises(OutsideError) as caught:
        found(Nameless({"https://www.firma.example": TroubleKind.LOGIN}), "firma.example")
    assert caught.value.trouble.kind is TroubleKind.LOGIN


def test_frames_do_not_hide_a_link_to_the_forum() -> None:
    frames = '<iframe src="/slider.html"></iframe><iframe src="/termin.html"></iframe><!--<iframe src="/x">-->'
    assert part_links(f'{frames}<a href="/forum/">Forum</a>', f"{A}/") == (f"{A}/forum/", f"{A}/slider.html")


def test_sites_under_a_name_that_is_lent_are_strangers() -> None:
    own, other = "https://firma.github.io/", "https://andere.github.io/rss.xml"
    web = Web({own: page(f'<a href="{other}">RSS</a>'), other: rss(), f"{own}feed/": rss()})
    assert found(web, own)[0] == f"{own}feed/"
    assert is_same_site("https://a.firma.co.uk/x", "https://firma.co.uk/")
    assert not is_same_site("https://a.co.uk/", "https://b.co.uk/")
    assert not is_same_site("http://10.0.1.5/", "http://192.168.1.5/")


def test_the_end_of_a_page_is_read_however_long_it_is() -> None:
    for size in (MAX_PAGE + 100_000, 2 * MAX_PAGE - 10, 2 * MAX_PAGE + 10):
        text = decode_page(page(head="<title>x</title>", body="a" * size + link("/feed/")), "text/html")
        assert [one.url for one in page_feeds(text, f"{A}/")] == [f"{A}/feed/"]


def test_a_server_that_lets_guesses_wait_is_not_asked_for_more() -> None:
    class Waiting(Web):
        def submit(self, request: FetchRequest) -> Future[Fetched]:
            self.places.setdefault(request.url, TroubleKind.TIMEOUT)
            return super().submit(request)

    web = Waiting({f"{A}/": page('<a href="/blog/">Blog</a> <a href="/abo">RSS</a>')})
    with pytest.raises(OutsideError):
        found(web, f"{A}/")
    assert len(web.asked) == 2
    declared = Waiting({f"{A}/": page(head=link("/feed/"))})
    assert found(declared, f"{A}/") == [f"{A}/feed/"]
