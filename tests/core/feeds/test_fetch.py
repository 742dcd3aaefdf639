"""The fetcher against a server on this computer: one table of faults, and the rules one by one."""

import base64
import gzip
import logging
import socket
import subprocess
import sys
import threading
import time
import traceback
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, wait
from typing import Any

import pytest

from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.feeds.fetch import HttpFetcher
from kundenradar.feeds.origins import Reach, reach_of
from kundenradar.feeds.pace import MOST_HERE
from tests.core.feeds.serving import FEED, Answer, Asked, LoopbackServer, redirect

K = TroubleKind
NOW = 1_764_500_000.0  # Sun, 30 Nov 2025 10:53:20 GMT
Make = Callable[..., HttpFetcher]


@pytest.fixture
def make() -> Iterator[Make]:
    made: list[HttpFetcher] = []

    def maker(**options: Any) -> HttpFetcher:
        fetcher = HttpFetcher(**{"proxy_for": lambda _url: None, "now": lambda: NOW, **options})
        made.append(fetcher)
        return fetcher

    yield maker
    for fetcher in made:
        fetcher.close()


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    with LoopbackServer({"/feed": Answer()}) as running:
        yield running


def ask(fetcher: HttpFetcher, url: str, **options: Any) -> Fetched:
    return fetcher.submit(FetchRequest(url, **{"deadline_s": 5.0, **options})).result(15)


def trouble(fetcher: HttpFetcher, url: str, **options: Any) -> Trouble:
    with pytest.raises(OutsideError) as caught:
        ask(fetcher, url, **options)
    return caught.value.trouble


# ---- the table ------------------------------------------------------------------------------------------

HTML = b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>"
ANUBIS = b"<!doctype html><html><head><title>Making sure you&#39;re not a bot!</title></head></html>"
BLOCKED = HTML.replace(b"Just a moment...", b"Attention Required! | Cloudflare")
QUOTE = b"<rss><title>Just a moment...</title></rss>"
HEAD = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"

