import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.errors import OutsideError, TroubleKind
from kundenradar.domain.fetching import Fetched
from kundenradar.domain.mentions import ParsedEntry
from kundenradar.feeds import parse
from kundenradar.feeds.parse import parse_feed
from kundenradar.feeds.raw import repaired

URL = "https://forum.example/a/feed"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" '
    'xmlns:thr="http://purl.org/syndication/thread/1.0"><channel><title>Forum &amp; Markt</title>'
    "<link>https://forum.example/</link>"
)
TAIL = "</channel></rss>"


def fetched(body: str | bytes, url: str = URL, **more: object) -> Fetched:
    return Fetched(url, None, 200, body if isinstance(body, bytes) else body.encode(), **more)  # type: ignore[arg-type]


def rss(*items: str, head: str = "") -> str:
    return HEAD + head + "".join(f"<item>{item}</item>" for item in items) + TAIL


def atom(*entries: str, head: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" '
        'xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:im="http://itunes.apple.com/rss">'
        f"<title>Atom</title>{head}{''.join(f'<entry>{entry}</entry>' for entry in entries)}</feed>"
    )


def only(document: str | bytes, url: str = URL) -> ParsedEntry:
    (entry,) = parse_feed(fetched(document, url)).entries
    return entry


def refusal(body: str | bytes) -> tuple[TroubleKind, str]:
    with pytest.raises(OutsideError) as caught:
        parse_feed(fetched(body))
    assert caught.value.trouble.host == "forum.example"
    return caught.value.trouble.kind, caught.value.trouble.detail


def test_an_rss_item_is_read_in_full() -> None:
    feed = parse_feed(
        fetched(
            rss(
                "<title>Akku &amp;amp; Gerät</title><link>/showthread.php?tid=7#pid12</link>"
                "<guid isPermaLink='false'>t7</guid>"
                "<dc:creator>Käthe Müller</dc:creator>"
                "<pubDate>Mo, 01 Dez 2025 10:15:00 MEZ</pubDate>"
                "<description>kurz</description>"
                "<content:encoded><![CDATA[<p>Lädt <b>nicht</b>.</p>]]></content:encoded>",
                head="<ttl>60</ttl><generator>MyBB</generator>",
            )
        )
    )
    assert (feed.title, feed.site_url, feed.software) == ("Forum & Markt", "https://forum.example/", "MyBB")
    assert (feed.ttl_s, feed.damaged) == (3600, False)
    (entry,) = feed.entries
    assert (entry.title, entry.text) == ("Akku & Gerät", "Lädt nicht.")
    assert entry.html == "<p>Lädt <b>nicht</b>.</p>"
    assert entry.link == "https://forum.example/showthread.php?tid=7#pid12"
    assert (entry.guid, entry.identity, entry.position) == ("t7", "post:12", 0)
    assert entry.author == "Käthe Müller"
    assert entry.published_at == datetime(2025, 12, 1, 9, 15, tzinfo=UTC)
    assert entry.thread == "forum.example/7"
    assert entry.judged == ""


def test_an_atom_entry_is_read_in_full() -> None:
    feed = parse_feed(
        fetched(
            atom(
                '<title type="html">A &amp;lt;b&amp;gt;</title><id>tag:x,1</id><link rel="self" href="/self"/>'
                '<link href="/blog/eins#comment-4"/><updated>2025-12-02T10:00:00Z</updated>'
                "<published>2025-12-01T10:00:00Z</published>"
                "<author><name>Max</name><uri>/u/max</uri></author>"
                '<thr:in-reply-to ref="tag:x,0" href="/blog/eins"/>'
                '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Gut</p>'
                "<blockquote>alt</blockquote></div></content>",
            )
        )
    )
    (entry,) = feed.entries
    assert (entry.title, entry.author, entry.author_url) == ("A <b>", "Max", "https://forum.example/u/max")
    assert (entry.link, entry.thread) == (
        "https://forum.example/blog/eins#comment-4",
        "https://forum.example/blog/eins",
    )
    assert entry.in_reply_to == "tag:x,0"
    assert entry.updated_at == datetime(2025, 12, 2, 10, tzinfo=UTC)
    assert (entry.text, entry.judged) == ("Gut\n\nalt", "Gut")


