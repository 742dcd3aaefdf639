import time

import pytest

from kundenradar.domain.closedplaces import closed_place
from kundenradar.domain.errors import InputError, OutsideError, TroubleKind
from kundenradar.domain.secrets import Secrets
from kundenradar.domain.sources import Scope, SourceKind
from kundenradar.feeds.discover import FeedDiscoverer, web_address
from kundenradar.feeds.forumrules import softwares_of_page, whole_feeds
from kundenradar.feeds.hostrules import rule_feeds
from kundenradar.feeds.pages import breadcrumbs, embedded_feeds, hinted_links, page_feeds, refresh_address
from kundenradar.feeds.trying import MAX_CANDIDATES, MAX_DOWNLOADS
from tests.core.feeds.webs import Web, rss


def page(*links: str, body: str = "", generator: str = "") -> bytes:
    meta = f'<meta name="generator" content="{generator}">' if generator else ""
    return f"<!DOCTYPE html><html><head>{meta}{''.join(links)}</head><body>{body}</body></html>".encode()


def link(href: str, kind: str = "application/rss+xml", title: str = "") -> str:
    return f'<link rel="alternate" type="{kind}" title="{title}" href="{href}">'


def found(web: Web, address: str) -> list[str]:
    return [one.url for one in FeedDiscoverer(web).discover(address)]


def test_an_address_that_is_a_feed_is_offered_with_its_figures() -> None:
    web = Web({"https://a.example/feed": rss("Neues &amp; Altes", hours=6)})
    (candidate,) = FeedDiscoverer(web).discover("  a.example/feed ")
    assert candidate.url == "https://a.example/feed"
    assert candidate.title == "Neues & Altes"
    assert candidate.newest_at is not None
    assert candidate.newest_at.hour == 12
    assert candidate.per_week == 28.0
    assert len(web.asked) == 1


def test_a_permanent_move_gives_the_new_address() -> None:
    web = Web({"https://b.example/feed": rss()}, moved={"https://a.example/feed": "https://b.example/feed"})
    assert found(web, "https://a.example/feed") == ["https://b.example/feed"]


def test_a_site_without_tls_is_found_if_no_scheme_was_typed() -> None:
    web = Web({"https://a.example": TroubleKind.OFFLINE, "http://a.example": rss()})
    assert found(web, "a.example") == ["http://a.example"]
    with pytest.raises(OutsideError):
        found(web, "https://a.example")


def test_declared_feeds_are_tried_and_comments_come_first() -> None:
    web = Web(
        {
            "https://a.example/": page(
                link("/feed/"), link("/comments/feed/", title="Kommentar-Feed"), link("/tot.xml")
            ),
            "https://a.example/feed/": rss("Blog"),
            "https://a.example/comments/feed/": rss("Kommentare für Blog"),
        }
    )
    first, second = FeedDiscoverer(web).discover("https://a.example/")
    assert (first.url, first.comments, first.kind) == ("https://a.example/comments/feed/", True, SourceKind.COMMENTS)
    assert (second.url, second.comments) == ("https://a.example/feed/", False)


@pytest.mark.parametrize(
    ("address", "title", "scope"),
    [
        ("https://a.example/", "Kommentare", Scope.ALL),
        ("https://a.example/magazin", "Kommentare zu allen Beiträgen", Scope.ALL),
        ("https://a.example/magazin/heizung-tropft", "Kommentare", Scope.THREAD),
        ("https://a.example/?p=7", "Kommentare", Scope.THREAD),
        ("https://a.example/2026/jahre", "Kommentare zu: Alle Jahre wieder", Scope.THREAD),
    ],
)
def test_the_comments_of_a_whole_site_are_no_single_discussion(address: str, title: str, scope: Scope) -> None:
    feed = "https://a.example/kommentare.xml"
    web = Web({address: page(link("/kommentare.xml", title=title)), feed: rss("Kommentare")})
    (candidate,) = FeedDiscoverer(web).discover(address)
    assert (candidate.url, candidate.scope) == (feed, scope)


