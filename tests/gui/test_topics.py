"""Themen: the page, its chart and table, the dialog of causes, chips and the notice of danger."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kundenradar.domain.events import MentionsChanged
from kundenradar.domain.mentions import MentionFilter, MentionStatus
from kundenradar.domain.topics import Cluster
from kundenradar.domain.understanding import Concern, Reading
from kundenradar.services.understanding import SameComplaint
from tests.gui.fakes import FakeWorkers, empty_world, line_of
from tests.gui.looks import SIZES, clipped, nested, show, stops_from, unnamed
from ui import theme
from ui.bridge import Bridge
from ui.dialogs.causes import CausesDialog
from ui.main_window import MainWindow
from ui.models.words import safety_words, spoken, told_concerns
from ui.pages.topics import PLACES, TopicsPage
from ui.tasks import Tasks
from ui.widgets.concern_chips import chips_of
from ui.widgets.filter_bar import FilterBar, concern_choice, trait_words, with_concern
from ui.widgets.labels import WrapLabel
from ui.widgets.safety_bar import ALARMS


@pytest.fixture
def page(qtbot: QtBot, workers: FakeWorkers) -> TopicsPage:
    made = TopicsPage(workers, Tasks(), Bridge(workers))  # type: ignore[arg-type]  # the fake stands in
    qtbot.addWidget(made)
    made.resize(1120, 760)
    made.show()
    made.refresh_view()
    qtbot.waitUntil(lambda: made.table.rowCount() > 0)
    qtbot.waitUntil(lambda: made._topics is not None)
    return made


@pytest.fixture
def window(qtbot: QtBot, workers: FakeWorkers) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    yield made
    made.close()


def test_the_table_says_what_the_chart_shows(page: TopicsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._chart_slot.chart is not None)
    chart = page._chart_slot.chart
    bars = chart.bars  # type: ignore[union-attr]  # waited for
    assert [page.table.item(row, 0).text() for row in range(len(bars))] == [bar.name for bar in bars]
    assert [int(page.table.item(row, 1).text()) for row in range(len(bars))] == [bar.count for bar in bars]
    assert [bar.count for bar in bars] == sorted((bar.count for bar in bars), reverse=True)
    assert bars[0].name in chart.accessibleDescription()  # type: ignore[union-attr]


def test_return_on_a_bar_opens_its_criticism(page: TopicsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._chart_slot.chart is not None)
    chart = page._chart_slot.chart
    assert chart is not None
    chart.setFocus()
    with qtbot.waitSignal(page.go_to) as told:
        QTest.keyClick(chart, Qt.Key.Key_Home)
        QTest.keyClick(chart, Qt.Key.Key_Return)
    name, wanted = told.args
    assert name == "mentions"
    assert wanted.cause
    assert wanted.name == page.table.item(0, 0).text()
    assert wanted.since is not None


def test_return_on_a_row_opens_the_same(page: TopicsPage, qtbot: QtBot) -> None:
    page.table.setCurrentCell(1, 0)
    with qtbot.waitSignal(page.go_to) as told:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert told.args[1].name == page.table.item(1, 0).text()


def test_a_concern_leads_to_its_mentions(page: TopicsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.go_to) as told:
        page.concerns[Concern.QUESTION].click()
    assert told.args[1].concerns == frozenset({Concern.QUESTION})


def test_another_period_counts_anew(page: TopicsPage, qtbot: QtBot) -> None:
    before = page.subtitle.text()
    page.show_days("7")
    qtbot.waitUntil(lambda: page.subtitle.text() != before)


def test_topics_and_complaints_lead_to_their_mentions(page: TopicsPage, qtbot: QtBot) -> None:
    row = page._rising.itemAt(0).widget()
    with qtbot.waitSignal(page.go_to) as told:
        row.click()  # type: ignore[union-attr]  # it is there
    assert told.args[1].only
    assert told.args[1].name == "falsche Rechnung"


def test_without_mentions_the_page_says_what_to_do(qtbot: QtBot) -> None:
    workers = FakeWorkers(empty_world())
    made = TopicsPage(workers, Tasks(), Bridge(workers))  # type: ignore[arg-type]  # the fake stands in
    qtbot.addWidget(made)
    made.show()
    made.refresh_view()
    qtbot.waitUntil(made._empty.isVisible)
    assert clipped(made) == []
    workers.close()


@pytest.mark.parametrize("percent", [100, 150])
def test_no_text_of_the_page_is_cut_and_every_control_has_a_name(
    window: MainWindow, workers: FakeWorkers, percent: int
) -> None:
    workers.world.settings = replace(workers.world.settings, font_percent=percent, theme="light")
    window.attach(workers, "topics", is_alive=False)  # type: ignore[arg-type]  # the fake stands in
    finds = {}
    for size in SIZES:
        show(window, size)
        finds[size] = clipped(window)
    assert finds == {size: [] for size in SIZES}
    assert unnamed(window) == []


# -- the dialog ------------------------------------------------------------------------------------


@pytest.fixture
def dialog(qtbot: QtBot, workers: FakeWorkers) -> Iterator[CausesDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = CausesDialog(workers, Tasks(parent), parent)  # type: ignore[arg-type]  # the fake stands in
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    made.show()
    qtbot.waitUntil(lambda: made.list.count() > 0)
    yield made
    made._loaded = tuple(made._causes)
    made.close()


def test_words_of_a_cause_are_edited_and_kept(dialog: CausesDialog, workers: FakeWorkers, qtbot: QtBot) -> None:
    assert not dialog.save_button.isEnabled()
    dialog.words_field.setPlainText("kutsche*\n\n  Pferd ")
    assert dialog.save_button.isEnabled()
    dialog.save()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert workers.world.causes[0].words == ("kutsche*", "Pferd")


def test_a_cause_is_added_and_removed(dialog: CausesDialog) -> None:
    number = dialog.list.count()
    dialog.add()
    QTest.keyClicks(dialog.name_field, "Parkplatz")
    assert dialog.list.item(number).text() == "Parkplatz"
    assert dialog.is_edited
    dialog.remove()
    assert dialog.list.count() == number
    assert not dialog.is_edited


def test_the_dialog_has_names_and_nothing_is_cut(dialog: CausesDialog) -> None:
    assert unnamed(dialog) == []
    assert clipped(dialog) == []


def test_tab_follows_the_eye_in_the_dialog(dialog: CausesDialog) -> None:
    wanted = [dialog.new_button, dialog.name_field, dialog.words_field, dialog.remove_button, dialog.reset_button]
    assert stops_from(dialog.list, 5) == wanted


def test_tab_goes_to_the_chart_before_the_table_beside_it(page: TopicsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._chart_slot.chart is not None)
    assert stops_from(page._edit, 2) == [page._chart_slot.chart, page.table]


# -- chips and notice ------------------------------------------------------------------------------


def test_chips_tell_danger_first_and_who_waits(workers: FakeWorkers) -> None:
    mention = next(iter(workers.world.mentions.values()))
    reading = Reading((Concern.QUESTION, Concern.PRAISE), needs_answer=True, safety=("Gasgeruch",))
    words = [words for _, words, _ in chips_of(replace(mention, reading=reading))]
    assert words == ["„Gasgeruch“", "Frage", "Lob", "Antwort nötig"]
    answered = replace(mention, reading=reading, answered_by_others=True)
    assert [words for _, words, _ in chips_of(answered)][-1] == "Schon von anderen beantwortet"
    for status in (MentionStatus.ANSWERED, MentionStatus.DONE, MentionStatus.IGNORED):
        closed = replace(mention, reading=reading, status=status)
        assert [words for _, words, _ in chips_of(closed)] == ["„Gasgeruch“", "Frage", "Lob"]


def test_a_row_says_what_somebody_wants_but_not_twice(workers: FakeWorkers) -> None:
    mention = next(found for found in workers.world.mentions.values() if found.sentiment.label == "positive")
    line = line_of(replace(mention, reading=Reading((Concern.PRAISE, Concern.RECOMMENDATION), safety=("brennt",))))
    assert told_concerns(line) == (Concern.RECOMMENDATION,)
    assert "Gefahr „brennt“" in spoken(line)
    assert "Empfehlung" in spoken(line)


def test_our_own_post_wants_nothing_of_us(workers: FakeWorkers) -> None:
    mention = next(iter(workers.world.mentions.values()))
    ours = replace(mention, own=True, reading=Reading((Concern.HELP, Concern.CRITICISM), needs_answer=True))
    assert told_concerns(line_of(ours)) == ()
    assert chips_of(ours) == ()


def test_at_most_three_words_of_danger_are_named() -> None:
    assert safety_words(["a", "a", "b"]) == "„a“, „b“"
    assert safety_words(["a", "b", "c", "d"]) == "„a“, „b“, „c“ und mehr"


def test_the_notice_stands_until_the_danger_is_dealt_with(
    window: MainWindow, workers: FakeWorkers, qtbot: QtBot
) -> None:
    key = max(workers.world.mentions)
    mention = workers.world.mentions[key]
    workers.world.mentions[key] = replace(
        mention, reading=replace(mention.reading, safety=("Stromschlag",)), status=MentionStatus.NEW
    )
    window.attach(workers, "overview", is_alive=False)  # type: ignore[arg-type]  # the fake stands in
    show(window, SIZES[1])
    qtbot.waitUntil(window.alarms.isVisible)
    assert "„Stromschlag“" in window.alarms.text
    window.show_page("settings")
    assert not window.alarms.isVisible()
    window.show_page("overview")
    with qtbot.waitSignal(window.alarms.wished) as told:
        window.alarms._action.click()
    assert told.args == [ALARMS]
    assert window.current_page == "mentions"
    workers.world.mentions[key] = replace(workers.world.mentions[key], status=MentionStatus.DONE)
    workers.publish(MentionsChanged((key,)))
    qtbot.waitUntil(lambda: not window.alarms.isVisible())


def test_the_filter_bar_names_what_is_asked_and_takes_it_back(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    wanted = MentionFilter(cause="price", name="Preis")
    bar.show_filter(wanted)
    assert not bar._trait_chip.isHidden()
    assert bar._trait_chip.text() == "Thema: Preis"
    with qtbot.waitSignal(bar.changed) as told:
        bar._trait_chip.click()
    assert told.args == [MentionFilter()]
    assert trait_words(MentionFilter(concerns=frozenset({Concern.HELP}), safety=True)) == "Hilferuf, Gefahr"


def _choose_concern(bar: FilterBar, words: str) -> MentionFilter:
    bar._concern.setCurrentText(words)
    bar._concern.activated.emit(bar._concern.currentIndex())
    return bar._wanted


def test_a_concern_is_chosen_in_the_filter_bar(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    assert _choose_concern(bar, "Hilferuf") == MentionFilter(concerns=frozenset({Concern.HELP}))
    assert bar._trait_chip.text() == "Hilferuf"
    assert "1" in bar._more_button.text()
    assert _choose_concern(bar, "Antwort nötig") == MentionFilter(needs_answer=True)
    bar._trait_chip.click()
    assert bar._concern.currentText() == "Jedes Anliegen"
    assert bar._wanted == MentionFilter()


@pytest.mark.parametrize(("words", "passing"), [("Nur am Rande erwähnt", True), ("Ohne am Rande Erwähntes", False)])
def test_what_names_the_firm_in_passing_is_chosen_or_left_out(qtbot: QtBot, words: str, passing: bool) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    assert _choose_concern(bar, words) == MentionFilter(passing=passing)
    assert bar._trait_chip.text() == words
    bar.show_filter(MentionFilter(passing=passing))
    assert bar._concern.currentText() == words
    assert _choose_concern(bar, "Hilferuf") == MentionFilter(concerns=frozenset({Concern.HELP}))
    bar.show_filter(MentionFilter(passing=passing, needs_answer=True))
    assert bar._concern.currentIndex() == -1
    bar._trait_chip.click()
    assert bar._wanted == MentionFilter()


def test_another_filter_leaves_concerns_that_no_choice_tells(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    several = MentionFilter(concerns=frozenset({Concern.HELP, Concern.QUESTION}), needs_answer=True)
    bar.show_filter(several)
    assert bar._concern.currentIndex() == -1
    bar._status.setCurrentText("Ohne Antwort")
    bar._status.activated.emit(bar._status.currentIndex())
    assert replace(bar._wanted, statuses=frozenset()) == several


def test_every_choice_of_a_concern_is_told_as_chosen() -> None:
    for choice in ("", "answer", *(concern.value for concern in Concern)):
        assert concern_choice(with_concern(MentionFilter(cause="price"), choice)) == choice


@pytest.mark.parametrize("percent", [100, 150])
def test_the_concern_box_is_reached_by_key_and_not_clipped(
    window: MainWindow, workers: FakeWorkers, percent: int, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: theme.current().apply("light", 100))
    window.attach(workers, "mentions", is_alive=False)  # type: ignore[arg-type]  # the fake stands in
    window.go_to("mentions")
    for size in SIZES:
        theme.current().apply("light", percent)
        show(window, size)
        bar = window.findChild(FilterBar)
        assert bar is not None
        bar._more_button.setChecked(True)
        _choose_concern(bar, "Antwort nötig")
        show(window, size)
        assert bar._concern in bar.tab_stops
        assert bar._concern.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert not clipped(bar)
        assert not unnamed(bar)


def test_others_with_the_same_complaint_are_offered_in_the_detail(
    window: MainWindow, workers: FakeWorkers, qtbot: QtBot
) -> None:
    criticised = [one for one in workers.world.mentions.values() if Concern.CRITICISM in one.reading.concerns]
    newest = max(criticised, key=lambda one: one.entry.id)
    ids = (criticised[0].entry.id, newest.entry.id, criticised[1].entry.id)
    shared = SameComplaint(Cluster(ids[0], ids, 3, ("Rechnung",)), line_of(criticised[0]))
    workers.world.same[newest.entry.id] = shared
    window.attach(workers, "mentions", is_alive=False)  # type: ignore[arg-type]  # the fake stands in
    show(window, SIZES[2])
    window.go_to("mentions", newest.entry.id)
    detail = window.page("mentions").detail  # type: ignore[attr-defined]  # the page of mentions
    qtbot.waitUntil(lambda: detail.same.is_offered)
    assert detail.same.button.text() == "2 andere schreiben dasselbe"
    assert not detail.concerns.isHidden()


def test_chart_and_table_stand_side_by_side_and_nothing_scrolls_inside_the_page(page: TopicsPage) -> None:
    chart, table = page._chart_slot, page.table
    assert chart.mapTo(page, chart.rect().topLeft()).y() == table.mapTo(page, table.rect().topLeft()).y()
    page.resize(820, 560)
    QApplication.processEvents()
    assert page.scroll_area.verticalScrollBar().maximum() > 0
    assert nested(page) == []


def test_cards_end_where_the_tools_end_with_and_without_a_scroll_bar(page: TopicsPage) -> None:
    for height in (760, 400):
        page.resize(1120, height)
        QApplication.processEvents()
        card = page._rising_card
        last = max(one.mapTo(page, one.rect().topRight()).x() for one in page._ranges.findChildren(QPushButton))
        grid = card.parentWidget()
        assert grid is not None
        assert grid.mapTo(page, grid.rect().topRight()).x() == last


def test_what_is_still_being_read_says_so(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge) -> None:
    made = TopicsPage(workers, tasks, bridge)
    qtbot.addWidget(made)
    waiting = [label.text() for label in made.findChildren(WrapLabel)]
    assert waiting.count("Wird gerade zusammengestellt …") == 2
    made.show()
    made.refresh_view()
    qtbot.waitUntil(lambda: tasks.pending == 0, timeout=20_000)
    assert not any(label.isVisible() and "zusammengestellt" in label.text() for label in made.findChildren(WrapLabel))


def test_sentences_alone_take_no_room_for_bars(page: TopicsPage) -> None:
    causes, topics, rest = (page._column.itemAt(place) for place in PLACES)
    high = causes.geometry().height()
    assert rest.geometry().height() == 0
    assert page._causes is not None
    page._show_causes(replace(page._causes, causes=()))
    QApplication.processEvents()
    assert causes.geometry().height() < high // 2
    assert topics.geometry().top() == causes.geometry().bottom() + 17
    assert rest.geometry().height() > 0
