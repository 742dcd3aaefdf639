"""Connections that go only where they were allowed to, and what the operating system trusts.

Imports aiohttp and truststore: only for the network thread.
"""

import asyncio
import contextlib
import secrets
import socket
import ssl
from contextvars import ContextVar
from functools import partial
from typing import Any

import aiohttp
import truststore
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection
from yarl import URL

from kundenradar.feeds.decoding import ACCEPTED_ENCODINGS
from kundenradar.feeds.journey import Hop, Journey, Place
from kundenradar.feeds.logins import basic
from kundenradar.feeds.lookups import Lookups
from kundenradar.feeds.wire_errors import certificate_detail
from kundenradar.feeds.wire_headers import validator

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5"
)
CONNECTIONS_KEPT_S = 10.0
MAX_HEADER_BYTES = 128 * 1024  # of one header: a giant ETag is ignored, not an error
MAX_HEADERS = 128
CLOSE_S = 1.0


_HOP: ContextVar[Hop | None] = ContextVar("hop", default=None)


class _PinnedResolver(AbstractResolver):
    """Gives the connector the addresses that were checked, so that nothing can change in between."""

    def __init__(self, addresses_of: Lookups[tuple[str, ...]]) -> None:
        self._addresses_of = addresses_of

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_UNSPEC,  # noqa: ARG002  the library's signature
    ) -> list[ResolveResult]:
        hop = _HOP.get()
        if hop is None or hop.addresses is None:
            addresses = await self._addresses_of.get(host, host)
        else:
            addresses = tuple(sorted(hop.addresses))
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in addresses
        ]

    async def close(self) -> None:
        """Nothing to close."""


def _checked_socket(info: tuple[Any, ...]) -> socket.socket:
    """A socket for an address that was approved for the hop under way; the last gate before the network."""
    family, kind, protocol, _, peer = info
    hop = _HOP.get()
    if hop is not None and hop.addresses is not None and peer[0] not in hop.addresses:
        raise PermissionError
    return socket.socket(family, kind, protocol)


class _Handler(ResponseHandler):
    """Mends two ways of the library.

    It takes a body behind a 304 for a broken second answer; RFC 9110 §15.4.5 has it ignored. And it tells nobody who
    reads a body that the framing broke on the way: the reader would wait until its deadline and lose what had come.
    """

    def data_received(self, data: bytes) -> None:
        if data[9:12] == b"304" and data.startswith(b"HTTP/1."):
            head, end, rest = data.partition(b"\r\n\r\n")
            if rest:
                data = head + end
                self.force_close()
        super().data_received(data)
        broken, payload = self.exception(), self._payload
        if broken is not None and payload is not None and not payload.is_eof() and payload.exception() is None:
            payload.set_exception(aiohttp.ClientPayloadError("framing"), broken)