def test_the_comments_of_a_wordpress_blog_are_offered_even_if_not_declared() -> None:
    web = Web(
        {
            "https://a.example/": page(link("/feed/"), generator="WordPress 6.5"),
            "https://a.example/feed/": rss("Blog"),
            "https://a.example/comments/feed/": rss("Kommentare für Blog"),
        }
    )
    assert found(web, "https://a.example/") == ["https://a.example/comments/feed/", "https://a.example/feed/"]


def test_a_forum_page_gives_the_feed_of_its_board_first() -> None:
    web = Web(
        {
            "https://f.example/viewforum.php?f=3": page(link("/app.php/feed")),
            "https://f.example/feed.php?f=3": rss("Brett"),
            "https://f.example/app.php/feed": rss("Forum"),
        }
    )
    assert found(web, "https://f.example/viewforum.php?f=3") == [
        "https://f.example/feed.php?f=3",
        "https://f.example/app.php/feed",
    ]


def test_the_software_of_a_page_tells_where_its_feeds_lie() -> None:
    web = Web({"https://f.example/": page(generator="Discourse 3.4"), "https://f.example/posts.rss": rss()})
    assert found(web, "https://f.example/") == ["https://f.example/posts.rss"]


def test_well_known_places_are_the_last_resort() -> None:
    web = Web({"https://a.example/": page(), "https://a.example/atom.xml": rss()})
    assert found(web, "https://a.example/") == ["https://a.example/atom.xml"]


def test_plain_links_count_if_nothing_is_declared() -> None:
    web = Web({"https://a.example/": page(body='<a href="/abo/rss">RSS</a>'), "https://a.example/abo/rss": rss()})
    assert found(web, "https://a.example/") == ["https://a.example/abo/rss"]


def test_at_most_twenty_are_offered_and_ten_are_fetched() -> None:
    links = [link(f"/feed/{n}") for n in range(5000)]
    web = Web({"https://a.example/": page(*links)})
    web.places |= {f"https://a.example/feed/{n}": rss(str(n)) for n in range(5000)}
    assert len(found(web, "https://a.example/")) == MAX_CANDIDATES
    assert len(web.asked) == MAX_DOWNLOADS


def test_a_page_that_calls_itself_its_feed_offers_nothing() -> None:
    web = Web({"https://a.example/x": page(link("/x"))})
    with pytest.raises(OutsideError) as caught:
        found(web, "https://a.example/x")
    assert caught.value.trouble.detail == "no-feed-here"
    assert web.urls.count("https://a.example/x") == 1
    assert len(web.asked) <= MAX_DOWNLOADS


def test_local_files_and_scripts_are_no_candidates() -> None:
    evil = page(link("file:///etc/passwd"), link("javascript:1"), '<base href="file:///">', link("etc/passwd"))
    web = Web({"https://a.example/": evil})
    with pytest.raises(OutsideError):
        found(web, "https://a.example/")
    assert all(url.startswith("https://a.example/") for url in web.urls)


def test_what_a_redirect_carries_is_asked_in_its_name() -> None:
    carrier = "https://www.google.com/url?q=http://192.168.1.1/viewforum.php?f%3D3"
    web = Web({"http://192.168.1.1/viewforum.php?f=3": TroubleKind.BLOCKED})
    with pytest.raises(OutsideError):
        found(web, carrier)
    assert len(web.asked) > 1
    assert {request.named_by for request in web.asked} == {carrier}


def test_a_platform_that_limits_strangers_is_still_offered() -> None:
    web = Web(
        {
            "https://www.reddit.com/r/waermepumpe": TroubleKind.FORBIDDEN,
            "https://www.reddit.com/r/waermepumpe/new/.rss": TroubleKind.RATE_LIMITED,
        }
    )
    assert "https://www.reddit.com/r/waermepumpe/new/.rss" in found(web, "www.reddit.com/r/waermepumpe")


def test_a_login_goes_to_the_origin_only() -> None:
    web = Web(
        {
            "https://a.example/": page(link("/feed"), link("https://b.example/feed")),
            "https://a.example/feed": rss("a"),
            "https://b.example/feed": rss("b"),
        }
    )
    FeedDiscoverer(web).discover("https://a.example/", Secrets("kunde", "geheim"))
    assert {request.url: request.password for request in web.asked} == {
        "https://a.example/": "geheim",
        "https://a.example/feed": "geheim",
        "https://b.example/feed": None,
    }


