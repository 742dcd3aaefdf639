"""Fields and boxes stand on one line and cut nothing short unseen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.charts.pareto import names_below
from ui.widgets.fields import ComboBox
from ui.widgets.form import CheckBox, CheckField
from ui.widgets.labels import WrapLabel


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
