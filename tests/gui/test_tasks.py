"""Results reach the GUI thread, and nobody who is gone."""

import threading
from concurrent.futures import Future

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.tasks import Tasks


def test_a_result_of_another_thread_arrives_in_the_gui_thread(qtbot: QtBot, qapp: QApplication) -> None:
    tasks, owner, seen = Tasks(), QObject(), []
    future = Future()
    tasks.watch(future, owner, lambda value: seen.append((value, threading.current_thread())))
    with qtbot.waitSignal(tasks.idle):
        threading.Thread(target=future.set_result, args=(7,)).start()
    assert seen == [(7, threading.main_thread())]
    assert tasks.pending == 0


def test_a_finished_future_is_delivered_later_not_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    tasks, owner, seen = Tasks(), QObject(), []
    future = Future()
    future.set_result("schon da")
    with qtbot.waitSignal(tasks.idle):
        tasks.watch(future, owner, seen.append)
        assert seen == []
    assert seen == ["schon da"]


def test_an_owner_that_is_gone_is_not_called(qtbot: QtBot, qapp: QApplication) -> None:
    tasks, owner, seen = Tasks(), QObject(), []
    future = Future()
    tasks.watch(future, owner, seen.append)
    shiboken6.delete(owner)
    with qtbot.waitSignal(tasks.idle):
        future.set_result(1)
    assert seen == []


def test_a_failure_goes_to_who_asked_for_it_else_to_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    tasks, owner, own, window = Tasks(), QObject(), [], []
    tasks.failed.connect(window.append)
    first, second = Future(), Future()
    tasks.watch(first, owner, failed=own.append)
    tasks.watch(second, owner)
    with qtbot.waitSignal(tasks.idle):
        first.set_exception(ValueError("a"))
        second.set_exception(KeyError("b"))
    assert [type(error) for error in own] == [ValueError]
    assert [type(error) for error in window] == [KeyError]


def test_a_cancelled_future_calls_nobody(qtbot: QtBot, qapp: QApplication) -> None:
    tasks, owner, seen = Tasks(), QObject(), []
    tasks.failed.connect(seen.append)
    future = Future()
    tasks.watch(future, owner, seen.append, seen.append)
    with qtbot.waitSignal(tasks.idle):
        future.cancel()
    assert seen == []


def test_after_stop_nobody_is_called(qtbot: QtBot, qapp: QApplication) -> None:
    tasks, owner, seen = Tasks(), QObject(), []
    future = Future()
    tasks.watch(future, owner, seen.append)
    tasks.stop()
    future.set_result(1)
    qapp.processEvents()
    assert seen == []
    assert tasks.pending == 0


def test_parts_take_turns_and_the_last_of_a_name_counts(qtbot: QtBot, tasks: Tasks) -> None:
    owner, gone, done = QObject(), QObject(), list[str]()
    tasks.in_turn(owner, "figures", lambda: done.append("old figures"))
    tasks.in_turn(owner, "chart", lambda: done.append("chart"))
    tasks.in_turn(owner, "figures", lambda: done.append("figures"))
    tasks.in_turn(gone, "list", lambda: done.append("of one that is gone"))
    shiboken6.delete(gone)
    assert (done, tasks.pending) == ([], 3)
    qtbot.waitUntil(lambda: len(done) == 1)
    assert (done, tasks.pending) == (["figures"], 2)
    with qtbot.waitSignal(tasks.idle):
        pass
    assert done == ["figures", "chart"]


def test_parts_that_nobody_wants_any_more_are_dropped(qtbot: QtBot, tasks: Tasks) -> None:
    owner, other, done = QObject(), QObject(), list[str]()
    tasks.in_turn(owner, "figures", lambda: done.append("figures"))
    tasks.in_turn(other, "figures", lambda: done.append("others"))
    tasks.drop_turns(owner)
    with qtbot.waitSignal(tasks.idle):
        pass
    assert done == ["others"]
