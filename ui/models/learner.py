"""Learns after each correction, one lesson at a time, and tells what looks different now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kundenradar.services import learning
from ui import formats

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from kundenradar.domain.learning import Rejudged
    from ui.tasks import Tasks

PAUSE_MS: Final = 700
"""Corrections in quick succession are one lesson."""


class Learner(QObject):
    """Sends lessons to a worker.

    Signals:
        learnt: A lesson stands; nothing or something looks different (Rejudged).
        undoable: A sentence about what was judged anew, which can be taken back.
    """

    learnt = Signal(object)
    undoable = Signal(str)

    def __init__(self, workers: Workers, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers, self._tasks = workers, tasks
        self._rejudged: Rejudged | None = None
        self._is_busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._learn)

    @property
    def can_undo(self) -> bool:
        """Whether mentions judged anew can be given their judgement before."""
        return self._rejudged is not None

    @Slot()
    def note_correction(self) -> None:
        """A correction was made or taken back: learn soon."""
        self._timer.start()

    def undo(self) -> None:
        """Give the mentions judged anew their judgement before."""
        rejudged, self._rejudged = self._rejudged, None
        if rejudged is not None:
            self._tasks.watch(self._workers.write(learning.undo, rejudged), self)

    @Slot()
    def forget_undo(self) -> None:
        """Something else was done since; that is what can be taken back now."""
        self._rejudged = None

    @Slot()
    def _learn(self) -> None:
        if self._is_busy:
            self._timer.start()
            return
        self._is_busy = True
        self._tasks.watch(self._workers.outside(learning.learn_and_judge_again), self, self._on_learnt, self._on_failed)

    def _on_learnt(self, rejudged: Rejudged) -> None:
        self._is_busy = False
        if rejudged.ids:
            self._rejudged = rejudged
            count = formats.number(len(rejudged.ids))
            self.undoable.emit(self.tr("{count} weitere neu eingestuft.").format(count=count))
        self.learnt.emit(rejudged)

    def _on_failed(self, error: BaseException) -> None:
        self._is_busy = False
        self._tasks.failed.emit(error)