def test_literal_text_stays_literal() -> None:
    entry = only(atom('<title>a &lt;b</title><id>1</id><summary type="text">5 &lt; 6 &amp;amp; 7</summary>'))
    assert (entry.title, entry.text) == ("a <b", "5 < 6 &amp; 7")


def test_markup_declared_as_text_is_still_markup() -> None:
    assert only(atom("<id>1</id><summary>&lt;p&gt;a&lt;/p&gt;&lt;p&gt;b&lt;/p&gt;</summary>")).text == "a\n\nb"


def test_a_missing_publication_date_is_taken_from_the_update() -> None:
    entry = only(atom("<id>1</id><title>a</title><updated>2025-12-02T10:00:00Z</updated>"))
    assert entry.published_at == entry.updated_at == datetime(2025, 12, 2, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "guid"),
    [
        ("http://a.example/feed", "t3_abc"),
        ("https://a.example/b/feed?page=2", "t3_abc"),
        ("https://a.example/feed", "5483431986"),
        ("https://a.example/feed", "?p=12"),
    ],
)
def test_bare_identifiers_do_not_depend_on_the_address(url: str, guid: str) -> None:
    for document in (atom(f"<id>{guid}</id><title>a</title>"), rss(f"<guid>{guid}</guid><title>a</title>")):
        entry = only(document, url)
        assert (entry.guid, entry.identity, entry.link) == (guid, guid, None)


@pytest.mark.parametrize(
    ("href", "link"),
    [
        ("x", "https://forum.example/a/x"),
        ("../x", "https://forum.example/x"),
        ("/x", "https://forum.example/x"),
        ("?p=1", "https://forum.example/a/feed?p=1"),
        ("//other.example/x", "https://other.example/x"),
        ("https://other.example/x", "https://other.example/x"),
        ("javascript:alert(1)", None),
    ],
)
def test_links_refer_to_the_real_address(href: str, link: str | None) -> None:
    assert only(rss(f"<title>a</title><link>{href}</link>")).link == link
    assert only(atom(f'<title>a</title><link href="{href}"/>')).link == link


@pytest.mark.parametrize("where", ["feed", "entry", "id"])
@pytest.mark.parametrize("base", ["https://b.example/c/", "sub/"])
@pytest.mark.parametrize("guid", ["a/2", "t3_abc", "/p/7", "?p=12", "  12 "])
def test_an_identifier_is_no_address_whatever_the_base(where: str, base: str, guid: str) -> None:
    given = {name: f' xml:base="{base}"' if name == where else "" for name in ("feed", "entry", "id")}
    document = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"{given["feed"]}><entry{given["entry"]}><id{given["id"]}>{guid}</id>'
        '<title>a</title><link href="7"/></entry></feed>'
    )
    entry = only(document.encode())
    assert (entry.guid, entry.identity) == (guid.strip(), guid.strip())
    assert entry.link == {"feed": "{}7", "entry": "{}7", "id": "https://forum.example/a/7"}[where].format(
        base if "://" in base else "https://forum.example/a/sub/"
    )


def test_an_xml_base_counts_within_its_entry_only() -> None:
    feed = parse_feed(
        fetched(
            atom(
                '<title>a</title><link href="1"/>',
                '<title>b</title><link xml:base="sub/" href="2"/>',
                '<title>c</title><link href="3"/>',
            )
        )
    )
    assert [entry.link for entry in feed.entries] == [
        "https://forum.example/a/1",
        "https://forum.example/a/sub/2",
        "https://forum.example/a/3",
    ]


@pytest.mark.parametrize(
    ("creator", "link", "name", "profile"),
    [
        ("redaktion@a.example (Die Redaktion)", "/x", "Die Redaktion", None),
        ("Die Redaktion &lt;redaktion@a.example&gt;", "/x", "Die Redaktion", None),
        ("invalid@example.com (Nick)", "/x", "Nick", None),
        (
            '<![CDATA[<a href="https://forum.example/member.php?action=profile&uid=12">Jürgen_K</a>]]>',
            "/x",
            "Jürgen_K",
            "https://forum.example/member.php?action=profile&uid=12",
        ),
        ("@kaethe Käthe Müller", "/t/akku/12/3", "kaethe", "https://forum.example/u/kaethe"),
        ("https://feddit.example/u/kaethe", "/post/1", "kaethe", "https://feddit.example/u/kaethe"),
        ("/u/max_1", "/x", "max_1", "https://www.reddit.com/user/max_1"),
        ("", "https://ruhr.example/@kaethe/111544452566443481", "kaethe", "https://ruhr.example/@kaethe"),
        ("", "https://bsky.app/profile/a.example/post/3k", "a.example", "https://bsky.app/profile/a.example"),
        ("", "/x", None, None),
    ],
)
def test_an_author_is_a_plain_name(creator: str, link: str, name: str | None, profile: str | None) -> None:
    entry = only(rss(f"<title>a</title><link>{link}</link><dc:creator>{creator}</dc:creator>"))
    assert (entry.author, entry.author_url) == (name, profile)


