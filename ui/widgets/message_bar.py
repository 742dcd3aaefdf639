"""A notice above the page that waits for nobody."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.cards import Icon
from ui.widgets.labels import WrapLabel, announce, set_tone

FADE_MS = 8_000
MOST_WIDE = 680
"""Pixels at 100 % type of a notice that lies over a page."""
MARGIN = 24
"""How long a notice of success stands; failures stay until they are closed."""

_ICONS = {
    "bad": ("warning-circle", "negative_text"),
    "warning": ("warning", "warning_text"),
    "good": ("check-circle", "accent"),
    "": ("info", "text2"),
}


class MessageBar(QFrame):
    """One sentence with at most one action; hidden until there is something to say.

    Args:
        stays: The notice tells of a state: it cannot be closed, and goes when `say` or `hide` says so.
    """

    def __init__(self, parent: QWidget | None = None, *, stays: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._stays = stays
        self._pressed: Callable[[], object] | None = None
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(FADE_MS)
        self._fade.timeout.connect(self._fade_out)
        self._icon = Icon("info")
        self._text = WrapLabel()
        self._text.line_characters = 140
        self._action = Button("", "quiet")
        self._action.clicked.connect(self._act)
        self._close = IconButton(self.tr("Hinweis schließen"), "x")
        self._close.clicked.connect(self.hide)
        self._close.setVisible(not stays)
        row = QHBoxLayout(self)
        beside, above = (28, 3) if stays else (16, 8)  # one that stays takes room from the page for good
        row.setContentsMargins(28, above, beside, above)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, tone: str = "", action: str = "", pressed: Callable[[], object] | None = None) -> None:
        """Show a sentence; it replaces the one before.

        Args:
            text: What happened and what helps.
            tone: ``bad``, ``warning``, ``good`` or empty.
            action: Words of the button, or empty for none.
            pressed: Called when the button is pressed; the notice goes away then.
        """
        self._pressed = pressed
        self._text.setText(text)
        self._icon.show_as(*_ICONS[tone])
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(text)
        set_tone(self, tone)
        self.show()
        self._place()
        announce(self, text)
        if tone == "good":
            self._fade.start()
        else:
            self._fade.stop()

    def float_over(self, ground: QWidget) -> None:
        """Lie over `ground` at its upper edge instead of pushing it down."""
        self.setParent(ground)
        self.setProperty("floats", True)
        self.hide()
        ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Keep the place when what it lies over changes its size."""
        if event.type() is QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Words that want another height, once they have their type, get it."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._place()
        return handled

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """In front of everything it lies over."""
        super().showEvent(event)
        self._place()

    def _place(self) -> None:
        ground = self.parentWidget()
        if ground is None or not self.property("floats"):
            return
        room = ground.width() - 2 * MARGIN
        wished = max(self.minimumSizeHint().width(), min(theme.current().scaled(MOST_WIDE), self.sizeHint().width()))
        width = min(room, wished)
        layout = self.layout()
        height = layout.totalHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else -1
        self.setGeometry((ground.width() - width) // 2, 10, width, max(height, self.sizeHint().height()))
        self.raise_()

    @Slot()
    def _fade_out(self) -> None:
        """Good news goes by itself, but not from under the mouse or the keyboard."""
        if self.underMouse() or self._close.hasFocus() or self._action.hasFocus():
            self._fade.start()
        else:
            self.hide()

    @Slot()
    def _act(self) -> None:
        if not self._stays:
            self.hide()
        if self._pressed is not None:
            self._pressed()
