"""Parts below a text, one open at a time."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.looks import clipped
from ui.widgets.labels import WrapLabel
from ui.widgets.sections import Sections


@pytest.fixture
def parts(qtbot: QtBot) -> Sections:
    made = Sections()
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show()
    return made


def test_without_parts_nothing_takes_room(parts: Sections) -> None:
    parts.add("Warum?", "info", WrapLabel("Wegen „teuer“."))
    assert parts.isHidden()


def test_a_chip_opens_its_part_and_closes_the_other(parts: Sections, qtbot: QtBot) -> None:
    why = parts.add("Warum?", "info", WrapLabel("Wegen „teuer“ und „nie wieder“."))
    same = parts.add("Gleiche", "copy", WrapLabel("Zwei andere."))
    why.offer()
    same.offer("3 gleiche Meldungen")
    assert same.button.text() == "3 gleiche Meldungen"
    qtbot.mouseClick(why.button, Qt.MouseButton.LeftButton)
    assert why.is_open
    assert why.content.isVisible()
    qtbot.mouseClick(same.button, Qt.MouseButton.LeftButton)
    assert (why.is_open, same.is_open) == (False, True)
    assert not why.content.isVisible()
    qtbot.mouseClick(same.button, Qt.MouseButton.LeftButton)
    assert not same.content.isVisible()
    assert clipped(parts) == []


def test_a_part_that_is_withdrawn_leaves_nothing_open(parts: Sections) -> None:
    why = parts.add("Warum?", "info", WrapLabel("Wegen „teuer“."))
    why.offer()
    why.open_part()
    why.withdraw()
    assert not why.content.isVisible()
    assert parts.isHidden()
