"""RUMMET SER: what the room sees, small; why it sees nothing; and never in the way of a key."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.room.preview import Preview
from netmoede_desktop.gui.room.projector import Projector
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.room.audience import CurtainReason
from tests.gui.room.fake_screens import LAPTOP, PROJECTOR, FakeScreens
from tests.gui.room.views import VIEW


@pytest.fixture
def projector(qtbot: QtBot, look: Look, t: Translator) -> Projector:
    """A projector that is off."""
    operator = QWidget()
    qtbot.addWidget(operator)
    operator.setGeometry(0, 0, 400, 300)
    screens = FakeScreens(LAPTOP, PROJECTOR, operator=operator)
    made = Projector(look, t, screens, operator)
    screens.setParent(made)
    made.show_view(VIEW)
    made.setProperty("screens", screens)
    return made


@pytest.fixture
def preview(qtbot: QtBot, look: Look, t: Translator, projector: Projector) -> Iterator[Preview]:
    """Its preview."""
    made = Preview(look, t, projector)
    qtbot.addWidget(made)
    made.resize(260, 220)
    made.show()
    yield made
    projector.close()


def test_while_it_is_off_it_says_so(preview: Preview) -> None:
    assert preview.line == "Fællesskærmen er slukket."
    assert preview.picture.isNull()
    assert "RUMMET SER" in [label.text() for label in preview.findChildren(QLabel)]


def test_it_shows_what_the_room_sees_a_moment_later(qtbot: QtBot, preview: Preview, projector: Projector) -> None:
    projector.open()
    assert preview.line == "På skærmen projektor."
    qtbot.waitUntil(lambda: not preview.picture.isNull(), timeout=2000)
    first = preview.picture.toImage()
    projector.show_view(replace(VIEW, question="Hvad kan hjælpe?"))
    assert preview.picture.toImage() == first, "the picture waits; the key does not"
    qtbot.waitUntil(lambda: preview.picture.toImage() != first, timeout=2000)
    projector.close()
    assert preview.picture.isNull()


def test_it_tells_why_the_curtain_is_down(qtbot: QtBot, preview: Preview, projector: Projector) -> None:
    projector.open()
    said = {}
    for reason in CurtainReason:
        projector.set_reason(reason, on=True)
        said[reason] = preview.line
        projector.set_reason(reason, on=False)
    told_by_screens = {CurtainReason.PRIVATE, CurtainReason.MIRRORED}
    reasons = {line for reason, line in said.items() if reason not in told_by_screens}
    assert len(reasons) == len(CurtainReason) - len(told_by_screens)
    assert said[CurtainReason.BY_HAND] == "Du har sænket gardinet."
    screens = projector.property("screens")
    screens.become(LAPTOP, replace(PROJECTOR, x=0))
    assert preview.line == "Projektoren viser hele din skærm."
    screens.become(LAPTOP, PROJECTOR)
    assert preview.line == "På skærmen projektor."


def test_only_a_change_makes_a_new_picture(qtbot: QtBot, preview: Preview, projector: Projector) -> None:
    projector.open()
    qtbot.waitUntil(lambda: not preview.picture.isNull(), timeout=2000)
    repainted: list[bool] = []
    projector.repainted.connect(lambda: repainted.append(True))
    for number in range(20):
        projector.show_share(number / 20)
        projector.show_view(VIEW)
    assert repainted == []


def test_a_screen_reader_hears_what_the_room_is_shown(preview: Preview, projector: Projector) -> None:
    projector.open()
    names = [label.accessibleName() for label in preview.findChildren(QLabel)]
    assert "Det, rummet ser: På skærmen projektor." in names
