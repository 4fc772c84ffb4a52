"""What Qt itself says is Danish in a Danish program: the file dialog, the menu of a field, the standard buttons."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.dialogs import FileAsked, QtDialogs
from netmoede_desktop.gui.qt_words import let_qt_speak


@pytest.fixture(autouse=True)
def danish(qapp: QApplication) -> Iterator[None]:
    """Danish for the test, and nothing after it."""
    let_qt_speak("da")
    yield
    let_qt_speak("en")


def save_dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """What can be read in the dialog that asks where to put a file, where the system has none of its own."""
    made: list[QFileDialog] = []

    def look_only(dialog: QFileDialog) -> QFileDialog.DialogCode:
        made.append(dialog)
        return QFileDialog.DialogCode.Rejected

    monkeypatch.setattr(QFileDialog, "exec", look_only)
    monkeypatch.setattr(QFileDialog, "deleteLater", lambda _: None)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert QtDialogs().file_to_write(parent, FileAsked("Gem referatet", "PDF", "pdf")) is None
    (dialog,) = made
    labels: list[QLabel | QPushButton | QToolButton] = [
        *dialog.findChildren(QLabel),
        *dialog.findChildren(QPushButton),
        *dialog.findChildren(QToolButton),
    ]
    read = {label.text().replace("&", "") for label in labels}
    return read | {one.toolTip() for one in dialog.findChildren(QToolButton)}


def test_the_dialog_that_saves_a_file_is_danish(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    read = save_dialog(qtbot, monkeypatch)
    assert {"Kig i:", "Filer af type:", "Gem", "Annuller", "Opret ny mappe", "Tilbage"} <= read
    assert not {"Look in:", "Save", "Cancel", "Files of type:", "Create New Folder", "Back"} & read


def test_the_menu_of_a_field_is_danish(qtbot: QtBot) -> None:
    field = QLineEdit("ord")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert isinstance(menu, QMenu)
    read = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
    assert read == ["Fortryd", "Omgør", "Klip", "Kopiér", "Sæt ind", "Slet", "Markér alt"]
    menu.deleteLater()


def test_in_an_english_program_it_is_english_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    let_qt_speak("en")
    assert {"Look in:", "Save"} <= {*save_dialog(qtbot, monkeypatch)}


def test_a_language_the_windows_do_not_know_is_danish_as_they_are() -> None:
    let_qt_speak("xx")
    assert QCoreApplication.translate("QFileDialog", "Look in:") == "Kig i:"
