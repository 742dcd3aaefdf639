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
from ui.models.words import SENTIMENT_WORDS
from ui.widgets.buttons import Button
from ui.widgets.labels import Label, WrapLabel
from ui.widgets.lists import WordList
from ui.widgets.safe_text import SafeTextView, plain_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kundenradar.domain.mentions import EntryVersion, Judgement, Mention


def _close_row(dialog: QDialog) -> QHBoxLayout:
    done = Button(dialog.tr("Schließen"), "primary", parent=dialog)
    done.setDefault(True)
    done.clicked.connect(dialog.accept)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(done)
    return row


class VersionsDialog(QDialog):
    """The wordings on the left, newest first; the chosen one on the right."""

    def __init__(self, mention: Mention, versions: Sequence[EntryVersion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Fassungen des Beitrags"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(columns, 1)
        layout.addLayout(_close_row(self))
        self.resize(820, 520)
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
        self.setWindowTitle(self.tr("Verlauf der Bewertung"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
            by = self.tr("Ihnen") if judged.by_human else judged.model
            words = (
                formats.when_full(judgement.at),
                SENTIMENT_WORDS[judged.label],
                "–" if judged.by_human else formats.score(judged.score),
                plain_line(by, 60),
            )
            for column, text in enumerate(words):
                self.table.setItem(row, column, QTableWidgetItem(text))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        if judgements:
            layout.addWidget(self.table, 1)
        else:
            layout.addWidget(Label(self.tr("Dazu ist nichts gespeichert."), parent=self), 1)
            self.table.hide()
        layout.addLayout(_close_row(self))
        self.resize(680, 320)
