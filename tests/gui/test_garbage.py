"""Python's full search for garbage never begins by itself while the window lives."""

import gc
import sys
import types
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from ui.garbage import GarbageWatch


class Knot:
    """Refers to itself: only the search finds it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def watch(qapp: QObject) -> Iterator[GarbageWatch]:
    before = gc.get_threshold()
    made = GarbageWatch()
    yield made
    made.stop()
    assert gc.get_threshold() == before


def test_python_begins_no_full_search(watch: GarbageWatch) -> None:
    full: list[int] = []

    def on_gc(phase: str, info: dict[str, int]) -> None:
        if phase == "start" and info["generation"] == 2:
            full.append(1)

    gc.callbacks.append(on_gc)
    try:
        kept = [[n] for n in range(300_000)]
    finally:
        gc.callbacks.remove(on_gc)
    assert len(kept) == 300_000
    assert not full


def test_what_modules_brought_is_set_aside_and_garbage_is_found(watch: GarbageWatch) -> None:
    watch.look()
    assert gc.get_freeze_count() > 0
    knot = Knot()
    gone = weakref.ref(knot)
    del knot
    watch.look()
    assert gone() is None


def test_new_modules_are_set_aside_at_the_next_look(watch: GarbageWatch, monkeypatch: pytest.MonkeyPatch) -> None:
    watch.look()
    frozen = gc.get_freeze_count()
    lasting = [[n] for n in range(1000)]
    monkeypatch.setitem(sys.modules, "kundenradar_test_module", types.ModuleType("kundenradar_test_module"))
    watch.look()
    assert gc.get_freeze_count() >= frozen + len(lasting)
