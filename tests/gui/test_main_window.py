"""The shell: seen first, fed later, honest about what it does."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QSettings, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kundenradar.domain.errors import DataError, InputError, Trouble, TroubleKind
from kundenradar.domain.events import RefreshProgress
from kundenradar.domain.mentions import MentionFilter
from kundenradar.services import preferences
from tests.gui.fakes import NOW, FakeWorkers, empty_world, make_world
from tests.gui.looks import clipped
from ui import bugs, theme
from ui.app import settle
from ui.clockwork import Clockwork
from ui.instance import Doorbell, ring
from ui.main_window import PAGES, MainWindow
from ui.widgets.rail import RailButton
from ui.widgets.status import progress_sentence, status_of

ROOT = Path(__file__).parents[2]


class Plain(QWidget):
    """A page that remembers what the window asked of it."""

    def __init__(self, *_given: object) -> None:
        super().__init__()
        self.asked: list[object] = []

    def refresh_view(self) -> None:
        self.asked.append("refresh")

    def set_filter(self, wanted: MentionFilter) -> None:
        self.asked.append(wanted)

    def set_target(self, target: object) -> None:
        self.asked.append(target)


@pytest.fixture
def window(qtbot: QtBot, workers: FakeWorkers, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """A living window whose pages but the first are plain ones."""
    plain = tuple(
        entry if entry.name == "overview" else replace(entry, module=__name__, factory="Plain") for entry in PAGES
    )
    monkeypatch.setattr("ui.main_window.PAGES", plain)
    monkeypatch.setitem(sys.modules, __name__, sys.modules[Plain.__module__])
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    made.attach(workers, "overview", is_alive=False)
    settle(made)
    yield made
    made.close()


# --- start ------------------------------------------------------------------------------------------


def test_the_window_is_painted_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; import ui.app as app\n"
        "from PySide6.QtWidgets import QApplication\n"
        "heavy = ('pyqtgraph', 'numpy', 'nltk', 'textblob', 'sqlalchemy', 'alembic', 'feedparser', 'aiohttp',\n"
        "         'qtawesome', 'PySide6.QtNetwork')\n"
        "def first(self):\n"
        "    print('painted', [name for name in heavy if name in sys.modules], flush=True)\n"
        "    QApplication.quit()\n"
        "app.Starter._painted = first\n"
        "sys.exit(app.run(Path(sys.argv[1])))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert done.stdout.splitlines() == ["painted []"], done.stderr
    assert done.returncode == 0


def test_the_real_window_comes_to_life_closes_and_keeps_its_place(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; import ui.app as app\n"
        "from PySide6.QtCore import QTimer\n"
        "attach = app.MainWindow.attach\n"
        "def alive(self, workers, page):\n"
        "    attach(self, workers, page, is_alive=False)\n"
        "    self.resize(1100, 720)\n"
        "    timer = QTimer(self)\n"
        "    def look():\n"
        "        if self.tasks.pending == 0:\n"
        "            print(self.current_page, self.status_line.sentence, flush=True); timer.stop(); self.close()\n"
        "    timer.timeout.connect(look); timer.start(100)\n"
        "app.MainWindow.attach = alive\n"
        "sys.exit(app.run(Path(sys.argv[1])))\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=90,
        cwd=ROOT,
        env=environment,
        check=False,
    )
    assert done.stdout.startswith("overview Noch keine Quellen."), done.stderr
    assert done.returncode == 0
    assert "geometry" in (tmp_path / "window.ini").read_text(encoding="utf-8")
    assert not (tmp_path / "window.lock").exists()


def test_geometry_and_look_come_back(qtbot: QtBot, tmp_path: Path, workers: FakeWorkers) -> None:
    from ui.app import make_window

    file = str(tmp_path / "window.ini")
    first = make_window(QSettings(file, QSettings.Format.IniFormat))
    qtbot.addWidget(first)
    first.show()
    first.resize(795, 555)
    workers.world.settings = replace(workers.world.settings, theme="dark", font_percent=110)
    first.attach(workers, "overview", is_alive=False)
    settle(first)
    first.resize(795, 555)
    first.close()
    theme.current().apply("light", 100)
    second = make_window(QSettings(file, QSettings.Format.IniFormat))
    qtbot.addWidget(second)
    assert second.size().toTuple() == (795, 555)
    assert theme.current().tokens is theme.DARK
    assert theme.current().font_percent == 110


def test_the_first_run_has_the_whole_window_and_ends_at_the_page(qtbot: QtBot) -> None:
    workers = FakeWorkers(empty_world())
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    made.attach(workers, "overview")  # type: ignore[arg-type]
    questions = made._first_run
    assert questions is not None
    assert questions.isVisible()
    assert not made.rail.isVisible()
    QTest.keyClick(made, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert made.current_page == "", "no way around but the one of the page itself"
    questions.finished.emit()  # type: ignore[attr-defined]
    assert made.current_page == "overview"
    assert made.rail.isVisible()
    settle(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    QTest.keyClick(made, Qt.Key.Key_F5)
    assert workers.refreshes == [None]
    made.close()
    workers.close()


def test_a_page_is_painted_into_a_picture_without_a_screen(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from ui.app import paint_page\n"
        "if __name__ == '__main__':\n"
        "    paint_page('overview', Path(sys.argv[1]) / 'a.png', (1100, 700), 2, 'dark', Path(sys.argv[1]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=90,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    image = QImage(str(tmp_path / "a.png"))
    assert image.size().toTuple() == (2200, 1400)
    assert image.pixelColor(40, 700) == QColor(theme.DARK.rail)
    assert image.pixelColor(1600, 250) == QColor(theme.DARK.bg)


# --- pages ------------------------------------------------------------------------------------------


def test_every_page_is_reached_by_rail_and_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    for number, entry in enumerate(PAGES, start=1):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert window.current_page == entry.name
        button = window.rail.button(entry.name)
        assert button.isChecked()
        assert entry.title in button.accessibleName()
        assert button.accessibleDescription() == f"Strg+{number}"
    QTest.mouseClick(window.rail.button("overview"), Qt.MouseButton.LeftButton)
    assert window.current_page == "overview"
    QTest.keyClick(window.rail.button("sources"), Qt.Key.Key_Return)
    assert window.current_page == "sources"


def test_a_page_is_asked_again_each_time_and_made_once(window: MainWindow) -> None:
    wanted = MentionFilter(bookmarked=True)
    window.go_to("mentions", wanted)
    window.go_to("sources", 6)
    window.go_to("mentions", None)
    page, sources = window.page("mentions"), window.page("sources")
    assert isinstance(page, Plain) or page.__class__.__name__ == "Plain"
    assert page.asked == [wanted, "refresh", "refresh"]  # type: ignore[attr-defined]
    assert sources.asked == [6, "refresh"]  # type: ignore[attr-defined]


def test_the_badge_counts_open_mentions(qtbot: QtBot, window: MainWindow, workers: FakeWorkers) -> None:
    from tests.gui import fakes

    button = window.rail.button("mentions")
    assert button.badge == fakes.facets(workers.world).open > 0
    assert "offen" in button.accessibleName()
    before = button.badge
    workers.finish_refresh(new=3)
    qtbot.waitUntil(lambda: button.badge == before + 3)


def test_a_badge_never_needs_more_room_than_the_button(qtbot: QtBot) -> None:
    button = RailButton("Erwähnungen", "tray", "Strg+2")
    qtbot.addWidget(button)
    wide = button.sizeHint()
    for count in (1, 999, 123_456):
        button.set_badge(count)
        assert button.sizeHint() == wide
        assert not button.grab().isNull()


# --- refreshing -------------------------------------------------------------------------------------


def test_f5_polls_shows_progress_and_can_be_cancelled(qtbot: QtBot, window: MainWindow, workers: FakeWorkers) -> None:
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert workers.refreshes == [None]
    workers.publish(RefreshProgress(3, 6, 2))
    qtbot.waitUntil(lambda: "3 von 6" in window.status_line.sentence)
    assert window.status_line.sentence == "Quellen werden abgefragt: 3 von 6 · 2 neue Erwähnungen"
    assert window.status_line._bar.isVisible()
    assert window.status_line._bar.value() == 3
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert workers.refreshes == [None], "one round at a time"
    QTest.mouseClick(window.status_line._cancel, Qt.MouseButton.LeftButton)
    assert workers.cancelled == 1
    qtbot.waitUntil(lambda: not window.status_line._bar.isVisible())
    assert window.status_line.sentence.startswith("Kundenradar läuft.")


def test_a_failure_is_said_in_the_notice(qtbot: QtBot, window: MainWindow, workers: FakeWorkers) -> None:
    workers.fail_next = InputError("query", "x")
    window._ask_counts()
    qtbot.waitUntil(window.messages.isVisible)
    assert "Bitte" in window.messages.text
    window.messages._close.click()
    assert window.messages.text == ""


def test_the_notice_offers_one_action(qtbot: QtBot, window: MainWindow) -> None:
    pressed: list[int] = []
    window.messages.say("Das Passwort gilt bis zum Beenden.", "warning", "Erneut versuchen", lambda: pressed.append(1))
    assert window.messages.accessibleName() == "Das Passwort gilt bis zum Beenden."
    window.messages._action.click()
    assert pressed == [1]
    assert not window.messages.isVisible()


def test_success_fades_and_failure_stays(qtbot: QtBot, window: MainWindow) -> None:
    window.messages._fade.setInterval(20)
    for action in ("", "Anzeigen"):
        window.messages.say("Der Bericht ist gespeichert.", "good", action)
        qtbot.waitUntil(lambda: not window.messages.isVisible())
    window.messages.say("Der Bericht ist gespeichert.", "good")
    window.messages.say("Der Ordner ist voll.", "bad")
    qtbot.wait(80)
    assert window.messages.text == "Der Ordner ist voll."


def test_sample_data_is_named_as_such_and_can_be_removed(
    qtbot: QtBot, window: MainWindow, workers: FakeWorkers, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not window.samples_bar.isVisible()
    own, sample = workers.world.sources[0], workers.world.sources[1]
    sample = replace(sample, feed_url="https://handwerker-forum.example/forum/feed.xml")
    window._take_sources((own, sample))
    assert window.samples_bar.isVisible()
    assert window.samples_bar.text == "Sie sehen Beispieldaten."
    assert not window.samples_bar._close.isVisible()

    def remove(world: Any) -> bool:
        world.sources = []
        return True

    monkeypatch.setattr(preferences, "remove_samples", remove)
    window.samples_bar._action.click()
    qtbot.waitUntil(lambda: window._first_run is not None)
    qtbot.waitUntil(lambda: window.tasks.pending == 0)
    assert not window.samples_bar.isVisible()


def test_data_that_cannot_be_used_replaces_the_pages(qtbot: QtBot, window: MainWindow) -> None:
    window.show_unusable(DataError("damaged"))
    assert not window.rail.isEnabled()
    assert not window.status_line.isVisible()
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_page == "overview", "no page is shown any more"


def test_preferences_that_were_set_aside_are_told(qtbot: QtBot, workers: FakeWorkers) -> None:
    workers.settings_were_set_aside = True
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    made.attach(workers, "overview", is_alive=False)
    assert "settings.broken.json" in made.messages.text
    settle(made)
    made.close()


def test_standing_still_is_seen_and_ended_in_the_status_line(
    qtbot: QtBot, window: MainWindow, workers: FakeWorkers
) -> None:
    QTest.mouseClick(window.status_line._switch, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "steht still" in window.status_line.sentence)
    assert workers.world.settings.listening is False
    assert "Weiterlaufen" in window.status_line._switch.accessibleName()
    QTest.mouseClick(window.status_line._switch, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "läuft" in window.status_line.sentence)


# --- words of the status line -----------------------------------------------------------------------


def test_the_status_says_when_the_next_poll_is() -> None:
    sources = make_world(days=1).sources
    status = status_of(sources, listening=True, now=NOW)
    assert status.sentence == "Kundenradar läuft. Nächster Abruf 09:58 Uhr. 1 Quelle braucht Ihren Blick."
    assert status.detail == "6 Quellen · zuletzt aktualisiert heute, 09:28 Uhr"
    later = status_of(sources, listening=True, now=NOW + timedelta(hours=1))
    assert "beginnt gleich" in later.sentence


def test_the_status_tells_offline_paused_still_and_empty_apart() -> None:
    sources = make_world(days=1).sources
    offline = [
        replace(s, failures=1, trouble=Trouble(TroubleKind.OFFLINE), next_due=NOW + timedelta(minutes=13))
        for s in sources
    ]
    assert status_of(offline, listening=True, now=NOW).sentence == (
        "Offline – gespeicherte Erwähnungen bleiben lesbar. Nächster Versuch 09:58 Uhr."
    )
    tomorrow = [replace(s, failures=0, trouble=None, next_due=NOW + timedelta(hours=23)) for s in sources]
    assert "Nächster Abruf morgen, 08:45 Uhr" in status_of(tomorrow, listening=True, now=NOW).sentence
    paused = [replace(s, paused=True) for s in sources]
    assert status_of(paused, listening=True, now=NOW).sentence == "Alle Quellen sind angehalten."
    assert "steht still" in status_of(sources, listening=False, now=NOW).sentence
    assert "Noch keine Quellen" in status_of([], listening=True, now=NOW).sentence
    fresh = [replace(s, last_success=None, next_due=None, failures=0, trouble=None) for s in sources]
    assert status_of(fresh, listening=True, now=NOW).detail == "6 Quellen"
    assert "1 neue Erwähnung" in progress_sentence(RefreshProgress(1, 2, 1))


# --- clockwork --------------------------------------------------------------------------------------


def test_the_clockwork_asks_every_tick_but_not_while_standing_still(qapp: QApplication, workers: FakeWorkers) -> None:
    now = [NOW]
    clock = Clockwork(workers, now=lambda: now[0])  # type: ignore[arg-type]
    clock.start()
    assert workers.due_checks == 1
    now[0] += timedelta(seconds=30)
    clock.tick()
    assert workers.due_checks == 2
    workers.world.settings = replace(workers.world.settings, listening=False)
    now[0] += timedelta(seconds=30)
    clock.tick()
    assert workers.due_checks == 2
    clock.stop()


def test_after_a_sleep_the_network_gets_a_moment(qapp: QApplication, workers: FakeWorkers) -> None:
    now = [NOW]
    clock = Clockwork(workers, now=lambda: now[0])  # type: ignore[arg-type]
    woke: list[int] = []
    clock.woke.connect(lambda: woke.append(1))
    clock.start()
    now[0] += timedelta(hours=8)
    clock.tick()
    assert woke == [1]
    assert clock.is_waking
    assert clock._wake.interval() == 15_000
    assert workers.due_checks == 1
    now[0] += timedelta(seconds=30)
    clock.tick()
    assert workers.due_checks == 1, "still waiting"
    clock._awake()
    assert workers.due_checks == 2
    clock.stop()


def test_after_quiet_minutes_the_core_may_rest_once(qapp: QApplication, workers: FakeWorkers) -> None:
    now = [NOW]
    clock = Clockwork(workers, now=lambda: now[0])  # type: ignore[arg-type]
    for _ in range(10):
        now[0] += timedelta(seconds=30)
        clock.tick()
    assert workers.rests == 1
    workers.refreshing = True
    clock.tick()
    workers.refreshing = False
    for _ in range(4):
        clock.tick()
    assert workers.rests == 2


# --- one window per folder --------------------------------------------------------------------------


def test_a_second_start_rings_at_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    bell = Doorbell(tmp_path)
    assert bell.is_listening
    heard: list[str] = []
    bell.rung.connect(heard.append)
    code = (
        "import sys; from pathlib import Path; from ui.instance import ring\n"
        "sys.exit(0 if ring(Path(sys.argv[1]), 'reports') else 1)"
    )
    caller = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT)
    qtbot.waitUntil(lambda: caller.poll() is not None, timeout=20_000)
    assert caller.returncode == 0
    assert heard == ["reports"]
    bell.stop()


def test_nobody_hears_in_another_folder(qapp: QApplication, tmp_path: Path) -> None:
    bell = Doorbell(tmp_path / "a")
    assert ring(tmp_path / "b") is False
    bell.stop()


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_the_first_window_comes_to_the_front_with_the_page(window: MainWindow) -> None:
    window.showMinimized()
    window.come_to_front("reports")
    assert not window.isMinimized()
    assert window.current_page == "reports"
    window.come_to_front("no such page")
    assert window.current_page == "reports"


# --- bugs -------------------------------------------------------------------------------------------


def _raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


def test_a_bug_report_has_places_and_no_contents() -> None:
    report = bugs.report_of(_raised(ValueError("Frau Krämer schrieb: geheim")))
    assert "ValueError" in report
    assert "test_main_window.py:" in report
    assert "Krämer" not in report
    assert str(ROOT) not in report


def test_a_bug_shows_one_dialog_whose_report_can_be_copied(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.show()
    watch = bugs.BugWatch(ground)
    threading.Thread(target=watch.take, args=(_raised(KeyError("geheim")),)).start()
    qtbot.waitUntil(lambda: watch.dialog is not None)
    first: Any = watch.dialog
    watch.take(_raised(KeyError("zweiter")))
    qtbot.waitUntil(lambda: len(caplog.records) >= 2)
    assert watch.dialog is first
    copy = next(button for button in first.buttons() if "kopieren" in button.text())
    QGuiApplication.clipboard().setText("")
    copy.click()
    assert "KeyError" in QGuiApplication.clipboard().text()
    assert "geheim" not in caplog.text
    qtbot.waitUntil(lambda: watch.dialog is None)


def test_an_unexpected_failure_of_a_worker_goes_out_as_a_bug(
    qtbot: QtBot, window: MainWindow, workers: FakeWorkers
) -> None:
    workers.fail_next = ZeroDivisionError()
    with qtbot.waitSignal(window.bug) as caught:
        window._ask_counts()
    assert isinstance(caught.args[0], ZeroDivisionError)


def test_a_closed_window_calls_nobody_back(qtbot: QtBot, workers: FakeWorkers) -> None:
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    workers.hold.clear()
    made.attach(workers, "overview", is_alive=False)
    made.close()
    workers.hold.set()
    QApplication.processEvents()
    assert made.tasks.pending == 0
    assert isinstance(made, QObject)


def test_a_notice_lies_over_the_page_and_pushes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    before = window._stack.geometry()
    window.messages.say("Der Ordner ist voll. Machen Sie Platz und versuchen Sie es noch einmal.", "bad", "Noch einmal")
    assert window.messages.isVisible()
    assert window._stack.geometry() == before
    assert window._stack.rect().contains(window.messages.geometry())
    assert clipped(window.messages) == []
    window.resize(820, 600)
    QApplication.processEvents()
    assert window._stack.rect().contains(window.messages.geometry())
    assert clipped(window.messages) == []


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_a_notice_is_as_high_as_its_words_in_every_size(window: MainWindow, percent: int) -> None:
    theme.current().apply("dark", percent)
    window.messages.say(
        "„forum.example“ verlangt eine Anmeldung. Tragen Sie die Zugangsdaten unter Quelle › Bearbeiten ein.",
        "bad",
        "Bearbeiten",
    )
    QApplication.processEvents()
    QApplication.processEvents()
    assert clipped(window.messages) == []


def test_large_type_needs_a_larger_window_but_no_larger_screen(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    assert window.minimumSize() == QSize(720, 480)
    theme.current().apply("light", 120)
    assert window.minimumSize() == QSize(864, 576)
    theme.current().apply("light", 150)
    assert window.minimumSize() == QSize(1000, 640)


def test_a_page_that_comes_to_the_front_points_at_nothing_by_itself(qtbot: QtBot, workers: FakeWorkers) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.attach(workers, "overview", is_alive=False)
    settle(window)
    chart = window.page("overview")._bars_slot.chart
    chart.setFocus()
    window.show_page("mentions")
    settle(window)
    assert window.page("mentions").list.hasFocus()
    pointed: list[int] = []
    chart.pointed.connect(pointed.append)
    window.show_page("overview")
    settle(window)
    assert pointed == []
    assert window.focusWidget() is window.page("overview")
