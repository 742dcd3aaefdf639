"""What somebody wants, as small chips that are read and not pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kundenradar.domain.mentions import OPEN_STATUSES
from ui import theme
from ui.models.words import ANSWERED_BY_OTHERS, CONCERN_ICONS, CONCERN_WORDS, NEEDS_ANSWER, safety_words
from ui.widgets.cards import Icon
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kundenradar.domain.mentions import Mention


class Chip(QWidget):
    """An icon and a word on a soft ground.

    Args:
        icon: Phosphor name.
        words: What it says.
        tone: ``neutral``, ``negative``, ``warning`` or ``accent``: colours of the ground and of the words.
    """

    def __init__(self, icon: str, words: str, tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("concernChip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tone = tone
        self.words = Label(words, "meta", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 10, 3)
        row.setSpacing(6)
        row.addWidget(Icon(icon, "accent" if tone == "accent" else f"{tone}_text", 14))
        row.addWidget(self.words)
        self.setAccessibleName(words)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        tokens = theme.current().tokens
        ground, ink = getattr(tokens, f"{self._tone}_soft"), tokens.text
        self.setStyleSheet(
            f"#concernChip {{ background: {ground}; border-radius: 9px; }} #concernChip QLabel {{ color: {ink}; }}"
        )


class ConcernChips(QWidget):
    """The concerns of a mention, danger first; hidden where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self, gap=6, row_gap=4)
        self._shown: tuple[tuple[str, str, str], ...] | None = None
        self.setAccessibleName(self.tr("Anliegen"))
        self.hide()

    def show_mention(self, mention: Mention) -> None:
        """Show what is known of a mention."""
        self._show(chips_of(mention))

    def _show(self, chips: Sequence[tuple[str, str, str]]) -> None:
        if tuple(chips) == self._shown:
            return
        self._shown = tuple(chips)
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for icon, words, tone in chips:
            self._row.addWidget(Chip(icon, words, tone, self))
        self.setVisible(bool(chips))
        self.updateGeometry()


def chips_of(mention: Mention) -> tuple[tuple[str, str, str], ...]:
    """Icon, words and tone of each chip of a mention."""
    reading = mention.reading
    chips = []
    if reading.safety:
        chips.append(("warning-octagon", safety_words(reading.safety), "negative"))
    if not mention.own:  # what we wrote ourselves wants nothing of us
        chips += [(CONCERN_ICONS[concern], CONCERN_WORDS[concern], "neutral") for concern in reading.concerns]
    if mention.answered_by_others:
        chips.append(("chats-circle", ANSWERED_BY_OTHERS, "accent"))
    elif reading.needs_answer and not mention.own and mention.status in OPEN_STATUSES:
        chips.append(("chat-circle-dots", NEEDS_ANSWER, "warning"))
    return tuple(chips)
