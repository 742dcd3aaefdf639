"""One request on its way: where it is, where it has been and what it may show there; pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import FetchRequest
from kundenradar.feeds.logins import Challenge, basics, best_digest, digest
from kundenradar.feeds.origins import Address, Reach, blocked
from kundenradar.feeds.redirects import MAX_HOPS, PERMANENT, may_lead, may_type, next_address
from kundenradar.feeds.wire_headers import Cookies

MAX_DIGESTS = 4  # answers: a new nonce per address after redirects, and for those that aged on the way


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
        logins: Basic headers not tried yet, once Basic was asked for.
        login: Basic header to show at the start's origin, or empty.
        challenge: Digest challenge to answer there, and how often its nonce was used; goes before `login`.
        answered: Addresses whose Digest challenge was answered.
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
    challenge: Challenge | None = None
    nonce_uses: int = 0
    answered: list[str] = field(default_factory=list)
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

    def login_here(self, cnonce: str) -> str:
        """The value of ``Authorization`` for the host to ask next, empty if it may see none; `cnonce` is random."""
        if not self.start.origin.covers(self.at.origin):
            return ""
        if self.challenge is None:
            return self.login
        self.nonce_uses += 1
        request = self.request
        return digest(
            self.challenge, request.user or "", request.password or "", self.at.target, cnonce, self.nonce_uses
        )

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

    def next_login(self, asked: Sequence[Challenge]) -> bool:
        """Take up the next way to log in; False if there is none left (or none that is ours to use).

        Digest goes before Basic, and no password that it refused is shown in Basic. NTLM, Negotiate and Kerberos are
        never answered: they would hand over the login of this computer.
        """
        user, password = self.request.user, self.request.password
        if not user or not self.start.origin.covers(self.at.origin):
            return False
        if self.logins is None and (challenge := best_digest(asked)) is not None:
            return self._take_up(challenge)
        if self.challenge is not None:
            return False
        if self.logins is None:
            self.logins = basics(user, password or "") if any(one.scheme == "basic" for one in asked) else []
        if not self.logins:
            return False
        self.login = self.logins.pop(0)
        return True

    def _take_up(self, challenge: Challenge) -> bool:
        """Answer a Digest challenge: once for each address, and again if only its nonce was too old."""
        is_stale = challenge.values.get("stale", "").lower() == "true"
        if len(self.answered) >= MAX_DIGESTS or (self.at.url in self.answered and not is_stale):
            return False
        self.challenge, self.nonce_uses = challenge, 0
        self.answered.append(self.at.url)
        return True

    def refused_login(self, asked: Sequence[Challenge]) -> str:
        """Why a login failed, as the detail of its trouble; a scheme if nothing was tried."""
        request, schemes = self.request, sorted({one.scheme for one in asked})
        if not self.start.origin.covers(self.at.origin):
            return "elsewhere" if request.is_locked else next(iter(schemes), "")
        if self.login or self.challenge is not None:
            return "rejected"
        if windows := [scheme for scheme in schemes if scheme in ("kerberos", "negotiate", "ntlm")]:
            return windows[0]
        if request.header[0] or request.cookie:
            return "key-rejected"
        if request.user:
            return "unknown-login"
        return next(iter(schemes), "")
