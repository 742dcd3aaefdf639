"""Shutting out noise: from a mention, from a word cloud, by hand; and letting it in again."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kundenradar.domain.noise import NoiseKind
from kundenradar.domain.queries import QueryId, parse_query
from kundenradar.domain.word_cloud import CloudWord
from tests.gui.fakes import FakeWorkers, World
from tests.gui.looks import clipped, nested, unnamed
from ui import theme
from ui.bridge import Bridge
from ui.dialogs.exclude import ExcludeDialog
from ui.dialogs.exclusions import ExclusionsDialog
from ui.dialogs.queries import QueriesDialog
from ui.dialogs.query_change import QueryChangeDialog
from ui.dialogs.word_cloud import WordCloudDialog
from ui.models.searched import in_german
from ui.tasks import Tasks
from ui.widgets.noise_choice import NoiseChoice
from ui.widgets.word_cloud import WordCloud

Settle = Callable[[], None]


@pytest.fixture
def world(workers: FakeWorkers) -> World:
    return workers.world


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def settle(qtbot: QtBot, tasks: Tasks, bridge: Bridge, parent: QWidget) -> Iterator[Settle]:
    def quiet() -> bool:
        bridge.flush()
        timers = [choice.typing for choice in parent.findChildren(NoiseChoice)]
        return tasks.pending == 0 and not any(timer.isActive() for timer in timers)

    def come_to_rest() -> None:
        qtbot.waitUntil(quiet)
        qtbot.waitUntil(quiet)

    yield come_to_rest
    qtbot.waitUntil(lambda: tasks.pending == 0)


@pytest.mark.parametrize("percent", [100, 150])
def test_a_mention_offers_word_author_and_site(
    workers: FakeWorkers, tasks: Tasks, world: World, parent: QWidget, settle: Settle, percent: int
) -> None:
    theme.current().apply("light", percent)
    mention = next(iter(world.mentions.values()))
    mention = replace(mention, entry=replace(mention.entry, link="https://forum.example/t/1"))
    dialog = ExcludeDialog(workers, tasks, mention, parent)  # type: ignore[arg-type]
    dialog.open()
    dialog.word_field.setText("Rechnung")
    settle()
    assert dialog.author is not None
    assert dialog.site is not None
    assert "Erwähnung" in dialog.author.effect
    assert "betrifft" in dialog.word.effect
    assert clipped(dialog) == []
    assert unnamed(dialog) == []
    dialog.close()
    theme.current().apply("light", 100)


def test_shutting_out_an_author_takes_one_press(
    qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, world: World, parent: QWidget, settle: Settle
) -> None:
    mention = next(iter(world.mentions.values()))
    dialog = ExcludeDialog(workers, tasks, mention, parent)  # type: ignore[arg-type]
    dialog.open()
    settle()
    before = len(world.mentions)
    assert dialog.author is not None
    with qtbot.waitSignal(dialog.excluded) as told:
        dialog.author.button.click()
    assert told.args is not None
    assert told.args[0].left == before - len(world.mentions) > 0
    assert world.exclusions[0].value == mention.entry.author
    settle()


def test_what_cannot_be_shut_out_is_told(workers: FakeWorkers, tasks: Tasks, parent: QWidget, settle: Settle) -> None:
    dialog = ExclusionsDialog(workers, tasks, parent)  # type: ignore[arg-type]
    dialog.open()
    dialog.kind_box.setCurrentIndex(2)
    dialog.value_field.setText("keine adresse")
    settle()
    assert dialog.adding.effect
    assert "betrifft" not in dialog.adding.effect
    dialog.value_field.clear()
    settle()
    assert not dialog.adding.button.isEnabled()
    dialog.close()


def test_the_list_adds_and_lets_in_again(
    workers: FakeWorkers, tasks: Tasks, world: World, parent: QWidget, settle: Settle
) -> None:
    before = len(world.mentions)
    dialog = ExclusionsDialog(workers, tasks, parent)  # type: ignore[arg-type]
    dialog.open()
    settle()
    assert not dialog.readmit_button.isEnabled()
    dialog.value_field.setText("Rechnung")
    settle()
    dialog.adding.button.click()
    settle()
    assert dialog.list.count() == 1
    assert len(world.mentions) < before
    dialog.list.setCurrentRow(0)
    dialog.readmit_button.click()
    settle()
    assert dialog.list.count() == 0
    assert len(world.mentions) == before
    assert clipped(dialog) == []
    assert unnamed(dialog) == []
    dialog.close()


def test_the_cloud_shuts_out_the_word_that_is_pressed(
    qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, world: World, parent: QWidget, settle: Settle
) -> None:
    dialog = WordCloudDialog(workers, tasks, QueryId(1), "Firma", parent)  # type: ignore[arg-type]
    dialog.open()
    settle()
    words = {button.text(): button for button in dialog.cloud._sizes}
    assert len(words) > 5
    assert all(button.accessibleName().endswith("Erwähnungen") for button in words.values())
    button = words["Rechnung"]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle()
    assert "betrifft" in dialog.choice.effect
    dialog.choice.button.click()
    settle()
    assert world.exclusions[0].value == "Rechnung"
    assert "Rechnung" not in [button.text() for button in dialog.cloud._sizes]
    assert unnamed(dialog) == []
    dialog.close()


def test_a_changed_suchprofil_shows_what_changes_before_it_is_saved(
    workers: FakeWorkers, tasks: Tasks, bridge: Bridge, world: World, parent: QWidget, settle: Settle
) -> None:
    dialog = QueriesDialog(workers, tasks, bridge, parent)  # type: ignore[arg-type]
    dialog.open()
    settle()
    before = world.queries[0].expression
    for answer in ("reject", "_agree"):
        dialog.expression_field.setPlainText("Rechnung")
        dialog.save()
        settle()
        shown = next(one for one in dialog.findChildren(QDialog) if isinstance(one, QueryChangeDialog))
        assert clipped(shown) == []
        assert world.queries[0].expression == before
        getattr(shown, answer)()
        settle()
    assert "Rechnung" in [query.expression for query in world.queries]
    dialog.done(0)


def test_form_and_expression_follow_each_other(
    workers: FakeWorkers, tasks: Tasks, bridge: Bridge, parent: QWidget, settle: Settle, qtbot: QtBot
) -> None:
    dialog = QueriesDialog(workers, tasks, bridge, parent)  # type: ignore[arg-type]
    dialog.open()
    settle()
    dialog.editor.start_new()
    qtbot.keyClicks(dialog.fields.every, "Brandt")
    qtbot.keyClicks(dialog.fields.any_of, "Heizung, Bad,")
    dialog.fields.related.click()
    assert dialog.expression_field.toPlainText() == "Brandt~ UND (Heizung~ ODER Bad~)"
    assert dialog.fields.any_of.text() == "Heizung, Bad,"  # nobody writes into a field that is being written in
    dialog.expression_field.setPlainText('"Brandt Haustechnik" -Rosen')
    assert dialog.fields.exactly.text() == "Brandt Haustechnik"
    assert dialog.fields.none_of.text() == "Rosen"
    assert not dialog.fields.related.isChecked()
    dialog.expression_field.setPlainText("Brandt NEAR/3 Heizung")
    assert not dialog.fields.every.isEnabled()
    dialog.expression_field.setPlainText("Brandt")
    assert dialog.fields.every.isEnabled()
    settle()
    dialog.done(0)


def test_a_mistake_is_underlined_at_its_place(
    workers: FakeWorkers, tasks: Tasks, bridge: Bridge, parent: QWidget, settle: Settle
) -> None:
    dialog = QueriesDialog(workers, tasks, bridge, parent)  # type: ignore[arg-type]
    dialog.open()
    settle()
    dialog.expression_field.setPlainText("😀 Brandt (Bad")
    assert dialog.expression_field.marked == (9, 1)
    selection = dialog.expression_field.extraSelections()[0]
    assert selection.cursor.selectedText() == "("
    dialog.expression_field.setPlainText("Brandt stimmung:negativ")
    assert dialog.expression_field.marked == (7, 9)
    dialog.expression_field.setPlainText("Brandt")
    assert dialog.expression_field.marked is None
    settle()
    dialog.done(0)


def test_words_of_a_cloud_stand_on_one_line_of_type(qtbot: QtBot) -> None:
    cloud = WordCloud()
    qtbot.addWidget(cloud)
    cloud.resize(600, 200)
    cloud.show_words([CloudWord("Bad", 40), CloudWord("Heizung", 3), CloudWord("Kessel", 12)])
    cloud.show()
    QApplication.processEvents()
    words = cloud.findChildren(QPushButton)
    lines = {w.y() + (w.height() - w.fontMetrics().height()) // 2 + w.fontMetrics().ascent() for w in words}
    assert len({w.height() for w in words}) == 3
    assert len(lines) == 1


def test_nothing_shut_out_is_said_in_one_line_that_is_seen(
    workers: FakeWorkers, tasks: Tasks, parent: QWidget, settle: Settle, world: World
) -> None:
    dialog = ExclusionsDialog(workers, tasks, parent)  # type: ignore[arg-type]
    dialog.open()
    settle()
    assert dialog._empty.isVisible()
    assert not dialog.list.isVisible()
    assert nested(dialog) == []
    assert dialog._frame.area is not None
    assert dialog._frame.area.verticalScrollBar().maximum() == 0
    dialog.value_field.setText("Stellenanzeige")
    settle()
    dialog.adding.button.click()
    settle()
    assert dialog.list.isVisible()
    assert not dialog._empty.isVisible()
    assert dialog._frame.area.verticalScrollBar().maximum() == 0
    assert clipped(dialog) == []
    dialog.close()


@pytest.mark.parametrize("percent", [100, 125])
def test_the_form_of_a_suchprofil_scrolls_as_one(
    workers: FakeWorkers, tasks: Tasks, bridge: Bridge, parent: QWidget, settle: Settle, percent: int, qtbot: QtBot
) -> None:
    theme.current().apply("light", percent)
    dialog = QueriesDialog(workers, tasks, bridge, parent)  # type: ignore[arg-type]
    dialog.open()
    settle()
    QApplication.processEvents()
    assert dialog.examples.count() == 5
    qtbot.waitUntil(lambda: dialog.examples.verticalScrollBar().maximum() == 0)
    assert nested(dialog) == []
    assert clipped(dialog) == []
    dialog.done(0)


def test_operators_are_german_to_read_and_what_is_stored_stays(
    workers: FakeWorkers, tasks: Tasks, bridge: Bridge, world: World, parent: QWidget, settle: Settle
) -> None:
    world.queries[0] = replace(world.queries[0], expression='Brandt AND ("mehr OR weniger" OR Bad) NOT Willy')
    before = world.queries[0].expression
    dialog = QueriesDialog(workers, tasks, bridge, parent)  # type: ignore[arg-type]
    dialog.open()
    settle()
    assert dialog.expression_field.toPlainText() == 'Brandt UND ("mehr OR weniger" ODER Bad) NICHT Willy'
    dialog.name_field.setText("Anders genannt")
    dialog.save()
    settle()
    assert {query.name: query.expression for query in world.queries}["Anders genannt"] == before
    dialog.done(0)


@pytest.mark.parametrize(
    "expression",
    ['Brandt AND (Heizung~ OR "und OR nicht") NOT Willy', 'titel:"AND" OR Bad NEAR/3 kalt', "ANDREA OR NOTAR"],
)
def test_german_operators_ask_the_same(expression: str) -> None:
    assert parse_query(in_german(expression)) == parse_query(expression)


def test_noise_kinds_are_all_offered(workers: FakeWorkers, tasks: Tasks, parent: QWidget, settle: Settle) -> None:
    dialog = ExclusionsDialog(workers, tasks, parent)  # type: ignore[arg-type]
    settle()
    assert [NoiseKind(dialog.kind_box.itemData(at)) for at in range(dialog.kind_box.count())] == list(NoiseKind)
    dialog.close()
