"""Looks who else criticises the same as the mention that is open, once it is really read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from kundenradar.domain.understanding import Concern
from kundenradar.services import understanding

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from kundenradar.domain.mentions import EntryId, Mention
    from kundenradar.services.understanding import SameComplaint
    from ui.tasks import Tasks
    from ui.widgets.mention_detail import MentionDetail

LOOK_MS: Final = 400
"""Who only passes by asks nothing."""


class SameFinder(QObject):
    """Asks for one mention at a time and shows the answer in its detail."""

    def __init__(self, workers: Workers, tasks: Tasks, detail: MentionDetail, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers, self._tasks, self._detail = workers, tasks, detail
        self._wanted: EntryId | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._ask)

    def look(self, mention: Mention) -> None:
        """A mention was opened or read anew."""
        if mention.entry.id == self._wanted:
            return
        self._detail.show_same(None)
        self._timer.stop()
        self._wanted = mention.entry.id
        if Concern.CRITICISM in mention.reading.concerns and not mention.own:
            self._timer.start()

    @Slot()
    def _ask(self) -> None:
        if self._wanted is not None and self._detail.isVisible():
            future = self._workers.outside(understanding.same_complaint, self._wanted)
            self._tasks.watch(future, self, partial(self._take, self._wanted))

    def _take(self, mention: EntryId, found: SameComplaint | None) -> None:
        if mention == self._wanted:
            self._detail.show_same(found)
