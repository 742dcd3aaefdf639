"""The first run: four questions, each of which may be left out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kundenradar.domain.errors import InputError, OutsideError, Trouble, TroubleKind
from kundenradar.domain.sources import NewSource, Source, SourceKind
from kundenradar.services import subscriptions
from tests.gui.fakes import NOW, FakeWorkers, World, empty_world
from tests.gui.looks import clipped
from ui import theme
from ui.bridge import Bridge
from ui.dialogs.first_run import FirstRunPage
from ui.tasks import Tasks
from ui.widgets.form import CheckBox


@pytest.fixture
def workers() -> Iterator[FakeWorkers]:
    made = FakeWorkers(empty_world())
    yield made
    made.close()


@pytest.fixture
def page(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge) -> FirstRunPage:
    made = FirstRunPage(workers, tasks, bridge, now=lambda: NOW)  # type: ignore[arg-type]  # the fake stands in
    qtbot.addWidget(made)
    made.resize(1000, 720)
    made.show()
    return made


def _settle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.pending == 0, timeout=5000)


def _shown(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def _to_proposals(page: FirstRunPage, firm: str = "Brandt Haustechnik") -> None:
    page._firm.setText(firm)
    page._on_go()
    page._on_go()


def _without_proposals(page: FirstRunPage) -> None:
    for box in page._picker.findChildren(CheckBox):
        box.setChecked(False)
    page._on_go()


def _to_places(page: FirstRunPage, firm: str = "Brandt Haustechnik") -> None:
    _to_proposals(page, firm)
    _without_proposals(page)


def _boxes(page: FirstRunPage) -> list[CheckBox]:
    return [box for box in page.findChildren(CheckBox) if not page._picker.isAncestorOf(box)]


def test_the_answers_make_firm_search_and_sources(
    page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    assert page._count.text() == "Frage 1 von 4"
    page._firm.setText("Brandt  Haustechnik")
    QTest.keyClick(page._firm, Qt.Key.Key_Return)
    page._town.setText(" Köln ")
    QTest.keyClick(page._town, Qt.Key.Key_Return)
    assert page._count.text() == "Frage 2 von 4"
    page._terms.setText("Brandt, Wärmepumpe*")
    page._excludes.setText("Willy")
    QTest.keyClick(page._excludes, Qt.Key.Key_Return)
    assert page._count.text() == "Frage 3 von 4"
    _without_proposals(page)
    assert page._count.text() == "Frage 4 von 4"
    page._addresses.setPlainText("https://forum.example\n https://zeitung.example \n")
    assert page._go.text() == "Nachsehen"
    QTest.keyClick(page._addresses, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page._go.text() == "Mit 2 Quellen loslegen", timeout=5000)
    _boxes(page)[1].setChecked(True)
    assert page._go.text() == "Mit 3 Quellen loslegen"
    with qtbot.waitSignal(page.finished):
        page._go.click()
    settings = workers.world.settings
    assert (settings.firm_name, settings.terms, settings.excludes) == (
        "Brandt Haustechnik",
        ("Brandt", "Wärmepumpe*"),
        ("Willy",),
    )
    assert settings.first_run_done
    assert settings.town == "Köln"
    assert [source.address for source in workers.world.sources] == [
        "https://forum.example",
        "https://forum.example",
        "https://zeitung.example",
    ]
    assert workers.refreshes == [tuple(source.id for source in workers.world.sources)]


def test_search_feeds_are_asked_only_after_the_owner_goes_on(
    page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _to_proposals(page)
    assert workers.world.calls.count("look_behind") == 0
    assert [one.title for one in page._picker.chosen] == [
        "Google News: Brandt Haustechnik",
        "Bing News: Brandt Haustechnik",
    ]
    assert page._go.text() == "Prüfen und weiter"
    page._go.click()
    _settle(qtbot, tasks)
    assert workers.world.calls.count("look_behind") == 2
    assert page._go.text() == "Mit 2 Quellen loslegen"
    with qtbot.waitSignal(page.finished):
        page._go.click()
    assert [(source.name, source.kind, source.all_entries) for source in workers.world.sources] == [
        ("Google News: Brandt Haustechnik", SourceKind.ALERT, True),
        ("Bing News: Brandt Haustechnik", SourceKind.ALERT, True),
    ]


def test_a_trade_brings_its_places_and_failures_stand_in_one_list(
    page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _to_proposals(page)
    picker = page._picker
    picker._trade.setCurrentIndex(picker._trade.findData("fahrrad"))
    assert len(picker.chosen) == 8
    workers.fail_next = OutsideError(Trouble(TroubleKind.RATE_LIMITED, "news.google.com"))
    page._go.click()
    _settle(qtbot, tasks)
    qtbot.waitUntil(lambda: any("bittet um eine Pause" in words for words in _shown(page._check)))
    assert _shown(page._check) == [
        "7 von 8 Vorschlägen lassen sich hören. Diese nicht:",
        "Google News: Brandt Haustechnik: news.google.com bittet um eine Pause. Versuchen Sie es später noch einmal.",
    ]
    assert page._go.text() == "Mit 7 Quellen loslegen"


def test_of_two_proposals_one_is_heard(page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks) -> None:
    _to_proposals(page)
    workers.fail_next = OutsideError(Trouble(TroubleKind.RATE_LIMITED, "news.google.com"))
    page._go.click()
    _settle(qtbot, tasks)
    qtbot.waitUntil(lambda: not page._check.is_running)
    assert _shown(page._check)[0] == "1 von 2 Vorschlägen lässt sich hören. Diese nicht:"


def test_going_back_asks_only_for_what_is_new(
    page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _to_proposals(page)
    page._go.click()
    _settle(qtbot, tasks)
    page._back.click()
    first, _second, third, *_rest = page._picker._searches._rows
    first.box.setChecked(False)
    third.box.setChecked(True)
    page._go.click()
    _settle(qtbot, tasks)
    assert workers.world.calls.count("look_behind") == 3
    assert [new.name.partition(":")[0] for new in page._check.sources] == ["Bing News", "Bing Websuche"]


def test_checking_can_be_stopped(page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks) -> None:
    _to_proposals(page)
    workers.hold.clear()
    page._go.click()
    assert page._check.is_running
    assert not page._go.isEnabled()
    page._check._stop.click()
    assert not page._check.is_running
    assert page._go.isEnabled()
    workers.hold.set()
    _settle(qtbot, tasks)
    assert page._check.sources == ()


def test_a_name_is_asked_for_before_going_on(page: FirstRunPage) -> None:
    page._on_go()
    assert page._count.text() == "Frage 1 von 4"
    assert "Ohne Namen" in page._firm_field.error
    page._firm.setText("B")
    assert not page._firm_field.error


def test_everything_can_be_skipped(page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot) -> None:
    assert page._skip.text() == "Einrichtung überspringen"
    with qtbot.waitSignal(page.finished):
        page._skip.click()
    assert workers.world.settings.first_run_done
    assert not workers.world.settings.firm_name
    assert not workers.world.sources
    assert workers.refreshes == []


def test_single_questions_can_be_skipped(page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot) -> None:
    page._firm.setText("Brandt")
    page._on_go()
    page._terms.setText("doch nicht")
    page._skip.click()
    assert page._count.text() == "Frage 3 von 4"
    page._skip.click()
    assert page._count.text() == "Frage 4 von 4"
    with qtbot.waitSignal(page.finished):
        page._skip.click()
    assert workers.world.settings.firm_name == "Brandt"
    assert not workers.world.settings.terms


def test_going_back_keeps_the_answers(page: FirstRunPage) -> None:
    _to_places(page)
    for _question in range(3):
        page._back.click()
    assert page._firm.text() == "Brandt Haustechnik"
    assert not page._back.isVisible()


def test_the_samples_can_be_looked_at(page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.finished):
        page._samples.click()
    assert workers.world.settings.first_run_done
    assert workers.world.sources
    assert workers.refreshes == [None]


def test_an_address_nothing_can_be_heard_at_says_why_and_holds_nothing_up(
    page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _to_places(page)
    workers.fail_next = OutsideError(Trouble(TroubleKind.OFFLINE, "tot.example"))
    page._addresses.setPlainText("https://tot.example\nhttps://forum.example")
    page._on_go()
    _settle(qtbot, tasks)
    dead, alive = (page._findings[name] for name in ("https://tot.example", "https://forum.example"))
    assert dead.note
    assert not dead.chosen
    assert len(alive.chosen) == 1
    assert page._go.text() == "Mit 1 Quelle loslegen"
    assert page._left_out.text == (
        "Nicht übernommen wird https://tot.example. Berichtigen Sie die Adresse, oder machen Sie ohne sie weiter."
    )
    assert "von selbst" not in dead.note
    page._addresses.setPlainText("https://forum.example")
    assert not page._left_out_row.isVisible()


def test_without_any_feed_the_button_says_that_the_address_is_left_out(
    page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _to_places(page)
    workers.fail_next = OutsideError(Trouble(TroubleKind.OFFLINE, "tot.example", detail="dns"))
    page._addresses.setPlainText("https://tot.example")
    page._on_go()
    _settle(qtbot, tasks)
    assert page._go.text() == "Ohne diese Adresse weiter"
    assert "von selbst" not in page._findings["https://tot.example"].note
    page._back.click()
    assert not page._left_out_row.isVisible()
    page._on_go()
    assert page._left_out_row.isVisible()
    with qtbot.waitSignal(page.finished):
        page._go.click()
    assert workers.world.sources == []


def test_an_address_that_gave_nothing_can_be_asked_again(
    page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _to_places(page)
    workers.fail_next = OutsideError(Trouble(TroubleKind.LOGIN, "tot.example", 401, detail="basic"))
    page._addresses.setPlainText("https://tot.example")
    page._on_go()
    _settle(qtbot, tasks)
    assert "später unter Quellen" in page._findings["https://tot.example"].note
    page._again.click()
    _settle(qtbot, tasks)
    assert page._go.text() == "Mit 1 Quelle loslegen"
    assert not page._left_out_row.isVisible()


def test_an_address_that_is_taken_back_takes_its_feeds_along(
    page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _to_places(page)
    page._addresses.setPlainText("https://a.example\nhttps://b.example")
    page._on_go()
    _settle(qtbot, tasks)
    page._addresses.setPlainText("https://b.example\nhttps://c.example")
    assert set(page._findings) == {"https://b.example"}
    assert page._go.text() == "Nachsehen"
    page._on_go()
    _settle(qtbot, tasks)
    assert workers.world.calls.count("discover") == 3
    assert page._go.text() == "Mit 2 Quellen loslegen"


def test_a_late_answer_for_an_address_taken_back_is_dropped(
    page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _to_places(page)
    workers.hold.clear()
    page._addresses.setPlainText("https://langsam.example")
    page._on_go()
    assert not page._go.isEnabled()
    page._addresses.clear()
    assert page._go.isEnabled()
    workers.hold.set()
    _settle(qtbot, tasks)
    assert page._go.text() == "Loslegen"


def test_a_source_that_is_heard_already_is_no_mistake(
    page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add(_world: World, new: NewSource) -> Source:
        raise InputError("source-known", new.name)

    monkeypatch.setattr(subscriptions, "add", add)
    _to_places(page)
    page._addresses.setPlainText("https://forum.example")
    page._on_go()
    _settle(qtbot, tasks)
    with qtbot.waitSignal(page.finished):
        page._go.click()
    assert workers.world.settings.first_run_done


def test_words_that_cannot_be_searched_lead_back_to_their_question(
    page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _to_places(page)
    workers.fail_next = InputError("wildcard-too-broad", "a*")
    page._on_go()
    qtbot.waitUntil(lambda: bool(page._error.text), timeout=5000)
    assert page._count.text() == "Frage 2 von 4"
    assert page._go.isEnabled()
    assert not workers.world.settings.first_run_done


@pytest.mark.parametrize(("width", "percent"), [(1024, 150), (720, 100), (1920, 100)])
def test_no_word_is_cut(
    page: FirstRunPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks, width: int, percent: int
) -> None:
    theme.current().apply("dark", percent)
    page.resize(width, 640)
    _to_places(page)
    workers.fail_next = OutsideError(Trouble(TroubleKind.OFFLINE, "tot.example"))
    page._addresses.setPlainText("https://tot.example/" + "sehr-lang-" * 20 + "\nhttps://forum.example")
    page._on_go()
    _settle(qtbot, tasks)
    assert page._left_out_row.isVisible()
    qtbot.wait(60)
    inner = page._scroll.widget()
    assert inner is not None
    assert inner.width() <= page._scroll.viewport().width()
    for label in inner.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.mapTo(inner, label.rect().topRight()).x() <= inner.width(), label.text()


def test_a_proposal_is_shown_with_its_and_and_never_cut(page: FirstRunPage) -> None:
    page._firm.setText("Müller & Söhne GmbH")
    page._on_go()
    assert page._proposals.chips["Müller & Söhne"].text() == "Müller && Söhne"  # Qt shows one of them
    page._proposals.offer("Zum Goldenen Löwen Donaudampfschifffahrtsgesellschaft Überlingen am Bodensee GmbH")
    assert page._proposals.chips
    for term, chip in page._proposals.chips.items():
        assert chip.sizeHint().width() <= page._proposals.width()
        assert term in chip.accessibleName()


def test_other_ways_to_write_the_name_can_be_ticked(page: FirstRunPage) -> None:
    page._firm.setText("Müller Heizung GmbH")
    page._on_go()
    chip = page._proposals.chips["Müller Heizung"]
    assert chip.isVisible()
    page._terms.setText("Bad")
    chip.click()
    assert page._terms.text() == "Bad, Müller Heizung"
    page._terms.setText("Bad")
    assert not chip.isChecked()
    chip.click()
    chip.click()
    assert page._terms.text() == "Bad"
    assert clipped(page) == []


def test_return_on_a_box_goes_on(page: FirstRunPage, qtbot: QtBot) -> None:
    _to_proposals(page)
    page.activateWindow()
    boxes = page._picker.findChildren(CheckBox)
    for box in boxes:
        box.setChecked(False)
    boxes[0].setFocus()
    qtbot.waitUntil(boxes[0].hasFocus)
    qtbot.keyClick(boxes[0], Qt.Key.Key_Return)
    assert page._count.text() == "Frage 4 von 4"


def test_every_question_and_its_buttons_are_seen_at_once_in_a_common_window(page: FirstRunPage) -> None:
    page.resize(1216, 736)  # a window on a small screen
    page._firm.setText("Brandt Haustechnik")
    page._town.setText("Köln")
    for step in range(4):
        page._show_step(step)
        QApplication.processEvents()
        assert page._scroll.verticalScrollBar().maximum() == 0, step


def test_the_keyboard_comes_back_to_the_button_that_looked(page: FirstRunPage, qtbot: QtBot, tasks: Tasks) -> None:
    _to_places(page)
    page.activateWindow()
    page._addresses.setPlainText("https://forum.example")
    page._go.setFocus()
    qtbot.waitUntil(page._go.hasFocus)
    qtbot.keyClick(page._go, Qt.Key.Key_Space)
    _settle(qtbot, tasks)
    assert page._go.text() == "Mit 1 Quelle loslegen"
    assert page._go.hasFocus()
    page._addresses.setFocus()
    for expected in (*page._findings["https://forum.example"].boxes, page._skip, page._back, page._go):
        page.focusNextChild()
        assert page.focusWidget() is expected
