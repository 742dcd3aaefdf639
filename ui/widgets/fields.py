"""Fields to choose from: lists, days, moments."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from ui import icons, theme

_COMBO_SIDES = 41
"""Pixels beside the words of a combo box: padding, border and arrow (theme)."""


class ComboBox(QComboBox):
    """A drop-down list with an arrow of the icon set (a style sheet could only take a file)."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        """Build it; `name` is its accessible name if no label is its buddy."""
        super().__init__(parent)
        if name:
            self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the field, words that end in … where there is no room (Qt cuts a letter in two), and the arrow."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.width() - _COMBO_SIDES
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        field = QStylePainter(self)
        field.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        field.end()
        painter = QPainter(self)
        side = min(14, self.height() // 2)
        area = QRectF(self.width() - side - 9, (self.height() - side) / 2, side, side)
        icons.paint(painter, "caret-down-bold", area, "text2" if self.isEnabled() else "border_strong")
        painter.end()


class MomentField(QDateTimeEdit):
    """Day and time, with a calendar to choose from; its arrow is one of the icon set."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("dd.MM.yyyy HH:mm")
        if name:
            self.setAccessibleName(name)
        self.setStyleSheet(
            "QDateTimeEdit::drop-down { border: none; width: 24px; } QDateTimeEdit::down-arrow { image: none; }"
        )

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the other fields."""
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + theme.FIELD_AIR + theme.FIELD_EDGE)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The field, then its arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        area = QRectF(self.width() - 22, (self.height() - 12) / 2, 12, 12)
        icons.paint(painter, "caret-down-bold", area, "text2" if self.isEnabled() else "border_strong")
        painter.end()
