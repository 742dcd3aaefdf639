import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.errors import OutsideError, TroubleKind
from kundenradar.domain.fetching import Fetched
from kundenradar.domain.mentions import ParsedFeed
from kundenradar.feeds.parse import parse_feed

VERSION = "https://jsonfeed.org/version/1.1"


def parsed(document: object, *, raw: bytes | None = None) -> ParsedFeed:
    body = json.dumps(document).encode() if raw is None else raw
    return parse_feed(Fetched("https://a.example/f/feed.json", None, 200, body, "application/feed+json"))


def feed(*items: object, **more: object) -> dict[str, object]:
    return {"version": VERSION, "title": "Blog", "items": list(items), **more}


def test_an_item_is_read_in_full() -> None:
    read = parsed(
        feed(
            {
                "id": 17,
                "url": "../beitrag/17",
                "title": "  Ein\nTitel ",
                "content_html": "<p>Text mit <b>Fett</b></p>",
                "date_published": "2025-12-01T10:15:00+01:00",
                "date_modified": "2025-12-02T10:15:00Z",
                "authors": [{"name": "Käthe", "url": "https://a.example/u/kaethe"}],
            },
            home_page_url="https://a.example/",
        )
    )
    (entry,) = read.entries
    assert (read.title, read.site_url, read.damaged) == ("Blog", "https://a.example/", False)
    assert (entry.guid, entry.identity, entry.link) == ("17", "17", "https://a.example/beitrag/17")
    assert (entry.title, entry.text) == ("Ein Titel", "Text mit Fett")
    assert (entry.author, entry.author_url) == ("Käthe", "https://a.example/u/kaethe")
    assert entry.published_at is not None
    assert entry.published_at.isoformat() == "2025-12-01T09:15:00+00:00"
    assert entry.updated_at is not None
    assert entry.updated_at.day == 2


def test_version_one_and_the_authors_of_the_feed_count() -> None:
    document = feed({"id": "a", "content_text": "x < y"}, author={"name": "Redaktion"})
    document["version"] = "https://jsonfeed.org/version/1"
    (entry,) = parsed(document).entries
    assert (entry.author, entry.text) == ("Redaktion", "x < y")


def test_mybb_writes_its_date_key_with_a_blank() -> None:
    (entry,) = parsed(feed({"id": 1, "date_modified ": "2025-12-01T10:15:00Z"})).entries
    assert entry.published_at is not None


def test_lone_surrogates_are_replaced() -> None:
    raw = b'{"version":"https://jsonfeed.org/version/1","items":[{"id":"a\\ud800","title":"b\\udc00","content_html":"<p>\\ud800"}]}'
    (entry,) = parsed(None, raw=raw).entries
    for text in (entry.guid, entry.identity, entry.title, entry.text, entry.html, entry.judged):
        assert text is not None
        text.encode()


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b'{"version":"https://jsonfeed.org/version/1","items":[{"id":"a"', TroubleKind.MALFORMED),
        (b'{"version":"https://jsonfeed.org/version/1","items":[NaN]}', TroubleKind.MALFORMED),
        (b'{"version":"https://jsonfeed.org/version/1","items":' + b"[" * 100_000, TroubleKind.MALFORMED),
        (b'{"version":"https://jsonfeed.org/version/1","items":{}}', TroubleKind.MALFORMED),
        (b'{"version":"https://jsonfeed.org/version/1","items":[1,null,[]]}', TroubleKind.MALFORMED),
        (b'{"name":"app","version":"1.0"}', TroubleKind.NOT_A_FEED),
        (b'{"version":1}', TroubleKind.NOT_A_FEED),
        (b"[1,2]", TroubleKind.NOT_A_FEED),
        (b"{", TroubleKind.NOT_A_FEED),
    ],
)
def test_other_json_is_refused(raw: bytes, kind: TroubleKind) -> None:
    with pytest.raises(OutsideError) as caught:
        parsed(None, raw=raw)
    assert caught.value.trouble.kind is kind
    assert caught.value.trouble.host == "a.example"


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=5,
)
_KEYS = st.sampled_from(
    ["id", "url", "title", "content_html", "content_text", "date_published", "authors", "author", "summary"]
)


@given(st.lists(st.dictionaries(_KEYS, _ANY, max_size=6) | _ANY, max_size=4), _ANY)
def test_no_value_of_any_type_breaks_the_reader(items: list[object], author: object) -> None:
    kinds: set[TroubleKind] = set()
    identities: list[str] = []
    try:
        identities = [entry.identity for entry in parsed(feed(*items, author=author, title=author)).entries]
    except OutsideError as error:
        kinds.add(error.trouble.kind)
    assert kinds <= {TroubleKind.MALFORMED}
    assert len(set(identities)) == len(identities)
