"""Text snippets: list, add, edit, remove."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kundenradar.domain.drafts import SnippetId
from kundenradar.services import messages, replies
from ui import theme
from ui.dialogs.frame import Frame
from ui.widgets.form import FormField, tall_field
from ui.widgets.labels import WrapLabel, set_tone
from ui.widgets.list_editor import EditorRow, EditorWords, ListEditor

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from kundenradar.domain.drafts import Snippet
    from ui.bridge import Bridge
    from ui.tasks import Tasks

WIDTH, HEIGHT, LEAST_TEXT = 780, 560, 90
LONGEST_TITLE = 80
LONGEST_TEXT = 10_000


class SnippetsDialog(QDialog):
    """Two columns: the snippets, and the one being edited. Nothing is lost without a question."""

    def __init__(self, workers: Workers, tasks: Tasks, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workers, self._tasks = workers, tasks
        self._build()
        bridge.snippets_changed.connect(self._ask)
        self.editor.start_new()
        self._ask()

    def _build(self) -> None:
        lead = self.tr(
            "Was in geschweiften Klammern steht, füllt Kundenradar beim Einfügen aus: {names}. "
            "Andere Klammern bleiben zum Ausfüllen stehen, zum Beispiel {example}."
        ).format(names="{Verfasser}, {Firma}, {Person}, {Quelle}, {Datum}, {Titel}", example="{Termin}")
        self._frame = Frame(self, self.tr("Textbausteine"), lead, WIDTH, HEIGHT)
        form = self._build_form()
        self.editor = self._build_editor()
        self.list, self.remove_button = self.editor.list, self.editor.remove_button
        self.save_button = self.editor.save_button
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.editor, 2)
        columns.addLayout(form, 3)
        self._frame.body.addLayout(columns, 1)
        self._problem = WrapLabel("", parent=self)
        set_tone(self._problem, "bad")
        self._problem.hide()
        self._frame.body.addWidget(self._problem)
        self._frame.set_buttons(self.editor.close_button, self.save_button, left=self.remove_button)
        self._frame.fit()
        stops = (*self.editor.tab_stops, self.title_field, self.text_field, *self.editor.foot_stops)
        for one, next_one in pairwise(stops):
            QWidget.setTabOrder(one, next_one)
        self.title_field.textChanged.connect(self._on_edited)
        self.text_field.textChanged.connect(self._on_edited)

    def _build_editor(self) -> ListEditor:
        words = EditorWords(
            name=self.tr("Textbausteine"),
            new=self.tr("Neuer Textbaustein"),
            unsaved=self.tr("Die Änderungen an diesem Textbaustein sind noch nicht gespeichert."),
            remove=self.tr("Den Textbaustein „{name}“ entfernen?"),
            remove_hint=self.tr("Schon geschriebene Entwürfe ändern sich dadurch nicht."),
        )
        editor = ListEditor(words, self._fields, self)
        editor.loaded.connect(self._fill)
        editor.removal_wished.connect(self._remove)
        editor.save_button.clicked.connect(self.save)
        editor.close_button.clicked.connect(self.reject)
        return editor

    def _build_form(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        self.title_field = QLineEdit(self)
        self.title_field.setMaxLength(LONGEST_TITLE)
        self.text_field = QPlainTextEdit(self)
        self.text_field.setTabChangesFocus(True)
        self.text_field.setMinimumHeight(theme.current().scaled(LEAST_TEXT))
        column.addWidget(FormField(self.tr("Titel"), self.title_field))
        column.addWidget(tall_field(self.tr("Text"), self.text_field), 1)
        return column

    # the list

    @Slot()
    def _ask(self) -> None:
        self._tasks.watch(self._workers.read(replies.snippets), self, self._show)

    def _show(self, found: tuple[Snippet, ...]) -> None:
        self.editor.show_rows([EditorRow(one.id, one, one.title, one.title) for one in found])
        if not found:
            self.title_field.setFocus()

    # the form

    def _fields(self) -> tuple[str, str]:
        return self.title_field.text(), self.text_field.toPlainText()

    @Slot(object)
    def _fill(self, snippet: Snippet | None) -> None:
        self.title_field.setText("" if snippet is None else snippet.title)
        self.text_field.setPlainText("" if snippet is None else snippet.text)
        self._problem.hide()
        if snippet is None:
            self.title_field.setFocus()

    @Slot()
    def _on_edited(self) -> None:
        is_full = all(part.strip() for part in self._fields())
        self.save_button.setEnabled(is_full and self.editor.is_edited)

    @Slot()
    def save(self) -> None:
        """Keep what is being edited."""
        title, text = self._fields()
        if len(text) > LONGEST_TEXT:
            self._tell(self.tr("Der Text ist zu lang. Bitte kürzen Sie ihn auf 10.000 Zeichen."))
            return
        self.save_button.setEnabled(False)
        key = None if self.editor.editing is None else SnippetId(self.editor.editing)
        future = self._workers.write(replies.save_snippet, title, text, key)
        self._tasks.watch(future, self, self._saved, self._not_done)

    def _saved(self, snippet: Snippet) -> None:
        self.editor.note_saved(snippet.id)
        self._problem.hide()
        self._ask()

    def _not_done(self, error: BaseException) -> None:
        self._tell(messages.sentence(error))
        self._on_edited()

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()

    @Slot(int)
    def _remove(self, key: int) -> None:
        self._tasks.watch(self._workers.write(replies.remove_snippet, SnippetId(key)), self, None, self._not_done)

    def reject(self) -> None:
        """Escape and "Schließen": ask first if something is not saved."""
        self.editor.leave(lambda: self.done(int(QDialog.DialogCode.Rejected)))
