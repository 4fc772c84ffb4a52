"""People as they are pasted: a line each, with the role that their relation suggests. Knows no window."""

import re
from dataclasses import dataclass

from netmoede_desktop.domain.language.text import clean_text
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.domain.people.role_words import suggested_role

_BULLET = re.compile(r"^\s*(?:[-–•*·]|\d{1,2}[.)])\s+")
_BETWEEN = re.compile(r"\s*(?:\t|;|,|\s[-–]\s|\()\s*")


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person of a list: the name, what they are to the child, and the role that goes with it."""

    name: str
    relation: str
    role: Role


def read_people(text: str, child: str = "") -> tuple[ListedPerson, ...]:
    """Return the people of a pasted list, one a line: `Hanne Bak, klasselærer`, `- Bo Lund (nabo)`, `Grete`.

    `child` is what the child is called. Who could be anybody is private.
    """
    people = []
    for line in clean_text(text).splitlines():
        name, *rest = _BETWEEN.split(_BULLET.sub("", line).strip(), maxsplit=1)
        relation = rest[0].rstrip(") ").strip() if rest else ""
        if name.strip():
            people.append(ListedPerson(name.strip(), relation, suggested_role(relation, child) or Role.PRIVATE))
    return tuple(people)
