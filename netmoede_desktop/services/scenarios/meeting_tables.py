"""The tables that scenario and plan files share: of the sag, the meeting, its people and its agreements."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TypeVar

from netmoede_desktop.domain.cases.case_details import OLDEST_AGE, is_cpr
from netmoede_desktop.domain.methods.method import Method
from netmoede_desktop.domain.methods.speaking_order import parties_of
from netmoede_desktop.domain.people.people import PARTIES, ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.services.methods.method_files import Methods
from netmoede_desktop.services.methods.method_reading import EXTRA_ROLES
from netmoede_desktop.services.methods.practice import practices
from netmoede_desktop.services.scenarios import scenario as parsed
from netmoede_desktop.services.toml.input import InputError, TomlDocument
from netmoede_desktop.services.toml.table import FIRST_YEAR, LAST_YEAR, TomlTable

#: Longest meeting in minutes: a day.
_MOST_MINUTES = 24 * 60
_MOST_SEATS = 1000

#: How many years around the meeting a date can lie: one agreed today, one agreed last time, one that is still ahead.
_YEARS_BACK, _YEARS_BACK_CARRIED, _YEARS_AHEAD = 1, 5, 20

#: Most people, agreements from last time, and steps: many times the largest meeting that was ever held.
MOST_OF = {"person": 250, "agreement": _MOST_SEATS, "step": 4000}

Day = TypeVar("Day", bound=date)


def require_meeting(document: TomlDocument) -> None:
    """Raise InputError for so many of anything that no meeting can be meant; the first one too many is named."""
    for key, most in MOST_OF.items():
        listed = document.values.get(key)
        if isinstance(listed, list) and len(listed) > most:
            raise InputError([document.problem((key, most), "too-many", limit=most, found=len(listed))])


def year_of(document: TomlDocument) -> int:
    """The year of the meeting; `FIRST_YEAR` where it cannot be read, and nothing is measured by it then."""
    meeting = document.values.get("meeting")
    starts = meeting.get("starts") if isinstance(meeting, dict) else None
    return starts.year if isinstance(starts, datetime) else FIRST_YEAR


def read_case(table: TomlTable, held: int) -> parsed.ScenarioCase:
    """The sag; the child was born before the meeting of the year `held`, and is no more than `OLDEST_AGE` years old."""
    least, most = (FIRST_YEAR, LAST_YEAR) if held == FIRST_YEAR else (held - OLDEST_AGE, held)
    case = parsed.ScenarioCase(
        reference=table.text("reference", required=True),
        child=table.text("child", required=True),
        birth_year=table.whole("birth_year", least=least, most=most),
        languages=table.texts("languages", or_one=True),
    )
    if is_cpr(case.reference):
        table.problem("reference", "reference-cpr")
    table.finish()
    return case


def read_meeting(table: TomlTable, methods: Methods) -> parsed.ScenarioMeeting:
    method = table.text("method", required=True)
    if method and method not in methods:
        table.unknown("method", method, methods.ids, "unknown-method")
    meeting = parsed.ScenarioMeeting(
        method=method,
        starts=table.local_time("starts", required=True) or datetime.fromisoformat("1900-01-01"),
        planned_minutes=table.whole("planned_minutes", least=1, most=_MOST_MINUTES),
        place=table.free_text("place", one_line=True) or "",
        purpose=table.free_text("purpose") or "",
        interpreter=table.free_text("interpreter", one_line=True),
        practice=_practice(table, methods),
        over_reason=table.free_text("over_reason", one_line=True) or "",
    )
    table.finish()
    return meeting


def _practice(table: TomlTable, methods: Methods) -> str:
    """A municipality's profile that one of the methods has; by the others it changes nothing, as in the windows."""
    value = table.optional_text("practice") or ""
    known = [profile.id for profile in practices(methods)]
    if value and value not in known:
        table.unknown("practice", value, known)
    return value


def read_ids(tables: tuple[TomlTable, ...]) -> Collection[str]:
    """The ids of all people, so that a step may name someone further down; a second one of the same id is a problem."""
    lines: dict[str, int] = {}
    for item in tables:
        value = item.values.get("id")
        if not isinstance(value, str) or not value.strip():
            continue
        if value.strip() in lines:
            item.problem("id", "duplicate-id", value=value.strip(), first_line=lines[value.strip()])
        lines.setdefault(value.strip(), item.line_at("id") or 0)
    return lines.keys()


