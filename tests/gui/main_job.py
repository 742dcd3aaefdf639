"""The main job in a real window, by keyboard only. Run by test_main_job.py under a display of its own.

    python -m tests.gui.main_job FOLDER

Prints one line per step that was seen; stops with an assertion at the first that was not.
"""

import os
import sys
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from kundenradar.domain.mentions import EntryId, MentionFilter, MentionStatus
from kundenradar.domain.reports import IsoWeek
from kundenradar.domain.sentiment import Label
from kundenradar.services import listening, replies, reporting, review, subscriptions
from kundenradar.services.samples import SAMPLE_FIRM, SampleServer, sample_documents
from kundenradar.settings import Settings, save_settings
from ui.app import Starter, _make_app, make_window
from ui.dialogs.add_source import AddSourceDialog
from ui.widgets.cards import FigureCard
from ui.widgets.draft_pane import DraftEditor
from ui.widgets.mention_list import MentionList

LIMIT_S = 90.0
ANSWER = "Guten Tag, wir rufen Sie heute bis 16 Uhr an. Sabine Brandt, Brandt Haustechnik GmbH"


def wait(ready: Callable[[], object], what: str) -> None:
    """Let the window work until something is seen."""
    end = time.monotonic() + LIMIT_S
    while not ready():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, QDeadlineTimer(20))
        assert time.monotonic() < end, f"not seen: {what}"
    print("seen:", what, flush=True)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key for whoever has the focus."""
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None, "nothing has the focus"
    QTest.keyClick(target, key, modifier)
    QApplication.processEvents()


def write(text: str) -> None:
    """Type into whoever has the focus."""
    QTest.keyClicks(QApplication.focusWidget(), text)


def figure(window: QWidget) -> int:
    """The first figure of the Übersicht: mentions of seven days."""
    shown = window.findChildren(FigureCard)[0].value.text().replace(".", "")
    return int(shown) if shown.isdecimal() else 0


def main(folder: Path) -> None:
    """The whole way, from an address to the printed week."""
    now = datetime.now(UTC)
    app = _make_app()
    assert QGuiApplication.platformName() == "xcb", QGuiApplication.platformName()
    save_settings(folder / "settings.json", Settings(first_run_done=True, listening=False))
    window = make_window()
    starter = Starter(window, folder, "overview")
    window.resize(1280, 800)
    window.show()
    wait(lambda: starter.workers is not None and starter.workers.opened.done(), "the window, then the core")
    assert starter.workers is not None
    workers = starter.workers
    firm = SAMPLE_FIRM
    workers.write(listening.set_firm, firm.name, firm.terms, firm.excludes, firm.own_names).result(LIMIT_S)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    with SampleServer(sample_documents(now, now - timedelta(days=2))[:1]) as server:
        window.activateWindow()
        wait(lambda: QApplication.activeWindow() is window, "the window is active")
        press(Qt.Key.Key_4, control)
        wait(lambda: window.current_page == "sources", "the page Quellen")
        press(Qt.Key.Key_N, control)
        wait(lambda: isinstance(QApplication.activeModalWidget(), AddSourceDialog), "the dialog for a new source")
        wait(lambda: isinstance(QApplication.focusWidget(), QLineEdit), "the field for the address has the focus")
        write(server.base_url)
        press(Qt.Key.Key_Return)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AddSourceDialog)
        wait(lambda: dialog._step == 1 and dialog._go.isEnabled(), "a feed found behind the address")
        press(Qt.Key.Key_Return)
        wait(lambda: QApplication.activeModalWidget() is None, "the dialog closed")
        window.activateWindow()  # the bare X server has no window manager that would give the focus back
        wait(lambda: QApplication.activeWindow() is window and QApplication.focusWidget(), "the focus is back")
        press(Qt.Key.Key_1, control)
        wait(lambda: window.current_page == "overview" and figure(window) > 0, "the first poll in the chart, by itself")
        before = figure(window)
        server.hand_out(sample_documents(now)[:1])
        press(Qt.Key.Key_F5)
        wait(lambda: figure(window) > before, "a new mention in the chart, without a click")
        press(Qt.Key.Key_2, control)
        wait(lambda: window.current_page == "mentions", "the page Erwähnungen")
    found = window.findChild(MentionList)
    assert found is not None
    newest = review.keys(workers.opened.result(), MentionFilter(), 1)[0]
    wait(lambda: found.model().rowCount() > 0 and found.model().id_at(0) == newest, "the newest mention on top")
    wait(found.hasFocus, "the list has the focus")
    press(Qt.Key.Key_Home)
    own = _first_foreign(workers, found)
    for _ in range(own):
        press(Qt.Key.Key_J)
    wait(lambda: found.current_id() == found.model().id_at(own), "the mention is open")
    mention = EntryId(found.model().id_at(own))
    press(Qt.Key.Key_3)

    def judged() -> bool:
        sentiment = workers.read(review.mention, mention).result(LIMIT_S).sentiment
        return sentiment.by_human and sentiment.label is Label.NEGATIVE

    wait(judged, "the override")
    wait(lambda: (line := found.model().known(mention)) and line.by_human, "the override in the list")
    press(Qt.Key.Key_A)
    wait(lambda: isinstance(QApplication.focusWidget(), DraftEditor), "the editor has the focus")
    write("Hallo {Termin}")
    press(Qt.Key.Key_C, control | shift)
    wait(lambda: "Termin" in _notice(window), "the open placeholder is named")
    assert QGuiApplication.clipboard().text() != "Hallo {Termin}", "half-filled text was copied"
    press(Qt.Key.Key_A, control)
    write(ANSWER)
    press(Qt.Key.Key_C, control | shift)
    wait(lambda: QGuiApplication.clipboard().text() == ANSWER, "the answer on the clipboard")
    wait(
        lambda: (draft := workers.read(replies.draft, mention).result(LIMIT_S)) and draft.text == ANSWER,
        "the draft kept",
    )
    window.page("mentions").draft.mark_answered()

    def answered() -> bool:
        return workers.read(review.mention, mention).result(LIMIT_S).status is MentionStatus.ANSWERED

    wait(answered, "the mention is answered")
    press(Qt.Key.Key_5, control)
    wait(lambda: window.current_page == "reports" and window.tasks.pending == 0, "the page Berichte")
    entry = workers.read(review.mention, mention).result(LIMIT_S).entry
    report = workers.read(reporting.week_report, IsoWeek.of(entry.local_day)).result(LIMIT_S)
    quoted = next((one for one in report.mentions if one.id == mention), None)
    assert quoted is not None, "not quoted in the week"
    assert quoted.status is MentionStatus.ANSWERED
    assert quoted.label is Label.NEGATIVE
    print("seen: the answered mention in the week", flush=True)
    assert len(subscriptions.list_sources(workers.opened.result())) == 1
    window.close()
    starter.close_down()
    del app


def _notice(window: QWidget) -> str:
    """What the pane of the draft says."""
    return str(window.page("mentions").draft._notice.accessibleName())  # type: ignore[attr-defined]


def _first_foreign(workers: object, found: MentionList) -> int:
    """The first row that we did not write ourselves."""
    for row in range(found.model().rowCount()):
        mention = workers.read(review.mention, EntryId(found.model().id_at(row))).result(LIMIT_S)  # type: ignore[attr-defined]
        if not mention.own:
            return row
    raise AssertionError("only own posts")


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except BaseException:  # noqa: BLE001 - the outermost edge of the script
        traceback.print_exc(file=sys.__stderr__)  # the window's own hook would show a dialog
        os._exit(1)
