"""The names by which the steps of the preparation call the people of a meeting."""

from collections.abc import Mapping

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.people.people import Person, Role, display_names
from netmoede_desktop.localization.catalogue import Translator


def child_of(plan: MeetingPlan) -> Person | None:
    """Return the child the sag is about, as one of the people of the meeting; None where it is not on the list."""
    children = [person for person in plan.people if person.role is Role.CHILD]
    return next((child for child in children if child.called == plan.child), children[0] if children else None)


def named_people(plan: MeetingPlan, t: Translator, *, children: bool = False) -> Mapping[str, str]:
    """Return the people to choose from by id: `Kirsten, farmor`, in the order of the table; `children` too."""
    names = display_names(plan.people)
    everyone = sorted(plan.people, key=lambda one: one.seat)
    adults = [person for person in everyone if children or person.role is not Role.CHILD]
    with_relation = t.gettext("{name}, {relation}")
    return {
        person.id: with_relation.format(name=names[person.id], relation=person.relation)
        if person.relation
        else names[person.id]
        for person in adults
    }


def people_by_name(plan: MeetingPlan, t: Translator) -> Mapping[str, str]:
    """Return the same by their full names, for facts that are kept with a name."""
    names = {person.id: person.name for person in plan.people}
    return {names[key]: label for key, label in named_people(plan, t).items()}
