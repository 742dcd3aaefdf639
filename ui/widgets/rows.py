"""Lines that lead somewhere: icon, a strong sentence, and what it means."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.cards import Card, Icon, PressArea
from ui.widgets.labels import ElidedLabel, Label, WrapLabel

_ROW_SIDE = 8
"""Pixels of a row's ring and ground beside its words."""


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
            "padding: 0 7px; font-weight: 600; }"
        )


class LinkRow(PressArea):
    """A row that is pressed as a whole; its words wrap.

    Args:
        icon: Phosphor name.
        color: Token of its colour.
        title: A strong sentence.
        detail: What it means, or empty.
        parent: Widget it belongs to.
        badge: A word that stands filled before the detail.
        is_brief: The detail has one line; what does not fit is told under the mouse.
    """

    def __init__(
        self,
        icon: str,
        color: str,
        title: str,
        detail: str,
        parent: QWidget | None = None,
        *,
        badge: str = "",
        is_brief: bool = False,
    ) -> None:
        super().__init__(parent)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(WrapLabel(title, "strong"))
        self._brief = ElidedLabel(detail, "second") if is_brief and detail else None
        if badge or detail:
            below = QHBoxLayout()
            below.setSpacing(8)
            if badge:
                below.addWidget(Badge(badge))
            below.addWidget(self._brief or WrapLabel(detail, "second"), 1)
            words.addSpacing(2 if badge else 0)
            words.addLayout(below)
        title = f"{badge}: {title}" if badge else title
        row = QHBoxLayout(self)
        row.setContentsMargins(_ROW_SIDE, 6, _ROW_SIDE, 6)
        row.setSpacing(12)
        row.addWidget(Icon(icon, color), alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(Icon("caret-right", "text3", 14), alignment=Qt.AlignmentFlag.AlignVCenter)
        self.pass_presses()
        self.setAccessibleName(f"{title}, {detail}" if detail else title)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What is cut short is told under the mouse."""
        super().resizeEvent(event)
        if self._brief is not None:
            self.setToolTip(self._brief.text() if self._brief.is_elided else "")

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


def rows_of(card: Card, note: WrapLabel | None = None) -> QVBoxLayout:
    """A column for rows at the top of a card, below a `note`; icons stand below the title, rings reach further."""
    sides = card.column.contentsMargins()
    card.column.setContentsMargins(sides.left() - _ROW_SIDE, sides.top(), sides.right() - _ROW_SIDE, 12)
    if card.head is not None:
        card.head.setContentsMargins(_ROW_SIDE, 0, _ROW_SIDE, 0)
    if note is not None:
        inset = QHBoxLayout()
        inset.setContentsMargins(_ROW_SIDE, 0, _ROW_SIDE, 0)
        inset.addWidget(note)
        card.column.addLayout(inset)
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


def calm_row(text: str) -> QWidget:
    """What stands where there are no rows."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(_ROW_SIDE, 6, _ROW_SIDE, 6)
    row.addWidget(WrapLabel(text, "second"), 1)
    return holder
