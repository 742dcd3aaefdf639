"""Feeds of an OPML file, to choose from."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from kundenradar.services import messages, opml, subscriptions
from ui import formats, theme
from ui.dialogs.frame import Frame
from ui.widgets.buttons import Button
from ui.widgets.form import InlineError
from ui.widgets.labels import WrapLabel
from ui.widgets.ticks import TickDelegate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kundenradar.app.core import Workers
    from kundenradar.services.opml import Preview
    from ui.tasks import Tasks

_ADDRESS = int(Qt.ItemDataRole.UserRole) + 1
MOST_NAMED = 3
WIDEST_PLACE, CELL_AIR = 210, 16
"""Pixels of the second column at 100 % type, and around its words."""


class OpmlDialog(QDialog):
    """A tree of folders with boxes to tick; what is subscribed already is marked and stays out.

    Signals:
        imported: Sources were added (services.opml.Imported).
    """

    imported = Signal(object)

    def __init__(
        self, workers: Workers, tasks: Tasks, name: str, preview: Preview, body: bytes, parent: QWidget | None = None
    ) -> None:
        """Build it.

        Args:
            workers: The core at work.
            tasks: Brings answers back.
            name: Name of the file.
            preview: What it offers.
            body: The file.
            parent: Window.
        """
        super().__init__(parent)
        self._workers, self._tasks, self._preview, self._body = workers, tasks, preview, body
        self._build(name)
        self._count()

    def _build(self, name: str) -> None:
        lead = self.tr("Aus „{name}“. Übernommen wird, was angekreuzt ist.").format(name=name)
        if self._preview.offers and all(offer.known_as for offer in self._preview.offers):
            lead = self.tr("Was in „{name}“ steht, hört Kundenradar schon.").format(name=name)
        self._frame = Frame(self, self.tr("Feeds übernehmen"), lead, width=640)
        column = self._frame.body
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Feeds der Datei"))
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([self.tr("Feed"), self.tr("Wo")])
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        self.tree.header().setStretchLastSection(False)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setTabKeyNavigation(False)
        self.tree.setItemDelegate(TickDelegate(self.tree))
        self.tree.setMinimumHeight(theme.current().scaled(240))
        self._fill()
        self.tree.expandAll()
        widest = theme.current().scaled(WIDEST_PLACE)  # a long name must not push the feed itself out of sight
        self.tree.setColumnWidth(1, min(self.tree.sizeHintForColumn(1) + CELL_AIR, widest))
        self.tree.itemChanged.connect(self._count)
        column.addWidget(self.tree, 1)
        column.addLayout(self._build_tools())
        self._left_out = WrapLabel(self._refused_words(), "meta")
        self._left_out.setVisible(bool(self._preview.refused))
        column.addWidget(self._left_out)
        self._error = InlineError()
        column.addWidget(self._error)
        cancel = Button(self.tr("Abbrechen"))
        cancel.clicked.connect(self.reject)
        self._take = Button("", "primary")
        self._take.setDefault(True)
        self._take.clicked.connect(self._import)
        self._frame.set_buttons(cancel, self._take)
        self._frame.fit()

    def _build_tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._all = Button(self.tr("Alle"), "quiet")
        self._all.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self._none = Button(self.tr("Keine"), "quiet")
        self._none.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        row.addWidget(self._all)
        row.addWidget(self._none)
        row.addStretch(1)
        return row

    def _fill(self) -> None:
        folders: dict[tuple[str, ...], QTreeWidgetItem] = {}
        for offer in self._preview.offers:
            parent = self._folder(folders, offer.outline.folder)
            item = QTreeWidgetItem([offer.outline.title or offer.outline.feed_url, _host(offer.outline.feed_url)])
            item.setToolTip(0, f"<p>{escape(subscriptions.masked(offer.outline.feed_url))}</p>")
            if offer.known_as:
                item.setFlags(Qt.ItemFlag.ItemIsSelectable)
                known = self.tr("schon Quelle: {name}").format(name=offer.known_as)
                item.setText(1, known)
                item.setToolTip(1, f"<p>{escape(known)}</p>")
            else:
                item.setData(0, _ADDRESS, offer.outline.feed_url)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(0, Qt.CheckState.Checked)
            (parent or self.tree.invisibleRootItem()).addChild(item)

    def _folder(self, folders: dict[tuple[str, ...], QTreeWidgetItem], path: tuple[str, ...]) -> QTreeWidgetItem | None:
        if not path:
            return None
        if path not in folders:
            item = folders[path] = QTreeWidgetItem([path[-1]])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
            (self._folder(folders, path[:-1]) or self.tree.invisibleRootItem()).addChild(item)
        return folders[path]

    def _refused_words(self) -> str:
        refused = self._preview.refused
        names = ", ".join(f"„{one.title}“" for one in refused[:MOST_NAMED] if one.title)
        count = formats.count(len(refused), "Eintrag", "Einträge")
        return self.tr("Ausgelassen: {count}, weil keine Internetadresse dabeisteht {names}").format(
            count=count, names=f"({names})" if names else ""
        )

    def _items(self) -> Iterator[QTreeWidgetItem]:
        waiting = [self.tree.invisibleRootItem()]
        while waiting:
            item = waiting.pop()
            if item.data(0, _ADDRESS):
                yield item
            children = (item.child(row) for row in range(item.childCount()))
            waiting.extend(child for child in children if child is not None)

    @property
    def wanted(self) -> frozenset[str]:
        """Addresses of the feeds that are ticked."""
        ticked = (item for item in self._items() if item.checkState(0) is Qt.CheckState.Checked)
        return frozenset(str(item.data(0, _ADDRESS)) for item in ticked)

    def _tick(self, state: Qt.CheckState) -> None:
        for item in self._items():
            item.setCheckState(0, state)

    @Slot()
    def _count(self) -> None:
        number = len(self.wanted)
        self._take.setEnabled(number > 0)
        feeds = formats.count(number, "Feed", "Feeds")
        self._take.setText(self.tr("{feeds} übernehmen").format(feeds=feeds) if number else self.tr("Übernehmen"))

    @Slot()
    def _import(self) -> None:
        self._take.setEnabled(False)
        future = self._workers.outside(opml.take_over, self._body, self.wanted)
        self._tasks.watch(future, self, self._take_imported, self._take_failure)

    def _take_imported(self, done: object) -> None:
        self.imported.emit(done)
        self.accept()

    def _take_failure(self, error: BaseException) -> None:
        self._take.setEnabled(True)
        self._error.say(messages.sentence(error))
        self._frame.fit()


def _host(address: str) -> str:
    return subscriptions.masked(address).split("://")[-1].split("/")[0].split("@")[-1]
