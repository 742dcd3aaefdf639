"""Suchprofile: list, add, edit with a form or an expression and a live test of what they hit, remove."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from kundenradar.domain.queries import QueryId, QuerySyntaxError, check_lasting, hints
from kundenradar.domain.query_form import QueryForm, form_expression, read_form
from kundenradar.services import listening, messages, review
from ui import formats
from ui.dialogs.frame import Frame, scrolling
from ui.dialogs.handbook import offer_help
from ui.models.searched import in_german
from ui.widgets.buttons import Button
from ui.widgets.expression_field import ExpressionField
from ui.widgets.form import FormField
from ui.widgets.labels import WrapLabel, announce, set_tone
from ui.widgets.list_editor import EditorRow, EditorWords, ListEditor
from ui.widgets.query_fields import QueryFields
from ui.widgets.query_probe import QueryProbe

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from kundenradar.domain.queries import Query
    from kundenradar.services.listening import QueryChange
    from ui.bridge import Bridge
    from ui.tasks import Tasks

LONGEST_NAME = 80
WIDTH, HEIGHT = 940, 740
BESIDE_BAR = 14
"""Pixels between the fields and the edge, where the scroll bar may come."""


def read_queries(ctx: Any) -> tuple[Query, ...]:  # noqa: ANN401 - the core's context
    """The Suchprofile, with as many mentions as their lists show: near copies are one."""
    counts = review.facets(ctx).by_query
    return tuple(replace(query, mentions=counts.get(query.id, 0)) for query in listening.list_queries(ctx))


class QueriesDialog(QDialog):
    """Two columns: the Suchprofile, and the one being edited with what it hits among what is stored."""

    def __init__(self, workers: Workers, tasks: Tasks, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workers, self._tasks = workers, tasks
        self._build()
        bridge.queries_changed.connect(self._ask)
        self.editor.start_new()
        self._ask()

    # building

    def _build(self) -> None:
        lead = self.tr(
            "Ein Beitrag wird zur Erwähnung, wenn er zu einem Suchprofil passt. Ein neues oder geändertes Suchprofil "
            "gilt auch für alles, was schon gespeichert ist."
        )
        frame = Frame(self, self.tr("Suchprofile"), lead, WIDTH, HEIGHT)
        form = self._build_form()
        self.editor = self._build_editor()
        self.list, self.remove_button = self.editor.list, self.editor.remove_button
        self.save_button = self.editor.save_button
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.editor, 2)
        columns.addWidget(form, 5)
        frame.body.addLayout(columns, 1)
        frame.set_buttons(self.editor.close_button, self.save_button, left=self.remove_button)
        frame.fit()
        offer_help(self, "03-suchprofile")
        self._connect()
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab follows the eye: the list, what is being edited, what it finds, the buttons below."""
        stops = (*self.editor.tab_stops, self.name_field, *self.fields.tab_stops, self.expression_field)
        after = (self.cloud_button, self.examples, *self.editor.foot_stops)
        for one, next_one in pairwise((*stops, *after)):
            QWidget.setTabOrder(one, next_one)

    def _build_editor(self) -> ListEditor:
        words = EditorWords(
            name=self.tr("Suchprofile"),
            new=self.tr("Neues Suchprofil"),
            unsaved=self.tr("Die Änderungen an diesem Suchprofil sind noch nicht gespeichert."),
            remove=self.tr("Das Suchprofil „{name}“ entfernen?"),
            remove_hint=self.tr(
                "Erwähnungen, die nur dieses Suchprofil gefunden hat und die Sie nicht bearbeitet haben, "
                "verlassen die Liste. Die Beiträge selbst bleiben gespeichert."
            ),
        )
        editor = ListEditor(words, self._fields, self)
        self.noise_button = Button(self.tr("Ausgeschlossenes …"), icon="prohibit", parent=editor)
        editor.add_button(self.noise_button)
        return editor

    def _build_form(self) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("pageBody")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, BESIDE_BAR, 0)
        column.setSpacing(14)
        self.name_field = QLineEdit(inner)
        self.name_field.setMaxLength(LONGEST_NAME)
        self.name_field.setPlaceholderText(self.tr("zum Beispiel Reklamation"))
        self.fields = QueryFields(inner)
        self.expression_field = ExpressionField(self.tr("Ausdruck"), 3, inner)
        self.expression_field.setPlaceholderText(
            self.tr('zum Beispiel "Brandt Haustechnik" UND (Reklamation ODER Rechnung*) NICHT Stellenanzeige')
        )
        self._problem = WrapLabel("", parent=inner)
        self._problem.hide()
        self.cloud_button = Button(self.tr("Häufige Wörter …"), "quiet", parent=inner)
        self.probe = QueryProbe(self._workers, self._tasks, self.cloud_button, inner)
        self.hits, self.examples = self.probe.hits, self.probe.examples
        column.addWidget(FormField(self.tr("Name"), self.name_field))
        column.addWidget(self.fields)
        hint = self.tr(
            'UND, ODER, NICHT, Klammern; "…" für eine Wortfolge; Wärme* für jeden Wortanfang; Bad~ auch für '
            "Bäder und Badsanierung; NAHE/5 für nahe beieinander. Alles Weitere steht im Handbuch (F1)."
        )
        column.addWidget(FormField(self.tr("Ausdruck: dasselbe, ausgeschrieben"), self.expression_field, hint))
        column.addWidget(self._problem)
        column.addWidget(self.probe, 1)
        return scrolling(inner, self)

    def _connect(self) -> None:
        self.editor.loaded.connect(self._fill)
        self.editor.removal_wished.connect(self._remove)
        self.editor.save_button.clicked.connect(self.save)
        self.editor.close_button.clicked.connect(self.reject)
        self.name_field.textChanged.connect(self._on_edited)
        self.expression_field.textChanged.connect(self._on_expression)
        self.fields.edited.connect(self._on_form)
        self.probe.failed.connect(lambda error: self._tell(messages.sentence(error)))
        self.noise_button.clicked.connect(self._show_noise)
        self.cloud_button.clicked.connect(self._show_cloud)

    # the list

    @Slot()
    def _ask(self) -> None:
        self._tasks.watch(self._workers.read(read_queries), self, self._show)

    def _show(self, found: tuple[Query, ...]) -> None:
        rows = []
        for query in found:
            count = formats.count(query.mentions, "Erwähnung", "Erwähnungen")
            rows.append(EditorRow(query.id, query, query.name, f"{query.name}\n{count}"))
        self.editor.show_rows(rows)

    # the fields

    def _fields(self) -> tuple[str, str]:
        return self.name_field.text(), self.expression_field.toPlainText()

    @Slot(object)
    def _fill(self, query: Query | None) -> None:
        self.name_field.setText("" if query is None else query.name)
        self.expression_field.setPlainText("" if query is None else in_german(query.expression))
        self.cloud_button.setEnabled(query is not None and query.mentions > 0)
        if query is None:
            self.name_field.setFocus()
        self._read_back()
        self._look(at_once=True)

    @Slot(object)
    def _on_form(self, form: QueryForm) -> None:
        """The fields write the expression."""
        self.expression_field.blockSignals(True)
        self.expression_field.setPlainText(in_german(form_expression(form)))
        self.expression_field.blockSignals(False)
        self._look()

    @Slot()
    def _on_expression(self) -> None:
        """The expression fills the fields, if they can say it."""
        self._read_back()
        self._look()

    def _read_back(self) -> None:
        expression = self.expression_field.toPlainText()
        if self._mistake(expression) is None or not expression.strip():
            self.fields.show_form(read_form(expression))

    @Slot()
    def _on_edited(self) -> None:
        can_be_saved = bool(self.name_field.text().strip()) and self._mistake(self._fields()[1]) is None
        self.save_button.setEnabled(can_be_saved and self.editor.is_edited)

    def _look(self, *, at_once: bool = False) -> None:
        """Say what is wrong with the expression, or what it finds."""
        expression = self.expression_field.toPlainText()
        mistake = self._mistake(expression) if expression.strip() else None
        self._problem.hide()
        self.expression_field.clear_mark()
        self._on_edited()
        if mistake is not None:
            self.probe.show_mistake()
            self.expression_field.mark(mistake.position, mistake.length)
            self._tell(messages.sentence(mistake))
            return
        for hint in hints(expression)[:1]:
            self._tell(messages.hint_sentence(hint), "warning")
        self.probe.follow(expression)
        if at_once:
            self.probe.ask()

    @staticmethod
    def _mistake(expression: str) -> QuerySyntaxError | None:
        try:
            check_lasting(expression)
        except QuerySyntaxError as error:
            return error
        return None

    # keeping and removing

    @Slot()
    def save(self) -> None:
        """Keep what is being edited and apply it to everything stored; first show what a change would change."""
        self.save_button.setEnabled(False)
        name, expression = self._fields()
        row = self.editor.current
        key = self.editor.editing
        before = row.value.expression if row is not None and key is not None else expression  # type: ignore[attr-defined]  # a Query
        if expression == in_german(before):
            expression = before  # only its operators were translated, to be read
        if key is None or expression == before:
            self._keep(name, expression, key)
            return
        self._tasks.watch(
            self._workers.read(listening.preview_change, expression, QueryId(key)),
            self,
            partial(self._show_change, name, expression, key),
            self._not_done,
        )

    def _show_change(self, name: str, expression: str, key: int, change: QueryChange) -> None:
        if change.is_nothing:
            self._keep(name, expression, key)
            return
        from ui.dialogs.query_change import QueryChangeDialog

        dialog = QueryChangeDialog(name, change, self)
        dialog.agreed.connect(lambda: self._keep(name, expression, key))
        dialog.rejected.connect(self._on_edited)
        dialog.open()

    def _keep(self, name: str, expression: str, key: int | None) -> None:
        future = self._workers.outside(listening.save_query, name, expression, None if key is None else QueryId(key))
        self._tasks.watch(future, self, self._saved, self._not_done)

    def _saved(self, query: Query) -> None:
        self.editor.note_saved(query.id)
        self._ask()

    def _not_done(self, error: BaseException) -> None:
        self._tell(messages.sentence(error))
        self._on_edited()

    def _tell(self, sentence: str, tone: str = "bad") -> None:
        set_tone(self._problem, tone)
        self._problem.setText(sentence)
        self._problem.show()
        announce(self._problem, sentence)

    @Slot(int)
    def _remove(self, key: int) -> None:
        self._tasks.watch(self._workers.outside(listening.remove_query, QueryId(key)), self, None, self._not_done)

    def reject(self) -> None:
        """Escape and "Schließen": ask first if something is not saved."""
        self.editor.leave(lambda: self.done(int(QDialog.DialogCode.Rejected)))

    # noise

    @Slot()
    def _show_noise(self) -> None:
        from ui.dialogs.exclusions import ExclusionsDialog

        ExclusionsDialog(self._workers, self._tasks, self).open()

    @Slot()
    def _show_cloud(self) -> None:
        from ui.dialogs.word_cloud import WordCloudDialog

        row = self.editor.current
        if row is not None:
            WordCloudDialog(self._workers, self._tasks, QueryId(row.key), row.name, self).open()
