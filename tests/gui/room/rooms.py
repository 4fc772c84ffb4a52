"""A mødeleder's window, screens that are not there, and the projector between them."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.room.projector import Projector, ProjectorState
from netmoede_desktop.gui.room.screens import ScreenInfo, mirrored
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.room.audience import CurtainReason
from tests.gui.room.fake_screens import FakeScreens
from tests.gui.room.views import VIEW, told


@dataclass(slots=True)
class Room:
    """A mødeleder's window, its screens and the projector."""

    operator: QWidget
    field: QLineEdit
    screens: FakeScreens
    projector: Projector
    states: list[ProjectorState]

    @property
    def state(self) -> ProjectorState:
        return self.projector.state

    @property
    def curtain(self) -> CurtainReason | None:
        return self.projector.curtain

    def shows(self) -> bool:
        """Whether the room sees what the meeting is about."""
        window = self.projector.window
        return window is not None and window.isVisible() and "Kirsten" in told(window)


def make_room(qtbot: QtBot, look: Look, t: Translator, *screens: ScreenInfo) -> Room:
    operator = QWidget()
    field = QLineEdit()
    QVBoxLayout(operator).addWidget(field)
    fake = FakeScreens(*screens, operator=operator)
    projector = Projector(look, t, fake, operator)
    qtbot.addWidget(operator, before_close_func=lambda _: projector.close())
    operator.setGeometry(0, 0, 800, 600)
    operator.show()
    states: list[ProjectorState] = []
    projector.changed.connect(states.append)
    projector.show_view(VIEW)
    return Room(operator, field, fake, projector, states)


def hold(room: Room) -> None:
    """What must be true at any moment."""
    state, window = room.state, room.projector.window
    assert state.open == (window is not None)
    if window is None:
        return
    assert window.curtain is state.curtain
    if state.curtain is not None:
        assert not [text for text in told(window) if "Kirsten" in text]
    if state.shown and state.full_screen:
        assert state.screen_name != room.screens.under(room.operator)
        assert len(room.screens.screens) > 1
        assert not mirrored(room.screens.screens)
    if not state.shown:
        assert state.curtain is not None or not room.screens.screens
