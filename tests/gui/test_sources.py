"""Quellen: the list, the chosen source, and the dialogs that change them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from kundenradar.domain.errors import DataError, InputError, OutsideError, Trouble, TroubleKind
from kundenradar.domain.events import RefreshProgress, SourcesChanged
from kundenradar.domain.mentions import MentionFilter
from kundenradar.domain.secrets import Secrets
from kundenradar.domain.sources import Candidate, NewSource, Source, SourceId, SourceKind
from kundenradar.services import subscriptions
from kundenradar.services.searching import LoginPlace, proposal_sentence, search_sentence
from tests.gui.fakes import NOW, FakeWorkers, World, empty_world
from ui.bridge import Bridge
from ui.dialogs.add_source import AddSourceDialog
from ui.dialogs.candidates import facts, rhythm
from ui.dialogs.edit_source import EditSourceDialog
from ui.dialogs.remove_source import RemoveSourceDialog
from ui.models.health import Step, interval_words, missed_words
from ui.models.sources import TROUBLE_WORDS, SourceListModel, state_line, summary
from ui.pages.sources import SourcesPage, dropped_address
from ui.tasks import Tasks
from ui.widgets.form import CheckBox, words_of

SILENT = SourceId(6)


def _open(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge) -> SourcesPage:
    made = SourcesPage(workers, tasks, bridge, now=lambda: NOW)  # type: ignore[arg-type]  # the fake stands in
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    made.refresh_view()
    _settle(qtbot, tasks)
    return made


@pytest.fixture
def page(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge) -> SourcesPage:
    return _open(qtbot, workers, tasks, bridge)


def _settle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.pending == 0, timeout=5000)


def _dialog(page: SourcesPage, kind: type[QDialog]) -> QDialog:
    found = page.findChild(kind)
    assert isinstance(found, kind)
    assert found.isVisible()
    return found


def _facts(page: SourcesPage) -> dict[str, str]:
    return {key: label.text() for key, label in page.detail._facts.items()}


def _poll(page: SourcesPage, row: int) -> str:
    cell = page.detail._history.item(row, 1)
    assert cell is not None
    return cell.text()


def test_names_and_facts_stand_on_one_line_of_type(page: SourcesPage) -> None:
    detail = page.detail
    for key, value in detail._facts.items():
        name = detail._fact_names[key]
        if value.isVisible():
            assert name.y() == value.y()
            assert value.alignment() & Qt.AlignmentFlag.AlignTop
            assert name.alignment() & Qt.AlignmentFlag.AlignTop


# --- the list -----------------------------------------------------------------------------------------


def test_the_list_tells_the_health_of_every_source_in_words(page: SourcesPage) -> None:
    model = page._model
    spoken = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert len(spoken) == 6
    assert spoken[0].startswith("bewertung-nrw.de, Bewertungen. Läuft · gehört vor 17 Minuten. ")
    assert any(text.startswith("hausbau-talk.de, Forum. Liefert nichts mehr · zuletzt 19.") for text in spoken)
    assert page.subtitle.text() == "6 Quellen · 5 laufen · 1 braucht Ihren Blick"


def test_the_first_source_is_chosen_and_shown_with_its_polls(page: SourcesPage) -> None:
    shown = page.detail.source
    assert shown is not None
    assert shown.name == "bewertung-nrw.de"
    values = _facts(page)
    assert values["heard"] == "heute, 09:28"
    assert values["next"] == "heute, 09:58"
    assert values["interval"] == "alle 30 Minuten, wie in den Einstellungen"
    assert values["entries"].startswith("261 Beiträge, davon ")
    assert page.detail._history.rowCount() == 8
    assert _poll(page, 1) == "unverändert"
    assert not page.detail.boxes[0].isVisible()


def test_a_broken_source_says_why_and_what_helps(page: SourcesPage, qtbot: QtBot, tasks: Tasks) -> None:
    page.list.choose(SILENT)
    _settle(qtbot, tasks)
    assert page.detail.boxes[0].isVisible()
    assert "hat nicht geantwortet" in page.detail.boxes[0].text
    assert _poll(page, 0) == "keine Antwort"


@pytest.mark.parametrize(
    ("kind", "detail", "words"),
    [
        (TroubleKind.LOGIN, "", "Zugangsdaten eintragen …"),
        (TroubleKind.NOT_FOUND, "", "Feed neu suchen …"),
        (TroubleKind.NOT_A_FEED, "", "Feed neu suchen …"),
        (TroubleKind.NOT_A_FEED, "maintenance", "Im Browser öffnen"),
        (TroubleKind.FORBIDDEN, "", "Im Browser öffnen"),
        (TroubleKind.SERVER, "", ""),
    ],
)
def test_every_trouble_offers_the_step_that_helps(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks, kind: TroubleKind, detail: str, words: str
) -> None:
    _change(workers, SourceId(1), trouble=Trouble(kind, "forum.example", detail=detail), failures=1)
    page.set_target(1)
    page.refresh_view()
    _settle(qtbot, tasks)
    assert [button.text() for button in page.detail.boxes[0].buttons] == ([words] if words else [])


def test_sources_stand_where_people_look_them_up(workers: FakeWorkers) -> None:
    model, some = SourceListModel(), workers.world.sources[0]
    names = ["Zeitung", "Forum 10", "Ärzteforum", "forum 2", "Bauforum"]
    model.show([replace(some, id=SourceId(place), name=name) for place, name in enumerate(names)], NOW)
    assert [source.name for source in model.sources] == ["Ärzteforum", "Bauforum", "forum 2", "Forum 10", "Zeitung"]


def test_what_is_missing_is_said_once_and_taken_note_of(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    missing = {"missed": 8, "missed_gap_s": 14 * 3600, "held": 15, "held_s": 9 * 3600, "rhythm_s": 2160}
    _change(workers, SourceId(3), **missing)
    page.refresh_view()
    _settle(qtbot, tasks)
    assert page.detail.boxes[0].text.startswith(
        "Dieser Feed hält 15 Einträge, etwa 9 Stunden; der Rechner oder Kundenradar war 14 Stunden aus; "
        "vermutlich fehlen 8 Beiträge."
    )
    assert _facts(page)["held"] == "15 Einträge, etwa 9 Stunden"
    assert "Läuft · vermutlich fehlen 8 Beiträge" in page._model.data(
        page._model.index(0), Qt.ItemDataRole.AccessibleTextRole
    )
    page.detail.boxes[0].buttons[-1].click()
    qtbot.waitUntil(lambda: not page.detail.boxes[0].isVisible(), timeout=5000)


@pytest.mark.parametrize(
    ("gap_s", "held_s", "reason"),
    [
        (14 * 3600, 9 * 3600, "der Rechner oder Kundenradar war 14 Stunden aus"),
        (3600, 1200, "zwischen zwei Abrufen lagen 60 Minuten"),
        (60, 1200, "seit dem vorigen Abruf ist mehr erschienen"),
    ],
)
def test_why_something_is_missing(workers: FakeWorkers, gap_s: int, held_s: int, reason: str) -> None:
    missing = replace(workers.world.sources[0], missed=1, missed_gap_s=gap_s, held=15, held_s=held_s)
    assert reason in missed_words(missing)
    assert missed_words(missing).endswith("vermutlich fehlt 1 Beitrag.")


def test_still_broken_and_moved_are_told_apart(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    silent = {"newest_at": NOW - timedelta(days=19), "silent_after_s": 6 * 86400, "held": 10, "held_s": 10 * 86400}
    _change(workers, SourceId(3), **silent)
    page.refresh_view()
    _settle(qtbot, tasks)
    assert page.detail._state.text() == "Still geworden"
    assert page.detail.boxes[0].text.startswith("Seit 19 Tagen steht hier nichts Neues; üblich war ein Beitrag alle 24")
    _change(workers, SourceId(3), moved_at=NOW - timedelta(days=1))
    page.refresh_view()
    qtbot.waitUntil(lambda: page.detail._state.text() == "Umgezogen", timeout=5000)
    _settle(qtbot, tasks)
    assert "umgezogen (gestern)" in page.detail.boxes[0].text
    assert _facts(page)["former"] == "https://alt.example/feed.xml (bis gestern)"


def test_a_feed_its_server_switched_off_can_be_asked_again(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _change(workers, SourceId(3), trouble=Trouble(TroubleKind.GONE, "f.example", 410), failures=1)
    page.refresh_view()
    _settle(qtbot, tasks)
    assert _facts(page)["next"] == "keiner"
    page.detail.boxes[0].buttons[1].click()
    qtbot.waitUntil(lambda: workers.refreshes == [(SourceId(3),)], timeout=5000)
    workers.finish_refresh()
    _settle(qtbot, tasks)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"interval_s": 7200}, "alle 2 Stunden, wie Sie es wünschen"),
        ({"min_interval_s": 3600}, "alle 60 Minuten, weil der Anbieter darum bittet"),
        (
            {"rhythm_s": 95, "held": 20, "held_s": 1900},
            "alle 16 Minuten, weil der Feed nur 20 Einträge, etwa 32 Minuten, hält",
        ),
        ({"rhythm_s": 86400, "held": 20}, "alle 3 Stunden, weil hier nur etwa alle 24 Stunden etwas Neues steht"),
        ({"failures": 3}, "alle 30 Minuten, wie in den Einstellungen; seltener, solange es nicht gelingt"),
        ({"failures": 3, "trouble": Trouble(TroubleKind.GONE)}, "alle 30 Minuten, wie in den Einstellungen"),
    ],
)
def test_how_often_is_said_with_its_reason(workers: FakeWorkers, changes: dict[str, object], words: str) -> None:
    assert interval_words(replace(workers.world.sources[0], **changes), 1800) == words  # type: ignore[arg-type]


def test_each_trouble_has_words_for_the_table() -> None:
    assert set(TROUBLE_WORDS) == set(TroubleKind)


def test_the_health_follows_events_without_losing_the_choice(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    page.list.choose(SILENT)
    _change(workers, SILENT, failures=0, trouble=None, last_success=NOW - timedelta(minutes=1))
    workers.publish(SourcesChanged((SILENT,)))
    qtbot.waitUntil(lambda: not page.detail.boxes[0].isVisible(), timeout=5000)
    _settle(qtbot, tasks)
    current = page.list.current
    assert current is not None
    assert current.id == SILENT
    assert page.subtitle.text() == "6 Quellen · 6 laufen"


def test_a_hidden_page_asks_nothing(page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, bridge: Bridge) -> None:
    page.hide()
    before = workers.world.calls.count("list_sources")
    workers.publish(SourcesChanged(()))
    qtbot.wait(1)
    bridge.flush()
    assert workers.world.calls.count("list_sources") == before


def _change(workers: FakeWorkers, source: SourceId, **changes: object) -> None:
    place = [known.id for known in workers.world.sources].index(source)
    workers.world.sources[place] = replace(workers.world.sources[place], **changes)  # type: ignore[arg-type]


def test_only_sources_that_changed_are_painted_anew(workers: FakeWorkers) -> None:
    model = SourceListModel()
    sources = tuple(workers.world.sources)
    model.show(sources, NOW)
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, _roles: told.append((first.row(), last.row())))
    model.show(sources, NOW + timedelta(seconds=5))
    assert told == []
    row = model.row_of(sources[2].id)
    changed = tuple(replace(one, mentions=999) if one.id == sources[2].id else one for one in sources)
    model.show(changed, NOW + timedelta(seconds=6))
    assert told == [(row, row)]
    for seconds in (20, 40):  # "gehört vor … Minuten" is another one in the end, however often they were shown
        model.show(changed, NOW + timedelta(seconds=seconds))
    assert told[1:] == [(0, len(sources) - 1)]


def test_the_model_keeps_rows_in_place(workers: FakeWorkers, qtbot: QtBot) -> None:
    model = SourceListModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    sources = workers.world.sources
    for shown in (sources, sources[2:], [], sources[::-1], [replace(sources[0], name="Zuletzt"), *sources[1:4]]):
        model.show(shown, NOW)
        names = [source.name for source in model.sources]
        assert names == sorted(names, key=str.casefold)
        assert len(names) == len(shown)
    assert model.row_of(SourceId(99)) is None
    tester.deleteLater()


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"last_success": None, "failures": 0}, "Neu · noch nicht abgefragt"),
        ({"paused": True}, "Pausiert · zuletzt gehört heute"),
        ({"trouble": Trouble(TroubleKind.OFFLINE)}, "Zuletzt nicht erreichbar · gehört heute"),
        ({"failures": 1, "trouble": Trouble(TroubleKind.TIMEOUT)}, "Zuletzt nicht erreichbar · gehört heute"),
        ({"failures": 2, "trouble": Trouble(TroubleKind.TIMEOUT)}, "Gestört · zuletzt gehört heute"),
        ({"failures": 1, "trouble": Trouble(TroubleKind.MALFORMED)}, "Gestört · zuletzt gehört heute"),
        ({"failures": 4, "last_success": None}, "Liefert nichts · noch nie gehört"),
        ({"failures": 4, "trouble": Trouble(TroubleKind.SERVER)}, "Liefert nichts mehr · zuletzt heute"),
        ({"failures": 1, "trouble": Trouble(TroubleKind.GONE)}, "Abgeschaltet · zuletzt gehört heute"),
    ],
)
def test_every_state_has_a_word(workers: FakeWorkers, changes: dict[str, object], line: str) -> None:
    assert state_line(replace(workers.world.sources[0], **changes), NOW) == line  # type: ignore[arg-type]


def test_a_source_that_could_not_be_reached_is_not_counted_as_running(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _change(workers, SourceId(1), trouble=Trouble(TroubleKind.OFFLINE, "forum.example"))
    _change(workers, SourceId(2), trouble=Trouble(TroubleKind.NOT_A_FEED, "forum.example"), failures=1)
    page.set_target(1)
    page.refresh_view()
    _settle(qtbot, tasks)
    assert page.subtitle.text() == (
        "6 Quellen · 3 laufen · 1 war zuletzt nicht erreichbar · 1 ist gestört · 1 braucht Ihren Blick"
    )
    assert page.detail._state.text() == "Zuletzt nicht erreichbar"
    assert page.detail.boxes[0].isVisible()


def test_no_source_has_words_too() -> None:
    assert summary(()) == "Noch keine Quelle"


# --- doing --------------------------------------------------------------------------------------------


def test_polling_now_waits_for_a_round_under_way(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    workers.refresh(None)
    page.detail.fetch.click()
    assert workers.refreshes == [None]
    workers.finish_refresh()
    qtbot.waitUntil(lambda: workers.refreshes == [None, (SourceId(3),)], timeout=5000)
    workers.finish_refresh()
    _settle(qtbot, tasks)
    assert page.detail.fetch.isEnabled()


def test_pause_and_resume(page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks) -> None:
    page.detail.pause.click()
    qtbot.waitUntil(lambda: page.detail._state.text() == "Pausiert", timeout=5000)
    assert page.detail.pause.accessibleName() == "Fortsetzen"
    assert _facts(page)["next"] == "keiner"
    page.detail.pause.click()
    qtbot.waitUntil(lambda: page.detail._state.text() == "Läuft", timeout=5000)
    assert workers.refreshes == [(SourceId(3),)]
    workers.finish_refresh()
    _settle(qtbot, tasks)


def test_the_mentions_of_a_source_are_one_click_away(page: SourcesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.go_to) as asked:
        page.detail._mentions.click()
    assert asked.args == ["mentions", MentionFilter(sources=frozenset({SourceId(3)}))]


def test_the_help_of_a_trouble_leads_where_it_says(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_address(address: str) -> bool:
        opened.append(address)
        return len(opened) == 1

    monkeypatch.setattr("ui.pages.sources.open_address", open_address)
    _change(workers, SourceId(3), trouble=Trouble(TroubleKind.FORBIDDEN, "f.example"), failures=1)
    page.refresh_view()
    _settle(qtbot, tasks)
    page.detail.boxes[0].buttons[0].click()
    assert opened == ["https://bewertung-nrw.de.example"]
    with qtbot.waitSignal(page.notice):
        page.detail.site.click()
    _change(workers, SourceId(3), trouble=Trouble(TroubleKind.NOT_FOUND, "f.example"), failures=1)
    page.refresh_view()
    _settle(qtbot, tasks)
    page.detail.boxes[0].buttons[0].click()
    dialog = _dialog(page, AddSourceDialog)
    assert isinstance(dialog, AddSourceDialog)
    assert dialog._address.text() == "https://bewertung-nrw.de.example"
    qtbot.waitUntil(lambda: dialog._step == 1, timeout=5000)
    dialog.reject()
    _change(workers, SourceId(3), trouble=Trouble(TroubleKind.LOGIN, "f.example"), failures=1)
    page.refresh_view()
    _settle(qtbot, tasks)
    page.detail.boxes[0].buttons[0].click()
    _dialog(page, EditSourceDialog).reject()


def test_a_round_that_fails_is_told_and_frees_the_button(page: SourcesPage, workers: FakeWorkers, qtbot: QtBot) -> None:
    told: list[BaseException] = []
    page.tasks = Tasks()
    page.tasks.failed.connect(told.append)
    page.detail.fetch.click()
    assert workers._round is not None
    workers.refreshing = False
    workers._round.set_exception(OutsideError(Trouble(TroubleKind.OFFLINE)))
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert page.detail.fetch.isEnabled()


def test_keys_edit_and_remove(page: SourcesPage, qtbot: QtBot, tasks: Tasks) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    _dialog(page, EditSourceDialog).reject()
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    _dialog(page, RemoveSourceDialog).reject()
    _settle(qtbot, tasks)


# --- removing -----------------------------------------------------------------------------------------


def test_removing_says_what_goes_and_keeps_by_default(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    page.detail.removal.click()
    dialog = _dialog(page, RemoveSourceDialog)
    assert isinstance(dialog, RemoveSourceDialog)
    _settle(qtbot, tasks)
    assert "261 gespeicherte Beiträge, darunter" in dialog.text
    assert "Das lässt sich nicht rückgängig machen." in dialog.text
    assert dialog.keep.isDefault()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert len(workers.world.sources) == 6


def test_a_removed_source_leaves_list_and_store(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    page.detail.removal.click()
    dialog = _dialog(page, RemoveSourceDialog)
    assert isinstance(dialog, RemoveSourceDialog)
    with qtbot.waitSignal(page.notice) as said:
        dialog.removal.click()
    assert said.args == ["„bewertung-nrw.de“ ist entfernt.", "good"]
    qtbot.waitUntil(lambda: page._model.rowCount() == 5, timeout=5000)
    _settle(qtbot, tasks)
    current = page.list.current
    assert current is not None
    assert page.detail.source is not None
    assert page.detail.source.id == current.id


def test_pausing_is_offered_as_the_gentler_way(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    page.remove_source()
    dialog = _dialog(page, RemoveSourceDialog)
    assert isinstance(dialog, RemoveSourceDialog)
    dialog.pause.click()
    qtbot.waitUntil(lambda: page.detail._state.text() == "Pausiert", timeout=5000)
    assert len(workers.world.sources) == 6
    _settle(qtbot, tasks)


# --- adding -------------------------------------------------------------------------------------------


def _adding(page: SourcesPage, address: str = "") -> AddSourceDialog:
    page.add_source(address)
    dialog = _dialog(page, AddSourceDialog)
    assert isinstance(dialog, AddSourceDialog)
    return dialog


def test_an_address_becomes_a_source_that_is_polled_at_once(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    dialog = _adding(page)
    assert not dialog._go.isEnabled()
    QTest.keyClicks(dialog._address, "https://forum.example")
    QTest.keyClick(dialog._address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog._step == 1, timeout=5000)
    assert dialog._name.text() == "Neue Beiträge"
    assert dialog._kind.currentData() == SourceKind.FORUM
    dialog._name.setText("Forum der Nachbarn")
    dialog._own.setText("Brandt_Service, Werkstatt Brandt")
    dialog._all.control.setChecked(True)
    dialog._go.click()
    qtbot.waitUntil(lambda: page._model.rowCount() == 7, timeout=5000)
    added = workers.world.sources[-1]
    assert (added.name, added.kind, added.all_entries) == ("Forum der Nachbarn", SourceKind.FORUM, True)
    assert added.own_names == ("Brandt_Service", "Werkstatt Brandt")
    assert (added.address, added.feed_url) == ("https://forum.example", "https://forum.example/feed.xml")
    assert workers.refreshes == [(added.id,)]
    assert page.list.current is not None
    assert page.list.current.id == added.id
    workers.finish_refresh()
    _settle(qtbot, tasks)


def test_what_is_being_added_is_not_half_cancelled(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    """A keyring that asks for its password takes ten seconds."""
    dialog = _adding(page, "https://forum.example")
    qtbot.waitUntil(lambda: dialog._step == 1, timeout=5000)
    workers.hold.clear()
    dialog._go.click()
    assert not dialog._cancel.isEnabled()
    assert not dialog._back.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.added):
        workers.hold.set()
    qtbot.waitUntil(lambda: page._model.rowCount() == 7, timeout=5000)
    workers.finish_refresh()
    _settle(qtbot, tasks)


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_addresses_that_arrive_while_a_source_is_stored_come_after_it(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    dialog = _adding(page, "https://forum.example")
    qtbot.waitUntil(lambda: dialog._step == 1, timeout=5000)
    workers.hold.clear()
    dialog._go.click()
    page.add_source("https://blog.example/feed")
    page.add_source("https://blatt.example/feed")
    page.add_source()
    assert dialog._address.text() == "https://forum.example"
    workers.hold.set()
    qtbot.waitUntil(lambda: workers.refreshing, timeout=5000)
    workers.finish_refresh()
    for address in ("https://blog.example/feed", "https://blatt.example/feed"):
        qtbot.waitUntil(lambda: _address_asked(page) == address, timeout=5000)  # noqa: B023 - asked here only
        assert len(page._model.sources) == 7
        _settle(qtbot, tasks)
        page._open_dialog().reject()  # type: ignore[union-attr]
    _settle(qtbot, tasks)
    assert page._open_dialog() is None


def _address_asked(page: SourcesPage) -> str:
    """What the dialog on the screen looks at, empty if there is none."""
    there = page._open_dialog()
    return there._address.text() if there is not None else ""


def test_several_feeds_are_added_together(page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks) -> None:
    dialog = _adding(page, "https://forum.example")
    qtbot.waitUntil(lambda: dialog._step == 1, timeout=5000)
    boxes = dialog._candidates.findChildren(CheckBox)
    boxes[1].setChecked(True)
    assert dialog._go.text() == "2 Quellen hinzufügen"
    assert not dialog._name_field.isVisible()
    dialog._go.click()
    qtbot.waitUntil(lambda: page._model.rowCount() == 8, timeout=5000)
    assert {source.name for source in workers.world.sources[-2:]} == {"Neue Beiträge", "Kommentare"}
    workers.finish_refresh()
    _settle(qtbot, tasks)


def test_nothing_chosen_adds_nothing(page: SourcesPage, qtbot: QtBot, tasks: Tasks) -> None:
    dialog = _adding(page, "https://forum.example")
    qtbot.waitUntil(lambda: dialog._step == 1, timeout=5000)
    dialog._candidates.findChildren(CheckBox)[0].setChecked(False)
    assert not dialog._go.isEnabled()
    dialog._back.click()
    assert dialog._step == 0
    assert dialog._address.text() == "https://forum.example"
    dialog.reject()


def test_a_feed_that_is_heard_already_cannot_be_ticked(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _change(workers, SourceId(1), feed_url="https://forum.example/feed.xml")
    page.refresh_view()
    _settle(qtbot, tasks)
    dialog = _adding(page, "https://forum.example")
    qtbot.waitUntil(lambda: dialog._step == 1, timeout=5000)
    first, second = dialog._candidates.findChildren(CheckBox)
    assert not first.isEnabled()
    assert "hört Kundenradar schon" in first.accessibleDescription()
    assert second.isChecked()
    dialog.reject()


def test_a_mistake_is_said_beside_the_address(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    dialog = _adding(page)
    workers.fail_next = InputError("address-bad", "quatsch")
    dialog._address.setText("quatsch")
    dialog.search()
    qtbot.waitUntil(lambda: bool(dialog._address_field.error), timeout=5000)
    assert dialog._step == 0
    dialog._address.setText("https://forum.example")
    assert not dialog._address_field.error
    dialog.reject()


def test_proposals_are_checked_added_and_the_town_is_kept(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    dialog = _adding(page)
    dialog._suggest.click()
    dialog._town.setText("Köln")
    assert dialog._go.text() == "2 prüfen und hinzufügen"
    with qtbot.waitSignal(dialog.added) as added:
        dialog._go.click()
    assert [source.name for source in added.args[0].sources] == [
        "Google News: Brandt Haustechnik",
        "Bing News: Brandt Haustechnik",
    ]
    assert all(source.all_entries for source in added.args[0].sources)
    assert workers.world.settings.town == "Köln"


def test_a_proposal_that_cannot_be_heard_stays_and_can_be_asked_again(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    dialog = _adding(page)
    dialog._suggest.click()
    workers.fail_next = OutsideError(Trouble(TroubleKind.OFFLINE, "news.google.com"))
    with qtbot.waitSignal(dialog.added):
        dialog._go.click()
    qtbot.waitUntil(lambda: dialog._go.text() == "Noch einmal prüfen", timeout=5000)
    assert [one.title for one in dialog._picker.chosen] == ["Google News: Brandt Haustechnik"]
    with qtbot.waitSignal(dialog.finished):
        dialog._go.click()


def test_a_place_nobody_may_listen_to_is_named_and_offers_what_works(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    dialog = _adding(page)
    dialog._address.setText("„https://www.gutefrage.net/frage/x“")
    dialog.search()
    said = [label.text() for label in dialog._instead.findChildren(QLabel)]
    assert any(text.startswith("gutefrage bietet keinen Feed an.") for text in said)
    assert any('site:gutefrage.net "Brandt Haustechnik"' in text for text in said)
    assert workers.world.calls.count("discover") == 0
    with qtbot.waitSignal(dialog.added) as added:
        dialog._go.click()
    (source,) = added.args[0].sources
    assert (source.name, source.kind, source.all_entries) == ("gutefrage: Brandt Haustechnik", SourceKind.ALERT, True)


def test_the_search_for_a_source_opens_high_enough(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks) -> None:
    dialog = AddSourceDialog(workers, tasks, ())  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0, timeout=3000)


def test_a_private_place_leads_to_the_form_for_the_hand(workers: FakeWorkers, qtbot: QtBot, tasks: Tasks) -> None:
    opened: list[bool] = []
    dialog = AddSourceDialog(workers, tasks, (), by_hand=lambda: opened.append(True))  # type: ignore[arg-type]
    dialog.open()
    dialog._address.setText("https://wa.me/49123")
    dialog.search()
    assert not dialog._go.isVisible()
    dialog._instead._write.click()
    assert opened == [True]


def test_the_page_opens_the_form_for_the_hand(page: SourcesPage, qtbot: QtBot) -> None:
    dialog = _adding(page, "https://wa.me/49123")
    with qtbot.waitSignal(page.command) as asked:
        dialog._instead._write.click()
    assert asked.args == ["note"]


def test_where_everything_is_heard_already_the_dialog_says_so(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _change(workers, SourceId(1), feed_url="https://forum.example/feed.xml")
    _change(workers, SourceId(2), feed_url="https://forum.example/comments.xml")
    page.refresh_view()
    _settle(qtbot, tasks)
    dialog = _adding(page, "https://forum.example")
    qtbot.waitUntil(lambda: dialog._step == 1, timeout=5000)
    assert dialog._found.text() == "Was es hier zu hören gibt, hört Kundenradar schon."
    assert not dialog._go.isEnabled()
    assert not dialog._all.isVisible()
    dialog.reject()


@pytest.mark.parametrize("has_login_fields", [True, False])
@pytest.mark.parametrize("detail", ["", "basic", "dns", "refused", "login-page"])
@pytest.mark.parametrize("kind", list(TroubleKind))
def test_a_search_that_failed_never_promises_to_try_again(
    kind: TroubleKind, detail: str, has_login_fields: bool
) -> None:
    error = OutsideError(Trouble(kind, "forum.example", detail=detail))
    sentence = search_sentence(error, LoginPlace.BELOW if has_login_fields else LoginPlace.LATER)
    assert "fragt danach wieder" not in sentence
    if kind is TroubleKind.LOGIN:
        assert ("unten Benutzername" in sentence) is has_login_fields
    assert "von selbst wieder" not in sentence
    assert "versucht es später" not in sentence
    assert "Bearbeiten" not in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("kind", list(TroubleKind))
def test_nobody_is_asked_to_check_an_address_that_was_proposed(kind: TroubleKind) -> None:
    detail = "no-such-host" if kind is TroubleKind.OFFLINE else ""
    said = proposal_sentence(OutsideError(Trouble(kind, "news.example", detail=detail)))
    assert "richtig geschrieben" not in said
    assert "Prüfen Sie die Adresse" not in said


def test_a_place_that_wants_a_login_opens_the_fields_for_it(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    dialog = _adding(page)
    workers.fail_next = OutsideError(Trouble(TroubleKind.LOGIN, "forum.example", 401, detail="basic"))
    dialog._address.setText("https://forum.example")
    dialog.search()
    qtbot.waitUntil(dialog._fields.user.isVisible, timeout=5000)
    said = [label.text() for label in dialog._address_field.findChildren(QLabel)]
    assert "forum.example verlangt eine Anmeldung. Tragen Sie unten Benutzername und Passwort ein." in said
    assert dialog._fields.password.echoMode() is dialog._fields.password.EchoMode.Password
    dialog.reject()


def test_what_gets_its_size_a_moment_later_is_seen_whole(page: SourcesPage, qtbot: QtBot) -> None:
    """On a real screen, fields that appear are styled after the dialog was made to fit them."""
    dialog = _adding(page)
    qtbot.waitUntil(lambda: not dialog._frame._again.isActive())
    dialog._login_box.control.setChecked(True)
    fitted, fields = dialog.height(), dialog._fields
    fields.setMinimumHeight(fields.sizeHint().height() + 150)
    qtbot.waitUntil(lambda: dialog.height() >= fitted + 100, timeout=3000)
    dialog.reject()


def test_a_dialog_leaves_no_room_for_what_is_hidden(page: SourcesPage, qtbot: QtBot) -> None:
    dialog = _adding(page, "https://forum.example")
    qtbot.waitUntil(lambda: dialog._step == 1 and dialog._name_field.isVisible(), timeout=5000)
    qtbot.waitUntil(lambda: dialog._frame._looks == 0)
    before, hidden = dialog.height(), dialog._name_field.height() + dialog._kind_field.height()
    for box in dialog._candidates.findChildren(CheckBox):
        box.setChecked(True)
    assert not dialog._name_field.isVisible()
    qtbot.waitUntil(lambda: dialog.height() <= before - hidden, timeout=3000)
    dialog.reject()


def test_a_dialog_that_grows_keeps_its_buttons_on_the_screen(page: SourcesPage, qtbot: QtBot) -> None:
    dialog = _adding(page)
    screen = dialog.screen().availableGeometry()
    dialog.move(40, screen.bottom() - dialog.height() - 10)
    before = dialog.height()
    dialog._login_box.control.setChecked(True)
    qtbot.waitUntil(lambda: dialog.height() > before + 50 and dialog.frameGeometry().bottom() <= screen.bottom())
    assert dialog.frameGeometry().left() == 40
    dialog.reject()


def test_a_mistake_below_the_name_leaves_the_password_beside_it(page: SourcesPage, qtbot: QtBot) -> None:
    dialog = _adding(page)
    dialog._login_box.control.setChecked(True)
    dialog._fields.user.setText("brandt")
    assert dialog._fields.is_half()
    qtbot.waitUntil(lambda: dialog._fields.user_field.height() > 2 * dialog._fields.user.height())
    user, password = dialog._fields.user, dialog._fields.password
    assert user.mapTo(dialog, QPoint(0, 0)).y() == password.mapTo(dialog, QPoint(0, 0)).y()
    dialog.reject()


@pytest.mark.parametrize(("way", "typed"), [(1, "X-Api-Key: geheim"), (2, "sid=geheim")])
def test_a_source_behind_a_header_or_a_cookie_can_be_added(
    page: SourcesPage,
    workers: FakeWorkers,
    qtbot: QtBot,
    tasks: Tasks,
    monkeypatch: pytest.MonkeyPatch,
    way: int,
    typed: str,
) -> None:
    monkeypatch.setattr(subscriptions, "keeps_secrets", lambda _world: True)
    given: list[Secrets | None] = []
    found = subscriptions.discover

    def discover(world: World, address: str, secrets: Secrets | None = None) -> tuple[Candidate, ...]:
        given.append(secrets)
        return found(world, address, secrets)  # type: ignore[arg-type]  # the fake one takes a World

    monkeypatch.setattr(subscriptions, "discover", discover)
    dialog = _adding(page)
    dialog._address.setText("https://forum.example")
    dialog._login_box.control.setChecked(True)
    dialog._fields.ways.setCurrentIndex(way)
    field = dialog._fields.first
    field.setText("ohne\nZeile")
    dialog.search()
    assert not given or way == 2
    field.setText(typed)
    dialog.search()
    qtbot.waitUntil(lambda: dialog._step == 1, timeout=5000)
    assert given[-1] in (Secrets(header=("X-Api-Key", "geheim")), Secrets(cookie="sid=geheim"))
    with qtbot.waitSignal(dialog.added):
        dialog._go.click()
    assert workers.world.sources[-1].login_kind == ("header", "cookie")[way - 1]
    workers.finish_refresh()
    _settle(qtbot, tasks)


def test_a_password_that_cannot_be_kept_is_said(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subscriptions, "keeps_secrets", lambda _world: False)
    dialog = _adding(page)
    dialog._address.setText("https://forum.example")
    dialog._login_box.control.setChecked(True)
    dialog._fields.user.setText("brandt")
    dialog._fields.password.setText("geheim-äöü")
    dialog.search()
    qtbot.waitUntil(lambda: dialog._step == 1, timeout=5000)
    with qtbot.waitSignal(page.notice) as said:
        dialog._go.click()
    assert workers.world.sources[-1].login_kind == "password"
    assert said.args is not None
    assert "Schlüsselbund" in said.args[0]
    workers.finish_refresh()
    _settle(qtbot, tasks)


def test_escape_ends_the_search_before_the_dialog(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    workers.hold.clear()
    dialog = _adding(page, "https://langsam.example")
    assert dialog.is_searching
    assert dialog._progress.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.is_searching
    assert dialog.isVisible()
    workers.hold.set()
    _settle(qtbot, tasks)
    assert dialog._step == 0  # the late answer is not taken
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("typed", "is_said"),
    [
        ("https://forum.example https://blog.example/feed", True),
        ("Hier: https://forum.example/weiter?url=https://blog.example", False),
    ],
)
def test_of_several_addresses_it_says_which_is_looked_at(
    page: SourcesPage, qtbot: QtBot, tasks: Tasks, typed: str, is_said: bool
) -> None:
    dialog = _adding(page, typed)
    qtbot.waitUntil(lambda: dialog._step == 1, timeout=5000)
    assert ("erste Adresse" in dialog._found.text()) is is_said
    dialog.reject()


def test_a_check_that_is_stopped_blames_nobody(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    dialog = _adding(page)
    dialog._suggest.click()
    workers.hold.clear()
    dialog._go.click()
    dialog._check._stop.click()
    assert dialog._check._words.text().startswith("Nicht weiter geprüft")
    dialog.reject()
    workers.hold.set()


def test_escape_ends_the_check_of_proposals_before_the_dialog(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    dialog = _adding(page)
    dialog._suggest.click()
    before = len(workers.world.sources)
    workers.hold.clear()
    dialog._go.click()
    assert dialog._check.is_running
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog._check.is_running
    dialog._go.click()
    first = dialog._proposed()[0]
    dialog._check._take(dialog._check._round, first, NewSource("Suche", first.address, first.address))
    dialog.close()  # found, but given up
    workers.hold.set()
    _settle(qtbot, tasks)
    assert len(workers.world.sources) == before


def test_what_cannot_be_added_is_said_and_the_rest_is_added(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordinary = subscriptions.add

    def add(world: World, new: NewSource, **_opens: object) -> Source:
        if new.feed_url.endswith("comments.xml"):
            raise InputError("source-known", "Kommentare")
        return ordinary(world, new)  # type: ignore[arg-type]  # the world stands in

    monkeypatch.setattr(subscriptions, "add", add)
    dialog = _adding(page, "https://forum.example")
    qtbot.waitUntil(lambda: dialog._step == 1, timeout=5000)
    dialog._candidates.findChildren(CheckBox)[1].setChecked(True)
    dialog._own.setFocus()
    dialog._go.click()
    qtbot.waitUntil(lambda: bool(dialog._error.text), timeout=5000)
    assert dialog.isVisible()
    assert workers.world.sources[-1].name == "Neue Beiträge"
    assert dialog.focusWidget() is dialog._own
    dialog.reject()
    workers.finish_refresh()
    _settle(qtbot, tasks)


def test_after_a_failure_the_keyboard_goes_on_where_it_was(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    dialog = _adding(page, "https://forum.example")
    qtbot.waitUntil(lambda: dialog._step == 1, timeout=5000)
    dialog._go.setFocus()
    workers.fail_next = DataError("locked")
    dialog._go.click()
    qtbot.waitUntil(lambda: bool(dialog._error.text), timeout=5000)
    assert dialog.focusWidget() is dialog._go
    dialog.reject()
    _settle(qtbot, tasks)


@pytest.mark.parametrize(
    ("per_week", "words"),
    [
        (None, ""),
        (0.2, "weniger als 1 Beitrag pro Woche"),
        (1.0, "etwa 1 Beitrag pro Woche"),
        (12.4, "etwa 12 Beiträge pro Woche"),
        (1234.0, "etwa 1.230 Beiträge pro Woche"),
    ],
)
def test_how_much_is_written_in_words(per_week: float | None, words: str) -> None:
    assert rhythm(per_week) == words


def test_a_candidate_says_what_helps_to_choose() -> None:
    found = Candidate("https://f.example/c", "", "", SourceKind.FORUM, NOW, 12.0, comments=True)
    assert facts(found, NOW) == "Forum · Kommentare · neuester Beitrag heute, 09:45 · etwa 12 Beiträge pro Woche"


# --- editing ------------------------------------------------------------------------------------------


def _editing(page: SourcesPage, *, for_login: bool = False) -> EditSourceDialog:
    page.edit_source(for_login=for_login)
    dialog = _dialog(page, EditSourceDialog)
    assert isinstance(dialog, EditSourceDialog)
    return dialog


def test_a_source_is_changed(page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks) -> None:
    dialog = _editing(page)
    assert dialog._interval.currentText() == "von selbst, üblich alle 30 Minuten"
    dialog._name.setText("Bewertungen")
    dialog._interval.setCurrentIndex(dialog._interval.findData(3600))
    dialog._own.setText("Brandt;  Brandt_Service , brandt")
    with qtbot.waitSignal(dialog.stored):
        dialog._save.click()
    changed = next(source for source in workers.world.sources if source.id == SourceId(3))
    assert (changed.name, changed.interval_s) == ("Bewertungen", 3600)
    assert changed.own_names == ("brandt", "Brandt_Service")
    qtbot.waitUntil(lambda: page.detail._name.text() == "Bewertungen", timeout=5000)
    _settle(qtbot, tasks)


def test_a_source_that_gets_another_name_stays_in_sight(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    some = workers.world.sources[0]
    workers.world.sources += [replace(some, id=SourceId(100 + place), name=f"Forum {place}") for place in range(40)]
    page.refresh_view()
    _settle(qtbot, tasks)
    page.list.choose(SourceId(100))
    dialog = _editing(page)
    dialog._name.setText("Zeitung")
    with qtbot.waitSignal(dialog.stored):
        dialog._save.click()
    _settle(qtbot, tasks)
    shown = page.list.visualRect(page.list.currentIndex())
    assert page._model.source(page.list.currentIndex()).name == "Zeitung"  # type: ignore[union-attr]
    assert page.list.viewport().rect().contains(shown)


def test_a_missing_name_is_said_beside_it(page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks) -> None:
    dialog = _editing(page)
    workers.fail_next = InputError("name-empty")
    dialog._name.clear()
    dialog._save.click()
    qtbot.waitUntil(lambda: bool(dialog._name_field.error), timeout=5000)
    assert dialog._save.isEnabled()
    dialog.reject()


def test_the_field_for_the_login_is_seen_though_the_window_is_small(page: SourcesPage, qtbot: QtBot) -> None:
    page.resize(800, 460)
    dialog = _editing(page, for_login=True)
    assert dialog.focusWidget() is dialog._user
    qtbot.waitUntil(lambda: dialog._user.visibleRegion().boundingRect().height() == dialog._user.height())
    dialog.reject()


def test_to_change_how_often_a_source_is_asked_begins_there(page: SourcesPage) -> None:
    page._take_step(Step.OFTENER)
    dialog = _dialog(page, EditSourceDialog)
    assert isinstance(dialog, EditSourceDialog)
    assert dialog.focusWidget() is dialog._interval
    dialog.reject()


def test_escape_while_a_source_is_stored_waits_for_the_answer(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    dialog = _editing(page)
    dialog._name.setText("Anders")
    workers.hold.clear()
    dialog._save.click()
    assert dialog._busy.isVisible()
    assert dialog._busy.text() == "Wird gespeichert …"
    assert not dialog._cancel.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.stored):
        workers.hold.set()
    _settle(qtbot, tasks)


def test_after_a_failure_to_store_everything_can_be_used_again(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    dialog = _editing(page)
    workers.fail_next = DataError("locked")
    dialog._save.setFocus()
    dialog._save.click()
    qtbot.waitUntil(lambda: bool(dialog._error.text), timeout=5000)
    assert not dialog._busy.isVisible()
    assert dialog._cancel.isEnabled()
    assert dialog.focusWidget() is dialog._save
    dialog._cancel.click()
    assert not dialog.isVisible()
    _settle(qtbot, tasks)


def test_half_a_login_is_refused(page: SourcesPage, workers: FakeWorkers, qtbot: QtBot) -> None:
    dialog = _editing(page, for_login=True)
    dialog._user.setText("brandt")
    dialog._save.click()
    assert "Benutzername und Passwort" in dialog._user_field.error
    assert "edit" not in workers.world.calls
    dialog.reject()


def test_address_header_and_forgetting(page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks) -> None:
    dialog = _editing(page)
    dialog._ways.setCurrentIndex(1)
    assert dialog._header.isVisible()
    assert not dialog._user.isVisible()
    dialog._header.setText("X-Api-Key: geheim")
    dialog._address.setText("https://neu.example/feed")
    with qtbot.waitSignal(dialog.stored):
        dialog._save.click()
    changed = next(source for source in workers.world.sources if source.id == SourceId(3))
    assert (changed.feed_url, changed.login_kind) == ("https://neu.example/feed", "header")
    _settle(qtbot, tasks)
    qtbot.waitUntil(lambda: page.findChild(EditSourceDialog) is None, timeout=5000)
    qtbot.waitUntil(lambda: page.detail.source is not None and page.detail.source.has_login, timeout=5000)
    again = _editing(page)
    assert again._ways.currentIndex() == 1
    assert again._header.text() == ""
    again._forget.control.setChecked(True)
    with qtbot.waitSignal(again.stored):
        again._save.click()
    assert not next(source for source in workers.world.sources if source.id == SourceId(3)).has_login
    _settle(qtbot, tasks)


def test_a_bad_header_is_said_beside_it(page: SourcesPage, qtbot: QtBot) -> None:
    dialog = _editing(page)
    dialog._ways.setCurrentIndex(1)
    dialog._header.setText("Host: böse")
    dialog._save.click()
    qtbot.waitUntil(lambda: bool(dialog._header_field.error), timeout=5000)
    dialog.reject()


def test_a_new_login_is_tried_at_once(
    page: SourcesPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subscriptions, "set_login", lambda *_: True)
    dialog = _editing(page, for_login=True)
    dialog._user.setText("brandt")
    dialog._password.setText("geheim")
    dialog._save.click()
    qtbot.waitUntil(lambda: workers.refreshes == [(SourceId(3),)], timeout=5000)
    workers.finish_refresh()
    _settle(qtbot, tasks)


# --- empty, dragging, keyboard ------------------------------------------------------------------------


@pytest.fixture
def nothing() -> Iterator[FakeWorkers]:
    made = FakeWorkers(empty_world())
    yield made
    made.close()


def test_without_sources_the_page_says_what_to_do(qtbot: QtBot, nothing: FakeWorkers, tasks: Tasks) -> None:
    bridge = Bridge(nothing)  # type: ignore[arg-type]  # the fake stands in
    page = _open(qtbot, nothing, tasks, bridge)
    assert page._empty.isVisible()
    assert page.subtitle.text() == "Noch keine Quelle"
    page.set_target("add")
    page.refresh_view()
    _settle(qtbot, tasks)
    _dialog(page, AddSourceDialog).reject()
    bridge.stop()


def test_an_address_can_be_dropped_on_the_page(page: SourcesPage, qtbot: QtBot, tasks: Tasks) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://forum.example/thema")])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    dialog = _dialog(page, AddSourceDialog)
    assert isinstance(dialog, AddSourceDialog)
    assert dialog._address.text() == "https://forum.example/thema"
    qtbot.waitUntil(lambda: dialog._step == 1, timeout=5000)
    dialog.reject()


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://forum.example", "https://forum.example"),
        ("feed:https://forum.example/rss", "https://forum.example/rss"),
        ("file:///etc/passwd", ""),
        ("nur Text", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_can_be_dropped(text: str, address: str) -> None:
    mime = QMimeData()
    mime.setText(text)
    assert dropped_address(mime) == address


def test_a_round_under_way_keeps_the_button_off(page: SourcesPage, qtbot: QtBot) -> None:
    page._on_progress(RefreshProgress(1, 6, 0))
    assert not page.detail.fetch.isEnabled()
    page._on_progress(RefreshProgress(6, 6, 0, finished=True))
    assert page.detail.fetch.isEnabled()


def test_words_of_a_field_are_parted_and_cleaned() -> None:
    assert words_of(" Brandt ,  Wärme  pumpe;brandt\nBad,, ") == ("brandt", "Wärme pumpe", "Bad")


@pytest.mark.parametrize("percent", [100, 150])
def test_no_word_of_the_chosen_source_is_cut(page: SourcesPage, qtbot: QtBot, percent: int) -> None:
    from ui import theme

    theme.current().apply("dark", percent)
    page.resize(1024 - 160, 600)
    inner = page.detail.widget()
    assert inner is not None
    qtbot.waitUntil(lambda: inner.width() <= page.detail.viewport().width(), timeout=5000)
    for label in inner.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.mapTo(inner, label.rect().topRight()).x() <= inner.width(), label.text()


def test_how_long_a_poll_took_stands_below_its_head_at_the_right(page: SourcesPage) -> None:
    table = page.detail._history
    cell, head = table.item(0, 2), table.horizontalHeaderItem(2)
    assert cell is not None
    assert head is not None
    assert head.text() == "Dauer"
    assert cell.textAlignment() & head.textAlignment() & Qt.AlignmentFlag.AlignRight
