"""Secret parts of addresses: found, hidden, put back; nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.secrets import (
    MARK,
    LoginKind,
    Secrets,
    header_of,
    hidden,
    kept_for,
    read_secrets,
    split_tokens,
    with_tokens,
)

JWT = "eyJhbGciOi.eyJzdWIiOjF9.c2lnbmF0dXI"
LOCKED = [
    ("https://forum.example/board-feed/?at=17-0123456789abcdef0123", "https://forum.example/board-feed/?at=***"),
    (
        "https://www.reddit.com/.rss?feed=0123456789abcdef01234567&user=karl",
        "https://www.reddit.com/.rss?feed=***&user=karl",
    ),
    ("https://nodebb.example/recent.rss?uid=3&token=abc-def", "https://nodebb.example/recent.rss?uid=3&token=***"),
    (f"https://lemmy.example/feeds/inbox/{JWT}.xml", "https://lemmy.example/feeds/inbox/***.xml"),
    ("https://x.example/f?a=1;private_token=glpat-1;b=2", "https://x.example/f?a=1;private_token=***;b=2"),
    ("https://x.example/f?key=a1B2c3D4e5F6a1B2c3D4e5F6", "https://x.example/f?key=***"),
    *(
        (f"https://x.example/f?a=1&{name}=a1B2c3D4e5F6a1B2c3D4e5F6#top", f"https://x.example/f?a=1&{name}=***#top")
        for name in ("auth_key", "rssKey", "PHPSESSID", "sid", "client_secret", "X-Amz-Signature", "%74oken", "sk")
    ),
    ("https://x.example/f#access_token=abc", "https://x.example/f#access_token=***"),
    (f"https://x.example/{JWT}?token=abc", "https://x.example/***?token=***"),
]
OPEN = [
    "https://forum.example/feed.php?f=5&auth=http",
    "https://www.youtube.com/feeds/videos.xml?channel_id=UC0123456789abcdefghijkl",
    "https://blog.example/?feed=rss2&at=17",
    "https://www.reddit.com/search.rss?q=Brandt&sort=new&key=neu",
    "https://forum.example/feed?token=",
    "https://forum.example/?s=passwort",
    "https://forum.example/f?sort_key=newest&tokens=12&monkey=banana#comment-5",
]


@pytest.mark.parametrize(("address", "shown"), LOCKED)
def test_private_feeds_are_recognised_and_can_be_asked_again(address: str, shown: str) -> None:
    plain, tokens = split_tokens(address)
    assert plain == shown
    assert with_tokens(plain, tokens) == address
    assert split_tokens(plain) == (plain, ())


@pytest.mark.parametrize("address", OPEN)
def test_open_feeds_stay_as_they_are(address: str) -> None:
    assert split_tokens(address) == (address, ())


@given(st.text(max_size=80))
def test_no_text_is_changed_beyond_its_secrets(text: str) -> None:
    plain, tokens = split_tokens(text)
    if MARK not in text:
        assert with_tokens(plain, tokens) == text


def test_a_secret_is_hidden_wherever_it_stands() -> None:
    secrets = Secrets(tokens=("SECRET123",))
    assert "SECRET123" not in hidden("https://neu.example/SECRET123/feed?x=SECRET123", secrets)


@given(
    st.builds(
        Secrets,
        st.text(),
        st.text(),
        st.tuples(st.text(), st.text()),
        st.text(),
        st.lists(st.text(), max_size=3).map(tuple),
    )
)
def test_what_the_keyring_keeps_can_be_read_again(secrets: Secrets) -> None:
    assert read_secrets(secrets.to_json()) == secrets


def test_the_first_versions_logins_are_read() -> None:
    assert read_secrets('["kunde", "geheim"]') == Secrets("kunde", "geheim")


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "{}",
        "[]",
        "7",
        '{"user": 1}',
        '["a"]',
        '{"user":"","password":"","cookie":"","header":["a"],"tokens":[]}',
    ],
)
def test_anything_else_is_no_secret(text: str | None) -> None:
    assert read_secrets(text) is None


@pytest.mark.parametrize(
    ("line", "header"),
    [
        ("X-Api-Key: abc", ("X-Api-Key", "abc")),
        ("Authorization: Bearer a:b", ("Authorization", "Bearer a:b")),
        ("Host: x.example", None),
        ("Cookie: a=b", None),
        ("X-A: b\r\nX-B: c", None),
        ("ohne Doppelpunkt", None),
        ("X-A: ✓", None),
    ],
)
def test_a_header_line_is_read_if_it_may_be_sent(line: str, header: tuple[str, str] | None) -> None:
    assert header_of(line) == header


def test_secrets_are_never_printed_and_stay_with_their_origin() -> None:
    secrets = Secrets("kunde", "geheim", ("X-Key", "geheim"), "a=geheim", ("geheim",))
    assert "geheim" not in repr(secrets)
    assert secrets.kinds == tuple(LoginKind)
    assert kept_for("https://a.example/x", "https://a.example/y", secrets) == secrets
    assert kept_for("https://a.example/x", "https://b.example/x", secrets) == Secrets()
    assert kept_for("http://a.example/x", "https://a.example:443/x", secrets) == secrets
    assert kept_for("https://a.example/x", "http://a.example/x", secrets) == Secrets()
    assert kept_for("http://a.example:8080/x", "https://a.example/x", secrets) == Secrets()
