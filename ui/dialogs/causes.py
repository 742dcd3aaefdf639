"""Causes of criticism and the words that tell them: list, add, edit, remove, reset."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QMessageBox, QPlainTextEdit, QVBoxLayout, QWidget

from kundenradar.domain.understanding import Cause
from kundenradar.services import messages, understanding
from ui import theme
from ui.dialogs.frame import Frame
from ui.dialogs.unsaved import ask_to_discard
from ui.widgets.buttons import Button
from ui.widgets.form import FormField, tall_field
from ui.widgets.labels import WrapLabel, set_tone
from ui.widgets.lists import WordList

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from ui.tasks import Tasks

WIDTH, HEIGHT, LEAST_TEXT = 800, 600, 90
LONGEST_NAME = 60


class CausesDialog(QDialog):
    """Two columns: the causes, and the one being edited. Everything is kept at once by "Übernehmen"."""

    def __init__(self, workers: Workers, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workers, self._tasks = workers, tasks
        self._loaded: tuple[Cause, ...] = ()
        self._causes: list[Cause] = []
        self._row = -1
        self._build()
        self._tasks.watch(self._workers.read(understanding.causes), self, self._take)

    def _build(self) -> None:
        lead = self.tr(
            "Steht eines dieser Wörter in einer Kritik, zählt sie zu der Ursache. Endungen und Zusammensetzungen sind "
            "mitgemeint: „Wartezeit“ findet auch „Wartezeiten“. Ein Stern steht für beliebige Buchstaben: „liefer*“ "
            "findet „Lieferung“ und „liefert“."
        )
        self._frame = Frame(self, self.tr("Ursachen der Kritik"), lead, WIDTH, HEIGHT)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(self._build_list(), 2)
        columns.addLayout(self._build_form(), 3)
        self._frame.body.addLayout(columns, 1)
        self._problem = WrapLabel("", parent=self)
        set_tone(self._problem, "bad")
        self._problem.hide()
        self._frame.body.addWidget(self._problem)
        self._build_buttons()
        self._frame.fit()
        stops = (self.list, self.new_button, self.name_field, self.words_field, self.remove_button, self.reset_button)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _build_list(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.list = WordList(self.tr("Ursachen"), self)
        self.list.currentRowChanged.connect(self._on_row)
        self.new_button = Button(self.tr("Neue Ursache"), icon="plus", parent=self)
        self.new_button.clicked.connect(self.add)
        column.addWidget(self.list, 1)
        column.addWidget(self.new_button)
        return column

    def _build_form(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        self.name_field = QLineEdit(self)
        self.name_field.setMaxLength(LONGEST_NAME)
        self.words_field = QPlainTextEdit(self)
        self.words_field.setTabChangesFocus(True)
        self.words_field.setMinimumHeight(theme.current().scaled(LEAST_TEXT))
        column.addWidget(FormField(self.tr("Name"), self.name_field))
        column.addWidget(tall_field(self.tr("Wörter, eines je Zeile"), self.words_field), 1)
        self.name_field.textEdited.connect(self._on_edited)
        self.words_field.textChanged.connect(self._on_edited)
        self.remove_button = Button(self.tr("Ursache entfernen"), "danger", "trash", self)
        self.remove_button.clicked.connect(self.remove)
        at_left = QHBoxLayout()
        at_left.addWidget(self.remove_button)
        at_left.addStretch(1)
        column.addLayout(at_left)
        return column

    def _build_buttons(self) -> None:
        self.reset_button = Button(self.tr("Zurücksetzen …"), icon="arrow-counter-clockwise", parent=self)
        self.reset_button.clicked.connect(self._ask_to_reset)
        self.save_button = Button(self.tr("Übernehmen"), "primary", parent=self)
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self.save)
        leave = Button(self.tr("Abbrechen"), parent=self)
        leave.clicked.connect(self.reject)
        self._frame.set_buttons(leave, self.save_button, left=self.reset_button)

    # what is shown

    def _take(self, causes: tuple[Cause, ...]) -> None:
        self._loaded = causes
        self._causes = list(causes)
        self._show(0)

    def _show(self, row: int) -> None:
        self._row = -1
        self.list.clear()
        self.list.addItems([cause.name or self.tr("Neue Ursache") for cause in self._causes])
        if self._causes:
            self.list.setCurrentRow(min(row, len(self._causes) - 1))
        else:
            self._fill(Cause("", "", ()))
        self._settle()

    @Slot(int)
    def _on_row(self, row: int) -> None:
        self._row = row
        if 0 <= row < len(self._causes):
            self._fill(self._causes[row])
        self._settle()

    def _fill(self, cause: Cause) -> None:
        blocked = self.words_field.blockSignals(True)
        self.name_field.setText(cause.name)
        self.words_field.setPlainText("\n".join(cause.words))
        self.words_field.blockSignals(blocked)

    def _settle(self) -> None:
        self.save_button.setEnabled(self.is_edited)
        has_one = 0 <= self._row < len(self._causes)
        for part in (self.name_field, self.words_field, self.remove_button):
            part.setEnabled(has_one)

    @property
    def is_edited(self) -> bool:
        """Whether something would be lost."""
        return tuple(self._causes) != self._loaded

    # what the owner does

    @Slot()
    def _on_edited(self) -> None:
        if not 0 <= self._row < len(self._causes):
            return
        words = tuple(word.strip() for word in self.words_field.toPlainText().split("\n") if word.strip())
        name = self.name_field.text()
        self._causes[self._row] = replace(self._causes[self._row], name=name, words=words)
        item = self.list.item(self._row)
        if item is not None:
            item.setText(name or self.tr("Neue Ursache"))
        self._problem.hide()
        self._settle()

    @Slot()
    def add(self) -> None:
        """Begin a new cause."""
        self._causes.append(Cause("", "", ()))
        self._show(len(self._causes) - 1)
        self.name_field.setFocus()

    @Slot()
    def remove(self) -> None:
        """Take the chosen cause out; it is gone for good with "Übernehmen" only."""
        if 0 <= self._row < len(self._causes):
            row = self._row
            del self._causes[row]
            self._show(row)

    @Slot()
    def save(self) -> None:
        """Keep everything and close."""
        self.save_button.setEnabled(False)
        future = self._workers.write(understanding.save_causes, tuple(self._causes))
        self._tasks.watch(future, self, self._saved, self._not_done)

    def _saved(self, causes: tuple[Cause, ...]) -> None:
        self._loaded, self._causes = causes, list(causes)
        self.accept()

    def _not_done(self, error: BaseException) -> None:
        self._problem.setText(messages.sentence(error))
        self._problem.show()
        self._settle()

    @Slot()
    def _ask_to_reset(self) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(self.tr("Die mitgelieferten Ursachen und Wörter wiederherstellen?"))
        box.setInformativeText(self.tr("Ihre eigenen Ursachen und Wörter gehen dabei verloren."))
        reset = box.addButton(self.tr("Zurücksetzen"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Behalten"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        reset.clicked.connect(self._reset)
        box.open()

    @Slot()
    def _reset(self) -> None:
        self._tasks.watch(self._workers.write(understanding.reset_causes), self, self._take, self._not_done)

    def reject(self) -> None:
        """Escape and "Abbrechen": ask first if something is not kept."""
        if not self.is_edited:
            super().reject()
            return
        question = self.tr("Die Änderungen an den Ursachen sind noch nicht übernommen.")
        ask_to_discard(self, question, lambda: self.done(int(QDialog.DialogCode.Rejected)))
