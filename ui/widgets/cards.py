"""White surfaces that hold one thing each."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import icons, theme
from ui.widgets.labels import Label, WrapLabel, set_tone


class Icon(QWidget):
    """A picture beside words; it says nothing itself."""

    def __init__(self, name: str, color: str = "text2", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._color, self._size = name, color, size
        icons.outline(name)  # a wrong name fails here, not while painting
        theme.current().changed.connect(self._fit)
        self._fit()

    def show_as(self, name: str, color: str) -> None:
        """Another icon."""
        self._name, self._color = name, color
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it in the colours of now, sharp on every screen."""
        painter = QPainter(self)
        icons.paint(painter, self._name, self.rect(), self._color)
        painter.end()

    @Slot()
    def _fit(self) -> None:
        side = theme.current().scaled(self._size)
        self.setFixedSize(side, side)
        self.update()


class Card(QFrame):
    """A white surface with a title and room below it.

    Attributes:
        column: Where the content goes.
        head: The row of the title; more may be put at its end. None without a title.
    """

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(6)
        self.head: QHBoxLayout | None = None
        if title:
            self.setAccessibleName(title)
            self.title = Label(title, "section")
            self.head = QHBoxLayout()
            self.head.setSpacing(12)
            self.head.addWidget(self.title)
            self.head.addStretch(1)
            self.column.addLayout(self.head)


class FigureCard(Card):
    """One number with its name and what it means."""

    def __init__(self, name: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.column.setSpacing(2)
        self.name = Label(name, "label")
        self.value = Label("–", "figure")
        self.note = WrapLabel("", "second")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name)
        row.addStretch(1)
        row.addWidget(Icon(icon, "text3"), alignment=Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.column.addWidget(self.value)
        self.column.addWidget(self.note)
        self.column.addStretch(1)

    def show_figure(self, value: str, note: str, tone: str = "") -> None:
        """Show a number and its note; `tone` ``good`` or ``bad`` colours the note."""
        self.value.setText(value)
        self.note.setText(note)
        set_tone(self.note, tone)
        self.setAccessibleName(f"{self.name.text()}: {value}, {note}")
