"""The weekly report on paper: what stands on it, where it breaks, and how it fails."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import pytest
from PySide6.QtCore import QBuffer, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QTextLayout
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from kundenradar.domain.errors import InputError
from kundenradar.domain.mentions import EntryId
from kundenradar.domain.reports import CauseOfWeek, IsoWeek, SourceCount
from kundenradar.domain.sentiment import Label
from kundenradar.services import report_words
from tests import sample_reports as samples
from ui import formats
from ui.printing import report as printing
from ui.printing.pdf import file_name, write_pdf
from ui.printing.printer import print_report, printer_for
from ui.printing.report import Page, axis_step, lay_out, paint_report
from ui.printing.sheet import PAGE_HEIGHT, PAGE_WIDTH, Box, Style, Text, set_text

pypdf = pytest.importorskip("pypdf", reason="pypdf reads the PDF back; it belongs to the dev extra")


@pytest.fixture(autouse=True)
def _app(qapp: QApplication) -> None:
    """Fonts need an application."""


@pytest.mark.parametrize("hundredths", range(-100, 101))
def test_paper_and_screen_have_one_wording_for_the_mood(hundredths: int) -> None:
    assert report_words.mood_word(hundredths / 100) == formats.mood(hundredths / 100)


def _texts(page: Page) -> list[Text]:
    return [mark for mark in page.marks if isinstance(mark, Text)]


def _words(page: Page) -> list[str]:
    return [text.layout.text() for text in _texts(page)]


def _read(path: Path) -> str:
    """All text of a PDF; Qt calls the blank a tabulator, which viewers take for a blank too."""
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    return text.replace("\t", " ").replace("\N{NO-BREAK SPACE}", " ")


def test_the_pdf_says_the_figures_the_sources_and_the_voices(tmp_path: Path) -> None:
    path = tmp_path / "Bericht.pdf"
    write_pdf(samples.report(), path)
    text = _read(path)
    for part in (
        "Wochenbericht",
        "91",
        "45 % · −9 zur Vorwoche",
        "Lokalzeitung Köln",
        "Seite 1 von 2",
        "Seite 2 von 2",
    ):
        assert part in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Zwei negative Beiträge sind noch" in text
    assert "Statt der vereinbarten 480 € stehen jetzt 655 € auf der Rechnung." in text
    assert "Negativ · beantwortet am 19.11." in text


def test_the_pdf_embeds_its_fonts_names_itself_and_is_marked_for_archives(tmp_path: Path) -> None:
    path = tmp_path / "Bericht.pdf"
    write_pdf(samples.report(), path)
    reader = pypdf.PdfReader(path)
    assert reader.metadata.title == "Wochenbericht · Woche 47 · 16.–22.11.2026 · Brandt Haustechnik GmbH"
    assert reader.metadata.author == "Brandt Haustechnik GmbH"
    assert b'pdfaid:part="1" pdfaid:conformance="B"' in reader.xmp_metadata.stream.get_data()
    for page in reader.pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
        fonts = page["/Resources"]["/Font"]
        assert fonts
        for font in fonts.values():
            descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


def test_the_chart_is_drawn_not_photographed(tmp_path: Path) -> None:
    path = tmp_path / "Bericht.pdf"
    write_pdf(samples.report(), path)
    assert [list(page.images) for page in pypdf.PdfReader(path).pages] == [[], []]
    assert path.stat().st_size < 100_000


def test_every_page_break_leaves_blocks_whole_and_repeats_the_table_head() -> None:
    pages = lay_out(samples.straining_week())
    assert len(pages) > 3
    for page in pages:
        for text in _texts(page)[:-4]:  # the last four are header and footer
            assert text.y >= printing.TOP - 1
            assert text.y + text.height <= printing.BOTTOM + 1, text.layout.text()
    with_rows = [page for page in pages if any(word.startswith("Quelle ") for word in _words(page))]
    assert len(with_rows) == 2
    assert all("Gesamt" in _words(page) for page in with_rows)
    for page in pages:  # a quoted mention stands on one sheet with its title, source and bar
        titles = [word for word in _words(page) if word.startswith("Seit drei Wochen")]
        quotes = [word for word in _words(page) if word.startswith("Wort ")]
        assert len(titles) == len(quotes)


def test_an_ordinary_week_with_twelve_voices_fits_two_sheets_and_uses_their_width() -> None:
    long = " ".join(("Wir hätten uns wenigstens einen kurzen Rückruf gewünscht, damit wir planen können.",) * 5)[:300]
    voices = samples.report().mentions
    twelve = tuple(
        replace(voice, id=EntryId(number), quote=long if number % 3 == 0 else voice.quote)
        for number, voice in enumerate((voices * 2)[:12], start=1)
    )
    pages = lay_out(samples.report(mentions=twelve))
    assert len(pages) == 2
    quotes = [text for page in pages for text in _texts(page) if text.layout.text().startswith(long[:40])]
    assert len(quotes) == 4
    assert all(text.layout.lineCount() <= 3 for text in quotes)
    assert all(text.width > 0.9 * printing.WIDTH for text in quotes)


def test_the_sum_never_stands_alone_on_a_sheet() -> None:
    for number in range(18, 32):
        sources = tuple(SourceCount(f"Quelle {n}", 1, 1, 1) for n in range(number))
        for page in lay_out(samples.report(sources=sources, mentions=())):
            found = _words(page)
            if "Alle Quellen" in found:
                assert f"Quelle {number - 1}" in found


def test_no_text_leaves_its_sheet_or_its_column() -> None:
    for report in (samples.report(), samples.straining_week(), samples.small_week()):
        for page in lay_out(report):
            for text in _texts(page):
                assert text.x >= printing.LEFT - 0.5
                assert text.x + text.width <= printing.RIGHT + 0.5, text.layout.text()


def test_the_state_of_a_mention_never_meets_its_title() -> None:
    long_title = samples.quoted(title="Sehr langer Titel " * 25)
    (page, *_rest) = lay_out(samples.report(mentions=(long_title,)))
    state = next(text for text in _texts(page) if text.layout.text() == "Negativ · offen")
    title = next(text for text in _texts(page) if text.layout.text().startswith("Sehr langer Titel Sehr"))
    assert title.x + title.width < printing.RIGHT - state.width
    assert title.layout.text().endswith("…")
    assert title.layout.lineCount() == 4


def test_a_silent_week_is_one_calm_sheet_without_table_or_voices() -> None:
    (page,) = lay_out(samples.silent_week())
    found = _words(page)
    assert "Keine Erwähnungen in dieser Woche" in found
    assert "Seite 1 von 1" in found
    assert not {"Nach Quelle", "Wichtige Beiträge"} & set(found)


def test_negative_parts_are_hatched_so_that_grey_printers_tell_them_apart() -> None:
    (page, *_rest) = lay_out(samples.report())
    bars = [mark for mark in page.marks if isinstance(mark, Box) and mark.fill in printing._FILLS.values()]
    negative = [bar for bar in bars if bar.hatched]
    assert {bar.fill for bar in negative} == {printing._FILLS[Label.NEGATIVE]}
    assert len(negative) == 7  # six days with negative mentions and the legend


@pytest.mark.parametrize(("highest", "step"), [(1, 1), (5, 1), (6, 2), (17, 5), (20, 5), (99, 20), (2001, 500)])
def test_the_axis_has_at_most_five_round_steps(highest: int, step: int) -> None:
    assert axis_step(highest) == step


def test_lines_break_alike_at_every_resolution() -> None:
    style = Style(9, "#000000")
    text = set_text("Heizung " * 40, style, 0, 0, 200)
    again = set_text("Heizung " * 40, style, 300, 500, 200)
    assert text.layout.lineCount() == again.layout.lineCount()
    assert text.height == pytest.approx(text.layout.lineCount() * style.line)
    assert isinstance(text.layout, QTextLayout)
    assert text.width <= 200


def test_a_cut_text_ends_with_an_ellipsis_in_its_last_line() -> None:
    text = set_text("Adresse " * 60, Style(9, "#000000"), 0, 0, 150, max_lines=2)
    assert text.layout.lineCount() == 2
    assert text.layout.text().endswith("…")


def test_smaller_paper_gets_the_whole_sheet_shrunk() -> None:
    for size in (QPageSize.PageSizeId.A5, QPageSize.PageSizeId.Letter):
        layout = QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, QMarginsF(20, 20, 20, 20))
        assert _inked_area(layout).width() > 0.9 * layout.fullRectPoints().width()


def _inked_area(layout: QPageLayout) -> QRectF:
    """Where the report lands on a paper, in points: the corners of the sheet after fitting."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72)
    writer.setPageLayout(layout)
    painter = QPainter(writer)
    printing._fit(painter, writer)
    margins = layout.margins(QPageLayout.Unit.Point)
    area = painter.transform().mapRect(QRectF(0, 0, PAGE_WIDTH, PAGE_HEIGHT))
    painter.end()
    placed = area.translated(margins.left(), margins.top())
    paper = QRectF(layout.fullRectPoints())
    assert paper.adjusted(-1, -1, 1, 1).contains(placed)
    assert placed.center().x() == pytest.approx(paper.center().x(), abs=1)
    return placed


