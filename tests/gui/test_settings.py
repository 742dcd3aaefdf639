"""Einstellungen: everything is kept as soon as it is made, and nothing else is touched."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from kundenradar.domain.connection import Obstacle
from kundenradar.domain.errors import DataError, InputError
from kundenradar.domain.events import SettingsChanged
from kundenradar.services import connection, preferences
from kundenradar.services.connection import Check, Diagnosis
from kundenradar.settings import Settings
from tests.gui.fakes import FakeWorkers
from ui import notices, theme
from ui.bridge import Bridge
from ui.dialogs.connection import ConnectionDialog
from ui.dialogs.notices import NoticesDialog
from ui.dialogs.rating_session import RatingSession
from ui.models.searched import searched_words
from ui.pages.settings import SettingsPage
from ui.tasks import Tasks
from ui.widgets.labels import WrapLabel


@pytest.fixture
def page(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge) -> SettingsPage:
    made = SettingsPage(workers, tasks, bridge)  # type: ignore[arg-type]  # the fake stands in
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    made.refresh_view()
    _settle(qtbot, tasks)
    return made


def _settle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.pending == 0, timeout=5000)


def _write(edit: QLineEdit, text: str) -> None:
    edit.setText(text)  # QTest types no umlauts
    edit.textEdited.emit(text)


def _pick(combo: QComboBox, value: object) -> None:
    row = combo.findData(value)
    assert row >= 0
    combo.setCurrentIndex(row)
    combo.activated.emit(row)


def test_what_is_in_force_is_shown(page: SettingsPage) -> None:
    assert page._firm.text() == "Brandt Haustechnik"
    assert page._person.text() == "Sabine Brandt"
    assert page._interval.currentText() == "alle 30 Minuten"
    assert page._listening.control.isChecked()
    assert page._query.text() == "Kundenradar sucht nach: „Brandt Haustechnik“"


def test_the_firms_words_make_its_search(page: SettingsPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks) -> None:
    _write(page._terms, "Brandt, Wärmepumpe*,")
    _write(page._excludes, "Willy")
    QTest.keyClick(page._excludes, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: workers.world.settings.excludes == ("Willy",), timeout=5000)
    _settle(qtbot, tasks)
    assert workers.world.settings.terms == ("Brandt", "Wärmepumpe*")
    assert workers.world.settings.person == "Sabine Brandt"
    assert workers.world.calls.count("store") <= 2
    assert not page._changes


def test_competitors_are_kept_with_the_firms_words(
    page: SettingsPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _write(page._competitors, "Müller Sanitär, Wärme Plus")
    QTest.keyClick(page._competitors, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(workers.world.settings.competitors), timeout=5000)
    _settle(qtbot, tasks)
    assert workers.world.settings.competitors == ("Müller Sanitär", "Wärme Plus")
    assert workers.world.settings.firm_name == "Brandt Haustechnik"
    page.refresh_view()
    assert page._competitors.text() == "Müller Sanitär, Wärme Plus"


def test_typing_is_kept_after_a_pause_and_not_letter_by_letter(
    page: SettingsPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _write(page._person, "Jonas Brandt")
    assert "store" not in workers.world.calls
    qtbot.waitUntil(lambda: workers.world.settings.person == "Jonas Brandt", timeout=5000)
    _settle(qtbot, tasks)
    assert workers.world.calls.count("store") == 1


def test_leaving_the_page_keeps_what_was_typed(
    page: SettingsPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _write(page._person, "Eva Brandt")
    page.hide()
    _settle(qtbot, tasks)
    assert workers.world.settings.person == "Eva Brandt"


@pytest.mark.parametrize(
    ("combo", "value", "changed"),
    [
        ("_interval", 60, {"interval_minutes": 60}),
        ("_font", 120, {"font_percent": 120}),
    ],
)
def test_choices_are_kept_at_once_and_change_nothing_else(
    page: SettingsPage,
    workers: FakeWorkers,
    qtbot: QtBot,
    tasks: Tasks,
    combo: str,
    value: object,
    changed: dict[str, object],
) -> None:
    before = workers.world.settings
    _pick(getattr(page, combo), value)
    _settle(qtbot, tasks)
    assert workers.world.settings == replace(before, **changed)  # type: ignore[arg-type]


def test_the_scheme_is_kept_and_shown(page: SettingsPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks) -> None:
    page._theme._buttons["dark"].click()
    _settle(qtbot, tasks)
    assert workers.world.settings.theme == "dark"


def test_listening_can_be_stopped(page: SettingsPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks) -> None:
    QTest.keyClick(page._listening.control, Qt.Key.Key_Space)
    _settle(qtbot, tasks)
    assert not workers.world.settings.listening


def test_changes_made_meanwhile_elsewhere_survive(
    page: SettingsPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    _write(page._person, "Jonas Brandt")
    workers.world.settings = replace(workers.world.settings, listening=False)  # the switch in the status line
    page.save()
    _settle(qtbot, tasks)
    assert workers.world.settings.person == "Jonas Brandt"
    assert not workers.world.settings.listening


def test_what_is_changed_elsewhere_is_shown_but_never_over_what_is_typed(
    page: SettingsPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    page._timer.setInterval(60_000)
    _write(page._person, "Halb fertig")
    workers.world.settings = replace(workers.world.settings, firm_name="Brandt GmbH", person="Andere")
    workers.publish(SettingsChanged())
    qtbot.waitUntil(lambda: page._firm.text() == "Brandt GmbH", timeout=5000)
    assert page._person.text() == "Halb fertig"
    page.save()
    _settle(qtbot, tasks)


def test_a_firm_without_a_name_is_not_kept_but_the_rest_is(
    page: SettingsPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    page._firm.clear()
    page._firm.textEdited.emit("")
    _pick(page._font, 130)
    _settle(qtbot, tasks)
    assert "Es fehlt der Name" in page._firm_field.error
    assert workers.world.settings.firm_name == "Brandt Haustechnik"
    assert workers.world.settings.font_percent == 130
    _write(page._firm, "Brandt")
    assert not page._firm_field.error
    page.save()
    _settle(qtbot, tasks)
    assert workers.world.settings.firm_name == "Brandt"


def test_words_that_cannot_be_searched_are_said_beside_them(
    page: SettingsPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    workers.fail_next = InputError("wildcard-too-broad", "a*")
    _write(page._terms, "a*")
    page.save()
    qtbot.waitUntil(lambda: bool(page._terms_field.error), timeout=5000)
    _settle(qtbot, tasks)
    assert page._terms.text() == "a*"
    assert not workers.world.settings.terms
    _pick(page._font, 110)
    _settle(qtbot, tasks)
    assert workers.world.settings.font_percent == 110  # the rest is not held up
    assert page._terms.text() == "a*"
    _write(page._terms, "abc*")
    page.save()
    _settle(qtbot, tasks)
    assert workers.world.settings.terms == ("abc*",)


def test_a_folder_that_cannot_be_written_is_said(
    page: SettingsPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    workers.fail_next = DataError("read-only")
    with qtbot.waitSignal(page.notice) as said:
        _pick(page._font, 150)
    assert said.args is not None
    assert said.args[1] == "bad"
    assert page._font.currentData() == 100  # what is in force


def test_quick_changes_are_kept_in_order(page: SettingsPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks) -> None:
    workers.hold.clear()
    for percent in (110, 120, 130, 140):
        _pick(page._font, percent)
    workers.hold.set()
    _settle(qtbot, tasks)
    assert workers.world.settings.font_percent == 140
    assert workers.world.calls.count("store") == 2


def test_values_that_are_no_choice_are_shown_all_the_same(
    page: SettingsPage, workers: FakeWorkers, qtbot: QtBot
) -> None:
    workers.world.settings = replace(workers.world.settings, interval_minutes=45, font_percent=115)
    page._show_settings()
    assert page._interval.currentText() == "alle 45 Minuten"
    assert page._font.currentData() == 115


def test_the_wheel_scrolls_the_page_and_changes_no_choice(page: SettingsPage, workers: FakeWorkers) -> None:
    place = QPointF(5, 5)
    event = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page._interval, event)
    assert page._interval.currentData() == 30
    assert "store" not in workers.world.calls


def test_there_are_at_most_thirteen_preferences_to_set() -> None:
    assert len(Settings.__dataclass_fields__) - len({"unknown", "first_run_done", "proxy_exceptions"}) <= 13


# --- data and program ---------------------------------------------------------------------------------


def test_the_data_folder_can_be_opened(
    page: SettingsPage, workers: FakeWorkers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    asked: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url)
        return len(asked) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    page._folder.click()
    assert asked[0].isLocalFile()
    assert asked[0].toLocalFile() == str(workers.paths.root)
    with qtbot.waitSignal(page.notice):
        page._folder.click()


def test_the_licences_can_be_read(page: SettingsPage, qtbot: QtBot) -> None:
    page._licences.click()
    dialog = page.findChild(NoticesDialog)
    assert dialog is not None
    assert "PySide6" in dialog.text.toPlainText()
    assert "MIT License" in dialog.text.toPlainText()
    assert dialog.text.isReadOnly()
    dialog.accept()


def test_missing_licence_files_leave_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notices, "_places", lambda _name: [Path("/nirgends/NOTICE")])
    assert notices.notice_text().startswith("Die Lizenztexte liegen")


def test_the_versions_name_what_a_report_needs() -> None:
    names = dict(notices.version_lines())
    assert {"Kundenradar", "Python", "Qt", "SQLite", "System"} == set(names)
    assert all(names.values())


@pytest.mark.parametrize(("width", "percent"), [(864, 100), (864, 150), (1700, 100)])
def test_no_field_is_wider_than_the_page(page: SettingsPage, qtbot: QtBot, width: int, percent: int) -> None:
    theme.current().apply("light", percent)
    page.resize(width, 640)
    qtbot.wait(50)
    body = page.scroll_area.widget()
    assert body is not None
    assert body.width() <= page.scroll_area.viewport().width()


def test_every_field_has_a_name_for_screen_readers(page: SettingsPage) -> None:
    controls = [*page.findChildren(QLineEdit), *page.findChildren(QComboBox)]
    assert len(controls) >= 8
    assert not [control for control in controls if not control.accessibleName()]


def test_a_proxy_by_hand_counts_once_it_is_one(
    page: SettingsPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    assert not page._proxy_address.isVisible()
    _pick(page._proxy, "manual")
    assert page._proxy_address.isVisible()
    page._proxy_address.setText("proxy.firma.de")
    page._proxy_address.editingFinished.emit()
    assert "proxy.firma.de:8080" in page._proxy_address_field.error
    assert workers.world.settings.proxy == "system"
    page._proxy_address.setText("proxy.firma.de:8080")
    page._proxy_address.editingFinished.emit()
    qtbot.waitUntil(lambda: workers.world.settings.proxy == "proxy.firma.de:8080", timeout=5000)
    _settle(qtbot, tasks)
    assert page._proxy.currentData() == "manual"
    _pick(page._proxy, "none")
    qtbot.waitUntil(lambda: workers.world.settings.proxy == "none", timeout=5000)
    _settle(qtbot, tasks)
    assert not page._proxy_user.isVisible()


def test_the_login_of_a_proxy_leaves_the_screen(
    page: SettingsPage, qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[tuple[str, str]] = []

    def set_proxy_login(_world: object, user: str, password: str) -> bool:
        kept.append((user, password))
        return False

    monkeypatch.setattr(preferences, "set_proxy_login", set_proxy_login)
    assert not page._proxy_user.isVisible()
    page._proxy_asks.control.setChecked(True)
    assert page._proxy_user.isVisible()
    page._proxy_user.setText("karl")
    page._proxy_user.editingFinished.emit()
    assert not kept
    page._proxy_password.setText("geheim")
    with qtbot.waitSignal(page.notice) as said:
        page._proxy_password.editingFinished.emit()
    assert kept == [("karl", "geheim")]
    assert page._proxy_password.text() == page._proxy_user.text() == ""
    assert said.args is not None
    assert said.args[1] == "warning"
    _settle(qtbot, tasks)


def test_the_check_names_the_cause_and_what_was_looked_at(
    page: SettingsPage, qtbot: QtBot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Diagnosis(Obstacle.DNS, "Namen lassen sich nicht auflösen.", (Check("Netz", True, "verbunden"),))
    monkeypatch.setattr(connection, "check_connection", lambda *_: found)
    page._check.click()
    dialog = page.findChild(ConnectionDialog)
    assert isinstance(dialog, ConnectionDialog)
    qtbot.waitUntil(lambda: dialog.words.text() == found.words, timeout=5000)
    assert [label.text() for label in dialog._list.findChildren(WrapLabel)] == ["Netz", "verbunden"]
    dialog.accept()
    _settle(qtbot, tasks)


def test_the_search_is_told_without_operators() -> None:
    words = searched_words('("Brandt Haustechnik" OR Brandt) NOT Willy')
    assert words == "„Brandt Haustechnik“ oder „Brandt“, aber nicht „Willy“"
    assert searched_words("Brandt AND Bad") == "„Brandt“ und „Bad“"
    assert searched_words('(Brandt AND Bad) OR "AND NOT"') == '(Brandt UND Bad) ODER "AND NOT"'


def test_a_rating_session_starts_in_the_settings(page: SettingsPage, qtbot: QtBot) -> None:
    QTest.keyClick(page.learning.rate, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.findChild(RatingSession) is not None)
    page.findChild(RatingSession).close()  # type: ignore[union-attr]  # waited for


def test_tab_goes_to_the_proposals_below_their_field(page: SettingsPage) -> None:
    chips = list(page._proposals.chips.values())
    assert chips
    here = page._terms
    for chip in chips:
        here = here.nextInFocusChain()
        assert here is chip
