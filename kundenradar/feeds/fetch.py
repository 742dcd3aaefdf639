"""Asks servers for feeds: one background thread that only waits (`Fetcher` of `kundenradar.context`)."""

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.feeds.network import environment_proxy, system_addresses
from kundenradar.feeds.origins import Reach, reach_of

if TYPE_CHECKING:
    import asyncio


log = logging.getLogger("kundenradar.fetch")

USER_AGENT = "Kundenradar/0.1 (+feed reader; desktop; conditional GET; honours Retry-After)"
CLOSE_S = 1.8


def _unchanging() -> object:
    return None


class HttpFetcher:
    """Conditional GETs with limits, over http and https.

    Everything that goes wrong arrives in the future as OutsideError; its Trouble holds a class of failure and a
    host, never an address. Cancelling a future stops its request. The thread and the HTTP library start with the
    first request. May be used from any thread.

    Args:
        total: Most requests under way, those to this computer not counted.
        per_host: Most requests under way to one host; this computer counts as no host.
        pause_s: Seconds between two requests to one host.
        proxy_for: Proxy of an address (``http://[user:password@]host:port``) or None; may block, called in threads
            of its own, never for this computer.
        proxy_state: What the answers of `proxy_for` depend on; they are asked for anew when it differs. Quick.
        addresses_of: IP addresses of a host name; blocks; raises OSError.
        reach_of: How far an IP address is away.
        now: Unix seconds, for servers that do not tell their own time.
        user_agent: What we call ourselves.
    """

    def __init__(
        self,
        *,
        total: int = 24,
        per_host: int = 2,
        pause_s: float = 0.25,
        proxy_for: Callable[[str], str | None] = environment_proxy,
        proxy_state: Callable[[], object] = _unchanging,
        addresses_of: Callable[[str], Sequence[str]] = system_addresses,
        reach_of: Callable[[str], Reach] = reach_of,
        now: Callable[[], float] = time.time,
        user_agent: str = USER_AGENT,
    ) -> None:
        self._options = (total, per_host, pause_s, proxy_for, proxy_state, addresses_of, reach_of, now, user_agent)
        self._lock = threading.Lock()
        self._inbox: list[tuple[FetchRequest, Future[Fetched]]] = []
        self._open: set[Future[Fetched]] = set()
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._closed = False

    def submit(self, request: FetchRequest) -> Future[Fetched]:
        """Ask; the future holds the answer or raises OutsideError. Cancelling it stops the request.

        After `close` the future is cancelled at once.
        """
        future: Future[Fetched] = Future()
        with self._lock:
            if self._closed:
                _cancel(future)
                return future
            self._open.add(future)
            self._inbox.append((request, future))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="fetch", daemon=True)
                self._thread.start()
            elif self._loop is not None and len(self._inbox) == 1:
                self._loop.call_soon_threadsafe(self._take_inbox)
        return future

    def close(self) -> None:
        """Stop everything under way; returns within two seconds. Open futures are cancelled."""
        with self._lock:
            self._closed = True
            thread, loop, stop = self._thread, self._loop, self._stop
            if loop is not None and stop is not None:
                with contextlib.suppress(RuntimeError):  # ended by itself
                    loop.call_soon_threadsafe(stop.set)
        if thread is not None:
            thread.join(CLOSE_S)
        with self._lock:
            left = list(self._open)
        for future in left:
            self._settle(future, None)

    def _run(self) -> None:
        import asyncio

        try:
            asyncio.run(self._main())
        except Exception as error:  # noqa: BLE001  the edge of the thread: who waits must learn of it
            log.error("fetch.thread error=%s", type(error).__name__)  # noqa: TRY400  messages may hold addresses
            with self._lock:
                self._closed = True
                left = list(self._open)
            for future in left:
                self._settle(future, Trouble(TroubleKind.INTERNAL, detail=type(error).__name__))

    async def _main(self) -> None:
        import asyncio

        from kundenradar.feeds.wire import Wire, WireOptions

        self._wire: Wire = Wire(WireOptions(*self._options))
        self._tasks: set[asyncio.Task[None]] = set()
        with self._lock:
            self._loop = asyncio.get_running_loop()
            self._stop = asyncio.Event()
            closed = self._closed
        try:
            if not closed:
                self._take_inbox()
                await self._stop.wait()
            for task in self._tasks:
                task.cancel()
            if self._tasks:
                await asyncio.wait(self._tasks, timeout=CLOSE_S / 2)
        finally:
            await self._wire.close()

    def _take_inbox(self) -> None:
        """Start what was submitted since the last time; on the network thread."""
        assert self._loop is not None  # noqa: S101  narrows the type: set before the first call
        with self._lock:
            asked, self._inbox = self._inbox, []
        for request, future in asked:
            if future.cancelled():
                self._settle(future, None)
                continue
            task = self._loop.create_task(self._serve(request, future))
            self._tasks.add(task)
            task.add_done_callback(partial(self._end, future))
            future.add_done_callback(partial(self._cancel_task, self._loop, task))

    async def _serve(self, request: FetchRequest, future: Future[Fetched]) -> None:
        self._settle(future, await self._wire.fetch(request))

    def _end(self, future: Future[Fetched], task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if task.cancelled():
            self._settle(future, None)

    def _cancel_task(
        self, loop: "asyncio.AbstractEventLoop", task: "asyncio.Task[None]", future: Future[Fetched]
    ) -> None:
        if future.cancelled():
            with contextlib.suppress(RuntimeError):  # the loop has ended, and the task with it
                loop.call_soon_threadsafe(task.cancel)

    def _settle(self, future: Future[Fetched], outcome: Fetched | Trouble | None) -> None:
        """Tell who waits, once."""
        with self._lock:
            if future not in self._open:
                return
            self._open.discard(future)
        if outcome is None:
            _cancel(future)
        elif not future.set_running_or_notify_cancel():
            return
        elif isinstance(outcome, Trouble):
            future.set_exception(OutsideError(outcome))
        else:
            future.set_result(outcome)


def _cancel(future: Future[Fetched]) -> None:
    future.cancel()
    future.set_running_or_notify_cancel()  # wakes `concurrent.futures.wait`
