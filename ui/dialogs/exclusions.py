"""All that is shut out: add to it, or let it in again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidgetItem, QWidget

from kundenradar.domain.noise import ExclusionId, NoiseKind
from kundenradar.services import noise
from ui import formats, theme
from ui.dialogs.frame import Frame
from ui.widgets.buttons import Button
from ui.widgets.fields import ComboBox
from ui.widgets.labels import WrapLabel, announce
from ui.widgets.lists import WordList
from ui.widgets.noise_choice import NoiseChoice

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from kundenradar.domain.noise import Exclusion
    from ui.tasks import Tasks


class ExclusionsDialog(QDialog):
    """A line to shut something out, and the list of what is."""

    def __init__(self, workers: Workers, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workers, self._tasks = workers, tasks
        self._kinds = {
            NoiseKind.WORD: self.tr("Wort"),
            NoiseKind.AUTHOR: self.tr("Verfasser"),
            NoiseKind.SITE: self.tr("Website"),
        }
        self._examples = {
            NoiseKind.WORD: self.tr("zum Beispiel Stellenanzeige"),
            NoiseKind.AUTHOR: self.tr("zum Beispiel Jobbörse24"),
            NoiseKind.SITE: self.tr("zum Beispiel jobs.example"),
        }
        self._frame = Frame(
            self,
            self.tr("Ausgeschlossenes"),
            self.tr("Beiträge mit diesen Wörtern, von diesen Verfassern und Websites sind keine Erwähnungen."),
        )
        self._frame.body.addWidget(self._build_adding())
        self.list = WordList(self.tr("Ausgeschlossenes"), self)
        self.list.setMinimumHeight(theme.current().scaled(150))
        self.list.currentItemChanged.connect(self._on_current)
        self._frame.body.addWidget(self.list, 1)
        self._empty = WrapLabel(self.tr("Noch ist nichts ausgeschlossen."), "second", self)
        self._frame.body.addWidget(self._empty)
        self._told = WrapLabel("", "second", self)
        self._frame.body.addWidget(self._told)
        self.readmit_button = Button(self.tr("Wieder zulassen"), icon="arrow-counter-clockwise", parent=self)
        self.readmit_button.clicked.connect(self._readmit)
        self.readmit_button.setEnabled(False)
        close = Button(self.tr("Schließen"), parent=self)
        close.clicked.connect(self.reject)
        self._frame.set_buttons(close, left=self.readmit_button)
        self._ask()

    def _build_adding(self) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.kind_box = ComboBox(self.tr("Was ausgeschlossen wird"), holder)
        for kind, word in self._kinds.items():
            self.kind_box.addItem(word, kind)
        self.kind_box.currentIndexChanged.connect(self._on_value)
        self.value_field = QLineEdit(holder)
        self.value_field.setAccessibleName(self.tr("Wort, Name oder Adresse"))
        self.value_field.setPlaceholderText(self._examples[NoiseKind.WORD])
        self.value_field.textChanged.connect(self._on_value)
        row.addWidget(self.kind_box)
        row.addWidget(self.value_field, 1)
        self.adding = NoiseChoice(self._workers, self._tasks, self.tr("Neu ausschließen"), holder)
        self.adding.excluded.connect(self._on_excluded)
        return self.adding

    @Slot()
    def _on_value(self) -> None:
        kind = NoiseKind(self.kind_box.currentData())
        self.value_field.setPlaceholderText(self._examples[kind])
        self.adding.show_value(kind, self.value_field.text(), at_once=False)

    @Slot(object)
    def _on_excluded(self, _excluded: object) -> None:
        self.value_field.clear()
        self._ask()

    @Slot()
    def _ask(self) -> None:
        self._tasks.watch(self._workers.read(noise.exclusions), self, self._show)

    def _show(self, found: tuple[Exclusion, ...]) -> None:
        self.list.clear()
        for one in found:
            since = formats.day_short(formats.local_day(one.at))
            text = self.tr("{kind}: {value}\nseit {day}").format(kind=self._kinds[one.kind], value=one.value, day=since)
            item = QListWidgetItem(text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, one.id)
        for part in (self.list, self.readmit_button):
            part.setVisible(bool(found))
        self._empty.setVisible(not found)
        self._told.setVisible(bool(self._told.text()))
        self._on_current()
        self._frame.fit()

    @Slot()
    def _on_current(self) -> None:
        self.readmit_button.setEnabled(self.list.currentItem() is not None)

    @Slot()
    def _readmit(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        self.readmit_button.setEnabled(False)
        key = ExclusionId(item.data(Qt.ItemDataRole.UserRole))
        self._tasks.watch(self._workers.outside(noise.readmit, key), self, self._readmitted)

    def _readmitted(self, returned: int) -> None:
        words = self.tr("Wieder zugelassen. {count} mehr auf der Liste.").format(
            count=formats.count(returned, "Erwähnung", "Erwähnungen")
        )
        self._told.setText(words)
        announce(self._told, words)
        self._ask()