@pytest.mark.parametrize(
    ("firm", "name"),
    [
        ("Brandt Haustechnik GmbH", "Wochenbericht 2026-KW47 Brandt Haustechnik GmbH.pdf"),
        ("", "Wochenbericht 2026-KW47.pdf"),
        ('A/B: \\ <C>? * | "D".', "Wochenbericht 2026-KW47 A B C D.pdf"),
        ("../../etc", "Wochenbericht 2026-KW47 etc.pdf"),
    ],
)
def test_the_file_name_is_good_on_every_system(firm: str, name: str) -> None:
    assert file_name(samples.report(firm=firm)) == name
    assert file_name(replace(samples.report(firm=firm), week=IsoWeek(2027, 3))).startswith("Wochenbericht 2027-KW03")


def test_an_existing_report_is_replaced_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "Bericht.pdf"
    path.write_text("alt")
    write_pdf(samples.silent_week(), path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert list(tmp_path.iterdir()) == [path]


def test_the_command_line_writes_without_screen_or_application(tmp_path: Path) -> None:
    path = tmp_path / "Bericht.pdf"
    code = (
        "import sys; from pathlib import Path; from tests import sample_reports as s\n"
        "from ui.printing.pdf import write_pdf\n"
        "for _ in range(2): write_pdf(s.report(), Path(sys.argv[1]))\n"
        "from PySide6.QtWidgets import QApplication\n"
        "QApplication(['t', '-platform', 'offscreen']); write_pdf(s.report(), Path(sys.argv[1]))"
    )
    bare = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "DISPLAY", "WAYLAND"))}
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], env=bare, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "Seite 1 von 2" in _read(path)


