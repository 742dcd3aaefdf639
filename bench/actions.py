"""What each action of the window holds the event loop for, in CPU time of the GUI thread.

    python bench/actions.py [--mentions 100000] [--folder KEPT]

One fresh process opens the window over many stored mentions, among them a text of 100 kB in 3,000 lines and a
discussion of 300 posts, and does one thing after the other. Each line: the longest single delivery, the CPU time of
the whole action, and what the longest delivery was. Other people's load on the machine does not count.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

LIMIT_MS = 60
LONG_LINES = 3_000
POSTS = 300


def add_special(folder: Path) -> None:
    """Store the newest two: a very long text, and the last post of a long discussion."""
    from bench._material import HeardEntry, NewMention, NewSource, ParsedEntry, _judged, index_words, local_day, random
    from kundenradar.store.database import open_store

    rng, now = random.Random(3), datetime.now(UTC)
    store = open_store(folder / "kundenradar.sqlite3", folder / "copies")
    long = "\n".join(f"Zeile {n}: die Firma Brandt war hier und kam wieder" for n in range(LONG_LINES))
    html = "".join(f"<p>{line}</p>" for line in long.split("\n"))
    made = [("long", "Ein sehr langer Beitrag", long, html, None, None, now - timedelta(seconds=2))]
    made += [
        (f"post{n}", "Re: Heizung", f"Beitrag {n}: Brandt sagt dies und das.", "", "thread", f"post{n // 3}" if n else
         None, now - timedelta(seconds=POSTS - n + 3))
        for n in range(POSTS)
    ]  # fmt: skip
    heard = [
        HeardEntry(
            ParsedEntry(n, key, key, title, f"https://lang.example/{key}", f"nutzer{n % 7}", None, at, None, text, html,
                        thread=thread, in_reply_to=before, fingerprint=key),
            index=index_words(title, text[:500], "nutzer"),
        )
        for n, (key, title, text, html, thread, before, at) in enumerate(made)
    ]  # fmt: skip
    with store.write() as tx:
        source = tx.sources.add(NewSource("Lang", "lang", "https://lang.example/feed"), now).id
        ids = tx.entries.add(source, heard, now)
        tx.mentions.add(
            [
                NewMention(key, source, local_day(one.entry.published_at or now), _judged(rng), (), own=False)
                for key, one in zip(ids, heard, strict=True)
            ],
            now,
        )
    store.close()


def child(folder: Path) -> None:  # noqa: C901 - one action after the other
    """Do one thing after the other; print the table."""
    from dataclasses import replace

    from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QDialog

    from bench._holds import Hold, WatchedApplication
    from kundenradar.domain.mentions import MentionFilter
    from kundenradar.domain.sentiment import Label
    from kundenradar.services import preferences
    from ui import i18n
    from ui.app import Starter, make_window

    app = WatchedApplication()
    i18n.install(app)
    window = make_window()
    starter = Starter(window, folder, "overview")
    window.resize(1280, 800)
    window.show()
    pulse = QTimer()
    pulse.start(10)

    def settle(quiet_s: float = 0.3) -> None:
        calm = time.perf_counter()
        end = calm + 8
        while time.perf_counter() < min(end, calm + quiet_s):
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, QDeadlineTimer(20))
            time.sleep(0.002)
            if window.tasks.pending or starter.workers is None:
                calm = time.perf_counter()

    def measure(name: str, act: Callable[[], object], quiet_s: float = 0.25) -> None:
        app.begin()
        cpu = time.thread_time()
        act()
        direct = Hold("the call itself", (time.thread_time() - cpu) * 1000)
        settle(quiet_s)
        worst = max(direct, app.worst(), key=lambda hold: hold.cpu_ms)
        mark = "  OVER" if worst.cpu_ms > LIMIT_MS else ""
        print(f"{name:34} {worst.cpu_ms:7.0f} {sum(h.cpu_ms for h in app.holds):8.0f}   {worst.line(4)}{mark}"[:260])
        sys.stdout.flush()

    def keys(text: str) -> None:
        QTest.keyClicks(app.focusWidget(), text)

    def close_dialogs() -> None:
        for dialog in window.findChildren(QDialog):
            dialog.reject()
        settle()

    print(f"{'action':34} {'worst':>7} {'sum':>8}   what (ms CPU)")
    measure("start to first page", lambda: None, 3)
    workers = starter.workers
    assert workers is not None
    for name in ("mentions", "topics", "sources", "reports", "settings", "overview"):
        measure(f"first {name}" if name != "overview" else "overview again", lambda name=name: window.show_page(name))
    for name in ("mentions", "topics", "sources", "reports", "settings"):
        measure(f"{name} again", lambda name=name: window.show_page(name))
    window.show_page("mentions")
    settle()
    page = window.page("mentions")
    page.list.setFocus()
    rows = {page.model.row_at(n).line.title: n for n in range(20) if page.model.row_at(n) is not None}
    measure("next mention", lambda: page.list.step(1))
    measure("open text of 100 kB", lambda: page.list.open_row(rows["Ein sehr langer Beitrag"]))
    measure("back to a short one", lambda: page.list.open_row(1 - rows["Ein sehr langer Beitrag"]))
    measure("open post of a discussion", lambda: page.list.open_row(rows["Re: Heizung"]))
    measure("discussion of 300 posts", page.toggle_discussion)
    measure("leave it", page.toggle_discussion)
    measure("select all", page.list.selectAll)
    measure("select one", lambda: page.list.open_row(5))
    page.filters.focus_search()
    measure("type in search", lambda: keys("heizung"))
    measure("clear search", page.filters.search.clear)
    measure("filter negative", lambda: page.set_filter(MentionFilter(labels=frozenset({Label.NEGATIVE}))))
    measure("filter off", lambda: page.set_filter(MentionFilter()))
    measure("jump to the end", lambda: page.list.verticalScrollBar().setValue(10**9))
    measure("first dialog (note)", window.enter_note)
    close_dialogs()
    measure("dialog Suchprofile", page.manage_queries)
    close_dialogs()
    measure("dialog snippets", page.manage_snippets)
    close_dialogs()
    window.show_page("sources")
    settle()
    measure("dialog add source", lambda: window.go_to("sources", "add"))
    close_dialogs()
    for name in ("overview", "mentions", "settings"):
        window.show_page(name)
        settle()
        for theme in ("dark", "light"):
            wanted = replace(workers.settings, theme=theme)
            measure(f"theme {theme} on {name}", lambda wanted=wanted: workers.write(preferences.save, wanted), 1)
        for percent in (150, 100):
            wanted = replace(workers.settings, font_percent=percent)
            measure(f"type {percent} % on {name}", lambda wanted=wanted: workers.write(preferences.save, wanted), 1)
    measure("search for garbage", starter._garbage.look)  # noqa: SLF001 - the bench looks inside
    measure("search for garbage again", starter._garbage.look)  # noqa: SLF001 - as above
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.close()
    starter.close_down()
    sys.stdout.flush()
    os._exit(0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mentions", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="a folder filled before; made and kept if it is not there")
    parser.add_argument("--child", type=Path)
    options = parser.parse_args()
    if options.child is not None:
        child(options.child)
        return
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as name:
        folder = options.folder or Path(name)
        if not (folder / "kundenradar.sqlite3").exists():
            from bench._material import fill

            folder.mkdir(exist_ok=True)
            fill(folder, options.mentions)
            add_special(folder)
        (folder / "settings.json").write_text('{"first_run_done": true, "listening": false}')
        subprocess.run([sys.executable, __file__, "--child", str(folder)], env=environment, check=True)


if __name__ == "__main__":
    main()