TROUBLES: dict[str, tuple[Answer, TroubleKind, int | None, str]] = {
    "400": (Answer(b"", "400 Bad Request"), K.FORBIDDEN, 400, "status"),
    "401": (Answer(b"", "401 No", (("WWW-Authenticate", 'Basic realm="x"'),)), K.LOGIN, 401, "basic"),
    "401-ntlm": (Answer(b"", "401 No", (("WWW-Authenticate", "NTLM"),)), K.LOGIN, 401, "ntlm"),
    "403": (Answer(b"<html>nein</html>", "403 Forbidden"), K.FORBIDDEN, 403, ""),
    "404": (Answer(b"", "404 Not Found"), K.NOT_FOUND, 404, ""),
    "407": (Answer(b"", "407 x", (("Proxy-Authenticate", "Basic"),)), K.PROTOCOL, 407, "unasked-proxy-login"),
    "410": (Answer(b"", "410 Gone"), K.GONE, 410, ""),
    "418": (Answer(b"", "418 Teapot"), K.FORBIDDEN, 418, "status"),
    "429": (Answer(b"", "429 Too Many"), K.RATE_LIMITED, 429, ""),
    "451": (Answer(b"", "451 Legal"), K.FORBIDDEN, 451, "status"),
    "500-with-feed": (Answer(FEED, "500 Oops"), K.SERVER, 500, ""),
    "503": (Answer(b"", "503 Busy"), K.SERVER, 503, ""),
    "511": (Answer(b"<html>WLAN</html>", "511 Network Login"), K.NOT_A_FEED, 511, "captive-portal"),
    "599": (Answer(b"", "599 x"), K.SERVER, 599, ""),
    "300": (Answer(b"", "300 Multiple Choices"), K.PROTOCOL, 300, "status"),
    "204": (Answer(raw=b"HTTP/1.1 204 No Content\r\n\r\n"), K.EMPTY, 204, ""),
    "empty": (Answer(b""), K.EMPTY, 200, ""),
    "blank": (Answer(b"\n \n"), K.EMPTY, 200, ""),
    "cf-header": (Answer(b"", "403 x", (("cf-mitigated", "challenge"),)), K.BROWSER_CHECK, 403, ""),
    "cf-403": (Answer(HTML, "403 x"), K.BROWSER_CHECK, 403, ""),
    "cf-blocked": (Answer(BLOCKED, "403 x"), K.BROWSER_CHECK, 403, ""),
    "cf-503-gzip": (
        Answer(gzip.compress(HTML), "503 x", (("Content-Encoding", "gzip"),)),
        K.BROWSER_CHECK, 503, "",
    ),
    "cf-200": (Answer(HTML), K.BROWSER_CHECK, 200, ""),
    "anubis-200": (Answer(ANUBIS), K.BROWSER_CHECK, 200, ""),
    "not-gzip": (Answer(FEED, headers=(("Content-Encoding", "gzip"),)), K.MALFORMED, None, "encoding"),
    "unknown-coding": (Answer(FEED, headers=(("Content-Encoding", "foo"),)), K.MALFORMED, None, "unknown-encoding"),
    "gzip-twice": (
        Answer(gzip.compress(gzip.compress(FEED)), headers=(("Content-Encoding", "gzip"),)),
        K.MALFORMED, None, "packed-twice",
    ),
    "closed": (Answer(raw=b""), K.PROTOCOL, None, "closed"),
    "reset": (Answer(raw=b"", reset=True), K.PROTOCOL, None, "closed"),
    "http-0.9": (Answer(raw=FEED), K.PROTOCOL, None, "status-line"),
    "two-lengths": (Answer(raw=HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"), K.PROTOCOL, None, "http"),
    "bad-chunks": (Answer(raw=CHUNKED + b"ZZZ\r\nhello\r\n"), K.PROTOCOL, None, "http"),
    "nothing-of-much": (Answer(raw=HEAD + b"Content-Length: 99\r\n\r\n"), K.PROTOCOL, None, "truncated"),
    "many-headers": (Answer(raw=HEAD + b"X: y\r\n" * 5000 + b"\r\n"), K.BLOCKED, None, "headers"),
    "giant-header": (Answer(raw=HEAD + b"X: " + b"y" * 200_000 + b"\r\n\r\n"), K.BLOCKED, None, "headers"),
    "loop": (redirect("/it"), K.REDIRECTS, 302, "loop"),
    "no-location": (Answer(b"", "302 Found"), K.REDIRECTS, None, "no-location"),
    "empty-location": (redirect(""), K.REDIRECTS, None, "no-location"),
    "to-file": (redirect("file:///etc/passwd"), K.BLOCKED, None, "scheme"),
    "to-ftp": (redirect("ftp://127.0.0.1/x"), K.BLOCKED, None, "scheme"),
    "to-data": (redirect("data:text/xml,<rss/>"), K.BLOCKED, None, "scheme"),
    "to-javascript": (redirect("javascript:alert(1)"), K.BLOCKED, None, "scheme"),
    "to-smb": (redirect("smb://127.0.0.1/x"), K.BLOCKED, None, "scheme"),
    "to-unc": (redirect("//127.0.0.1@evil/share"), K.BLOCKED, None, "user-in-address"),
    "to-backslash": (redirect("http:\\\\127.0.0.1\\x"), K.BLOCKED, None, "backslash"),
    "to-userinfo": (redirect("http://user:geheim@127.0.0.1/x"), K.BLOCKED, None, "user-in-address"),
    "to-decimal": (redirect("http://2130706433/x"), K.BLOCKED, None, "odd-host"),
    "to-hex": (redirect("http://0x7f.1/x"), K.BLOCKED, None, "odd-host"),
    "to-mapped": (redirect("http://[::ffff:127.0.0.1]/x"), K.BLOCKED, None, "odd-host"),
    "to-name-of-loopback": (redirect("http://localhost/x"), K.BLOCKED, None, "network"),
    "to-metadata": (redirect("http://169.254.169.254/latest"), K.BLOCKED, None, "network"),
    "to-private": (redirect("http://192.168.0.1/x"), K.BLOCKED, None, "network"),
    "to-nowhere": (redirect("http://0.0.0.0/x"), K.BLOCKED, None, "network"),
    "to-very-long": (redirect("/x?" + "a" * 20_000), K.BLOCKED, None, "too-long"),
    "to-broken-host": (redirect("http://[::1/x"), K.BLOCKED, None, "address"),
}  # fmt: skip


@pytest.mark.parametrize("name", TROUBLES)
def test_every_fault_has_its_class(name: str, make: Make, server: LoopbackServer) -> None:
    answer, kind, status, detail = TROUBLES[name]
    server.routes["/it"] = answer
    found = trouble(make(), server.url("/it"))
    assert (found.kind, found.status, found.detail) == (kind, status, detail)
    assert found.host in ("127.0.0.1", "localhost", "169.254.169.254", "192.168.0.1", "0.0.0.0")


BODIES: dict[str, tuple[Answer, bytes, bool]] = {
    "plain": (Answer(), FEED, False),
    "no-type": (Answer(headers=()), FEED, False),
    "gzip": (Answer(gzip.compress(FEED), headers=(("Content-Encoding", "gzip"),)), FEED, False),
    "gzip-members": (
        Answer(gzip.compress(FEED[:50]) + gzip.compress(FEED[50:]), headers=(("Content-Encoding", "GZIP"),)),
        FEED, False,
    ),
    "gzip-padding": (Answer(gzip.compress(FEED) + b"\0\0\0", headers=(("Content-Encoding", "gzip"),)), FEED, False),
    "gzip-file": (Answer(gzip.compress(FEED), headers=()), FEED, False),
    "deflate": (Answer(zlib.compress(FEED), headers=(("Content-Encoding", "deflate"),)), FEED, False),
    "deflate-raw": (Answer(zlib.compress(FEED)[2:-4], headers=(("Content-Encoding", "deflate"),)), FEED, False),
    "gzip-gzip": (
        Answer(gzip.compress(gzip.compress(FEED)), headers=(("Content-Encoding", "gzip, gzip"),)), FEED, False,
    ),
    "identity": (Answer(headers=(("Content-Encoding", "identity"),)), FEED, False),
    "cut-length": (Answer(raw=HEAD + b"Content-Length: 9999\r\n\r\n" + FEED[:150]), FEED[:150], True),
    "cut-chunks": (Answer(raw=CHUNKED + b"64\r\n" + FEED[:100] + b"\r\n"), FEED[:100], True),
    "206": (Answer(FEED[:99], "206 Partial Content"), FEED[:99], True),
    "quotes-a-challenge": (Answer(QUOTE), QUOTE, False),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_what_came_arrives(name: str, make: Make, server: LoopbackServer) -> None:
    answer, body, truncated = BODIES[name]
    server.routes["/it"] = answer
    fetched = ask(make(), server.url("/it"))
    assert (fetched.status, fetched.body, fetched.truncated) == (200, body, truncated)


def test_half_a_packed_body_is_kept_without_its_validators(make: Make, server: LoopbackServer) -> None:
    whole = FEED + bytes(range(256)) * 200
    packed = gzip.compress(whole)[:-300]
    server.routes["/it"] = Answer(packed, headers=(("Content-Encoding", "gzip"), ("ETag", '"1"')))
    fetched = ask(make(), server.url("/it"))
    assert fetched.truncated
    assert whole.startswith(fetched.body)
    assert fetched.body.startswith(FEED[:20])
    assert fetched.etag is None


# ---- limits ----------------------------------------------------------------------------------------------


def bomb(mebibytes: int) -> bytes:
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    blank = bytes(1 << 20)
    return b"".join(pack.compress(blank) for _ in range(mebibytes)) + pack.flush()


@pytest.mark.parametrize(
    "answer",
    [
        Answer(bytes(2_000_000)),
        Answer(raw=CHUNKED + b"200000\r\n" + b"x" * 0x200000 + b"\r\n0\r\n\r\n"),
        Answer(bomb(64), headers=(("Content-Encoding", "gzip"),)),
        Answer(gzip.compress(bomb(64)), headers=(("Content-Encoding", "gzip, gzip"),)),
        Answer(bomb(64), headers=()),
    ],
    ids=["length", "chunks", "bomb", "bomb-in-bomb", "bomb-file"],
)
def test_the_unpacked_size_is_limited(answer: Answer, make: Make, server: LoopbackServer) -> None:
    server.routes["/it"] = answer
    began = time.monotonic()
    assert trouble(make(), server.url("/it"), max_bytes=1_000_000).kind is K.TOO_LARGE
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("raw", [HEAD, HEAD + b"Content-Length: 5000\r\n\r\n" + FEED * 9], ids=["headers", "body"])
def test_a_server_that_drips_meets_the_total_deadline(raw: bytes, make: Make, server: LoopbackServer) -> None:
    server.routes["/it"] = Answer(raw=raw, drip_s=0.1)
    began = time.monotonic()
    assert trouble(make(), server.url("/it"), deadline_s=0.5).kind is K.TIMEOUT
    assert time.monotonic() - began < 1.5


@pytest.mark.parametrize("framed", [b"", b"5\r\n<rss>\r\n"])
def test_chunks_that_break_on_the_way_end_the_wait_and_keep_what_came(
    framed: bytes, make: Make, server: LoopbackServer
) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n"
    server.routes["/it"] = Answer(raw=head + framed + b"ZZZ\r\nhello\r\n", drip_s=0.002, stall_s=5.0)
    began = time.monotonic()
    if framed:
        fetched = ask(make(), server.url("/it"), deadline_s=4.0)
        assert (fetched.body, fetched.truncated) == (b"<rss>", True)
    else:
        assert trouble(make(), server.url("/it"), deadline_s=4.0).kind is K.PROTOCOL
    assert time.monotonic() - began < 3


def test_the_deadline_counts_for_all_hops_together(make: Make, server: LoopbackServer) -> None:
    def slow(asked: Asked) -> Answer:
        time.sleep(0.3)
        return redirect(f"/slow?{len(server.asked)}")

    server.routes["/slow"] = slow
    began = time.monotonic()
    assert trouble(make(), server.url("/slow"), deadline_s=0.8).kind is K.TIMEOUT
    assert time.monotonic() - began < 1.6


def test_a_silent_server_on_the_tls_port_is_a_tls_trouble(make: Make, server: LoopbackServer) -> None:
    found = trouble(make(), f"https://127.0.0.1:{server.port}/", deadline_s=0.5)
    assert (found.kind, found.detail) == (K.TLS, "no-answer")


def test_a_large_browser_check_is_seen(make: Make, server: LoopbackServer) -> None:
    page = b"\xef\xbb\xbf<!-- a --><!-- b -->" + HTML + b"<p>" * 100_000
    server.routes["/it"] = Answer(page, "503 x")
    assert trouble(make(), server.url("/it")).kind is K.BROWSER_CHECK


def test_a_body_of_comments_is_no_riddle(make: Make, server: LoopbackServer) -> None:
    server.routes["/it"] = Answer(b"<!---->" * 9000 + b"<rss/>")
    began = time.monotonic()
    assert ask(make(), server.url("/it")).status == 200
    assert time.monotonic() - began < 2


def test_nobody_listening_and_nobody_known_is_offline(make: Make) -> None:
    def unknown(host: str) -> list[str]:
        raise OSError(-2, "secret")

    assert trouble(make(), "http://127.0.0.1:1/").detail == "refused"
    found = trouble(make(addresses_of=unknown), "http://münchen.invalid/feed")
    assert (found.kind, found.host, found.detail) == (K.OFFLINE, "xn--mnchen-3ya.invalid", "no-such-host")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "feed://x/", "http://", "http://a b/", "http://x:99999/", "x"])
def test_only_web_addresses_are_asked(url: str, make: Make) -> None:
    assert trouble(make(), url).kind is K.BLOCKED


# ---- redirects and the home network ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("chain", "moved"),
    [
        (["301 x"], True),
        (["308 x"], True),
        (["301 x", "308 x"], True),
        (["302 x"], False),
        (["303 x"], False),
        (["307 x"], False),
        (["301 x", "302 x"], False),
        (["302 x", "301 x"], False),
    ],
)
def test_only_a_wholly_permanent_chain_moves_a_feed(
    chain: list[str], moved: bool, make: Make, server: LoopbackServer
) -> None:
    for number, status in enumerate(chain):
        server.routes[f"/{number}"] = redirect(f"/{number + 1}", status)
    server.routes[f"/{len(chain)}"] = Answer()
    fetched = ask(make(), server.url("/0"))
    assert fetched.url == server.url(f"/{len(chain)}")
    assert fetched.moved_to == (fetched.url if moved else None)


