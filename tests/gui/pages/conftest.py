"""What the tests of the office's pages share: an open app on an empty vault, and the sager a test tells of."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from tests.gui.desks import OpenOffice, open_office
from tests.gui.office_stories import Stories


@pytest.fixture
def office(tmp_path: Path, look: Look, t: Translator, qtbot: QtBot) -> Iterator[OpenOffice]:
    """An open app; everything in it is made up."""
    with open_office(tmp_path, look, t) as office:
        yield office


@pytest.fixture
def stories(office: OpenOffice) -> Stories:
    """What makes sager and meetings."""
    return Stories(office)
