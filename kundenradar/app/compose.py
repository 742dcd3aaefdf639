"""Builds the context from the real parts."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kundenradar.bus import Bus
from kundenradar.context import Context, Digester, Fetcher, SettingsFile
from kundenradar.domain.secrets import Secrets
from kundenradar.domain.sources import Candidate
from kundenradar.log import start_log, stop_log
from kundenradar.paths import Paths, find_paths

if TYPE_CHECKING:
    from kundenradar.credentials import Credentials


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """This moment, aware, UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class LateDiscoverer:
    """Looks for feeds; the readers it needs are imported with the first search, not at start."""

    fetcher: Fetcher

    def discover(self, address: str, secrets: Secrets) -> tuple[Candidate, ...]:
        """See `kundenradar.context.Discoverer`."""
        from kundenradar.feeds.discover import FeedDiscoverer

        return FeedDiscoverer(self.fetcher).discover(address, secrets)


def open_context(
    paths: Paths,
    *,
    bus: Bus | None = None,
    settings: SettingsFile | None = None,
    processes: int = 0,
    fetcher: Fetcher | None = None,
    credentials: "Credentials | None" = None,
) -> Context:
    """The context over one data folder.

    Args:
        paths: The data folder.
        bus: Bus to tell events, a new one if None.
        settings: Preferences already read, read now if None.
        processes: Worker processes; 0 works in a thread of this one.
        fetcher: Who asks servers, if not the real one.
        credentials: Who keeps secrets, if not the keyring of this system.

    Raises:
        DataError: The data cannot be used.
    """
    from kundenradar.app.digest import LocalDigester, ProcessDigester
    from kundenradar.app.samples import SampleAwareFetcher
    from kundenradar.credentials import Credentials
    from kundenradar.feeds.fetch import HttpFetcher
    from kundenradar.services.proxies import ProxyChoice
    from kundenradar.store.database import open_store

    store = open_store(paths.database, paths.copies)
    clock = SystemClock()
    preferences = settings or SettingsFile(paths.settings)
    kept = credentials or Credentials()
    choice = ProxyChoice(preferences, kept)
    real = HttpFetcher(proxy_for=choice, proxy_state=choice.state)
    asked = fetcher if fetcher is not None else SampleAwareFetcher(real, clock)
    digester: Digester = (
        ProcessDigester(processes, database=paths.database) if processes else LocalDigester(paths.database)
    )
    return Context(
        store=store,
        fetcher=asked,
        digester=digester,
        discoverer=LateDiscoverer(asked),
        credentials=kept,
        clock=clock,
        bus=bus or Bus(),
        settings=preferences,
    )


def close_context(ctx: Context) -> None:
    """Stop what runs and let go of the files."""
    ctx.fetcher.close()
    ctx.digester.close()
    ctx.credentials.close()
    ctx.store.close()


@contextlib.contextmanager
def opened(data_dir: Path | None = None, *, processes: int = 0) -> Iterator[Context]:
    """A context for one command.

    Raises:
        DataError: The data cannot be used.
    """
    paths = find_paths(data_dir)
    handler = start_log(paths.log)
    try:
        ctx = open_context(paths, processes=processes)
        try:
            yield ctx
        finally:
            close_context(ctx)
    finally:
        stop_log(handler)
