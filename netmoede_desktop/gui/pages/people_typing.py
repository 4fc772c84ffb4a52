"""People as they are typed or pasted: a line each, and the role that a relation suggests. Knows no window."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from netmoede_desktop.domain.folding import fold_words
from netmoede_desktop.domain.people import Role
from netmoede_desktop.domain.text import clean_text

#: What says by itself which role somebody has; "mor til en veninde" is no parent.
_WHOLE: Sequence[tuple[Role, frozenset[str]]] = (
    (Role.CHILD, frozenset({"barn", "barnet", "den unge"})),
    (Role.PARENT, frozenset({"mor", "far", "forælder", "plejemor", "plejefar", "stedmor", "stedfar", "værge"})),
)
#: First words that say it, whatever comes after: "tolk i somali".
_FIRST: Sequence[tuple[Role, frozenset[str]]] = (
    (Role.LEADER, frozenset({"mødeleder"})),
    (Role.INTERPRETER, frozenset({"tolk"})),
    (Role.ASSISTANT, frozenset({"bisidder"})),
    (Role.SCRIBE, frozenset({"referent"})),
    (Role.AUTHORITY, frozenset({"sagsbehandler", "socialrådgiver", "rådgiver", "myndighed"})),
)
_PROFESSIONAL_ENDINGS = (
    "lærer", "pædagog", "psykolog", "sygeplejerske", "plejerske", "læge", "leder", "vejleder", "ppr", "ssp",
    "konsulent", "behandler", "terapeut", "kontaktperson", "betjent", "inspektør",
)  # fmt: skip

_BULLET = re.compile(r"^\s*(?:[-–•*·]|\d{1,2}[.)])\s+")
_BETWEEN = re.compile(r"\s*(?:\t|;|,|\s[-–]\s|\()\s*")


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person of a list: the name, what they are to the child, and the role that goes with it."""

    name: str
    relation: str
    role: Role


def read_people(text: str) -> tuple[ListedPerson, ...]:
    """Return the people of a pasted list, one a line: `Hanne Bak, klasselærer`, `- Bo Lund (nabo)`, `Grete`."""
    people = []
    for line in clean_text(text).splitlines():
        name, *rest = _BETWEEN.split(_BULLET.sub("", line).strip(), maxsplit=1)
        relation = rest[0].rstrip(") ").strip() if rest else ""
        if name.strip():
            people.append(ListedPerson(name.strip(), relation, suggested_role(relation) or Role.PRIVATE))
    return tuple(people)


def suggested_role(relation: str) -> Role | None:
    """Return the role that a relation suggests, None where it could be anybody."""
    words = fold_words(relation).text.strip(" .")
    if not words:
        return None
    first = re.split(r"[ ,/]", words)[0]
    for word, table in ((words, _WHOLE), (first, _FIRST)):
        for role, known in table:
            if word in known:
                return role
    if any(word.endswith(_PROFESSIONAL_ENDINGS) for word in (first, words.split()[-1])):
        return Role.PROFESSIONAL
    return Role.PRIVATE
