"""What saving a changed Suchprofil would change, before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QSizePolicy, QWidget

from ui import formats
from ui.dialogs.frame import Frame
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrapLabel
from ui.widgets.lists import WordList
from ui.widgets.query_probe import entry_line

if TYPE_CHECKING:
    from kundenradar.domain.mentions import Entry
    from kundenradar.services.listening import QueryChange

MOST_EXAMPLES: Final = 3
"""Of what comes and of what goes; shown whole, so that the dialog fits into a small window without scrolling."""


class QueryChangeDialog(QDialog):
    """How many mentions come and go, with examples.

    Signals:
        agreed: Save it.
    """

    agreed = Signal()

    def __init__(self, name: str, change: QueryChange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame = Frame(self, self.tr("Das ändert sich an „{name}“").format(name=name), width=600)
        coming = (
            self.tr("Nichts kommt dazu"),
            self.tr("Ein Beitrag kommt dazu"),
            self.tr("{count} Beiträge kommen dazu"),
        )
        going = (
            self.tr("Nichts fällt weg"),
            self.tr("Eine Erwähnung fällt weg"),
            self.tr("{count} Erwähnungen fallen weg"),
        )
        self._add(frame, _told(coming, change.coming), "", change.coming_examples)
        self._add(frame, _told(going, change.going), self._stay_words(change), change.going_examples)
        kept = self.tr("{count} bleiben wie sie sind.").format(
            count=formats.count(change.kept, "Erwähnung", "Erwähnungen")
        )
        if change.kept > 1:
            frame.body.addWidget(WrapLabel(kept, "second"))
        frame.body.addStretch(1)
        save = Button(self.tr("Übernehmen"), "primary")
        save.clicked.connect(self._agree)
        back = Button(self.tr("Weiter bearbeiten"))
        back.clicked.connect(self.reject)
        frame.set_buttons(back, save)
        save.setDefault(True)
        save.setFocus()

    def _stay_words(self, change: QueryChange) -> str:
        """What becomes of those that fall away."""
        stay = change.going - change.leaving
        if not change.going:
            return ""
        if not stay:
            return self.tr("Sie verlassen die Liste; die Beiträge bleiben gespeichert.")
        return self.tr(
            "{count} davon bleiben auf der Liste: Sie sind schon bearbeitet, oder ein anderes Suchprofil passt."
        ).format(count=formats.number(stay))

    def _add(self, frame: Frame, title: str, hint: str, examples: tuple[Entry, ...]) -> None:
        frame.body.addWidget(Label(title, "strong"))
        if hint:
            frame.body.addWidget(WrapLabel(hint, "second"))
        if examples:
            shown = WordList(title, is_for_reading=True)
            for entry in examples[:MOST_EXAMPLES]:
                shown.addItem(entry_line(entry))
            shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            frame.body.addWidget(shown)

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit()


def _told(words: tuple[str, str, str], count: int) -> str:
    """The words for none, one or many."""
    return words[min(count, 2)].format(count=formats.number(count))
