"""The drejebog: the order of each round, and the rules that were set aside but for those that stand on no paper."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from netmoede_desktop.documents.papers import SCRIPT, content_of
from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.domain.preparation.meeting_facts import MeetingFacts, Override
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from netmoede_desktop.domain.preparation.readiness.rule import ON_NO_PAPER
from netmoede_desktop.domain.preparation.readiness.rules.all_rules import RULES
from netmoede_desktop.localization.catalogue import load
from tests.documents.prepared import prepared
from tests.documents.told import told

AT = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)


def lines(meeting: PreparedMeeting) -> list[str]:
    return told(content_of(SCRIPT, meeting, load("da")))


def waived(*words: str) -> PreparedMeeting:
    overrides = tuple(Override(word, f"grund {number}", "Rita Krog", AT) for number, word in enumerate(words))
    meeting = prepared()
    return replace(meeting, known=replace(meeting.known, meeting=MeetingFacts(overrides=overrides)))


def test_every_round_has_a_page_with_the_order_and_the_childs_own_place() -> None:
    meeting = prepared()
    people = tuple(
        replace(one, place=ChildPlace(PlaceKind.LAST)) if one.role is Role.CHILD else one for one in meeting.plan.people
    )
    meeting = replace(meeting, plan=replace(meeting.plan, people=people))
    said = lines(meeting)
    rounds = [part for part in meeting.plan.method.parts if part.has_turns]
    assert sum(line.startswith("Nr. |") for line in said) == len(rounds)
    start = said.index("# Runde B: Det, der fylder")
    table = said[start : said.index("----", start)]
    order = [line for line in table if line[:1].isdigit() and " | " in line]
    assert order[0] == "1 | ○ | Lone  mor"
    assert order[-1] == "9 | ○ | Mikkel  sidst, efter eget valg"
    assert "Derefter, kl. 16.48: Runde C: Ønsker" in table


def test_a_rule_that_was_set_aside_stands_on_the_first_page_with_its_reason() -> None:
    said = lines(waived("R084"))
    listed = said[said.index("## Valgt fra med en grund") + 1]
    assert listed.endswith(": »grund 0« Rita Krog, 3. november 2026")


@pytest.mark.parametrize("requirement", sorted(ON_NO_PAPER))
def test_r174_and_r175_and_their_reasons_stand_on_no_paper_the_drejebog_included(requirement: str) -> None:
    rules = [rule.id for rule in RULES if requirement in rule.requirements]
    assert rules
    for word in (requirement, *rules):
        assert lines(waived(word)) == lines(prepared())
    assert lines(waived("R084")) != lines(prepared())  # the control


def test_twenty_people_have_their_round_in_one_table() -> None:
    others = tuple(Person(f"p{n}", f"Person Nummer{n}", f"P{n}", Role.PRIVATE, "ven") for n in range(19))
    said = lines(prepared(coming=(Person("b", "Mikkel Holm", "Mikkel", Role.CHILD), *others)))
    assert "20 | ○ | P18  ven" in said
