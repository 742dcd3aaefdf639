"""What opens locked sources (and the proxy): in the keyring of the operating system, or for this session only.

Never in a file of ours, never in a log. A locked keyring blocks its caller for as long as its dialog stands open, so
every call runs in one daemon thread and is waited for with a deadline.
"""

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from kundenradar.domain.secrets import Secrets, read_secrets

log = logging.getLogger("kundenradar.credentials")

SERVICE = "Kundenradar"
DEADLINE_S = 10.0

PROXY = 0
"""The proxy's place among the sources, whose ids begin with 1."""

T = TypeVar("T")


class Backend(Protocol):
    """What we use of a keyring (the library's KeyringBackend fulfils it)."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """The secret kept under both names, or None."""
        ...

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keep a secret."""
        ...

    def delete_password(self, service: str, username: str, /) -> None:
        """Forget a secret; raises if there is none."""
        ...


def is_safe(backend: object) -> bool:
    """Whether a backend keeps secrets encrypted and keeps them at all.

    The add-on package keyrings.alt writes them readable into a file, or asks for a password on the terminal; the
    library's own ``null`` forgets and ``fail`` only raises.
    """
    kind = type(backend)
    module = kind.__module__
    if module.startswith(("keyrings.", "keyrings_")) or "plaintext" in kind.__name__.lower():
        return False
    return module not in ("keyring.backends.null", "keyring.backends.fail")


def system_backend() -> Backend | None:
    """The safe keyring of this system, or None; slow (imports, D-Bus), may block."""
    import keyring

    chosen = keyring.get_keyring()
    several = getattr(chosen, "backends", None)  # the library's chainer asks all of them, unsafe ones too
    candidates = [chosen] if several is None else list(several)
    return next((backend for backend in candidates if is_safe(backend)), None)


@dataclass(slots=True, eq=False)
class _Call(Generic[T]):
    """One question to the keyring."""

    work: Callable[[Backend], T]
    done: threading.Event = field(default_factory=threading.Event)
    answers: list[T] = field(default_factory=list)  # empty: it failed


class Credentials:
    """Secrets by source.

    What the keyring does not take is kept in memory until the program ends. May be used from any thread; a call
    returns after `deadline_s` at the latest, at once while an earlier call still hangs.

    Args:
        find_backend: Gives the keyring or None; called once it is needed, in the worker thread.
        deadline_s: Seconds to wait for the keyring.

    Attributes:
        changes: How often something was kept or forgotten here.
    """

    def __init__(
        self, find_backend: Callable[[], Backend | None] = system_backend, deadline_s: float = DEADLINE_S
    ) -> None:
        self._find_backend = find_backend
        self._deadline_s = deadline_s
        self._lock = threading.Lock()
        self._calls: queue.SimpleQueue[_Call[object] | None] = queue.SimpleQueue()
        self._worker: threading.Thread | None = None
        self._backend: Backend | None = None
        self._overdue: _Call[object] | None = None
        self._known: dict[int, Secrets | None] = {}
        self._refused: set[int] = set()
        self.changes = 0

    def get(self, source_id: int) -> Secrets | None:
        """What opens a source; None if there is nothing, or the keyring is not to be had."""
        with self._lock:
            if source_id in self._known:
                return self._known[source_id]
        call = self._ask(lambda backend: read_secrets(backend.get_password(SERVICE, _name(source_id))))
        if call is None or not call.answers:
            return None
        with self._lock:
            return self._known.setdefault(source_id, call.answers[0])

    def set(self, source_id: int, secrets: Secrets) -> bool:
        """Keep what opens a source.

        Returns:
            Whether the keyring has it; if not, it holds until the program ends. A keyring that is unlocked
            later still takes it.
        """
        with self._lock:
            self._known[source_id] = secrets
            self._refused.add(source_id)
            self.changes += 1
        secret = secrets.to_json()

        def store(backend: Backend) -> bool:
            backend.set_password(SERVICE, _name(source_id), secret)
            is_kept = backend.get_password(SERVICE, _name(source_id)) == secret
            if is_kept:
                self._note_kept(source_id)
            return is_kept

        call = self._ask(store, insist=True)
        return call is not None and call.answers == [True]

    def remove(self, source_id: int) -> None:
        """Forget what opens a source; nothing is no error."""
        with self._lock:
            self._known[source_id] = None
            self._refused.discard(source_id)
            self.changes += 1

        def forget(backend: Backend) -> None:
            if backend.get_password(SERVICE, _name(source_id)) is not None:
                backend.delete_password(SERVICE, _name(source_id))

        self._ask(forget, insist=True)

    def available(self) -> bool:
        """Whether there is a safe keyring that answers in time and has taken what it was given so far."""
        call = self._ask(lambda backend: backend.get_password(SERVICE, "doctor") is None)
        with self._lock:
            return call is not None and bool(call.answers) and not self._refused

    def _note_kept(self, source_id: int) -> None:
        with self._lock:
            self._refused.discard(source_id)

    def close(self) -> None:
        """End the worker if it is free; a hanging one ends with the program."""
        with self._lock:
            worker, self._worker = self._worker, None
        if worker is not None:
            self._calls.put(None)
            worker.join(0.2)

    def _ask(self, work: Callable[[Backend], T], *, insist: bool = False) -> _Call[T] | None:
        """Let the worker do `work`; the call if it ended in time.

        Args:
            work: What to do with the keyring.
            insist: Do it even if nobody can wait for it, as soon as the keyring answers again.
        """
        call = _Call(work)
        with self._lock:
            stuck = self._overdue is not None and not self._overdue.done.is_set()
            if stuck and not insist:
                return None
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name="keyring", daemon=True)
                self._worker.start()
            self._calls.put(call)  # type: ignore[arg-type]  # the queue does not look at the answers
        if not stuck and call.done.wait(self._deadline_s):
            return call
        with self._lock:
            self._overdue = call  # type: ignore[assignment]  # as above
        log.warning("credentials.late seconds=%g", 0 if stuck else self._deadline_s)
        return None

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            began = time.monotonic()
            try:
                if self._backend is None:
                    self._backend = self._find_backend()
                if self._backend is not None and is_safe(self._backend):
                    call.answers.append(call.work(self._backend))
            except Exception as error:  # noqa: BLE001  a keyring is foreign code behind D-Bus; its errors are many
                call.answers.clear()
                log.warning("credentials.failed error=%s", type(error).__name__)
            finally:
                call.done.set()
            log.debug("credentials.call ms=%d", (time.monotonic() - began) * 1000)


def _name(source_id: int) -> str:
    return f"source-{source_id}"
