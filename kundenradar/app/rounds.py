"""A round of polling in a process of its own, so that the window never shares Python's one lock with it.

Parent and child speak over one pipe in small tuples: a round and its cancelling go down; events, log lines, questions
for a login and the outcome come up. The child opens the same store; SQLite orders the writes of both (ADR 0012).
"""

import contextlib
import logging
import multiprocessing
import os
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from kundenradar.bus import Bus
from kundenradar.context import Context
from kundenradar.credentials import Credentials
from kundenradar.domain.errors import KundenradarError, OutsideError, Trouble, TroubleKind
from kundenradar.domain.secrets import Secrets
from kundenradar.domain.sources import SourceId, is_listened_to
from kundenradar.log import LOGGER_NAME, error_name
from kundenradar.paths import Paths
from kundenradar.services.refresh import RefreshOutcome, refresh
from kundenradar.settings import Settings

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

log = logging.getLogger("kundenradar.rounds")

NICENESS = 10
LOOK_S = 0.1
"""How often a waiting parent looks whether it was told to stop."""
LOGIN_DEADLINE_S = 15.0
END_DEADLINE_S = 3.0


class Wish(Enum):
    """What a round polls, if it does not name its sources."""

    DUE = "due"
    ALL = "all"


Chosen = tuple[SourceId, ...] | Wish


def poll(ctx: Context, chosen: Chosen, cancel: threading.Event) -> RefreshOutcome:
    """Poll what was chosen, in this thread and process; sources somebody named are asked without validators."""
    named = not isinstance(chosen, Wish)
    if chosen is Wish.ALL:
        with ctx.store.read() as tx:
            chosen = tuple(source.id for source in tx.sources.list() if is_listened_to(source))
    return refresh(ctx, None if isinstance(chosen, Wish) else chosen, cancel, forced=named)


# -- the parent's side ---------------------------------------------------------------


class RoundProcess:
    """The process that polls. Started with the first round, let go by `rest`; used from one thread at a time.

    Args:
        paths: The data folder.
        bus: Hears the events of the child as if they had happened here.
        login: Gives the login of a source; the keyring stays with the parent.
        processes: Worker processes of the child.
    """

    def __init__(self, paths: Paths, bus: Bus, login: Callable[[int], Secrets | None], processes: int) -> None:
        self._paths, self._bus, self._login, self._processes = paths, bus, login, processes
        self._lock = threading.Lock()
        self._child: _Child | None = None

    def run(self, chosen: Chosen, settings: Settings, cancel: threading.Event) -> RefreshOutcome:
        """Poll; returns when the last source is stored.

        Raises:
            DataError: The store cannot be used.
            OutsideError: The process was lost on the way; what it had stored stays.
        """
        with self._lock:
            if self._child is None:
                self._child = _start(self._paths, self._processes)
            child = self._child
        try:
            child.pipe.send(("round", chosen, settings))
            return self._follow(child, cancel)
        except (EOFError, OSError) as error:
            log.warning("rounds.lost error=%s", type(error).__name__)
            self._let_go()
            raise OutsideError(Trouble(TroubleKind.INTERNAL, detail="worker-lost")) from error

    def _follow(self, child: "_Child", cancel: threading.Event) -> RefreshOutcome:
        is_told = False
        while True:
            if cancel.is_set() and not is_told:
                child.pipe.send(("cancel",))
                is_told = True
            if not child.pipe.poll(LOOK_S):
                continue
            match child.pipe.recv():
                case ("event", event):
                    self._bus.publish(event)
                case ("log", level, name, line):
                    logging.getLogger(name).log(level, "%s", line)
                case ("login", source_id):
                    child.pipe.send(("login", source_id, self._login(source_id)))
                case ("done", outcome):
                    return outcome  # type: ignore[no-any-return]  # what our own child sent
                case ("failed", error):
                    raise error

    def rest(self) -> None:
        """Let the process go; the next round starts another."""
        self._let_go()

    def close(self) -> None:
        """End the process; returns within seconds."""
        self._let_go()

    def _let_go(self) -> None:
        with self._lock:
            child, self._child = self._child, None
        if child is not None:
            child.end()


@dataclass(frozen=True, slots=True)
class _Child:
    process: multiprocessing.process.BaseProcess
    pipe: "Connection[Any, Any]"

    def end(self) -> None:
        self.pipe.close()  # the child ends when it hears nobody any more
        self.process.join(END_DEADLINE_S)
        if self.process.is_alive():
            self.process.kill()
            self.process.join(END_DEADLINE_S)


