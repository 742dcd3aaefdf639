"""What is done with mentions: work state, sentiment, bookmark; the last change of state or sentiment can be undone."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from kundenradar.domain.mentions import MentionStatus
from kundenradar.services import noise, replies, review
from ui import formats
from ui.models.words import SENTIMENT_WORDS, STATUS_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import Future

    from kundenradar.app.core import Workers
    from kundenradar.domain.mentions import EntryId, MentionLine
    from kundenradar.domain.noise import ExclusionId
    from kundenradar.domain.sentiment import Label
    from kundenradar.services.noise import Excluded
    from ui.tasks import Tasks

MOST_UNDONE = 5_000
"""Larger changes cannot be undone: reading their states before would keep everything else waiting."""


@dataclass(frozen=True, slots=True)
class Before:
    """What was before a change; nothing for more than `MOST_UNDONE` mentions.

    Attributes:
        chosen: The mentions that changed, by their state or by the label a person had given (None: nobody).
        copies: Near copies that followed, if theirs was another one.
    """

    chosen: Mapping[Any, Sequence[EntryId]] = field(default_factory=dict)
    copies: Mapping[Any, Sequence[EntryId]] = field(default_factory=dict)

    @property
    def parts(self) -> Iterator[tuple[Any, Sequence[EntryId]]]:
        """What to give back, in this order: copies follow what is given to the first of them."""
        yield from self.chosen.items()
        yield from self.copies.items()

    @property
    def ids(self) -> list[EntryId]:
        """All that changed."""
        return [key for _, ids in self.parts for key in ids]

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.chosen or self.copies)


def move(
    ctx: Any,  # noqa: ANN401 - the core's context
    ids: Sequence[EntryId],
    status: MentionStatus,
) -> Before:
    """Move mentions on; where those that moved stood before."""
    before = _before(ctx, ids, lambda line: line.status, status)
    review.set_status(ctx, ids, status)
    return before


def answer(ctx: Any, mention: EntryId, text: str) -> Before:  # noqa: ANN401 - the core's context
    """Mark a mention as answered; where it and its copies stood before, nothing if all were answered already."""
    before = _before(ctx, [mention], lambda line: line.status, MentionStatus.ANSWERED)
    replies.mark_answered(ctx, mention, text)
    return before


def judge(
    ctx: Any,  # noqa: ANN401 - the core's context
    ids: Sequence[EntryId],
    label: Label | None,
) -> Before:
    """Let a person's judgement count, or with None the model's; what a person had said of those it changes."""
    before = _before(ctx, ids, lambda line: line.label if line.by_human else None, label)
    _give(ctx, ids, label)
    return before


def _give(ctx: Any, ids: Sequence[EntryId], label: Label | None) -> None:  # noqa: ANN401 - the core's context
    if label is None:
        review.clear_sentiment(ctx, ids)
    else:
        review.set_sentiment(ctx, ids, label)


def move_back(ctx: Any, before: Before) -> None:  # noqa: ANN401 - the core's context
    """Give mentions the states they had."""
    for status, ids in before.parts:
        review.set_status(ctx, ids, status)


def judge_back(ctx: Any, before: Before) -> None:  # noqa: ANN401 - the core's context
    """Give mentions the judgements that people had given, or the model's."""
    for label, ids in before.parts:
        _give(ctx, ids, label)


def _before(ctx: Any, ids: Sequence[EntryId], state: Callable[[MentionLine], Any], to: object) -> Before:  # noqa: ANN401
    """What a change takes away, also where only copies change; copies that give themselves back are left out."""
    if len(ids) > MOST_UNDONE:
        return Before()
    chosen = _by_state(_lines(ctx, ids), state)
    chosen.pop(to, None)
    copies = _by_state(_lines(ctx, review.copies_of(ctx, ids)), state)
    if not chosen:  # nothing is given back that copies could follow: those that stay need no word
        copies.pop(MentionStatus.DONE if to is MentionStatus.ANSWERED else to, None)
    return Before(chosen, copies if len(copies) > 1 or copies.keys() != chosen.keys() else {})


def _by_state(lines: Iterable[MentionLine], state: Callable[[MentionLine], Any]) -> dict[Any, list[EntryId]]:
    found: dict[Any, list[EntryId]] = {}
    for line in lines:
        found.setdefault(state(line), []).append(line.id)
    return found


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
        self._before, self._labels = Before(), Before()
        self._excluded: ExclusionId | None = None

    def _remember(
        self,
        statuses: Before | None = None,
        labels: Before | None = None,
        excluded: ExclusionId | None = None,
    ) -> None:
        """The last change, which alone can be undone."""
        self._before, self._labels, self._excluded = statuses or Before(), labels or Before(), excluded

    def set_status(self, ids: Sequence[EntryId], status: MentionStatus) -> None:
        """Move mentions on."""
        self._tasks.watch(self._workers.write(move, ids, status), self, partial(self._status_set, ids, status))

    def _status_set(self, ids: Sequence[EntryId], status: MentionStatus, before: Before) -> None:
        self.changed.emit(ids)
        if before:
            self._remember(statuses=before)
            self.undoable.emit(
                _told(before.chosen or before.copies, self.tr("auf „{what}“ gesetzt."), STATUS_WORDS[status])
            )
        elif len(ids) > MOST_UNDONE:
            self._forget()

    def _forget(self) -> None:
        self._remember()
        self.final.emit()

    def note_answered(self, before: Before) -> None:
        """A mention was marked as answered elsewhere; that can be undone as well."""
        self._remember(statuses=before)

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
        if statuses:
            self._then(self._workers.write(move_back, statuses), statuses.ids)
        if labels:
            waits = self._workers.outside if None in (*labels.chosen, *labels.copies) else self._workers.write
            self._tasks.watch(waits(judge_back, labels), self, partial(self._judged, labels.ids))

    def set_sentiment(self, ids: Sequence[EntryId], label: Label | None) -> None:
        """Let a person's judgement count, or with None the model's again."""
        self._tasks.watch(self._send(ids, label), self, partial(self._sentiment_set, ids, label))

    def _send(self, ids: Sequence[EntryId], label: Label | None) -> Future[Before]:
        """Judging by the model waits for a worker, which the writer must not."""
        return (self._workers.outside if label is None else self._workers.write)(judge, ids, label)

    def _sentiment_set(self, ids: Sequence[EntryId], label: Label | None, before: Before) -> None:
        if before:
            self._remember(labels=before)
            done = self.tr("als „{what}“ bewertet.") if label else self.tr("wieder vom Programm eingeschätzt.")
            self.undoable.emit(
                _told(before.chosen or before.copies, done, SENTIMENT_WORDS[label].lower() if label else "")
            )
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
