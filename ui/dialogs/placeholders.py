"""Asks for what is still to be filled in of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from ui.dialogs.frame import Frame
from ui.widgets.buttons import Button
from ui.widgets.form import FormField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH = 480
LONGEST_VALUE = 500


class PlaceholdersDialog(QDialog):
    """One line per open placeholder; what stays empty stays open.

    Signals:
        filled: Values by name (dict[str, str]), only those that were given.
    """

    filled = Signal(object)

    def __init__(self, names: Sequence[str], known: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        folded = {name.casefold(): value for name, value in known.items()}
        lead = self.tr("Was Sie hier eintragen, wird an jeder Stelle des Entwurfs eingesetzt.")
        frame = Frame(self, self.tr("Platzhalter ausfüllen"), lead, WIDTH)
        self.fields: dict[str, QLineEdit] = {}
        for name in names:
            field = QLineEdit(folded.get(name.casefold(), ""), self)
            field.setMaxLength(LONGEST_VALUE)
            field.textChanged.connect(self._on_edited)
            frame.body.addWidget(FormField(name, field))
            self.fields[name] = field
        frame.body.addStretch(1)
        self._take = Button(self.tr("Einsetzen"), "primary", parent=self)
        self._take.setDefault(True)
        self._take.clicked.connect(self.accept)
        cancel = Button(self.tr("Abbrechen"), parent=self)
        cancel.clicked.connect(self.reject)
        frame.set_buttons(cancel, self._take)
        frame.fit()
        self._on_edited()

    @Slot()
    def _on_edited(self) -> None:
        self._take.setEnabled(any(field.text().strip() for field in self.fields.values()))

    def accept(self) -> None:
        """Tell what was given and close."""
        values = {name: field.text().strip() for name, field in self.fields.items() if field.text().strip()}
        super().accept()
        self.filled.emit(values)
