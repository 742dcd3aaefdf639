"""Where things lie, and what the log says of a failure."""

import logging
from pathlib import Path

import pytest

from kundenradar.log import LOGGER_NAME, error_name, start_log, stop_log
from kundenradar.paths import ENVIRONMENT_NAME, find_paths


def test_a_named_folder_wins_over_the_environment_and_that_over_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT_NAME, str(tmp_path / "env"))
    assert find_paths(tmp_path / "named").root == tmp_path / "named"
    assert find_paths().root == tmp_path / "env"
    monkeypatch.delenv(ENVIRONMENT_NAME)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert find_paths().root.name == "kundenradar"


def test_everything_lies_under_the_root(tmp_path: Path) -> None:
    paths = find_paths(tmp_path)
    places = (paths.database, paths.copies, paths.settings, paths.log, paths.reports)
    assert all(place.is_relative_to(tmp_path) for place in places)


def test_the_log_is_written_and_let_go(tmp_path: Path) -> None:
    handler = start_log(tmp_path / "log" / "k.log")
    logging.getLogger(f"{LOGGER_NAME}.test").info("something count=%d", 3)
    stop_log(handler)
    assert "something count=3" in (tmp_path / "log" / "k.log").read_text()
    assert handler not in logging.getLogger(LOGGER_NAME).handlers


def test_a_log_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "log").touch()
    handler = start_log(tmp_path / "log" / "k.log")
    assert handler is None
    stop_log(handler)


def test_a_log_that_breaks_later_says_nothing_on_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kundenradar.log").mkdir()
    handler = start_log(tmp_path / "kundenradar.log")
    logging.getLogger(LOGGER_NAME).info("test")
    stop_log(handler)
    assert capsys.readouterr().err == ""


def test_an_error_is_named_without_its_message() -> None:
    try:
        find_paths("Kanarienvogel")  # type: ignore[arg-type]
    except AttributeError as error:
        said = error_name(error)
    assert said.startswith("AttributeError at kundenradar.paths:")
    assert "Kanarienvogel" not in said
    assert error_name(ValueError("Kanarienvogel")) == "ValueError"
