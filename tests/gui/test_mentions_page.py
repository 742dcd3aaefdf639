"""The page of mentions, as people use it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import QPoint, QRect, QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QContextMenuEvent, QCursor, QDesktopServices
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kundenradar.domain.events import MentionsAdded, MentionsChanged
from kundenradar.domain.mentions import OPEN_STATUSES, EntryId, MentionFilter, MentionStatus
from kundenradar.domain.queries import QueryId, QuerySyntaxError
from kundenradar.domain.sentiment import Label, human_judgement
from kundenradar.domain.sources import SourceId
from tests.gui.fakes import NOW, FakeWorkers, World, empty_world
from tests.gui.looks import SIZES, clipped, nested, unnamed
from ui import formats, theme
from ui.actions import open_menu
from ui.bridge import Bridge
from ui.dialogs.exclude import ExcludeDialog
from ui.models import triage
from ui.pages import mentions as page_module
from ui.pages.mentions import MentionsPage
from ui.tasks import Tasks
from ui.widgets.filter_bar import Period, days_of, period_of, period_words
from ui.widgets.mention_listing import in_longer_words
from ui.widgets.mention_sidebar import places


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "utc_now", lambda: NOW)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses the browser was asked for."""
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()) or True)
    return asked


def settled(qtbot: QtBot, page: MentionsPage) -> None:
    """Until nothing is under way any more."""

    def quiet() -> bool:
        page._bridge.flush()
        return page._tasks.pending == 0 and not page._opening.isActive() and not page.filters._typing.isActive()

    qtbot.waitUntil(quiet)
    qtbot.waitUntil(quiet)


def made_page(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge) -> MentionsPage:
    made = MentionsPage(workers, tasks, bridge)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1172, 760)
    made.show()
    made.refresh_view()
    settled(qtbot, made)
    return made


@pytest.fixture
def page(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge) -> Iterator[MentionsPage]:
    made = made_page(qtbot, workers, tasks, bridge)
    yield made
    made.hide()
    qtbot.waitUntil(lambda: tasks.pending == 0)


@pytest.fixture
def world(workers: FakeWorkers) -> World:
    return workers.world


def current(page: MentionsPage) -> EntryId:
    found = page.list.current_id()
    assert found is not None
    return found


# reading


def test_the_newest_mention_is_open_at_first(page: MentionsPage, world: World) -> None:
    assert current(page) == max(world.mentions)
    shown = page.detail.mention
    assert shown is not None
    assert shown.entry.id == current(page)
    assert shown.entry.title in page.detail._title.text()
    assert page.filters._count.text() == f"{formats.number(len(world.mentions))} Treffer"


