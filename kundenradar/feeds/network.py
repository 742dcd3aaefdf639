"""What this computer knows about the way out: names and proxies. Blocking."""

import socket
from collections.abc import Sequence
from urllib.parse import urlsplit


def system_addresses(host: str) -> Sequence[str]:
    """IP addresses of a host name, best first; blocks.

    Raises:
        OSError: If the name cannot be looked up.
    """
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def environment_proxy(url: str) -> str | None:
    """The proxy that environment or system settings name for an address, or None; may block."""
    from urllib.request import getproxies, proxy_bypass  # late: brings a whole HTTP client

    parts = urlsplit(url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or (parts.hostname and proxy_bypass(parts.hostname)):
        return None
    return proxy
