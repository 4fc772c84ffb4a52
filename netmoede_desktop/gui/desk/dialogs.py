"""The system dialogs for files and printers, behind a protocol that tests answer at once; never used in a meeting.

No folder and no file is remembered anywhere: a file's name and place can give away a family.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from netmoede_desktop.importing import one_at_a_time

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True, slots=True)
class FileAsked:
    """A file dialog: its title, the name of the file type, its ending (`pdf`), and a suggested name."""

    title: str
    kind: str
    ending: str
    name: str = ""


class Dialogs(Protocol):
    """The system dialogs. They return None or False if the user cancels."""

    def file_to_write(self, parent: QWidget, asked: FileAsked) -> Path | None:
        """Ask where to write a file; the dialog itself asks before one is replaced."""

    def file_to_read(self, parent: QWidget, asked: FileAsked) -> Path | None:
        """Ask for a file to read."""

    def printers(self) -> tuple[str, ...]:
        """Return the names of the printers, the default one first. May be slow; may be called in the lane."""

    def printer(self, name: str) -> "QPrinter":
        """Return the printer of that name, set up for high resolution."""

    def adjust(self, parent: QWidget, printer: "QPrinter") -> bool:
        """Show the system's print dialog. Return True if it was accepted."""


class QtDialogs:
    """The dialogs of Qt and the system."""

    def __init__(self) -> None:
        self._clear_history()

    def file_to_write(self, parent: QWidget, asked: FileAsked) -> Path | None:
        """Ask where to write a file."""
        dialog = self._dialog(parent, asked)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(asked.name)
        return self._answer(dialog)

    def file_to_read(self, parent: QWidget, asked: FileAsked) -> Path | None:
        """Ask for a file to read."""
        dialog = self._dialog(parent, asked)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._answer(dialog)

    def printers(self) -> tuple[str, ...]:
        """Return the names of the printers, the default one first."""
        with one_at_a_time:
            from PySide6.QtPrintSupport import QPrinterInfo

        usual = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name)))

    def printer(self, name: str) -> "QPrinter":
        """Return the printer of that name; the print queue sees only the program's name."""
        with one_at_a_time:
            from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(name)
        printer.setDocName("Netværksmøde")
        printer.setCreator("Netværksmøde")
        return printer

    def adjust(self, parent: QWidget, printer: "QPrinter") -> bool:
        """Show the system's print dialog. Return True if it was accepted."""
        with one_at_a_time:
            from PySide6.QtPrintSupport import QPrintDialog

        return QPrintDialog(printer, parent).exec() == QPrintDialog.DialogCode.Accepted

    def _dialog(self, parent: QWidget, asked: FileAsked) -> QFileDialog:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(parent, asked.title, documents, f"{asked.kind} (*.{asked.ending})")
        dialog.setDefaultSuffix(asked.ending)
        return dialog

    def _answer(self, dialog: QFileDialog) -> Path | None:
        accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
        chosen = dialog.selectedFiles() if accepted else []
        dialog.deleteLater()
        dialog.destroyed.connect(self._clear_history)
        return Path(chosen[0]) if chosen else None

    def _clear_history(self) -> None:
        """Keep Qt from recording visited folders, and delete what it has recorded."""
        if sys.platform in ("win32", "darwin"):
            QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")
        else:
            QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
