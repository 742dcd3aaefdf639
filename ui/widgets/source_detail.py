"""Everything about one source: health, facts, what to do, and how the last polls went."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kundenradar.domain.errors import Trouble, TroubleKind
from kundenradar.domain.health import FetchRecord
from kundenradar.domain.sources import Source, SourceState, state_of
from kundenradar.services import messages
from ui import formats, theme
from ui.models.sources import KIND_WORDS, STATE_COLORS, STATE_ICONS, TROUBLE_WORDS, state_word
from ui.widgets.buttons import Button, IconButton
from ui.widgets.cards import Icon
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, Label, WrapLabel, set_tone

_SIDE = 22
_LOGIN = frozenset({TroubleKind.LOGIN})
_SEARCH = frozenset({TroubleKind.NOT_FOUND, TroubleKind.GONE, TroubleKind.NOT_A_FEED})
_LOOK = frozenset({TroubleKind.FORBIDDEN, TroubleKind.BROWSER_CHECK, TroubleKind.REDIRECTS, TroubleKind.PROTOCOL})


def outcome_words(record: FetchRecord) -> str:
    """What a poll came to, in words."""
    if record.trouble is not None:
        return TROUBLE_WORDS[record.trouble.kind]
    if record.outcome == "unchanged":
        return "unverändert"
    if record.outcome == "failed":
        return "nicht gehört"
    entries = formats.count(record.entries, "Beitrag", "Beiträge")
    return f"{entries}, {formats.number(record.new)} neu" if record.new else f"{entries}, nichts Neues"


class TroubleNotice(QFrame):
    """Why a source cannot be heard, and a button for what helps.

    Attributes:
        helped: The button was pressed.
    """

    helped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._icon = Icon("warning")
        self._text = WrapLabel()
        self._button = Button("")
        self._button.clicked.connect(lambda _checked: self.helped.emit())
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._text)
        words.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(10)
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    @property
    def text(self) -> str:
        """The sentence shown, empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, *, bad: bool, help_words: str) -> None:
        """Show a sentence; an empty one hides the notice."""
        self.setVisible(bool(text))
        self._text.setText(text)
        self.setAccessibleName(text)
        self._icon.show_as("warning-circle" if bad else "warning", "negative_text" if bad else "warning_text")
        set_tone(self, "bad" if bad else "warning")
        self._button.setText(help_words)
        self._button.setVisible(bool(help_words))


