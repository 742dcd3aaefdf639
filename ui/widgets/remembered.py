"""Sizes a person gave to the parts of a page, kept from one start to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QSplitter

SETTLED_MS: Final = 400
"""While a handle is dragged nothing is written."""


class RememberedSizes(QObject):
    """Keeps the sizes of a splitter under a name; one set for each number of its parts."""

    def __init__(self, splitter: QSplitter, name: str) -> None:
        super().__init__(splitter)
        self._splitter, self._name = splitter, name
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLED_MS)
        self._timer.timeout.connect(self._keep)
        splitter.splitterMoved.connect(lambda _place, _handle: self._timer.start())

    @property
    def _state(self) -> QSettings | None:
        """Where the window keeps what is no preference."""
        return getattr(self._splitter.window(), "state", None)

    @property
    def _key(self) -> str:
        return f"{self._name}/{self._splitter.count()}"

    def restore(self) -> bool:
        """Give the parts the sizes of last time; whether there were any."""
        kept = self._state.value(self._key) if self._state is not None else None
        sizes = [int(size) for size in kept if str(size).isdecimal()] if isinstance(kept, list) else []
        if len(sizes) != self._splitter.count() or not sum(sizes):
            return False
        self._splitter.setSizes(sizes)
        return True

    @Slot()
    def _keep(self) -> None:
        if self._state is not None:
            self._state.setValue(self._key, [str(size) for size in self._splitter.sizes()])
