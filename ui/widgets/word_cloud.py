"""Words, large if they are frequent."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kundenradar.domain.word_cloud import CloudWord

SMALLEST_PX, LARGEST_PX = 13, 30


class WordCloud(QWidget):
    """Words in alphabetical order, which the eye can search; the size says how frequent they are.

    Signals:
        chosen: A word was pressed.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Häufige Wörter"))
        self._sizes: dict[QPushButton, int] = {}
        self._holder = QWidget(self)
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._holder)
        theme.current().changed.connect(self._restyle)

    def show_words(self, words: Sequence[CloudWord]) -> None:
        """Show these words."""
        self._sizes.clear()
        self._column.removeWidget(self._holder)
        self._holder.deleteLater()
        self._holder, self._group = QWidget(self), QButtonGroup(self)
        row = FlowLayout(self._holder, gap=4, row_gap=2, on_line=True)
        least = min((word.texts for word in words), default=1)
        most = max((word.texts for word in words), default=1)
        for word in sorted(words, key=lambda one: one.word.casefold()):
            button = QPushButton(word.word, self._holder)
            button.setCheckable(True)
            button.setFlat(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            spoken = self.tr("{word}, in {count} Erwähnungen").format(word=word.word, count=word.texts)
            button.setAccessibleName(spoken)
            button.setToolTip(spoken)
            button.clicked.connect(lambda _checked=False, text=word.word: self.chosen.emit(text))
            share = log(word.texts / least) / log(most / least) if most > least else 0.0
            self._sizes[button] = round(SMALLEST_PX + (LARGEST_PX - SMALLEST_PX) * share)
            self._group.addButton(button)
            row.addWidget(button)
        self._column.addWidget(self._holder)
        self._holder.show()
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        look = theme.current()
        tokens = look.tokens
        for button, size in self._sizes.items():
            button.setStyleSheet(
                f"QPushButton {{ border: 2px solid transparent; border-radius: 6px; padding: 2px 6px; background: none;"
                f" color: {tokens.text}; font-size: {look.scaled(size)}px; min-height: 0; }}"
                f"QPushButton:hover {{ background: {tokens.accent_soft}; }}"
                f"QPushButton:checked {{ background: {tokens.accent_soft}; border-color: {tokens.accent}; }}"
                f"QPushButton:focus {{ border-color: {tokens.accent}; }}"
            )