def test_ten_hops_are_followed_and_no_more(make: Make, server: LoopbackServer) -> None:
    for number in range(11):
        server.routes[f"/{number}"] = redirect(f"{number + 1}")
    server.routes["/11"] = Answer()
    fetcher = make()
    assert ask(fetcher, server.url("/1")).status == 200
    assert trouble(fetcher, server.url("/0")).detail == "too-many"


def test_bytes_of_a_location_survive(make: Make, server: LoopbackServer) -> None:
    head = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: "
    server.routes["/utf8"] = Answer(raw=head + "/über uns?q=ä%20#teil\r\n\r\n".encode())
    server.routes["/latin"] = Answer(raw=head + "/über\r\n\r\n".encode("latin-1"))
    server.routes["/%C3%BCber%20uns"] = server.routes["/%FCber"] = Answer()
    fetcher = make()
    assert ask(fetcher, server.url("/utf8")).url == server.url("/%C3%BCber%20uns?q=%C3%A4%20")
    assert ask(fetcher, server.url("/latin")).url == server.url("/%FCber")


def test_a_cookie_wall_is_passed_and_forgotten(make: Make, server: LoopbackServer) -> None:
    def wall(asked: Asked) -> Answer:
        if "seen=1" in asked.headers.get("cookie", ""):
            return Answer()
        return redirect("/wall", "302 Found", ("Set-Cookie", "seen=1; Path=/; Domain=.de"))

    server.routes["/wall"] = wall
    fetcher = make()
    for _ in range(2):
        assert ask(fetcher, server.url("/wall")).status == 200
    assert [asked.headers.get("cookie") for asked in server.asked] == [None, "seen=1", None, "seen=1"]


