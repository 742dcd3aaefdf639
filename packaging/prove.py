"""Prove a built folder: ``prove.py dist/kundenradar``.

No library may be missing; its ``demo``, its judge, ``doctor`` and polling must work; its window must open and poll by
itself on a display of our own (Xvfb chooses the number). Prints size and start time. Fails with a sentence and exit
code 1.
"""

from __future__ import annotations

import contextlib
import http.server
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WAIT_S = 60
NAMES = ("kundenradar-cli.exe", "kundenradar")
PAGES = ("overview", "mentions", "topics", "sources", "reports", "settings")
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Probe</title>%s</channel></rss>"""
ITEM = (
    "<item><guid>probe%d</guid><title>Probe %d</title>"
    "<description>Die Firma Probstein kam zu spät.</description></item>"
)
JUDGED = (
    ("1", "Die Heizung tropft schon wieder, so ein Pfusch!", "negative"),
    ("2", "Sehr freundlich, danke!", "positive"),
)
#: Printing only; whoever has a printer has it.
OPTIONAL = ("libcups.so",)


def main(folder: Path) -> None:
    """Run all proofs."""
    files = [path.lstat().st_size for path in folder.rglob("*") if path.is_file()]
    print(f"size          {sum(files) / 1e6:7.1f} MB in {len(files)} files")
    missing = missing_libraries(folder)
    if missing:
        sys.exit("libraries are missing:\n" + "\n".join(missing))
    # On Windows the program with a console is the command line.
    program = next(folder.resolve() / name for name in NAMES if (folder / name).exists())
    with tempfile.TemporaryDirectory() as home:
        # Nothing of this checkout, of a virtual environment or of a user may help the folder.
        environment = {"HOME": home, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", "PATH": os.defpath}
        environment |= {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
        environment["KUNDENRADAR_DATA_DIR"] = f"{home}/data"
        started = time.monotonic()
        mentions = json.loads(ask([str(program), "demo", "--json"], home, environment))["mentions"]
        reports = [path.stat().st_size for path in Path(home).rglob("*.pdf")]
        if not mentions or not reports or min(reports) < 10_000:
            sys.exit(f"its demo found {mentions} mentions and wrote reports of {reports} bytes")
        print(f"demo          {time.monotonic() - started:7.1f} s, {mentions} mentions, report of {reports[0]} bytes")
        for page in PAGES:
            picture = Path(home, f"{page}.png")
            ask([str(program), "--data-dir", f"{home}/data/demo", "screenshot", page, str(picture)], home, environment)
            if picture.stat().st_size < 10_000:
                sys.exit(f"its page {page} is empty")
        print(f"pages         {', '.join(PAGES)} painted")
        judges(program, home, environment)
        with feed() as (address, items):
            polls(program, home, environment, address)
            if sys.platform == "linux":
                window_polls(program, home, environment, items)
        if sys.platform == "linux":
            times = [window_time(program, home, environment) for _ in range(3)]
            print(f"window        {times[0]:7.2f} s the first time, then {min(times[1:]):.2f} s, until painted")


def judges(program: Path, home: str, environment: dict[str, str]) -> None:
    """The judge with its weights is in the folder, and `doctor` finds the database well."""
    lines = "\n".join(json.dumps({"id": key, "text": text}) for key, text, _ in JUDGED)
    answers = [json.loads(line) for line in ask([str(program), "classify"], home, environment, lines).splitlines()]
    found = [(one["id"], one["label"]) for one in answers]
    if found != [(key, label) for key, _, label in JUDGED]:
        sys.exit(f"its judge says {found}")
    said = ask([str(program), "doctor"], home, environment).decode()
    print(f"judge         {len(found)} texts as they should be; doctor says {len(said.splitlines())} lines")


def polls(program: Path, home: str, environment: dict[str, str], address: str) -> None:
    """It subscribes and polls, and what it read is a mention."""
    ask([str(program), "firm", "set", "--name", "Probstein"], home, environment)
    ask([str(program), "source", "add", address], home, environment)
    fetched = json.loads(ask([str(program), "fetch", "--all", "--json"], home, environment))
    stored = json.loads(ask([str(program), "mentions", "--json"], home, environment))
    if fetched["new"] != 1 or len(stored) != 1:
        sys.exit(f"it polled {fetched} and has {len(stored)} mentions")
    print("poll          1 entry, 1 mention")


def window_polls(program: Path, home: str, environment: dict[str, str], items: list[str]) -> None:
    """The window polls by itself, in a process that it starts from the folder, and that ends with it."""
    items.append(ITEM % (2, 2))
    data = Path(environment["KUNDENRADAR_DATA_DIR"])
    settings = json.loads((data / "settings.json").read_text("utf-8"))
    (data / "settings.json").write_text(json.dumps({**settings, "first_run_done": True}), "utf-8")
    with contextlib.closing(sqlite3.connect(data / "kundenradar.sqlite3")) as store, store:
        store.execute("UPDATE source SET next_due = NULL")
    with display() as (name, _), contextlib.closing(sqlite3.connect(data / "kundenradar.sqlite3")) as store:
        environment = {**environment, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        started = time.monotonic()
        with subprocess.Popen([program], cwd=home, env=environment, stderr=subprocess.PIPE) as process:
            try:
                while store.execute("SELECT count(*) FROM mention").fetchone() != (2,):
                    if process.poll() is not None or time.monotonic() - started > WAIT_S:
                        process.kill()
                        sys.exit(f"its window did not poll:\n{process.communicate()[1].decode(errors='replace')}")
                    time.sleep(0.05)
            finally:
                process.terminate()
                process.wait(timeout=20)
    print(f"window polls  {time.monotonic() - started:7.2f} s from start to the stored mention")


@contextlib.contextmanager
def feed() -> Iterator[tuple[str, list[str]]]:
    """A feed on loopback: its address, and its items, which may grow."""
    items = [ITEM % (1, 1)]

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = (FEED % "".join(items)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Stay quiet."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/feed", items
    finally:
        server.shutdown()


def ask(command: list[str], home: str, environment: dict[str, str], told: str = "") -> bytes:
    """What the command prints; ends the run if it fails."""
    run = subprocess.run(
        command, check=False, cwd=home, env=environment, timeout=300, capture_output=True, input=told.encode()
    )
    if run.returncode:
        sys.exit(f"{' '.join(command[1:])} failed ({run.returncode}):\n{run.stderr.decode(errors='replace')}")
    return run.stdout


def missing_libraries(folder: Path) -> list[str]:
    """Libraries that some file of the folder needs and that neither folder nor system has."""
    if sys.platform != "linux":
        return []
    found = []
    for path in sorted(folder.rglob("*.so*")):
        answer = subprocess.run(["ldd", path], check=False, capture_output=True, text=True).stdout
        lines = [line.strip() for line in answer.splitlines() if "not found" in line]
        found += [f"{path.name}: {line}" for line in lines if not line.startswith(OPTIONAL)]
    return found


@contextlib.contextmanager
def display() -> Iterator[tuple[str, Path]]:
    """A display of our own, gone afterwards: its name and the file that holds its picture."""
    reader, writer = os.pipe()
    with tempfile.TemporaryDirectory() as pictures:
        command = ["Xvfb", "-displayfd", str(writer), "-fbdir", pictures, "-screen", "0", "1280x800x24"]
        command += ["-nolisten", "tcp"]
        server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
        os.close(writer)
        try:
            with os.fdopen(reader) as answer:
                yield ":" + answer.readline().strip(), Path(pictures, "Xvfb_screen0")
        finally:
            server.terminate()
            server.wait(timeout=10)


def window_time(program: Path, home: str, environment: dict[str, str]) -> float:
    """Seconds from start until the screen shows a window with something in it."""
    with display() as (name, picture):
        environment = {**environment, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        started = time.monotonic()
        with subprocess.Popen([program], cwd=home, env=environment, stderr=subprocess.PIPE) as process:
            try:
                while time.monotonic() - started < WAIT_S:
                    if process.poll() is not None:
                        said = process.communicate()[1].decode(errors="replace")
                        sys.exit(f"the program ended at once:\n{said}")
                    if is_painted(picture):
                        return time.monotonic() - started
                    time.sleep(0.02)
                sys.exit("no window within a minute")
            finally:
                process.terminate()
                process.wait(timeout=20)


def is_painted(picture: Path) -> bool:
    """Whether the frame buffer (an XWD file of four bytes per pixel) shows more than a few flat colours."""
    pixels = memoryview(picture.read_bytes()[-1280 * 800 * 4 :]).cast("I")
    return len(set(pixels[::61])) > 8


if __name__ == "__main__":
    main(Path(sys.argv[1]))
