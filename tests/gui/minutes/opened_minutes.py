"""A referat to work on in tests: a small meeting that was held, its page, and a system that answers at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.desk.dialogs import FileAsked
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.minutes.editing.corrections import Correction, TextCorrection
from netmoede_desktop.gui.minutes.editing.growing_text import GrowingText
from netmoede_desktop.gui.minutes.minutes_page import MinutesPage
from netmoede_desktop.services.minutes.minutes import OpenMinutes, open_minutes
from netmoede_desktop.services.scenarios.scenario import Scenario
from tests.gui.desks import NEVER_MS, OpenOffice
from tests.services.preparation.planned import hold_meeting
from tests.services.stories import Step, family, read, speak, step


@dataclass(slots=True)
class Answers:
    """The system's dialogs with the answers already in them; the printer writes `printed`, a PDF."""

    folder: Path
    names: tuple[str, ...] = ("Kontoret",)
    file: Path | None = None
    asked: list[FileAsked] = field(default_factory=list)
    adjusted: int = 0

    @property
    def printed(self) -> Path:
        """What came out of the printer."""
        return self.folder / "printed.pdf"

    def file_to_write(self, parent: QWidget, asked: FileAsked) -> Path | None:
        self.asked.append(asked)
        return self.file

    def file_to_read(self, parent: QWidget, asked: FileAsked) -> Path | None:
        self.asked.append(asked)
        return self.file

    def printers(self) -> tuple[str, ...]:
        return self.names

    def printer(self, name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.printed))
        printer.setResolution(72)
        return printer

    def adjust(self, parent: QWidget, printer: QPrinter) -> bool:
        printer.setCopyCount(self.adjusted)
        return self.adjusted > 0


@dataclass(slots=True)
class Desktop:
    """The page of a held meeting's referat, as somebody in front of it uses it."""

    page: MinutesPage
    office: OpenOffice
    answers: Answers
    meeting: str
    people: dict[str, str]
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until all is made and drawn, without the pause that is left to who writes.

        All of it ends: each turn of the window makes at least one entry more, and each job of the lane is the last one
        or draws what the one before found missing.
        """
        lane, editor, quiet = self.office.context.lane, self.page._editor, self.page.preview._quiet
        if quiet.isActive():
            quiet.start(0)
        self.qtbot.waitUntil(lambda: lane._open == 0 and editor.whole and not quiet.isActive(), timeout=NEVER_MS)

    def note_key(self, who: str) -> str:
        """The key of somebody's first note."""
        keys = (one.key for section in self.kept().sections for one in section.fields)
        return next(key for key in keys if key.startswith("note:") and self.people[who] in key)

    def go_to_field(self, key: str) -> Correction:
        """Go to the section of a field and return the field."""
        section = next(one for one in self.page._work.sections if key in {field.key for field in one.fields})
        if self.page._current != section.key:
            self.page.go_to(section.key)
        self.qtbot.waitUntil(lambda: self.page._editor.whole, timeout=NEVER_MS)
        return self.page._editor.fields[key]

    def editor(self, key: str) -> GrowingText:
        """The place to write in of a field."""
        found = self.go_to_field(key)
        assert isinstance(found, TextCorrection)
        return found.editor

    def write(self, key: str, text: str) -> None:
        """Write over a field and keep it."""
        self.editor(key).setPlainText(text)
        assert self.page.save()

    def press(self, label: str) -> None:
        """Press the button that says so."""
        buttons = [one for one in self.page.findChildren(Button) if label in (one.text(), one.accessibleName())]
        next(one for one in buttons if one.isVisible() and one.isEnabled()).click()

    def said(self) -> list[str]:
        """Every sentence on the page now."""
        return [one.text() for one in self.page.findChildren(Label) if one.isVisible()]

    def kept(self) -> OpenMinutes:
        """The referat as it is in the vault."""
        return open_minutes(self.office.context.vault, self.meeting)

    def approve(self) -> None:
        """Approve without printing."""
        self.page.go_to("way:print")
        self.settle()
        self.press("Godkend uden at udskrive")
        self.settle()


@contextmanager
def minutes_page(
    office: OpenOffice, scenario: Scenario, answers: Answers, qtbot: QtBot, size: tuple[int, int] = (1366, 768)
) -> Iterator[Desktop]:
    """Hold the meeting and open its referat."""
    meeting, people = hold_meeting(office.context.vault, scenario)
    with minutes_of(office, meeting, people, answers, qtbot, size) as desktop:
        yield desktop


@contextmanager
def minutes_of(
    office: OpenOffice,
    meeting: str,
    people: dict[str, str],
    answers: Answers,
    qtbot: QtBot,
    size: tuple[int, int] = (1366, 768),
) -> Iterator[Desktop]:
    """Open the referat of a meeting that was held; `people` are their ids by the names a scenario gives them."""
    page = MinutesPage(office.context, meeting, answers)
    desktop = Desktop(page, office, answers, meeting, people, qtbot)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    desktop.settle()
    yield desktop
    page.leave()
    office.settle(qtbot)
    page.close()
    page.deleteLater()


def small_meeting(folder: Path, *more: Step, protected: str = "", **keys: object) -> Scenario:
    """The family's meeting: two notes, an agreement, a reservation; somebody's address may be protected.

    `keys` are further ones of its scenario, such as the method.
    """
    steps = (
        speak("ida", note="Jeg hedder Ida."),
        speak("mor", note="Jeg er Idas mor.", mark="ressource"),
        step("agree", text="Bent henter om onsdagen", who="far"),
        step("reservation", who="far", text="Ikke sikker på dagen"),
        *more,
        step("finish"),
    )
    flag: Step = {"protected_address": True}
    people = family(**{protected: flag}) if protected else family()
    return read(folder, *steps, people=people, purpose="Ro i hverdagen", place="Biblioteket", **keys)


def text_of(pdf: bytes) -> str:
    """What is written in a PDF, on one line."""
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)
