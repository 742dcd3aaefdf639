"""A window without a screen, workers without a network."""

import os
import sys

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.fakes import FakeWorkers
from ui import theme
from ui.bridge import Bridge
from ui.tasks import Tasks


@pytest.fixture(autouse=True)
def _light_theme(qapp: QApplication) -> Iterator[None]:
    theme.current().apply("light", 100)
    yield
    theme.current().apply("light", 100)


@pytest.fixture
def workers() -> Iterator[FakeWorkers]:
    """Workers that answer with the realistic values of fakes.py, from other threads."""
    made = FakeWorkers()
    yield made
    made.close()


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """Tasks; a failure that nobody takes fails the test."""
    made = Tasks()
    failures: list[BaseException] = []
    made.failed.connect(failures.append)
    yield made
    made.stop()
    assert not failures, failures


@pytest.fixture
def bridge(qapp: QApplication, workers: FakeWorkers) -> Iterator[Bridge]:
    """A bridge from the fake workers."""
    made = Bridge(workers)
    yield made
    made.stop()
