"""The look: one frozen set of tokens per scheme, the palette and the style sheet made from it."""

import sys
from dataclasses import dataclass, fields
from string import Template
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from kundenradar.settings import MAX_FONT_PERCENT, MIN_FONT_PERCENT


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours of one scheme as ``#RRGGBB``, named by what they are for.

    Text tokens stand on `surface`, `surface2` and `bg`; a `…_text` stands on its `…_soft`.
    """

    name: str
    bg: str
    surface: str
    surface2: str
    rail: str
    rail_text: str
    rail_active: str
    rail_strong: str
    border: str
    border_strong: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    positive: str
    positive_soft: str
    positive_text: str
    neutral: str
    neutral_soft: str
    neutral_text: str
    negative: str
    negative_soft: str
    negative_text: str
    warning: str
    warning_soft: str
    warning_text: str


LIGHT: Final = Tokens(
    name="light",
    bg="#F4F6F8",
    surface="#FFFFFF",
    surface2="#F8FAFB",
    rail="#12343F",
    rail_text="#C6D6DB",
    rail_active="#1E4C5A",
    rail_strong="#FFFFFF",
    border="#DFE5E9",
    border_strong="#7F8E98",
    text="#17252C",
    text2="#4A5B64",
    text3="#56666F",
    accent="#0F6B7F",
    accent_hover="#0B5666",
    on_accent="#FFFFFF",
    accent_soft="#E2F1F4",
    positive="#2C7FB8",
    positive_soft="#E4F0F9",
    positive_text="#1B5C8A",
    neutral="#7B8A94",
    neutral_soft="#ECF0F2",
    neutral_text="#4A5B64",
    negative="#C8501E",
    negative_soft="#FCEBE3",
    negative_text="#9B3A12",
    warning="#B97A00",
    warning_soft="#FFF4DC",
    warning_text="#7A5000",
)

DARK: Final = Tokens(
    name="dark",
    bg="#11181C",
    surface="#182126",
    surface2="#1D282E",
    rail="#0C1215",
    rail_text="#9FB3BB",
    rail_active="#17333C",
    rail_strong="#FFFFFF",
    border="#2A373E",
    border_strong="#6E818B",
    text="#E6EDF0",
    text2="#B3C1C8",
    text3="#93A4AD",
    accent="#4FB3C8",
    accent_hover="#6BC4D6",
    on_accent="#06222A",
    accent_soft="#17333C",
    positive="#5BA8DC",
    positive_soft="#173043",
    positive_text="#93C8EC",
    neutral="#8797A0",
    neutral_soft="#27333A",
    neutral_text="#B9C6CC",
    negative="#E8814F",
    negative_soft="#402618",
    negative_text="#F3B08D",
    warning="#E0AA3E",
    warning_soft="#3A2E14",
    warning_text="#F0CB7E",
)

SIZES: Final = {"body": 10.0, "meta": 8.8, "label": 8.8, "section": 12.0, "title": 15.5, "figure": 22.0}
"""Point sizes by role at 100 % (research: 10 pt body, 15.5/12 pt titles, 8.8 pt meta)."""

FIELD_AIR: Final = 5
"""Pixels a field is higher inside than its line of text, so that all kinds are alike."""
FIELD_EDGE: Final = 12
"""Pixels of border and padding above and below the inside of a field."""

_KEPT = "kundenradar_theme"
"""Name under which an application keeps its theme."""

_MAC_SCALE = 1.3  # a point is a pixel there, and the system's body text has 13

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}

_QSS = Template(
    """
