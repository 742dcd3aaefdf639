"""Fail when a package is covered less than agreed: ``coverage_gate.py kundenradar=90 ui=75``.

Reads the coverage data that the test run left behind. Both the share of branches that were taken and
the share of lines must reach the bound.
"""

from __future__ import annotations

import json
import subprocess
import sys


def totals(package: str) -> tuple[float, float]:
    """Covered branches and covered lines of a package, in percent."""
    command = [sys.executable, "-m", "coverage", "json", "-q", "-o", "-", f"--include={package}/*"]
    report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["totals"]
    branches = 100 * report["covered_branches"] / (report["num_branches"] or 1)
    lines = 100 * report["covered_lines"] / (report["num_statements"] or 1)
    return branches, lines


def main(bounds: list[str]) -> int:
    """Print one line per package; 1 if any falls short."""
    short = 0
    for bound in bounds:
        package, _, percent = bound.partition("=")
        branches, lines = totals(package)
        verdict = "ok" if min(branches, lines) >= float(percent) else "TOO LITTLE"
        short += verdict != "ok"
        print(f"{package:12} branches {branches:5.1f} %  lines {lines:5.1f} %  wanted {percent} %  {verdict}")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
