"""Has the program learn and read stored mentions again in the background when it or its words have changed."""

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from ui.bridge import Bridge
    from ui.tasks import Tasks

FIRST_MS = 6_000
"""Time after the start before anything is read: the window comes first."""
AGAIN_MS = 120_000
SOON_MS = 300


class CatchUp(QObject):
    """One reading at a time; stops between two pieces when the window closes."""

    def __init__(self, workers: "Workers", tasks: "Tasks", bridge: "Bridge", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers, self._tasks = workers, tasks
        self._cancel = threading.Event()
        self._is_reading = self._is_wanted = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read)
        bridge.causes_changed.connect(self._soon)

    def start(self) -> None:
        """Read a while after the start, then now and then."""
        self._timer.start(FIRST_MS)

    def stop(self) -> None:
        """Read no more."""
        self._timer.stop()
        self._cancel.set()

    @Slot()
    def _soon(self) -> None:
        self._is_wanted = True
        if not self._is_reading:
            self._timer.start(SOON_MS)

    @Slot()
    def _read(self) -> None:
        from kundenradar.services import learning

        if self._is_reading or self._cancel.is_set():
            return
        self._is_reading, self._is_wanted = True, False
        future = self._workers.outside(learning.catch_up, self._cancel)
        self._tasks.watch(future, self, self._done, self._failed)

    def _done(self, _number: int) -> None:
        self._is_reading = False
        self._timer.start(SOON_MS if self._is_wanted else AGAIN_MS)

    def _failed(self, error: BaseException) -> None:
        self._done(0)
        self._tasks.failed.emit(error)
