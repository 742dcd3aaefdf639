"""Mentions per day or week, stacked: negative at the bottom, then neutral, then positive."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from ui import formats, theme
from ui.charts.chart import HEADROOM, Chart, cosmetic
from ui.charts.hover import HoverRow
from ui.charts.series import Bar, bar_sentence, bar_title, chart_sentence, day_ticks, nice_top

_WIDTH = 0.62
_PARTS = ("negative", "neutral", "positive")


class BarsChart(Chart):
    """Stacked bars; `show_bars` only replaces the numbers of three items."""

    def __init__(self, name: str = "Erwähnungen je Tag", parent: QWidget | None = None) -> None:
        super().__init__(name, rows=4, parent=parent)
        self._bars: tuple[Bar, ...] = ()
        self._parts: dict[str, Any] = {}
        for part in _PARTS:
            item = pg.BarGraphItem(x=[0], y0=[0], height=[0], width=_WIDTH)
            self._item.addItem(item)
            self._parts[part] = item
        self._follow_theme()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other numbers."""
        self._bars = tuple(bars)
        place = np.arange(len(self._bars))
        ground = np.zeros(len(self._bars))
        for part in _PARTS:
            height = np.array([getattr(bar, part) for bar in self._bars], dtype=float)
            some = height > 0  # a bar of no height would still draw its edge over the base line
            self._parts[part].setVisible(bool(some.any()))
            self._parts[part].setOpts(x=place[some], y0=ground[some], height=height[some], width=_WIDTH)
            ground = ground + height
        top, step = nice_top(max((bar.total for bar in self._bars), default=0))
        ticks = [(float(value), formats.number(value)) for value in range(0, top + 1, step)]
        self._set_range(len(self._bars), 0, top * HEADROOM, ticks)
        self.setAccessibleDescription(chart_sentence(self._bars))

    def _words(self, index: int) -> tuple[str, Sequence[HoverRow]]:
        bar = self._bars[index]
        rows = (
            HoverRow(self.tr("Positiv"), formats.number(bar.positive), "positive"),
            HoverRow(self.tr("Neutral"), formats.number(bar.neutral), "neutral"),
            HoverRow(self.tr("Negativ"), formats.number(bar.negative), "negative"),
            HoverRow(self.tr("Gesamt"), formats.number(bar.total)),
        )
        return bar_title(bar), rows

    def _sentence(self, index: int) -> str:
        return bar_sentence(self._bars[index])

    def _bottom_ticks(self, width: float, label_width: float) -> list[tuple[int, str]]:
        return day_ticks(self._bars, width, label_width)

    def _recolor(self) -> None:
        look = theme.current()
        line = cosmetic(look.color("surface"), self._px(1))
        for part, item in self._parts.items():
            item.setOpts(brush=look.color(part), pen=line)
