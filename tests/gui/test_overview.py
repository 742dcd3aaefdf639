"""The Übersicht shows what is stored, follows what comes in, and leads on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kundenradar.domain.mentions import OPEN_STATUSES, EntryId, MentionFilter
from kundenradar.domain.sentiment import Label
from kundenradar.domain.sources import SourceId
from kundenradar.domain.trends import Drivers, Important
from tests.gui import fakes
from tests.gui.fakes import FakeWorkers, empty_world, make_world
from tests.gui.looks import stops_from
from ui import formats, theme
from ui.bridge import Bridge
from ui.models.important import important_words
from ui.pages.overview import OverviewPage
from ui.tasks import Tasks
from ui.widgets.cards import Card
from ui.widgets.labels import WrapLabel
from ui.widgets.rows import Badge, LinkRow

TODAY = date(2026, 11, 22)


def _page(qtbot: QtBot, workers: Any, tasks: Tasks, bridge: Bridge) -> OverviewPage:
    made = OverviewPage(workers, tasks, bridge)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    made.refresh_view()
    qtbot.waitUntil(lambda: tasks.pending == 0, timeout=20_000)
    return made


@pytest.fixture
def page(qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge) -> Iterator[OverviewPage]:
    return _page(qtbot, workers, tasks, bridge)


def _went(page: OverviewPage) -> list[tuple[str, object]]:
    went: list[tuple[str, object]] = []
    page.go_to.connect(lambda name, target: went.append((name, target)))
    return went


@pytest.mark.parametrize("percent", [90, 100, 115, 130, 150])
def test_the_notes_of_the_figures_stand_level_bold_or_not(page: OverviewPage, percent: int) -> None:
    theme.current().apply("light", percent)
    card = page.figures["negative"]
    seen = set()
    for tone in ("", "good", "bad"):
        card.show_figure("3", "Ärger", tone)
        QApplication.processEvents()
        seen.add((card.note.y(), card.note.contentsRect().top()))
    assert len(seen) == 1


def test_the_four_figures_are_compared_with_the_week_before(page: OverviewPage, workers: FakeWorkers) -> None:
    told = fakes.overview(workers.world, 30)
    cards = page.figures
    assert cards["total"].value.text() == formats.number(told.week.total)
    assert cards["total"].note.text() == f"{formats.signed(told.week.total - told.week_before.total)} zur Vorwoche"
    assert cards["negative"].value.text() == formats.number(told.week.negative)
    assert cards["open"].value.text() == formats.number(told.week.open)
    assert cards["open"].note.text() == f"{formats.number(told.backlog)} insgesamt"
    assert not cards["open"].note.property("tone")
    assert [card.name.text().endswith(", 7 Tage") for card in cards.values()] == [True] * 4
    assert cards["mood"].value.text() == formats.decimal(told.week.mean_score or 0)
    assert "vorher\N{NO-BREAK SPACE}" in cards["mood"].note.text()
    assert cards["negative"].note.property("tone") in {"good", "bad", ""}
    assert page.subtitle.text() == "24. Oktober – 22. November 2026 · 6 Quellen"


@pytest.mark.parametrize(
    ("now", "total", "tone"), [(3, 20, "good"), (9, 20, "bad"), (5, 20, ""), (3, 8, ""), (0, 0, "")]
)
def test_fewer_negative_mentions_are_good_news_unless_everything_is_less(
    page: OverviewPage, workers: FakeWorkers, now: int, total: int, tone: str
) -> None:
    told = fakes.overview(workers.world, 30)
    page._show_figures(
        replace(told.week, negative=now, total=total), replace(told.week_before, negative=5, total=20), 182
    )
    assert page.figures["open"].note.text() == "182 insgesamt"
    assert page.figures["negative"].note.property("tone") == tone
    assert str(now) in page.figures["negative"].accessibleName()


def test_a_silent_week_has_no_mood(page: OverviewPage, workers: FakeWorkers) -> None:
    told = fakes.overview(workers.world, 30)
    page._show_figures(replace(told.week, mean_score=None), told.week_before, 0)
    assert page.figures["mood"].value.text() == "–"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("total", MentionFilter()),
        ("negative", MentionFilter(labels=frozenset({Label.NEGATIVE}))),
        ("open", MentionFilter(statuses=OPEN_STATUSES)),
        ("mood", MentionFilter()),
    ],
)
def test_a_figure_leads_to_its_mentions(page: OverviewPage, name: str, wanted: MentionFilter) -> None:
    went = _went(page)
    card = page.figures[name]
    assert card.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert card.accessibleName().startswith(card.name.text())
    QTest.keyClick(card, Qt.Key.Key_Return)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    assert went == [("mentions", replace(wanted, since=TODAY - timedelta(days=6)))] * 2


def test_bars_and_table_show_the_same_numbers(qtbot: QtBot, page: OverviewPage, workers: FakeWorkers) -> None:
    told = fakes.overview(workers.world, 30)
    chart: Any = page._bars_slot.chart
    assert [(b.first, b.positive, b.neutral, b.negative) for b in chart.bars] == [
        (d.day, d.positive, d.neutral, d.negative) for d in told.days
    ]
    page._as_table.click()
    table = page._table
    assert table.isVisible()
    assert table.rowCount() == 30
    assert [table.item(0, column).text() for column in range(5)] == [
        "Sonntag, 22. November 2026",
        *(str(n) for n in (told.days[-1].positive, told.days[-1].neutral, told.days[-1].negative, told.days[-1].total)),
    ]
    page._as_table.click()
    assert not table.isVisible()


def test_return_on_a_table_row_opens_its_day(qtbot: QtBot, page: OverviewPage) -> None:
    went = _went(page)
    page._as_table.click()
    page._table.setCurrentCell(2, 0)
    QTest.keyClick(page._table, Qt.Key.Key_Return)
    day = TODAY - timedelta(days=2)
    assert went == [("mentions", MentionFilter(since=day, until=day))]


def test_a_bar_opens_the_mentions_of_its_day(page: OverviewPage) -> None:
    went = _went(page)
    chart: Any = page._bars_slot.chart
    page.activateWindow()
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert went == [("mentions", MentionFilter(since=TODAY, until=TODAY))]


def test_twelve_months_are_shown_by_the_week(qtbot: QtBot, page: OverviewPage, tasks: Tasks) -> None:
    went = _went(page)
    page._ranges._buttons["365"].click()
    qtbot.waitUntil(lambda: page._bars_card.title.text() == "Erwähnungen je Woche")
    chart: Any = page._bars_slot.chart
    assert len(chart.bars) == 53
    assert chart.accessibleName() == "Erwähnungen je Woche"
    chart.chosen.emit(52)
    assert went == [("mentions", MentionFilter(since=date(2026, 11, 16), until=TODAY))]
    page.show_days("7")
    qtbot.waitUntil(lambda: len(chart.bars) == 7)
    assert page._ranges.current == "7"


def test_new_mentions_appear_without_a_click(qtbot: QtBot, page: OverviewPage, workers: FakeWorkers) -> None:
    chart: Any = page._bars_slot.chart
    plot, before = chart._plot, chart.bars[-1].total
    workers.finish_refresh(new=4)
    qtbot.waitUntil(lambda: chart.bars[-1].total == before + 4)
    assert chart._plot is plot
    assert page.figures["total"].value.text() == formats.number(fakes.overview(workers.world, 30).week.total)


def test_a_hidden_page_asks_only_when_it_is_shown_again(
    qtbot: QtBot, page: OverviewPage, workers: FakeWorkers, bridge: Bridge
) -> None:
    page.hide()
    asked = workers.world.calls.count("overview")
    workers.finish_refresh(new=1)
    with qtbot.waitSignal(bridge.mentions_added):
        bridge.flush()
    assert workers.world.calls.count("overview") == asked
    page.show()
    page.refresh_view()
    qtbot.waitUntil(lambda: workers.world.calls.count("overview") == asked + 1)


def test_a_burst_of_events_asks_twice_at_most(
    qtbot: QtBot, page: OverviewPage, workers: FakeWorkers, tasks: Tasks
) -> None:
    asked = workers.world.calls.count("overview")
    workers.hold.clear()
    for _ in range(20):
        page._ask()
    workers.hold.set()
    qtbot.waitUntil(lambda: tasks.pending == 0)
    assert workers.world.calls.count("overview") == asked + 2


def test_the_same_numbers_are_not_drawn_again(
    qtbot: QtBot, page: OverviewPage, workers: FakeWorkers, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []
    monkeypatch.setattr(page, "_show", shown.append)
    page._ask()
    qtbot.waitUntil(lambda: tasks.pending == 0)
    assert shown == []
    workers.finish_refresh(new=1)
    qtbot.waitUntil(lambda: len(shown) == 1)


def test_a_failed_question_does_not_block_the_next(
    qtbot: QtBot, workers: FakeWorkers, tasks: Tasks, bridge: Bridge, page: OverviewPage
) -> None:
    told: list[BaseException] = []
    tasks.failed.disconnect()
    tasks.failed.connect(told.append)
    workers.fail_next = ValueError("x")
    page._ask()
    qtbot.waitUntil(lambda: tasks.pending == 0)
    assert len(told) == 1
    asked = workers.world.calls.count("overview")
    page._ask()
    qtbot.waitUntil(lambda: workers.world.calls.count("overview") > asked)


def test_without_sources_the_page_offers_the_next_steps(qtbot: QtBot, tasks: Tasks) -> None:
    workers = FakeWorkers(empty_world())
    bridge = Bridge(workers)  # type: ignore[arg-type]
    page = _page(qtbot, workers, tasks, bridge)
    went = _went(page)
    assert page._empty.isVisible()
    assert not page._content.isVisible()
    assert page._add_source.isVisible()
    page._add_source.click()
    assert went == [("sources", "add")]
    commands: list[str] = []
    page.command.connect(commands.append)
    page._add_samples.click()
    qtbot.waitUntil(lambda: commands == ["refresh"])
    qtbot.waitUntil(page._content.isVisible)
    assert page.figures["total"].value.text() != "–"
    bridge.stop()
    workers.close()


def test_without_mentions_the_page_says_what_happens_next(qtbot: QtBot, tasks: Tasks) -> None:
    world = make_world(days=1)
    world.mentions.clear()
    workers = FakeWorkers(world)
    bridge = Bridge(workers)  # type: ignore[arg-type]
    page = _page(qtbot, workers, tasks, bridge)
    assert page._empty.accessibleName().startswith(
        "Noch keine Erwähnungen. Kundenradar fragt 6 Quellen alle 30 Minuten"
    )
    assert page._poll.isVisible()
    assert not page._add_samples.isVisible()
    bridge.stop()
    workers.close()


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (
            -3,
            (
                "mentions",
                MentionFilter(
                    labels=frozenset({Label.NEGATIVE}), statuses=OPEN_STATUSES, since=TODAY - timedelta(days=2)
                ),
            ),
        ),
        (-2, ("mentions", MentionFilter(expression='"Wärmepumpe"', since=TODAY - timedelta(days=6)))),
        (-1, ("sources", 6)),
    ],
)
def test_what_matters_now_leads_there(page: OverviewPage, row: int, wanted: tuple[str, object]) -> None:
    went = _went(page)
    rows = sorted(page.findChildren(LinkRow), key=lambda found: found.y())
    rows[row].click()
    assert went == [wanted]


def test_a_criticism_opens_itself(page: OverviewPage, workers: FakeWorkers) -> None:
    went = _went(page)
    line = fakes.overview(workers.world, 30).important[0]
    assert line.kind == "criticism"
    row = min(page.findChildren(LinkRow), key=lambda found: found.y())
    assert row.accessibleName().startswith(f"{line.name}, seit\N{NO-BREAK SPACE}")
    assert row.accessibleName().endswith(f" · {line.place}")
    row.click()
    assert went == [("mentions", line.mention)]


@pytest.mark.parametrize(
    ("line", "title", "detail"),
    [
        (
            Important("criticism", name="Falsche Rechnung", since=TODAY - timedelta(days=1), mention=7, place="Forum"),
            "Falsche Rechnung",
            "seit gestern · Forum",
        ),
        (Important("more", count=1), "1 weiterer negativer Beitrag ohne Antwort", ""),
        (Important("more", count=12, since=TODAY), "12 weitere negative Beiträge ohne Antwort", ""),
        (
            Important("unanswered", count=1, since=TODAY),
            "1 negativer Beitrag ohne Antwort",
            "ältester seit heute",
        ),
        (
            Important("unanswered", count=3, name="handwerker-forum.de", since=TODAY - timedelta(days=2)),
            "3 negative Beiträge ohne Antwort",
            "ältester seit 2 Tagen · handwerker-forum.de",
        ),
        (
            Important("rising", count=18, usual=7, name="Wärmepumpe"),
            "„Wärmepumpe“ wird häufiger erwähnt",
            "18 statt üblich 7 in dieser Woche",
        ),
        (Important("rising", count=9, usual=2), "Mehr Kritik als üblich", "9 statt üblich 2 in dieser Woche"),
        (
            Important("storm", count=9, usual=2),
            "Ungewöhnlich viele negative Beiträge",
            "9 statt üblich 2 in dieser Woche",
        ),
        (
            Important("silent", name="hausbau-talk.de", since=TODAY - timedelta(days=20)),
            "hausbau-talk.de liefert nichts Neues",
            "seit 02.11.2026",
        ),
        (
            Important("missed", count=8, name="hausbau-talk.de", since=TODAY - timedelta(days=1)),
            "hausbau-talk.de: vermutlich fehlen 8 Beiträge",
            "seit gestern",
        ),
        (
            Important("danger", name="Kabel war heiß", place="hausbau-talk.de", since=TODAY, words=("Stromschlag",)),
            "Kabel war heiß",
            "seit heute · „Stromschlag“ · hausbau-talk.de",
        ),
        (
            Important("rising", count=18, usual=7, why=Drivers(5, (("Forum", 12), ("Blog", 3)), (("Preis", 9),))),
            "Mehr Kritik als üblich",
            "18 statt üblich 7 in dieser Woche. Dahinter: 5 Personen; Forum (12), Blog (3); Preis (9).",
        ),
        (Important("broken", name="hausbau-talk.de"), "hausbau-talk.de liefert nichts mehr", ""),
        (Important("troubled", name="hausbau-talk.de", since=TODAY), "hausbau-talk.de ist gestört", "seit heute"),
        (
            Important("broken", name="hausbau-talk.de", since=TODAY, sources=3),
            "hausbau-talk.de und 2 weitere Quellen liefern nichts mehr",
            "",
        ),
        (
            Important("missed", 9, name="hausbau-talk.de", since=TODAY, sources=2),
            "hausbau-talk.de und 1 weitere Quelle: vermutlich fehlen 9 Beiträge",
            "",
        ),
    ],
)
def test_the_words_of_what_matters_now(line: Important, title: str, detail: str) -> None:
    words = important_words(line, TODAY)[2:]
    assert tuple(text.replace("\N{NO-BREAK SPACE}", " ") for text in words) == (title, detail)


def test_nothing_urgent_is_said_too(page: OverviewPage) -> None:
    page._show_important([Important("unheard-of-kind")])
    assert [row for row in page.findChildren(LinkRow) if row.isVisible()] == []
    assert any("Nichts drängt" in label.text() for label in page.findChildren(WrapLabel))


def test_a_row_keeps_its_focus_while_news_come_in(qtbot: QtBot, page: OverviewPage, workers: FakeWorkers) -> None:
    before = page.findChildren(LinkRow)
    asked = workers.world.calls.count("overview")
    page._ask()
    qtbot.waitUntil(lambda: workers.world.calls.count("overview") > asked and page.tasks.pending == 0)
    assert page.findChildren(LinkRow) == before


def test_tab_goes_through_the_charts_to_the_worklist(page: OverviewPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._bars_slot.chart is not None and page._mood_slot.chart is not None)
    bars, mood = page._bars_slot.chart, page._mood_slot.chart
    assert bars is not None
    assert mood is not None
    first = page._important_rows[-1]
    QWidget.setTabOrder(first, bars)  # as where the library of the charts comes late
    QWidget.setTabOrder(bars, mood)
    page._mood_made(mood)  # type: ignore[arg-type]  # it is one
    for kinds in (("danger",), ("danger", "criticism", "storm", "broken")):  # rows that come later, too
        page._show_important([Important(kind, name="x") for kind in kinds])
        QApplication.processEvents()
        expected = [bars, mood, *page._important_rows]
        assert len(expected) == 2 + len(kinds)
        assert stops_from(page._as_table, len(expected)) == expected


def test_other_news_come_into_the_rows_that_are_there(page: OverviewPage) -> None:
    went = _went(page)
    page._show_important([Important("broken", name="hausbau-talk.de", source=SourceId(3)), Important("storm", count=9)])
    first, second = (row for row in page.findChildren(LinkRow) if row.isVisible())
    page._show_important(
        [Important("danger", name="Kabel heiß", mention=EntryId(7)), Important("broken", name="b.example")]
    )
    assert [row for row in page.findChildren(LinkRow) if row.isVisible()] == [first, second]
    assert first.accessibleName().startswith("Gefahr: ")
    assert "b.example" in second.accessibleName()
    first.click()
    assert went == [("mentions", EntryId(7))]
    page._show_important([Important("broken", name="hausbau-talk.de", source=SourceId(3))])
    assert "Gefahr" not in first.accessibleName()
    assert not any(badge.isVisible() for badge in first.findChildren(Badge))
    first.click()
    assert went[1:] == [("sources", SourceId(3))]


@pytest.mark.parametrize("size", [(1168, 670), (912, 570)])
def test_figures_chart_and_worklist_are_seen_without_scrolling(page: OverviewPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    QApplication.processEvents()
    row = min(page.findChildren(LinkRow), key=lambda found: found.y())
    for part in (page.figures["total"], page._bars_slot, row):
        bottom = part.mapTo(page, QPoint(0, part.height())).y()
        assert bottom <= page.height()


@pytest.mark.parametrize("size", [(1155, 728), (1795, 1000)])
def test_the_whole_page_is_seen_at_once_in_a_common_window(page: OverviewPage, size: tuple[int, int]) -> None:
    page.resize(*size)
    QApplication.processEvents()
    assert page.scroll_area.verticalScrollBar().maximum() == 0


def test_titles_and_days_are_level_with_what_stands_beside_and_above(page: OverviewPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._bars_slot.chart is not None and page._mood_slot.chart is not None)
    for percent in (100, 140):
        theme.current().apply("light", percent)
        page.resize(1600, 1200)
        QApplication.processEvents()
        titles = {card.title.text(): card.title for card in page.findChildren(Card)}
        middles = [
            titles[words].mapTo(page, titles[words].rect().center()).y()
            for words in ("Erwähnungen je Tag", "Jetzt wichtig")
        ]
        assert middles[0] == middles[1], percent
        assert page._bars_slot.chart.plot_left == page._mood_slot.chart.plot_left  # type: ignore[union-attr]


def test_four_figures_stand_in_one_row_in_a_small_window(page: OverviewPage) -> None:
    page.resize(899, 600)  # what the rail leaves of 1024 pixels
    QApplication.processEvents()
    assert len({card.mapTo(page, QPoint(0, 0)).y() for card in page.figures.values()}) == 1


def test_a_long_origin_takes_one_line_and_is_told_under_the_mouse(qtbot: QtBot) -> None:
    row = LinkRow("info", "accent", "Kabel war heiß", "seit heute · " + "Forum " * 40, badge="Gefahr", is_brief=True)
    plain = LinkRow("info", "accent", "Kabel war heiß", "seit heute", badge="Gefahr", is_brief=True)
    for one in (row, plain):
        qtbot.addWidget(one)
        one.resize(320, one.heightForWidth(320))
        one.show()
    assert row.height() == plain.height()
    assert row.toolTip().startswith("seit heute · Forum")
    assert plain.toolTip() == ""
    assert row.accessibleName().startswith("Gefahr: Kabel war heiß, seit heute")
