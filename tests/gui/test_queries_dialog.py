"""The care of Suchprofile, with a live test."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kundenradar.domain.errors import InputError
from kundenradar.domain.queries import QueryId
from kundenradar.services import review
from tests.gui.fakes import FakeWorkers, World
from tests.gui.looks import clipped, unnamed
from ui.bridge import Bridge
from ui.dialogs.queries import QueriesDialog
from ui.tasks import Tasks


@pytest.fixture
def world(workers: FakeWorkers) -> World:
    return workers.world


@pytest.fixture
def dialog(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge) -> Iterator[QueriesDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = QueriesDialog(workers, tasks, bridge, parent)  # type: ignore[arg-type]
    made.open()
    settled(qtbot, made, bridge)
    yield made
    qtbot.waitUntil(lambda: tasks.pending == 0)


def settled(qtbot: QtBot, dialog: QueriesDialog, bridge: Bridge) -> None:
    def quiet() -> bool:
        bridge.flush()
        return dialog._tasks.pending == 0 and not dialog.probe.typing.isActive()

    qtbot.waitUntil(quiet)
    qtbot.waitUntil(quiet)


def answer(dialog: QWidget, words: str) -> None:
    """Press a button of the question in front."""
    box = dialog.findChildren(QMessageBox)[-1]
    next(button for button in box.findChildren(QPushButton) if button.text() == words).click()


def test_the_first_suchprofil_is_shown_with_its_hits(dialog: QueriesDialog, world: World) -> None:
    assert dialog.list.count() == len(world.queries)
    assert dialog.name_field.text() == "Firmenname"
    assert dialog.examples.count() > 0
    assert "Beiträgen" in dialog.hits.text()
    assert clipped(dialog) == []
    assert unnamed(dialog) == []


def test_hits_follow_the_typing(dialog: QueriesDialog, qtbot: QtBot, bridge: Bridge, world: World) -> None:
    world.calls.clear()
    for part in ("gibt", "gibtes", "gibtesnicht"):
        dialog.expression_field.setPlainText(part)
    settled(qtbot, dialog, bridge)
    assert world.calls.count("try_query") == 1
    assert dialog.hits.text() == "Kein gespeicherter Beitrag passt dazu."
    assert dialog.examples.count() == 0


def test_an_answer_to_an_older_wording_is_dropped(
    dialog: QueriesDialog, qtbot: QtBot, bridge: Bridge, workers: FakeWorkers
) -> None:
    workers.hold.clear()
    dialog.expression_field.setPlainText("Heizung")
    dialog.probe.ask()
    dialog.expression_field.setPlainText("gibtesnicht")
    dialog.probe.ask()
    workers.hold.set()
    settled(qtbot, dialog, bridge)
    assert dialog.hits.text() == "Kein gespeicherter Beitrag passt dazu."


def test_a_mistake_is_told_and_cannot_be_saved(dialog: QueriesDialog, qtbot: QtBot, bridge: Bridge) -> None:
    dialog.expression_field.setPlainText("(Heizung")
    settled(qtbot, dialog, bridge)
    assert dialog._problem.isVisible()
    assert not dialog.save_button.isEnabled()
    dialog.expression_field.setPlainText("(Heizung)")
    settled(qtbot, dialog, bridge)
    assert not dialog._problem.isVisible()
    assert dialog.save_button.isEnabled()


def test_what_may_be_meant_otherwise_is_told_and_can_be_saved(
    dialog: QueriesDialog, qtbot: QtBot, bridge: Bridge
) -> None:
    dialog.expression_field.setPlainText("Heizung nicht warm")
    settled(qtbot, dialog, bridge)
    assert "NICHT" in dialog._problem.text()
    assert dialog._problem.property("tone") == "warning"
    assert dialog._problem.isVisible()
    assert dialog.save_button.isEnabled()
    dialog.expression_field.setPlainText("text:Heizung")
    settled(qtbot, dialog, bridge)
    assert dialog._problem.property("tone") == "bad"
    assert not dialog.save_button.isEnabled()


def test_a_new_suchprofil_is_added(dialog: QueriesDialog, qtbot: QtBot, bridge: Bridge, world: World) -> None:
    dialog.editor.ask_for_new()
    assert "findet" in dialog.hits.text()
    dialog.name_field.setText("Bad")
    assert not dialog.save_button.isEnabled()
    dialog.expression_field.setPlainText("Badsanierung*")
    dialog.save_button.click()
    settled(qtbot, dialog, bridge)
    assert world.queries[-1].expression == "Badsanierung*"
    assert dialog.list.currentItem().text().startswith("Bad\n")
    assert not dialog.save_button.isEnabled()


def test_removing_asks_first(dialog: QueriesDialog, qtbot: QtBot, bridge: Bridge, world: World) -> None:
    before = [query.name for query in world.queries]
    dialog.remove_button.click()
    answer(dialog, "Behalten")
    dialog.remove_button.click()
    answer(dialog, "Entfernen")
    settled(qtbot, dialog, bridge)
    assert [query.name for query in world.queries] == before[1:]


def test_changes_are_not_lost_without_a_question(
    dialog: QueriesDialog, qtbot: QtBot, bridge: Bridge, world: World
) -> None:
    dialog.expression_field.setPlainText("halb")
    dialog.list.setCurrentRow(1)
    answer(dialog, "Weiter bearbeiten")
    assert dialog.expression_field.toPlainText() == "halb"
    dialog.reject()
    assert dialog.isVisible()
    answer(dialog, "Verwerfen")
    assert not dialog.isVisible()


def test_what_the_core_refuses_is_told(
    dialog: QueriesDialog, qtbot: QtBot, bridge: Bridge, workers: FakeWorkers
) -> None:
    dialog.expression_field.setPlainText("Heizung")
    settled(qtbot, dialog, bridge)
    workers.fail_next = InputError("query-known", "Firmenname")
    dialog.save()
    settled(qtbot, dialog, bridge)
    assert dialog._problem.isVisible()
    assert dialog.save_button.isEnabled()
    dialog.editor._load(dialog.editor.current)
    settled(qtbot, dialog, bridge)


def test_the_list_counts_near_copies_once_like_the_sidebar(
    dialog: QueriesDialog, qtbot: QtBot, world: World, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = review.facets
    one_less = {QueryId(1): listed(world).by_query[QueryId(1)] - 1}  # type: ignore[arg-type]  # the fake one takes a World
    monkeypatch.setattr(review, "facets", lambda asked: replace(listed(asked), by_query=one_less))
    dialog._ask()
    settled(qtbot, dialog, bridge)
    assert dialog.list.item(0).text().endswith(f"\n{one_less[QueryId(1)]} Erwähnungen")
