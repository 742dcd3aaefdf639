"""Warum?: the judged words marked by sign and strength, one sentence, and the way to say otherwise."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.models.words import LABELS_IN_ORDER, SENTIMENT_ICONS, SENTIMENT_WORDS
from ui.widgets.buttons import Button
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label, WrapLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kundenradar.domain.sentiment import Label as Sentiment
    from kundenradar.domain.sentiment import Reason
    from kundenradar.services.explaining import Why

MOST_CHARS: Final = 1_200
"""Of longer texts the part around the first reason is shown."""
STRONG: Final = 0.35
"""Weight from which a word is underlined."""


class WhyPane(QWidget):
    """Shows why a mention was judged as it was.

    Signals:
        label_wished: The judgement a person gives instead (Label).
    """

    label_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why: Why | None = None
        self.setAccessibleName(self.tr("Warum dieses Urteil"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.sentence = WrapLabel("", "", self)
        self.words = WrapLabel("", "second", self)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        column.addWidget(self.sentence)
        column.addWidget(self.words)
        row = FlowLayout(gap=6)
        self.question = Label(self.tr("Stimmt nicht?"), "meta", self)
        row.addWidget(self.question)
        self.buttons = {label: self._button(label) for label in LABELS_IN_ORDER}
        for button in self.buttons.values():
            row.addWidget(button)
        column.addLayout(row)
        theme.current().changed.connect(self._paint)

    def _button(self, label: Sentiment) -> Button:
        button = Button(SENTIMENT_WORDS[label], "chip", SENTIMENT_ICONS[label], self)
        button.setAccessibleName(self.tr("Es ist {label}").format(label=SENTIMENT_WORDS[label].lower()))
        button.clicked.connect(lambda: self.label_wished.emit(label))
        return button

    def show_why(self, why: Why) -> None:
        """Show an explanation."""
        self._why = why
        self.sentence.setText(why.sentence)
        shown = why.by_human or why.sentiment.label
        for label, button in self.buttons.items():
            button.setVisible(label is not shown)
        self._paint()

    @Slot()
    def _paint(self) -> None:
        if self._why is None:
            return
        why = self._why
        text, start = _part(why.text, why.sentiment.why)
        reasons = [_moved((one.start, one.end, one.weight), start) for one in why.sentiment.why]
        grey = [_moved((*span, 0.0), start) for span in why.left_out]
        words = _marked(text, sorted(reasons + grey))
        self.words.setText(f'<span style="color:{theme.current().tokens.text}">{words}</span>' if grey else words)
        self.words.setAccessibleName(self.tr("Text mit den Wörtern, die entschieden haben"))
        self.updateGeometry()


_Mark = tuple[int, int, float]
"""First character, one past the last, and the push; 0 for what did not count."""


def _part(text: str, reasons: Sequence[Reason]) -> tuple[str, int]:
    """The text to show and where it starts: all of it, or the part around the first reason."""
    first = reasons[0].start if reasons else 0
    start = 0 if len(text) <= MOST_CHARS else max(0, min(first - 80, len(text) - MOST_CHARS))
    return text[start : start + MOST_CHARS], start


def _moved(mark: _Mark, start: int) -> _Mark:
    return mark[0] - start, mark[1] - start, mark[2]


def _marked(text: str, marks: Sequence[_Mark]) -> str:
    """`text` as rich text; each reason in its colour with + or − behind it, the strong ones underlined.

    What did not count is grey and slanted.
    """
    parts: list[str] = []
    at = 0
    for start, end, weight in marks:
        if weight and (start < 0 or end > len(text)):
            continue
        shown = text[max(start, at) : max(end, 0)]
        if shown:
            parts.append(escape(text[at : max(start, at)]))
            parts.append(_reason(shown, weight) if weight else _grey(shown))
            at = min(end, len(text))
    parts.append(escape(text[at:]))
    return "".join(parts).replace("\n", "<br>")


def _grey(words: str) -> str:
    return f'<span style="color:{theme.current().tokens.text3}; font-style:italic">{escape(words)}</span>'


def _reason(words: str, weight: float) -> str:
    tokens = theme.current().tokens
    colour = tokens.positive_text if weight > 0 else tokens.negative_text
    line = "underline" if abs(weight) >= STRONG else "none"
    return (
        f'<span style="color:{colour}; font-weight:600; text-decoration:{line}">{escape(words)}</span>'
        f'<span style="color:{colour}"><sup>{"+" if weight > 0 else "−"}</sup></span>'
    )
