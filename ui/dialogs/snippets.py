"""Text snippets: list, add, edit, remove."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kundenradar.services import messages, replies
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrapLabel, set_tone
from ui.widgets.lists import WordList

if TYPE_CHECKING:
    from collections.abc import Callable

    from kundenradar.app.core import Workers
    from kundenradar.domain.drafts import Snippet, SnippetId
    from ui.bridge import Bridge
    from ui.tasks import Tasks

LONGEST_TITLE = 80
LONGEST_TEXT = 10_000


class SnippetsDialog(QDialog):
    """Two columns: the snippets, and the one being edited. Nothing is lost without a question."""

    def __init__(self, workers: Workers, tasks: Tasks, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workers, self._tasks = workers, tasks
        self._editing: SnippetId | None = None
        self._wanted: SnippetId | None = None
        self._loaded = ("", "")
        self.setWindowTitle(self.tr("Textbausteine"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self.resize(760, 480)
        bridge.snippets_changed.connect(self._ask)
        self._start_new()
        self._ask()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(
            WrapLabel(
                self.tr(
                    "Was in geschweiften Klammern steht, füllt Kundenradar beim Einfügen aus: {names}. "
                    "Andere Klammern bleiben zum Ausfüllen stehen, zum Beispiel {example}."
                ).format(names="{Verfasser}, {Firma}, {Person}, {Quelle}, {Datum}, {Titel}", example="{Termin}"),
                "second",
                self,
            )
        )
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(self._build_list(), 2)
        columns.addLayout(self._build_form(), 3)
        layout.addLayout(columns, 1)
        self._problem = WrapLabel("", parent=self)
        set_tone(self._problem, "bad")
        self._problem.hide()
        layout.addWidget(self._problem)
        layout.addLayout(self._build_buttons())

    def _build_list(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.list = WordList(self.tr("Textbausteine"), self)
        self.list.currentItemChanged.connect(self._on_current)
        new = Button(self.tr("Neuer Textbaustein"), icon="plus", parent=self)
        new.clicked.connect(self._on_new)
        column.addWidget(self.list, 1)
        column.addWidget(new)
        return column

    def _build_form(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        self.title_field = QLineEdit(self)
        self.title_field.setMaxLength(LONGEST_TITLE)
        self.text_field = QPlainTextEdit(self)
        self.text_field.setTabChangesFocus(True)
        for name, field in ((self.tr("Titel"), self.title_field), (self.tr("Text"), self.text_field)):
            label = Label(name, "meta", self)
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            field.setAccessibleName(name)
        self.title_field.textChanged.connect(self._on_edited)
        self.text_field.textChanged.connect(self._on_edited)
        return column

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.remove_button = Button(self.tr("Entfernen …"), "danger", "trash", self)
        self.remove_button.clicked.connect(self._on_remove)
        self.save_button = Button(self.tr("Speichern"), "primary", parent=self)
        self.save_button.clicked.connect(self.save)
        done = Button(self.tr("Schließen"), parent=self)
        done.clicked.connect(self.reject)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        row.addWidget(done)
        row.addWidget(self.save_button)
        return row

    # the list

    @Slot()
    def _ask(self) -> None:
        self._tasks.watch(self._workers.read(replies.snippets), self, self._show)

    def _show(self, found: tuple[Snippet, ...]) -> None:
        wanted = self._wanted if self._wanted is not None else self._editing
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for snippet in found:
            item = QListWidgetItem(snippet.title, self.list)
            item.setData(Qt.ItemDataRole.UserRole, snippet)
            if snippet.id == wanted:
                self.list.setCurrentItem(item)
        self.list.blockSignals(blocked)
        if self._wanted is not None:
            self._wanted = None
            self._load(self._current())
        elif wanted is None and found and not self._is_edited and self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        elif not found:
            self.title_field.setFocus()

    def _current(self) -> Snippet | None:
        item = self.list.currentItem()
        snippet: Snippet | None = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return snippet

    @property
    def _is_edited(self) -> bool:
        return (self.title_field.text(), self.text_field.toPlainText()) != self._loaded

    @Slot()
    def _on_current(self) -> None:
        snippet = self._current()
        if snippet is None:
            return
        if not self._is_edited or snippet.id == self._editing:
            self._load(snippet)
        else:
            self._ask_to_discard(lambda: self._load(snippet), self._back_to_edited)

    def _back_to_edited(self) -> None:
        """The question was answered with no: mark again what is being edited."""
        blocked = self.list.blockSignals(True)
        self.list.setCurrentRow(-1)
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole).id == self._editing:
                self.list.setCurrentRow(row)
        self.list.blockSignals(blocked)

    # the form

    def _load(self, snippet: Snippet | None) -> None:
        self._editing = None if snippet is None else snippet.id
        self._loaded = ("", "") if snippet is None else (snippet.title, snippet.text)
        self.title_field.setText(self._loaded[0])
        self.text_field.setPlainText(self._loaded[1])
        self._problem.hide()
        self._on_edited()

    def _start_new(self) -> None:
        blocked = self.list.blockSignals(True)
        self.list.setCurrentRow(-1)
        self.list.blockSignals(blocked)
        self._load(None)
        self.title_field.setFocus()

    @Slot()
    def _on_new(self) -> None:
        if self._is_edited:
            self._ask_to_discard(self._start_new, lambda: None)
        else:
            self._start_new()

    @Slot()
    def _on_edited(self) -> None:
        self.save_button.setEnabled(
            self._is_edited and bool(self.title_field.text().strip()) and bool(self.text_field.toPlainText().strip())
        )
        self.remove_button.setEnabled(self._editing is not None)

    @Slot()
    def save(self) -> None:
        """Keep what is being edited."""
        title, text = self.title_field.text(), self.text_field.toPlainText()
        if len(text) > LONGEST_TEXT:
            self._tell(self.tr("Der Text ist zu lang. Bitte kürzen Sie ihn auf 10.000 Zeichen."))
            return
        self.save_button.setEnabled(False)
        self._tasks.watch(
            self._workers.write(replies.save_snippet, title, text, self._editing),
            self,
            self._saved,
            self._not_done,
        )

    def _saved(self, snippet: Snippet) -> None:
        self._editing = self._wanted = snippet.id
        self._loaded = (self.title_field.text(), self.text_field.toPlainText())
        self._problem.hide()
        self._ask()

    def _not_done(self, error: BaseException) -> None:
        self._tell(messages.sentence(error))
        self._on_edited()

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()

    # removing and leaving

    @Slot()
    def _on_remove(self) -> None:
        snippet = self._current()
        if snippet is None:
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(self.tr("Den Textbaustein „{title}“ entfernen?").format(title=snippet.title))
        box.setInformativeText(self.tr("Schon geschriebene Entwürfe ändern sich dadurch nicht."))
        remove = box.addButton(self.tr("Entfernen"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Behalten"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        remove.clicked.connect(lambda: self._remove(snippet.id))
        box.open()

    def _remove(self, snippet: SnippetId) -> None:
        self._start_new()
        self._tasks.watch(self._workers.write(replies.remove_snippet, snippet), self, None, self._not_done)

    def _ask_to_discard(self, discard: Callable[[], object], stay: Callable[[], object]) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(self.tr("Die Änderungen an diesem Textbaustein sind noch nicht gespeichert."))
        drop = box.addButton(self.tr("Verwerfen"), QMessageBox.ButtonRole.DestructiveRole)
        back = box.addButton(self.tr("Weiter bearbeiten"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(back)
        box.setEscapeButton(back)
        drop.clicked.connect(discard)
        back.clicked.connect(stay)
        box.open()

    def reject(self) -> None:
        """Escape and "Schließen": ask first if something is not saved."""
        if self._is_edited:
            self._ask_to_discard(lambda: self.done(int(QDialog.DialogCode.Rejected)), lambda: None)
        else:
            super().reject()
