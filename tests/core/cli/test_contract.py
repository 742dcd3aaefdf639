"""The command line keeps its contract: exit codes, one JSON document, German sentences."""

import io
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kundenradar.app.compose import opened
from kundenradar.cli.main import run
from kundenradar.cli.shapes import source_object
from kundenradar.cli.topics import telling
from kundenradar.domain.errors import Trouble, TroubleKind
from kundenradar.domain.reports import WeekReport
from kundenradar.domain.sources import Source, SourceId, SourceKind
from kundenradar.domain.understanding import Cause
from kundenradar.services.samples import SampleServer, sample_documents
from kundenradar.settings import load_settings

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class FakeFace:
    """Paints nothing and remembers what it was asked."""

    asked: list[tuple[Any, ...]] = field(default_factory=list)

    def open_window(self, data_dir: Path | None, arrival: str = "") -> int:
        self.asked.append(("window", data_dir, arrival) if arrival else ("window", data_dir))
        return 0

    def write_pdf(self, report: WeekReport, path: Path) -> None:
        self.asked.append(("pdf", str(report.week), path))
        path.write_bytes(b"%PDF-1.4")

    def paint_page(
        self, page: str, out: Path, *, size: tuple[int, int], scale: float, theme: str, data_dir: Path | None
    ) -> None:
        self.asked.append((page, out, size, scale, theme, data_dir))


