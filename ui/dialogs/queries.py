"""Suchprofile: list, add, edit with a live test of what they hit, remove."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
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

from kundenradar.domain.queries import QuerySyntaxError, parse_query
from kundenradar.services import listening, messages
from ui import formats
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrapLabel, set_tone
from ui.widgets.lists import WordList
from ui.widgets.safe_text import plain_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from kundenradar.app.core import Workers
    from kundenradar.domain.queries import Query, QueryId
    from kundenradar.services.listening import QueryTest
    from ui.bridge import Bridge
    from ui.tasks import Tasks

TEST_MS = 300
LONGEST_NAME = 80
EXAMPLES = 5


class QueriesDialog(QDialog):
    """Two columns: the Suchprofile, and the one being edited with what it hits among what is stored."""

    def __init__(self, workers: Workers, tasks: Tasks, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workers, self._tasks = workers, tasks
        self._editing: QueryId | None = None
        self._wanted: QueryId | None = None
        self._loaded = ("", "")
        self._question = 0
        self.setWindowTitle(self.tr("Suchprofile"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TEST_MS)
        self._typing.timeout.connect(self._test)
        self._build()
        self.resize(860, 560)
        bridge.queries_changed.connect(self._ask)
        self._start_new()
        self._ask()

    # building

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(
            WrapLabel(
                self.tr(
                    "Ein Beitrag wird zur Erwähnung, wenn er zu einem Suchprofil passt. Ein neues oder "
                    "geändertes Suchprofil gilt auch für alles, was schon gespeichert ist."
                ),
                "second",
                self,
            )
        )
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addLayout(self._build_list(), 2)
        columns.addLayout(self._build_form(), 4)
        layout.addLayout(columns, 1)
        layout.addLayout(self._build_buttons())

    def _build_list(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.list = WordList(self.tr("Suchprofile"), self)
        self.list.currentItemChanged.connect(self._on_current)
        new = Button(self.tr("Neues Suchprofil"), icon="plus", parent=self)
        new.clicked.connect(self._on_new)
        column.addWidget(self.list, 1)
        column.addWidget(new)
        return column

    def _build_form(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        self.name_field = QLineEdit(self)
        self.name_field.setMaxLength(LONGEST_NAME)
        self.name_field.setPlaceholderText(self.tr("zum Beispiel Reklamation"))
        self.expression_field = QPlainTextEdit(self)
        self.expression_field.setTabChangesFocus(True)
        self.expression_field.setPlaceholderText(
            self.tr('zum Beispiel "Brandt Haustechnik" UND (Reklamation ODER Rechnung*) NICHT Stellenanzeige')
        )
        self.expression_field.setFixedHeight(self.fontMetrics().height() * 4 + 20)
        for name, field in ((self.tr("Name"), self.name_field), (self.tr("Sucht nach"), self.expression_field)):
            label = Label(name, "meta", self)
            label.setBuddy(field)
            field.setAccessibleName(name)
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(
            WrapLabel(
                self.tr(
                    'UND, ODER, NICHT, Klammern; "…" für eine genaue Wortfolge; * für beliebige Buchstaben im '
                    "Wort (Wärme*). Groß- und Kleinschreibung und ä/ae spielen keine Rolle."
                ),
                "meta",
                self,
            )
        )
        self._problem = WrapLabel("", parent=self)
        set_tone(self._problem, "bad")
        self._problem.hide()
        column.addWidget(self._problem)
        column.addSpacing(8)
        self.hits = Label("", "strong", self)
        column.addWidget(self.hits)
        self.examples = WordList(self.tr("Beispiele der Treffer"), self, is_for_reading=True)
        column.addWidget(self.examples, 1)
        self.name_field.textChanged.connect(self._on_edited)
        self.expression_field.textChanged.connect(self._on_expression)
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
        self._tasks.watch(self._workers.read(listening.list_queries), self, self._show)

    def _show(self, found: tuple[Query, ...]) -> None:
        wanted = self._wanted if self._wanted is not None else self._editing
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for query in found:
            count = formats.count(query.mentions, "Erwähnung", "Erwähnungen")
            item = QListWidgetItem(f"{query.name}\n{count}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, query)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{query.name}, {count}")
            if query.id == wanted:
                self.list.setCurrentItem(item)
        self.list.blockSignals(blocked)
        if self._wanted is not None:
            self._wanted = None
            self._load(self._current())
        elif wanted is None and found and not self._is_edited:
            self.list.setCurrentRow(0)

    def _current(self) -> Query | None:
        item = self.list.currentItem()
        query: Query | None = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return query

    @property
    def _is_edited(self) -> bool:
        return (self.name_field.text(), self.expression_field.toPlainText()) != self._loaded

    @Slot()
    def _on_current(self) -> None:
        query = self._current()
        if query is None:
            return
        if not self._is_edited or query.id == self._editing:
            self._load(query)
        else:
            self._ask_to_discard(lambda: self._load(query), self._back_to_edited)

    def _back_to_edited(self) -> None:
        """The question was answered with no: mark again what is being edited."""
        blocked = self.list.blockSignals(True)
        self.list.setCurrentRow(-1)
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole).id == self._editing:
                self.list.setCurrentRow(row)
        self.list.blockSignals(blocked)

    # the form

    def _load(self, query: Query | None) -> None:
        self._editing = None if query is None else query.id
        self._loaded = ("", "") if query is None else (query.name, query.expression)
        self.name_field.setText(self._loaded[0])
        self.expression_field.setPlainText(self._loaded[1])
        self._test()
        self._on_edited()

    def _start_new(self) -> None:
        blocked = self.list.blockSignals(True)
        self.list.setCurrentRow(-1)
        self.list.blockSignals(blocked)
        self._load(None)
        self.name_field.setFocus()

    @Slot()
    def _on_new(self) -> None:
        if self._is_edited:
            self._ask_to_discard(self._start_new, lambda: None)
        else:
            self._start_new()

    @Slot()
    def _on_edited(self) -> None:
        self.save_button.setEnabled(
            self._is_edited
            and bool(self.name_field.text().strip())
            and self._mistake(self.expression_field.toPlainText()) is None
        )
        self.remove_button.setEnabled(self._editing is not None)

    @Slot()
    def _on_expression(self) -> None:
        self._typing.start()
        self._on_edited()

    @staticmethod
    def _mistake(expression: str) -> QuerySyntaxError | None:
        try:
            parse_query(expression)
        except QuerySyntaxError as error:
            return error
        return None

    # the live test

    @Slot()
    def _test(self) -> None:
        """Ask what the expression hits; an answer to an older wording is dropped."""
        self._typing.stop()
        self._question += 1
        expression = self.expression_field.toPlainText()
        self._problem.hide()
        if not expression.strip():
            self.hits.setText(self.tr("Hier erscheint, was das Suchprofil findet."))
            self.examples.clear()
            return
        mistake = self._mistake(expression)
        if mistake is not None:
            self.hits.setText("")
            self.examples.clear()
            self._tell(messages.sentence(mistake))
            return
        self._tasks.watch(
            self._workers.read(listening.try_query, expression, EXAMPLES),
            self,
            partial(self._tested, self._question),
            partial(self._not_tested, self._question),
        )

    def _tested(self, question: int, found: QueryTest) -> None:
        if question != self._question:
            return
        self.hits.setText(
            self.tr("Passt zu {count} unter den gespeicherten.").format(
                count=formats.count(found.hits, "Beitrag", "Beiträgen")
            )
            if found.hits
            else self.tr("Kein gespeicherter Beitrag passt dazu.")
        )
        self.examples.clear()
        for entry in found.examples:
            text = plain_line(entry.text, 160)
            self.examples.addItem(f"{plain_line(entry.title, 120)}\n{text}" if entry.title else text)

    def _not_tested(self, question: int, error: BaseException) -> None:
        if question == self._question:
            self.hits.setText("")
            self.examples.clear()
            self._tell(messages.sentence(error))

    # keeping and removing

    @Slot()
    def save(self) -> None:
        """Keep what is being edited and apply it to everything stored."""
        self.save_button.setEnabled(False)
        self._tasks.watch(
            self._workers.outside(
                listening.save_query,
                self.name_field.text(),
                self.expression_field.toPlainText(),
                self._editing,
            ),
            self,
            self._saved,
            self._not_done,
        )

    def _saved(self, query: Query) -> None:
        self._editing = self._wanted = query.id
        self._loaded = (self.name_field.text(), self.expression_field.toPlainText())
        self._ask()

    def _not_done(self, error: BaseException) -> None:
        self._tell(messages.sentence(error))
        self._on_edited()

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()

    @Slot()
    def _on_remove(self) -> None:
        query = self._current()
        if query is None:
            return
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(self.tr("Das Suchprofil „{name}“ entfernen?").format(name=query.name))
        box.setInformativeText(
            self.tr(
                "Erwähnungen, die nur dieses Suchprofil gefunden hat und die Sie nicht bearbeitet haben, "
                "verlassen die Liste. Die Beiträge selbst bleiben gespeichert."
            )
        )
        remove = box.addButton(self.tr("Entfernen"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Behalten"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        remove.clicked.connect(lambda: self._remove(query.id))
        box.open()

    def _remove(self, query: QueryId) -> None:
        self._start_new()
        self._tasks.watch(self._workers.outside(listening.remove_query, query), self, None, self._not_done)

    def _ask_to_discard(self, discard: Callable[[], object], stay: Callable[[], object]) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(self.tr("Die Änderungen an diesem Suchprofil sind noch nicht gespeichert."))
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
