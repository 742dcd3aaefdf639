"""Posts of a discussion as one readable text: indented by who answers whom, ours and mentions told apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFrameFormat, QTextLength

from ui import formats, theme
from ui.widgets.safe_text import SafeTextView, plain_line, safe_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextFrame
    from PySide6.QtWidgets import QWidget

    from kundenradar.domain.mentions import EntryId
    from kundenradar.domain.threads import Contribution

INDENT_PX: Final = 22
DEEPEST: Final = 6
"""Answers further down are not indented any more: the text would grow too narrow."""
MOST_CHARACTERS: Final = 4_000
SHOW: Final = "zeige"
"""Scheme of links that lead to a mention in the list."""


@dataclass(frozen=True, slots=True)
class ShownPost:
    """A post as it is shown.

    Attributes:
        answers: Author of the post it answers where that is not the one right above, else empty.
        is_mention: Whether it stands in the list of mentions.
        is_current: Whether it is the one the discussion was opened from.
        is_open_question: Whether nobody has answered this question yet.
    """

    post: Contribution
    answers: str = ""
    is_mention: bool = False
    is_current: bool = False
    is_open_question: bool = False


class ThreadText(SafeTextView):
    """A page of a discussion.

    Signals:
        mention_wished: Show this mention in the list (EntryId).
    """

    mention_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._posts: tuple[ShownPost, ...] = ()
        self._frames: dict[EntryId, QTextFrame] = {}
        super().__init__(parent)
        self.setAccessibleName(self.tr("Beiträge der Diskussion"))

    def show_posts(self, posts: Sequence[ShownPost]) -> None:
        """Show these posts, in the order given."""
        self._posts = tuple(posts)
        self._set_html()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def bring_into_view(self, key: EntryId) -> None:
        """Scroll so that a post stands at the top, and put the cursor there."""
        frame = self._frames.get(key)
        if frame is None:
            return
        cursor = frame.firstCursorPosition()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + self.cursorRect(cursor).top() - 12)

    def _set_html(self) -> None:
        """Lay out all posts anew; the base class calls it when the theme has changed."""
        self.document().clear()
        self._frames = {}
        root = QTextCursor(self.document())
        for shown in self._posts:
            root.movePosition(QTextCursor.MoveOperation.End)
            frame = root.insertFrame(self._frame_format(shown))
            self._frames[shown.post.entry.id] = frame
            cursor = frame.firstCursorPosition()
            self._write_head(cursor, shown)
            words = shown.post.entry.own_words or shown.post.entry.title
            cut = words[:MOST_CHARACTERS] + ("…" if len(words) > MOST_CHARACTERS else "")
            cursor.insertBlock()
            cursor.insertText(cut.strip(), self._ink("text"))
        self._close_gaps()

    def _close_gaps(self) -> None:
        """Qt puts an empty line between frames; it needs no height of its own."""
        thin = QTextBlockFormat()
        thin.setLineHeight(4, int(QTextBlockFormat.LineHeightTypes.FixedHeight.value))
        place = self.document().rootFrame().begin()
        while not place.atEnd():
            if place.currentFrame() is None:
                QTextCursor(place.currentBlock()).mergeBlockFormat(thin)
            place += 1

    def _frame_format(self, shown: ShownPost) -> QTextFrameFormat:
        look = theme.current()
        made = QTextFrameFormat()
        made.setLeftMargin(look.scaled(INDENT_PX) * min(shown.post.depth, DEEPEST))
        made.setTopMargin(4)
        made.setBottomMargin(4)
        made.setPadding(9)
        made.setWidth(QTextLength(QTextLength.Type.VariableLength, 0))
        made.setBackground(look.color("accent_soft" if shown.post.own else "surface2"))
        made.setBorder(2 if shown.is_current else 1)
        made.setBorderBrush(look.color("accent" if shown.is_current else "border"))
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        return made

    def _write_head(self, cursor: QTextCursor, shown: ShownPost) -> None:
        entry = shown.post.entry
        name = plain_line(entry.author or "", 80) or self.tr("Unbekannt")
        strong = self._ink("text", bold=True)
        if entry.link and safe_address(entry.link) is not None:
            strong.setAnchor(True)
            strong.setAnchorHref(entry.link)
            strong.setToolTip(self.tr("Beitrag im Browser öffnen"))
            strong.setForeground(theme.current().color("accent"))
        cursor.insertText(name, strong)
        meta = self._ink("text2")
        when = formats.when(entry.published_at or entry.first_seen_at, formats.utc_now())
        cursor.insertText(f" · {when}", meta)
        if shown.answers:
            cursor.insertText(self.tr(" · antwortet {name}").format(name=plain_line(shown.answers, 60)), meta)
        if shown.post.own:
            cursor.insertText(self.tr(" · Ihr Beitrag"), self._ink("accent_hover", bold=True))
        if shown.is_open_question:
            cursor.insertText(self.tr(" · offene Frage"), self._ink("warning_text", bold=True))
        if shown.is_mention:
            self._write_mention(cursor, shown)

    def _write_mention(self, cursor: QTextCursor, shown: ShownPost) -> None:
        cursor.insertText(" · ", self._ink("text2"))
        if shown.is_current:
            cursor.insertText(self.tr("diese\u00a0Erwähnung"), self._ink("text", bold=True))
            return
        link = self._ink("accent", bold=True)
        link.setAnchor(True)
        link.setAnchorHref(f"{SHOW}:{shown.post.entry.id}")
        cursor.insertText(self.tr("Erwähnung\u00a0zeigen"), link)

    @staticmethod
    def _ink(token: str, *, bold: bool = False) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(theme.current().color(token))
        if bold:
            made.setFontWeight(600)
        return made

    # links

    @Slot(QUrl)
    def _on_anchor(self, url: QUrl) -> None:
        if url.scheme() == SHOW:
            if url.path().isdecimal():
                self.mention_wished.emit(int(url.path()))
            return
        super()._on_anchor(url)

    @Slot(QUrl)
    def _on_hover(self, url: QUrl) -> None:
        super()._on_hover(QUrl() if url.scheme() == SHOW else url)
