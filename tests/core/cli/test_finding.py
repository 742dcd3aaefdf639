"""`source add` and `source suggest` over a real socket: what people paste, what is offered, what is said instead."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kundenradar.cli.main import run
from tests.core.feeds.serving import FEED, Answer, LoopbackServer

TOPIC = (
    b"<html><body>Powered by <a href='https://www.phpbb.com/'>phpBB</a> <ul class='breadcrumbs'>"
    b"<li><a href='./viewforum.php?f=3'>Heizung</a></li></ul></body></html>"
)
HTML = (("Content-Type", "text/html; charset=utf-8"),)


class NoFace:
    """Nothing is painted here."""


@dataclass
class Shell:
    folder: Path
    capture: pytest.CaptureFixture[str]

    def json(self, *arguments: str, code: int = 0) -> tuple[Any, str]:
        got = run(["--data-dir", str(self.folder), *arguments, "--json"], NoFace())  # type: ignore[arg-type]
        captured = self.capture.readouterr()
        assert got == code, captured.err
        return json.loads(captured.out), captured.err


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, capsys)


@pytest.fixture
def forum() -> Iterator[LoopbackServer]:
    def feed(name: str) -> Answer:
        return Answer(FEED.replace(b"<title>Forum", b"<title>" + name.encode(), 1))

    routes = {
        "/forum/viewtopic.php": Answer(TOPIC, headers=HTML),
        "/forum/app.php/feed/topic/55": feed("Diskussion"),
        "/forum/app.php/feed/forum/3": feed("Brett"),
        "/forum/app.php/feed": feed("Alles"),
        "/leer": Answer(b"<html><body>Impressum</body></html>", headers=HTML),
    }
    with LoopbackServer(routes) as made:
        yield made


def test_a_pasted_discussion_offers_itself_its_board_and_everything(shell: Shell, forum: LoopbackServer) -> None:
    answer, _ = shell.json("source", "add", f"„{forum.url('/forum/viewtopic.php?t=55')}“.")
    assert answer["feed_url"] == forum.url("/forum/app.php/feed/topic/55")
    assert (answer["kind"], answer["software"]) == ("forum", "phpBB")
    assert [(one["title"], one["scope"]) for one in answer["candidates"]] == [
        ("Diskussion", "thread"),
        ("Brett", "board"),
        ("Alles", "all"),
    ]


def test_an_address_without_its_scheme_falls_back_to_what_answers(shell: Shell, forum: LoopbackServer) -> None:
    typed = f"Schauen Sie: {forum.url('/forum/app.php/feed').replace('http://', 'http:/')}"
    answer, _ = shell.json("source", "add", typed.partition(": ")[2])
    assert answer["feed_url"] == forum.url("/forum/app.php/feed")


def test_a_page_without_feeds_says_what_helps(shell: Shell, forum: LoopbackServer) -> None:
    answer, said = shell.json("source", "add", forum.url("/leer"), code=1)
    assert "war nichts zu finden" in answer["error"]
    assert answer["error"] in said


def test_a_closed_place_is_named_with_what_works_instead(shell: Shell) -> None:
    shell.json("firm", "set", "--name", "Adler GmbH", "--town", "Bad Tölz")
    answer, _ = shell.json("source", "add", "https://www.gutefrage.net/frage/x", code=1)
    assert answer["error"].startswith("gutefrage bietet keinen Feed an.")
    instead = answer["instead"]
    assert instead["place"] == "gutefrage"
    assert instead["alert"] == 'site:gutefrage.net "Adler" "Bad Tölz"'
    assert instead["feeds"][0]["url"].startswith("https://www.bing.com/search?q=site%3Agutefrage.net")
    assert len(instead["steps"]) == 5


def test_a_mail_address_is_no_riddle(shell: Shell) -> None:
    answer, _ = shell.json("source", "add", "info@firma.example", code=1)
    assert "www.firma.example" in answer["error"]


def test_suggestions_come_from_name_town_and_trade(shell: Shell) -> None:
    assert shell.json("source", "suggest")[0] == []
    shell.json("firm", "set", "--name", "Brandt Haustechnik GmbH", "--town", "Köln")
    searches, _ = shell.json("source", "suggest")
    with_trade, _ = shell.json("source", "suggest", "--trade", "Heizung")
    assert searches[0]["title"] == "Google News: Brandt Haustechnik"
    assert len(with_trade) > len(searches)
    assert all(one["hears"] for one in with_trade)


def test_an_unknown_trade_names_the_known_ones(shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["--data-dir", str(shell.folder), "source", "suggest", "--trade", "raumfahrt"], NoFace())  # type: ignore[arg-type]
    assert code == 1
    assert "heizung" in capsys.readouterr().err
