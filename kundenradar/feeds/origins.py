"""Addresses of servers: what a spelling means and how far into the network it reaches."""

import ipaddress
import re
import socket
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from urllib.parse import quote, urlsplit

from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind

DEFAULT_PORTS = {"http": 80, "https": 443}
MAX_ADDRESS_CHARS = 8192
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_-])?\Z")
_NUMBER_LABEL = re.compile(r"(0x[0-9a-f]*|[0-9]+)\Z")
_LOCAL_SUFFIXES = (
    ".localhost", ".local", ".localdomain", ".lan", ".intern", ".internal", ".intranet", ".home", ".corp",
    ".private", ".fritz.box", ".home.arpa", ".test",
)  # fmt: skip
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_V4_COMPATIBLE = ipaddress.ip_network("::/96")
_SHARED = ipaddress.ip_network("100.64.0.0/10")  # carrier-grade NAT, RFC 6598


class Reach(Enum):
    """How far away an IP address is."""

    PUBLIC = "public"
    PRIVATE = "private"  # RFC 1918, unique local, carrier-grade NAT, documentation
    LOCAL = "local"  # this computer (loopback) or this cable (link-local)
    NOWHERE = "nowhere"  # unspecified, multicast, reserved: no server lives there


@dataclass(frozen=True, slots=True)
class Origin:
    """Scheme, host and port: the border of credentials and cookies.

    Attributes:
        scheme: ``http`` or ``https``.
        host: Lower case, punycode, IPv6 without brackets, numbers in canonical form.
        port: 1 … 65535, never absent.
    """

    scheme: str
    host: str
    port: int

    def covers(self, other: "Origin") -> bool:
        """Whether a secret of this origin may be shown to `other`.

        Only itself, and the same host reached over TLS instead of plain text on the usual ports.
        """
        if self == other:
            return True
        upgraded = (self.scheme, self.port, other.scheme, other.port) == ("http", 80, "https", 443)
        return upgraded and self.host == other.host


@dataclass(frozen=True, slots=True)
class Address:
    """An http(s) address that may be sent over the wire as it stands.

    Attributes:
        origin: Where it lives.
        target: Path and query in ASCII, beginning with a slash.
        odd: The host was a number in disguise (decimal, hexadecimal, short, IPv4 inside IPv6).
        had_user: User information stood in it and was dropped.
    """

    origin: Origin
    target: str
    odd: bool = False
    had_user: bool = False

    @property
    def url(self) -> str:
        """The address as text, without user information and fragment."""
        origin = self.origin
        host = f"[{origin.host}]" if ":" in origin.host else origin.host
        port = "" if DEFAULT_PORTS[origin.scheme] == origin.port else f":{origin.port}"
        return f"{origin.scheme}://{host}{port}{self.target}"

    def __repr__(self) -> str:
        return "Address(…)"


def blocked(detail: str, host: str = "") -> OutsideError:
    """The error for something we refuse to do; `detail` is a short word, never an address."""
    return OutsideError(Trouble(TroubleKind.BLOCKED, host=host, detail=detail))


def parse_address(text: str) -> Address:
    """Read an http(s) address.

    Raises:
        OutsideError: BLOCKED with ``scheme``, ``backslash``, ``too-long`` or ``address``.
    """
    text = text.strip()
    if len(text) > MAX_ADDRESS_CHARS:
        raise blocked("too-long")
    if any(char < " " or char == "\x7f" for char in text):
        raise blocked("address")
    if "\\" in text.partition("?")[0]:
        raise blocked("backslash")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise blocked("address") from None
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS:
        raise blocked("scheme")
    if not parts.hostname or port == 0:
        raise blocked("address")
    host, odd = _canonical_host(parts.hostname)
    target = _ascii(parts.path or "/") + (f"?{_ascii(parts.query)}" if parts.query else "")
    if not target.startswith("/"):
        target = f"/{target}"
    return Address(Origin(scheme, host, port or DEFAULT_PORTS[scheme]), target, odd, "@" in parts.netloc)


def _ascii(text: str) -> str:
    """`text` with blanks and everything beyond ASCII percent-encoded; bytes of a header survive."""
    if text.isascii() and " " not in text and '"' not in text:
        return text
    raw = text.encode("utf-8", "surrogateescape")
    return quote(raw, safe="!#$%&'()*+,/:;=?@[]~-._|^`{}<>")


@lru_cache(maxsize=2048)
def _canonical_host(host: str) -> tuple[str, bool]:
    """Host in lower case ASCII, and whether it was a number in disguise."""
    host = host.lower().removesuffix(".")
    if ":" in host:
        try:
            ip = ipaddress.IPv6Address(host)
        except ValueError:
            raise blocked("address") from None
        return str(ip), embedded_v4(ip) is not None
    if not host.isascii():
        host = _punycode(host)
    if _NUMBER_LABEL.match(host.rpartition(".")[2]):
        return _dotted(host)
    if len(host) > 253 or not _HOST.match(host):
        raise blocked("address")
    return host, False


def _punycode(host: str) -> str:
    from yarl import URL  # late: only for names beyond ASCII; knows IDNA 2008, the standard library does not

    try:
        return (URL(f"http://{host}/").raw_host or "").lower().removesuffix(".")
    except ValueError:  # UnicodeError is one
        raise blocked("address") from None


def _dotted(host: str) -> tuple[str, bool]:
    """IPv4 in four decimal numbers, and whether it was written otherwise."""
    try:
        return str(ipaddress.IPv4Address(host)), False
    except ValueError:
        pass
    try:
        return str(ipaddress.IPv4Address(socket.inet_aton(host))), True
    except (OSError, ValueError):
        raise blocked("address") from None


def embedded_v4(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 address carries (mapped, compatible, 6to4, Teredo, NAT64), if any."""
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip.sixtofour is not None:
        return ip.sixtofour
    if ip.teredo is not None:
        return ip.teredo[1]
    if ip in _NAT64 or (ip in _V4_COMPATIBLE and int(ip) > 0xFFFF):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return None


@lru_cache(maxsize=2048)
def reach_of(address: str) -> Reach:
    """How far an IP address (text, IPv6 zone allowed) is away.

    Raises:
        ValueError: If it is no IP address.
    """
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address):
        inner = embedded_v4(ip)
        if inner is not None and (ip.sixtofour is not None or ip.teredo is not None):
            # Tunnels nobody uses any more; Python's versions do not agree whether they are global.
            reach = reach_of(str(inner))
            return Reach.PRIVATE if reach is Reach.PUBLIC else reach
        ip = inner or ip
    if ip.is_loopback or ip.is_link_local:
        return Reach.LOCAL
    if ip.is_unspecified or ip.is_multicast or (ip.is_reserved and ip.version == 4):
        return Reach.NOWHERE
    if ip.version == 4 and int(ip) < 1 << 24:  # 0.0.0.0/8, "this network"
        return Reach.NOWHERE
    if not ip.is_global or getattr(ip, "is_site_local", False) or (ip.version == 4 and ip in _SHARED):
        return Reach.PRIVATE
    return Reach.PUBLIC


def is_ip(host: str) -> bool:
    """Whether a canonical host is an IP address and not a name."""
    return ":" in host or host[-1:].isdigit()


def is_local_name(host: str) -> bool:
    """Whether a host name can only mean something at home: one word, or a suffix the Internet does not have."""
    return "." not in host or f".{host}".endswith(_LOCAL_SUFFIXES)


def is_this_computer(host: str) -> bool:
    """Whether a canonical host means this computer by its very spelling."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    return host == "::1" or (host.startswith("127.") and is_ip(host))
