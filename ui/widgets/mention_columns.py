"""The three columns of the mentions: where to look, the list, the text; the first gives way if it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from ui import theme
from ui.widgets.remembered import RememberedSizes

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from ui.widgets.mention_sidebar import MentionSidebar

SIDEBAR_WIDTHS: Final = (212, 264)
LIST_WIDTHS: Final = (368, 480)
"""Least and most pixels at 100 % type; between them the columns grow with the page."""
LEAST_WITH_SIDEBAR: Final = 930
"""In a narrower page (in pixels at 100 % type) the sidebar opens over the list instead of beside it."""
OVER_WIDTH: Final = 280


class MentionColumns(QSplitter):
    """Sidebar, list and text side by side.

    Signals:
        sidebar_hidden: Whether the sidebar must be asked for (True) or stands beside the list.
    """

    sidebar_hidden = Signal(bool)

    def __init__(self, sidebar: MentionSidebar, middle: QWidget, right: QWidget, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sidebar = sidebar
        self._is_over = False
        self._is_spread_by_hand = False
        self._sizes = RememberedSizes(self, "mentions/columns")
        self._arranging = QTimer(self)
        self._arranging.setSingleShot(True)
        self._arranging.timeout.connect(self._arrange)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for column in (sidebar, middle, right):
            self.addWidget(column)
        self.setStretchFactor(2, 1)
        self.splitterMoved.connect(self._on_moved)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @property
    def is_sidebar_over(self) -> bool:
        """Whether the sidebar lies over the list now."""
        return self._is_over

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for the sidebar beside the list."""
        return self.width() < theme.current().scaled(LEAST_WITH_SIDEBAR)

    @Slot()
    def toggle_sidebar(self) -> None:
        """Show or hide the sidebar."""
        if not self.is_narrow:
            self._sidebar.setVisible(self._sidebar.isHidden())
            self.sidebar_hidden.emit(self._sidebar.isHidden())
        elif self._is_over:
            self.hide_over()
        else:
            self._show_over()

    def _show_over(self) -> None:
        self._is_over = True
        self._sidebar.setParent(self.parentWidget())
        width = min(theme.current().scaled(OVER_WIDTH), self.width())
        self._sidebar.setGeometry(self.x(), self.y(), width, self.height())
        self._sidebar.show()
        self._sidebar.raise_()
        self._sidebar.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def hide_over(self) -> None:
        """Put the sidebar that lies over the list away."""
        if self._is_over:
            self._is_over = False
            self._sidebar.hide()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Who goes elsewhere does not need the sidebar any more."""
        if self._is_over and now is not None and not self._sidebar.isAncestorOf(now):
            self.hide_over()

    @Slot()
    def _arrange(self) -> None:
        """Sidebar beside the list, or out of the way."""
        is_beside = self.indexOf(self._sidebar) >= 0
        if self.is_narrow and is_beside:
            self._sidebar.setParent(self.parentWidget())
            self._sidebar.hide()
            self.sidebar_hidden.emit(True)
        elif not self.is_narrow and not is_beside:
            self._is_over = False
            self.insertWidget(0, self._sidebar)
            self._sidebar.show()
            self.sidebar_hidden.emit(False)
        else:
            self.hide_over()
        if self._is_spread_by_hand:
            return
        if self.isVisible() and self._sizes.restore():
            self._is_spread_by_hand = True
        else:
            self._spread()

    def _spread(self) -> None:
        """Widths of the columns; what is left is for the text."""
        shares = [(LIST_WIDTHS, 0.27)]
        if self.indexOf(self._sidebar) >= 0:
            shares.insert(0, (SIDEBAR_WIDTHS, 0.14))
        scaled = theme.current().scaled
        widths = [max(scaled(least), min(scaled(most), int(self.width() * share))) for (least, most), share in shares]
        self.setSizes([*widths, max(1, self.width() - sum(widths))])

    @Slot()
    def _on_moved(self) -> None:
        self._is_spread_by_hand = True

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Make room."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """The widths of last time are known once there is a window."""
        super().showEvent(event)
        self._arranging.start()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Follow the size of type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_arranging"):
            self._arranging.start()  # later: Qt is walking through all widgets now
