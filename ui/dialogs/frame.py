"""What all dialogs share: a title, a column that scrolls where the screen is small, a row of buttons."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import WrapLabel

_MARGIN = 26
LEAD_CHARACTERS = 100
"""Characters of a line of the lead: as wide as the dialog in most of them, it has two lines at most."""
_SCREEN_SHARE = 0.92
_LOOKS = 8
"""How often a dialog that was made to fit looks whether it does: sizes travel one level of widgets at a time."""


def scrolling(inner: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """An area as wide as it is given, that scrolls where `inner` is too high for it."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area


class Frame(QObject):
    """Fills an empty dialog; it is deleted when it closes.

    Attributes:
        body: Column to fill.
        area: What scrolls it, None if it does not scroll.
    """

    def __init__(self, dialog: QDialog, title: str, lead: str = "", width: int = 560, height: int = 0) -> None:
        """Build it.

        Args:
            dialog: The empty dialog.
            title: Of the window, and above the column.
            lead: A sentence below the title, or empty.
            width: At 100 % type, in pixels.
            height: The same, for a column that is as high as it is given and does not scroll; 0: as its content.
        """
        super().__init__(dialog)
        self._dialog = dialog
        dialog.installEventFilter(self)
        self._looks, self._has_grown = 0, False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._complete)
        self._width, self._height = theme.current().scaled(width), theme.current().scaled(height)
        dialog.setWindowTitle(title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        head = QVBoxLayout()
        head.setContentsMargins(_MARGIN, 22, _MARGIN, 10)
        head.setSpacing(4)
        words = WrapLabel(title, "section")
        words.line_characters = 60
        head.addWidget(words)
        if lead:
            text = WrapLabel(lead, "second")
            text.line_characters = LEAD_CHARACTERS
            head.addWidget(text)
            dialog.setAccessibleDescription(lead)
        self._inner = QWidget()
        self._inner.setObjectName("pageBody")
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(_MARGIN, 4, _MARGIN, 8)
        self.body.setSpacing(14)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(_MARGIN, 10, _MARGIN, 20)
        self._foot.setSpacing(10)
        self._head = head
        column = QVBoxLayout(dialog)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        self.area = None if height else scrolling(self._inner)
        column.addWidget(self.area or self._inner, 1)
        column.addLayout(self._foot)

    def set_buttons(self, *buttons: QWidget, left: QWidget | None = None) -> None:
        """Buttons at the right, in the order of reading; `left` stands apart."""
        if left is not None:
            self._foot.addWidget(left)
        self._foot.addStretch(1)
        for button in buttons:
            self._foot.addWidget(button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Sizes are true only when the style sheet has reached all that is shown."""
        if event.type() is QEvent.Type.Show and watched is self._dialog:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """As high as the content needs at the dialog's width, as far as the screen allows."""
        wanted = self._wanted()
        self._dialog.setMinimumWidth(min(wanted.width(), 480))
        self._dialog.resize(wanted)
        if self._dialog.isVisible():
            self._settle()  # what was shown or hidden just now tells its size later

    def _wanted(self) -> QSize:
        """The size by what the content says of itself now."""
        room = self._room()
        width = min(max(self._width, self._foot.minimumSize().width()), room.width())
        self.body.invalidate()
        self.body.activate()
        content = self.body.heightForWidth(width) if self.body.hasHeightForWidth() else self.body.sizeHint().height()
        head = self._head.heightForWidth(width) if self._head.hasHeightForWidth() else self._head.sizeHint().height()
        height = self._height or head + content + self._foot.sizeHint().height()
        return QSize(width, min(height, room.height()))

    def _settle(self) -> None:
        """Look again while styles and layouts travel to what is shown."""
        self._looks, self._has_grown = _LOOKS, False
        self._again.start(0)

    @Slot()
    def _complete(self) -> None:
        """Give what is cut its height, take what is empty, and show where the keyboard is.

        Lines break where they really do, and what is hidden takes no room any more, only some rounds later.
        """
        missing = self.area.verticalScrollBar().maximum() if self.area is not None else 0
        if missing:
            height = min(self._dialog.height() + missing, self._room().height())
            self._dialog.resize(self._dialog.width(), max(height, self._dialog.height()))
            self._has_grown = True
        elif not self._has_grown:
            self._dialog.resize(self._dialog.width(), min(self._dialog.height(), self._wanted().height()))
        focused = self._dialog.focusWidget()
        if self.area is not None and focused is not None and self._inner.isAncestorOf(focused):
            self.area.ensureWidgetVisible(focused)
        self._stay_on_screen()
        self._looks -= 1
        if self._looks > 0:
            self._again.start(0)

    def _stay_on_screen(self) -> None:
        """Move up what has grown below the edge of the screen: its buttons would be out of reach."""
        screen, frame = self._dialog.screen().availableGeometry(), self._dialog.frameGeometry()
        below = frame.bottom() - screen.bottom()
        if below > 0:
            self._dialog.move(frame.left(), max(screen.top(), frame.top() - below))

    def _room(self) -> QSize:
        """The largest a dialog may be: what the screen and its window leave."""
        room = self._dialog.screen().availableSize() * _SCREEN_SHARE
        parent = self._dialog.parentWidget()
        window = parent.window() if parent is not None else None
        if window is not None and window.isVisible():
            room = room.boundedTo(QSize(max(window.width(), 400), max(window.height(), 300)))
        return room