def named(**hosts: str) -> dict[str, Any]:
    """A fetcher's view of the Internet: `forum.example` lives on the loopback, which counts as public."""
    table = {"forum.example": "127.0.0.1", "other.example": "127.0.0.1"} | {
        name.replace("_", "."): address for name, address in hosts.items()
    }

    def addresses_of(host: str) -> list[str]:
        if host not in table:
            raise OSError(-2, "unknown")
        return table[host].split()

    return {
        "addresses_of": addresses_of,
        "reach_of": lambda ip: Reach.PUBLIC if ip == "127.0.0.1" else reach_of(ip),
        "pause_s": 0.0,
    }


@pytest.mark.parametrize(
    "target",
    ["127.0.0.2", "[::1]", "localhost", "10.0.0.1", "192.168.178.1", "100.64.0.1", "169.254.1.1",
     "[fd00::1]", "[fe80::1]", "rebind.example", "router.fritz.box", "224.0.0.1", "[::]", "[64:ff9b::7f00:1]"],
)  # fmt: skip
def test_the_internet_does_not_lead_into_the_home_network(target: str, make: Make, server: LoopbackServer) -> None:
    server.routes["/it"] = redirect(f"http://{target}:{server.port}/secret")
    fetcher = make(**named(rebind_example="127.0.0.5", router_fritz_box="192.168.178.1", localhost="127.0.0.3"))
    found = trouble(fetcher, server.url("/it", "forum.example"))
    assert found.kind is K.BLOCKED
    assert len(server.asked) == 1


def test_what_the_internet_names_does_not_lead_into_the_home_network(make: Make, server: LoopbackServer) -> None:
    fetcher = make(**named(nas="127.0.0.4"))
    page = "http://forum.example/"
    assert trouble(fetcher, server.url("/feed", "nas"), named_by=page).detail == "network"
    assert trouble(fetcher, server.url("/feed", "127.0.0.4"), named_by=page).detail == "network"
    assert ask(fetcher, server.url("/feed", "other.example"), named_by=page).status == 200


def test_a_typed_private_address_may_be_asked_and_may_lead_on_at_home(make: Make, server: LoopbackServer) -> None:
    server.routes["/it"] = redirect(server.url("/feed", "wiki.intern"))
    options = named(wiki_intern="127.0.0.1", nas="127.0.0.1")
    options["reach_of"] = lambda _ip: Reach.PRIVATE
    fetcher = make(**options)
    assert ask(fetcher, server.url("/it", "nas")).status == 200


def test_a_typed_internet_name_that_means_this_computer_is_refused(make: Make) -> None:
    assert trouble(make(**named(evil_example="127.0.0.9")), "http://evil.example/").detail == "network"


def test_of_several_addresses_only_the_public_are_used(make: Make, server: LoopbackServer) -> None:
    fetcher = make(**named(both_example="10.0.0.1 127.0.0.1 127.0.0.9"))
    assert ask(fetcher, server.url("/feed", "both.example")).status == 200


# ---- secrets -----------------------------------------------------------------------------------------------


