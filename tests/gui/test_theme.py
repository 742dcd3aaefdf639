"""One set of tokens makes palette, style sheet, type and icons; switching needs no restart."""

import re
from dataclasses import fields

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTableWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import icons, theme
from ui.widgets.rail import app_icon


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_every_token_is_a_colour_and_the_sheet_has_no_gap(tokens: theme.Tokens) -> None:
    for field in fields(tokens):
        if field.name != "name":
            assert re.fullmatch(r"#[0-9A-F]{6}", getattr(tokens, field.name)), field.name
    sheet = theme.style_sheet(tokens, 110, 18)
    assert "$" not in sheet
    assert f"{theme.points('body', 110) * 1.55:.1f}"[:2] in sheet


def test_the_palette_is_made_of_the_tokens(qapp: QApplication) -> None:
    made = theme.palette(theme.DARK)
    assert made.color(QPalette.ColorRole.Window) == QColor(theme.DARK.bg)
    assert made.color(QPalette.ColorRole.Highlight) == QColor(theme.DARK.accent)
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(theme.DARK.text3)


def test_switching_while_running_tells_once_and_recolours_icons(qtbot: QtBot, qapp: QApplication) -> None:
    look = theme.current()
    picture = icons.icon("tray", "text")

    def ink() -> QColor:
        image = picture.pixmap(QSize(32, 32), 1.0).toImage()
        return max((image.pixelColor(x, y) for x in range(32) for y in range(32)), key=lambda color: color.alpha())

    before = ink()
    told = []
    look.changed.connect(lambda: told.append(look.tokens.name))
    look.apply("dark", 100)
    look.apply("dark", 100)
    assert told.count("dark") >= 1
    assert look.tokens is theme.DARK
    assert qapp.palette().color(QPalette.ColorRole.Base) == QColor(theme.DARK.surface)
    assert before.lightness() < 90 < ink().lightness()


def test_type_grows_with_the_setting_and_stays_in_bounds(qapp: QApplication) -> None:
    look = theme.current()
    look.apply("light", 150)
    assert qapp.font().pointSizeF() == pytest.approx(15.0)
    assert look.font("title", semibold=True).pointSizeF() == pytest.approx(15.5 * 1.5)
    assert look.scaled(20) == 30
    look.apply("light", 400)
    assert look.font_percent == 150


def test_system_follows_the_desktop(qapp: QApplication) -> None:
    look = theme.current()
    look.apply("system", 100)
    is_dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert look.tokens is (theme.DARK if is_dark else theme.LIGHT)


def test_there_is_one_theme_per_application(qapp: QApplication) -> None:
    assert theme.current() is theme.current()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_icons_have_all_pixels_of_the_screen(qapp: QApplication, scale: float) -> None:
    made = icons.icon("gear").pixmap(QSize(20, 20), scale)
    assert made.size() == QSize(20, 20) * scale
    assert made.devicePixelRatio() == scale


def test_a_disabled_icon_is_paler(qapp: QApplication) -> None:
    made = icons.icon("gear", "text")
    normal = made.pixmap(QSize(32, 32), 1.0, QIcon.Mode.Normal).toImage()
    disabled = made.pixmap(QSize(32, 32), 1.0, QIcon.Mode.Disabled).toImage()
    assert normal != disabled


def test_an_unknown_icon_fails_at_once(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icons.icon("no-such-icon")


def test_the_program_icon_has_its_own_ground(qapp: QApplication) -> None:
    image = app_icon().pixmap(QSize(64, 64)).toImage()
    assert image.pixelColor(32, 4) == QColor(theme.LIGHT.rail)


def test_contrast_of_black_on_white_is_21() -> None:
    assert theme.contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert theme.contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1.0)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_an_example_in_an_empty_field_can_be_read(
    qtbot: QtBot, kind: type[QLineEdit | QPlainTextEdit], mode: str
) -> None:
    theme.current().apply(mode, 100)
    field = kind()
    qtbot.addWidget(field)
    field.setPlaceholderText("zum Beispiel Brandt")
    field.show()
    tokens = theme.current().tokens
    shown = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert shown == QColor(tokens.text3)
    assert theme.contrast(shown.name().upper(), tokens.surface) >= 4.5


def test_a_table_keeps_its_place_when_it_gets_the_keyboard(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    column = QVBoxLayout(ground)
    first, table = QLineEdit(), QTableWidget(3, 2)
    column.addWidget(first)
    column.addWidget(table)
    ground.show()
    ground.activateWindow()
    first.setFocus()
    QApplication.processEvents()
    places = table.horizontalHeader().geometry(), table.viewport().geometry()
    table.setFocus()
    QApplication.processEvents()
    assert (table.horizontalHeader().geometry(), table.viewport().geometry()) == places
    assert table.horizontalHeader().y() >= 2


def test_lists_of_qt_s_own_dialogs_keep_their_arrow(qtbot: QtBot) -> None:
    plain = QComboBox()
    qtbot.addWidget(plain)
    plain.resize(200, plain.sizeHint().height())
    plain.show()
    image = plain.grab().toImage()
    middle = [
        image.pixelColor(x, image.height() // 2).lightness() for x in range(image.width() - 24, image.width() - 4)
    ]
    assert min(middle) < 160
