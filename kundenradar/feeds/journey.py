"""One request on its way: where it is, where it has been and what it may show there; pure."""

import base64
import contextlib
from dataclasses import dataclass, field

from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import FetchRequest
from kundenradar.feeds.origins import Address, Reach, blocked
from kundenradar.feeds.redirects import MAX_HOPS, PERMANENT, may_lead, may_type, next_address
from kundenradar.feeds.wire_headers import Cookies

DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Place:
    """A host as seen from here.

    Attributes:
        addresses: IP addresses we may connect to; empty behind a proxy, which looks the name up itself.
    """

    host: str
    reach: Reach
    addresses: tuple[str, ...]


@dataclass(slots=True)
class Hop:
    """What the connector may do for the request under way, and how far it came.

    Attributes:
        addresses: IP addresses it may connect to; None: a proxy's, which the owner has set up.
        handshaking: A TLS handshake began.
        connected: The connection stands.
    """

    addresses: frozenset[str] | None
    handshaking: bool = False
    connected: bool = False


@dataclass(slots=True)
class Journey:
    """One request on its way.

    Attributes:
        start: The address that was asked for.
        at: The address to ask next.
        hop: The request under way.
        left_s: Seconds left of the request's deadline.
        typed: The place the owner typed (or the one that named the address), once it was looked up.
        permanent: All redirects so far were permanent.
        unconditional: Ask without validators.
        has_stumbled: The server failed for a moment and was asked once more.
        login: What to log in with at the start's origin: `DIGEST`, a ready Basic header, or nothing.
    """

    request: FetchRequest
    start: Address
    at: Address
    left_s: float
    hop: Hop | None = None
    typed: Place | None = None
    hops: int = 0
    permanent: bool = True
    unconditional: bool = False
    has_stumbled: bool = False
    logins: list[str] | None = None
    login: str = ""
    cookies: Cookies = field(default_factory=Cookies)
    seen: set[tuple[str, str]] = field(default_factory=set)

    @property
    def host(self) -> str:
        """The host to ask next."""
        return self.at.origin.host

    @property
    def conditional(self) -> bool:
        """Whether the question holds validators."""
        request = self.request
        return bool(request.etag or request.last_modified) and not self.unconditional

    @property
    def has_moved(self) -> bool:
        """Whether the new address may be kept: all redirects were permanent, and no password would follow abroad."""
        stays = not self.request.is_locked or self.start.origin.covers(self.at.origin)
        return self.hops > 0 and self.permanent and stays

    def trouble(self, kind: TroubleKind, detail: str = "", status: int | None = None) -> OutsideError:
        """The error for a failure here."""
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

    @property
    def login_here(self) -> str:
        """The login if it may be shown to the host to ask next."""
        return self.login if self.start.origin.covers(self.at.origin) else ""

    @property
    def headers_here(self) -> dict[str, str]:
        """Header and cookies that may be shown to the host to ask next."""
        is_home = self.start.origin.covers(self.at.origin)
        headers = {self.request.header[0]: self.request.header[1]} if is_home and self.request.header[0] else {}
        cookies = [self.request.cookie if is_home else "", self.cookies.line(self.at.origin)]
        if line := "; ".join(filter(None, cookies)):
            headers["Cookie"] = line
        return headers

    def check(self, place: Place) -> None:
        """Refuse a place in the home network that the Internet leads to; the first place is the typed one.

        Raises:
            OutsideError: BLOCKED.
        """
        if self.typed is None:
            self.typed = place
            allowed = may_type(place.host, place.reach)
        else:
            allowed = may_lead(self.typed.host, self.typed.reach, place.host, place.reach)
        if not allowed:
            raise blocked("network", place.host)

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
        return [DIGEST]
    if "basic" not in asked:
        return []
    pair = f"{user}:{password}"
    encoded = [pair.encode("utf-8", "replace")]
    with contextlib.suppress(UnicodeEncodeError):
        encoded.append(pair.encode("latin-1"))
    return [basic(raw) for raw in dict.fromkeys(encoded)]


def basic(pair: bytes) -> str:
    """The value of a Basic header."""
    return f"Basic {base64.b64encode(pair).decode('ascii')}"
