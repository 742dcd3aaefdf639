"""A refresh while the window is used: the worst gap of a 10 ms timer in the GUI thread.

    python bench/window.py [--feeds 40] [--entries 100] [--runs 3] [--holds 3]

Each run opens the real window over an empty data folder, subscribes to feeds on loopback, and polls them while the
list is scrolled, pages are changed and a search is typed. Prints the gaps per run in milliseconds. Naming the holds
costs the GUI thread time of its own; ``--holds 0`` measures the window alone.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

TICK_MS = 10


def child(folder: Path, feeds: int, entries: int, *, is_watched: bool) -> None:
    """Poll while the window is used; print one JSON line."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from bench._holds import WatchedApplication
    from kundenradar.domain.mentions import MentionFilter
    from kundenradar.domain.sources import NewSource
    from kundenradar.services import listening, review, subscriptions
    from ui import i18n
    from ui.app import Starter, make_window, settle

    watched = WatchedApplication() if is_watched else None
    app = watched or QApplication(["bench"])
    i18n.install(app)
    window = make_window()
    starter = Starter(window, folder, "overview")
    window.resize(1280, 800)
    window.show()
    while starter.workers is None:
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, QDeadlineTimer(20))
    workers = starter.workers
    server = subprocess.Popen(
        [sys.executable, str(ROOT / "bench" / "_material.py"), str(feeds), str(entries)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stdout is not None
    base = server.stdout.readline().strip()
    workers.write(listening.set_firm, "Brandt").result()
    for feed in range(feeds):
        address = f"{base}/{feed}/feed"
        workers.write(subscriptions.add, NewSource(f"Forum {feed}", address, address)).result()
    for page in ("mentions", "sources", "overview"):
        window.show_page(page)
        settle(window)
    gaps: list[tuple[float, str]] = []
    last, last_cpu, first_hold = time.perf_counter(), time.thread_time(), 0
    doing = "start"
    if watched is not None:
        watched.begin()
    held: list[tuple[float, str, str]] = []

    def tick() -> None:
        nonlocal last, last_cpu, first_hold
        now, cpu = time.perf_counter(), time.thread_time()
        gaps.append(((now - last) * 1000, doing))
        holds = watched.holds if watched is not None else []
        between = holds[first_hold:]
        lines = " | ".join(hold.line() for hold in sorted(between, key=lambda hold: -hold.cpu_ms)[:4])
        held.append(((cpu - last_cpu) * 1000, doing, lines))
        last, last_cpu, first_hold = now, cpu, len(holds)

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(TICK_MS)
    began = time.perf_counter()
    future = workers.refresh()
    assert future is not None
    pages = ("mentions", "overview", "sources", "mentions")
    turn = 0
    next_turn = began + 0.5
    while not future.done():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # as exec() does: never spins
        if time.perf_counter() > next_turn:
            doing = pages[turn % len(pages)]
            window.show_page(doing)
            turn += 1
            next_turn += 0.5
    seconds = time.perf_counter() - began
    timer.stop()
    outcome = future.result()
    stored = workers.read(review.count, MentionFilter()).result()
    settle(window)
    worst = sorted(gaps, reverse=True)
    server.communicate("", timeout=5)
    window.close()
    starter.close_down()
    answer = {
        "seconds": seconds,
        "new": outcome.new,
        "mentions": stored,
        "worst": worst[0][0],
        "second": worst[1][0],
        "p99": worst[len(worst) // 100][0],
        "over60": sum(gap > 60 for gap, _ in gaps),
        "during": worst[0][1],
        "collections": sorted(watched.collections, reverse=True)[:3] if watched is not None else [],
        "held": sorted(held, reverse=True)[:6],
        "ticks": len(gaps),
    }
    print(json.dumps(answer))
    sys.stdout.flush()
    os._exit(0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=40)
    parser.add_argument("--entries", type=int, default=100)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--holds", type=int, default=3, help="longest holds to name; 0 measures without looking inside")
    parser.add_argument("--child", type=Path)
    options = parser.parse_args()
    if options.child is not None:
        child(options.child, options.feeds, options.entries, is_watched=options.holds > 0)
        return
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    environment["PYTHONFAULTHANDLER"] = "1"
    for run in range(options.runs):
        with tempfile.TemporaryDirectory() as name:
            (Path(name) / "settings.json").write_text('{"first_run_done": true, "listening": false}')
            size = ["--feeds", str(options.feeds), "--entries", str(options.entries), "--holds", str(options.holds)]
            command = [sys.executable, __file__, "--child", name, *size]
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"run {run + 1} ended with {done.returncode}: {done.stderr}")
        answer = json.loads(done.stdout.splitlines()[-1])
        print(
            f"run {run + 1}: {answer['new']} entries, {answer['mentions']} mentions in {answer['seconds']:.1f} s; "
            f"gap worst {answer['worst']:.0f} ms (while {answer['during']}), second {answer['second']:.0f}, "
            f"p99 {answer['p99']:.0f}, {answer['over60']} over 60 ms of {answer['ticks']} ticks"
        )
        for spent, place in answer["collections"]:
            print(f"  {spent:5.1f} ms {place}")
        if not options.holds:
            print("  most CPU between two ticks: " + ", ".join(f"{cpu:.0f} ms" for cpu, _, _ in answer["held"][:3]))
        for cpu, during, events in answer["held"][: options.holds]:
            print(f"  {cpu:5.1f} ms CPU between two ticks (while {during}): {events}")


if __name__ == "__main__":
    main()
