"""Where the system asks: which file, which printer. A seam, so that tests answer at once; never used in a meeting.

No folder and no file is remembered anywhere: what a file is called and where it lies can tell on a family.
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
    """What is asked for: the title of the question, what such files are called, their ending (`pdf`), a name."""

    title: str
    kind: str
    ending: str
    name: str = ""


class Dialogs(Protocol):
    """The questions of the system. None or False is the answer of one who thought better of it."""

    def file_to_write(self, parent: QWidget, asked: FileAsked) -> Path | None:
        """Ask where to put a file; that it may be written over has been said."""

    def file_to_read(self, parent: QWidget, asked: FileAsked) -> Path | None:
        """Ask which file to read."""

    def printers(self) -> tuple[str, ...]:
        """Return the names of the printers, the usual one first. May take a while; may be called in the lane."""

    def printer(self, name: str) -> "QPrinter":
        """Return the printer of that name, ready to print A4."""

    def adjust(self, parent: QWidget, printer: "QPrinter") -> bool:
        """Let the system ask for all that a printer can do."""


class QtDialogs:
    """The real ones."""

    def __init__(self) -> None:
        self._forget()

    def file_to_write(self, parent: QWidget, asked: FileAsked) -> Path | None:
        """Ask where to put a file."""
        dialog = self._dialog(parent, asked)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(asked.name)
        return self._answer(dialog)

    def file_to_read(self, parent: QWidget, asked: FileAsked) -> Path | None:
        """Ask which file to read."""
        dialog = self._dialog(parent, asked)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._answer(dialog)

    def printers(self) -> tuple[str, ...]:
        """Return the names of the printers, the usual one first."""
        with one_at_a_time:
            from PySide6.QtPrintSupport import QPrinterInfo

        usual = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name)))

    def printer(self, name: str) -> "QPrinter":
        """Return the printer of that name; the queue is told nothing but the program."""
        with one_at_a_time:
            from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(name)
        printer.setDocName("Netværksmøde")
        printer.setCreator("Netværksmøde")
        return printer

    def adjust(self, parent: QWidget, printer: "QPrinter") -> bool:
        """Let the system ask for all that a printer can do."""
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
        dialog.destroyed.connect(self._forget)
        return Path(chosen[0]) if chosen else None

    def _forget(self) -> None:
        """Keep Qt from writing down which folders were visited, and take away what it has written."""
        if sys.platform in ("win32", "darwin"):
            QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")
        else:
            QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
