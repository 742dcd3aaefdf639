"""The sheets of the report on screen, painted by the routine that prints them."""

from enum import Enum

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from kundenradar.domain.reports import WeekReport
from kundenradar.services import report_words as words
from ui import theme
from ui.printing.report import Page, lay_out
from ui.printing.sheet import PAGE_HEIGHT, PAGE_WIDTH

LEAST_ZOOM, MOST_ZOOM = 0.25, 3.0
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
_POINT = 96 / 72  # pixels of a point at 100 %
_WIDEST_FIT = 1.0  # fitted to a wide window the sheet is life-size, not larger
_EDGE, _GAP = 24, 20


class Fit(Enum):
    """How the sheets fill the window."""

    WIDTH = "width"
    PAGE = "page"
    NONE = "none"


class ReportPreview(QAbstractScrollArea):
    """Sheets of a report, one below the other or side by side; zooms with Ctrl and wheel, +, − and 0.

    Attributes:
        zoom_changed: The zoom is another (1.0 is life-size at 96 dpi).
    """

    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self._pictures: dict[int, QPixmap] = {}
        self._fit = Fit.WIDTH
        self._zoom = 1.0
        self._has_ring = False
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Vorschau des Wochenberichts"))
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setSingleStep(40)
        theme.current().changed.connect(self.viewport().update)

    @property
    def page_count(self) -> int:
        """Sheets shown."""
        return len(self._pages)

    @property
    def zoom(self) -> float:
        """Zoom in force; 1.0 is life-size at 96 dpi."""
        return self._zoom

    @property
    def fit(self) -> Fit:
        """How the sheets fill the window."""
        return self._fit

    def show_report(self, report: WeekReport | None) -> None:
        """Show a report; the place in it stays if it is the same length, None shows nothing."""
        self._pages = lay_out(report) if report is not None else ()
        self._pictures.clear()
        if report is not None:
            number = self.tr("{count} Seiten").format(count=len(self._pages))
            pages = self.tr("1 Seite") if len(self._pages) == 1 else number
            self.setAccessibleDescription(
                f"{words.week_line(report.week)}, {pages}. {words.summary(report)} "
                + " ".join(f"{card.label}: {card.value}, {card.note}." for card in words.cards(report))
            )
        self._arrange()

    def set_fit(self, fit: Fit) -> None:
        """Fit the sheets to the window from now on, also when it is resized."""
        self._fit = fit
        self._arrange()

    def set_zoom(self, zoom: float) -> None:
        """Show at a fixed zoom."""
        self._fit = Fit.NONE
        self._use(zoom)
        self._arrange()

    def zoom_in(self) -> None:
        """One step larger."""
        self.set_zoom(next((step for step in _STEPS if step > self._zoom * 1.01), MOST_ZOOM))

    def zoom_out(self) -> None:
        """One step smaller."""
        self.set_zoom(next((step for step in reversed(_STEPS) if step < self._zoom * 0.99), LEAST_ZOOM))

    def page_rects(self) -> list[QRect]:
        """Where the sheets lie in the scrolled area, before scrolling, in pixels."""
        size = self._page_size()
        columns = self._columns(size)
        wide = columns * (size.width() + _GAP) - _GAP
        left = max(_EDGE, (self.viewport().width() - wide) // 2)
        across, down = size.width() + _GAP, size.height() + _GAP
        return [
            QRect(QPoint(left + (index % columns) * across, _EDGE + (index // columns) * down), size)
            for index in range(len(self._pages))
        ]

    def _page_size(self) -> QSize:
        return QSize(round(PAGE_WIDTH * _POINT * self._zoom), round(PAGE_HEIGHT * _POINT * self._zoom))

    def _columns(self, size: QSize) -> int:
        if self._fit is Fit.WIDTH:
            return 1
        return max(1, min(len(self._pages), (self.viewport().width() - 2 * _EDGE + _GAP) // (size.width() + _GAP)))

    def _use(self, zoom: float) -> None:
        bounded = max(LEAST_ZOOM, min(MOST_ZOOM, zoom))
        if bounded != self._zoom:
            self._zoom = bounded
            self._pictures.clear()
            self.zoom_changed.emit(bounded)

    def _arrange(self) -> None:
        """Find zoom and scroll ranges for the size of the window."""
        area = self.viewport().size()
        wide = (area.width() - 2 * _EDGE) / (PAGE_WIDTH * _POINT)
        if self._fit is Fit.WIDTH:
            self._use(min(wide, _WIDEST_FIT))
        elif self._fit is Fit.PAGE:
            self._use(min(wide, (area.height() - 2 * _EDGE) / (PAGE_HEIGHT * _POINT)))
        rects = self.page_rects()
        right = max((rect.right() for rect in rects), default=0) + _EDGE
        bottom = max((rect.bottom() for rect in rects), default=0) + _EDGE
        self.horizontalScrollBar().setPageStep(area.width())
        self.verticalScrollBar().setPageStep(area.height())
        self.horizontalScrollBar().setRange(0, max(0, right - area.width()))
        self.verticalScrollBar().setRange(0, max(0, bottom - area.height()))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit again."""
        super().resizeEvent(event)
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Move the picture along."""
        self.viewport().scroll(dx, dy)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what is seen of the sheets, from their kept pictures."""
        painter = QPainter(self.viewport())
        tokens = theme.current().tokens
        painter.fillRect(event.rect(), QColor(tokens.neutral_soft if tokens.name == "light" else tokens.bg))
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        seen = event.rect().adjusted(-4, -4, 4, 4)
        for index, rect in enumerate(self.page_rects()):
            place = rect.translated(-offset)
            if place.intersects(seen):
                painter.drawPixmap(place.topLeft(), self._picture(index))
                painter.setPen(QPen(QColor(tokens.border_strong), 1))
                painter.drawRect(QRectF(place).adjusted(-0.5, -0.5, 0.5, 0.5))
        if self._has_ring and self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _picture(self, index: int) -> QPixmap:
        """A sheet as a picture in the screen's own pixels; the last few are kept."""
        scale = self.devicePixelRatioF()
        kept = self._pictures.get(index)
        if kept is not None and kept.devicePixelRatio() == scale:
            return kept
        size = self._page_size()
        picture = QPixmap(size * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(size.width() / PAGE_WIDTH, size.height() / PAGE_HEIGHT)
        self._pages[index].paint(painter)
        painter.end()
        while len(self._pictures) > 5:
            self._pictures.pop(next(iter(self._pictures)))
        self._pictures[index] = picture
        return picture

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the focus ring where the keyboard brought the focus."""
        super().focusInEvent(event)
        self._has_ring = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hide the focus ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl and wheel zooms, else it scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.set_zoom(self._zoom * (1.1 if event.angleDelta().y() > 0 else 1 / 1.1))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl with +, − and 0 zooms; Home and End go to the first and last sheet."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            match event.key():
                case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                    self.zoom_in()
                    return
                case Qt.Key.Key_Minus:
                    self.zoom_out()
                    return
                case Qt.Key.Key_0:
                    self.set_fit(Fit.WIDTH)
                    return
        bar = self.verticalScrollBar()
        if event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
            return
        super().keyPressEvent(event)
