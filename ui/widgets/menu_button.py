"""A button that opens a menu and shows it by an arrow of the icon set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCursor, QPainter
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from ui import icons, theme
from ui.widgets.buttons import wants_press

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_ARROW: Final = 11


class _MenuManners(QObject):
    """Keeps a button's menu inside the window, and the button quiet once the menu is closed."""

    def __init__(self, button: QToolButton, menu: QMenu) -> None:
        super().__init__(menu)
        self._button, self._menu = button, menu
        menu.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Before the menu is seen it gets its place; Qt looks at the screen only."""
        if watched is self._menu:
            if event.type() == QEvent.Type.Show:
                self._menu.move(self._place())
            elif event.type() == QEvent.Type.Hide:
                QTimer.singleShot(0, self._button, self._calm)
        return False

    def _place(self) -> QPoint:
        window, button, menu = self._button.window(), self._button, self._menu
        area = QRect(window.mapToGlobal(QPoint(0, 0)), window.size())
        anchor = QRect(button.mapToGlobal(QPoint(0, 0)), button.size())
        left, top = menu.x(), menu.y()
        if left + menu.width() > area.right() + 1:
            left = max(area.left(), anchor.right() + 1 - menu.width())
        if top + menu.height() > area.bottom() + 1 and anchor.top() - menu.height() >= area.top():
            top = anchor.top() - menu.height()
        return QPoint(left, top)

    def _calm(self) -> None:
        """Qt does not tell the button that the mouse went away while the menu was open."""
        button = self._button
        if button.rect().contains(button.mapFromGlobal(QCursor.pos())):
            return
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
        button.update()


def give_menu(button: QToolButton, menu: QMenu) -> None:
    """Let a button open a menu that stays inside the window (set to the right edge where needed)."""
    button.setMenu(menu)
    _MenuManners(button, menu)


def popup_inside(menu: QMenu, widget: QWidget, place: QPoint) -> None:
    """Show a context menu at a place of a widget, moved so far that the window holds it."""
    window = widget.window()
    area = QRect(window.mapToGlobal(QPoint(0, 0)), window.size())
    wished, size = widget.mapToGlobal(place), menu.sizeHint()
    left = max(area.left(), min(wished.x(), area.right() + 1 - size.width()))
    top = max(area.top(), min(wished.y(), area.bottom() + 1 - size.height()))
    menu.popup(QPoint(left, top))


class MenuButton(QToolButton):
    """Words, an icon before them, an arrow behind them.

    Args:
        soft: Token of the ground, or empty for none.
        ink: Token of words and arrow.
        border: Token of the border, or empty for none.
    """

    def __init__(self, parent: QWidget | None = None, *, soft: str = "", ink: str = "text", border: str = "") -> None:
        super().__init__(parent)
        self._soft, self._ink, self._border = soft, ink, border
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def color(self, soft: str, ink: str) -> None:
        """Other colours (names of tokens)."""
        if (soft, ink) != (self._soft, self._ink):
            self._soft, self._ink = soft, ink
            self._restyle()

    @Slot()
    def _restyle(self) -> None:
        look = theme.current()
        tokens = look.tokens
        ground = getattr(tokens, self._soft) if self._soft else "transparent"
        border = getattr(tokens, self._border) if self._border else ground
        ink = getattr(tokens, self._ink)
        side = look.scaled(18)
        self.setIconSize(QSize(side + 6, side))  # Qt leaves too little room before the words
        self.setStyleSheet(
            f"QToolButton {{ background: {ground}; color: {ink}; border: 1px solid {border};"
            " border-radius: 8px; padding: 6px 28px 6px 8px; }"
            f"QToolButton:hover {{ border-color: {tokens.accent}; }}"
            f"QToolButton:focus {{ border: 2px solid {tokens.accent}; padding: 5px 27px 5px 7px; }}"
            f"QToolButton:disabled {{ color: {tokens.text3}; border-color: {tokens.border}; }}"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Return and Down open the menu, as space does; Qt would go to another button by Down."""
        if wants_press(event) or event.key() == Qt.Key.Key_Down:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """The button, then its arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        area = QRectF(self.width() - _ARROW - 10, (self.height() - _ARROW) / 2, _ARROW, _ARROW)
        icons.paint(painter, "caret-down-bold", area, self._ink if self.isEnabled() else "border_strong")
        painter.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """The arrow follows the state."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()