QWidget { color: $text; }
QMainWindow, QDialog, #page, QScrollArea, #pageBody, #pages { background: $bg; }
QScrollArea { border: none; }
#plain { background: transparent; }
QToolTip { background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px 6px; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="section"] { font-size: ${section}pt; font-weight: 600; }
QLabel[role="figure"] { font-size: ${figure}pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="second"] { color: $text2; }
QLabel[role="meta"] { font-size: ${meta}pt; color: $text2; }
QLabel[role="label"] { font-size: ${label}pt; font-weight: 500; color: $text2; }
QLabel[tone="good"] { color: $positive_text; font-weight: 600; }
QLabel[tone="bad"] { color: $negative_text; font-weight: 600; }
QLabel[tone="warning"] { color: $warning_text; }
#rail { background: $rail; }
#status { background: $surface; border-top: 1px solid $border; }
#card { background: $surface; border: 1px solid $border; border-radius: 10px; }
#messageBar { background: $surface2; border: none; border-bottom: 1px solid $border; }
#messageBar[floats="true"] { border: 1px solid $border_strong; border-radius: 10px; }
#messageBar[tone="bad"] { background: $negative_soft; }
#messageBar[tone="warning"] { background: $warning_soft; }
#messageBar[tone="good"] { background: $accent_soft; }
#hintBox { background: $surface2; border: 1px solid $border; border-radius: 10px; }
#hintBox[tone="bad"] { background: $negative_soft; border-color: $negative_soft; }
#hintBox[tone="warning"] { background: $warning_soft; border-color: $warning_soft; }
#hintBox[tone="good"], #hintBox[tone="info"] { background: $accent_soft; border-color: $accent_soft; }
QMessageBox QLabel#qt_msgbox_label { font-weight: 600; }
#hover { background: $surface; border: 1px solid $border_strong; border-radius: 8px; }
#line { background: $border; border: none; }
QPushButton, QToolButton, QCheckBox, QRadioButton { outline: none; }
QPushButton { background: $surface; border: 1px solid $border_strong; border-radius: 7px; padding: 6px 14px; }
QPushButton:hover { background: $surface2; border-color: $accent; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { color: $text3; border-color: $border; background: $surface2; }
QPushButton[kind="primary"] { background: $accent; border-color: $accent; color: $on_accent;
    font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $neutral_soft; border-color: $border; color: $text3; }
QPushButton[kind="danger"] { color: $negative_text; border-color: $negative; font-weight: 600; }
QPushButton[kind="quiet"], QToolButton { background: transparent; border: 1px solid transparent;
    border-radius: 7px; padding: 5px; }
QPushButton[kind="quiet"] { padding: 6px 10px; color: $accent; font-weight: 600; }
QPushButton[kind="quiet"]:hover, QToolButton:hover { background: $accent_soft; }
QPushButton[kind="danger"]:disabled { color: $text3; border-color: $border; }
QPushButton[kind="quiet"]:disabled { color: $text3; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; padding: 5px 9px; }
QToolButton:focus { border: 2px solid $accent; padding: 4px; }
QToolButton:checked { background: $accent_soft; }
QToolButton::menu-indicator { image: none; }
QPushButton[kind="chip"] { border-radius: ${chip_radius}px; padding: 5px 16px; }
QPushButton[kind="chip"]:checked { background: $accent_soft; border-color: $accent; color: $accent_hover;
    font-weight: 600; }
QPushButton[kind="chip"]:focus { border: 2px solid $accent; padding: 4px 15px; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateTimeEdit { background: $surface; color: $text;
    border: 1px solid $border_strong; border-radius: 7px; padding: 5px 9px;
    selection-background-color: $accent; selection-color: $on_accent; placeholder-text-color: $text3; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateTimeEdit:focus {
    border: 2px solid $accent; padding: 4px 8px; }
QLineEdit, QComboBox { min-height: ${field_px}px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { min-height: 0; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $text3; background: $surface2; }
QComboBox { padding-left: 11px; padding-right: 28px; }
QComboBox:focus { padding-left: 10px; padding-right: 27px; }
ComboBox::drop-down { border: none; width: 26px; }
ComboBox::down-arrow { image: none; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $border_strong; outline: none;
    selection-background-color: $accent_soft; selection-color: $text; }
QMenu { background: $surface; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 6px 22px 6px 10px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $border; margin: 4px 6px; }
QTableView, QListView, QTreeView { background: $surface; border: none; outline: none;
    gridline-color: $border; alternate-background-color: $surface2;
    selection-background-color: $accent_soft; selection-color: $text; }
QTableView, QTreeView { border: 2px solid transparent; }
QTableView:focus, QListView:focus, QTreeView:focus { border: 2px solid $accent; border-radius: 6px; }
QDialog QTableView, QDialog QTreeView { border: 2px solid $border; border-radius: 7px; }
QDialog QTableView:focus, QDialog QTreeView:focus { border-color: $accent; }
QDialog QHeaderView, QDialog QHeaderView::section { background: transparent; }
QTableView::item { padding: 0 8px; }
QTreeView::item { padding: 3px 4px; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $text2; border: none;
    border-bottom: 1px solid $border_strong; padding: 6px 11px; font-weight: 600; }
QTableCornerButton::section { background: $surface; border: none; }
QSplitter::handle { background: $border; }
QProgressBar { background: $neutral_soft; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $border_strong; border-radius: 3px; margin: 3px; min-height: 32px;
    min-width: 32px; }
QScrollBar::handle:hover { background: $accent; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: none; border: none; width: 0; height: 0; }
"""
)


def families() -> list[str]:
    """Type families to ask for, best first: the system's own, then Inter, Noto and what is left."""
    general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    if sys.platform == "darwin":
        return [general]
    if sys.platform == "win32":
        return ["Segoe UI", general]
    return ["Inter", "Noto Sans", general, "DejaVu Sans"]


def style_sheet(tokens: Tokens, font_percent: int = 100, line_px: int = 16) -> str:
    """The style sheet of the whole program.

    Args:
        tokens: Colours.
        font_percent: Size of type in percent.
        line_px: Height of a line of body text in pixels: a radius above half the height is not drawn.
    """
    values = {field.name: str(getattr(tokens, field.name)) for field in fields(tokens)}
    sizes = {role: f"{points(role, font_percent):.2f}" for role in SIZES}
    lengths = {"chip_radius": str((line_px + 12) // 2), "field_px": str(line_px + FIELD_AIR)}
    return _QSS.substitute(values, **sizes, **lengths)


def points(role: str, font_percent: int = 100) -> float:
    """Point size of a role (a key of SIZES) at a size of type in percent."""
    scale = _MAC_SCALE if sys.platform == "darwin" else 1.0
    return SIZES[role] * scale * font_percent / 100


def palette(tokens: Tokens) -> QPalette:
    """The palette that makes plain Fusion controls fit in."""
    made = QPalette()
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for name, value in (
        (role.Window, tokens.bg),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.surface2),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.text3),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.negative),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.text),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent_hover),
        (role.Light, tokens.surface),
        (role.Midlight, tokens.surface2),
        (role.Mid, tokens.border_strong),
        (role.Dark, tokens.border_strong),
        (role.Shadow, tokens.border_strong),
    ):
        made.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, name, QColor(tokens.text3))
    made.setColor(group.Disabled, role.Highlight, QColor(tokens.neutral))
    return made


