"""The weekly report on a real printer, by the same routine as the preview and the PDF."""

from PySide6.QtPrintSupport import QPrinter

from kundenradar.domain.reports import WeekReport
from ui.printing.pdf import file_name
from ui.printing.report import a4, lay_out, paint_report


def printer_for(report: WeekReport) -> QPrinter:
    """The default printer, set to A4 upright; the sheet brings its own margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setPageLayout(a4())
    printer.setFullPage(True)
    printer.setDocName(file_name(report).removesuffix(".pdf"))
    printer.setCreator("Kundenradar")
    return printer


def print_report(report: WeekReport, printer: QPrinter) -> None:
    """Print what was chosen in the print dialog: all sheets or a range of them.

    Raises:
        OSError: If the printer takes nothing or breaks off.
    """
    pages = None
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        pages = range(printer.fromPage() - 1, min(printer.toPage(), len(lay_out(report))))
    paint_report(report, printer, pages)
