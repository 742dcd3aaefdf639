"""Themen: what people want, what they criticise, and what more of them speak of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundenradar.domain.mentions import EntryId, MentionFilter
from kundenradar.domain.threads import topic_title
from kundenradar.domain.topics import RisingTopic
from kundenradar.domain.understanding import Concern
from kundenradar.services import understanding
from kundenradar.services.understanding import CauseReport, SameComplaint, TopicReport
from ui import formats
from ui.charts.slot import ChartSlot
from ui.models.words import CONCERN_ICONS, CONCERN_WORDS
from ui.widgets.buttons import Button, Segmented
from ui.widgets.cards import Card
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import WrapLabel, announce
from ui.widgets.layouts import AdaptiveGrid
from ui.widgets.legend import Legend
from ui.widgets.page import Page
from ui.widgets.rows import LinkRow, calm_row, clear_rows, rows_of
from ui.widgets.tables import RowTable

if TYPE_CHECKING:
    from kundenradar.app.core import Workers
    from ui.bridge import Bridge
    from ui.charts.chart import Chart
    from ui.charts.pareto import ParetoBar, ParetoChart
    from ui.tasks import Tasks

RANGES = {"7": "7 Tage", "30": "30 Tage", "90": "90 Tage", "365": "12 Monate"}
PLACES = (1, 2, 3)
"""In the column of the page: causes, topics, and what is left below them."""
MOST_BARS = 12
"""Bars of the chart, as many as there are causes at first; rarer ones stand in the table only."""
MOST_TOPICS, MOST_CLUSTERS = 8, 5
NOTE_CHARACTERS = 120
"""The note on the bars is a line of facts: it wraps only where there is no room."""
SOON_MS = 600


class TopicsPage(Page):
    """Concerns as chips, causes as a Pareto chart with its table, rising topics and shared complaints."""

    def __init__(self, workers: "Workers", tasks: "Tasks", bridge: "Bridge", parent: QWidget | None = None) -> None:
        super().__init__(workers, tasks, bridge, parent, title="Themen")
        self._days = 30
        self._causes: CauseReport | None = None
        self._topics: TopicReport | None = None
        self._asked = 0
        self._waiting = 0
        self._is_stale = False
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._ask)
        for signal in (bridge.mentions_added, bridge.mentions_changed, bridge.causes_changed):
            signal.connect(self._ask_soon)

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self._ranges = Segmented(self.tr("Zeitraum"), tuple(RANGES.items()), str(self._days))
        self._ranges.chosen.connect(self.show_days)
        self.tools.addWidget(self._ranges)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._build_concerns())
        column.addWidget(self._build_causes(), 3)
        column.addWidget(AdaptiveGrid([self._build_rising(), self._build_same()]), 2)
        column.addStretch(0)  # takes what is left where nothing else wants it
        self._column = column
        self._empty = EmptyState(
            "chats-circle",
            self.tr("Keine Erwähnungen in diesem Zeitraum"),
            self.tr(
                "Sobald Erwähnungen da sind, sehen Sie hier, was Kunden wollen, was sie kritisieren und wovon sie "
                "häufiger schreiben als bisher."
            ),
        )
        self._empty.add_button(self.tr("Zu den Quellen"), lambda: self.go_to.emit("sources", None), "primary", "rss")
        self.body.addWidget(self._content, 1)
        self.body.addWidget(self._empty, 1)
        self._empty.hide()

    def _build_concerns(self) -> QWidget:
        holder = QWidget()
        holder.setAccessibleName(self.tr("Anliegen"))
        row = FlowLayout(holder, gap=8, row_gap=8)
        self.concerns: dict[Concern, Button] = {}
        for concern in Concern:
            button = Button(CONCERN_WORDS[concern], "chip", CONCERN_ICONS[concern], holder)
            button.clicked.connect(lambda _checked, concern=concern: self._open_concern(concern))
            self.concerns[concern] = button
            row.addWidget(button)
        return holder

    def _build_causes(self) -> QWidget:
        card = Card(self.tr("Ursachen der Kritik"))
        self._chart_slot = ChartSlot(self.tasks, self._make_chart, 220)
        self._chart_slot.made.connect(self._chart_made)
        heads = (self.tr("Ursache"), self.tr("Kritik"), self.tr("davor"), self.tr("aufaddiert"))
        self.table = RowTable(heads, QSize(280, 180))
        self.table.setAccessibleName(self.tr("Ursachen der Kritik als Tabelle"))
        self.table.itemActivated.connect(lambda item: self._open_cause(item.row()))
        self.table.itemClicked.connect(lambda item: self._open_cause(item.row()))
        edit = self._edit = Button(self.tr("Ursachen bearbeiten …"), icon="pencil-simple")
        edit.clicked.connect(self.edit_causes)
        if card.head is not None:
            card.head.addWidget(edit)
        # Below the title: at large type both together were wider than the page.
        legend = Legend(
            [(self.tr("Kritik, Anzahl (links)"), "negative"), (self.tr("Anteil, aufaddiert (rechts)"), "accent")]
        )
        self._cause_note = WrapLabel("", "meta")
        self._cause_note.line_characters = NOTE_CHARACTERS
        self._both = AdaptiveGrid([self._chart_slot, self.table], [3, 2])
        self._no_criticism = WrapLabel(self.tr("In dieser Zeit hat niemand etwas kritisiert."), "second")
        self._no_criticism.line_characters = NOTE_CHARACTERS
        line = QHBoxLayout()
        line.addWidget(legend)
        line.addStretch(1)
        self._legend = legend
        card.column.addWidget(self._cause_note)
        card.column.addLayout(line)
        card.column.addWidget(self._both, 1)
        self._no_criticism.setAlignment(Qt.AlignmentFlag.AlignTop)
        card.column.addWidget(self._no_criticism)
        card.column.addStretch(0)  # where there is no chart, words stay together at the top
        self._no_criticism.hide()
        return card

    def _build_rising(self) -> QWidget:
        self._rising_card = Card(self.tr("Steigende Themen"))
        self._rising_note = WrapLabel("", "meta")
        self._rising = rows_of(self._rising_card, self._rising_note)
        self._rising.addWidget(calm_row(self.tr("Wird gerade zusammengestellt …")))
        return self._rising_card

    def _build_same(self) -> QWidget:
        card = Card(self.tr("Dieselbe Beschwerde"))
        note = WrapLabel(self.tr("Was mehrere Personen gleich kritisieren, mit dem deutlichsten Beispiel"), "meta")
        self._same = rows_of(card, note)
        self._same.addWidget(calm_row(self.tr("Wird gerade zusammengestellt …")))
        return card

    # --- asking -----------------------------------------------------------------------------------

    def refresh_view(self) -> None:
        """Ask again for everything shown."""
        self._ask()

    @Slot(str)
    def show_days(self, days: str) -> None:
        """Show another stretch: ``7``, ``30``, ``90`` or ``365`` days."""
        self._days = int(days)
        self._ranges.choose(days)
        self._asked += 1
        self._waiting = 0
        self._ask()

    @Slot()
    def _ask_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _ask(self) -> None:
        """One question at a time; hidden pages ask when they are shown again."""
        if not self.isVisible() and self._causes is not None:
            return
        if self._waiting:
            self._is_stale = True
            return
        self._waiting, self._is_stale = 2, False
        self._asked += 1
        question = self._asked
        causes = self.workers.read(understanding.cause_report, self._days)
        self.tasks.watch(causes, self, partial(self._take_causes, question), partial(self._not_answered, question))
        topics = self.workers.outside(understanding.topic_report, self._days)
        self.tasks.watch(topics, self, partial(self._take_topics, question), partial(self._not_answered, question))

    def _take_causes(self, question: int, report: CauseReport) -> None:
        if question == self._asked:
            self._causes = report
            self._show_causes(report)
            self._answered()

    def _take_topics(self, question: int, report: TopicReport) -> None:
        if question == self._asked:
            self._topics = report
            self._show_topics(report)
            self._answered()

    def _answered(self) -> None:
        self._waiting = max(0, self._waiting - 1)
        if not self._waiting and self._is_stale:
            self._ask()

    def _not_answered(self, question: int, error: BaseException) -> None:
        if question == self._asked:
            self._waiting = max(0, self._waiting - 1)
        self.tasks.failed.emit(error)

    # --- causes -----------------------------------------------------------------------------------

    def _show_causes(self, report: CauseReport) -> None:
        self.subtitle.setText(formats.day_range(report.first, report.last))
        for concern, button in self.concerns.items():
            count = report.concerns.get(concern, 0)
            word = CONCERN_WORDS[concern]
            button.setText(f"{word}  {formats.number(count)}")
            button.setAccessibleName(self.tr("{word}: {count}, zeigen").format(word=word, count=count))
            button.setVisible(count > 0)
            button.updateGeometry()
        has_causes = bool(report.causes)
        self._both.setVisible(has_causes)
        self._legend.setVisible(has_causes)
        self._no_criticism.setVisible(not has_causes)
        for place, share in zip(PLACES, (3, 2, 0) if has_causes else (0, 0, 1), strict=True):
            self._column.setStretch(place, share)  # sentences alone need no room for bars and rows
        if not has_causes and report.criticism:
            self._no_criticism.setText(
                self.tr("In der Kritik dieser Zeit steht keines der Wörter, die für Ursachen festgelegt sind.")
            )
        elif not has_causes:
            self._no_criticism.setText(self.tr("In dieser Zeit hat niemand etwas kritisiert."))
        self._cause_note.setText(cause_note(report) if report.criticism else "")
        self._cause_note.setVisible(bool(report.criticism))
        self._fill_table(report)
        self._show_chart()
        self._show_empty()

    def _show_empty(self) -> None:
        if self._causes is None or self._topics is None:
            return
        is_empty = self._topics.mentions == 0 and not self._causes.concerns
        self._content.setVisible(not is_empty)
        self._empty.setVisible(is_empty)

    def _make_chart(self) -> "Chart":
        from ui.charts.pareto import ParetoChart

        chart = ParetoChart(self.tr("Ursachen der Kritik"))
        chart.chosen.connect(self._open_cause)
        return chart

    @Slot(object)
    def _chart_made(self, chart: "Chart") -> None:
        for before, after in pairwise((self._edit, chart, self.table)):
            self.setTabOrder(before, after)  # as the eye goes, though it came last
        self._show_chart()

    def _show_chart(self) -> None:
        if self._chart_slot.chart is not None and self._causes is not None:
            cast("ParetoChart", self._chart_slot.chart).show_bars(_bars(self._causes))

    def _fill_table(self, report: CauseReport) -> None:
        self.table.show_rows(
            [
                (one.cause.name, formats.number(one.count), formats.number(one.before), formats.percent(one.cumulated))
                for one in report.causes
            ]
        )

    @Slot(int)
    def _open_cause(self, index: int) -> None:
        report = self._causes
        if report is not None and 0 <= index < len(report.causes):
            cause = report.causes[index].cause
            wanted = MentionFilter(cause=cause.key, name=cause.name)
            self.go_to.emit("mentions", _between(wanted, report.first, report.last))

    def _open_concern(self, concern: Concern) -> None:
        report = self._causes
        if report is not None:
            wanted = MentionFilter(concerns=frozenset({concern}))
            self.go_to.emit("mentions", _between(wanted, report.first, report.last))

    @Slot()
    def edit_causes(self) -> None:
        """Let the owner edit causes and their words."""
        from ui.dialogs.causes import CausesDialog

        CausesDialog(self.workers, self.tasks, self).open()

    # --- topics -----------------------------------------------------------------------------------

    def _show_topics(self, report: TopicReport) -> None:
        is_compared = report.compared
        self._rising_card.title.setText(self.tr("Steigende Themen") if is_compared else self.tr("Häufige Themen"))
        self._rising_note.setText(
            self.tr("Wörter, die häufiger vorkommen als in der gleich langen Zeit davor")
            if is_compared
            else self.tr("Zum Vergleichen fehlt noch die Zeit davor.")
        )
        clear_rows(self._rising)
        for topic in report.rising[:MOST_TOPICS]:
            self._rising.addWidget(self._topic_row(topic, is_compared=is_compared))
        if not report.rising:
            self._rising.addWidget(calm_row(self.tr("Kein Thema sticht heraus.")))
        clear_rows(self._same)
        for shared in report.clusters[:MOST_CLUSTERS]:
            self._same.addWidget(self._same_row(shared))
        if not report.clusters:
            self._same.addWidget(calm_row(self.tr("Keine Beschwerde kommt von mehreren Personen.")))
        announce(self, self.tr("Themen aktualisiert"))
        self._show_empty()

    def _topic_row(self, topic: RisingTopic, *, is_compared: bool) -> LinkRow:
        count = formats.count(topic.count, "Erwähnung", "Erwähnungen")
        detail = self.tr("{count}, davor {before}").format(count=count, before=formats.number(topic.before))
        icon = "trend-up" if is_compared else "hash"
        row = LinkRow(icon, "accent", f"„{topic.name}“", detail if is_compared else count)
        row.clicked.connect(lambda _checked=False: self._open_mentions(topic.mentions, topic.name))
        return row

    def _same_row(self, shared: SameComplaint) -> LinkRow:
        people = formats.count(shared.cluster.authors, "Person", "Personen")
        words = ", ".join(shared.cluster.words)
        example = shared.example
        quoted = "" if example is None else f"„{topic_title(example.title) or example.snippet[:110]}“"
        row = LinkRow("users-three", "negative", f"{people}: {words}" if words else people, quoted)
        row.clicked.connect(lambda _checked=False: self._open_mentions(shared.cluster.mentions, words))
        return row

    def _open_mentions(self, ids: Sequence[EntryId], name: str) -> None:
        self.go_to.emit("mentions", MentionFilter(only=frozenset(ids), name=name))


def cause_note(report: CauseReport) -> str:
    """What the bars are taken from: ``19 kritische Erwähnungen, 3 davon ohne erkannte Ursache``."""
    words = formats.count(report.criticism, "kritische Erwähnung", "kritische Erwähnungen")
    if report.without_cause:
        words += f", {formats.number(report.without_cause)} davon ohne erkannte Ursache"
    if sum(one.count for one in report.causes) > report.criticism - report.without_cause:
        words += "; eine Erwähnung kann mehrere Ursachen haben"
    return words


def _bars(report: CauseReport) -> "list[ParetoBar]":
    from ui.charts.pareto import ParetoBar

    return [ParetoBar(one.cause.name, one.count, one.before, one.cumulated) for one in report.causes[:MOST_BARS]]


def _between(wanted: MentionFilter, first: date, last: date) -> MentionFilter:
    return replace(wanted, since=first, until=last)
