"""Texts of the office window: roles to choose from, the child's places, the roll call, lengths."""

from collections.abc import Mapping, Sequence

from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.methods.method import SuggestedText
from netmoede_desktop.domain.people.people import Attendance, ChildPlace, PlaceKind, Role
from netmoede_desktop.localization.catalogue import Translator, translatable

#: In the order they are offered, the most common first.
_ROLES: Mapping[Role, str] = {
    Role.CHILD: translatable("barn eller ung"),
    Role.PARENT: translatable("forælder"),
    Role.PRIVATE: translatable("privat netværk"),
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
_PLACE_CHIPS: Mapping[PlaceKind, str] = {
    PlaceKind.FIRST: translatable("Først"),
    PlaceKind.LAST: translatable("Sidst"),
    PlaceKind.AFTER: translatable("Efter …"),
    PlaceKind.THROUGH: translatable("Gennem …"),
    PlaceKind.READ_ALOUD: translatable("Læses op"),
}

_ATTENDANCE: Mapping[Attendance, str] = {
    Attendance.PRESENT: translatable("her"),
    Attendance.ABSENT: translatable("kom ikke"),
    Attendance.SENT_WORDS: translatable("sendte ord"),
}

_SUGGESTED: Mapping[SuggestedText, str] = {
    SuggestedText.TITLES: translatable("titler"),
    SuggestedText.MINUTES: translatable("tider"),
    SuggestedText.LIMITS: translatable("grænser"),
    SuggestedText.ORDERS: translatable("talerækker"),
    SuggestedText.PROMPTS: translatable("spørgsmål og tips"),
    SuggestedText.FOLLOW_UP: translatable("opfølgning"),
}


def role_label(role: Role, t: Translator) -> str:
    """Return the label of a role in a choice."""
    return t.gettext(_ROLES[role])


def roles_to_choose(extra: Sequence[Role] = ()) -> tuple[Role, ...]:
    """Return the roles in the order they are offered; `extra` are those of the method beyond the common ones."""
    return tuple(role for role in _ROLES if role not in _BOUND or role in extra)


def attendance_label(attendance: Attendance, t: Translator) -> str:
    """Return the label of one of the three answers of the roll call."""
    return t.gettext(_ATTENDANCE[attendance])


def place_label(place: ChildPlace | None, names: Mapping[str, str], t: Translator) -> str:
    """Return the child's place in words; `names` maps ids to the names to show."""
    if place is None:
        return t.gettext(_NO_PLACE)
    name = "" if place.person is None else names.get(place.person, "")
    return t.gettext(_PLACES[place.kind]).format(name=name)


def place_chip(kind: PlaceKind, t: Translator) -> str:
    """Return the chip label of a kind of place; … asks for a person."""
    return t.gettext(_PLACE_CHIPS[kind])


def suggested_sentence(suggested: Sequence[SuggestedText], t: Translator) -> str:
    """Return the sentence naming a method's texts that no source fixes, "" if there are none."""
    if not suggested:
        return ""
    words = ", ".join(t.gettext(_SUGGESTED[text]) for text in suggested)
    return t.gettext("Forslag – kan tilpasses: {texts}.").format(texts=words)


def turn_length(seconds: int, t: Translator) -> str:
    """Return a length in everyday units: `45 sekunder`, `2 minutter`, `2 min 45 s`."""
    minutes, left = divmod(seconds, 60)
    if not minutes:
        return t.ngettext("{n} sekund", "{n} sekunder", left).format(n=left)
    if not left:
        return t.ngettext("{n} minut", "{n} minutter", minutes).format(n=minutes)
    return t.gettext("{minutes} min {seconds} s").format(minutes=minutes, seconds=left)


def practice_note(plan: MeetingPlan, t: Translator) -> str:
    """Return the sentence naming the municipality whose practice limits the meeting, "" if the method alone does."""
    limit = plan.method.hard_limit(interpreter=plan.interpreter)
    if not plan.method.practice or limit is None:
        return ""
    return t.gettext("Efter praksis i {place} varer mødet højst {n} minutter.").format(
        place=plan.method.practice, n=limit
    )
