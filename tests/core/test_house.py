"""What holds the house together: its top level, its lock, its notices, its versions."""

import importlib.metadata
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import packaging
import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import kundenradar

ROOT = Path(__file__).parents[2]
LOCKS = ("run", "dev")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

NONE_COUNT = """
import sys
from PySide6.QtCore import QObject
thing = QObject()
before = sys.getrefcount(None)
for _ in range(1000):
    thing.setObjectName("x")
print(sys.getrefcount(None) - before)
"""


def lock_blocks(name: str) -> dict[str, str]:
    """Text of each pin with its hashes, by canonical distribution name."""
    text = (ROOT / "requirements" / f"{name}.lock").read_text("utf-8")
    blocks = re.findall(r"^[A-Za-z0-9]\S*.*(?:\n[ \t]+\S.*)*", text, flags=re.MULTILINE)
    return {canonicalize_name(block.split("==")[0]): block for block in blocks}


def pinned(block: str) -> str:
    return re.match(r"[^=]+==(\S+)", block)[1]


def marker_of(block: str) -> str:
    found = re.match(r"\S+ ; ([^\\]+)", block)
    return found[1].strip() if found else ""


def test_calls_into_qt_do_not_use_up_none() -> None:
    # PySide6 6.12.0 on Python 3.11 loses one reference per call and aborts after a minute of use (ADR 0008).
    run = subprocess.run([sys.executable, "-c", NONE_COUNT], check=False, capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) > -100


def test_packaging_does_not_shadow_the_library_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert Path(packaging.__file__).parent != ROOT / "packaging"


def test_tests_do_not_shadow_the_face() -> None:
    assert not (ROOT / "tests" / "ui").exists()


@pytest.mark.parametrize(
    "name",
    [
        "kundenradar", "ui", "resources", "tests", "packaging", "bench", "docs", "requirements",
        "main.py", "pyproject.toml", "Makefile", ".ci/run",
        "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "NOTICE",
    ],
)  # fmt: skip
def test_the_top_level_is_the_agreed_one(name: str) -> None:
    assert (ROOT / name).exists()


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_is_exact_and_hashed(name: str) -> None:
    blocks = lock_blocks(name)
    shape = r"[a-z0-9-]+==\d\S*( ; [^\\\n]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+"
    assert [block for block in blocks.values() if not re.fullmatch(shape, block)] == []
    assert len(blocks) > len(PROJECT["dependencies"])


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_names_no_place(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.lock").read_text("utf-8")
    pins = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)
    assert not re.search(r"://|@|/|--(?!hash=sha256:)", pins)


def test_the_two_locks_agree() -> None:
    run, dev = lock_blocks("run"), lock_blocks("dev")
    assert {name: dev.get(name) for name in run} == run


@pytest.mark.parametrize("system", ["linux", "win32", "darwin"])
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_lock_satisfies_the_project_everywhere(system: str, python: str) -> None:
    environment = {"sys_platform": system, "python_version": python}
    for line in PROJECT["dependencies"]:
        want = Requirement(line)
        if want.marker and not want.marker.evaluate(environment):
            continue
        block = lock_blocks("run")[canonicalize_name(want.name)]
        assert want.specifier.contains(pinned(block)), line
        assert not marker_of(block) or Marker(marker_of(block)).evaluate(environment), line


def test_what_is_installed_is_what_is_locked() -> None:
    wrong = []
    for name, block in lock_blocks("run").items():
        if marker_of(block) and not Marker(marker_of(block)).evaluate():
            continue
        installed = importlib.metadata.version(name)
        if installed != pinned(block):
            wrong.append(f"{name}: installed {installed}, locked {pinned(block)}")
    assert wrong == []


@pytest.mark.parametrize(
    "name", ["README.md", "packaging/setup.sh", "packaging/README.md", "packaging/macos/README.md"]
)
def test_whoever_installs_a_lock_resolves_nothing(name: str) -> None:
    ways = [line for line in (ROOT / name).read_text("utf-8").splitlines() if "--require-hashes" in line]
    assert ways
    assert all("--no-deps --require-hashes" in line for line in ways)


def test_the_faulty_qt_is_not_locked_and_not_allowed() -> None:
    (want,) = (Requirement(line) for line in PROJECT["dependencies"] if line.startswith("PySide6"))
    assert not want.specifier.contains("6.12.0")
    assert pinned(lock_blocks("run")["pyside6-essentials"]) != "6.12.0"


def notice_lines() -> dict[str, str]:
    """Licence by canonical distribution name, as NOTICE states it."""
    text = (ROOT / "NOTICE").read_text("utf-8")
    return {canonicalize_name(name): licence for name, licence in re.findall(r"^(\S+) {2,}(\S.*)$", text, re.MULTILINE)}


def test_the_notice_names_everything_that_runs() -> None:
    stated = notice_lines()
    assert [name for name in lock_blocks("run") if name not in stated] == []


def test_the_notice_agrees_with_what_the_distributions_say() -> None:
    stated, wrong = notice_lines(), []
    for name, block in lock_blocks("run").items():
        if marker_of(block) and not Marker(marker_of(block)).evaluate():
            continue
        expression = importlib.metadata.metadata(name).get("License-Expression", "")
        words = set(re.findall(r"[\w.-]+", expression)) - {"OR", "AND", "WITH"}
        if words and not any(word in stated[name] for word in words):
            wrong.append(f"{name}: {expression}, NOTICE says {stated[name]}")
    assert wrong == []


def test_nothing_that_runs_is_under_the_gpl_alone() -> None:
    wrong = []
    for name, block in lock_blocks("run").items():
        if marker_of(block) and not Marker(marker_of(block)).evaluate():
            continue
        metadata = importlib.metadata.metadata(name)
        said = [metadata.get("License-Expression", ""), (metadata.get("License") or "").split("\n")[0]]
        said += [line for line in metadata.get_all("Classifier", []) if line.startswith("License")]
        text = " ".join(filter(None, said))
        if re.search(r"\bA?GPL|GNU (General|Affero)", text) and "LGPL" not in text:
            wrong.append(f"{name}: {text}")
    assert wrong == []


def test_the_version_is_the_same_everywhere() -> None:
    metainfo = next((ROOT / "packaging" / "linux").glob("*.metainfo.xml")).read_text("utf-8")
    assert PROJECT["version"] == kundenradar.__version__
    assert re.search(r'<release version="([^"]+)"', metainfo)[1] == kundenradar.__version__


def test_decisions_are_numbered_without_gaps_and_named_by_a_sentence() -> None:
    names = sorted(path.name for path in (ROOT / "docs" / "adr").glob("*.md"))
    assert [name[:4] for name in names] == [f"{number:04d}" for number in range(1, len(names) + 1)]
    assert all(re.fullmatch(r"\d{4}(-[a-z0-9]+){3,}\.md", name) for name in names)


def test_each_decision_says_context_decision_consequences() -> None:
    for path in (ROOT / "docs" / "adr").glob("*.md"):
        headings = re.findall(r"^## (.+)$", path.read_text("utf-8"), flags=re.MULTILINE)
        assert headings == ["Context", "Decision", "Consequences"], path.name
