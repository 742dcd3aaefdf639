"""One mention in full: judgement, work state, text and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QActionGroup, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)

from kundenradar.domain.mentions import OPEN_STATUSES, Mention, MentionStatus
from ui import formats, icons, theme
from ui.models.words import (
    GONE,
    LABELS_IN_ORDER,
    SENTIMENT_ICONS,
    SENTIMENT_WORDS,
    STATUS_ICONS,
    STATUS_WORDS,
    alike,
    channel_word,
    sentiment_with_score,
)
from ui.widgets.alike_list import AlikeList
from ui.widgets.buttons import Button, IconButton, press_by_return
from ui.widgets.concern_chips import ConcernChips
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Label as Line
from ui.widgets.labels import WrapLabel
from ui.widgets.menu_button import MenuButton, give_menu
from ui.widgets.safe_text import WholeTextView, open_address, plain_line, safe_address, shown_target
from ui.widgets.same_list import SameList, same_words
from ui.widgets.sections import Sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QAction, QResizeEvent

    from kundenradar.domain.sentiment import Label
    from kundenradar.services.explaining import PartShown
    from kundenradar.services.understanding import SameComplaint

MARGIN: Final = 24
NARROW_MARGIN: Final = 16
COLUMN: Final = 100
"""Characters the pane is wide at most."""
LEAST_LINES: Final = 4
"""Lines of title and text that are seen at least, whatever else is large."""
RING: Final = 2
"""Width of the ring around a text that has the keyboard (safe_text)."""
BAR: Final = 12
"""Width of a scroll bar in pixels (theme)."""
_HEAD_GAPS: Final = 8 + 4 * 2 + 4
"""Pixels between the states and commands at the top, and some to spare."""
NARROW: Final = 460
"""Below this width in pixels the pane uses small margins."""


class _TitleLabel(WrapLabel):
    """A title that may be selected and grows with its text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "title", parent)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)


class _Outdented(QWidgetItem):
    """A text whose words stand at the edge: the ring around it has its room outside."""

    def setGeometry(self, area: QRect) -> None:  # noqa: N802 (Qt's name)
        super().setGeometry(area.adjusted(-RING, 0, RING, 0))


