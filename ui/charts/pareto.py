"""Causes of criticism, most often first, with the line that adds them up."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QPen
from PySide6.QtWidgets import QWidget

from ui import formats, theme
from ui.charts.chart import HEADROOM, Chart, cosmetic
from ui.charts.hover import HoverRow
from ui.charts.series import nice_top

_WIDTH = 0.58
_BESIDE = 8
"""Pixels between two names."""


@dataclass(frozen=True, slots=True)
class ParetoBar:
    """One cause.

    Attributes:
        count: Criticism with it.
        cumulated: Share of it and all before it, in [0, 1].
    """

    name: str
    count: int
    before: int
    cumulated: float


def pareto_sentence(bars: Sequence[ParetoBar]) -> str:
    """What the chart shows, in sentences."""
    if not bars:
        return "Balken. In dieser Zeit wurde nichts kritisiert."
    words = ", ".join(f"{bar.name} {formats.number(bar.count)}" for bar in bars)
    return (
        f"Balken der Ursachen, häufigste zuerst: {words}. Die Linie zählt sie zusammen. "
        "Pfeiltasten wählen eine Ursache, die Eingabetaste öffnet ihre Erwähnungen."
    )


class ParetoChart(Chart):
    """Bars and a line whose top is all criticism; `show_bars` only replaces their numbers."""

    def __init__(self, name: str = "Ursachen der Kritik", parent: QWidget | None = None) -> None:
        super().__init__(name, rows=3, parent=parent)
        self._bars: tuple[ParetoBar, ...] = ()
        self._columns = pg.BarGraphItem(x=[0], y0=[0], height=[0], width=_WIDTH)
        self._line = pg.PlotDataItem(antialias=True)
        self._points = pg.ScatterPlotItem(size=7, antialias=True)
        self._item.addItem(self._columns)
        for item in (self._line, self._points):
            self._item.addItem(item, ignoreBounds=True)
        self._shares: list[tuple[float, str]] = []
        self._item.showAxis("right")
        self._right.setZValue(-20)
        self._right.setStyle(tickLength=0, tickAlpha=0, hideOverlappingLabels=60, tickTextOffset=7)
        self._right.setPen(QPen(Qt.PenStyle.NoPen))
        self._follow_theme()

    @property
    def _right(self) -> pg.AxisItem:
        return self._item.getAxis("right")

    @property
    def shares(self) -> tuple[tuple[float, str], ...]:
        """The percent axis: height in criticism, and its words."""
        return tuple(self._shares)

    @property
    def bars(self) -> tuple[ParetoBar, ...]:
        """What is shown."""
        return self._bars

    def show_bars(self, bars: Sequence[ParetoBar]) -> None:
        """Show other numbers."""
        self._bars = tuple(bars)
        place = np.arange(len(self._bars))
        height = np.array([bar.count for bar in self._bars], dtype=float)
        self._columns.setVisible(bool(self._bars))
        self._columns.setOpts(x=place, y0=np.zeros(len(self._bars)), height=height, width=_WIDTH)
        top, step = nice_top(max((bar.count for bar in self._bars), default=0))
        line = np.array([bar.cumulated * top for bar in self._bars], dtype=float)
        self._line.setData(place.astype(float), line)
        self._points.setData(place.astype(float), line)
        ticks = [(float(value), formats.number(value)) for value in range(0, top + 1, step)]
        self._shares = share_ticks(top, step)
        self._right.setTicks([self._shares])
        self._set_range(len(self._bars), 0, top * HEADROOM, ticks)
        self.setAccessibleDescription(pareto_sentence(self._bars))

    def _words(self, index: int) -> tuple[str, Sequence[HoverRow]]:
        bar = self._bars[index]
        rows = (
            HoverRow(self.tr("Kritik"), formats.number(bar.count), "negative"),
            HoverRow(self.tr("Zeit davor"), formats.number(bar.before)),
            HoverRow(self.tr("Zusammen"), formats.percent(bar.cumulated), "accent"),
        )
        return bar.name, rows

    def _sentence(self, index: int) -> str:
        bar = self._bars[index]
        so_far = formats.percent(bar.cumulated)
        return f"{bar.name}: {formats.number(bar.count)} Mal kritisiert, bis hier zusammen {so_far}"

    def _bottom_ticks(self, width: float, label_width: float) -> list[tuple[int, str]]:  # noqa: ARG002 - the base's signature
        metrics = QFontMetricsF(theme.current().font("label"))
        return list(enumerate(names_below([bar.name for bar in self._bars], width, metrics)))

    def _right_room(self, metrics: QFontMetricsF) -> float:
        room = metrics.horizontalAdvance(formats.percent(1)) + 14
        self._right.setWidth(room)
        return room

    def _recolor(self) -> None:
        look = theme.current()
        self._right.setStyle(tickFont=look.font("label"))
        self._right.setTextPen(look.color("accent_hover"))
        self._columns.setOpts(brush=look.color("negative"), pen=cosmetic(look.color("surface"), self._px(1)))
        self._line.setPen(cosmetic(look.color("accent"), self._px(2)))
        self._points.setBrush(look.color("accent"))
        self._points.setPen(cosmetic(look.color("surface"), self._px(1)))


def names_below(names: Sequence[str], width: float, metrics: QFontMetricsF) -> list[str]:
    """Names below equal columns: where one does not fit, every second stands a line lower, with twice the room.

    Args:
        names: In order of the columns.
        width: Of all columns, in pixels.
        metrics: Of the type they are written in.
    """
    column = width / max(1, len(names))
    if all(metrics.horizontalAdvance(name) <= column - _BESIDE for name in names):
        return list(names)
    room = 2 * column - _BESIDE
    return [
        "\n" * (place % 2) + metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        for place, name in enumerate(names)
    ]


def share_ticks(top: int, step: int) -> list[tuple[float, str]]:
    """The percent axis beside a count axis that ends at `top`: 0 to 100 %, on its lines where they are even.

    Returns:
        (height on the count axis, words), ascending.
    """
    steps = top // step
    parts = steps if steps in {4, 5} else 2
    return [(top * part / parts, formats.percent(part / parts)) for part in range(parts + 1)]