def test_letters_go_through_the_list(page: MentionsPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    first = current(page)
    qtbot.keyClick(page.list, Qt.Key.Key_J)
    assert current(page) < first
    qtbot.keyClick(page.list, Qt.Key.Key_K)
    assert current(page) == first
    qtbot.keyClick(page.list, Qt.Key.Key_End)
    assert current(page) == min(page.model.id_at(row) for row in range(page.model.rowCount()))
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    assert current(page) == first
    settled(qtbot, page)


def test_running_through_the_list_opens_only_the_first_and_where_it_rests(
    page: MentionsPage, qtbot: QtBot, world: World
) -> None:
    world.calls.clear()
    for _ in range(8):
        page.list.step(1)
    settled(qtbot, page)
    assert world.calls.count("mention") <= 2
    shown = page.detail.mention
    assert shown is not None
    assert shown.entry.id == current(page) == page.model.id_at(8)


def test_a_mention_counts_as_seen_after_a_while(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    key = current(page)
    assert not world.mentions[key].seen
    qtbot.waitUntil(lambda: world.mentions[key].seen, timeout=3_000)
    settled(qtbot, page)
    row = page.model.row_at(0)
    assert row is not None
    assert row.line.seen


def test_enter_goes_on_to_the_text_and_escape_back(page: MentionsPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    page.list.entered.emit()
    assert page.detail.text.hasFocus()
    qtbot.keyClick(page.detail.text, Qt.Key.Key_Escape)
    assert page.list.hasFocus()


def test_the_words_of_the_suchprofil_are_bold_and_hits_are_marked(
    page: MentionsPage, qtbot: QtBot, world: World
) -> None:
    page.set_filter(MentionFilter(expression="techniker"))
    settled(qtbot, page)
    page.list.open_row(0)
    settled(qtbot, page)
    words = [part.cursor.selectedText() for part in page.detail.text.extraSelections()]
    assert "Techniker" in words


def test_the_part_that_does_not_count_is_grey_and_a_sentence_says_so(
    page: MentionsPage, qtbot: QtBot, world: World
) -> None:
    key = current(page)
    mention = world.mentions[key]
    entry = replace(mention.entry, html="", text="Das Wetter war furchtbar. Die Techniker waren pünktlich.")
    world.mentions[key] = replace(mention, entry=entry, queries=(world.queries[0].id,))
    page._reread()
    settled(qtbot, page)
    assert page.detail._part.text() == "Beurteilt wurde, was über Ihre Firma gesagt wird."
    assert not page.detail._part.isHidden()
    assert "Das Wetter war furchtbar." in [part.cursor.selectedText() for part in page.detail.text.extraSelections()]
    page.list.open_row(1)
    settled(qtbot, page)
    assert page.detail._part.isHidden()


# judging and moving on


@pytest.mark.parametrize(
    ("key", "label"),
    [(Qt.Key.Key_1, Label.POSITIVE), (Qt.Key.Key_2, Label.NEUTRAL), (Qt.Key.Key_3, Label.NEGATIVE)],
)
def test_digits_judge(page: MentionsPage, qtbot: QtBot, world: World, key: Qt.Key, label: Label) -> None:
    mention = current(page)
    page.list.setFocus()
    qtbot.keyClick(page.list, key)
    settled(qtbot, page)
    judged = world.mentions[mention].sentiment
    assert (judged.label, judged.by_human) == (label, True)
    assert "von Ihnen" in page.detail._sentiment.text()
    qtbot.keyClick(page.list, Qt.Key.Key_0)
    settled(qtbot, page)
    assert not world.mentions[mention].sentiment.by_human
    assert "von Ihnen" not in page.detail._sentiment.text()


def test_the_model_s_score_is_shown(page: MentionsPage) -> None:
    shown = page.detail.mention
    assert shown is not None
    assert formats.score(shown.sentiment.score) in page.detail._sentiment.text()


def test_done_can_be_taken_back(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    mention = current(page)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_E)
    settled(qtbot, page)
    assert world.mentions[mention].status is MentionStatus.DONE
    assert page.undo_bar.isVisible()
    qtbot.keyClick(page.list, Qt.Key.Key_Z)
    settled(qtbot, page)
    assert world.mentions[mention].status is MentionStatus.NEW
    assert not page.undo_bar.isVisible()


def test_a_correction_can_be_taken_back_and_nothing_older_with_it(
    page: MentionsPage, qtbot: QtBot, world: World
) -> None:
    mention = current(page)
    page.list.setFocus()
    for key in (Qt.Key.Key_E, Qt.Key.Key_3):
        qtbot.keyClick(page.list, key)
        settled(qtbot, page)
    assert page.undo_bar.accessibleName() == "Als „negativ“ bewertet."
    qtbot.keyClick(page.list, Qt.Key.Key_Z)
    settled(qtbot, page)
    assert not world.mentions[mention].sentiment.by_human
    assert world.mentions[mention].status is MentionStatus.DONE


def test_many_corrections_are_taken_back_each_to_its_own(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    ids = [page.model.id_at(row) for row in range(3)]
    world.mentions[ids[1]] = replace(world.mentions[ids[1]], sentiment=human_judgement(Label.POSITIVE))
    page.model.refresh_lines((ids[1],))
    settled(qtbot, page)
    page.list.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.list, Qt.Key.Key_3)
    settled(qtbot, page)
    assert {world.mentions[key].sentiment.label for key in ids} == {Label.NEGATIVE}
    page.triage.undo()
    settled(qtbot, page)
    assert [world.mentions[key].sentiment.by_human for key in ids] == [False, True, False]
    assert world.mentions[ids[1]].sentiment.label is Label.POSITIVE


def test_the_name_of_a_topic_is_shown_with_its_and(page: MentionsPage, qtbot: QtBot) -> None:
    page.set_filter(MentionFilter(only=frozenset((EntryId(1),)), name="Preis & Leistung"))
    settled(qtbot, page)
    assert page.filters._trait_chip.text() == "Thema: Preis && Leistung"  # Qt shows one of them


def test_a_filter_for_what_is_removed_is_left(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    query, source = world.queries[0].id, world.sources[0].id
    for wanted, gone in (
        (MentionFilter(query=query), world.queries),
        (MentionFilter(sources=frozenset((source,)), bookmarked=True), world.sources),
    ):
        page.set_filter(wanted)
        settled(qtbot, page)
        gone.pop(0)
        page._ask_places()
        settled(qtbot, page)
    assert page.model.filter == MentionFilter(bookmarked=True)


def test_a_change_while_the_places_are_read_is_not_missed(
    page: MentionsPage, qtbot: QtBot, workers: FakeWorkers, world: World
) -> None:
    workers.hold.clear()
    page._ask_places()
    page._ask_places()
    assert page._is_place_old
    workers.hold.set()
    settled(qtbot, page)
    assert not page._is_place_old


def test_mentions_that_were_not_scrolled_to_are_taken_back_as_well(
    page: MentionsPage, qtbot: QtBot, world: World
) -> None:
    keys = [page.model.id_at(row) for row in range(4)]
    page._show_only((keys[0],))
    settled(qtbot, page)
    page.model._rows.clear()
    page.triage.set_sentiment(keys, Label.NEGATIVE)
    settled(qtbot, page)
    page.triage.undo()
    settled(qtbot, page)
    assert not any(world.mentions[key].sentiment.by_human for key in keys)
    page.triage.set_status(keys, MentionStatus.IGNORED)
    settled(qtbot, page)
    page.triage.undo()
    settled(qtbot, page)
    assert MentionStatus.IGNORED not in {world.mentions[key].status for key in keys}


def test_where_a_change_cannot_be_taken_back_nothing_older_is_offered(
    page: MentionsPage, qtbot: QtBot, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = [page.model.id_at(row) for row in range(4)]
    page.triage.set_sentiment(keys[:1], Label.NEGATIVE)
    settled(qtbot, page)
    assert page.undo_bar.isVisible()
    monkeypatch.setattr(triage, "MOST_UNDONE", 2)
    page.triage.set_status(keys, MentionStatus.DONE)
    settled(qtbot, page)
    assert not page.undo_bar.isVisible()
    qtbot.keyClick(page.list, Qt.Key.Key_Z)
    settled(qtbot, page)
    assert world.mentions[keys[0]].sentiment.label is Label.NEGATIVE


def _answered(page: MentionsPage, qtbot: QtBot, world: World) -> EntryId:
    mention = current(page)
    page.draft.editor.insertPlainText("Danke!")
    page.draft.mark_answered()
    settled(qtbot, page)
    assert world.mentions[mention].status is MentionStatus.ANSWERED
    return mention


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
@pytest.mark.parametrize("place", ["list", "text"])
def test_an_answer_marked_is_taken_back_by_key(
    page: MentionsPage, qtbot: QtBot, world: World, place: str, modifier: Qt.KeyboardModifier
) -> None:
    mention = _answered(page, qtbot, world)
    focused = page.list if place == "list" else page.detail.text
    focused.setFocus()
    qtbot.keyClick(focused, Qt.Key.Key_Z, modifier)
    settled(qtbot, page)
    assert world.mentions[mention].status is MentionStatus.NEW
    assert page.draft.notice == "", "nothing is claimed that is not so"
    assert page.draft.editor.toPlainText() == "Danke!"


def test_an_answer_marked_offers_the_way_back(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    mention = _answered(page, qtbot, world)
    assert page.draft.notice == "Als beantwortet markiert."
    assert page.draft._notice_action.text() == "Rückgängig"
    page.draft._notice_action.click()
    settled(qtbot, page)
    assert world.mentions[mention].status is MentionStatus.NEW


def test_who_has_gone_on_is_offered_the_way_back_under_the_list(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    mention = current(page)
    page.draft.editor.insertPlainText("Danke!")
    page.draft.mark_answered()
    page.draft.open_mention(page.model.id_at(5))
    settled(qtbot, page)
    assert page.undo_bar.isVisible()
    page.undo_bar.button.click()
    settled(qtbot, page)
    assert world.mentions[mention].status is MentionStatus.NEW


def test_in_the_editor_the_same_keys_take_back_words(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    mention = _answered(page, qtbot, world)
    editor = page.draft.editor
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, page)
    assert editor.toPlainText() == ""
    assert world.mentions[mention].status is MentionStatus.ANSWERED


def test_many_are_moved_at_once_and_given_back_each_its_own(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    ids = [page.model.id_at(row) for row in range(3)]
    world.mentions[ids[1]] = replace(world.mentions[ids[1]], status=MentionStatus.IN_PROGRESS)
    page.model.refresh_lines((ids[1],))
    settled(qtbot, page)
    page.list.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.list.selected_ids() == ids
    assert "3 ausgewählt" in page.filters._count.text()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    settled(qtbot, page)
    assert {world.mentions[key].status for key in ids} == {MentionStatus.IGNORED}
    page._undo()
    settled(qtbot, page)
    assert [world.mentions[key].status for key in ids] == [
        MentionStatus.NEW,
        MentionStatus.IN_PROGRESS,
        MentionStatus.NEW,
    ]


def test_m_bookmarks_and_takes_the_mark_off(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    mention = current(page)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_M)
    settled(qtbot, page)
    assert world.mentions[mention].bookmarked
    qtbot.keyClick(page.list, Qt.Key.Key_M)
    settled(qtbot, page)
    assert not world.mentions[mention].bookmarked


def test_a_done_mention_leaves_the_work_list_and_the_next_is_open(
    page: MentionsPage, qtbot: QtBot, world: World
) -> None:
    page.set_filter(MentionFilter(statuses=OPEN_STATUSES))
    settled(qtbot, page)
    page.list.open_row(0)
    settled(qtbot, page)
    gone, following = page.model.id_at(0), page.model.id_at(1)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_E)
    settled(qtbot, page)
    assert page.model.row_of(gone) is None
    assert current(page) == following
    assert page.list.selected_ids() == [following]
    shown = page.detail.mention
    assert shown is not None
    assert shown.entry.id == following


def test_what_others_change_does_not_take_the_open_mention_away(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    page.set_filter(MentionFilter(statuses=OPEN_STATUSES))
    settled(qtbot, page)
    page.list.open_row(0)
    settled(qtbot, page)
    mention = current(page)
    world.mentions[mention] = replace(world.mentions[mention], status=MentionStatus.DONE)
    world.bus.publish(MentionsChanged((mention,)))
    settled(qtbot, page)
    assert current(page) == mention
    page.list.step(1)
    settled(qtbot, page)
    assert page.model.row_of(mention) is None


def test_the_original_opens_in_the_browser(page: MentionsPage, qtbot: QtBot, opened: list[str]) -> None:
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_O)
    shown = page.detail.mention
    assert shown is not None
    assert shown.entry.link is not None
    assert opened == [QUrl(shown.entry.link).toString()]


def test_a_dangerous_link_is_never_opened(page: MentionsPage, qtbot: QtBot, world: World, opened: list[str]) -> None:
    key = current(page)
    found = world.mentions[key]
    world.mentions[key] = replace(found, entry=replace(found.entry, link="javascript:alert(1)"))
    world.bus.publish(MentionsChanged((key,)))
    settled(qtbot, page)
    assert not page.detail._original.isEnabled()
    with qtbot.waitSignal(page.notice):
        page.open_original()
    assert opened == []


# what comes in meanwhile


def test_new_mentions_do_not_move_what_is_read(page: MentionsPage, qtbot: QtBot, workers: FakeWorkers) -> None:
    page.list.open_row(30)
    settled(qtbot, page)
    mention = current(page)
    bar = page.list.verticalScrollBar()
    place = page.list.visualRect(page.list.currentIndex()).top()
    assert bar.value() > 0
    workers.finish_refresh(3)
    settled(qtbot, page)
    assert current(page) == mention
    assert page.list.visualRect(page.list.currentIndex()).top() == place
    pill = page.list.viewport().findChild(QPushButton)
    assert pill.isVisible()
    assert pill.text() == "3 neue Erwähnungen"
    pill.click()
    assert bar.value() == 0
    assert not pill.isVisible()
    assert current(page) == mention


def test_new_mentions_appear_at_the_top(page: MentionsPage, qtbot: QtBot, workers: FakeWorkers, world: World) -> None:
    before = page.model.rowCount()
    fresh = world.add_mention(NOW + timedelta(minutes=5), 3)
    world.bus.publish(MentionsAdded((fresh.entry.id,)))
    settled(qtbot, page)
    assert page.model.rowCount() == before + 1
    assert page.model.id_at(0) == fresh.entry.id


def test_a_hidden_page_asks_only_when_it_is_shown_again(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    page.hide()
    fresh = world.add_mention(NOW + timedelta(minutes=5), 3)
    world.calls.clear()
    world.bus.publish(MentionsAdded((fresh.entry.id,)))
    settled(qtbot, page)
    assert "key_change" not in world.calls
    page.show()
    page.refresh_view()
    settled(qtbot, page)
    assert page.model.id_at(0) == fresh.entry.id


# finding


def test_typing_waits_and_then_asks_once(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    world.calls.clear()
    qtbot.keyClicks(page.filters.search, "heizung")
    assert "first_look" not in world.calls
    settled(qtbot, page)
    assert world.calls.count("first_look") == 1
    assert all("heizung" in world.mentions[page.model.id_at(row)].entry.title.casefold() for row in range(5))


def test_a_mistake_in_the_search_is_told_with_its_place(
    page: MentionsPage, qtbot: QtBot, workers: FakeWorkers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module.messages, "sentence", lambda error: f"Stelle {error.position + 1}")
    before = page.model.rowCount()
    workers.fail_next = QuerySyntaxError("bracket-open", 4, 1)
    page.filters.search.setText("abc (")
    settled(qtbot, page)
    assert page.filters._mistake.isVisible()
    assert page.filters._mistake.text() == "Stelle 5"
    assert page.model.rowCount() == before
    page.filters.search.setText("heizung")
    settled(qtbot, page)
    assert not page.filters._mistake.isVisible()


def test_the_search_is_a_key_away(page: MentionsPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.filters.search.hasFocus()
    qtbot.keyClicks(page.filters.search, "heizung")
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
    assert page.list.hasFocus()
    settled(qtbot, page)
    page.filters.search.setFocus()
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Escape)
    settled(qtbot, page)
    assert page.filters.search.text() == ""


def test_down_goes_from_the_search_to_the_first_hit_and_selects_it(page: MentionsPage, qtbot: QtBot) -> None:
    page.filters.search.setFocus()
    page.filters.search.setText("gibtesnicht")
    settled(qtbot, page)
    assert page.list.current_id() is None
    page.filters.search.setText("heizung")
    settled(qtbot, page)
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Down)
    settled(qtbot, page)
    assert page.list.hasFocus()
    assert page.list.selected_ids() == [page.list.current_id()] == [page.model.id_at(0)]


def test_a_message_below_the_answer_leaves_lines_to_write(page: MentionsPage, qtbot: QtBot) -> None:
    page.resize(1100, 690)
    page.right_splitter.setSizes([500, 190])
    page.list.open_row(0)
    settled(qtbot, page)
    page.draft.editor.setPlainText("Wir kommen am {Termin}, {Ort}, {Person}, {Telefonnummer}.")
    page.draft.copy()
    settled(qtbot, page)
    QApplication.processEvents()
    assert page.draft.notice
    assert page.draft.editor.height() >= 6 * page.draft.editor.fontMetrics().lineSpacing()


def test_chips_narrow_together(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    page.filters._chips[Label.NEGATIVE].click()
    page.filters._chips[Label.NEUTRAL].click()
    settled(qtbot, page)
    wanted = {Label.NEGATIVE, Label.NEUTRAL}
    assert page.model.filter.labels == wanted
    expected = sum(found.sentiment.label in wanted for found in world.mentions.values())
    assert page.model.rowCount() == expected


def test_return_presses_a_chip(page: MentionsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.filters._chips[Label.NEGATIVE], Qt.Key.Key_Return)
    settled(qtbot, page)
    assert page.model.filter.labels == {Label.NEGATIVE}


def test_nothing_found_offers_the_way_back(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    page.set_filter(MentionFilter(expression="gibtesnicht"))
    settled(qtbot, page)
    assert page.listing.stack.currentWidget() is page.listing.no_hits
    assert page.detail_stack.currentWidget() is page.nothing
    assert not page.draft.editor.isEnabled()
    page.listing.no_hits.findChild(QPushButton).click()
    settled(qtbot, page)
    assert page.model.rowCount() == len(world.mentions)
    assert page.listing.stack.currentIndex() == 0


def test_both_menus_call_the_program_by_the_name_the_manual_uses(page: MentionsPage) -> None:
    words = page.actions_by_id["model"].text()
    assert words == "Einschätzung des Programms übernehmen"
    shown = [action.text() for menu in page.detail.findChildren(QMenu) for action in menu.actions()]
    assert f"{words}\t0" in shown
    assert not [text for text in shown if "Modell" in text]


def test_a_word_that_is_not_found_is_searched_in_longer_words(page: MentionsPage, qtbot: QtBot) -> None:
    listing = page.listing
    page.set_filter(MentionFilter(expression="gibtesnicht"))
    settled(qtbot, page)
    assert listing.longer.isVisible()
    assert not listing.reset.isVisible()
    page.filters.search.setFocus()
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Down)  # there is no list to go to
    assert listing.longer.hasFocus()
    assert "„gibtesnicht“ als ganzes Wort" in listing.no_hits.accessibleName()
    qtbot.keyClick(listing.longer, Qt.Key.Key_Space)
    settled(qtbot, page)
    assert page.model.filter == MentionFilter(expression="*gibtesnicht*")
    assert page.filters.search.text() == "*gibtesnicht*"
    assert page.filters.search.hasFocus()
    assert not listing.longer.isVisible()
    assert listing.reset.isVisible()


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [("Brot", "*Brot*"), ("Bröt", "*Bröt*"), ("Brot*", ""), ("ab", ""), ("zwei Wörter", ""), ("24", ""), ("", "")],
)
def test_only_one_plain_word_can_be_part_of_others(expression: str, wanted: str) -> None:
    assert in_longer_words(expression) == wanted


def test_further_filters(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    bar = page.filters
    bar._more_button.click()
    assert bar._more.isVisible()
    for combo, words in (
        (bar._source, "Lokalzeitung Köln"),
        (bar._status, "Ohne Antwort"),
        (bar._query, "Firmenname"),
        (bar._period, "7 Tage"),
    ):
        combo.setCurrentText(words)
        combo.activated.emit(combo.currentIndex())
    settled(qtbot, page)
    wanted = page.model.filter
    assert wanted.sources == {SourceId(2)}
    assert wanted.statuses == OPEN_STATUSES
    assert wanted.query == QueryId(1)
    assert wanted.since == world.today - timedelta(days=6)
    assert "4" in bar._more_button.text()
    bar._reset.click()
    settled(qtbot, page)
    assert page.model.filter == MentionFilter()
    assert bar._source.currentText() == "Alle Quellen"


def test_own_dates(page: MentionsPage, qtbot: QtBot) -> None:
    bar = page.filters
    bar._more_button.click()
    bar._period.setCurrentText("Eigene Tage …")
    bar._period.activated.emit(bar._period.currentIndex())
    assert bar._own.isVisible()
    bar._since.setDate(bar._since.date().addDays(20))
    bar._until.setDate(bar._until.date().addDays(-5))
    settled(qtbot, page)
    wanted = page.model.filter
    assert wanted.since is not None
    assert wanted.until is not None
    assert wanted.since <= wanted.until


@pytest.mark.parametrize("period", [Period.ANY, Period.WEEK, Period.MONTH, Period.YEAR])
def test_a_time_range_is_recognised_again(period: Period) -> None:
    today = date(2026, 11, 22)
    since, until = days_of(period, today)
    assert period_of(MentionFilter(since=since, until=until), today) is period


# places


def test_places_narrow_and_keep_the_search(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    page.set_filter(MentionFilter(expression="heizung"))
    settled(qtbot, page)
    page.sidebar.place_chosen.emit(MentionFilter(sources=frozenset((SourceId(1),))))
    settled(qtbot, page)
    assert page.model.filter.expression == "heizung"
    assert page.model.filter.sources == {1}
    assert page.filters._title.text() == "handwerker-forum.de"
    assert page.sidebar._place(page.sidebar.list.currentIndex()).key == "source-1"


def _click_place(page: MentionsPage, qtbot: QtBot, key: str) -> None:
    view = page.sidebar.list
    row = next(n for n in range(page.sidebar._model.rowCount()) if page.sidebar._row(n).key == key)
    index = page.sidebar._model.index(row, 0)
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    settled(qtbot, page)


@pytest.mark.parametrize("key", ["all", "open", "bookmarked", "query-1", "source-1"])
def test_a_place_replaces_all_but_the_search(page: MentionsPage, qtbot: QtBot, world: World, key: str) -> None:
    narrow = MentionFilter(
        expression="heizung", labels=frozenset((Label.NEGATIVE,)), since=world.today, until=world.today
    )
    page.set_filter(narrow)
    settled(qtbot, page)
    _click_place(page, qtbot, key)
    rows = (page.sidebar._row(number) for number in range(page.sidebar._model.rowCount()))
    expected = next(row.wanted for row in rows if row.key == key)
    assert expected is not None
    assert page.model.filter == replace(expected, expression="heizung")
    assert page.filters.search.text() == "heizung"
    assert not page.filters._period_chip.isVisible()
    assert not any(chip.isChecked() for chip in page.filters._chips.values())


def test_enter_on_the_marked_place_shows_all_of_it(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    page.set_filter(MentionFilter(since=world.today))
    settled(qtbot, page)
    page.sidebar.list.setFocus()
    page.sidebar.list.activated.emit(page.sidebar.list.currentIndex())
    settled(qtbot, page)
    assert page.model.filter == MentionFilter()


def test_words_still_being_typed_are_not_lost_to_a_place(page: MentionsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.filters.search, "heizung")
    page.sidebar.place_chosen.emit(MentionFilter(bookmarked=True))
    settled(qtbot, page)
    assert page.model.filter == MentionFilter(expression="heizung", bookmarked=True)


def test_the_time_range_is_a_chip_that_can_be_taken_away(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    chip = page.filters._period_chip
    assert not chip.isVisible()
    labels = frozenset((Label.NEGATIVE,))
    page.set_filter(MentionFilter(labels=labels, since=world.today, until=world.today))
    settled(qtbot, page)
    assert chip.isVisible()
    assert chip.text() == "22. November"
    assert chip.accessibleName() == "Zeitraum 22. November aufheben"
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    settled(qtbot, page)
    assert page.model.filter == MentionFilter(labels=labels)
    assert not chip.isVisible()
    assert page.filters._chips[Label.NEGATIVE].hasFocus()


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (date(2026, 11, 22), date(2026, 11, 22), "22. November"),
        (date(2026, 11, 16), date(2026, 11, 22), "16.–22. November"),
        (date(2026, 10, 24), date(2026, 11, 22), "24.\u00a0Okt. – 22.\u00a0Nov."),
        (date(2025, 12, 29), date(2026, 1, 4), "29.12.2025–04.01.2026"),
        (date(2025, 10, 24), date(2025, 11, 22), "24.10.–22.11.2025"),
        (date(2025, 11, 22), date(2025, 11, 22), "22. November 2025"),
        (date(2026, 11, 16), None, "7 Tage"),
        (date(2026, 11, 20), None, "seit 20. November"),
        (None, date(2026, 11, 20), "bis 20. November"),
        (None, None, ""),
    ],
)
def test_a_time_range_in_words(since: date | None, until: date | None, words: str) -> None:
    assert period_words(MentionFilter(since=since, until=until), date(2026, 11, 22)) == words


def test_a_narrowed_search_without_hits_may_go_everywhere(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    page.set_filter(MentionFilter(expression="heizung", until=date(2001, 1, 1)))
    settled(qtbot, page)
    assert page.listing.stack.currentWidget() is page.listing.no_hits
    assert page.listing.everywhere.isVisible()
    assert not page.listing.reset.isVisible()
    page.listing.everywhere.click()
    settled(qtbot, page)
    assert page.model.filter == MentionFilter(expression="heizung")
    assert page.filters.search.text() == "heizung"
    assert page.listing.stack.currentIndex() == 0
    page.set_filter(MentionFilter(until=date(2001, 1, 1)))
    settled(qtbot, page)
    assert page.listing.reset.isVisible()
    assert not page.listing.everywhere.isVisible()


def test_the_sidebar_is_used_by_keyboard(page: MentionsPage, qtbot: QtBot) -> None:
    page.sidebar.list.setFocus()
    qtbot.keyClick(page.sidebar.list, Qt.Key.Key_Down)
    settled(qtbot, page)
    assert page.model.filter.statuses == OPEN_STATUSES
    qtbot.keyClick(page.sidebar.list, Qt.Key.Key_Down)
    settled(qtbot, page)
    assert page.model.filter.bookmarked
    assert page.filters._title.text() == "Gemerkt"


def test_a_broken_source_has_a_sign_and_a_word(page: MentionsPage, world: World) -> None:
    rows = [page.sidebar._row(number) for number in range(page.sidebar._model.rowCount())]
    broken = next(row for row in rows if row.text == "hausbau-talk.de")
    assert broken.icon == "warning"
    assert "nicht gehört" in broken.spoken
    assert "Erwähnungen" in broken.spoken


def test_counts_stand_beside_the_places(page: MentionsPage, world: World) -> None:
    from tests.gui.fakes import facets

    rows = {row.key: row for row in places(facets(world), world.queries, world.sources)}
    assert rows["all"].count == len(world.mentions)
    assert rows["open"].count == sum(m.status in OPEN_STATUSES for m in world.mentions.values())
    assert rows["query-1"].count == len(world.mentions)


def test_adding_a_source_asks_the_window(page: MentionsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.go_to) as asked:
        page.sidebar.findChild(QPushButton, "addSource").click()
    assert asked.args == ["sources", "add"]


def test_a_narrow_page_opens_the_sidebar_over_the_list(page: MentionsPage, qtbot: QtBot) -> None:
    page.resize(900, 660)
    QApplication.processEvents()
    assert not page.sidebar.isVisible()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert page.sidebar.isVisible()
    page.sidebar.place_chosen.emit(MentionFilter(bookmarked=True))
    settled(qtbot, page)
    assert not page.sidebar.isVisible()
    page.resize(1172, 760)
    QApplication.processEvents()
    assert page.sidebar.isVisible()


def test_another_page_may_ask_for_one_mention(page: MentionsPage, qtbot: QtBot) -> None:
    wanted = page.model.id_at(40)
    page.set_filter(MentionFilter(bookmarked=True))
    settled(qtbot, page)
    page.set_target(wanted)
    settled(qtbot, page)
    assert current(page) == wanted
    shown = page.detail.mention
    assert shown is not None
    assert shown.entry.id == wanted


# empty states, look


def test_an_empty_work_list_is_good_news(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    for key, found in world.mentions.items():
        world.mentions[key] = replace(found, status=MentionStatus.DONE)
    page.set_filter(MentionFilter(statuses=OPEN_STATUSES))
    settled(qtbot, page)
    assert "Alles beantwortet" in page.listing.no_hits.accessibleName()
    page.set_filter(MentionFilter(bookmarked=True))
    settled(qtbot, page)
    assert "nichts gemerkt" in page.listing.no_hits.accessibleName()


def test_without_mentions_the_page_says_what_to_do(
    qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge
) -> None:
    empty = empty_world()
    workers.world.sources, workers.world.mentions = empty.sources, empty.mentions
    made = made_page(qtbot, workers, tasks, bridge)
    assert made.listing.stack.currentWidget() is made.listing.no_mentions
    assert made.detail_stack.currentWidget() is made.nothing
    with qtbot.waitSignal(made.go_to) as asked:
        made.listing.no_mentions.findChild(QPushButton).click()
    assert asked.args == ["sources", "add"]


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("size", SIZES)
def test_no_text_is_cut(page: MentionsPage, qtbot: QtBot, size: tuple[int, int], percent: int) -> None:
    theme.current().apply("light", percent)
    page.set_filter(MentionFilter(since=date(2025, 9, 29), until=date(2026, 11, 22)))
    page.filters._more_button.setChecked(True)
    page.setMinimumSize(1, 1)
    page.resize(size[0] - theme.current().scaled(108), size[1] - 39)
    qtbot.keyClicks(page.draft.editor, "Guten Tag {Verfasser}")
    settled(qtbot, page)
    assert clipped(page) == []


def _tab_stops(page: MentionsPage, qtbot: QtBot) -> list[QWidget]:
    """Where the focus comes by, from the search field once round."""
    page.filters.search.setFocus()
    stops: list[QWidget] = [page.filters.search]
    for _ in range(40):
        focused = QApplication.focusWidget()
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused is stops[0]:
            break
        if focused is not stops[-1]:  # the text stops at each of its links
            stops.append(focused)
    return stops


@pytest.mark.parametrize("width", [1172, 900])
def test_tab_follows_the_eye(page: MentionsPage, qtbot: QtBot, width: int) -> None:
    page.resize(900, 760)
    QApplication.processEvents()
    page.resize(width, 760)
    page.draft.editor.insertPlainText("Guten Tag")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    settled(qtbot, page)
    stops = _tab_stops(page, qtbot)
    wanted = [
        page.filters.search,
        *page.filters._chips.values(),
        page.filters._more_button,
        page.list,
        page.detail._sentiment,
        page.detail._status,
        page.detail._bookmark,
        page.detail._done,
        page.detail._original,
        page.detail._more,
        page.detail.text,
        page.draft._snippet_button,
        page.draft.editor,
        page.draft._copy,
        page.draft._copy_open,
    ]
    assert [stop for stop in stops if stop in wanted] == wanted
    assert (page.sidebar.list in stops) == (width == 1172)
    page.setFocus()
    assert page.list.hasFocus()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raise() and grabs, without a screen
@pytest.mark.parametrize("name", ["_sentiment", "_status", "_more", "_snippet_button"])
def test_menus_stay_in_the_window_and_leave_no_ring(page: MentionsPage, qtbot: QtBot, name: str) -> None:
    page.move(0, 0)
    page.setMinimumSize(1, 1)
    page.resize(680, 600)  # less than the screen, which Qt itself minds
    page.activateWindow()
    page.list.setFocus()
    settled(qtbot, page)
    pane = page.draft if name == "_snippet_button" else page.detail
    button = getattr(pane, name)
    menu = button.menu()
    button.setEnabled(True)
    seen: list[QRect] = []

    def look_and_close() -> None:
        if menu.isVisible():
            seen.append(menu.geometry())
            QCursor.setPos(page.mapToGlobal(QPoint(4, 4)))
            menu.close()

    menu.addAction("Ein ziemlich langer Eintrag, der über den Rand ragen würde, stünde er links")
    QTimer.singleShot(150, look_and_close)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    button.showMenu()
    qtbot.waitUntil(lambda: bool(seen))
    QApplication.processEvents()
    area = QRect(page.mapToGlobal(QPoint(0, 0)), page.size())
    assert area.contains(seen[0]), (area, seen[0])
    assert not button.underMouse()
    assert not button.hasFocus()
    assert not button.isDown()


def test_every_control_has_a_name(page: MentionsPage) -> None:
    page.filters._more_button.setChecked(True)
    assert unnamed(page) == []


def test_the_theme_may_change_while_running(page: MentionsPage, qtbot: QtBot) -> None:
    theme.current().apply("dark", 120)
    settled(qtbot, page)
    grabbed = page.grab().toImage()
    for place in (QPoint(300, 500), QPoint(900, 300), QPoint(20, 600)):
        around = [
            grabbed.pixelColor(place + QPoint(x, y)).lightness() for x in range(0, 40, 4) for y in range(0, 40, 4)
        ]
        assert median(around) < 100  # of a patch: a single point may lie on a letter
    height = page.list.rowHeight(0)
    theme.current().apply("light", 100)
    assert page.list.rowHeight(0) < height


def test_links_of_the_text_go_through_the_same_check(page: MentionsPage, qtbot: QtBot, opened: list[str]) -> None:
    page.detail.text.anchorClicked.emit(QUrl("https://handwerker-forum.example/t/3"))
    page.detail.text.anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert opened == ["https://handwerker-forum.example/t/3"]


# the same message in several places


@pytest.fixture
def alike(page: MentionsPage, qtbot: QtBot, world: World) -> list[EntryId]:
    """A message that stands in three places, and its rows; the first one is open."""
    first = world.add_mention(NOW - timedelta(minutes=30), 3).entry.id
    later = [world.add_mention(NOW - timedelta(minutes=m), 4 + m, same_as=first).entry.id for m in (20, 10)]
    world.bus.publish(MentionsAdded((first, *later)))
    settled(qtbot, page)
    page.list.open_row(page.model.row_of(first) or 0)
    settled(qtbot, page)
    return [first, *later]


def test_the_same_message_in_three_places_is_one_row_and_can_be_unfolded(
    page: MentionsPage, qtbot: QtBot, alike: list[EntryId]
) -> None:
    first, *later = alike
    assert [page.model.row_of(key) for key in later] == [None, None]
    assert current(page) == first
    line = page.model.known(first)
    assert line is not None
    assert line.copies == 2
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_G)
    settled(qtbot, page)
    assert None not in [page.model.row_of(key) for key in later]
    assert current(page) == first
    qtbot.keyClick(page.list, Qt.Key.Key_Left)
    settled(qtbot, page)
    assert [page.model.row_of(key) for key in later] == [None, None]


def test_a_click_on_the_chip_unfolds(page: MentionsPage, qtbot: QtBot, alike: list[EntryId]) -> None:
    row = page.model.row_of(alike[0])
    assert row is not None
    shown = page.model.row_at(row)
    assert shown is not None
    area = page.list._delegate.copies_area(page.list.visualRect(page.model.index(row)), shown)
    assert page.list.visualRect(page.model.index(row)).contains(area)
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    settled(qtbot, page)
    assert page.model.row_of(alike[1]) is not None


def test_the_detail_names_the_other_places_with_their_links(
    page: MentionsPage, qtbot: QtBot, alike: list[EntryId], opened: list[str]
) -> None:
    section = page.detail.alike
    assert section.button.text() == "3 gleiche Meldungen"
    qtbot.mouseClick(section.button, Qt.MouseButton.LeftButton)
    buttons = section.content.findChildren(QPushButton) + section.content.findChildren(QToolButton)
    assert len(buttons) == 2
    buttons[0].click()
    assert opened == [page._workers.world.mentions[alike[1]].entry.link]  # type: ignore[attr-defined]
    assert clipped(page) == []
    assert unnamed(page) == []


def test_what_the_feed_dropped_is_marked(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    key = current(page)
    mention = world.mentions[key]
    assert not page.detail._gone.isVisible()
    world.mentions[key] = replace(mention, entry=replace(mention.entry, gone_at=NOW))
    world.bus.publish(MentionsChanged((key,)))
    settled(qtbot, page)
    assert page.detail._gone.text() == "Nicht mehr im Feed seit 22.11.2026"
    row = page.model.row_at(0)
    assert row is not None
    assert row.line.gone


def test_such_mentions_are_shut_out_in_two_presses_and_it_can_be_undone(
    page: MentionsPage, qtbot: QtBot, world: World
) -> None:
    before = len(world.mentions)
    page.list.setFocus()
    page.actions_by_id["exclude"].trigger()
    dialog = page.findChildren(ExcludeDialog)[-1]
    settled(qtbot, page)
    assert dialog.author is not None
    dialog.author.button.click()
    settled(qtbot, page)
    assert len(world.mentions) < before
    assert page.undo_bar.isVisible()
    page.undo_bar.button.click()
    settled(qtbot, page)
    assert len(world.mentions) == before


def test_a_mistake_in_the_search_is_underlined(page: MentionsPage, qtbot: QtBot, workers: FakeWorkers) -> None:
    plain = page.filters.search.grab().toImage()
    page.filters.search.setText("(Brandt")
    page.filters.show_mistake("")
    unmarked = page.filters.search.grab().toImage()
    page.filters.show_mistake("Eine Klammer wird nicht geschlossen.", 0, 1)
    assert page.filters.search.text() == "(Brandt"
    assert page.filters.search.grab().toImage() != unmarked != plain
    page.filters.show_mistake("")
    assert page.filters.search.grab().toImage() == unmarked
    page.filters.search.clear()
    settled(qtbot, page)


# several at once, and what stays as it was


def test_several_mentions_get_a_bar_with_what_can_be_done(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    bar = page.listing.selection
    assert not bar.isVisible()
    page.list.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = page.list.selected_ids()
    assert len(chosen) == 3
    assert bar._count.text() == "3 ausgewählt"
    bar._bookmark.click()
    settled(qtbot, page)
    assert all(world.mentions[key].bookmarked for key in chosen)
    bar._status.menu().actions()[1].trigger()
    settled(qtbot, page)
    assert {world.mentions[key].status for key in chosen} == {MentionStatus.IN_PROGRESS}
    bar._sentiment.menu().actions()[2].trigger()
    settled(qtbot, page)
    assert {world.mentions[key].sentiment.label for key in chosen} == {Label.NEGATIVE}
    assert clipped(page) == []
    assert unnamed(page) == []
    bar._clear.click()
    assert not bar.isVisible()


def test_a_draft_that_was_begun_is_marked_in_the_list(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    key = current(page)
    row = page.model.row_at(0)
    assert row is not None
    assert not row.line.has_draft
    page.draft.editor.setPlainText("Guten Tag")
    page.draft.flush()
    settled(qtbot, page)
    qtbot.waitUntil(lambda: bool(page.model.known(key) and page.model.known(key).has_draft))  # type: ignore[union-attr]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # raise() and grabs, without a screen
def test_the_menu_of_the_list_stays_in_the_window(page: MentionsPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    view = page.list.viewport()
    page._show_menu(QPoint(view.width() - 2, view.height() - 2))
    (menu,) = (
        found
        for found in page.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if found.isVisible()
    )
    window = QRect(page.mapToGlobal(QPoint(0, 0)), page.size())
    assert window.contains(menu.geometry())
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support")  # as below
def test_the_menu_of_a_mention_opens_by_key(page: MentionsPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    open_menu()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert page.actions_by_id["done"] in menu.actions()
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support")  # the platform "offscreen" says so of menus in a pane
def test_the_menu_of_the_text_stays_in_the_window(page: MentionsPage) -> None:
    view = page.detail.text
    corner = QPoint(view.width() - 3, 8)
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, corner, view.mapToGlobal(corner)))
    menu = view.findChild(QMenu)
    assert menu is not None
    assert menu.isVisible()
    window = QRect(page.window().mapToGlobal(QPoint(0, 0)), page.window().size())
    assert menu.geometry().right() <= window.right()
    menu.close()


def test_widths_and_heights_come_back(
    qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge, tmp_path: Path
) -> None:
    class Window(QMainWindow):
        state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)

    kept_alive: list[Window] = []

    def opened_window() -> MentionsPage:
        window = Window()
        kept_alive.append(window)
        qtbot.addWidget(window)
        made = MentionsPage(workers, tasks, bridge)  # type: ignore[arg-type]
        window.setCentralWidget(made)
        window.resize(1300, 800)
        window.show()
        made.refresh_view()
        settled(qtbot, made)
        qtbot.waitUntil(lambda: not made.columns._arranging.isActive())
        return made

    first = opened_window()
    first.columns.setSizes([220, 500, 580])
    first.right_splitter.setSizes([300, 480])
    for splitter in (first.columns, first.right_splitter):
        splitter.splitterMoved.emit(0, 1)
    widths, heights = first.columns.sizes(), first.right_splitter.sizes()
    for kept in (first.columns._sizes, first._heights):
        qtbot.waitUntil(lambda kept=kept: not kept._timer.isActive())
    first.window().hide()
    second = opened_window()
    assert second.columns.sizes() == widths
    assert second.right_splitter.sizes() == heights
    second.window().hide()
    qtbot.waitUntil(lambda: tasks.pending == 0)


# one mention, read from top to bottom


LONG = "\n".join(f"Absatz {number}: Der Techniker kam, sah sich alles an und ging wieder." for number in range(60))


def shown_with(page: MentionsPage, qtbot: QtBot, world: World, text: str) -> None:
    key = current(page)
    mention = world.mentions[key]
    entry = replace(mention.entry, text=text, html="", title="Ein Titel, der so lang ist, dass er umbricht " * 3)
    world.mentions[key] = replace(mention, entry=entry)
    page._reread()
    settled(qtbot, page)
    view = page.detail.text
    qtbot.waitUntil(lambda: view.height() >= view.document().size().height() and page.detail.area.isVisible())
    QApplication.processEvents()


@pytest.mark.parametrize("percent", [100, 150])
def test_what_follows_a_text_stands_right_below_it(
    page: MentionsPage, qtbot: QtBot, world: World, percent: int
) -> None:
    theme.current().apply("light", percent)
    shown_with(page, qtbot, world, "Kurz und gut.")
    button = page.why.section.button
    end = page.detail.text.mapTo(page.detail, page.detail.text.rect().bottomLeft()).y()
    assert 0 < button.mapTo(page.detail, QPoint(0, 0)).y() - end <= 16


def test_a_long_text_and_its_reasons_scroll_as_one(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    shown_with(page, qtbot, world, LONG)
    qtbot.mouseClick(page.why.section.button, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    text, bar = page.detail.text, page.detail.area.verticalScrollBar()
    assert text.verticalScrollBar().maximum() == 0
    assert text.height() >= text.document().size().height()
    assert page.why.pane.height() >= page.why.pane.minimumSizeHint().height()
    assert bar.maximum() > 500
    inner = page.detail.area.widget()
    assert inner.width() <= page.detail.area.viewport().width()
    assert nested(page.detail) == []


def test_the_reasons_are_as_wide_as_the_pane_even_at_large_type(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    theme.current().apply("light", 150)
    page.resize(1109, 660)
    shown_with(page, qtbot, world, "Kurz und gut.")
    qtbot.mouseClick(page.why.section.button, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    assert "<span" in page.why.pane.words.text()
    assert clipped(page.detail) == []


def test_the_words_of_a_text_stand_below_the_title(page: MentionsPage) -> None:
    title, text = page.detail._title, page.detail.text
    assert text.viewport().mapTo(page, QPoint(0, 0)).x() == title.mapTo(page, QPoint(0, 0)).x()


def test_keys_in_the_text_scroll_all_of_the_mention(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    shown_with(page, qtbot, world, LONG)
    text, bar = page.detail.text, page.detail.area.verticalScrollBar()
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_PageDown)
    first = bar.value()
    assert first > 0
    qtbot.keyClick(text, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(text, Qt.Key.Key_Home)
    assert bar.value() == 0
    qtbot.keyClick(text, Qt.Key.Key_Down)
    assert 0 < bar.value() < first


def test_a_link_reached_by_tab_is_scrolled_into_view(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    shown_with(page, qtbot, world, f"{LONG}\nhttps://forum.example/t/9")
    page.activateWindow()
    page.detail.text.setFocus()
    QApplication.processEvents()
    qtbot.keyClick(page.detail.text, Qt.Key.Key_Tab)
    assert page.detail.area.verticalScrollBar().value() > 0


def test_another_mention_is_read_from_its_top(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    shown_with(page, qtbot, world, LONG)
    bar = page.detail.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_J)
    settled(qtbot, page)
    assert bar.value() == 0


def test_what_is_opened_below_a_text_comes_into_view(page: MentionsPage, qtbot: QtBot, world: World) -> None:
    shown_with(page, qtbot, world, "Der Techniker kam und ging wieder. " * 20)
    area, pane = page.detail.area, page.why.pane
    assert area.verticalScrollBar().value() == 0
    qtbot.mouseClick(page.why.section.button, Qt.MouseButton.LeftButton)
    settled(qtbot, page)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    top = page.why.section.button.mapTo(area.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < area.viewport().height()
    assert pane.mapTo(area.viewport(), QPoint(0, 0)).y() < area.viewport().height()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_J)
    settled(qtbot, page)
    QApplication.processEvents()
    assert area.verticalScrollBar().value() == 0, "the next one is read from its top though the part stays open"