def _start(paths: Paths, processes: int) -> _Child:
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    process = spawn.Process(target=_serve, args=(theirs, paths, processes), name="rounds")
    process.start()
    theirs.close()
    return _Child(process, ours)


# -- the child's side ----------------------------------------------------------------


def _serve(pipe: "Connection[Any, Any]", paths: Paths, processes: int) -> None:
    """Do rounds until the parent is gone."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    _Server(pipe, paths, processes).run()
    os._exit(0)  # nothing of ours is left to say goodbye to, and no thread may hold the end up


class _Upward(logging.Handler):
    """Hands log lines to the parent, who owns the file."""

    def __init__(self, tell: Callable[[tuple[Any, ...]], None]) -> None:
        super().__init__()
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        self._tell(("log", record.levelno, record.name, record.getMessage()))


class _ParentsCredentials(Credentials):
    """Asks the parent, who holds the keyring and what it did not take."""

    def __init__(self, ask: Callable[[int], Secrets | None]) -> None:
        super().__init__()
        self._ask_parent = ask

    def get(self, source_id: int) -> Secrets | None:
        return self._ask_parent(source_id)


class _Server:
    def __init__(self, pipe: "Connection[Any, Any]", paths: Paths, processes: int) -> None:
        self._pipe, self._paths, self._processes = pipe, paths, processes
        self._sending = threading.Lock()
        self._asking = threading.Lock()
        self._rounds: queue.SimpleQueue[tuple[Chosen, Settings] | None] = queue.SimpleQueue()
        self._logins: queue.SimpleQueue[tuple[int, Secrets | None]] = queue.SimpleQueue()
        self._cancel = threading.Event()
        self._ctx: Context | None = None

    def run(self) -> None:
        logger = logging.getLogger(LOGGER_NAME)
        logger.setLevel(logging.INFO)
        logger.propagate = False
        logger.addHandler(_Upward(self._tell))
        threading.Thread(target=self._listen, name="pipe", daemon=True).start()
        while (wanted := self._rounds.get()) is not None:
            self._round(*wanted)
        if self._ctx is not None:
            from kundenradar.app.compose import close_context

            close_context(self._ctx)

    def _listen(self) -> None:
        with contextlib.suppress(EOFError, OSError):
            while True:
                match self._pipe.recv():
                    case ("round", chosen, settings):
                        self._cancel.clear()
                        self._rounds.put((chosen, settings))
                    case ("cancel",):
                        self._cancel.set()
                    case ("login", source_id, login):
                        self._logins.put((source_id, login))
        self._cancel.set()
        self._rounds.put(None)
        threading.Event().wait(END_DEADLINE_S - 0.5)
        os._exit(0)  # the round hangs; its transactions are whole or not there

    def _tell(self, message: tuple[Any, ...]) -> None:
        with self._sending, contextlib.suppress(OSError):  # nobody listens any more: the end is near
            self._pipe.send(message)

    def _round(self, chosen: Chosen, settings: Settings) -> None:
        try:
            self._tell(("done", poll(self._context(settings), chosen, self._cancel)))
        except KundenradarError as error:
            self._tell(("failed", error))
        except Exception as error:  # noqa: BLE001 - the edge of the process: the parent is told, the text stays here
            log.error("rounds.bug %s", error_name(error))  # noqa: TRY400 - texts may be in it
            self._tell(("failed", OutsideError(Trouble(TroubleKind.INTERNAL, detail="round"))))

    def _context(self, settings: Settings) -> Context:
        from kundenradar.app.compose import open_context

        if self._ctx is None:
            credentials = _ParentsCredentials(self._login)
            self._ctx = open_context(self._paths, processes=self._processes, credentials=credentials)
            self._ctx.bus.subscribe(lambda event: self._tell(("event", event)))
        self._ctx.settings.current = settings
        return self._ctx

    def _login(self, source_id: int) -> Secrets | None:
        with self._asking, contextlib.suppress(queue.Empty):  # the round and the network thread ask alike
            self._tell(("login", source_id))
            while True:
                asked, login = self._logins.get(timeout=LOGIN_DEADLINE_S)
                if asked == source_id:
                    return login
        return None
