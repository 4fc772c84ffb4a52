"""What has the keyboard is seen in every theme: where the ring has the colour of a border it is thicker."""

from datetime import date

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.dates.month_popup import MonthPopup
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.stylesheet import stylesheet
from netmoede_desktop.gui.theme.themes import ThemeName, load_theme
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.resources import resource_folder
from tests.gui.conftest import dressed


@pytest.mark.parametrize("name", list(ThemeName))
@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_the_ring_is_more_than_a_border(name: ThemeName, scale: float) -> None:
    look = Look(load_theme(resource_folder() / "themes", name), scale)
    assert look.ring > look.px(look.theme.stroke)
    assert f"border: {look.ring}px solid {look.theme.focus}" in stylesheet(look, resource_folder() / "icons")


@pytest.mark.parametrize("name", list(ThemeName))
def test_a_wrong_field_keeps_its_ring(name: ThemeName, qapp: QApplication, fonts: None, qtbot: QtBot) -> None:
    look = dressed(qapp, name)
    line = LineInput("fjorten")
    field = Field("Klokken", line, look)
    qtbot.addWidget(field)
    field.show_problem("Det klokkeslæt findes ikke.")
    with qtbot.waitExposed(field):
        field.show()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    edge, middle = line.grab().toImage(), line.height() // 2
    assert edge.pixelColor(look.ring // 2, middle) == QColor(look.theme.focus)
    assert edge.pixelColor(look.ring + look.px(2), middle) == QColor(look.theme.ochre_tint), "it is still seen as wrong"


@pytest.mark.parametrize("name", [ThemeName.CONTRAST_LIGHT, ThemeName.CONTRAST_DARK])
def test_a_radio_button_is_round_where_strokes_are_broad(
    name: ThemeName, qapp: QApplication, fonts: None, qtbot: QtBot
) -> None:
    look = dressed(qapp, name)
    button, box = QRadioButton(""), QCheckBox("")
    inked = []
    for one in (button, box):
        qtbot.addWidget(one)
        one.resize(one.sizeHint())
        image, style, option = one.grab().toImage(), one.style(), QStyleOptionButton()
        one.initStyleOption(option)
        part = QStyle.SubElement
        element = part.SE_RadioButtonIndicator if one is button else part.SE_CheckBoxIndicator
        place = style.subElementRect(element, option, one)
        corner = place.adjusted(0, 0, look.px(4) - place.width(), look.px(4) - place.height())
        dots = [
            image.pixelColor(x, y)
            for x in range(corner.left(), corner.right() + 1)
            for y in range(corner.top(), corner.bottom() + 1)
        ]
        inked.append(sum(dot == QColor(look.theme.edge) for dot in dots))
    assert inked[0] < inked[1], "a square has more of its edge in its corners"


@pytest.mark.parametrize("name", list(ThemeName))
def test_the_calendar_has_no_corners_of_another_colour(
    name: ThemeName, qapp: QApplication, fonts: None, qtbot: QtBot, t: Translator
) -> None:
    look = dressed(qapp, name)
    line = LineInput("")
    qtbot.addWidget(line)
    popup = MonthPopup(look, t, date(2026, 11, 30), {}, line)
    popup.resize(popup.sizeHint())
    assert popup.grab().toImage().pixelColor(0, 0) == QColor(look.theme.edge)


@pytest.mark.parametrize("name", list(ThemeName))
def test_what_stands_in_an_empty_field_is_as_readable_as_other_muted_text(name: ThemeName) -> None:
    look = Look(load_theme(resource_folder() / "themes", name))
    assert f"placeholder-text-color: {look.theme.muted}" in stylesheet(look, resource_folder() / "icons")
