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
    from kundenradar.domain.mentions import EntryId, MentionLine
    from kundenradar.domain.noise import ExclusionId
    from kundenradar.domain.sentiment import Label
    from kundenradar.services.noise import Excluded
    from ui.tasks import Tasks

MOST_UNDONE = 5_000
"""Larger changes cannot be undone: reading their states before would keep everything else waiting."""


def move(
    ctx: Any,  # noqa: ANN401 - the core's context
    ids: Sequence[EntryId],
    status: MentionStatus,
) -> dict[MentionStatus, list[EntryId]]:
    """Move mentions on; where those that moved stood before, nothing for more than `MOST_UNDONE`."""
    before: dict[MentionStatus, list[EntryId]] = {}
    for line in _lines(ctx, ids):
        if line.status is not status:
            before.setdefault(line.status, []).append(line.id)
    review.set_status(ctx, ids, status)
    return before


def judge(
    ctx: Any,  # noqa: ANN401 - the core's context
    ids: Sequence[EntryId],
    label: Label | None,
) -> dict[Label | None, list[EntryId]]:
    """Let a person's judgement count, or with None the model's; what a person had said of those it changes."""
    before: dict[Label | None, list[EntryId]] = {}
    for line in _lines(ctx, ids):
        given = line.label if line.by_human else None
        if given is not label:
            before.setdefault(given, []).append(line.id)
    if label is None:
        review.clear_sentiment(ctx, ids)
    else:
        review.set_sentiment(ctx, ids, label)
    return before


def _lines(ctx: Any, ids: Sequence[EntryId]) -> Sequence[MentionLine]:  # noqa: ANN401 - the core's context
    """What stands before a change: from the store, for the list holds only what was scrolled to."""
    return review.lines(ctx, ids) if len(ids) <= MOST_UNDONE else ()


class Triage(QObject):
    """Sends changes to the writer and tells when they stand.

    Signals:
        changed: These mentions were changed (list of EntryId).
        undoable: A sentence about a change that can be undone.
        final: A change was made that cannot be undone; neither can what was done before it.
        corrected: A person gave a judgement or took one back.
    """

    changed = Signal(object)
    corrected = Signal()
    undoable = Signal(str)
    final = Signal()

    def __init__(self, workers: Workers, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers, self._tasks = workers, tasks
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
        self._tasks.watch(self._workers.write(move, ids, status), self, partial(self._status_set, ids, status))

    def _status_set(
        self, ids: Sequence[EntryId], status: MentionStatus, before: dict[MentionStatus, list[EntryId]]
    ) -> None:
        self.changed.emit(ids)
        if before:
            self._remember(statuses=before)
            self.undoable.emit(_told(before, self.tr("auf „{what}“ gesetzt."), STATUS_WORDS[status]))
        elif len(ids) > MOST_UNDONE:
            self._forget()

    def _forget(self) -> None:
        self._remember()
        self.final.emit()

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
        self._tasks.watch(self._send(ids, label), self, partial(self._sentiment_set, ids, label))

    def _send(self, ids: Sequence[EntryId], label: Label | None) -> Future[dict[Label | None, list[EntryId]]]:
        """Judging by the model waits for a worker, which the writer must not."""
        return (self._workers.outside if label is None else self._workers.write)(judge, ids, label)

    def _sentiment_set(
        self, ids: Sequence[EntryId], label: Label | None, before: dict[Label | None, list[EntryId]]
    ) -> None:
        if before:
            self._remember(labels=before)
            done = self.tr("als „{what}“ bewertet.") if label else self.tr("wieder vom Programm eingeschätzt.")
            self.undoable.emit(_told(before, done, SENTIMENT_WORDS[label].lower() if label else ""))
        elif len(ids) > MOST_UNDONE:
            self._forget()
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
