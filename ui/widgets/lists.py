"""A short list of words, as dialogs have it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QWidget

from ui import theme


class WordList(QListWidget):
    """Rows with room around their words, in a quiet frame.

    Args:
        name: Accessible name.
        is_for_reading: Rows are not chosen, only read; they are parted by lines.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, is_for_reading: bool = False) -> None:
        super().__init__(parent)
        self._is_for_reading = is_for_reading
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        if is_for_reading:
            self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
            self.setWordWrap(True)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        tokens = theme.current().tokens
        row = f"border-bottom: 1px solid {tokens.border};" if self._is_for_reading else "border-radius: 5px;"
        self.setStyleSheet(
            f"QListWidget {{ border: 1px solid {tokens.border_strong}; border-radius: 7px; padding: 4px; }}"
            f"QListWidget:focus {{ border: 2px solid {tokens.accent}; padding: 3px; }}"
            f"QListWidget::item {{ padding: 6px 8px; color: {tokens.text}; {row} }}"
            f"QListWidget::item:selected {{ background: {tokens.accent_soft}; color: {tokens.text}; }}"
        )
