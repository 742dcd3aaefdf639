"""Other ways to write the firm's name, to be ticked into the field of its words."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundenradar.domain.firm_words import firm_words
from ui.widgets.buttons import Button, as_written
from ui.widgets.flow import FlowLayout
from ui.widgets.form import words_of, words_text
from ui.widgets.labels import Label, WrapLabel
from ui.widgets.safe_text import plain_line

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

MOST = 5
LONGEST_SHOWN = 40
"""Characters of a proposal on its chip; the whole of it is in its tooltip and its accessible name."""


class NameProposals(QWidget):
    """Proposals as chips; a pressed one stands in the field. Hidden while there are none.

    Attributes:
        chips: By term.
    """

    def __init__(self, terms: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms = terms
        self._name = ""
        self.chips: dict[str, Button] = {}
        title = Label(self.tr("Vorschläge: So könnten Kunden Sie auch schreiben"), "meta", self)
        self._holder = QWidget(self)
        self._anyway = WrapLabel("", "meta", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(self._holder)
        column.addWidget(self._anyway)
        self._row = FlowLayout(self._holder, gap=6)
        terms.textChanged.connect(self._show_ticks)
        self.hide()

    def offer(self, name: str) -> None:
        """Propose other ways to write this name."""
        if name == self._name:
            return
        self._name = name
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        self.chips.clear()
        found = firm_words(name)
        for proposal in found.proposals[:MOST]:
            chip = Button(as_written(plain_line(proposal.term, LONGEST_SHOWN)), "chip", parent=self._holder)
            chip.setToolTip(f"<p>{escape(proposal.term)}</p>" if len(proposal.term) > LONGEST_SHOWN else "")
            chip.setCheckable(True)
            chip.setAccessibleName(self.tr("Auch nach „{term}“ suchen").format(term=proposal.term))
            chip.toggled.connect(lambda on, term=proposal.term: self._tick(term, is_on=on))
            self._row.addWidget(chip)
            self.chips[proposal.term] = chip
        for before, after in pairwise((self._terms, *self.chips.values())):
            QWidget.setTabOrder(before, after)  # they came later than what stands below them
        self._anyway.setText(
            self.tr("Ohnehin gefunden: {words}").format(words=words_text(found.found_anyway[:3]))
            if found.found_anyway
            else ""
        )
        self._anyway.setVisible(bool(found.found_anyway))
        self.setVisible(bool(found.proposals))
        self._show_ticks()

    def _tick(self, term: str, *, is_on: bool) -> None:
        """Take a term into the field, or out of it, as if it had been typed there."""
        words = [word for word in words_of(self._terms.text()) if word != term]
        text = words_text([*words, term] if is_on else words)
        self._terms.setText(text)
        self._terms.textEdited.emit(text)
        self._terms.editingFinished.emit()

    @Slot()
    def _show_ticks(self) -> None:
        words = words_of(self._terms.text())
        for term, chip in self.chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(term in words)
