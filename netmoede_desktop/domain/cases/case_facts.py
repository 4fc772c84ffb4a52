"""The facts of a sag that the preparation of its meetings needs: why this method, the law, the consents."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from netmoede_desktop.domain.people.said import Said


class CaseType(StrEnum):
    """Where in the course of a case the meeting is held (R004, R005)."""

    EARLY = "tidlig"
    RUNNING = "løbende"
    PLACEMENT_POSSIBLE = "mulig anbringelse"
    PLACED = "anbragt"
    STUCK = "fastlåst samarbejde"


class Screening(StrEnum):
    """The answer on signs of æresrelateret konflikt or negativ social kontrol (R174)."""

    NO = "nej"
    YES = "ja"
    NOT_SCREENED = "ikke screenet"


class ConsentForm(StrEnum):
    """How a consent was given."""

    ORAL = "mundtligt"
    WRITTEN = "skriftligt"


@dataclass(frozen=True, slots=True)
class Consent:
    """The consent of one person: the topics, who may hear them, the purpose, from and until when.

    `by` is the id of a parent (or the child). `topics` are their words, `recipients` ids of people of the sag or words
    for a group ("skolen"). `until` is the last day it counts, None where none was agreed. `refused` is a clear no.
    """

    by: str
    topics: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    purpose: str = ""
    form: ConsentForm | None = None
    since: date | None = None
    until: date | None = None
    withdrawn: date | None = None
    text: str = ""
    refused: bool = False


@dataclass(frozen=True, slots=True)
class UnknownCase:
    """The procedure for a sag the authority does not know (R018, R060–R062): three criteria, then the answers.

    `concern`, `beyond_family` and `beyond_partners` are the criteria in the source's order, None while unanswered.
    """

    concern: bool | None = None
    beyond_family: bool | None = None
    beyond_partners: bool | None = None
    presented: Said = field(default=Said())
    willing: Said = field(default=Said())
    active_case: Said = field(default=Said())
    asked_authority: Said = field(default=Said())
    confirmed: Said = field(default=Said())


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The known facts of a sag beyond its number, child and languages.

    `involvement` answers how involving family and network was considered, and so why this method (R001). `known` is
    whether the authority knows the family, None while unanswered. `complex_needs` and `hard_cooperation` are the two
    criteria of a processuelt netværksmøde (R010). `visitation` says who let the sag in, and when; `nominated` who asked
    for it, when and why (R153). `adviser_asked`: the family's own adviser, before convening (R059). `first_assessment`
    is True in a first børnefaglig undersøgelse (R176). `leader_consulted`: the pædagogiske leder, where somebody else
    calls the meeting (R037). `family_places` are where the family comes for other meetings.
    """

    involvement: str = ""
    method: str = ""
    case_type: CaseType | None = None
    known: bool | None = None
    complex_needs: bool | None = None
    hard_cooperation: bool | None = None
    target_group: str = ""
    visitation: Said = field(default=Said())
    nominated: Said = field(default=Said())
    unknown_case: UnknownCase = field(default=UnknownCase())
    adviser_asked: Said = field(default=Said())
    expectations: str = ""
    first_assessment: bool | None = None
    screening: Screening | None = None
    risk_assessed: Said = field(default=Said())
    consents: tuple[Consent, ...] = ()
    leader_consulted: Said = field(default=Said())
    family_places: tuple[str, ...] = ()

    def closed_to_network(self, day: date) -> bool:
        """Return True if the network must not be involved that day (R174).

        The screening says yes, and no risk assessment has been made by then that says who and when.
        """
        return self.screening is Screening.YES and not self.risk_assessed.by_day(day)
