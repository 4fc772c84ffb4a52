"""The look: sizes follow the scale, and the program is dressed in the theme."""

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.apply_theme import apply_theme, system_theme
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import ThemeName
from netmoede_desktop.localization.resources import resource_folder
from tests.gui.conftest import dressed


def test_sizes_follow_the_scale(look: Look, qapp: QApplication) -> None:
    large = dressed(qapp, scale=2.0)
    assert (look.px(8), large.px(8), large.px(0), large.units(16)) == (8, 16, 0, 8)
    assert (look.font(14).pixelSize(), large.font(14).pixelSize()) == (14, 28)
    assert (look.compact(1366, 768), large.compact(1366, 768)) == (False, True)


@pytest.mark.parametrize(("asked", "given"), [(0.2, 1.0), (1.5, 1.5), (9.0, 2.0)])
def test_the_scale_stays_where_it_can_be_read(qapp: QApplication, asked: float, given: float) -> None:
    assert apply_theme(qapp, resource_folder(), ThemeName.LIGHT, asked, motion=True).scale == given


def test_the_letters_are_the_house_letters_with_digits_of_one_width(look: Look, qtbot: QtBot) -> None:
    label = Label("Æblegrød", Tone.TITLE)
    qtbot.addWidget(label)
    label.show()
    assert QFontInfo(label.font()).family() == "Noto Sans"
    assert label.fontInfo().pixelSize() == 26
    widths = {label.fontMetrics().horizontalAdvance(digit) for digit in "0123456789"}
    assert len(widths) == 1


@pytest.mark.parametrize("name", list(ThemeName))
def test_an_input_has_the_colours_of_the_theme(qapp: QApplication, qtbot: QtBot, name: ThemeName) -> None:
    look = dressed(qapp, name)
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    field.resize(200, 100)
    field.show()
    assert field.grab().toImage().pixelColor(100, 80) == QColor(look.theme.card)


def test_without_a_wish_the_system_has_the_light_theme(qapp: QApplication) -> None:
    assert system_theme() is ThemeName.LIGHT
