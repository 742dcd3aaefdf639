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
        self._icon = Icon(icon, color)
        self._title = WrapLabel("", "strong")
        self._words = QVBoxLayout()
        self._words.setSpacing(1)
        self._words.addWidget(self._title)
        self._said: tuple[str, str, str, str, str, bool] | None = None
        self._below: QHBoxLayout | None = None
        self._badge: Badge | None = None
        self._brief: ElidedLabel | None = None
        self._whole: WrapLabel | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(_ROW_SIDE, 6, _ROW_SIDE, 6)
        row.setSpacing(12)
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words, 1)
        row.addWidget(Icon("caret-right", "text3", 14), alignment=Qt.AlignmentFlag.AlignVCenter)
        self.say(icon, color, title, detail, badge=badge, is_brief=is_brief)

    def say(self, icon: str, color: str, title: str, detail: str, *, badge: str = "", is_brief: bool = False) -> None:
        """Other words in the same row: cheaper than another row, and whoever stands on it stays there."""
        said = (icon, color, title, detail, badge, is_brief)
        if said == self._said:
            return
        self._said = said
        self._icon.show_as(icon, color)
        self._title.setText(title)
        below = self._below_title() if badge or detail else None
        if below is not None:
            below.setContentsMargins(0, 2 if badge else 0, 0, 0)
        if below is not None and badge and self._badge is None:
            self._badge = Badge(badge)
            below.insertWidget(0, self._badge)
        if below is not None and detail and is_brief and self._brief is None:
            self._brief = ElidedLabel("", "second")
            below.addWidget(self._brief, 1)
        if below is not None and detail and not is_brief and self._whole is None:
            self._whole = WrapLabel("", "second")
            below.addWidget(self._whole, 1)
        for label, words in (
            (self._badge, badge),
            (self._brief, detail if is_brief else ""),
            (self._whole, "" if is_brief else detail),
        ):
            if label is not None:
                label.setText(words)
                label.setVisible(bool(words))
        self.pass_presses()
        title = f"{badge}: {title}" if badge else title
        self.setAccessibleName(f"{title}, {detail}" if detail else title)
        self._tell_cut()
        self.updateGeometry()

    def _below_title(self) -> QHBoxLayout:
        if self._below is None:
            self._below = QHBoxLayout()
            self._below.setSpacing(8)
            self._words.addLayout(self._below)
        return self._below

    def _tell_cut(self) -> None:
        """What is cut short is told under the mouse."""
        is_cut = self._brief is not None and bool(self._brief.text()) and self._brief.is_elided
        self.setToolTip(self._brief.text() if self._brief is not None and is_cut else "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What is cut short is told under the mouse."""
        super().resizeEvent(event)
        self._tell_cut()

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
