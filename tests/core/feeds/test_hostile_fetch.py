"""Every HTTP-level case of the shared hostile server: no crash, no hang, no leak, and the right class."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kundenradar.domain.errors import OutsideError, Trouble, TroubleKind
from kundenradar.domain.fetching import Fetched, FetchRequest
from kundenradar.feeds.fetch import HttpFetcher

SHARED = Path(os.environ.get("KUNDENRADAR_SHARED") or Path(__file__).resolve().parents[4] / "shared")
SERVER = SHARED / "feeds" / "hostile" / "server.py"
DEADLINE_S = 5.0
BOMB_DEADLINE_S = 60.0  # the server itself needs seconds to pack a gigabyte
LIFETIME_S = 170

pytestmark = [
    pytest.mark.shared,
    pytest.mark.slow,
    pytest.mark.timeout(180),
    pytest.mark.skipif(not SERVER.is_file(), reason="needs the hostile server of ../shared (KUNDENRADAR_SHARED)"),
]

K = TroubleKind
# What fetching alone decides, by expected class of the server's list. A body that is handed on (None) is judged by
# the parser: `malformed`, `notfeed`, `ok:N`.
CLASSES: dict[str, set[TroubleKind | None]] = {
    "temporary": {K.FORBIDDEN, K.NOT_FOUND, K.SERVER, K.PROTOCOL, K.OFFLINE, K.BROWSER_CHECK, K.REDIRECTS},
    "gone": {K.GONE},
    "auth": {K.LOGIN},
    "ratelimited": {K.RATE_LIMITED},
    "tls": {K.TLS},
    "blocked": {K.BLOCKED, K.REDIRECTS},
    "toolarge": {K.TOO_LARGE},
    "timeout": {K.TIMEOUT},
    "malformed": {K.MALFORMED, K.PROTOCOL, None},
    "empty": {K.EMPTY},
    "unchanged": {None},
    "moved": {None},
    "notfeed": {None, K.BROWSER_CHECK},
    "ok": {None},
}
# Where the list wants something that only a caller can give: two addresses as typed (made a web address before they
# are fetched), credentials, a token, a second try.
CALLER_FIRST = {"/auth/basic-then-redirect": {K.LOGIN}, "/auth/token": {K.FORBIDDEN}, "/feed/flaky": {None}}


@dataclass(frozen=True, slots=True)
class Case:
    path: str
    expected: str

    @property
    def allowed(self) -> set[TroubleKind | None]:
        if self.path in CALLER_FIRST:
            return set(CALLER_FIRST[self.path])
        if not self.path.startswith(("/", "http")):
            return {K.BLOCKED}
        return CLASSES[self.expected.partition(":")[0].partition("-")[0]]


@dataclass(slots=True)
class Hostile:
    """The running server."""

    port: int
    cases: list[Case]

    def url(self, path: str, offset: int = 0) -> str:
        return f"http://127.0.0.1:{self.port + offset}{path}" if path.startswith("/") else path

    def log(self) -> list[dict[str, Any]]:
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(self.url("/__log"), timeout=10) as answer:
            found: list[dict[str, Any]] = json.load(answer)
        return found

    def reset(self) -> None:
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(self.url("/__reset"), timeout=10).close()


def free_block() -> int:
    """First of five neighbouring free ports."""
    for _ in range(50):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            first = int(probe.getsockname()[1])
        held = [socket.socket() for _ in range(5)]
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
    pytest.fail("no five neighbouring ports are free")


@pytest.fixture(scope="module")
def hostile() -> Iterator[Hostile]:
    port = free_block()
    command = [sys.executable, str(SERVER), "--port", str(port)]
    listed = subprocess.run([*command, "--list", "--json"], capture_output=True, check=True, timeout=60)
    cases = [Case(row["path"], row["expected"]) for row in json.loads(listed.stdout)]
    with subprocess.Popen(
        [*command, "--lifetime", str(LIFETIME_S), "--ipv6"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        while "pid" not in (line := process.stdout.readline()):
            assert line, "the server did not start"
        yield Hostile(port, cases)
        process.kill()


@pytest.fixture
def fetcher() -> Iterator[HttpFetcher]:
    made = HttpFetcher(proxy_for=lambda _url: None)
    yield made
    made.close()


def outcome(future: Future[Fetched]) -> Fetched | Trouble:
    try:
        return future.result(BOMB_DEADLINE_S + 20)
    except OutsideError as error:
        return error.trouble


def ask(fetcher: HttpFetcher, url: str, **options: Any) -> Fetched | Trouble:
    return outcome(fetcher.submit(FetchRequest(url, deadline_s=DEADLINE_S, **options)))


def deadline_of(case: Case) -> float:
    return BOMB_DEADLINE_S if "bomb" in case.path else 2 * DEADLINE_S if "slow-but-ok" in case.path else DEADLINE_S


def test_every_case_has_its_class_in_time_and_without_a_leak(hostile: Hostile, fetcher: HttpFetcher) -> None:
    began = time.monotonic()
    late: list[str] = []
    futures = []
    for case in hostile.cases:
        limit = deadline_of(case)
        future = fetcher.submit(FetchRequest(hostile.url(case.path), deadline_s=limit))
        futures.append((case, future))
    wrong: list[str] = []
    for case, future in futures:
        found = outcome(future)
        kind = found.kind if isinstance(found, Trouble) else None
        if kind not in case.allowed:
            wrong.append(f"{case.path}: {case.expected} -> {found!r:.200}")
        if time.monotonic() - began > BOMB_DEADLINE_S + 30:
            late.append(case.path)
    assert not wrong
    assert not late
    log = hostile.log()
    assert not [entry["target"] for entry in log if "__canary" in entry["target"]]
    secrets = {"authorization", "cookie", "proxy-authorization", "referer"}
    assert not [entry for entry in log if entry["port"] == hostile.port + 1 and secrets & set(entry["headers"])]


def test_a_single_hostile_server_is_left_at_the_deadline(hostile: Hostile, fetcher: HttpFetcher) -> None:
    slow = [case for case in hostile.cases if case.expected == "timeout"]
    assert len(slow) >= 4
    began = time.monotonic()
    futures = [fetcher.submit(FetchRequest(hostile.url(case.path), deadline_s=1.0)) for case in slow]
    kinds = [found.kind if isinstance(found := outcome(future), Trouble) else None for future in futures]
    assert kinds == [K.TIMEOUT] * len(slow)
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    ("offset", "detail"),
    [(2, "self-signed"), (3, "expired"), (4, "wrong-host")],
    ids=["self-signed", "expired", "host"],
)
def test_the_fault_of_a_certificate_is_named(offset: int, detail: str, hostile: Hostile, fetcher: HttpFetcher) -> None:
    found = ask(fetcher, f"https://localhost:{hostile.port + offset}/ok/rss")
    assert isinstance(found, Trouble)
    assert (found.kind, found.detail) == (K.TLS, detail)


@pytest.mark.parametrize("path", ["/cond/etag", "/cond/lastmod"])
def test_the_second_fetch_is_conditional(path: str, hostile: Hostile, fetcher: HttpFetcher) -> None:
    first = ask(fetcher, hostile.url(path))
    assert isinstance(first, Fetched)
    again = ask(fetcher, hostile.url(path), etag=first.etag, last_modified=first.last_modified)
    assert isinstance(again, Fetched)
    assert again.status == 304


@pytest.mark.parametrize(
    ("path", "password"), [("/auth/basic", "geheim"), ("/auth/basic", "gehäim"), ("/auth/digest", "geheim")]
)
def test_credentials_open_the_door(path: str, password: str, hostile: Hostile, fetcher: HttpFetcher) -> None:
    found = ask(fetcher, hostile.url(path), user="kunde", password=password)
    assert isinstance(found, Fetched)
    assert found.status == 200


def test_credentials_stay_here_and_a_token_arrives(hostile: Hostile, fetcher: HttpFetcher) -> None:
    hostile.reset()
    found = ask(fetcher, hostile.url("/auth/basic-then-redirect"), user="kunde", password="geheim")
    assert isinstance(found, Fetched)
    assert found.url == hostile.url("/leak/check", 1)
    for path in ("/auth/ntlm", "/auth/proxy-407"):
        assert isinstance(ask(fetcher, hostile.url(path), user="kunde", password="geheim"), Trouble)
    log = hostile.log()
    leaked = [entry["port"] - hostile.port for entry in log if "authorization" in entry["headers"]]
    assert leaked == [0]
    assert not [entry for entry in log if "proxy-authorization" in entry["headers"]]
    assert isinstance(ask(fetcher, hostile.url("/auth/token?token=SECRET123")), Fetched)
    assert not [entry for entry in hostile.log() if "SECRET123" in json.dumps(entry["headers"])]
