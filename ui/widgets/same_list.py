"""Others who criticise the same, with the clearest example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import formats
from ui.widgets.rows import LinkRow

if TYPE_CHECKING:
    from kundenradar.domain.mentions import EntryId
    from kundenradar.services.understanding import SameComplaint


def same_words(shared: SameComplaint) -> str:
    """``4 andere schreiben dasselbe``."""
    return "1 andere Person schreibt dasselbe" if shared.others == 1 else f"{shared.others} andere schreiben dasselbe"


class SameList(QWidget):
    """The clearest example, and a way to all of them.

    Signals:
        mention_wished: Show this mention (EntryId).
        all_wished: Show these mentions (tuple of EntryId).
    """

    mention_wished = Signal(object)
    all_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Dieselbe Beschwerde"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_same(self, shared: SameComplaint, current: EntryId) -> None:
        """Show these complaints beside the one that is open."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        example = shared.example
        if example is not None and example.id != current:
            where = f"{example.source_name} · {formats.when(example.at, formats.utc_now())}"
            title = self.tr("Am deutlichsten: {words}").format(words=example.title or example.snippet[:80])
            row = LinkRow("star", "accent", title, where, self)
            row.clicked.connect(lambda _checked=False, key=example.id: self.mention_wished.emit(key))
            self._column.addWidget(row)
        ids = shared.cluster.mentions
        every = LinkRow(
            "list-bullets",
            "accent",
            self.tr("Alle {count} Erwähnungen zeigen").format(count=formats.number(len(ids))),
            ", ".join(shared.cluster.words),
            self,
        )
        every.clicked.connect(lambda _checked=False: self.all_wished.emit(ids))
        self._column.addWidget(every)
        self.updateGeometry()
