"""A row that breaks into several where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets from left to right, in as many rows as they need; rows may be set to the right edge."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = 8,
        row_gap: int = 6,
        to_right: bool = False,
        on_line: bool = False,
    ) -> None:
        """Build it.

        Args:
            parent: Widget it arranges; None if it goes into another layout.
            gap: Pixels between neighbours.
            row_gap: Pixels between rows.
            to_right: Rows end at the right edge.
            on_line: Words of different sizes stand on one line of type; else widgets stand in the middle of their row.
        """
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._row_gap, self._to_right, self._on_line = gap, row_gap, to_right, on_line
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    # Qt's own names

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 (Qt's name)
        """At the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 (None ends Qt's loop)
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 (None ends Qt's loop)
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 (Qt's name)
        """None: it takes the height it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """Narrow means high."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        """Height of all rows at this width; asked dozens of times between two changes."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), is_test=True)
        return self._heights[width]

    def invalidate(self) -> None:
        """A widget has another size, or was shown or hidden."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, area: QRect) -> None:  # noqa: N802 (Qt's name)
        """Place the widgets."""
        super().setGeometry(area)
        self._arrange(area, is_test=False)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Everything in one row."""
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, max((item.sizeHint().height() for item in shown), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 (Qt's name)
        """The widest widget."""
        shown = self._shown()
        return QSize(
            max((item.minimumSize().width() for item in shown), default=0),
            max((item.minimumSize().height() for item in shown), default=0),
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            needed = item.sizeHint().width()
            if rows and used + self._gap + needed <= width:
                rows[-1].append(item)
                used += self._gap + needed
            else:
                rows.append([item])
                used = needed
        return rows

    def _arrange(self, area: QRect, *, is_test: bool) -> int:
        top = area.y()
        for row in self._rows(area.width()):
            above = self._above(row)
            height = max(lead + item.sizeHint().height() for lead, item in zip(above, row, strict=True))
            taken = sum(item.sizeHint().width() for item in row) + self._gap * (len(row) - 1)
            left = area.right() + 1 - taken if self._to_right and taken < area.width() else area.x()
            for lead, item in zip(above, row, strict=True):
                hint = item.sizeHint()
                if not is_test:
                    width = min(hint.width(), area.width())
                    place = QPoint(left, top + (lead if self._on_line else (height - hint.height()) // 2))
                    item.setGeometry(QRect(place, QSize(width, hint.height())))
                left += hint.width() + self._gap
            top += height + self._row_gap
        return max(0, top - area.y() - self._row_gap)

    def _above(self, row: list[QLayoutItem]) -> list[int]:
        """Pixels above each item, so that the words of all stand on one line of type."""
        if not self._on_line:
            return [0] * len(row)
        lines = [_line_of(item) for item in row]
        return [max(lines) - line for line in lines]


def _line_of(item: QLayoutItem) -> int:
    """Where the line of type lies in an item whose words stand in its middle, in pixels from its top."""
    widget, height = item.widget(), item.sizeHint().height()
    if widget is None:
        return height
    metrics = widget.fontMetrics()
    return (height - metrics.height()) // 2 + metrics.ascent()
