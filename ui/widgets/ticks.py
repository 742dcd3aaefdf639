"""Boxes to tick in a tree, as they look everywhere else in the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import icons, theme

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

_SIDE = 15


class TickDelegate(QStyledItemDelegate):
    """Draws the box over Qt's own, whose frame has no contrast in the dark."""

    def paint(  # noqa: D102 - Qt's own
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is not None:
            self._paint_box(painter, option, index, Qt.CheckState(state))

    def _paint_box(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        state: Qt.CheckState,
    ) -> None:
        told = QStyleOptionViewItem(option)
        self.initStyleOption(told, index)
        style = option.widget.style() if option.widget is not None else QApplication.style()
        place = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, told, told.widget)
        side = max(_SIDE, place.width())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(place).center())
        look, is_on = theme.current(), state is not Qt.CheckState.Unchecked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("accent" if is_on else "border_strong"), 1.2))
        painter.setBrush(look.color("accent" if is_on else "surface"))
        painter.drawRoundedRect(box, 3, 3)
        if is_on:
            name = "check-bold" if state is Qt.CheckState.Checked else "minus-bold"
            icons.paint(painter, name, box.adjusted(2.5, 2.5, -2.5, -2.5), "on_accent")
        painter.restore()
