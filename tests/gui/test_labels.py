"""Lines, paragraphs and words of buttons: nothing of a letter is cut, endless words break."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.labels import ElidedLabel, Label, WrapLabel


@pytest.mark.parametrize("percent", [90, 100, 110, 125, 150])
@pytest.mark.parametrize("role", ["title", "section", "strong", "meta", ""])
@pytest.mark.parametrize("kind", [Label, WrapLabel, ElidedLabel])
def test_the_dots_of_capital_umlauts_are_painted(qtbot: QtBot, kind: type[Label], role: str, percent: int) -> None:
    theme.current().apply("light", percent)
    dotted, plain = kind("Ö", role), kind("O", role)
    inks = []
    for label in (dotted, plain):
        qtbot.addWidget(label)
        label.show()
        label.resize(label.fontMetrics().height() * 2, label.sizeHint().height())
        QApplication.processEvents()
        image = label.grab().toImage()
        ground = image.pixelColor(image.width() - 1, image.height() - 1)
        inks.append(
            next(y for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y) != ground)
        )
    assert inks[0] < inks[1]


def test_an_endless_word_makes_nothing_wider(qtbot: QtBot) -> None:
    label = WrapLabel("sehr-lange.namen." * 8 + "x" * 90)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 200
    assert label.text() == "sehr-lange.namen." * 8 + "x" * 90
    assert label.heightForWidth(220) > 4 * label.fontMetrics().height()


def test_marks_of_rich_text_are_not_measured(qtbot: QtBot) -> None:
    label = WrapLabel("")
    qtbot.addWidget(label)
    label.setTextFormat(label.textFormat().RichText)
    label.setText(
        f'Das ist <span style="color:{QColor("red").name()};font-weight:600;text-decoration:underline">gut</span>'
    )
    assert label.minimumSizeHint().width() < 80


def test_the_bold_words_of_a_chip_with_an_icon_stand_in_its_middle(qtbot: QtBot) -> None:
    """Where they have the width of plain ones, they begin too far right, and their end is cut."""
    chip = Button("3 gleiche Meldungen", "chip", "copy")
    chip.setCheckable(True)
    qtbot.addWidget(chip)
    chip.show()
    chip.adjustSize()
    chip.setChecked(True)
    QApplication.processEvents()
    image = chip.grab().toImage()
    ground = image.pixelColor(image.width() // 2, 3).lightness()
    inked = [
        x
        for x in range(8, image.width() - 8)
        if any(abs(image.pixelColor(x, y).lightness() - ground) > 40 for y in range(6, image.height() - 6))
    ]
    assert abs(inked[0] - (image.width() - 1 - inked[-1])) <= 3
