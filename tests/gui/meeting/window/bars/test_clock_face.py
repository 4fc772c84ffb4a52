"""The clock says the time and the plan in words, and never makes its neighbours jump."""

from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.meeting.window.bars.clock_face import ClockFace
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.clock_words import clock_words, slip_words
from netmoede_desktop.localization.catalogue import Translator

NOW = datetime(2026, 11, 23, 16, 38)  # noqa: DTZ001 - a local time as it is shown
END = datetime(2026, 11, 23, 18, 0)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (2, "2 min over plan"),
        (-3, "3 min foran planen"),
        (0.3, "som planlagt"),
        (-0.4, "som planlagt"),
        (61, "61 min over plan"),
        (-90, "90 min foran planen"),
        (120, "2 timer over plan"),
        (-313, "5 t 13 min foran planen"),
    ],
)
def test_the_plan_is_told_in_words(t: Translator, minutes: float, words: str) -> None:
    assert slip_words(timedelta(minutes=minutes), t) == words


def test_it_tells_time_end_and_plan(qtbot: QtBot, look: Look, t: Translator) -> None:
    face = ClockFace(look)
    qtbot.addWidget(face)
    face.show_clock(clock_words(NOW, END + timedelta(minutes=2), END, t))
    assert [label.text() for label in face.findChildren(Label)] == ["16.38", "slutter 18.02 · 2 min over plan"]
    assert face.accessibleName() == "Klokken er 16.38. Mødet slutter 18.02, 2 min over plan."
    face.set_quiet(True)
    assert [label.text() for label in face.findChildren(Label)] == ["16.38", "slutter 18.02"]
    assert face.findChildren(Label)[1].toolTip() == "slutter 18.02 · 2 min over plan"


def test_before_it_is_begun_on_another_day_its_end_is_only_what_it_would_be(
    qtbot: QtBot, look: Look, t: Translator
) -> None:
    face = ClockFace(look)
    qtbot.addWidget(face)
    face.show_clock(clock_words(NOW, END, END, t, if_begun_now=True))
    assert [label.text() for label in face.findChildren(Label)] == ["16.38", "slutter 18.00, hvis I begynder nu"]
    assert face.accessibleName() == "Klokken er 16.38. Mødet slutter 18.00, hvis I begynder nu."
    face.set_quiet(True)
    assert [label.text() for label in face.findChildren(Label)] == ["16.38", " "], "no half of it"


def test_it_gets_no_narrower_while_it_is_shown(qtbot: QtBot, look: Look, t: Translator) -> None:
    face = ClockFace(look)
    qtbot.addWidget(face)
    face.show_clock(clock_words(NOW, END + timedelta(minutes=12), END, t))
    wide = face.sizeHint().width()
    face.show_clock(clock_words(NOW, END, END, t))
    assert face.sizeHint().width() == wide
    assert face.minimumWidth() == wide
