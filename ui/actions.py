"""What the window can do by keyboard: one table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from ui.icons import icon as make_icon


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """A row of the table.

    Attributes:
        id: Stable name, also the object name of the QAction.
        text: What it does.
        shortcuts: Key sequences in portable text (``Ctrl+1``), the first is shown.
        icon: Phosphor name, or empty.
        handler: Called when triggered.
    """

    id: str
    text: str
    shortcuts: tuple[str, ...]
    icon: str
    handler: Callable[[], object]


def install(window: QWidget, table: Sequence[ActionEntry]) -> dict[str, QAction]:
    """Give a window the actions of a table; returns them by id."""
    made: dict[str, QAction] = {}
    for entry in table:
        action = QAction(entry.text, window)
        action.setObjectName(entry.id)
        action.setShortcuts([QKeySequence(keys) for keys in entry.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if entry.icon:
            action.setIcon(make_icon(entry.icon))
        action.triggered.connect(partial(_call, entry.handler))
        window.addAction(action)
        made[entry.id] = action
    return made


def _call(handler: Callable[[], object], *_checked: object) -> None:
    handler()


def menu_keys() -> tuple[str, ...]:
    """What opens the menu of a place beside the menu key: Windows knows it by itself, Qt elsewhere does not."""
    return () if QGuiApplication.platformName() == "windows" else ("Shift+F10",)


def open_menu() -> None:
    """Open the menu of what has the keyboard, as the menu key does."""
    focused = QApplication.focusWidget()
    if focused is None:
        return
    cursor = focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    place = QRectF(cursor or focused.rect()).center().toPoint()
    keyboard = QContextMenuEvent.Reason.Keyboard
    QApplication.postEvent(focused, QContextMenuEvent(keyboard, place, focused.mapToGlobal(place)))


def shown_keys(portable: str) -> str:
    """A key sequence as it is printed on the keyboard here: ``Strg+1`` on a German desktop."""
    native = QKeySequence(portable).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Ctrl", "Strg").replace("Shift", "Umschalt")
