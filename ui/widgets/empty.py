"""What stands where there is nothing yet: why, and what to do next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.cards import Icon
from ui.widgets.labels import Label, WrapLabel


class EmptyState(QWidget):
    """An icon, a sentence that says what is missing, one that says what helps, and buttons."""

    def __init__(self, icon: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title = Label(title, "section")
        self._text = WrapLabel(text, "second")
        self._text.setAlignment(middle)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addLayout(self._buttons)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(Icon(icon, "text3", 44), alignment=middle)
        column.addWidget(self._title, alignment=middle)
        column.addWidget(self._text)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(2)
        self._name()

    def add_button(self, text: str, pressed: Callable[[], object], kind: str = "", icon: str = "") -> Button:
        """A way out; the first one should be the primary."""
        button = Button(text, kind, icon)
        button.clicked.connect(lambda _checked: pressed())
        self._buttons.addWidget(button)
        return button

    def focus_first(self) -> None:
        """Bring the keyboard to the first button that is offered."""
        button = next((one for one in self.findChildren(Button) if one.isVisible()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say(self, title: str, text: str) -> None:
        """Other words."""
        self._title.setText(title)
        self._text.setText(text)
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._title.text()}. {self._text.text()}")
