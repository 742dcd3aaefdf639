"""The plain reader gives what feedparser gives, or steps aside."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundenradar.feeds import xmlfeed
from kundenradar.feeds.fastpath import read_plain_feed
from kundenradar.feeds.raw import RawFeed, Unreadable
from kundenradar.feeds.xmlfeed import read_xml_feed

SHARED = Path(os.environ.get("KUNDENRADAR_SHARED") or Path(__file__).resolve().parents[4] / "shared")
CORPUS = SHARED / "feeds" / "corpus"
URL = "https://a.example/x/feed"
RSS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" '
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" '
    'xmlns:media="http://search.yahoo.com/mrss/"><channel>'
)
ATOM_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" '
    'xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:media="http://search.yahoo.com/mrss/">'
)


def by_feedparser(body: bytes) -> RawFeed | str:
    try:
        return read_xml_feed(body, URL, "", "", 20_000, fast=False)
    except Unreadable as problem:
        return str(problem)


def plainly(body: bytes) -> RawFeed | None:
    base = f"https{xmlfeed._BASE_HOST}{xmlfeed._BASE_TAIL}"
    return read_plain_feed(body, base, xmlfeed._own, 20_000)


PLAIN = {
    "forum": RSS_HEAD
    + "<title>Forum &amp; Markt</title><link>https://a.example/</link><description>d</description><language>de</language>"
    "<ttl>60</ttl><generator>MyBB</generator>"
    '<atom:link href="https://a.example/feed" rel="self" type="application/rss+xml"/>'
    "<image><url>https://a.example/i.png</url><title>x</title><link>https://a.example/</link></image>"
    "<sy:updatePeriod>hourly</sy:updatePeriod><item><title><![CDATA[Größe & <b>mehr</b>]]></title>"
    '<link>https://a.example/showthread.php?tid=1&amp;pid=2#pid2</link><guid isPermaLink="false">t1</guid>'
    "<dc:creator><![CDATA[Käthe]]></dc:creator><pubDate>Mon, 01 Dec 2025 10:15:00 +0100</pubDate>"
    "<category>A</category>"
    "<slash:comments>2</slash:comments><description>kurz</description>"
    "<content:encoded><![CDATA[<p>lang</p>]]></content:encoded>"
    "</item><item><title>zwei</title><guid>https://a.example/2</guid><description>&lt;p&gt;Text&lt;/p&gt;</description></item>"
    "</channel></rss>",
    "author named twice": RSS_HEAD + "<title>Forum</title><link>https://a.example/</link><generator>Forum</generator>"
    "<item><title>a</title><author>invalid@example.com (Käthe_1)</author><dc:creator>Käthe_1</dc:creator></item>"
    "<item><title>b</title><dc:creator>Dr. Eva M</dc:creator><author>invalid@example.com (Dr. Eva M)</author></item>"
    "</channel></rss>",
    "source and pictures": RSS_HEAD.replace("<rss ", '<rss xmlns:discourse="http://www.discourse.org/" ')
    + "<title>Forum</title><link>https://a.example/</link><description>d</description>"
    "<item><title>a</title><discourse:topicPinned>No</discourse:topicPinned><description>x</description>"
    '<source url="https://a.example/t/1.rss">Akku</source></item>'
    '<item><guid>https://a.example/@k/1</guid><description>&lt;p&gt;x&lt;/p&gt;</description><media:content url="u">'
    '<media:rating scheme="urn:simple">nonadult</media:rating><media:description type="plain">Bild</media:description>'
    "</media:content></item></channel></rss>",
    "atom": ATOM_HEAD
    + '<title>Board</title><link href="https://a.example/index.php"/><link rel="self" href="https://a.example/feed"/>'
    "<id>https://a.example/feed</id><updated>2025-12-01T10:00:00Z</updated><author><name>Board</name></author>"
    '<generator uri="https://www.phpbb.com/">phpBB</generator>'
    "<entry><author><name><![CDATA[Käthe]]></name><uri>/u/1</uri></author><updated>2025-12-01T10:00:00Z</updated>"
    '<published>2025-12-01T09:00:00Z</published><id>tag:a,1</id><link href="/viewtopic.php?p=1#p1"/>'
    '<title type="html"><![CDATA[A &amp; B]]></title><category term="x"/><thr:in-reply-to ref="tag:a,0"/>'
    '<content type="html" xml:base="https://a.example/viewtopic.php?p=1#p1"><![CDATA[<a href="x">y</a>]]></content>'
    "</entry>"
    "<entry><id>t3_x</id><title>nur Titel</title><summary>5 &lt; 6</summary></entry></feed>",
}


@pytest.mark.parametrize("document", PLAIN.values(), ids=PLAIN.keys())
def test_a_plain_feed_is_read_without_feedparser_and_alike(document: str) -> None:
    read = plainly(document.encode())
    assert read is not None
    assert read == by_feedparser(document.encode())


@pytest.mark.parametrize(
    "item",
    [
        "<title>a</title><title>b</title>",
        "<title>a<b>c</b></title>",
        "<title>a</title><link/>",
        '<title>a</title><link xml:base="https://b.example/">x</link>',
        "<title>a</title><description type='text/plain'>x</description>",
        "<title>a</title><fremd>x</fremd>",
        "<title>a</title><dc:creator>b</dc:creator><author>c</author>",
        "<title>a</title><media:title>b</media:title>",
        "<title>a</title><media:content><media:description>Bild</media:description></media:content>",
        "<title>a</title><media:content><media:title>b</media:title></media:content>",
        "<title>a\x85b</title>",
        "<title>a &nbsp; b</title>",
        "<title>a",
        "",
    ],
)
def test_what_is_unusual_is_left_to_feedparser(item: str) -> None:
    assert plainly(f"{RSS_HEAD}<item>{item}</item></channel></rss>".encode()) is None


def test_a_document_type_is_left_to_feedparser() -> None:
    assert (
        plainly(b'<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>')
        is None
    )


_TEXTS = st.sampled_from(
    [
        *(
            "",
            " ",
            "Wort",
            " zwei  Worte ",
            "Größe",
            "GrÃ¶ÃŸe",
            "„Zitat“ – 5 €",
            "a &amp; b",
            "a &amp;amp; b",
            "&lt;b&gt;x&lt;/b&gt;",
        ),
        *(
            "&lt;p&gt;Absatz",
            "&lt;img src=x&gt;",
            "<![CDATA[<p>a</p> & b]]>",
            "<!-- c -->x",
            "a\nb",
            "&#8222;",
            "&#x27;",
            "&lt;fremd&gt;",
        ),
    ]
)
_LINKS = st.sampled_from(
    [
        *(
            "https://a.example/1",
            "https://a.example/?a=1&amp;b=2",
            "https://a.example/x?a=1&amp;amp;b=2",
            "/rel",
            "rel#p1",
            "?p=1",
        ),
        *(
            "//b.example/x",
            "HTTP://A.example/X",
            "https://a.example/?",
            "https://a.example/#",
            "tag:a,1",
            "urn:x",
            "t3_abc",
            "12",
        ),
        *(
            " https://a.example/blank ",
            "https://a.example/ü",
            "https:///a.example/x",
            "javascript:1",
            "https://a.example/a/../b;c",
            "",
        ),
    ]
)
_DATES = st.sampled_from(["Mon, 01 Dec 2025 10:15:00 +0100", "2025-12-01T10:15:00Z", "", "gestern"])
_PEOPLE = st.sampled_from(
    ["Käthe", "a@b.example (Käthe)", "a@b.de (K)", "K &lt;a@b.de&gt;", "", "&lt;a href='/u'&gt;K&lt;/a&gt;", "a@b.de"]
)


def _element(name: str, inner: st.SearchStrategy[str], attributes: list[str]) -> st.SearchStrategy[str]:
    opened = st.sampled_from([f"<{name}{attribute}>" for attribute in ["", *attributes]])
    return st.tuples(opened, inner).map(lambda pair: f"{pair[0]}{pair[1]}</{name}>")


_RSS_PARTS = st.one_of(
    _element("title", _TEXTS, [' xml:lang="de"']),
    _element("description", _TEXTS, []),
    _element("content:encoded", _TEXTS, []),
    _element("link", _LINKS, []),
    _element("guid", _LINKS, [' isPermaLink="false"', ' isPermaLink="true"', ' isPermaLink="no"']),
    _element("pubDate", _DATES, []),
    _element("dc:date", _DATES, []),
    _element("dc:creator", _PEOPLE, []),
    _element("author", _PEOPLE, []),
    _element("category", _TEXTS, [' domain="x"']),
    st.sampled_from(
        ["<slash:comments>2</slash:comments>", '<enclosure url="/x.mp3"/>', '<media:thumbnail url="/x"/>', "<x/>"]
    ),
)
_RSS_CHANNEL = st.one_of(
    _element("title", _TEXTS, []),
    _element("link", _LINKS, []),
    _element("generator", _TEXTS, []),
    _element("ttl", st.sampled_from(["60", ""]), []),
    st.sampled_from(
        ["<sy:updateFrequency>2</sy:updateFrequency>", '<atom:link rel="self" href="/f"/>', '<atom:link href="/g"/>']
    ),
    st.sampled_from(
        ["<image><url>/i</url><title>I</title><link>/l</link></image>", "<managingEditor>a@b.de</managingEditor>"]
    ),
    st.lists(_RSS_PARTS, max_size=6).map(lambda parts: f"<item>{''.join(parts)}</item>"),
)
_ATOM_LINK = st.tuples(
    st.sampled_from(["", ' rel="alternate"', ' rel="self"', ' rel="replies"', ' rel="Alternate"']),
    st.sampled_from(["", ' type="text/html"', ' type="application/pdf"', ' type="application/xhtml+xml"']),
    _LINKS.map(lambda link: f' href="{link}"') | st.just(""),
).map(lambda parts: f"<link{''.join(parts)}/>")
_ATOM_AUTHOR = st.lists(
    st.one_of(
        _element("name", _PEOPLE, []), _element("uri", _LINKS, []), _element("email", st.just("a@b.example"), [])
    ),
    max_size=3,
).map(lambda parts: f"<author>{''.join(parts)}</author>")
_KINDS = [
    ' type="text"',
    ' type="html"',
    ' type="text/html"',
    ' type="HTML"',
    ' type="xhtml"',
    ' xml:base="https://b.example/c"',
]
_ATOM_PARTS = st.one_of(
    _element("title", _TEXTS, _KINDS[:4]),
    _element("content", _TEXTS, _KINDS),
    _element("summary", _TEXTS, _KINDS),
    _element("id", _LINKS, []),
    _element("published", _DATES, []),
    _element("updated", _DATES, []),
    _ATOM_LINK,
    _ATOM_AUTHOR,
    st.sampled_from(['<thr:in-reply-to ref="tag:a,0" href="/a"/>', '<category term="x"/>', "<rights>r</rights>"]),
)
_ATOM_FEED = st.one_of(
    _element("title", _TEXTS, _KINDS[:4]),
    _element("id", _LINKS, []),
    _element("generator", _TEXTS, [' uri="/g" version="1"']),
    _ATOM_LINK,
    _ATOM_AUTHOR,
    st.lists(_ATOM_PARTS, max_size=6).map(lambda parts: f"<entry>{''.join(parts)}</entry>"),
)


def _assert_alike(document: str) -> None:
    body = document.encode()
    read = plainly(body)
    if read is not None:
        expected = by_feedparser(body)
        assert isinstance(expected, RawFeed)
        assert read == expected


@settings(max_examples=150, deadline=None)
@given(st.lists(_RSS_CHANNEL, max_size=5))
def test_any_rss_is_read_alike_or_left_to_feedparser(parts: list[str]) -> None:
    _assert_alike(f"{RSS_HEAD}{''.join(parts)}</channel></rss>")


@settings(max_examples=150, deadline=None)
@given(st.lists(_ATOM_FEED, max_size=5))
def test_any_atom_is_read_alike_or_left_to_feedparser(parts: list[str]) -> None:
    _assert_alike(f"{ATOM_HEAD}{''.join(parts)}</feed>")


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the feed corpus of ../shared (KUNDENRADAR_SHARED)")
def test_the_whole_corpus_is_read_alike() -> None:
    different: list[str] = []
    plain = 0
    for path in sorted(CORPUS.rglob("*")):
        if not path.is_file() or path.suffix == ".md":
            continue
        body = path.read_bytes()
        try:
            read = read_xml_feed(body, URL, "", "", 20_000)
        except Unreadable:
            continue
        plain += plainly(body) is not None
        if read != by_feedparser(body):
            different.append(path.name)
    assert different == []
    assert plain > 100
