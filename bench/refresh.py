"""Polling many feeds: Kundenradar and its peers, side by side in one run.

    python bench/refresh.py                                    200 feeds of 50 entries, all peers found
    python bench/refresh.py --feeds 1000 --peers newsboat20    the large one

All poll the same loopback server (100 ms before each answer, gzip), one after the other, the whole turn `--runs` times;
the table shows medians. Kundenradar is the real program (``main.py fetch --all --json``) with a Suchprofil that meets
about every eighth entry: matching, judging, full-text index and the search for copies are in its figures, none of
which a peer does. newsboat, liferea and RSS Guard come from the system, the library `reader` from an environment of its
own (``python -m venv build/reader && build/reader/bin/pip install reader sgmllib3k``); what is missing is passed over.

Server and drivers of the peers are those of ../shared/bench (KUNDENRADAR_SHARED).
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BENCH = Path(os.environ.get("KUNDENRADAR_SHARED") or ROOT.parent / "shared") / "bench"
sys.path.insert(0, str(BENCH))

READER = ROOT / "build" / "reader" / "bin" / "python"
EXPRESSION = "Bodenseeair NOT Messe*"
"""Met by about every eighth entry of the server."""
NAMES = ("kundenradar", "newsboat20", "liferea", "rssguard", "reader")
SCENARIOS = {"cold": "kalt", "warm304": "alle 304", "warm200": "200, nichts Neues", "new1": "je ein neuer"}
TARGETS = {
    200: (
        ("cold", "newsboat20", 1.0), ("cold", "liferea", 0.5), ("cold", "rssguard", 0.5), ("cold", "reader", 0.5),
        ("warm304", "newsboat20", 0.5), ("new1", "newsboat20", 0.6),
    ),
    1000: (("cold", "newsboat20", 0.5), ("warm304", "newsboat20", 0.5), ("new1", "newsboat20", 0.6)),
}  # fmt: skip
MAX_MIB = 300


def drivers() -> dict[str, Any]:
    """Drivers by name, of all that is installed; says what is missing."""
    import peers

    class Kundenradar(peers.Peer):
        """The program itself, on the command line."""

        name, kind, table = "kundenradar", "cli", "entry"

        def db(self) -> str:
            return f"{self.home}/data/kundenradar.sqlite3"

        def run(self, *arguments: str) -> None:
            subprocess.run(
                [*self.program(), *arguments], env=self.env, check=True, stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip

        def program(self) -> list[str]:
            return [sys.executable, str(ROOT / "main.py"), "--data-dir", f"{self.home}/data"]

        def prepare(self, urls: list[str], **_: bool) -> None:
            self.clean()
            self.run("query", "add", "Firma", EXPRESSION)
            self.run("source", "add", "--feed", *urls, "--json")

        def cmd(self) -> list[str]:
            return [*self.program(), "fetch", "--all", "--json"]

    class Reader(peers.ReaderLib):
        """The library, from its own environment."""

        def prepare(self, urls: list[str], **_: bool) -> None:
            self.clean()
            Path(self.home, "urls").write_text("\n".join(urls) + "\n")
            subprocess.run([str(READER), str(BENCH / "reader_run.py"), "add", self.home], check=True)

        def cmd(self) -> list[str]:
            return [str(READER), str(BENCH / "reader_run.py"), "update", self.home, str(self.workers)]

    known = {**peers.ALL, "kundenradar": Kundenradar, "reader": Reader}
    there = {"kundenradar": True, "reader": READER.exists(), "newsboat20": shutil.which("newsboat") is not None}
    for name in ("liferea", "rssguard"):
        there[name] = all(map(shutil.which, (name, "Xvfb", "dbus-run-session")))
    for name in NAMES:
        if not there[name]:
            print(f"# {name} fehlt und wird übergangen", flush=True)
    return {name: known[name] for name in NAMES if there[name]}


def measure(options: argparse.Namespace, peers_by_name: dict[str, Any]) -> list[dict[str, Any]]:
    """One record per run, peer and scenario."""
    import bench_refresh
    import peerlib

    records: list[dict[str, Any]] = []
    screen = peerlib.Xvfb() if any(peer.kind == "gui" for peer in peers_by_name.values()) else None
    try:
        with (
            tempfile.TemporaryDirectory() as work,
            peerlib.Server(options.feeds, options.entries, options.latency, 50, options.port) as server,
        ):
            print(f"# {server.banner}", flush=True)
            for run in range(options.runs):
                for name, kind in peers_by_name.items():
                    peer = kind(str(Path(work, name)), ":77")
                    peer.prepare(server.urls())
                    for scenario in ("cold", *(("prime", *options.scenarios) if options.scenarios else ())):
                        record = one(bench_refresh, peer, server, scenario, options)
                        if record is not None and record["timed_out"]:
                            print(f"# {name} brach ab: {scenario}", flush=True)
                        elif record is not None and scenario != "prime":
                            records.append({"peer": name, "run": run, "scenario": scenario, **record})
                            show(records[-1])
                    shutil.rmtree(peer.home, ignore_errors=True)
    finally:
        if screen is not None:
            screen.close()
    return records


def one(
    bench: ModuleType,
    peer: Any,  # noqa: ANN401 - the drivers have no types
    server: Callable[[str], dict[str, Any]],
    scenario: str,
    options: argparse.Namespace,
) -> dict[str, Any] | None:
    """One scenario of one peer; None if it says nothing for it."""
    if peer.kind == "gui" and scenario in ("prime", "warm200"):
        return None  # they send no validators after a start: their warm304 is a 200 already
    server(f"/set?validators=1&stable={int(scenario != 'warm200')}")
    wanted = options.feeds * options.entries
    if scenario != "cold":
        peer.before_warm()
    if scenario == "new1":
        server("/add?k=1")
        wanted += options.feeds
    run = bench.run_cli if peer.kind == "cli" else bench.run_gui
    record: dict[str, Any] = run(peer, server, wanted, scenario, options.timeout)
    answers = server("/stats")
    return {**record, "stored": peer.exact(), "s200": answers["200"], "s304": answers["304"]}


def show(record: dict[str, Any]) -> None:
    """One measurement as it comes in."""
    print(json.dumps(record), flush=True)


def table(records: list[dict[str, Any]], feeds: int, entries: int) -> str:
    """Medians per scenario and peer, with the ratio of Kundenradar's seconds to the peer's."""
    cells: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        cells[record["scenario"], record["peer"]].append(record)
    lines = [
        f"\n{feeds} Feeds x {entries} Beiträge",
        f"{'':22}{'Programm':14}{'s':>8}{'Verh.':>8}{'CPU s':>8}{'MiB':>8}{'Einträge':>10}",
    ]
    for (scenario, peer), found in sorted(
        cells.items(), key=lambda cell: (list(SCENARIOS).index(cell[0][0]), NAMES.index(cell[0][1]))
    ):
        seconds = middle(found, "wall")
        ratio = ratio_of(records, scenario, peer)
        lines.append(
            f"{SCENARIOS[scenario]:22}{peer:14}{seconds:8.2f}{'' if ratio is None else f'{ratio:.2f}':>8}"
            f"{middle(found, 'cpu'):8.2f}{max(one['peak_pss_mb'] for one in found):8.0f}{found[-1]['stored']:10}"
        )
    return "\n".join(lines)


def middle(records: list[dict[str, Any]], key: str) -> float:
    """Median of a figure."""
    return statistics.median(record[key] for record in records)


def ratio_of(records: list[dict[str, Any]], scenario: str, peer: str) -> float | None:
    """Kundenradar's seconds by the peer's: median of the ratios within a run."""
    by_run: dict[int, dict[str, float]] = defaultdict(dict)
    for record in records:
        if record["scenario"] == scenario:
            by_run[record["run"]][record["peer"]] = record["wall"]
    ratios = [
        found["kundenradar"] / found[peer] for found in by_run.values() if peer in found and "kundenradar" in found
    ]
    return statistics.median(ratios) if ratios and peer != "kundenradar" else None


def verdict(records: list[dict[str, Any]], feeds: int) -> str:
    """Each target with what was measured."""
    lines = ["\nZiele"]
    for scenario, peer, most in TARGETS.get(feeds, ()):
        ratio = ratio_of(records, scenario, peer)
        if ratio is not None:
            word = "erreicht" if ratio <= most else "VERFEHLT"
            lines.append(f"  {SCENARIOS[scenario]:20} {peer:12} <= {most:.1f}   {ratio:.2f}   {word}")
    peak = max((one["peak_pss_mb"] for one in records if one["peer"] == "kundenradar"), default=0.0)
    lines.append(
        f"  {'Speicher':20} {'':12} <= {MAX_MIB} MiB   {peak:.0f}   {'erreicht' if peak <= MAX_MIB else 'VERFEHLT'}"
    )
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=200)
    parser.add_argument("--entries", type=int, default=50)
    parser.add_argument("--latency", type=float, default=0.1)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peers", default=",".join(NAMES), help="besides kundenradar; comma-separated")
    parser.add_argument("--scenarios", default="warm304,warm200,new1", help="besides cold; comma-separated")
    parser.add_argument("--port", type=int, default=18500)
    parser.add_argument("--timeout", type=float, default=600)
    options = parser.parse_args()
    options.scenarios = [name for name in options.scenarios.split(",") if name]
    if not (BENCH / "feedserver.py").exists():
        sys.exit(f"Der Server fehlt: {BENCH} (KUNDENRADAR_SHARED)")
    wanted = {"kundenradar", *options.peers.split(",")}
    found = {name: driver for name, driver in drivers().items() if name in wanted}
    records = measure(options, found)
    print(table(records, options.feeds, options.entries))
    print(verdict(records, options.feeds))


if __name__ == "__main__":
    main()
