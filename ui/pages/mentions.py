"""Erwähnungen: where to look, the list, the text, the answer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from kundenradar.domain.errors import InputError
from kundenradar.domain.mentions import EntryId, FacetCounts, Mention, MentionFilter, MentionStatus
from kundenradar.domain.queries import QuerySyntaxError
from kundenradar.domain.sentiment import Label
from kundenradar.services import discussions, explaining, listening, messages, notes, review, subscriptions
from ui import formats, icons
from ui.models.learner import Learner
from ui.models.mentions import MentionListModel
from ui.models.same import SameFinder
from ui.models.triage import Before, Triage
from ui.models.why_section import WhySection
from ui.widgets.draft_pane import DraftPane
from ui.widgets.empty import EmptyState
from ui.widgets.grounds import FittingStack, surface
from ui.widgets.labels import announce
from ui.widgets.mention_columns import MentionColumns
from ui.widgets.mention_detail import MentionDetail
from ui.widgets.mention_listing import MentionListing
from ui.widgets.mention_sidebar import MentionSidebar, in_place
from ui.widgets.menu_button import popup_inside
from ui.widgets.remembered import RememberedSizes
from ui.widgets.safe_text import open_address
from ui.widgets.thread_pane import ThreadPane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent, QShowEvent

    from kundenradar.app.core import Workers
    from kundenradar.domain.mentions import EntryVersion, Judgement
    from kundenradar.domain.notes import Note
    from kundenradar.domain.queries import Query, QueryId
    from kundenradar.domain.sources import Source, SourceId
    from kundenradar.domain.threads import Discussion
    from ui.bridge import Bridge
    from ui.tasks import Tasks

OPEN_MS: Final = 60
"""While the cursor runs through the list, only the first and where it rests are opened."""

SEEN_MS: Final = 800
"""A mention counts as seen after it was shown this long."""

Spans = tuple[tuple[int, int], ...]
Marks = tuple[Spans, Spans, explaining.PartShown]
"""Words of the Suchprofile, search hits, and which part of the text counts."""
Opened = tuple[Mention, tuple[Mention, ...], int]


def read_places(ctx: Any) -> tuple[FacetCounts, tuple[Query, ...], tuple[Source, ...]]:  # noqa: ANN401 (the core's context)
    """What the sidebar shows, in one go."""
    return review.facets(ctx), listening.list_queries(ctx), subscriptions.list_sources(ctx)


def read_mention(ctx: Any, mention: EntryId) -> Opened:  # noqa: ANN401 (the core's context)
    """A mention in full, the others of its group, and how many posts its discussion has."""
    return review.mention(ctx, mention), review.told_alike(ctx, mention), discussions.size(ctx, mention)


def read_discussion(ctx: Any, mention: EntryId) -> tuple[Discussion, frozenset[EntryId]]:  # noqa: ANN401 (as above)
    """The discussion of a mention, and which of its posts are mentions."""
    found = discussions.discussion(ctx, mention)
    return found, discussions.mentions_among(ctx, [post.entry.id for post in found.posts])


def read_marks(
    ctx: Any,  # noqa: ANN401 (the core's context)
    words: tuple[str, ...],
    search: str,
    mention: Mention,
    text: str,
) -> Marks:
    """Where the words of the Suchprofile and of the search stand in a text, and which part of it counts."""
    strong = sorted({span for expression in words for span in review.highlight(ctx, expression, text)})
    hits = tuple(review.highlight(ctx, search, text)) if search else ()
    return tuple(strong), hits, explaining.part_shown(ctx, mention, text)


class MentionsPage(QWidget):
    """The page of the daily work: read, judge, answer.

    Signals:
        go_to: Asks the window for another page.
        command: Asks the window for one of its actions.
        notice: Asks the window to show a sentence (text, tone).
    """

    go_to = Signal(str, object)
    command = Signal(str)
    notice = Signal(str, str)

    def __init__(self, workers: Workers, tasks: Tasks, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workers, self._tasks, self._bridge = workers, tasks, bridge
        self._queries: tuple[Query, ...] = ()
        self._sources: tuple[Source, ...] = ()
        self._total: int | None = None
        self._is_stale = True
        self._is_first = True
        self._kept: EntryId | None = None
        self._asked_for: EntryId | None = None
        self._target: EntryId | None = None
        self._released: set[EntryId] = set()
        self._noted_seen: set[EntryId] = set()
        self._places_asked = self._is_place_old = False
        self.model = MentionListModel(workers, tasks, self)
        self.triage = Triage(workers, tasks, self)
        self.learner = Learner(workers, tasks, self)
        self._opening = self._timer(OPEN_MS, self._open_rest)
        self._seeing = self._timer(SEEN_MS, self._note_seen)
        self._build()
        self._connect()
        self._add_actions()
        self._show_nothing()

    def _timer(self, interval_ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """A high page has lines to give to the answer."""
        super().resizeEvent(event)
        self.draft.give_room(event.size().height())

    # building

    def _build(self) -> None:
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Erwähnungen"))
        self.sidebar = MentionSidebar(self)
        self.listing = MentionListing(self.model, self)
        self.filters, self.list, self.undo_bar = self.listing.filters, self.listing.list, self.listing.undo
        self.detail = MentionDetail(self)
        self.why = WhySection(self.detail, self._workers, self._tasks, self)
        self.draft = DraftPane(self._workers, self._tasks, self._bridge, self)
        self.same = SameFinder(self._workers, self._tasks, self.detail, self)
        self.columns = MentionColumns(self.sidebar, self.listing, self._build_right(), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab follows the eye: search, chips, list, the text with its commands, the answer."""
        stops = (
            self.sidebar.list,
            self.sidebar.note_button,
            self.sidebar.add_button,
            *self.filters.tab_stops,
            self.list,
            *self.listing.selection.tab_stops,
            self.undo_bar.button,
            *self.detail.tab_stops,
            *self.discussion.tab_stops,
            *self.draft.tab_stops,
        )
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _build_right(self) -> QWidget:
        right = surface(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        self.right_splitter = QSplitter(Qt.Orientation.Vertical, right)
        self.right_splitter.setHandleWidth(1)
        self.right_splitter.setChildrenCollapsible(False)
        self.detail_stack = FittingStack(right)
        self._pick_one = (
            self.tr("Nichts ausgewählt"),
            self.tr("Wählen Sie links eine Erwähnung. Mit J und K gehen Sie von einer zur nächsten."),
        )
        self._none_yet = (self.tr("Hier lesen Sie"), self.tr("Text und Antwort stehen hier, sobald es etwas gibt."))
        self.nothing = EmptyState("chat-text", *self._pick_one)
        self.detail_stack.addWidget(self.nothing)
        self.detail_stack.addWidget(self.detail)
        self.discussion = ThreadPane(self)
        self.detail_stack.addWidget(self.discussion)
        self.right_splitter.addWidget(self.detail_stack)
        self.right_splitter.addWidget(self.draft)
        self.right_splitter.setStretchFactor(0, 3)
        self.right_splitter.setStretchFactor(1, 2)
        self.right_splitter.setSizes([430, 330])
        column.addWidget(self.right_splitter)
        self._heights = RememberedSizes(self.right_splitter, "mentions/answer")
        self._right = right
        return right

    def _connect(self) -> None:
        self.sidebar.place_chosen.connect(self._on_place)
        self.sidebar.enter_note.connect(lambda: self.command.emit("note"))
        self.sidebar.manage_queries.connect(self.manage_queries)
        for asks in (self.sidebar.add_source, self.listing.add_source):
            asks.connect(lambda: self.go_to.emit("sources", "add"))
        self.filters.changed.connect(self._on_filter)
        self.filters.left_down.connect(self._to_list)
        self.filters.sidebar_asked.connect(self.columns.toggle_sidebar)
        self.columns.sidebar_hidden.connect(self.filters.show_sidebar_button)
        self.model.shown.connect(self._on_shown)
        self.model.counted.connect(self._on_counted)
        self.model.refused.connect(self._on_refused)
        self.list.opened.connect(self._on_opened)
        self.list.chosen.connect(self._on_chosen)
        self.list.entered.connect(self._to_text)
        several = self.listing.selection
        several.status_wished.connect(self._move)
        several.sentiment_wished.connect(self._judge)
        several.bookmark_wished.connect(self._toggle_bookmark)
        several.cleared.connect(self._select_one)
        self._bridge.drafts_changed.connect(self.model.refresh_lines)
        self.list.unfold_wished.connect(lambda head, shown: self.model.unfold(head, shown=shown))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.detail.sentiment_wished.connect(self._judge_current)
        self.detail.status_wished.connect(self._move_current)
        self.detail.bookmark_wished.connect(self._bookmark_current)
        self.detail.original_wished.connect(self.open_original)
        self.detail.note_wished.connect(self._ask_note)
        self.detail.discussion_wished.connect(self.toggle_discussion)
        self.discussion.left.connect(self._leave_discussion)
        self.discussion.mention_wished.connect(self._go_to_mention)
        self.detail.same_list.mention_wished.connect(self._go_to_mention)
        self.detail.same_list.all_wished.connect(self._show_only)
        self.detail.versions_wished.connect(self._ask_versions)
        self.detail.judgements_wished.connect(self._ask_judgements)
        self.detail.exclusion_wished.connect(self.exclude_such)
        for pane in (self.detail, self.discussion):
            pane.refused.connect(lambda sentence: self.notice.emit(sentence, "warning"))
        self.draft.open_original.connect(self.open_original)
        self.draft.manage_snippets.connect(self.manage_snippets)
        self.draft.fill_wished.connect(self._fill_placeholders)
        self.draft.answered.connect(self._on_answered)
        self.draft.undo_wished.connect(self._undo)
        self.triage.changed.connect(self._on_triaged)
        self.triage.undoable.connect(self.undo_bar.offer)
        self.triage.undoable.connect(self.learner.forget_undo)
        self.triage.final.connect(self.learner.forget_undo)
        self.triage.final.connect(self.undo_bar.hide)
        self.triage.corrected.connect(self.learner.note_correction)
        self.learner.undoable.connect(self.undo_bar.offer)
        self.why.pane.label_wished.connect(self._judge_current)
        self.undo_bar.wished.connect(self._undo)
        self._bridge.mentions_added.connect(self._on_added)
        self._bridge.mentions_changed.connect(self._on_changed)
        for signal in (
            self._bridge.sources_changed,
            self._bridge.queries_changed,
            self._bridge.feed_checked,
        ):
            signal.connect(self._ask_places)

    def _add_actions(self) -> None:
        """The keyboard (handbook, chapter "Tastatur"): letters in list and text, the rest on the whole page."""
        self.actions_by_id: dict[str, QAction] = {}
        letters: tuple[tuple[str, str, str, str, Callable[[], object]], ...] = (
            ("next", self.tr("Nächste Erwähnung"), "J", "", partial(self.list.step, 1)),
            ("previous", self.tr("Vorige Erwähnung"), "K", "", partial(self.list.step, -1)),
            ("answer", self.tr("Antworten"), "A", "pencil-simple", self._to_draft),
            ("done", self.tr("Erledigt"), "E", "check-circle", self._toggle_done),
            ("progress", self.tr("In Arbeit"), "W", "circle-half", partial(self._move, MentionStatus.IN_PROGRESS)),
            ("ignore", self.tr("Ignorieren"), "Del", "prohibit", partial(self._move, MentionStatus.IGNORED)),
            ("reopen", self.tr("Wieder als neu"), "N", "circle", partial(self._move, MentionStatus.NEW)),
            ("bookmark", self.tr("Merken"), "M", "bookmark-simple", self._toggle_bookmark),
            ("discussion", self.tr("Diskussion zeigen"), "D", "chats", self.toggle_discussion),
            ("alike", self.tr("Gleiche Meldungen zeigen"), "G", "copy", self.list.toggle_copies),
            ("original", self.tr("Beitrag öffnen"), "O", "arrow-square-out", self.open_original),
            ("positive", self.tr("Positiv"), "1", "smiley", partial(self._judge, Label.POSITIVE)),
            ("neutral", self.tr("Neutral"), "2", "smiley-meh", partial(self._judge, Label.NEUTRAL)),
            ("negative", self.tr("Negativ"), "3", "smiley-sad", partial(self._judge, Label.NEGATIVE)),
            (
                "model",
                self.tr("Einschätzung des Programms übernehmen"),
                "0",
                "arrow-counter-clockwise",
                partial(self._judge, None),
            ),
            ("copy-link", self.tr("Link kopieren"), "L", "link", self.detail.copy_link),
            ("rate", self.tr("Bewertungsrunde …"), "R", "question", self.rate),
            ("exclude", self.tr("Solche nicht mehr zeigen …"), "X", "eye-slash", self.exclude_such),
            ("undo", self.tr("Letzte Änderung rückgängig"), "Z", "arrow-u-up-left", self._undo),
        )
        for name, text, keys, icon, handler in letters:
            action = self._action(name, text, keys, icon, handler)
            self.list.addAction(action)
            self.detail.addAction(action)
            self.discussion.addAction(action)
        everywhere: tuple[tuple[str, str, str, str, Callable[[], object]], ...] = (
            ("undo-too", self.tr("Letzte Änderung rückgängig"), "Ctrl+Z", "arrow-u-up-left", self._undo),
            ("search", self.tr("Suchen"), "Ctrl+F", "magnifying-glass", self.filters.focus_search),
            ("sidebar", self.tr("Ablagen"), "Ctrl+B", "list", self.columns.toggle_sidebar),
            ("snippets", self.tr("Textbaustein einfügen"), "Ctrl+T", "text-aa", self.draft.show_snippets),
            ("copy", self.tr("Text kopieren"), "Ctrl+Shift+C", "copy", self.draft.copy),
            ("copy-open", self.tr("Kopieren und Beitrag öffnen"), "Ctrl+Return", "", self.draft.copy_and_open),
        )
        for name, text, keys, icon, handler in everywhere:
            self.addAction(self._action(name, text, keys, icon, handler))
        self.sidebar.addAction(self._action("leave-sidebar", self.tr("Zur Liste"), "Esc", "", self._leave_sidebar))
        self._right.addAction(self._action("back", self.tr("Zurück zur Liste"), "Esc", "", self._to_list))

    def _action(self, name: str, text: str, keys: str, icon: str, handler: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if icon:
            action.setIcon(icons.icon(icon, "text2"))
        action.triggered.connect(lambda _checked=False: handler())
        self.actions_by_id[name] = action
        return action

    # what the window asks

    def refresh_view(self) -> None:
        """Ask again for what has changed while another page was in front."""
        self._ask_places()
        if self._is_first:
            self._show(self.model.filter)
        elif self._is_stale:
            self._is_stale = False
            self.model.refresh_lines()
            self.model.merge(self._held)
            self._reread()

    def set_filter(self, wanted: MentionFilter) -> None:
        """Show these mentions."""
        self.filters.show_filter(wanted)
        self._show(wanted)

    def set_target(self, target: object) -> None:
        """Show one mention (its id) among all others."""
        if isinstance(target, int):
            self._target = EntryId(target)
            self.set_filter(MentionFilter())

    @Slot(object)
    def _show_only(self, ids: tuple[EntryId, ...]) -> None:
        """Show these mentions: complaints that say the same."""
        self.set_filter(MentionFilter(only=frozenset(ids), name=self.tr("dieselbe Beschwerde")))

    # the list

    def _show(self, wanted: MentionFilter) -> None:
        self._is_stale = False
        self._kept = None
        self._released.clear()
        self.sidebar.show_filter(wanted)
        self.filters.show_title(self.sidebar.title_of(wanted))
        self.filters.show_mistake("")
        self.model.show(wanted, self._target or self.list.current_id())

    @Slot(object)
    def _on_filter(self, wanted: MentionFilter) -> None:
        self._show(wanted)

    @Slot(object)
    def _on_place(self, place: MentionFilter) -> None:
        wanted = in_place(place, self.filters.expression)
        self.filters.show_filter(wanted)
        self._show(wanted)
        if self.columns.is_sidebar_over:
            self.columns.hide_over()
            self._to_list()

    @Slot()
    def _on_shown(self) -> None:
        """Another list stands, or its first page."""
        count = self.model.rowCount()
        self._total = None
        self._on_chosen(self.list.selected_count())
        self.listing.show_stack(count)
        row = None if self._target is None else self.model.row_of(self._target)
        self._target = None
        is_first, self._is_first = self._is_first, False
        if row is not None:
            self.list.open_row(row)
        elif is_first and count and self.list.current_id() is None:
            self.list.open_row(0)

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self._total = count
        self.nothing.say(*(self._pick_one if count else self._none_yet))
        self._on_chosen(self.list.selected_count())
        self.listing.show_stack(count)
        if self.filters.search.hasFocus():
            announce(self.list, self.tr("{count} Treffer").format(count=formats.number(count)))

    @Slot(object)
    def _on_refused(self, error: BaseException) -> None:
        if isinstance(error, QuerySyntaxError):
            self.filters.show_mistake(messages.sentence(error), error.position, error.length)
        else:
            self._tasks.failed.emit(error)

    @Slot(int)
    def _on_chosen(self, chosen: int) -> None:
        self.listing.selection.show_count(chosen)
        if chosen > 1:
            self.filters.show_selected(chosen)
        else:
            self.filters.show_count(self._total)

    # events

    @Slot(object)
    def _on_added(self, _ids: tuple[EntryId, ...]) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        self.model.merge(self._held)
        self._ask_places()

    @Slot(object)
    def _on_changed(self, ids: tuple[EntryId, ...]) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        self._refresh(ids)

    def _refresh(self, ids: tuple[EntryId, ...]) -> None:
        """Mentions have changed: lines, detail, and where it matters the list itself; none given: any."""
        self.model.refresh_lines(ids)
        only_seen = bool(ids) and self._noted_seen.issuperset(ids)
        self._noted_seen.difference_update(ids)
        current = self.list.current_id()
        if not ids or (current in ids and not only_seen):
            self._reread()
        if only_seen:
            return
        self._ask_places()
        wanted = self.model.filter
        if not ids or wanted.labels or wanted.statuses or wanted.bookmarked or wanted.expression:
            self.model.merge(self._held)

    @property
    def _held(self) -> EntryId | None:
        """The mention that stays in the list while someone reads or answers it."""
        current = self.list.current_id()
        if current is None or current in self._released:
            return None
        self._kept = current
        return current

    @Slot()
    def _ask_places(self) -> None:
        if not (self.isVisible() or self._is_first):
            return
        if self._places_asked:
            self._is_place_old = True  # what is under way may have been read before the change
            return
        self._places_asked, self._is_place_old = True, False
        self._tasks.watch(self._workers.read(read_places), self, self._show_places, self._no_places)

    def _show_places(self, found: tuple[FacetCounts, tuple[Query, ...], tuple[Source, ...]]) -> None:
        self._places_asked = False
        before = {one.id for one in self._queries}, {one.id for one in self._sources}
        counts, self._queries, self._sources = found
        self.sidebar.show_places(counts, self._queries, self._sources)
        self.filters.show_choices(self._sources, self._queries)
        self.filters.show_title(self.sidebar.title_of(self.model.filter))
        self._leave_gone(*before)
        if self._is_place_old:
            self._ask_places()

    def _leave_gone(self, queries: set[QueryId], sources: set[SourceId]) -> None:
        """Where the list was narrowed to what has been removed meanwhile, it shows all the rest again."""
        shown = self.model.filter
        queries -= {one.id for one in self._queries}
        sources -= {one.id for one in self._sources}
        left = replace(shown, query=None if shown.query in queries else shown.query, sources=shown.sources - sources)
        if left != shown:
            self.set_filter(left)

    def _no_places(self, error: BaseException) -> None:
        self._places_asked = False
        self._tasks.failed.emit(error)

    # one mention

    @Slot(object)
    def _on_opened(self, mention: EntryId | None) -> None:
        self._seeing.stop()
        if self._kept is not None and mention != self._kept:
            self._kept = None
            self.model.merge(None)
        if mention is None:
            self._opening.stop()
            self._open_current()
            return
        if not self._opening.isActive():
            self._open_current()
        self._opening.start()

    @Slot()
    def _open_rest(self) -> None:
        if self.list.current_id() != self._asked_for:
            self._open_current()

    @Slot()
    def _open_current(self) -> None:
        mention = self._asked_for = self.list.current_id()
        if mention is None:
            self._show_nothing()
            return
        self._tasks.watch(
            self._workers.read(read_mention, mention),
            self,
            self._show_mention,
            partial(self._not_shown, mention),
        )

    def _reread(self) -> None:
        if self.list.current_id() is not None:
            self._open_current()

    def _show_mention(self, found: Opened) -> None:
        mention, alike, posts = found
        if mention.entry.id != self.list.current_id():
            return
        self.detail.show_mention(mention)
        self.detail.show_alike(alike)
        self.detail.show_posts(posts)
        self.same.look(mention)
        self.why.show_mention(mention)
        if not self._is_discussed(mention.entry.id):
            self.detail_stack.setCurrentWidget(self.detail)
        self.draft.open_mention(mention.entry.id, has_link=bool(mention.entry.link))
        self._ask_marks(mention)
        if not mention.seen and self.isVisible():
            self._seeing.start()

    # its discussion

    def _is_discussed(self, mention: EntryId) -> bool:
        return self.detail_stack.currentWidget() is self.discussion and self.discussion.current == mention

    @Slot()
    def toggle_discussion(self) -> None:
        """Show the discussion of the open mention, or the mention alone again."""
        mention = self.detail.mention
        if self.detail_stack.currentWidget() is self.discussion:
            self._leave_discussion()
        elif mention is not None and self.detail_stack.currentWidget() is self.detail:
            key = mention.entry.id
            self._tasks.watch(self._workers.read(read_discussion, key), self, partial(self._show_discussion, key))

    def _show_discussion(self, mention: EntryId, found: tuple[Discussion, frozenset[EntryId]]) -> None:
        if mention == self.list.current_id():
            self.detail_stack.setCurrentWidget(self.discussion)
            self.discussion.show_discussion(*found, mention)
            self.discussion.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _leave_discussion(self) -> None:
        self.detail_stack.setCurrentWidget(self.detail)
        self.detail.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def _go_to_mention(self, mention: EntryId) -> None:
        row = self.model.row_of(mention)
        if row is None:
            self.set_target(mention)
        else:
            self.list.open_row(row)

    def _not_shown(self, mention: EntryId, error: BaseException) -> None:
        if mention != self.list.current_id():
            return
        self._show_nothing()
        if isinstance(error, InputError) and error.code == "mention-unknown":  # it was shut out, or its source removed
            self._released.add(mention)
            self.model.merge(None)
        else:
            self._tasks.failed.emit(error)

    def _show_nothing(self) -> None:
        self.detail_stack.setCurrentWidget(self.nothing)
        self.draft.open_mention(None)

    def _ask_marks(self, mention: Mention) -> None:
        words = tuple(query.expression for query in self._queries if query.id in mention.queries)
        search = self.model.filter.expression
        if words or search:
            self._tasks.watch(
                self._workers.read(read_marks, words, search, mention, self.detail.text.shown_plain),
                self,
                partial(self._show_marks, mention.entry.id),
            )

    def _show_marks(self, mention: EntryId, marks: Marks) -> None:
        shown = self.detail.mention
        if shown is not None and shown.entry.id == mention:
            self.detail.mark(*marks)

    @Slot()
    def _note_seen(self) -> None:
        mention = self.detail.mention
        if mention is None or mention.entry.id != self.list.current_id() or not self.isVisible():
            return
        key = mention.entry.id
        self._noted_seen.add(key)
        self._tasks.watch(self._workers.write(review.mark_seen, [key]), self)

    # doing something

    def _ids(self) -> list[EntryId]:
        """The selected mentions, or the one under the cursor."""
        ids = self.list.selected_ids()
        current = self.list.current_id()
        return ids or ([] if current is None else [current])

    def _current_ids(self) -> list[EntryId]:
        mention = self.detail.mention
        return [] if mention is None else [mention.entry.id]

    def _move(self, status: MentionStatus, ids: list[EntryId] | None = None) -> None:
        chosen = self._ids() if ids is None else ids
        if chosen:
            self._released.update(chosen[:1000])
            self.triage.set_status(chosen, status)

    def _judge(self, label: Label | None, ids: list[EntryId] | None = None) -> None:
        chosen = self._ids() if ids is None else ids
        if chosen:
            self.triage.set_sentiment(chosen, label)

    @Slot(object)
    def _judge_current(self, label: Label | None) -> None:
        self._judge(label, self._current_ids())

    @Slot(object)
    def _move_current(self, status: MentionStatus) -> None:
        self._move(status, self._current_ids())

    @Slot(bool)
    def _bookmark_current(self, on: bool) -> None:
        self.triage.set_bookmarked(self._current_ids(), on=on)

    def _toggle_done(self) -> None:
        lines = [self.model.known(mention) for mention in self._ids()]
        all_done = bool(lines) and all(line is not None and line.status is MentionStatus.DONE for line in lines)
        self._move(MentionStatus.IN_PROGRESS if all_done else MentionStatus.DONE)

    def _toggle_bookmark(self) -> None:
        ids = self._ids()
        lines = [self.model.known(mention) for mention in ids]
        if ids:
            self.triage.set_bookmarked(ids, on=not all(line is not None and line.bookmarked for line in lines))

    @Slot(object)
    def _on_triaged(self, ids: list[EntryId]) -> None:
        self.draft.close_answered()
        self._refresh(tuple(ids))

    @Slot(object, object)
    def _on_answered(self, mention: EntryId, before: Before) -> None:
        """The pane offers to undo it; where it shows another mention by now, the bar does."""
        self.triage.note_answered(before)
        self.undo_bar.hide()
        if mention != self.draft.mention and before:
            self.undo_bar.offer(self.tr("Als beantwortet markiert."))
        self._refresh((mention,))

    @Slot()
    def _undo(self) -> None:
        self.undo_bar.hide()
        (self.learner if self.learner.can_undo else self.triage).undo()

    @Slot()
    def open_original(self) -> None:
        """Ask the browser for the original; only http and https, checked before."""
        mention = self.detail.mention
        if mention is None or not mention.entry.link:
            return
        if not open_address(mention.entry.link):
            self.notice.emit(
                self.tr("Der Beitrag konnte nicht geöffnet werden. Prüfen Sie, ob ein Browser eingerichtet ist."),
                "warning",
            )

    @Slot()
    def _show_menu(self, place: QPoint) -> None:
        if not self._ids():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        acts = self.actions_by_id
        for group in (
            ("answer", "discussion", "original", "copy-link"),
            ("done", "progress", "reopen", "ignore", "bookmark"),
            ("positive", "neutral", "negative", "model"),
            ("exclude",),
        ):
            for name in group:
                menu.addAction(acts[name])
            menu.addSeparator()
        popup_inside(menu, self.list.viewport(), place)

    @Slot()
    def _select_one(self) -> None:
        self.list.open_row(max(0, self.list.currentIndex().row()))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # going round

    @Slot()
    def _to_list(self) -> None:
        way_out = self.listing.stack.currentWidget()
        if isinstance(way_out, EmptyState):
            way_out.focus_first()
            return
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.list.current_id() is None:
            self.list.open_row(0)

    @Slot()
    def _to_text(self) -> None:
        if self.list.current_id() is not None:
            self.detail.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _to_draft(self) -> None:
        if self.list.current_id() is not None:
            self.draft.focus_editor()

    # dialogs

    @Slot()
    def manage_queries(self) -> None:
        """Show the Suchprofile."""
        from ui.dialogs.queries import QueriesDialog

        QueriesDialog(self._workers, self._tasks, self._bridge, self).open()

    @Slot()
    def exclude_such(self) -> None:
        """Offer to shut out a word, the author or the site of the mention that is open."""
        mention = self.detail.mention
        if mention is None or not self._ids():
            return
        from ui.dialogs.exclude import ExcludeDialog

        dialog = ExcludeDialog(self._workers, self._tasks, mention, self)
        dialog.excluded.connect(self.triage.note_excluded)
        dialog.open()

    @Slot()
    def manage_snippets(self) -> None:
        """Show the text snippets."""
        from ui.dialogs.snippets import SnippetsDialog

        SnippetsDialog(self._workers, self._tasks, self._bridge, self).open()

    @Slot(object)
    def _fill_placeholders(self, names: tuple[str, ...]) -> None:
        from ui.dialogs.placeholders import PlaceholdersDialog

        dialog = PlaceholdersDialog(names, self.draft.known_values, self)
        dialog.filled.connect(self.draft.fill)
        dialog.open()

    @Slot()
    def _ask_note(self) -> None:
        mention = self.detail.mention
        if mention is not None and mention.entry.channel is not None:
            key = mention.entry.id
            self._tasks.watch(self._workers.read(notes.get, key), self, partial(self._change_note, key))

    def _change_note(self, key: EntryId, note: Note) -> None:
        from ui.dialogs.note import NoteDialog

        dialog = NoteDialog(self._workers, self._tasks, self, note_id=key, note=note)
        dialog.removed.connect(lambda: self.model.merge(None))
        dialog.open()

    @Slot()
    def _ask_versions(self) -> None:
        mention = self.detail.mention
        if mention is not None:
            self._tasks.watch(
                self._workers.read(review.versions, mention.entry.id),
                self,
                partial(self._show_versions, mention),
            )

    def _show_versions(self, mention: Mention, versions: tuple[EntryVersion, ...]) -> None:
        from ui.dialogs.mention_history import VersionsDialog

        VersionsDialog(mention, versions, self).open()

    @Slot()
    def _ask_judgements(self) -> None:
        mention = self.detail.mention
        if mention is not None:
            self._tasks.watch(self._workers.read(review.history, mention.entry.id), self, self._show_judgements)

    def _show_judgements(self, judgements: tuple[Judgement, ...]) -> None:
        from ui.dialogs.mention_history import JudgementsDialog

        JudgementsDialog(judgements, self).open()

    def rate(self) -> None:
        """Walk through the mentions the program is least certain of."""
        from ui.dialogs.rating_session import RatingSession

        RatingSession(self._workers, self._tasks, self.learner, self).open()

    def _leave_sidebar(self) -> None:
        self.columns.hide_over()
        self._to_list()

    # Qt's own names

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """The list is what the page is about; as a focus proxy it would make Tab skip all before it."""
        super().focusInEvent(event)
        self.list.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """The heights of last time are known once there is a window."""
        super().showEvent(event)
        if self._is_first:
            self._heights.restore()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """What is being written is saved before another page comes."""
        self.draft.flush()
        super().hideEvent(event)
