"""The list of mentions: a table view of one column, for a QListView needs seconds for a million rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import formats, theme
from ui.models.mentions import MentionRow, RowRole, UnfoldedRole
from ui.widgets.buttons import Button
from ui.widgets.mention_delegate import MentionDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from kundenradar.domain.mentions import EntryId
    from ui.models.mentions import MentionListModel

MOST_REMEMBERED = 5_000
"""Selected rows that are found again after the list was replaced."""


class MentionList(QTableView):
    """Rows of mentions with extended selection; holds selection and place while rows come and go.

    Signals:
        opened: The mention to show (EntryId), or None.
        chosen: How many are selected.
        entered: The reader wants to go on to the text (Enter, double click).
        unfold_wished: List the near copies of a mention (EntryId) too, or no more.
    """

    opened = Signal(object)
    chosen = Signal(int)
    entered = Signal()
    unfold_wished = Signal(object, bool)

    def __init__(self, model: MentionListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._delegate = MentionDelegate(self)
        self._remembered: tuple[list[EntryId], EntryId | None, EntryId | None, int] = ([], None, None, 0)
        self._unseen_above = 0
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._build()
        self._pill = Button("", "primary", "arrow-up", self.viewport())
        self._pill.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Pos1 does the same
        self._pill.hide()
        self._pill.clicked.connect(self.show_newest)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        model.rowsInserted.connect(self._on_inserted)
        model.rowsRemoved.connect(self._on_removed)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._recall)
        self.activated.connect(self._on_activated)
        theme.current().changed.connect(self._resize_rows)

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Erwähnungen"))
        # The row itself shows focus and selection; the base class would paint the whole cell.
        self.setStyleSheet("QTableView:focus { border: none; } QTableView { selection-background-color: transparent; }")
        # All of it is painted here, so Qt need not paint what lies below, nor the rows with it a second time.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)  # one that grows visits every row: 3 s with 100,000
        self._resize_rows()

    @Slot()
    def _resize_rows(self) -> None:
        height = self._delegate.row_height
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height // 3)

    # what is selected

    def current_id(self) -> EntryId | None:
        """The mention under the cursor, or None."""
        index = self.currentIndex()
        return self._model.id_at(index.row()) if index.isValid() else None

    def selected_ids(self) -> list[EntryId]:
        """Selected mentions, top first; large selections are counted by range."""
        rows = sorted((part.top(), part.bottom()) for part in self._ranges())
        return [self._model.id_at(row) for top, bottom in rows for row in range(top, bottom + 1)]

    def selected_count(self) -> int:
        """How many mentions are selected."""
        return sum(part.height() for part in self._ranges())

    def _ranges(self) -> list[QItemSelectionRange]:
        return cast("list[QItemSelectionRange]", self.selectionModel().selection())  # it is one, the stubs lie

    def open_row(self, row: int) -> None:
        """Select this row alone and show it."""
        if not 0 <= row < self._model.rowCount():
            return
        index = self._model.index(row)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        self.scrollTo(index)

    def step(self, rows: int) -> None:
        """Go `rows` down (up if negative)."""
        current = self.currentIndex().row()
        last = self._model.rowCount() - 1
        self.open_row(max(0, min(last, current + rows)) if current >= 0 else 0)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]  # noqa: N802 (Qt's name)
        """Tell which mention is to be shown."""
        super().currentChanged(current, previous)
        self.opened.emit(self._model.id_at(current.row()) if current.isValid() else None)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 (Qt's name)
        """Tell how many are selected."""
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.selected_count())

    # holding the place

    @Slot()
    def _remember(self) -> None:
        ids = self.selected_ids() if self.selected_count() <= MOST_REMEMBERED else []
        top = self.rowAt(0)
        offset = self.rowViewportPosition(top) if top >= 0 else 0
        top_id = self._model.id_at(top) if top > 0 else None
        self._remembered = (ids, self.current_id(), top_id, offset)

    @Slot()
    def _recall(self) -> None:
        ids, current, top_id, offset = self._remembered
        self._remembered = ([], None, None, 0)
        chosen = QItemSelection()
        for mention in ids:
            row = self._model.row_of(mention)
            if row is not None:
                chosen.select(self._model.index(row), self._model.index(row))
        row = None if current is None else self._model.row_of(current)
        if row is not None:
            self.selectionModel().setCurrentIndex(self._model.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
            self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        top = None if top_id is None else self._model.row_of(top_id)
        if top is not None:
            self.updateGeometries()
            self.verticalScrollBar().setValue(top * self._delegate.row_height - offset)
        elif row is not None:
            self.scrollTo(self._model.index(row))
        else:
            self.scrollToTop()
        self._hide_pill()
        if row is None:
            self.opened.emit(None)
            self.chosen.emit(0)

    @Slot(QModelIndex, int, int)
    def _on_inserted(self, parent: QModelIndex, first: int, last: int) -> None:  # noqa: ARG002 (signal)
        bar = self.verticalScrollBar()
        if bar.value() <= 0:
            return
        height = self._delegate.row_height
        if first * height > bar.value():
            return
        added = last - first + 1
        self.updateGeometries()
        bar.setValue(bar.value() + added * height)
        self._unseen_above += added
        self._pill.setText(formats.count(self._unseen_above, "neue Erwähnung", "neue Erwähnungen"))
        self._place_pill()
        self._pill.show()
        self._pill.raise_()

    @Slot(QModelIndex, int, int)
    def _on_removed(self, parent: QModelIndex, first: int, last: int) -> None:  # noqa: ARG002 (signal)
        """The selection is gone with its rows: take the neighbour Qt has put the cursor on."""
        if not self.selectionModel().hasSelection() and self.currentIndex().isValid():
            self.open_row(self.currentIndex().row())

    @Slot()
    def show_newest(self) -> None:
        """Go to the top of the list."""
        self.scrollToTop()
        self._hide_pill()

    def _hide_pill(self) -> None:
        self._unseen_above = 0
        self._pill.hide()

    def _place_pill(self) -> None:
        self._pill.adjustSize()
        self._pill.move((self.viewport().width() - self._pill.width()) // 2, 10)

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        if value <= self._unseen_above * self._delegate.row_height // 2:
            self._hide_pill()

    # Qt's own names

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """The rows, and the ground below the last one."""
        below = self.viewport().rect()
        below.setTop(self._model.rowCount() * self._delegate.row_height - self.verticalOffset())
        if below.intersects(event.rect()):
            painter = QPainter(self.viewport())
            painter.fillRect(below, theme.current().color("surface"))
            painter.end()
        super().paintEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 (Qt's name)
        """Letters are commands here, not a search for a title."""

    def toggle_copies(self, row: int | None = None) -> None:
        """List the near copies of a row (the current one if none is named), or no more."""
        index = self._model.index(self.currentIndex().row() if row is None else row)
        shown = index.data(RowRole)
        if isinstance(shown, MentionRow) and shown.line.copies:
            self.unfold_wished.emit(shown.line.id, not index.data(UnfoldedRole))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """A click on the chip of the copies lists them."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            shown = index.data(RowRole)
            if isinstance(shown, MentionRow) and self._delegate.copies_area(self.visualRect(index), shown).contains(
                place
            ):
                self.toggle_copies(index.row())
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Home and End go to the first and last mention, right and left open and close a group; the rest is Qt's."""
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left) and not event.modifiers():
            is_open = bool(self.currentIndex().data(UnfoldedRole))
            if is_open is (event.key() == Qt.Key.Key_Left):
                self.toggle_copies()
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            self.open_row(0 if event.key() == Qt.Key.Key_Home else self._model.rowCount() - 1)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """The keyboard begins at a mention that is selected: Qt would only put the cursor on it."""
        if not self.currentIndex().isValid() and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.open_row(0)
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Keep the pill in the middle."""
        super().resizeEvent(event)
        self._place_pill()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Follow the size of type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_delegate"):
            self._resize_rows()