class MentionDetail(QWidget):
    """Shows a mention and tells what is wished to be done with it.

    Judgement and commands stay at the top; everything below them scrolls as one.

    Attributes:
        area: What scrolls.
        marks: Row of small marks and chips below title and origin; takes any widget.
        sections: More about the mention below its text, one part at a time (`Sections.add`).

    Signals:
        sentiment_wished: A person's judgement (Label), or None for the model's.
        status_wished: The work state wished (MentionStatus).
        bookmark_wished: Whether to bookmark.
        original_wished: Open the original.
        versions_wished: Show earlier wordings.
        discussion_wished: Show the discussion it stands in.
        note_wished: Change or remove what was entered by hand.
        judgements_wished: Show the history of the judgement.
        exclusion_wished: Shut out what this mention is noise by.
        refused: A sentence why something was not done.
    """

    sentiment_wished = Signal(object)
    status_wished = Signal(object)
    bookmark_wished = Signal(bool)
    original_wished = Signal()
    versions_wished = Signal()
    discussion_wished = Signal()
    note_wished = Signal()
    judgements_wished = Signal()
    exclusion_wished = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mention: Mention | None = None
        self.area = QScrollArea(self)
        self.text = WholeTextView(self.area, self)
        self.text.link_activated.connect(self._open_link)
        self._build()
        theme.current().changed.connect(self._restyle)
        self._restyle()

    # building

    def _build(self) -> None:
        self.setAccessibleName(self.tr("Erwähnung"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 14, 0, 0)
        whole.setSpacing(8)
        self._head = self._build_head()
        whole.addLayout(self._head)
        whole.addWidget(self._build_area(), 1)

    def _build_area(self) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("plain")
        self._layout = QVBoxLayout(inner)
        self._layout.setSpacing(0)
        self._build_origin(inner)
        self._layout.addSpacing(12)
        self.text.setParent(inner)
        self._words = _Outdented(self.text)
        self._layout.addItem(self._words)
        self._layout.addSpacing(8)
        self.sections = Sections(inner)
        self._layout.addWidget(self.sections)
        self._layout.addStretch(1)
        self._alike = AlikeList(inner)
        self._alike.link_wished.connect(self._open_link)
        self.alike = self.sections.add("", "copy", self._alike)
        self.same_list = SameList(inner)
        self.same = self.sections.add("", "users-three", self.same_list)
        for section in (self.alike, self.same):
            section.opened.connect(lambda _on, part=section.content: self.bring_into_view(part))
        self.area.setObjectName("plain")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the text takes the keyboard
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inner)
        return self.area

    def _build_origin(self, inner: QWidget) -> None:
        """Title, where it comes from, and the marks below."""
        self._title = _TitleLabel(inner)
        self._layout.addWidget(self._title)
        self._meta = WrapLabel("", "meta", inner)
        self._meta.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._layout.addSpacing(4)
        self._layout.addWidget(self._meta)
        self._edited = QToolButton(inner)
        self._edited.setObjectName("edited")
        self._edited.setCursor(Qt.CursorShape.PointingHandCursor)
        self._edited.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._edited.setIcon(icons.icon("clock-counter-clockwise", "text2"))
        self._edited.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._edited.clicked.connect(self.versions_wished)
        press_by_return(self._edited)
        self.concerns = ConcernChips(inner)
        self.marks = FlowLayout(gap=10, row_gap=6)
        self._posts = Button("", "chip", "chats", inner)
        self._posts.setToolTip(self.tr("Wer hat wem geantwortet? (D)"))
        self._posts.clicked.connect(self.discussion_wished)
        self._posts.hide()
        self.marks.addWidget(self._posts)
        self.marks.addWidget(self._edited)
        self._gone = Line("", "meta", inner)
        self.marks.addWidget(self._gone)
        self._below_title = QWidget(inner)
        rows = QVBoxLayout(self._below_title)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.concerns)
        rows.addLayout(self.marks)
        self._part = WrapLabel("", "meta", inner)
        self._part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._part.hide()
        rows.addWidget(self._part)
        self._layout.addWidget(self._below_title)

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        self._sentiment = MenuButton(self, soft="neutral_soft", ink="neutral_text")
        give_menu(self._sentiment, self._sentiment_menu())
        self._status = MenuButton(self, ink="text2")
        give_menu(self._status, self._status_menu())
        self._bookmark = IconButton(self.tr("Merken (M)"), "bookmark-simple", parent=self)
        self._bookmark.setCheckable(True)
        self._bookmark.clicked.connect(self.bookmark_wished)
        self._done = IconButton(self.tr("Erledigt (E)"), "archive", parent=self)
        self._done.clicked.connect(self._on_done)
        self._original = IconButton(self.tr("Beitrag im Browser öffnen (O)"), "arrow-square-out", parent=self)
        self._original.clicked.connect(self.original_wished)
        self._more = IconButton(self.tr("Weitere Befehle"), "dots-three", parent=self)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        give_menu(self._more, self._more_menu())
        states = FlowLayout(gap=8)
        states.addWidget(self._sentiment)
        states.addWidget(self._status)
        row.addLayout(states, 1)
        for button in (self._bookmark, self._done, self._original, self._more):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _fit_head(self) -> None:
        """In a narrow pane the score goes first, then two buttons into the menu: the states stay in one row."""
        if self._mention is None:
            return
        judged = self._mention.sentiment
        margins = self._head.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        always = [self._status, self._bookmark, self._more]
        for words, is_folded in (
            (sentiment_with_score(judged.label, judged.score, by_human=judged.by_human), False),
            (SENTIMENT_WORDS[judged.label], False),
            (SENTIMENT_WORDS[judged.label], True),
        ):
            self._sentiment.setText(words)
            shown = [self._sentiment, *always, *(() if is_folded else (self._done, self._original))]
            if sum(button.sizeHint().width() for button in shown) + _HEAD_GAPS <= room:
                break
        for button, action in ((self._done, self._fold_done), (self._original, self._fold_original)):
            button.setVisible(not is_folded)
            action.setVisible(is_folded)
        self._fold_done.setText(self._done.accessibleName().replace(" (E)", "\tE"))
        self._fold_original.setEnabled(self._original.isEnabled())

    def _sentiment_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._sentiment_actions: dict[Label, QAction] = {}
        for number, label in enumerate(LABELS_IN_ORDER, start=1):
            action = menu.addAction(
                icons.icon(SENTIMENT_ICONS[label], f"{label.value}_text"),
                f"{SENTIMENT_WORDS[label]}\t{number}",
            )
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked, label=label: self.sentiment_wished.emit(label))
            self._sentiment_actions[label] = action
        menu.addSeparator()
        self._back_to_model = menu.addAction(
            icons.icon("arrow-counter-clockwise", "text2"), self.tr("Einschätzung des Programms übernehmen\t0")
        )
        self._back_to_model.triggered.connect(lambda: self.sentiment_wished.emit(None))
        menu.addAction(self.tr("Verlauf der Bewertung …")).triggered.connect(self.judgements_wished)
        return menu

    def _status_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        self._status_actions: dict[MentionStatus, QAction] = {}
        for status in MentionStatus:
            action = menu.addAction(icons.icon(STATUS_ICONS[status], "text2"), STATUS_WORDS[status])
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _checked, status=status: self.status_wished.emit(status))
            self._status_actions[status] = action
        return menu

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        self._fold_done = menu.addAction(icons.icon("archive", "text2"), "")
        self._fold_done.triggered.connect(self._on_done)
        self._fold_original = menu.addAction(
            icons.icon("arrow-square-out", "text2"), self.tr("Beitrag im Browser öffnen\tO")
        )
        self._fold_original.triggered.connect(self.original_wished)
        self._copy_link = menu.addAction(icons.icon("link", "text2"), self.tr("Link kopieren"))
        self._copy_link.triggered.connect(self.copy_link)
        self._versions = menu.addAction(icons.icon("clock-counter-clockwise", "text2"), self.tr("Frühere Fassungen …"))
        self._versions.triggered.connect(self.versions_wished)
        menu.addAction(icons.icon("clock-clockwise", "text2"), self.tr("Verlauf der Bewertung …")).triggered.connect(
            self.judgements_wished
        )
        self._change_note = menu.addAction(icons.icon("note-pencil", "text2"), self.tr("Ändern oder löschen …"))
        self._change_note.triggered.connect(self.note_wished)
        menu.addSeparator()
        menu.addAction(icons.icon("eye-slash", "text2"), self.tr("Solche nicht mehr zeigen …\tX")).triggered.connect(
            self.exclusion_wished
        )
        menu.addAction(icons.icon("prohibit", "text2"), self.tr("Ignorieren\tEntf")).triggered.connect(
            lambda: self.status_wished.emit(MentionStatus.IGNORED)
        )
        return menu

    # what the page tells

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes, in order."""
        head = (self._sentiment, self._status, self._bookmark, self._done, self._original, self._more)
        return (*head, self._posts, self._edited, self.text, *self.sections.tab_stops)

    @property
    def mention(self) -> Mention | None:
        """What is shown."""
        return self._mention

    def show_mention(self, mention: Mention) -> None:
        """Show a mention; the text stays where it was if only its state has changed."""
        before, self._mention = self._mention, mention
        entry = mention.entry
        title = plain_line(entry.title) or plain_line(entry.text, 120)
        self._title.setText(title)
        self._meta.setText(self._meta_line(mention))
        self._meta.setToolTip(self._where(mention))
        has_versions = entry.versions > 1
        self._edited.setVisible(has_versions)
        self._versions.setEnabled(has_versions)
        if has_versions:
            self._edited.setText(self.tr("geändert, {count} Fassungen").format(count=entry.versions))
        self._show_gone(mention)
        self.concerns.show_mention(mention)
        link = entry.link is not None and safe_address(entry.link) is not None
        self._original.setEnabled(link)
        self._copy_link.setEnabled(link)
        self._change_note.setVisible(entry.channel is not None)
        self._show_state(mention)
        same_text = (
            before is not None
            and before.entry.id == entry.id
            and (before.entry.html, before.entry.text) == (entry.html, entry.text)
        )
        if not same_text:
            self._part.hide()
            self.text.show_text(entry.html, entry.text)
            self.area.verticalScrollBar().setValue(0)
        self._settle_marks()

    def _settle_marks(self) -> None:
        """Marks that are not there leave no gap."""
        marks = (self.concerns, self._posts, self._edited, self._gone, self._part)
        self._below_title.setVisible(any(not mark.isHidden() for mark in marks))

    def _show_gone(self, mention: Mention) -> None:
        gone_at = mention.entry.gone_at
        self._gone.setVisible(gone_at is not None)
        if gone_at is not None:
            day = formats.day_numeric(formats.local_day(gone_at))
            self._gone.setText(self.tr("{gone} seit {day}").format(gone=GONE, day=day))
            self._gone.setToolTip(
                self.tr("Der Feed der Quelle führt diesen Beitrag nicht mehr. Hier bleibt er stehen.")
            )

    def show_posts(self, posts: int) -> None:
        """Offer the discussion if it has more posts than this one."""
        self._posts.setVisible(posts > 1)
        self._posts.setText(self.tr("Diskussion: {count}").format(count=formats.count(posts, "Beitrag", "Beiträge")))
        self._settle_marks()

    def show_alike(self, mentions: Sequence[Mention]) -> None:
        """Offer where else the same message stands; nothing if nowhere."""
        self._alike.show_mentions(mentions)
        if mentions:
            self.alike.offer(alike(len(mentions)))
        else:
            self.alike.withdraw()

    def show_same(self, shared: SameComplaint | None) -> None:
        """Offer who else criticises the same; nothing if nobody does."""
        if shared is None or self._mention is None:
            self.same.withdraw()
            return
        self.same_list.show_same(shared, self._mention.entry.id)
        self.same.offer(same_words(shared))

    def _show_state(self, mention: Mention) -> None:
        judged = mention.sentiment
        words = sentiment_with_score(judged.label, judged.score, by_human=judged.by_human)
        self._sentiment.setIcon(icons.icon(SENTIMENT_ICONS[judged.label], f"{judged.label.value}_text"))
        self._sentiment.setAccessibleName(self.tr("Stimmung: {words}. Ändern").format(words=words))
        self._sentiment.setToolTip(self.tr("{words}: ändern mit 1, 2, 3").format(words=words))
        for label, action in self._sentiment_actions.items():
            action.setChecked(label is judged.label)
        self._back_to_model.setEnabled(judged.by_human)
        self._status.setText(STATUS_WORDS[mention.status])
        self._status.setIcon(icons.icon(STATUS_ICONS[mention.status], "text2"))
        self._status.setAccessibleName(self.tr("Status: {word}. Ändern").format(word=STATUS_WORDS[mention.status]))
        self._status.setToolTip(self.tr("Status ändern"))
        for status, action in self._status_actions.items():
            action.setChecked(status is mention.status)
        self._bookmark.setChecked(mention.bookmarked)
        self._bookmark.show_as(
            self.tr("Nicht mehr merken (M)") if mention.bookmarked else self.tr("Merken (M)"),
            "bookmark-simple-fill" if mention.bookmarked else "bookmark-simple",
        )
        if mention.status in OPEN_STATUSES or mention.status is MentionStatus.ANSWERED:
            self._done.show_as(self.tr("Erledigt (E)"), "archive")
        else:
            self._done.show_as(self.tr("Wieder öffnen (E)"), "arrow-u-up-left")
        self._sentiment.color(f"{judged.label.value}_soft", f"{judged.label.value}_text")
        self._fit_head()

    def _meta_line(self, mention: Mention) -> str:
        entry = mention.entry
        at = entry.published_at or entry.first_seen_at
        parts = [
            plain_line(entry.author or "", 80),
            plain_line(mention.source_name, 80),
            channel_word(entry.channel),
            self.tr("{when}\u00a0Uhr").format(when=formats.when(at, formats.utc_now()))
            if ":" in formats.when(at, formats.utc_now())
            else formats.when_full(at),
        ]
        if entry.replies is not None:
            parts.append(formats.count(entry.replies, "Antwort", "Antworten"))
        if entry.views:
            parts.append(formats.count(entry.views, "Aufruf", "Aufrufe"))
        if mention.own:
            parts.append(self.tr("eigener Beitrag"))
        return " · ".join(part for part in parts if part)

    def _where(self, mention: Mention) -> str:
        """Full time and link, for the tooltip; plain text (Qt would read markup in it)."""
        entry = mention.entry
        lines = [formats.when_full(entry.published_at or entry.first_seen_at)]
        url = safe_address(entry.link or "")
        if url is not None:
            lines.append(shown_target(url))
        return "\n".join(line.replace("<", "‹").replace(">", "›") for line in lines)

    def mark(self, strong: Iterable[tuple[int, int]], hits: Iterable[tuple[int, int]], part: PartShown) -> None:
        """Show words of the Suchprofil in bold, search hits on a coloured ground, and what does not count in grey."""
        self.text.mark(strong, hits, part.left_out)
        self._part.setText(part.sentence)
        self._part.setVisible(bool(part.sentence))
        self._settle_marks()

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll so far that a part that was just opened is seen."""
        QTimer.singleShot(0, part, lambda: self._scroll_to(part))  # once it has its height

    def _scroll_to(self, part: QWidget) -> None:
        if part.isVisible():
            margin = 16
            self.area.ensureVisible(0, part.y() + self.sections.y() + part.height(), 0, margin)
            self.area.ensureVisible(0, self.sections.y(), 0, margin)  # its chip, where there is not room for both

    # what the user does

    @Slot()
    def copy_link(self) -> None:
        """Put the address of the original on the clipboard."""
        if self._mention is not None and self._mention.entry.link:
            QGuiApplication.clipboard().setText(self._mention.entry.link)

    @Slot()
    def _on_done(self) -> None:
        if self._mention is None:
            return
        is_open = self._mention.status in OPEN_STATUSES or self._mention.status is MentionStatus.ANSWERED
        self.status_wished.emit(MentionStatus.DONE if is_open else MentionStatus.IN_PROGRESS)

    @Slot(str)
    def _open_link(self, address: str) -> None:
        if not open_address(address):
            self.refused.emit(
                self.tr("Der Link konnte nicht geöffnet werden. Prüfen Sie, ob ein Browser eingerichtet ist.")
            )

    # look

    @Slot()
    def _restyle(self) -> None:
        side = self.fontMetrics().height() + 2
        self._edited.setIconSize(QSize(side, side))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """The commands, and a few lines below them."""
        head = self._head.sizeHint()
        high = self._head.heightForWidth(max(1, self.width())) if self._head.hasHeightForWidth() else head.height()
        lines = LEAST_LINES * self.fontMetrics().height()
        return QSize(self._head.minimumSize().width(), 14 + high + 8 + lines)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Narrow panes get narrow margins."""
        margin = NARROW_MARGIN if self.width() < NARROW else MARGIN
        column = 2 * margin + COLUMN * self.fontMetrics().averageCharWidth()
        right = margin + max(0, self.width() - column)
        self._head.setContentsMargins(margin, 0, right, 0)
        self._fit_head()
        # The text keeps its place when a scroll bar comes: its room is part of the margin.
        self._layout.setContentsMargins(margin, 0, max(0, right - BAR), 16)
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
