"""Why nothing comes in: the cause behind several attempts to reach somebody."""

from collections.abc import Sequence
from enum import StrEnum

from kundenradar.domain.errors import Trouble, TroubleKind

MAX_SKEW_S = 300
_CLOCK_FAULTS = frozenset({"expired", "not-yet-valid"})
_UNKNOWN_ISSUER = frozenset({"unknown-ca", "self-signed", "certificate"})


class Obstacle(StrEnum):
    """What stands between this computer and its sources."""

    NONE = "none"
    NO_NETWORK = "no-network"
    DNS = "dns"
    PROXY = "proxy"
    PROXY_LOGIN = "proxy-login"
    PROXY_SCRIPT = "proxy-script"
    INSPECTION = "inspection"  # somebody reads encrypted connections, with a root nobody told this system of
    CLOCK = "clock"
    PORTAL = "portal"
    SOURCE = "source"  # the way out is free; the trouble is that of a source


_TELLING = (Obstacle.PORTAL, Obstacle.PROXY_LOGIN, Obstacle.PROXY, Obstacle.CLOCK, Obstacle.INSPECTION)


def obstacle_of(
    outcomes: Sequence[Trouble | None], *, has_route: bool, has_script: bool = False, skew_s: float | None = None
) -> Obstacle:
    """The cause that explains all attempts.

    Args:
        outcomes: One per host asked; None if it answered as it should.
        has_route: Whether the system knows a way out.
        has_script: Whether the system finds its proxy by a script we cannot run.
        skew_s: Our clock minus a server's, if one told its time.
    """
    if skew_s is not None and abs(skew_s) > MAX_SKEW_S:
        return Obstacle.CLOCK
    troubles = [trouble for trouble in outcomes if trouble is not None]
    if not troubles:
        return Obstacle.NONE if outcomes or has_route else Obstacle.NO_NETWORK
    found = {_obstacle_of_one(trouble, alone=len(outcomes) == 1) for trouble in troubles}
    if len(troubles) < len(outcomes):
        return next((one for one in (Obstacle.PORTAL, Obstacle.PROXY_LOGIN) if one in found), Obstacle.SOURCE)
    if found <= {Obstacle.DNS, Obstacle.NO_NETWORK}:
        return _way_out(found, has_route=has_route, has_script=has_script)
    return next((one for one in _TELLING if one in found), Obstacle.SOURCE)


def _way_out(found: set[Obstacle], *, has_route: bool, has_script: bool) -> Obstacle:
    """The obstacle where nobody was reached at all."""
    if not has_route:
        return Obstacle.NO_NETWORK
    if has_script:
        return Obstacle.PROXY_SCRIPT
    return Obstacle.DNS if Obstacle.DNS in found else Obstacle.SOURCE


def _obstacle_of_one(trouble: Trouble, *, alone: bool) -> Obstacle:
    match trouble.kind:
        case TroubleKind.PROXY:
            return Obstacle.PROXY_LOGIN if trouble.detail == "login" else Obstacle.PROXY
        case TroubleKind.TLS if trouble.detail in _CLOCK_FAULTS:
            return Obstacle.CLOCK
        case TroubleKind.TLS if trouble.detail in _UNKNOWN_ISSUER:
            return Obstacle.INSPECTION
        case TroubleKind.NOT_A_FEED if trouble.detail == "captive-portal":
            return Obstacle.PORTAL
        case TroubleKind.OFFLINE if trouble.detail == "no-such-host" and alone:
            return Obstacle.NO_NETWORK  # one unknown name is no fault of the name service
        case TroubleKind.OFFLINE:
            return Obstacle.DNS if trouble.detail in {"dns", "no-such-host"} else Obstacle.NO_NETWORK
        case TroubleKind.TIMEOUT:
            return Obstacle.NO_NETWORK
        case _:
            return Obstacle.SOURCE
