"""Shut out what a mention is noise by: a word, its author, its site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from kundenradar.domain.noise import NoiseKind, site_of
from kundenradar.domain.text import fold, tokens
from kundenradar.domain.word_cloud import telling_words
from ui.dialogs.frame import Frame
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.form import hairline
from ui.widgets.noise_choice import NoiseChoice
from ui.widgets.safe_text import plain_line

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from kundenradar.domain.mentions import Mention
    from kundenradar.services.noise import Excluded
    from ui.tasks import Tasks

WORDS_OFFERED = 7
LONGEST_SHOWN = 60


class ExcludeDialog(QDialog):
    """Up to three ways not to see a mention's like again, each with what it concerns.

    Attributes:
        word_field: The word to shut out.
        word, author, site: The choices; None where the mention has no such thing.

    Signals:
        excluded: Something is shut out now (Excluded).
    """

    excluded = Signal(object)

    def __init__(self, workers: Workers, tasks: Tasks, mention: Mention, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame = Frame(
            self,
            self.tr("Solche nicht mehr zeigen"),
            self.tr(
                "Was Sie ausschließen, verlässt die Liste und kommt auch neu nicht mehr hinein. Die Beiträge "
                "bleiben gespeichert; unter Suchprofile › Ausgeschlossenes lassen Sie alles wieder zu."
            ),
        )
        self._workers, self._tasks, self._frame = workers, tasks, frame
        entry = mention.entry
        site = site_of(entry.link or "")
        self.author = self._choice(self.tr("Verfasser: {name}"), NoiseKind.AUTHOR, entry.author or "")
        self.site = self._choice(self.tr("Website: {name}"), NoiseKind.SITE, site)
        self.word_field = QLineEdit()
        self.word_field.setAccessibleName(self.tr("Wort oder Wortfolge"))
        self.word_field.setPlaceholderText(self.tr("zum Beispiel Stellenanzeige"))
        self.word_field.textChanged.connect(self._on_word)
        self.word = NoiseChoice(workers, tasks, self.tr("Wort oder Wortfolge"), self.word_field)
        self.word.excluded.connect(self._done)
        frame.body.addWidget(self.word)
        self._offer_words(f"{entry.title}\n{entry.own_words or entry.text}")
        close = Button(self.tr("Schließen"))
        close.clicked.connect(self.reject)
        frame.set_buttons(close)
        self.word_field.setFocus()

    def _choice(self, title: str, kind: NoiseKind, value: str) -> NoiseChoice | None:
        if not value or (kind is NoiseKind.SITE and "." not in value):
            return None
        choice = NoiseChoice(self._workers, self._tasks, title.format(name=plain_line(value, LONGEST_SHOWN)))
        choice.excluded.connect(self._done)
        choice.show_value(kind, value)
        self._frame.body.addWidget(choice)
        self._frame.body.addWidget(hairline())
        return choice

    def _offer_words(self, text: str) -> None:
        """Words of the mention to choose from; the firm's own would shut out everything."""
        settings = self._workers.settings
        own = {token.folded for words in (settings.firm_name, *settings.terms) for token in tokens(words)}
        holder = QWidget()
        row = FlowLayout(holder, gap=6)
        telling = [word for word in telling_words(text, WORDS_OFFERED + len(own)) if fold(word) not in own]
        for word in telling[:WORDS_OFFERED]:
            chip = Button(word, "chip")
            chip.setAccessibleName(self.tr("„{word}“ einsetzen").format(word=word))
            chip.clicked.connect(lambda _checked=False, word=word: self.word_field.setText(word))
            row.addWidget(chip)
        self._frame.body.addWidget(holder)

    @Slot(str)
    def _on_word(self, word: str) -> None:
        self.word.show_value(NoiseKind.WORD, word, at_once=False)

    @Slot(object)
    def _done(self, excluded: Excluded) -> None:
        self.accept()
        self.excluded.emit(excluded)
