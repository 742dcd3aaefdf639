"""`classify` answers line by line: the first answer does not wait for the last question, and memory stays bounded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
LINES, EARLY = 1_500, 300
MOST_GROWN = 24 * 1024
"""KiB; 100,000 lines of ever new words grew by 20 MiB when measured, most of it remembered words."""


def resident(process: "subprocess.Popen[bytes]") -> int:
    """KiB in memory."""
    lines = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_every_line_is_answered_before_the_next_is_asked_and_memory_stays(tmp_path: Path) -> None:
    command = [sys.executable, "main.py", "--data-dir", str(tmp_path), "classify", "--json"]
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        early = 0
        for number in range(LINES):
            asked = {"id": str(number), "text": f"Der Monteur {number} kam wort{number * 7919} zu spät, Note {number}."}
            process.stdin.write(json.dumps(asked).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == str(number)
            if number == EARLY:
                early = resident(process)
        grown = resident(process) - early
        process.stdin.close()
        assert process.wait() == 0
    assert grown < MOST_GROWN
