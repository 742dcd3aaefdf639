"""What this computer knows about the way out: names, proxies, routes. Blocking."""

import contextlib
import ipaddress
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from urllib.parse import quote, urlsplit

ASK_DESKTOP_S = 3.0
DESKTOP_KEPT_S = 60
_ROUTES = ((socket.AF_INET, ("192.0.2.1", 9)), (socket.AF_INET6, ("2001:db8::1", 9)))
_PROXY_ADDRESS = re.compile(r"(?:https?://)?(?:\[[0-9A-Fa-f:.]+\]|[\w.-]+):\d{1,5}/?\Z")


def system_addresses(host: str) -> Sequence[str]:
    """IP addresses of a host name, best first; blocks.

    Raises:
        OSError: If the name cannot be looked up.
    """
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def environment_proxy(url: str) -> str | None:
    """The proxy that environment, system or desktop settings name for an address, or None; may block.

    Exceptions of Windows (ProxyOverride), macOS, GNOME and ``no_proxy`` are heeded.
    """
    from urllib.request import getproxies, proxy_bypass  # late: brings a whole HTTP client

    parts = urlsplit(url)
    host = parts.hostname or ""
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if proxy:
        return None if host and proxy_bypass(host) else proxy
    return _desktop_proxy(parts.scheme, host)


def manual_proxy(url: str, address: str, exceptions: Sequence[str], user: str = "", password: str = "") -> str | None:
    """The proxy somebody entered, for an address; None if the address is excepted or the entry is none.

    Args:
        url: Address to be asked.
        address: ``host:port``, with or without scheme.
        exceptions: See `is_excepted`.
        user: Login of the proxy, or empty.
        password: Its password.
    """
    address = address.strip()
    if not is_proxy_address(address) or is_excepted(urlsplit(url).hostname or "", exceptions):
        return None
    scheme, _, rest = address.rpartition("://")
    login = f"{quote(user, safe='')}:{quote(password, safe='')}@" if user else ""
    return f"{scheme or 'http'}://{login}{rest.rstrip('/')}"


def is_proxy_address(address: str) -> bool:
    """Whether a text can be a proxy: ``proxy.firma.de:8080``."""
    return _PROXY_ADDRESS.fullmatch(address.strip()) is not None


def is_excepted(host: str, exceptions: Sequence[str]) -> bool:
    """Whether a host is asked without the proxy.

    Args:
        host: Name or IP address.
        exceptions: ``*.firma.de``, ``.firma.de``, ``firma.de`` (with everything below it), ``10.0.0.0/8``,
            ``<local>`` (names without a dot), ``*``.
    """
    host = host.lower().strip("[]")
    return any(_meets(host, exception.strip().lower()) for exception in exceptions if exception.strip())


def _meets(host: str, exception: str) -> bool:
    if exception == "<local>":
        return "." not in host and ":" not in host
    with contextlib.suppress(ValueError):
        return ipaddress.ip_address(host) in ipaddress.ip_network(exception, strict=False)
    if "*" in exception or "?" in exception:
        return fnmatchcase(host, exception)
    bare = exception.removeprefix(".")
    return host == bare or host.endswith(f".{bare}")


def _desktop_proxy(scheme: str, host: str) -> str | None:
    """What GNOME's settings name; other desktops on Linux use the environment."""
    if not sys.platform.startswith("linux"):
        return None
    mode, values = _gnome_settings(int(time.monotonic()) // DESKTOP_KEPT_S)
    if mode != "manual" or is_excepted(host, re.findall(r"'([^']*)'", values.get("ignore-hosts", ""))):
        return None
    name, port = values.get(f"{scheme}.host", ""), values.get(f"{scheme}.port", "0")
    return f"http://{name}:{port}" if name and port not in ("", "0") else None


@lru_cache(maxsize=1)
def _gnome_settings(_minute: int) -> tuple[str, dict[str, str]]:
    """Proxy mode and values of GNOME; asked once a minute."""
    program = shutil.which("gsettings")
    if program is None:
        return "", {}
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program of the system, no input of anybody
            [program, "list-recursively", "org.gnome.system.proxy"],
            capture_output=True, text=True, timeout=ASK_DESKTOP_S, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return "", {}
    return read_gnome_settings(done.stdout)


def read_gnome_settings(text: str) -> tuple[str, dict[str, str]]:
    """Mode and values (``https.host``, ``https.port``, ``ignore-hosts``) of what ``gsettings`` prints."""
    values = dict[str, str]()
    for line in text.splitlines():
        schema, _, rest = line.partition(" ")
        key, _, value = rest.partition(" ")
        place = schema.removeprefix("org.gnome.system.proxy").removeprefix(".")
        values[f"{place}.{key}" if place else key] = value.strip().strip("'")
    return values.get("mode", ""), values


def uses_proxy_script() -> bool:
    """Whether this computer finds its proxy by a script (PAC, WPAD), which we cannot run."""
    if sys.platform == "win32":
        return _windows_has_script()
    if sys.platform.startswith("linux"):
        return _gnome_settings(int(time.monotonic()) // DESKTOP_KEPT_S)[0] == "auto"
    return False


def _windows_has_script() -> bool:
    if sys.platform != "win32":
        return False
    import winreg

    place = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings"
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, place) as key:
            return bool(winreg.QueryValueEx(key, "AutoConfigURL")[0])
    except OSError:
        return False


def has_route(connect: Callable[[int, tuple[str, int]], None] | None = None) -> bool:
    """Whether this computer has a way out at all. Nothing is sent: a datagram socket only picks a route.

    Args:
        connect: Picks a route to an address of a family; raises OSError if there is none.
    """
    pick = connect or _pick_route
    for family, address in _ROUTES:
        with contextlib.suppress(OSError):
            pick(family, address)
            return True
    return False


def _pick_route(family: int, address: tuple[str, int]) -> None:
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        probe.connect(address)
