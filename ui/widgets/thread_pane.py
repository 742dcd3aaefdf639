"""The discussion around a mention, a page at a time, in place of the single post."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import formats
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, Label, WrapLabel
from ui.widgets.safe_text import open_address, plain_line
from ui.widgets.thread_text import ShownPost, ThreadText

if TYPE_CHECKING:
    from kundenradar.domain.mentions import EntryId
    from kundenradar.domain.threads import Contribution, Discussion

PAGE_POSTS: Final = 50


class ThreadPane(QWidget):
    """Who answered whom, with our own posts and the mentions marked.

    Signals:
        left: Back to the single post.
        mention_wished: Show this mention in the list (EntryId).
        refused: A sentence why something was not done.
    """

    left = Signal()
    mention_wished = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[ShownPost, ...] = ()
        self._page = 0
        self._current: EntryId | None = None
        self._question: EntryId | None = None
        self._build()

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Diskussion"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 16, 8)
        column.setSpacing(6)
        column.addLayout(self._build_head())
        self._counts = WrapLabel("", "meta", self)
        column.addWidget(self._counts)
        column.addLayout(self._build_tools())
        self.text = ThreadText(self)
        self.text.mention_wished.connect(self.mention_wished)
        self.text.link_activated.connect(self._open_link)
        column.addWidget(self.text, 1)

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._back = IconButton(self.tr("Zurück zum Beitrag (D)"), "arrow-left", parent=self)
        self._back.clicked.connect(self.left)
        self._title = ElidedLabel(role="section", parent=self)
        row.addWidget(self._back)
        row.addWidget(self._title, 1)
        return row

    def _build_tools(self) -> FlowLayout:
        tools = FlowLayout(gap=6)
        self._to_question = Button(self.tr("Zur offenen Frage"), "quiet", "question", self)
        self._to_question.clicked.connect(self._show_question)
        self._previous = IconButton(self.tr("Vorige Seite"), "caret-left", parent=self)
        self._previous.clicked.connect(lambda: self._turn(-1))
        self._place = Label("", "meta", self)
        self._next = IconButton(self.tr("Nächste Seite"), "caret-right", parent=self)
        self._next.clicked.connect(lambda: self._turn(1))
        for tool in (self._to_question, self._previous, self._place, self._next):
            tools.addWidget(tool)
        return tools

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes, in order."""
        return self._back, self._to_question, self._previous, self._next, self.text

    @property
    def current(self) -> EntryId | None:
        """The mention whose discussion is shown."""
        return self._current

    def show_discussion(self, discussion: Discussion, mentions: frozenset[EntryId], current: EntryId) -> None:
        """Show a discussion, opened at one of its posts.

        Args:
            discussion: The tree.
            mentions: Which posts stand in the list.
            current: The post it was opened from.
        """
        self._current, self._question = current, discussion.open_question
        self._shown = tuple(_shown(discussion, mentions, current))
        opening = self._shown[0].post.entry if self._shown else None
        title = plain_line(opening.title, 200) if opening is not None else ""
        self._title.setText(title or self.tr("Diskussion"))
        self._counts.setText(self._told(discussion))
        self._to_question.setVisible(discussion.open_question is not None)
        self.go_to(current)

    def _told(self, discussion: Discussion) -> str:
        parts = [formats.count(len(discussion.posts), "Beitrag", "Beiträge")]
        replies = max((post.entry.replies or 0 for post in discussion.posts), default=0)
        views = max((post.entry.views or 0 for post in discussion.posts), default=0)
        own = sum(post.own for post in discussion.posts)
        if replies:
            parts.append(self.tr("laut Quelle {count}").format(count=formats.count(replies, "Antwort", "Antworten")))
        if views:
            parts.append(formats.count(views, "Aufruf", "Aufrufe"))
        if own:
            parts.append(self.tr("{count} von Ihnen").format(count=formats.number(own)))
        return " · ".join(parts)

    @property
    def pages(self) -> int:
        """How many pages the discussion has."""
        return max(1, -(-len(self._shown) // PAGE_POSTS))

    def go_to(self, key: EntryId) -> None:
        """Show the page of a post and bring it into view."""
        place = next((n for n, shown in enumerate(self._shown) if shown.post.entry.id == key), 0)
        self._show_page(place // PAGE_POSTS)
        self.text.bring_into_view(key)

    def _show_page(self, page: int) -> None:
        self._page = max(0, min(page, self.pages - 1))
        first = self._page * PAGE_POSTS
        self.text.show_posts(self._shown[first : first + PAGE_POSTS])
        several = self.pages > 1
        for tool in (self._previous, self._place, self._next):
            tool.setVisible(several)
        self._place.setText(self.tr("Seite {page} von {pages}").format(page=self._page + 1, pages=self.pages))
        self._previous.setEnabled(self._page > 0)
        self._next.setEnabled(self._page + 1 < self.pages)

    def _turn(self, pages: int) -> None:
        self._show_page(self._page + pages)

    @Slot()
    def _show_question(self) -> None:
        if self._question is not None:
            self.go_to(self._question)
            self.text.setFocus()

    @Slot(str)
    def _open_link(self, address: str) -> None:
        if not open_address(address):
            self.refused.emit(
                self.tr("Der Link konnte nicht geöffnet werden. Prüfen Sie, ob ein Browser eingerichtet ist.")
            )


def _shown(discussion: Discussion, mentions: frozenset[EntryId], current: EntryId) -> list[ShownPost]:
    by_id = {post.entry.id: post for post in discussion.posts}
    rows: list[ShownPost] = []
    above: Contribution | None = None
    for post in discussion.posts:
        asked = by_id.get(post.parent) if post.parent is not None and post.parent != _key(above) else None
        rows.append(
            ShownPost(
                post,
                (asked.entry.author or "") if asked is not None else "",
                post.entry.id in mentions,
                post.entry.id == current,
                post.entry.id == discussion.open_question,
            )
        )
        above = post
    return rows


def _key(post: Contribution | None) -> EntryId | None:
    return None if post is None else post.entry.id
