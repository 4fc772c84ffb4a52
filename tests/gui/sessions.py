"""An open app for tests: a session over a vault with one planned meeting, as the first window opens it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Final, NoReturn
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.overview.overview_page import OverviewPage
from netmoede_desktop.gui.shell.led_meeting import LedMeeting
from netmoede_desktop.gui.shell.office_window import OfficeWindow
from netmoede_desktop.gui.shell.session import Session
from netmoede_desktop.gui.shell.world import AppWorld, apply_preferences
from netmoede_desktop.gui.system import idle, session_watch
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.services.settings.preferences import MotionChoice, Preferences, ThemeChoice
from netmoede_desktop.storage.vault import Vault
from tests.gui.meetings import MeetingClock
from tests.services.preparation.waived import waive_all
from tests.services.stories import methods, read
from tests.storage.vaults import PASSPHRASE, HandClock, surroundings

#: A day: the clock here is set by hand, and a poll between two tests of it would take an hour set for an hour slept.
_NEVER_MS: Final = 86_400_000
STILL = Preferences(theme=ThemeChoice.LIGHT, motion=MotionChoice.OFF)


class Replaced(BaseException):
    """A fresh program has taken this one's place."""


@dataclass
class Opened:
    """A session over a vault with one planned meeting, and what became of the program."""

    session: Session
    vault: Vault
    meeting: str
    clock: HandClock
    profile: Path
    replaced: list[str | None] = field(default_factory=list)
    overviews: list[bool] = field(default_factory=list)

    @property
    def office(self) -> OfficeWindow:
        window = self.session.window
        assert isinstance(window, OfficeWindow)
        return window

    @property
    def led(self) -> LedMeeting:
        led = self.session.led
        assert led is not None
        return led

    def types_a_note(self, text: str, qtbot: QtBot) -> None:
        """Somebody has the word, and their words are being typed."""
        led = self.led
        for command in (cmd.StartMeeting(), cmd.OpenNextRound(), cmd.GoOn()):
            led.port.do(command)
        led.window.activateWindow()
        qtbot.waitUntil(led.window.isActiveWindow)
        QTest.keyClick(led.window, Qt.Key.Key_F2)
        editor = QApplication.focusWidget()
        assert editor is not None
        QTest.keyClicks(editor, text)


@contextmanager
def opened(
    folder: Path,
    *,
    running: bool = False,
    curtain: str | None = None,
    overview: bool = False,
    language: str = "da",
    away: timedelta = timedelta(),
    **meeting_keys: Any,
) -> Iterator[Opened]:
    """Open the app as the first window does when the passphrase was right, so long `away` from the planned start.

    `meeting_keys` say something else of the meeting.
    """
    clock, profile = HandClock(), folder / "profil"
    vault, _ = Vault.create(profile, PASSPHRASE, surroundings(clock))
    told = read(folder, **meeting_keys)
    ready = prepare(told, methods()["din-1"], vault.new_id, Series())
    clock.now = ready.plan.starts + away
    meeting = waive_all(vault, save(vault, told, ready.plan, clock()), clock())
    if running:
        Conducting(vault, meeting, MeetingClock(clock)).do(cmd.StartMeeting())
    replaced: list[str | None] = []
    overviews: list[bool] = []

    def start_anew(screen: str | None, to_overview: bool) -> NoReturn:
        replaced.append(screen)
        overviews.append(to_overview)
        raise Replaced

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    world = AppWorld(
        profile,
        MeetingClock(clock),
        resource_folder(),
        None,
        lambda _profile, screen, to_overview: start_anew(screen, to_overview),
        curtain,
        overview,
    )
    with patch.object(session_watch, "_POLL_MS", _NEVER_MS), patch.object(idle, "_EVERY_MS", _NEVER_MS):
        look = apply_preferences(app, world.resources, STILL)
        session = Session(app, world, STILL, vault, look, load(language), start_anew)
    try:
        session.begin()
        yield Opened(session, vault, meeting, clock, profile, replaced, overviews)
    finally:
        session.close()
        QApplication.processEvents()


def overview_of(one: Opened) -> OverviewPage:
    """The overview, which stands in front."""
    page = one.office.page
    assert isinstance(page, OverviewPage)
    assert one.office.isVisible()
    return page


def read_labels(widget: QWidget) -> list[str]:
    """What can be read in it, in the order it was made."""
    return [label.text() for label in widget.findChildren(QLabel) if label.text().strip()]
