"""What to say, beside the table: set as words that are said, in the marks of the language."""

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.meeting.table.prompt_panel import QuestionCard
from netmoede_desktop.gui.meeting.table.round_presenter import RoundQuestion
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import load


@pytest.mark.parametrize(("language", "first", "last"), [("da", "»", "«"), ("en", "“", "”")])
def test_what_to_say_stands_between_the_marks_of_the_language(
    look: Look, qtbot: QtBot, language: str, first: str, last: str
) -> None:
    card = QuestionCard(look, load(language))
    qtbot.addWidget(card)
    card.show_question(RoundQuestion("Fase", "Runde", ("Hvad går godt?",), (), "Hvad kan du lide?"))
    said = {label.text() for label in card.findChildren(Label)}
    assert {f"{first}Hvad går godt?{last}", f"{first}Hvad kan du lide?{last}"} <= said
