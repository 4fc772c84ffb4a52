"""The office as the methods ask of it: what is under way, a party who leads, a length over the limit, a practice."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.gui.preparation.preparation_steps import PreparationStep
from netmoede_desktop.services.methods.practice import save_practice
from tests.gui.every_page.office_sights import MANY, Act, Office, prepared, sight
from tests.gui.every_page.settings_sights import settings
from tests.gui.preparing import people_page, pick, purpose_page, time_page


def _under_way(office: Office) -> None:
    """A first meeting by HLB: what has begun already, listed, and one more that is being written."""
    prepared(PreparationStep.PURPOSE, method="hlb-1")(office)
    page = purpose_page(office.preparation())
    for text in (
        "Kirsten Margrethe henter Mikkel hver onsdag siden 2/11",
        "Hanne skriver til mor hver fredag om, hvordan ugen er gået, og om der er noget at være opmærksom på",
        "Den lille gruppe efter frokost",
    ):
        page.measures.line.set_text(text)
        page.measures.line.entered.emit()
        office.settle()
    page.measures.line.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(page.measures.line, "Psykologen taler med Mikkel siden ")
    office.preparation()


def _leading_party(office: Office) -> None:
    """The mødeleder of an HLB meeting, who is the teacher too."""
    prepared(PreparationStep.PEOPLE, method="hlb-1")(office)
    page = people_page(office.preparation())
    leader = next(place for place, (_, role, _) in enumerate(MANY) if role is Role.LEADER)
    page.table.select(page.table.rows[leader].key)
    pick(page.form.party, Role.PROFESSIONAL.value)
    office.settle()
    office.preparation()


def _too_long(office: Office) -> None:
    """A meeting above the method's hard limit, which asks why."""
    prepared(PreparationStep.TIME, method="pnm-1")(office)
    page = time_page(office.preparation())
    pick(page.length, "240")
    office.settle()
    page.over_reason.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(page.over_reason, "Der er tre børn at tale om, og far kommer langvejs fra")
    office.preparation()


def _practice_chosen(step: PreparationStep) -> Act:
    """A meeting planned by a municipality's practice."""

    def act(office: Office) -> None:
        save_practice(office.office.context.vault, "aalborg")
        prepared(step)(office)

    return act


def _practice(office: Office) -> None:
    """The municipality's practice, just chosen."""
    settings(office)
    card = office.settings().practice
    pick(card.practice, "aalborg")
    office.settle()
    card.practice.setFocus(Qt.FocusReason.TabFocusReason)


METHOD_SIGHTS = (
    sight("what is under way", _under_way),
    sight("who leads and is a party", _leading_party),
    sight("a meeting over the limit", _too_long),
    sight("the purpose by a practice", _practice_chosen(PreparationStep.PURPOSE)),
    sight("a practice", _practice),
)
