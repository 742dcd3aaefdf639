"""Arrangements that give way to narrow windows and large type."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui import theme

GAP = 16


def columns_that_fit(
    widths: Sequence[int], stretches: Sequence[int], room: int, gap: int = GAP, most: int | None = None
) -> int:
    """How many equal (or stretched) columns, `most` at most, hold widgets of these minimum widths.

    Rows are filled in order. The answer divides the number of widgets, so that no row stays ragged.
    """
    number = len(widths)
    for columns in range(min(number, most or number), 1, -1):
        if number % columns:
            continue
        free = room - gap * (columns - 1)
        share = sum(stretches[:columns])
        if all(width <= free * stretches[i % columns] / share for i, width in enumerate(widths)):
            return columns
    return 1


class AdaptiveGrid(QWidget):
    """Widgets side by side as long as each has room, else in fewer columns.

    Args:
        widgets: In order of reading.
        stretches: Share of the width of each widget while all stand in one row; equal if empty.
        parent: Widget it belongs to.
        most: Columns at most; None for as many as there are widgets.
    """

    def __init__(
        self,
        widgets: Sequence[QWidget],
        stretches: Sequence[int] = (),
        parent: QWidget | None = None,
        *,
        most: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._most = most
        self._widgets = tuple(widgets)
        self._stretches = tuple(stretches) or (1,) * len(self._widgets)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._arrange(most or len(self._widgets))

    @property
    def columns(self) -> int:
        """Columns now."""
        return self._columns

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as the widest widget, as high as now."""
        widest = max(widget.minimumSizeHint().width() for widget in self._widgets)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the number of columns anew."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Choose anew when a widget wants another size."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return handled

    def _fit(self) -> None:
        widths = [widget.minimumSizeHint().width() for widget in self._widgets]
        self._arrange(columns_that_fit(widths, self._stretches, self.width(), most=self._most))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, place // columns, place % columns)
        for column in range(len(self._widgets)):
            is_used = column < columns
            self._grid.setColumnStretch(column, self._stretches[column] if is_used else 0)
        # A grid keeps minimum widths of columns it no longer uses; equal shares need them at zero.
        self._grid.invalidate()


class Level(QWidget):
    """Nothing to see, as high as another widget: the row it stands in is level with the row of the other."""

    def __init__(self, other: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._other = other
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No width, the height of the other."""
        return QSize(0, self._other.sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same."""
        return self.sizeHint()
