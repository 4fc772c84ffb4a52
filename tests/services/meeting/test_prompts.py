"""The method's prompts, filled from the meeting: for the mødeleder to say, and for the room to read."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.plan import CarriedAgreement
from netmoede_desktop.domain.methods.method import PLACEHOLDERS, Part, PartKind, Prompts
from netmoede_desktop.domain.people.people import display_names
from netmoede_desktop.services.meeting.prompts import Prompter
from netmoede_desktop.services.meeting.view.build import meeting_view
from tests.domain.meeting.script import FAMILY, PARTS, STARTS, Told, part, plan
from tests.services.room.random_views import SCENARIOS, shipped_moments

CARRIED = tuple(CarriedAgreement(number, f"Aftale {number}", "lone") for number in (1, 2))


def said(told: Told, text: str, part_id: str | None = None, *, for_room: bool = False) -> str:
    """What becomes of a prompt of a part (the current one without a name)."""
    state = told.state
    prompter = Prompter(state, display_names(state.people.values()), "Mikkel")
    return prompter.filled(text, state.plan.method.part(part_id or state.part), for_room=for_room)


def test_the_child_and_the_purpose_are_named_and_the_sentence_keeps_its_own_full_stop() -> None:
    told = Told(plan(purpose="At Mikkel sover."))
    assert said(told, "Hvad går godt for {barn}?") == "Hvad går godt for Mikkel?"
    assert said(told, "Formålet er: {formål}. Er det sådan?") == "Formålet er: At Mikkel sover. Er det sådan?"
    assert said(Told(plan(purpose="")), "Formålet er: {formål}.") == "Formålet er: …."


def test_the_room_is_never_told_the_purpose() -> None:
    told = Told(plan(purpose="At Mikkel sover."))
    assert said(told, "{formål} – {barn}", for_room=True) == "… – Mikkel"


def test_what_is_no_placeholder_stays_as_it_is_written() -> None:
    assert said(Told(), "{ukendt} {} { } {barn") == "{ukendt} {} { } {barn"


def test_a_pause_ends_when_it_was_said_and_before_it_begins_when_it_would() -> None:
    told = Told()
    assert said(told, "{tid}", "hvil") == "16.36", "6 + 12 + 4 + 4 minutes, and 10 of pause"
    told.starts().at("16:10").enters("tavlen")
    assert said(told, "{tid}", "hvil") == "16.24"
    told.enters("hvil")
    assert said(told, "{tid}") == "16.20"
    told.does(cmd.BeginPause(15))
    assert said(told, "{tid}") == "16.25"
    assert said(told, "{tid}", "veje") == "16.35", "the break is over when everyone is back"
    told.at("16:30").does(cmd.EndPause())
    assert said(told, "{tid}") == "16.25"


def test_an_unplanned_pause_moves_what_comes_after_it() -> None:
    told = Told().starts().enters("åbning").does(cmd.BeginPause(20))
    assert said(told, "{tid}", "forældre") == "16.36", "back at 16.20, then 12 and 4 minutes"


def test_a_question_about_another_is_not_put_to_that_other() -> None:
    told = Told().starts().enters("åbning")
    assert said(told, "{person}") == "Lone", "Mikkel is asked first"
    told.gives("peter")
    assert said(told, "{person}") == "Mikkel"
    told.gives("mikkel").does(cmd.Leave("lone"))
    assert said(told, "{person}") == "Peter"
    alone = Told(plan(FAMILY[:1] + FAMILY[-1:])).starts().enters("åbning")
    assert said(alone, "{person}") == "…"


def test_the_agreements_of_last_time_are_counted_and_taken_in_turn() -> None:
    told = Told(plan(carried=CARRIED)).starts().agrees("Ny", "lone")
    assert said(told, "{antal} · {nr}") == "2 · 1"
    told.does(cmd.GiveStatus(1, "gjort"))
    assert said(told, "{nr}") == "2"
    told.does(cmd.GiveStatus(2, "gjort"))
    assert said(told, "{nr}") == "2"
    assert said(Told(), "{antal} · {nr}") == "0 · …"


@pytest.mark.parametrize(("days", "weeks"), [(56, "8"), (58, "8"), (60, "9")])
def test_the_weeks_since_last_time_are_told_where_it_is_known(days: int, weeks: str) -> None:
    assert said(Told(plan(last_held=STARTS.date() - timedelta(days=days))), "{uger}") == weeks
    assert said(Told(plan(last_held=None)), "{uger}") == "…"
    assert said(Told(plan(last_held=date(2026, 11, 23))), "{uger}") == "0"


def test_every_placeholder_of_a_method_file_is_filled() -> None:
    told = Told(plan(carried=CARRIED, purpose="Ro", last_held=date(2026, 9, 28))).starts()
    for placeholder in PLACEHOLDERS:
        assert said(told, f"{{{placeholder}}}") not in ("…", f"{{{placeholder}}}"), placeholder


def test_say_tips_room_and_child_are_all_filled_and_the_room_has_its_own_rule() -> None:
    prompts = Prompts(say=("{formål}",), tips=("{barn}",), room="{formål}", child="{barn}?")
    asked: tuple[Part, ...] = (replace(part("x", PartKind.ROUND, (2, 4, 6), "FOR"), prompts=prompts), *PARTS[1:])
    view = meeting_view(Told(plan(parts=asked, purpose="Ro")).history).prompts
    assert (view.say, view.tips, view.room, view.child) == (("Ro",), ("Mikkel",), "…", "Mikkel?")


def texts(view: Prompts) -> tuple[str, ...]:
    return (*view.say, *view.tips, view.room, view.child)


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_brace_is_left_in_any_prompt_of_the_shipped_meetings(name: str) -> None:
    for history, _ in shipped_moments(name):
        prompts = meeting_view(history).prompts
        assert [text for text in texts(prompts) if re.search(r"[{}]", text)] == []
        codes = [text for text in prompts.say if re.match(r"[A-ZÆØÅ]{3,}: ", text)]
        assert codes == [], "no code of a group is said aloud"


def lines(told: Told, *say: str, part_id: str = "velkomst") -> tuple[str, ...]:
    """What the mødeleder says in a part with these texts."""
    state = told.state
    prompter = Prompter(state, display_names(state.people.values()), "Mikkel")
    return prompter.phrases(replace(state.plan.method.part(part_id), prompts=Prompts(say=say)))


def test_what_is_meant_for_one_group_is_said_to_those_of_it_by_name() -> None:
    told = Told().starts()
    assert lines(told, "Velkommen", "MYN: Hvad kan du beslutte?") == ("Velkommen", "Søren: Hvad kan du beslutte?")
    assert lines(told, "FOR: Hvad håber I?") == ("Lone, Peter: Hvad håber I?",)
    assert lines(Told().starts(absent=("soeren",)), "Velkommen", "MYN: Hvad kan du beslutte?") == ("Velkommen",)
    assert lines(told, "NB: Husk kaffen") == ("NB: Husk kaffen",), "no group is called so"


def test_in_a_round_it_is_said_while_one_of_the_group_is_asked() -> None:
    told = Told().starts().enters("åbning")
    assert lines(told, "MYN: Hvad kan du beslutte?", part_id="åbning") == ()
    told.gives("soeren")
    assert lines(told, "MYN: Hvad kan du beslutte?", part_id="åbning") == ("Søren: Hvad kan du beslutte?",)
