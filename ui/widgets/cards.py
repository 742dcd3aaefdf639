"""White surfaces that hold one thing each."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.widgets.labels import Label, WrapLabel, over_the_top, set_tone


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


class PressArea(QPushButton):
    """A surface with content of its own that is pressed as a whole: by mouse, space or return."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def pass_presses(self) -> None:
        """Let presses on the content reach the surface; called once the content stands."""
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return presses, as space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height of the wrapped words."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the words."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the words, wrapped."""
        layout = self.layout()
        return layout.totalMinimumSize() if layout is not None else super().minimumSizeHint()


class _Note(WrapLabel):
    """A note that stands level with its neighbours, in bold or not."""

    @property
    def headroom(self) -> int:
        """What the usual weight needs, at least: bold dots may be lower."""
        usual = QFont(self.font())
        usual.setWeight(QFont.Weight.Normal)
        return max(super().headroom, over_the_top(usual.toString()))


class FigureCard(PressArea):
    """One number with its name and what it means; leads to what it counts."""

    def __init__(self, name: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 14, 14)
        column.setSpacing(2)
        self.name = Label(name, "label")
        self.value = Label("–", "figure")
        self.note = _Note("", "second")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name)
        row.addStretch(1)
        row.addWidget(Icon(icon, "text3"), alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.value)
        column.addWidget(self.note)
        column.addStretch(1)
        self.pass_presses()
        self.setAccessibleName(name)

    def show_figure(self, value: str, note: str, tone: str = "") -> None:
        """Show a number and its note; `tone` ``good`` or ``bad`` colours the note."""
        self.value.setText(value)
        self.note.setText(note)
        set_tone(self.note, tone)
        self.setAccessibleName(f"{self.name.text()}: {value}, {note}")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A card whose edge tells that it can be pressed."""
        look = theme.current()
        is_near = self.underMouse() or self.isDown()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("surface"))
        if self.hasFocus():
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        else:
            painter.setPen(QPen(look.color("accent" if is_near else "border"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        painter.end()
