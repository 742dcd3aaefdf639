"""The words of a Suchprofil's mentions, large if they are frequent; a click shuts one out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QDialog, QWidget

from kundenradar.domain.noise import NoiseKind
from kundenradar.services import noise
from ui.dialogs.frame import Frame
from ui.widgets.buttons import Button
from ui.widgets.form import hairline
from ui.widgets.labels import WrapLabel
from ui.widgets.noise_choice import NoiseChoice
from ui.widgets.word_cloud import WordCloud

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from kundenradar.domain.queries import QueryId
    from kundenradar.domain.word_cloud import CloudWord
    from ui.tasks import Tasks


class WordCloudDialog(QDialog):
    """The cloud, and below it the word chosen with what shutting it out concerns."""

    def __init__(
        self, workers: Workers, tasks: Tasks, query: QueryId, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workers, self._tasks, self._query = workers, tasks, query
        self._frame = Frame(
            self,
            self.tr("Häufige Wörter bei „{name}“").format(name=name),
            self.tr("Je größer, desto häufiger. Ein Wort, das nichts mit Ihnen zu tun hat, schließen Sie hier aus."),
            width=700,
        )
        self.cloud = WordCloud(self)
        self.cloud.chosen.connect(self._on_chosen)
        self._word = WrapLabel(" ", "section")
        self.choice = NoiseChoice(workers, tasks, self.tr("Gewähltes Wort"), self._word)
        self._frame.body.addWidget(self.choice)
        self._frame.body.addWidget(hairline())
        self._frame.body.addWidget(self.cloud)
        self._empty = WrapLabel(self.tr("Noch gibt es zu wenige Erwähnungen für häufige Wörter."), "second", self)
        self._empty.hide()
        self._frame.body.addWidget(self._empty)
        self._frame.body.addStretch(1)
        self.choice.excluded.connect(self._ask)
        close = Button(self.tr("Schließen"), parent=self)
        close.clicked.connect(self.reject)
        self._frame.set_buttons(close)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        self._tasks.watch(self._workers.read(noise.words_in, self._query), self, self._show)

    def _show(self, words: tuple[CloudWord, ...]) -> None:
        self._word.setText(self.tr("Wählen Sie ein Wort"))
        self.choice.show_value(NoiseKind.WORD, "")
        self.cloud.show_words(words)
        self._empty.setVisible(not words)
        QTimer.singleShot(0, self._frame, self._frame.fit)  # once the style sheet has given the words their sizes

    @Slot(str)
    def _on_chosen(self, word: str) -> None:
        self._word.setText(word)
        self.choice.show_value(NoiseKind.WORD, word)
