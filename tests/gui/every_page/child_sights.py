"""The step of the child, in the preparation of a meeting of twenty: not asked yet, all of it, a second meeting."""

from dataclasses import replace
from datetime import date

from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.meeting_facts import ChildTalk, MeetingFacts, Participation
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from tests.gui.every_page.office_sights import MANY, Office, prepared, sight

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
