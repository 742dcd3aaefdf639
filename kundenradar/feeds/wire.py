"""The asynchronous half of fetching: one journey per request, hop by hop, on the network thread's loop.

Imports aiohttp and truststore: only for the network thread (they cost 0.2 s).

No exception of the library leaves this module, not even as a cause: its message holds the full address.
"""

import asyncio
import base64
import contextlib
import logging
import socket
import ssl
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import aiohttp
import truststore
from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection
from yarl import URL

from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.feeds import wire_headers
from kundenradar.feeds.decoding import ACCEPTED_ENCODINGS, Body, too_large
from kundenradar.feeds.lookups import Lookups
from kundenradar.feeds.origins import Address, Reach, blocked, is_ip, is_local_name, parse_address
from kundenradar.feeds.pace import Pace
from kundenradar.feeds.redirects import MAX_HOPS, PERMANENT, REDIRECTS, may_lead, may_type, next_address
from kundenradar.feeds.wire_errors import lookup_trouble, trouble_of

log = logging.getLogger("kundenradar.fetch")

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5"
)
ADDRESSES_KEPT_S = 60.0
PROXIES_KEPT_S = 60.0
CONNECTIONS_KEPT_S = 10.0
MAX_HEADER_BYTES = 128 * 1024  # of one header: a giant ETag is ignored, not an error
MAX_HEADERS = 128
MAX_STEPS = MAX_HOPS + 8  # redirects, logins, one unconditional repeat
PEEK_BYTES = 64 * 1024
CLOSE_S = 1.0


