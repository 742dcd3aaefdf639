"""The running core, as the window holds it: executors over one context.

Everything returns at once with a future. Reads run side by side, what the user does runs
in order on one writer thread, a round of polling has a thread of its own.
"""

import contextlib
import logging
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from kundenradar.app.compose import close_context, open_context
from kundenradar.app.rounds import Chosen, RoundProcess, Wish, poll
from kundenradar.bus import Bus, Handler
from kundenradar.context import Context, Fetcher, SettingsFile
from kundenradar.domain.secrets import Secrets
from kundenradar.domain.sources import SourceId
from kundenradar.log import start_log, stop_log
from kundenradar.paths import Paths, find_paths
from kundenradar.services.refresh import RefreshOutcome
from kundenradar.settings import Settings

log = logging.getLogger("kundenradar.core")

P = ParamSpec("P")
T = TypeVar("T")

READERS = 1
"""More would only share Python's one lock with the window's thread (measured: bench/window)."""
WAITERS = 4
CLOSE_TIMEOUT_S = 5.0
SWITCH_INTERVAL_S = 0.0002
"""A thread that works gives way after this: at Python's 5 ms the window waits 5 ms at every step of a paint."""


class Workers:
    """The core at work. Made by `open_workers`; closed once.

    Attributes:
        paths: The data folder.
        opened: Done when the store is open; fails with DataError if it cannot be used.
    """

    def __init__(self, paths: Paths, *, processes: int, fetcher: Fetcher | None = None) -> None:
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        self.paths = paths
        self._log = start_log(paths.log)
        self._bus = Bus()
        self._settings = SettingsFile(paths.settings)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
        self._waiters = ThreadPoolExecutor(WAITERS, thread_name_prefix="outside")
        self._rounds = ThreadPoolExecutor(1, thread_name_prefix="refresh")
        self._cancel = threading.Event()
        self._round: Future[RefreshOutcome] | None = None
        self._away = RoundProcess(paths, self._bus, self._login, processes) if processes and fetcher is None else None
        self._closing = False
        self.opened: Future[Context] = self._writer.submit(self._open, processes, fetcher)

    def _open(self, processes: int, fetcher: Fetcher | None) -> Context:
        # One is enough here: what is polled is read in the processes of the round.
        digesters = min(processes, 1)
        return open_context(self.paths, bus=self._bus, settings=self._settings, processes=digesters, fetcher=fetcher)

    def _login(self, source_id: int) -> Secrets | None:
        return self.opened.result().credentials.get(source_id)

    @property
    def settings(self) -> Settings:
        """The preferences in force."""
        return self._settings.current

    @property
    def settings_were_set_aside(self) -> bool:
        """Whether the preferences file was unreadable at start and was renamed."""
        return self._settings.set_aside

    def subscribe(self, handler: Handler) -> Callable[[], None]:
        """Call `handler` for every event, in the thread it happens in; returns how to stop."""
        return self._bus.subscribe(handler)

    def read(self, work: Callable[Concatenate[Context, P], T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run a reading use case."""
        return self._readers.submit(lambda: work(self.opened.result(), *args, **kwargs))

    def write(self, work: Callable[Concatenate[Context, P], T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run a short changing use case; they run in the order asked."""
        return self._writer.submit(lambda: work(self.opened.result(), *args, **kwargs))

    def outside(self, work: Callable[Concatenate[Context, P], T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run a use case that may take long or wait for network or keyring."""
        return self._waiters.submit(lambda: work(self.opened.result(), *args, **kwargs))

    @property
    def refreshing(self) -> bool:
        """Whether a round of polling is under way."""
        return self._round is not None and not self._round.done()

    def refresh(self, sources: Sequence[SourceId] | None = None) -> Future[RefreshOutcome] | None:
        """Poll these sources, or all; None if a round is under way already."""
        return self._start_round(Wish.ALL if sources is None else tuple(sources))

    def refresh_due(self) -> Future[RefreshOutcome] | None:
        """Poll what is due; None if a round is under way already."""
        return self._start_round(Wish.DUE)

    def _start_round(self, chosen: Chosen) -> Future[RefreshOutcome] | None:
        if self.refreshing or self._closing:
            return None
        self._cancel = threading.Event()
        self._round = self._rounds.submit(self._poll, chosen, self._cancel)
        return self._round

    def _poll(self, chosen: Chosen, cancel: threading.Event) -> RefreshOutcome:
        ctx = self.opened.result()
        outcome = poll(ctx, chosen, cancel) if self._away is None else self._away.run(chosen, self.settings, cancel)
        log.info("refresh.done sources=%d new=%d ms=%d", len(outcome.results), outcome.new, outcome.ms)
        return outcome

    def rest(self) -> None:
        """Give back what a round needed; called when nothing has happened for a while."""
        if self.opened.done() and self.opened.exception() is None:
            rest = getattr(self.opened.result().digester, "rest", None)
            if rest is not None and not self.refreshing:
                rest()
            if self._away is not None and not self.refreshing and not self._closing:
                self._rounds.submit(self._away.rest)

    def cancel_refresh(self) -> None:
        """Stop the round under way; what is stored stays."""
        self._cancel.set()

    def close(self) -> None:
        """Finish what the user did, stop everything else; returns within seconds."""
        self._closing = True
        self._cancel.set()
        for pool in (self._rounds, self._waiters, self._readers):
            pool.shutdown(wait=False, cancel_futures=True)
        with contextlib.suppress(Exception):  # a store that never opened was reported already
            ctx = self.opened.result(timeout=CLOSE_TIMEOUT_S)
            ctx.fetcher.close()
            if self._round is not None:
                with contextlib.suppress(Exception):
                    self._round.result(timeout=CLOSE_TIMEOUT_S)
            self._writer.shutdown(wait=True)
            close_context(ctx)
        if self._away is not None:
            self._away.close()
        self._writer.shutdown(wait=False)
        stop_log(self._log)


def open_workers(data_dir: Path | None = None, *, processes: int = 2, fetcher: Fetcher | None = None) -> Workers:
    """The core over a data folder; returns at once, the store opens in the background."""
    return Workers(find_paths(data_dir), processes=processes, fetcher=fetcher)
