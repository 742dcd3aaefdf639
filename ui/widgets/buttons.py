"""Buttons: one primary action, plain ones, quiet ones, icons alone, and a choice of a few."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from ui import theme
from ui.icons import icon as make_icon
from ui.widgets.flow import FlowLayout

ICON_PX = 18


def wants_press(event: QKeyEvent) -> bool:
    """Whether a key presses the button it is given to: return, which Qt passes on to the default button of a dialog.

    Whoever went to "Abbrechen" would save by it, and elsewhere nothing would happen.
    """
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and is_plain and not event.isAutoRepeat()


class _ReturnPresses(QObject):
    """Lets return press a button of Qt's own."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and wants_press(event):
            if isinstance(watched, QAbstractButton):
                watched.click()
            return True
        return super().eventFilter(watched, event)


def as_written(words: str) -> str:
    """Words of people on a button: Qt would take an & for the mark of a key and leave it out."""
    return words.replace("&", "&&")


def press_by_return(button: QAbstractButton) -> None:
    """Have return press a button, as space does."""
    button.installEventFilter(_ReturnPresses(button))


class Button(QPushButton):
    """A button with words.

    Args:
        text: What it does, as a verb.
        kind: ``primary`` (at most one per view), ``quiet``, ``danger`` or empty.
        icon: Phosphor name, or empty.
    """

    def __init__(self, text: str, kind: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the ring is for the keyboard, not for the mouse
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._kind = kind
        if kind:
            self.setProperty("kind", kind)
        if icon:
            colors = {"primary": "on_accent", "danger": "negative_text", "quiet": "accent"}
            self.setIcon(make_icon(icon, colors.get(kind, "text2")))
            theme.current().changed.connect(self._fit_icon)
            self._fit_icon()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the words; those of a chip that can be checked grow bold then, which Qt does not count."""
        hint = super().sizeHint()
        if self._kind == "chip" and self.isCheckable():
            plain = self.fontMetrics().horizontalAdvance(self.text())
            hint.setWidth(hint.width() + max(0, self._bold_metrics().horizontalAdvance(self.text()) - plain))
        return hint

    def initStyleOption(self, option: QStyleOptionButton) -> None:  # noqa: N802 - Qt's name
        """Qt gives the words beside an icon the width they have in the plain type, and would cut bold ones."""
        super().initStyleOption(option)
        if self._kind == "chip" and self.isChecked():
            option.fontMetrics = self._bold_metrics()

    def _bold_metrics(self) -> QFontMetrics:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(bold)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same: words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return presses, as space does."""
        if wants_press(event):
            self.click()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _fit_icon(self) -> None:
        side = theme.current().scaled(ICON_PX)
        self.setIconSize(QSize(side + 6, side))  # Qt leaves too little room before the words


class IconButton(QToolButton):
    """A button without words; `text` is its name for tooltip and screen reader."""

    def __init__(self, text: str, icon: str, color: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.current().changed.connect(self._fit_icon)
        self._fit_icon()
        self.show_as(text, icon, color)

    @Slot()
    def _fit_icon(self) -> None:
        side = theme.current().scaled(ICON_PX)
        self.setIconSize(QSize(side, side))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return presses, as space does."""
        if wants_press(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def show_as(self, text: str, icon: str, color: str = "text2") -> None:
        """Change name and icon."""
        self.setIcon(make_icon(icon, color, on="accent"))
        self.setToolTip(text)
        self.setAccessibleName(text)


def one_tab_stop(group: QButtonGroup) -> None:
    """Let Tab stop at the checked button of a group only; arrow keys move the choice (Qt's own)."""

    def follow(button: QAbstractButton, is_checked: bool) -> None:
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_checked else Qt.FocusPolicy.NoFocus)

    for button in group.buttons():
        follow(button, button.isChecked())
    group.buttonToggled.connect(follow)


class Segmented(QWidget):
    """One of a few, always visible; arrow keys move the choice.

    Attributes:
        chosen: The person chose (key). Not sent by `choose`.
    """

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str]],
        current: str,
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
    ) -> None:
        """Build the choice.

        Args:
            name: Accessible name of the group.
            options: Pairs of key and words.
            current: Key that is chosen at first.
            parent: Widget it belongs to.
            wraps: Whether it breaks into rows where there is no room.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = FlowLayout(self) if wraps else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for key, words in options:
            button = Button(words, "chip")
            button.setCheckable(True)
            button.setAccessibleDescription(name)
            button.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self.choose(current)
        one_tab_stop(self._group)

    @property
    def current(self) -> str:
        """Key of the choice."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show `key` as chosen."""
        self._buttons[key].setChecked(True)
