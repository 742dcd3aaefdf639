"""What is handed over from outside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.arrivals import Arrival, arrival


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://forum.example/feed?x=1", "https://forum.example/feed?x=1"),
        (" HTTP://forum.example \n", "HTTP://forum.example"),
        ("feed:https://forum.example/rss", "https://forum.example/rss"),
        ("feed://forum.example/rss", "http://forum.example/rss"),
        ("FEED:forum.example/rss", "http://forum.example/rss"),
        ("feed:http://forum.example/", "http://forum.example/"),
    ],
)
def test_addresses_and_feed_links(text: str, address: str) -> None:
    assert arrival(text) == Arrival(address=address)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/home/anna/Meine Feeds.opml", "/home/anna/Meine Feeds.opml"),
        ("file:///home/anna/Meine%20Feeds.OPML", "/home/anna/Meine Feeds.OPML"),
        ("file://localhost/tmp/a.xml", "/tmp/a.xml"),
        ("feeds.opml", "feeds.opml"),
    ],
)
def test_opml_files(text: str, path: str) -> None:
    assert arrival(text) == Arrival(opml=path)


@pytest.mark.parametrize(
    "text",
    [
        "", "report", "--help", "file:///etc/passwd", "file://server/a.opml", "javascript:alert(1)", "feed:", "https://",
        "ftp://a.example/x.opml", "https://a\nb.example", "https://[", "x" * 3000 + ".opml",
    ],
)  # fmt: skip
def test_anything_else_is_nothing(text: str) -> None:
    assert arrival(text) is None


@given(st.text(max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    found = arrival(text)
    assert found is None or bool(found.address) != bool(found.opml)
    assert found is None or not found.address or found.address.lower().startswith(("http://", "https://"))