class Theme(QObject):
    """The look in force. Lives as a child of the application; widgets reach it through `current`.

    Attributes:
        changed: Colours or sizes are new; painted things repaint.
        tokens: Colours in force.
        font_percent: Size of type in force, 90 to 150.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("theme")
        self._app = app
        self._mode = ""
        self.tokens = LIGHT
        self.font_percent = 100
        self._colors: dict[str, QColor] = {}
        self._type: dict[tuple[str, bool], QFont] = {}
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def apply(self, mode: str, font_percent: int) -> None:
        """Show a scheme (``system``, ``light``, ``dark``) at a size of type in percent."""
        percent = max(MIN_FONT_PERCENT, min(MAX_FONT_PERCENT, font_percent))
        if (mode, percent) == (self._mode, self.font_percent):
            return
        self._mode, self.font_percent = mode, percent
        # The signal of setColorScheme comes back through _follow_system, before this line ends or later.
        self._app.styleHints().setColorScheme(_SCHEMES.get(mode, Qt.ColorScheme.Unknown))
        self._paint()

    def font(self, role: str = "body", *, semibold: bool = False) -> QFont:
        """The program's type in the size of a role (a key of SIZES)."""
        made = self._type.get((role, semibold))
        if made is None:
            made = self._type[role, semibold] = QFont(self._app.font())
            made.setPointSizeF(points(role, self.font_percent))
            if semibold:
                made.setWeight(QFont.Weight.DemiBold)
        return QFont(made)

    def color(self, token: str) -> QColor:
        """The colour of a token by its name."""
        made = self._colors.get(token)
        if made is None:
            made = self._colors[token] = QColor(getattr(self.tokens, token))
        return QColor(made)

    def scaled(self, pixels: int) -> int:
        """A length that grows with the size of type."""
        return round(pixels * self.font_percent / 100)

    def _follow_system(self) -> None:
        if self._wanted() is not self.tokens:
            self._paint()

    def _wanted(self) -> Tokens:
        if self._mode in {"light", "dark"}:
            return DARK if self._mode == "dark" else LIGHT
        return DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT

    def _paint(self) -> None:
        self.tokens = self._wanted()
        self._colors.clear()
        self._app.setStyleSheet("")  # one sheet in place of another has the whole tree polished several times over
        font = QFont()
        font.setFamilies(families())
        font.setPointSizeF(points("body", self.font_percent))
        self._type.clear()
        self._app.setFont(font)
        self._app.setPalette(palette(self.tokens))
        line_px = QFontMetrics(font).height()
        self._app.setStyleSheet(style_sheet(self.tokens, self.font_percent, line_px))
        self.changed.emit()


def current() -> Theme:
    """The theme of the running application; made in light if nobody has yet.

    Raises:
        RuntimeError: If there is no application.
    """
    app = QApplication.instance()
    found = app.__dict__.get(_KEPT) if app is not None else None  # a row asks a dozen times while it is painted
    if isinstance(found, Theme):
        return found
    if not isinstance(app, QApplication):
        raise RuntimeError("no application")  # noqa: TRY004 - a missing object, not a wrong type
    theme = Theme(app)
    setattr(app, _KEPT, theme)
    theme.apply("light", 100)
    return theme


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two ``#RRGGBB`` colours, 1 to 21 (WCAG 2.2, relative luminance)."""

    def luminance(value: str) -> float:
        parts = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)
