"""The first window in tests: the real store with cheap keys, and the acts of somebody at the keyboard."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.access.page import EntryPage
from netmoede_desktop.gui.entry.message import TroublePage
from netmoede_desktop.gui.entry.window.entry_window import EntryWindow, EntryWorld
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.vaults.code_on_paper import confirm_code_on_paper
from netmoede_desktop.services.vaults.opening import Entrance, Vault
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.surroundings import Surroundings
from tests.storage.vaults import MEETING, PASSPHRASE, START, HandClock, add_meeting, surroundings
from tests.storage.vaults import entry as journal_entry

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

Page = TypeVar("Page", bound=EntryPage)


@dataclass
class Printers:
    """The dialogs of a system with these printers; each prints into a file."""

    names: tuple[str, ...] = ()
    file: Path = Path("ingen.pdf")
    accepts: bool = True

    def printers(self) -> tuple[str, ...]:
        return self.names

    def printer(self, name: str) -> "QPrinter":
        from PySide6.QtPrintSupport import QPrinter

        made = QPrinter()
        made.setOutputFileName(str(self.file))
        return made

    def adjust(self, parent: QWidget, printer: "QPrinter") -> bool:
        return self.accepts

    def file_to_write(self, parent: QWidget, asked: object) -> Path | None:
        raise AssertionError("no file is asked for here")

    file_to_read = file_to_write


@dataclass
class Entry:
    """An open first window, and somebody at its keyboard."""

    window: EntryWindow
    qtbot: QtBot
    started_anew: list[Path]
    vaults: list[Vault] = field(default_factory=list)

    @property
    def page(self) -> EntryPage:
        return self.window.page

    @property
    def sentences(self) -> list[str]:
        """Everything that can be read on the page."""
        return [label.text() for label in self.page.findChildren(Label) if label.isVisible() and label.text().strip()]

    @property
    def focused(self) -> QWidget:
        widget = self.window.focusWidget()
        assert widget is not None
        return widget

    def at(self, kind: type[Page]) -> Page:
        """Wait for a page of that kind, at rest."""
        self.qtbot.waitUntil(lambda: isinstance(self.page, kind) and not self.page.busy)
        page = self.page
        assert isinstance(page, kind)
        return page

    def type(self, text: str) -> None:
        """Type into what has the keyboard."""
        QTest.keyClicks(self.focused, text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focused, key, modifier)

    def enter(self, text: str = "") -> None:
        """Type something over what is there, and press Enter."""
        if text:
            if isinstance(self.focused, QLineEdit):
                self.focused.selectAll()
            self.type(text)
        self.press(Qt.Key.Key_Return)

    def button(self, label: str) -> Button:
        found = [one for one in self.page.findChildren(Button) if one.text() == label and one.isVisible()]
        assert len(found) == 1, [one.text() for one in self.page.findChildren(Button)]
        return found[0]

    def click(self, label: str) -> None:
        QTest.mouseClick(self.button(label), Qt.MouseButton.LeftButton)

    def opened(self) -> Vault:
        """Wait until the vault is handed over."""
        self.qtbot.waitUntil(lambda: bool(self.vaults))
        return self.vaults[-1]


StartEntry = Callable[..., Entry]


def start_entry(
    profile: Path,
    qtbot: QtBot,
    look: Look,
    t: Translator,
    *,
    world: Surroundings | None = None,
    dialogs: Printers | None = None,
    file_system: str = "ext4",
    load: Callable[[], None] = lambda: None,
    later: tuple[str, ...] = (),
) -> Entry:
    """Open the first window of a profile and show it."""
    started: list[Path] = []
    entrance = Entrance(profile, world or surroundings())
    entry_world = EntryWorld(
        profile=profile,
        entrance=lambda: entrance,
        now=lambda: START,
        restart=started.append,
        other_folder=profile.with_name("en anden"),
        file_system_of=lambda _: file_system,
        load=load,
        later=lambda: later,
        dialogs=lambda: dialogs or Printers(),
    )
    window = EntryWindow(entry_world, look, t)
    qtbot.addWidget(window)
    entry = Entry(window, qtbot, started)
    window.opened.connect(entry.vaults.append)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return entry


def with_three_backups(profile: Path, clock: HandClock) -> Layout:
    """Make a vault with a meeting and three backups, a day between them, its recovery code on paper; and close it."""
    clock.forward(days=-2)
    with Entrance(profile, surroundings(clock)).create(PASSPHRASE).vault as vault:
        confirm_code_on_paper(vault)
        with vault.transaction() as transaction:
            add_meeting(transaction)
        for number in range(1, 4):
            vault.append(MEETING, [journal_entry(number)])
            vault.backup()
            clock.forward(days=1)
    return Layout(profile)


def damage(path: Path) -> None:
    """Break the pages of a file."""
    content = bytearray(path.read_bytes())
    for place in range(200, len(content), 500):
        content[place] ^= 0xFF
    path.write_bytes(content)


def last_act(vault: Vault) -> int:
    with vault.transaction() as transaction:
        return transaction.journal.last_seq(MEETING)


def stuck(entry: Entry, title: str) -> TroublePage:
    """Wait for the page of a trouble."""
    page = entry.at(TroublePage)
    assert title in entry.sentences
    return page
