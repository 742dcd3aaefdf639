"""Many stored mentions: start to painted list, search, filter, scroll, memory.

    python bench/stored.py [--mentions 100000] [--runs 3]

Each run is a fresh process that opens the real window on the mentions page; figures are medians in milliseconds.
Run it under a display (Xvfb) for the real platform; without one it paints offscreen.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BEGAN = time.perf_counter()
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

SEARCHES = {
    "rare word": "kesselmarktplan",
    "frequent word": "brandt",
    "phrase": '"firma brandt"',
    "prefix": "heizungs*",
}


def child(folder: Path) -> None:
    """Open the window, do things, print one JSON line."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

    from kundenradar.domain.mentions import MentionFilter
    from kundenradar.domain.sentiment import Label
    from ui.app import Starter, _make_app, make_window
    from ui.catchup import CatchUp
    from ui.widgets.mention_list import MentionList

    app = _make_app()
    window = make_window()
    starter = Starter(window, folder, "mentions")
    window.resize(1280, 800)
    window.show()
    figures: dict[str, float] = {}
    pulse = QTimer()
    pulse.start(5)

    def wait(ready: "object", limit_s: float = 60) -> float:
        start = time.perf_counter()
        while not ready():  # type: ignore[operator]
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)  # as exec() does: never spins
            if time.perf_counter() - start > limit_s:
                raise SystemExit("nothing came")
        return (time.perf_counter() - start) * 1000

    def list_() -> MentionList | None:
        found = window.findChild(MentionList)
        return found if found is not None and found.model() is not None else None

    def painted() -> bool:
        found = list_()
        return found is not None and found.model().rowCount() > 0 and found.model().row_at(0) is not None

    wait(lambda: window.isVisible() and window.windowHandle() is not None and window.windowHandle().isExposed())
    figures["window on screen"] = (time.perf_counter() - BEGAN) * 1000
    wait(painted)
    if (reading := window.findChild(CatchUp)) is not None:
        reading.stop()  # the material has no readings: they would be made all the while
    figures["start to painted list"] = (time.perf_counter() - BEGAN) * 1000
    found = list_()
    assert found is not None
    model = found.model()
    page = window.page("mentions")

    def narrowed(wanted: MentionFilter) -> float:
        before = time.perf_counter()
        page.set_filter(wanted)
        wait(lambda: model.filter == wanted and window.tasks.pending == 0 and (model.rowCount() == 0 or painted()))
        return (time.perf_counter() - before) * 1000

    for name, expression in SEARCHES.items():
        figures[f"search {name}"] = narrowed(MentionFilter(expression=expression))
        figures[f"hits {name}"] = model.rowCount()
    figures["filter negative"] = narrowed(MentionFilter(labels=frozenset({Label.NEGATIVE})))
    figures["filter off"] = narrowed(MentionFilter())
    bar = found.verticalScrollBar()
    gaps = []
    for _ in range(200):
        start = time.perf_counter()
        bar.setValue(bar.value() + 3)
        found.viewport().repaint()
        gaps.append((time.perf_counter() - start) * 1000)
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, QDeadlineTimer(1))
    figures["scroll frame median"] = statistics.median(gaps)
    figures["scroll frame p95"] = sorted(gaps)[int(len(gaps) * 0.95)]
    jumps = []
    for share in (0.9, 0.1, 0.5, 0.99, 0.3):
        start = time.perf_counter()
        bar.setValue(int(bar.maximum() * share))
        row = found.rowAt(40)
        wait(lambda row=row: model.row_at(row) is not None)  # type: ignore[misc]
        found.viewport().repaint()
        jumps.append((time.perf_counter() - start) * 1000)
    figures["jump to painted row"] = statistics.median(jumps)
    figures["memory MiB"] = resident_mib()
    window.close()
    starter.close_down()
    print(json.dumps(figures))
    sys.stdout.flush()
    os._exit(0)


def resident_mib() -> float:
    """Resident memory of this process."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--child", type=Path)
    options = parser.parse_args()
    if options.child is not None:
        child(options.child)
        return
    from bench._material import fill

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = time.perf_counter()
        fill(folder, options.mentions)
        seconds = time.perf_counter() - start
        (folder / "settings.json").write_text('{"first_run_done": true, "listening": false}')
        print(f"{options.mentions} mentions stored in {seconds:.1f} s ({options.mentions / seconds:.0f}/s)")
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            environment["QT_QPA_PLATFORM"] = "offscreen"
        command = [sys.executable, __file__, "--child", str(folder)]
        runs = [
            json.loads(subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout)
            for _ in range(options.runs)
        ]
    for name in runs[0]:
        values = [run[name] for run in runs]
        print(f"{name:24} {statistics.median(values):10.1f}   (min {min(values):.1f}, max {max(values):.1f})")


if __name__ == "__main__":
    main()
