"""Tables of numbers that are read and opened row by row."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

MOST_ROWS = 14
"""Rows a whole table shows without scrolling."""
_ROW_AIR = 10
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowTable(QTableWidget):
    """Words in the first column, numbers right-aligned in the others; return opens the row.

    Args:
        columns: Heads of the columns.
        size: What it asks for in pixels.
        is_whole: Never narrower than its columns, and as high as its rows up to MOST_ROWS; else the first column
            gives way, and the rows scroll.
    """

    def __init__(
        self, columns: Sequence[str], size: QSize, parent: QWidget | None = None, *, is_whole: bool = True
    ) -> None:
        super().__init__(0, len(columns), parent)
        self._size, self._is_whole = size, is_whole
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.verticalHeader().hide()
        for column, words in enumerate(columns):
            self.set_head(column, words)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.verticalHeader().setMinimumSectionSize(1)
        self._space_rows()

    def set_head(self, column: int, words: str) -> None:
        """Name a column."""
        head = QTableWidgetItem(words)
        if column:
            head.setTextAlignment(RIGHT)
        self.setHorizontalHeaderItem(column, head)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows; what does not fit is told whole under the mouse."""
        self.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                if column:
                    item.setTextAlignment(RIGHT)
                else:
                    item.setToolTip(words)
                self.setItem(row, column, item)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No more than the chart it belongs to."""
        return self._size

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for its columns, if it is to stay whole."""
        if not self._is_whole:
            return QSize(self._size.width(), min(120, self._size.height()))
        header = self.horizontalHeader()
        columns = sum(header.sectionSizeHint(column) for column in range(self.columnCount()))
        rows = min(self.rowCount(), MOST_ROWS) * self.verticalHeader().defaultSectionSize()
        high = header.sizeHint().height() + rows + 2 * self.frameWidth()
        return QSize(max(self._size.width(), columns + 60), max(min(120, self._size.height()), high))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Rows grow with the type."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._space_rows()

    def _space_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _ROW_AIR)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return opens the row, everywhere (macOS would edit)."""
        item = self.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            self.itemActivated.emit(item)
        else:
            super().keyPressEvent(event)
