"""Looks for garbage when it costs nothing: Python's own full search stops every thread for 80 to 150 ms."""

import gc
import sys

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_MS = 15_000
NEVER = 1_000_000_000
"""Collections of the middle generation before Python would search everything by itself."""


class GarbageWatch(QObject):
    """Takes the full search for unreachable objects away from Python, which begins it in the midst of a paint.

    What modules brought (hundreds of thousands of objects) stays as long as the program runs: it is set aside, never
    searched again. What is left is searched on a slow timer and takes a few milliseconds.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = gc.get_threshold()
        gc.set_threshold(self._before[0], self._before[1], NEVER)
        self._modules = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Search; where modules were imported since the last time, set aside what is there instead."""
        if len(sys.modules) != self._modules:
            self._modules = len(sys.modules)
            gc.freeze()
        else:
            gc.collect()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.set_threshold(*self._before)
        gc.unfreeze()
