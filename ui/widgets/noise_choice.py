"""One thing that can be shut out, with what that would change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundenradar.domain.noise import NoiseKind
from kundenradar.services import messages, noise
from ui import formats
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrapLabel, set_tone

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from kundenradar.services.noise import Excluded, NoisePreview
    from ui.tasks import Tasks

PREVIEW_MS = 250


class NoiseChoice(QWidget):
    """A name, what shutting it out concerns, and the button that does it.

    Args:
        title: What it is; a widget to write in may stand beside it.
        field: A widget to write in, or None.

    Attributes:
        button: Shuts it out.

    Signals:
        excluded: It is shut out now (Excluded).
    """

    excluded = Signal(object)

    def __init__(
        self, workers: Workers, tasks: Tasks, title: str, field: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workers, self._tasks = workers, tasks
        self._kind = NoiseKind.WORD
        self._value = ""
        self._question = 0
        self.typing = QTimer(self)
        self.typing.setSingleShot(True)
        self.typing.setInterval(PREVIEW_MS)
        self.typing.timeout.connect(self._ask)
        self._effect = WrapLabel(" ", "second", self)  # room for a line, so that nothing jumps
        self.button = Button(self.tr("Ausschließen"), parent=self)
        self.button.clicked.connect(self._exclude)
        self.button.setEnabled(False)
        words = QVBoxLayout()
        words.setSpacing(3)
        head = Label(title, "strong", self)
        words.addWidget(head)
        if field is not None:
            head.setBuddy(field)
            words.addWidget(field)
        words.addWidget(self._effect)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    @property
    def effect(self) -> str:
        """What shutting it out concerns, in words."""
        return self._effect.text().strip()

    def show_value(self, kind: NoiseKind, value: str, *, at_once: bool = True) -> None:
        """Ask what shutting this out would change; nothing while `value` is empty."""
        self._kind, self._value = kind, value
        self._question += 1
        self.button.setEnabled(False)
        self.button.setAccessibleName(self.tr("„{value}“ ausschließen").format(value=value))
        if not value.strip():
            self.typing.stop()
            self._say(" ")
        elif at_once:
            self._ask()
        else:
            self.typing.start()

    @Slot()
    def _ask(self) -> None:
        future = self._workers.read(noise.preview, self._kind, self._value, 0)
        self._tasks.watch(
            future, self, partial(self._previewed, self._question), partial(self._refused, self._question)
        )

    def _previewed(self, question: int, found: NoisePreview) -> None:
        if question != self._question:
            return
        self.button.setEnabled(True)
        concerns = self.tr("betrifft {count}").format(count=formats.count(found.leaving, "Erwähnung", "Erwähnungen"))
        if found.staying:
            concerns += self.tr("; {count} schon bearbeitete bleiben").format(count=formats.number(found.staying))
        self._say(concerns)

    def _refused(self, question: int, error: BaseException) -> None:
        if question == self._question:
            self.button.setEnabled(bool(self._value.strip()))
            self._say(messages.sentence(error), "bad")

    @Slot()
    def _exclude(self) -> None:
        self.button.setEnabled(False)
        future = self._workers.outside(noise.exclude, self._kind, self._value)
        self._tasks.watch(future, self, self._done, partial(self._refused, self._question))

    def _done(self, excluded: Excluded) -> None:
        self.excluded.emit(excluded)

    def _say(self, text: str, tone: str = "") -> None:
        self._effect.setText(text)
        set_tone(self._effect, tone)
