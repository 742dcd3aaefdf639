"""A sheet of A4 as a list of marks: laid out once in points, painted the same on paper, PDF and screen.

Text is laid out 20 times larger than it is painted, so that lines break alike at every resolution.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.89
"""A4 in points (1/72 inch)."""

FAMILIES = (
    "Segoe UI",
    "Inter",
    "Helvetica Neue",
    "Noto Sans",
    "DejaVu Sans",
    "Segoe UI Emoji",
    "Noto Color Emoji",
)
_FINE = 20
_HATCH_STEP, _HATCH_WIDTH = 5.4, 0.8


class Mark(Protocol):
    """Something painted on a sheet; all lengths in points."""

    def paint(self, painter: QPainter) -> None:
        """Paint it on a painter whose unit is the point."""
        ...


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks.

    Attributes:
        size: In points.
        leading: From baseline to baseline, as a multiple of `size`.
    """

    size: float
    colour: str
    bold: bool = False
    leading: float = 1.38

    def font(self) -> QFont:
        """The font, in the fine unit layouts use."""
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(round(self.size * _FINE))
        font.setWeight(QFont.Weight.DemiBold if self.bold else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        # Inter's contextual forms of –, − and : have no character behind them: lost when text is copied
        # from the PDF or read aloud (measured with pypdf).
        font.setFeature(QFont.Tag("calt"), 0)
        return font

    @property
    def line(self) -> float:
        """Height of a line in points."""
        return self.size * self.leading

    def width(self, text: str) -> float:
        """Width of one line of text in points."""
        return QFontMetricsF(self.font()).horizontalAdvance(text) / _FINE

    def elided(self, text: str, width: float, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> str:
        """`text` cut with an ellipsis to at most `width` points."""
        return QFontMetricsF(self.font()).elidedText(text, mode, width * _FINE)


@dataclass(frozen=True, slots=True)
class Text:
    """Wrapped text, set at its upper left corner.

    Attributes:
        height: Of all its lines, in points.
        width: Of its longest line, in points.
    """

    layout: QTextLayout
    x: float
    y: float
    height: float
    width: float
    colour: str

    def paint(self, painter: QPainter) -> None:
        """Paint the lines."""
        painter.save()
        painter.translate(self.x, self.y)
        painter.scale(1 / _FINE, 1 / _FINE)
        painter.setPen(QColor(self.colour))
        self.layout.draw(painter, QPointF(0, 0))
        painter.restore()


def set_text(
    text: str,
    style: Style,
    x: float,
    y: float,
    width: float,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    max_lines: int = 1000,
) -> Text:
    """Lay out a text in a column; words longer than the column break anywhere.

    Args:
        text: One paragraph.
        style: Its look.
        x: Left edge of the column.
        y: Top of the first line.
        width: Of the column.
        align: Left, right or centred in the column.
        max_lines: The last of so many lines ends with an ellipsis.
    """
    font = style.font()
    layout = QTextLayout(text, font)
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    baseline = QFontMetricsF(font).ascent() + style.size * _FINE * (style.leading - 1.21) / 2
    widest, number = 0.0, 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width * _FINE)
        line.setPosition(QPointF(0, baseline + number * style.line * _FINE - line.ascent()))
        widest = max(widest, line.naturalTextWidth())
        number += 1
        if number == max_lines and line.textStart() + line.textLength() < len(text):
            layout.endLayout()
            kept = text[: line.textStart()] + style.elided(text[line.textStart() :], width)
            return set_text(kept, style, x, y, width + 0.05, align)
    layout.endLayout()
    return Text(layout, x, y, number * style.line, widest / _FINE, style.colour)


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; `hatched` adds diagonal lines that survive a black-and-white printer."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    radius: float = 0.0
    hatched: str = ""

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        area = QRectF(self.x, self.y, self.width, self.height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.fill))
        if self.radius:
            painter.drawRoundedRect(area, self.radius, self.radius)
        else:
            painter.drawRect(area)
        if self.hatched:
            painter.setPen(QPen(QColor(self.hatched), _HATCH_WIDTH))
            painter.drawLines(_hatching(area))


def _hatching(area: QRectF) -> Sequence[QLineF]:
    """Diagonals inside `area`, ending at its edges (clipping would bloat the PDF), kept on a common grid."""
    lines = []
    first = int((area.left() - area.bottom()) // _HATCH_STEP)
    last = int((area.right() - area.top()) // _HATCH_STEP) + 1
    inset = _HATCH_WIDTH / 2
    left, right = area.left() + inset, area.right() - inset
    top, bottom = area.top() + inset, area.bottom() - inset
    for step in range(first, last + 1):
        offset = step * _HATCH_STEP  # x - y is constant along a line
        start, end = max(left, top + offset), min(right, bottom + offset)
        if start < end:
            lines.append(QLineF(start, start - offset, end, end - offset))
    return lines


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line from the left to the right."""

    x: float
    y: float
    width: float
    colour: str
    weight: float = 0.5

    def paint(self, painter: QPainter) -> None:
        """Paint it."""
        painter.setPen(QPen(QColor(self.colour), self.weight))
        painter.drawLine(QLineF(self.x, self.y, self.x + self.width, self.y))
