"""Feeds nobody here wrote, through the whole program; needs the measured material beside the checkout."""

import importlib.util
import json
import os
import re
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from kundenradar.app.compose import close_context, open_context
from kundenradar.cli.shapes import entry_object
from kundenradar.domain.health import FetchOutcome
from kundenradar.domain.sources import NewSource
from kundenradar.paths import Paths
from kundenradar.services import subscriptions
from kundenradar.services.refresh import refresh

BERLIN = ZoneInfo("Europe/Berlin")
ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("KUNDENRADAR_SHARED") or ROOT.parent / "shared")
CORPUS = SHARED / "feeds" / "corpus"
HOSTILE = SHARED / "feeds" / "hostile" / "server.py"

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the corpus of ../shared (KUNDENRADAR_SHARED)")
needs_server = pytest.mark.skipif(not HOSTILE.is_file(), reason="needs the hostile server of ../shared")
pytestmark = [pytest.mark.shared, pytest.mark.slow, pytest.mark.timeout(280)]


def load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def with_our_clock(expected: dict[str, Any]) -> dict[str, Any]:
    """An expectation with dates as FEEDS.md §6 reads them; the machine that made it took all times for UTC.

    A time without a zone and a day alone are German, MEZ is UTC+1, and a date it could not read is no expectation.
    """
    for entry in expected.get("entries", ()):
        raw = " ".join(entry.get("published_raw", ()))
        known = [datetime.fromisoformat(one) for one in entry["published_any"]]
        entry["published_free"] = entry.get("published_free") or (bool(raw) and not known)
        has_zone = re.search(r"[+-]\d\d:?\d\d$|\b[A-Z]{1,4}$|Z$", raw.replace("MEZ", "").replace("PM", ""))
        if known and not has_zone and (raw or expected["kind"] == "json"):
            german = [at.replace(tzinfo=BERLIN).astimezone(UTC) for at in known]
            entry["published_any"] += [f"{at:%Y-%m-%dT%H:%M:%SZ}" for at in german]
    return expected


class Server(ThreadingHTTPServer):
    request_queue_size = 256  # with the usual 5, Linux drops what 16 ask at once on a busy computer, for up to a minute


@pytest.fixture
def served() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The corpus on loopback, each document at /<number>/feed, and what is expected of it."""
    lines = (CORPUS / "expect.auto.jsonl").read_text(encoding="utf-8").splitlines()
    expected = [with_our_clock(json.loads(line)) for line in lines]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            number = int(self.path.split("/")[1])
            body = (CORPUS / expected[number]["file"]).read_bytes()
            self.send_response(200)
            kind = "application/feed+json" if expected[number]["file"].endswith(".json") else "application/xml"
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Stay quiet."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", expected
    server.shutdown()
    thread.join()
    server.server_close()


@needs_corpus
def test_the_corpus_through_the_program(
    tmp_path: Path, served: tuple[str, list[dict[str, Any]]], capsys: pytest.CaptureFixture[str]
) -> None:
    base, expected = served
    ctx = open_context(Paths(tmp_path), processes=2)
    try:
        ids = [
            subscriptions.add(ctx, NewSource(one["file"], f"{base}/{number}/feed", f"{base}/{number}/feed")).id
            for number, one in enumerate(expected)
        ]
        outcome = refresh(ctx, ids)
        results = []
        polled = {result.source.id: result for result in outcome.results}
        assert set(polled) == set(ids)
        for number, one in enumerate(expected):
            result = polled[ids[number]]
            with ctx.store.read() as tx:
                stored = sorted(tx.entries.list(ids[number]), key=lambda entry: entry.position)
            objects = [entry_object(entry) for entry in stored]
            failed = result.record.outcome is FetchOutcome.FAILED
            entries = [
                {
                    "title": entry["title"],
                    "link": (entry["link"] or "").replace(f"{base}/{number}", base).replace(base, "{BASE}"),
                    "id": (entry["guid"] or "").replace(f"{base}/{number}", base).replace(base, "{BASE}"),
                    "author": entry["author"],
                    "published": entry["published_at"],
                    "text": entry["text"],
                }
                for entry in objects
            ]
            results.append({"file": one["file"], "outcome": "error" if failed else "feed", "entries": entries})
    finally:
        close_context(ctx)
    counts, bad = load(SHARED / "feeds" / "compare_expect.py").run(expected, results, "{BASE}")
    with capsys.disabled():  # the list of differences is the point of the run
        print("\ncorpus:", dict(sorted(counts.items())))
        for line in bad:
            print("   ", *line)
    assert counts["crash"] == counts["missing"] == 0
    assert counts["doc ok"] / len(expected) >= 0.99
    for part in ("title", "link", "id", "author", "published", "snippet"):
        right, wrong = counts[f"{part} ok"], counts[f"{part} WRONG"]
        assert right / (right + wrong) >= 0.98, part


@needs_server
def test_the_hostile_server_through_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    bench = load(ROOT / "bench" / "hostile.py")
    verdicts, log, seconds = bench.run(HOSTILE)
    wrong = [one for one in verdicts if not one.right]
    with capsys.disabled():
        print(f"\nhostile: {len(verdicts)} cases in {seconds:.0f} s, {len(wrong)} misjudged")
        for one in wrong:
            print("   ", one.path, one.expected, "->", one.got)
    assert bench.leaks(log) == []
    assert not [one for one in verdicts if "internal" in one.got]
    assert seconds < 200
    assert len(wrong) <= 2  # under load a server of this kind may answer late; alone it is none