def read_person(item: TomlTable, position: int, ids: Collection[str], method: Method | None) -> parsed.ScenarioPerson:
    identifier = item.text("id", required=True)
    name = item.text("name", required=True)
    seat = item.whole("seat", least=0, most=_MOST_SEATS)
    role = _role(item, method)
    person = Person(
        id=identifier,
        name=name,
        called=item.optional_text("called") or (name.split() or [""])[0],
        role=role or Role.PRIVATE,
        relation=item.free_text("relation", one_line=True) or "",
        seat=position if seat is None else seat,
        main=item.yes_no("main", default=False),
        through_interpreter=item.yes_no("through_interpreter", default=False),
        supports=other_person(item, "supports", item.optional_text("supports"), ids, identifier),
        place=_place(item, ids, identifier, role),
        receives_minutes=item.yes_no("receives_minutes", default=True),
        protected_address=item.yes_no("protected_address", default=False),
        party=_party(item, role, method),
    )
    present = item.yes_no("present", default=True)
    item.finish()
    return parsed.ScenarioPerson(person, present, item.line or 0)


def _role(item: TomlTable, method: Method | None) -> Role | None:
    role = item.choice("role", Role, required=True)
    if role is None or method is None or role in method.roles:
        return role
    if role in EXTRA_ROLES.values():
        item.problem("role", "role-not-in-method", role=role.value, method=method.id)
    return role


def _party(item: TomlTable, role: Role | None, method: Method | None) -> Role | None:
    """As what a mødeleder also takes part, where the one who asked for the meeting leads it."""
    value = item.optional_text("party")
    if not value:
        return None
    party = next((one for one in PARTIES if one.value == value), None)
    if party is None:
        item.unknown("party", value, [one.value for one in PARTIES])
    elif role not in (Role.LEADER, None):
        item.problem("party", "party-not-leader", role=role.value)
    elif method is not None and party not in parties_of(method):
        item.problem("party", "party-not-in-method", method=method.id, party=party.value)
    return party


def other_person(item: TomlTable, key: str, value: str | None, ids: Collection[str], own: str) -> str | None:
    """Check that `value` is the id of somebody else."""
    if not value:
        return None
    if value == own:
        item.problem(key, "own-id", value=value)
    elif value not in ids:
        item.unknown(key, value, ids, "unknown-person")
    return value


def _place(item: TomlTable, ids: Collection[str], own: str, role: Role | None) -> ChildPlace | None:
    value = item.optional_text("place")
    if not value:
        return None
    if role is not None and role is not Role.CHILD:
        item.problem("place", "place-not-child", role=role.value)
    word, colon, other = (part.strip() for part in value.partition(":"))
    known = {kind.value: kind for kind in PlaceKind}
    kind = known.get(word)
    if kind is None or bool(colon) != (kind in (PlaceKind.AFTER, PlaceKind.THROUGH)) or bool(other) != bool(colon):
        item.problem("place", "unknown-place", value=value)
        return None
    return ChildPlace(kind, other_person(item, "place", other, ids, own))


def read_dates(item: TomlTable, held: int, years_back: int = _YEARS_BACK) -> tuple[date | None, date | None]:
    """From when and by when, near a meeting of the year `held`, and in this order."""
    start, due = (near_date(item, key, item.local_date(key), held, years_back) for key in ("from", "by"))
    if start is not None and due is not None and due < start:
        item.problem("by", "by-before-from", start=start.isoformat(), due=due.isoformat())
    return start, due


def near_date(item: TomlTable, key: str, day: Day | None, held: int, years_back: int = _YEARS_BACK) -> Day | None:
    first, last = held - years_back, held + _YEARS_AHEAD
    if day is not None and held != FIRST_YEAR and not first <= day.year <= last:
        item.problem(key, "date-range", first=first, last=last)
        return None
    return day


def read_agreement(item: TomlTable, ids: Collection[str], method: Method | None, held: int) -> parsed.ScenarioAgreement:
    if method is not None and not method.has_status_part:
        item.problem("text", "no-status-part", method=method.id)
    owner = item.text("owner", required=True)
    start, due = read_dates(item, held, _YEARS_BACK_CARRIED)
    agreement = parsed.ScenarioAgreement(
        text=item.text("text", required=True, one_line=False),
        owner=other_person(item, "owner", owner, ids, "") or "",
        start=start,
        due=due,
        line=item.line or 0,
    )
    item.finish()
    return agreement
