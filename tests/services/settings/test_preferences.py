"""The windows' own settings: kept whole, read whatever the file holds, and nothing personal in them."""

import json
import os
import stat
import tempfile
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.services.settings.preferences import (
    LanguageChoice,
    MotionChoice,
    Preferences,
    ThemeChoice,
    read_preferences,
    write_preferences,
)
from netmoede_desktop.services.vaults.profiles import preferences_file

CHOSEN = Preferences(ThemeChoice.CONTRAST_DARK, 175, LanguageChoice.ENGLISH, MotionChoice.OFF, True, "EPSON Æ")


def test_what_was_chosen_is_there_again(tmp_path: Path) -> None:
    usual = Preferences()
    alike = [one.name for one in fields(Preferences) if getattr(CHOSEN, one.name) == getattr(usual, one.name)]
    assert alike == [], "a setting that is as usual is not seen to be kept"
    assert read_preferences(tmp_path) == Preferences()
    write_preferences(tmp_path, CHOSEN)
    assert read_preferences(tmp_path) == CHOSEN
    assert [path.name for path in tmp_path.iterdir()] == ["window.json"]


def test_the_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    write_preferences(tmp_path / "ny" / "profil", CHOSEN)
    assert read_preferences(tmp_path / "ny" / "profil") == CHOSEN
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / "ny" / "profil").stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("field", "value", "read"),
    [
        ("theme", "rosa", ThemeChoice.SYSTEM),
        ("theme", 7, ThemeChoice.SYSTEM),
        ("theme", "dark", ThemeChoice.DARK),
        ("scale", 99, 100),
        ("scale", 10**30, 200),
        ("scale", "150", 100),
        ("scale", 150.5, 100),
        ("scale", True, 100),
        ("scale", 150, 150),
        ("language", "fr", LanguageChoice.DANISH),
        ("language", None, LanguageChoice.DANISH),
        ("motion", "on", MotionChoice.SYSTEM),
        ("sound", 1, False),
        ("sound", "true", False),
        ("audience_screen", ["HDMI-1"], ""),
        ("audience_screen", "x" * 201, ""),
    ],
)
def test_one_setting_that_cannot_be_understood_costs_no_other(
    tmp_path: Path, field: str, value: object, read: object
) -> None:
    write_preferences(tmp_path, CHOSEN)
    file = preferences_file(tmp_path)
    content = json.loads(file.read_bytes()) | {field: value, "a_later_setting": {"x": 1}}
    file.write_text(json.dumps(content), encoding="utf-8")
    found = read_preferences(tmp_path)
    assert getattr(found, field) == read
    others = set(Preferences.__slots__) - {field}
    assert all(getattr(found, other) == getattr(CHOSEN, other) for other in others)


@given(st.binary(max_size=200) | st.recursive(st.text(), st.lists).map(lambda value: json.dumps(value).encode()))
def test_no_file_stops_the_program(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        preferences_file(Path(folder)).write_bytes(content)
        assert read_preferences(Path(folder)) == Preferences()


@pytest.mark.parametrize("content", [b"[" * 100_000, b'{"scale": ' + b"1" * 60_000 + b"}", b" " * 10_000_000])
def test_nor_does_a_monstrous_one(tmp_path: Path, content: bytes) -> None:
    preferences_file(tmp_path).write_bytes(content)
    assert read_preferences(tmp_path) == Preferences()


def test_a_folder_in_its_place_is_no_file(tmp_path: Path) -> None:
    preferences_file(tmp_path).mkdir()
    assert read_preferences(tmp_path) == Preferences()
    with pytest.raises(OSError, match=r"window\.json"):
        write_preferences(tmp_path, CHOSEN)
    assert [path.name for path in tmp_path.iterdir()] == ["window.json"]
