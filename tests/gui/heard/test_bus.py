"""Where nobody can listen it is said what is not there, and where it has to be listened that is a failure."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.gui.heard import bus


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine with Linux alone, which nobody has told to listen."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(bus, "_LAUNCHERS", (str(tmp_path / "at-spi-bus-launcher"),))
    monkeypatch.delenv(bus.MUST_HEAR, raising=False)


@pytest.mark.usefixtures("lacking")
def test_what_a_machine_lacks_is_named() -> None:
    with pytest.raises(pytest.skip.Exception, match="NOT HEARD: Xvfb, openbox, dbus-daemon, at-spi2-core is not"):
        bus.require_hearing()


@pytest.mark.usefixtures("lacking")
def test_where_it_has_to_be_listened_what_lacks_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(bus.MUST_HEAR, "1")
    with pytest.raises(pytest.fail.Exception, match="Xvfb, openbox, dbus-daemon, at-spi2-core is not installed, and"):
        bus.require_hearing()


@pytest.mark.usefixtures("lacking")
def test_another_system_is_not_asked_for_what_only_linux_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv(bus.MUST_HEAR, "1")
    with pytest.raises(pytest.skip.Exception, match="AT-SPI is Linux's"):
        bus.require_hearing()


def test_the_run_that_counts_has_to_listen(repository: Path) -> None:
    assert f"export {bus.MUST_HEAR}=1" in (repository / ".ci" / "run").read_text(encoding="utf-8")
