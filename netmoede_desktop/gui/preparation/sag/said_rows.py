"""Who said or did what in a sag, and when: the rows of the step of the sag that have a day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from netmoede_desktop.domain.cases.case_facts import CaseFacts, UnknownCase
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.known_facts import KnownFacts
from netmoede_desktop.gui.preparation.sag.sag_form import SagTyped
from netmoede_desktop.localization.catalogue import translatable


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A row: its two questions, where the answer is kept, and for whom it is asked."""

    who: str
    on: str
    get: Callable[[KnownFacts], Said]
    put: Callable[[KnownFacts, Said], KnownFacts]
    when: Callable[[SagTyped], bool]


def _of_case(
    who: str,
    on: str,
    get: Callable[[CaseFacts], Said],
    put: Callable[[CaseFacts, Said], CaseFacts],
    when: Callable[[SagTyped], bool],
) -> SaidRow:
    return SaidRow(
        who, on, lambda facts: get(facts.case), lambda facts, said: replace(facts, case=put(facts.case, said)), when
    )


def _of_unknown(
    who: str, on: str, get: Callable[[UnknownCase], Said], put: Callable[[UnknownCase, Said], UnknownCase]
) -> SaidRow:
    return _of_case(
        who,
        on,
        lambda case: get(case.unknown_case),
        lambda case, said: replace(case, unknown_case=put(case.unknown_case, said)),
        lambda typed: typed.of_families_unknown,
    )


#: The rows by the name of their field, in the order they are read.
SAID_ROWS: Mapping[str, SaidRow] = {
    "risk_assessed": _of_case(
        translatable("Hvem har vurderet risikoen?"),
        translatable("Vurderet"),
        lambda case: case.risk_assessed,
        lambda case, said: replace(case, risk_assessed=said),
        lambda typed: typed.assesses,
    ),
    "nominated": _of_case(
        translatable("Hvem bad om mødet?"),
        translatable("Hvornår?"),
        lambda case: case.nominated,
        lambda case, said: replace(case, nominated=replace(said, text=case.nominated.text)),
        lambda _: True,
    ),
    "visitation": _of_case(
        translatable("Hvem har visiteret sagen?"),
        translatable("Visiteret"),
        lambda case: case.visitation,
        lambda case, said: replace(case, visitation=said),
        lambda typed: typed.family == "pnm",
    ),
    "first_visit": SaidRow(
        translatable("Hvem fortalte familien om møderne?"),
        translatable("Første samtale"),
        lambda facts: facts.meeting.first_visit,
        lambda facts, said: replace(facts, meeting=replace(facts.meeting, first_visit=said)),
        lambda typed: typed.family == "pnm",
    ),
    "adviser_asked": _of_case(
        translatable("Hvem har spurgt familiens rådgiver?"),
        translatable("Spurgt"),
        lambda case: case.adviser_asked,
        lambda case, said: replace(case, adviser_asked=replace(said, text=case.adviser_asked.text)),
        lambda typed: typed.of_families_known,
    ),
    "presented": _of_unknown(
        translatable("Hvem har fortalt forældrene om bekymringen?"),
        translatable("Fortalt"),
        lambda asked: asked.presented,
        lambda asked, said: replace(asked, presented=said),
    ),
    "willing": _of_unknown(
        translatable("Hvem har hørt, at forældrene vil samarbejde?"),
        translatable("Hørt"),
        lambda asked: asked.willing,
        lambda asked, said: replace(asked, willing=said),
    ),
    "active_case": _of_unknown(
        translatable("Hvem har fået forældrenes ja til en aktiv sag?"),
        translatable("Sagt ja"),
        lambda asked: asked.active_case,
        lambda asked, said: replace(asked, active_case=said),
    ),
    "asked_authority": _of_unknown(
        translatable("Hvem har ringet eller skrevet til myndigheden?"),
        translatable("Spurgt"),
        lambda asked: asked.asked_authority,
        lambda asked, said: replace(asked, asked_authority=said),
    ),
    "confirmed": _of_unknown(
        translatable("Hvem fra myndigheden har sagt ja?"),
        translatable("Bekræftet"),
        lambda asked: asked.confirmed,
        lambda asked, said: replace(asked, confirmed=said),
    ),
    "leader_consulted": _of_case(
        translatable("Hvem har talt med den pædagogiske leder?"),
        translatable("Talt"),
        lambda case: case.leader_consulted,
        lambda case, said: replace(case, leader_consulted=said),
        lambda typed: typed.family == "hlb",
    ),
}
