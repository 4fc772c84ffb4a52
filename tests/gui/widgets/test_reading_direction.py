"""Sentences with a name from another script in front are read from the left; that script alone keeps its own way."""

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.widgets.labels import Label
from netmoede_desktop.gui.widgets.reading_direction import in_reading_order


@pytest.mark.parametrize("text", ["عبد الرحمن har ordet.", "דוד (nabo)", "١ עבד kører"])
def test_our_sentence_with_a_name_in_front_is_read_from_the_left(text: str) -> None:
    assert in_reading_order(text) == f"\u200e{text}"
    assert not in_reading_order(text).isascii()


@pytest.mark.parametrize("text", ["", "Næste: عبد", "عبد الرحمن", "123", "Wojciech og Gülşah", "!? …"])
def test_everything_else_is_left_as_it_is(text: str) -> None:
    assert in_reading_order(text) == text


def test_a_label_says_what_it_was_given(qtbot: QtBot) -> None:
    label = Label("عبد الرحمن har ordet.")
    qtbot.addWidget(label)
    assert label.text() == "عبد الرحمن har ordet."
    label.setText("Nu")
    assert label.text() == "Nu"
