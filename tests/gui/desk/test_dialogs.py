"""The system's own questions: an answer is a path, no answer is None, and nothing of it is written down."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.desk.dialogs import FileAsked, QtDialogs

ASKED = FileAsked("Gem referatet", "PDF", "pdf", "referat-2026-11-23")


def answered(accept: bool, file: Path | None = None) -> None:
    """Answer the file dialog as soon as it is open."""

    def answer() -> None:
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible())
        if file is not None:
            dialog.setDirectory(str(file.parent))
            dialog.selectFile(file.name)
        dialog.done(QFileDialog.DialogCode.Accepted if accept else QFileDialog.DialogCode.Rejected)

    QTimer.singleShot(0, answer)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def test_a_file_to_write_gets_its_ending(parent: QWidget, tmp_path: Path) -> None:
    answered(accept=True, file=tmp_path / "referat-2026-11-23")
    assert QtDialogs().file_to_write(parent, ASKED) == tmp_path / "referat-2026-11-23.pdf"


def test_thinking_better_of_it_is_no_file(parent: QWidget) -> None:
    answered(accept=False)
    assert QtDialogs().file_to_read(parent, ASKED) is None


def test_no_folder_is_remembered(parent: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    answered(accept=True, file=tmp_path / "referat")
    QtDialogs().file_to_write(parent, ASKED)
    qtbot.waitUntil(lambda: not parent.findChildren(QFileDialog))
    settings = Path(os.environ["XDG_CONFIG_HOME"])
    assert [path for path in settings.rglob("*") if path.is_file() and b"FileDialog" in path.read_bytes()] == []


def test_without_a_printer_there_is_none_to_choose(qapp: QApplication) -> None:
    assert isinstance(QtDialogs().printers(), tuple)