@dataclass
class Shell:
    """Runs commands in one data folder."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    face: FakeFace = field(default_factory=FakeFace)

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        code = run(["--data-dir", str(self.folder), *arguments], self.face)
        captured = self.capture.readouterr()
        return code, captured.out, captured.err

    def json(self, *arguments: str, code: int = 0) -> Any:
        got, out, err = self(*arguments, "--json")
        assert got == code, err
        assert "Traceback" not in err
        return json.loads(out)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, capsys)


@pytest.fixture
def server() -> Iterator[SampleServer]:
    with SampleServer(sample_documents(datetime.now(UTC))) as made:
        yield made


@pytest.fixture
def filled(shell: Shell, server: SampleServer) -> Shell:
    shell("firm", "set", "--name", "Brandt Haustechnik", "--term", "Brandt")
    shell("source", "add", "--feed", *[source.feed_url for source in server.sources()])
    shell("fetch", "--all")
    return shell


def test_a_firm_becomes_the_first_suchprofil(shell: Shell) -> None:
    answer = shell.json(
        "firm", "set", "--name", "Brandt", "--term", "Wärmepumpe", "--exclude", "Willy", "--state", "nw"
    )
    assert answer["query"]["name"] == "Unsere Firma"
    assert "Wärmepumpe" in answer["query"]["expression"]
    assert len(shell.json("query", "list")) == 1
    settings, _ = load_settings(shell.folder / "settings.json")
    assert settings.first_run_done  # the window does not ask for the firm again


def test_a_source_is_added_listed_paused_resumed_and_removed(shell: Shell, server: SampleServer) -> None:
    address = server.sources()[0].feed_url
    added = shell.json("source", "add", address, "--name", "Forum", "--kind", "forum")
    assert (added["name"], added["kind"], added["feed_url"]) == ("Forum", "forum", address)
    assert added["candidates"][0]["url"] == address
    number = str(added["id"])
    assert shell("source", "pause", number)[0] == 0
    assert shell.json("source", "list")[0]["state"] == "paused"
    assert shell("source", "resume", number)[0] == 0
    assert shell.json("source", "list")[0]["state"] == "new"
    assert set(shell.json("source", "list")[0]) >= {
        "id", "name", "kind", "software", "feed_url", "state", "last_success", "next_due", "entries", "mentions",
        "missed_estimate", "error",
    }  # fmt: skip
    assert shell("source", "remove", number)[0] == 0
    assert shell.json("source", "list") == []


def test_several_addresses_answer_with_a_list_and_keep_what_works(shell: Shell, server: SampleServer) -> None:
    good = server.sources()[0].feed_url
    answers = shell.json("source", "add", "--feed", good, "ftp://nirgends.example/x", code=1)
    assert answers[0]["feed_url"] == good
    assert "error" in answers[1]
    assert len(shell.json("source", "list")) == 1


def test_one_address_that_fails_answers_with_its_error(shell: Shell) -> None:
    answer = shell.json("source", "add", "--feed", "ftp://nirgends.example/x", code=1)
    assert set(answer) == {"address", "error"}


def test_a_page_that_links_a_feed_is_enough(shell: Shell, server: SampleServer) -> None:
    added = shell.json("source", "add", server.base_url)
    assert added["feed_url"].startswith(server.base_url)
    assert len(added["candidates"]) == 3


def test_fetch_counts_and_a_second_one_finds_nothing_new(shell: Shell, server: SampleServer) -> None:
    shell("source", "add", "--feed", *[source.feed_url for source in server.sources()])
    first = shell.json("fetch", "--all")
    assert {feed["outcome"] for feed in first["feeds"]} == {"ok"}
    assert first["new"] == sum(feed["entries"] for feed in first["feeds"]) > 200
    second = shell.json("fetch", "--all")
    assert {feed["outcome"] for feed in second["feeds"]} == {"unchanged"}
    assert second["new"] == 0
    assert shell.json("fetch")["feeds"] == []


def test_a_failing_source_is_a_sentence_not_a_traceback(shell: Shell) -> None:
    number = shell.json("source", "add", "--feed", "http://127.0.0.1:9/feed")["id"]
    code, out, err = shell("fetch", "--source", str(number), "--json")
    feed = json.loads(out)["feeds"][0]
    assert (code, feed["outcome"], feed["status"]) == (1, "failed", None)
    assert "127.0.0.1" in feed["error"]
    assert "nicht erreichbar" in err


def test_entries_hold_everything_in_their_shape(filled: Shell) -> None:
    entries = filled.json("entries")
    assert len(entries) > 200
    assert set(entries[0]) == {
        "id", "source", "position", "guid", "identity", "title", "link", "author", "published_at", "updated_at",
        "text", "thread", "in_reply_to", "versions", "author_url", "rating", "replies", "views", "channel",
        "gone_at",
    }  # fmt: skip
    assert len(filled.json("entries", "--source", "1", "--limit", "5")) == 5
    times = [entry["published_at"] for entry in entries]
    assert times == sorted(times, reverse=True)
    assert times[0].endswith("Z")


def test_mentions_can_be_narrowed(filled: Shell) -> None:
    every = filled.json("mentions")
    assert 50 < len(every) < len(filled.json("entries"))
    assert set(every[0]["sentiment"]) == {"label", "score", "confidence", "model", "by_human"}
    negative = filled.json("mentions", "--sentiment", "negative")
    assert {mention["sentiment"]["label"] for mention in negative} == {"negative"}
    day = every[0]["published_at"][:10]
    assert len(filled.json("mentions", "--since", day)) < len(every)
    assert filled.json("mentions", "--status", "answered") == []
    assert len(filled.json("mentions", "--query", "wärmepumpe", "--limit", "3")) == 3


def test_query_test_search_and_mentions_agree(filled: Shell) -> None:
    tried = filled.json("query", "test", "wärmepumpe*", "--limit", "2")
    assert tried["hits"] > len(tried["examples"]) == 2
    hits = filled.json("search", "wärmepumpe*")
    assert len(hits) == tried["hits"]
    assert any("**" in hit["snippet"] for hit in hits)
    saved = filled.json("query", "add", "Pumpen", "wärmepumpe*")
    assert saved["mentions"] == tried["hits"]
    assert filled("query", "remove", str(saved["id"]))[0] == 0


def test_a_mistake_in_an_expression_is_pointed_at(filled: Shell) -> None:
    for command in (["query", "test"], ["search"], ["mentions", "--query"], ["query", "add", "Neu"]):
        code, _, err = filled(*command, "brandt\nOR (wärme")
        assert code == 1
        assert err.splitlines()[-2:] == ["OR (wärme", "   ^"]


def test_a_change_of_a_suchprofil_is_shown_against_it(filled: Shell) -> None:
    firm = filled.json("query", "list")[0]
    same = filled.json("query", "test", firm["expression"], "--against", str(firm["id"]))["change"]
    assert (same["coming"], same["going"], same["kept"]) == (0, 0, firm["mentions"])
    other = filled.json("query", "test", "wärmepumpe*", "--against", str(firm["id"]))
    assert other["change"]["coming"] + other["change"]["kept"] == other["hits"]
    assert other["change"]["going"] + other["change"]["kept"] == firm["mentions"]
    assert "fallen weg" in filled("query", "test", "brandt", "--against", str(firm["id"]))[1]


def test_noise_is_shut_out_and_let_in_again(filled: Shell) -> None:
    every = len(filled.json("mentions"))
    preview = filled.json("noise", "add", "word", "wärmepumpe", "--preview")
    assert 0 < preview["leaving"] < every
    added = filled.json("noise", "add", "word", "wärmepumpe")
    assert added["left"] == preview["leaving"]
    assert len(filled.json("mentions")) == every - added["left"]
    assert [one["value"] for one in filled.json("noise", "list")] == ["wärmepumpe"]
    assert filled.json("noise", "remove", str(added["id"]))["returned"] == added["left"]
    assert len(filled.json("mentions")) == every


def test_stats_and_report_agree(filled: Shell) -> None:
    numbers = filled.json("stats", "--days", "7")
    assert len(numbers["days"]) == 7
    assert numbers["total"] == sum(day["total"] for day in numbers["days"])
    assert {"index", "unanswered", "answer_rate", "median_answer_hours", "median_per_day"} <= set(numbers)
    week = filled.json("report")
    assert week["figures"]["total"] == sum(day["total"] for day in week["days"])


def test_a_report_is_written_as_pdf_and_page(filled: Shell, tmp_path: Path) -> None:
    pdf, page = tmp_path / "b.pdf", tmp_path / "b.html"
    assert filled("report", "--week", "2026-W47", "--pdf", str(pdf), "--html", str(page))[0] == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "Wochenbericht" in page.read_text(encoding="utf-8")
    code, _, err = filled("report", "--html", str(tmp_path / "missing" / "b.html"))
    assert (code, "lässt sich nicht schreiben" in err) == (1, True)


def test_classify_answers_line_by_line_in_order(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [{"id": n, "text": text} for n, text in enumerate(["Toller Service!", "Alles kaputt, eine Frechheit.", ""])]
    stdin = io.TextIOWrapper(io.BytesIO("\n".join(json.dumps(line) for line in lines).encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    code, out, _ = shell("classify")
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [answer["id"] for answer in answers] == [0, 1, 2]
    assert [answer["label"] for answer in answers] == ["positive", "negative", "neutral"]
    asked = {"id", "label", "shown", "score", "confidence", "concern", "topics", "why"}
    assert set(answers[0]) == asked | {"needs_answer", "safety"}
    why = answers[0]["why"][0]
    assert lines[0]["text"][why["start"] : why["end"]].startswith("Toller")


def test_classify_names_the_line_that_is_no_json(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"id": 1, "text": "gut"}\nkaputt\n')))
    code, out, err = shell("classify")
    assert (code, len(out.splitlines())) == (1, 1)
    assert "Zeile 2" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["query", "add", "x", "(offen"], "Klammer"),
        (["query", "remove", "99"], "gibt es nicht"),
        (["query", "test", "x", "--against", "99"], "gibt es nicht"),
        (["query", "add", "x", "Brandt seit:7t"], "Suchprofil"),
        (["noise", "add", "site", "x"], "keine Website"),
        (["noise", "remove", "99"], "nicht"),
        (["source", "remove", "99"], "gibt es nicht"),
        (["source", "add", "--feed", "keine adresse"], "keine Internetadresse"),
        (["report", "--week", "2026-W99"], "keine Kalenderwoche"),
        (["mentions", "--since", "gestern"], "kein Datum"),
        (["firm", "set", "--name", "  "], "Name"),
        (["firm", "set", "--name", "x", "--state", "XX"], "Bundesland"),
        (["firm", "set", "--name", "Brandt", "--exclude", "BRANDT"], "„BRANDT“ steht im Namen"),
        (["firm", "set", "--name", "Bäckerei Sommer", "--exclude", "Sommer*"], "ausschließen"),
        (["firm", "set", "--name", "Brandt", "--term", "Bad Ems", "--exclude", "Ems"], "„Ems“"),
        (["firm", "set", "--name", "Brandt", "--competitor", "(("], "„((“"),
        (["firm", "set", "--name", "Brandt", "--term", "!"], "weder Buchstaben noch Ziffern"),
        (["firm", "set", "--name", "((", "--term", "Brandt"], "weder Buchstaben noch Ziffern"),
        (["mentions", "--cause", "xyz"], "„xyz“ gibt es nicht"),
        (["mentions", "--since", "2026-11-02", "--until", "2026-11-01"], "02.11.2026 bis 01.11.2026"),
        (["mentions", "--query", "text:Heizung"], "\n^^^^\n"),
        (["search", "Bad text:Heizung"], "Feld „text“"),
        (["query", "add", "x", "text:Heizung"], "Feld „text“"),
        (["query", "test", "text:Heizung"], "Feld „text“"),
        (["source", "add", "x", "--user", "karl"], "Passwort"),
    ],
)
def test_refusals_are_german_sentences_with_exit_1(shell: Shell, arguments: Sequence[str], words: str) -> None:
    code, _, err = shell(*arguments)
    assert code == 1
    assert words in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["fetch", "--nonsense"],
        ["query", "add"],
        ["stats", "--days", "0"],
        ["screenshot", "overview", "y.png", "--size", "a"],
        ["screenshot", "overview", "y.xyz"],
        ["screenshot", "overview", "y"],
    ],
)
def test_wrong_usage_is_exit_2(shell: Shell, arguments: Sequence[str]) -> None:
    code, out, err = shell(*arguments)
    assert (code, out) == (2, "")
    assert "--help" in err


def test_a_small_nicht_is_told_to_be_a_word(shell: Shell) -> None:
    for command in (["search"], ["mentions", "--query"], ["query", "test"], ["query", "add", "x"]):
        code, _, err = shell(*command, "Heizung nicht warm")
        assert code == 0
        assert "NICHT" in err


def test_unusable_data_is_exit_3(shell: Shell) -> None:
    (shell.folder / "kundenradar.sqlite3").write_bytes(b"kein SQLite")
    code, _, err = shell("source", "list")
    assert code == 3
    assert "beschädigt" in err


def test_a_bug_is_a_sentence_too(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kundenradar.services.subscriptions.list_sources", broken)
    code, _, err = shell("source", "list")
    assert code == 1
    assert "Programmfehler" in err
    assert "Traceback" not in err


def test_the_window_opens_without_a_command(shell: Shell) -> None:
    assert run(["--data-dir", str(shell.folder)], shell.face) == 0
    assert run(["--data-dir", str(shell.folder), "window"], shell.face) == 0
    assert shell.face.asked == [("window", shell.folder)] * 2


def test_a_feed_link_is_handed_to_the_window(shell: Shell) -> None:
    link = "feed:https://forum.example/rss"
    assert run(["--data-dir", str(shell.folder), "window", link], shell.face) == 0
    assert shell.face.asked == [("window", shell.folder, link)]


def test_notes_and_subscriptions_come_and_go(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "a.opml"
    file.write_bytes(b"<opml><body><outline text='A' xmlUrl='https://a.example/f'/></body></opml>")
    assert [one["feed_url"] for one in shell.json("opml", "import", str(file))["added"]] == ["https://a.example/f"]
    assert shell.json("opml", "export", str(tmp_path / "b.opml"))["feeds"] == 1
    file.write_bytes(b"<opml><body><outline text='A' xmlUrl='|reboot'/></body></opml>")
    code, _, err = shell("opml", "import", str(file))
    assert code == 1
    assert "Programme" in err


def test_screenshots_are_passed_on(shell: Shell, tmp_path: Path) -> None:
    out = tmp_path / "a.png"
    assert shell("screenshot", "overview", str(out), "--size", "1024x700", "--scale", "2", "--theme", "dark")[0] == 0
    assert shell.face.asked == [("overview", out, (1024, 700), 2.0, "dark", shell.folder)]


def test_doctor_looks_at_everything(filled: Shell) -> None:
    code, out, _ = filled("doctor", "--json")
    assert code == 0
    assert {check["name"] for check in json.loads(out)["checks"]} == {"database", "disk", "keyring", "clock", "network"}


def test_doctor_tells_what_is_left_of_damaged_data(shell: Shell) -> None:
    (shell.folder / "kundenradar.sqlite3").write_bytes(b"kein SQLite")
    code, out, _ = shell("doctor", "--json")
    checks = {check["name"]: check for check in json.loads(out)["checks"]}
    assert (code, checks["database"]["ok"], checks["disk"]["ok"]) == (3, False, True)
    assert checks["copies"]["text"] == "keine"
    (shell.folder / "copies").mkdir()
    (shell.folder / "copies" / "kundenradar-1.sqlite3").touch()
    code, out, err = shell("doctor")
    assert (code, err) == (3, "")
    assert "kundenradar-1.sqlite3" in out


def test_the_demo_does_the_whole_main_job(shell: Shell) -> None:
    shown = shell.json("demo")
    assert [feed["outcome"] for feed in shown["rounds"][0]["feeds"]] == ["ok"] * 3
    assert shown["rounds"][1]["new"] > 0
    assert shown["mentions"] > 100
    assert "{Verfasser}" not in shown["draft"]
    assert Path(shown["pdf"]).exists()
    assert "Wochenbericht" in Path(shown["html"]).read_text(encoding="utf-8")
    again = shell.json("demo")
    assert again["entries"] == shown["entries"]
    code, out, _ = shell("demo", "--window")
    assert code == 0
    assert "Antwortentwurf" in out
    assert shell.face.asked[-1] == ("window", shell.folder / "demo")


def test_the_demo_empties_no_foreign_folder(shell: Shell) -> None:
    (shell.folder / "demo").mkdir()
    precious = shell.folder / "demo" / "rechnung.txt"
    precious.write_text("wichtig")
    code, _, err = shell("demo")
    assert (code, precious.exists()) == (1, True)
    assert "andere Dateien" in err


def test_nothing_is_written_outside_the_data_folder(shell: Shell, tmp_path_factory: pytest.TempPathFactory) -> None:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home))
        shell("firm", "set", "--name", "Brandt")
        shell("fetch")
    assert list(home.rglob("*")) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["entries", "--limit", "3"], "."),
        (["mentions", "--limit", "3"], "tiv"),
        (["search", "brandt", "--limit", "2"], "2 Treffer"),
        (["query", "list"], "Unsere Firma"),
        (["query", "test", "brandt"], "Treffer"),
        (["noise", "add", "author", "Niemand", "--preview"], "Betrifft 0"),
        (["noise", "list"], "Nichts ist ausgeschlossen"),
        (["source", "list"], "läuft"),
        (["stats", "--days", "7"], "Stimmungsindex"),
        (["report"], "Wochenbericht"),
        (["fetch"], "Keine Quelle ist fällig"),
        (["fetch", "--all"], "unverändert"),
        (["doctor"], "Datenbank"),
        (["query", "add", "Rosen", "rosen"], "Suchprofil"),
    ],
)
def test_people_get_german_words_and_tables(filled: Shell, arguments: Sequence[str], words: str) -> None:
    code, out, _ = filled(*arguments)
    assert code == 0
    assert words in out


def test_an_empty_folder_says_what_to_do_next(shell: Shell) -> None:
    assert "source add" in shell("source", "list")[1]
    assert "Suchprofil" in shell("firm", "set", "--name", "Brandt")[1]


def test_a_terminal_sees_a_progress_bar(filled: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    code, _, err = filled("fetch", "--all")
    assert code == 0
    assert "Quellen abrufen" in err


def test_passwords_come_from_standard_input_only(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("geheim\n"))
    code, out, err = shell("source", "add", "--feed", "http://127.0.0.1:9/f", "--user", "karl", "--password-stdin")
    assert code == 0
    assert "geheim" not in out + err
    for file in shell.folder.rglob("*"):
        assert not file.is_file() or b"geheim" not in file.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["source", "pause", "9" * 30], "Zahl"),
        (["entries", "--limit", "9" * 30], "Zahl"),
        (["mentions", "--sentiment", "gut"], "positive"),
        (["nonsense"], "Den Befehl"),
        (["source"], "Möglich ist: add, list"),
        (["source", "add"], "Es fehlt eine Angabe: ADRESSE."),
        (["fetch", "--source", "abc"], "Die Angabe --source passt nicht. Nötig ist eine ganze Zahl von 1 bis"),
        (["stats", "--days", "4000"], "von 1 bis 3660"),
        (["note", "add", "--channel", "telefon", "--text-stdin", "--rating", "9"], "eine Zahl von 1 bis 5."),
        (["fetch", "--all=1"], "Zur Option „--all“ gehört keine Angabe."),
        (["report", "--pdf"], "Zur Option „--pdf“ fehlt die Angabe."),
        (["report", "--pdf", "/"], "Nötig ist eine Datei, kein Ordner."),
        (["entries", "zuviel"], "mehr, als der Befehl braucht: „zuviel“"),
        (["search", "-foo"], "setzen Sie --"),
    ],
)
def test_wrong_usage_says_what_would_fit(shell: Shell, arguments: Sequence[str], words: str) -> None:
    code, _, err = shell(*arguments)
    assert code == 2
    assert words in err


@pytest.mark.parametrize(
    "arguments",
    [
        ["source", "add", "--feed", "http://[::1"],
        ["source", "add", "--feed", "http://x.example:0/"],
        ["note", "add", "--channel", "telefon", "--text-stdin", "--at", "0001-01-01"],
    ],
)
def test_nonsense_is_refused_in_a_sentence_of_its_own(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, arguments: Sequence[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Gut")))
    code, _, err = shell(*arguments)
    assert code == 1
    assert "Programmfehler" not in err


def test_what_no_keyboard_writes_is_left_out_of_words(shell: Shell) -> None:
    assert shell.json("firm", "set", "--name", "Br\x01andt \udcff")["name"] == "Br andt \ufffd"
    assert shell("noise", "add", "author", "\x01")[0] == 1


def test_a_password_that_is_no_text_is_refused(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\udcff\n"))
    code, _, err = shell("source", "add", "--feed", "http://127.0.0.1:9/f", "--user", "karl", "--password-stdin")
    assert code == 1
    assert "UTF-8" in err


def test_a_password_without_a_name_is_refused(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("geheim\n"))
    code, _, err = shell("source", "add", "--feed", "http://127.0.0.1:9/f", "--password-stdin")
    assert code == 1
    assert "--user" in err


@pytest.mark.parametrize("folder", ["", " "])
def test_a_data_folder_without_a_name_is_not_the_current_folder(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["--data-dir", folder, "source", "list"], shell.face) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no FIFO there")
def test_a_report_leaves_a_pipe_a_pipe_and_a_link_a_link(shell: Shell, tmp_path: Path) -> None:
    pipe, link, file = tmp_path / "pipe", tmp_path / "link.html", tmp_path / "file.html"
    os.mkfifo(pipe)
    link.symlink_to(file)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert shell("report", "--html", str(pipe))[0] == 0
        assert os.read(reader, 20).startswith(b"<!doctype html>")
    finally:
        os.close(reader)
    assert pipe.is_fifo()
    assert shell("report", "--html", str(link))[0] == 0
    assert link.is_symlink()
    assert file.is_file()


def _help_pages(shell: Shell, *path: str) -> Iterator[str]:
    code, page, err = shell(*path, "--help")
    assert (code, err) == (0, "")
    yield page
    for command in re.findall(r"^  ([a-z]+)  ", page.partition("Befehle:")[2], re.MULTILINE):
        yield from _help_pages(shell, *path, command)


def test_every_help_page_speaks_german(shell: Shell) -> None:
    pages = list(_help_pages(shell))
    assert len(pages) > 30
    for page in pages:
        assert page.startswith("Aufruf: ")
        english = r"usage:|options:|commands:|show (?:this|the)|default:|required|\bargs\b|integer|range|directory"
        assert re.search(english, page, re.IGNORECASE) is None, page
    assert shell("--version")[1].startswith("Kundenradar 0.")


@pytest.mark.parametrize("week", ["9999-W52", "0001-W01", "٢٠٢٦-W٤٧"])
def test_weeks_beyond_the_calendar_are_refused(shell: Shell, week: str) -> None:
    code, _, err = shell("report", "--week", week)
    assert (code, "keine Kalenderwoche" in err) == (1, True)


def test_a_picture_of_any_size_is_refused_in_words(shell: Shell, tmp_path: Path) -> None:
    code, _, err = shell("screenshot", "overview", str(tmp_path / "x.png"), "--size", "99999x99999")
    assert (code, "Punkten" in err) == (1, True)


def test_a_second_demo_waits_its_turn(shell: Shell) -> None:
    from kundenradar.cli.demo import alone

    with alone(shell.folder):
        code, _, err = shell("demo")
    assert (code, "läuft schon" in err) == (1, True)


def test_a_password_inside_an_address_is_neither_shown_nor_stored(shell: Shell) -> None:
    code, out, err = shell(
        "source", "add", "--feed", "http://karl:Kanarie7@127.0.0.1:9/f", "ftp://x:Kanarie7@y/", "--json"
    )
    assert code == 1
    assert "Kanarie7" not in out + err
    for file in shell.folder.rglob("*"):
        assert not file.is_file() or b"Kanarie7" not in file.read_bytes()


def test_removing_and_pausing_answer_in_json_too(filled: Shell) -> None:
    assert filled.json("source", "pause", "1") == {"id": 1, "paused": True}
    assert filled.json("source", "remove", "1")["removed"] is True


def test_the_data_are_for_their_owner_only(shell: Shell) -> None:
    shell("source", "list")
    assert (shell.folder / "kundenradar.sqlite3").stat().st_mode & 0o077 == 0


def test_a_byte_order_mark_is_no_mistake(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    line = "\ufeff" + json.dumps({"id": 1, "text": "gut"})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line.encode())))
    assert shell("classify")[0] == 0


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("main", {"sqlalchemy", "numpy", "nltk", "aiohttp", "feedparser", "asyncio", "multiprocessing"}),
        ("classify", {"sqlalchemy", "aiohttp", "feedparser", "asyncio"}),
    ],
)
def test_a_command_imports_only_what_it_needs(module: str, unwanted: set[str]) -> None:
    script = f"import sys, kundenradar.cli.{module}; print(*sorted(sys.modules))"
    bare = {name: value for name, value in os.environ.items() if not name.startswith("COV")}  # it imports, too
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=bare)
    assert unwanted & set(done.stdout.split()) == set()


@pytest.mark.parametrize(
    ("title", "text", "shown"),
    [
        ("Der Sattel, den sie mir", "Der Sattel, den sie mir verkauft haben, quietscht.", True),
        ("Der Sattel, den …", "Der Sattel, den sie mir verkauft haben, quietscht.", True),
        ("", "Der Sattel quietscht.", True),
        ("Sattel kaputt", "Der Sattel quietscht.", False),
    ],
)
def test_an_example_is_its_text_where_the_title_only_begins_it(title: str, text: str, *, shown: bool) -> None:
    assert telling(title, text) == (text if shown else title)


@pytest.mark.parametrize(
    ("command", "asked"),
    [
        ("classify", '{"id": 1, "text": "gut"}\n'),
        ("learn", '{"id": 1, "text": "gut", "label": "positive"}\n'),
    ],
)
def test_text_of_two_bytes_a_letter_is_told_to_be_unreadable(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, command: str, asked: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(asked.encode("utf-16"))))
    code, _, err = shell(command)
    assert code == 1
    assert "UTF-8" in err


def test_learn_teaches_classify_in_this_folder(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"Unser Kessel Nummer {number} singt im Keller" for number in range(8)]
    lines = [json.dumps({"id": str(at), "text": text, "label": "negative"}) for at, text in enumerate(texts)]
    lines.append(json.dumps({"id": "0", "text": texts[0], "label": "negative"}))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    learnt = shell.json("learn")
    assert (learnt["corrections"], learnt["label_counts"]) == (8, {"negative": 8, "neutral": 0, "positive": 0})
    asked = json.dumps({"id": 1, "text": "Unser Kessel singt"}).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(asked)))
    assert json.loads(shell("classify")[1])["label"] == "negative"


def test_classify_tells_causes_by_the_words_of_this_folder(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = json.dumps({"id": 1, "text": "Der Funkenflug ist eine Frechheit."}).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(asked)))
    assert json.loads(shell("classify")[1])["topics"] == []
    with opened(shell.folder) as ctx, ctx.store.write() as tx:
        tx.causes.save([Cause("sparks", "Funken", ("funken*",))])
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(asked)))
    assert json.loads(shell("classify")[1])["topics"] == ["sparks"]


@pytest.mark.parametrize(
    ("number", "words"), [(1, ("1 Korrektur ",)), (20, ("20 Korrekturen ", "\N{NO-BREAK SPACE}% der Fälle"))]
)
def test_learn_tells_how_often_it_judges_alike(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, number: int, words: Sequence[str]
) -> None:
    lines = [json.dumps({"id": at, "text": f"Kessel {at} singt", "label": "negative"}) for at in range(number)]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    told = shell("learn")[1]
    assert all(word in told for word in words)


@pytest.mark.parametrize(
    "line",
    [
        '{"id": "a", "text": "x"}',
        '{"id": "a", "text": "x", "label": "gut"}',
        '{"id": "a", "text": "x", "label": ["negative"]}',
        '{"id": "a", "text": "x", "label": {"negative": 1}}',
        '{"text": 1}',
        "[]",
    ],
)
def test_learn_names_the_line_that_teaches_nothing(shell: Shell, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line.encode())))
    code, out, err = shell("learn", "--json")
    assert (code, out) == (1, "")
    assert "Zeile 1" in err


@pytest.mark.parametrize("rating", ["true", "0", "6", '"5"', "null", "[1]"])
def test_what_is_no_rating_is_no_evidence(shell: Shell, monkeypatch: pytest.MonkeyPatch, rating: str) -> None:
    asked = f'{{"id": 1, "text": "gut"}}\n{{"id": 1, "text": "gut", "rating": {rating}}}'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(asked.encode())))
    without, with_it = shell("classify")[1].splitlines()
    assert without == with_it


@pytest.mark.parametrize(
    ("arguments", "given", "code"),
    [
        (("classify",), b'{"id": 1e999, "text": "b"}', 1),
        (("learn", "--json"), b'{"id": true, "text": "gut", "label": "positive"}', 1),
        (("learn", "--json"), b'{"id": "a", "text": "gut \\ud800 \\u0000", "label": "positive"}', 0),
        (("note", "add", "--channel", "telefon", "--text-stdin", "--json"), b"Heizung kaputt\0 \xff", 0),
        (("screenshot", "overview", "x.png", "--scale", "nan"), b"", 2),
    ],
)
def test_odd_input_is_refused_or_cleaned(
    shell: Shell, arguments: Sequence[str], given: bytes, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given)))
    answered, out, err = shell(*arguments)
    assert answered == code, err
    assert "Programmfehler" not in err
    assert "\\u0000" not in out


@pytest.mark.skipif(sys.platform == "win32", reason="closed by the POSIX shell")
def test_closed_streams_do_no_harm(tmp_path: Path) -> None:
    main = Path(__file__).parents[3] / "main.py"
    line = f'exec "{sys.executable}" "{main}" --data-dir "{tmp_path}" query list --json <&- >&- 2>&-'
    assert subprocess.run(["/bin/sh", "-c", line], check=False).returncode == 0
    assert (tmp_path / "kundenradar.sqlite3").read_bytes().startswith(b"SQLite format 3")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
def test_a_request_to_end_is_answered_in_a_sentence(tmp_path: Path) -> None:
    main = Path(__file__).parents[3] / "main.py"
    command = [sys.executable, str(main), "--data-dir", str(tmp_path), "classify"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(b'{"id": 1, "text": "gut"}\n')
        running.stdin.flush()
        assert json.loads(running.stdout.readline())["id"] == 1
        running.send_signal(signal.SIGTERM)  # the others may be ignored where this test runs
        _, err = running.communicate(timeout=30)
    assert running.returncode == 1
    assert err.decode().strip() == "Abgebrochen. Was schon gespeichert ist, bleibt."


def test_a_console_that_knows_few_characters_is_no_fault(tmp_path: Path) -> None:
    main = Path(__file__).parents[3] / "main.py"
    narrow = os.environ | {"PYTHONIOENCODING": "cp1252:strict"}
    command = [sys.executable, str(main), "--data-dir", str(tmp_path), "query", "add", "Gut 😀", "Größe"]
    done = subprocess.run(command, capture_output=True, check=True, env=narrow)
    assert "„Gut ?“" in done.stdout.decode("cp1252")


def test_what_is_not_said_of_the_firm_stays_as_it_was(shell: Shell) -> None:
    shell("firm", "set", "--name", "Brandt", "--term", "Heizung", "--exclude", "Willy", "--own-name", "brandt_team")
    kept = shell.json("firm", "set", "--name", "brandt", "--competitor", "Huber")["query"]["expression"]
    assert "Heizung" in kept
    assert "Willy" in kept
    assert "Heizung" not in shell.json("firm", "set", "--name", "Brandt", "--term", "")["query"]["expression"]
    assert "Willy" not in shell.json("firm", "set", "--name", "Müller")["query"]["expression"]


def test_a_week_over_the_turn_of_the_year_says_both_years(shell: Shell) -> None:
    _, out, _ = shell("report", "--week", "2026-W53")
    assert "28.12.2026–03.01.2027" in out


def test_a_ctrl_c_right_at_the_start_finds_nothing_that_is_still_imported() -> None:
    told = "import __future__, sys; before = set(sys.modules); import main; print(sorted(set(sys.modules) - before))"
    found = subprocess.run([sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "['main']"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("topics",), "fetch"),
        (("causes",), "fetch"),
        (("mentions",), "fetch"),
        (("entries",), "fetch"),
        (("noise", "list"), "noise add"),
        (("query", "list"), "firm set"),
    ],
)
def test_an_empty_list_says_what_to_do_next(shell: Shell, command: Sequence[str], words: str) -> None:
    code, out, _ = shell(*command)
    assert code == 0
    assert words in out
    assert "─" not in out


def test_a_source_nobody_asks_any_more_is_never_due() -> None:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    link = "https://a.example/f"
    source = Source(
        SourceId(1), "A", SourceKind.FORUM, "", link, link, "", False, (), False, False, None, at, next_due=at,
        last_success=at,
    )  # fmt: skip
    assert source_object(source)["next_due"] == "2026-11-22T00:00:00Z"
    gone = replace(source, trouble=Trouble(TroubleKind.GONE, "a.example", 410), failures=1)
    assert (source_object(gone)["state"], source_object(gone)["next_due"]) == ("gone", None)
    assert source_object(replace(source, paused=True))["next_due"] is None
