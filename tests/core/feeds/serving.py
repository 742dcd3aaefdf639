"""A small web server on the loopback for tests: answers what a table says, and remembers what it was asked."""

import socket
import socketserver
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

FEED = (
    b'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Forum</title>'
    b"<item><title>Eins</title><guid>1</guid></item><item><title>Zwei</title><guid>2</guid></item>"
    b"</channel></rss>"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it arrived; header names in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says.

    Attributes:
        body: Sent after the headers, with its length.
        status: Code and reason.
        headers: Further headers, in order, repeats allowed.
        raw: If given, sent instead of all that, byte for byte; then the connection ends.
        drip_s: Seconds between two bytes of `raw`.
        stall_s: Seconds of silence after `raw`.
        reset: End with a TCP reset.
    """

    body: bytes = FEED
    status: str = "200 OK"
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "application/rss+xml"),)
    raw: bytes | None = None
    drip_s: float = 0.0
    stall_s: float = 0.0
    reset: bool = False


def redirect(location: str, status: str = "302 Found", *headers: tuple[str, str]) -> Answer:
    """An answer that sends the client elsewhere."""
    return Answer(b"", status, (("Location", location), *headers))


Route = Answer | Callable[[Asked], Answer]


@dataclass
class _State:
    routes: dict[str, Route]
    tls: ssl.SSLContext | None = None
    asked: list[Asked] = field(default_factory=list)
    open_now: int = 0
    most_open: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = True
    request_queue_size = 256
    state: _State


class _Handler(socketserver.BaseRequestHandler):
    server: _Server

    def handle(self) -> None:
        state = self.server.state
        with state.lock:
            state.open_now += 1
            state.most_open = max(state.most_open, state.open_now)
        try:
            with suppress(OSError):
                self._answer(state)
        finally:
            self.request.close()  # the TLS socket is not the one the server knows
            with state.lock:
                state.open_now -= 1

    def _answer(self, state: _State) -> None:
        self.request.settimeout(20)
        if state.tls is not None:
            self.request = state.tls.wrap_socket(self.request, server_side=True, do_handshake_on_connect=False)
            self.request.do_handshake()
        received = b""
        while b"\r\n\r\n" not in received:
            chunk = self.request.recv(65536)
            if not chunk:
                return
            received += chunk
        lines = received.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
        method, target, _ = lines[0].split(" ")
        pairs = (line.split(":", 1) for line in lines[1:])
        asked = Asked(method, target, {name.strip().lower(): value.strip() for name, value in pairs})
        with state.lock:
            state.asked.append(asked)
        route = state.routes.get(target.partition("?")[0], Answer(b"", "404 Not Found"))
        self._send(route(asked) if callable(route) else route, state)

    def _send(self, answer: Answer, state: _State) -> None:
        raw = answer.raw
        if raw is None:
            head = [f"HTTP/1.1 {answer.status}", f"Content-Length: {len(answer.body)}", "Connection: close"]
            head += [f"{name}: {value}" for name, value in answer.headers]
            raw = "\r\n".join([*head, "", ""]).encode() + answer.body
        if answer.drip_s:
            for number in range(len(raw)):
                self.request.sendall(raw[number : number + 1])
                if state.stopped.wait(answer.drip_s):
                    return
        else:
            self.request.sendall(raw)
        state.stopped.wait(answer.stall_s)
        if answer.reset:
            time.sleep(0.05)
            self.request.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")


class LoopbackServer:
    """Serves `routes` (path → answer, or function of the request) on 127.0.0.1 at a free port.

    Every connection carries one request; with `tls` over TLS. `asked` lists the requests in order of arrival.
    """

    def __init__(self, routes: Mapping[str, Route] | None = None, tls: ssl.SSLContext | None = None) -> None:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.state = self._state = _State(dict(routes or {}), tls)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._state.stopped.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    @property
    def routes(self) -> dict[str, Route]:
        """The table; may be changed while serving."""
        return self._state.routes

    @property
    def asked(self) -> list[Asked]:
        """Requests so far."""
        with self._state.lock:
            return list(self._state.asked)

    @property
    def most_open(self) -> int:
        """Most connections served at one time."""
        return self._state.most_open

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Address of `path` under any name for the loopback."""
        return f"{'http' if self._state.tls is None else 'https'}://{host}:{self.port}{path}"
