"""Politeness: how many requests at once, how soon after another, and who asked us to wait."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind

MOST_HERE = 128
"""Most requests under way to this very computer: no line is shared with others, no stranger's server is burdened."""


@dataclass(slots=True)
class _Lane:
    """The queue in front of one host."""

    slots: asyncio.Semaphore
    next_start: float = 0.0


@dataclass(frozen=True, slots=True)
class _Hold:
    until: float
    status: int


class Pace:
    """Hands out turns; lives on the network thread's loop.

    Args:
        total: Most requests under way, those to this computer not counted.
        per_host: Most requests under way to one host.
        pause_s: Least time between two starts at one host.
        clock: Monotonic seconds.
    """

    def __init__(self, total: int, per_host: int, pause_s: float, clock: Callable[[], float]) -> None:
        self._total = asyncio.Semaphore(total)
        self._here = asyncio.Semaphore(MOST_HERE)
        self._per_host = per_host
        self._pause_s = pause_s
        self._clock = clock
        self._lanes: dict[str, _Lane] = {}
        self._holds: dict[str, _Hold] = {}

    @asynccontextmanager
    async def turn(self, host: str, hold_key: str, *, polite: bool) -> AsyncIterator[None]:
        """Wait for our turn at `host`.

        Args:
            host: Canonical host.
            hold_key: Under which `hold` was called.
            polite: False for this very computer: no lane, no pause, a limit of its own.

        Raises:
            OutsideError: RATE_LIMITED at once, if the server asked us to wait.
        """
        self._check(hold_key, host)
        if not polite:
            async with self._here:
                yield
            return
        lane = self._lanes.get(host)
        if lane is None:
            lane = self._lanes[host] = _Lane(asyncio.Semaphore(self._per_host))
        async with lane.slots:
            self._check(hold_key, host)
            now = self._clock()
            start = max(now, lane.next_start)
            lane.next_start = start + self._pause_s
            if start > now:
                await asyncio.sleep(start - now)
                self._check(hold_key, host)
            async with self._total:
                yield

    def hold(self, hold_key: str, seconds: float, status: int) -> None:
        """Ask nothing more for `seconds`."""
        if seconds > 0:
            self._holds[hold_key] = _Hold(self._clock() + seconds, status)

    def _check(self, hold_key: str, host: str) -> None:
        hold = self._holds.get(hold_key)
        if hold is None:
            return
        left = hold.until - self._clock()
        if left <= 0:
            del self._holds[hold_key]
            return
        raise OutsideError(
            Trouble(TroubleKind.RATE_LIMITED, host=host, status=hold.status, retry_after_s=left, detail="held")
        )
