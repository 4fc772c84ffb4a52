"""The dagsorden: the method's own numbers, what is under way, and nothing that may tell where somebody is."""

from dataclasses import replace
from datetime import date

from netmoede_desktop.documents.papers import AGENDA, content_of
from netmoede_desktop.domain.cases.case_facts import CaseFacts, UnknownCase
from netmoede_desktop.domain.meeting.plan import CarriedAgreement
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from netmoede_desktop.localization.catalogue import load
from tests.documents.prepared import prepared
from tests.documents.told import told


def lines(meeting: PreparedMeeting) -> list[str]:
    return told(content_of(AGENDA, meeting, load("da")))


def test_the_points_have_the_numbers_of_the_method_and_what_is_under_way() -> None:
    meeting = prepared(method="hlb-o", case=CaseFacts(unknown_case=UnknownCase(presented=Said(text="Træt i skolen"))))
    going = CarriedAgreement(1, "Fast voksen i frikvarteret", None, date(2026, 8, 10))
    said = lines(replace(meeting, plan=replace(meeting.plan, carried=(going,), last_held=date(2026, 9, 1))))
    assert said[0] == "Barnet og familien er en del af løsningen."
    assert said[said.index("## Baggrund") + 1 : said.index("## Punkter")] == [
        *("Træt i skolen.", "Sidste møde var 1. september 2026.")
    ]
    points = [line.split(" | ") for line in said[said.index("Nr. | Punkt | Tid") + 1 : -1]]
    assert [number for number, _, _ in points] == ["1", "2", "3", "4", "4a", "4b", "4c", "5", "6"]
    assert "Fast voksen i frikvarteret, siden 10. august 2026." in points[4][1]


def test_without_a_background_there_is_a_line_to_write_on_and_a_break_asks_nothing() -> None:
    said = lines(prepared())
    assert said[said.index("## Baggrund") + 1] == "____"
    assert not any("…" in line for line in said)
    assert "8 | Pause | 10 min" in said


def test_a_protected_address_leaves_the_school_out_of_the_agenda() -> None:
    meeting = prepared()
    people = tuple(
        replace(one, relation="lærer på Bakkeskolen", protected_address=one.id == "lone") for one in meeting.plan.people
    )
    hidden = replace(meeting, plan=replace(meeting.plan, people=people, place="Bakkeskolen, lokale 2"))
    assert "Bakkeskolen" not in "\n".join(lines(hidden))
    open_people = tuple(replace(one, protected_address=False) for one in people)
    shown = replace(hidden, plan=replace(hidden.plan, people=open_people))
    assert "Bakkeskolen" in "\n".join(lines(shown))  # the control
