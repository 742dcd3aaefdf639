"""From the feed to `mentions --json`: what is said of the firm is judged, and the answer says which part that was."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kundenradar.cli.main import run
from tests.core.feeds.serving import Answer, LoopbackServer
from tests.fakes import Post, rss

TEXTS = {
    "Wetter": "Das Wetter war grauenhaft, Regen den ganzen Tag. Brandt war trotzdem pünktlich, super Arbeit!",
    "Vergleich": "Petersen ist viel freundlicher als Brandt.",
    "Liste": "Vertreten sind Autohaus Klein, Brandt, Möbel Huber und die Volksbank.",
    "Wolke": "Wolke Sieben hat uns betrogen, eine Katastrophe. Brandt hat super gearbeitet.",
    "Lob": "Brandt hat super gearbeitet, vielen Dank.",
}


class NoFace:
    """Nothing is painted here."""


@dataclass
class Shell:
    folder: Path
    capture: pytest.CaptureFixture[str]

    def json(self, *arguments: str) -> Any:
        got = run(["--data-dir", str(self.folder), *arguments, "--json"], NoFace())  # type: ignore[arg-type]
        captured = self.capture.readouterr()
        assert got == 0, captured.err
        return json.loads(captured.out)

    def mentions(self, *arguments: str) -> dict[str, Any]:
        return {one["title"]: one for one in self.json("mentions", *arguments)}


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Shell]:
    moment = datetime.now(UTC).replace(microsecond=0)
    posts = [Post(number, title, text, moment) for number, (title, text) in enumerate(TEXTS.items())]
    with LoopbackServer({"/feed.xml": Answer(rss(posts))}) as server:
        made = Shell(tmp_path, capsys)
        made.json("firm", "set", "--name", "Brandt")
        made.json("source", "add", "--feed", server.url("/feed.xml"))
        made.json("fetch", "--all")
        yield made


def test_fetched_mentions_are_judged_by_what_they_say_of_the_firm(shell: Shell) -> None:
    found = shell.mentions()
    assert {title: one["sentiment"]["label"] for title, one in found.items()} == {
        "Wetter": "positive",
        "Vergleich": "negative",
        "Liste": "neutral",
        "Wolke": found["Wolke"]["sentiment"]["label"],
        "Lob": "positive",
    }
    assert found["Wetter"]["about"] == {
        "label": "firm",
        "sentences": 2,
        "counted": 1,
        "sentence": "Beurteilt wurde, was über Ihre Firma gesagt wird (1 von 2 Sätzen).",
    }
    assert found["Vergleich"]["about"]["label"] == "whole"
    assert found["Vergleich"]["about"]["sentence"] == "Ein Vergleich mit anderen fällt gegen Ihre Firma aus."
    assert found["Lob"]["about"] == {"label": "whole", "sentences": None, "counted": None, "sentence": None}


def test_what_names_the_firm_in_passing_can_be_left_out(shell: Shell) -> None:
    assert shell.mentions()["Liste"]["about"]["label"] == "passing"
    assert set(shell.mentions("--passing")) == {"Liste"}
    assert set(shell.mentions("--no-passing")) == set(TEXTS) - {"Liste"}


def test_a_competitor_is_named_kept_and_taken_back(shell: Shell) -> None:
    shell.json("firm", "set", "--name", "Brandt", "--competitor", "Wolke Sieben")
    assert shell.mentions()["Wolke"]["sentiment"]["label"] == "positive"
    shell.json("firm", "set", "--name", "Brandt")
    assert shell.mentions()["Wolke"]["about"]["label"] == "firm"
    shell.json("firm", "set", "--name", "Brandt", "--competitor", "")
    assert shell.mentions()["Wolke"]["about"]["label"] == "whole"
