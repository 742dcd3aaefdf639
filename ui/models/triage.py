"""What is done with mentions: work state, sentiment, bookmark; the last change of state can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kundenradar.domain.mentions import MentionStatus
from kundenradar.services import noise, review
from ui import formats
from ui.models.words import STATUS_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from kundenradar.app.core import Workers
    from kundenradar.domain.mentions import EntryId
    from kundenradar.domain.noise import ExclusionId
    from kundenradar.domain.sentiment import Label
    from kundenradar.services.noise import Excluded
    from ui.models.mentions import MentionListModel
    from ui.tasks import Tasks

MOST_UNDONE = 5_000
"""Larger changes cannot be undone: their states before are not all at hand."""


class Triage(QObject):
    """Sends changes to the writer and tells when they stand.

    Signals:
        changed: These mentions were changed (list of EntryId).
        undoable: A sentence about a change that can be undone.
        corrected: A person gave a judgement or took one back.
    """

    changed = Signal(object)
    corrected = Signal()
    undoable = Signal(str)

    def __init__(self, workers: Workers, tasks: Tasks, model: MentionListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers, self._tasks, self._model = workers, tasks, model
        self._before: dict[MentionStatus, list[EntryId]] = {}
        self._excluded: ExclusionId | None = None

    def set_status(self, ids: Sequence[EntryId], status: MentionStatus) -> None:
        """Move mentions on."""
        before: dict[MentionStatus, list[EntryId]] = {}
        lines = [self._model.known(mention) for mention in ids[: MOST_UNDONE + 1]]
        for line in lines:
            if line is not None and line.status is not status:
                before.setdefault(line.status, []).append(line.id)
        can_undo = bool(before) and len(ids) <= MOST_UNDONE and None not in lines
        future = self._workers.write(review.set_status, ids, status)
        self._tasks.watch(future, self, partial(self._status_set, ids, status, before if can_undo else {}))

    def _status_set(
        self,
        ids: Sequence[EntryId],
        status: MentionStatus,
        before: dict[MentionStatus, list[EntryId]],
        _moved: object,
    ) -> None:
        self._before, self._excluded = before, None
        self.changed.emit(ids)
        if before:
            count = sum(len(part) for part in before.values())
            self.undoable.emit(
                self.tr("{count} auf „{status}“ gesetzt.").format(
                    count=formats.count(count, "Erwähnung", "Erwähnungen"), status=STATUS_WORDS[status]
                )
            )

    def note_answered(self, mention: EntryId, before: MentionStatus) -> None:
        """A mention was marked as answered elsewhere; that can be undone as well."""
        self._before = {before: [mention]} if before is not MentionStatus.ANSWERED else {}
        self._excluded = None

    @Slot(object)
    def note_excluded(self, done: Excluded) -> None:
        """Something was shut out; that can be undone as well."""
        self._before, self._excluded = {}, done.exclusion.id
        self.undoable.emit(
            self.tr("„{value}“ ausgeschlossen: {count} weniger.").format(
                value=done.exclusion.value, count=formats.count(done.left, "Erwähnung", "Erwähnungen")
            )
        )

    def undo(self) -> None:
        """Give the mentions of the last change their state before."""
        excluded, self._excluded = self._excluded, None
        if excluded is not None:
            self._tasks.watch(self._workers.outside(noise.readmit, excluded), self)
        before, self._before = self._before, {}
        for status, ids in before.items():
            self._then(self._workers.write(review.set_status, ids, status), ids)

    def set_sentiment(self, ids: Sequence[EntryId], label: Label | None) -> None:
        """Let a person's judgement count, or with None the model's again."""
        if label is None:
            future: Future[None] = self._workers.outside(review.clear_sentiment, ids)
        else:
            future = self._workers.write(review.set_sentiment, ids, label)
        self._tasks.watch(future, self, partial(self._judged, ids))

    def _judged(self, ids: Sequence[EntryId], _done: object) -> None:
        self.changed.emit(ids)
        self.corrected.emit()

    def set_bookmarked(self, ids: Sequence[EntryId], *, on: bool) -> None:
        """Set or remove the bookmark."""
        self._then(self._workers.write(review.set_bookmarked, ids, on), ids)

    def _then(self, future: Future[object], ids: Sequence[EntryId]) -> None:
        self._tasks.watch(future, self, lambda _: self.changed.emit(ids))
