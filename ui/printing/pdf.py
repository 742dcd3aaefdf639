"""The weekly report as a PDF file: vector, fonts embedded, PDF/A-1b marked, written whole or not at all."""

import contextlib
import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QPdfWriter

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


def pdf_document(report: WeekReport) -> bytes:
    """The report as a PDF document. Needs a QGuiApplication (offscreen will do); call it in its thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(a4())
    firm = words.one_line(report.firm)
    writer.setTitle(" · ".join(filter(None, ("Wochenbericht", words.week_line(report.week), firm))))
    writer.setAuthor(firm or "Kundenradar")
    writer.setCreator("Kundenradar")
    paint_report(report, writer)
    return bytes(buffer.data().data())


def write_whole(document: bytes, path: Path) -> None:
    """Write a file so that it appears whole: beside its place first, then renamed. Any thread.

    What is no file (a pipe, a device) is written into and stays what it is; a link stays, what it leads to is written.

    Raises:
        InputError: If the place cannot be written (code ``file-unwritable``, the path as detail).
    """
    target = path.resolve()
    draft = target.with_name(f".wochenbericht-{secrets.token_hex(4)}.pdf")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(document)
            return
        with draft.open("xb") as file:
            file.write(document)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise InputError("file-unwritable", str(path)) from error


def write_pdf(report: WeekReport, path: Path) -> None:
    """Write the report to a file. Needs no window: without a running application it makes one for itself.

    Raises:
        InputError: If the place cannot be written (code ``file-unwritable``, the path as detail).
    """
    with _application():
        document = pdf_document(report)
    write_whole(document, path)


@contextlib.contextmanager
def _application() -> Iterator[None]:
    """Fonts need an application; on Linux it must not look for a screen."""
    if QGuiApplication.instance() is not None:
        yield
        return
    is_linux = sys.platform.startswith("linux")
    made = QGuiApplication(["kundenradar", *(["-platform", "offscreen"] if is_linux else [])])
    try:
        yield
    finally:
        made.shutdown()
