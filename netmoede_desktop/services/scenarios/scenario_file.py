"""Scenario files (README.md): TOML read into a `Scenario`, every problem noted with its key and line.

Codes beyond those of `toml.input`, with their facts: `unknown-method` · `unknown-person` · `unknown-step` (each value,
nearest, known) · `role-not-in-method` (role, method) · `no-status-part` (method) · `own-id` (value) ·
`place-not-child` (role) · `party-not-leader` (role) · `party-not-in-method` (method, party) ·
`unknown-place` (value) · `ret-without-text` · `text-without-ret` (answer) · `follow-up-neither` · `follow-up-both` ·
`by-before-from` (start, due).
"""

from collections.abc import Callable, Collection
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from netmoede_desktop.domain.agreements.agreements import Answer, status_word
from netmoede_desktop.domain.cases.case_details import OLDEST_AGE
from netmoede_desktop.domain.meeting.vocabulary import Mark
from netmoede_desktop.domain.methods.method import Method
from netmoede_desktop.domain.methods.speaking_order import parties_of
from netmoede_desktop.domain.people.people import PARTIES, ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.services.methods.method_files import Methods
from netmoede_desktop.services.methods.method_reading import EXTRA_ROLES
from netmoede_desktop.services.methods.practice import practices
from netmoede_desktop.services.scenarios import scenario as parsed
from netmoede_desktop.services.toml.input import InputError, TomlDocument, read_toml
from netmoede_desktop.services.toml.table import FIRST_YEAR, LAST_YEAR, TomlTable

#: Longest wait or turn in seconds, and longest meeting or break in minutes: a day.
_MOST_SECONDS = 24 * 60 * 60
_MOST_MINUTES = 24 * 60
_MOST_SEATS = 1000

#: How many years around the meeting a date can lie: one agreed today, one agreed last time, one that is still ahead.
_YEARS_BACK, _YEARS_BACK_CARRIED, _YEARS_AHEAD = 1, 5, 20

#: Most people, agreements from last time, and steps: many times the largest meeting that was ever held.
MOST_OF = {"person": 250, "agreement": _MOST_SEATS, "step": 4000}

Day = TypeVar("Day", bound=date)


def read_scenario(path: Path, methods: Methods) -> parsed.Scenario:
    """Read and check a scenario file. Raises InputError with every problem found.

    What only the rules of a meeting know (who is in the room, who has spoken) is not checked here; each step keeps its
    line so that a refusal can name it.
    """
    return scenario_of(read_toml(path), methods)


def scenario_of(document: TomlDocument, methods: Methods) -> parsed.Scenario:
    """Return the scenario in a document. Raises InputError with every problem found."""
    _require_meeting(document)
    table = TomlTable(document, [], document.values)
    held = _year_of(document)
    case = _case(table.table("case", required=True), held)
    meeting = _meeting(table.table("meeting", required=True), methods)
    method = methods.get(meeting.method)
    person_tables = table.tables("person")
    ids = _ids(person_tables)
    people = tuple(_person(item, position, ids, method) for position, item in enumerate(person_tables, start=1))
    if "person" not in document.values:
        table.problem("person", "missing-table", header="[[person]]")
    agreements = tuple(_agreement(item, ids, method, held) for item in table.tables("agreement"))
    reader = _Steps(ids, method, held)
    steps = [reader.step(number, item) for number, item in enumerate(table.tables("step"), start=1)]
    table.finish()
    if table.problems:
        raise InputError(table.problems)
    return parsed.Scenario(
        document.path, case, meeting, people, agreements, tuple(step for step in steps if step is not None)
    )


def _require_meeting(document: TomlDocument) -> None:
    """Raise InputError for so many of anything that no meeting can be meant; the first one too many is named."""
    for key, most in MOST_OF.items():
        listed = document.values.get(key)
        if isinstance(listed, list) and len(listed) > most:
            raise InputError([document.problem((key, most), "too-many", limit=most, found=len(listed))])


