"""The pure parts of fetching, case by case and by property."""

import gzip
import ssl
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import IPv6Address, ip_address
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenradar.domain.errors import OutsideError, TroubleKind
from kundenradar.domain.fetching import FetchRequest
from kundenradar.feeds import wire_headers
from kundenradar.feeds.decoding import Body
from kundenradar.feeds.fetch import HttpFetcher
from kundenradar.feeds.logins import MAX_CHALLENGES, Challenge, best_digest, challenges_of, digest
from kundenradar.feeds.network import environment_proxy, system_addresses
from kundenradar.feeds.origins import Origin, Reach, embedded_v4, is_local_name, parse_address, reach_of
from kundenradar.feeds.redirects import next_address
from kundenradar.feeds.wire_headers import Cookies
from tests.core.feeds.serving import FEED, Answer, LoopbackServer

# ---- addresses -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("http://Forum.Example", "http://forum.example/"),
        ("HTTPS://forum.example:443/a?b#c", "https://forum.example/a?b"),
        ("  http://forum.example.:8080/ ", "http://forum.example:8080/"),
        ("http://user:geheim@forum.example/x", "http://forum.example/x"),
        ("http://forum.example?q=1", "http://forum.example/?q=1"),
        ("http://münchen.example/über uns", "http://xn--mnchen-3ya.example/%C3%BCber%20uns"),
        ("http://straße.example/", "http://xn--strae-oqa.example/"),
        ("http://forum.example/%C3%BC%2F;a=b,c+d?x=%20&y=[1]", "http://forum.example/%C3%BC%2F;a=b,c+d?x=%20&y=[1]"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f.1:81/", "http://127.0.0.1:81/"),
        ("http://[::1]:80/x", "http://[::1]/x"),
        ("http://[0:0::FFFF:7f00:1]/", "http://[::ffff:7f00:1]/"),
        ("http://my_forum.example/", "http://my_forum.example/"),
    ],
)
def test_a_typed_address_is_sent_as_it_was_meant(typed: str, sent: str) -> None:
    assert parse_address(typed).url == sent
    assert parse_address(sent).url == sent


