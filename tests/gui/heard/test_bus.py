"""Where nobody can listen, it is said what is not there."""

import shutil
from pathlib import Path

import pytest

from tests.gui.heard import bus


def test_what_a_machine_lacks_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(bus, "_LAUNCHERS", (str(tmp_path / "at-spi-bus-launcher"),))
    assert bus.missing() == ("Xvfb", "openbox", "dbus-daemon", "at-spi2-core")
