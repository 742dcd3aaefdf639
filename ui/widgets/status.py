"""The line at the foot of the window: what Kundenradar does right now, in a sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from kundenradar.domain.errors import TroubleKind
from kundenradar.domain.events import RefreshProgress
from kundenradar.domain.sources import Source, SourceState, state_of
from ui import formats
from ui.widgets.buttons import Button, IconButton
from ui.widgets.cards import Icon
from ui.widgets.labels import ElidedLabel, Label, set_tone


@dataclass(frozen=True, slots=True)
class Status:
    """What the line says.

    Attributes:
        sentence: At the left.
        detail: At the right, may be empty.
        tone: ``warning`` or empty.
        icon: Phosphor name of the mark before the sentence.
    """

    sentence: str
    detail: str = ""
    tone: str = ""
    icon: str = "broadcast"


def status_of(sources: Sequence[Source], *, listening: bool, now: datetime) -> Status:
    """The state of listening in one sentence.

    Args:
        sources: Everything subscribed to.
        listening: Whether the scheduler polls by itself.
        now: Aware, UTC.
    """
    if not sources:
        return Status("Noch keine Quellen. Kundenradar hört zu, sobald Sie eine hinzufügen.", icon="info")
    detail = _last_heard(sources, now)
    if not listening:
        text = "Kundenradar steht still und fragt keine Quellen ab."
        return Status(text, detail, "warning", "pause-circle")
    active = [s for s in sources if state_of(s) not in {SourceState.PAUSED, SourceState.GONE}]
    if not active:
        return Status("Alle Quellen sind angehalten.", detail, "warning", "pause-circle")
    due = min((s.next_due for s in active if s.next_due is not None), default=None)
    if all(s.trouble is not None and s.trouble.kind is TroubleKind.OFFLINE for s in active):
        again = f" Nächster Versuch {_at(due, now)}." if due else ""
        text = f"Offline – gespeicherte Erwähnungen bleiben lesbar.{again}"
        return Status(text, detail, "warning", "wifi-slash")
    is_soon = due is None or due <= now or any(s.next_due is None for s in active)
    text = "Kundenradar läuft. " + (
        "Der nächste Abruf beginnt gleich." if is_soon or due is None else f"Nächster Abruf {_at(due, now)}."
    )
    broken = sum(state_of(s) in {SourceState.BROKEN, SourceState.GONE} for s in sources)
    if broken:
        text += f" {formats.count(broken, 'Quelle braucht', 'Quellen brauchen')} Ihren Blick."
    return Status(text, detail)


def _at(moment: datetime, now: datetime) -> str:
    if moment - now < timedelta(hours=20) and formats.local_day(moment) == formats.local_day(now):
        return f"{formats.clock_time(moment)} Uhr"
    return f"{formats.when(moment, now)} Uhr"


def _last_heard(sources: Sequence[Source], now: datetime) -> str:
    counted = formats.count(len(sources), "Quelle", "Quellen")
    last = max((s.last_success for s in sources if s.last_success is not None), default=None)
    if last is None:
        return counted
    return f"{counted} · zuletzt aktualisiert {formats.when(last, now)} Uhr"


def progress_sentence(progress: RefreshProgress) -> str:
    """How far a round of polling is."""
    new = formats.count(progress.new, "neue Erwähnung", "neue Erwähnungen")
    done = f"{formats.number(progress.done)} von {formats.number(progress.total)}"
    return f"Quellen werden abgefragt: {done} · {new}"


class StatusLine(QFrame):
    """Sentence, progress of a round with a way to cancel it, and the switch of listening.

    Attributes:
        cancelled: The person wants the round to end.
        listening_wanted: The person wants listening on or off (bool).
    """

    cancelled = Signal()
    listening_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAccessibleName(self.tr("Zustand"))
        self._listening = True
        self._icon = Icon("broadcast", "accent", 16)
        self._sentence = ElidedLabel("", "meta")
        self._detail = Label("", "meta")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Fortschritt des Abrufs"))
        self._bar.setMinimumWidth(140)
        self._bar.setMaximumWidth(220)
        self._cancel = Button(self.tr("Abbrechen"), "quiet")
        self._cancel.setAccessibleName(self.tr("Abruf abbrechen"))
        self._cancel.clicked.connect(self.cancelled)
        self._switch = IconButton("", "pause-circle")
        self._switch.clicked.connect(lambda: self.listening_wanted.emit(not self._listening))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 12, 1)
        row.setSpacing(10)
        row.addWidget(self._switch)
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._bar, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._cancel)
        row.addWidget(self._detail)
        self.show_progress(None)
        self.show_listening(listening=True)

    @property
    def sentence(self) -> str:
        """What stands at the left."""
        return self._sentence.text()

    @property
    def detail(self) -> str:
        """What stands at the right."""
        return self._detail.text()

    def show_status(self, status: Status) -> None:
        """Say what `status` says."""
        self._sentence.setText(status.sentence)
        self._detail.setText(status.detail)
        self._icon.show_as(status.icon, "warning" if status.tone else "accent")
        set_tone(self._sentence, status.tone)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The sentence goes before the detail."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = self._sentence.fontMetrics().horizontalAdvance(self._sentence.text())
        beside = self._detail.sizeHint().width() + self._switch.width() + self._icon.width() + 80
        self._detail.setVisible(self._bar.isHidden() and wanted + beside <= self.width())

    def show_progress(self, progress: RefreshProgress | None) -> None:
        """Show how far a round is; None or a finished one hides it."""
        is_running = progress is not None and not progress.finished
        self._bar.setVisible(is_running)
        self._cancel.setVisible(is_running)
        self._fit()
        if progress is not None and is_running:
            self._bar.setRange(0, max(1, progress.total))
            self._bar.setValue(progress.done)
            self._icon.show_as("arrows-clockwise", "accent")
            set_tone(self._sentence, "")
            self._sentence.setText(progress_sentence(progress))

    def show_listening(self, *, listening: bool) -> None:
        """Show whether the scheduler polls by itself."""
        self._listening = listening
        if listening:
            self._switch.show_as(self.tr("Anhalten: keine Quellen mehr von selbst abfragen"), "pause-circle")
        else:
            self._switch.show_as(self.tr("Weiterlaufen: Quellen wieder von selbst abfragen"), "play-circle", "accent")
