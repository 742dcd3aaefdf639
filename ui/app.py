"""Starts the window: first it is seen, then everything heavy is imported."""

import importlib
import os
import sys
import threading
from concurrent.futures import Future
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QLockFile, QObject, QSettings, QTimer, Slot
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from kundenradar.app.folder import data_folder
from ui import bugs, i18n
from ui.garbage import GarbageWatch
from ui.main_window import PAGES, MainWindow
from ui.theme import current as current_theme
from ui.widgets.rail import app_icon

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from ui.instance import Doorbell

STATE_NAME, LOCK_NAME = "window.ini", "window.lock"
PAINT_DEADLINE_S = 30.0
AHEAD_MS = 1_500
"""Time after the first page is asked for before what other pages need is imported."""
DIALOGS = ("ui.dialogs.note", "ui.dialogs.add_source", "ui.exchange")


def _make_app() -> QApplication:
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Kundenradar")
    app.setApplicationDisplayName("Kundenradar")
    app.setDesktopFileName("kundenradar")
    i18n.install(app)
    app.setWindowIcon(app_icon())
    return app


def _in_background(*modules: str) -> Future[None]:
    """Import modules in a thread, so that the painted window goes on answering."""
    done: Future[None] = Future()

    def load() -> None:
        try:
            for module in modules:
                importlib.import_module(module)
        except BaseException as error:  # noqa: BLE001 - the failure goes to whoever watches
            done.set_exception(error)
        else:
            done.set_result(None)

    threading.Thread(target=load, name="start-import").start()
    return done


class Starter(QObject):
    """From the painted window to the living one.

    Attributes:
        workers: The core at work, None until it is imported.
    """

    def __init__(self, window: MainWindow, data_dir: Path | None, page: str, arrival: str = "") -> None:
        super().__init__(window)
        self.workers: Workers | None = None
        self._window, self._data_dir, self._page, self._arrival = window, data_dir, page, arrival
        self._bell: Doorbell | None = None
        self._garbage = GarbageWatch(self)
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD_MS)
        self._ahead.timeout.connect(self._import_ahead)
        self._bugs = bugs.BugWatch(window)
        self._bugs.install()
        window.bug.connect(self._bugs.take)
        window.painted.connect(self._painted)

    @Slot()
    def _painted(self) -> None:
        module = next(entry.module for entry in PAGES if entry.name == self._page)
        imports = _in_background("kundenradar.app.core", "ui.instance", module)
        self._window.tasks.watch(imports, self, self._imported, self._window.show_unusable)

    def _imported(self, _none: None) -> None:
        from kundenradar.app.core import open_workers

        try:
            self.workers = open_workers(self._data_dir)
        except OSError as error:
            self._window.show_unusable(error)
            return
        self._window.tasks.watch(self.workers.opened, self, None, self._window.show_unusable)
        self._window.attach(self.workers, self._page)
        self._listen()
        self._ahead.start()

    @Slot()
    def _import_ahead(self) -> None:
        """Have ready what a click will need: imports take 30 to 130 ms each."""
        _in_background(*(entry.module for entry in PAGES), *DIALOGS)

    def _listen(self) -> None:
        from ui.instance import Doorbell

        self._bell = Doorbell(data_folder(self._data_dir), self)
        self._bell.rung.connect(self._window.come_to_front)
        if self._arrival:
            self._window.take_arrival(self._arrival)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """MacOS hands links and files over as an event of the application."""
        if event.type() is QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            text = event.url().toString()
            if self.workers is None:
                self._arrival = text
            else:
                self._window.take_arrival(text)
            return True
        return super().eventFilter(watched, event)

    def close_down(self) -> None:
        """Join the workers; returns within seconds."""
        if self._bell is not None:
            self._bell.stop()
        self._garbage.stop()
        self._ahead.stop()
        if self.workers is not None:
            self.workers.close()


def run(data_dir: Path | None = None, page: str | None = None, arrival: str = "") -> int:
    """Open the window and stay until it is closed.

    A second start with the same data folder brings the first window to the front and returns at once.

    Args:
        data_dir: Data folder; None takes the usual one.
        page: Page to show first (``overview``, ``mentions``, ``sources``, ``reports``, ``settings``).
        arrival: Address, feed: link or OPML file to take in.

    Returns:
        Exit code: 0 done, 1 already open but not answering.

    Raises:
        ValueError: There is no such page.
    """
    wanted = page or PAGES[0].name
    if wanted not in {entry.name for entry in PAGES}:
        raise ValueError(wanted)
    app = _make_app()
    folder = data_folder(data_dir)
    state = None
    lock = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        pass  # the core says so in a sentence as soon as it opens the folder
    else:
        lock = QLockFile(str(folder / LOCK_NAME))
        lock.setStaleLockTime(0)  # a crashed owner is noticed by its process id, never by age
        if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
            return _hand_over(folder, arrival or page or "")
        state = QSettings(str(folder / STATE_NAME), QSettings.Format.IniFormat)
    window = make_window(state)
    starter = Starter(window, data_dir, wanted, arrival)
    app.installEventFilter(starter)
    window.show()
    code = app.exec()
    starter.close_down()
    if lock is not None:
        lock.unlock()
    return code


def make_window(state: QSettings | None = None) -> MainWindow:
    """The window in the colours of the last time, without data."""
    look = current_theme()
    mode, percent = "system", 100
    if state is not None:
        mode = str(state.value("theme", mode))
        stored = str(state.value("font_percent", percent))
        percent = int(stored) if stored.isdecimal() else percent
    look.apply(mode, percent)
    return MainWindow(state)


def _hand_over(folder: Path, page: str) -> int:
    from ui.instance import ring

    if ring(folder, page):
        return 0
    sys.stderr.write("Kundenradar ist schon geöffnet. Bitte benutzen Sie das offene Fenster.\n")
    return 1


def paint_page(
    page: str,
    out: Path,
    size: tuple[int, int] = (1280, 800),
    scale: float = 1,
    theme: str = "light",
    data_dir: Path | None = None,
) -> None:
    """Paint one page of the window into a PNG, without a screen.

    Args:
        page: Name of the page.
        out: File to write; its folder must exist.
        size: Width and height in logical pixels.
        scale: Pixels per logical pixel.
        theme: ``light`` or ``dark``.
        data_dir: Data folder; None takes the usual one.

    Raises:
        ValueError: There is no such page.
        TimeoutError: The page was not complete within 30 s.
        OSError: The file cannot be written.
    """
    if page not in {entry.name for entry in PAGES}:
        raise ValueError(page)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    _make_app()
    from kundenradar.app.core import open_workers

    workers = open_workers(data_dir)
    window: MainWindow | None = None
    try:
        workers.opened.result(timeout=PAINT_DEADLINE_S)
        current_theme().apply(theme, workers.settings.font_percent)  # before the window: hidden parts keep their type
        window = MainWindow()
        window.forced_theme = theme
        window.resize(*size)
        window.show()
        window.attach(workers, page, is_alive=False)
        settle(window)
        if not window.grab().save(str(out)):
            raise OSError(str(out))
    finally:
        if window is not None:
            window.close()
        workers.close()


def settle(window: MainWindow, deadline_s: float = PAINT_DEADLINE_S) -> None:
    """Let the window work until nothing is under way and everything is painted.

    Raises:
        TimeoutError: Something is still under way after `deadline_s`.
    """
    end = monotonic() + deadline_s
    quiet = 0
    while quiet < 5:
        if monotonic() > end:
            raise TimeoutError
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, QDeadlineTimer(50))
        QApplication.sendPostedEvents()
        quiet = 0 if window.tasks.pending else quiet + 1
