"""Asks for due sources every half minute and notices when the computer slept."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ui import formats

if TYPE_CHECKING:
    from kundenradar.app.core import Workers

TICK_MS = 30_000
SLEPT = timedelta(minutes=3)
AFTER_WAKE_MS = 15_000
REST_AFTER_TICKS = 4
"""Ticks without a round after which the core may give back what a round needed (2 minutes)."""


class Clockwork(QObject):
    """Polls what is due while listening is on.

    After a gap of more than three minutes between two ticks the computer slept: the network needs a
    moment, so the first question waits 15 s (DESKTOP.md 6).

    Attributes:
        ticked: Half a minute passed; what shows times may look again.
        woke: The computer slept and woke.
    """

    ticked = Signal()
    woke = Signal()

    def __init__(
        self, workers: "Workers", parent: QObject | None = None, now: Callable[[], datetime] = formats.utc_now
    ) -> None:
        super().__init__(parent)
        self._workers, self._now = workers, now
        self._last = now()
        self._is_waking = False
        self._quiet_ticks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._wake = QTimer(self)
        self._wake.setSingleShot(True)
        self._wake.setInterval(AFTER_WAKE_MS)
        self._wake.timeout.connect(self._awake)

    @property
    def is_waking(self) -> bool:
        """Whether the first question after a sleep still waits."""
        return self._is_waking

    def start(self) -> None:
        """Ask now and then every half minute."""
        self._last = self._now()
        self._timer.start()
        self._ask()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._wake.stop()

    @Slot()
    def tick(self) -> None:
        """One beat."""
        now = self._now()
        gap, self._last = now - self._last, now
        if gap > SLEPT:
            self._is_waking = True
            self._wake.start()
            self.woke.emit()
        elif not self._is_waking:
            self._ask()
        self._rest_if_quiet()
        self.ticked.emit()

    def _rest_if_quiet(self) -> None:
        self._quiet_ticks = 0 if self._workers.refreshing else self._quiet_ticks + 1
        if self._quiet_ticks == REST_AFTER_TICKS:
            self._workers.rest()

    @Slot()
    def _awake(self) -> None:
        self._is_waking = False
        self._ask()

    def _ask(self) -> None:
        if self._workers.settings.listening:
            self._workers.refresh_due()
