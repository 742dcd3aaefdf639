"""Exceptions of the HTTP library as Trouble; their messages hold addresses and go no further.

Imports aiohttp: only for the network thread.
"""

import errno
import socket
import ssl
from collections.abc import Callable
from typing import Any

import aiohttp
from aiohttp import http_exceptions

from kundenradar.domain.errors import Trouble, TroubleKind

# OpenSSL X509_V_ERR_*: https://docs.openssl.org/3.0/man3/X509_STORE_CTX_get_error/
_CERTIFICATE_DETAILS = {
    9: "not-yet-valid",
    10: "expired",
    18: "self-signed",
    19: "unknown-ca",
    20: "unknown-ca",
    21: "unknown-ca",
    23: "revoked",
    62: "wrong-host",
    64: "wrong-host",
}
# Windows and macOS put words where OpenSSL has numbers.
_CERTIFICATE_WORDS = (
    ("expired", "expired"),
    ("not yet valid", "not-yet-valid"),
    ("validity period", "expired"),
    ("self-signed", "self-signed"),
    ("self signed", "self-signed"),
    ("cn name", "wrong-host"),
    ("hostname", "wrong-host"),
    ("host name", "wrong-host"),
    ("revoked", "revoked"),
    ("not trusted", "unknown-ca"),
    ("root", "unknown-ca"),
)
_UNREACHABLE = {
    errno.ECONNREFUSED: "refused",
    errno.ENETUNREACH: "unreachable",
    errno.EHOSTUNREACH: "unreachable",
    errno.ENETDOWN: "network-down",
    errno.EHOSTDOWN: "unreachable",
    errno.EADDRNOTAVAIL: "unreachable",
}


def certificate_detail(error: ssl.SSLCertVerificationError) -> str:
    """Why a certificate was refused, in one word."""
    known = _CERTIFICATE_DETAILS.get(getattr(error, "verify_code", 0))
    if known is not None:
        return known
    words = str(getattr(error, "verify_message", "") or error).lower()
    return next((detail for part, detail in _CERTIFICATE_WORDS if part in words), "certificate")


def trouble_of(error: BaseException, host: str) -> Trouble | None:
    """The class of failure of an exception while talking to `host`; None if it is none of the network's."""
    for kinds, translate in _TRANSLATIONS:
        if isinstance(error, kinds):
            return translate(error, host)
    return None


def _certificate_trouble(error: aiohttp.ClientConnectorCertificateError, host: str) -> Trouble:
    cause = error.certificate_error
    detail = certificate_detail(cause) if isinstance(cause, ssl.SSLCertVerificationError) else "certificate"
    return Trouble(TroubleKind.TLS, host, detail=detail)


def _proxy_trouble(error: aiohttp.ClientError, host: str) -> Trouble:
    status = getattr(error, "status", None)
    detail = "unreachable" if status is None else "login" if status == 407 else "status"
    return Trouble(TroubleKind.PROXY, host, status=status, detail=detail)


def _handshake_trouble(error: Exception, host: str) -> Trouble:
    reason = (getattr(getattr(error, "os_error", error), "reason", "") or "").upper()
    if "WRONG_VERSION_NUMBER" in reason or "HTTP_REQUEST" in reason or "PACKET_LENGTH" in reason:
        return Trouble(TroubleKind.TLS, host, detail="no-tls")
    return Trouble(TroubleKind.TLS, host, detail="old-tls" if "VERSION" in reason else "handshake")


def _connector_trouble(error: aiohttp.ClientConnectorError, host: str) -> Trouble:
    cause: OSError = error.os_error
    if isinstance(cause, socket.gaierror):
        return lookup_trouble(cause, host)
    if cause.errno == errno.ETIMEDOUT:
        return Trouble(TroubleKind.TIMEOUT, host, detail="connect")
    if isinstance(cause, PermissionError):
        return Trouble(TroubleKind.BLOCKED, host, detail="network")
    return Trouble(TroubleKind.OFFLINE, host, detail=_UNREACHABLE.get(cause.errno or 0, "unreachable"))


def _answer_trouble(error: Exception, host: str) -> Trouble:
    cause: BaseException = error
    while cause.__cause__ is not None:  # the library wraps its own parser's word twice
        cause = cause.__cause__
    if isinstance(cause, http_exceptions.LineTooLong) or "Too many headers" in str(cause):
        return Trouble(TroubleKind.BLOCKED, host, detail="headers")
    if isinstance(cause, http_exceptions.BadStatusLine):
        return Trouble(TroubleKind.PROTOCOL, host, detail="status-line")
    return Trouble(TroubleKind.PROTOCOL, host, detail="http")


def _always(kind: TroubleKind, detail: str) -> Callable[[Any, str], Trouble]:
    return lambda _error, host: Trouble(kind, host, detail=detail)


# The first that fits counts: the library's classes inherit from one another and from OSError.
_TRANSLATIONS: tuple[tuple[tuple[type[BaseException], ...], Callable[[Any, str], Trouble]], ...] = (
    ((aiohttp.ClientConnectorCertificateError,), _certificate_trouble),
    ((aiohttp.ClientHttpProxyError, aiohttp.ClientProxyConnectionError), _proxy_trouble),
    ((aiohttp.ClientSSLError, ssl.SSLError), _handshake_trouble),
    ((aiohttp.InvalidURL, aiohttp.NonHttpUrlClientError), _always(TroubleKind.BLOCKED, "address")),
    ((aiohttp.ClientConnectorError,), _connector_trouble),
    ((aiohttp.ClientResponseError, http_exceptions.HttpProcessingError), _answer_trouble),
    ((aiohttp.ClientPayloadError,), _always(TroubleKind.PROTOCOL, "truncated")),
    ((TimeoutError,), _always(TroubleKind.TIMEOUT, "")),
    ((aiohttp.ClientError, OSError), _always(TroubleKind.PROTOCOL, "closed")),
)


def lookup_trouble(error: OSError, host: str) -> Trouble:
    """OFFLINE for a name that could not be looked up: ``no-such-host`` or ``dns`` (no answer at all)."""
    unknown = getattr(socket, "EAI_NODATA", socket.EAI_NONAME), socket.EAI_NONAME
    return Trouble(TroubleKind.OFFLINE, host, detail="no-such-host" if error.errno in unknown else "dns")
