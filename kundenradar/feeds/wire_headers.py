"""What the headers and the first lines of an answer say; pure."""

import re
from collections.abc import Iterable, Mapping
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from kundenradar.domain.errors import Trouble, TroubleKind
from kundenradar.domain.sources import MAX_RETRY_AFTER_S
from kundenradar.feeds.origins import Origin

MAX_VALIDATOR_BYTES = 1024
MAX_COOKIES = 40
MAX_COOKIE_CHARS = 4096
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d+)", re.IGNORECASE)
_NOT_KEPT = re.compile(r"(?:^|[,\s])no-(?:cache|store)\b", re.IGNORECASE)
_HTML = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_CHALLENGE = re.compile(
    rb"<title>\s*(?:just a moment|nur einen moment|einen moment|ddos-guard|checking your browser|"
    rb"making sure you(?:'|&#39;|\xe2\x80\x99)re not a bot|attention required! \| cloudflare|"
    rb"access denied \| [^<]{1,100} used cloudflare)"
    rb"|/cdn-cgi/challenge-platform/|window\._cf_chl_opt|id=\"?anubis_challenge",
    re.IGNORECASE,
)


def seconds_until(value: str | None, headers: Mapping[str, str], now: float) -> float | None:
    """Seconds from the server's own clock until an HTTP date.

    Args:
        value: HTTP date.
        headers: Of the same answer; their ``Date`` is the server's clock.
        now: Our clock (Unix seconds), used if the server does not tell its own.
    """
    until = _unix(value)
    if until is None:
        return None
    server_now = _unix(headers.get("Date"))
    return until - (now if server_now is None else server_now)


def _unix(value: str | None) -> float | None:
    try:
        return parsedate_to_datetime(value[:100]).timestamp() if value else None
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def skew_s(headers: Mapping[str, str], now: float) -> float | None:
    """Our clock minus the server's, in seconds; None if it does not tell its own (an old copy counts as such)."""
    date = _unix(headers.get("Date"))
    return None if date is None or headers.get("Age") else now - date


def max_age_s(headers: Mapping[str, str], now: float) -> int:
    """Seconds an answer may be kept by Cache-Control or Expires; 0 if not said; at most a month."""
    control = headers.get("Cache-Control", "")
    if _NOT_KEPT.search(control):
        return 0
    if age := _MAX_AGE.search(control):
        return _capped(age[1])
    left = seconds_until(headers.get("Expires"), headers, now)
    return 0 if left is None else int(min(max(left, 0), MAX_RETRY_AFTER_S))


def retry_after_s(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds the server asks us to wait (number or date); None if it does not or writes nonsense; at most a month."""
    value = headers.get("Retry-After", "").strip()
    if value.isascii() and value.isdigit():
        return float(_capped(value))
    left = seconds_until(value, headers, now)
    return None if left is None else float(min(max(left, 0), MAX_RETRY_AFTER_S))


def _capped(digits: str) -> int:
    return min(int(digits[:12]), MAX_RETRY_AFTER_S) if len(digits) <= 12 else MAX_RETRY_AFTER_S


def validator(value: str | None) -> str | None:
    """An ETag or Last-Modified that can be stored and sent back byte for byte, else None."""
    if not value or not value.isprintable():  # lone surrogates (bytes that are no UTF-8) are not printable
        return None
    return value if len(value.encode()) <= MAX_VALIDATOR_BYTES else None


def plain_header(value: str | None) -> str:
    """A header as a short printable text."""
    return "".join(char for char in (value or "")[:200] if char.isprintable())


def is_browser_check(headers: Mapping[str, str], head: bytes = b"") -> bool:
    """Whether a page stands in front of the feed that wants to see a browser (Cloudflare, DDoS-Guard, Anubis).

    Args:
        headers: Of the answer.
        head: First bytes of the decoded body; a feed that only quotes such a page does not count.
    """
    if headers.get("cf-mitigated", "").strip().lower() == "challenge":
        return True
    return _begins_as_page(head) and bool(_CHALLENGE.search(head))


def _begins_as_page(head: bytes) -> bool:
    text = head[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    while text.startswith(b"<!--"):
        text = text.partition(b"-->")[2].lstrip()
    return bool(_HTML.match(text))


def trouble_of_status(status: int, host: str, wait_s: float | None) -> Trouble:
    """The class of failure of a status that brings no feed."""
    kind, detail = TroubleKind.PROTOCOL, "status"
    if status == 429 or (status == 503 and wait_s is not None):
        kind, detail = TroubleKind.RATE_LIMITED, ""
    elif status in (204, 205):
        kind, detail = TroubleKind.EMPTY, ""
    elif status == 401:
        kind, detail = TroubleKind.LOGIN, ""
    elif status == 404:
        kind, detail = TroubleKind.NOT_FOUND, ""
    elif status == 410:
        kind, detail = TroubleKind.GONE, ""
    elif status == 511:
        kind, detail = TroubleKind.NOT_A_FEED, "captive-portal"  # the network wants a login, not the server
    elif status == 407:
        detail = "unasked-proxy-login"
    elif 400 <= status < 500:
        kind, detail = TroubleKind.FORBIDDEN, "" if status == 403 else "status"
    elif status >= 500:
        kind, detail = TroubleKind.SERVER, ""
    return Trouble(kind, host=host, status=status, retry_after_s=wait_s, detail=detail)


def is_reddit_without_token(address: str, status: int) -> bool:
    """Whether Reddit refuses because the address lacks the reader's private token (anonymous reading ended in 2026)."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    asked = status in (401, 403, 429) and (host == "reddit.com" or host.endswith(".reddit.com"))
    return asked and not re.search(r"(?:^|&)feed=[^&]", parts.query)


class Cookies:
    """Cookies of one fetch: shown only to the origin that set them, forgotten at its end.

    Ignoring ``Domain`` makes public suffixes harmless; a cookie wall redirects to its own origin.
    """

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[Origin, dict[str, str]] = {}

    def take(self, origin: Origin, lines: Iterable[str]) -> None:
        """Keep what `Set-Cookie` lines of an answer ask for."""
        for line in lines:
            pair, _, attributes = line.partition(";")
            name, equals, value = (part.strip() for part in pair.partition("="))
            if not equals or not name or len(pair) > MAX_COOKIE_CHARS or not pair.isprintable():
                continue
            kept = self._kept.setdefault(origin, {})
            if re.search(r";\s*max-age\s*=\s*(?:0|-)", f";{attributes}", re.IGNORECASE):
                kept.pop(name, None)
            elif len(kept) < MAX_COOKIES:
                kept[name] = value

    def line(self, origin: Origin) -> str:
        """The `Cookie` header for `origin`; empty if there is none."""
        kept = dict[str, str]()
        for owner, cookies in self._kept.items():
            if owner.covers(origin):
                kept.update(cookies)
        return "; ".join(f"{name}={value}" for name, value in kept.items())
