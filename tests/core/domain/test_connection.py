"""One cause behind several failures."""

from collections.abc import Sequence

import pytest

from kundenradar.domain.connection import Obstacle, obstacle_of
from kundenradar.domain.errors import Trouble, TroubleKind

K = TroubleKind
UNKNOWN, SILENT = Trouble(K.OFFLINE, detail="no-such-host"), Trouble(K.OFFLINE, detail="dns")
REFUSED, PORTAL = Trouble(K.OFFLINE, detail="refused"), Trouble(K.NOT_A_FEED, detail="captive-portal")
INSPECTED, EXPIRED = Trouble(K.TLS, detail="unknown-ca"), Trouble(K.TLS, detail="expired")
DOWN = Trouble(K.SERVER, status=500)


@pytest.mark.parametrize(
    ("outcomes", "options", "obstacle"),
    [
        ([None, None], {}, Obstacle.NONE),
        ([], {}, Obstacle.NONE),
        ([], {"has_route": False}, Obstacle.NO_NETWORK),
        ([UNKNOWN, SILENT, REFUSED], {"has_route": False}, Obstacle.NO_NETWORK),
        ([UNKNOWN, UNKNOWN], {}, Obstacle.DNS),
        ([SILENT], {}, Obstacle.DNS),
        ([UNKNOWN], {}, Obstacle.SOURCE),
        ([UNKNOWN, None], {}, Obstacle.SOURCE),
        ([UNKNOWN, UNKNOWN], {"has_script": True}, Obstacle.PROXY_SCRIPT),
        ([Trouble(K.PROXY, detail="unreachable"), REFUSED], {}, Obstacle.PROXY),
        ([Trouble(K.PROXY, 407, detail="login")], {}, Obstacle.PROXY_LOGIN),
        ([INSPECTED, INSPECTED], {}, Obstacle.INSPECTION),
        ([INSPECTED, None], {}, Obstacle.SOURCE),
        ([EXPIRED, EXPIRED], {}, Obstacle.CLOCK),
        ([None], {"skew_s": -7200.0}, Obstacle.CLOCK),
        ([None], {"skew_s": 20.0}, Obstacle.NONE),
        ([PORTAL, SILENT], {}, Obstacle.PORTAL),
        ([PORTAL, None], {}, Obstacle.PORTAL),
        ([DOWN], {}, Obstacle.SOURCE),
    ],
)
def test_the_cause_is_named(outcomes: Sequence[Trouble | None], options: dict[str, object], obstacle: Obstacle) -> None:
    assert obstacle_of(outcomes, **{"has_route": True} | options) is obstacle  # type: ignore[arg-type]
