"""What to say, beside the table: set as words that are said, in the marks of the language."""

from dataclasses import fields
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from netmoede_desktop.domain.methods.method import Prompts
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.meeting.table.prompt_panel import QuestionCard
from netmoede_desktop.gui.meeting.table.round_presenter import RoundQuestion, question
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator, load
from netmoede_desktop.services.meeting.view.build import meeting_view
from netmoede_desktop.services.methods.method_files import load_methods
from tests.domain.meeting.script import Told, plan

#: One round in which the child is asked first; its prompts are added.
METHOD = """\
id = "by"
version = 1
name = "Byens eget møde"
short_name = "By"
leader = "neutral"
interpreter_factor = 1.0
follow_up = { required = false }
phase = [{ id = "midt", title = "Midte", plain = "Her er vi" }]

[[part]]
id = "runde"
title = "Runde"
kind = "runde"
phase = "midt"
minutes = { least = 10, target = 20, most = 30 }
order = ["BARN*", "FOR"]
"""


def test_every_prompt_that_a_method_file_may_hold_is_shown_at_the_table(
    look: Look, t: Translator, qtbot: QtBot, tmp_path: Path
) -> None:
    """It is handed on field by field – read, filled, chosen, shown – and would be lost without a word on the way."""
    listed = {one.name for one in fields(Prompts) if isinstance(getattr(Prompts(), one.name), tuple)}
    written = {one.name: f"Ord i {one.name}." for one in fields(Prompts)}
    lines = [f'{key} = ["{words}"]' if key in listed else f'{key} = "{words}"' for key, words in written.items()]
    (tmp_path / "by.toml").write_text(METHOD + "\n".join(lines), encoding="utf-8")
    told = Told(plan(method=load_methods(tmp_path).get("by"))).starts()
    card = QuestionCard(look, t)
    qtbot.addWidget(card)
    card.show_question(question(meeting_view(told.history), t))
    shown = "\n".join(label.text() for label in card.findChildren(Label) if not label.isHidden())
    assert [key for key, words in written.items() if words not in shown] == []


@pytest.mark.parametrize(("language", "first", "last"), [("da", "»", "«"), ("en", "“", "”")])
def test_what_to_say_stands_between_the_marks_of_the_language(
    look: Look, qtbot: QtBot, language: str, first: str, last: str
) -> None:
    card = QuestionCard(look, load(language))
    qtbot.addWidget(card)
    card.show_question(RoundQuestion("Fase", "Runde", ("Hvad går godt?",), (), "Hvad kan du lide?"))
    said = {label.text() for label in card.findChildren(Label)}
    assert {f"{first}Hvad går godt?{last}", f"{first}Hvad kan du lide?{last}"} <= said