@pytest.mark.parametrize(
    ("link", "thread"),
    [
        ("https://f.example/viewtopic.php?f=3&t=51&p=9#p9", "f.example/51"),
        ("https://f.example/index.php?topic=51.msg9#msg9", "f.example/51"),
        ("https://f.example/threads/akku.51/post-9", "f.example/51"),
        ("https://f.example/thread/51-akku/?postID=9#post9", "f.example/51"),
        ("https://f.example/showthread.php?t=51&goto=newpost", "f.example/51"),
        ("https://f.example/t/akku/51/9", "f.example/51"),
        ("https://f.example/topic/51/akku/9", "f.example/51"),
        ("https://www.reddit.com/r/de/comments/1abc/titel/x9/", "reddit.com/1abc"),
        ("https://f.example/blog/akku", None),
    ],
)
def test_the_discussion_is_told_from_the_link(link: str, thread: str | None) -> None:
    assert only(rss(f"<title>a</title><link>{link.replace('&', '&amp;')}</link>")).thread == thread


def test_a_review_has_its_stars_and_its_text() -> None:
    entry = only(
        atom(
            '<id>54</id><title>Gut</title><content type="text">Läuft.</content><im:rating>4</im:rating>'
            '<content type="html">'
            "&lt;table&gt;&lt;tr&gt;&lt;td&gt;Bild&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt; viel mehr Text</content>"
        )
    )
    assert (entry.rating, entry.text) == (4.0, "Läuft.")


@pytest.mark.parametrize("rating", ["0", "6", "viel", "nan", "-1", ""])
def test_a_rating_that_is_none_is_ignored(rating: str) -> None:
    assert only(atom(f"<id>1</id><title>a</title><im:rating>{rating}</im:rating>")).rating is None


@pytest.mark.parametrize(
    ("head", "ttl_s"),
    [
        ("<ttl>15</ttl>", 900),
        ("<ttl>0</ttl>", 0),
        ("<ttl>bald</ttl>", 0),
        ("<ttl>999999999</ttl>", 31 * 24 * 3600),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 1800),
        ("<sy:updatePeriod>daily</sy:updatePeriod>", 86_400),
    ],
)
def test_the_wished_pause_is_read(head: str, ttl_s: int) -> None:
    assert parse_feed(fetched(rss("<title>a</title>", head=head))).ttl_s == ttl_s


def test_empty_outer_items_are_dropped() -> None:
    inner = "<item><title>a</title><guid>1</guid></item>"
    feed = parse_feed(fetched(HEAD + f"<item>{inner}</item>" + TAIL))
    assert [entry.guid for entry in feed.entries] == ["1"]


def test_a_feed_without_entries_is_a_feed() -> None:
    assert parse_feed(fetched(rss())).entries == ()


def test_a_truncated_document_keeps_its_whole_entries() -> None:
    whole = rss("<title>a</title><guid>1</guid>", "<title>b</title><guid>2</guid><description>lang</description>")
    cut_late = parse_feed(fetched(whole[: whole.index("lang") + 2]))
    assert ([entry.guid for entry in cut_late.entries], cut_late.damaged) == (["1", "2"], True)
    cut_early = parse_feed(fetched(whole[: whole.index("<guid>2") + 7]))
    assert ([entry.guid for entry in cut_early.entries], cut_early.damaged) == (["1"], True)


def test_an_answer_that_broke_off_is_damaged() -> None:
    assert parse_feed(fetched(rss("<title>a</title>"), truncated=True)).damaged


