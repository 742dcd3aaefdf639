"""The notice that somebody writes of danger or harm, above the pages of the daily work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot

from kundenradar.domain.mentions import OPEN_STATUSES, MentionFilter
from ui.models.words import safety_words
from ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kundenradar.app.core import Workers
    from kundenradar.domain.mentions import MentionLine
    from ui.bridge import Bridge
    from ui.tasks import Tasks

SOON_MS = 400
PAGES = frozenset({"overview", "mentions", "topics"})
ALARMS = MentionFilter(safety=True, statuses=OPEN_STATUSES)
"""What the notice leads to."""


class SafetyBar(MessageBar):
    """Stands as long as an open mention names a danger; nothing but work takes it away.

    Signals:
        wished: Show these mentions (MentionFilter).
    """

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, stays=True)
        self._workers: Workers | None = None
        self._tasks: Tasks | None = None
        self._alarms: tuple[MentionLine, ...] = ()
        self._page = ""
        self._said: tuple[object, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.ask)

    def attach(self, workers: Workers, tasks: Tasks, bridge: Bridge) -> None:
        """Begin to listen."""
        self._workers, self._tasks = workers, tasks
        for signal in (bridge.mentions_added, bridge.mentions_changed):
            signal.connect(self._ask_soon)
        self.ask()

    def stop(self) -> None:
        """Ask no more."""
        self._soon.stop()
        self._workers = None

    @Slot()
    def _ask_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def ask(self) -> None:
        """Look for alarms now."""
        from kundenradar.services import understanding

        if self._workers is not None and self._tasks is not None:
            self._tasks.watch(self._workers.read(understanding.alarms), self, self._take)

    def show_on(self, page: str) -> None:
        """Another page is in front."""
        self._page = page
        self._show()

    def _take(self, alarms: tuple[MentionLine, ...]) -> None:
        self._alarms = alarms
        self._show()

    def _show(self) -> None:
        if not self._alarms or self._page not in PAGES:
            self.hide()
            return
        said = (self._alarms, self.isHidden())
        if said == self._said:
            return
        words = safety_words([word for line in self._alarms for word in line.safety])
        count = len(self._alarms)
        sentence = (
            self.tr("Eine offene Erwähnung nennt eine Gefahr: {words}.")
            if count == 1
            else self.tr("{count} offene Erwähnungen nennen eine Gefahr: {words}.")
        )
        self.say(
            sentence.format(count=count, words=words),
            "bad",
            self.tr("Ansehen"),
            lambda: self.wished.emit(ALARMS),
        )
        self._said = (self._alarms, False)
