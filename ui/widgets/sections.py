"""More about what is shown, one part at a time: a row of chips, below them the part that was asked for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.grounds import FittingStack

LEAST_OPEN: Final = 64
"""Pixels an open part has at least; the rest scrolls."""


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


class _Panel(QScrollArea):
    """As high as what it shows, where there is room; else it scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what it shows takes the keyboard
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.setStyleSheet(
            "QScrollArea { background: transparent; } QScrollArea > QWidget { background: transparent; }"
        )

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """The height of its content at the present width."""
        inner = self.widget()
        if inner is None:
            return QSize(0, 0)
        width = max(1, self.viewport().width())
        height = inner.heightForWidth(width) if inner.hasHeightForWidth() else -1
        return QSize(width, max(height, inner.sizeHint().height()) + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A few lines."""
        return QSize(0, min(LEAST_OPEN, self.sizeHint().height()))


class Sections(QWidget):
    """Chips of all parts that have something to say, and at most one part open below them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[Section] = []
        self._chips = FlowLayout(gap=6)
        self._stack = FittingStack(self)
        self._panel = _Panel(self)
        self._panel.setWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 10)
        column.setSpacing(8)
        column.addLayout(self._chips)
        column.addWidget(self._panel)
        self.settle()

    def add(self, title: str, icon: str, content: QWidget) -> Section:
        """A new part behind the others; offered when `Section.offer` says so.

        Args:
            title: Words of its chip.
            icon: Phosphor name.
            content: What it shows; tells its height, scrolls where there is no room.
        """
        part = Section(title, icon, content, self)
        self._parts.append(part)
        self._chips.addWidget(part.button)
        self._stack.addWidget(content)
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
        self._stack.setCurrentWidget(part.content)
        self.settle()

    def settle(self) -> None:
        """Take as much room as is needed now."""
        self._panel.setVisible(any(part.is_open for part in self._parts))
        self.setVisible(any(part.is_offered for part in self._parts))
        self._panel.updateGeometry()
