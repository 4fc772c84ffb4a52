"""Sentences with a name from another script in front are read from the left; that script alone keeps its own way."""

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.kit.text.reading_direction import in_reading_order


@pytest.mark.parametrize(
    ("text", "set_text"),
    [
        ("عبد الرحمن har ordet.", "\u200e\u2068عبد الرحمن\u2069 har ordet."),
        ("דוד (nabo)", "\u200e\u2068דוד\u2069 (nabo)"),
        ("Med עבד, 12/4", "\u200eMed \u2068עבד\u2069, 12/4"),
    ],
)
def test_our_sentence_is_read_from_the_left_whatever_names_are_in_it(text: str, set_text: str) -> None:
    assert in_reading_order(text) == in_reading_order(set_text) == set_text


@pytest.mark.parametrize("text", ["", "عبد الرحمن", "123", "Wojciech og Gülşah", "!? …"])
def test_everything_else_is_left_as_it_is(text: str) -> None:
    assert in_reading_order(text) == text


def test_a_label_says_what_it_was_given(qtbot: QtBot) -> None:
    label = Label("عبد الرحمن har ordet.")
    qtbot.addWidget(label)
    assert label.text() == "عبد الرحمن har ordet."
    label.setText("Nu")
    assert label.text() == "Nu"
