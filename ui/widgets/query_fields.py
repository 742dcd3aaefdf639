"""The form for simple Suchprofile: what must, may and must not occur."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kundenradar.domain.query_form import QueryForm
from ui.widgets.form import CheckBox, FormField, words_of, words_text
from ui.widgets.labels import WrapLabel
from ui.widgets.layouts import AdaptiveGrid


class QueryFields(QWidget):
    """Four fields and a tick; words are parted by commas.

    Signals:
        edited: What the fields say now (QueryForm). Not sent by `show_form`.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.every = self._field(self.tr("Muss vorkommen"), self.tr("zum Beispiel Brandt"))
        self.any_of = self._field(self.tr("Eines davon"), self.tr("Heizung, Bad, Wärmepumpe"))
        self.exactly = self._field(self.tr("Genaue Wortfolge"), self.tr("Brandt Haustechnik"))
        self.none_of = self._field(self.tr("Darf nicht vorkommen"), self.tr("Stellenanzeige, wir suchen"))
        self._lines = (self.every, self.any_of, self.exactly, self.none_of)
        self.related = CheckBox(self.tr("Auch Formen und Zusammensetzungen"), self)
        self.related.setToolTip(self.tr("Wärmepumpe findet dann auch Wärmepumpen und Wärmepumpenwartung."))
        self.related.toggled.connect(self._on_edited)
        self._note = WrapLabel(
            self.tr("Dieser Ausdruck sagt mehr, als in diese Felder passt. Bearbeiten Sie ihn unten."), "meta", self
        )
        self._note.hide()
        self._build()

    def _field(self, name: str, example: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.setPlaceholderText(example)
        field.textEdited.connect(self._on_edited)
        return field

    def _build(self) -> None:
        grid = AdaptiveGrid([FormField(field.accessibleName(), field) for field in self._lines], most=2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(grid)
        layout.addWidget(self.related)
        layout.addWidget(self._note)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """What Tab reaches, in order."""
        return (*self._lines, self.related)

    @property
    def form(self) -> QueryForm:
        """What the fields say."""
        every, any_of, exactly, none_of = (words_of(field.text()) for field in self._lines)
        return QueryForm(every, any_of, exactly, none_of, self.related.isChecked())

    def show_form(self, form: QueryForm | None) -> None:
        """Fill the fields; None: the expression says more than they can, so they rest."""
        said = form or QueryForm()
        texts = (said.every, said.any_of, said.exactly, said.none_of)
        for field, words in zip(self._lines, texts, strict=True):
            if form is None or words_of(field.text()) != words:
                field.setText(words_text(words))
                field.setCursorPosition(0)
            field.setEnabled(form is not None)
        with QSignalBlocker(self.related):
            if form is None or form != QueryForm():
                self.related.setChecked(said.related)
        self.related.setEnabled(form is not None)
        self._note.setVisible(form is None)

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit(self.form)
