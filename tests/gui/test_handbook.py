"""The handbook: whole, linked, reached by F1 where a question comes up."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.fakes import FakeWorkers
from tests.gui.looks import SIZES, clipped, show, unnamed
from ui import handbook, theme
from ui.bridge import Bridge
from ui.dialogs.handbook import HandbookDialog
from ui.dialogs.queries import QueriesDialog
from ui.main_window import CHAPTERS, PAGES, MainWindow
from ui.models.sources import STATE_WORDS, state_word
from ui.tasks import Tasks

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\]\(([\w-]*)(?:\.md)?(?:#([\w-]+))?\)")


@pytest.fixture
def dialog(qtbot: QtBot) -> HandbookDialog:
    made = HandbookDialog()
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_contents_come_first_and_name_every_chapter() -> None:
    found = handbook.chapters()
    assert found[0].name == handbook.INDEX
    assert [one.name for one in found[1:]] == sorted(one.name for one in found[1:])
    for one in found[1:]:
        assert f"({one.name}.md)" in found[0].text


def test_every_word_for_the_health_of_a_source_is_explained(workers: FakeWorkers) -> None:
    (text,) = (one.text for one in handbook.chapters() if one.name == "02-quellen")
    table = text.split("## Wie geht es der Quelle?")[1].split("\n## ")[0].casefold()
    never_heard = replace(workers.world.sources[0], failures=4, last_success=None)
    named = [part.strip() for part in re.split(r"[|*()]", table)]
    for word in (*STATE_WORDS.values(), state_word(never_heard)):
        assert word.casefold() in named


def test_every_link_leads_somewhere(dialog: HandbookDialog) -> None:
    names = {one.name for one in handbook.chapters()}
    for chapter in handbook.chapters():
        for name, anchor in LINK.findall(chapter.text):
            assert not name or name in names, (chapter.name, name)
            dialog.go_to(name or chapter.name)
            assert not anchor or dialog.view._heading(anchor) is not None, (chapter.name, name, anchor)


def test_a_link_turns_to_its_chapter_and_heading(dialog: HandbookDialog) -> None:
    dialog._follow(QUrl("06-uebersicht.md#gefahr"))
    assert dialog.list.currentItem().text() == "6 Übersicht"
    assert dialog.view.verticalScrollBar().value() > 0
    assert dialog.view.textCursor().block().text() == "Gefahr"
    dialog._follow(QUrl("#themen"))
    assert dialog.list.currentItem().text() == "6 Übersicht"
    assert dialog.view.textCursor().block().text() == "Themen"


def test_a_link_to_the_web_opens_the_browser(dialog: HandbookDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()) or True)
    dialog._follow(QUrl("https://example.org/hilfe"))
    dialog._follow(QUrl("file:///etc/passwd"))
    assert asked == ["https://example.org/hilfe"]


@pytest.mark.parametrize("percent", [100, 125])
def test_nothing_is_cut_and_all_is_named(dialog: HandbookDialog, percent: int) -> None:
    theme.current().apply("dark", percent)
    QApplication.processEvents()
    assert clipped(dialog) == []
    assert unnamed(dialog) == []
    assert dialog.view.horizontalScrollBar().maximum() == 0


@pytest.fixture
def window(qtbot: QtBot, workers: FakeWorkers) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    made.attach(workers, "reports", is_alive=False)  # type: ignore[arg-type]  # the fake stands in
    show(made, SIZES[2])
    yield made
    made.close()


def test_f1_opens_one_handbook_at_the_chapter_of_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    found = window.findChildren(HandbookDialog)
    assert [one.list.currentItem().text() for one in found] == ["7 Wochenbericht"]
    assert not found[0].isModal()
    window.go_to("sources")
    window.show_help()
    assert [one.list.currentItem().text() for one in window.findChildren(HandbookDialog)] == ["2 Quellen"]


def test_every_page_has_a_chapter_that_exists() -> None:
    assert set(CHAPTERS) == {page.name for page in PAGES}
    assert set(CHAPTERS.values()) <= {one.name for one in handbook.chapters()}


def test_f1_explains_the_expressions(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = QueriesDialog(workers, tasks, bridge, parent)  # type: ignore[arg-type]  # the fake stands in
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: tasks.pending == 0 and dialog.isActiveWindow())
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    shown = dialog.findChild(HandbookDialog)
    assert shown is not None
    assert shown.list.currentItem().text() == "3 Suchprofile"
    dialog.done(0)


def test_the_frozen_program_has_it_too() -> None:
    assert '(str(ROOT / "docs" / "handbuch"), "docs/handbuch")' in (ROOT / "packaging" / "kundenradar.spec").read_text()
