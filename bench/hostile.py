"""Runs every case of a hostile feed server through the program and prints what became of it.

    python bench/hostile.py --server PATH/feeds/hostile/server.py

The server is started on loopback, each case is added as a source and polled (twice where the case asks for it),
through the same use cases as `fetch`. Prints one line per case and the misjudged ones at the end.
"""

import argparse
import json
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from kundenradar.app.compose import close_context, open_context
from kundenradar.context import Context, Fetcher
from kundenradar.domain.errors import InputError, KundenradarError, TroubleKind
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.domain.health import FetchOutcome
from kundenradar.domain.sources import NewSource, SourceId
from kundenradar.feeds.fetch import HttpFetcher
from kundenradar.paths import Paths
from kundenradar.services import subscriptions
from kundenradar.services.refresh import SourceResult, refresh

if TYPE_CHECKING:
    from concurrent.futures import Future

K = TroubleKind
TROUBLES: dict[str, set[TroubleKind]] = {
    "temporary": {K.OFFLINE, K.SERVER, K.FORBIDDEN, K.NOT_FOUND, K.PROTOCOL, K.BROWSER_CHECK, K.REDIRECTS, K.PROXY},
    "gone": {K.GONE},
    "auth": {K.LOGIN},
    "ratelimited": {K.RATE_LIMITED},
    "tls": {K.TLS},
    "blocked": {K.BLOCKED, K.REDIRECTS, K.PROTOCOL},
    "toolarge": {K.TOO_LARGE},
    "timeout": {K.TIMEOUT},
    "malformed": {K.MALFORMED, K.PROTOCOL, K.NOT_A_FEED, K.EMPTY},
    "empty": {K.EMPTY},
    "notfeed": {K.NOT_A_FEED, K.BROWSER_CHECK},
}
TWICE = ("/cond/", "/id/")
FORCED = ("/cond/etag-stuck",)
"""Shows its fourth entry only to who asks without validators, as a refresh by hand does."""
LOGIN = {"/auth/basic-then-redirect": ("kunde", "geheim")}
TOKEN = {"/auth/token": "/auth/token?token=SECRET123"}
ACTIVE = re.compile(
    r"<\s*(script|iframe|svg|math|form|img|object|embed|meta|base|style|link)\b|\bon\w+\s*=|javascript:", re.IGNORECASE
)


@dataclass(frozen=True)
class Verdict:
    """What became of a case."""

    path: str
    expected: str
    got: str
    right: bool
    ms: int


class ImpatientFetcher:
    """Asks with a short deadline, so that a run ends."""

    def __init__(self, real: Fetcher, deadline_s: float) -> None:
        self._real = real
        self._deadline_s = deadline_s

    def submit(self, request: FetchRequest) -> "Future[Fetched]":
        generous = any(mark in request.url for mark in ("bomb", "slow-but-ok", "ten-mb"))
        return self._real.submit(replace(request, deadline_s=60.0 if generous else self._deadline_s))

    def close(self) -> None:
        self._real.close()


