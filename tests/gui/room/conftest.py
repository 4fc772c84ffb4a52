"""What the tests of the room's window share."""

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.room.fake_screens import LAPTOP, PROJECTOR
from tests.gui.room.rooms import Room, make_room


@pytest.fixture
def room(qtbot: QtBot, look: Look, t: Translator) -> Room:
    """A laptop and a projector; the audience window is off."""
    return make_room(qtbot, look, t, LAPTOP, PROJECTOR)
