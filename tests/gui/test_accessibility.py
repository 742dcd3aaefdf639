"""Every text can be read and every control speaks, at every size."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.fakes import FakeWorkers, empty_world
from tests.gui.looks import SIZES, clipped, show, unnamed
from ui import theme
from ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, workers: FakeWorkers) -> Iterator[MainWindow]:
    made = MainWindow()
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.mark.parametrize("percent", [90, 100, 150])
def test_no_text_of_the_overview_is_cut(window: MainWindow, workers: FakeWorkers, percent: int) -> None:
    workers.world.settings = replace(workers.world.settings, font_percent=percent, theme="light")
    window.attach(workers, "overview", is_alive=False)
    finds = {}
    for size in SIZES:
        show(window, size)
        finds[size] = clipped(window)
    assert finds == {size: [] for size in SIZES}


@pytest.mark.parametrize("percent", [100, 150])
def test_no_text_of_the_empty_state_is_cut(window: MainWindow, percent: int) -> None:
    workers = FakeWorkers(empty_world())
    workers.world.settings = replace(workers.world.settings, font_percent=percent, theme="light")
    window.attach(workers, "overview", is_alive=False)
    show(window, SIZES[0])
    assert clipped(window) == []
    assert unnamed(window) == []
    workers.close()


def test_every_control_of_the_overview_has_a_name(window: MainWindow, workers: FakeWorkers) -> None:
    window.attach(workers, "overview", is_alive=False)
    show(window, SIZES[2])
    assert unnamed(window) == []


def test_the_look_finds_cut_text_and_missing_names(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    root.resize(400, 300)
    label = QLabel("Ein viel zu langer Satz für diesen Platz", root)
    label.setGeometry(0, 0, 60, 20)
    beside = QPushButton("Weiter", root)
    beside.setGeometry(380, 100, 90, 30)
    nameless = QPushButton(root)
    nameless.setGeometry(0, 200, 90, 30)
    root.show()
    finds = clipped(root)
    assert len(finds) == 2
    assert "needs" in finds[0]
    assert "cut off" in finds[1]
    assert unnamed(root) == ["QPushButton '' in QWidget"]


def test_tab_reaches_range_refresh_chart_and_hints(qtbot: QtBot, window: MainWindow, workers: FakeWorkers) -> None:
    window.attach(workers, "overview", is_alive=False)
    show(window, SIZES[2])
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    seen = []
    for _ in range(40):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is not None:
            seen.append(focused.accessibleName() or focused.property("text"))
    for name in ("30 Tage", "Alle Quellen jetzt abfragen (F5)", "Als Tabelle", "Erwähnungen je Tag", "Übersicht"):
        assert name in seen, seen


def test_a_screen_reader_finds_words_on_charts_and_pages(window: MainWindow, workers: FakeWorkers) -> None:
    window.attach(workers, "overview", is_alive=False)
    show(window, SIZES[2])
    chart = window.page("overview")._bars_slot.chart  # type: ignore[attr-defined]
    spoken = QAccessible.queryAccessibleInterface(chart)
    assert spoken.text(QAccessible.Text.Name) == "Erwähnungen je Tag"
    assert spoken.text(QAccessible.Text.Description).startswith("Gestapelte Balken, 24. Oktober – 22. November 2026.")
    button = QAccessible.queryAccessibleInterface(window.rail.button("overview"))
    assert button.text(QAccessible.Text.Name) == "Übersicht"
    assert button.state().checked
    assert button.role() in {QAccessible.Role.Button, QAccessible.Role.CheckBox}


def test_nothing_is_cut_at_double_scale() -> None:
    code = (
        "from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "from tests.gui.fakes import FakeWorkers; from tests.gui.looks import clipped, show\n"
        "from ui.main_window import MainWindow\n"
        "workers = FakeWorkers(); window = MainWindow(); show(window, (1024, 700))\n"
        "window.attach(workers, 'overview', is_alive=False); show(window, (1024, 700))\n"
        "print(window.devicePixelRatioF(), clipped(window)); window.close(); workers.close()\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "2"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, env=environment, check=False
    )
    assert done.stdout.strip() == "2.0 []", done.stderr


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_text_has_contrast_of_4_5_on_its_ground(tokens: theme.Tokens) -> None:
    pairs = [
        (text, ground) for text in ("text", "text2", "text3") for ground in ("bg", "surface", "surface2", "accent_soft")
    ]
    pairs += [(f"{tone}_text", f"{tone}_soft") for tone in ("positive", "neutral", "negative", "warning")]
    pairs += [
        (f"{tone}_text", ground)
        for tone in ("positive", "neutral", "negative", "warning")
        for ground in ("surface", "bg", "surface2")
    ]
    pairs += [
        ("accent", "surface"),
        ("accent_hover", "accent_soft"),
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("rail_text", "rail"),
        ("rail_strong", "rail"),
        ("rail_strong", "rail_active"),
        ("text3", "neutral_soft"),
    ]
    low = {
        pair: round(ratio, 2)
        for pair in pairs
        if (ratio := theme.contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1]))) < 4.5
    }
    assert low == {}


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_marks_and_edges_have_contrast_of_3(tokens: theme.Tokens) -> None:
    pairs = [
        (mark, ground)
        for mark in ("border_strong", "accent", "positive", "neutral", "negative", "warning")
        for ground in ("surface", "bg")
    ]
    low = {
        pair: round(ratio, 2)
        for pair in pairs
        if (ratio := theme.contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1]))) < 3.0
    }
    assert low == {}
