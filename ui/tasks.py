"""Brings the results of futures to the GUI thread, and long work there a part at a time."""

import itertools
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from typing import Any, NamedTuple, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

TURN_MS = 15
"""Between two parts of one answer: time for keys, mouse and painting."""

T = TypeVar("T")


class _Watch(NamedTuple):
    future: Future[Any]
    owner: QObject
    done: Callable[[Any], None] | None
    failed: Callable[[BaseException], None] | None


class Tasks(QObject):
    """Futures under watch; calls back on the thread it was made in, never into a widget that is gone.

    Attributes:
        failed: A failure nobody else takes (object: the exception).
        idle: The last future under watch has been dealt with.
    """

    failed = Signal(object)
    idle = Signal()
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tokens = itertools.count()
        self._watches: dict[int, _Watch] = {}
        self._lock = threading.Lock()
        self._stopped = False
        self._steps: dict[tuple[int, str], tuple[QObject, Callable[[], None]]] = {}
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(TURN_MS)
        self._turn.timeout.connect(self._take_turn)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def pending(self) -> int:
        """Futures whose results were not delivered yet, and parts that wait for their turn."""
        return len(self._watches) + len(self._steps)

    def watch(
        self,
        future: Future[T],
        owner: QObject,
        done: Callable[[T], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Call `done` with the result, or `failed` with the exception, on the GUI thread.

        A cancelled future calls nobody. Without `failed` the exception goes out through the
        signal of that name, which the window shows in its message bar.

        Args:
            future: What is under way.
            owner: The widget that asked; once it is deleted nothing is called.
            done: Takes the result; None if only failures matter.
            failed: Takes the exception.
        """
        token = next(self._tokens)
        self._watches[token] = _Watch(future, owner, done, failed)
        future.add_done_callback(lambda _future: self._announce(token))

    def in_turn(self, owner: QObject, name: str, step: Callable[[], None]) -> None:
        """Call `step` later on this thread, alone in its turn, after those that wait already.

        Args:
            owner: Who asks; once it is deleted nothing is called.
            name: A later step of the same owner and name takes the place of one that still waits.
            step: Does a part that takes some milliseconds.
        """
        self._steps[id(owner), name] = (owner, step)
        if not self._turn.isActive():
            self._turn.start()

    def drop_turns(self, owner: QObject) -> None:
        """Forget what an owner still has waiting."""
        self._steps = {key: step for key, step in self._steps.items() if key[0] != id(owner)}

    def stop(self) -> None:
        """Call nobody back from now on."""
        with self._lock:
            self._stopped = True
        self._turn.stop()
        self._steps.clear()
        self._watches.clear()

    def _announce(self, token: int) -> None:
        """Runs in whatever thread finished the future."""
        with self._lock:
            if not self._stopped:
                with suppress(RuntimeError):  # the QObject may be gone while the program ends
                    self._finished.emit(token)

    @Slot()
    def _take_turn(self) -> None:
        if not self._steps:
            return
        owner, step = self._steps.pop(next(iter(self._steps)))
        if self._steps:
            self._turn.start()
        if shiboken6.isValid(owner):
            step()
        if not self.pending:
            self.idle.emit()

    @Slot(object)
    def _deliver(self, token: int) -> None:
        watch = self._watches.pop(token, None)
        if watch is None:
            return
        try:
            if shiboken6.isValid(watch.owner):
                self._call(watch)
        finally:
            if not self.pending:
                self.idle.emit()

    def _call(self, watch: _Watch) -> None:
        try:
            result = watch.future.result(timeout=0)
        except CancelledError:
            return
        except BaseException as error:  # noqa: BLE001 - a future's failure is a value here, handed on
            (watch.failed or self.failed.emit)(error)
            return
        if watch.done is not None:
            watch.done(result)