def _year_of(document: TomlDocument) -> int:
    """The year of the meeting; `FIRST_YEAR` where it cannot be read, and nothing is measured by it then."""
    meeting = document.values.get("meeting")
    starts = meeting.get("starts") if isinstance(meeting, dict) else None
    return starts.year if isinstance(starts, datetime) else FIRST_YEAR


def _case(table: TomlTable, held: int) -> parsed.ScenarioCase:
    """The sag; the child was born before the meeting of the year `held`, and is no more than `OLDEST_AGE` years old."""
    least, most = (FIRST_YEAR, LAST_YEAR) if held == FIRST_YEAR else (held - OLDEST_AGE, held)
    case = parsed.ScenarioCase(
        reference=table.text("reference", required=True),
        child=table.text("child", required=True),
        birth_year=table.whole("birth_year", least=least, most=most),
        languages=table.texts("languages", or_one=True),
    )
    table.finish()
    return case


def _meeting(table: TomlTable, methods: Methods) -> parsed.ScenarioMeeting:
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


def _ids(tables: tuple[TomlTable, ...]) -> Collection[str]:
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


def _person(item: TomlTable, position: int, ids: Collection[str], method: Method | None) -> parsed.ScenarioPerson:
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
        supports=_other(item, "supports", item.optional_text("supports"), ids, identifier),
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


def _other(item: TomlTable, key: str, value: str | None, ids: Collection[str], own: str) -> str | None:
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
    return ChildPlace(kind, _other(item, "place", other, ids, own))


def _dates(item: TomlTable, held: int, years_back: int) -> tuple[date | None, date | None]:
    """From when and by when, near a meeting of the year `held`, and in this order."""
    start, due = (_near(item, key, item.local_date(key), held, years_back) for key in ("from", "by"))
    if start is not None and due is not None and due < start:
        item.problem("by", "by-before-from", start=start.isoformat(), due=due.isoformat())
    return start, due


def _near(item: TomlTable, key: str, day: Day | None, held: int, years_back: int) -> Day | None:
    first, last = held - years_back, held + _YEARS_AHEAD
    if day is not None and held != FIRST_YEAR and not first <= day.year <= last:
        item.problem(key, "date-range", first=first, last=last)
        return None
    return day


def _agreement(item: TomlTable, ids: Collection[str], method: Method | None, held: int) -> parsed.ScenarioAgreement:
    if method is not None and not method.has_status_part:
        item.problem("text", "no-status-part", method=method.id)
    owner = item.text("owner", required=True)
    start, due = _dates(item, held, _YEARS_BACK_CARRIED)
    agreement = parsed.ScenarioAgreement(
        text=item.text("text", required=True, one_line=False),
        owner=_other(item, "owner", owner, ids, "") or "",
        start=start,
        due=due,
        line=item.line or 0,
    )
    item.finish()
    return agreement


