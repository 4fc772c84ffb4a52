"""The shipped files are found in each of the three shapes the program comes in."""

import sys
from pathlib import Path

import pytest

import netmoede_desktop
from netmoede_desktop.localization.resources import resource_folder


def test_a_checkout_has_them_at_its_top(repository: Path) -> None:
    assert resource_folder() == repository / "resources"
    assert (resource_folder() / "scenarios" / "demo.toml").is_file()


def test_an_installed_wheel_has_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "netmoede_desktop" / "resources"
    inside.mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(netmoede_desktop, "__file__", str(tmp_path / "netmoede_desktop" / "__init__.py"))
    assert resource_folder() == inside


def test_a_bundle_has_them_beside_its_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource_folder() == tmp_path / "resources"


def test_an_installation_that_lost_them_says_where_it_looked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(FileNotFoundError, match="resources"):
        resource_folder()
