"""Earlier wordings of an edited entry, and how its judgement came about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import formats
from ui.dialogs.frame import Frame
from ui.models.words import SENTIMENT_WORDS
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrapLabel
from ui.widgets.lists import WordList
from ui.widgets.safe_text import SafeTextView, plain_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kundenradar.domain.mentions import EntryVersion, Judgement, Mention


def _close_button(dialog: QDialog) -> Button:
    done = Button(dialog.tr("Schließen"), "primary", parent=dialog)
    done.setDefault(True)
    done.clicked.connect(dialog.accept)
    return done


class VersionsDialog(QDialog):
    """The wordings on the left, newest first; the chosen one on the right."""

    def __init__(self, mention: Mention, versions: Sequence[EntryVersion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lead = self.tr("Die Quelle hat den Beitrag geändert. Beurteilt wird die jetzige Fassung.")
        frame = Frame(self, self.tr("Fassungen des Beitrags"), lead, 820, 560)
        self._texts = [(mention.entry.title, mention.entry.text)]
        self.list = WordList(self.tr("Fassungen"), self)
        self.list.addItem(self.tr("Jetzige Fassung"))
        for version in reversed(versions):
            self._texts.append((version.title, version.text))
            self.list.addItem(
                self.tr("Fassung {number}, bis {when}").format(
                    number=version.number, when=formats.when_full(version.replaced_at)
                )
            )
        self.list.setWordWrap(True)
        self._title = WrapLabel("", "section", self)
        self.text = SafeTextView(self)
        self.list.currentRowChanged.connect(self._show)
        right = QVBoxLayout()
        right.addWidget(self._title)
        right.addWidget(self.text, 1)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.list, 2)
        columns.addLayout(right, 4)
        frame.body.addLayout(columns, 1)
        frame.set_buttons(_close_button(self))
        frame.fit()
        self.list.setCurrentRow(1 if len(self._texts) > 1 else 0)

    @Slot(int)
    def _show(self, row: int) -> None:
        if 0 <= row < len(self._texts):
            title, text = self._texts[row]
            self._title.setText(plain_line(title))
            self.text.show_text("", text)


class JudgementsDialog(QDialog):
    """Every judgement of a mention, newest first: when, what, by whom."""

    def __init__(self, judgements: Sequence[Judgement], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame = Frame(self, self.tr("Verlauf der Bewertung"), "", 680, 360)
        self.table = QTableWidget(len(judgements), 4, self)
        self.table.setAccessibleName(self.tr("Verlauf der Bewertung"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Wann"), self.tr("Stimmung"), self.tr("Wert"), self.tr("Bewertet von")]
        )
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for row, judgement in enumerate(reversed(judgements)):
            judged = judgement.sentiment
            by = self.tr("Ihnen") if judged.by_human else self.tr("Kundenradar")
            words = (
                formats.when_full(judgement.at),
                SENTIMENT_WORDS[judged.label],
                "–" if judged.by_human else formats.score(judged.score),
                plain_line(by, 60),
            )
            for column, text in enumerate(words):
                cell = QTableWidgetItem(text)
                cell.setToolTip("" if judged.by_human else self.tr("Modell: {name}").format(name=judged.model))
                self.table.setItem(row, column, cell)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if judgements:
            frame.body.addWidget(self.table, 1)
        else:
            frame.body.addWidget(Label(self.tr("Dazu ist nichts gespeichert."), parent=self), 1)
            self.table.hide()
        frame.set_buttons(_close_button(self))
        frame.fit()
