"""What can be done with several mentions at once; there while more than one is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from kundenradar.domain.mentions import MentionStatus
from ui import formats, icons
from ui.models.words import LABELS_IN_ORDER, SENTIMENT_ICONS, SENTIMENT_WORDS, STATUS_ICONS, STATUS_WORDS
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label, announce
from ui.widgets.menu_button import MenuButton, give_menu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction


class SelectionBar(QFrame):
    """How many are selected, with status, sentiment and bookmark for all of them.

    Signals:
        status_wished: Move all to this state (MentionStatus).
        sentiment_wished: Judge all like this (Label).
        bookmark_wished: Bookmark all, or none any more if all are.
        cleared: Select only one again.
    """

    status_wished = Signal(object)
    sentiment_wished = Signal(object)
    bookmark_wished = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._count = Label("", "strong", self)
        self._status = self._menu_button(self.tr("Status"))
        self._fill(self._status, [(STATUS_ICONS[one], STATUS_WORDS[one], one) for one in MentionStatus], self._move)
        self._sentiment = self._menu_button(self.tr("Stimmung"))
        labels = [(SENTIMENT_ICONS[one], SENTIMENT_WORDS[one], one) for one in LABELS_IN_ORDER]
        self._fill(self._sentiment, labels, self._judge)
        self._bookmark = Button(self.tr("Merken"), "quiet", "bookmark-simple", self)
        self._bookmark.clicked.connect(self.bookmark_wished)
        self._clear = Button(self.tr("Auswahl aufheben"), "quiet", "x", self)
        self._clear.clicked.connect(self.cleared)
        row = FlowLayout(gap=6, row_gap=2)
        for widget in (self._count, self._status, self._sentiment, self._bookmark, self._clear):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 8, 6)
        column.addLayout(row)
        self.hide()

    def _menu_button(self, words: str) -> MenuButton:
        button = MenuButton(self, ink="text2")
        button.setText(words)
        button.setAccessibleName(self.tr("{what} für alle ausgewählten").format(what=words))
        return button

    def _fill(
        self, button: MenuButton, choices: Sequence[tuple[str, str, object]], chosen: Callable[[object], None]
    ) -> None:
        menu = QMenu(button)
        for icon, words, value in choices:
            action: QAction = menu.addAction(icons.icon(icon, "text2"), words)
            action.triggered.connect(lambda _checked=False, value=value: chosen(value))
        give_menu(button, menu)

    def _move(self, status: object) -> None:
        self.status_wished.emit(status)

    def _judge(self, label: object) -> None:
        self.sentiment_wished.emit(label)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes, in order."""
        return self._status, self._sentiment, self._bookmark, self._clear

    @Slot(int)
    def show_count(self, count: int) -> None:
        """Show for how many; hidden for fewer than two."""
        was_hidden = self.isHidden()
        self.setVisible(count > 1)
        words = self.tr("{count} ausgewählt").format(count=formats.number(count))
        self._count.setText(words)
        if count > 1 and was_hidden:
            announce(self, words)
