"""The words of a method for a meeting that is planned: prompts filled from the plan, minutes, the name of a part."""

import re
from datetime import datetime, timedelta

from netmoede_desktop.documents.content.clean import one_line
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.methods.method import GroupCode, Part
from netmoede_desktop.domain.methods.speaking_order import roles_of
from netmoede_desktop.domain.methods.time_plan import spread
from netmoede_desktop.domain.people.people import display_names

#: Stands where only the meeting itself will know.
UNKNOWN = "…"

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_FOR_GROUP = re.compile(r"([A-ZÆØÅ]+): (.+)", re.DOTALL)
_GROUPS = frozenset(GroupCode)
_NUMBERED = re.compile(r"(\d+[a-z]?)\. (.+)")


def filled(text: str, plan: MeetingPlan) -> str:
    """Return a prompt with the child and the purpose filled in, and `UNKNOWN` for what only the meeting knows."""
    known = {"barn": one_line(plan.child), "formål": one_line(plan.purpose).rstrip(" .")}
    return one_line(_PLACEHOLDER.sub(lambda found: known.get(found[1]) or UNKNOWN, text))


def phrases(part: Part, plan: MeetingPlan) -> tuple[str, ...]:
    """Return the phrases of the mødeleder in a part; one for a group is addressed by name, or left out if empty."""
    names = display_names(plan.people)
    said = []
    for text in part.prompts.say:
        found = _FOR_GROUP.match(text)
        if found is None or found[1] not in _GROUPS:
            said.append(filled(text, plan))
            continue
        roles = roles_of(GroupCode(found[1]))
        asked = ", ".join(one_line(names[one.id]) for one in plan.people if one.speaks_as in roles)
        if asked:
            said.append(f"{asked}: {filled(found[2], plan)}")
    return tuple(said)


def numbered(part: Part) -> tuple[str, str]:
    """Return the number that the method gives a part (`4a`), "" for none, and the title without it."""
    found = _NUMBERED.fullmatch(one_line(part.title))
    return (found[1], found[2]) if found else ("", one_line(part.title))


def timetable(plan: MeetingPlan) -> tuple[tuple[Part, datetime, datetime], ...]:
    """Return every part with when it begins and ends as planned."""
    seconds = spread(plan.method, plan.planned_minutes, interpreter=plan.interpreter)
    at, rows = plan.starts, []
    for part in plan.method.parts:
        end = at + timedelta(seconds=seconds[part.id])
        rows.append((part, at, end))
        at = end
    return tuple(rows)
