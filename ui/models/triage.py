"""What is done with mentions: work state, sentiment, bookmark; the last change of state or sentiment can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from kundenradar.domain.mentions import MentionStatus
from kundenradar.services import noise, review
from ui import formats
from ui.models.words import SENTIMENT_WORDS, STATUS_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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
        self._labels: dict[Label | None, list[EntryId]] = {}
        self._excluded: ExclusionId | None = None

    def _remember(
        self,
        statuses: dict[MentionStatus, list[EntryId]] | None = None,
        labels: dict[Label | None, list[EntryId]] | None = None,
        excluded: ExclusionId | None = None,
    ) -> None:
        """The last change, which alone can be undone."""
        self._before, self._labels, self._excluded = statuses or {}, labels or {}, excluded

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
        self._remember(statuses=before)
        self.changed.emit(ids)
        if before:
            self.undoable.emit(_told(before, self.tr("auf „{what}“ gesetzt."), STATUS_WORDS[status]))

    def note_answered(self, mention: EntryId, before: MentionStatus) -> None:
        """A mention was marked as answered elsewhere; that can be undone as well."""
        self._remember(statuses={before: [mention]} if before is not MentionStatus.ANSWERED else None)

    @Slot(object)
    def note_excluded(self, done: Excluded) -> None:
        """Something was shut out; that can be undone as well."""
        self._remember(excluded=done.exclusion.id)
        self.undoable.emit(
            self.tr("„{value}“ ausgeschlossen: {count} weniger.").format(
                value=done.exclusion.value, count=formats.count(done.left, "Erwähnung", "Erwähnungen")
            )
        )

    def undo(self) -> None:
        """Give the mentions of the last change their state or sentiment before."""
        excluded, statuses, labels = self._excluded, self._before, self._labels
        self._remember()
        if excluded is not None:
            self._tasks.watch(self._workers.outside(noise.readmit, excluded), self)
        for status, ids in statuses.items():
            self._then(self._workers.write(review.set_status, ids, status), ids)
        for label, ids in labels.items():
            self._tasks.watch(self._send(ids, label), self, partial(self._judged, ids))

    def set_sentiment(self, ids: Sequence[EntryId], label: Label | None) -> None:
        """Let a person's judgement count, or with None the model's again."""
        before: dict[Label | None, list[EntryId]] = {}
        lines = [self._model.known(mention) for mention in ids[: MOST_UNDONE + 1]]
        for line in lines:
            given = line.label if line is not None and line.by_human else None
            if line is not None and given is not label:
                before.setdefault(given, []).append(line.id)
        can_undo = bool(before) and len(ids) <= MOST_UNDONE and None not in lines
        done = partial(self._sentiment_set, ids, label, before if can_undo else {})
        self._tasks.watch(self._send(ids, label), self, done)

    def _send(self, ids: Sequence[EntryId], label: Label | None) -> Future[None]:
        if label is None:
            return self._workers.outside(review.clear_sentiment, ids)
        return self._workers.write(review.set_sentiment, ids, label)

    def _sentiment_set(
        self, ids: Sequence[EntryId], label: Label | None, before: dict[Label | None, list[EntryId]], _done: object
    ) -> None:
        self._remember(labels=before)
        if before:
            done = self.tr("als „{what}“ bewertet.") if label else self.tr("wieder vom Programm eingeschätzt.")
            self.undoable.emit(_told(before, done, SENTIMENT_WORDS[label].lower() if label else ""))
        self._judged(ids, None)

    def _judged(self, ids: Sequence[EntryId], _done: object) -> None:
        self.changed.emit(ids)
        self.corrected.emit()

    def set_bookmarked(self, ids: Sequence[EntryId], *, on: bool) -> None:
        """Set or remove the bookmark."""
        self._then(self._workers.write(review.set_bookmarked, ids, on), ids)

    def _then(self, future: Future[object], ids: Sequence[EntryId]) -> None:
        self._tasks.watch(future, self, lambda _: self.changed.emit(ids))


def _told(before: Mapping[Any, Sequence[EntryId]], done: str, what: str) -> str:
    """``7 als „negativ“ bewertet.``, or ``Als „negativ“ bewertet.`` of one: it stands in a narrow line."""
    count = sum(len(part) for part in before.values())
    words = done.format(what=what)
    return f"{words[0].upper()}{words[1:]}" if count == 1 else f"{formats.number(count)} {words}"