@pytest.mark.parametrize(
    "title",
    [
        "Müller & Söhne",
        "Stra&szlig;e",
        "a &#xD800; b",
        "a &#x110000; b",
        "a &#99999999999999999999; b",
        "a \x00 b",
        "<b>offen",
    ],
)
def test_broken_xml_still_gives_its_entries(title: str) -> None:
    feed = parse_feed(fetched(rss(f"<title>{title}</title><guid>1</guid>", "<title>zwei</title><guid>2</guid>")))
    assert [entry.guid for entry in feed.entries][-1] == "2"
    for entry in feed.entries:
        entry.title.encode()
        assert "\x00" not in entry.title


def test_one_bad_byte_does_not_spoil_the_umlauts_of_a_feed() -> None:
    body = rss("<title>Gerät läuft für 5 X</title><guid>1</guid>").encode().replace(b"X", b"\x80")
    assert "Gerät läuft für" in only(body).title


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-16", "utf-8-sig"])
def test_umlauts_survive_every_encoding(encoding: str) -> None:
    body = rss("<title>Größe</title>").replace("UTF-8", encoding.removesuffix("-sig")).encode(encoding)
    assert only(body).title == "Größe"


def test_a_body_that_is_a_path_or_an_address_is_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "feed.xml"
    secret.write_text(rss("<title>geheim</title>"), encoding="utf-8")
    for body in (
        str(secret),
        secret.as_uri(),
        os.fspath(secret) + "\n",
        r"\\host\share\feed.xml",
        "http://127.0.0.1:1/feed",
    ):
        assert refusal(body)[0] is TroubleKind.NOT_A_FEED


def test_foreign_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("geheim", encoding="utf-8")
    body = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        '<rss version="2.0"><channel><item><title>[&x;]</title><guid>1</guid></item></channel></rss>'
    )
    feed = parse_feed(fetched(body))
    assert feed.damaged
    assert "geheim" not in feed.entries[0].title


@pytest.mark.parametrize(
    ("body", "trouble"),
    [
        (b"", (TroubleKind.EMPTY, "")),
        (b"\xef\xbb\xbf \r\n\t", (TroubleKind.EMPTY, "")),
        (b"Nur Text", (TroubleKind.NOT_A_FEED, "text")),
        (b"<!DOCTYPE html><html><body>Willkommen</body></html>", (TroubleKind.NOT_A_FEED, "html")),
        (b"<html><title>Just a moment...</title></html>", (TroubleKind.BROWSER_CHECK, "")),
        (b"<html>Bitte akzeptieren Sie die Nutzungsbedingungen</html>", (TroubleKind.NOT_A_FEED, "captive-portal")),
        (
            b"<html><title>Wartungsarbeiten | Forum</title><h1>Bis gleich</h1></html>",
            (TroubleKind.NOT_A_FEED, "maintenance"),
        ),
        (b"<html><title>Wartung Ihrer Heizung</title></html>", (TroubleKind.NOT_A_FEED, "html")),
        (b"<html><form><input type='password'></form></html>", (TroubleKind.NOT_A_FEED, "login-page")),
        (
            b"<html><form action='./ucp.php?mode=login'><input type=\"password\"></form></html>",
            (TroubleKind.LOGIN, "login-page"),
        ),
        (b"%PDF-1.4 ...", (TroubleKind.NOT_A_FEED, "pdf")),
        (b"\x1f\x8b\x08 ...", (TroubleKind.NOT_A_FEED, "compressed")),
        (b'<?xml version="1.0"?><opml><head><title>x</title></head></opml>', (TroubleKind.NOT_A_FEED, "opml")),
        (b'<?xml version="1.0"?><urlset></urlset>', (TroubleKind.NOT_A_FEED, "sitemap")),
        (b'<?xml version="1.0"?><note/>', (TroubleKind.NOT_A_FEED, "xml")),
    ],
)
def test_what_is_no_feed_is_named(body: bytes, trouble: tuple[TroubleKind, str]) -> None:
    assert refusal(body) == trouble


def test_a_huge_page_is_refused_at_once() -> None:
    assert refusal("<!DOCTYPE html><html><body>" + "<p>Lorem ipsum</p>" * 100_000) == (TroubleKind.NOT_A_FEED, "html")


def test_a_document_without_bottom_is_refused() -> None:
    deep = rss("<title>a</title>" + "<x>" * 20_000 + "</x>" * 20_000)
    assert refusal(deep) == (TroubleKind.MALFORMED, "depth")


