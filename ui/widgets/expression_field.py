"""Where a search expression is written; a mistake is underlined at its place."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from ui import theme


def mistake_format() -> QTextCharFormat:
    """How the place of a mistake looks: a wavy line, so that it does not speak by colour alone."""
    shape = QTextCharFormat()
    shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    shape.setUnderlineColor(theme.current().color("negative_text"))
    return shape


class ExpressionField(QPlainTextEdit):
    """A few lines of an expression.

    Args:
        name: Accessible name.
        lines: How many lines it is high.
    """

    def __init__(self, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._place: tuple[int, int] | None = None
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        theme.current().changed.connect(self._restyle)
        self.textChanged.connect(self.clear_mark)
        self._restyle()

    @property
    def marked(self) -> tuple[int, int] | None:
        """First character and length of what is underlined."""
        return self._place

    def mark(self, position: int, length: int) -> None:
        """Underline the place of a mistake; at the very end, or without a length, the character before."""
        text = self.toPlainText()
        first = min(position, max(0, len(text) - 1))
        self._place = (first, max(1, length))
        self._draw()

    @Slot()
    def clear_mark(self) -> None:
        """Nothing is underlined any more."""
        if self._place is not None:
            self._place = None
            self._draw()

    def _draw(self) -> None:
        marks: list[QTextEdit.ExtraSelection] = []
        if self._place is not None:
            text, (first, length) = self.toPlainText(), self._place
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(qt_place(text, first))
            cursor.setPosition(qt_place(text, first + length), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format = mistake_format()
            marks.append(selection)
        self.setExtraSelections(marks)

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 22)
        self._draw()


def qt_place(text: str, at: int) -> int:
    """A place in `text`, counted in characters, as Qt counts it: in UTF-16 units."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
