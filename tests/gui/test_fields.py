"""Fields and boxes stand on one line and cut nothing short unseen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.charts.pareto import names_below
from ui.widgets.buttons import Button, IconButton
from ui.widgets.fields import ComboBox
from ui.widgets.form import CheckBox, CheckField
from ui.widgets.labels import WrapLabel
from ui.widgets.menu_button import MenuButton


def _first_ink(image: QImage, color: str, row: int) -> int:
    ground = QColor(color)
    return next(x for x in range(image.width()) if image.pixelColor(x, row) != ground)


@pytest.mark.parametrize("is_focused", [False, True], ids=["plain", "focused"])
def test_a_box_stands_at_the_left_edge_of_the_fields_above_it(qtbot: QtBot, is_focused: bool) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    field, box = QLineEdit(), CheckBox("Diese Adresse verlangt eine Anmeldung")
    column.addWidget(field)
    column.addWidget(box)
    form.resize(400, 120)
    form.show()
    form.activateWindow()
    if is_focused:
        box.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(box.hasFocus)
    image = form.grab().toImage()
    ground = image.pixelColor(1, 1).name()
    edges = [_first_ink(image, ground, one.geometry().center().y()) for one in (field, box)]
    assert abs(edges[0] - edges[1]) <= 1


def _picture(qtbot: QtBot, words: str, width: int) -> QImage:
    box = ComboBox("Woche")
    qtbot.addWidget(box)
    box.addItem(words)
    box.resize(width, 34)
    return box.grab().toImage()


def test_words_of_a_list_that_do_not_fit_end_in_dots(qtbot: QtBot) -> None:
    words, room = "Woche 48 · 23.–29.11.2026 · läuft noch", 180
    box = ComboBox("Woche")
    qtbot.addWidget(box)
    short = box.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room - 41)
    assert short.endswith("…")
    assert _picture(qtbot, words, room) == _picture(qtbot, short, room)
    assert _picture(qtbot, words, 500) != _picture(qtbot, short, 500)


def test_names_that_do_not_fit_below_each_other_stand_in_two_lines(qtbot: QtBot) -> None:
    metrics = QFontMetricsF(QFont(theme.current().font("label")))
    names = ["Erreichbarkeit", "Termin", "Lieferzeit", "Kompetenz"]
    widest = metrics.horizontalAdvance("Erreichbarkeit")
    assert names_below(names, 4 * (widest + 10), metrics) == names
    assert names_below(names, 4 * (widest * 0.7), metrics) == [
        "Erreichbarkeit",
        "\nTermin",
        "Lieferzeit",
        "\nKompetenz",
    ]
    assert names_below(names, 4 * (widest * 0.4), metrics)[0].endswith("…")
    assert names_below([], 300, metrics) == []


def test_a_hint_below_a_box_begins_where_its_words_do(qtbot: QtBot) -> None:
    field = CheckField("Kundenradar hört von selbst zu", "Ausgeschaltet werden Quellen nur auf Wunsch abgefragt.")
    qtbot.addWidget(field)
    field.resize(500, 80)
    field.show()
    for percent in (100, 150):
        theme.current().apply("light", percent)
        QApplication.processEvents()
        hint = field.findChild(WrapLabel)
        assert isinstance(hint, WrapLabel)
        begins = 0.6 + theme.current().scaled(18) + 9  # box and gap, as they are painted
        assert abs(hint.mapTo(field, QPoint(0, 0)).x() - begins) <= 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_return_presses_the_button_it_is_given_to_and_no_other(qtbot: QtBot, key: Qt.Key) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    row = QVBoxLayout(dialog)
    save, cancel, more = Button("Speichern", "primary"), Button("Abbrechen"), IconButton("Mehr", "plus")
    save.setDefault(True)
    pressed: list[str] = []
    for button in (save, cancel, more):
        row.addWidget(button)
        name = button.text() or button.accessibleName()
        button.clicked.connect(lambda _on=False, name=name: pressed.append(name))
    dialog.show()
    for button in (cancel, more):
        button.setFocus()
        qtbot.keyClick(button, key)
    assert pressed == ["Abbrechen", "Mehr"]
    qtbot.keyClick(cancel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)  # means something else
    assert pressed == ["Abbrechen", "Mehr"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space])
def test_a_menu_is_opened_by_key(qtbot: QtBot, key: Qt.Key) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = QVBoxLayout(holder)
    button, other = MenuButton(holder), MenuButton(holder)
    for one in (button, other):
        row.addWidget(one)
    holder.show()
    holder.activateWindow()
    button.setFocus()
    with qtbot.waitSignal(button.pressed):  # what opens the menu
        qtbot.keyClick(button, key)
    assert holder.focusWidget() is button
