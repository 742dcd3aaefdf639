"""The care of text snippets."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kundenradar.domain.errors import InputError
from tests.gui.fakes import FakeWorkers, World
from tests.gui.looks import clipped, unnamed
from ui.bridge import Bridge
from ui.dialogs.snippets import SnippetsDialog
from ui.tasks import Tasks


@pytest.fixture
def world(workers: FakeWorkers) -> World:
    return workers.world


@pytest.fixture
def dialog(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge) -> Iterator[SnippetsDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = SnippetsDialog(workers, tasks, bridge, parent)  # type: ignore[arg-type]
    made.open()
    settled(qtbot, made, bridge)
    yield made
    qtbot.waitUntil(lambda: tasks.pending == 0)


def settled(qtbot: QtBot, dialog: SnippetsDialog, bridge: Bridge) -> None:
    def quiet() -> bool:
        bridge.flush()
        return dialog._tasks.pending == 0

    qtbot.waitUntil(quiet)
    qtbot.waitUntil(quiet)


def answer(dialog: QWidget, words: str) -> None:
    """Press a button of the question in front."""
    box = dialog.findChildren(QMessageBox)[-1]
    next(button for button in box.findChildren(QPushButton) if button.text() == words).click()


def test_the_first_snippet_is_shown(dialog: SnippetsDialog, world: World) -> None:
    assert dialog.list.count() == len(world.snippets)
    assert dialog.title_field.text() == world.snippets[0].title
    assert dialog.text_field.toPlainText() == world.snippets[0].text
    assert not dialog.save_button.isEnabled()
    assert clipped(dialog) == []
    assert unnamed(dialog) == []


def test_a_new_snippet_is_added_and_stays_chosen(
    dialog: SnippetsDialog, qtbot: QtBot, bridge: Bridge, world: World
) -> None:
    dialog.editor.ask_for_new()
    dialog.title_field.setText("Termin")
    assert not dialog.save_button.isEnabled(), "a snippet needs a text"
    dialog.text_field.setPlainText("Passt Ihnen {Termin}?")
    dialog.save_button.click()
    settled(qtbot, dialog, bridge)
    assert world.snippets[-1].text == "Passt Ihnen {Termin}?"
    assert dialog.list.currentItem().text() == "Termin"
    assert not dialog.save_button.isEnabled()


def test_a_snippet_is_changed_not_doubled(dialog: SnippetsDialog, qtbot: QtBot, bridge: Bridge, world: World) -> None:
    before = len(world.snippets)
    dialog.text_field.setPlainText("Guten Tag!")
    dialog.save()
    settled(qtbot, dialog, bridge)
    assert len(world.snippets) == before
    assert "Guten Tag!" in [snippet.text for snippet in world.snippets]


def test_removing_asks_first(dialog: SnippetsDialog, qtbot: QtBot, bridge: Bridge, world: World) -> None:
    before = len(world.snippets)
    dialog.remove_button.click()
    answer(dialog, "Behalten")
    settled(qtbot, dialog, bridge)
    assert len(world.snippets) == before
    dialog.remove_button.click()
    answer(dialog, "Entfernen")
    settled(qtbot, dialog, bridge)
    assert len(world.snippets) == before - 1


def test_changes_are_not_lost_without_a_question(
    dialog: SnippetsDialog, qtbot: QtBot, bridge: Bridge, world: World
) -> None:
    dialog.text_field.setPlainText("halb fertig")
    dialog.list.setCurrentRow(1)
    answer(dialog, "Weiter bearbeiten")
    assert dialog.text_field.toPlainText() == "halb fertig"
    assert dialog.list.currentRow() == 0
    dialog.reject()
    assert dialog.isVisible()
    answer(dialog, "Weiter bearbeiten")
    dialog.list.setCurrentRow(1)
    answer(dialog, "Verwerfen")
    assert dialog.text_field.toPlainText() == world.snippets[1].text
    dialog.text_field.setPlainText("wieder halb fertig")
    dialog.reject()
    answer(dialog, "Verwerfen")
    assert not dialog.isVisible()


def test_what_the_core_refuses_is_told(
    dialog: SnippetsDialog, qtbot: QtBot, bridge: Bridge, workers: FakeWorkers
) -> None:
    dialog.text_field.setPlainText("neu")
    workers.fail_next = InputError("snippet-empty")
    dialog.save()
    settled(qtbot, dialog, bridge)
    assert dialog._problem.isVisible()
    assert dialog.save_button.isEnabled()
    dialog.editor._load(dialog.editor.current)