class SourceDetail(QScrollArea):
    """One source with everything that can be done with it.

    Attributes:
        fetch_wished: Poll it now.
        edit_wished: Change it.
        pause_wished: Pause (True) or resume (False).
        removal_wished: Remove it.
        mentions_wished: Show its mentions.
        site_wished: Open its page in the browser.
        search_wished: Look for another feed behind its address.
    """

    fetch_wished = Signal()
    edit_wished = Signal()
    pause_wished = Signal(bool)
    removal_wished = Signal()
    mentions_wished = Signal()
    site_wished = Signal()
    search_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self.setObjectName("plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._build()

    def _build(self) -> None:
        inner = QWidget()
        inner.setObjectName("plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(_SIDE, 18, _SIDE, 18)
        column.setSpacing(12)
        self._name = WrapLabel("", "section")
        self._kind = Label("", "meta")
        self._state_icon = Icon("check-circle", "accent", 18)
        self._state = Label("", "strong")
        words = QWidget()
        said = QHBoxLayout(words)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        said.addWidget(self._state_icon)
        said.addWidget(self._state)
        state = FlowLayout(gap=24)
        state.addWidget(words)
        self._mentions = Button("", "quiet", "tray")
        self._mentions.clicked.connect(lambda _checked: self.mentions_wished.emit())
        state.addWidget(self._mentions)
        head = QVBoxLayout()
        head.setSpacing(3)
        head.addWidget(self._name)
        head.addWidget(self._kind)
        column.addLayout(head)
        column.addLayout(self._build_tools())
        column.addLayout(state)
        self.notice = TroubleNotice()
        self.notice.helped.connect(self._on_help)
        column.addWidget(self.notice)
        column.addLayout(self._build_facts())
        column.addSpacing(4)
        column.addWidget(Label(self.tr("Die letzten Abrufe"), "section"))
        self._history = self._build_history()
        self._no_history = Label(self.tr("Noch kein Abruf"), "second")
        column.addWidget(self._no_history)
        column.addWidget(self._history)
        column.addStretch(1)
        self.setWidget(inner)

    def _build_tools(self) -> FlowLayout:
        self.fetch = Button(self.tr("Jetzt abrufen"), icon="arrow-clockwise")
        self.fetch.clicked.connect(lambda _checked: self.fetch_wished.emit())
        self.edit = Button(self.tr("Bearbeiten …"), icon="pencil-simple")
        self.edit.clicked.connect(lambda _checked: self.edit_wished.emit())
        self._edit_words = self.edit.text()
        self.edit.setAccessibleName(self._edit_words)
        self.edit.setToolTip(self._edit_words)
        self.pause = IconButton(self.tr("Pausieren"), "pause")
        self.pause.clicked.connect(self._on_pause)
        self.site = IconButton(self.tr("Im Browser öffnen"), "arrow-square-out")
        self.site.clicked.connect(lambda _checked: self.site_wished.emit())
        self.removal = IconButton(self.tr("Entfernen …"), "trash", "negative_text")
        self.removal.clicked.connect(lambda _checked: self.removal_wished.emit())
        row = FlowLayout()
        tools: tuple[QWidget, ...] = (self.fetch, self.edit, self.pause, self.site, self.removal)
        for widget in tools:
            row.addWidget(widget)
        return row

    def _build_facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        self._facts: dict[str, Label] = {}
        for row, (key, name) in enumerate(
            (
                ("heard", self.tr("Zuletzt gehört")),
                ("next", self.tr("Nächster Abruf")),
                ("interval", self.tr("Abruf")),
                ("newest", self.tr("Neuester Beitrag")),
                ("entries", self.tr("Gespeichert")),
                ("names", self.tr("Eigene Namen dort")),
                ("feed", self.tr("Adresse des Feeds")),
            )
        ):
            label = Label(name, "second")
            value = ElidedLabel() if key == "feed" else WrapLabel()
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                if key != "feed"
                else Qt.TextInteractionFlag.NoTextInteraction
            )
            value.setAccessibleDescription(name)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
            self._facts[key] = value
        return grid

    def _build_history(self) -> QTableWidget:
        table = QTableWidget(0, 3)
        table.setAccessibleName(self.tr("Die letzten Abrufe"))
        table.setHorizontalHeaderLabels([self.tr("Wann"), self.tr("Ergebnis"), self.tr("Dauer")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        header.sectionResized.connect(lambda *_: self._fit_history())
        theme.current().changed.connect(self._fit_history)
        return table

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where it is narrow, the button to edit has only its icon."""
        super().resizeEvent(event)
        self._fit_tools()

    def _fit_tools(self) -> None:
        needed = self.fetch.sizeHint().width() + 70 + self.edit.fontMetrics().horizontalAdvance(self._edit_words)
        rest = 3 * self.pause.sizeHint().width() + 4 * 8 + 2 * _SIDE
        words = self._edit_words if needed + rest <= self.viewport().width() else ""
        if words != self.edit.text():
            self.edit.setText(words)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger type needs more room."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            QTimer.singleShot(0, self, self._fit_tools)

    # --- showing ----------------------------------------------------------------------------------

    @property
    def source(self) -> Source | None:
        """The one shown."""
        return self._source

    def show_source(self, source: Source, now: datetime, default_interval_s: float) -> None:
        """Show a source as it is now."""
        self._source = source
        state = state_of(source)
        self._name.setText(source.name)
        self._kind.setText(" · ".join(filter(None, (KIND_WORDS[source.kind], source.software))))
        self._state_icon.show_as(STATE_ICONS[state], STATE_COLORS[state])
        self._state.setText(state_word(source))
        self.pause.show_as(
            self.tr("Fortsetzen") if source.paused else self.tr("Pausieren"), "play" if source.paused else "pause"
        )
        self._show_trouble(source, state)
        self._show_facts(source, now, default_interval_s)

    def _show_trouble(self, source: Source, state: SourceState) -> None:
        trouble = None if state is SourceState.PAUSED else source.trouble
        is_bad = state in {SourceState.BROKEN, SourceState.GONE}
        text = messages.trouble_sentence(trouble) if trouble is not None else ""
        self.notice.say(text, bad=is_bad, help_words=self._help_words(trouble))

    def _help_words(self, trouble: Trouble | None) -> str:
        if trouble is None:
            return ""
        if trouble.kind in _LOGIN or trouble.detail == "login-page":
            return self.tr("Zugangsdaten eintragen …")
        if trouble.kind in _SEARCH:
            return self.tr("Feed neu suchen …")
        return self.tr("Im Browser öffnen") if trouble.kind in _LOOK else ""

    def _show_facts(self, source: Source, now: datetime, default_interval_s: float) -> None:
        heard, newest, due = source.last_success, source.newest_at, source.next_due
        own = source.interval_s
        every = formats.span(own or default_interval_s)
        values = {
            "heard": formats.when(heard, now) if heard else self.tr("noch nie"),
            "next": self._next_words(source, due, now),
            "interval": self.tr("alle {span}").format(span=every)
            + ("" if own else self.tr(" (wie in den Einstellungen)")),
            "newest": formats.when(newest, now) if newest else "–",
            "entries": self._entry_words(source),
            "names": ", ".join(source.own_names) or "–",
            "feed": source.feed_url,
        }
        for key, value in values.items():
            self._facts[key].setText(value)
        self._mentions.setText(
            self.tr("{mentions} ansehen").format(
                mentions=formats.count(source.mentions, self.tr("Erwähnung"), self.tr("Erwähnungen"))
            )
        )
        self._mentions.setEnabled(source.mentions > 0)

    def _next_words(self, source: Source, due: datetime | None, now: datetime) -> str:
        if source.paused or state_of(source) is SourceState.GONE:
            return self.tr("keiner")
        return formats.when(due, now) if due is not None and due > now else self.tr("gleich")

    def _entry_words(self, source: Source) -> str:
        entries = formats.count(source.entries, self.tr("Beitrag"), self.tr("Beiträge"))
        if source.all_entries:
            return self.tr("{entries}, alle zählen als Erwähnung").format(entries=entries)
        return self.tr("{entries}, davon {mentions}").format(
            entries=entries, mentions=formats.count(source.mentions, self.tr("Erwähnung"), self.tr("Erwähnungen"))
        )

    def show_history(self, records: Sequence[FetchRecord], now: datetime) -> None:
        """Show how the last polls went, newest first."""
        self._no_history.setVisible(not records)
        self._history.setVisible(bool(records))
        self._history.setRowCount(len(records))
        for row, record in enumerate(records):
            taken = f"{formats.decimal(record.ms / 1000, 1)} s"
            for place, text in enumerate((formats.when(record.at, now), outcome_words(record), taken)):
                cell = QTableWidgetItem(text)
                if record.trouble is not None:
                    cell.setToolTip(messages.trouble_sentence(record.trouble))
                cell.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                self._history.setItem(row, place, cell)
        self._fit_history()

    def _fit_history(self) -> None:
        """As high as its rows: the page scrolls, not the table."""
        self._history.resizeRowsToContents()
        rows = sum(self._history.rowHeight(row) for row in range(self._history.rowCount()))
        self._history.setFixedHeight(rows + self._history.horizontalHeader().sizeHint().height() + 6)

    # --- wishes -----------------------------------------------------------------------------------

    def _on_pause(self) -> None:
        if self._source is not None:
            self.pause_wished.emit(not self._source.paused)

    def _on_help(self) -> None:
        trouble = self._source.trouble if self._source is not None else None
        if trouble is None:
            return
        if trouble.kind in _LOGIN or trouble.detail == "login-page":
            self.edit_wished.emit()
        elif trouble.kind in _SEARCH:
            self.search_wished.emit()
        else:
            self.site_wished.emit()