@dataclass(frozen=True, slots=True)
class WireOptions:
    """What the fetcher was made with; see `kundenradar.feeds.fetch.HttpFetcher`."""

    total: int
    per_host: int
    pause_s: float
    proxy_for: Callable[[str], str | None]
    addresses_of: Callable[[str], Sequence[str]]
    reach_of: Callable[[str], Reach]
    now: Callable[[], float]
    user_agent: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A host as seen from here."""

    host: str
    reach: Reach
    addresses: tuple[str, ...]  # those we may connect to; empty behind a proxy


@dataclass(slots=True)
class _Hop:
    """What the connector may do for the request under way, and how far it came."""

    addresses: frozenset[str] | None  # None: a proxy's, which the owner has set up
    handshaking: bool = False
    connected: bool = False


_HOP: ContextVar[_Hop | None] = ContextVar("hop", default=None)


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
            addresses: Sequence[str] = await self._addresses_of.get(host, host)
        else:
            addresses = sorted(hop.addresses)
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
    """Ignores a body behind a 304, as RFC 9110 §15.4.5 has it; the library takes it for a broken second answer."""

    def data_received(self, data: bytes) -> None:
        if data[9:12] == b"304" and data.startswith(b"HTTP/1."):
            head, end, rest = data.partition(b"\r\n\r\n")
            if rest:
                data = head + end
                self.force_close()
        super().data_received(data)


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


@dataclass(slots=True)
class _Journey:
    """One request on its way."""

    request: FetchRequest
    start: Address
    at: Address
    left_s: float
    typed: _Place | None = None
    hops: int = 0
    permanent: bool = True
    unconditional: bool = False
    logins: list[str] | None = None
    login: str = ""
    cookies: wire_headers.Cookies = field(default_factory=wire_headers.Cookies)
    seen: set[tuple[str, str]] = field(default_factory=set)
    hop: _Hop | None = None
    status: int | None = None

    @property
    def host(self) -> str:
        return self.at.origin.host

    @property
    def conditional(self) -> bool:
        request = self.request
        return bool(request.etag or request.last_modified) and not self.unconditional

    def trouble(self, kind: TroubleKind, detail: str = "", status: int | None = None) -> OutsideError:
        return OutsideError(Trouble(kind, self.host, status=status, detail=detail))

    def follow(self, location: str | None, status: int) -> None:
        """Go where the server sends us."""
        address = next_address(self.at, location)
        self.hops += 1
        if self.hops > MAX_HOPS:
            raise self.trouble(TroubleKind.REDIRECTS, "too-many", status)
        self.permanent = self.permanent and status in PERMANENT
        self.at = address
        self.mark_seen(status)

    def mark_seen(self, status: int | None = None) -> None:
        """Remember the place; a cookie wall that sends us back with a new cookie is no loop."""
        step = (self.at.url, self.cookies.line(self.at.origin))
        if step in self.seen:
            raise self.trouble(TroubleKind.REDIRECTS, "loop", status)
        self.seen.add(step)

    def next_login(self, asked: frozenset[str]) -> bool:
        """Take up the next way to log in; False if there is none left (or none that is ours to use)."""
        user, password = self.request.user, self.request.password
        if not user or not self.start.origin.covers(self.at.origin):
            return False
        if self.logins is None:
            self.logins = _logins(user, password or "", asked)
        if not self.logins:
            return False
        self.login = self.logins.pop(0)
        return True


def _logins(user: str, password: str, asked: frozenset[str]) -> list[str]:
    """Ways to log in, best first: ``digest`` or ready Basic headers in UTF-8, then Latin-1.

    NTLM, Negotiate and Kerberos are never answered: they would hand over the login of this computer.
    """
    if "digest" in asked:
        return ["digest"]
    if "basic" not in asked:
        return []
    pair = f"{user}:{password}"
    encoded = [pair.encode("utf-8", "replace")]
    with contextlib.suppress(UnicodeEncodeError):
        encoded.append(pair.encode("latin-1"))
    return [_basic(raw) for raw in dict.fromkeys(encoded)]


def _basic(pair: bytes) -> str:
    return f"Basic {base64.b64encode(pair).decode('ascii')}"


class Wire:
    """Asks servers. Made, used and closed on one running loop."""

    def __init__(self, options: WireOptions) -> None:
        loop = asyncio.get_running_loop()
        self._options = options
        self._clock = loop.time
        self._pace = Pace(options.total, options.per_host, options.pause_s, loop.time)
        self._addresses = Lookups[tuple[str, ...]](lambda host: tuple(options.addresses_of(host)), ADDRESSES_KEPT_S)
        self._proxies = Lookups[str | None](options.proxy_for, PROXIES_KEPT_S)
        self._sessions: dict[str, aiohttp.ClientSession] = {}
        self._tls: ssl.SSLContext | None = None

    async def close(self) -> None:
        """Drop all connections."""
        for session in self._sessions.values():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(session.close(), CLOSE_S)

    async def fetch(self, request: FetchRequest) -> Fetched | Trouble:
        """The answer, or why there is none; raises nothing but CancelledError."""
        began = self._clock()
        host, status, size = "", None, 0
        outcome: Fetched | Trouble
        try:
            address = parse_address(request.url)
            journey = _Journey(request, address, address, request.deadline_s)
        except OutsideError as error:
            outcome = error.trouble
        else:
            outcome = await self._travel(journey)
            host = journey.host
        if isinstance(outcome, Fetched):
            status, size = outcome.status, len(outcome.body)
        else:
            status = outcome.status
        log.info(
            "fetch host=%s status=%s outcome=%s bytes=%d ms=%d",
            host,
            status,
            outcome.kind.value if isinstance(outcome, Trouble) else "ok",
            size,
            (self._clock() - began) * 1000,
        )
        return outcome

    async def _travel(self, journey: _Journey) -> Fetched | Trouble:
        try:
            return await self._all_steps(journey)
        except OutsideError as error:
            trouble = error.trouble
            return (
                trouble
                if trouble.host
                else Trouble(trouble.kind, journey.host, trouble.status, trouble.retry_after_s, trouble.detail)
            )
        except TimeoutError:
            hop = journey.hop
            if hop is not None and hop.handshaking and not hop.connected:
                return Trouble(TroubleKind.TLS, journey.host, detail="no-answer")
            return Trouble(TroubleKind.TIMEOUT, journey.host)
        except Exception as error:  # noqa: BLE001  the edge of the network: one bad server must not end the round
            trouble_found = trouble_of(error, journey.host)
            if trouble_found is None:
                log.error("fetch.bug host=%s error=%s", journey.host, type(error).__name__)  # noqa: TRY400  the message holds the address
                return Trouble(TroubleKind.INTERNAL, journey.host, detail=type(error).__name__)
            return trouble_found

    async def _all_steps(self, journey: _Journey) -> Fetched:
        journey.mark_seen()
        for _ in range(MAX_STEPS):
            fetched = await self._step(journey)
            if fetched is not None:
                return fetched
        raise journey.trouble(TroubleKind.REDIRECTS, "too-many")

    async def _step(self, journey: _Journey) -> Fetched | None:
        """One request and what follows from its answer: None if there is another step to take."""
        origin = journey.at.origin
        async with self._in_time(journey):
            proxy = await self._proxy(journey.at)
            place = await self._place(journey, behind_proxy=proxy is not None)
        here = place.reach is Reach.LOCAL
        # On this computer many sites may live behind one name and port: a wait is for the address only.
        hold_key = journey.at.url if here else origin.host
        async with self._pace.turn(origin.host, hold_key, polite=not here), self._in_time(journey):
            journey.hop = _Hop(None if proxy else frozenset(place.addresses))
            _HOP.set(journey.hop)
            response = await self._ask(journey, place, proxy)
            try:
                return await self._read(journey, response, hold_key)
            finally:
                if response.content.at_eof():
                    response.release()
                else:
                    response.close()

    @contextlib.asynccontextmanager
    async def _in_time(self, journey: _Journey) -> AsyncIterator[None]:
        """Spend the request's own time; waiting for our turn is not counted."""
        began = self._clock()
        try:
            async with asyncio.timeout(max(journey.left_s, 0)):
                yield
        finally:
            journey.left_s -= self._clock() - began

    async def _proxy(self, address: Address) -> str | None:
        """The proxy for an address; never for this computer."""
        host = address.origin.host
        if _is_this_computer(host):
            return None
        origin = address.origin
        try:
            proxy = await self._proxies.get(f"{origin.scheme}://{host}:{origin.port}", address.url)
        except OSError:
            raise OutsideError(Trouble(TroubleKind.PROXY, host, detail="unknown")) from None
        if proxy is None:
            return None
        proxy = proxy if "://" in proxy else f"http://{proxy}"
        if not proxy.startswith(("http://", "https://")):
            raise OutsideError(Trouble(TroubleKind.PROXY, host, detail="unknown-kind"))
        return proxy

    async def _place(self, journey: _Journey, *, behind_proxy: bool) -> _Place:
        """Where the next request goes, if it may go there.

        Raises:
            OutsideError: OFFLINE if the name is unknown, BLOCKED if a foreign address leads into the home network.
        """
        if journey.typed is None and journey.request.named_by is not None:
            namer = parse_address(journey.request.named_by)
            journey.typed = await self._look(namer, behind_proxy=behind_proxy)
        place = await self._look(journey.at, behind_proxy=behind_proxy)
        typed = journey.typed
        if typed is None:
            journey.typed = typed = place
        allowed = (
            may_type(place.host, place.reach)
            if typed is place
            else may_lead(typed.host, typed.reach, place.host, place.reach)
        )
        if not allowed:
            raise blocked("network", place.host)
        return place

    async def _look(self, address: Address, *, behind_proxy: bool) -> _Place:
        host = address.origin.host
        reach_of = self._options.reach_of
        if is_ip(host):
            return _Place(host, reach_of(host), (host,))
        if behind_proxy:
            return _Place(host, Reach.PRIVATE if is_local_name(host) else Reach.PUBLIC, ())
        try:
            found = await self._addresses.get(host, host)
        except OSError as error:
            raise OutsideError(lookup_trouble(error, host)) from None
        reaches = {address: reach_of(address) for address in found}
        for reach in Reach:  # public first: a name with addresses of both kinds is used from outside
            addresses = tuple(address for address in found if reaches[address] is reach)
            if addresses:
                return _Place(host, reach, addresses)
        raise OutsideError(Trouble(TroubleKind.OFFLINE, host, detail="no-such-host"))

    def _session(self, place: _Place, proxy: str | None) -> aiohttp.ClientSession:
        """One pool of connections per kind of place: one made at home is never used for the Internet."""
        kind = "proxy" if proxy else place.reach.value
        session = self._sessions.get(kind)
        if session is None:
            session = self._sessions[kind] = aiohttp.ClientSession(
                connector=_Connector(
                    limit=0,
                    use_dns_cache=False,
                    resolver=_PinnedResolver(self._addresses),
                    socket_factory=_checked_socket,
                    keepalive_timeout=CONNECTIONS_KEPT_S,
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=aiohttp.ClientTimeout(total=None, connect=None, sock_connect=None, sock_read=None),
                headers={
                    "User-Agent": self._options.user_agent,
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

    async def _ask(self, journey: _Journey, place: _Place, proxy: str | None) -> aiohttp.ClientResponse:
        request = journey.request
        headers = dict[str, str]()
        if journey.unconditional:
            headers["Cache-Control"] = "no-cache"
        else:
            if etag := wire_headers.validator(request.etag):
                headers["If-None-Match"] = etag
            if last_modified := wire_headers.validator(request.last_modified):
                headers["If-Modified-Since"] = last_modified
        if cookie := journey.cookies.line(journey.at.origin):
            headers["Cookie"] = cookie
        options: dict[str, Any] = {}
        if journey.login and journey.start.origin.covers(journey.at.origin):
            if journey.login == "digest":
                digest = aiohttp.DigestAuthMiddleware(request.user or "", request.password or "", preemptive=False)
                options["middlewares"] = (digest,)
            else:
                headers["Authorization"] = journey.login
        if proxy:
            options.update(_proxy_options(proxy, headers, journey.at.origin.scheme))
        if journey.at.origin.scheme == "https":
            if self._tls is None:
                self._tls = _SystemTrust(ssl.PROTOCOL_TLS_CLIENT)
            options["ssl"] = self._tls
        url = URL(journey.at.url, encoded=True)
        session = self._session(place, proxy)
        response = await session.get(url, headers=headers, allow_redirects=False, **options)
        journey.status = response.status
        return response

    async def _read(self, journey: _Journey, response: aiohttp.ClientResponse, hold_key: str) -> Fetched | None:
        status, headers = response.status, response.headers
        journey.cookies.take(journey.at.origin, headers.getall("Set-Cookie", ()))
        if status in REDIRECTS:
            journey.follow(headers.get("Location"), status)
            return None
        if status == 304:
            return _unchanged(journey, headers, self._options.now())
        if status == 401:
            asked = wire_headers.challenges(headers.getall("WWW-Authenticate", ()))
            if journey.next_login(asked):
                return None
            detail = "rejected" if journey.login else next(iter(sorted(asked)), "")
            raise journey.trouble(TroubleKind.LOGIN, detail, status)
        if status not in (200, 203, 206, 226):
            raise OutsideError(await self._refusal(journey, response, hold_key))
        return await self._answer(journey, response)

    async def _refusal(self, journey: _Journey, response: aiohttp.ClientResponse, hold_key: str) -> Trouble:
        """Why the server gave no feed."""
        status, headers = response.status, response.headers
        head = b""
        if status in (403, 429, 503):
            body = Body("", PEEK_BYTES)
            with contextlib.suppress(OutsideError, aiohttp.ClientError):
                body = Body(headers.get("Content-Encoding", ""), PEEK_BYTES)
                await _drain(response, body)
            head = body.so_far()
        if wire_headers.is_browser_check(headers, head):
            return Trouble(TroubleKind.BROWSER_CHECK, journey.host, status=status)
        if status == 407 and journey.hop is not None and journey.hop.addresses is None:
            return Trouble(TroubleKind.PROXY, journey.host, status=status, detail="login")
        wait_s = wire_headers.retry_after_s(headers, self._options.now()) if status in (429, 503) else None
        if wait_s:
            self._pace.hold(hold_key, wait_s, status)
        return wire_headers.trouble_of_status(status, journey.host, wait_s)

    async def _answer(self, journey: _Journey, response: aiohttp.ClientResponse) -> Fetched:
        headers = response.headers
        body = Body(headers.get("Content-Encoding", ""), journey.request.max_bytes)
        if (response.content_length or 0) > journey.request.max_bytes:
            raise too_large(journey.host)
        arrived = await _drain(response, body)
        data, decoded = body.finish()
        truncated = not (arrived and decoded) or response.status == 206
        if not data.strip():
            kind, detail = (TroubleKind.PROTOCOL, "truncated") if truncated else (TroubleKind.EMPTY, "")
            raise journey.trouble(kind, detail, response.status)
        if wire_headers.is_browser_check(headers, data[:PEEK_BYTES]):
            raise journey.trouble(TroubleKind.BROWSER_CHECK, status=response.status)
        moved = journey.hops > 0 and journey.permanent
        return Fetched(
            url=journey.at.url,
            moved_to=journey.at.url if moved and not truncated else None,
            status=200,
            body=data,
            content_type=wire_headers.plain_header(headers.get("Content-Type")),
            # A validator of half a document would hide the other half for ever.
            etag=None if truncated else wire_headers.validator(headers.get("ETag")),
            last_modified=None if truncated else wire_headers.validator(headers.get("Last-Modified")),
            max_age_s=0 if truncated else wire_headers.max_age_s(headers, self._options.now()),
            content_language=wire_headers.plain_header(headers.get("Content-Language")),
            truncated=truncated,
        )


def _unchanged(journey: _Journey, headers: Mapping[str, str], now: float) -> Fetched | None:
    """A 304; one that answers no question is asked once more, plainly."""
    if not journey.conditional and not journey.unconditional:
        journey.unconditional = True
        return None
    return Fetched(
        url=journey.at.url,
        moved_to=None,
        status=304,
        body=b"",
        etag=wire_headers.validator(headers.get("ETag")),
        last_modified=wire_headers.validator(headers.get("Last-Modified")),
        max_age_s=wire_headers.max_age_s(headers, now),
    )


async def _drain(response: aiohttp.ClientResponse, body: Body) -> bool:
    """Read the whole answer into `body`; False if it broke off after something had come."""
    try:
        while chunk := await response.content.readany():
            body.feed(chunk)
    except (aiohttp.ClientPayloadError, aiohttp.ClientConnectionError, ConnectionError):
        if body.size:
            return False
        raise
    return True


def _is_this_computer(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    return host == "::1" or (host.startswith("127.") and is_ip(host))


def _proxy_options(proxy: str, headers: dict[str, str], scheme: str) -> dict[str, Any]:
    """Arguments for the library. The login of a proxy goes to the proxy only: inside a tunnel the origin would see it."""
    url = URL(proxy)
    options: dict[str, Any] = {"proxy": url.with_user(None)}
    if url.user:
        login = {"Proxy-Authorization": _basic(f"{url.user}:{url.password or ''}".encode())}
        if scheme == "https":
            options["proxy_headers"] = login
        else:
            headers.update(login)
    return options
