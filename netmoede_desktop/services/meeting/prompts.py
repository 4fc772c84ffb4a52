"""The method's prompts with their placeholders filled from the meeting, for the mødeleder and for the room."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.domain.methods.method import GroupCode, Part, Prompts
from netmoede_desktop.domain.methods.speaking_order import roles_of
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.services.meeting.next_turn import offering_order
from netmoede_desktop.services.meeting.timetable import expected_stop

#: Stands where the meeting does not know what to say, so that the mødeleder does.
UNKNOWN = "…"

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
#: A text for one group begins with its code in the speaking orders.
_FOR_GROUP = re.compile(r"([A-ZÆØÅ]+): (.+)", re.DOTALL)
_GROUPS = frozenset(GroupCode)
_DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Prompter:
    """Fills the prompts of one meeting in its present state. `names` maps ids of people to the names to say.

    Times are reckoned from `now`; see `timetable`.
    """

    state: MeetingState
    names: Mapping[str, str]
    child: str
    now: datetime | None = None

    def filled(self, text: str, part: Part, *, for_room: bool = False) -> str:
        """Return the prompt of a part with every known placeholder filled; others stay as they are written.

        With `for_room` neither the purpose nor any other free text is filled in.
        """
        if "{" not in text:
            return text
        return _PLACEHOLDER.sub(lambda found: self._filling(found[1], part, for_room) or found[0], text)

    def prompts(self, part: Part) -> Prompts:
        """Return all that is said and read in a part, filled."""
        texts = part.prompts
        return Prompts(
            say=self.phrases(part),
            tips=tuple(self.filled(text, part) for text in texts.tips),
            room=self.filled(texts.room, part, for_room=True),
            child=self.filled(texts.child, part, for_room=True),
        )

    def phrases(self, part: Part) -> tuple[str, ...]:
        """Return the prompts the mødeleder says in a part, filled.

        A prompt for one group alone (`MYN: Hvad kan du …`) is addressed to those of it who are here, by name, and in a
        round only while one of them is asked; where there are none it is left out.
        """
        lines = (self._to_group(text, part) for text in part.prompts.say)
        return tuple(self.filled(line, part) for line in lines if line)

    def _to_group(self, text: str, part: Part) -> str:
        found = _FOR_GROUP.match(text)
        if found is None or found[1] not in _GROUPS:
            return text
        state = self.state
        roles = roles_of(GroupCode(found[1]))
        here = [person for person in state.people.values() if person.speaks_as in roles]
        if state.started is not None:
            here = [person for person in here if state.presence[person.id].here]
        if part.has_turns:
            here = [person for person in here if person.id == self._addressed()]
        names = ", ".join(self.names[person.id] for person in here)
        return f"{names}: {found[2]}" if names else ""

    def _addressed(self) -> str | None:
        """The person who has the word, or is the next to be offered it."""
        speaking = self.state.speaking()
        return speaking.person if speaking is not None else next(iter(offering_order(self.state)), None)

    def _filling(self, placeholder: str, part: Part, for_room: bool) -> str | None:
        match placeholder:
            case "barn":
                return self.child or UNKNOWN
            case "formål":
                return UNKNOWN if for_room else self.state.plan.purpose.rstrip(" .") or UNKNOWN
            case "tid":
                return clock(expected_stop(self.state, part, self.now))
            case "person":
                return self._someone_else()
            case "nr":
                return self._agreement_in_turn()
            case "uger":
                return self._weeks_since_last_time()
            case "antal":
                return str(sum(agreement.carried for agreement in self.state.capture.agreements.values()))
            case _:
                return None

    def _someone_else(self) -> str:
        """The child; for the child itself, a parent: a question about another is never put to that other."""
        state = self.state
        asked = self._addressed()
        for role in (Role.CHILD, Role.PARENT, Role.PRIVATE):
            for person in state.people.values():
                spoken_of = role is Role.CHILD or state.presence[person.id].here
                if person.role is role and person.id != asked and spoken_of:
                    return self.names[person.id]
        return UNKNOWN

    def _agreement_in_turn(self) -> str:
        """The first agreement of last time without a status; the last one when all have theirs."""
        carried = sorted(number for number, known in self.state.capture.agreements.items() if known.carried)
        left = [number for number in carried if self.state.capture.agreements[number].status is None]
        return str((left or carried[-1:])[0]) if carried else UNKNOWN

    def _weeks_since_last_time(self) -> str:
        last = self.state.plan.last_held
        return UNKNOWN if last is None else str(round((queries.starts(self.state).date() - last).days / _DAYS_A_WEEK))
