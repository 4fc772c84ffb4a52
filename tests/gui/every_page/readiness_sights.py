"""*Er mødet klar?* in every state: one must, all of them, ready, waived, stopped, asked at the start; both bars."""

from collections.abc import Callable
from dataclasses import replace

from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.domain.preparation.meeting_facts import InterpreterFacts
from netmoede_desktop.domain.preparation.readiness.overriding import override_rules
from netmoede_desktop.domain.preparation.readiness.verdict import State, Verdict
from netmoede_desktop.gui.kit.layout.side_frame import FramePart
from netmoede_desktop.gui.preparation.preparation import PreparationPage
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.gui.preparation.readiness.readiness_presenter import Sign
from tests.gui.desks import NOW
from tests.gui.every_page.office_sights import MANY, Act, Office, prepared, sight

_REASON = "Anne-Margrethe Kirstine Lund-Frederiksen har ringet til hver af dem og aftalt det."
_TOLK = (*MANY[:6], ("Amina Yusuf-Christoffersen Abdirahman", Role.INTERPRETER, "tolk"))


def _shown(page: PreparationPage) -> None:
    """The panel, which is a page of its own where there is little room."""
    if page.frame.compact:
        page.frame.show_part(FramePart.SIDE)
        page.focus_first()


def _at_panel(act: Callable[[PreparationPage, Office], object], *, few: bool = False) -> Act:
    def opened(office: Office) -> None:
        people = MANY[:6] if few else MANY
        prepared(PreparationStep.PURPOSE, people=people)(office)
        page = office.preparation()
        act(page, office)
        office.settle()
        _shown(page)
        office.preparation()

    return opened


def _only(page: PreparationPage, keep: Callable[[Verdict], bool]) -> None:
    """Show the meeting as if these were all the verdicts on it."""
    meeting = page.bridge.meeting
    assert meeting is not None
    page.bridge.shown.emit(replace(meeting, verdicts=tuple(one for one in meeting.verdicts if keep(one))))


def _one_must(page: PreparationPage, _: Office) -> None:
    first = page.side.shown.musts[0].rule
    _only(page, lambda one: one.rule == first or not one.open)


def _all_musts(page: PreparationPage, _: Office) -> None:
    page.readiness.musts.more.click()


def _ready(page: PreparationPage, _: Office) -> None:
    _only(page, lambda one: one.state is State.IN_PLACE)


def _waive(page: PreparationPage, _: Office) -> None:
    rules = [row.rule for row in page.side.shown.musts[:3]]

    def waived(known: KnownFacts) -> KnownFacts:
        return override_rules(known, rules, _REASON, "Anne-Margrethe Kirstine Lund-Frederiksen", NOW)

    page.bridge.change_facts("readiness", waived)


def _reason(page: PreparationPage, _: Office) -> None:
    page.readiness.card.open_reason(_REASON)


def _start(page: PreparationPage, _: Office) -> None:
    page.side.start.click()


def _stopped(office: Office) -> None:
    prepared(PreparationStep.PURPOSE, people=_TOLK)(office)
    page = office.preparation()

    def family(known: KnownFacts) -> KnownFacts:
        facts = InterpreterFacts(needed=True, name=_TOLK[-1][0], birth_year=1980, family=True)
        return replace(known, meeting=replace(known.meeting, interpreter=facts))

    page.bridge.change_facts("readiness", family)
    office.settle()
    assert page.side.shown.stopped and Sign.MUST in page.side.shown.signs
    _shown(page)
    office.preparation()


def _steps(office: Office) -> None:
    prepared(PreparationStep.PEOPLE)(office)
    page = office.preparation()
    if page.frame.compact:
        page.head.step.click()
    office.preparation()


def _menu(office: Office) -> None:
    prepared(PreparationStep.PURPOSE)(office)
    if office.preparation().head.menu.isVisible():
        office.preparation().head.menu.click()


READINESS_SIGHTS = (
    sight("the rules on twenty people", _at_panel(lambda page, office: None)),
    sight("one thing to be dealt with", _at_panel(_one_must, few=True)),
    sight("all that is to be dealt with", _at_panel(_all_musts)),
    sight("a meeting that is ready", _at_panel(_ready)),
    sight("rules that were waived", _at_panel(_waive)),
    sight("a reason being written", _at_panel(_reason)),
    sight("what is asked at the start", _at_panel(_start)),
    sight("a meeting that is stopped", _stopped),
    sight("the steps", _steps),
    sight("the menu over the preparation", _menu),
)
