"""OPML: what is read, what is refused, what comes out again."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.errors import InputError
from kundenradar.feeds.opml import MOST_BYTES, Outline, read_opml, write_opml
from kundenradar.services.messages import sentence

SHARED = Path(os.environ.get("KUNDENRADAR_SHARED", Path(__file__).parents[4] / "shared"))
CORPUS = SHARED / "feeds" / "corpus" / "opml"


def opml(body: str, head: str = "<title>Meine Feeds</title>") -> bytes:
    return f'<?xml version="1.0"?><opml version="1.0"><head>{head}</head><body>{body}</body></opml>'.encode()


def test_folders_categories_and_titles_are_read() -> None:
    found = read_opml(
        opml(
            '<outline text="Foren"><outline title="Handwerk"><outline type="rss" text="A &amp; B" '
            'xmlUrl="https://a.example/feed?x=1&amp;y=2" htmlUrl="https://a.example/"/></outline></outline>'
            '<outline type="rss" text="C" category="/Presse/Lokal,Sonst" XMLURL="http://c.example/rss"/>'
            '<outline type="rss" text="noch einmal" xmlUrl="http://c.example/rss"/>'
        )
    )
    assert found.title == "Meine Feeds"
    assert found.feeds == (
        Outline("A & B", "https://a.example/feed?x=1&y=2", "https://a.example/", ("Foren", "Handwerk")),
        Outline("C", "http://c.example/rss", "", ("Presse", "Lokal")),
    )
    assert found.refused == ()


@pytest.mark.parametrize(
    ("attributes", "reason"),
    [
        ('xmlUrl="|rm -rf ~"', "command"),
        ('type="x-command" xmlUrl="https://a.example/"', "command"),
        ('xmlUrl="javascript:alert(1)"', "command"),
        ('xmlUrl="file:///etc/passwd"', "file"),
        ('xmlUrl="/etc/passwd"', "file"),
        ('xmlUrl="ftp://a.example/feed"', "scheme"),
        ('xmlUrl="https://"', "address"),
        ('xmlUrl="https://[broken"', "address"),
    ],
)
def test_what_is_no_web_address_is_left_out_with_its_reason(attributes: str, reason: str) -> None:
    found = read_opml(opml(f'<outline text="böse" {attributes}/><outline xmlUrl="https://gut.example/f"/>'))
    assert [one.reason for one in found.refused] == [reason]
    assert [feed.feed_url for feed in found.feeds] == ["https://gut.example/f"]
    assert sentence(InputError(f"outline-{reason}")).endswith(".")


NAMED = '<outline text="M&uuml;ller & Söhne" xmlUrl="https://a.example/f?a=1&b=2"/>'


@pytest.mark.parametrize(
    "body",
    [
        opml(NAMED),
        b"\xef\xbb\xbf\n  " + opml(NAMED),
        opml(NAMED).decode().encode("cp1252"),
        opml(NAMED).decode().encode("utf-16"),
        opml(NAMED.replace("ller", "ller\x0b")),
        opml(NAMED.replace("&u", "&#xFC;&u").replace("&uuml;", "").replace(" & ", " &amp; ").replace("&b", "&amp;b")),
        b'<o:opml xmlns:o="http://opml.org/spec2"><o:body>'
        + NAMED.replace("<", "<o:", 1).encode()
        + b"</o:body></o:opml>",
    ],
    ids=["html", "blank", "cp1252", "utf-16", "control", "right", "prefix"],
)
def test_usual_faults_of_files_are_mended(body: bytes) -> None:
    (feed,) = read_opml(body).feeds
    assert (feed.title, feed.feed_url) == ("Müller & Söhne", "https://a.example/f?a=1&b=2")


def test_addresses_for_programs_are_addresses() -> None:
    lines = '<outline xmlUrl="feed://a.example/f"/><outline xmlUrl="FEED:https://b.example/f"/>'
    assert [one.feed_url for one in read_opml(opml(lines)).feeds] == ["http://a.example/f", "https://b.example/f"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "opml-other"),
        (b"kein XML", "opml-other"),
        (opml("<outline>")[:-30], "opml-broken"),
        (b"<rss version='2.0'><channel/></rss>", "opml-other"),
        (b"<!DOCTYPE o [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><opml><outline text='&b;'/></opml>", "opml-entities"),
        (b"<!DOCTYPE o [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><opml><body>&x;</body></opml>", "opml-entities"),
        (opml("<outline text='x'>" * 60 + "</outline>" * 60), "opml-deep"),
        (opml("<outline xmlUrl='http://a.example/'/>") + b" " * MOST_BYTES, "opml-large"),
        (opml("<outline/>" * 20_001), "opml-large"),
    ],
)  # fmt: skip
def test_hostile_and_broken_files_are_refused_with_a_sentence(body: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_opml(body)
    assert caught.value.code == code
    assert sentence(caught.value).endswith(".")


@given(st.binary(max_size=300))
def test_no_bytes_do_more_than_be_refused(body: bytes) -> None:
    for document in (body, b"<opml>" + body, opml("").replace(b"<body>", b"<body>" + body)):
        try:
            read_opml(document)
        except InputError as error:
            assert error.code.startswith("opml-")  # noqa: PT017 - whatever else is raised fails the test


NAMES = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=40).map(
    lambda text: " ".join(text.split())
)
FEEDS = st.lists(
    st.builds(
        lambda number, title, folder: Outline(
            title or "x", f"https://a.example/f?id={number}&x=<1>", "", (folder,) if folder else ()
        ),
        st.integers(0, 10**6), NAMES, NAMES,
    ),
    unique_by=lambda feed: feed.feed_url,
)  # fmt: skip


@given(FEEDS)
def test_what_is_written_is_read_again(feeds: list[Outline]) -> None:
    again = read_opml(write_opml("Kundenradar", feeds)).feeds
    assert sorted(again, key=lambda feed: feed.feed_url) == sorted(feeds, key=lambda feed: feed.feed_url)


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the feed corpus of ../shared (KUNDENRADAR_SHARED)")
def test_files_of_other_readers_are_read() -> None:
    found = {path.stem: len(read_opml(path.read_bytes()).feeds) for path in sorted(CORPUS.glob("*.opml"))}
    assert found
    assert min(found.values()) > 2
