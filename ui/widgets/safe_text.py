"""Shows foreign text: sanitised, without any access to files or network, links only after our own check.

The limits come from measured layout bombs (research FEEDS §3 row 41): nested tables double the time per
level, a word of 1 MB hangs Qt for more than 40 s. What is over a limit is shown as plain text.
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import nh3
from PySide6.QtCore import QByteArray, QEvent, QMimeData, QRect, QSizeF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractSlider, QFrame, QLabel, QMenu, QScrollArea, QTextBrowser, QTextEdit, QWidget

from ui import theme
from ui.widgets.menu_button import popup_inside

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_CHARACTERS: Final = 100_000
MOST_DEPTH: Final = 20
MOST_TAGS: Final = 2_000
LONGEST_WORD: Final = 1_000
_IMAGE: Final = int(QTextDocument.ResourceType.ImageResource.value)
_PROPORTIONAL: Final = int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
LINE_HEIGHT: Final = 145
"""Percent of the type's own line height."""
COLUMN: Final = 80
"""Characters per line at most."""

_TAGS: Final = frozenset(
    ("p", "br", "b", "strong", "i", "em", "u", "s", "ul", "ol", "li", "blockquote", "a", "code", "pre", "h3")
)
_VOID: Final = frozenset(("br",))
_HEADINGS: Final = re.compile(r"<(/?)h[1-6](?=[\s>])", re.IGNORECASE)
_LONG_WORD: Final = re.compile(rf"[^\s<>]{{{LONGEST_WORD}}}(?=[^\s<>])")
_MARKUP: Final = re.compile(r"<[^>]*>")
_BIDI: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'()\[\]{}„“»«]{3,2000}[^\s<>\"'()\[\]{}„“»«.,;:!?]")
_BLANKS: Final = re.compile(r"\n{3,}")


_Spans = tuple[tuple[int, int], ...]


class _Shape(HTMLParser):
    """Counts tags and depth."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags = 0
        self.depth = 0
        self.deepest = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (signature)
        self.tags += 1
        if tag not in _VOID:
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.depth = max(0, self.depth - 1)


def safe_address(address: str) -> QUrl | None:
    """The address as a URL if it may be opened: http or https, with a host, without user name.

    Args:
        address: Anything a feed may have delivered.
    """
    if not address or len(address) > 8_000 or any(ord(c) < 33 or c == "\\" for c in address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or "@" in parts.netloc:
        return None
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if not url.isValid():
        url = QUrl(address)
    if not url.isValid() or url.scheme() not in ("http", "https") or not url.host() or url.userInfo():
        return None
    return url


def shown_target(url: QUrl) -> str:
    """The real target of a link, on one line; hosts with foreign letters appear in their ASCII form too."""
    host = url.host()
    ascii_host = bytes(QUrl.toAce(host).data()).decode("ascii", "replace")
    shown = _BIDI.sub("", url.toDisplayString())
    shown = " ".join(shown.split())
    if ascii_host and ascii_host != host:
        shown = f"{ascii_host} – {shown}"
    return shown if len(shown) <= 200 else shown[:199] + "…"


def open_address(address: str) -> bool:
    """Ask the operating system's browser to show an address; False if the address is refused."""
    url = safe_address(address)
    return url is not None and QDesktopServices.openUrl(url)