def guarded(*pairs: bytes) -> Callable[[Asked], Answer]:
    wanted = {f"Basic {base64.b64encode(pair).decode()}" for pair in pairs}

    def answer(asked: Asked) -> Answer:
        if asked.headers.get("authorization") in wanted:
            return Answer()
        return Answer(b"", "401 No", (("WWW-Authenticate", 'Basic realm="Händler", charset="UTF-8"'),))

    return answer


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_basic_is_tried_in_utf8_then_latin1(encoding: str, make: Make, server: LoopbackServer) -> None:
    server.routes["/it"] = guarded("kunde:gehäim".encode(encoding))
    assert ask(make(), server.url("/it"), user="kunde", password="gehäim").status == 200


def test_digest_answers_its_challenge(make: Make, server: LoopbackServer) -> None:
    def answer(asked: Asked) -> Answer:
        if (
            asked.headers.get("authorization", "").startswith("Digest ")
            and 'uri="/it?q=%C3%A4"' in asked.headers["authorization"]
        ):
            return Answer()
        challenge = 'Digest realm="forum", nonce="abc", qop="auth", algorithm=MD5, Basic realm="forum"'
        return Answer(b"", "401 No", (("WWW-Authenticate", challenge),))

    server.routes["/it"] = answer
    assert ask(make(), server.url("/it?q=ä"), user="kunde", password="geheim").status == 200
    assert not any(asked.headers.get("authorization", "").startswith("Basic") for asked in server.asked)


def test_digest_is_answered_behind_other_headers_once_per_address_and_for_an_aged_nonce(
    make: Make, server: LoopbackServer
) -> None:
    def wants(nonce: str, after: Answer, stale: str = "") -> Callable[[Asked], Answer]:
        def answer(asked: Asked) -> Answer:
            if f'nonce="{nonce}"' in asked.headers.get("authorization", ""):
                return after
            aged = ", stale=TRUE" if stale and stale in asked.headers.get("authorization", "") else ""
            fresh = stale or nonce if not aged else nonce
            ways = ('Basic realm="a"', f'Digest realm="a", nonce="{fresh}", qop="auth"{aged}')
            return Answer(b"", "401 No", tuple(("WWW-Authenticate", way) for way in ways))

        return answer

    server.routes["/it"] = wants("one", Answer(b"", "302 Go", (("Location", "/two"),)))
    server.routes["/two"] = wants("three", Answer(), stale="two")
    assert ask(make(), server.url("/it"), user="a:jörg", password="ge:häim").status == 200
    assert not any(asked.headers.get("authorization", "").startswith("Basic") for asked in server.asked)


def test_a_password_that_digest_refused_is_not_shown_in_the_clear(make: Make, server: LoopbackServer) -> None:
    ways = ('Digest realm="a", nonce="n", qop="auth"', 'Basic realm="a"')
    server.routes["/it"] = Answer(b"", "401 No", tuple(("WWW-Authenticate", way) for way in ways))
    assert trouble(make(), server.url("/it"), user="kunde", password="geheim").detail == "rejected"
    assert len(server.asked) == 2


def test_what_else_was_refused_is_told_from_a_missing_login(make: Make, server: LoopbackServer) -> None:
    server.routes["/it"] = Answer(b"", "401 No")
    assert trouble(make(), server.url("/it"), user="kunde", password="geheim").detail == "unknown-login"
    assert trouble(make(), server.url("/it"), cookie="a=b").detail == "key-rejected"
    assert trouble(make(), server.url("/it")).detail == ""
    with LoopbackServer({"/go": Answer(b"", "302 Go", (("Location", server.url("/it")),))}) as other:
        assert trouble(make(), other.url("/go"), user="kunde", password="geheim").detail == "elsewhere"
        assert trouble(make(), other.url("/go")).detail == ""


def test_wrong_credentials_are_named(make: Make, server: LoopbackServer) -> None:
    server.routes["/it"] = guarded(b"kunde:anders")
    found = trouble(make(), server.url("/it"), user="kunde", password="gehäim")
    assert (found.kind, found.detail) == (K.LOGIN, "rejected")
    assert len(server.asked) == 3


@pytest.mark.parametrize("scheme", ["Negotiate", "NTLM", "Kerberos", "Bearer"])
def test_other_logins_are_never_answered(scheme: str, make: Make, server: LoopbackServer) -> None:
    server.routes["/it"] = Answer(b"", "401 No", (("WWW-Authenticate", scheme),))
    assert trouble(make(), server.url("/it"), user="kunde", password="geheim").kind is K.LOGIN
    assert len(server.asked) == 1


def test_secrets_stay_at_their_origin(make: Make, server: LoopbackServer) -> None:
    with LoopbackServer({"/feed": guarded(b"kunde:geheim"), "/open": Answer()}) as other:

        def lead(to: str) -> Callable[[Asked], Answer]:
            inner = guarded(b"kunde:geheim")
            cookie = ("Set-Cookie", "sid=geheim2")
            return lambda asked: redirect(to, "302 x", cookie) if inner(asked).status == "200 OK" else inner(asked)

        server.routes.update({"/a": lead(other.url("/open")), "/b": lead(other.url("/feed"))})
        fetcher = make()
        assert ask(fetcher, server.url("/a"), user="kunde", password="geheim").url == other.url("/open")
        assert trouble(fetcher, server.url("/b"), user="kunde", password="geheim").kind is K.LOGIN
        for asked in other.asked:
            assert "authorization" not in asked.headers
            assert "cookie" not in asked.headers
            assert "referer" not in asked.headers