@pytest.mark.parametrize(
    ("typed", "detail"),
    [
        ("", "scheme"),
        ("forum.example", "scheme"),
        ("ftp://forum.example/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("http:///x", "address"),
        ("http://forum.example:0/", "address"),
        ("http://forum.example:99999/", "address"),
        ("http://forum.example:x/", "address"),
        ("http://[::1/", "address"),
        ("http://[::g]/", "address"),
        ("http://a..b/\r\nX: y", "address"),
        ("http://-/", "address"),
        ("http://1.2.3.4.5/", "address"),
        ("http://256.1.1.1/", "address"),
        ("http://fo rum.example/", "address"),
        ("http://%66orum.example/", "address"),
        ("http://forum.example\\@evil.example/", "backslash"),
        ("http://forum.example/" + "a" * 9000, "too-long"),
    ],
)
def test_what_is_no_web_address_is_refused_with_a_word(typed: str, detail: str) -> None:
    with pytest.raises(OutsideError) as caught:
        parse_address(typed)
    assert (caught.value.trouble.kind, caught.value.trouble.detail) == (TroubleKind.BLOCKED, detail)


@given(st.text(max_size=60), st.sampled_from(["", "http://", "https://x.example", "//", "http://1", "../"]))
def test_no_text_breaks_the_reading_of_addresses(text: str, start: str) -> None:
    here = parse_address("http://forum.example/a/b")
    for read in (parse_address, lambda location: next_address(here, location)):
        try:
            address = read(start + text)
        except OutsideError as error:
            found = error.trouble
            assert found.kind in (TroubleKind.BLOCKED, TroubleKind.REDIRECTS)
        else:
            assert address.url.isascii()
            assert not any(char <= " " for char in address.url)
            assert parse_address(address.url).origin == address.origin


@pytest.mark.parametrize(
    ("address", "reach"),
    [
        ("93.184.216.34", Reach.PUBLIC), ("2a00:1450:4001:80f::200e", Reach.PUBLIC), ("100.128.0.1", Reach.PUBLIC),
        ("127.0.0.1", Reach.LOCAL), ("127.255.0.3", Reach.LOCAL), ("::1", Reach.LOCAL),
        ("169.254.169.254", Reach.LOCAL), ("fe80::1%eth0", Reach.LOCAL), ("::ffff:127.0.0.1", Reach.LOCAL),
        ("::7f00:1", Reach.LOCAL),
        ("64:ff9b::7f00:1", Reach.LOCAL), ("2002:7f00:1::", Reach.LOCAL),
        ("10.1.2.3", Reach.PRIVATE), ("172.16.0.1", Reach.PRIVATE), ("192.168.178.1", Reach.PRIVATE),
        ("100.64.0.1", Reach.PRIVATE), ("fd12::1", Reach.PRIVATE), ("fec0::1", Reach.PRIVATE),
        ("::ffff:10.0.0.1", Reach.PRIVATE), ("2002:0a00:0001::", Reach.PRIVATE),
        ("2002:100::", Reach.PRIVATE), ("::ffff:8.8.8.8", Reach.PUBLIC),
        ("0.0.0.0", Reach.NOWHERE), ("0.1.2.3", Reach.NOWHERE), ("::", Reach.NOWHERE), ("224.0.0.1", Reach.NOWHERE),
        ("ff02::1", Reach.NOWHERE), ("255.255.255.255", Reach.NOWHERE), ("240.0.0.1", Reach.NOWHERE),
        ("::ffff:0.0.0.0", Reach.NOWHERE),
    ],
)  # fmt: skip
def test_how_far_an_address_is_away(address: str, reach: Reach) -> None:
    assert reach_of(address) is reach


@given(st.ip_addresses())
def test_only_global_addresses_are_public(address: object) -> None:
    ip = ip_address(str(address))
    if reach_of(str(ip)) is Reach.PUBLIC:
        seen = (embedded_v4(ip) or ip) if isinstance(ip, IPv6Address) else ip
        assert seen.is_global
        assert not seen.is_multicast


@pytest.mark.parametrize(
    "host", ["nas", "localhost", "wiki.intern", "fritz.box", "x.fritz.box", "a.local", "b.home.arpa"]
)
def test_names_of_the_home_network(host: str) -> None:
    assert is_local_name(host)
    assert not is_local_name(f"{host}.example")


def test_secrets_cross_only_from_plain_text_to_tls() -> None:
    plain, tls = Origin("http", "a.example", 80), Origin("https", "a.example", 443)
    assert plain.covers(plain)
    assert plain.covers(tls)
    assert not tls.covers(plain)
    assert not plain.covers(Origin("https", "b.example", 443))
    assert not plain.covers(Origin("https", "a.example", 8443))
    assert not Origin("http", "a.example", 8080).covers(tls)


def test_a_cookie_is_shown_where_it_was_set() -> None:
    cookies = Cookies()
    here, other = Origin("https", "a.example", 443), Origin("https", "b.example", 443)
    cookies.take(here, ["a=1; Path=/; Secure", "b=2; Domain=.example", "bad", "=x", "c=3\x01", "d=" + "x" * 5000])
    cookies.take(here, ["a=; Max-Age=0"])
    assert cookies.line(here) == "b=2"
    assert cookies.line(other) == ""
    cookies.take(other, [f"n{number}=1" for number in range(100)])
    assert cookies.line(other).count("=") == 40


@pytest.mark.parametrize(
    ("header", "schemes"),
    [
        ('Basic realm="a, b"', {"basic"}),
        ('Digest realm="forum", nonce="x", qop="auth", Basic realm="forum"', {"digest", "basic"}),
        ("Negotiate", {"negotiate"}),
        ("NTLM TlRMTVNTUAACAAAA==", {"ntlm"}),
        ("Negotiate, NTLM, basic realm=x", {"negotiate", "ntlm", "basic"}),
        ("", set()),
    ],
)
def test_the_schemes_of_a_challenge(header: str, schemes: set[str]) -> None:
    assert {one.scheme for one in challenges_of([header])} & {"basic", "digest", "negotiate", "ntlm"} == schemes


def test_digest_gives_the_examples_of_the_standard() -> None:
    """RFC 7616 §3.9.1, RFC 2617 without qop, and a user name that is hashed."""
    nonce, cnonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    values = {"realm": "http-auth@example.org", "nonce": nonce, "qop": "auth, auth-int", "algorithm": "SHA-256"}

    def answer(**changed: str) -> str:
        challenge = Challenge("digest", values | changed)
        return digest(challenge, "Mufasa", "Circle of Life", "/dir/index.html", cnonce, 1)

    assert 'response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"' in answer()
    assert 'response="8ca523f5e9506fed4657c9700eebdbec"' in answer(algorithm="MD5")
    assert "nc=00000001" in answer()
    assert "cnonce" not in answer(qop="")
    assert "Mufasa" not in answer(userhash="true")


def test_what_cannot_stand_in_a_header_is_not_sent() -> None:
    (challenge,) = challenges_of(['Digest realm="T\udcfcr", nonce="n"'])
    answer = digest(challenge, 'j\u00f6r\u00adg\r\nX: "y"', "geheim", "/", "00", 1)
    assert answer.startswith('Digest username="j\u00f6r\u00adgX: \\"y\\"", realm="T\u00fcr", nonce="n"')
    answer.encode()


@pytest.mark.parametrize(
    ("headers", "algorithm"),
    [
        (['Basic realm="a"', 'Digest realm="a", nonce="n"'], "MD5"),
        (['Digest realm="a", nonce="n", algorithm=FUTURE-1', 'Digest realm="a", nonce="n", algorithm=MD5'], "MD5"),
        (['Digest realm="a", nonce="n", algorithm=MD5, Digest realm="a", nonce="n", algorithm="SHA-256"'], "SHA-256"),
        (['NEGOTIATE, DIGEST Realm="a \\"b\\", Basic", NONCE = "n" ,QOP=auth,,Algorithm=md5-sess'], "md5-sess"),
        (['Digest realm="a", nonce="n", algorithm=SHA-512-256, qop="auth-int"'], "SHA-512-256"),
        (
            ['Digest realm="a"', 'Digest realm="a", nonce="n", qop="other"', "Digest", 'Basic realm="Digest nonce=x"'],
            None,
        ),
    ],
)
def test_the_strongest_digest_that_can_be_answered_is_chosen(headers: list[str], algorithm: str | None) -> None:
    found = best_digest(challenges_of(headers))
    assert (found and found.values.get("algorithm", "MD5")) == algorithm


# ---- encodings -------------------------------------------------------------------------------------------

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "deflate, gzip": lambda data: gzip.compress(zlib.compress(data)),
}