@pytest.mark.parametrize("place", ["fehlt/Bericht.pdf", "."])
def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path, place: str) -> None:
    with pytest.raises(InputError) as caught:
        write_pdf(samples.silent_week(), tmp_path / place)
    assert caught.value.code == "file-unwritable"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".wochenbericht")]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the always-full device of Linux")
def test_a_full_disk_leaves_the_old_report_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "Bericht.pdf"
    path.write_text("alt")
    ordinary = Path.open

    def full(self: Path, mode: str) -> IO[Any]:
        ordinary(self, mode).close()
        return ordinary(Path("/dev/full"), "wb")

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(InputError):
        write_pdf(samples.report(), path)
    monkeypatch.undo()
    assert path.read_text() == "alt"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_device_that_takes_nothing_is_an_error() -> None:
    printer = printer_for(samples.silent_week())
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("/nirgends/Bericht.pdf")
    with pytest.raises(OSError, match="no painting"):
        paint_report(samples.silent_week(), printer)


@pytest.fixture
def to_file(tmp_path: Path) -> tuple[QPrinter, Path]:
    path = tmp_path / "gedruckt.pdf"
    printer = printer_for(samples.report())
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer, path


def test_a_printer_gets_the_same_sheets_as_the_pdf(to_file: tuple[QPrinter, Path], tmp_path: Path) -> None:
    printer, path = to_file
    print_report(samples.report(), printer)
    write_pdf(samples.report(), tmp_path / "Bericht.pdf")
    printed, written = pypdf.PdfReader(path), pypdf.PdfReader(tmp_path / "Bericht.pdf")
    assert [page.extract_text() for page in printed.pages] == [page.extract_text() for page in written.pages]


