"""The steps of the sag, the child and the frame for a meeting of twenty: empty, full, and each verdict."""

from dataclasses import replace
from datetime import date

from netmoede_desktop.domain.cases.case_facts import CaseFacts, CaseType, Screening, UnknownCase
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.domain.people.person_facts import PersonFacts
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import (
    Apart,
    ChildTalk,
    InterpreterFacts,
    MeetingFacts,
    Participation,
    Room,
    RoomKind,
    Separation,
)
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.services.preparation.edit_plan import MeetingChange
from tests.gui.every_page.office_sights import MANY, Office, prepared, sight
from tests.gui.preparing import frame_page

CHILD = ChildTalk(
    talk=Said("Anne-Margrethe Kirstine Lund-Frederiksen", date(2026, 11, 3)),
    place="hjemme hos farmor",
    alone=True,
    own_words="Jeg vil have, at der er stille, når jeg skal sove. Og at de ikke skændes om mig, når jeg hører det.",
    not_said=("At jeg har grædt i skolen.", "Noget om min fars arbejde."),
    participation=Participation.PARTLY,
    participation_reason="Vil gerne sige sin tur først og så lege i rummet ved siden af.",
    explained="hvorfor vi mødes, hvem der kommer, og at alle lytter",
    stop_sign="lægger et rødt kort på bordet",
)


def _asked(office: Office) -> None:
    prepared(PreparationStep.CHILD)(office)
    bridge = office.preparation().bridge
    assert bridge.meeting is not None
    helper = next(person.id for person in bridge.meeting.plan.people if person.role is Role.PRIVATE)
    child = replace(CHILD, before=helper, during=helper, after="Bedstemors nabo fra kolonihaven")
    facts = MeetingFacts(child=child, bisidder_told=Said("Søren Friis", date(2026, 11, 3)))
    bridge.change_facts("child", lambda known: replace(known, meeting=facts))
    office.settle()


def _again(office: Office) -> None:
    """The second meeting of a sag: what was said before the first one is shown grey, and answers nothing."""
    _asked(office)
    first = office.preparation().bridge.meeting
    assert first is not None
    second = office.stories.meeting(
        first.case_id, first.plan.starts.replace(tzinfo=None, month=12, day=20), people=MANY
    )
    office.open_preparation(second, PreparationStep.CHILD)


CHILD_SIGHTS = (
    sight("the child, not asked yet", prepared(PreparationStep.CHILD)),
    sight("what the child says", _asked),
    sight("a child before its second meeting", _again),
    sight("a child that is not on the list", prepared(PreparationStep.CHILD, people=MANY[1:3])),
)


ROOMS = (
    Room("Biblioteket, lokale 2", RoomKind.NEUTRAL, 10, 20, 0, "kommunen"),
    Room("Medborgerhuset på Sankt Annæ Torv, store sal", RoomKind.NEUTRAL, 24, 22, 300),
    Room("Kulturskolen, sal B", RoomKind.NEUTRAL, 30, 12, 0),
    Room("Skolen, personalerummet", RoomKind.SCHOOL, 26, 21, 0),
    Room("Foreningshuset", RoomKind.NEUTRAL, 26),
    Room("Klubben"),
)


def _rooms(office: Office) -> None:
    prepared(PreparationStep.FRAME)(office)
    bridge = office.preparation().bridge
    for number, room in enumerate(ROOMS):
        bridge.change_room("register", number, room)
    office.settle()
    frame_page(office.preparation()).rooms.done_editing()


def _all_of_it(office: Office) -> None:
    _rooms(office)
    bridge = office.preparation().bridge
    assert bridge.meeting is not None
    people = sorted(bridge.meeting.plan.people, key=lambda person: person.seat)
    tolk = InterpreterFacts(True, "Farah Nur", 2012, family=False, asked=Said("Søren Friis", date(2026, 11, 2)))

    def change(facts: KnownFacts) -> KnownFacts:
        meeting = replace(
            facts.meeting,
            interpreter=tolk,
            dinner="Suppe, brød og frugt",
            apart_asked=Said("Søren Friis", date(2026, 11, 2)),
            apart=(Apart(people[2].id, people[4].id, Separation.FAR_APART),),
        )
        known = facts.with_person(people[0].id, PersonFacts(diet="nødder"))
        return replace(known, case=CaseFacts(family_places=("Foreningshuset",)), meeting=meeting)

    bridge.change_facts("frame", change)
    bridge.change("starts", MeetingChange(starts=bridge.meeting.plan.starts.replace(hour=17, tzinfo=None)))
    bridge.change("interpreter", MeetingChange(interpreter_language="somali"))
    office.settle()
    office.preparation()


def _editing(office: Office) -> None:
    _rooms(office)
    frame_page(office.preparation()).rooms.edit(1)
    office.preparation()


FRAME_SIGHTS = (
    sight("no rooms yet", prepared(PreparationStep.FRAME, place="")),
    sight("rooms to choose from", _rooms),
    sight("a frame with all there is", _all_of_it),
    sight("a room that is put right", _editing),
)


def _assessed(office: Office) -> None:
    """A PNM that may do harm, in a sag whose risk nobody has assessed yet."""
    prepared(PreparationStep.CASE, method="pnm-1")(office)
    case = CaseFacts(
        involvement="Farmor og klubben kender Mikkel bedst, og de voksne er ikke enige. Derfor mødes de alle nu.",
        case_type=CaseType.STUCK,
        screening=Screening.YES,
        complex_needs=True,
        hard_cooperation=False,
        visitation=Said("Anne-Margrethe Kirstine Lund-Frederiksen", date(2026, 11, 3)),
    )
    office.preparation().bridge.change_facts("sag", lambda known: replace(known, case=case))
    office.settle()


def _unknown(office: Office) -> None:
    prepared(PreparationStep.CASE, method="hlb-1")(office)
    asked = UnknownCase(concern=True, beyond_family=True, beyond_partners=False, presented=Said("Søren Friis"))
    case = CaseFacts(known=False, unknown_case=asked, expectations="At rådgiveren fortæller, hvad der er muligt.")
    office.preparation().bridge.change_facts("sag", lambda known: replace(known, case=case))
    office.settle()


SAG_SIGHTS = (
    sight("the sag, nothing answered", prepared(PreparationStep.CASE)),
    sight("the sag of a PNM with a risk", _assessed),
    sight("a sag the authority does not know", _unknown),
)
