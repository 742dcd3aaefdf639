"""Entering feedback by hand, and the slip for the counter."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from kundenradar.domain.errors import DataError
from kundenradar.domain.notes import Channel, Note
from tests.core.domain.test_notes import MAIL
from tests.gui.fakes import NOW, FakeWorkers
from tests.gui.looks import clipped, unnamed
from ui import formats, theme
from ui.dialogs.note import NoteDialog, moment_of, wall_clock
from ui.printing.slip import slip_document
from ui.tasks import Tasks


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "utc_now", lambda: NOW)


@pytest.fixture
def dialog(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks) -> Iterator[NoteDialog]:
    made = NoteDialog(workers, tasks)  # type: ignore[arg-type]
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    yield made
    qtbot.waitUntil(lambda: tasks.pending == 0)


def test_text_and_way_are_enough(dialog: NoteDialog, qtbot: QtBot, workers: FakeWorkers) -> None:
    dialog._text.setPlainText("Die Heizung ist kalt.")
    dialog._channel.choose(Channel.COUNTER.value)
    dialog._rating.setCurrentIndex(5)
    with qtbot.waitSignal(dialog.stored) as caught:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    note = workers.world.notes[caught.args[0]]
    assert (note.text, note.channel, note.rating) == ("Die Heizung ist kalt.", Channel.COUNTER, 1.0)
    assert note.at <= NOW
    assert not dialog.isVisible()


def test_what_is_written_is_not_dropped_without_a_question(dialog: NoteDialog, qtbot: QtBot) -> None:
    dialog._text.setPlainText("Frau Sommer rief an: das Zimmer war kalt.")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    box = dialog.findChild(QMessageBox)
    assert dialog.isVisible()
    assert box is not None
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert dialog._text.toPlainText().startswith("Frau Sommer")
    dialog._cancel.click()
    asked = [one for one in dialog.findChildren(QMessageBox) if one.isVisible()]
    next(button for button in asked[-1].buttons() if button.text() == "Verwerfen").click()
    assert not dialog.isVisible()


def test_a_folder_that_may_not_be_written_is_said_in_the_dialog(
    dialog: NoteDialog, qtbot: QtBot, workers: FakeWorkers
) -> None:
    dialog._text.setPlainText("Die Heizung ist kalt.")
    workers.fail_next = DataError("read-only")
    dialog._save.click()
    qtbot.waitUntil(dialog._error.isVisible, timeout=5000)
    assert dialog._error.text
    assert dialog._save.isEnabled()
    assert dialog._text.toPlainText() == "Die Heizung ist kalt."


def test_an_empty_form_closes_at_once(dialog: NoteDialog, qtbot: QtBot) -> None:
    dialog._rating.setCurrentIndex(1)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_escape_while_it_is_stored_loses_nothing(dialog: NoteDialog, qtbot: QtBot, workers: FakeWorkers) -> None:
    dialog._text.setPlainText("Die Heizung ist kalt.")
    workers.hold.clear()
    dialog._save.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    with qtbot.waitSignal(dialog.stored):
        workers.hold.set()
    assert not dialog.isVisible()


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Tokyo"])
def test_the_clock_is_the_german_one_wherever_the_computer_stands(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, zone: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        made = NoteDialog(workers, tasks)  # type: ignore[arg-type]
        qtbot.addWidget(made)
        assert made._when.text() == "22.11.2026 09:45"
        assert made._note().at == NOW
        made._when.setDateTime(wall_clock(datetime(2026, 7, 1, 6, 30, tzinfo=UTC)))
        assert made._when.text() == "01.07.2026 08:30"
        assert made._note().at == datetime(2026, 7, 1, 6, 30, tzinfo=UTC)
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    "at", [datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 3, 29, 1, 30, tzinfo=UTC), NOW]
)
def test_a_moment_comes_back_from_the_wall_clock(at: datetime) -> None:
    assert moment_of(wall_clock(at)) == at


def test_the_fields_beside_each_other_are_equally_high(dialog: NoteDialog) -> None:
    assert dialog._when.height() == dialog._rating.height() == dialog._author.height()


def test_without_text_the_field_says_so(dialog: NoteDialog, qtbot: QtBot) -> None:
    dialog._save.click()
    qtbot.waitUntil(lambda: bool(dialog._text_field.error))
    assert dialog.isVisible()
    dialog._text.setPlainText("doch")
    assert dialog._text_field.error == ""


def test_a_pasted_mail_loses_what_its_writer_did_not_write(dialog: NoteDialog) -> None:
    mime = QMimeData()
    mime.setText(MAIL)
    dialog._text.insertFromMimeData(mime)
    assert "schrieb" not in dialog._text.toPlainText()
    assert dialog._channel.current == Channel.EMAIL.value
    assert dialog._hint.isVisible()
    assert dialog._note().title == "Heizung schon wieder kalt"


def test_a_note_is_changed_and_removed(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks) -> None:
    note = Note("Alt", Channel.LETTER, NOW - timedelta(days=1), "Krämer", "", 4.0)
    key = workers.world.add_mention(note.at).entry.id
    workers.world.notes[key] = note
    dialog = NoteDialog(workers, tasks, note_id=key, note=note)  # type: ignore[arg-type]
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert (dialog._text.toPlainText(), dialog._author.text()) == ("Alt", "Krämer")
    assert not dialog._when.isEnabled()
    dialog._text.setPlainText("Neu")
    with qtbot.waitSignal(dialog.stored):
        dialog._save.click()
    assert workers.world.notes[key].text == "Neu"
    dialog._enable(True)
    dialog._left.click()  # type: ignore[attr-defined]
    assert key in workers.world.notes
    with qtbot.waitSignal(dialog.removed):
        dialog._left.click()  # type: ignore[attr-defined]
    assert key not in workers.world.notes


@pytest.mark.parametrize("percent", [100, 150])
def test_nothing_is_cut_and_all_is_named(dialog: NoteDialog, percent: int) -> None:
    theme.current().apply("dark", percent)
    dialog._frame.fit()
    assert clipped(dialog) == []
    assert unnamed(dialog) == []


def test_the_slip_is_one_sheet_with_two_slips() -> None:
    reader = PdfReader(BytesIO(slip_document("Bäckerei Brandt")))
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text().replace("\t", " ")
    for words in ("Bäckerei Brandt", "Wie war es bei uns?", "geht so", "Was sollen wir besser machen?"):
        assert text.count(words) == 2
    assert not reader.pages[0].images


def test_the_slip_is_saved_whole(dialog: NoteDialog, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(dialog.notice) as caught:
        dialog.save_to(tmp_path / "Zettel.pdf")
    assert caught.args == ["„Zettel.pdf“ ist gespeichert.", "good"]
    assert (tmp_path / "Zettel.pdf").read_bytes().startswith(b"%PDF")
