"""End to end in a real window: an X server of its own, a real core, real HTTP on loopback."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def display() -> Iterator[str]:
    """An X server on a display it chose itself."""
    read_end, write_end = os.pipe()
    with tempfile.TemporaryFile() as noise:
        process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
            pass_fds=(write_end,),
            stdout=noise,
            stderr=noise,
        )
        os.close(write_end)
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
        process.terminate()
        process.wait(timeout=10)


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb (Debian: xvfb) for a real window")
def test_from_an_address_to_the_answered_mention_in_the_week(display: str, tmp_path: Path) -> None:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    environment.pop("WAYLAND_DISPLAY", None)
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.main_job", str(tmp_path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=380,
        check=False,
    )
    seen = [line.removeprefix("seen: ") for line in done.stdout.splitlines()]
    assert done.returncode == 0, f"{seen}\n{done.stderr[-3000:]}"
    assert "Traceback" not in done.stderr
    assert seen[-1] == "the answered mention in the week"
    assert "a new mention in the chart, without a click" in seen