def plain_line(text: str, most: int = 300) -> str:
    """Foreign text on one line without direction overrides, shortened to `most` characters."""
    line = " ".join(_BIDI.sub("", text).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def display_html(raw: str) -> str | None:
    """HTML that can be shown: few inline tags, http(s) links, bounded size and depth.

    Returns:
        None if nothing is left or the text is over a limit; show the plain text then.
    """
    if not raw or len(raw) > MOST_CHARACTERS or raw.count("<") > 4 * MOST_TAGS:
        return None
    levelled = _HEADINGS.sub(r"<\1h3", raw)
    clean = nh3.clean(
        levelled,
        tags=set(_TAGS),
        attributes={"a": {"href"}},
        url_schemes={"http", "https"},
        link_rel=None,
    )
    if not clean.strip() or len(clean) > MOST_CHARACTERS:
        return None
    shape = _Shape()
    shape.feed(clean)
    if shape.tags > MOST_TAGS or shape.deepest > MOST_DEPTH:
        return None
    # Markup may hold long addresses, so it is taken out before looking for endless words.
    if _LONG_WORD.search(_MARKUP.sub(" ", clean)) is not None:
        return None
    return _BIDI.sub("", clean)


def display_plain(text: str) -> str:
    """Plain text as HTML that Qt lays out quickly: paragraphs, line breaks, http(s) links."""
    bounded = text[:MOST_CHARACTERS]
    bounded = _BLANKS.sub("\n\n", _BIDI.sub("", bounded))
    bounded = _LONG_WORD.sub(lambda match: match.group(0) + "\u200b", bounded)
    lines = bounded.split("\n")
    if len(lines) > MOST_TAGS:
        lines = [*lines[:MOST_TAGS], "…"]
    elif len(text) > MOST_CHARACTERS:
        lines.append("…")
    return "".join(f"<p>{_linked(line)}</p>" for line in lines if line.strip())


def _linked(line: str) -> str:
    parts: list[str] = []
    last = 0
    for match in _ADDRESS.finditer(line):
        if safe_address(match.group(0)) is None:
            continue
        address = html.escape(match.group(0))
        parts.append(f'{html.escape(line[last : match.start()])}<a href="{address}">{address}</a>')
        last = match.end()
    parts.append(html.escape(line[last:]))
    return "".join(parts)


def document_style(tokens: theme.Tokens) -> str:
    """The style sheet of shown texts in the colours of a theme."""
    return (
        f"body, p, li {{ color: {tokens.text}; }}"
        "p { margin-top: 0; margin-bottom: 10px; }"
        "ul, ol { margin-top: 0; margin-bottom: 10px; }"
        "h3 { font-size: large; font-weight: 600; margin-bottom: 6px; }"
        f"a {{ color: {tokens.accent}; text-decoration: underline; }}"
        f"blockquote {{ color: {tokens.text2}; margin-left: 16px; margin-right: 16px; font-style: italic; }}"
        f"code, pre {{ background-color: {tokens.surface2}; }}"
    )


def utf16_offset(text: str, place: int) -> int:
    """A place counted in characters as Qt counts it (an emoji is two)."""
    return place + sum(ord(character) > 0xFFFF for character in text[:place])


def _nothing(kind: int) -> QImage | QByteArray:
    """What stands in for any resource.

    None would make Qt read local files itself, and so would bytes that are no picture (QTextImageHandler
    then tries the name as a file): a picture of one transparent pixel is the only way to stop it.
    """
    if kind != _IMAGE:
        return QByteArray(b" ")
    pixel = QImage(1, 1, QImage.Format.Format_ARGB32)
    pixel.fill(Qt.GlobalColor.transparent)
    return pixel


class _ClosedDocument(QTextDocument):
    """A document that reaches for nothing outside itself."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002, N802 (Qt's signature)
        return _nothing(kind)


class SafeTextView(QTextBrowser):
    """A reading pane for text from outside.

    Signals:
        link_activated: A link was clicked or chosen by keyboard (its address as delivered).
    """

    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html = ""
        self._plain = ""
        self._marks: tuple[_Spans, _Spans, _Spans] = ((), (), ())
        self.setDocument(_ClosedDocument(self))
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(self.tr("Text des Beitrags"))
        self._target = QLabel(self)
        self._target.setObjectName("hover")
        self._target.setTextFormat(Qt.TextFormat.PlainText)
        self._target.setContentsMargins(8, 3, 8, 3)
        self._target.hide()
        self.anchorClicked.connect(self._on_anchor)
        self.highlighted.connect(self._on_hover)
        theme.current().changed.connect(self._restyle)
        self._style()

    def show_text(self, raw_html: str, text: str) -> None:
        """Show a text from outside; from its HTML if that can be shown, else the plain text.

        Args:
            raw_html: HTML as stored; sanitised again here.
            text: The same as plain text, paragraphs parted by newlines.
        """
        self._marks = ((), (), ())
        self._target.hide()
        self._html = display_html(raw_html) or display_plain(text)
        self._set_html()
        self._plain = self.toPlainText()
        self.setExtraSelections([])
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_html(self) -> None:
        self.setHtml(self._html)
        airy = QTextBlockFormat()
        airy.setLineHeight(LINE_HEIGHT, _PROPORTIONAL)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(airy)

    @property
    def shown_plain(self) -> str:
        """The text as it stands on screen; what marks are counted in."""
        return self._plain

    def mark(
        self,
        strong: Iterable[tuple[int, int]],
        hits: Iterable[tuple[int, int]],
        grey: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Show stretches of `shown_plain` in bold, others on a coloured ground (search hits) or in grey."""
        self._marks = (tuple(strong), tuple(hits), tuple(grey))
        tokens = theme.current().tokens
        bold, ground, faint = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        faint.setForeground(theme.current().color("text3"))
        bold.setFontWeight(600)
        ground.setBackground(theme.current().color("warning_soft"))
        ground.setForeground(theme.current().color("warning_text"))
        ground.setFontUnderline(True)
        ground.setUnderlineColor(tokens.warning)
        self.setExtraSelections(
            [self._selection(span, faint) for span in self._marks[2]]
            + [self._selection(span, bold) for span in self._marks[0]]
            + [self._selection(span, ground) for span in self._marks[1]]
        )

    def _selection(self, span: tuple[int, int], look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16_offset(self._plain, span[0]))
        cursor.setPosition(utf16_offset(self._plain, span[1]), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = look
        return selection

    # what keeps the text from reaching outside

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002, N802 (Qt's signature)
        """Nothing: neither files nor the network."""
        return _nothing(kind)

    def doSetSource(self, name: QUrl | str, kind: object = None) -> None:  # noqa: N802 (Qt's name)
        """Never leave the text shown."""

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 (Qt's name)
        """Only plain text leaves the pane."""
        made = QMimeData()
        made.setText(self.textCursor().selection().toPlainText().replace("\u200b", ""))
        return made

    # look

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Lines of at most 80 characters, and never wider than the pane."""
        super().resizeEvent(event)
        self._wrap()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Follow the size of type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._wrap()

    def _wrap(self) -> None:
        column = self.fontMetrics().averageCharWidth() * COLUMN
        width = max(80, min(self.viewport().width(), column))
        if width != self.lineWrapColumnOrWidth():  # Qt lays out anew even for the same width
            self.setLineWrapColumnOrWidth(width)

    def _style(self) -> None:
        tokens = theme.current().tokens
        self.document().setDefaultStyleSheet(document_style(tokens))
        self.setStyleSheet(
            "QTextBrowser { background: transparent; border: 2px solid transparent; padding: 0;"
            f" selection-background-color: {tokens.accent}; selection-color: {tokens.on_accent}; }}"
            f"QTextBrowser:focus {{ border: 2px solid {tokens.accent}; border-radius: 6px; padding: 0; }}"
        )

    @Slot()
    def _restyle(self) -> None:
        place = self.verticalScrollBar().value()
        self._style()
        self._set_html()
        self.mark(*self._marks)
        self._wrap()
        self.verticalScrollBar().setValue(place)

    # links

    @Slot(QUrl)
    def _on_anchor(self, url: QUrl) -> None:
        address = bytes(url.toEncoded().data()).decode("ascii", "replace")
        if safe_address(address) is not None:
            self.link_activated.emit(address)

    @Slot(QUrl)
    def _on_hover(self, url: QUrl) -> None:
        if url.isEmpty():
            self._target.hide()
            return
        shown = shown_target(url)
        self._target.setText(
            self._target.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, self.viewport().width() - 24)
        )
        self._target.adjustSize()
        seen = self.visibleRegion().boundingRect()
        self._target.move(4, seen.bottom() + 1 - self._target.height() - 4)
        self._target.show()
        self._target.raise_()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 (Qt's name)
        """Copy, copy the link, select all."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Kopieren"), self.copy)
        copy.setEnabled(self.textCursor().hasSelection())
        address = self.anchorAt(event.pos())
        if address and safe_address(address) is not None:
            menu.addAction(self.tr("Link kopieren"), lambda: QGuiApplication.clipboard().setText(address))
        menu.addAction(self.tr("Alles auswählen"), self.selectAll)
        popup_inside(menu, self, event.pos())


_SCROLLS: Final = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Space: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class WholeTextView(SafeTextView):
    """A reading pane as high as its text: what stands around it scrolls, and its keys scroll that.

    Args:
        area: What scrolls; None leaves the keys alone.
    """

    def __init__(self, area: QScrollArea | None = None, parent: QWidget | None = None) -> None:
        self._area = area
        self._is_written = False
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._take_height)
        self.cursorPositionChanged.connect(self._follow_cursor)

    def _set_html(self) -> None:
        """The height is taken once, not at each step of writing."""
        self._is_written = True
        super()._set_html()
        self._is_written = False
        self._take_height(self.document().documentLayout().documentSize())

    @Slot(QSizeF)
    def _take_height(self, size: QSizeF) -> None:
        if self._is_written:
            return
        self.setFixedHeight(max(1, round(size.height() + 0.5)) + 2 * self.frameWidth())

    @Slot()
    def _follow_cursor(self) -> None:
        """A link reached by Tab, or the end of what is being selected, comes into view."""
        inner = self._area.widget() if self._area is not None else None
        if self._area is not None and inner is not None and self.hasFocus():
            at = QRect(self.viewport().mapTo(inner, self.cursorRect().topLeft()), self.cursorRect().size())
            self._area.ensureVisible(at.center().x(), at.center().y(), 0, at.height() + 8)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's signature)
        """Tab goes from link to link, then on."""
        stays = super().focusNextPrevChild(forward)
        self._follow_cursor()
        return stays

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Keys that scroll move what the text stands in."""
        action = _SCROLLS.get(Qt.Key(event.key()))
        if self._area is None or action is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self._area.verticalScrollBar().triggerAction(action)
