"""The facts of a person that the preparation needs: known once per sag, reused in every meeting of it.

None of them is part of a meeting's plan or of `meeting.json`. Where a value is a word, it is the word of the plan file.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from netmoede_desktop.domain.people.said import Said


class Circle(StrEnum):
    """How near a person is to the child on the netværkskort."""

    NEAR = "tæt"
    REGULAR = "jævnlig"
    DISTANT = "fjern"


class Sector(StrEnum):
    """The part of the child's life a person belongs to on the netværkskort."""

    FAMILY = "familie"
    FRIENDS = "venner"
    SCHOOL = "skole"
    AUTHORITY = "myndighed"


class Chooser(StrEnum):
    """Who chose or approved that a person takes part."""

    CHILD = "barn"
    PARENTS = "forældre"
    CASEWORKER = "sagsbehandler"


class Channel(StrEnum):
    """How a person is written to. The program sends nothing itself."""

    DIGITAL_POST = "digital post"
    SECURE_MAIL = "sikker mail"
    LETTER = "brev"
    BY_HAND = "i hånden"


class Edition(StrEnum):
    """The edition of invitation and pjece a person reads."""

    ADULT = "voksen"
    CHILD = "barn"
    EASY = "let"
    PROFESSIONAL = "fagperson"


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """The known facts of one person of a sag.

    `language` is the one they read, "" for Danish; `why` answers *hvorfor er du med?* and is printed in their letter.
    `approved_by` is who agreed that they come. `cleared` says that their relevance was talked over by phone.
    `protected_checked` is the day a protected address was last looked at. `exempt` is True for somebody exempt from
    Digital Post. `circle` and `sector` are both None for somebody who is not on the netværkskort yet; `child_circle`
    and `child_sector` are their place on the child's own map.
    """

    birth_year: int | None = None
    phone: str = ""
    mail: str = ""
    address: str = ""
    language: str = ""
    diet: str = ""
    channel: Channel | None = None
    exempt: bool = False
    edition: Edition | None = None
    chosen_by: Chooser | None = None
    approved_by: tuple[Chooser, ...] = ()
    why: str = ""
    cleared: Said = field(default=Said())
    circle: Circle | None = None
    sector: Sector | None = None
    child_circle: Circle | None = None
    child_sector: Sector | None = None
    protected_checked: date | None = None
    initiator: bool = False
    caseworker: bool = False
