"""Where to look: inbox, Suchprofile and sources with their counts."""

from __future__ import annotations

import html
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kundenradar.domain.mentions import OPEN_STATUSES, FacetCounts, MentionFilter
from ui import formats, icons, theme
from ui.models.words import KIND_ICONS, STATUS_WORDS, is_broken
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from kundenradar.domain.queries import Query
    from kundenradar.domain.sources import Source

_ROW: Final = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the sidebar.

    Attributes:
        key: Stable name of the row: ``all``, ``open``, ``bookmarked``, ``query-3``, ``source-7``,
            ``head-…`` for headings and ``manage`` for the command.
        wanted: What it shows; only the parts a place decides. None for headings and commands.
        count: Mentions there, None where there is nothing to count.
        warning: What is wrong with it, or empty.
        note: How it is counted, where that is not plain; or empty.
    """

    key: str
    text: str
    icon: str = ""
    wanted: MentionFilter | None = None
    count: int | None = None
    warning: str = ""
    note: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it only names what follows."""
        return self.key.startswith("head-")

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        parts = [self.text]
        if self.count is not None:
            parts.append(formats.count(self.count, "Erwähnung", "Erwähnungen"))
        if self.warning:
            parts.append(self.warning)
        return ", ".join(parts)


def place_part(wanted: MentionFilter) -> MentionFilter:
    """The part of a filter that a place of the sidebar decides."""
    return MentionFilter(
        sources=wanted.sources,
        statuses=wanted.statuses,
        query=wanted.query,
        bookmarked=wanted.bookmarked,
    )


def in_place(place: MentionFilter, expression: str) -> MentionFilter:
    """The filter of a place, chosen in the sidebar: what is searched for stays, nothing else does."""
    return replace(place, expression=expression)


def places(counts: FacetCounts, queries: Sequence[Query], sources: Sequence[Source]) -> tuple[Place, ...]:
    """The rows of the sidebar, top down."""
    rows = [
        Place("head-inbox", "Eingang"),
        Place("all", "Alle Erwähnungen", "tray", MentionFilter(), counts.total, note=_counted_once(counts)),
        Place("open", "Ohne Antwort", "arrow-bend-up-left", MentionFilter(statuses=OPEN_STATUSES), counts.open),
        Place("bookmarked", "Gemerkt", "bookmark-simple", MentionFilter(bookmarked=True), counts.bookmarked),
        Place("head-queries", "Suchprofile"),
    ]
    rows += [
        Place(
            f"query-{query.id}",
            query.name,
            "magnifying-glass",
            MentionFilter(query=query.id),
            counts.by_query.get(query.id, 0),
        )
        for query in queries
    ]
    rows.append(Place("manage", "Suchprofile verwalten …", "sliders-horizontal"))
    if sources:
        rows.append(Place("head-sources", "Quellen"))
    rows += [
        Place(
            f"source-{source.id}",
            source.name,
            "warning" if is_broken(source) else KIND_ICONS[source.kind],
            MentionFilter(sources=frozenset((source.id,))),
            counts.by_source.get(source.id, 0),
            "wird zurzeit nicht gehört" if is_broken(source) else "",
        )
        for source in sources
    ]
    return tuple(rows)


def _counted_once(counts: FacetCounts) -> str:
    """Why the sources add up to more: the list of each shows the copy that it brought itself (ADR 0012)."""
    if sum(counts.by_source.values()) <= counts.total:
        return ""
    return "Gleiche Meldungen mehrerer Quellen zählen hier einmal, bei jeder Quelle aber einzeln."