class _Connector(aiohttp.TCPConnector):
    """Notes when a connection stands."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  passed through
        super().__init__(**options)
        self._factory = partial(_Handler, loop=asyncio.get_running_loop())  # type: ignore[assignment]  # a subclass

    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: list[Any],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109  the library's signature
    ) -> Connection:
        connection = await super().connect(req, traces, timeout)
        hop = _HOP.get()
        if hop is not None:
            hop.connected = True
        return connection


class _SystemTrust(truststore.SSLContext):
    """Trusts what the operating system trusts; notes that a handshake began."""

    def wrap_bio(self, *args: Any, **kwargs: Any) -> ssl.SSLObject:  # noqa: ANN401  passed through
        hop = _HOP.get()
        if hop is not None:
            hop.handshaking = True
        return super().wrap_bio(*args, **kwargs)


class Connections:
    """Sends requests; keeps connections for a few seconds.

    Args:
        user_agent: What we call ourselves.
        addresses_of: Addresses of proxies by name.
    """

    def __init__(self, user_agent: str, addresses_of: Lookups[tuple[str, ...]]) -> None:
        self._user_agent = user_agent
        self._addresses_of = addresses_of
        self._sessions: dict[str, aiohttp.ClientSession] = {}
        self._tls: ssl.SSLContext | None = None

    async def close(self) -> None:
        """Drop all connections."""
        for session in self._sessions.values():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(session.close(), CLOSE_S)

    async def ask(self, journey: Journey, place: Place, proxy: str | None, hop: Hop) -> aiohttp.ClientResponse:
        """Send the question; the answer's headers are there, its body is not.

        Args:
            journey: What to ask.
            place: Where, as checked.
            proxy: Address of a proxy, or None.
            hop: Notes how far it comes; its addresses are the only ones connected to.
        """
        headers = _headers(journey)
        options: dict[str, Any] = {}
        if login := journey.login_here(secrets.token_hex(8)):
            headers["Authorization"] = login
        if journey.at.origin.scheme == "https":
            if self._tls is None:
                self._tls = _SystemTrust(ssl.PROTOCOL_TLS_CLIENT)
            options["ssl"] = self._tls
        if proxy:
            options.update(_proxy_options(proxy, headers, journey.at.origin.scheme))
        session = self._session("proxy" if proxy else place.reach.value)
        _HOP.set(hop)
        return await session.get(URL(journey.at.url, encoded=True), headers=headers, allow_redirects=False, **options)

    def _session(self, kind: str) -> aiohttp.ClientSession:
        """One pool per kind of place: a connection made at home is never used for the Internet."""
        session = self._sessions.get(kind)
        if session is None:
            session = self._sessions[kind] = aiohttp.ClientSession(
                connector=_Connector(
                    limit=0,
                    use_dns_cache=False,
                    resolver=_PinnedResolver(self._addresses_of),
                    socket_factory=_checked_socket,
                    keepalive_timeout=CONNECTIONS_KEPT_S,
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=aiohttp.ClientTimeout(total=None, connect=None, sock_connect=None, sock_read=None),
                headers={
                    "User-Agent": self._user_agent,
                    "Accept": ACCEPT,
                    "Accept-Encoding": ACCEPTED_ENCODINGS,
                    "Accept-Language": "de, en;q=0.7",
                },
                auto_decompress=False,
                trust_env=False,
                max_field_size=MAX_HEADER_BYTES,
                max_headers=MAX_HEADERS,
            )
        return session


def _headers(journey: Journey) -> dict[str, str]:
    request = journey.request
    headers = dict[str, str]()
    if journey.unconditional:
        headers["Cache-Control"] = "no-cache"
    else:
        if etag := validator(request.etag):
            headers["If-None-Match"] = etag
        if last_modified := validator(request.last_modified):
            headers["If-Modified-Since"] = last_modified
    return headers | journey.headers_here


def _proxy_options(proxy: str, headers: dict[str, str], scheme: str) -> dict[str, Any]:
    """Arguments for the library. A proxy's login goes to the proxy only: inside a tunnel the origin would see it."""
    url = URL(proxy)
    options: dict[str, Any] = {"proxy": url.with_user(None)}
    if url.user:
        login = {"Proxy-Authorization": basic(f"{url.user}:{url.password or ''}".encode())}
        if scheme == "https":
            options["proxy_headers"] = login
        else:
            headers.update(login)
    return options


async def worse_than_unknown(host: str, address: str, port: int) -> str | None:
    """What else is wrong with a certificate nobody vouches for: ``expired``, ``wrong-host`` …; None if nothing.

    OpenSSL stops at the first fault, and "self-signed" hides that the clock of this computer may be wrong. So the
    certificate is fetched and taken for trustworthy in a second handshake. Nothing is sent over either connection.
    """
    blind = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    blind.check_hostname = False
    blind.verify_mode = ssl.CERT_NONE
    certificate = await _handshake(host, address, port, blind)
    if not certificate:
        return None
    trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trusting.load_verify_locations(cadata=certificate)
    trusting.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    try:
        await _handshake(host, address, port, trusting)
    except ssl.SSLCertVerificationError as error:
        return certificate_detail(error)
    return None


async def _handshake(host: str, address: str, port: int, trust: ssl.SSLContext) -> bytes | None:
    _, writer = await asyncio.open_connection(address, port, ssl=trust, server_hostname=host)
    try:
        found: bytes | None = writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
        return found
    finally:
        writer.transport.abort()
