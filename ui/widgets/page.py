"""The frame of a page: title, range, actions, and room that scrolls."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.widgets.labels import Label, WrapLabel

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from ui.bridge import Bridge
    from ui.tasks import Tasks

MARGIN = 28
BAR = 12
"""Width of a scroll bar in pixels (theme)."""
SUBTITLE_CHARACTERS = 140
"""A subtitle is a line of facts, no prose: it wraps only where there is no room."""


class Page(QWidget):
    """A page of the window. Subclasses fill `body` and `tools`.

    Attributes:
        go_to: Asks the window for another page (name, what to show there or None).
        command: Asks the window for one of its actions by id (``refresh``).
        notice: Asks the window to show a sentence (text, tone of MessageBar).
        tools: Row at the right of the title.
        body: Column below it.
    """

    go_to = Signal(str, object)
    command = Signal(str)
    notice = Signal(str, str)

    def __init__(
        self,
        workers: "Workers",
        tasks: "Tasks",
        bridge: "Bridge",
        parent: QWidget | None = None,
        *,
        title: str,
        scrolls: bool = True,
    ) -> None:
        super().__init__(parent)
        self.workers, self.tasks, self.bridge = workers, tasks, bridge
        self.setObjectName("page")
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Label(title, "title")
        self.subtitle = WrapLabel("", "meta")
        self.subtitle.line_characters = SUBTITLE_CHARACTERS
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 18, MARGIN, 12)
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addLayout(self.tools)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(MARGIN, 4, MARGIN, 22)
        self.body.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        if scrolls:
            inner = QWidget()
            inner.setObjectName("pageBody")
            inner.setLayout(self.body)
            self.scroll_area = QScrollArea()
            self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
            self.scroll_area.setWidgetResizable(True)
            self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.scroll_area.setWidget(inner)
            self.scroll_area.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)
            column.addWidget(self.scroll_area, 1)
        else:
            column.addLayout(self.body, 1)

    @Slot(int, int)
    def _make_room_for_bar(self, least: int, most: int) -> None:
        """The scroll bar stands in the margin, so that the cards end where the tools above them end."""
        margins = self.body.contentsMargins()
        margins.setRight(MARGIN - (BAR if most > least else 0))
        self.body.setContentsMargins(margins)

    def refresh_view(self) -> None:
        """Called whenever the page is shown; asks again for what it shows."""

    def set_target(self, target: object) -> None:
        """Called before the page is shown with what `go_to` named; pages that know none ignore it."""
