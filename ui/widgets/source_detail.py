"""Everything about one source: health, facts, what to do, and how the last polls went."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

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

from kundenradar.domain.health import FetchOutcome, FetchRecord
from kundenradar.domain.sources import Source, SourceState, is_listened_to, state_of
from kundenradar.services import messages
from ui import formats, icons, theme
from ui.models.health import Hint, Step, held_words, hints, interval_words, login_words
from ui.models.sources import KIND_WORDS, STATE_COLORS, STATE_ICONS, TROUBLE_WORDS, state_word
from ui.widgets.buttons import Button, IconButton
from ui.widgets.cards import Icon
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, Label, WrapLabel, set_tone

_SIDE = 22
MOST_HINTS = 4
TAKEN = 2
"""Column of the polls that holds how long they took."""


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


def outcome_look(record: FetchRecord) -> tuple[str, str]:
    """Icon and colour token of what a poll came to."""
    if record.outcome is FetchOutcome.FAILED:
        return "x-circle", "negative_text"
    if record.trouble is not None:
        return "warning", "warning_text"
    return ("check-circle", "accent") if record.new else ("minus-circle", "text3")


class HintBox(QFrame):
    """What the owner should know of a source, and buttons for what helps.

    Attributes:
        wished: A button was pressed (Step).
    """

    wished = Signal(object)
    _COLORS: Final = {"bad": "negative_text", "warning": "warning_text", "info": "accent"}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hintBox")
        self._icon = Icon("warning")
        self._text = WrapLabel()
        self._buttons = QWidget()
        self._row = FlowLayout(self._buttons)
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addWidget(self._text)
        words.addWidget(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(10)
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._hint: Hint | None = None
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    @property
    def buttons(self) -> list[Button]:
        """The buttons shown, in order."""
        return [button for button in self._buttons.findChildren(Button) if not button.isHidden()]

    def say(self, hint: Hint | None) -> None:
        """Show a hint; None hides the box."""
        if hint == self._hint:
            return
        self._hint = hint
        self.setVisible(hint is not None)
        if hint is None:
            return
        self._text.setText(hint.text)
        self.setAccessibleName(hint.text)
        self._icon.show_as(hint.icon, self._COLORS[hint.tone])
        set_tone(self, hint.tone)
        self._show_steps(hint.steps)

    def _show_steps(self, steps: Sequence[Step]) -> None:
        for button in self._buttons.findChildren(Button):
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for step in steps:
            button = Button(step.value)
            button.clicked.connect(lambda _checked, step=step: self.wished.emit(step))
            self._row.addWidget(button)
        self._buttons.setVisible(bool(steps))


class SourceDetail(QScrollArea):
    """One source with everything that can be done with it.

    Attributes:
        fetch_wished: Poll it now.
        edit_wished: Change it.
        pause_wished: Pause (True) or resume (False).
        removal_wished: Remove it.
        mentions_wished: Show its mentions.
        site_wished: Open its page in the browser.
        step_wished: What a hint offers (Step).
    """

    fetch_wished = Signal()
    edit_wished = Signal()
    pause_wished = Signal(bool)
    removal_wished = Signal()
    mentions_wished = Signal()
    site_wished = Signal()
    step_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._former: tuple[tuple[str, datetime], ...] = ()
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
        self.boxes = tuple(HintBox() for _ in range(MOST_HINTS))
        for box in self.boxes:
            box.wished.connect(self.step_wished)
            column.addWidget(box)
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
        self._fact_names: dict[str, Label] = {}
        for row, (key, name) in enumerate(
            (
                ("heard", self.tr("Zuletzt gehört")),
                ("newest", self.tr("Neuester Beitrag")),
                ("next", self.tr("Nächster Abruf")),
                ("interval", self.tr("Abruf")),
                ("held", self.tr("Reicht zurück")),
                ("entries", self.tr("Gespeichert")),
                ("names", self.tr("Eigene Namen dort")),
                ("login", self.tr("Zugang")),
                ("feed", self.tr("Adresse des Feeds")),
                ("former", self.tr("Frühere Adresse")),
            )
        ):
            label = Label(name, "second")
            is_long = key in {"feed", "former"}
            value = ElidedLabel() if is_long else WrapLabel()
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.NoTextInteraction if is_long else Qt.TextInteractionFlag.TextSelectableByMouse
            )
            for words in (label, value):
                words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)  # on one line of type
            value.setAccessibleDescription(name)
            self._fact_names[key] = label
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1)
            self._facts[key] = value
        return grid

    def _build_history(self) -> QTableWidget:
        table = QTableWidget(0, 3)
        table.setAccessibleName(self.tr("Die letzten Abrufe"))
        table.setHorizontalHeaderLabels([self.tr("Wann"), self.tr("Ergebnis"), ""])
        taken = QTableWidgetItem(self.tr("Dauer"))
        taken.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        table.setHorizontalHeaderItem(TAKEN, taken)
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

    def show_source(self, source: Source, now: datetime, default_interval_s: int) -> None:
        """Show a source as it is now."""
        is_other = self._source is None or self._source.id != source.id
        self._source = source
        state = state_of(source)
        self._name.setText(source.name)
        self._kind.setText(" · ".join(filter(None, (KIND_WORDS[source.kind], source.software))))
        self._state_icon.show_as(STATE_ICONS[state], STATE_COLORS[state])
        self._state.setText(state_word(source))
        is_off = state in {SourceState.PAUSED, SourceState.GONE}
        self.pause.show_as(self.tr("Fortsetzen") if is_off else self.tr("Pausieren"), "play" if is_off else "pause")
        if is_other:
            self._former = ()
        self._show_hints(source, now)
        self._show_facts(source, now, default_interval_s)

    def show_former(self, former: tuple[tuple[str, datetime], ...], now: datetime) -> None:
        """Show where the feed lived before (address and until when, newest first)."""
        self._former = former
        self._show_former(now)

    def _show_hints(self, source: Source, now: datetime) -> None:
        said = hints(source, now)
        for place, box in enumerate(self.boxes):
            box.say(said[place] if place < len(said) else None)

    def _show_facts(self, source: Source, now: datetime, default_interval_s: int) -> None:
        heard, newest, due = source.last_success, source.newest_at, source.next_due
        values = {
            "heard": formats.when(heard, now) if heard else self.tr("noch nie"),
            "newest": formats.when(newest, now) if newest else "–",
            "next": self._next_words(source, due, now),
            "interval": interval_words(source, default_interval_s),
            "held": held_words(source) if source.held else "",
            "entries": self._entry_words(source),
            "names": ", ".join(source.own_names) or "–",
            "login": login_words(source) if source.has_login else "",
            "feed": source.feed_url,
        }
        for key, value in values.items():
            self._show_fact(key, value)
        self._show_former(now)
        self._mentions.setText(
            self.tr("{mentions} ansehen").format(
                mentions=formats.count(source.mentions, self.tr("Erwähnung"), self.tr("Erwähnungen"))
            )
        )
        self._mentions.setEnabled(source.mentions > 0)

    def _show_former(self, now: datetime) -> None:
        if not self._former:
            self._show_fact("former", "")
            return
        url, until = self._former[0]
        when = formats.day_relative(formats.local_day(until), formats.local_day(now))
        self._show_fact("former", self.tr("{address} (bis {day})").format(address=url, day=when))

    def _show_fact(self, key: str, value: str) -> None:
        """Show a fact; one that there is not takes no room."""
        self._facts[key].setText(value)
        self._facts[key].setVisible(bool(value))
        self._fact_names[key].setVisible(bool(value))

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
            taken = formats.seconds(record.ms)
            for place, text in enumerate((formats.when(record.at, now), outcome_words(record), taken)):
                cell = QTableWidgetItem(text)
                if record.trouble is not None:
                    cell.setToolTip(messages.trouble_sentence(record.trouble))
                if place == 1:
                    cell.setIcon(icons.icon(*outcome_look(record)))
                side = Qt.AlignmentFlag.AlignRight if place == TAKEN else Qt.AlignmentFlag.AlignLeft
                cell.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
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
            self.pause_wished.emit(is_listened_to(self._source))
