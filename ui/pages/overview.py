"""Übersicht: how we are spoken of, at a glance."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kundenradar.domain.mentions import OPEN_STATUSES, MentionFilter
from kundenradar.domain.sentiment import Label as Polarity
from kundenradar.domain.trends import Figures, Important, Overview
from kundenradar.services import preferences, reporting
from ui import formats
from ui.charts.series import Bar, bar_title, bars_of, is_weekly
from ui.charts.slot import ChartSlot
from ui.models.important import IN_FULL, KINDS, important_words
from ui.widgets.buttons import Button, IconButton, Segmented
from ui.widgets.cards import Card, FigureCard
from ui.widgets.empty import EmptyState
from ui.widgets.labels import WrapLabel, announce
from ui.widgets.layouts import AdaptiveGrid, Level
from ui.widgets.legend import Legend
from ui.widgets.page import Page
from ui.widgets.rows import LinkRow, calm_row, clear_rows, rows_of
from ui.widgets.safe_text import plain_line
from ui.widgets.tables import RowTable

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from ui.bridge import Bridge
    from ui.charts.bars import BarsChart
    from ui.charts.chart import Chart
    from ui.charts.mood import MoodChart
    from ui.tasks import Tasks

RANGES = {"7": "7 Tage", "30": "30 Tage", "365": "12 Monate"}
SOON_MS = 300
"""Time between news and the question for them: a round of polling brings many."""

LONGEST_TITLE = 90
"""Characters of a title in "Jetzt wichtig": two or three lines."""
MOST_IMPORTANT = 7
"""Lines of "Jetzt wichtig" at most: more would not be read."""


class OverviewPage(Page):
    """Figures, bars, line and what needs a look; follows what comes in."""

    def __init__(self, workers: "Workers", tasks: "Tasks", bridge: "Bridge", parent: QWidget | None = None) -> None:
        super().__init__(workers, tasks, bridge, parent, title="Übersicht")
        self._days = 30
        self._overview: Overview | None = None
        self._bars: tuple[Bar, ...] = ()
        self._shown_important: tuple[Important, ...] | None = None
        self._important_rows: list[LinkRow] = []
        self._is_asking = False
        self._is_stale = False
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._ask)
        for signal in (bridge.mentions_added, bridge.mentions_changed, bridge.sources_changed):
            signal.connect(self._ask_soon)
        bridge.feed_checked.connect(self._ask_soon)

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self._ranges = Segmented(self.tr("Zeitraum"), tuple(RANGES.items()), str(self._days))
        self._ranges.chosen.connect(self.show_days)
        self._refresh = IconButton(self.tr("Alle Quellen jetzt abfragen (F5)"), "arrows-clockwise")
        self._refresh.clicked.connect(lambda: self.command.emit("refresh"))
        self.tools.addWidget(self._ranges)
        self.tools.addWidget(self._refresh)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._build_figures())
        charts = QWidget()
        pair = QVBoxLayout(charts)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(16)
        pair.addWidget(self._build_bars(), 3)
        pair.addWidget(self._build_mood(), 2)
        # The worklist stands beside the charts, so that its top is seen without scrolling.
        column.addWidget(AdaptiveGrid([charts, self._build_important()], [3, 2]), 1)
        self._empty = EmptyState("broadcast", "", "")
        self._build_empty()
        self.body.addWidget(self._content, 1)
        self.body.addWidget(self._empty, 1)
        self._empty.hide()

    def _build_figures(self) -> QWidget:
        self.figures = {
            "total": FigureCard(self.tr("Erwähnungen, 7 Tage"), "tray"),
            "negative": FigureCard(self.tr("Negativ, 7 Tage"), "smiley-sad"),
            "open": FigureCard(self.tr("Noch offen, 7 Tage"), "arrow-bend-up-left"),
            "mood": FigureCard(self.tr("Stimmung, 7 Tage"), "trend-up"),
        }
        self.figures["mood"].setToolTip(self.tr("Von −1 (negativ) bis +1 (positiv)"))
        for name, card in self.figures.items():
            card.clicked.connect(lambda _checked, name=name: self._open_figure(name))
        return AdaptiveGrid(list(self.figures.values()))

    def _build_bars(self) -> QWidget:
        card = Card(self.tr("Erwähnungen je Tag"))
        self._bars_card = card
        self._bars_slot = ChartSlot(self.tasks, self._make_bars, 130)
        self._bars_slot.made.connect(self._bars_made)
        self._table = self._build_table()
        self._views = QStackedWidget()
        self._views.addWidget(self._bars_slot)
        self._views.addWidget(self._table)
        self._as_table = Button(self.tr("Als Tabelle"), icon="table")
        self._as_table.setCheckable(True)
        self._as_table.toggled.connect(self._show_table)
        if card.head is not None:
            card.head.addWidget(self._as_table)
        # Below the title, so that the card is narrow enough for a worklist beside it at 1024 pixels.
        line = QHBoxLayout()
        line.addWidget(Legend([("Positiv", "positive"), ("Neutral", "neutral"), ("Negativ", "negative")]))
        line.addStretch(1)
        card.column.addLayout(line)
        card.column.addWidget(self._views, 1)
        return card

    def _build_table(self) -> RowTable:
        table = RowTable(
            ("Tag", "Positiv", "Neutral", "Negativ", "Gesamt", "Stimmung"), QSize(240, 120), is_whole=False
        )
        table.setAccessibleName(self.tr("Erwähnungen als Tabelle"))
        table.itemActivated.connect(lambda item: self._open_bar(len(self._bars) - 1 - item.row()))
        return table

    def _build_mood(self) -> QWidget:
        card = Card(self.tr("Stimmungsverlauf"))
        card.column.addWidget(WrapLabel(self.tr("7-Tage-Mittel, −1 (negativ) bis +1 (positiv)"), "meta"))
        self._mood_slot = ChartSlot(self.tasks, self._make_mood, 80)
        self._mood_slot.made.connect(self._mood_made)
        card.column.addWidget(self._mood_slot, 1)
        return card

    def _build_important(self) -> QWidget:
        card = Card(self.tr("Jetzt wichtig"))
        if card.head is not None:
            card.head.addWidget(Level(self._as_table))  # else its title stands higher than the one beside it
        self._important = rows_of(card)
        return card

    def _build_empty(self) -> None:
        self._add_source = self._empty.add_button(
            self.tr("Quelle hinzufügen"), lambda: self.go_to.emit("sources", "add"), "primary", "plus"
        )
        self._add_samples = self._empty.add_button(self.tr("Beispieldaten laden"), self._load_samples)
        self._poll = self._empty.add_button(
            self.tr("Jetzt abfragen"), lambda: self.command.emit("refresh"), "primary", "arrows-clockwise"
        )
        self._check_words = self._empty.add_button(
            self.tr("Suchwörter prüfen"), lambda: self.go_to.emit("settings", None)
        )

    # --- asking -----------------------------------------------------------------------------------

    def refresh_view(self) -> None:
        """Ask again for everything shown."""
        self._ask()

    @Slot(str)
    def show_days(self, days: str) -> None:
        """Show another stretch: ``7``, ``30`` or ``365`` days."""
        self._days = int(days)
        self._ranges.choose(days)
        self._ask()

    @Slot()
    def _ask_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _ask(self) -> None:
        """One question at a time; hidden pages ask when they are shown again."""
        if not self.isVisible() and self._overview is not None:
            return
        if self._is_asking:
            self._is_stale = True
            return
        self._is_asking, self._is_stale = True, False
        self.tasks.watch(self.workers.read(reporting.overview, self._days), self, self._take, self._not_answered)

    def _not_answered(self, error: BaseException) -> None:
        self._is_asking = False
        self.tasks.failed.emit(error)

    def _take(self, overview: Overview) -> None:
        self._is_asking = False
        if overview != self._overview:
            self._overview = overview
            self._show(overview)
        if self._is_stale:
            self._ask()

    # --- showing ----------------------------------------------------------------------------------

    def _show(self, overview: Overview) -> None:
        is_empty = overview.mentions == 0
        self._empty.setVisible(is_empty)
        self._content.setVisible(not is_empty)
        self._ranges.setVisible(not is_empty)
        self._refresh.setVisible(overview.sources > 0)
        self._bars = bars_of(overview.days)
        self._show_range()
        if is_empty:
            self.tasks.drop_turns(self)
            self._show_empty(overview)
            return
        self._show_figures(overview.week, overview.week_before, overview.backlog)
        # Each part in a turn of its own: all together would hold keys, mouse and painting up.
        if self._views.currentWidget() is self._table:
            self.tasks.in_turn(self, "table", self._fill_table)
        self.tasks.in_turn(self, "important", partial(self._show_important, overview.important))
        self.tasks.in_turn(self, "bars", self._show_bars)
        self.tasks.in_turn(self, "mood", self._show_mood)

    def _show_range(self) -> None:
        overview = self._overview
        if overview is None or not overview.days or not overview.mentions:
            self.subtitle.setText("")
            return
        parts = [
            formats.day_range(overview.days[0].day, overview.days[-1].day),
            formats.count(overview.sources, "Quelle", "Quellen"),
        ]
        self.subtitle.setText(" · ".join(parts))

    def _show_figures(self, week: Figures, before: Figures, backlog: int) -> None:
        since = self.tr("zur Vorwoche")
        self.figures["total"].show_figure(
            formats.number(week.total), f"{formats.signed(week.total - before.total)} {since}"
        )
        self.figures["negative"].show_figure(
            formats.number(week.negative),
            f"{formats.signed(week.negative - before.negative)} {since}",
            criticism_tone(week, before),
        )
        self.figures["open"].show_figure(
            formats.number(week.open), self.tr("{number} insgesamt").format(number=formats.number(backlog))
        )
        if week.mean_score is None:
            self.figures["mood"].show_figure("–", self.tr("keine Erwähnungen in 7 Tagen"))
            return
        note = formats.mood(week.mean_score)
        if before.mean_score is not None:
            note = self.tr("{mood}, vorher\u00a0{score}").format(mood=note, score=formats.decimal(before.mean_score))
        self.figures["mood"].show_figure(formats.decimal(week.mean_score), note)

    def _open_figure(self, name: str) -> None:
        """Show the mentions a figure counts."""
        overview = self._overview
        if overview is None or not overview.days:
            return
        wanted = MentionFilter(since=overview.days[-1].day - timedelta(days=6))
        if name == "negative":
            wanted = replace(wanted, labels=frozenset({Polarity.NEGATIVE}))
        elif name == "open":
            wanted = replace(wanted, statuses=OPEN_STATUSES)
        self.go_to.emit("mentions", wanted)

    def _show_empty(self, overview: Overview) -> None:
        has_sources = overview.sources > 0
        for button, is_shown in (
            (self._add_source, not has_sources),
            (self._add_samples, not has_sources and not self.workers.settings.firm_name),
            (self._poll, has_sources),
            (self._check_words, has_sources),
        ):
            button.setVisible(is_shown)
        if has_sources:
            counted = formats.count(overview.sources, "Quelle", "Quellen")
            every = formats.span(self.workers.settings.interval_minutes * 60)
            self._empty.say(
                self.tr("Noch keine Erwähnungen"),
                self.tr(
                    "Kundenradar fragt {sources} alle {interval} ab. Sobald ein Beitrag zu Ihren Suchwörtern "
                    "passt, erscheint er hier von selbst."
                ).format(sources=counted, interval=every),
            )
        else:
            self._empty.say(
                self.tr("Hören Sie, was Kunden schreiben"),
                self.tr(
                    "Fügen Sie ein Forum, ein Bewertungsportal oder eine Nachrichtenseite hinzu. "
                    "Kundenradar zeigt Ihnen hier, wie viel und wie freundlich über Sie geschrieben wird."
                ),
            )

    # --- charts -----------------------------------------------------------------------------------

    def _make_bars(self) -> "Chart":
        from ui.charts.bars import BarsChart

        chart = BarsChart(self.tr("Erwähnungen je Tag"))
        chart.chosen.connect(self._open_bar)
        return chart

    def _make_mood(self) -> "Chart":
        from ui.charts.mood import MoodChart

        chart = MoodChart(self.tr("Stimmungsverlauf"))
        chart.chosen.connect(self._open_mood_day)
        return chart

    @Slot(object)
    def _bars_made(self, _chart: "BarsChart") -> None:
        self._align_charts()
        self._show_bars()

    @Slot(object)
    def _mood_made(self, _chart: "MoodChart") -> None:
        self._align_charts()
        self._show_mood()

    def _align_charts(self) -> None:
        """They stand one above the other: the same day at the same place."""
        bars, mood = self._bars_slot.chart, self._mood_slot.chart
        if bars is not None and mood is not None:
            bars.align_with(mood)
            mood.align_with(bars)
            self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab follows the eye: the charts, then the worklist, whenever each of them came."""
        charts = [slot.chart for slot in (self._bars_slot, self._mood_slot) if slot.chart is not None]
        stops = (self._as_table, *charts[:1], self._table, *charts[1:], *self._important_rows)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _show_bars(self) -> None:
        self._bars_card.title.setText(
            self.tr("Erwähnungen je Woche") if is_weekly(self._bars) else self.tr("Erwähnungen je Tag")
        )
        if self._bars_slot.chart is not None and self._overview is not None and self._overview.mentions:
            bars_chart = cast("BarsChart", self._bars_slot.chart)
            bars_chart.setAccessibleName(self._bars_card.title.text())
            bars_chart.show_bars(self._bars)

    def _show_mood(self) -> None:
        if self._mood_slot.chart is not None and self._overview is not None and self._overview.mentions:
            days = [count.day for count in self._overview.days]
            cast("MoodChart", self._mood_slot.chart).show_mood(days, self._overview.mood)

    @Slot(int)
    def _open_bar(self, index: int) -> None:
        if 0 <= index < len(self._bars):
            self._open_days(self._bars[index].first, self._bars[index].last)

    @Slot(int)
    def _open_mood_day(self, index: int) -> None:
        if self._overview is not None and 0 <= index < len(self._overview.days):
            day = self._overview.days[index].day
            self._open_days(day - timedelta(days=6), day)

    def _open_days(self, first: date, last: date) -> None:
        self.go_to.emit("mentions", MentionFilter(since=first, until=last))

    # --- table ------------------------------------------------------------------------------------

    @Slot(bool)
    def _show_table(self, wanted: bool) -> None:
        self._as_table.setText(self.tr("Als Diagramm") if wanted else self.tr("Als Tabelle"))
        if wanted:
            self._fill_table()
        self._views.setCurrentWidget(self._table if wanted else self._bars_slot)
        announce(self, self.tr("Tabelle") if wanted else self.tr("Diagramm"))

    def _fill_table(self) -> None:
        weekly = is_weekly(self._bars)
        self._table.set_head(0, "Woche" if weekly else "Tag")
        self._table.show_rows([_cells(bar, weekly=weekly) for bar in reversed(self._bars)])

    # --- what needs a look ------------------------------------------------------------------------

    def _show_important(self, important: Sequence[Important]) -> None:
        shown = tuple(line for line in important if line.kind in KINDS)[:MOST_IMPORTANT]
        if shown == self._shown_important:
            return
        self._shown_important = shown
        today = self._overview.days[-1].day if self._overview and self._overview.days else None
        if not shown or not self._important_rows:
            clear_rows(self._important)
            self._important_rows = []
        before = len(self._important_rows)
        for place, line in enumerate(shown):
            self._show_row(place, line, today)
        if len(shown) > before:
            self._order_tabs()
        for row in self._important_rows[len(shown) :]:
            self._important.removeWidget(row)
            row.hide()
            row.deleteLater()
        del self._important_rows[len(shown) :]
        if not shown:
            self._important.addWidget(calm_row(self.tr("Nichts drängt. Neue Hinweise erscheinen hier von selbst.")))

    def _show_row(self, place: int, line: Important, today: date | None) -> None:
        icon, color, title, detail = important_words(line, today)
        if place == len(self._important_rows):
            row = LinkRow(icon, color, "", "")
            row.clicked.connect(lambda _checked: self._open_place(place))
            self._important.addWidget(row)
            self._important_rows.append(row)
        title = plain_line(title, LONGEST_TITLE) or self.tr("Beitrag ohne Titel")
        badge = self.tr("Gefahr") if line.kind == "danger" else ""
        self._important_rows[place].say(icon, color, title, detail, badge=badge, is_brief=line.kind not in IN_FULL)

    def _open_place(self, place: int) -> None:
        if self._shown_important is not None and place < len(self._shown_important):
            self._open_important(self._shown_important[place])

    def _open_important(self, line: Important) -> None:
        today = self._overview.days[-1].day if self._overview and self._overview.days else None
        week = today - timedelta(days=6) if today else None
        negative = frozenset({Polarity.NEGATIVE})
        match line.kind:
            case "danger" | "criticism":
                self.go_to.emit("mentions", line.mention)
            case "unanswered" | "more":
                self.go_to.emit("mentions", MentionFilter(labels=negative, statuses=OPEN_STATUSES, since=line.since))
            case "rising" if line.name:
                self.go_to.emit("mentions", MentionFilter(expression=f'"{line.name}"', since=week))
            case "rising" | "storm":
                self.go_to.emit("mentions", MentionFilter(labels=negative, since=line.since or week))
            case _:
                self.go_to.emit("sources", line.source)

    def _load_samples(self) -> None:
        self._add_samples.setEnabled(False)
        self.tasks.watch(self.workers.write(preferences.add_samples), self, self._samples_added, self._samples_failed)

    def _samples_added(self, _number: int) -> None:
        self._add_samples.setEnabled(True)
        self.command.emit("refresh")

    def _samples_failed(self, error: BaseException) -> None:
        self._add_samples.setEnabled(True)
        self.tasks.failed.emit(error)


def _cells(bar: Bar, *, weekly: bool) -> tuple[str, ...]:
    return (
        bar_title(bar) if weekly else formats.day_full(bar.first),
        *(formats.number(value) for value in (bar.positive, bar.neutral, bar.negative, bar.total)),
        "–" if bar.mean is None else formats.score(bar.mean),
    )


def criticism_tone(week: Figures, before: Figures) -> str:
    """``bad`` for more criticism, ``good`` for less of it among what is written; less of everything is no news."""
    if week.negative > before.negative:
        return "bad"
    is_smaller_share = week.negative * before.total < before.negative * week.total
    return "good" if week.negative < before.negative and is_smaller_share else ""
