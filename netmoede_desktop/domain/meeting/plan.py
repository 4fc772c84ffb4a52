"""The plan of a meeting, fixed when it starts and saved with the journal: the method as it then was, people, time."""

from dataclasses import dataclass
from datetime import date, datetime

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.methods.fitting import Fitting
from netmoede_desktop.domain.methods.method import Method, Part
from netmoede_desktop.domain.methods.speaking_order import in_no_order, speaking_order
from netmoede_desktop.domain.people.people import Person, Role


@dataclass(frozen=True, slots=True)
class CarriedAgreement:
    """An agreement still open from last time; `number` is the one it has today.

    `owner` is None where it had none, or where its owner is not among the people of this meeting. `started` marks a
    measure that had begun before there were any meetings, and was agreed at none: what, who, since when. `answer` is
    its owner's answer when it was read aloud last time, None where it was not asked for or is not known.
    """

    number: int
    text: str
    owner: str | None
    start: date | None = None
    due: date | None = None
    sign: str | None = None
    started: bool = False
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """The frozen plan of one meeting.

    `starts` is aware. `newcomers` holds the ids new to the series and `last_held` is the day of the meeting before this
    one; both are None where no earlier meeting is known. With `by_seating` every round follows the seats instead of the
    method's groups. `measures` are those written down in the preparation; `carried` holds them where the method goes
    through them, after the agreements open from last time. `over_reason` says why it is planned above the hard limit.
    `begun_measure` is one that is half-written. `fitting` says which rounds `method` lacks, and of which method; None
    where it is followed whole. `not_said` has the lines the child asked not to have said.
    """

    method: Method
    case_reference: str
    child: str
    starts: datetime
    planned_minutes: int
    people: tuple[Person, ...]
    place: str = ""
    purpose: str = ""
    interpreter_language: str = ""
    number_in_series: int = 1
    carried: tuple[CarriedAgreement, ...] = ()
    newcomers: tuple[str, ...] | None = None
    by_seating: bool = False
    last_held: date | None = None
    measures: tuple[CarriedAgreement, ...] = ()
    over_reason: str = ""
    begun_measure: str = ""
    fitting: Fitting | None = None
    not_said: tuple[str, ...] = ()

    @property
    def whole_method(self) -> Method:
        """The method with all its rounds."""
        return self.method if self.fitting is None else self.fitting.whole

    @property
    def interpreter(self) -> bool:
        """Whether the meeting is planned with a tolk: a language, a tolk, or someone who speaks through one."""
        from_people = any(p.through_interpreter or p.role is Role.INTERPRETER for p in self.people)
        return bool(self.interpreter_language) or from_people

    def order_if_all_come(self, part: Part) -> tuple[str, ...]:
        """Return the ids in the order they are offered the word in a part, if everyone invited comes."""
        return speaking_order(
            part.order,
            self.people,
            [person.id for person in self.people],
            newcomers=self.newcomers,
            by_seating=self.by_seating,
            without_group=in_no_order(self.method.orders, self.people),
        )

    @property
    def over_hard_limit(self) -> bool:
        """Whether the planned length is above the method's hard limit."""
        limit = self.method.hard_limit(interpreter=self.interpreter)
        return limit is not None and self.planned_minutes > limit