def free_block(size: int = 5) -> int:
    """First of neighbouring free ports."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            first = int(probe.getsockname()[1])
        held = [socket.socket() for _ in range(size)]
        try:
            for offset, one in enumerate(held):
                one.bind(("127.0.0.1", first + offset))
        except (OSError, OverflowError):
            continue
        else:
            return first
        finally:
            for one in held:
                one.close()


def add_case(ctx: Context, base: str, path: str) -> SourceId:
    """A source for the case, its address as typed."""
    address = base + TOKEN.get(path, path) if path.startswith("/") else path
    if not address.startswith(("http:", "https:")):
        address = subscriptions.discover(ctx, address)[0].url
    login = LOGIN.get(path, (None, None))
    return subscriptions.add(ctx, NewSource(path[:60], address, address), *login).id


def judged(ctx: Context, path: str, expected: str, rounds: list[SourceResult]) -> Verdict:
    """Compare what came of it with what was expected."""
    first, last = rounds[0].record, rounds[-1].record
    record = last if expected == "unchanged" else first
    if record.outcome is FetchOutcome.FAILED:
        kind = record.trouble.kind if record.trouble else K.INTERNAL
        wanted = expected.partition(":")[0]
        return Verdict(
            path, expected, f"{kind} {record.status or ''}".strip(), kind in TROUBLES.get(wanted, set()), first.ms
        )
    with ctx.store.read() as tx:
        stored = list(tx.entries.list(rounds[0].source.id))
    dirty = [entry for entry in stored if ACTIVE.search(entry.html)]
    got = f"{record.outcome} {first.entries}" + (" moved" if rounds[0].moved else "") + (" unclean" if dirty else "")
    if record.outcome is FetchOutcome.OK and record.trouble is not None:
        got += " partial"
    right = not dirty and _fits(
        expected, record.outcome, first.entries, moved=rounds[0].moved, partial=" partial" in got
    )
    return Verdict(path, expected, got, right, first.ms)


def _fits(expected: str, outcome: FetchOutcome, entries: int, *, moved: bool, partial: bool) -> bool:
    word, _, number = expected.partition(":")
    if word == "ok":
        return entries == int(number) and not moved
    if word == "ok-clean":
        return outcome is not FetchOutcome.FAILED
    if word == "moved":
        return moved
    if word == "unchanged":
        return outcome is FetchOutcome.UNCHANGED
    return word == "malformed" and partial


def run(server: Path, deadline_s: float = 5.0) -> tuple[list[Verdict], list[dict[str, Any]], float]:
    """All cases; verdicts, the server's log and the seconds it took."""
    port = free_block()
    base = f"http://127.0.0.1:{port}"
    command = [sys.executable, str(server), "--port", str(port)]
    listed = json.loads(subprocess.run([*command, "--list", "--json"], capture_output=True, check=True).stdout)
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with (
        subprocess.Popen([*command, "--lifetime", "400", "--ipv6"], stdout=subprocess.PIPE, text=True) as process,
        tempfile.TemporaryDirectory() as folder,
    ):
        assert process.stdout is not None
        while "pid" not in process.stdout.readline():
            if process.poll() is not None:
                raise SystemExit("the server did not start")
        fetcher = ImpatientFetcher(HttpFetcher(proxy_for=lambda _url: None), deadline_s)
        ctx = open_context(Paths(Path(folder)), processes=2, fetcher=fetcher)
        began = time.monotonic()
        try:
            verdicts, ids = [], {}
            for row in listed:
                try:
                    ids[row["path"]] = add_case(ctx, base, row["path"])
                except InputError as error:  # an address that means what another case subscribed to
                    with ctx.store.read() as tx:
                        known = tx.sources.by_feed(f"{base}/ok/rss") if error.code == "source-known" else None
                    if known is not None:
                        ids[row["path"]] = known
                except KundenradarError as error:
                    verdicts.append(Verdict(row["path"], row["expected"], f"refused {error}", right=False, ms=0))
            rounds: dict[int, list[SourceResult]] = {}
            again = [number for path, number in ids.items() if path.startswith(TWICE)]
            for wanted in (list(dict.fromkeys(ids.values())), again):
                for result in refresh(ctx, wanted).results:
                    rounds.setdefault(result.source.id, []).append(result)
            for path in FORCED:
                rounds[ids[path]] = list(refresh(ctx, [ids[path]], forced=True).results)
            verdicts += [
                judged(ctx, row["path"], row["expected"], rounds[ids[row["path"]]])
                for row in listed
                if row["path"] in ids
            ]
            with direct.open(f"{base}/__log", timeout=10) as answer:
                log = json.load(answer)
        finally:
            seconds = time.monotonic() - began
            close_context(ctx)
            process.kill()
    return verdicts, log, seconds


def leaks(log: list[dict[str, Any]]) -> list[str]:
    """Requests that no reader should ever have made."""
    return [entry["target"] for entry in log if "__canary" in entry["target"]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", type=Path, default=ROOT.parent / "shared" / "feeds" / "hostile" / "server.py")
    parser.add_argument("--deadline", type=float, default=5.0)
    options = parser.parse_args()
    verdicts, log, seconds = run(options.server, options.deadline)
    for one in verdicts:
        print(f"{'  ' if one.right else '✗ '}{one.path[:44]:44} {one.expected:12} {one.got[:60]:40} {one.ms:6} ms")
    wrong = [one for one in verdicts if not one.right]
    print(f"\n{len(verdicts)} cases in {seconds:.0f} s, {len(wrong)} misjudged, {len(leaks(log))} leaks")


if __name__ == "__main__":
    main()
