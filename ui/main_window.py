"""The window: puts rail, page, notice and status line together."""

import importlib
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QByteArray, QSettings, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kundenradar.domain.arrivals import arrival
from kundenradar.domain.errors import KundenradarError
from kundenradar.domain.mentions import MentionFilter
from kundenradar.domain.sources import is_fetched
from ui import actions, formats, theme
from ui.bridge import Bridge
from ui.catchup import CatchUp
from ui.clockwork import Clockwork
from ui.tasks import Tasks
from ui.widgets.empty import EmptyState
from ui.widgets.message_bar import MessageBar
from ui.widgets.rail import Rail
from ui.widgets.safety_bar import SafetyBar
from ui.widgets.status import StatusLine, status_of

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from kundenradar.domain.arrivals import Arrival
    from kundenradar.domain.events import RefreshProgress
    from kundenradar.domain.mentions import FacetCounts
    from kundenradar.domain.sources import Source
    from ui.exchange import Exchange


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the rail.

    Attributes:
        name: What `go_to` calls it.
        module: Where its class lives; imported when the page is first shown.
        factory: Name of the class: ``(workers, tasks, bridge, parent) -> QWidget``.
    """

    name: str
    title: str
    icon: str
    module: str
    factory: str


PAGES = (
    PageEntry("overview", "Übersicht", "squares-four", "ui.pages.overview", "OverviewPage"),
    PageEntry("mentions", "Erwähnungen", "tray", "ui.pages.mentions", "MentionsPage"),
    PageEntry("topics", "Themen", "chart-bar", "ui.pages.topics", "TopicsPage"),
    PageEntry("sources", "Quellen", "rss", "ui.pages.sources", "SourcesPage"),
    PageEntry("reports", "Berichte", "file-text", "ui.pages.reports", "ReportsPage"),
    PageEntry("settings", "Einstellungen", "gear", "ui.pages.settings", "SettingsPage"),
)


CHAPTERS = {
    "overview": "06-uebersicht",
    "mentions": "04-erwaehnungen",
    "topics": "06-uebersicht",
    "sources": "02-quellen",
    "reports": "07-wochenbericht",
    "settings": "08-einstellungen",
}
"""Chapter of the handbook about each page."""

COMFORTABLE = QSize(1280, 800)
"""Size at the first start, if the screen has room."""

SMALLEST = QSize(720, 480)
"""Least size of the window at 100 % type."""
LARGEST_LEAST = QSize(1000, 640)
"""No least size is larger: screens of 1024 × 768 hold it with a task bar."""

_SET_ASIDE = (
    "Ihre Einstellungen waren nicht lesbar und gelten wieder wie am Anfang. Die alte Datei liegt als "
    "settings.broken.json im Datenordner."
)


class _PageView(Protocol):
    """What the window asks of a page."""

    def refresh_view(self) -> None:
        """Called whenever it is shown."""
        ...

    def set_filter(self, wanted: MentionFilter) -> None:
        """Show these mentions."""
        ...

    def set_target(self, target: object) -> None:
        """Show what another page named."""
        ...


class MainWindow(QMainWindow):
    """The one window. Shown first, without data; `attach` brings it to life.

    Attributes:
        painted: The window was painted for the first time.
        page_shown: Another page is in front (name).
        bug: Something nobody expected came back from a worker (exception).
        forced_theme: Shown instead of the one in the preferences, for pictures.
    """

    painted = Signal()
    page_shown = Signal(str)
    bug = Signal(object)

    def __init__(self, state: QSettings | None = None) -> None:
        super().__init__()
        self._state = state
        self._is_painted = False
        self.forced_theme: str | None = None
        self._workers: Workers | None = None
        self._bridge: Bridge | None = None
        self._clockwork: Clockwork | None = None
        self._catch_up: CatchUp | None = None
        self._current = ""
        self._pages: dict[str, QWidget] = {}
        self._first_run: QWidget | None = None
        self._waiting_arrivals: list[Arrival] = []
        self._exchange: Exchange | None = None
        self._sources: tuple[Source, ...] = ()
        self._progress: RefreshProgress | None = None
        self.tasks = Tasks(self)
        self.tasks.failed.connect(self.show_failure)
        self._build()
        self._restore()

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setWindowTitle("Kundenradar")
        self._fit_type()
        theme.current().changed.connect(self._fit_type)
        self.setAcceptDrops(True)
        keys = [f"Ctrl+{number}" for number in range(1, len(PAGES) + 1)]
        self.rail = Rail(
            [(p.name, p.title, p.icon, actions.shown_keys(key)) for p, key in zip(PAGES, keys, strict=True)]
        )
        self.rail.chosen.connect(self.show_page)
        self.messages = MessageBar()
        self.samples_bar = MessageBar(stays=True)
        self.alarms = SafetyBar()
        self.alarms.wished.connect(lambda wanted: self.go_to("mentions", wanted))
        self.status_line = StatusLine()
        self.status_line.cancelled.connect(self._cancel_refresh)
        self.status_line.listening_wanted.connect(self._set_listening)
        self._stack = QStackedWidget()
        self._stack.setObjectName("pages")
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.samples_bar)
        right.addWidget(self.alarms)
        right.addWidget(self._stack, 1)
        self.messages.float_over(self._stack)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(right, 1)
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.status_line)
        self.setCentralWidget(ground)
        entries = [
            actions.ActionEntry(
                "refresh", self.tr("Aktualisieren"), ("F5", "Ctrl+R"), "arrows-clockwise", self.refresh
            ),
            actions.ActionEntry("note", self.tr("Rückmeldung erfassen"), ("Ctrl+E",), "note-pencil", self.enter_note),
            actions.ActionEntry("opml-import", self.tr("Feeds aus OPML-Datei übernehmen"), (), "", self._choose_opml),
            actions.ActionEntry("opml-export", self.tr("Quellen als OPML speichern"), (), "", self._choose_export),
            actions.ActionEntry("help", self.tr("Handbuch"), ("F1",), "question", self.show_help),
            actions.ActionEntry("menu", self.tr("Kontextmenü öffnen"), actions.menu_keys(), "", actions.open_menu),
            actions.ActionEntry("quit", self.tr("Beenden"), ("Ctrl+Q",), "", self.close),
        ]
        entries += [
            actions.ActionEntry(page.name, page.title, (key,), page.icon, partial(self.show_page, page.name))
            for page, key in zip(PAGES, keys, strict=True)
        ]
        self.commands = actions.install(self, entries)

    @Slot()
    def _fit_type(self) -> None:
        """Large type needs a larger window, but none that a small screen could not show."""
        wanted = QSize(theme.current().scaled(SMALLEST.width()), theme.current().scaled(SMALLEST.height()))
        self.setMinimumSize(wanted.boundedTo(LARGEST_LEAST))

    def _restore(self) -> None:
        room = self.screen().availableGeometry().size()
        self.resize(COMFORTABLE.boundedTo(QSize(int(room.width() * 0.95), int(room.height() * 0.92))))
        geometry = self._state.value("geometry") if self._state is not None else None
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    # --- coming to life ---------------------------------------------------------------------------

    def attach(self, workers: "Workers", page: str = "overview", *, is_alive: bool = True) -> None:
        """Show data: called once, after the first paint.

        Args:
            workers: The core at work.
            page: Page to show first.
            is_alive: Whether to poll by itself and to ask the questions of the first run.
        """
        self._workers = workers
        self._bridge = Bridge(workers, self)
        self._bridge.sources_changed.connect(self._ask_sources)
        self._bridge.feed_checked.connect(self._ask_sources)
        self._bridge.mentions_added.connect(self._ask_counts)
        self._bridge.mentions_changed.connect(self._ask_counts)
        self._bridge.settings_changed.connect(self._settings_changed)
        self._bridge.progress.connect(self._show_progress)
        self.alarms.attach(workers, self.tasks, self._bridge)
        self._catch_up = CatchUp(workers, self.tasks, self._bridge, self)
        self._clockwork = Clockwork(workers, self)
        self._clockwork.ticked.connect(self._show_status)
        self._settings_changed()
        if is_alive and not workers.settings.first_run_done:
            self._show_first_run(page)
        else:
            self.show_page(page)
            self.page(page).setFocus()  # not the rail, which Qt chose while it was alone
        self._ask_sources()
        self._ask_counts()
        if workers.settings_were_set_aside:
            self.messages.say(self.tr(_SET_ASIDE), "warning")
        if is_alive:
            self._clockwork.start()
            self._catch_up.start()

    @property
    def state(self) -> QSettings | None:
        """Where the window keeps what is no preference (geometry, last folder); None keeps nothing."""
        return self._state

    def _show_first_run(self, then: str) -> None:
        """Three questions before anything else, on the whole window."""
        from ui.dialogs.first_run import FirstRunPage

        if self._workers is None or self._bridge is None:
            return
        questions = FirstRunPage(self._workers, self.tasks, self._bridge, self)
        questions.finished.connect(partial(self.show_page, then))
        self._first_run = questions
        self._stack.addWidget(questions)
        self._stack.setCurrentWidget(questions)
        self._show_ways(shown=False)

    def _end_first_run(self) -> None:
        if self._first_run is not None:
            self._stack.removeWidget(self._first_run)
            self._first_run.deleteLater()
            self._first_run = None
            self._show_ways(shown=True)
            self._show_samples()
            QTimer.singleShot(0, self, self._take_waiting)  # once the page that comes now is in front

    def _show_ways(self, *, shown: bool) -> None:
        """The rail, the status line and their keys."""
        self.rail.setVisible(shown)
        self.status_line.setVisible(shown)
        for name, command in self.commands.items():
            command.setEnabled(shown or name in {"help", "menu", "quit"})

    @property
    def current_page(self) -> str:
        """Name of the page in front, empty before there is one."""
        return self._current

    def page(self, name: str) -> QWidget:
        """A page, made when it is asked for the first time."""
        if name not in self._pages:
            entry = next(entry for entry in PAGES if entry.name == name)
            factory = getattr(importlib.import_module(entry.module), entry.factory)
            # Made where it will stand: a parent that changes has the whole tree polished twice.
            made = cast(QWidget, factory(self._workers, self.tasks, self._bridge, self._stack))
            for signal, slot in (("go_to", self.go_to), ("command", self.run), ("notice", self.messages.say)):
                if hasattr(made, signal):
                    getattr(made, signal).connect(slot)
            self._stack.addWidget(made)
            self._pages[name] = made
        return self._pages[name]

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Bring a page to the front and have it ask again for what it shows."""
        if self._workers is None:
            return
        self._end_first_run()
        self.rail.show_current(name)
        page = self.page(name)
        focused = self.focusWidget()
        if self._stack.currentWidget() is not page:
            if focused is not None and self._stack.isAncestorOf(focused):
                self._stack.setFocus()  # else Qt would give it to some control of the page, a chart drew its cursor
            self._stack.setCurrentWidget(page)
            if focused is None or not self.rail.isAncestorOf(focused):
                page.setFocus()  # Tab goes on inside the page; the first control shows no ring yet
        self._current = name
        self.alarms.show_on(name)
        cast(_PageView, page).refresh_view()
        self.page_shown.emit(name)

    @Slot(str, object)
    def go_to(self, name: str, target: object = None) -> None:
        """Bring a page to the front showing `target`: a MentionFilter, or what the page knows."""
        page = cast(_PageView, self.page(name))
        if isinstance(target, MentionFilter):
            page.set_filter(target)
        elif target is not None:
            page.set_target(target)
        self.show_page(name)

    @Slot(str)
    def run(self, command: str) -> None:
        """Do one of the window's actions by its id."""
        self.commands[command].trigger()

    @Slot()
    def show_help(self) -> None:
        """Open the handbook at the chapter about the page in front."""
        from ui.dialogs.handbook import show_handbook

        first = "01-erste-schritte" if self._first_run is not None else "index"
        show_handbook(self, CHAPTERS.get(self._current, first))

    # --- refreshing -------------------------------------------------------------------------------

    @Slot()
    def refresh(self) -> None:
        """Poll every source now."""
        if self._workers is None:
            return
        future = self._workers.refresh(None)
        if future is not None:
            self.tasks.watch(future, self)

    @Slot()
    def _cancel_refresh(self) -> None:
        if self._workers is not None:
            self._workers.cancel_refresh()

    @Slot(object)
    def _show_progress(self, progress: "RefreshProgress") -> None:
        self._progress = None if progress.finished else progress
        self.commands["refresh"].setEnabled(self._progress is None)
        self.status_line.show_progress(self._progress)
        if self._progress is None:
            self._show_status()

    # --- what arrives ------------------------------------------------------------------------------

    @Slot()
    def enter_note(self) -> None:
        """Enter feedback that came by telephone, letter or in person."""
        from ui.dialogs.note import NoteDialog

        if self._workers is not None:
            dialog = NoteDialog(self._workers, self.tasks, self)
            dialog.stored.connect(self._note_stored)
            dialog.notice.connect(self.messages.say)
            dialog.open()

    @property
    def exchange(self) -> "Exchange | None":
        """Where addresses and OPML files are taken in; None before there is data."""
        from ui.exchange import Exchange

        if self._workers is not None and self._exchange is None:
            self._exchange = Exchange(self._workers, self.tasks, self)
            self._exchange.address_arrived.connect(partial(self.go_to, "sources"))
            self._exchange.notice.connect(self.messages.say)
        return self._exchange

    @Slot()
    def _choose_opml(self) -> None:
        if self.exchange is not None:
            self.exchange.choose_opml()

    @Slot()
    def _choose_export(self) -> None:
        if self.exchange is not None:
            self.exchange.choose_export()

    @Slot(str)
    def take_arrival(self, text: str) -> None:
        """An address, a feed: link or an OPML file was handed to the program."""
        found = arrival(text)
        if found is not None:
            self._take_in(found)

    def _take_in(self, found: "Arrival") -> None:
        """Do what fits to what arrived; the questions of the first run come first."""
        if self._first_run is not None:
            self._waiting_arrivals.append(found)
            address = self.tr("Nach diesen Fragen sieht sich Kundenradar die Adresse an, die Sie geöffnet haben.")
            file = self.tr("Nach diesen Fragen zeigt Kundenradar die Feeds der Datei, die Sie geöffnet haben.")
            self.messages.say(address if found.address else file)
        elif self.exchange is not None:
            self.exchange.take(found)

    @Slot()
    def _take_waiting(self) -> None:
        waiting, self._waiting_arrivals = self._waiting_arrivals, []
        if waiting:
            self.messages.hide()
        for found in waiting:
            self._take_in(found)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Addresses and OPML files may be dropped anywhere."""
        from ui.exchange import arrival_of

        if self._workers is not None and arrival_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Take in what was dropped."""
        from ui.exchange import arrival_of

        found = arrival_of(event.mimeData())
        if found is not None and self._workers is not None:
            event.acceptProposedAction()
            self._take_in(found)

    @Slot(object)
    def _note_stored(self, key: object) -> None:
        show = partial(self.go_to, "mentions", key)
        self.messages.say(self.tr("Die Rückmeldung ist erfasst."), "good", self.tr("Anzeigen"), show)

    # --- state ------------------------------------------------------------------------------------

    @Slot()
    def _ask_sources(self) -> None:
        from kundenradar.services import subscriptions

        if self._workers is not None:
            self.tasks.watch(self._workers.read(subscriptions.list_sources), self, self._take_sources)

    def _take_sources(self, sources: "tuple[Source, ...]") -> None:
        self._sources = tuple(source for source in sources if is_fetched(source))
        self._show_status()
        self._show_samples()

    def _show_samples(self) -> None:
        """Say that these are samples, as long as one of their sources is here."""
        from kundenradar.services import preferences

        shown = self._first_run is None and any(preferences.is_sample(source) for source in self._sources)
        if not shown:
            self.samples_bar.hide()
        elif self.samples_bar.isHidden():
            self.samples_bar.say(
                self.tr("Sie sehen Beispieldaten."), "", self.tr("Beispieldaten entfernen"), self._remove_samples
            )

    def _remove_samples(self) -> None:
        from kundenradar.services import preferences

        if self._workers is not None:
            self.samples_bar.setEnabled(False)
            future = self._workers.outside(preferences.remove_samples)
            self.tasks.watch(future, self, self._samples_removed, self._samples_stayed)

    def _samples_removed(self, is_empty: bool) -> None:
        self.samples_bar.setEnabled(True)
        self._ask_sources()
        self._ask_counts()
        if is_empty and self._first_run is None:
            self._show_first_run("overview")
            self.samples_bar.hide()

    def _samples_stayed(self, error: BaseException) -> None:
        self.samples_bar.setEnabled(True)
        self.show_failure(error)

    @Slot()
    def _ask_counts(self) -> None:
        from kundenradar.services import review

        if self._workers is not None:
            self.tasks.watch(self._workers.read(review.facets), self, self._take_counts)

    def _take_counts(self, counts: "FacetCounts") -> None:
        self.rail.set_badge("mentions", counts.open)

    @Slot()
    def _show_status(self) -> None:
        if self._workers is None or self._progress is not None:
            return
        listening = self._workers.settings.listening
        self.status_line.show_status(status_of(self._sources, listening=listening, now=formats.utc_now()))

    @Slot()
    def _settings_changed(self) -> None:
        if self._workers is None:
            return
        settings = self._workers.settings
        theme.current().apply(self.forced_theme or settings.theme, settings.font_percent)
        self.status_line.show_listening(listening=settings.listening)
        self._show_status()
        if self._state is not None:  # what the next start paints with before the settings are read
            self._state.setValue("theme", settings.theme)
            self._state.setValue("font_percent", settings.font_percent)

    @Slot(bool)
    def _set_listening(self, wanted: bool) -> None:
        from kundenradar.services import preferences

        if self._workers is not None:
            settings = replace(self._workers.settings, listening=wanted)
            self.tasks.watch(self._workers.write(preferences.save, settings), self)

    @Slot(object)
    def show_failure(self, error: BaseException) -> None:
        """Say in the notice what went wrong; what nobody expected goes out as a bug."""
        if not isinstance(error, KundenradarError):
            self.bug.emit(error)
            return
        if self._workers is None:
            return  # said in full by show_unusable
        from kundenradar.services import messages

        self.messages.say(messages.sentence(error), "bad")

    @Slot(object)
    def show_unusable(self, error: BaseException) -> None:
        """Instead of pages: the stored data cannot be used, and what helps."""
        from kundenradar.services import messages

        state = EmptyState("warning-circle", self.tr("Ihre Daten lassen sich nicht öffnen"), messages.sentence(error))
        state.add_button(self.tr("Beenden"), self.close, "primary")
        self._workers = None
        self._stack.addWidget(state)
        self._stack.setCurrentWidget(state)
        self.messages.hide()
        self.rail.setEnabled(False)
        self.status_line.hide()
        if self._clockwork is not None:
            self._clockwork.stop()
        if not isinstance(error, KundenradarError | OSError):
            self.bug.emit(error)

    @Slot(str)
    def come_to_front(self, page: str = "") -> None:
        """Another start asked for this window, for one of its pages, or handed something over."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        if page in {entry.name for entry in PAGES}:
            self.show_page(page)
        elif page:
            self.take_arrival(page)

    # --- Qt ---------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell once that the window can be seen."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the geometry and stop asking; the workers are joined by who made them."""
        if self._state is not None:
            self._state.setValue("geometry", self.saveGeometry())
            self._state.sync()
        if self._clockwork is not None:
            self._clockwork.stop()
        if self._catch_up is not None:
            self._catch_up.stop()
        self.alarms.stop()
        if self._bridge is not None:
            self._bridge.stop()
        self.tasks.stop()
        super().closeEvent(event)
