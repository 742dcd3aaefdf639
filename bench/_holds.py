"""What held the event loop: an application that measures every delivery, in CPU time of the GUI thread.

Wall time on a machine used by others says more about the others; what a delivery costs in CPU time of its own thread
does not. A paint inside a move inside a click counts once, for the click, and is named as the part it cost most in.
"""

import gc
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from ui.tasks import Tasks, _Watch


@dataclass(slots=True)
class Hold:
    """One delivery from the event loop.

    Attributes:
        name: Class of the receiver and type of the event.
        cpu_ms: CPU time of the GUI thread in milliseconds.
        wall_ms: Milliseconds that passed.
        parts: CPU milliseconds by receiver and event, without what lies inside them.
    """

    name: str
    cpu_ms: float = 0.0
    wall_ms: float = 0.0
    parts: Counter[str] = field(default_factory=Counter)

    def line(self, parts: int = 5) -> str:
        """For people: what, how long, and in what."""
        most = ", ".join(f"{name} {cost:.0f}" for name, cost in self.parts.most_common(parts) if cost >= 1)
        return f"{self.cpu_ms:.0f} ms CPU ({self.wall_ms:.0f} ms) {self.name}: {most}"


class NamedTasks:
    """Which callback took the time of a delivered result; installed for all `Tasks`."""

    def __init__(self, app: "WatchedApplication") -> None:
        self._app, self._call = app, Tasks._call  # noqa: SLF001 - the bench looks inside
        watcher = self

        def call(tasks: Tasks, watch: _Watch) -> None:
            watcher.run(tasks, watch)

        Tasks._call = call  # type: ignore[method-assign]  # noqa: SLF001 - the bench looks inside

    def run(self, tasks: Tasks, watch: _Watch) -> None:
        """Deliver, and note whose callback it was."""
        cpu = time.thread_time()
        self._call(tasks, watch)
        self._app.note(getattr(watch.done, "__qualname__", repr(watch.done)), (time.thread_time() - cpu) * 1000)


class WatchedApplication(QApplication):
    """An application that knows which deliveries took longest.

    Attributes:
        holds: Deliveries of more than a millisecond since `begin`, in order.
        collections: Milliseconds and place of Python's collections of garbage since `begin`, in any thread.
    """

    def __init__(self) -> None:
        super().__init__(["bench"])
        self.holds: list[Hold] = []
        self._stack: list[float] = []
        self._hold: Hold | None = None
        self._gc_began = 0.0
        self.collections: list[tuple[float, str]] = []
        NamedTasks(self)
        gc.callbacks.append(self._on_gc)

    def _on_gc(self, phase: str, info: dict[str, int]) -> None:
        """Python's collector stops whoever allocates, and with the one lock everybody."""
        if phase == "start":
            self._gc_began = time.perf_counter()
            return
        spent = (time.perf_counter() - self._gc_began) * 1000
        if spent >= 1:
            thread = threading.current_thread().name
            self.collections.append((spent, f"gc {info['generation']} in {thread}"))

    def note(self, name: str, cpu_ms: float) -> None:
        """Something the delivery under way did, by name."""
        if self._hold is not None and cpu_ms >= 1:
            self._hold.parts[f"[{name}]"] += cpu_ms

    def begin(self) -> None:
        """Forget what was."""
        self.holds = []
        self.collections = []

    def worst(self) -> Hold:
        """The delivery that took most CPU time since `begin`."""
        return max(self.holds, key=lambda hold: hold.cpu_ms, default=Hold("nothing"))

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Deliver and measure."""
        name = f"{_name(receiver)} {event.type().name}" if isinstance(event, QEvent) else _name(receiver)
        is_first = not self._stack
        if is_first:
            self._hold = Hold(name)
        hold = self._hold
        wall, cpu = time.perf_counter(), time.thread_time()
        self._stack.append(0.0)
        try:
            return super().notify(receiver, event)
        finally:
            spent = (time.thread_time() - cpu) * 1000
            inside = self._stack.pop()
            if self._stack:
                self._stack[-1] += spent
            if hold is not None:
                hold.parts[name] += spent - inside
                if is_first:
                    hold.cpu_ms, hold.wall_ms = spent, (time.perf_counter() - wall) * 1000
                    if spent > 1:
                        self.holds.append(hold)


def _name(receiver: QObject) -> str:
    named = receiver.objectName()
    own = type(receiver).__name__
    return f"{own}#{named}" if named else own
