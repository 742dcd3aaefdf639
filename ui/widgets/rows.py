"""Lines that lead somewhere: icon, a strong sentence, and what it means."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.cards import Card, Icon, PressArea
from ui.widgets.labels import Label, WrapLabel


class Badge(Label):
    """A word on a filled ground: what must not be overlooked."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, "meta", parent)
        self.setObjectName("badge")
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        tokens = theme.current().tokens
        self.setStyleSheet(
            f"#badge {{ background: {tokens.negative_text}; color: {tokens.surface}; border-radius: 7px; "
            "padding: 1px 8px; font-weight: 600; }"
        )


class LinkRow(PressArea):
    """A row that is pressed as a whole; its words wrap. A `badge` stands filled above them."""

    def __init__(
        self, icon: str, color: str, title: str, detail: str, parent: QWidget | None = None, *, badge: str = ""
    ) -> None:
        super().__init__(parent)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(WrapLabel(title, "strong"))
        if detail:
            words.addWidget(WrapLabel(detail, "second"))
        if badge:
            words.insertWidget(0, Badge(badge), alignment=Qt.AlignmentFlag.AlignLeft)
            words.insertSpacing(1, 3)
            title = f"{badge}: {title}"
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(Icon(icon, color), alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(Icon("caret-right", "text3", 14), alignment=Qt.AlignmentFlag.AlignVCenter)
        self.pass_presses()
        self.setAccessibleName(f"{title}, {detail}" if detail else title)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Ground under the mouse, ring for the keyboard."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_soft"))
            painter.drawRoundedRect(area, 7, 7)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(area, 7, 7)
        painter.end()


def rows_of(card: Card) -> QVBoxLayout:
    """A column for rows at the top of a card."""
    column = QVBoxLayout()
    column.setSpacing(2)
    column.setContentsMargins(0, 0, 0, 0)
    card.column.addLayout(column)
    card.column.addStretch(1)
    return column


def clear_rows(layout: QLayout) -> None:
    """Take every row away."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
