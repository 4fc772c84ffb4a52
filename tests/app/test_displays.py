"""Where windows can be seen, and what Qt is told of it."""

import os
import sys

import pytest

from netmoede_desktop.app.displays import choose_platform, windows_are_installed

pytestmark = pytest.mark.smoke


@pytest.fixture(autouse=True)
def _nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("QT_QPA_PLATFORM", "")  # so that it is put back afterwards
    for variable in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)


@pytest.mark.parametrize(
    ("there", "seen", "platform"),
    [
        ((), False, "offscreen"),
        (("DISPLAY",), True, "xcb;offscreen"),
        (("WAYLAND_DISPLAY",), True, "wayland;offscreen"),
        (("DISPLAY", "WAYLAND_DISPLAY"), True, "wayland;xcb;offscreen"),
    ],
)
def test_qt_draws_unseen_where_there_is_no_display(
    monkeypatch: pytest.MonkeyPatch, there: tuple[str, ...], seen: bool, platform: str
) -> None:
    for variable in there:
        monkeypatch.setenv(variable, ":0")
    assert choose_platform() is seen
    assert os.environ["QT_QPA_PLATFORM"] == platform


@pytest.mark.parametrize(("chosen", "seen"), [("offscreen:configfile=x", False), ("xcb", True)])
def test_what_the_user_chose_stands(monkeypatch: pytest.MonkeyPatch, chosen: str, seen: bool) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", chosen)
    assert choose_platform() is seen
    assert os.environ["QT_QPA_PLATFORM"] == chosen


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_always_have_one(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert choose_platform()
    assert "QT_QPA_PLATFORM" not in os.environ


def test_the_windows_are_installed_here() -> None:
    assert windows_are_installed()