@given(
    st.sampled_from(sorted(PACKERS)),
    st.binary(max_size=3000),
    st.lists(st.integers(0, 4000), max_size=8),
    st.integers(0, 4000),
)
def test_any_body_in_any_pieces_comes_out_whole(coding: str, data: bytes, cuts: list[int], kept: int) -> None:
    data = b"<" + data
    packed = PACKERS[coding](data)
    edges = sorted({0, len(packed), *(min(cut, len(packed)) for cut in cuts)})
    body = Body(coding, 10_000)
    for start, end in pairwise(edges):
        body.feed(packed[start:end])
    assert body.finish() == (data, True)

    cut = Body(coding, 10_000)
    cut.feed(packed[: min(kept, len(packed) - 1)])
    found, whole = cut.finish()
    assert data.startswith(found)
    assert not whole or coding == "" or found in (b"", data)


@given(st.sampled_from(["gzip", "deflate", "gzip, deflate", "gzip, gzip, gzip"]), st.binary(max_size=500))
def test_no_bytes_break_the_unpacking(coding: str, data: bytes) -> None:
    body = Body(coding, 10_000)
    try:
        body.feed(data)
        body.finish()
    except OutsideError as error:
        found = error.trouble.kind
        assert found in (TroubleKind.MALFORMED, TroubleKind.TOO_LARGE)


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, br", "gzip, gzip, gzip, gzip", "identity, foo"])
def test_encodings_nobody_asked_for_are_refused(coding: str) -> None:
    with pytest.raises(OutsideError) as caught:
        Body(coding, 100)
    assert caught.value.trouble.detail == "unknown-encoding"