def test_a_header_and_a_cookie_open_the_origin_only() -> None:
    web = Web({"https://a.example/": page(link("https://b.example/feed")), "https://b.example/feed": rss("b")})
    FeedDiscoverer(web).discover("https://a.example/", Secrets(header=("X-Key", "geheim"), cookie="sid=1"))
    assert {request.url: (request.header, request.cookie) for request in web.asked} == {
        "https://a.example/": (("X-Key", "geheim"), "sid=1"),
        "https://b.example/feed": (("", ""), ""),
    }


@pytest.mark.parametrize("kind", [TroubleKind.OFFLINE, TroubleKind.LOGIN, TroubleKind.TLS, TroubleKind.GONE])
def test_a_place_that_cannot_be_reached_says_why(kind: TroubleKind) -> None:
    with pytest.raises(OutsideError) as caught:
        found(Web({"https://a.example/": kind}), "https://a.example/")
    assert caught.value.trouble.kind is kind


@pytest.mark.parametrize(
    "address",
    ["https://news.google.com/rss/search?q=Brandt&hl=de", "https://www.bing.com/news/search?q=Brandt&format=rss"],
)
def test_a_search_feed_without_a_line_says_why_and_is_no_empty_answer(address: str) -> None:
    with pytest.raises(OutsideError) as caught:
        found(Web({address: TroubleKind.OFFLINE}), address)
    assert caught.value.trouble.kind is TroubleKind.OFFLINE


def test_a_browser_check_is_named() -> None:
    web = Web({"https://a.example/": b"<html><title>Just a moment...</title></html>"})
    with pytest.raises(OutsideError) as caught:
        found(web, "https://a.example/")
    assert caught.value.trouble.kind is TroubleKind.BROWSER_CHECK


@pytest.mark.parametrize(
    "address",
    [
        *("https://www.gutefrage.net/frage/x", "de.trustpilot.com/review/a.example", "www.kununu.com/de/a"),
        *(
            "facebook.com/a",
            "https://x.com/a",
            "https://www.google.com/maps/place/A",
            "https://g.page/a",
            "instagram.com/a",
        ),
    ],
)
def test_closed_platforms_are_named_without_asking_them(address: str) -> None:
    web = Web({})
    with pytest.raises(OutsideError) as caught:
        found(web, address)
    assert caught.value.trouble.detail == "closed-platform"
    assert web.asked == []


@pytest.mark.parametrize("url", ["https://news.google.com/rss/search?q=a", "https://www.google.de/alerts/feeds/1/2"])
def test_googles_feeds_are_not_closed(url: str) -> None:
    assert closed_place(url) is None


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("example.de", "https://example.de"),
        ("www.example.de:8080/feed#a", "https://www.example.de:8080/feed"),
        ("feed://example.de/f", "http://example.de/f"),
        ("feed:https://example.de/f", "https://example.de/f"),
        ("http://u:p@example.de/", "http://example.de/"),
        ("  127.0.0.1:8765/ok/rss ", "https://127.0.0.1:8765/ok/rss"),
        ("http://[::1]:8765/ok", "http://[::1]:8765/ok"),
        ("http://intranet/forum", "http://intranet/forum"),
        ("<https://example.de/>", "https://example.de/"),
        ("münchen.de", "https://münchen.de"),
    ],
)
def test_what_people_paste_becomes_an_address(typed: str, url: str) -> None:
    assert web_address(typed)[0] == url


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "address-empty"),
        (" \n", "address-empty"),
        ("Heizung Müller", "address-bad"),
        ("wort", "address-bad"),
        ("info@example.de", "address-mail"),
        ("mailto:info@example.de", "address-mail"),
        ("ftp://example.de", "address-bad"),
        ("javascript:alert(1)", "address-bad"),
        ("file:///etc/passwd", "address-bad"),
        ("https://example|org/", "address-bad"),
        ("https://", "address-bad"),
    ],
)
def test_what_is_no_address_is_refused(typed: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        web_address(typed)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("html", "feeds"),
    [
        ("<LINK REL=' ALTERNATE nofollow ' TYPE='  Application/RSS+xml ' HREF=' /f '>", ["https://a.example/f"]),
        ("<link rel=feed href=f.xml>", ["https://a.example/b/f.xml"]),
        ("<base href='/c/'><link rel=alternate type=application/atom+xml href=f>", ["https://a.example/c/f"]),
        ("<link rel='alternate' type='application/json' href='/wp-json/wp/v2/'>", []),
        ("<link rel='alternate' type='application/json+oembed' href='/o'>", []),
        ("<link rel='alternate' hreflang='en' href='/en/feed/'>", []),
        ("<link rel='alternate' href='/feed.xml'>", ["https://a.example/feed.xml"]),
        ("<link rel='alternate stylesheet' type='application/rss+xml' href='/f'>", []),
        ("<!-- <link rel=alternate type=application/rss+xml href=/f> -->", []),
        ("<script>'<link rel=alternate type=application/rss+xml href=/f>'</script>", []),
        ("<link rel=alternate type=application/rss+xml href=''>", []),
        ("<link rel=alternate type=application/rss+xml href='/f?a=1&amp;b=2'>", ["https://a.example/f?a=1&b=2"]),
    ],
)
def test_links_of_a_page_are_read_as_browsers_do(html: str, feeds: list[str]) -> None:
    assert [feed.url for feed in page_feeds(html, "https://a.example/b/c")] == feeds


