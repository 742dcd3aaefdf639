"""What the charts share: one plot for life, a cursor for mouse and keyboard, words for screen readers.

pyqtgraph traps handled here (DESKTOP.md 0.3): the grid paints over bars unless the axis lies below
them; the last date vanishes unless there is room for it; a tooltip of Qt does not always appear.
"""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsRectItem, QVBoxLayout, QWidget

from ui import theme
from ui.charts.hover import HoverCard, HoverRow
from ui.widgets.labels import announce

_BEHIND = -30
_GRID = -20
_LABEL_ROOM = 60
"""Pixels a label may stand out beyond its axis: with pyqtgraph's 15 the last date of narrow bars vanishes."""
HEADROOM = 1.04
"""Where the axis ends, in parts of its highest line: exactly at the edge, half of the line would be cut off."""
_ACTIVATION = {
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.WindowActivate,
    QEvent.Type.WindowDeactivate,
}


def cosmetic(color: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen whose width does not follow the scale of the axes."""
    pen = QPen(color, width, style)
    pen.setCosmetic(True)
    return pen


class _Plot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """A plot drawn anew only when something in it changed: a page that comes to the front shows the picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, background=None)
        self._picture = QPixmap()
        self._is_changed = True
        self.scene().changed.connect(self._note_change)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Nothing here looks different in an inactive window; Qt would have all axes drawn anew."""
        return True if event.type() in _ACTIVATION else bool(super().viewportEvent(event))

    @Slot()
    def _note_change(self) -> None:
        self._is_changed = True

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the picture, made new if need be."""
        view = self.viewport()
        ratio = view.devicePixelRatioF()
        size = (QSizeF(view.size()) * ratio).toSize()
        if self._is_changed or self._picture.size() != size or self._picture.devicePixelRatio() != ratio:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self.scene().prepareForPaint()
            self._is_changed = False
            painter = QPainter(self._picture)
            painter.setRenderHints(self.renderHints())
            self.render(painter, QRectF(view.rect()), view.rect())
            painter.end()
        painter = QPainter(view)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