def test_a_range_of_sheets_is_printed_alone(to_file: tuple[QPrinter, Path]) -> None:
    printer, path = to_file
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    print_report(samples.report(), printer)
    assert len(pypdf.PdfReader(path).pages) == 1
    assert "Seite 2 von 2" in _read(path)


def _queue() -> str | None:
    """The queue named by KUNDENRADAR_TEST_QUEUE, if a print server knows it."""
    name = os.environ.get("KUNDENRADAR_TEST_QUEUE", "")
    return name if name and shutil.which("lpstat") and name in QPrinterInfo.availablePrinterNames() else None


def test_a_real_queue_takes_the_report(qapp: QApplication) -> None:
    queue = _queue()
    if queue is None:
        pytest.skip("no CUPS queue is named in KUNDENRADAR_TEST_QUEUE (recipe: cupsd with printer-driver-cups-pdf)")
    printer = printer_for(samples.report())
    printer.setPrinterName(queue)
    assert printer.isValid()
    print_report(samples.report(), printer)
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        done = subprocess.run(["lpstat", "-W", "completed", "-o", queue], capture_output=True, text=True, check=False)
        if done.stdout.strip():
            break
        time.sleep(0.2)
    assert queue in done.stdout


def test_laying_out_a_large_week_stays_quick() -> None:
    report = samples.straining_week()
    lay_out(report)
    start = time.perf_counter()
    lay_out(report)
    assert time.perf_counter() - start < 1.0


def test_causes_stand_beside_the_week_before_and_tell_what_changed() -> None:
    causes = (CauseOfWeek("Preis", 4, 1), CauseOfWeek("Lieferzeit", 2, 2), CauseOfWeek("Termin", 0, 3))
    found = [word for page in lay_out(samples.report(causes=causes)) for word in _words(page)]
    assert found[found.index("Was kritisiert wurde") :][:4] == ["Was kritisiert wurde", "Preis", "4", "Vorwoche 1"]
    assert "Häufiger als in der Vorwoche: Preis (4 statt 1). Seltener: Termin (0 statt 3)." in found


def test_near_copies_are_told_once_with_the_number_of_other_sources() -> None:
    voices = (replace(samples.quoted(), elsewhere=1), replace(samples.quoted(2), elsewhere=3))
    found = [word for page in lay_out(samples.report(mentions=voices)) for word in _words(page)]
    assert any(word.endswith("20.11.2026 · auch in einer weiteren Quelle") for word in found)
    assert any(word.endswith("20.11.2026 · auch in drei weiteren Quellen") for word in found)


@pytest.mark.parametrize("voices", range(1, 13))
def test_questions_and_praise_fill_the_last_sheet_and_never_begin_one(voices: int) -> None:
    mentions = tuple(samples.quoted(number) for number in range(voices))
    more = tuple(samples.quoted(100 + number, title=f"Frage {number}") for number in range(5))
    bare, filled = (lay_out(samples.report(mentions=mentions, questions=q, praise=q)) for q in ((), more))
    assert len(filled) == len(bare)
    for text in _texts(filled[-1])[:-4]:
        assert text.y + text.height <= printing.BOTTOM + 1