def test_entries_beyond_the_limit_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parse, "MAX_ENTRIES", 3)
    for document in (rss(*(f"<guid>{n}</guid>" for n in range(9))), atom(*(f"<id>{n}</id>" for n in range(9)))):
        feed = parse_feed(fetched(document))
        assert [entry.guid for entry in feed.entries] == ["0", "1", "2"]
        assert not feed.damaged


@pytest.mark.parametrize("prefix", ["", "a:"])
def test_entries_beyond_the_limit_are_not_read_by_feedparser_either(
    monkeypatch: pytest.MonkeyPatch, prefix: str
) -> None:
    monkeypatch.setattr(parse, "MAX_ENTRIES", 3)
    entries = "".join(f"<{prefix}entry><{prefix}id>{n}</{prefix}id><x/></{prefix}entry>" for n in range(9))
    name = "xmlns:a" if prefix else "xmlns"
    feed = parse_feed(fetched(f'<{prefix}feed {name}="http://www.w3.org/2005/Atom">{entries}</{prefix}feed>'))
    assert [entry.guid for entry in feed.entries] == ["0", "1", "2"]
    assert not feed.damaged


def test_whatever_feedparser_raises_becomes_a_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("where")

    monkeypatch.setattr("feedparser.parse", broken)
    assert refusal("<feed>&#x110000;</feed>")[0] is TroubleKind.MALFORMED


@pytest.mark.parametrize(
    ("generator", "url", "software"),
    [
        ("WordPress 6.5", URL, "WordPress"),
        ("https://wordpress.org/?v=6.5", URL, "WordPress"),
        ("WoltLab Suite 6.1.2", URL, "WoltLab"),
        ("", "https://www.reddit.com/r/de/new/.rss", "Reddit"),
        ("", "https://f.example/app.php/feed/topics", "phpBB"),
        ("", "https://f.example/board-feed/12/", "WoltLab"),
        ("", "https://a.example/rss", ""),
    ],
)
def test_software_is_recognised(generator: str, url: str, software: str) -> None:
    document = rss("<title>a</title>", head=f"<generator>{generator}</generator>")
    assert parse_feed(fetched(document, url)).software == software


_PIECES = st.sampled_from(
    [
        *(
            "<item>",
            "</item>",
            "<title>",
            "</title>",
            "<guid>",
            "</guid>",
            "a",
            "&#xD800;",
            "&#0;",
            "&#99999999999;",
            "&amp",
        ),
        *(
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<gml:pos>1</gml:pos>",
            "<media:player/>",
            "</media:player>",
            "\x00",
            "\xff",
        ),
        *("<entry>", "</entry>", "<content>", "</content>", "<psc:chapter/>", "<georss:where/>", "</channel>", "<?x"),
    ]
)


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_no_document_raises_anything_else(inside: str) -> None:
    body = (
        '<rss version="2.0" xmlns:gml="http://www.opengis.net/gml" xmlns:media="http://search.yahoo.com/mrss/" '
        'xmlns:psc="http://podlove.org/simple-chapters" xmlns:georss="http://www.georss.org/georss"><channel>' + inside
    )
    kinds: set[TroubleKind] = set()
    identities: list[str] = []
    try:
        identities = [entry.identity for entry in parse_feed(fetched(body.encode("latin-1"))).entries]
    except OutsideError as error:
        kinds.add(error.trouble.kind)
    assert kinds <= {TroubleKind.MALFORMED, TroubleKind.NOT_A_FEED}
    assert len(set(identities)) == len(identities)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("GrÃ¼ÃŸe aus KÃ¶ln", "Grüße aus Köln"),
        ("â€žEndlich dichtâ€œ", "„Endlich dicht“"),
        ("½Ã½ºÅÛÀÌ µ¹¾Æ°¡´Âµ¥", "½Ã½ºÅÛÀÌ µ¹¾Æ°¡´Âµ¥"),
        ("Ã und noch ein Ã", "Ã und noch ein Ã"),
        ("Café für Ärzte", "Café für Ärzte"),
    ],
)
def test_a_text_written_in_utf_8_twice_is_read_as_meant_and_no_other(written: str, read: str) -> None:
    assert repaired(written) == read
