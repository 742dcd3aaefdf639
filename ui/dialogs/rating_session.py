"""Bewertungsrunde: the most uncertain mentions one by one, by keyboard alone; what was learnt from it at the end."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QProgressBar, QWidget

from kundenradar.domain.sentiment import Label
from kundenradar.services import learning, review
from ui import formats
from ui.dialogs.frame import Frame
from ui.models.words import LABELS_IN_ORDER, SENTIMENT_ICONS, SENTIMENT_WORDS
from ui.widgets.buttons import Button
from ui.widgets.labels import Label as Line
from ui.widgets.labels import WrapLabel, announce
from ui.widgets.safe_text import plain_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from kundenradar.app.core import Workers
    from kundenradar.domain.learning import Rejudged
    from kundenradar.domain.mentions import Mention
    from ui.models.learner import Learner
    from ui.tasks import Tasks

ROUND: Final = 20
"""Mentions of one session."""
MOST_CHARS: Final = 700
KEYS: Final = {Label.POSITIVE: "1", Label.NEUTRAL: "2", Label.NEGATIVE: "3"}


def read_uncertain(ctx: Any) -> tuple[tuple[Mention, ...], bool]:  # noqa: ANN401 - the core's context
    """The mentions of a session, the least certain first, and whether there are any mentions at all."""
    found = review.full(ctx, learning.most_uncertain(ctx, ROUND))
    return found, bool(found) or review.facets(ctx).total > 0


class RatingSession(QDialog):
    """Asks for one label after the other.

    Attributes:
        given: Label given per place, in the order asked; None for skipped ones.
    """

    def __init__(self, workers: Workers, tasks: Tasks, learner: Learner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workers, self._tasks, self._learner = workers, tasks, learner
        self._mentions: tuple[Mention, ...] = ()
        self.given: list[Label | None] = []
        self._is_learnt = self._is_unlearnt = False
        self._has_any = True
        lead = self.tr("Wo das Programm am unsichersten ist, lernt es am meisten von Ihnen.")
        self._frame = Frame(self, self.tr("Bewertungsrunde"), lead, width=640)
        self._build()
        self._add_keys()
        self._frame.fit()
        tasks.watch(workers.read(read_uncertain), self, self._start)

    def _build(self) -> None:
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.setAccessibleName(self.tr("Fortschritt"))
        self.place = Line(self.tr("Einen Augenblick …"), "meta")
        self.title = WrapLabel("", "strong")
        self.text = WrapLabel("")
        self.guess = WrapLabel("", "second")
        for part in (self.progress, self.place, self.title, self.text, self.guess):
            self._frame.body.addWidget(part)
        self._frame.body.addStretch(1)
        self.buttons = {label: self._label_button(label) for label in LABELS_IN_ORDER}
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self._frame.body.addLayout(row)
        self.back = self._command(self.tr("Zurück (Z)"), self.step_back)
        self.skip = self._command(self.tr("Überspringen (Leertaste)"), self.skip_one)
        self.finish = self._command(self.tr("Beenden"), self.close)
        self._frame.set_buttons(self.back, self.skip, left=self.finish)
        self._enable(is_on=False)

    def _label_button(self, label: Label) -> Button:
        words = f"{SENTIMENT_WORDS[label]} ({KEYS[label]})"
        button = Button(words, "", SENTIMENT_ICONS[label], self)
        button.clicked.connect(partial(self.rate, label))
        return button

    def _command(self, words: str, handler: Callable[[], object]) -> Button:
        button = Button(words, "quiet", "", self)
        button.clicked.connect(lambda _checked=False: handler())
        return button

    def _add_keys(self) -> None:
        handlers: dict[str, Callable[[], object]] = {
            "Z": self.step_back,
            "Ctrl+Z": self.step_back,
            "Backspace": self.step_back,
            "Space": self._press_or_skip,
            "Right": self.skip_one,
        }
        handlers |= {key: partial(self.rate, label) for label, key in KEYS.items()}
        for keys, handler in handlers.items():
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _checked=False, handler=handler: handler())
            self.addAction(action)

    # the session

    @property
    def current(self) -> Mention | None:
        """The mention asked about, None before the first and after the last."""
        at = len(self.given)
        return self._mentions[at] if at < len(self._mentions) else None

    def _start(self, found: tuple[tuple[Mention, ...], bool]) -> None:
        self._mentions, self._has_any = found
        self.progress.setRange(0, max(1, len(self._mentions)))
        for part in (self.progress, self.place, self.back):
            part.setVisible(bool(self._mentions))
        self._show()

    def rate(self, label: Label) -> None:
        """Give the mention asked about its label and go on."""
        mention = self.current
        if mention is not None:
            asked = self._workers.write(review.set_sentiment, [mention.entry.id], label)
            self._tasks.watch(asked, self)
            self._is_unlearnt = True
            self._next(label)

    def _press_focused(self) -> bool:
        """Press the button somebody went to by Tab; whether there is one."""
        focused = self.focusWidget()
        is_there = isinstance(focused, QAbstractButton) and focused.isVisible() and focused.isEnabled()
        if is_there:
            cast(QAbstractButton, focused).click()
        return is_there

    @Slot()
    def _press_or_skip(self) -> None:
        """The space bar skips, unless a button was gone to by Tab."""
        if not self._press_focused():
            self.skip_one()

    @Slot()
    def skip_one(self) -> None:
        """Leave the mention asked about as it is and go on."""
        if self.current is not None:
            self._next(None)

    @Slot()
    def step_back(self) -> None:
        """Go back to the mention before and take its label back."""
        if not self.given:
            return
        label = self.given.pop()
        mention = self.current
        if label is not None and mention is not None:
            self._tasks.watch(self._workers.outside(review.clear_sentiment, [mention.entry.id]), self)
            self._is_unlearnt = self._is_learnt or any(self.given)
        self._show()

    def _next(self, label: Label | None) -> None:
        self.given.append(label)
        self._show()
        if self.current is None:
            self._learn()

    def _show(self) -> None:
        mention = self.current
        self.progress.setValue(len(self.given))
        self._enable(is_on=mention is not None)
        if mention is None:
            self._show_end()
        else:
            if not self.given:
                self.skip.setFocus()  # the space bar skips with it and without
            self._show_mention(mention)
        self._frame.fit()

    def _show_mention(self, mention: Mention) -> None:
        entry = mention.entry
        self.place.setText(
            self.tr("{at} von {count} · {source}").format(
                at=len(self.given) + 1, count=len(self._mentions), source=mention.source_name
            )
        )
        words = entry.own_words or entry.text
        self.title.setText(plain_line(entry.title))
        self.title.setVisible(bool(entry.title) and not words.startswith(entry.title))
        self.text.setText(words if len(words) <= MOST_CHARS else words[:MOST_CHARS].rsplit(" ", 1)[0] + " …")
        self.guess.setText(
            self.tr("Das Programm meint: {label}, zu {chance} sicher.").format(
                label=SENTIMENT_WORDS[mention.sentiment.label].lower(),
                chance=f"{round(mention.sentiment.confidence * 100)} %",
            )
        )
        announce(self.text, f"{self.place.text()}. {self.text.text()}")

    def _show_end(self) -> None:
        rated = Counter(label for label in self.given if label is not None)
        self.title.hide()
        self.guess.setText("")
        if not self._mentions:
            self.guess.hide()
            none_left = self.tr("Zu bewerten ist nichts mehr. Kommen neue Erwähnungen, lohnt sich die nächste Runde.")
            none_yet = self.tr(
                "Noch gibt es keine Erwähnungen. Die Runde lohnt sich, sobald Ihre Quellen welche bringen."
            )
            self.text.setText(none_left if self._has_any else none_yet)
            announce(self.text, self.text.text())
            self.finish.setFocus()
            return
        self.finish.setFocus()  # not the way back: the return key would take the last label away
        self.place.setText(self.tr("Fertig, vielen Dank."))
        parts = [f"{rated[label]} {SENTIMENT_WORDS[label].lower()}" for label in LABELS_IN_ORDER if rated[label]]
        words = self.tr("Bewertet: {parts}.").format(parts=", ".join(parts)) if parts else self.tr("Nichts bewertet.")
        self.text.setText(words)

    def _enable(self, *, is_on: bool) -> None:
        for button in (*self.buttons.values(), self.skip):
            button.setEnabled(is_on)
            button.setVisible(is_on)
        self.back.setEnabled(bool(self.given))
        self.finish.setText(self.tr("Beenden") if is_on else self.tr("Schließen"))

    # learning

    def _learn(self) -> None:
        if self._is_unlearnt:
            self.guess.setText(self.tr("Kundenradar lernt daraus …"))
            if not self._is_learnt:
                self._learner.learnt.connect(self._on_learnt)
            self._is_learnt, self._is_unlearnt = True, False
            self._learner.note_correction()

    @Slot(object)
    def _on_learnt(self, rejudged: Rejudged) -> None:
        count = formats.count(len(rejudged.ids), self.tr("weitere Erwähnung"), self.tr("weitere Erwähnungen"))
        words = self.tr("Gelernt. {count} neu eingestuft.").format(count=count)
        self.guess.setText(words if rejudged.ids else self.tr("Gelernt. Bei den übrigen ändert sich nichts."))
        self._frame.fit()
        announce(self.guess, self.guess.text())

    def done(self, result: int) -> None:
        """Close; what was rated so far is learnt."""
        if self._is_unlearnt:
            self._learner.note_correction()
        super().done(result)

    def keyPressEvent(self, event: Any) -> None:  # noqa: ANN401, N802 - Qt's name
        """The return key presses the button that has the keyboard, no other."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._press_focused()
            return
        super().keyPressEvent(event)
