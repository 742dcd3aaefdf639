"""The list of sources: name, kind and health in two lines."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kundenradar.domain.sources import Source, SourceId
from ui import formats, icons, theme
from ui.models.sources import SourceListModel, SourceRole, line_look, state_line
from ui.models.words import KIND_ICONS

_SIDE, _UPPER, _BETWEEN = 14, 10, 3


class _SourceDelegate(QStyledItemDelegate):
    def sizeHint(  # noqa: N802 - Qt's name
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's signature
    ) -> QSize:
        look = theme.current()
        lines = QFontMetrics(look.font(semibold=True)).height() + QFontMetrics(look.font("meta")).height()
        return QSize(look.scaled(220), lines + 2 * _UPPER + _BETWEEN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        source = index.data(SourceRole)
        model = index.model()
        if not isinstance(source, Source) or not isinstance(model, SourceListModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect
        self._paint_ground(painter, option, area)
        self._paint_row(painter, area.adjusted(_SIDE, _UPPER, -_SIDE, -_UPPER), source, model)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        look = theme.current()
        state = option.state
        inner = QRectF(area).adjusted(4, 2, -4, -2)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(look.color("accent_soft"))
            focused = state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(look.color("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(inner, 8, 8)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.color("surface2"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(inner, 8, 8)

    def _paint_row(self, painter: QPainter, area: QRect, source: Source, model: SourceListModel) -> None:
        look = theme.current()
        side = look.scaled(18)
        name_font, meta_font = look.font(semibold=True), look.font("meta")
        name_height, meta_height = QFontMetrics(name_font).height(), QFontMetrics(meta_font).height()
        left = area.left() + side + 10
        number = formats.number(source.mentions)
        number_width = QFontMetrics(meta_font).horizontalAdvance(number)
        first = QRect(left, area.top(), area.right() - left - number_width - 8, name_height)
        icons.paint(painter, KIND_ICONS[source.kind], QRect(area.left(), area.top(), side, name_height), "text2")
        painter.setFont(name_font)
        painter.setPen(look.color("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(first, middle, QFontMetrics(name_font).elidedText(source.name, elide, first.width()))
        painter.setFont(meta_font)
        painter.setPen(look.color("text2"))
        painter.drawText(QRect(first.right() + 8, area.top(), number_width + 1, name_height), middle, number)
        sign, color = line_look(source)
        second = QRect(left, area.top() + name_height + _BETWEEN, area.right() - left, meta_height)
        mark = look.scaled(15)
        icons.paint(
            painter,
            sign,
            QRect(left, second.top() + (meta_height - mark) // 2, mark, mark),
            color,
        )
        words = second.adjusted(mark + 6, 0, 0, 0)
        painter.setPen(look.color(color if color != "accent" else "text2"))
        line = QFontMetrics(meta_font).elidedText(state_line(source, model.now), elide, words.width())
        painter.drawText(words, middle, line)


class SourceList(QListView):
    """Sources to choose one from.

    Attributes:
        chosen: Another one is current (SourceId, or None).
        edit_wished: Enter, F2 or a double click.
        removal_wished: Del.
    """

    chosen = Signal(object)
    edit_wished = Signal()
    removal_wished = Signal()

    def __init__(self, model: SourceListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_SourceDelegate(self))
        self.setAccessibleName(self.tr("Quellen"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda _index: self.edit_wished.emit())
        theme.current().changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def current(self) -> Source | None:
        """The chosen source."""
        return self._model.source(self.currentIndex())

    def choose(self, source_id: SourceId) -> None:
        """Make a source the chosen one and bring it into view."""
        row = self._model.row_of(source_id)
        if row is not None:
            self.setCurrentIndex(self._model.index(row))
            self.scrollTo(self.currentIndex())

    def currentChanged(  # noqa: N802 - Qt's name
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell which one is chosen now."""
        super().currentChanged(current, previous)
        source = self._model.source(current)
        self.chosen.emit(source.id if source is not None else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and F2 edit, Del removes."""
        if self.currentIndex().isValid():
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
                self.edit_wished.emit()
                return
            if event.key() == Qt.Key.Key_Delete:
                self.removal_wished.emit()
                return
        super().keyPressEvent(event)
