"""Keeps the part "Warum?" of a mention in step with the mention that is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kundenradar.services import explaining
from ui.widgets.why_pane import WhyPane

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from kundenradar.domain.mentions import EntryId, Mention
    from kundenradar.services.explaining import Why
    from ui.tasks import Tasks
    from ui.widgets.mention_detail import MentionDetail


class WhySection(QObject):
    """Asks why a mention was judged as it was, once someone wants to know.

    Attributes:
        pane: What shows it.
    """

    def __init__(self, detail: MentionDetail, workers: Workers, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._workers, self._tasks = workers, tasks
        self._detail = detail
        self._mention: EntryId | None = None
        self._is_wanted = False
        self.pane = WhyPane(detail)
        self.section = detail.sections.add(self.tr("Warum?"), "question", self.pane)
        self.section.opened.connect(self._on_opened)

    def show_mention(self, mention: Mention) -> None:
        """Offer the part for this mention; an open one is filled anew."""
        self._mention = mention.entry.id
        self.section.offer()
        self._ask()

    @Slot(bool)
    def _on_opened(self, is_open: bool) -> None:
        self._is_wanted = is_open
        self._ask()

    def _ask(self) -> None:
        if self._mention is not None and self.section.is_open:
            asked = self._workers.outside(explaining.why, self._mention)
            self._tasks.watch(asked, self, partial(self._show, self._mention))

    def _show(self, mention: EntryId, why: Why) -> None:
        if mention == self._mention:
            self.pane.show_why(why)
            if self._is_wanted:  # asked for just now, not left open from the mention before
                self._is_wanted = False
                self._detail.bring_into_view(self.pane)
