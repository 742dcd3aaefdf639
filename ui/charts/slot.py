"""The place of a chart: empty and of the right size until the drawing library is there."""

import functools
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import theme

if TYPE_CHECKING:
    from ui.charts.chart import Chart
    from ui.tasks import Tasks


@functools.cache
def library() -> Future[None]:
    """Imports numpy and pyqtgraph (0.6 to 1.1 s, measured) in a thread, so that the window goes on.

    The import makes no QObject (checked), so the thread does not matter to Qt.
    """
    done: Future[None] = Future()

    def load() -> None:
        try:
            import ui.charts.bars
            import ui.charts.mood
            import ui.charts.pareto  # noqa: F401 - all here, so that nothing is left to import later
        except BaseException as error:  # noqa: BLE001 - the failure goes to whoever watches
            done.set_exception(error)
        else:
            done.set_result(None)

    threading.Thread(target=load, name="charts-import").start()
    return done


class ChartSlot(QWidget):
    """Makes its chart the first time it is seen, and keeps it for its whole life.

    Attributes:
        made: The chart stands in its place (Chart).
        chart: The chart, None before.
    """

    made = Signal(object)

    def __init__(
        self, tasks: "Tasks", factory: Callable[[], "Chart"], height: int, parent: QWidget | None = None
    ) -> None:
        """Keep the place.

        Args:
            tasks: Brings the end of the import to the GUI thread.
            factory: Makes the chart; may import pyqtgraph.
            height: Least height in pixels at 100 % type.
            parent: Widget it belongs to.
        """
        super().__init__(parent)
        self.chart: Chart | None = None
        self._tasks, self._factory, self._height = tasks, factory, height
        self._is_asked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same with and without the chart."""
        look = theme.current()
        return QSize(look.scaled(240), look.scaled(self._height))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same with and without the chart."""
        return self.minimumSizeHint()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the library once."""
        super().showEvent(event)
        if not self._is_asked:
            self._is_asked = True
            self._tasks.watch(library(), self, self._make)

    def _make(self, _none: None) -> None:
        self.chart = self._factory()
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.chart)
        self.made.emit(self.chart)
