"""The keyring façade: safe backends only, never blocking for long, never losing a password within a session."""

import logging
import os
import shutil
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kundenradar.credentials import SERVICE, Backend, Credentials, is_safe, system_backend
from kundenradar.domain.secrets import Secrets


class MemoryKeyring:
    """A keyring that works."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.reads = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.reads += 1
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class PlaintextKeyring(MemoryKeyring):
    """Named as the one of keyrings.alt."""


class LockedKeyring(MemoryKeyring):
    """A keyring whose dialog stands open until `unlocked` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.unlocked = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.unlocked.wait(20)
        return super().get_password(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.unlocked.wait(20)
        super().set_password(service, username, password)


class BrokenKeyring(MemoryKeyring):
    """A keyring that raises, with words that are nobody's business."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError(service + username + "CANARYpassword")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError(service + username + password)


class ForgetfulKeyring(MemoryKeyring):
    """A keyring that takes everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password)
        self.kept.clear()


Make = Callable[..., Credentials]


@pytest.fixture
def make() -> Iterator[Make]:
    made: list[Credentials] = []

    def maker(backend: Backend | None, deadline_s: float = 5.0) -> Credentials:
        made.append(Credentials(lambda: backend, deadline_s))
        return made[-1]

    yield maker
    for credentials in made:
        credentials.close()


def test_what_was_set_is_there_in_the_next_session(make: Make) -> None:
    keyring = MemoryKeyring()
    assert make(keyring).set(7, Secrets("kündin", 'geh"äim: 🔑'))
    assert make(keyring).get(7) == Secrets("kündin", 'geh"äim: 🔑')
    assert make(keyring).get(8) is None
    assert {service for service, _ in keyring.kept} == {SERVICE}


def test_what_was_removed_is_gone_for_good(make: Make) -> None:
    keyring = MemoryKeyring()
    credentials = make(keyring)
    credentials.set(7, Secrets("kunde", "geheim"))
    credentials.remove(7)
    credentials.remove(8)
    assert credentials.get(7) is None
    assert keyring.kept == {}


def test_the_keyring_is_read_once_per_source(make: Make) -> None:
    keyring = MemoryKeyring()
    credentials = make(keyring)
    assert [credentials.get(1) for _ in range(50)] == [None] * 50
    assert keyring.reads == 1


@pytest.mark.parametrize(
    "backend",
    [None, PlaintextKeyring(), BrokenKeyring(), ForgetfulKeyring()],
    ids=["none", "plain", "broken", "forgets"],
)
def test_without_a_safe_keyring_a_password_holds_for_the_session(backend: Backend | None, make: Make) -> None:
    credentials = make(backend)
    assert credentials.set(7, Secrets("kunde", "geheim")) is False
    assert credentials.get(7) == Secrets("kunde", "geheim")
    assert make(backend).get(7) is None
    assert getattr(backend, "kept", {}) == {}


def test_a_locked_keyring_is_waited_for_once_and_served_later(make: Make) -> None:
    keyring = LockedKeyring()
    credentials = make(keyring, 0.3)
    began = time.monotonic()
    assert credentials.get(1) is None
    assert time.monotonic() - began >= 0.3
    began = time.monotonic()
    assert not any(credentials.get(source) for source in range(2, 200))
    assert credentials.set(7, Secrets("kunde", "geheim")) is False
    credentials.remove(8)
    assert time.monotonic() - began < 0.25
    assert credentials.get(7) == Secrets("kunde", "geheim")
    keyring.unlocked.set()
    deadline = time.monotonic() + 5
    while not keyring.kept and time.monotonic() < deadline:
        threading.Event().wait(0.01)
    assert make(keyring).get(7) == Secrets("kunde", "geheim")
    assert credentials.set(9, Secrets("a", "b")) is True


