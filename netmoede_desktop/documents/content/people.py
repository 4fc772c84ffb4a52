"""How people are named on paper: in full, with what they are to the child; never an address, never only a role."""

from collections.abc import Iterable
from typing import assert_never

from netmoede_desktop.documents.content.clean import one_line
from netmoede_desktop.domain.minutes.record import MeetingRecord, PersonRecord
from netmoede_desktop.domain.people.people import Attendance, Role
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.dates import clock

_ROLES = {
    Role.CHILD: translatable("barnet"),
    Role.PARENT: translatable("forælder"),
    Role.PRIVATE: translatable("privat netværk"),
    Role.PROFESSIONAL: translatable("fagperson"),
    Role.AUTHORITY: translatable("myndighed"),
    Role.LEADER: translatable("mødeleder"),
    Role.INTERPRETER: translatable("tolk"),
    Role.ASSISTANT: translatable("bisidder"),
    Role.SCRIBE: translatable("referent"),
    Role.COORDINATOR: translatable("samordner"),
    Role.INFORMANT: translatable("informatør"),
    Role.REFLECTOR: translatable("reflektant"),
}


def full_name(person: PersonRecord, t: Translator) -> str:
    """The full name, or the called name, or words for a missing name."""
    return one_line(person.name) or one_line(person.called) or t.gettext("(uden navn)")


def role_name(role: Role, t: Translator) -> str:
    """The name of a role on paper: `fagperson`."""
    return t.gettext(_ROLES[role])


def relation(person: PersonRecord, t: Translator) -> str:
    """The person's relation to the child, or the role where none is written: `farmor`, `fagperson`."""
    return one_line(person.relation) or role(person, t)


def relation_only(person: PersonRecord) -> str:
    """The person's relation to the child, or a dash: words about the role in the meeting are no relation."""
    words = one_line(person.relation)
    return words if words and not _of_the_role(words, person.role) else "–"


def role(person: PersonRecord, t: Translator) -> str:
    """The person's role in the meeting: `forælder`, `fagperson`, `mødeleder`."""
    return role_name(person.role, t)


def role_in_full(person: PersonRecord, t: Translator) -> str:
    """The role with the words written about it in the field of the relation: `tolk, somali`."""
    words = one_line(person.relation)
    more = _of_the_role(words, person.role) and words.casefold() != _ROLES[person.role]
    return words if more else role(person, t)


def _of_the_role(words: str, role: Role) -> bool:
    """Return True if words that people wrote, in Danish, begin with the role."""
    before, found, rest = words.casefold().partition(_ROLES[role])
    return bool(found) and not before and rest[:1] in ("", " ", ",")


def named(person: PersonRecord, t: Translator) -> str:
    """`Kirsten Holm, farmor`; the child by name alone."""
    if person.role is Role.CHILD:
        return full_name(person, t)
    return t.gettext("{name}, {relation}").format(name=full_name(person, t), relation=relation(person, t))


def name_of(record: MeetingRecord, person_id: str, t: Translator) -> str:
    """The full name of a person by id; an unknown id is returned as it is, so that nothing is lost."""
    found = _find(record, person_id)
    return full_name(found, t) if found else one_line(person_id)


def named_by_id(record: MeetingRecord, person_id: str, t: Translator) -> str:
    """As `named`, by id; an unknown id is returned as it is."""
    found = _find(record, person_id)
    return named(found, t) if found else one_line(person_id)


def listed(names: Iterable[str], t: Translator) -> str:
    """`A`, `A og B`, `A, B og C`."""
    *rest, last = names
    if not rest:
        return last
    return t.gettext("{names} og {last}").format(names=", ".join(rest), last=last)


def attendance(person: PersonRecord, t: Translator) -> str:
    """The attendance of a person, with the times."""
    came = clock(person.arrived) if person.arrived else ""
    left = clock(person.left) if person.left else ""
    match person.attendance:
        case Attendance.PRESENT if came and left:
            return t.gettext("ja, ude kl. {left}–{back}").format(left=left, back=came)
        case Attendance.PRESENT:
            return t.gettext("ja")
        case Attendance.ABSENT:
            return t.gettext("kom ikke")
        case Attendance.SENT_WORDS:
            return t.gettext("sendte ord")
        case Attendance.ARRIVED_LATE:
            return t.gettext("kom kl. {time}").format(time=came) if came else t.gettext("kom senere")
        case Attendance.LEFT_EARLY if came and left:
            return t.gettext("kl. {came}–{left}").format(came=came, left=left)
        case Attendance.LEFT_EARLY:
            return t.gettext("gik kl. {time}").format(time=left) if left else t.gettext("gik før")
        case _:
            assert_never(person.attendance)


def _find(record: MeetingRecord, person_id: str) -> PersonRecord | None:
    return next((person for person in record.people if person.id == person_id), None)
