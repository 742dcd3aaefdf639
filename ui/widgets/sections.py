"""More about what is shown, one part at a time: a row of chips, below them the part that was asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout


class Section(QObject):
    """One part: its chip and its content.

    Signals:
        opened: The part was opened (True) or closed by its chip.
    """

    opened = Signal(bool)

    def __init__(self, title: str, icon: str, content: QWidget, parent: Sections) -> None:
        super().__init__(parent)
        self._sections = parent
        self._is_offered = False
        self.content = content
        self.button = Button(title, "chip", icon, parent)
        self.button.setCheckable(True)
        self.button.hide()
        self.button.clicked.connect(self._on_clicked)

    def offer(self, title: str = "") -> None:
        """Show the chip, with another title if one is given."""
        self._is_offered = True
        if title:
            self.button.setText(title)
        self.button.show()
        self._sections.settle()

    def withdraw(self) -> None:
        """There is nothing to show in this part."""
        self._is_offered = False
        self.button.hide()
        self.close_part()

    @property
    def is_offered(self) -> bool:
        """Whether its chip is there."""
        return self._is_offered

    @property
    def is_open(self) -> bool:
        """Whether its content is shown."""
        return self.button.isChecked()

    def open_part(self) -> None:
        """Show its content, in place of another's."""
        self._sections.open_part(self)

    def close_part(self) -> None:
        """Show its chip only."""
        self.button.setChecked(False)
        self._sections.settle()

    def _on_clicked(self, is_checked: bool) -> None:
        if is_checked:
            self.open_part()
        else:
            self.close_part()
        self.opened.emit(is_checked)


class Sections(QWidget):
    """Chips of all parts that have something to say, and at most one part open below them.

    As high as what it shows; it stands in something that scrolls.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[Section] = []
        self._chips = FlowLayout(gap=6)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addLayout(self._chips)
        self.settle()

    def add(self, title: str, icon: str, content: QWidget) -> Section:
        """A new part behind the others; offered when `Section.offer` says so.

        Args:
            title: Words of its chip.
            icon: Phosphor name.
            content: What it shows; tells its height.
        """
        part = Section(title, icon, content, self)
        self._parts.append(part)
        self._chips.addWidget(part.button)
        content.hide()
        self._column.addWidget(content)
        self.settle()
        return part

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes, in order: each chip, then what it opens."""
        return tuple(stop for part in self._parts for stop in (part.button, part.content))

    def open_part(self, part: Section) -> None:
        """Show the content of this part alone."""
        for other in self._parts:
            other.button.setChecked(other is part)
        self.settle()

    def settle(self) -> None:
        """Take as much room as is needed now."""
        for part in self._parts:
            part.content.setVisible(part.is_open)
        self.setVisible(any(part.is_offered for part in self._parts))
