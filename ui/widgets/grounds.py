"""Plain grounds that other widgets stand on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QSize


def surface(parent: QWidget) -> QFrame:
    """A plain area in the colour of cards."""
    frame = QFrame(parent)
    frame.setBackgroundRole(frame.backgroundRole().Base)
    frame.setAutoFillBackground(True)
    return frame


class FittingStack(QStackedWidget):
    """A stack on the ground of its parent, that needs only the room of what it shows.

    It has no style sheet of its own: one would have everything inside it polished again at each step of building.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Of the widget in front."""
        shown = self.currentWidget()
        return super().minimumSizeHint() if shown is None else shown.minimumSizeHint()