def test_a_header_and_a_cookie_open_their_origin_only(make: Make, server: LoopbackServer) -> None:
    with LoopbackServer({"/open": Answer()}) as other:
        server.routes["/here"] = lambda asked: redirect(
            other.url("/open") if asked.headers.get("x-api-key") == "geheim" else "/nothing", "301 Moved"
        )
        opened = ask(make(), server.url("/here"), header=("X-Api-Key", "geheim"), cookie="sid=geheim2")
        assert (opened.url, opened.moved_to) == (other.url("/open"), None)
        assert server.asked[-1].headers["cookie"] == "sid=geheim2"
        assert not {"x-api-key", "cookie"} & set(other.asked[-1].headers)


def test_a_server_that_stumbles_is_asked_once_more(make: Make, server: LoopbackServer) -> None:
    server.routes["/it"] = lambda _asked: Answer(b"", "502 Bad") if len(server.asked) == 1 else Answer()
    assert ask(make(), server.url("/it")).status == 200
    server.routes["/down"] = Answer(b"", "500 Down")
    assert trouble(make(), server.url("/down")).kind is K.SERVER
    assert len(server.asked) == 4


def test_a_feed_with_a_login_does_not_move_abroad(make: Make, server: LoopbackServer) -> None:
    with LoopbackServer({"/feed": Answer()}) as other:
        server.routes["/away"] = redirect(other.url("/feed"), "301 Moved")
        server.routes["/here"] = redirect("/feed", "301 Moved")
        fetcher = make()
        login = {"user": "kunde", "password": "geheim"}
        assert ask(fetcher, server.url("/away"), **login).moved_to is None
        assert ask(fetcher, server.url("/away")).moved_to == other.url("/feed")
        assert ask(fetcher, server.url("/here"), **login).moved_to == server.url("/feed")


def test_no_secret_is_logged_or_told(make: Make, server: LoopbackServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    server.routes["/CANARYpath"] = guarded(b"CANARYuser:CANARYpass")
    server.routes["/CANARYloop"] = redirect("/CANARYloop?t=CANARYtoken")
    server.routes["/CANARYbad"] = Answer(raw=b"CANARYnonsense")
    fetcher = make()
    told: list[str] = []
    causes: list[BaseException | None] = []
    for path in ("/CANARYpath?t=CANARYtoken", "/CANARYloop", "/CANARYbad", "/CANARYgone", "/CANARY path\\"):
        future = fetcher.submit(FetchRequest(server.url(path), user="CANARYuser", password="CANARYpass2"))
        try:
            told.append(repr(future.result(15).status))
        except OutsideError as error:
            told.append("".join(traceback.format_exception(error)) + repr(error.trouble))
            causes += [error.__cause__, error.__context__]
    url = f"http://CANARYuser:CANARYpass@127.0.0.1:{server.port}/feed"
    assert ask(fetcher, url).url == server.url("/feed")
    assert "authorization" not in server.asked[-1].headers
    assert causes == [None] * 10
    assert "CANARY" not in caplog.text + "".join(told) + repr(FetchRequest(url))


# ---- freshness -----------------------------------------------------------------------------------------------


def test_validators_travel_byte_for_byte(make: Make, server: LoopbackServer) -> None:
    tag, date = 'W/"ä-1 ;x', "Sun, 30 Nov 2025 10:00:00 GMT+junk"
    server.routes["/it"] = lambda asked: (
        Answer(raw=b"HTTP/1.1 304 Not Modified\r\nCache-Control: max-age=60\r\n\r\nunasked body")
        if "if-none-match" in asked.headers
        else Answer(headers=(("ETag", tag), ("Last-Modified", date)))
    )
    fetcher = make()
    first = ask(fetcher, server.url("/it"))
    assert (first.etag, first.last_modified) == (tag, date)
    again = ask(fetcher, server.url("/it"), etag=first.etag, last_modified=first.last_modified)
    assert (again.status, again.body, again.max_age_s, again.moved_to) == (304, b"", 60, None)
    sent = server.asked[1].headers
    assert sent["if-none-match"].encode("latin-1").decode() == tag
    assert sent["if-modified-since"] == date


@pytest.mark.parametrize("tag", ['"' + "x" * 60_000 + '"', "\udcff\udcfe", ""])
def test_odd_validators_are_not_kept(tag: str, make: Make, server: LoopbackServer) -> None:
    raw = HEAD + b"ETag: " + tag.encode("utf-8", "surrogateescape") + b"\r\nContent-Length: 5\r\n\r\n<rss>"
    server.routes["/it"] = Answer(raw=raw)
    assert ask(make(), server.url("/it")).etag is None


def test_an_unasked_304_is_asked_once_more_plainly(make: Make, server: LoopbackServer) -> None:
    server.routes["/always"] = Answer(raw=b"HTTP/1.1 304 Not Modified\r\n\r\n")
    assert ask(make(), server.url("/always")).status == 304
    assert [asked.headers.get("cache-control") for asked in server.asked] == [None, "no-cache"]


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Cache-Control": "public, max-age=900"}, 900),
        ({"Cache-Control": 'max-age="900"'}, 900),
        ({"Cache-Control": "max-age=31536000000"}, 31 * 86400),
        ({"Cache-Control": "no-cache, max-age=900"}, 0),
        ({"Cache-Control": "s-maxage=5"}, 0),
        ({"Expires": "Sun, 30 Nov 2025 12:00:00 GMT", "Date": "Sun, 30 Nov 2025 11:00:00 GMT"}, 3600),
        ({"Expires": "Sun, 30 Nov 2025 11:53:20 GMT"}, 3600),
        ({"Expires": "0"}, 0),
        ({"Expires": "Thu, 01 Jan 1970 00:00:00 GMT"}, 0),
        ({}, 0),
    ],
)
def test_how_long_an_answer_holds(headers: dict[str, str], seconds: int, make: Make, server: LoopbackServer) -> None:
    server.routes["/it"] = Answer(headers=tuple(headers.items()))
    assert ask(make(), server.url("/it")).max_age_s == seconds


