"""Lines and paragraphs of text by role; sizes and colours stand in the style sheet."""

import functools
import re
from html import unescape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.formats import BREAK, breakable

LINE_CHARACTERS = 80
"""Width of a text column in characters (DESIGN.md)."""
_HEIGHTS_KEPT = 16
_MARK = re.compile(r"<[^<>]*>")


def set_tone(widget: QWidget, tone: str) -> None:
    """Colour a label or bar by what it means: ``good``, ``bad``, ``warning`` or empty."""
    if widget.property("tone") == tone:
        return
    widget.setProperty("tone", tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say `text` as soon as it is polite to."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


@functools.lru_cache(maxsize=64)
def over_the_top(font_key: str) -> int:
    """Pixels by which the dots of Ä, Ö and Ü reach above what a font calls its height."""
    font = QFont()
    font.fromString(font_key)
    metrics = QFontMetrics(font)
    return max(0, *(-metrics.tightBoundingRect(letter).top() - metrics.ascent() for letter in "ÄÖÜ"))


class Label(QLabel):
    """One line of plain text, with room for the dots of capital umlauts (a label cuts what is higher than its font).

    Args:
        text: What to show; never interpreted as HTML.
        role: ``title``, ``section``, ``figure``, ``strong``, ``second``, ``meta``, ``label`` or empty.
    """

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.setText(text)
        self._make_headroom()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Another type has other dots."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._make_headroom()

    @property
    def headroom(self) -> int:
        """Pixels above the text."""
        return over_the_top(self.font().toString())

    def _make_headroom(self) -> None:
        margins, above = self.contentsMargins(), self.headroom
        if margins.top() != above:
            margins.setTop(above)
            self.setContentsMargins(margins)


class WrapLabel(Label):
    """A paragraph that wraps at about 80 characters, however wide its place is; endless words break too."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.line_characters = LINE_CHARACTERS
        self._heights: dict[tuple[str, int, int, int], int] = {}

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height of the paragraph in a place of this width; layouts ask dozens of times for the same."""
        margins = self.contentsMargins()
        beside = margins.left() + margins.right()
        key = (self.text(), width, beside, margins.top())
        if key not in self._heights:
            if len(self._heights) > _HEIGHTS_KEPT:
                self._heights.clear()
            self._heights[key] = super().heightForWidth(min(width, self._limit()) + beside)
        return self._heights[key]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the text or the column; Qt would ask for a narrow, high block."""
        widest = max((self.fontMetrics().horizontalAdvance(line) for line in self.text().split("\n")), default=0)
        width = min(widest + 2, self._limit())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the longest word, as high as one line: layouts ask for the height by width."""
        words = self._plain().replace(BREAK, " ").split()
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        return QSize(min(longest + 2, self._limit()), self.fontMetrics().height() + self.headroom)

    def _plain(self) -> str:
        """What is read, without marks."""
        shown = super().text()
        return shown if self.textFormat() is Qt.TextFormat.PlainText else unescape(_MARK.sub(" ", shown))

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text."""
        super().setText(breakable(text) if self.textFormat() is Qt.TextFormat.PlainText else text)

    def text(self) -> str:
        """The text as it was given."""
        return super().text().replace(BREAK, "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the column narrow inside a wide place."""
        super().resizeEvent(event)
        self._narrow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The column is measured in characters, so it grows with the type."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.clear()
            self._narrow()

    def _narrow(self) -> None:
        beside = max(0, self.width() - self._limit())
        if self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            self.setContentsMargins(beside // 2, self.headroom, beside - beside // 2, 0)
        else:
            self.setContentsMargins(0, self.headroom, beside, 0)

    def _limit(self) -> int:
        return self.fontMetrics().averageCharWidth() * self.line_characters


class ElidedLabel(Label):
    """A line that ends in … where there is no room; the whole text stays in tooltip and accessible name."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def is_elided(self) -> bool:
        """Whether not all of the text can be seen."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few characters."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The tooltip appears only where something is missing."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.is_elided else "")

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show another text."""
        super().setText(text)
        self.setToolTip(text if self.is_elided else "")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the text, shortened at its end."""
        painter = QPainter(self)
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        self.style().drawItemText(
            painter,
            area,
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )
