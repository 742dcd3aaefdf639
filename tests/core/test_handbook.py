"""The German manual keeps up with the program: every sentence explained, every link alive, every key named."""

import re
from pathlib import Path

import click
import pytest

from kundenradar.cli.main import commands
from kundenradar.domain.drafts import open_placeholders
from kundenradar.domain.errors import DataError, OutsideError, Trouble, TroubleKind
from kundenradar.domain.queries import parse_query
from kundenradar.services.messages import sentence

HANDBOOK = Path(__file__).parents[2] / "docs" / "handbuch"
PAGES = sorted(HANDBOOK.glob("*.md"))
DETAILS = (
    *(
        "",
        "closed-platform",
        "no-feed-here",
        "login-page",
        "captive-portal",
        "rejected",
        "key-rejected",
        "unknown-login",
        "elsewhere",
        "forgotten",
        "reddit-token",
    ),
    *("negotiate", "no-such-host", "login", "unknown-kind"),
)


def first_words(text: str) -> str:
    """The first sentence without what depends on the case: causes in brackets, lengths of waits."""
    bare = re.sub(r" \([^)]*\)", "", text)
    return re.split(r"[.;](?=\s|$)", bare)[0]


@pytest.mark.parametrize("kind", TroubleKind)
@pytest.mark.parametrize("detail", DETAILS)
def test_every_trouble_of_a_source_is_explained(kind: TroubleKind, detail: str) -> None:
    help_page = (HANDBOOK / "10-hilfe.md").read_text(encoding="utf-8")
    said = sentence(OutsideError(Trouble(kind, host="forum.example", detail=detail)))
    assert f"**{first_words(said)}.**" in help_page


@pytest.mark.parametrize("code", ["damaged", "newer", "locked", "full", "read-only", "migration"])
def test_every_trouble_of_the_data_is_explained(code: str) -> None:
    help_page = (HANDBOOK / "10-hilfe.md").read_text(encoding="utf-8")
    assert f"**{first_words(sentence(DataError(code)))}.**" in help_page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    missing = [target for target in targets if "://" not in target and not (page.parent / target).is_file()]
    assert missing == []


def test_the_index_names_every_chapter() -> None:
    index = (HANDBOOK / "index.md").read_text(encoding="utf-8")
    chapters = [page.name for page in PAGES if page.name != "index.md"]
    assert len(chapters) == 12
    assert [name for name in chapters if f"({name})" not in index] == []


def test_the_examples_of_the_query_language_can_be_read() -> None:
    page = (HANDBOOK / "03-suchprofile.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE)
    examples = re.findall(r"^`([^`]+)`$|: ?\n?`([^`]+)`$|\*\* `([^`]+)`$", page, re.MULTILINE)
    expressions = [*table, *(part for groups in examples for part in groups if part)]

    assert len(expressions) >= 13
    for expression in expressions:
        parse_query(expression)


def test_no_page_leaves_a_placeholder_or_mark_of_work_to_do() -> None:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"TODO|FIXME|XXX|Lorem", text)
        assert all(name[0].isupper() for name in open_placeholders(text))


def commands_of(group: click.Group, path: str = "") -> dict[str, click.Command]:
    found: dict[str, click.Command] = {}
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        inner = (
            commands_of(command, f"{path}{name} ") if isinstance(command, click.Group) else {f"{path}{name}": command}
        )
        found.update(inner)
    return found


@pytest.mark.parametrize(("name", "command"), sorted(commands_of(commands).items()))
def test_the_reference_names_every_command_and_option(name: str, command: click.Command) -> None:
    reference = (HANDBOOK.parent / "cli.md").read_text(encoding="utf-8")
    heading = next((line for line in reference.splitlines() if line.startswith("### ") and f"`{name}" in line), "")
    assert heading
    options = [option for parameter in command.params for option in parameter.opts if option.startswith("--")]
    missing = [option for option in options if option not in {"--json", "--help"} and option not in reference]
    assert missing == []