# ---- politeness ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "120"}, 120),
        ({"Retry-After": "Sun, 30 Nov 2025 12:00:00 GMT", "Date": "Sun, 30 Nov 2025 11:00:00 GMT"}, 3600),
        ({"Retry-After": "Sun, 30 Nov 2025 11:53:20 GMT"}, 3600),
        ({"Retry-After": "9" * 20}, 31 * 86400),
        ({"Retry-After": "9" * 5000}, 31 * 86400),
        ({"Retry-After": "bald"}, None),
        ({"Retry-After": "-5"}, None),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_the_wait_a_server_asks_for(
    status: int, headers: dict[str, str], seconds: float | None, make: Make, server: LoopbackServer
) -> None:
    server.routes["/it"] = Answer(b"", f"{status} x", tuple(headers.items()))
    found = trouble(make(), server.url("/it"))
    assert found.retry_after_s == seconds
    assert found.kind is (K.SERVER if status == 503 and seconds is None else K.RATE_LIMITED)


def test_the_wait_is_heard_though_the_page_behind_it_drips(make: Make, server: LoopbackServer) -> None:
    raw = b"HTTP/1.1 429 x\r\nRetry-After: 60\r\nContent-Length: 99999\r\n\r\n"
    server.routes["/it"] = lambda _asked: Answer(raw=raw, stall_s=20)
    found = trouble(make(), server.url("/it"), deadline_s=10)
    assert (found.kind, found.retry_after_s) == (K.RATE_LIMITED, 60)


def test_a_host_that_asked_for_patience_is_left_alone(make: Make, server: LoopbackServer) -> None:
    server.routes["/busy"] = Answer(b"", "429 x", (("Retry-After", "60"),))
    fetcher = make(**named())
    trouble(fetcher, server.url("/busy", "forum.example"))
    held = trouble(fetcher, server.url("/feed", "forum.example"))
    assert (held.kind, held.status, held.detail) == (K.RATE_LIMITED, 429, "held")
    assert held.retry_after_s is not None
    assert 50 < held.retry_after_s <= 60
    assert ask(fetcher, server.url("/feed", "other.example")).status == 200
    assert [asked.target for asked in server.asked] == ["/busy", "/feed"]


def test_patience_ends(make: Make, server: LoopbackServer) -> None:
    server.routes["/busy"] = Answer(b"", "429 x", (("Retry-After", "1"),))
    fetcher = make(**named())
    trouble(fetcher, server.url("/busy", "forum.example"))
    held = trouble(fetcher, server.url("/feed", "forum.example"))
    assert held.detail == "held"
    threading.Event().wait(held.retry_after_s)
    assert ask(fetcher, server.url("/feed", "forum.example")).status == 200


def slow_feed(asked: Asked) -> Answer:
    time.sleep(0.1)
    return Answer()


def test_one_host_is_asked_little_at_a_time_and_with_pauses(make: Make, server: LoopbackServer) -> None:
    server.routes["/slow"] = slow_feed
    fetcher = make(**{**named(), "pause_s": 0.1, "per_host": 2})
    began = time.monotonic()
    wait([fetcher.submit(FetchRequest(server.url(f"/slow?{n}", "forum.example"))) for n in range(5)], 15)
    assert time.monotonic() - began >= 0.4
    assert server.most_open <= 2
    assert len(server.asked) == 5


def test_this_computer_needs_no_politeness_and_has_a_limit_of_its_own(make: Make, server: LoopbackServer) -> None:
    server.routes["/slow"] = slow_feed
    fetcher = make(total=2, pause_s=5.0)
    done = wait([fetcher.submit(FetchRequest(server.url(f"/slow?{n}"))) for n in range(24)], 15).done
    assert {future.result().status for future in done} == {200}
    assert 2 < server.most_open <= MOST_HERE


# ---- proxies -----------------------------------------------------------------------------------------------------


def test_a_proxy_is_asked_with_its_own_login_and_the_address_checked_all_the_same(make: Make) -> None:
    login = f"Basic {base64.b64encode('chef:gehäim'.encode()).decode()}"

    def answer(asked: Asked) -> Answer:
        if asked.headers.get("proxy-authorization") != login:
            return Answer(b"", "407 x")
        return redirect("http://10.0.0.1/") if asked.target.endswith("/away") else Answer()

    with LoopbackServer() as proxy:
        proxy.routes.update({"http://forum.example/feed": answer, "http://forum.example/away": answer})
        url = f"http://chef:geh%C3%A4im@127.0.0.1:{proxy.port}"
        fetcher = make(proxy_for=lambda _asked: url, addresses_of=lambda _host: pytest.fail("looked up past the proxy"))
        assert ask(fetcher, "http://forum.example/feed").body == FEED
        assert trouble(fetcher, "http://forum.example/away").detail == "network"
        assert trouble(fetcher, "https://forum.example/").kind is K.PROXY
        assert proxy.asked[-1].method == "CONNECT"
        assert proxy.asked[-1].headers["proxy-authorization"] == login


