"""The Tresen-Zettel: two slips of A5 on a sheet of A4, to lay on the counter and to fill in by hand."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter, QPdfWriter, QPen
from PySide6.QtPrintSupport import QPrinter

from ui.printing.pdf import RESOLUTION
from ui.printing.report import Page, a4, paint_pages
from ui.printing.sheet import PAGE_HEIGHT, PAGE_WIDTH, Line, Mark, Style, set_text

FILE_NAME = "Tresen-Zettel.pdf"

_TEXT, _TEXT2, _HAIR = "#17252C", "#4A5B64", "#8796A0"
_LEFT, _RIGHT = 51.0, PAGE_WIDTH - 51.0  # 18 mm
_WIDTH = _RIGHT - _LEFT
_HALF = PAGE_HEIGHT / 2
_FIRM = Style(11, _TEXT2, bold=True)
_TITLE = Style(22, _TEXT, bold=True, leading=1.2)
_QUESTION = Style(11.5, _TEXT, bold=True)
_WORD = Style(11, _TEXT)
_SMALL = Style(8.2, _TEXT2)
_FACE = 44.0
_LINE_GAP = 25.0


@dataclass(frozen=True, slots=True)
class Face:
    """A face as lines: glad, so-so or sad; to be ticked by hand.

    Attributes:
        x: Left edge of its circle.
        y: Top of its circle.
        mood: 1 glad, 0 so-so, -1 sad.
    """

    x: float
    y: float
    mood: int

    def paint(self, painter: QPainter) -> None:
        """Paint circle, eyes and mouth."""
        painter.setPen(QPen(QColor(_TEXT), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(self.x, self.y, _FACE, _FACE))
        middle = self.x + _FACE / 2
        mouth = QRectF(middle - 11, self.y + _FACE * 0.44, 22, 15)
        if self.mood > 0:
            painter.drawArc(mouth, 190 * 16, 160 * 16)
        elif self.mood < 0:
            painter.drawArc(mouth.translated(0, 8), 10 * 16, 160 * 16)
        else:
            painter.drawLine(QLineF(middle - 10, self.y + _FACE * 0.68, middle + 10, self.y + _FACE * 0.68))
        painter.setBrush(QColor(_TEXT))
        painter.setPen(Qt.PenStyle.NoPen)
        for side in (-1, 1):
            painter.drawEllipse(QPointF(middle + side * 8, self.y + _FACE * 0.37), 2.4, 2.4)


@dataclass(frozen=True, slots=True)
class CutLine:
    """Where the sheet is cut in two."""

    y: float

    def paint(self, painter: QPainter) -> None:
        """Paint a dashed line from edge to edge."""
        painter.setPen(QPen(QColor(_HAIR), 0.6, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(0, self.y, PAGE_WIDTH, self.y))


def slip_page(firm: str) -> Page:
    """A sheet of A4 with two equal slips.

    Args:
        firm: Name of the firm, or empty.
    """
    marks: list[Mark] = [CutLine(_HALF)]
    for top in (0.0, _HALF):
        marks += _slip(" ".join(firm.split()), top)
    return Page(tuple(marks))


def _slip(firm: str, top: float) -> list[Mark]:
    """One slip; `top` is the upper edge of its half of the sheet."""
    y = top + 34
    marks: list[Mark] = []
    if firm:
        marks.append(set_text(firm, _FIRM, _LEFT, y, _WIDTH, max_lines=1))
    marks.append(set_text("Wie war es bei uns?", _TITLE, _LEFT, y + 18, _WIDTH))
    y += 58
    for number, (mood, word) in enumerate(((1, "gut"), (0, "geht so"), (-1, "nicht gut"))):
        x = _LEFT + number * _WIDTH / 3
        marks += [Face(x, y, mood), set_text(word, _WORD, x + _FACE + 10, y + 14, 100)]
    y += _FACE + 18
    for question, lines in (("Was hat Ihnen gefallen?", 2), ("Was sollen wir besser machen?", 3)):
        marks.append(set_text(question, _QUESTION, _LEFT, y, _WIDTH))
        y += 14
        for _ in range(lines):
            y += _LINE_GAP
            marks.append(Line(_LEFT, y, _WIDTH, _HAIR, 0.6))
        y += 14
    marks.append(set_text("Name und Telefon, wenn wir uns melden sollen (freiwillig):", _SMALL, _LEFT, y, _WIDTH))
    marks.append(Line(_LEFT, y + 32, _WIDTH, _HAIR, 0.6))
    kept = "Ihre Angaben bleiben im Haus und dienen nur dazu, Ihnen zu antworten und besser zu werden."
    marks.append(set_text(kept, _SMALL, _LEFT, y + 38, _WIDTH))
    return marks


def slip_document(firm: str) -> bytes:
    """The sheet as a PDF document. Needs a QGuiApplication; call it in its thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_A1b)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(a4())
    writer.setTitle(" · ".join(filter(None, ("Tresen-Zettel", firm))))
    writer.setAuthor(firm or "Kundenradar")
    writer.setCreator("Kundenradar")
    print_slip(firm, writer)
    return bytes(buffer.data().data())


def slip_printer() -> QPrinter:
    """The default printer, set to A4 upright."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setPageLayout(a4())
    printer.setFullPage(True)
    printer.setDocName("Tresen-Zettel")
    printer.setCreator("Kundenradar")
    return printer


def print_slip(firm: str, device: QPagedPaintDevice) -> None:
    """Paint the sheet on a printer or into a PDF.

    Raises:
        OSError: If the device takes nothing or breaks off.
    """
    paint_pages((slip_page(firm),), device)
