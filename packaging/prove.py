"""Prove a built folder: ``prove.py dist/kundenradar``.

No library may be missing, the folder's own ``demo`` must pass, and its window must open on a display of our own (Xvfb
chooses the number). Prints size and start time. Fails with a sentence and exit code 1.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WAIT_S = 60
NAMES = ("kundenradar-cli.exe", "kundenradar")
PAGES = ("overview", "mentions", "sources", "reports", "settings")
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
        if sys.platform == "linux":
            times = [window_time(program, home, environment) for _ in range(3)]
            print(f"window        {times[0]:7.2f} s the first time, then {min(times[1:]):.2f} s, until painted")


def ask(command: list[str], home: str, environment: dict[str, str]) -> bytes:
    """What the command prints; ends the run if it fails."""
    run = subprocess.run(command, check=False, cwd=home, env=environment, timeout=300, capture_output=True)
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
