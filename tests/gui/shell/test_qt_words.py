"""What Qt itself says is Danish in a Danish program: in its dialogs, the menu of a field, the standard buttons."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.desk.dialogs import FileAsked, QtDialogs
from netmoede_desktop.gui.shell.qt_words import install_qt_translations


@pytest.fixture(autouse=True)
def danish(qapp: QApplication) -> Iterator[None]:
    """Danish for the test, and nothing after it."""
    install_qt_translations("da")
    yield
    install_qt_translations("en")


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


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("da", ["Fortryd", "Gendan", "Klip", "Kopiér", "Sæt ind", "Slet", "Markér alt"]),
        ("en", ["Undo", "Redo", "Cut", "Copy", "Paste", "Delete", "Select All"]),
    ],
)
def test_the_menu_of_a_field_is_in_the_language_of_the_program(
    qtbot: QtBot, kind: type[QLineEdit | QPlainTextEdit], language: str, words: list[str]
) -> None:
    install_qt_translations(language)
    field = kind("ord")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert isinstance(menu, QMenu)
    read = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
    assert read == words
    menu.deleteLater()


#: What is one word in both languages, or no word.
_ALIKE = {"Printer", "Type:", "...", "OK"}


def print_dialog(qtbot: QtBot) -> list[str]:
    """What can be read in the dialog of a printer's own settings, always in the same order."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    read = [dialog.windowTitle()]
    labels: list[QLabel | QAbstractButton] = [*dialog.findChildren(QLabel), *dialog.findChildren(QAbstractButton)]
    read += [label.text() for label in labels]
    read += [group.title() for group in dialog.findChildren(QGroupBox)]
    read += [tabs.tabText(at) for tabs in dialog.findChildren(QTabWidget) for at in range(tabs.count())]
    read += [box.itemText(at) for box in dialog.findChildren(QComboBox) for at in range(box.count())]
    return [words.replace("&", "") for words in read if words]


def standard_buttons(qtbot: QtBot) -> list[str]:
    """What stands on the buttons that a dialog has of itself."""
    kinds = QDialogButtonBox.StandardButton
    every = [one for one in kinds if one not in (kinds.NoButton, kinds.FirstButton, kinds.LastButton)]
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    return [box.addButton(one).text().replace("&", "") for one in every]


@pytest.mark.parametrize("shown", [print_dialog, standard_buttons])
def test_nothing_english_is_left_in_a_danish_program(qtbot: QtBot, shown: Callable[[QtBot], list[str]]) -> None:
    danish = shown(qtbot)
    install_qt_translations("en")
    english = shown(qtbot)
    assert len(danish) == len(english) > 10
    assert [words for words, own in zip(danish, english, strict=True) if words == own and words not in _ALIKE] == []


def test_in_an_english_program_it_is_english_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    install_qt_translations("en")
    assert {"Look in:", "Save"} <= {*save_dialog(qtbot, monkeypatch)}


def test_a_language_the_windows_do_not_know_is_danish_as_they_are() -> None:
    install_qt_translations("xx")
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "&Kig i:"
