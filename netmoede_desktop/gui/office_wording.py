"""What the office window says: roles to choose from, the child's places, the roll call, and how a meeting stands."""

from collections.abc import Mapping, Sequence

from netmoede_desktop.domain.minutes import Attendance
from netmoede_desktop.domain.people import ChildPlace, PlaceKind, Role
from netmoede_desktop.localization.catalogue import Translator, translatable

#: In the order they are offered, the most common first.
_ROLES: Mapping[Role, str] = {
    Role.CHILD: translatable("barn eller ung"),
    Role.PARENT: translatable("forælder"),
    Role.PRIVATE: translatable("familie og netværk"),
    Role.PROFESSIONAL: translatable("fagperson"),
    Role.AUTHORITY: translatable("myndighed"),
    Role.LEADER: translatable("mødeleder"),
    Role.INTERPRETER: translatable("tolk"),
    Role.ASSISTANT: translatable("barnets bisidder"),
    Role.SCRIBE: translatable("referent"),
    Role.COORDINATOR: translatable("samordner"),
    Role.INFORMANT: translatable("informatør"),
    Role.REFLECTOR: translatable("reflektant"),
}
#: Roles that only some methods have.
_BOUND = frozenset({Role.COORDINATOR, Role.INFORMANT, Role.REFLECTOR})

_PLACES: Mapping[PlaceKind, str] = {
    PlaceKind.FIRST: translatable("taler først"),
    PlaceKind.LAST: translatable("taler sidst"),
    PlaceKind.READ_ALOUD: translatable("ordene læses op"),
    PlaceKind.AFTER: translatable("taler efter {name}"),
    PlaceKind.THROUGH: translatable("taler gennem {name}"),
}
_NO_PLACE = translatable("følger rækkefølgen")

_ATTENDANCE: Mapping[Attendance, str] = {
    Attendance.PRESENT: translatable("her"),
    Attendance.ABSENT: translatable("kom ikke"),
    Attendance.SENT_WORDS: translatable("sendte ord"),
}


def role_label(role: Role, t: Translator) -> str:
    """Return what a role is called where one is chosen."""
    return t.gettext(_ROLES[role])


def roles_to_choose(extra: Sequence[Role] = ()) -> tuple[Role, ...]:
    """Return the roles in the order they are offered; `extra` are those of the method beyond the common ones."""
    return tuple(role for role in _ROLES if role not in _BOUND or role in extra)


def attendance_label(attendance: Attendance, t: Translator) -> str:
    """Return what the roll call calls one of its three answers."""
    return t.gettext(_ATTENDANCE[attendance])


def place_label(place: ChildPlace | None, names: Mapping[str, str], t: Translator) -> str:
    """Return the child's place in words; `names` maps ids to the names to show."""
    if place is None:
        return t.gettext(_NO_PLACE)
    name = "" if place.person is None else names.get(place.person, "")
    return t.gettext(_PLACES[place.kind]).format(name=name)
