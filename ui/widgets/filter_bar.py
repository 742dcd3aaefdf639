"""Search field, sentiment chips and the further filters above the mention list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QEvent, QObject, QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kundenradar.domain.mentions import OPEN_STATUSES, MentionFilter, MentionStatus
from kundenradar.domain.understanding import Concern
from ui import formats, icons, theme
from ui.models.words import (
    CONCERN_WORDS,
    LABELS_IN_ORDER,
    NEEDS_ANSWER,
    PASSING_WORDS,
    SENTIMENT_ICONS,
    SENTIMENT_WORDS,
    STATUS_WORDS,
)
from ui.widgets.buttons import Button, IconButton, as_written, press_by_return
from ui.widgets.expression_field import mistake_format, qt_place
from ui.widgets.fields import ComboBox
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, WrapLabel, set_tone
from ui.widgets.labels import Label as Line
from ui.widgets.safe_text import plain_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from kundenradar.domain.queries import Query
    from kundenradar.domain.sentiment import Label
    from kundenradar.domain.sources import Source

DEBOUNCE_MS: Final = 200
LONGEST_TRAIT: Final = 40
"""Characters of a topic or cause on its chip."""

_ANSWER: Final = "answer"
_PASSING: Final = {"passing": True, "about": False}
"""Choices of the concern box that ask how a mention speaks of the firm."""
"""Choice of the concern box that is no concern: whoever waits for an answer."""


class Period(StrEnum):
    """Time ranges to choose from."""

    ANY = "any"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    OWN = "own"


_DAYS: Final = {Period.WEEK: 7, Period.MONTH: 30, Period.YEAR: 365}

_WORDS: Final = {Period.WEEK: "7 Tage", Period.MONTH: "30 Tage", Period.YEAR: "12 Monate"}


def days_of(period: Period, today: date) -> tuple[date | None, date | None]:
    """First and last local day of a time range that ends today; open ends are None."""
    if period not in _DAYS:
        return None, None
    return today - timedelta(days=_DAYS[period] - 1), None


def period_of(wanted: MentionFilter, today: date) -> Period:
    """The time range that fits a filter."""
    if wanted.since is None and wanted.until is None:
        return Period.ANY
    for period in _DAYS:
        if (wanted.since, wanted.until) == days_of(period, today):
            return period
    return Period.OWN


def period_words(wanted: MentionFilter, today: date) -> str:
    """``22. November``, ``16.–22. November``, ``seit 7. November``, ``7 Tage``; empty without a time range.

    The year is said where it is not this one; what spans months is said shortly, for a chip has little room.
    """
    period = period_of(wanted, today)
    if period in _WORDS:
        return _WORDS[period]
    if wanted.since is not None and wanted.until is not None:
        return _range_words(wanted.since, wanted.until, today)
    for word, day in (("seit", wanted.since), ("bis", wanted.until)):
        if day is not None:
            return f"{word} {formats.day_range(day, day).removesuffix(f' {today.year}')}"
    return ""


def _range_words(first: date, last: date, today: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return formats.day_range(first, last).removesuffix(f" {today.year}")
    if first.year == last.year == today.year:
        return f"{formats.day_short(first)} – {formats.day_short(last)}"
    return formats.day_range_numeric(first, last)


class SearchField(QLineEdit):
    """A search line with a magnifying glass; Escape empties it, Down leaves for the list."""

    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addAction(icons.icon("magnifying-glass", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr("Suchen …  (Strg+F)"))
        self.setAccessibleName(self.tr("Erwähnungen durchsuchen"))
        self.setMaxLength(1_000)

    def mark(self, position: int, length: int | None) -> None:
        """Underline the place of a mistake, at the end of the text the character before; None: nothing.

        A QLineEdit draws formats only for what an input method is composing; an empty composition carries ours.
        """
        marks = []
        if length is not None and self.text():
            text = self.text()
            first = qt_place(text, min(position, len(text) - 1))
            last = qt_place(text, position + max(1, length))
            kind = QInputMethodEvent.AttributeType.TextFormat
            place = first - self.cursorPosition()
            marks.append(QInputMethodEvent.Attribute(kind, place, max(1, last - first), mistake_format()))
        QApplication.sendEvent(self, QInputMethodEvent("", marks))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Escape and Down have a meaning of their own."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)


def trait_words(wanted: MentionFilter) -> str:
    """What is asked of what was understood, shortly; empty if nothing is."""
    words = [CONCERN_WORDS[concern] for concern in CONCERN_WORDS if concern in wanted.concerns]
    if wanted.safety:
        words.append("Gefahr")
    if wanted.needs_answer:
        words.append(NEEDS_ANSWER)
    if wanted.passing is not None:
        words.append(PASSING_WORDS[wanted.passing])
    if wanted.cause or wanted.only:
        words.append(f"Thema: {wanted.name}" if wanted.name else "Auswahl")
    return ", ".join(words)


def concern_choice(wanted: MentionFilter) -> str | None:
    """The choice of the concern box that says what a filter asks; empty if it asks nothing, None if no choice does."""
    if wanted.needs_answer:
        return None if wanted.concerns or wanted.passing is not None else _ANSWER
    if wanted.passing is not None:
        return None if wanted.concerns else next(key for key, one in _PASSING.items() if one is wanted.passing)
    if len(wanted.concerns) > 1:
        return None
    return next((concern.value for concern in wanted.concerns), "")


def with_concern(wanted: MentionFilter, choice: str | None) -> MentionFilter:
    """The filter with a choice of the concern box in it; None leaves what it asks as it is."""
    if choice is None:
        return wanted
    concerns = frozenset[Concern]() if choice in {"", _ANSWER, *_PASSING} else frozenset((Concern(choice),))
    return replace(wanted, concerns=concerns, needs_answer=choice == _ANSWER, passing=_PASSING.get(choice))


class DateField(QDateEdit):
    """A day, with a calendar to choose from; its arrow is one of the icon set."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("dd.MM.yyyy")
        self.setAccessibleName(name)
        self.setStyleSheet("QDateEdit::drop-down { border: none; width: 24px; } QDateEdit::down-arrow { image: none; }")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """The field, then its arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        area = QRectF(self.width() - 22, (self.height() - 12) / 2, 12, 12)
        icons.paint(painter, "caret-down-bold", area, "text2")
        painter.end()


class ShortRoom(QScrollArea):
    """As high as what it holds; where there is less room, that scrolls and keeps its height."""

    LEAST_LINES: Final = 5
    """Height that is always kept, in lines of text: two fields and the beginning of a third."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.installEventFilter(self)
        self.setStyleSheet(
            "QScrollArea { background: transparent; } QScrollArea > QWidget > QWidget { background: transparent; }"
        )
        self.viewport().setAutoFillBackground(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """A content that wants another height gets it."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Another width may want another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """All of the content, at the present width."""
        content = self._content
        height = content.heightForWidth(self.viewport().width()) if content.hasHeightForWidth() else -1
        return QSize(content.sizeHint().width(), max(height, content.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Some lines of it."""
        least = self.LEAST_LINES * self.fontMetrics().height()
        return QSize(self._content.minimumSizeHint().width(), min(least, self.sizeHint().height()))


class RemovableChip(Button):
    """A filter that is set; pressing it takes the filter away, which a cross says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "chip", parent=parent)
        theme.current().changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        tokens = theme.current().tokens
        self.setStyleSheet(
            f"QPushButton {{ background: {tokens.accent_soft}; border-color: {tokens.accent};"
            f" color: {tokens.accent_hover}; padding: 5px 30px 5px 14px; }}"
            "QPushButton:focus { padding: 4px 29px 4px 13px; }"
        )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """The chip, then its cross."""
        super().paintEvent(event)
        painter = QPainter(self)
        icons.paint(painter, "x", QRectF(self.width() - 25, (self.height() - 12) / 2, 12, 12), "accent_hover")
        painter.end()


class FilterBar(QWidget):
    """Everything that narrows the list; shows a filter and tells the one wished.

    Signals:
        changed: The filter wished (MentionFilter); search text with a delay of 200 ms.
        left_down: The reader goes on to the list.
        sidebar_asked: Show or hide the sidebar.
    """

    changed = Signal(object)
    left_down = Signal()
    sidebar_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = MentionFilter()
        self._offered: tuple[list[tuple[str, object]], list[tuple[str, object]]] | None = None
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(DEBOUNCE_MS)
        self._typing.timeout.connect(self._search_now)
        self._chips: dict[Label, QPushButton] = {}
        self._build()
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._on_return)
        self.search.left_down.connect(self.left_down)
        theme.current().changed.connect(self._measure)
        self._measure()

    # building

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 8)
        layout.setSpacing(10)
        layout.addLayout(self._build_head())
        self.search = SearchField(self)
        layout.addWidget(self.search)
        self._mistake = WrapLabel(parent=self)
        set_tone(self._mistake, "bad")
        self._mistake.hide()
        layout.addWidget(self._mistake)
        layout.addLayout(self._build_chips())
        self._more = ShortRoom(self._build_more(), self)
        self._more.hide()
        layout.addWidget(self._more)

    def _build_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._sidebar_button = IconButton(self.tr("Ablagen ein- und ausblenden (Strg+B)"), "list", parent=self)
        self._sidebar_button.clicked.connect(self.sidebar_asked)
        self._sidebar_button.hide()
        self._title = ElidedLabel(role="section", parent=self)
        self._count = Line(role="second", parent=self)
        row.addWidget(self._sidebar_button)
        row.addWidget(self._title, 1)
        row.addWidget(self._count)
        self._more_button = IconButton(self.tr("Weitere Filter"), "funnel", parent=self)
        self._more_button.setCheckable(True)
        self._more_button.setToolTip(self.tr("Weitere Filter: Anliegen, Quelle, Status, Suchprofil, Zeitraum"))
        self._more_button.toggled.connect(self._on_more)
        row.addWidget(self._more_button)
        return row

    def _build_chips(self) -> FlowLayout:
        row = FlowLayout(gap=6)
        for label in LABELS_IN_ORDER:
            chip = QPushButton(icons.icon(SENTIMENT_ICONS[label], f"{label.value}_text"), SENTIMENT_WORDS[label], self)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setAccessibleName(self.tr("Nur {word} zeigen").format(word=SENTIMENT_WORDS[label]))
            chip.clicked.connect(self._on_chip)
            press_by_return(chip)
            self._chips[label] = chip
            row.addWidget(chip)
        self._period_chip = RemovableChip(self)
        self._period_chip.clicked.connect(self._drop_period)
        self._period_chip.hide()
        row.addWidget(self._period_chip)
        self._trait_chip = RemovableChip(self)
        self._trait_chip.clicked.connect(self._drop_traits)
        self._trait_chip.hide()
        row.addWidget(self._trait_chip)
        return row

    def _build_more(self) -> QFrame:
        panel = QFrame()
        form = QFormLayout(panel)
        form.setContentsMargins(0, 0, 0, 4)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._concern = self._combo(panel, self.tr("Anliegen"))
        self._source = self._combo(panel, self.tr("Quelle"))
        self._status = self._combo(panel, self.tr("Status"))
        self._query = self._combo(panel, self.tr("Suchprofil"))
        self._period = self._combo(panel, self.tr("Zeitraum"))
        for name, combo in (
            (self.tr("Anliegen"), self._concern),
            (self.tr("Quelle"), self._source),
            (self.tr("Status"), self._status),
            (self.tr("Suchprofil"), self._query),
            (self.tr("Zeitraum"), self._period),
        ):
            label = Line(name, "meta", panel)
            label.setBuddy(combo)
            label.setMinimumHeight(combo.sizeHint().height())
            form.addRow(label, combo)
        self._fill_concern()
        self._fill_status()
        self._fill_period()
        self.show_choices((), ())
        self._own = self._build_own_dates(panel)
        form.addRow(self._own)
        self._reset = Button(self.tr("Filter zurücksetzen"), "quiet", "x", panel)
        self._reset.clicked.connect(self.reset)
        at_left = QHBoxLayout()
        at_left.addWidget(self._reset)
        at_left.addStretch(1)
        form.addRow(at_left)
        return panel

    def _combo(self, parent: QWidget, name: str) -> QComboBox:
        combo = ComboBox(name, parent)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(5)
        combo.activated.connect(self._on_combo)
        return combo

    def _build_own_dates(self, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        row = FlowLayout(box, gap=12)
        self._since = DateField(self.tr("Zeitraum von"), box)
        self._until = DateField(self.tr("Zeitraum bis"), box)
        for edit, name in ((self._since, self.tr("von")), (self._until, self.tr("bis"))):
            label = Line(name, parent=box)
            label.setBuddy(edit)
            pair = QWidget(box)
            both = QHBoxLayout(pair)
            both.setContentsMargins(0, 0, 0, 0)
            both.addWidget(label)
            both.addWidget(edit, 1)
            row.addWidget(pair)
            edit.dateChanged.connect(self._on_own_dates)
        box.hide()
        return box

    def _fill_concern(self) -> None:
        self._concern.addItem(self.tr("Jedes Anliegen"), "")
        self._concern.addItem(NEEDS_ANSWER, _ANSWER)
        for key, passing in _PASSING.items():
            self._concern.addItem(PASSING_WORDS[passing], key)
        for concern in Concern:
            self._concern.addItem(CONCERN_WORDS[concern], concern.value)

    def _fill_status(self) -> None:
        self._status.addItem(self.tr("Jeder Status"), frozenset())
        self._status.addItem(self.tr("Ohne Antwort"), OPEN_STATUSES)
        for status in MentionStatus:
            self._status.addItem(STATUS_WORDS[status], frozenset((status,)))

    def _fill_period(self) -> None:
        for period, text in (
            (Period.ANY, self.tr("Jederzeit")),
            (Period.WEEK, self.tr("7 Tage")),
            (Period.MONTH, self.tr("30 Tage")),
            (Period.YEAR, self.tr("12 Monate")),
            (Period.OWN, self.tr("Eigene Tage …")),
        ):
            self._period.addItem(text, period)

    # what the page tells

    def show_choices(self, sources: Sequence[Source], queries: Sequence[Query]) -> None:
        """Offer these sources and Suchprofile."""
        offered: tuple[list[tuple[str, object]], list[tuple[str, object]]] = (
            [(source.name, frozenset((source.id,))) for source in sources],
            [(query.name, query.id) for query in queries],
        )
        if offered == self._offered:
            return
        self._offered = offered
        for combo, every, choices in (
            (self._source, self.tr("Alle Quellen"), offered[0]),
            (self._query, self.tr("Jedes Suchprofil"), offered[1]),
        ):
            with QSignalBlocker(combo):
                combo.clear()
                combo.addItem(every, None)
                for name, value in choices:
                    combo.addItem(name, value)
        self._show_parts(self._wanted)  # not the text: somebody may be typing it

    def show_filter(self, wanted: MentionFilter) -> None:
        """Show a filter that was chosen elsewhere; nothing is told."""
        self._typing.stop()
        self._wanted = wanted
        if self.search.text().strip() != wanted.expression:
            with QSignalBlocker(self.search):
                self.search.setText(wanted.expression)
        self._show_parts(wanted)

    def _show_parts(self, wanted: MentionFilter) -> None:
        for label, chip in self._chips.items():
            chip.setChecked(label in wanted.labels)
        self._show_period(wanted)
        self._show_traits(wanted)
        if hasattr(self, "_own"):
            self._show_more(wanted)

    def _show_period(self, wanted: MentionFilter) -> None:
        words = period_words(wanted, formats.local_day(formats.utc_now()))
        self._period_chip.setText(words)
        self._period_chip.setAccessibleName(self.tr("Zeitraum {words} aufheben").format(words=words))
        self._period_chip.setToolTip(self.tr("Zeitraum aufheben"))
        self._period_chip.setVisible(bool(words))

    def _show_traits(self, wanted: MentionFilter) -> None:
        words = trait_words(wanted)
        self._trait_chip.setText(as_written(plain_line(words, LONGEST_TRAIT)))
        self._trait_chip.setAccessibleName(self.tr("{words} aufheben").format(words=words))
        self._trait_chip.setToolTip(f"<p>{escape(self._trait_chip.accessibleName())}</p>")
        self._trait_chip.setVisible(bool(words))

    @Slot()
    def _drop_traits(self) -> None:
        if self._trait_chip.hasFocus():
            self._chips[LABELS_IN_ORDER[-1]].setFocus(Qt.FocusReason.OtherFocusReason)
        none = MentionFilter()
        self._tell(
            replace(
                self._with_text(),
                concerns=none.concerns,
                cause=none.cause,
                safety=none.safety,
                needs_answer=none.needs_answer,
                passing=none.passing,
                only=none.only,
                name=none.name,
            )
        )
        self.show_filter(self._wanted)

    def _show_more(self, wanted: MentionFilter) -> None:
        concern = concern_choice(wanted)
        _choose(self._concern, concern)
        _choose(self._source, wanted.sources or None)
        _choose(self._status, wanted.statuses)
        _choose(self._query, wanted.query)
        period = period_of(wanted, formats.local_day(formats.utc_now()))
        _choose(self._period, period)
        self._own.setVisible(period is Period.OWN)
        if period is Period.OWN:
            with QSignalBlocker(self._since), QSignalBlocker(self._until):
                today = formats.local_day(formats.utc_now())
                self._since.setDate(_qdate(wanted.since or today))
                self._until.setDate(_qdate(wanted.until or today))
        further = sum(
            (
                concern != "",
                bool(wanted.sources),
                bool(wanted.statuses),
                wanted.query is not None,
                period is not Period.ANY,
            )
        )
        self._more_button.setText(f" {further}" if further else "")
        self._more_button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if further else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        self._more_button.setAccessibleName(
            self.tr("Weitere Filter, {count} gesetzt").format(count=further) if further else self.tr("Weitere Filter")
        )
        self._reset.setEnabled(self.is_narrowed)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes, in order."""
        return (
            self._sidebar_button,
            self.search,
            *self._chips.values(),
            self._period_chip,
            self._trait_chip,
            self._more_button,
            self._concern,
            self._source,
            self._status,
            self._query,
            self._period,
            self._since,
            self._until,
            self._reset,
        )

    @property
    def expression(self) -> str:
        """What stands in the search field by now."""
        return self.search.text().strip()

    @property
    def is_narrowed(self) -> bool:
        """Whether anything restricts the list."""
        return self._wanted != MentionFilter()

    def show_title(self, title: str) -> None:
        """Name of what is listed."""
        self._title.setText(title)

    def show_count(self, count: int | None) -> None:
        """How many mentions are listed; None while they are being looked for."""
        self._count.setText("" if count is None else formats.count(count, "Treffer", "Treffer"))

    def show_selected(self, count: int) -> None:
        """How many mentions are selected, in place of the hits."""
        self._count.setText(self.tr("{count} ausgewählt").format(count=formats.number(count)))

    def show_mistake(self, sentence: str, position: int = 0, length: int = 0) -> None:
        """What is wrong with the search expression, and where; empty if nothing is."""
        self.search.mark(position, length if sentence else None)
        self._mistake.setText(sentence)
        self._mistake.setVisible(bool(sentence))
        self.search.setAccessibleDescription(sentence)

    def show_sidebar_button(self, visible: bool) -> None:
        """Offer the sidebar where there is no room for it beside the list."""
        self._sidebar_button.setVisible(visible)

    # what the user does

    @Slot()
    def focus_search(self) -> None:
        """Go to the search field, its text selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot()
    def reset(self) -> None:
        """No filter at all."""
        self._tell(MentionFilter())
        self.show_filter(self._wanted)

    @Slot()
    def search_everywhere(self) -> None:
        """Keep the search text, drop all else."""
        self._tell(MentionFilter(expression=self.expression))
        self.show_filter(self._wanted)

    def search_for(self, text: str) -> None:
        """Search for something else; all other filters stay."""
        self._tell(replace(self._wanted, expression=text))
        self.show_filter(self._wanted)

    @Slot()
    def _drop_period(self) -> None:
        if self._period_chip.hasFocus():
            self._chips[LABELS_IN_ORDER[-1]].setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell(replace(self._with_text(), since=None, until=None))
        self.show_filter(self._wanted)

    @Slot(bool)
    def _on_more(self, is_open: bool) -> None:
        self._more.setVisible(is_open)

    @Slot()
    def _on_typed(self) -> None:
        self._typing.start()

    @Slot()
    def _on_return(self) -> None:
        self._search_now()
        self.left_down.emit()

    @Slot()
    def _search_now(self) -> None:
        self._typing.stop()
        self._tell(replace(self._wanted, expression=self.expression))

    @Slot()
    def _on_chip(self) -> None:
        chosen = frozenset(label for label, chip in self._chips.items() if chip.isChecked())
        self._tell(replace(self._with_text(), labels=chosen))

    @Slot()
    def _on_combo(self) -> None:
        today = formats.local_day(formats.utc_now())
        period: Period = Period(self._period.currentData())
        since, until = days_of(period, today)
        if period is Period.OWN:
            since, until = self._wanted.since or today - timedelta(days=29), self._wanted.until or today
        wanted = replace(
            with_concern(self._with_text(), self._concern.currentData()),
            sources=self._source.currentData() or frozenset(),
            statuses=frozenset(MentionStatus(status) for status in self._status.currentData()),
            query=self._query.currentData(),
            since=since,
            until=until,
        )
        self._tell(wanted)
        self._show_period(wanted)
        self._show_traits(wanted)
        self._show_more(wanted)

    @Slot()
    def _on_own_dates(self) -> None:
        first, last = sorted((_date(self._since.date()), _date(self._until.date())))
        self._tell(replace(self._with_text(), since=first, until=last))
        self._show_period(self._wanted)

    def _with_text(self) -> MentionFilter:
        """The filter with what stands in the search field by now."""
        return replace(self._wanted, expression=self.expression)

    def _tell(self, wanted: MentionFilter) -> None:
        self._typing.stop()
        if wanted != self._wanted:
            self._wanted = wanted
            self.changed.emit(wanted)

    # look

    @Slot()
    def _measure(self) -> None:
        side = self.fontMetrics().height() + 2
        for chip in self._chips.values():
            chip.setIconSize(QSize(side + 4, side))  # Qt leaves too little room before the words


def _choose(combo: QComboBox, value: object) -> None:
    """Select the entry with this value, or nothing; nothing is told."""
    with QSignalBlocker(combo):
        combo.setCurrentIndex(next((n for n in range(combo.count()) if combo.itemData(n) == value), -1))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
