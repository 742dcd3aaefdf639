"""A line that offers to take back what was just done."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.labels import WrapLabel, announce

UNDO_MS: Final = 12_000
"""How long the offer stands."""


class UndoBar(QFrame):
    """One sentence and "Rückgängig"; hidden until something can be taken back.

    Signals:
        wished: Take it back.
    """

    wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(UNDO_MS)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        self._text = WrapLabel("", parent=self)
        self.button = Button(self.tr("Rückgängig"), "quiet", parent=self)
        self.button.clicked.connect(self.wished)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self.hide()

    @Slot(str)
    def offer(self, sentence: str) -> None:
        """Say what was done and offer to take it back."""
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        self._timer.start()
        announce(self, sentence)