class Chart(QWidget):
    """A plot whose places are numbered from 0, with one place in focus.

    Attributes:
        chosen: A place was clicked, or opened with the return key (index).
        pointed: The cursor stands at another place (index, -1 for none).
    """

    chosen = Signal(int)
    pointed = Signal(int)

    def __init__(self, name: str, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._number = 0
        self._cursor = -1
        self._labels: list[tuple[float, str]] = []
        self._peers: tuple[Chart, ...] = ()
        self._told_room = 0.0
        self._plot_left = 0.0
        self._plot = _Plot(self)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setStyleSheet("background: transparent")  # the card shows through
        # The widget around the plot takes mouse and wheel, so that the page still scrolls.
        self._plot.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._item: Any = self._plot.getPlotItem()
        self._item.setMenuEnabled(False)
        self._item.hideButtons()
        self._item.setMouseEnabled(False, False)
        self._item.disableAutoRange()
        for axis in (self._left, self._bottom):
            axis.setZValue(_GRID)
            axis.setStyle(tickLength=0, tickAlpha=0, hideOverlappingLabels=_LABEL_ROOM, tickTextOffset=7)
        self._left.setPen(QPen(Qt.PenStyle.NoPen))
        # The grid of an axis would cut its first and last label: its own lines do not.
        self._lines = pg.PlotCurveItem(connect="pairs")
        self._lines.setZValue(_GRID)
        self._item.addItem(self._lines, ignoreBounds=True)
        self._band = QGraphicsRectItem()
        self._band.setZValue(_BEHIND)
        self._band.setPen(QPen(Qt.PenStyle.NoPen))
        self._band.hide()
        self._item.addItem(self._band, ignoreBounds=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.addWidget(self._plot)
        self.card = HoverCard(rows, self)
        theme.current().changed.connect(self._follow_theme)

    @property
    def _left(self) -> pg.AxisItem:
        return self._item.getAxis("left")

    @property
    def _bottom(self) -> pg.AxisItem:
        return self._item.getAxis("bottom")

    @property
    def cursor_at(self) -> int:
        """The place in focus, -1 for none."""
        return self._cursor

    @property
    def label_room(self) -> float:
        """Pixels its own widest label of the value axis needs."""
        metrics = QFontMetricsF(theme.current().font("label"))
        return max((metrics.horizontalAdvance(words) for _, words in self._labels), default=20.0)

    @property
    def plot_left(self) -> float:
        """Where the plot begins, in pixels from the left edge."""
        return self._plot_left

    def align_with(self, *peers: "Chart") -> None:
        """Begin as far from the left as charts above and below it: the same day stands below itself."""
        self._peers = peers
        self._lay_out()

    # --- for the kinds of charts ------------------------------------------------------------------

    @abstractmethod
    def _words(self, index: int) -> tuple[str, Sequence[HoverRow]]:
        """Title and rows of the card at a place."""

    @abstractmethod
    def _sentence(self, index: int) -> str:
        """A place as a screen reader says it."""

    @abstractmethod
    def _bottom_ticks(self, width: float, label_width: float) -> list[tuple[int, str]]:
        """Labels below the plot."""

    @abstractmethod
    def _recolor(self) -> None:
        """Take the colours of the theme."""

    def _right_room(self, metrics: QFontMetricsF) -> float:  # noqa: ARG002 - for charts with a second axis
        """Width of what stands right of the plot."""
        return 0.0

    def _px(self, width: float) -> float:
        """Width of a cosmetic pen that is `width` logical pixels wide: Qt counts physical ones."""
        return width * self.devicePixelRatioF()

    def _set_range(self, number: int, low: float, high: float, ticks: list[tuple[float, str]]) -> None:
        """Show `number` places, values from `low` to `high`, and these lines."""
        if number != self._number:
            self._point(-1)
        self._number = number
        self._item.getViewBox().setRange(
            xRange=(-0.6, max(0, number - 1) + 0.6), yRange=(low, high), padding=0, disableAutoRange=True
        )
        self._labels = ticks
        self._left.setTicks([ticks])
        values = np.repeat([value for value, _ in ticks], 2)
        self._lines.setData(np.tile([-0.6, max(0, number - 1) + 0.6], len(ticks)), values)
        self._lay_out()
        if self._cursor >= 0:
            self._point(self._cursor)

    # --- look -------------------------------------------------------------------------------------

    @Slot()
    def _follow_theme(self) -> None:
        look = theme.current()
        font = look.font("label")
        for axis in (self._left, self._bottom):
            axis.setStyle(tickFont=font)
            axis.setTextPen(look.color("text2"))
        self._lines.setPen(cosmetic(look.color("border"), self._px(1)))
        self._bottom.setPen(QPen(look.color("border_strong"), 1))
        ground = look.color("text")
        ground.setAlphaF(0.07)
        self._band.setBrush(ground)
        self._recolor()
        self._lay_out()
        self.update()

    def _lay_out(self) -> None:
        """Room for the widest label of the value axis, and dates that fit."""
        metrics = QFontMetricsF(theme.current().font("label"))
        own = self.label_room
        widest = max(own, *(peer.label_room for peer in self._peers)) if self._peers else own
        self._plot_left = widest + 12
        self._left.setWidth(self._plot_left)
        date_width = metrics.horizontalAdvance("22. Sept.")
        self._item.layout.setContentsMargins(0, metrics.height() / 2, date_width / 2, 0)
        width = max(1.0, self.width() - widest - 16 - date_width / 2 - self._right_room(metrics))
        below = self._bottom_ticks(width, date_width)
        lines = 1 + max((words.count("\n") for _, words in below), default=0)
        self._bottom.setHeight(metrics.height() * lines + 12)
        self._bottom.setTicks([below])
        if own != self._told_room:
            self._told_room = own
            for peer in self._peers:
                peer._lay_out()  # noqa: SLF001 - of its own kind

    def event(self, event: QEvent) -> bool:
        """Another screen may have other pixels."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._follow_theme()
        return super().event(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Given by the place it stands in."""
        return QSize(320, 160)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Given by the place it stands in."""
        return QSize(120, 80)

    # --- cursor -----------------------------------------------------------------------------------

    def _place_of(self, point: QPointF) -> int:
        """The place under a point of this widget, -1 beside all."""
        scene = self._plot.mapToScene(self._plot.mapFrom(self, point.toPoint()))
        box = self._item.getViewBox()
        if not box.sceneBoundingRect().contains(scene):
            return -1
        index = round(box.mapSceneToView(scene).x())
        return index if 0 <= index < self._number else -1

    def _area_of(self, index: int) -> QRect:
        """The strip of a place in this widget."""
        box = self._item.getViewBox()
        low, high = self._item.viewRange()[1]
        corners = [
            self._plot.mapTo(self, self._plot.mapFromScene(box.mapViewToScene(QPointF(x, y))))
            for x, y in ((index - 0.5, high), (index + 0.5, low))
        ]
        return QRect(corners[0], corners[1])

    def _point(self, index: int) -> None:
        is_new = index != self._cursor
        self._cursor = index
        if not 0 <= index < self._number:
            self._cursor = -1
            self._band.hide()
            self.card.hide()
        else:
            low, high = self._item.viewRange()[1]
            self._band.setRect(QRectF(index - 0.5, low, 1.0, high - low))
            self._band.show()
            title, rows = self._words(index)
            self.card.show_at(title, rows, self._area_of(index), self.rect().adjusted(4, 4, -4, -4))
        if is_new:
            self.pointed.emit(self._cursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Point at the place under the mouse."""
        index = self._place_of(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if index >= 0 else Qt.CursorShape.ArrowCursor)
        self._point(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open the place under the mouse."""
        index = self._place_of(event.position())
        if event.button() is Qt.MouseButton.LeftButton and index >= 0:
            self.chosen.emit(index)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Point at nothing, unless the keyboard does."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows, Home and End move the cursor; return opens its place."""
        last = self._number - 1
        steps = {
            Qt.Key.Key_Left: max(0, self._cursor - 1) if self._cursor >= 0 else last,
            Qt.Key.Key_Right: min(self._cursor + 1, last) if self._cursor >= 0 else last,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in steps and self._number:
            self._point(steps[key])
            announce(self, self._sentence(self._cursor))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self._cursor >= 0:
            self.chosen.emit(self._cursor)
        elif key == Qt.Key.Key_Escape and self._cursor >= 0:
            self._point(-1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Start at the newest place."""
        super().focusInEvent(event)
        if self._cursor < 0 and self._number:
            self._point(self._number - 1)
            announce(self, self._sentence(self._cursor))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Point at nothing."""
        super().focusOutEvent(event)
        self._point(-1)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Other dates fit now."""
        super().resizeEvent(event)
        self._lay_out()
        self._point(self._cursor)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The focus ring."""
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().tokens.accent), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()
