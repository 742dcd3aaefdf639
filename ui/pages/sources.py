"""Quellen: where Kundenradar listens, how it goes there, and what to do about it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from kundenradar.domain.events import RefreshProgress
from kundenradar.domain.health import FetchRecord
from kundenradar.domain.mentions import MentionFilter
from kundenradar.domain.sources import Source, SourceId, is_fetched
from kundenradar.services import health, subscriptions
from ui import actions, formats
from ui.dialogs.add_source import Added, AddSourceDialog
from ui.dialogs.connection import ConnectionDialog
from ui.dialogs.edit_source import EditSourceDialog
from ui.dialogs.remove_source import RemoveSourceDialog
from ui.exchange import arrival_of
from ui.models.health import Step
from ui.models.sources import SourceListModel, summary
from ui.widgets.buttons import Button, IconButton
from ui.widgets.cards import Card
from ui.widgets.empty import EmptyState
from ui.widgets.menu_button import give_menu
from ui.widgets.page import Page
from ui.widgets.safe_text import open_address
from ui.widgets.source_detail import SourceDetail
from ui.widgets.source_list import SourceList

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from ui.bridge import Bridge
    from ui.tasks import Tasks

HISTORY = 20
ADD = "add"
"""Target of `go_to("sources", …)` that opens the dialog; a SourceId chooses that source."""


def dropped_address(mime: QMimeData) -> str:
    """The web address somebody drags in, or an empty text."""
    found = arrival_of(mime)
    return found.address if found is not None else ""


class SourcesPage(Page):
    """All sources at the left, the chosen one at the right."""

    def __init__(
        self,
        workers: "Workers",
        tasks: "Tasks",
        bridge: "Bridge",
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = formats.utc_now,
    ) -> None:
        super().__init__(workers, tasks, bridge, parent, title=self.tr("Quellen"), scrolls=False)
        self._now = now
        self._target: SourceId | None = None
        self._wants_to_add, self._address_to_add = False, ""
        self._waiting: list[str] = []
        self._to_fetch: set[SourceId] = set()
        self._model = SourceListModel(self)
        self.setAcceptDrops(True)
        self._build()
        bridge.sources_changed.connect(self._ask_if_shown)
        bridge.feed_checked.connect(self._ask_if_shown)
        bridge.mentions_changed.connect(self._ask_if_shown)
        bridge.progress.connect(self._on_progress)

    def _build(self) -> None:
        self._add = Button(self.tr("Quelle hinzufügen"), "primary", "plus")
        self._add.setToolTip(actions.shown_keys("Ctrl+N"))
        self._add.clicked.connect(lambda _checked: self.add_source())
        self._more = IconButton(self.tr("Quellen mit anderen Programmen austauschen"), "dots-three")
        self._more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        menu.addAction(self.tr("Feeds aus OPML-Datei übernehmen …"), partial(self.command.emit, "opml-import"))
        menu.addAction(self.tr("Quellen als OPML speichern …"), partial(self.command.emit, "opml-export"))
        give_menu(self._more, menu)
        self.tools.addWidget(self._more)
        self.tools.addWidget(self._add)
        action = QAction(self)
        action.setShortcut(QKeySequence("Ctrl+N"))
        action.triggered.connect(lambda _checked: self.add_source())
        self.addAction(action)
        self.list = SourceList(self._model)
        self.list.chosen.connect(self._on_chosen)
        self.list.edit_wished.connect(self.edit_source)
        self.list.removal_wished.connect(self.remove_source)
        self.detail = SourceDetail()
        for signal, slot in (
            (self.detail.fetch_wished, self._fetch_current),
            (self.detail.edit_wished, self.edit_source),
            (self.detail.pause_wished, self._pause),
            (self.detail.removal_wished, self.remove_source),
            (self.detail.mentions_wished, self._show_mentions),
            (self.detail.site_wished, self._open_site),
            (self.detail.step_wished, self._take_step),
        ):
            signal.connect(slot)
        row = QHBoxLayout()
        row.setSpacing(16)
        for widget, share in ((self.list, 5), (self.detail, 8)):
            card = Card()
            card.column.setContentsMargins(4, 6, 4, 6)
            card.column.addWidget(widget)
            row.addWidget(card, share)
        both = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        both.setLayout(row)
        self._empty = EmptyState(
            "rss",
            self.tr("Noch keine Quelle"),
            self.tr(
                "Wo schreiben Ihre Kunden? Fügen Sie die Adresse eines Forums, einer Bewertungsseite oder der "
                "Lokalzeitung hinzu. Sie können eine Adresse auch aus dem Browser hierher ziehen."
            ),
        )
        self._empty.add_button(self.tr("Quelle hinzufügen"), self.add_source, "primary", "plus")
        self._stack = QStackedWidget()
        self._stack.addWidget(both)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._stack, 1)

    # --- showing ----------------------------------------------------------------------------------

    def refresh_view(self) -> None:
        """Ask for the sources."""
        self.tasks.watch(self.workers.read(subscriptions.list_sources), self, self._take_sources)

    def set_target(self, target: object) -> None:
        """Choose the source another page named, or open the dialog: for ``add``, or looking at an address.

        Of two addresses that come before the dialog can open the second one waits until it has closed.
        """
        if target == ADD:
            self._wants_to_add = True
        elif isinstance(target, str) and self._address_to_add:
            self._waiting.append(target)
        elif isinstance(target, str):
            self._wants_to_add, self._address_to_add = True, target
        elif isinstance(target, int):
            self._target = SourceId(target)

    @Slot()
    def _ask_if_shown(self) -> None:
        if self.isVisible():
            self.refresh_view()

    def _take_sources(self, sources: tuple[Source, ...]) -> None:
        sources = tuple(source for source in sources if is_fetched(source))
        self._model.show(sources, self._now())
        self.subtitle.setText(summary(sources))
        self._stack.setCurrentIndex(0 if sources else 1)
        if self._target is not None:
            self.list.choose(self._target)
            self._target = None
        current = self.list.current
        if current is None and sources:
            self.list.setCurrentIndex(self._model.index(0))
        elif current is not None:
            self._show(current)
        if self._wants_to_add:
            address, self._address_to_add = self._address_to_add, ""
            self._wants_to_add = False
            self.add_source(address)

    @Slot(object)
    def _on_chosen(self, _source_id: object) -> None:
        source = self.list.current
        if source is not None:
            self.detail.verticalScrollBar().setValue(0)
            self._show(source)

    def _show(self, source: Source) -> None:
        self.detail.show_source(source, self._now(), self.workers.settings.interval_minutes * 60)
        future = self.workers.read(subscriptions.fetch_history, source.id, HISTORY)
        self.tasks.watch(future, self, lambda records: self._take_history(source.id, records))
        former = self.workers.read(subscriptions.former_addresses, source.id)
        self.tasks.watch(former, self, lambda found: self._take_former(source.id, found))

    def _take_history(self, source_id: SourceId, records: Sequence[FetchRecord]) -> None:
        shown = self.detail.source
        if shown is not None and shown.id == source_id:
            self.detail.show_history(records, self._now())

    def _take_former(self, source_id: SourceId, former: tuple[tuple[str, datetime], ...]) -> None:
        shown = self.detail.source
        if shown is not None and shown.id == source_id:
            self.detail.show_former(former, self._now())

    # --- polling ----------------------------------------------------------------------------------

    def fetch(self, sources: Sequence[SourceId]) -> None:
        """Poll these as soon as no other round runs."""
        self._to_fetch.update(sources)
        self._start_fetch()

    def _start_fetch(self) -> None:
        if not self._to_fetch:
            return
        future = self.workers.refresh(tuple(sorted(self._to_fetch)))
        if future is not None:
            self._to_fetch.clear()
            self.detail.fetch.setEnabled(False)
            self.tasks.watch(future, self, lambda _outcome: self._on_round_over(), self._on_round_failed)

    def _on_round_over(self) -> None:
        self.detail.fetch.setEnabled(True)
        self._start_fetch()

    def _on_round_failed(self, error: BaseException) -> None:
        self.detail.fetch.setEnabled(True)
        self.tasks.failed.emit(error)

    @Slot(object)
    def _on_progress(self, progress: RefreshProgress) -> None:
        self.detail.fetch.setEnabled(progress.finished)
        if progress.finished:
            self._start_fetch()

    @Slot()
    def _fetch_current(self) -> None:
        source = self.list.current
        if source is not None:
            self.fetch((source.id,))

    # --- what people do ---------------------------------------------------------------------------

    @Slot()
    def add_source(self, address: str = "") -> None:
        """Open the dialog, looking for feeds behind `address` at once if there is one."""
        there = self._open_dialog()
        if there is not None:
            if not there.take(address) and address:
                self._waiting.append(address)
            return
        dialog = AddSourceDialog(
            self.workers,
            self.tasks,
            self._model.sources,
            self,
            address=address,
            now=self._now,
            by_hand=lambda: self.command.emit("note"),
        )
        dialog.added.connect(self._on_added)
        dialog.finished.connect(self._take_waiting)
        dialog.open()

    def _open_dialog(self) -> AddSourceDialog | None:
        """The dialog that is on the screen; one that has closed lives a moment longer."""
        return next((one for one in self.findChildren(AddSourceDialog) if one.isVisible()), None)

    @Slot()
    def _take_waiting(self) -> None:
        """Look at the next address that had to wait, once the list knows what was stored meanwhile."""
        if self._waiting:
            self.set_target(self._waiting.pop(0))
            self.refresh_view()

    @Slot(object)
    def _on_added(self, result: Added) -> None:
        self._target = result.sources[0].id
        self.fetch([source.id for source in result.sources])
        self.refresh_view()
        if not result.is_login_kept:
            self._say_login_not_kept()

    def _say_login_not_kept(self) -> None:
        self.notice.emit(
            self.tr(
                "Die Zugangsdaten konnten nicht sicher gespeichert werden, weil auf diesem Rechner kein Schlüsselbund "
                "verfügbar ist. Kundenradar merkt sie sich bis zum Beenden."
            ),
            "warning",
        )

    @Slot()
    def edit_source(self, *, for_login: bool = False, for_interval: bool = False) -> None:
        """Open the dialog for the chosen source, at the field somebody asked for."""
        source = self.list.current
        if source is None or self.findChild(EditSourceDialog) is not None:
            return
        dialog = EditSourceDialog(
            self.workers, self.tasks, source, self, for_login=for_login, for_interval=for_interval
        )
        dialog.stored.connect(lambda is_kept: self._on_edited(source.id, is_kept, for_login))
        dialog.open()

    @Slot(object)
    def _take_step(self, step: Step) -> None:
        """Do what a hint offers."""
        match step:
            case Step.EDIT_LOGIN:
                self.edit_source(for_login=True)
            case Step.OFTENER:
                self.edit_source(for_interval=True)
            case Step.SEARCH:
                self._search_again()
            case Step.LOOK | Step.OLDER:
                self._open_site()
            case Step.RESUME:
                self._pause(False)
            case Step.CHECK:
                self._check_connection()
            case Step.UNDERSTOOD:
                self._note_understood()

    def _note_understood(self) -> None:
        source = self.list.current
        if source is not None:
            self.tasks.watch(self.workers.write(health.understood, source.id), self, lambda _none: None)

    def _check_connection(self) -> None:
        source = self.list.current
        if source is not None and self.findChild(ConnectionDialog) is None:
            ConnectionDialog(self.workers, self.tasks, self, source=source.id).open()

    def _on_edited(self, source_id: SourceId, is_kept: bool, for_login: bool) -> None:
        self._target = source_id  # under another name it stands elsewhere in the list
        self.refresh_view()
        if not is_kept:
            self._say_login_not_kept()
        if for_login:
            self.fetch((source_id,))

    @Slot(bool)
    def _pause(self, paused: bool) -> None:
        source = self.list.current
        if source is None:
            return
        future = self.workers.write(subscriptions.set_paused, source.id, paused)
        source_id = source.id
        self.tasks.watch(future, self, lambda _none: None if paused else self.fetch((source_id,)))

    @Slot()
    def remove_source(self) -> None:
        """Ask whether the chosen source may go."""
        source = self.list.current
        if source is None or self.findChild(RemoveSourceDialog) is not None:
            return
        dialog = RemoveSourceDialog(self.workers, self.tasks, source, self)
        dialog.removal_wished.connect(lambda: self._remove(source))
        dialog.pause_wished.connect(lambda: self._pause(True))
        dialog.open()

    def _remove(self, source: Source) -> None:
        said = self.tr("„{name}“ ist entfernt.").format(name=source.name)
        # Many entries take a while: not on the writer thread, where everything else waits in line.
        future = self.workers.outside(subscriptions.remove, source.id)
        self.tasks.watch(future, self, lambda _none: self.notice.emit(said, "good"))

    @Slot()
    def _show_mentions(self) -> None:
        source = self.list.current
        if source is not None:
            self.go_to.emit("mentions", MentionFilter(sources=frozenset({source.id})))

    @Slot()
    def _open_site(self) -> None:
        source = self.list.current
        if source is not None and not open_address(source.site_url or source.address):
            self.notice.emit(self.tr("Für diese Adresse ließ sich kein Browser öffnen."), "warning")

    @Slot()
    def _search_again(self) -> None:
        source = self.list.current
        if source is not None:
            self.add_source(source.site_url or source.address)

    # --- dragging ---------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """A web address may be dropped here."""
        if dropped_address(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Look for feeds behind the dropped address."""
        address = dropped_address(event.mimeData())
        if address:
            event.acceptProposedAction()
            self.add_source(address)
