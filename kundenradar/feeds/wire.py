"""The asynchronous half of fetching: one journey per request, hop by hop, on the network thread's loop.

Imports aiohttp and truststore: only for the network thread (they cost 0.2 s).

No exception of the library leaves this module, not even as a cause: its message holds the full address.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import aiohttp

from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.feeds import wire_headers
from kundenradar.feeds.connections import Connections, worse_than_unknown
from kundenradar.feeds.decoding import Body, too_large
from kundenradar.feeds.journey import Hop, Journey, Place
from kundenradar.feeds.logins import challenges_of
from kundenradar.feeds.lookups import Lookups
from kundenradar.feeds.origins import Address, Reach, is_ip, is_local_name, is_this_computer, parse_address
from kundenradar.feeds.pace import Pace
from kundenradar.feeds.redirects import MAX_HOPS, REDIRECTS
from kundenradar.feeds.wire_errors import lookup_trouble, trouble_of

log = logging.getLogger("kundenradar.fetch")

ADDRESSES_KEPT_S = 60.0
PROXIES_KEPT_S = 60.0
MAX_STEPS = MAX_HOPS + 8  # redirects, logins, one unconditional repeat
PEEK_BYTES = 64 * 1024
PEEK_S = 3.0
LOOK_CLOSER_S = 5.0
STUMBLES = frozenset({500, 502, 504})
"""A server that stumbles is asked once more: many do so for a moment, and an alarm would be one too many."""
STUMBLE_S = 0.5


@dataclass(frozen=True, slots=True)
class WireOptions:
    """What the fetcher was made with; see `kundenradar.feeds.fetch.HttpFetcher`."""

    total: int
    per_host: int
    pause_s: float
    proxy_for: Callable[[str], str | None]
    proxy_state: Callable[[], object]
    addresses_of: Callable[[str], Sequence[str]]
    reach_of: Callable[[str], Reach]
    now: Callable[[], float]
    user_agent: str


class Wire:
    """Asks servers. Made, used and closed on one running loop."""

    def __init__(self, options: WireOptions) -> None:
        loop = asyncio.get_running_loop()
        self._options = options
        self._clock = loop.time
        self._pace = Pace(options.total, options.per_host, options.pause_s, loop.time)
        self._addresses = Lookups[tuple[str, ...]](lambda host: tuple(options.addresses_of(host)), ADDRESSES_KEPT_S)
        self._proxies = Lookups[str | None](options.proxy_for, PROXIES_KEPT_S)
        self._connections = Connections(options.user_agent, self._addresses)

    async def close(self) -> None:
        """Drop all connections."""
        await self._connections.close()

    async def fetch(self, request: FetchRequest) -> Fetched | Trouble:
        """The answer, or why there is none; raises nothing but CancelledError."""
        began = self._clock()
        host, status, size = "", None, 0
        outcome: Fetched | Trouble
        try:
            address = parse_address(request.url)
            journey = Journey(request, address, address, request.deadline_s)
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

    async def _travel(self, journey: Journey) -> Fetched | Trouble:
        try:
            return await self._all_steps(journey)
        except OutsideError as error:
            trouble = error.trouble
            return trouble if trouble.host else replace(trouble, host=journey.host)
        except TimeoutError:
            hop = journey.hop
            if hop is not None and hop.handshaking and not hop.connected:
                return Trouble(TroubleKind.TLS, journey.host, detail="no-answer")
            return Trouble(TroubleKind.TIMEOUT, journey.host)
        except Exception as error:  # noqa: BLE001  the edge of the network: one bad server must not end the round
            return await self._translate(error, journey)

    async def _translate(self, error: Exception, journey: Journey) -> Trouble:
        trouble = trouble_of(error, journey.host)
        if trouble is None:
            name = type(error).__name__  # its message may hold the address
            log.error("fetch.bug host=%s error=%s", journey.host, name)
            return Trouble(TroubleKind.INTERNAL, journey.host, detail=name)
        if trouble.kind is TroubleKind.OFFLINE and journey.hop is not None and journey.hop.addresses is None:
            return Trouble(TroubleKind.PROXY, journey.host, detail="unreachable")  # nobody else was called
        if trouble.detail in ("self-signed", "unknown-ca") and journey.hop is not None and journey.hop.addresses:
            origin = journey.at.origin
            with contextlib.suppress(OSError, TimeoutError):
                async with asyncio.timeout(min(max(journey.left_s, 0), LOOK_CLOSER_S)):
                    worse = await worse_than_unknown(origin.host, min(journey.hop.addresses), origin.port)
                return replace(trouble, detail=worse or trouble.detail)
        return trouble

    async def _all_steps(self, journey: Journey) -> Fetched:
        journey.mark_seen()
        for _ in range(MAX_STEPS):
            try:
                fetched = await self._step(journey)
            except OutsideError as error:
                if journey.has_stumbled or error.trouble.status not in STUMBLES or journey.left_s < 2 * STUMBLE_S:
                    raise
                journey.has_stumbled = True
                async with self._in_time(journey):
                    await asyncio.sleep(STUMBLE_S)
                continue
            if fetched is not None:
                return fetched
        raise journey.trouble(TroubleKind.REDIRECTS, "too-many")

    async def _step(self, journey: Journey) -> Fetched | None:
        """One request and what follows from its answer: None if there is another step to take."""
        origin = journey.at.origin
        async with self._in_time(journey):
            proxy = await self._proxy(journey.at)
            place = await self._place(journey, behind_proxy=proxy is not None)
        here = place.reach is Reach.LOCAL
        # On this computer many sites may live behind one name and port: a wait is for the address only.
        hold_key = journey.at.url if here else origin.host
        async with self._pace.turn(origin.host, hold_key, polite=not here), self._in_time(journey):
            journey.hop = hop = Hop(None if proxy else frozenset(place.addresses))
            response = await self._connections.ask(journey, place, proxy, hop)
            try:
                return await self._read(journey, response, hold_key)
            finally:
                if response.content.at_eof():
                    response.release()
                else:
                    response.close()

    @contextlib.asynccontextmanager
    async def _in_time(self, journey: Journey) -> AsyncIterator[None]:
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
        if is_this_computer(host):
            return None
        origin = address.origin
        state = self._options.proxy_state()
        try:
            proxy = await self._proxies.get(f"{origin.scheme}://{host}:{origin.port} {state}", address.url)
        except OSError:
            raise OutsideError(Trouble(TroubleKind.PROXY, host, detail="unknown")) from None
        if proxy is None:
            return None
        proxy = proxy if "://" in proxy else f"http://{proxy}"
        if not proxy.startswith(("http://", "https://")):
            raise OutsideError(Trouble(TroubleKind.PROXY, host, detail="unknown-kind"))
        if not _names_a_host(proxy):
            raise OutsideError(Trouble(TroubleKind.PROXY, host, detail="unknown"))
        return proxy

    async def _place(self, journey: Journey, *, behind_proxy: bool) -> Place:
        """Where the next request goes, if it may go there.

        Raises:
            OutsideError: OFFLINE if the name is unknown, BLOCKED if a foreign address leads into the home network.
        """
        if journey.typed is None and journey.request.named_by is not None:
            namer = parse_address(journey.request.named_by)
            journey.typed = await self._look(namer, behind_proxy=behind_proxy)
        place = await self._look(journey.at, behind_proxy=behind_proxy)
        journey.check(place)
        return place

    async def _look(self, address: Address, *, behind_proxy: bool) -> Place:
        host = address.origin.host
        reach_of = self._options.reach_of
        if is_ip(host):
            return Place(host, reach_of(host), (host,))
        if behind_proxy:
            return Place(host, Reach.PRIVATE if is_local_name(host) else Reach.PUBLIC, ())
        try:
            found = await self._addresses.get(host, host)
        except OSError as error:
            raise OutsideError(lookup_trouble(error, host)) from None
        reaches = {address: reach_of(address) for address in found}
        for reach in Reach:  # public first: a name with addresses of both kinds is used from outside
            addresses = tuple(address for address in found if reaches[address] is reach)
            if addresses:
                return Place(host, reach, addresses)
        raise OutsideError(Trouble(TroubleKind.OFFLINE, host, detail="no-such-host"))

    async def _read(self, journey: Journey, response: aiohttp.ClientResponse, hold_key: str) -> Fetched | None:
        status, headers = response.status, response.headers
        journey.cookies.take(journey.at.origin, headers.getall("Set-Cookie", ()))
        if status in REDIRECTS:
            journey.follow(headers.get("Location"), status)
            return None
        if status == 304:
            return _unchanged(journey, headers, self._options.now())
        if status == 401:
            asked = challenges_of(headers.getall("WWW-Authenticate", ()))
            if journey.next_login(asked):
                return None
            raise journey.trouble(TroubleKind.LOGIN, journey.refused_login(asked), status)
        if status not in (200, 203, 206, 226):
            raise OutsideError(await self._refusal(journey, response, hold_key))
        return await self._answer(journey, response)

    async def _refusal(self, journey: Journey, response: aiohttp.ClientResponse, hold_key: str) -> Trouble:
        """Why the server gave no feed."""
        status, headers = response.status, response.headers
        head = b""
        if status in (403, 429, 503):
            body = Body("", PEEK_BYTES)
            with contextlib.suppress(OutsideError, aiohttp.ClientError, OSError):  # TimeoutError is one
                async with asyncio.timeout(PEEK_S):
                    body = Body(headers.get("Content-Encoding", ""), PEEK_BYTES)
                    await _drain(response, body)
            head = body.so_far()
        if wire_headers.is_browser_check(headers, head):
            return Trouble(TroubleKind.BROWSER_CHECK, journey.host, status=status)
        if status == 407 and journey.hop is not None and journey.hop.addresses is None:
            return Trouble(TroubleKind.PROXY, journey.host, status=status, detail="login")
        if wire_headers.is_reddit_without_token(journey.at.url, status):
            return Trouble(TroubleKind.LOGIN, journey.host, status=status, detail="reddit-token")
        wait_s = wire_headers.retry_after_s(headers, self._options.now()) if status in (429, 503) else None
        if wait_s:
            self._pace.hold(hold_key, wait_s, status)
        return wire_headers.trouble_of_status(status, journey.host, wait_s)

    async def _answer(self, journey: Journey, response: aiohttp.ClientResponse) -> Fetched:
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
        return Fetched(
            url=journey.at.url,
            moved_to=journey.at.url if journey.has_moved and not truncated else None,
            status=200,
            body=data,
            content_type=wire_headers.plain_header(headers.get("Content-Type")),
            # A validator of half a document would hide the other half for ever.
            etag=None if truncated else wire_headers.validator(headers.get("ETag")),
            last_modified=None if truncated else wire_headers.validator(headers.get("Last-Modified")),
            max_age_s=0 if truncated else wire_headers.max_age_s(headers, self._options.now()),
            content_language=wire_headers.plain_header(headers.get("Content-Language")),
            truncated=truncated,
            date=wire_headers.plain_header(headers.get("Date")),
            skew_s=wire_headers.skew_s(headers, self._options.now()),
        )


def _names_a_host(proxy: str) -> bool:
    """Whether a proxy's address can be called at all; environments hold what somebody once typed."""
    try:
        parts = urlsplit(proxy)
        return bool(parts.hostname) and " " not in parts.netloc and parts.port != 0
    except ValueError:
        return False


def _unchanged(journey: Journey, headers: Mapping[str, str], now: float) -> Fetched | None:
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