def test_a_stream_of_endless_empty_members_ends() -> None:
    body = Body("gzip", 1_000_000)
    body.feed(gzip.compress(b"<rss>") + gzip.compress(b"") * 5000)
    assert body.finish() == (b"<rss>", True)


# ---- the system --------------------------------------------------------------------------------------------


def test_the_environment_names_the_proxy_and_its_exceptions(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", "intern.example,.local")
    assert environment_proxy("http://forum.example/") == "http://proxy.example:3128"
    assert environment_proxy("https://forum.example/") is None
    assert environment_proxy("http://wiki.intern.example/") is None
    monkeypatch.setenv("all_proxy", "socks5://proxy.example:1080")
    assert environment_proxy("https://forum.example/") == "socks5://proxy.example:1080"


def test_the_system_knows_localhost() -> None:
    assert {reach_of(address) for address in system_addresses("localhost")} == {Reach.LOCAL}


def test_the_words_of_windows_and_macos_are_understood() -> None:
    from kundenradar.feeds.wire_errors import certificate_detail

    words = {
        "A certificate chain processed, but terminated in a root certificate which is not trusted": "unknown-ca",
        "The certificate’s CN name does not match the passed value.": "wrong-host",
        "A required certificate is not within its validity period when verifying": "expired",
        "“forum” certificate is expired": "expired",
        "“forum” certificate is not trusted": "unknown-ca",
        "something else": "certificate",
    }
    for word, detail in words.items():
        assert certificate_detail(ssl.SSLCertVerificationError(word)) == detail


# ---- TLS that is in order ------------------------------------------------------------------------------------


@pytest.fixture
def fetcher() -> Iterator[HttpFetcher]:
    made = HttpFetcher(proxy_for=lambda _url: None)
    yield made
    made.close()


def certificate(folder: Path, name: str, days: int) -> Path:
    """A certificate for `name` that signs itself and ends `days` from now, with its key."""
    x509 = pytest.importorskip("cryptography.x509", reason="cryptography makes the certificates of this test")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now - timedelta(days=20))
        .not_valid_after(now + timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{name}{days}.pem"
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(secret + made.public_bytes(pem))
    return path


@pytest.mark.parametrize(
    ("name", "days", "trusted", "detail"),
    [
        ("localhost", 20, True, ""),
        ("localhost", -1, True, "expired"),
        ("other.example", 20, True, "wrong-host"),
        ("localhost", 20, False, "self-signed"),
        ("localhost", -1, False, "expired"),
        ("other.example", 20, False, "wrong-host"),
    ],
)
def test_what_the_system_trusts_is_trusted_and_the_rest_is_named(
    name: str,
    days: int,
    trusted: bool,
    detail: str,
    tmp_path: Path,
    fetcher: HttpFetcher,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = certificate(tmp_path, name, days)
    empty = tmp_path / "none.pem"
    empty.touch()
    monkeypatch.setenv("SSL_CERT_FILE", str(path if trusted else empty))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(path)
    with LoopbackServer({"/feed": Answer()}, tls) as server:
        future = fetcher.submit(FetchRequest(server.url("/feed", "localhost"), deadline_s=10))
        if not detail:
            assert future.result(15).body == FEED
            return
        with pytest.raises(OutsideError) as caught:
            future.result(15)
        assert (caught.value.trouble.kind, caught.value.trouble.detail) == (TroubleKind.TLS, detail)
        assert server.asked == []


def test_errors_of_the_network_have_their_class() -> None:
    import errno
    import socket

    import aiohttp

    from kundenradar.feeds.wire_errors import trouble_of

    def connecting(cause: OSError) -> aiohttp.ClientConnectorError:
        return aiohttp.ClientConnectorError(None, cause)  # type: ignore[arg-type]  # the key only makes its message

    def shaking(reason: str) -> aiohttp.ClientConnectorSSLError:
        cause = ssl.SSLError(1, reason)
        cause.reason = reason
        return aiohttp.ClientConnectorSSLError(None, cause)

    expected: list[tuple[Exception, TroubleKind, str]] = [
        (connecting(OSError(errno.ECONNREFUSED, "x")), TroubleKind.OFFLINE, "refused"),
        (connecting(OSError(errno.EHOSTUNREACH, "x")), TroubleKind.OFFLINE, "unreachable"),
        (connecting(OSError("several")), TroubleKind.OFFLINE, "unreachable"),
        (connecting(OSError(errno.ETIMEDOUT, "x")), TroubleKind.TIMEOUT, "connect"),
        (connecting(PermissionError()), TroubleKind.BLOCKED, "network"),
        (connecting(socket.gaierror(socket.EAI_NONAME, "x")), TroubleKind.OFFLINE, "no-such-host"),
        (connecting(socket.gaierror(socket.EAI_AGAIN, "x")), TroubleKind.OFFLINE, "dns"),
        (shaking("WRONG_VERSION_NUMBER"), TroubleKind.TLS, "no-tls"),
        (shaking("TLSV1_ALERT_PROTOCOL_VERSION"), TroubleKind.TLS, "old-tls"),
        (shaking("SSLV3_ALERT_HANDSHAKE_FAILURE"), TroubleKind.TLS, "handshake"),
        (aiohttp.InvalidURL("http://CANARY"), TroubleKind.BLOCKED, "address"),
        (ConnectionResetError(), TroubleKind.PROTOCOL, "closed"),
    ]
    for error, kind, detail in expected:
        found = trouble_of(error, "forum.example")
        assert found is not None
        assert (found.kind, found.detail, found.host) == (kind, detail, "forum.example")
    assert trouble_of(ZeroDivisionError(), "forum.example") is None


@pytest.mark.parametrize(
    ("address", "status", "wants"),
    [
        ("https://www.reddit.com/r/heizung/new/.rss", 429, True),
        ("https://old.reddit.com/.rss?user=karl", 403, True),
        ("https://www.reddit.com/.rss?feed=0123&user=karl", 429, False),
        ("https://www.reddit.com/r/heizung/new/.rss", 500, False),
        ("https://nichtreddit.com/.rss", 403, False),
    ],
)
def test_reddits_demand_for_a_token_is_recognised(address: str, status: int, wants: bool) -> None:
    assert wire_headers.is_reddit_without_token(address, status) is wants


def test_the_skew_of_our_clock_is_told_unless_the_answer_is_an_old_copy() -> None:
    headers = {"Date": "Sun, 30 Nov 2025 11:00:00 GMT"}
    assert wire_headers.skew_s(headers, 1764500400 + 90) == 90
    assert wire_headers.skew_s(headers | {"Age": "4000"}, 1764500400) is None
    assert wire_headers.skew_s({}, 0) is None


def test_no_more_challenges_are_read_than_a_server_has() -> None:
    headers = ["x" + "," * 4_000, "y" + " " * 4_000, "Basic realm=a"] * 20_000  # read one by one this takes minutes
    assert len(challenges_of(headers)) == MAX_CHALLENGES
