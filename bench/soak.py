"""Polls feeds thousands of times while their server fails at random: nothing lost, nothing doubled, no growth.

    python bench/soak.py [--polls 2000] [--feeds 40] [--seed 1]

Each feed is a window over an endless discussion that moves on from round to round. What the server does in a round
(answers, answers unchanged, breaks off, resets, talks nonsense, redirects, fails …) follows from seed, feed and
round alone, so that the checker knows what was served. Prints what was lost or doubled and how memory grew after the
first fifth of the rounds.
"""

import argparse
import gc
import gzip
import random
import re
import socket
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Final

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from kundenradar.app.compose import close_context, open_context
from kundenradar.context import Context, Fetcher
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.domain.sources import NewSource, SourceId
from kundenradar.feeds.fetch import HttpFetcher
from kundenradar.paths import Paths
from kundenradar.services import listening, subscriptions
from kundenradar.services.refresh import refresh

if TYPE_CHECKING:
    from concurrent.futures import Future

WINDOW: Final = 20
MOVES: Final = 6
"""Most new entries between two rounds; with faults in a row the window still overlaps."""
MOST_FAULTS_IN_A_ROW: Final = 2
WARM_SHARE: Final = 0.2
GOOD: Final = ("ok", "gzip", "shuffled", "repeated", "redirected", "stumbles", "charset")
FAULTS: Final = (
    *("500", "503", "429", "404", "403", "empty", "nonsense", "portal", "challenge", "reset", "cut", "cut-gzip"),
    *("loop", "leads-home", "bad-chunk", "close", "not-modified"),
)
BORN: Final = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Script:
    """What the server does, from seed, feed and round alone."""

    seed: int

    def act(self, feed: int, number: int) -> str:
        """What happens to a feed in a round; never too many faults in a row."""
        act = self._drawn(feed, number)
        if act not in FAULTS:
            return act
        before = [self._drawn(feed, number - back) for back in range(1, MOST_FAULTS_IN_A_ROW + 1) if number >= back]
        too_many = len(before) == MOST_FAULTS_IN_A_ROW and all(one in FAULTS for one in before)
        return "ok" if too_many else act

    def _drawn(self, feed: int, number: int) -> str:
        dice = random.Random(f"{self.seed}/{feed}/{number}")
        return dice.choice(FAULTS) if dice.random() < 0.35 else dice.choice(GOOD)

    def window(self, feed: int, number: int) -> range:
        """Numbers of the entries a feed shows in a round."""
        first = sum(random.Random(f"{self.seed}:{feed}:{one}").randrange(MOVES + 1) for one in range(number))
        return range(first, first + WINDOW)

    def document(self, feed: int, number: int, act: str) -> bytes:
        """The feed as it stands in a round."""
        shown = list(reversed(self.window(feed, number)))
        if act == "shuffled":
            random.Random(f"{self.seed}-{feed}-{number}").shuffle(shown)
        if act == "repeated":
            shown = [*shown, *shown[:3]]
        items = "".join(_item(feed, one) for one in shown)
        name = "ISO-8859-1" if act == "charset" else "UTF-8"
        head = f'<?xml version="1.0" encoding="{name}"?><rss version="2.0"><channel><title>F{feed}</title>'
        text = f"{head}{items}</channel></rss>"
        return text.encode("latin-1" if act == "charset" else "utf-8")


