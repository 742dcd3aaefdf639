"""What an expression finds among what is stored, while it is being typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundenradar.services import listening
from ui import formats
from ui.widgets.labels import WrapLabel
from ui.widgets.lists import WordList
from ui.widgets.safe_text import plain_line

if TYPE_CHECKING:
    from concurrent.futures import Future

    from kundenradar.app.core import Workers
    from kundenradar.domain.mentions import Entry
    from kundenradar.services.listening import QueryTest
    from ui.tasks import Tasks

TEST_MS = 300
EXAMPLES = 5


def entry_line(entry: Entry) -> str:
    """An entry as an example: its title, and below it how it begins."""
    text = plain_line(entry.text, 160)
    return f"{plain_line(entry.title, 120)}\n{text}" if entry.title else text


class QueryProbe(QWidget):
    """A count and five examples; they follow the typing after a moment.

    Args:
        beside: A widget at the end of the line with the count.

    Attributes:
        hits: The count, in words.
        examples: The newest hits.
        typing: Runs while it waits for the typing to rest.

    Signals:
        failed: The core refused the expression (exception).
    """

    failed = Signal(object)

    def __init__(
        self, workers: Workers, tasks: Tasks, beside: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workers, self._tasks = workers, tasks
        self._expression = ""
        self._question = 0
        self._running: Future[QueryTest] | None = None
        self.typing = QTimer(self)
        self.typing.setSingleShot(True)
        self.typing.setInterval(TEST_MS)
        self.typing.timeout.connect(self.ask)
        self.hits = WrapLabel("", "strong", self)
        self.examples = WordList(self.tr("Beispiele der Treffer"), self, is_for_reading=True)
        head = QHBoxLayout()
        head.addWidget(self.hits, 1)
        if beside is not None:
            head.addWidget(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.examples)
        column.addStretch(1)

    def follow(self, expression: str) -> None:
        """Ask for this expression as soon as nothing is typed for a moment."""
        self._expression = expression
        self.typing.start()

    def show_mistake(self) -> None:
        """The expression cannot be read: there is nothing to find."""
        self._forget()
        self._show("", ())

    @Slot()
    def ask(self) -> None:
        """Ask now; an answer to an older wording is dropped, and not waited for."""
        self._forget()
        if not self._expression.strip():
            self._show(self.tr("Hier erscheint, was das Suchprofil findet."), ())
            return
        self._running = self._workers.read(listening.try_query, self._expression, EXAMPLES)
        self._tasks.watch(
            self._running, self, partial(self._found, self._question), partial(self._refused, self._question)
        )

    def _forget(self) -> None:
        self.typing.stop()
        self._question += 1
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _found(self, question: int, found: QueryTest) -> None:
        if question != self._question:
            return
        words = self.tr("Passt zu {count} unter den gespeicherten.").format(
            count=formats.count(found.hits, "Beitrag", "Beiträgen")
        )
        self._show(words if found.hits else self.tr("Kein gespeicherter Beitrag passt dazu."), found.examples)

    def _refused(self, question: int, error: BaseException) -> None:
        if question == self._question:
            self._show("", ())
            self.failed.emit(error)

    def _show(self, words: str, examples: tuple[Entry, ...]) -> None:
        self.hits.setText(words)
        self.examples.clear()
        for entry in examples:
            self.examples.addItem(entry_line(entry))
        self.examples.setVisible(bool(examples))
        self.examples.updateGeometry()