class _Steps:
    """Reads the steps of one file: each `do` has one method here, which asks for exactly the keys that belong to it."""

    def __init__(self, ids: Collection[str], method: Method | None, held: int) -> None:
        self._ids = ids
        self._method = method
        self._held = held
        self._readers: dict[str, Callable[[TomlTable], parsed.Action]] = {
            "speak": self._speak,
            "pass": lambda item: parsed.PassStep(self._who(item)),
            "later": lambda item: parsed.LaterStep(self._who(item)),
            "read_aloud": self._read_aloud,
            "remark": lambda item: parsed.RemarkStep(self._who(item), self._seconds(item)),
            "interpreter": lambda item: parsed.InterpretedStep(self._seconds(item)),
            "let_run": lambda _: parsed.LetRunStep(),
            "board": lambda item: parsed.BoardStep(_text(item)),
            "private": lambda item: parsed.PrivateStep(_text(item)),
            "park": lambda item: parsed.ParkStep(_text(item)),
            "reservation": lambda item: parsed.ReserveStep(self._who(item), _text(item)),
            "experience": lambda item: parsed.ExperienceStep(_text(item)),
            "agree": self._agree,
            "confirm": _confirm,
            "status": self._status,
            "arrive": lambda item: parsed.ArriveStep(self._who(item)),
            "leave": lambda item: parsed.LeaveStep(self._who(item)),
            "pause": _pause,
            "next_part": lambda _: parsed.NextPartStep(),
            "undo": lambda _: parsed.UndoStep(),
            "it_was": lambda item: parsed.ItWasStep(self._who(item)),
            "follow_up": self._follow_up,
            "stop": lambda item: parsed.StopStep(item.text("reason", required=True, one_line=False)),
            "finish": lambda _: parsed.FinishStep(),
        }

    def step(self, number: int, item: TomlTable) -> parsed.ScenarioStep | None:
        do = item.text("do", required=True)
        wait = item.number("wait", most=_MOST_SECONDS) or 0.0
        reader = self._readers.get(do)
        if reader is None:
            if do:
                item.unknown("do", do, tuple(self._readers), "unknown-step")
            return None
        action = reader(item)
        item.finish()
        return parsed.ScenarioStep(number, item.line or 0, do, wait, action)

    def _who(self, item: TomlTable, key: str = "who") -> str:
        return _other(item, key, item.text(key, required=True), self._ids, "") or ""

    def _seconds(self, item: TomlTable) -> float:
        return item.number("seconds", most=_MOST_SECONDS, required=True) or 0.0

    def _speak(self, item: TomlTable) -> parsed.SpeakStep:
        note = item.free_text("note")
        return parsed.SpeakStep(self._who(item), self._seconds(item), note, item.choice("mark", Mark))

    def _read_aloud(self, item: TomlTable) -> parsed.ReadAloudStep:
        who = self._who(item)
        reader = _other(item, "by", item.text("by", required=True), self._ids, who) or ""
        return parsed.ReadAloudStep(who, reader, _text(item), item.number("seconds", most=_MOST_SECONDS))

    def _agree(self, item: TomlTable) -> parsed.AgreeStep:
        sign = item.free_text("sign")
        start, due = _dates(item, self._held, _YEARS_BACK)
        return parsed.AgreeStep(_text(item), self._who(item), start, due, sign)

    def _follow_up(self, item: TomlTable) -> parsed.FollowUpStep:
        at, reason = item.has("at"), item.has("none")
        if at == reason:
            item.problem("none" if at else "at", "follow-up-both" if at else "follow-up-neither")
        when = _near(item, "at", item.local_time("at"), self._held, _YEARS_BACK)
        place = item.free_text("place", one_line=True) if at else None
        return parsed.FollowUpStep(when, item.optional_text("none", one_line=False), place)

    def _status(self, item: TomlTable) -> parsed.SetStatusStep:
        value = item.text("value", required=True)
        allowed = () if self._method is None else self._method.statuses
        value = status_word(value, allowed)
        if self._method is not None and value and value not in allowed:
            item.unknown("value", value, allowed)
        return parsed.SetStatusStep(_agreement_number(item), value)


def _text(item: TomlTable) -> str:
    return item.text("text", required=True, one_line=False)


def _agreement_number(item: TomlTable) -> int:
    return item.whole("agreement", least=1, most=_MOST_SEATS, required=True) or 1


def _confirm(item: TomlTable) -> parsed.ConfirmStep:
    answer = item.choice("answer", Answer, required=True)
    text = item.optional_text("text", one_line=False)
    if answer is Answer.CHANGE and text is None:
        item.problem("text", "ret-without-text")
    if answer not in (Answer.CHANGE, None) and text is not None:
        item.problem("text", "text-without-ret", answer=answer.value)
    return parsed.ConfirmStep(_agreement_number(item), answer or Answer.YES, text)


def _pause(item: TomlTable) -> parsed.PauseStep:
    return parsed.PauseStep(item.number("minutes", most=_MOST_MINUTES, required=True, above_zero=True) or 0.0)
