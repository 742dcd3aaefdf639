"""Asks for what is still to be filled in of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrapLabel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST_VALUE = 500


class PlaceholdersDialog(QDialog):
    """One line per open placeholder; what stays empty stays open.

    Signals:
        filled: Values by name (dict[str, str]), only those that were given.
    """

    filled = Signal(object)

    def __init__(self, names: Sequence[str], known: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Platzhalter ausfüllen"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        folded = {name.casefold(): value for name, value in known.items()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(
            WrapLabel(self.tr("Was Sie hier eintragen, wird an jeder Stelle des Entwurfs eingesetzt."), "second")
        )
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.fields: dict[str, QLineEdit] = {}
        for name in names:
            field = QLineEdit(folded.get(name.casefold(), ""), self)
            field.setMaxLength(LONGEST_VALUE)
            field.setAccessibleName(name)
            field.textChanged.connect(self._on_edited)
            label = Label(name, parent=self)
            label.setBuddy(field)
            form.addRow(label, field)
            self.fields[name] = field
        layout.addLayout(form)
        layout.addStretch(1)
        self._take = Button(self.tr("Einsetzen"), "primary", parent=self)
        self._take.setDefault(True)
        self._take.clicked.connect(self.accept)
        cancel = Button(self.tr("Abbrechen"), parent=self)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._take)
        layout.addLayout(row)
        self.setMinimumWidth(420)
        self._on_edited()

    @Slot()
    def _on_edited(self) -> None:
        self._take.setEnabled(any(field.text().strip() for field in self.fields.values()))

    def accept(self) -> None:
        """Tell what was given and close."""
        values = {name: field.text().strip() for name, field in self.fields.items() if field.text().strip()}
        super().accept()
        self.filled.emit(values)
