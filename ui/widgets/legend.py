"""Which colour means what: a swatch beside each word."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import Label


class Swatch(QWidget):
    """A small square in the colour of a token."""

    def __init__(self, token: str = "", side: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.token = token
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the square, if it has a colour."""
        if not self.token:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().color(self.token))
        painter.drawRoundedRect(QRectF(self.rect()), 2.5, 2.5)
        painter.end()


class Legend(QWidget):
    """Pairs of swatch and word in a row."""

    def __init__(self, pairs: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Build it from words and tokens."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for words, token in pairs:
            row.addWidget(Swatch(token))
            row.addWidget(Label(words, "meta"))
            row.addSpacing(8)