def test_this_computer_is_never_asked_through_a_proxy(make: Make, server: LoopbackServer) -> None:
    fetcher = make(proxy_for=lambda _url: "http://127.0.0.1:1", addresses_of=lambda _host: ["127.0.0.1"])
    for host in ("127.0.0.1", "localhost"):
        assert ask(fetcher, server.url("/feed", host)).status == 200


def test_proxy_troubles_are_named(make: Make, server: LoopbackServer) -> None:
    server.routes["http://forum.example/"] = Answer(b"", "407 x")
    cases = {
        "http://127.0.0.1:1": (None, "unreachable"),
        f"127.0.0.1:{server.port}": (407, "login"),
        "socks5://127.0.0.1:1": (None, "unknown-kind"),
    }
    server.routes["forum.example:443"] = Answer(b"", "407 x")
    tunnel = trouble(make(proxy_for=lambda _url: server.url("")), "https://forum.example/")
    assert (tunnel.kind, tunnel.status, tunnel.detail) == (K.PROXY, 407, "login")
    for proxy, expected in cases.items():
        found = trouble(make(proxy_for=lambda _url, proxy=proxy: proxy), "http://forum.example/")
        assert (found.kind, found.status, found.detail) == (K.PROXY, *expected)


@pytest.mark.parametrize("proxy", ["http://", "quatsch quatsch", "http://:3128", "http://[::1", "http://proxy:99999"])
def test_a_proxy_that_is_no_address_is_named(proxy: str, make: Make) -> None:
    found = trouble(make(proxy_for=lambda _url: proxy), "http://forum.example/")
    assert (found.kind, found.detail) == (K.PROXY, "unknown")


def test_a_proxy_nobody_knows_is_not_taken_for_the_site(make: Make) -> None:
    def unknown(_host: str) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    fetcher = make(proxy_for=lambda _url: "http://proxy.firma.example:3128", addresses_of=unknown)
    found = trouble(fetcher, "http://forum.example/")
    assert (found.kind, found.detail) == (K.PROXY, "unreachable")


def test_another_choice_of_proxy_holds_at_once(make: Make) -> None:
    chosen = ["http://127.0.0.1:1"]
    with LoopbackServer() as proxy:
        proxy.routes["http://forum.example/"] = Answer()
        fetcher = make(proxy_for=lambda _url: chosen[0], proxy_state=lambda: chosen[0])
        assert trouble(fetcher, "http://forum.example/").detail == "unreachable"
        chosen[0] = proxy.url("")
        assert ask(fetcher, "http://forum.example/").status == 200


def test_a_broken_proxy_question_does_not_end_the_round(make: Make, server: LoopbackServer) -> None:
    def broken(url: str) -> str | None:
        raise ZeroDivisionError

    found = trouble(make(proxy_for=broken), "http://forum.example/")
    assert found.kind is K.PROXY


# ---- the thread ----------------------------------------------------------------------------------------------------


def test_cancelling_stops_the_request(make: Make, server: LoopbackServer) -> None:
    server.routes["/drip"] = Answer(raw=HEAD, drip_s=0.05)
    fetcher = make()
    future = fetcher.submit(FetchRequest(server.url("/drip")))
    while not server.asked:
        time.sleep(0.01)
    assert future.cancel()
    assert wait([future], 5).done == {future}
    with pytest.raises(CancelledError):
        future.result()
    assert ask(fetcher, server.url("/feed")).status == 200


def test_closing_ends_dripping_servers_and_hanging_lookups_in_time(server: LoopbackServer) -> None:
    hanging = threading.Event()
    server.routes["/drip"] = Answer(raw=HEAD, drip_s=0.05)
    fetcher = HttpFetcher(addresses_of=lambda _host: [str(hanging.wait(20))], proxy_for=lambda _url: None)
    futures = [fetcher.submit(FetchRequest(server.url("/drip"))) for _ in range(30)]
    futures += [fetcher.submit(FetchRequest("http://forum.example/")) for _ in range(3)]
    while not server.asked:
        time.sleep(0.01)
    began = time.monotonic()
    fetcher.close()
    assert time.monotonic() - began < 2
    assert all(future.cancelled() for future in futures)
    assert not wait(futures, 0).not_done
    assert fetcher.submit(FetchRequest(server.url("/feed"))).cancelled()
    fetcher.close()
    hanging.set()


def test_nothing_runs_before_the_first_request() -> None:
    before = threading.active_count()
    fetcher = HttpFetcher()
    assert threading.active_count() == before
    fetcher.close()


def test_the_http_library_waits_for_the_first_request() -> None:
    code = "import sys, kundenradar.feeds.fetch as f; f.HttpFetcher(); "
    code += "print([m for m in ('aiohttp', 'asyncio', 'ssl', 'truststore', 'urllib.request') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_a_thread_that_cannot_start_tells_those_who_wait(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "kundenradar.feeds.wire", None)
    assert trouble(make(), "http://127.0.0.1:1/").kind is K.INTERNAL


def test_a_bug_in_what_was_handed_in_is_our_fault_and_the_round_goes_on(make: Make, server: LoopbackServer) -> None:
    def broken(address: str) -> Reach:
        raise ZeroDivisionError

    found = trouble(make(reach_of=broken), server.url("/feed"))
    assert (found.kind, found.detail) == (K.INTERNAL, "ZeroDivisionError")
