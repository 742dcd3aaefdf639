"""Feeds that were found, to choose from."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kundenradar.domain.sources import Candidate, Scope
from kundenradar.services.subscriptions import masked
from ui import formats
from ui.dialogs.proposals import ChoiceBox
from ui.models.sources import KIND_WORDS
from ui.widgets.form import BelowBox, hairline
from ui.widgets.labels import ElidedLabel, WrapLabel

SHOWN_AT_ONCE = 4


def candidate_name(candidate: Candidate) -> str:
    """Its title, or its host."""
    return candidate.title or urlsplit(candidate.url).hostname or candidate.url


def rhythm(per_week: float | None) -> str:
    """How much is written there: ``etwa 12 Beiträge pro Woche``, ``weniger als 1 Beitrag pro Woche``."""
    if per_week is None:
        return ""
    if per_week < 0.75:
        return "weniger als 1 Beitrag pro Woche"
    number = round(per_week) if per_week < 100 else round(per_week, -1)
    return f"etwa {formats.count(int(number), 'Beitrag', 'Beiträge')} pro Woche"


SCOPE_WORDS: Final = {
    Scope.THREAD: "nur diese Diskussion",
    Scope.BOARD: "nur dieser Bereich",
    Scope.ALL: "alles Neue",
    Scope.UNKNOWN: "",
}


def facts(candidate: Candidate, now: datetime) -> str:
    """What helps to choose: kind, how much of the place, newest entry, how much is written."""
    parts = [KIND_WORDS[candidate.kind], SCOPE_WORDS[candidate.scope]]
    if not candidate.is_tried:
        parts.append("noch nicht geprüft")
    if candidate.comments and candidate.kind.value != "comments":
        parts.append("Kommentare")
    if candidate.newest_at is not None:
        parts.append(f"neuester Beitrag {formats.when(candidate.newest_at, now)}")
    parts.append(rhythm(candidate.per_week))
    return " · ".join(part for part in parts if part)


class _Row(QWidget):
    def __init__(self, candidate: Candidate, now: datetime, *, is_known: bool) -> None:
        super().__init__()
        self.candidate = candidate
        self.box = ChoiceBox(candidate_name(candidate))
        words = "Diesen Feed hört Kundenradar schon." if is_known else facts(candidate, now)
        self.box.setEnabled(not is_known)
        self.box.setAccessibleDescription(f"{words} {masked(candidate.url)}")
        said = WrapLabel(words, "meta")
        said.line_characters = 76
        below = BelowBox(said, ElidedLabel(masked(candidate.url), "meta"))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 7, 12, 10)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(below)


class CandidateList(QScrollArea):
    """Feeds with a box each; the first one that is not heard yet is ticked.

    Attributes:
        changed: Other ones are ticked.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self.setObjectName("card")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Gefundene Feeds"))

    def show_candidates(self, candidates: Sequence[Candidate], known: Iterable[str], now: datetime) -> None:
        """Show what was found.

        Args:
            candidates: Best first.
            known: Addresses of feeds that are heard already.
            now: Aware.
        """
        heard = set(known)
        inner = QWidget()
        inner.setObjectName("plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        self._rows = []
        for candidate in candidates:
            if self._rows:
                column.addWidget(hairline())
            row = _Row(candidate, now, is_known=masked(candidate.url) in heard)
            row.box.toggled.connect(lambda _on: self.changed.emit())
            column.addWidget(row)
            self._rows.append(row)
        column.addStretch(1)
        self.setWidget(inner)
        best = next((row for row in self._rows if row.box.isEnabled()), None)
        if best is not None:
            best.box.setChecked(True)
        self._fit()
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Rows are as high as their words need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the first rows; where there are more, half of the next one says so."""
        width = self.viewport().width() - 4
        heights = [max(row.heightForWidth(width), row.minimumSizeHint().height()) + 1 for row in self._rows]
        more = heights[SHOWN_AT_ONCE] // 2 if len(heights) > SHOWN_AT_ONCE else 0
        self.setFixedHeight(sum(heights[:SHOWN_AT_ONCE]) + more + 6)

    @property
    def chosen(self) -> tuple[Candidate, ...]:
        """The ticked ones."""
        return tuple(row.candidate for row in self._rows if row.box.isChecked())

    @property
    def are_all_known(self) -> bool:
        """Whether there is nothing to tick."""
        return not any(row.box.isEnabled() for row in self._rows)

    def focus_first(self) -> None:
        """Bring the keyboard to the first box that can be ticked."""
        for row in self._rows:
            if row.box.isEnabled():
                row.box.setFocus()
                return
