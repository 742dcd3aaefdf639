"""Turns what happened in the core into Qt signals on the GUI thread, a few at a time."""

import threading
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kundenradar.domain.events import (
    CausesChanged,
    DraftsChanged,
    Event,
    FeedChecked,
    MentionsAdded,
    MentionsChanged,
    QueriesChanged,
    RefreshProgress,
    SettingsChanged,
    SnippetsChanged,
    SourcesChanged,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kundenradar.app.core import Workers

_Id = TypeVar("_Id")

COALESCE_MS = 200


class Bridge(QObject):
    """The window's only subscriber. Events of 200 ms become one signal per kind.

    Payloads are tuples of ids (empty: unknown which), each id once, in order of arrival.

    Attributes:
        sources_changed: Sources were added, edited, paused or removed.
        feed_checked: Sources were polled (tuple of SourceId).
        progress: A round of polling moved on (the latest RefreshProgress).
        mentions_added: New mentions (tuple of EntryId).
        mentions_changed: Status, sentiment, bookmark or text (tuple of EntryId; empty: any).
        drafts_changed: Drafts (tuple of EntryId).
        queries_changed: Suchprofile.
        causes_changed: Causes or their words.
        snippets_changed: Text snippets.
        settings_changed: Preferences.
    """

    sources_changed = Signal()
    feed_checked = Signal(object)
    progress = Signal(object)
    mentions_added = Signal(object)
    mentions_changed = Signal(object)
    drafts_changed = Signal(object)
    queries_changed = Signal()
    causes_changed = Signal()
    snippets_changed = Signal()
    settings_changed = Signal()
    _woken = Signal()

    def __init__(self, workers: "Workers", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._arrived: list[Event] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(COALESCE_MS)
        self._timer.timeout.connect(self.flush)
        self._woken.connect(self._timer.start, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe: Callable[[], None] = workers.subscribe(self._take)

    def stop(self) -> None:
        """Hear nothing more."""
        self._unsubscribe()
        self._timer.stop()

    def _take(self, event: Event) -> None:
        """Runs in the thread that published."""
        with self._lock:
            self._arrived.append(event)
            is_first = len(self._arrived) == 1
        if is_first:
            self._woken.emit()

    @Slot()
    def flush(self) -> None:
        """Tell now what has arrived."""
        with self._lock:
            events, self._arrived = self._arrived, []
        if not events:
            return
        self._tell(events)

    def _tell(self, events: list[Event]) -> None:
        kinds = {type(event) for event in events}
        for kind, signal in (
            (SettingsChanged, self.settings_changed),
            (SourcesChanged, self.sources_changed),
            (QueriesChanged, self.queries_changed),
            (CausesChanged, self.causes_changed),
            (SnippetsChanged, self.snippets_changed),
        ):
            if kind in kinds:
                signal.emit()
        added = [event.ids for event in events if isinstance(event, MentionsAdded)]
        if any(added):
            self.mentions_added.emit(_each_once(chain.from_iterable(added)))
        changed = [event.ids for event in events if isinstance(event, MentionsChanged)]
        if changed:  # one that names nobody speaks of all
            self.mentions_changed.emit(_each_once(chain.from_iterable(changed)) if all(changed) else ())
        if DraftsChanged in kinds:
            self.drafts_changed.emit(_each_once(e.mention for e in events if isinstance(e, DraftsChanged)))
        if FeedChecked in kinds:
            self.feed_checked.emit(_each_once(e.source for e in events if isinstance(e, FeedChecked)))
        if RefreshProgress in kinds:
            self.progress.emit([e for e in events if isinstance(e, RefreshProgress)][-1])


def _each_once(ids: "Iterable[_Id]") -> tuple[_Id, ...]:
    return tuple(dict.fromkeys(ids))
