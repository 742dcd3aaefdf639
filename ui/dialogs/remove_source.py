"""Quelle entfernen: what goes with it, and the gentler way."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from kundenradar.domain.errors import InputError
from kundenradar.domain.sources import Source
from kundenradar.services import subscriptions
from ui import formats
from ui.dialogs.frame import Frame
from ui.widgets.buttons import Button
from ui.widgets.labels import WrapLabel

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from ui.tasks import Tasks


class RemoveSourceDialog(QDialog):
    """Asks before a source goes; the safe answer is the default.

    Attributes:
        removal_wished: Yes, remove it.
        pause_wished: Only stop listening.
    """

    removal_wished = Signal()
    pause_wished = Signal()

    def __init__(self, workers: "Workers", tasks: "Tasks", source: Source, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = Frame(self, self.tr("„{name}“ entfernen?").format(name=source.name), width=500)
        column = self._frame.body
        self._text = WrapLabel(self.tr("Kundenradar zählt, was dazugehört …"))
        self._text.line_characters = 66
        hint = WrapLabel(
            self.tr("Wenn Sie dort nur nicht weiter zuhören möchten, genügt es, die Quelle zu pausieren."), "second"
        )
        hint.line_characters = 66
        column.addWidget(self._text)
        if not source.paused:
            column.addWidget(hint)
        self.keep = Button(self.tr("Behalten"))
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.reject)
        self.pause = Button(self.tr("Nur pausieren"))
        self.pause.clicked.connect(self._on_pause)
        self.pause.setVisible(not source.paused)
        self.removal = Button(self.tr("Entfernen"), "danger")
        self.removal.clicked.connect(self._on_remove)
        column.addStretch(1)
        self._frame.set_buttons(self.pause, self.keep, left=self.removal)
        self._frame.fit()
        self.keep.setFocus()
        self._tasks = tasks
        tasks.watch(workers.read(subscriptions.removal_preview, source.id), self, self._take_preview, self._no_preview)

    @property
    def text(self) -> str:
        """What would go."""
        return self._text.text()

    def _no_preview(self, error: BaseException) -> None:
        """A source that is gone already, by a quick hand or on the command line, has nothing left to lose."""
        if not isinstance(error, InputError):
            self._tasks.failed.emit(error)

    def _take_preview(self, preview: tuple[int, int]) -> None:
        entries, mentions = preview
        if not entries:
            text = self.tr("Von dieser Quelle ist nichts gespeichert.")
        else:
            stored = formats.count(entries, self.tr("gespeicherter Beitrag"), self.tr("gespeicherte Beiträge"))
            heard = formats.count(mentions, self.tr("Erwähnung"), self.tr("Erwähnungen"))
            words = self.tr("Mit der Quelle geht verloren: {entries}. Das lässt sich nicht rückgängig machen.")
            if mentions:
                words = self.tr(
                    "Mit der Quelle geht verloren: {entries}, darunter {mentions} mit Ihren Antworten und "
                    "Korrekturen. Das lässt sich nicht rückgängig machen."
                )
            text = words.format(entries=stored, mentions=heard)
        self._text.setText(text)
        self.setAccessibleDescription(text)
        self._frame.fit()

    def _on_pause(self) -> None:
        self.pause_wished.emit()
        self.accept()

    def _on_remove(self) -> None:
        self.removal_wished.emit()
        self.accept()
