"""Berichte: the week that is shown, printed and kept."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

from kundenradar.domain.reports import IsoWeek
from tests import sample_reports as samples
from tests.gui.fakes import NOW, FakeWorkers, empty_world
from ui.bridge import Bridge
from ui.pages.reports import ReportsPage, first_week
from ui.printing.pdf import file_name
from ui.printing.preview import Fit, ReportPreview
from ui.printing.printer import printer_for
from ui.tasks import Tasks

THIS_WEEK = IsoWeek(2026, 47)


@pytest.fixture
def page(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge) -> ReportsPage:
    return _open(qtbot, workers, tasks, bridge)


def _open(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge) -> ReportsPage:
    made = ReportsPage(workers, tasks, bridge, now=lambda: NOW)  # type: ignore[arg-type]  # the fake stands in
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.refresh_view()
    _settle(qtbot, tasks)
    return made


def _settle(qtbot: QtBot, tasks: Tasks) -> None:
    qtbot.waitUntil(lambda: tasks.pending == 0, timeout=5000)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 11, 22), THIS_WEEK),  # Sunday: the week is nearly over
        (date(2026, 11, 20), THIS_WEEK),  # Friday
        (date(2026, 11, 19), IsoWeek(2026, 46)),
        (date(2026, 11, 16), IsoWeek(2026, 46)),  # Monday morning: last week's report is printed
    ],
)
def test_the_page_opens_with_the_week_people_print(day: date, week: IsoWeek) -> None:
    weeks = (THIS_WEEK, IsoWeek(2026, 46), IsoWeek(2026, 45))
    assert first_week(weeks, datetime(day.year, day.month, day.day, 9, tzinfo=UTC)) == week


def test_without_a_last_week_the_running_one_is_shown() -> None:
    assert first_week((), datetime(2026, 11, 16, 9, tzinfo=UTC)) == THIS_WEEK


def test_the_week_is_shown_with_its_figures(page: ReportsPage) -> None:
    assert page.week == THIS_WEEK
    assert page.report is not None
    assert page.report.figures.total > 0
    assert page._preview.page_count >= 1
    assert page._choice.currentText() == "Woche 47 · 16.–22.11.2026 · läuft noch"
    assert "Woche 47" in page._preview.accessibleDescription()
    assert f"Erwähnungen: {page.report.figures.total}" in page._preview.accessibleDescription()


def test_the_arrows_walk_through_the_weeks_and_stop_at_the_ends(page: ReportsPage, qtbot: QtBot, tasks: Tasks) -> None:
    assert not page._later.isEnabled()
    page._earlier.click()
    _settle(qtbot, tasks)
    assert page.report is not None
    assert page.report.week == IsoWeek(2026, 46)
    assert page._this_week.isVisible()
    page._choice.setCurrentIndex(page._choice.count() - 1)
    page._choice.activated.emit(page._choice.count() - 1)
    _settle(qtbot, tasks)
    assert not page._earlier.isEnabled()
    page._this_week.click()
    _settle(qtbot, tasks)
    assert page.week == THIS_WEEK
    assert not page._this_week.isVisible()


def test_a_quick_walk_shows_the_last_week_asked_for(
    page: ReportsPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    workers.hold.clear()
    for _ in range(3):
        page._earlier.click()
    workers.hold.set()
    _settle(qtbot, tasks)
    assert page.report is not None
    assert page.report.week == page.week == IsoWeek(2026, 44)


def test_new_mentions_appear_without_a_click(
    page: ReportsPage, workers: FakeWorkers, qtbot: QtBot, tasks: Tasks
) -> None:
    assert page.report is not None
    before = page.report.figures.total
    workers.finish_refresh(new=3)
    qtbot.waitUntil(lambda: page.report is not None and page.report.figures.total == before + 3, timeout=5000)
    _settle(qtbot, tasks)


def test_what_happens_while_the_page_is_hidden_is_shown_when_it_comes_back(
    page: ReportsPage, workers: FakeWorkers, bridge: Bridge, qtbot: QtBot, tasks: Tasks
) -> None:
    assert page.report is not None
    before = page.report.figures.total
    page.hide()
    workers.finish_refresh(new=2)
    qtbot.wait(1)
    bridge.flush()
    assert workers.world.calls.count("week_report") == 1
    page.show()
    page.refresh_view()
    _settle(qtbot, tasks)
    assert page.report.figures.total == before + 2


def test_another_page_can_name_the_week(page: ReportsPage, qtbot: QtBot, tasks: Tasks) -> None:
    page.set_target(IsoWeek(2026, 45))
    page.refresh_view()
    _settle(qtbot, tasks)
    assert page.report is not None
    assert page.report.week == IsoWeek(2026, 45)


@pytest.fixture
def empty_workers() -> Iterator[FakeWorkers]:
    made = FakeWorkers(empty_world())
    yield made
    made.close()


def test_without_any_mention_the_page_says_what_to_do(qtbot: QtBot, empty_workers: FakeWorkers, tasks: Tasks) -> None:
    bridge = Bridge(empty_workers)  # type: ignore[arg-type]  # the fake stands in
    page = _open(qtbot, empty_workers, tasks, bridge)
    assert page._empty.isVisible()
    assert not page._print.isEnabled()
    with qtbot.waitSignal(page.go_to) as asked:
        page._empty.findChildren(type(page._print))[0].click()
    assert asked.args == ["sources", None]
    page._choose_printer()
    assert page.findChild(QPrintDialog) is None
    bridge.stop()


# --- paper and file -----------------------------------------------------------------------------------


def test_the_pdf_lands_where_it_was_wished_and_the_page_says_so(
    page: ReportsPage, qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    assert page.report is not None
    path = tmp_path / "Bericht.pdf"
    with qtbot.waitSignal(page.notice) as said:
        page.save_to(path, page.report)
    assert path.read_bytes().startswith(b"%PDF-")
    assert said.args == [f"„Bericht.pdf“ ist gespeichert, im Ordner „{tmp_path.name}“.", "good"]


def test_a_place_that_cannot_be_written_is_said_in_words(
    page: ReportsPage, qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    assert page.report is not None
    with qtbot.waitSignal(page.notice) as said:
        page.save_to(tmp_path / "fehlt" / "Bericht.pdf", page.report)
    assert said.args is not None
    assert said.args[0].startswith("„Bericht.pdf“ ließ sich nicht speichern. Prüfen Sie")
    assert said.args[1] == "bad"


def test_the_file_dialog_proposes_a_name_and_remembers_the_folder(
    page: ReportsPage, qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    class Window(QMainWindow):
        state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)

    window = Window()
    qtbot.addWidget(window)
    window.setCentralWidget(page)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    assert page.report is not None
    (tmp_path / "Berichte").mkdir()
    page.save_to(tmp_path / "Berichte" / "a.pdf", page.report)
    _settle(qtbot, tasks)
    page._choose_file()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert Path(dialog.directory().absolutePath()) == tmp_path / "Berichte"
    assert Path(dialog.selectedFiles()[0]).name == "Wochenbericht 2026-KW47 Brandt Haustechnik.pdf"
    dialog.reject()
    page.setParent(None)  # qtbot closes it


def test_keys_scroll_at_once_and_tab_goes_to_the_first_control(page: ReportsPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_End)
    bar = page._preview.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    qtbot.keyClick(page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert page._preview.zoom > 1.0
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert page.focusWidget() is page._pdf


def test_the_page_takes_no_focus_from_the_rail(page: ReportsPage, qtbot: QtBot, tasks: Tasks) -> None:
    page._print.setFocus()
    page.refresh_view()
    _settle(qtbot, tasks)
    assert page.focusWidget() is page._print


def test_paper_printed_to_a_file_is_called_as_the_pdf() -> None:
    assert printer_for(samples.report()).docName() + ".pdf" == file_name(samples.report())


def test_the_print_dialog_knows_the_number_of_sheets(page: ReportsPage, qtbot: QtBot) -> None:
    page._print.click()
    dialog = page.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert (dialog.minPage(), dialog.maxPage()) == (1, page._preview.page_count)
    dialog.reject()


def test_printing_says_where_the_report_went(page: ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    assert page.report is not None
    printer = printer_for(page.report)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gedruckt.pdf"))
    with qtbot.waitSignal(page.notice) as said:
        page.print_to(printer, page.report)
    assert said.args == ["Der Wochenbericht steht in „gedruckt.pdf“.", "good"]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_said_in_words(page: ReportsPage, qtbot: QtBot) -> None:
    assert page.report is not None
    printer = printer_for(page.report)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("/nirgends/gedruckt.pdf")
    with qtbot.waitSignal(page.notice) as said:
        page.print_to(printer, page.report)
    assert said.args is not None
    assert said.args[0].startswith("Der Drucker hat nichts angenommen.")


# --- the preview --------------------------------------------------------------------------------------


@pytest.fixture
def preview(qtbot: QtBot) -> ReportPreview:
    made = ReportPreview()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.show_report(samples.report())
    return made


def test_a_sheet_fits_the_width_and_is_never_larger_than_life(preview: ReportPreview) -> None:
    assert preview.zoom == 1.0
    preview.resize(500, 600)
    assert preview.zoom < 1.0
    assert preview.horizontalScrollBar().maximum() == 0
    assert preview.verticalScrollBar().maximum() > 0


def test_whole_sheets_stand_side_by_side(preview: ReportPreview) -> None:
    preview.set_fit(Fit.PAGE)
    first, second = preview.page_rects()
    assert first.top() == second.top()
    assert first.right() < second.left()
    assert preview.verticalScrollBar().maximum() == 0


def test_keys_zoom_and_move(preview: ReportPreview) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(preview, Qt.Key.Key_Plus, control)
    assert preview.zoom == 1.25
    QTest.keyClick(preview, Qt.Key.Key_Minus, control)
    assert (preview.zoom, preview.fit.value) == (1.0, "none")
    QTest.keyClick(preview, Qt.Key.Key_0, control)
    assert preview.fit.value == "width"
    bar = preview.verticalScrollBar()
    QTest.keyClick(preview, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(preview, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    assert bar.value() > 0


def test_the_wheel_zooms_only_with_the_control_key(preview: ReportPreview) -> None:
    def turn(modifier: Qt.KeyboardModifier) -> None:
        place = QPointF(50, 50)
        event = QWheelEvent(
            place,
            place,
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(preview.viewport(), event)

    turn(Qt.KeyboardModifier.NoModifier)
    assert preview.zoom == 1.0
    turn(Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom == pytest.approx(1.1)
    for _ in range(40):
        turn(Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom == 3.0


def test_the_sheets_are_really_painted(preview: ReportPreview) -> None:
    image = preview.viewport().grab().toImage()
    sheet = preview.page_rects()[0]
    assert image.pixelColor(sheet.left() + 10, sheet.top() + 10).name() == "#ffffff"
    inked = {
        image.pixelColor(x, y).name()
        for x in range(sheet.left(), min(sheet.right(), image.width()), 3)
        for y in range(sheet.top(), image.height(), 3)
    }
    assert len(inked) > 10


def test_no_report_shows_no_sheet(preview: ReportPreview) -> None:
    preview.show_report(None)
    assert preview.page_count == 0
    assert preview.page_rects() == []
    assert preview.verticalScrollBar().maximum() == 0


def test_scrolling_through_many_sheets_keeps_few_pictures(preview: ReportPreview) -> None:
    preview.show_report(samples.straining_week())
    bar = preview.verticalScrollBar()
    for value in range(0, bar.maximum() + 1, 300):
        bar.setValue(value)
        preview.viewport().grab()
    assert preview.page_count > 5
    assert len(preview._pictures) <= 6


def test_a_week_far_back_without_mentions_can_still_be_seen(page: ReportsPage, qtbot: QtBot, tasks: Tasks) -> None:
    silent = IsoWeek.of(date(2026, 11, 22) - timedelta(days=400))
    page.show_week(silent)
    _settle(qtbot, tasks)
    assert page.report is not None
    assert page.report.figures.total == 0
    assert page._preview.isVisible()
    assert page._choice.currentData() == silent
