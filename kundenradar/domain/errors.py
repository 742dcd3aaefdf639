"""What can go wrong, as values: the sentence is made where it is shown.

KundenradarError
 ├─ InputError     the user can mend it (a query, an address, a file)
 ├─ OutsideError   a server, the network or the operating system
 └─ DataError      what is stored cannot be used
Anything else is a bug.
"""

from dataclasses import dataclass
from enum import StrEnum


class KundenradarError(Exception):
    """Base of everything the program expects to go wrong."""


class InputError(KundenradarError):
    """Something the user gave cannot be used.

    Attributes:
        code: Stable word for the sentence to show, for example ``address-empty``.
        detail: The offending part, shown back to the user; never logged.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = detail


class DataError(KundenradarError):
    """The stored data cannot be used.

    Attributes:
        code: ``damaged``, ``newer``, ``locked``, ``full``, ``io``, ``read-only`` or ``migration``.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class TroubleKind(StrEnum):
    """Why a source could not be heard."""

    OFFLINE = "offline"  # no name, no route, refused
    TIMEOUT = "timeout"
    TOO_LARGE = "too-large"
    TLS = "tls"
    BLOCKED = "blocked"  # refused by us: scheme, private network, dangerous redirect
    LOGIN = "login"
    RATE_LIMITED = "rate-limited"
    GONE = "gone"
    NOT_FOUND = "not-found"
    FORBIDDEN = "forbidden"
    SERVER = "server"
    NOT_A_FEED = "not-a-feed"
    BROWSER_CHECK = "browser-check"
    MALFORMED = "malformed"
    EMPTY = "empty"
    REDIRECTS = "redirects"
    PROTOCOL = "protocol"
    PROXY = "proxy"
    CANCELLED = "cancelled"
    INTERNAL = "internal"  # our own fault; the round goes on


@dataclass(frozen=True, slots=True)
class Trouble:
    """One failure to hear a source, storable and showable.

    Attributes:
        kind: The class of failure.
        host: Host name asked, without port or path; may be empty.
        status: HTTP status, if an answer came.
        retry_after_s: Seconds the server asked us to wait, if it did.
        detail: Short technical word (``self-signed``, ``loop``), never a URL or content.
    """

    kind: TroubleKind
    host: str = ""
    status: int | None = None
    retry_after_s: float | None = None
    detail: str = ""


class OutsideError(KundenradarError):
    """The world outside did not do what was asked; `trouble` says what."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.kind.value)
        self.trouble = trouble

    def __reduce__(self) -> tuple[type["OutsideError"], tuple[Trouble]]:
        """Survive the way between processes."""
        return (OutsideError, (self.trouble,))