@pytest.mark.parametrize("secret", ["", "null", "{}", '["a"]', '["a", 1]', "[[", "geheim"])
def test_foreign_entries_are_no_login(secret: str, make: Make) -> None:
    keyring = MemoryKeyring()
    keyring.kept[SERVICE, "source-7"] = secret
    assert make(keyring).get(7) is None


def test_nothing_secret_is_logged(make: Make, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for backend in (MemoryKeyring(), BrokenKeyring(), None):
        credentials = make(backend)
        credentials.set(7, Secrets("CANARYuser", "CANARYpassword"))
        credentials.get(7)
        credentials.get(8)
        credentials.remove(7)
    assert "credentials.failed" in caplog.text
    assert "CANARY" not in caplog.text


def test_nothing_is_imported_or_started_before_it_is_needed() -> None:
    code = "import sys, threading, kundenradar.credentials as c; c.Credentials(); "
    code += "print('keyring' in sys.modules, threading.active_count())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert done.stdout.split() == ["False", "1"]


def test_add_on_backends_are_refused() -> None:
    alt = type("EncryptedKeyring", (MemoryKeyring,), {"__module__": "keyrings.alt.file"})
    null = type("Keyring", (MemoryKeyring,), {"__module__": "keyring.backends.null"})
    fail = type("Keyring", (MemoryKeyring,), {"__module__": "keyring.backends.fail"})
    assert not any(map(is_safe, (alt(), null(), fail(), PlaintextKeyring())))
    assert is_safe(type("Keyring", (MemoryKeyring,), {"__module__": "keyring.backends.SecretService"})())


def test_of_several_backends_only_a_safe_one_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring

    class Chainer:
        backends = (PlaintextKeyring(), MemoryKeyring())

    monkeypatch.setattr(keyring, "get_keyring", Chainer)
    assert system_backend() is Chainer.backends[1]
    monkeypatch.setattr(keyring, "get_keyring", PlaintextKeyring)
    assert system_backend() is None


REAL = textwrap.dedent("""
    import sys
    from kundenradar.credentials import Credentials, system_backend
    from kundenradar.domain.secrets import Secrets
    print(type(system_backend()).__module__)
    first = Credentials()
    print(first.set(7, Secrets("kündin", "geh\\"äim 🔑")))
    first.close()
    second = Credentials()
    print(second.get(7) == Secrets("kündin", "geh\\"äim 🔑"), second.get(8))
    private = Secrets(header=("X-Key", "a" * 600), cookie="sid=ä", tokens=("17-0123456789abcdef0123",))
    print(second.set(9, private), Credentials().get(9) == private)
    second.remove(7)
    second.close()
    print(Credentials().get(7))
""")


@pytest.mark.skipif(
    shutil.which("dbus-run-session") is None or shutil.which("gnome-keyring-daemon") is None,
    reason="needs dbus-run-session and gnome-keyring-daemon (apt-get install dbus gnome-keyring)",
)
def test_a_real_keyring_keeps_a_login(tmp_path: Path) -> None:
    """Recipe of the desktop research: a session bus of its own and a keyring unlocked with a throw-away password."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    script = """
        printf test-pass | gnome-keyring-daemon --unlock --components=secrets --foreground >/dev/null &
        for _ in $(seq 100); do [ -S "$XDG_RUNTIME_DIR/keyring/control" ] && break; sleep 0.05; done
        "$0" -c "$1"
        kill $!
    """
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment = kept | {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(runtime), "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", script, sys.executable, REAL],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.split() == [
        *("keyring.backends.SecretService", "True", "True", "None", "True", "True", "None"),
    ], done.stderr


class FullKeyring(MemoryKeyring):
    """A keyring that answers and takes nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise OSError


def test_a_keyring_that_takes_nothing_is_none_until_that_is_forgotten() -> None:
    credentials = Credentials(FullKeyring)
    assert credentials.available()
    assert not credentials.set(1, Secrets("anna", "geheim"))
    assert not credentials.available()
    credentials.remove(1)
    assert credentials.available()
    credentials.close()
