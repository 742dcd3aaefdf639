"""The answer in the making: no word is ever lost, nothing half-filled is copied."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kundenradar.domain.drafts import DraftVersion, ReplyDraft, Snippet, SnippetId, VersionReason, open_placeholders
from kundenradar.domain.errors import DataError, InputError
from kundenradar.domain.mentions import EntryId, MentionStatus
from tests.gui.fakes import NOW, FakeWorkers, World
from ui.bridge import Bridge
from ui.dialogs.placeholders import PlaceholdersDialog
from ui.models.triage import Before
from ui.tasks import Tasks
from ui.widgets.draft_pane import (
    AUTOSAVE_MS,
    LEAST_EDITOR,
    LONGEST,
    MOST_KEPT_LINES,
    MOST_WAIT_MS,
    DraftPane,
    placeholder_spans,
)


@pytest.fixture
def world(workers: FakeWorkers) -> World:
    return workers.world


@pytest.fixture
def ids(world: World) -> list[EntryId]:
    return sorted(world.mentions, reverse=True)[:3]


@pytest.fixture
def pane(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge) -> Iterator[DraftPane]:
    made = DraftPane(workers, tasks, bridge)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(560, 340)
    made.show()
    yield made
    made.hide()
    qtbot.waitUntil(lambda: tasks.pending == 0)


def settled(qtbot: QtBot, pane: DraftPane) -> None:
    qtbot.waitUntil(lambda: pane._tasks.pending == 0)


def opened(qtbot: QtBot, pane: DraftPane, mention: EntryId) -> None:
    pane.open_mention(mention, has_link=True)
    settled(qtbot, pane)
    assert not pane.editor.isReadOnly()


def typed(pane: DraftPane, text: str) -> None:
    pane.editor.insertPlainText(text)


# never lost


def test_writing_is_saved_by_itself(qtbot: QtBot, pane: DraftPane, world: World, ids: list[EntryId]) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "Guten Tag, ")
    typed(pane, "danke!")
    assert world.drafts == {}
    assert "wird gespeichert" in pane._state.text()
    qtbot.waitUntil(lambda: ids[0] in world.drafts, timeout=AUTOSAVE_MS + 2_000)
    settled(qtbot, pane)
    assert world.drafts[ids[0]].text == "Guten Tag, danke!"
    assert pane._state.text() == "17 Zeichen · gespeichert\u00a009:45"
    assert not pane.is_unsaved


def test_writing_without_a_pause_is_saved_all_the_same(
    qtbot: QtBot, pane: DraftPane, world: World, ids: list[EntryId]
) -> None:
    opened(qtbot, pane, ids[0])
    begun = time.monotonic()
    moments: list[float] = []
    known = ""
    while time.monotonic() - begun < 4.5:
        qtbot.keyClick(pane.editor, Qt.Key.Key_X)
        qtbot.wait(100)
        stored = world.drafts[ids[0]].text if ids[0] in world.drafts else ""
        if stored != known:
            known = stored
            moments.append(time.monotonic() - begun)
    assert len(moments) >= 2, "saved although no pause was as long as the timer waits for"
    waits = [later - earlier for earlier, later in pairwise([0.0, *moments])]
    assert max(waits) < MOST_WAIT_MS / 1000 + 0.7, "some slack for a busy machine"
    settled(qtbot, pane)


def test_going_to_another_mention_saves_at_once(
    qtbot: QtBot, pane: DraftPane, world: World, ids: list[EntryId]
) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "eins")
    opened(qtbot, pane, ids[1])
    assert pane.editor.toPlainText() == ""
    typed(pane, "zwei")
    opened(qtbot, pane, ids[0])
    assert pane.editor.toPlainText() == "eins"
    assert {key: draft.text for key, draft in world.drafts.items()} == {ids[0]: "eins", ids[1]: "zwei"}


def test_coming_back_before_the_writer_is_done_shows_the_newest_words(
    qtbot: QtBot, pane: DraftPane, world: World, workers: FakeWorkers, ids: list[EntryId]
) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "alt")
    pane.flush()
    settled(qtbot, pane)
    typed(pane, " und neu")
    release = threading.Event()

    def slow_write(fn: Callable[..., object], *args: object) -> Future[object]:
        return workers._writer.submit(lambda: release.wait(10) and workers._run(fn, args))

    workers.write = slow_write  # type: ignore[method-assign]
    pane.open_mention(ids[1])
    pane.open_mention(ids[0], has_link=True)
    qtbot.waitUntil(lambda: not pane.editor.isReadOnly())
    assert pane.editor.toPlainText() == "alt und neu"
    release.set()
    settled(qtbot, pane)
    qtbot.waitUntil(lambda: world.drafts[ids[0]].text == "alt und neu")
    qtbot.waitUntil(lambda: not pane.is_unsaved, timeout=AUTOSAVE_MS + 2_000)


def test_leaving_the_editor_saves(qtbot: QtBot, pane: DraftPane, world: World, ids: list[EntryId]) -> None:
    opened(qtbot, pane, ids[0])
    pane.editor.setFocus()
    typed(pane, "weg")
    pane._copy.setFocus()
    settled(qtbot, pane)
    assert world.drafts[ids[0]].text == "weg"


def test_hiding_the_page_saves(qtbot: QtBot, pane: DraftPane, world: World, ids: list[EntryId]) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "zu")
    pane.hide()
    settled(qtbot, pane)
    assert world.drafts[ids[0]].text == "zu"


def test_the_end_of_the_program_saves(
    qtbot: QtBot, pane: DraftPane, world: World, workers: FakeWorkers, ids: list[EntryId]
) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "Ende")
    app = QApplication.instance()
    assert app is not None
    app.aboutToQuit.emit()
    workers._writer.submit(lambda: None).result(timeout=5)
    assert world.drafts[ids[0]].text == "Ende"
    settled(qtbot, pane)


def test_words_that_could_not_be_saved_are_told_kept_and_tried_again(
    qtbot: QtBot, pane: DraftPane, world: World, workers: FakeWorkers, ids: list[EntryId]
) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "wichtig")
    workers.fail_next = DataError("full")
    pane.flush()
    settled(qtbot, pane)
    assert "noch nicht gespeichert" in pane.notice
    assert pane.is_unsaved
    pane.open_mention(None)
    settled(qtbot, pane)
    assert world.drafts[ids[0]].text == "wichtig", "the next moment to save tries again"
    assert not pane.is_unsaved


def test_words_of_another_mention_that_could_not_be_saved_come_back(
    qtbot: QtBot, pane: DraftPane, world: World, workers: FakeWorkers, ids: list[EntryId]
) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "wichtig")
    workers.fail_next = DataError("full")
    pane.flush()
    settled(qtbot, pane)
    workers.fail_next = DataError("full")
    pane.open_mention(None)
    settled(qtbot, pane)
    assert ids[0] not in world.drafts
    opened(qtbot, pane, ids[0])
    assert pane.editor.toPlainText() == "wichtig"
    qtbot.waitUntil(lambda: ids[0] in world.drafts, timeout=AUTOSAVE_MS + 2_000)


def test_an_endless_answer_is_kept_and_told(qtbot: QtBot, pane: DraftPane, world: World, ids: list[EntryId]) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "x" * (LONGEST + 1))
    pane.flush()
    assert "kürzen" in pane.notice
    assert pane._state.text().endswith("Zeichen · nicht gespeichert")
    assert ids[0] not in world.drafts
    pane.editor.textCursor().deletePreviousChar()
    pane.flush()
    settled(qtbot, pane)
    assert len(world.drafts[ids[0]].text) == LONGEST
    assert pane.notice == ""


def test_an_untouched_editor_saves_nothing(qtbot: QtBot, pane: DraftPane, world: World, ids: list[EntryId]) -> None:
    for mention in ids:
        opened(qtbot, pane, mention)
    pane.flush()
    settled(qtbot, pane)
    assert world.drafts == {}


def test_no_key_reaches_the_editor_before_the_draft_is_there(
    qtbot: QtBot, pane: DraftPane, workers: FakeWorkers, ids: list[EntryId]
) -> None:
    workers.hold.clear()
    pane.open_mention(ids[0])
    qtbot.keyClicks(pane.editor, "zu frueh")
    assert pane.editor.toPlainText() == ""
    workers.hold.set()
    settled(qtbot, pane)


def test_a_late_draft_of_another_mention_is_dropped(
    qtbot: QtBot, pane: DraftPane, world: World, workers: FakeWorkers, ids: list[EntryId]
) -> None:
    world.drafts[ids[0]] = ReplyDraft(ids[0], "erster", NOW)
    world.drafts[ids[1]] = ReplyDraft(ids[1], "zweiter", NOW)
    workers.hold.clear()
    pane.open_mention(ids[0])
    pane.open_mention(ids[1])
    workers.hold.set()
    settled(qtbot, pane)
    assert pane.editor.toPlainText() == "zweiter"
    assert pane.mention == ids[1]


# versions


def test_an_earlier_version_comes_back_and_can_be_undone(
    qtbot: QtBot, pane: DraftPane, world: World, ids: list[EntryId]
) -> None:
    versions = (
        DraftVersion(1, "erste Fassung", NOW - timedelta(hours=1), VersionReason.COPIED),
        DraftVersion(2, "zweite", NOW, VersionReason.AUTOSAVE),
    )
    world.drafts[ids[0]] = ReplyDraft(ids[0], "zweite", NOW, versions)
    opened(qtbot, pane, ids[0])
    pane._versions_menu.aboutToShow.emit()
    words = [action.text() for action in pane._versions_menu.actions()]
    assert "gespeichert" in words[0]
    assert "kopiert" in words[1]
    assert not pane._versions_menu.actions()[0].isEnabled(), "the present wording is no way back"
    pane._versions_menu.actions()[1].trigger()
    assert pane.editor.toPlainText() == "erste Fassung"
    pane.editor.undo()
    assert pane.editor.toPlainText() == "zweite"
    pane.editor.redo()
    assert pane.editor.toPlainText() == "erste Fassung"


def test_undo_does_not_reach_into_another_mention(qtbot: QtBot, pane: DraftPane, ids: list[EntryId]) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "geheim")
    opened(qtbot, pane, ids[1])
    pane.editor.undo()
    assert pane.editor.toPlainText() == ""


# snippets and placeholders


def test_a_snippet_comes_filled_in_at_the_cursor(
    qtbot: QtBot, pane: DraftPane, world: World, ids: list[EntryId]
) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "vor|nach")
    cursor = pane.editor.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(4, cursor.MoveMode.KeepAnchor)
    pane.editor.setTextCursor(cursor)
    pane.insert_snippet(Snippet(SnippetId(9), "x", " {verfasser} {Person} {Termin} "))
    author = world.mentions[ids[0]].entry.author
    assert pane.editor.toPlainText() == f"vor {author} Sabine Brandt {{Termin}} nach"
    assert pane.editor.textCursor().selectedText() == "{Termin}"
    pane.editor.undo()
    assert pane.editor.toPlainText() == "vor|nach"


def test_a_snippet_of_several_lines_starts_its_own_paragraph(qtbot: QtBot, pane: DraftPane, ids: list[EntryId]) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "Guten Tag,")
    pane.insert_snippet(Snippet(SnippetId(9), "x", "eins\nzwei"))
    pane.insert_snippet(Snippet(SnippetId(9), "x", " drei"))
    assert pane.editor.toPlainText() == "Guten Tag,\n\neins\nzwei drei"


def test_the_menu_offers_the_snippets_and_their_care(
    qtbot: QtBot, pane: DraftPane, world: World, ids: list[EntryId]
) -> None:
    settled(qtbot, pane)
    words = [action.text() for action in pane._snippet_menu.actions()]
    assert words[:2] == [snippet.title for snippet in world.snippets]
    with qtbot.waitSignal(pane.manage_snippets):
        pane._snippet_menu.actions()[-1].trigger()


def test_tab_goes_round_the_open_placeholders(qtbot: QtBot, pane: DraftPane, ids: list[EntryId]) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "👍 {Termin} und {Ort} ")
    editor = pane.editor
    editor.setFocus()
    for expected in ("{Termin}", "{Ort}", "{Termin}"):
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
        assert editor.textCursor().selectedText() == expected
    qtbot.keyClick(editor, Qt.Key.Key_Backtab)
    assert editor.textCursor().selectedText() == "{Ort}"
    editor.replace_all("fertig")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert not editor.hasFocus()
    assert editor.toPlainText() == "fertig"


def test_open_placeholders_are_marked_and_named(qtbot: QtBot, pane: DraftPane, ids: list[EntryId]) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "bis {Termin}")
    formats_of = pane.editor.document().firstBlock().layout().formats()
    assert [(part.start, part.length) for part in formats_of] == [(4, 8)]
    assert pane.notice == "Noch auszufüllen: Termin"
    pane.editor.replace_all("bis morgen")
    assert pane.notice == ""


@given(st.text(alphabet="{}ab \n", max_size=60))
def test_marked_places_are_those_the_core_names(text: str) -> None:
    names = tuple(dict.fromkeys(text[start + 1 : end - 1].strip() for start, end in placeholder_spans(text)))
    assert names == open_placeholders(text)


def test_asking_for_what_is_missing(qtbot: QtBot, pane: DraftPane, ids: list[EntryId]) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "{Termin}, {Ort}, {Termin}")
    with qtbot.waitSignal(pane.fill_wished) as asked:
        pane._notice_action.click()
    assert asked.args == [("Termin", "Ort")]
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PlaceholdersDialog(asked.args[0], {"ort": "Köln"}, parent)
    dialog.filled.connect(pane.fill)
    dialog.open()
    assert dialog.fields["Ort"].text() == "Köln"
    dialog.fields["Termin"].setText("Montag")
    dialog.accept()
    assert pane.editor.toPlainText() == "Montag, Köln, Montag"
    assert pane.notice == ""


def test_the_dialog_takes_nothing_for_nothing(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = PlaceholdersDialog(("Termin",), {}, parent)
    assert not dialog._take.isEnabled()
    dialog.fields["Termin"].setText("Montag")
    assert dialog._take.isEnabled()
    dialog.deleteLater()


# copying


def test_copying_puts_the_text_on_the_clipboard(
    qtbot: QtBot, pane: DraftPane, world: World, ids: list[EntryId]
) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "Danke!\nSabine")
    pane.copy()
    settled(qtbot, pane)
    assert QGuiApplication.clipboard().text() == "Danke!\nSabine"
    assert world.drafts[ids[0]].versions[-1].reason is VersionReason.COPIED
    assert "Kopiert" in pane.notice
    assert pane._draft is not None
    assert pane._draft.versions[-1].reason is VersionReason.COPIED


def test_an_open_placeholder_is_never_copied(qtbot: QtBot, pane: DraftPane, world: World, ids: list[EntryId]) -> None:
    QGuiApplication.clipboard().setText("vorher")
    opened(qtbot, pane, ids[0])
    typed(pane, "Wir kommen am {Termin}.")
    with qtbot.assertNotEmitted(pane.open_original):
        pane.copy()
        pane.copy_and_open()
        settled(qtbot, pane)
    assert QGuiApplication.clipboard().text() == "vorher"
    assert "nicht kopiert: {Termin}" in pane.notice
    assert pane.editor.hasFocus()
    assert pane.editor.textCursor().selectedText() == "{Termin}"


def test_the_core_s_refusal_counts_too(qtbot: QtBot, pane: DraftPane, workers: FakeWorkers, ids: list[EntryId]) -> None:
    QGuiApplication.clipboard().setText("vorher")
    opened(qtbot, pane, ids[0])
    typed(pane, "ok")
    pane.flush()
    settled(qtbot, pane)
    workers.fail_next = InputError("placeholder-open", "Termin")
    pane.copy()
    settled(qtbot, pane)
    assert QGuiApplication.clipboard().text() == "vorher"
    assert "{Termin}" in pane.notice


def test_copy_and_open_asks_for_the_original_after_copying(qtbot: QtBot, pane: DraftPane, ids: list[EntryId]) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "Danke!")
    with qtbot.waitSignal(pane.open_original):
        pane.copy_and_open()
    assert QGuiApplication.clipboard().text() == "Danke!"


def test_without_a_link_there_is_nothing_to_open(qtbot: QtBot, pane: DraftPane, ids: list[EntryId]) -> None:
    pane.open_mention(ids[0], has_link=False)
    settled(qtbot, pane)
    typed(pane, "Danke!")
    assert pane._copy.isEnabled()
    assert not pane._copy_open.isEnabled()
    with qtbot.assertNotEmitted(pane.open_original):
        pane.copy_and_open()


def test_after_copying_the_mention_may_be_marked_as_answered(
    qtbot: QtBot, pane: DraftPane, world: World, ids: list[EntryId]
) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "Danke!")
    pane.copy()
    settled(qtbot, pane)
    button = pane._notice.findChild(QPushButton)
    assert button.text() == "Als beantwortet markieren"
    with qtbot.waitSignal(pane.answered) as told:
        button.click()
    assert told.args == [ids[0], Before({MentionStatus.NEW: [ids[0]]})]
    assert world.mentions[ids[0]].status is MentionStatus.ANSWERED
    assert world.drafts[ids[0]].versions[-1].reason is VersionReason.ANSWERED
    settled(qtbot, pane)


def test_nothing_chosen_means_nothing_to_press(qtbot: QtBot, pane: DraftPane) -> None:
    settled(qtbot, pane)
    assert not pane.editor.isEnabled()
    assert "Wählen Sie" in pane.editor.placeholderText()
    for button in (pane._copy, pane._copy_open, pane._versions, pane._snippet_button):
        assert not button.isEnabled()


def test_new_words_of_the_firm_are_learnt(
    qtbot: QtBot, pane: DraftPane, world: World, bridge: Bridge, ids: list[EntryId]
) -> None:
    opened(qtbot, pane, ids[0])
    world.settings = replace(world.settings, person="Ayşe Yılmaz")
    bridge.settings_changed.emit()
    settled(qtbot, pane)
    pane.insert_snippet(Snippet(SnippetId(9), "x", "{Person}"))
    assert pane.editor.toPlainText() == "Ayşe Yılmaz"


def test_what_is_said_below_does_not_hide_the_place_of_writing(
    qtbot: QtBot, pane: DraftPane, ids: list[EntryId]
) -> None:
    opened(qtbot, pane, ids[0])
    typed(pane, "\n".join(f"Zeile {number}" for number in range(12)) + "\n{Termin}")
    pane.editor.setFocus()
    pane.editor.select_next_placeholder()
    QApplication.processEvents()
    pane.resize(pane.width(), pane.height() - 60)  # as a notice does
    QApplication.processEvents()
    assert pane.editor.textCursor().selectedText() == "{Termin}"
    assert pane.editor.viewport().rect().contains(pane.editor.cursorRect())


@pytest.mark.parametrize(("height", "lines"), [(420, 0), (560, 3), (690, 6), (1000, 6)])
def test_a_high_page_keeps_lines_for_the_answer(pane: DraftPane, height: int, lines: int) -> None:
    line = pane.editor.fontMetrics().lineSpacing()
    pane.give_room(round(height * line / 15))
    assert pane.editor.minimumHeight() >= max(LEAST_EDITOR, lines * line)
    assert pane.editor.minimumHeight() <= LEAST_EDITOR + MOST_KEPT_LINES * line
