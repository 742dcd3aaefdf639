"""The handbook, to read beside the work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QAction, QKeySequence, QTextBlockFormat, QTextCursor, QTextFrameFormat, QTextTable
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QTextBrowser, QWidget

from ui import handbook, theme
from ui.dialogs.frame import Frame
from ui.widgets.buttons import Button
from ui.widgets.lists import WordList
from ui.widgets.safe_text import open_address

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

WIDTH, HEIGHT = 960, 740
_LINE_HEIGHT: Final = 130
_PROPORTIONAL: Final = int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)


class HandbookView(QTextBrowser):
    """A chapter; links to other chapters and to the web are told, not followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Text des Handbuchs"))
        self._text = ""
        theme.current().changed.connect(self._restyle)

    def show_text(self, text: str) -> None:
        """Show Markdown from its beginning."""
        self._text = text
        self._restyle()
        self.verticalScrollBar().setValue(0)

    def show_anchor(self, anchor: str) -> None:
        """Bring a heading to the top."""
        block = self._heading(anchor)
        if block is not None:
            self.setTextCursor(QTextCursor(block))
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(round(top))

    def _heading(self, anchor: str) -> QTextBlock | None:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and handbook.anchor_of(block.text()) == anchor:
                return block
            block = block.next()
        return None

    @Slot()
    def _restyle(self) -> None:
        self.document().setDefaultFont(theme.current().font())
        self.setMarkdown(self._text)
        airy = QTextBlockFormat()
        airy.setLineHeight(_LINE_HEIGHT, _PROPORTIONAL)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(airy)
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                self._style_table(frame)

    @staticmethod
    def _style_table(table: QTextTable) -> None:
        look = table.format()
        look.setCellPadding(6)
        look.setCellSpacing(0)
        look.setBorder(1)
        look.setBorderCollapse(True)
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderBrush(theme.current().color("border"))
        table.setFormat(look)


class HandbookDialog(QDialog):
    """Chapters at the left, the chosen one at the right. It does not stop the work beside it."""

    def __init__(self, chapter: str = handbook.INDEX, parent: QWidget | None = None) -> None:
        """Open at a chapter (name of its file without ending)."""
        super().__init__(parent)
        self._chapters = handbook.chapters()
        frame = Frame(self, self.tr("Handbuch"), "", WIDTH, HEIGHT)
        self.list = WordList(self.tr("Kapitel"), self)
        self.list.addItems([one.title for one in self._chapters])
        self.view = HandbookView(self)
        self.view.anchorClicked.connect(self._follow)
        self.list.currentRowChanged.connect(self._show_row)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.list, 2)
        columns.addWidget(self.view, 7)
        frame.body.addLayout(columns, 1)
        close = Button(self.tr("Schließen"), "primary", parent=self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        frame.set_buttons(close)
        frame.fit()
        self.list.setVisible(bool(self._chapters))
        if not self._chapters:
            self.view.show_text(self.tr("Das Handbuch liegt dieser Fassung nicht bei."))
        self.go_to(chapter)

    def go_to(self, chapter: str, anchor: str = "") -> None:
        """Show a chapter, at one of its headings if one is named."""
        names = [one.name for one in self._chapters]
        if chapter in names:
            self.list.setCurrentRow(names.index(chapter))
        if anchor:
            self.view.show_anchor(anchor)

    @Slot(int)
    def _show_row(self, row: int) -> None:
        if 0 <= row < len(self._chapters):
            self.view.show_text(self._chapters[row].text)

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        if url.scheme() in {"http", "https"}:
            open_address(url.toString())
            return
        here = self._chapters[max(0, self.list.currentRow())].name
        self.go_to(url.path().removesuffix(".md") or here, url.fragment())


def show_handbook(parent: QWidget, chapter: str = handbook.INDEX) -> None:
    """Open the handbook beside `parent`, or bring the open one to the chapter."""
    found = parent.findChild(HandbookDialog, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if found is None:
        found = HandbookDialog(chapter, parent)
        found.show()
    else:
        found.go_to(chapter)
    found.activateWindow()


def offer_help(dialog: QDialog, chapter: str) -> None:
    """F1 in a dialog opens the chapter about it."""
    action = QAction(dialog)
    action.setShortcut(QKeySequence("F1"))
    action.triggered.connect(lambda _checked: show_handbook(dialog, chapter))
    dialog.addAction(action)
