"""White surfaces that hold one thing each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.theme import current as current_theme
from ui.widgets.labels import Label, WrapLabel, set_tone


class Icon(QLabel):
    """A picture beside words; it says nothing itself."""

    def __init__(self, name: str, color: str = "text2", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._color, self._size = name, color, size
        self.setFixedSize(size, size)
        current_theme().changed.connect(self._draw)
        self._draw()

    def show_as(self, name: str, color: str) -> None:
        """Another icon."""
        self._name, self._color = name, color
        self._draw()

    def _draw(self) -> None:
        size = current_theme().scaled(self._size)
        self.setFixedSize(size, size)
        self.setPixmap(pixmap(self._name, size, self._color, self.devicePixelRatio()))


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
