"""The column of the list: filters above it, what to say where it is empty, the offer to undo below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundenradar.domain.mentions import OPEN_STATUSES, MentionFilter
from ui.widgets.empty import EmptyState
from ui.widgets.filter_bar import FilterBar
from ui.widgets.grounds import FittingStack, surface
from ui.widgets.mention_list import MentionList
from ui.widgets.selection_bar import SelectionBar
from ui.widgets.undo_bar import UndoBar

if TYPE_CHECKING:
    from ui.models.mentions import MentionListModel

LIST, NO_MENTIONS, NO_HITS = range(3)

_PLAIN_WORD: Final = re.compile(r"[^\W\d_]{3,}")


def in_longer_words(expression: str) -> str:
    """The same word as a part of others: ``*Brot*`` also finds *Roggenbrot*; empty for all but one plain word."""
    return f"*{expression}*" if _PLAIN_WORD.fullmatch(expression) else ""


class MentionListing(QWidget):
    """Filters, list and undo, one above the other.

    Signals:
        add_source: The reader wants to add a source.
    """

    add_source = Signal()

    def __init__(self, model: MentionListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.filters = FilterBar(self)
        self.list = MentionList(model, self)
        self.undo = UndoBar(self)
        self.selection = SelectionBar(self)
        ground = surface(self)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._build_stack(ground), 1)
        column.addWidget(self.selection)
        column.addWidget(self.undo)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)

    def _build_stack(self, parent: QWidget) -> FittingStack:
        self.stack = FittingStack(parent)
        listing = QWidget()
        inset = QVBoxLayout(listing)
        inset.setContentsMargins(8, 0, 0, 0)
        inset.addWidget(self.list)
        self.stack.addWidget(listing)
        self.stack.addWidget(self._build_no_mentions())
        self.stack.addWidget(self._build_no_hits())
        return self.stack

    def _build_no_mentions(self) -> EmptyState:
        self.no_mentions = EmptyState(
            "tray",
            self.tr("Noch keine Erwähnungen"),
            self.tr(
                "Sobald eine Quelle etwas über Ihre Firma bringt, steht es hier. Fügen Sie Quellen hinzu "
                "oder prüfen Sie, wonach Ihre Suchprofile suchen."
            ),
        )
        self.no_mentions.add_button(self.tr("Quelle hinzufügen"), self.add_source.emit, "primary", "plus")
        return self.no_mentions

    def _build_no_hits(self) -> EmptyState:
        self.no_hits = EmptyState(
            "magnifying-glass",
            self.tr("Nichts gefunden"),
            self.tr("Zu diesen Filtern gibt es keine Erwähnung."),
        )
        self.reset = self.no_hits.add_button(self.tr("Filter zurücksetzen"), self.filters.reset, "primary")
        self.everywhere = self.no_hits.add_button(
            self.tr("Überall suchen"), self.filters.search_everywhere, "primary", "magnifying-glass"
        )
        self.everywhere.hide()
        self.longer = self.no_hits.add_button(
            self.tr("Auch in längeren Wörtern suchen"), self._search_longer, "primary", "magnifying-glass"
        )
        self.longer.hide()
        return self.no_hits

    def _search_longer(self) -> None:
        """German puts words together: the one that was searched may be a part of what people write."""
        self.filters.search_for(in_longer_words(self._model.filter.expression))
        self.filters.search.setFocus()  # the button is gone, or the list is there

    def show_stack(self, count: int) -> None:
        """The list, or why there is none.

        Args:
            count: Mentions the filter of the model has.
        """
        self._say_what_is_missing(self._model.filter)
        self.stack.setCurrentIndex(LIST if count else NO_HITS if self.filters.is_narrowed else NO_MENTIONS)

    def _say_what_is_missing(self, wanted: MentionFilter) -> None:
        """An empty work list is good news, an empty search is not."""
        is_search_narrowed = bool(wanted.expression) and wanted != MentionFilter(expression=wanted.expression)
        can_be_part = bool(in_longer_words(wanted.expression)) and not is_search_narrowed
        self.everywhere.setVisible(is_search_narrowed)
        self.longer.setVisible(can_be_part)
        self.reset.setVisible(not is_search_narrowed and not can_be_part)
        if wanted == MentionFilter(statuses=OPEN_STATUSES):
            self.no_hits.say(self.tr("Alles beantwortet"), self.tr("Zurzeit wartet keine Erwähnung auf eine Antwort."))
        elif wanted == MentionFilter(bookmarked=True):
            self.no_hits.say(self.tr("Noch nichts gemerkt"), self.tr("Mit M merken Sie die gewählte Erwähnung."))
        elif is_search_narrowed:
            self.no_hits.say(
                self.tr("Hier nichts gefunden"),
                self.tr("Zu Ihrer Suche gibt es mit diesen Filtern keine Erwähnung."),
            )
        elif can_be_part:
            self.no_hits.say(
                self.tr("Nichts gefunden"),
                self.tr("In keiner Erwähnung kommt „{word}“ als ganzes Wort vor.").format(word=wanted.expression),
            )
        else:
            self.no_hits.say(self.tr("Nichts gefunden"), self.tr("Zu diesen Filtern gibt es keine Erwähnung."))
