"""What the first window loads while the passphrase is typed: in one thread, in order, and nobody waits for it."""

import gc
import subprocess
import sys
from pathlib import Path
from threading import Event, current_thread

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.entry.window import work as entry_work
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.vaults.code_on_paper import confirm_code_on_paper
from netmoede_desktop.services.vaults.opening import Entrance
from tests.gui.entry.entries import start_entry
from tests.storage.vaults import PASSPHRASE, surroundings


@pytest.fixture
def vault(tmp_path: Path) -> None:
    """A closed vault in the test's profile, whose recovery code is on paper."""
    with Entrance(tmp_path / "profil", surroundings()).create(PASSPHRASE).vault as made:
        confirm_code_on_paper(made)


def test_the_rest_is_loaded_once_the_window_is_painted_and_nobody_waits_for_it(
    tmp_path: Path, qtbot: QtBot, look: Look, t: Translator, vault: None
) -> None:
    begun, may_end = Event(), Event()

    def load() -> None:
        begun.set()
        may_end.wait(30)

    entry = start_entry(tmp_path / "profil", qtbot, look, t, load=load)
    qtbot.waitUntil(begun.is_set)
    loading = entry.window._work.loading
    assert loading.running and not gc.isenabled()
    entry.enter(PASSPHRASE)
    entry.opened().close()
    entry.window.close()
    assert loading._thread.is_alive() and not loading.running and gc.isenabled()
    may_end.set()
    loading._thread.join()


def test_windows_are_loaded_one_by_one_in_their_own_thread_after_the_rest(
    tmp_path: Path, qtbot: QtBot, look: Look, t: Translator, monkeypatch: pytest.MonkeyPatch, vault: None
) -> None:
    loaded: list[tuple[str, str]] = []

    def import_module(name: str) -> None:
        loaded.append((name, current_thread().name))
        if name == "broken":
            raise ImportError

    def load() -> None:
        loaded.append(("load", current_thread().name))
        raise ImportError

    monkeypatch.setattr(entry_work, "load_module", import_module)
    entry = start_entry(tmp_path / "profil", qtbot, look, t, load=load, later=("broken", "last"))
    qtbot.waitUntil(lambda: not entry.window._work.loading.running and loaded[-1:] == [("last", "MainThread")])
    assert loaded[0] == ("load", "loading")
    assert [name for name, _ in loaded[-2:]] == ["broken", "last"]
    assert {thread for _, thread in loaded[1:]} == {"MainThread"}
    assert gc.isenabled()
    entry.enter(PASSPHRASE)
    entry.opened().close()


def test_no_class_of_qt_is_made_in_the_thread_that_loads(repository: Path) -> None:
    program = "import sys; from netmoede_desktop.gui.entry.window.loading import load_services, window_modules\n"
    program += "load_services()\n"
    program += "assert 'PySide6' not in sys.modules and 'netmoede_desktop.services.vaults.opening' in sys.modules\n"
    program += "names = window_modules(); assert len(names) > 100 and 'reportlab' not in sys.modules\n"
    program += "import importlib; assert all(importlib.util.find_spec(name) for name in names)"
    subprocess.run([sys.executable, "-c", program], cwd=repository, check=True)
