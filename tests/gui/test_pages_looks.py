"""Quellen, Berichte, Einstellungen, first run and their dialogs: no text is cut, every control has a name."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.sources import SourceId
from tests.gui.fakes import FakeWorkers, empty_world
from tests.gui.looks import SIZES, clipped, show, unnamed
from ui import theme
from ui.app import settle
from ui.bridge import Bridge
from ui.dialogs.add_source import AddSourceDialog
from ui.dialogs.edit_source import EditSourceDialog
from ui.dialogs.first_run import FirstRunPage
from ui.dialogs.notices import NoticesDialog
from ui.dialogs.remove_source import RemoveSourceDialog
from ui.main_window import MainWindow
from ui.pages.sources import SourcesPage
from ui.tasks import Tasks

PAGES = ("sources", "reports", "settings")


@pytest.fixture
def window(qtbot: QtBot, workers: FakeWorkers) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    yield made
    made.close()


def _set_percent(workers: FakeWorkers, percent: int) -> None:
    workers.world.settings = replace(workers.world.settings, font_percent=percent, theme="light")


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("page", PAGES)
def test_no_text_of_a_page_is_cut(window: MainWindow, workers: FakeWorkers, page: str, percent: int) -> None:
    _set_percent(workers, percent)
    window.attach(workers, page, is_alive=False)  # type: ignore[arg-type]  # the fake stands in
    finds = {}
    for size in SIZES:
        show(window, size)
        finds[size] = clipped(window)
    assert finds == {size: [] for size in SIZES}


@pytest.mark.parametrize("page", PAGES)
def test_every_control_of_a_page_has_a_name(window: MainWindow, workers: FakeWorkers, page: str) -> None:
    window.attach(workers, page, is_alive=False)  # type: ignore[arg-type]  # the fake stands in
    show(window, SIZES[2])
    assert unnamed(window) == []


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("page", ["sources", "reports"])
def test_no_text_of_an_empty_page_is_cut(window: MainWindow, page: str, percent: int) -> None:
    workers = FakeWorkers(empty_world())
    _set_percent(workers, percent)
    window.attach(workers, page, is_alive=False)  # type: ignore[arg-type]  # the fake stands in
    show(window, SIZES[0])
    assert clipped(window) == []
    assert unnamed(window) == []
    workers.close()


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("kind", [TroubleKind.LOGIN, TroubleKind.NOT_A_FEED, TroubleKind.BLOCKED])
def test_no_text_of_a_broken_source_is_cut(
    window: MainWindow, workers: FakeWorkers, percent: int, kind: TroubleKind
) -> None:
    _set_percent(workers, percent)
    first = workers.world.sources[0]
    workers.world.sources[0] = replace(
        first,
        name="Das große Forum für Heizung, Sanitär, Klima und Lüftung im Rheinland",
        trouble=Trouble(kind, "ein-sehr-langer-name.forum-fuer-heizung-sanitaer.example"),
        failures=4,
        feed_url="https://ein-sehr-langer-name.forum-fuer-heizung-sanitaer.example/" + "pfad/" * 20,
    )
    window.attach(workers, "sources", is_alive=False)  # type: ignore[arg-type]  # the fake stands in
    window.go_to("sources", SourceId(1))
    show(window, SIZES[0])
    assert clipped(window) == []


Opens = Callable[[SourcesPage], None]


def _login(page: SourcesPage) -> None:
    page.add_source()
    dialog = page.findChild(AddSourceDialog)
    assert dialog is not None
    dialog._login_box.control.setChecked(True)


def _refused(page: SourcesPage) -> None:
    page.add_source()
    dialog = page.findChild(AddSourceDialog)
    assert dialog is not None
    dialog._refuse("Unter dieser Adresse war kein Feed zu finden. Versuchen Sie eine andere Seite dort. " * 2)


def _suggested(page: SourcesPage) -> None:
    page.add_source()
    dialog = page.findChild(AddSourceDialog)
    assert dialog is not None
    dialog._suggest.click()
    dialog._picker._trade.setCurrentIndex(4)


def _instead(page: SourcesPage) -> None:
    page.add_source("https://de.trustpilot.com/review/brandt.example")


@pytest.mark.parametrize("percent", [150])
@pytest.mark.parametrize(
    ("opens", "kind"),
    [
        (SourcesPage.add_source, AddSourceDialog),
        (lambda page: page.add_source("https://forum.example"), AddSourceDialog),
        (_login, AddSourceDialog),
        (_refused, AddSourceDialog),
        (_suggested, AddSourceDialog),
        (_instead, AddSourceDialog),
        (SourcesPage.edit_source, EditSourceDialog),
        (SourcesPage.remove_source, RemoveSourceDialog),
        (lambda page: NoticesDialog(page).open(), NoticesDialog),
    ],
)
def test_no_text_of_a_dialog_is_cut(
    window: MainWindow, workers: FakeWorkers, opens: Opens, kind: type[QDialog], percent: int
) -> None:
    _set_percent(workers, percent)
    window.attach(workers, "sources", is_alive=False)  # type: ignore[arg-type]  # the fake stands in
    show(window, SIZES[0])
    page = window.page("sources")
    assert isinstance(page, SourcesPage)
    opens(page)
    settle(window, 20)
    dialog = page.findChild(kind)
    assert isinstance(dialog, QDialog)
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    assert clipped(dialog) == []
    assert unnamed(dialog) == []
    dialog.reject()


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("step", [0, 1, 2, 3])
def test_no_text_of_the_first_run_is_cut(
    qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge, percent: int, step: int
) -> None:
    theme.current().apply("light", percent)
    page = FirstRunPage(workers, tasks, bridge)  # type: ignore[arg-type]  # the fake stands in
    qtbot.addWidget(page)
    for width, height in SIZES:
        page.resize(width, height)
        page.show()
        page._firm.setText("Brandt Haustechnik")
        page._addresses.setPlainText("https://forum.example\nhttps://zeitung.example")
        page._show_step(step)
        if step == 2:
            page._picker._trade.setCurrentIndex(3)
        if step == 3:
            workers.fail_next = OutsideError(Trouble(TroubleKind.RATE_LIMITED, "news.google.com"))
            page._check.ask(page._picker.chosen)
            page._on_go()
        qtbot.waitUntil(lambda: tasks.pending == 0, timeout=5000)
        qtbot.wait(30)
        assert clipped(page) == []
        assert unnamed(page) == []


def test_tab_leaves_every_list_and_table(qtbot: QtBot, window: MainWindow, workers: FakeWorkers) -> None:
    window.attach(workers, "sources", is_alive=False)  # type: ignore[arg-type]  # the fake stands in
    show(window, SIZES[2])
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    seen: list[str] = []
    for _ in range(14):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if isinstance(focused, QWidget):
            seen.append(focused.accessibleName() or str(focused.property("text")))
    for name in ("Quelle hinzufügen", "Quellen", "Jetzt abrufen", "Bearbeiten …", "Die letzten Abrufe"):
        assert name in seen, seen