def _item(feed: int, number: int) -> str:
    at = format_datetime(BORN + timedelta(minutes=7 * number))
    return (
        f"<item><title>Beitrag {feed}-{number}</title><link>http://127.0.0.1/t/{feed}/{number}</link>"
        f'<guid isPermaLink="false">g{feed}-{number}</guid><pubDate>{at}</pubDate>'
        f"<description>Größe und Güte der Firma Brandt, zum {number}. Mal: zufrieden.</description></item>"
    )


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, script: Script) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script, self.number = script, 0
        self.asked = Counter[int]()

    def next_round(self, number: int) -> None:
        """From now on the feeds stand as in round `number`."""
        self.number = number
        self.asked.clear()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        assert isinstance(self.server, _Server)
        self.close_connection = True
        _, place, number = self.path.split("/")
        feed = int(number)
        self.server.asked[feed] += 1
        act = self.server.script.act(feed, self.server.number)
        if place == "moved" or (act == "stumbles" and self.server.asked[feed] > 1):
            act = "ok"
        self._play(act, feed, self.server.script.document(feed, self.server.number, act))

    def _play(self, act: str, feed: int, body: bytes) -> None:
        if act.isdigit() or act == "stumbles":
            self._say(int(act) if act.isdigit() else 502, b"<html>nein</html>", ("Retry-After", "0"))
        elif act in _LEADS:
            self._say(302, b"", ("Location", _LEADS[act].format(feed=feed)))
        elif act in ("gzip", "cut-gzip"):
            packed = gzip.compress(body)
            self._say(200, packed[: len(packed) // (2 if act == "cut-gzip" else 1)], ("Content-Encoding", "gzip"))
        elif act == "not-modified":
            self._say(304, b"")
        elif act in _RAW:
            self.wfile.write(_RAW[act].replace(b"BODY", body[: len(body) // 2]))
        elif act == "reset":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        elif act != "close":
            self._say(200, _PAGES.get(act, body))

    def _say(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (*headers, ("Content-Length", str(len(body))), ("Connection", "close")):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Nothing is said on the terminal."""


_LEADS: Final = {"redirected": "/moved/{feed}", "loop": "/feed/{feed}", "leads-home": "file:///etc/passwd"}
_RAW: Final = {
    "cut": b"HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\nBODY",
    "bad-chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\nzz\r\n",
}
_PAGES: Final = {
    "empty": b"",
    "nonsense": b"\x00\x01\x02 kein Feed \xff",
    "portal": b"<html><title>WLAN</title>Bitte Nutzungsbedingungen akzeptieren</html>",
    "challenge": b"<!doctype html><html><title>Just a moment...</title></html>",
}


@dataclass(frozen=True)
class Soaked:
    """What came of a soak.

    Attributes:
        polls: Polls made.
        outcomes: How many came to what (``ok``, ``unchanged``, or the kind of trouble).
        lost: Entries that were served whole and are not stored.
        doubled: Entries stored more than once.
        strange: Stored entries nobody served.
        warm_kib: Resident memory after the first fifth, KiB.
        end_kib: At the end.
    """

    polls: int
    outcomes: Counter[str]
    lost: int
    doubled: int
    strange: int
    warm_kib: int
    end_kib: int

    @property
    def growth(self) -> float:
        """Share by which memory grew after warming up."""
        return self.end_kib / self.warm_kib - 1 if self.warm_kib else 0.0


def resident_kib() -> int:
    """Resident memory of this process; 0 where the system does not tell."""
    gc.collect()
    status = Path("/proc/self/status")
    found = re.search(r"VmRSS:\s*(\d+)", status.read_text()) if status.is_file() else None
    return int(found[1]) if found else 0


class _Impatient:
    """Asks with a short deadline, so that a run ends."""

    def __init__(self, real: Fetcher) -> None:
        self._real = real

    def submit(self, request: FetchRequest) -> "Future[Fetched]":
        return self._real.submit(replace(request, deadline_s=8.0))

    def close(self) -> None:
        self._real.close()


@contextmanager
def _serving(script: Script) -> Iterator[_Server]:
    with _Server(script) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield server
        finally:
            server.shutdown()


def soak(folder: Path, *, polls: int, feeds: int, seed: int) -> Soaked:
    """Poll `feeds` feeds round by round until there were `polls` polls; `folder` takes the data."""
    script = Script(seed)
    rounds = max(1, polls // feeds)
    outcomes = Counter[str]()
    warm_kib = 0
    fetcher = _Impatient(HttpFetcher(proxy_for=lambda _url: None))
    ctx = open_context(Paths(folder), fetcher=fetcher)
    try:
        listening.set_firm(ctx, "Brandt")
        with _serving(script) as server:
            ids = _sources(ctx, server, feeds)
            for number in range(rounds):
                server.next_round(number)
                for result in refresh(ctx, ids).results:
                    record = result.record
                    outcomes[record.trouble.kind if record.trouble else record.outcome] += 1
                if number == int(rounds * WARM_SHARE):
                    warm_kib = resident_kib()
        lost, doubled, strange = _compared(ctx, script, ids, rounds)
        return Soaked(rounds * feeds, outcomes, lost, doubled, strange, warm_kib, resident_kib())
    finally:
        close_context(ctx)


def _sources(ctx: Context, server: _Server, feeds: int) -> list[SourceId]:
    base = f"http://127.0.0.1:{server.server_port}/feed"
    urls = [f"{base}/{number}" for number in range(feeds)]
    return [subscriptions.add(ctx, NewSource(f"F{number}", url, url)).id for number, url in enumerate(urls)]


def _compared(ctx: Context, script: Script, ids: list[SourceId], rounds: int) -> tuple[int, int, int]:
    """Entries lost, doubled, and from nowhere."""
    lost = doubled = strange = 0
    for feed, source_id in enumerate(ids):
        with ctx.store.read() as tx:
            stored = Counter(entry.title for entry in tx.entries.list(source_id))
        whole, ever = set[str](), set[str]()
        for number in range(rounds):
            shown = {f"Beitrag {feed}-{one}" for one in script.window(feed, number)}
            ever |= shown
            if script.act(feed, number) in GOOD:
                whole |= shown
        lost += len(whole - stored.keys())
        doubled += sum(count - 1 for count in stored.values())
        strange += len(stored.keys() - ever)
    return lost, doubled, strange


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polls", type=int, default=2000)
    parser.add_argument("--feeds", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        found = soak(Path(folder), polls=options.polls, feeds=options.feeds, seed=options.seed)
    seconds = time.monotonic() - began
    print(", ".join(f"{kind} {count}" for kind, count in found.outcomes.most_common()))
    print(
        f"{found.polls} polls in {seconds:.0f} s: {found.lost} lost, {found.doubled} doubled, {found.strange} strange"
    )
    print(
        f"memory {found.warm_kib / 1024:.1f} MiB warm, {found.end_kib / 1024:.1f} MiB at the end ({found.growth:+.1%})"
    )


if __name__ == "__main__":
    main()