@pytest.mark.parametrize(
    ("url", "feed"),
    [
        ("https://www.youtube.com/channel/UC-Qj80avWItNRjkZ41rzHyw", "https://www.youtube.com/feeds/videos.xml?channel_id=UC-Qj80avWItNRjkZ41rzHyw"),
        ("https://www.reddit.com/r/de/search/?q=Heizung", "https://www.reddit.com/r/de/search.rss?q=Heizung&sort=new&restrict_sr=on"),
        ("https://f.example/t/akku/51/9", "https://f.example/t/akku/51.rss"),
        ("https://f.example/forums/technik.12/page-2", "https://f.example/forums/technik.12/index.rss"),
        ("https://f.example/index.php?board/12-technik/", "https://f.example/index.php?board-feed/12/"),
        ("https://f.example/forumdisplay.php?fid=4", "https://f.example/syndication.php?fid=4&limit=50"),
        ("https://bsky.app/profile/a.example", "https://bsky.app/profile/a.example/rss"),
        ("https://feddit.example/c/haushalt", "https://feddit.example/feeds/c/haushalt.xml?sort=New"),
        ("https://a.blogspot.com/2025/12/x.html", "https://a.blogspot.com/feeds/comments/default"),
        ("https://www.youtube.com/watch?v=x&list=PL1", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1"),
        ("https://www.reddit.com/r/de/comments/1abc/titel/", "https://www.reddit.com/r/de/comments/1abc/.rss"),
        ("https://www.reddit.com/user/max_1/", "https://www.reddit.com/user/max_1/.rss"),
        ("https://github.com/a/b/", "https://github.com/a/b/releases.atom"),
        ("https://github.com/a/b/releases", "https://github.com/a/b/releases.atom"),
        ("https://www.github.com/a", "https://github.com/a.atom"),
        ("https://stackoverflow.com/questions/tagged/qt", "https://stackoverflow.com/feeds/tag/qt"),
        ("https://superuser.com/questions/12/titel", "https://superuser.com/feeds/question/12"),
        ("https://superuser.com/", "https://superuser.com/feeds"),
        ("https://apps.apple.com/de/app/x/id12", "https://itunes.apple.com/de/rss/customerreviews/id=12/sortBy=mostRecent/xml"),
        ("https://news.google.com/search?q=Heizung%20Müller&hl=de", "https://news.google.com/rss/search?q=Heizung%20M%C3%BCller&hl=de"),
        ("https://www.bing.com/news/search?q=Heizung", "https://www.bing.com/news/search?q=Heizung&format=rss"),
        ("https://medium.com/@a/titel-1", "https://medium.com/feed/@a"),
    ],
)  # fmt: skip
def test_known_platforms_have_rules(url: str, feed: str) -> None:
    assert rule_feeds(url)[0] == feed


@pytest.mark.parametrize(
    "url",
    [
        *(
            "https://www.youtube.com/@abc",
            "https://www.youtube.com/playlist?list=",
            "https://github.com/",
            "https://github.com/a/b/blob/main/README.md",
            "https://[x",
        ),
        *(
            "https://news.google.com/rss/search?q=a",
            "https://www.bing.com/",
        ),
        *(
            "https://www.reddit.com/r/de/.rss",
            "https://itunes.apple.com/de/rss/x",
            "https://a.blogspot.com/feeds/posts/default",
        ),
        *("https://bsky.app/", "https://a.example/impressum"),
    ],
)
def test_other_addresses_promise_nothing(url: str) -> None:
    assert rule_feeds(url) == ()


PIECES = (
    *("<a '", '<a "', "<link ", "<!--", "<script>", "<a href=x rss ", "<a b='", "<a href=", "<meta ", "<html "),
    *("<meta generator ", "<body class=", "powered by ", "breadcrumb", "<frame src=", '"feedUrl":', "'/a/b/c"),
)


@pytest.mark.parametrize("piece", PIECES)
def test_a_dense_page_takes_no_time(piece: str) -> None:
    page, url = piece * 60_000, "https://www.youtube.com/a"
    started = time.process_time()
    page_feeds(page, url)
    hinted_links(page, url)
    breadcrumbs(page, url)
    embedded_feeds(page, url)
    refresh_address(page, url)
    for software in softwares_of_page(page) or ("WordPress",):
        whole_feeds(software, url, page)
    assert time.process_time() - started < 2


@pytest.mark.parametrize("href", ["feed:https://a.example/f", "feed://https://a.example/f", "FEED://a.example/f"])
def test_a_page_may_write_its_feeds_as_feed_links(href: str) -> None:
    where = "http://a.example/f" if href.startswith("FEED") else "https://a.example/f"
    assert found(Web({"https://a.example/": page(link(href)), where: rss()}), "https://a.example/") == [where]


def test_a_page_in_two_bytes_per_character_is_read() -> None:
    web = Web({"https://a.example/": page(link("/f")).decode().encode("utf-16"), "https://a.example/f": rss()})
    assert found(web, "https://a.example/") == ["https://a.example/f"]


def test_a_link_that_looked_like_a_feed_may_lead_to_the_page_that_lists_them() -> None:
    web = Web(
        {
            "https://a.example/": page(body='<a href="/rss-feeds">Unsere RSS-Feeds</a>'),
            "https://a.example/rss-feeds": page(body='<a href="/rss/alles.xml">Alles</a>'),
            "https://a.example/rss/alles.xml": rss(),
        }
    )
    assert found(web, "https://a.example/") == ["https://a.example/rss/alles.xml"]
    assert len(web.urls) == len(set(web.urls))


@pytest.mark.parametrize(
    ("address", "body", "feed"),
    [
        ("https://dc.example/t/44", '<meta name="generator" content="Discourse 3">', "https://dc.example/t/-/44.rss"),
        ("https://m.example/deck/@karl", '<div id="mastodon"></div>', "https://m.example/@karl.rss"),
        (
            "https://w.example/category/heizung/page/2/",
            '<link href="/wp-content/x.css">',
            "https://w.example/category/heizung/feed/",
        ),
        (
            "https://soundcloud.com/karl",
            '<meta content="soundcloud://users:123">',
            "https://feeds.soundcloud.com/users/soundcloud:users:123/sounds.rss",
        ),
    ],
)
def test_less_usual_pages_of_known_software_have_their_feed(address: str, body: str, feed: str) -> None:
    assert found(Web({address: page(body=body), feed: rss()}), address)[0] == feed


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        ("https://karl.medium.com/titel-123", "https://karl.medium.com/feed"),
    ],
)
def test_less_usual_addresses_of_platforms_have_their_feed(address: str, feed: str) -> None:
    assert rule_feeds(address)[0] == feed


def test_a_page_within_a_repository_promises_nothing_yet_its_releases_are_tried() -> None:
    address = "https://github.com/a/b/tree/main/src/deep/er"
    assert rule_feeds(address) == ()
    assert found(Web({"https://github.com/a/b/releases.atom": rss()}), address) == [
        "https://github.com/a/b/releases.atom"
    ]
