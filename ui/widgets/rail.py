"""The rail at the left: the one strong colour, and the way to every page."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import formats, icons, theme
from ui.widgets.buttons import one_tab_stop, press_by_return


def paint_logo(painter: QPainter, area: QRectF, color: QColor) -> None:
    """The mark: rings of a radar with its beam, as wide as `area`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.center())
    unit = area.width() / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, unit * 0.15, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for radius, start, length in ((0.9, 62, 318), (0.52, 75, 300)):
        ring = QPainterPath()
        box = QRectF(-unit * radius, -unit * radius, 2 * unit * radius, 2 * unit * radius)
        ring.arcMoveTo(box, start)
        ring.arcTo(box, start, length)
        painter.drawPath(ring)
    painter.drawLine(QPointF(0, 0), QPointF(unit * 0.66, -unit * 0.66))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QPointF(0, 0), unit * 0.17, unit * 0.17)
    painter.restore()


def app_icon() -> QIcon:
    """The program's icon on its own ground, seen on light and dark panels alike."""
    made = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.LIGHT.rail))
        painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.22, side * 0.22)
        paint_logo(painter, QRectF(side * 0.2, side * 0.2, side * 0.6, side * 0.6), QColor("#FFFFFF"))
        painter.end()
        made.addPixmap(picture)
    return made


class _Logo(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.current().scaled(56))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        side = theme.current().scaled(28)
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_logo(painter, area, theme.current().color("rail_strong"))
        painter.end()


_AIR = 10
"""Pixels of its height a button can do without."""


class RailButton(QPushButton):
    """A page in the rail: icon above word, with a small count."""

    def __init__(self, title: str, icon: str, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._icon = icon
        self._badge = 0
        self._shortcut = shortcut
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setToolTip(f"{title} ({shortcut})")
        press_by_return(self)
        self._name()

    @property
    def badge(self) -> int:
        """The count shown, 0 for none."""
        return self._badge

    def set_badge(self, count: int) -> None:
        """Show a count; 0 hides it."""
        if count != self._badge:
            self._badge = count
            self._name()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the word in semi-bold and the icon above it."""
        look = theme.current()
        metrics = QFontMetrics(look.font("meta", semibold=True))
        return QSize(metrics.horizontalAdvance(self.text()) + 16, metrics.height() + look.scaled(22) + look.scaled(24))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Less air where many pages share a low window; the word is never cut."""
        return self.sizeHint() - QSize(0, theme.current().scaled(_AIR))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw ground, icon, word, count and focus ring."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        is_strong = self.isChecked() or self.underMouse() or self.isDown()
        if self.isChecked() or self.underMouse():
            ground = look.color("rail_active")
            ground.setAlphaF(1.0 if self.isChecked() else 0.5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(area, 8, 8)
        color = "rail_strong" if is_strong else "rail_text"
        side = look.scaled(22)
        top = (self.height() - side - look.scaled(5) - painter.fontMetrics().height()) / 2
        picture = QRectF((self.width() - side) / 2, top, side, side)
        icons.paint(painter, self._icon, picture, color)
        painter.setFont(look.font("meta", semibold=self.isChecked()))
        painter.setPen(look.color(color))
        word = QRectF(0, picture.bottom() + look.scaled(3), self.width(), self.height() - picture.bottom())
        painter.drawText(word, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), self.text())
        if self._badge:
            self._paint_badge(painter, picture)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("rail_strong"), 2))
            painter.drawRoundedRect(area, 8, 8)
        painter.end()

    def _paint_badge(self, painter: QPainter, picture: QRectF) -> None:
        look = theme.current()
        text = formats.number(self._badge) if self._badge < 1000 else "999+"
        font = look.font("label", semibold=True)
        font.setPointSizeF(font.pointSizeF() * 0.92)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        height = float(metrics.height())
        width = max(height, metrics.horizontalAdvance(text) + height * 0.75)
        left = min(picture.center().x() + picture.width() * 0.28, self.width() - width - 3)
        pill = QRectF(left, max(3.0, picture.top() - height * 0.35), width, height)
        painter.setPen(QPen(look.color("rail_active" if self.isChecked() else "rail"), 2))
        painter.setBrush(look.color("rail_strong"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(QColor(theme.LIGHT.rail))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)

    def _name(self) -> None:
        counted = f", {formats.number(self._badge)} offen" if self._badge else ""
        self.setAccessibleName(f"{self.text()}{counted}")
        self.setAccessibleDescription(self._shortcut)


class Rail(QFrame):
    """The pages, one of them checked.

    Attributes:
        chosen: A page was asked for (name).
    """

    chosen = Signal(str)

    def __init__(
        self, pages: Sequence[tuple[str, str, str, str]], at_bottom: int = 1, parent: QWidget | None = None
    ) -> None:
        """Build it.

        Args:
            pages: Name, title, icon and shortcut of each page.
            at_bottom: How many of them, from the last, stand at the bottom.
            parent: Widget it belongs to.
        """
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(self.tr("Seiten"))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 10)
        column.setSpacing(4)
        self._logo = _Logo()
        column.addWidget(self._logo)
        for number, (name, title, icon, shortcut) in enumerate(pages):
            if number == len(pages) - at_bottom:
                column.addStretch(1)
            button = RailButton(title, icon, shortcut)
            button.clicked.connect(lambda _checked, name=name: self.chosen.emit(name))
            self._group.addButton(button)
            self._buttons[name] = button
            column.addWidget(button)
        next(iter(self._buttons.values())).setChecked(True)
        one_tab_stop(self._group)
        theme.current().changed.connect(self._fit)
        self._fit()

    def button(self, name: str) -> RailButton:
        """The button of a page."""
        return self._buttons[name]

    def show_current(self, name: str) -> None:
        """Check a page."""
        self._buttons[name].setChecked(True)

    def set_badge(self, name: str, count: int) -> None:
        """Show a count at a page."""
        self._buttons[name].set_badge(count)

    def _fit(self) -> None:
        look = theme.current()
        self._logo.setFixedHeight(look.scaled(56))
        widest = max(button.sizeHint().width() for button in self._buttons.values())
        self.setFixedWidth(max(look.scaled(108), widest + 16))
        for button in self._buttons.values():
            button.updateGeometry()
