"""The column of the list: filters above it, what to say where it is empty, the offer to undo below."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        return self.no_hits

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
        self.everywhere.setVisible(is_search_narrowed)
        self.reset.setVisible(not is_search_narrowed)
        if wanted == MentionFilter(statuses=OPEN_STATUSES):
            self.no_hits.say(self.tr("Alles beantwortet"), self.tr("Zurzeit wartet keine Erwähnung auf eine Antwort."))
        elif wanted == MentionFilter(bookmarked=True):
            self.no_hits.say(self.tr("Noch nichts gemerkt"), self.tr("Mit M merken Sie die gewählte Erwähnung."))
        elif is_search_narrowed:
            self.no_hits.say(
                self.tr("Hier nichts gefunden"),
                self.tr("Zu Ihrer Suche gibt es mit diesen Filtern keine Erwähnung."),
            )
        else:
            self.no_hits.say(self.tr("Nichts gefunden"), self.tr("Zu diesen Filtern gibt es keine Erwähnung."))
