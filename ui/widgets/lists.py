"""A short list of words, as dialogs have it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QWidget

from ui import theme


class WordList(QListWidget):
    """Rows with room around their words, in a quiet frame.

    Args:
        name: Accessible name.
        is_for_reading: Rows are not chosen, only read; they are parted by lines, and the list is as high as they
            are: it stands in something that scrolls.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, is_for_reading: bool = False) -> None:
        super().__init__(parent)
        self._is_for_reading = is_for_reading
        self._high = -1
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if is_for_reading:
            self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its rows, if they are only read."""
        hint = super().sizeHint()
        if self._is_for_reading:
            self.executeDelayedItemsLayout()  # hints of rows do not know how wide the list is
            hint.setHeight(self.contentsSize().height() + 2 * self.frameWidth())
        return hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same: rows to read are not cut."""
        return QSize(0, self.sizeHint().height()) if self._is_for_reading else super().minimumSizeHint()

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """Another width or type makes other rows, and they another height."""
        super().doItemsLayout()
        high = self.contentsSize().height()
        if self._is_for_reading and high != self._high:
            self._high = high
            self.updateGeometry()

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
