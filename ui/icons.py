"""Icons of one set (Phosphor, from the package qtawesome), drawn as outlines: sharp at every scale.

Only the set's font and its table of names are read (8 ms); importing qtawesome itself would load
thirteen fonts (0.4 s, measured). Colours are token names looked up while painting, so an icon
follows a change of theme by itself.
"""

import functools
import importlib.util
import json
import math
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QRawFont, QTransform
from PySide6.QtWidgets import QWidget

from ui import theme

_UNITS = 256.0


@functools.cache
def _set() -> tuple[QRawFont, dict[str, str]]:
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("qtawesome")
    folder = Path(spec.submodule_search_locations[0]) / "fonts"
    font_file = next(folder.glob("phosphor-[0-9]*.ttf"))
    table = json.loads(next(folder.glob("phosphor-charmap-*.json")).read_text(encoding="utf-8"))
    return QRawFont(str(font_file), _UNITS), table


@functools.cache
def outline(name: str) -> QPainterPath:
    """The outline of an icon, centred on the origin, in a square of side 1.

    Args:
        name: Phosphor name such as ``tray``, ``smiley-sad``, ``x-bold``, ``star-fill``.

    Raises:
        KeyError: If the set has no such icon.
    """
    font, table = _set()
    glyphs = font.glyphIndexesForString(chr(int(table[name], 16)))
    path = font.pathForGlyph(glyphs[0])
    # The cell of every glyph is one em wide and sits on the base line.
    return QTransform().scale(1 / _UNITS, 1 / _UNITS).translate(-_UNITS / 2, _UNITS / 2).map(path)


def paint(painter: QPainter, name: str, rect: QRectF | QRect, color: str) -> None:
    """Draw an icon into the middle of `rect`, in the colour of a token; as a vector on paper."""
    area, ink, device = QRectF(rect), theme.current().color(color), painter.device()
    if not isinstance(device, QWidget | QPixmap):
        _draw(painter, name, area, ink)
        return
    ratio = device.devicePixelRatioF()
    side = min(area.width(), area.height())
    pixels = math.ceil(side * ratio)
    picture = _picture(name, ink.rgba(), pixels, pixels)
    if ratio != 1.0:
        picture = QPixmap(picture)
        picture.setDevicePixelRatio(ratio)
    # To whole pixels: between them every edge would be blurred.
    corner = area.center() - QPointF(side / 2, side / 2)
    painter.drawPixmap(QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio), picture)


def _draw(painter: QPainter, name: str, area: QRectF, color: QColor) -> None:
    side = min(area.width(), area.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.center())
    painter.scale(side, side)
    painter.fillPath(outline(name), color)
    painter.restore()


@functools.lru_cache(maxsize=512)
def _picture(name: str, rgba: int, width: int, height: int) -> QPixmap:
    """An icon drawn once: a page shows dozens of them each time it comes to the front."""
    made = QPixmap(width, height)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _draw(painter, name, QRectF(0, 0, width, height), QColor.fromRgba(rgba))
    painter.end()
    return made


class _Engine(QIconEngine):
    def __init__(self, name: str, color: str, on: str, disabled: str) -> None:
        super().__init__()
        self._name, self._color, self._on, self._disabled = name, color, on, disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        color = self._on if state is QIcon.State.On else self._color
        paint(painter, self._name, rect, self._disabled if mode is QIcon.Mode.Disabled else color)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        color = self._on if state is QIcon.State.On else self._color
        token = self._disabled if mode is QIcon.Mode.Disabled else color
        return QPixmap(_picture(self._name, theme.current().color(token).rgba(), size.width(), size.height()))

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        # The size arrives logical (DESKTOP.md 0.3): without the factor every icon is blurred at 200 %.
        made = self.pixmap(size * scale, mode, state)
        made.setDevicePixelRatio(scale)
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._color, self._on, self._disabled)


def icon(name: str, color: str = "text2", *, on: str | None = None, disabled: str = "border_strong") -> QIcon:
    """An icon that follows the theme.

    Args:
        name: Phosphor name.
        color: Token of its colour.
        on: Token while its button is checked; the same if None.
        disabled: Token while its button is disabled.
    """
    outline(name)  # a wrong name fails here, not while painting
    return QIcon(_Engine(name, color, on or color, disabled))


def pixmap(name: str, size: int, color: str = "text2", scale: float = 1.0) -> QPixmap:
    """An icon as a picture of `size` logical pixels in the colours of now."""
    return _Engine(name, color, color, color).scaledPixmap(QSize(size, size), QIcon.Mode.Normal, QIcon.State.Off, scale)
