"""Where the same message stands as well: place, author and time of each copy, with a way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import formats
from ui.widgets.buttons import IconButton
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.safe_text import plain_line, safe_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kundenradar.domain.mentions import Mention

MOST_SHOWN: Final = 30


class AlikeList(QWidget):
    """Rows of near copies.

    Signals:
        link_wished: Open this address in the browser.
    """

    link_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Gleiche Meldungen"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._rows: list[QWidget] = []

    def show_mentions(self, mentions: Sequence[Mention]) -> None:
        """Show these copies, in the order given."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(mention) for mention in mentions[:MOST_SHOWN]]
        if len(mentions) > MOST_SHOWN:
            more = self.tr("und {count} weitere").format(count=formats.number(len(mentions) - MOST_SHOWN))
            self._rows.append(Label(more, "meta", self))
        for row in self._rows:
            self._column.addWidget(row)
        self.updateGeometry()

    def _row(self, mention: Mention) -> QWidget:
        entry = mention.entry
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        when = formats.when(entry.published_at or entry.first_seen_at, formats.utc_now())
        words = [plain_line(mention.source_name, 80), plain_line(entry.author or "", 60), when]
        text = ElidedLabel(" · ".join(word for word in words if word), parent=row)
        line.addWidget(text, 1)
        address = safe_address(entry.link or "")
        if address is not None:
            button = IconButton(
                self.tr("Beitrag bei {source} im Browser öffnen").format(source=plain_line(mention.source_name, 80)),
                "arrow-square-out",
                parent=row,
            )
            button.clicked.connect(lambda _checked=False, link=entry.link: self.link_wished.emit(link))
            line.addWidget(button)
        return row
