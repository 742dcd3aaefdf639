"""The weekly report as a PDF file: vector, fonts embedded, PDF/A-1b marked, written whole or not at all."""

import contextlib
import secrets
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice
from PySide6.QtGui import QPdfWriter

from kundenradar.domain.errors import InputError
from kundenradar.domain.reports import WeekReport
from kundenradar.services import report_words as words
from ui.printing.report import a4, paint_report

RESOLUTION = 1200
"""Device units per inch; only the rounding of coordinates depends on it."""


def file_name(report: WeekReport) -> str:
    """A name for the file: ``Wochenbericht 2026-KW47 Brandt Haustechnik GmbH.pdf``."""
    firm = "".join(" " if sign in '<>:"/\\|?*' else sign for sign in words.one_line(report.firm))
    kept = " ".join(firm.split())[:80].strip(" .")
    return " ".join(filter(None, (f"Wochenbericht {report.week.year:04d}-KW{report.week.week:02d}", kept))) + ".pdf"


def write_pdf(report: WeekReport, path: Path) -> None:
    """Write the report to a file. Needs a QGuiApplication (offscreen will do) but no window.

    The file appears whole: it is written beside its place first and then renamed.

    Raises:
        InputError: If the place cannot be written (code ``file-write``, the path as detail).
    """
    draft = path.with_name(f".wochenbericht-{secrets.token_hex(4)}.pdf")
    try:
        draft.touch(exist_ok=False)
        _paint_to(report, draft)
        draft.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise InputError("file-write", str(path)) from error


def _paint_to(report: WeekReport, draft: Path) -> None:
    file = QFile(str(draft))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    writer = QPdfWriter(file)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(a4())
    firm = words.one_line(report.firm)
    writer.setTitle(" · ".join(filter(None, ("Wochenbericht", words.week_line(report.week), firm))))
    writer.setAuthor(firm or "Kundenradar")
    writer.setCreator("Kundenradar")
    paint_report(report, writer)
    is_written = file.flush() and file.error() is QFile.FileError.NoError
    file.close()
    if not is_written or file.error() is not QFile.FileError.NoError:
        raise OSError(file.errorString())
