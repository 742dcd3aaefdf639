"""The small card beside the pointer or the day cursor."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from ui.widgets.labels import Label
from ui.widgets.legend import Swatch


@dataclass(frozen=True, slots=True)
class HoverRow:
    """A line of the card.

    Attributes:
        swatch: Token of the colour before the words, or empty.
    """

    words: str
    value: str
    swatch: str = ""


class HoverCard(QFrame):
    """A title and rows of numbers; never in the way of the mouse."""

    def __init__(self, rows: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hover")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._title = Label("", "strong")
        self._rows = [(Swatch(side=10), Label(), Label("", "strong")) for _ in range(rows)]
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._title, 0, 0, 1, 3)
        for line, (swatch, words, value) in enumerate(self._rows, start=1):
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(swatch, line, 0)
            grid.addWidget(words, line, 1)
            grid.addWidget(value, line, 2)
        grid.setColumnStretch(1, 1)
        self.hide()

    @property
    def title(self) -> str:
        """First line."""
        return self._title.text()

    @property
    def values(self) -> list[str]:
        """The numbers, top down."""
        return [value.text() for _, _, value in self._rows]

    def show_at(self, title: str, rows: Sequence[HoverRow], beside: QRect, room: QRect) -> None:
        """Show the card right of `beside`, or left of it where there is no room."""
        self._title.setText(title)
        for (swatch, words, value), row in zip(self._rows, rows, strict=True):
            swatch.token = row.swatch
            swatch.update()
            words.setText(row.words)
            value.setText(row.value)
        self.adjustSize()
        left = beside.right() + 8
        if left + self.width() > room.right():
            left = beside.left() - self.width() - 8
        left = max(room.left(), min(left, room.right() - self.width()))
        top = max(room.top(), min(beside.top(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.raise_()
