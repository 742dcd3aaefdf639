"""Preferences survive broken files, newer programs and crashes."""

import dataclasses
import json
from pathlib import Path

import pytest

from kundenradar.settings import Settings, load_settings, save_settings


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    wanted = Settings(firm_name="Bäckerei Öz", terms=("Brötchen",), theme="dark", font_percent=120, person="A. Öz")
    save_settings(path, wanted)
    assert load_settings(path) == (wanted, False)
    assert list(path.parent.iterdir()) == [path]


def test_a_missing_file_is_the_default(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == (Settings(), False)


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe", b"null", b"[" * 100_000])
def test_a_broken_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert load_settings(path) == (Settings(), True)
    assert (tmp_path / "settings.broken.json").read_bytes() == content
    assert not path.exists()


def test_values_of_the_wrong_type_fall_back_and_others_are_bounded(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    values = {"firm_name": 7, "terms": "x", "own_names": ["a", 1], "font_percent": 900, "interval_minutes": 1,
              "theme": "rosa", "listening": "ja", "person": "Öz"}  # fmt: skip
    path.write_text(json.dumps(values))
    loaded, _ = load_settings(path)
    assert loaded == Settings(person="Öz", font_percent=150, interval_minutes=10)


def test_keys_of_a_newer_program_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"version": 9, "new_thing": {"a": 1}}))
    loaded, _ = load_settings(path)
    save_settings(path, dataclasses.replace(loaded, person="Öz"))
    assert json.loads(path.read_text())["new_thing"] == {"a": 1}


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        save_settings(tmp_path / "file" / "settings.json", Settings())
