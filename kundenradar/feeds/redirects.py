"""Where a server may send us, and how far a typed address may lead."""

from urllib.parse import urljoin

from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.feeds.origins import MAX_ADDRESS_CHARS, Address, Reach, blocked, is_ip, is_local_name, parse_address

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
MAX_HOPS = 10


def next_address(current: Address, location: str | None) -> Address:
    """The address a ``Location`` header leads to.

    Raises:
        OutsideError: REDIRECTS if there is none; BLOCKED if it must not be followed: another scheme, a host
            spelled as a disguised number, user information (a password that is not ours to send), too long.
    """
    host = current.origin.host
    location = (location or "").strip()
    if not location:
        raise OutsideError(Trouble(TroubleKind.REDIRECTS, host=host, detail="no-location"))
    if len(location) > MAX_ADDRESS_CHARS:
        raise blocked("too-long", host)
    if "\\" in location.partition("?")[0]:
        raise blocked("backslash", host)  # urljoin would read it as a relative path
    try:
        joined = urljoin(current.url, location)
    except ValueError:
        raise blocked("address", host) from None
    try:
        address = parse_address(joined)
    except OutsideError as error:
        raise blocked(error.trouble.detail, host) from None
    if address.had_user:
        raise blocked("user-in-address", host)
    if address.odd:
        raise blocked("odd-host", host)
    return address


def may_type(host: str, reach: Reach) -> bool:
    """Whether an address the owner typed may be asked.

    The home network is the owner's business. A full Internet name that suddenly means this very computer is
    not what was typed (DNS rebinding).
    """
    if reach is Reach.LOCAL:
        return is_ip(host) or is_local_name(host)
    return reach is not Reach.NOWHERE


def may_lead(typed_host: str, typed_reach: Reach, host: str, reach: Reach) -> bool:
    """Whether a place found through a typed one (a redirect, a link) may be asked.

    Args:
        typed_host: Canonical host the owner typed.
        typed_reach: How far that was away.
        host: Canonical host it leads to.
        reach: How far that is away.
    """
    if reach is Reach.PUBLIC:
        return True
    if reach is Reach.PRIVATE:
        return typed_reach is Reach.PRIVATE
    return reach is Reach.LOCAL and typed_reach is Reach.LOCAL and host == typed_host
