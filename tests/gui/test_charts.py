"""The charts show what they are given, to eyes, keys and screen readers."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from kundenradar.domain.trends import DayCount
from ui import theme
from ui.charts import series
from ui.charts.series import Bar
from ui.charts.slot import ChartSlot
from ui.tasks import Tasks

LAST = date(2026, 11, 22)


def _days(number: int) -> list[DayCount]:
    return [DayCount(LAST - timedelta(days=number - 1 - n), n % 7, n % 5, n % 3, 0.1 * (n % 5)) for n in range(number)]


@pytest.fixture
def bars_chart(qtbot: QtBot) -> Any:
    from ui.charts.bars import BarsChart

    chart = BarsChart()
    qtbot.addWidget(chart)
    chart.resize(900, 260)
    chart.show_bars(series.bars_of(_days(30)))
    chart.show()
    chart.activateWindow()
    qtbot.waitUntil(chart.isActiveWindow)
    return chart


@pytest.fixture
def mood_chart(qtbot: QtBot) -> Any:
    from ui.charts.mood import MoodChart

    chart = MoodChart()
    qtbot.addWidget(chart)
    chart.resize(600, 180)
    chart.show()
    chart.activateWindow()
    qtbot.waitUntil(chart.isActiveWindow)
    return chart


# --- pure -------------------------------------------------------------------------------------------


def test_days_become_bars_and_years_become_weeks() -> None:
    days = series.bars_of(_days(30))
    assert len(days) == 30
    assert not series.is_weekly(days)
    year = series.bars_of(_days(365))
    assert 52 <= len(year) <= 54
    assert series.is_weekly(year)
    assert sum(bar.total for bar in year) == sum(day.total for day in _days(365))
    assert year[-1].first == date(2026, 11, 16)
    assert year[-1].last == LAST


def test_the_mean_of_a_bar_is_weighted_by_mentions() -> None:
    week = [DayCount(LAST - timedelta(days=n), positive=n, score_sum=0.5 * n) for n in range(70)][::-1]
    assert series.bars_of(week)[0].mean == pytest.approx(0.5)
    assert Bar(LAST, LAST, 0, 0, 0).mean is None


@pytest.mark.parametrize(
    ("highest", "wanted"),
    [
        (0, (4, 1)),
        (3, (4, 1)),
        (5, (5, 1)),
        (9, (10, 2)),
        (22, (25, 5)),
        (26, (30, 10)),
        (101, (125, 25)),
        (1000, (1000, 250)),
    ],
)
def test_the_value_axis_has_round_numbers(highest: int, wanted: tuple[int, int]) -> None:
    top, step = series.nice_top(highest)
    assert (top, step) == wanted


@given(st.integers(0, 10**7))
def test_every_number_fits_below_its_axis(highest: int) -> None:
    top, step = series.nice_top(highest)
    assert highest <= top <= max(5, highest * 1.6)
    assert top % step == 0
    assert 3 <= top // step <= 5


@pytest.mark.parametrize("number", [7, 30, 62, 365])
@pytest.mark.parametrize("width", [200, 600, 1500])
def test_dates_never_touch(number: int, width: int) -> None:
    bars = series.bars_of(_days(number))
    ticks = series.day_ticks(bars, width, 60)
    room = width / len(bars)
    gaps = [(b - a) * room for (a, _), (b, _) in pairwise(ticks)]
    assert ticks
    assert all(gap >= 60 for gap in gaps)


def test_the_last_day_always_has_its_date() -> None:
    assert series.day_ticks(series.bars_of(_days(30)), 900, 60)[-1] == (29, "22.\u00a0Nov.")
    assert series.day_ticks(series.bars_of(_days(7)), 900, 60)[-1] == (6, "So 22.")
    assert series.day_ticks([], 900, 60) == []


def test_the_sentence_of_the_chart_has_its_numbers() -> None:
    bars = (Bar(LAST - timedelta(days=1), LAST - timedelta(days=1), 1, 0, 0), Bar(LAST, LAST, 2, 3, 4))
    said = series.chart_sentence(bars)
    assert "10 Erwähnungen: 3 positiv, 3 neutral, 4 negativ" in said
    assert "Die meisten: Sonntag, 22. November mit 9" in said
    assert "keine Erwähnungen" in series.chart_sentence([Bar(LAST, LAST, 0, 0, 0)])
    assert series.bar_sentence(bars[1]) == (
        "Sonntag, 22. November: 9 Erwähnungen, davon 2 positiv, 3 neutral, 4 negativ"
    )


def test_the_sentence_of_the_mood_has_its_ends() -> None:
    days = [LAST - timedelta(days=n) for n in (2, 1, 0)]
    said = series.mood_sentence(days, [-0.4, None, 0.2])
    assert "Zuletzt +0,20, leicht positiv" in said
    assert "Tiefster Wert −0,40 am 20. November" in said
    assert "keine Erwähnungen" in series.mood_sentence(days, [None] * 3)


# --- painted ----------------------------------------------------------------------------------------


def test_the_day_cursor_walks_by_keyboard_and_return_opens_the_day(qtbot: QtBot, bars_chart: Any) -> None:
    opened: list[int] = []
    bars_chart.chosen.connect(opened.append)
    bars_chart.setFocus()
    qtbot.waitUntil(lambda: bars_chart.cursor_at == 29)
    assert bars_chart.card.title == "Sonntag, 22. November"
    for key, place in (
        (Qt.Key.Key_Left, 28),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_End, 29),
        (Qt.Key.Key_Right, 29),
    ):
        QTest.keyClick(bars_chart, key)
        assert bars_chart.cursor_at == place
    QTest.keyClick(bars_chart, Qt.Key.Key_Home)
    QTest.keyClick(bars_chart, Qt.Key.Key_Return)
    assert opened == [0]
    QTest.keyClick(bars_chart, Qt.Key.Key_Escape)
    assert bars_chart.cursor_at == -1
    assert not bars_chart.card.isVisible()


def test_the_card_shows_the_numbers_under_the_mouse_inside_the_chart(qtbot: QtBot, bars_chart: Any) -> None:
    qtbot.waitExposed(bars_chart)
    for place in (0, 15, 29):
        middle = bars_chart._area_of(place).center()
        QTest.mouseMove(bars_chart, middle)
        qtbot.waitUntil(lambda place=place: bars_chart.cursor_at == place)
        bar = bars_chart.bars[place]
        assert bars_chart.card.values == [str(n) for n in (bar.positive, bar.neutral, bar.negative, bar.total)]
        assert bars_chart.rect().contains(bars_chart.card.geometry())


def test_a_click_opens_the_day_and_beside_the_bars_nothing(qtbot: QtBot, bars_chart: Any) -> None:
    qtbot.waitExposed(bars_chart)
    opened: list[int] = []
    bars_chart.chosen.connect(opened.append)
    QTest.mouseClick(bars_chart, Qt.MouseButton.LeftButton, pos=bars_chart._area_of(12).center())
    QTest.mouseClick(bars_chart, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert opened == [12]


def test_bars_stand_on_each_other_in_the_colours_of_the_theme(qtbot: QtBot, bars_chart: Any) -> None:
    bars_chart.show_bars([Bar(LAST - timedelta(days=n), LAST - timedelta(days=n), 10, 10, 10) for n in (2, 1, 0)])
    qtbot.waitExposed(bars_chart)
    for mode, tokens in (("light", theme.LIGHT), ("dark", theme.DARK)):
        theme.current().apply(mode, 100)
        QApplication.processEvents()
        image = bars_chart.grab().toImage()
        scale = image.devicePixelRatio()
        box = bars_chart._item.getViewBox()
        for value, token in ((5, tokens.negative), (15, tokens.neutral), (25, tokens.positive)):
            scene = box.mapViewToScene(QPointF(1, value))
            point = bars_chart._plot.mapTo(bars_chart, bars_chart._plot.mapFromScene(scene))
            assert image.pixelColor(QPoint(round(point.x() * scale), round(point.y() * scale))) == QColor(token)


def test_new_numbers_keep_the_plot_and_its_items(qtbot: QtBot, bars_chart: Any) -> None:
    plot, items = bars_chart._plot, list(bars_chart._item.items)
    for number in (7, 365, 0, 30):
        bars_chart.show_bars(series.bars_of(_days(number)))
    assert bars_chart._plot is plot
    assert list(bars_chart._item.items) == items
    assert len(bars_chart.bars) == 30
    assert "Erwähnungen" in bars_chart.accessibleDescription()


def test_the_mood_line_has_gaps_and_words(qtbot: QtBot, mood_chart: Any) -> None:
    days = [LAST - timedelta(days=n) for n in range(29, -1, -1)]
    values = [None if n % 10 == 3 else 0.3 - 0.02 * n for n in range(30)]
    mood_chart.show_mood(days, values)
    QTest.keyClick(mood_chart, Qt.Key.Key_Left)
    assert mood_chart.cursor_at == 29
    assert mood_chart.card.values[0] == "−0,28"
    QTest.keyClick(mood_chart, Qt.Key.Key_Home)
    for _ in range(3):
        QTest.keyClick(mood_chart, Qt.Key.Key_Right)
    assert "keine Erwähnungen" in mood_chart._sentence(mood_chart.cursor_at)
    mood_chart.show_mood(days, [None] * 30)
    mood_chart.show_mood(days, [1.0] * 30)
    assert mood_chart._item.viewRange()[1][1] > 1.0


def test_a_slot_keeps_its_size_and_makes_one_chart(qtbot: QtBot, tasks: Tasks) -> None:
    from ui.charts.bars import BarsChart

    slot = ChartSlot(tasks, BarsChart, 190)
    qtbot.addWidget(slot)
    before = slot.minimumSizeHint()
    made: list[object] = []
    slot.made.connect(made.append)
    slot.show()
    qtbot.waitUntil(lambda: bool(made), timeout=20_000)
    slot.hide()
    slot.show()
    assert made == [slot.chart]
    assert slot.minimumSizeHint() == before


def test_a_chart_that_comes_back_shows_the_picture_it_had(qtbot: QtBot, bars_chart: Any) -> None:
    bars_chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a focus that comes and goes moves the cursor
    pages = QStackedWidget()
    qtbot.addWidget(pages)
    pages.addWidget(bars_chart)
    pages.addWidget(QWidget())
    pages.resize(900, 260)
    pages.show()
    plot = bars_chart._plot
    qtbot.waitUntil(lambda: not plot._is_changed and not plot._picture.isNull())
    QTest.qWait(50)
    before = plot._picture.cacheKey()
    pages.setCurrentIndex(1)
    QTest.qWait(20)
    pages.setCurrentIndex(0)
    QTest.qWait(50)
    assert plot._picture.cacheKey() == before
    bars_chart.show_bars(series.bars_of(_days(7)))
    qtbot.waitUntil(lambda: plot._picture.cacheKey() != before)
    bars_chart.setParent(None)  # each of both ends with the test by itself


@pytest.mark.parametrize(
    ("top", "step", "words"),
    [
        (8, 2, ["0", "25", "50", "75", "100"]),
        (25, 5, ["0", "20", "40", "60", "80", "100"]),
        (6, 2, ["0", "50", "100"]),
    ],
)
def test_the_percent_axis_of_the_pareto_chart_runs_from_0_to_100(top: int, step: int, words: list[str]) -> None:
    from ui.charts.pareto import share_ticks

    ticks = share_ticks(top, step)
    assert [text for _, text in ticks] == [f"{word}\N{NO-BREAK SPACE}%" for word in words]
    assert (ticks[0][0], ticks[-1][0]) == (0, top)


def test_charts_above_each_other_begin_at_the_same_place(qtbot: QtBot, bars_chart: Any, mood_chart: Any) -> None:
    mood_chart.show_mood([LAST], [0.3])
    assert bars_chart.plot_left != mood_chart.plot_left
    bars_chart.align_with(mood_chart)
    mood_chart.align_with(bars_chart)
    assert bars_chart.plot_left == mood_chart.plot_left
    many = [Bar(LAST, LAST, 40_000, 0, 0)]
    bars_chart.show_bars(many)  # wider numbers move both
    assert bars_chart.plot_left == mood_chart.plot_left > bars_chart.label_room


def test_the_highest_line_of_the_axis_is_not_cut_off(bars_chart: Any) -> None:
    bars_chart.show_bars([Bar(LAST, LAST, 15, 0, 0)])
    assert bars_chart._labels[-1] == (15.0, "15")
    assert bars_chart._item.viewRange()[1][1] > 15.0
