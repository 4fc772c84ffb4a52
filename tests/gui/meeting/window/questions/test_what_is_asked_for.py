"""What is missing leads to its field, with the keyboard in it, however it was pressed and from wherever."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from tests.gui.meeting.window.led_windows import Led

#: Where it stands, the words on it, and the field it asks for.
LEADING = (
    ("closing", "Vælg hvem", "Hvem"),
    ("closing", "Sæt dato", "Senest"),
    ("agreements", "2 aftaler har ingen ansvarlig", "Hvem"),
    ("agreements", "2 aftaler mangler en dato", "Senest"),
    ("agreements", "hvem?", "Hvem"),
    ("agreements", "hvornår?", "Senest"),
)


@pytest.fixture
def missing(led: Led) -> Led:
    """Two agreements without who and when."""
    led.starts().goes_on()
    for number in range(2):
        led.led.bridge.do(cmd.WriteAgreement(f"Noget {number}", None))
    return led


def shown(led: Led, where: str) -> Led:
    if where == "closing":
        led.window.close_meeting()
    else:
        led.press(Action.AGREEMENT)
    return led


def press(led: Led, words: str, *, by_key: bool) -> None:
    found = [one for one in led.window.findChildren(QAbstractButton) if one.isVisible() and one.text() == words]
    if not by_key:
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)
    else:
        while led.focused is not found[0]:
            led.key(Qt.Key.Key_Tab)
        led.key(Qt.Key.Key_Return)
    for _ in range(3):
        QApplication.processEvents()


@pytest.mark.parametrize("by_key", [False, True], ids=["click", "enter"])
@pytest.mark.parametrize(("where", "words", "field"), LEADING)
def test_what_is_missing_leads_into_its_field(missing: Led, where: str, words: str, field: str, by_key: bool) -> None:
    press(shown(missing, where), words, by_key=by_key)
    assert missing.focused.accessibleName() == field
    missing.types("Ha" if field == "Hvem" else "5/12")
    assert missing.focused.accessibleName() == field, "what is typed stays there"


def test_of_the_days_the_one_that_is_missing_is_asked_for(missing: Led) -> None:
    for number in (1, 2):
        missing.led.bridge.do(cmd.WriteAgreement("Noget", None, start=date(2026, 12, 2), number=number))
    press(shown(missing, "closing"), "Sæt dato", by_key=False)
    assert missing.focused.accessibleName() == "Senest"
