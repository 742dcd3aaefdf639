"""Write ``requirements/run.lock`` and ``requirements/dev.lock`` from ``pyproject.toml``.

pip-compile resolves on the machine it runs on, and forgets what only another system needs. So this script
names those few distributions itself (``FOREIGN``), lets pip-compile pin and hash everything, and then walks
the metadata of the pinned distributions for every system and Python that Kundenradar supports. The walk
gives each pin its environment marker. It fails when a pin is missing, contradicts a requirement or refuses
a Python.

Run it through ``make lock`` (keeps the pins that still fit) or ``make lock UPGRADE=1`` (newest that fit).
The lock files name no index: whoever installs uses the index that their own pip is configured for.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"
PYTHONS = ("3.11", "3.12", "3.13")
SYSTEMS = {"linux": ("Linux", "posix"), "win32": ("Windows", "nt"), "darwin": ("Darwin", "posix")}
#: Wanted on other systems only; pip-compile on Linux would leave them out.
FOREIGN = {
    "run": ("colorama", "pywin32-ctypes", "tzdata"),
    "dev": ("macholib", "pefile"),
}
HEADER = """\
# Locked by packaging/lock.py (`make lock`). Do not edit.
# Python 3.11 to 3.13 on Linux, Windows and macOS. Install with: pip install --no-deps --require-hashes -r {name}
"""


class Target(NamedTuple):
    """One environment the lock must serve."""

    python: str
    system: str


TARGETS = tuple(Target(python, system) for python in PYTHONS for system in SYSTEMS)


def main(arguments: list[str]) -> int:
    """Write both lock files; ``--upgrade`` moves the pins to the newest versions that fit."""
    upgrade = "--upgrade" in arguments
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    run_wants = [Requirement(line) for line in project["dependencies"]]
    dev_wants = run_wants + [Requirement(line) for line in project["optional-dependencies"]["dev"]]
    LOCKS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        pins = _pins(dev_wants, Path(folder), upgrade=upgrade)
        described = _metadata(pins, Path(folder))
    for name, wants in (("run", run_wants), ("dev", dev_wants)):
        needed = _needed(wants, described)
        blocks = [_block(pins[dist], _marker(targets)) for dist, targets in sorted(needed.items())]
        (LOCKS / f"{name}.lock").write_text(HEADER.format(name=f"requirements/{name}.lock") + "".join(blocks))
        print(f"requirements/{name}.lock: {len(blocks)} distributions")
    unused = sorted(set(pins) - set(needed))
    if unused:
        print("pinned but needed nowhere, left out:", ", ".join(unused))
    return 0


def _pins(wants: list[Requirement], folder: Path, *, upgrade: bool) -> dict[str, str]:
    """Pins with hashes, by canonical name: the text blocks that pip-compile writes."""
    source, target = folder / "wants.in", folder / "wants.lock"
    lines = [f"{want.name}{want.specifier}" for want in wants]
    source.write_text("\n".join([*lines, *FOREIGN["run"], *FOREIGN["dev"]]) + "\n")
    known = LOCKS / "dev.lock"
    if known.exists() and not upgrade:
        target.write_text(re.sub(r" ; [^\\\n]*", "", known.read_text()))
    command = [
        sys.executable, "-m", "piptools", "compile", "--quiet", "--generate-hashes", "--allow-unsafe",
        "--strip-extras", "--no-annotate", "--no-header", "--no-emit-options", "--no-emit-index-url",
        "--no-emit-find-links", "--no-emit-trusted-host", "--output-file", str(target), str(source),
    ]  # fmt: skip
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    text = re.sub(r"^#.*\n", "", target.read_text(), flags=re.MULTILINE)
    blocks = re.findall(r"^\S.*(?:\n[ \t]+\S.*)*", text, flags=re.MULTILINE)
    return {canonicalize_name(block.split("==")[0]): block for block in blocks}


def _metadata(pins: dict[str, str], folder: Path) -> dict[str, dict[str, Any]]:
    """Metadata of every pinned distribution as pip reports it, by canonical name."""
    lock, report = folder / "all.lock", folder / "report.json"
    lock.write_text("\n".join(pins.values()) + "\n")
    command = [
        sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--no-deps", "--quiet",
        "--only-binary", ":all:", "--require-hashes", "--report", str(report), "-r", str(lock),
    ]  # fmt: skip
    subprocess.run(command, check=True)
    found = [entry["metadata"] for entry in json.loads(report.read_text())["install"]]
    return {canonicalize_name(metadata["name"]): metadata for metadata in found}


def _needed(wants: list[Requirement], described: dict[str, dict[str, Any]]) -> dict[str, set[Target]]:
    """The targets that need each distribution.

    Raises:
        SystemExit: If a target needs a distribution that is not pinned, or a pin does not fit a target.
    """
    needed: dict[str, set[Target]] = {}
    for target in TARGETS:
        queue, seen = list(_applying(wants, target, frozenset())), set()
        while queue:
            want = queue.pop()
            name = canonicalize_name(want.name)
            if name not in described:
                sys.exit(f"{target}: {want} is not pinned; add it to FOREIGN in packaging/lock.py")
            _check(want, described[name], target)
            needed.setdefault(name, set()).add(target)
            node = (name, frozenset(want.extras))
            if node not in seen:
                seen.add(node)
                inner = [Requirement(line) for line in described[name].get("requires_dist", [])]
                queue += _applying(inner, target, node[1])
    return needed


def _applying(wants: list[Requirement], target: Target, extras: frozenset[str]) -> list[Requirement]:
    """The requirements whose marker holds on the target, for a distribution wanted with these extras."""
    platform_system, os_name = SYSTEMS[target.system]
    environment = {
        "python_version": target.python,
        "python_full_version": f"{target.python}.99",
        "sys_platform": target.system,
        "platform_system": platform_system,
        "os_name": os_name,
        "platform_machine": "AMD64" if target.system == "win32" else "x86_64",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }
    choices = [{**environment, "extra": extra} for extra in ("", *extras)]
    return [want for want in wants if want.marker is None or any(map(want.marker.evaluate, choices))]


def _check(want: Requirement, metadata: dict[str, Any], target: Target) -> None:
    """End the run when the pinned version does not satisfy the requirement or the target's Python."""
    if not want.specifier.contains(Version(metadata["version"]), prereleases=True):
        sys.exit(f"{target}: {want} is not satisfied by the pin {metadata['version']}")
    python = Requirement(f"python{metadata.get('requires_python', '')}").specifier
    if not python.contains(f"{target.python}.99"):
        sys.exit(f"{target}: {metadata['name']} {metadata['version']} wants Python {python}")


def _marker(targets: set[Target]) -> str:
    """The shortest marker that holds for exactly these targets; empty for all of them."""
    systems = [system for system in SYSTEMS if any(target.system == system for target in targets)]
    pythons = [python for python in PYTHONS if any(target.python == python for target in targets)]
    if len(targets) != len(systems) * len(pythons):
        lines = [_marker({target}) for target in sorted(targets)]
        return " or ".join(f"({line})" for line in lines)
    parts = []
    if len(pythons) < len(PYTHONS):
        below = PYTHONS[len(pythons)] if tuple(pythons) == PYTHONS[: len(pythons)] else None
        parts.append(f'python_version < "{below}"' if below else _either("python_version", pythons))
    if len(systems) < len(SYSTEMS):
        parts.append(_either("sys_platform", systems))
    return " and ".join(parts)


def _either(variable: str, values: list[str]) -> str:
    text = " or ".join(f'{variable} == "{value}"' for value in values)
    return f"({text})" if len(values) > 1 else text


def _block(pin: str, marker: str) -> str:
    """A pin with its marker before the hashes."""
    if marker:
        pin = re.sub(r"^(\S+)", rf"\1 ; {marker}", pin, count=1)
    return pin + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