class _PlaceDelegate(QStyledItemDelegate):
    """Icon, name, count on the right; headings in small capitals of the design."""

    def sizeHint(  # noqa: N802 (Qt's name)
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        look = theme.current()
        place: Place = index.data(_ROW)
        if place.is_heading:
            extra = 10 if index.row() == 0 else 20
            return QSize(120, QFontMetrics(look.font("label", semibold=True)).height() + extra)
        return QSize(120, QFontMetrics(option.font).height() + look.scaled(17))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme.current()
        place: Place = index.data(_ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if place.is_heading:
            self._paint_heading(painter, QRect(option.rect), place, look)
        else:
            self._paint_place(painter, option, place, look)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, place: Place, look: theme.Theme) -> None:
        font = look.font("label", semibold=True)
        font.setLetterSpacing(font.SpacingType.AbsoluteSpacing, 0.4)
        painter.setFont(font)
        painter.setPen(look.color("text3"))
        painter.drawText(
            area.adjusted(8, 0, -8, -5),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom),
            place.text.upper(),
        )

    def _paint_place(self, painter: QPainter, option: QStyleOptionViewItem, place: Place, look: theme.Theme) -> None:
        area = QRect(option.rect)
        frame = QRectF(area).adjusted(1, 1, -1, -1)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_soft" if is_chosen else "neutral_soft"))
            painter.drawRoundedRect(frame, 7, 7)
        if option.state & QStyle.StateFlag.State_HasFocus and option.widget.hasFocus():
            painter.setPen(QPen(look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame, 7, 7)
        side = QFontMetrics(option.font).height()
        color = "warning_text" if place.warning else ("accent" if is_chosen else "text2")
        icons.paint(painter, place.icon, QRectF(area.left() + 8, area.center().y() - side / 2 + 1, side, side), color)
        right = area.right() - 9
        if place.count is not None:
            painter.setFont(look.font("meta"))
            painter.setPen(look.color("text2"))
            count = formats.number(place.count)
            painter.drawText(
                QRect(area.left(), area.top(), right - area.left(), area.height()),
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                count,
            )
            right -= QFontMetrics(look.font("meta")).horizontalAdvance(count) + 8
        font = look.font("body", semibold=is_chosen)
        painter.setFont(font)
        painter.setPen(look.color("accent_hover" if is_chosen else "text"))
        left = area.left() + 8 + side + 9
        shown = QFontMetrics(font).elidedText(place.text, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(
            QRect(left, area.top(), right - left, area.height()),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            shown,
        )


class MentionSidebar(QWidget):
    """Places to look at; one of them is chosen, or none if the filter fits no place.

    Signals:
        place_chosen: What to show (MentionFilter; it replaces all but the search text).
        manage_queries: The Suchprofile are to be managed.
        add_source: A source is to be added.
        enter_note: Feedback is to be entered by hand.
    """

    place_chosen = Signal(object)
    manage_queries = Signal()
    add_source = Signal()
    enter_note = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = MentionFilter()
        self._rows: tuple[Place, ...] = ()
        self._model = QStandardItemModel(self)
        self._list = QListView(self)
        self._build()
        self.show_places(FacetCounts(), (), ())
        self._list.clicked.connect(self._on_clicked)
        self._list.activated.connect(self._on_activated)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        theme.current().changed.connect(self._list.doItemsLayout)

    def _build(self) -> None:
        self.setObjectName("sidebar")
        self._list.setObjectName("places")
        self._list.setAccessibleName(self.tr("Ablagen, Suchprofile und Quellen"))
        self._list.setStyleSheet("QListView { background: transparent; } QListView:focus { border: none; }")
        self._list.setModel(self._model)
        self._list.setItemDelegate(_PlaceDelegate(self._list))
        self._list.setMouseTracking(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.add_button = add = Button(self.tr("Quelle hinzufügen"), icon="plus", parent=self)
        add.setObjectName("addSource")
        add.clicked.connect(self.add_source)
        self.note_button = Button(self.tr("Rückmeldung erfassen"), "quiet", "note-pencil", self)
        self.note_button.setToolTip(self.tr("Telefon, Brief, Tresen … (Strg+E)"))
        self.note_button.clicked.connect(self.enter_note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.setSpacing(8)
        layout.addWidget(self._list, 1)
        layout.addWidget(self.note_button)
        layout.addWidget(add)

    @property
    def list(self) -> QListView:
        """The list that takes the focus."""
        return self._list

    def show_places(self, counts: FacetCounts, queries: Sequence[Query], sources: Sequence[Source]) -> None:
        """Show these rows; where only counts changed, the rows stay and focus is kept."""
        rows, before = places(counts, queries, sources), self._rows
        if rows == before:
            return  # asked again each time the page comes to the front: nothing to paint
        self._rows = rows
        blocked = self._list.selectionModel().blockSignals(True)
        if [row.key for row in before] == [row.key for row in rows]:
            for number, (old, row) in enumerate(zip(before, rows, strict=True)):
                if old != row:
                    self._fill(self._model.item(number), row)
        else:
            self._model.clear()
            for row in rows:
                item = QStandardItem()
                self._fill(item, row)
                self._model.appendRow(item)
        self._list.selectionModel().blockSignals(blocked)
        self.show_filter(self._wanted)

    def _fill(self, item: QStandardItem, row: Place) -> None:
        item.setText(row.text)
        item.setData(row, _ROW)
        item.setData(row.spoken, int(Qt.ItemDataRole.AccessibleTextRole))
        item.setToolTip("" if row.is_heading else _tooltip(row))
        flags = Qt.ItemFlag.ItemIsEnabled
        if row.wanted is not None:
            flags |= Qt.ItemFlag.ItemIsSelectable
        item.setFlags(Qt.ItemFlag.NoItemFlags if row.is_heading else flags)

    def show_filter(self, wanted: MentionFilter) -> None:
        """Mark the place that fits the filter."""
        self._wanted = wanted
        part = place_part(wanted)
        selection = self._list.selectionModel()
        marked = next((number for number, row in enumerate(self._rows) if row.wanted == part), None)
        if [index.row() for index in selection.selectedIndexes()] == ([] if marked is None else [marked]):
            return
        blocked = selection.blockSignals(True)
        selection.clearSelection()
        if marked is not None:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            selection.setCurrentIndex(self._model.index(marked, 0), flags)
        selection.blockSignals(blocked)
        self._list.viewport().update()

    def title_of(self, wanted: MentionFilter) -> str:
        """Name of the place that fits the filter, or a general word."""
        part = place_part(wanted)
        for row in self._rows:
            if row.wanted == part:
                return row.text
        if len(part.statuses) == 1 and part == MentionFilter(statuses=part.statuses):
            return STATUS_WORDS[next(iter(part.statuses))]
        return self.tr("Gefilterte Erwähnungen")

    def _row(self, number: int) -> Place:
        return self._rows[number]

    def _place(self, index: QModelIndex) -> Place | None:
        place: Place | None = index.data(_ROW) if index.isValid() else None
        return place

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, index: QModelIndex, previous: QModelIndex) -> None:  # noqa: ARG002 (signal)
        place = self._place(index)
        if place is not None and place.wanted is not None:
            self.place_chosen.emit(place.wanted)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        place = self._place(index)
        if place is None:
            return
        if place.key == "manage":
            self.manage_queries.emit()
        else:
            self._choose_again(place)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        """Enter on the command; a second click of a double click meets the dialog already open."""
        place = self._place(index)
        if place is not None and place.key == "manage":
            self.manage_queries.emit()
        elif place is not None:
            self._choose_again(place)

    def _choose_again(self, place: Place) -> None:
        """The place already marked, while sentiment or time narrow it further: show all of it."""
        if place.wanted is not None and place.wanted != replace(self._wanted, expression=""):
            self.place_chosen.emit(place.wanted)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 (Qt's signature)
        """A quiet ground, and a line to the right for when it lies over the list."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().color("surface2"))
        if not isinstance(self.parentWidget(), QSplitter):
            painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.current().color("border"))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Rows grow with the type."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_list"):
            self._list.doItemsLayout()


def _tooltip(place: Place) -> str:
    """Name in full (it may be elided); escaped, for Qt would read markup in it."""
    return "".join(f"<p>{html.escape(words)}</p>" for words in (place.spoken, place.note) if words)
