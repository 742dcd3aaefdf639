"""The mean sentiment of seven days as a line around zero."""

from collections.abc import Sequence
from datetime import date

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui import formats, theme
from ui.charts.chart import Chart, cosmetic
from ui.charts.hover import HoverRow
from ui.charts.series import Bar, day_ticks, mood_sentence

_LEAST = 0.5


class MoodChart(Chart):
    """A line with gaps where nobody wrote; `show_mood` only replaces its numbers."""

    def __init__(self, name: str = "Stimmungsverlauf", parent: QWidget | None = None) -> None:
        super().__init__(name, rows=2, parent=parent)
        self._days: tuple[date, ...] = ()
        self._values: tuple[float | None, ...] = ()
        self._zero = pg.InfiniteLine(pos=0, angle=0)
        self._line = pg.PlotDataItem(connect="finite", antialias=True)
        self._last = pg.ScatterPlotItem(size=8, antialias=True)
        for item in (self._zero, self._line, self._last):
            self._item.addItem(item, ignoreBounds=True)
        self._follow_theme()

    def show_mood(self, days: Sequence[date], values: Sequence[float | None]) -> None:
        """Show other numbers.

        Args:
            days: Consecutive days, ascending.
            values: Mean score in [-1, +1] per day, None where nobody wrote.
        """
        self._days, self._values = tuple(days), tuple(values)
        numbers = np.array([np.nan if value is None else value for value in self._values], dtype=float)
        self._line.setData(np.arange(len(numbers)), numbers)
        known = np.flatnonzero(~np.isnan(numbers))
        newest = known[-1:]
        self._last.setData(newest.astype(float), numbers[newest])
        highest = float(np.nanmax(np.abs(numbers))) if known.size else 0.0
        top = _LEAST if highest <= _LEAST * 0.96 else 1.0
        ticks = [(value, formats.short_score(value)) for value in (-top, 0.0, top)]
        self._set_range(len(self._days), -top * 1.08, top * 1.08, ticks)
        self.setAccessibleDescription(mood_sentence(self._days, self._values))

    def _words(self, index: int) -> tuple[str, Sequence[HoverRow]]:
        value = self._values[index]
        if value is None:
            rows = (HoverRow(self.tr("keine Erwähnungen"), ""), HoverRow("", ""))
        else:
            rows = (
                HoverRow(self.tr("7-Tage-Mittel"), formats.score(value), "accent"),
                HoverRow(formats.mood(value), ""),
            )
        return formats.day_long(self._days[index]), rows

    def _sentence(self, index: int) -> str:
        value = self._values[index]
        words = "keine Erwähnungen" if value is None else f"{formats.score(value)}, {formats.mood(value)}"
        return f"{formats.day_long(self._days[index])}: {words}"

    def _bottom_ticks(self, width: float, label_width: float) -> list[tuple[int, str]]:
        if len(self._days) <= 62:
            return day_ticks([Bar(day, day, 0, 0, 0) for day in self._days], width, label_width)
        firsts = [index for index, day in enumerate(self._days) if day.day == 1]
        room = width / max(1, len(firsts))
        step = next((step for step in (1, 2, 3, 4, 6) if step * room >= label_width * 1.15), 12)
        return [
            (index, formats.MONTHS_SHORT[self._days[index].month - 1])
            for number, index in enumerate(reversed(firsts))
            if number % step == 0
        ]

    def _recolor(self) -> None:
        look = theme.current()
        accent = look.color("accent")
        self._bottom.setPen(look.color("surface"))  # zero is the line that counts here
        self._zero.setPen(cosmetic(look.color("border_strong"), self._px(1), Qt.PenStyle.DashLine))
        self._line.setPen(cosmetic(accent, self._px(2)))
        area = look.color("accent")
        area.setAlphaF(0.10)
        self._line.setFillLevel(0)
        self._line.setFillBrush(area)
        self._last.setBrush(accent)
        self._last.setPen(cosmetic(look.color("surface"), self._px(1)))
