"""What happened in the core arrives on the GUI thread, a few at a time."""

import threading
from typing import Any

from pytestqt.qtbot import QtBot

from kundenradar.domain.events import (
    DraftsChanged,
    FeedChecked,
    MentionsAdded,
    MentionsChanged,
    QueriesChanged,
    RefreshProgress,
    SettingsChanged,
    SnippetsChanged,
    SourcesChanged,
)
from tests.gui.fakes import FakeWorkers
from ui.bridge import Bridge


def _heard(signal: Any) -> list[Any]:
    heard: list[Any] = []
    signal.connect(lambda *values: heard.append(values[0] if values else None))
    return heard


def test_additions_of_many_threads_arrive_as_one_signal_in_the_gui_thread(
    qtbot: QtBot, workers: FakeWorkers, bridge: Bridge
) -> None:
    heard, threads = [], []
    bridge.mentions_added.connect(lambda ids: (heard.append(ids), threads.append(threading.current_thread())))
    wide = [(1 << 51) + n for n in range(40)]
    senders = [threading.Thread(target=workers.publish, args=(MentionsAdded((key, wide[0])),)) for key in wide]
    with qtbot.waitSignal(bridge.mentions_added):
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join()
    assert len(heard) == 1
    assert sorted(heard[0]) == wide
    assert threads == [threading.main_thread()]


def test_one_signal_per_kind(qtbot: QtBot, workers: FakeWorkers, bridge: Bridge) -> None:
    plain = [
        _heard(signal)
        for signal in (
            bridge.sources_changed,
            bridge.queries_changed,
            bridge.snippets_changed,
            bridge.settings_changed,
        )
    ]
    checked, drafts, progress = (_heard(s) for s in (bridge.feed_checked, bridge.drafts_changed, bridge.progress))
    for event in (
        SourcesChanged(),
        SourcesChanged((1,)),
        QueriesChanged(),
        SnippetsChanged(),
        SettingsChanged(),
        FeedChecked(3),
        FeedChecked(1),
        FeedChecked(3),
        DraftsChanged(1 << 51),
        RefreshProgress(1, 3, 0),
        RefreshProgress(3, 3, 2, finished=True),
    ):
        workers.publish(event)
    bridge.flush()
    assert plain == [[None]] * 4
    assert checked == [(3, 1)]
    assert drafts == [(1 << 51,)]
    assert progress == [RefreshProgress(3, 3, 2, finished=True)]


def test_a_change_of_unknown_mentions_speaks_of_all(qtbot: QtBot, workers: FakeWorkers, bridge: Bridge) -> None:
    heard = _heard(bridge.mentions_changed)
    workers.publish(MentionsChanged((1, 2)))
    workers.publish(MentionsChanged((2, 3)))
    bridge.flush()
    workers.publish(MentionsChanged((1, 2)))
    workers.publish(MentionsChanged())
    bridge.flush()
    assert heard == [(1, 2, 3), ()]


def test_a_stopped_bridge_hears_nothing(qtbot: QtBot, workers: FakeWorkers) -> None:
    stopped = Bridge(workers)
    heard = _heard(stopped.sources_changed)
    stopped.stop()
    workers.publish(SourcesChanged())
    stopped.flush()
    assert heard == []
