"""The list of what can be edited one by one: choose, add, remove; nothing is lost without a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidgetItem, QMessageBox, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.lists import WordList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class EditorWords:
    """What the list and its questions say.

    Attributes:
        name: Accessible name of the list.
        new: Words of the button that starts a new one.
        unsaved: The changes are not saved yet.
        remove: Whether to remove ``{name}``.
        remove_hint: What removing means.
    """

    name: str
    new: str
    unsaved: str
    remove: str
    remove_hint: str


@dataclass(frozen=True, slots=True)
class EditorRow:
    """One row.

    Attributes:
        key: Knows it again.
        value: Handed to whoever fills the fields.
        name: Said when it is to be removed.
        text: Shown; may have several lines.
    """

    key: int
    value: object
    name: str
    text: str


class ListEditor(QWidget):
    """The list with its buttons; the fields belong to the dialog around it.

    Attributes:
        list: The rows.
        remove_button: Removes what is being edited, after a question.
        save_button: For the dialog to enable and to connect.

    Signals:
        loaded: Fill the fields with this value, or with None for a new one.
        removal_wished: Remove what has this key.
    """

    loaded = Signal(object)
    removal_wished = Signal(int)

    def __init__(
        self, words: EditorWords, fields: Callable[[], tuple[str, ...]], parent: QWidget | None = None
    ) -> None:
        """Build it.

        Args:
            words: What it says.
            fields: What stands in the fields.
            parent: Widget it belongs to.
        """
        super().__init__(parent)
        self._words, self._fields = words, fields
        self._editing: int | None = None
        self._wanted: int | None = None
        self._kept: tuple[str, ...] = ()
        self.list = WordList(words.name, self)
        self.list.currentItemChanged.connect(self._on_current)
        new = Button(words.new, icon="plus", parent=self)
        new.clicked.connect(self.ask_for_new)
        self._buttons: list[Button] = []
        self._foot = QVBoxLayout()
        self._foot.setSpacing(8)
        self.add_button(new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addLayout(self._foot)
        self.remove_button = Button(self.tr("Entfernen …"), "danger", "trash", self)
        self.remove_button.clicked.connect(self._on_remove)
        self.save_button = Button(self.tr("Speichern"), "primary", parent=self)
        self.close_button = Button(self.tr("Schließen"), parent=self)

    def add_button(self, button: Button) -> None:
        """One more button below the list."""
        self._buttons.append(button)
        self._foot.addWidget(button)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab reaches here, in order."""
        return (self.list, *self._buttons)

    @property
    def foot_stops(self) -> tuple[QWidget, ...]:
        """What Tab reaches at the foot of the dialog, in order."""
        return (self.remove_button, self.close_button, self.save_button)

    # what the dialog tells

    def show_rows(self, rows: Sequence[EditorRow]) -> None:
        """Show these rows; what is being edited, or was just saved, stays chosen."""
        wanted = self._wanted if self._wanted is not None else self._editing
        with QSignalBlocker(self.list):
            self.list.clear()
            for row in rows:
                item = QListWidgetItem(row.text, self.list)
                item.setData(Qt.ItemDataRole.UserRole, row)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(row.text.split("\n")))
                if row.key == wanted:
                    self.list.setCurrentItem(item)
        if self._wanted is not None:
            self._wanted = None
            self._load(self.current)
        elif wanted is None and rows and not self.is_edited:
            self.list.setCurrentRow(0)

    def start_new(self) -> None:
        """Empty fields for a new one."""
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(-1)
        self._load(None)

    def note_saved(self, key: int) -> None:
        """What stands in the fields is kept now, under this key."""
        self._editing = self._wanted = key
        self._kept = self._fields()

    @property
    def editing(self) -> int | None:
        """Key of what is being edited, None for a new one."""
        return self._editing

    @property
    def current(self) -> EditorRow | None:
        """The row that is chosen."""
        item = self.list.currentItem()
        row: EditorRow | None = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return row

    @property
    def is_edited(self) -> bool:
        """Whether something stands in the fields that is not saved."""
        return self._fields() != self._kept

    def leave(self, then: Callable[[], object]) -> None:
        """Call `then`, after a question if something is not saved."""
        if self.is_edited:
            self._ask_to_discard(then, lambda: None)
        else:
            then()

    # choosing

    def _load(self, row: EditorRow | None) -> None:
        self._editing = None if row is None else row.key
        self.remove_button.setEnabled(row is not None)
        self.loaded.emit(None if row is None else row.value)
        self._kept = self._fields()
        self.save_button.setEnabled(False)

    @Slot()
    def _on_current(self) -> None:
        row = self.current
        if row is None:
            return
        if not self.is_edited or row.key == self._editing:
            self._load(row)
        else:
            self._ask_to_discard(lambda: self._load(row), self._back_to_edited)

    def _back_to_edited(self) -> None:
        """The question was answered with no: mark again what is being edited."""
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(-1)
            for place in range(self.list.count()):
                if self.list.item(place).data(Qt.ItemDataRole.UserRole).key == self._editing:
                    self.list.setCurrentRow(place)

    @Slot()
    def ask_for_new(self) -> None:
        """Start a new one, after a question if something is not saved."""
        self.leave(self.start_new)

    # questions

    @Slot()
    def _on_remove(self) -> None:
        row = self.current
        if row is None:
            return
        box = self._box(self._words.remove.format(name=row.name))
        box.setInformativeText(self._words.remove_hint)
        remove = box.addButton(self.tr("Entfernen"), QMessageBox.ButtonRole.DestructiveRole)
        self._open(box, self.tr("Behalten"), lambda: None)
        remove.clicked.connect(lambda: self._remove(row.key))

    def _remove(self, key: int) -> None:
        self.start_new()
        self.removal_wished.emit(key)

    def _ask_to_discard(self, discard: Callable[[], object], stay: Callable[[], object]) -> None:
        box = self._box(self._words.unsaved)
        drop = box.addButton(self.tr("Verwerfen"), QMessageBox.ButtonRole.DestructiveRole)
        drop.clicked.connect(discard)
        self._open(box, self.tr("Weiter bearbeiten"), stay)

    def _box(self, question: str) -> QMessageBox:
        box = QMessageBox(self.window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(question)
        return box

    @staticmethod
    def _open(box: QMessageBox, safe: str, stay: Callable[[], object]) -> None:
        back = box.addButton(safe, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(back)
        box.setEscapeButton(back)
        back.clicked.connect(stay)
        box.open()
