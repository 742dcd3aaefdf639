"""What the program learnt from the owner's corrections, and the way to start anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundenradar.domain.learning import LEAST_TO_MEASURE
from ui import formats
from ui.models.words import LABELS_IN_ORDER, SENTIMENT_WORDS
from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.labels import WrapLabel

if TYPE_CHECKING:
    from kundenradar.domain.learning import Learnt


class LearningCard(Card):
    """The group of the settings about learning.

    Signals:
        reset_wished: Forget what was learnt; the owner was asked.
        rating_wished: Begin a Bewertungsrunde.
    """

    reset_wished = Signal()
    rating_wished = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.column.setSpacing(12)
        self.words = WrapLabel(self.tr("Einen Augenblick …"))
        self.accuracy = WrapLabel("", "second")
        self.question = WrapLabel(
            self.tr(
                "Kundenradar vergisst, was es aus Ihren Korrekturen gelernt hat, und urteilt wieder wie am ersten Tag. "
                "Ihre eigenen Bewertungen bleiben."
            ),
            "second",
        )
        for part in (self.words, self.accuracy, self.question):
            self.column.addWidget(part)
        self.rate = Button(self.tr("Bewertungsrunde starten"), icon="question")
        self.rate.clicked.connect(self._on_rate)
        self.reset = Button(self.tr("Zurücksetzen …"), icon="arrow-counter-clockwise")
        self.reset.clicked.connect(lambda: self._ask(asked=True))
        self.confirm = Button(self.tr("Vergessen"), "danger")
        self.confirm.clicked.connect(self._confirmed)
        self.keep = Button(self.tr("Behalten"))
        self.keep.clicked.connect(lambda: self._ask(asked=False))
        row = QHBoxLayout()
        row.setSpacing(10)
        for button in (self.rate, self.reset, self.keep, self.confirm):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self._ask(asked=False)

    def show_learnt(self, learnt: Learnt) -> None:
        """Show what was learnt so far."""
        self.reset.setEnabled(learnt.corrections > 0)
        if not learnt.corrections:
            self.words.setText(
                self.tr(
                    "Kundenradar hat noch nichts gelernt. Stellen Sie bei einer Erwähnung die Stimmung richtig "
                    "(Tasten 1, 2, 3), oder starten Sie eine Bewertungsrunde: Kundenradar fragt nach den Erwähnungen, "
                    "bei denen es am unsichersten ist."
                )
            )
            self.accuracy.hide()
            return
        count = formats.count(learnt.corrections, self.tr("Korrektur"), self.tr("Korrekturen"))
        parts = ", ".join(
            f"{formats.number(learnt.counts[label])} {SENTIMENT_WORDS[label].lower()}" for label in LABELS_IN_ORDER
        )
        self.words.setText(self.tr("Gelernt aus {count}: {parts}.").format(count=count, parts=parts))
        self.accuracy.setText(self._accuracy_words(learnt))
        self.accuracy.show()

    def _accuracy_words(self, learnt: Learnt) -> str:
        if learnt.accuracy is None:
            words = self.tr("Ab {least} Korrekturen prüft Kundenradar, wie oft es urteilt wie Sie.")
            return words.format(least=LEAST_TO_MEASURE)
        words = self.tr(
            "An Ihren eigenen Korrekturen geprüft, die es dafür nicht kannte, urteilt Kundenradar in {share} der Fälle "
            "wie Sie."
        )
        return words.format(share=formats.percent(learnt.accuracy))

    def _ask(self, *, asked: bool) -> None:
        self.question.setVisible(asked)
        self.confirm.setVisible(asked)
        self.keep.setVisible(asked)
        self.reset.setVisible(not asked)
        self.rate.setVisible(not asked)
        if asked:
            self.keep.setFocus()

    @Slot()
    def _on_rate(self) -> None:
        self.rating_wished.emit()

    @Slot()
    def _confirmed(self) -> None:
        self._ask(asked=False)
        self.reset_wished.emit()
