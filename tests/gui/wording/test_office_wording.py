"""Every code of the preparation has its sentence, and lengths are said as people say them."""

from datetime import date

import pytest

from netmoede_desktop.domain.dates.written_moment import MomentTrouble
from netmoede_desktop.domain.methods.method import SuggestedText
from netmoede_desktop.domain.people.people import ChildPlace, PlaceKind, Role
from netmoede_desktop.gui.kit.dates.moment_wording import example_day, moment_sentence
from netmoede_desktop.gui.kit.fields.kept_text import KeptText
from netmoede_desktop.gui.meeting.roll_call.roll_call import ANSWERS
from netmoede_desktop.gui.wording.office_wording import (
    place_label,
    role_label,
    roles_to_choose,
    suggested_sentence,
    turn_length,
)
from netmoede_desktop.localization.catalogue import Translator, load


def test_every_code_has_a_sentence(t: Translator) -> None:
    for trouble in MomentTrouble:
        said = moment_sentence(trouble, date(2026, 11, 23), t)
        assert said.endswith(".") and "{" not in said
    for role in Role:
        assert role_label(role, t)
    assert len(ANSWERS) == 3


def test_an_example_of_a_day_is_no_other_day_to_an_english_reader(t: Translator) -> None:
    monday, wednesday = date(2026, 11, 23), 2
    assert example_day(monday, t, wednesday) == "2/12"
    assert example_day(monday, load("en"), wednesday) == "16/12"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(1, "1 sekund"), (45, "45 sekunder"), (60, "1 minut"), (120, "2 minutter"), (165, "2 min 45 s")],
)
def test_the_length_of_a_turn(seconds: int, said: str, t: Translator) -> None:
    assert turn_length(seconds, t) == said


def test_the_child_s_places_name_people(t: Translator) -> None:
    names = {"lone": "Lone"}
    assert place_label(None, names, t) == "følger rækkefølgen"
    assert place_label(ChildPlace(PlaceKind.AFTER, "lone"), names, t) == "taler efter Lone"
    assert place_label(ChildPlace(PlaceKind.READ_ALOUD), names, t) == "ordene læses op"


def test_roles_of_some_methods_are_offered_there_alone() -> None:
    assert Role.COORDINATOR not in roles_to_choose()
    assert Role.COORDINATOR in roles_to_choose((Role.COORDINATOR,))


def test_what_no_source_fixes_is_marked(t: Translator) -> None:
    assert suggested_sentence((), t) == ""
    said = suggested_sentence(tuple(SuggestedText), t)
    assert said.startswith("Forslag – kan tilpasses: titler, tider")


def test_what_is_typed_is_never_written_over() -> None:
    field = KeptText()
    assert field.takes("Ro", "", typing=True), "the first that is kept is shown, wherever the keyboard is"
    assert not field.takes("Ro i hverdagen", "Ro og", typing=True)
    assert field.takes("Ro i hverdagen", "Ro og", typing=False)
    assert not field.takes("Ro i hverdagen", "Ro i hverdagen", typing=False)
    assert field.takes("Uro", "Ro i hverdagen", typing=True), "nothing was typed since"
