"""A second start brings the first window forward and has none of its own; a claim dies with its program."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.system.only_window import OnlyWindow, raise_window, request_raise
from netmoede_desktop.storage.vault_folder import FileSystemOf

HOLDER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from netmoede_desktop.gui.system.only_window import OnlyWindow
application = QCoreApplication([])
claim = OnlyWindow.claim(Path(sys.argv[1]))
print("held" if claim is not None else "refused", flush=True)
application.exec()
"""


def local(_: Path) -> str:
    return "ext4"


def claimed(profile: Path, file_system_of: FileSystemOf = local) -> OnlyWindow:
    found = OnlyWindow.claim(profile, file_system_of)
    assert found is not None
    return found


def test_the_second_start_is_refused_and_calls_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    first = claimed(tmp_path / "profil")
    assert OnlyWindow.claim(tmp_path / "profil", local) is None
    with qtbot.waitSignal(first.raise_requested):
        request_raise(tmp_path / "profil")
    assert [path.name for path in (tmp_path / "profil").iterdir()] == ["window.lock"]
    with qtbot.waitSignal(first.raise_requested):
        request_raise(tmp_path / "profil")
    first.release()
    first.release()
    claimed(tmp_path / "profil").release()


def test_other_files_that_come_and_go_call_nobody(tmp_path: Path, qtbot: QtBot) -> None:
    first = claimed(tmp_path)
    with qtbot.assertNotEmitted(first.raise_requested, wait=50):
        (tmp_path / "vault.lock").touch()
    first.release()


def test_a_call_that_was_left_behind_is_forgotten(tmp_path: Path, qtbot: QtBot) -> None:
    request_raise(tmp_path)
    first = claimed(tmp_path)
    with qtbot.assertNotEmitted(first.raise_requested, wait=50):
        (tmp_path / "andet").touch()
    first.release()


def test_a_claim_dies_with_its_program(tmp_path: Path, qtbot: QtBot, repository: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], cwd=repository, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        assert OnlyWindow.claim(tmp_path, local) is None
        other.kill()
        other.wait()
    claimed(tmp_path).release()


def test_where_nothing_can_be_claimed_the_window_opens_and_tells_why(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "fil").touch()
    for _ in range(2):
        claimed(tmp_path / "fil" / "profil").release()
    request_raise(tmp_path / "fil" / "profil")
    for _ in range(2):
        claimed(tmp_path / "net", lambda _: "cifs")
    assert not (tmp_path / "net").exists()


def test_a_window_that_was_folded_away_comes_forward(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    raise_window(window)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert window.isVisible()
    qtbot.waitUntil(window.isActiveWindow)
