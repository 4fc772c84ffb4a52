"""Plan files (README.md): a scenario without steps, with the facts of the preparation."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from netmoede_desktop.domain.cases.case_facts import (
    CaseFacts,
    CaseType,
    Consent,
    ConsentForm,
    Screening,
    UnknownCase,
)
from netmoede_desktop.domain.people.about_me import AboutMe
from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.domain.people.person_facts import Channel, Chooser, Circle, Edition, PersonFacts, Sector
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.meeting_facts import (
    Apart,
    ChildTalk,
    InterpreterFacts,
    Invited,
    MeetingFacts,
    Neutrality,
    Participation,
    Reply,
    Room,
    RoomKind,
    Separation,
)
from netmoede_desktop.services.methods.method_files import Methods
from netmoede_desktop.services.scenarios.meeting_tables import (
    other_person,
    read_agreement,
    read_case,
    read_ids,
    read_meeting,
    read_person,
    require_meeting,
    year_of,
)
from netmoede_desktop.services.scenarios.scenario import ScenarioAgreement, ScenarioCase, ScenarioMeeting
from netmoede_desktop.services.toml.input import InputError, TomlDocument, read_toml
from netmoede_desktop.services.toml.table import FIRST_YEAR, LAST_YEAR, TomlTable

#: The four tasks that a municipality may share out (R036).
TASKS = ("indkaldelse", "dagsorden", "ledelse", "referat")
_NO_ANSWER = "intet svar"
_MOST_PLACES = 1000
_MOST_KRONER = 1_000_000
_MOST_MINUTES = 10_000


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """A person of the plan with their facts and their invitation. Ids are those of the file."""

    person: Person
    facts: PersonFacts
    invited: Invited


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan file as a value. `overrides` are requirement or rule, and the reason."""

    path: Path
    case: ScenarioCase
    meeting: ScenarioMeeting
    people: tuple[PlannedPerson, ...]
    agreements: tuple[ScenarioAgreement, ...]
    me: AboutMe
    case_facts: CaseFacts
    meeting_facts: MeetingFacts
    overrides: tuple[tuple[str, str], ...]


def read_plan_file(path: Path, methods: Methods) -> PlanFile:
    """Read and check a plan file. Raises InputError with every problem found."""
    return plan_of(read_toml(path), methods)


def plan_of(document: TomlDocument, methods: Methods) -> PlanFile:
    """Return the plan in a document. Raises InputError with every problem found."""
    require_meeting(document)
    table = TomlTable(document, [], document.values)
    held = year_of(document)
    case = read_case(table.table("case", required=True), held)
    meeting = read_meeting(table.table("meeting", required=True), methods)
    method = methods.get(meeting.method)
    person_tables = table.tables("person")
    ids = read_ids(person_tables)
    latest = LAST_YEAR if held == FIRST_YEAR else held
    people = []
    for position, item in enumerate(person_tables, start=1):
        facts, invited = _person_facts(item, latest), _invited(item, ids)
        person = read_person(item, position, ids, method).person
        people.append(PlannedPerson(person, facts, replace(invited, person=person.id)))
    reader = _Preparation(table.table("preparation"), ids, latest)
    plan = PlanFile(
        path=document.path,
        case=case,
        meeting=meeting,
        people=tuple(people),
        agreements=tuple(read_agreement(item, ids, method, held) for item in table.tables("agreement")),
        me=_me(table.table("me")),
        case_facts=replace(reader.case(), consents=tuple(_consent(item, ids) for item in table.tables("consent"))),
        meeting_facts=reader.meeting(),
        overrides=reader.overrides(),
    )
    reader.finish()
    table.finish()
    if table.problems:
        raise InputError(table.problems)
    return plan


def _me(table: TomlTable) -> AboutMe:
    about = AboutMe(*(table.free_text(key, one_line=True) or "" for key in AboutMe.__dataclass_fields__))
    table.finish()
    return about


def _person_facts(item: TomlTable, latest: int) -> PersonFacts:
    return PersonFacts(
        birth_year=item.whole("birth_year", least=FIRST_YEAR, most=latest),
        phone=_line(item, "phone"),
        mail=_line(item, "mail"),
        address=_line(item, "address"),
        language=_line(item, "language"),
        diet=_line(item, "diet"),
        channel=item.choice("channel", Channel),
        exempt=item.yes_no("exempt", default=False),
        edition=item.choice("edition", Edition),
        chosen_by=item.choice("chosen_by", Chooser),
        approved_by=_choosers(item),
        why=item.free_text("why") or "",
        cleared=_said(item, "cleared"),
        circle=item.choice("circle", Circle),
        sector=item.choice("sector", Sector),
        protected_checked=item.local_date("protected_checked"),
        initiator=item.yes_no("initiator", default=False),
        caseworker=item.yes_no("caseworker", default=False),
    )


def _choosers(item: TomlTable) -> tuple[Chooser, ...]:
    found = (item.one_of("approved_by", word, Chooser) for word in item.texts("approved_by", or_one=True) if word)
    return tuple(chooser for chooser in found if chooser is not None)


def _invited(item: TomlTable, ids: Collection[str]) -> Invited:
    """The invitation of a person; `answer` may also say that there is none."""
    answer = item.free_text("answer", one_line=True)
    reply = None if answer in (None, _NO_ANSWER) else item.one_of("answer", answer or "", Reply)
    words = item.free_text("sent_words") or ""
    own = item.values.get("id")
    reader = other_person(item, "read_by", item.optional_text("read_by"), ids, own if isinstance(own, str) else "")
    return Invited(
        person="",
        on=item.local_date("invited"),
        reply=Reply.SENDS_WORDS if words and reply is None else reply,
        words=words,
        reader=reader or "",
    )


def _consent(item: TomlTable, ids: Collection[str]) -> Consent:
    consent = Consent(
        by=other_person(item, "by", item.optional_text("by"), ids, "") or "",
        topics=item.texts("topics", or_one=True),
        recipients=item.texts("recipients", or_one=True),
        purpose=item.free_text("purpose") or "",
        form=item.choice("form", ConsentForm),
        since=item.local_date("from"),
        until=item.local_date("until"),
        withdrawn=item.local_date("withdrawn"),
        text=item.free_text("text") or "",
        refused=item.yes_no("refused", default=False),
    )
    if consent.since is not None and consent.until is not None and consent.until < consent.since:
        item.problem("until", "by-before-from", start=consent.since.isoformat(), due=consent.until.isoformat())
    item.finish()
    return consent


class _Preparation:
    """Reads `[preparation]`: facts of the sag and of this meeting."""

    def __init__(self, table: TomlTable, ids: Collection[str], latest: int) -> None:
        self._table, self._ids, self._latest = table, ids, latest

    def case(self) -> CaseFacts:
        table = self._table
        group = table.values.get("target_group")
        fits = table.yes_no("target_group", default=False) if isinstance(group, bool) else None
        return CaseFacts(
            involvement=table.free_text("involvement") or "",
            case_type=table.choice("case_type", CaseType),
            known=_answer(table, "known"),
            complex_needs=_answer(table, "complex_needs") if fits is None else fits,
            hard_cooperation=_answer(table, "hard_cooperation") if fits is None else fits,
            target_group="" if isinstance(group, bool) else table.free_text("target_group") or "",
            visitation=_said(table, "visitation"),
            nominated=_said(table, "nominated"),
            unknown_case=_unknown_case(table.table("unknown_case")),
            adviser_asked=_said(table, "adviser_asked"),
            expectations=table.free_text("expectations") or "",
            first_assessment=_answer(table, "first_assessment"),
            screening=table.choice("screening", Screening),
            risk_assessed=_said(table, "risk_assessed"),
        )

    def meeting(self) -> MeetingFacts:
        table = self._table
        return MeetingFacts(
            child=self._child(),
            parents_asked=_said(table, "parents_asked"),
            shared_agreed=_said(table, "shared_agreed"),
            bisidder_told=_said(table, "bisidder_told"),
            neutral=_neutral(table.table("neutral")),
            leader_reason=table.free_text("leader_reason") or "",
            room=_room(table.table("room")),
            interpreter=self._interpreter(),
            apart_asked=_said(table, "apart_asked"),
            apart=self._apart(),
            dinner=_dinner(table),
            food_ordered=_said(table, "food_ordered"),
            evening=_said(table, "evening"),
            first_visit=_said(table, "first_visit"),
            first_visit_by_phone=_answer(table, "first_visit_by_phone"),
            tasks=self._tasks(),
            minutes_spent=table.whole("minutes_spent", least=0, most=_MOST_MINUTES),
        )

    def overrides(self) -> tuple[tuple[str, str], ...]:
        table = self._table.table("override")
        found = tuple((rule, table.text(rule, one_line=False)) for rule in sorted(table.values))
        table.finish()
        return found

    def finish(self) -> None:
        self._table.finish()

    def _child(self) -> ChildTalk:
        talk = self._table.table("child_talk")
        child = ChildTalk(
            talk=_said_in(talk, words="explained"),
            place=_line(talk, "place"),
            alone=_answer(talk, "alone"),
            own_words=talk.free_text("text") or "",
            not_said=tuple(text for text in talk.texts("not_said", or_one=True) if text),
            participation=talk.choice("participation", Participation),
            participation_reason=talk.free_text("participation_reason") or "",
            before=_line(talk, "before"),
            during=_line(talk, "during"),
            after=_line(talk, "after"),
            stop_sign=_line(talk, "stop_sign"),
        )
        talk.finish()
        return replace(child, talk=replace(child.talk, text=""), explained=child.talk.text)

    def _interpreter(self) -> InterpreterFacts:
        table = self._table.table("interpreter")
        known = InterpreterFacts(
            needed=_answer(table, "needed"),
            name=_line(table, "name"),
            birth_year=table.whole("birth_year", least=FIRST_YEAR, most=self._latest),
            family=_answer(table, "family"),
            ordered=_said(table, "ordered"),
        )
        table.finish()
        return known

    def _apart(self) -> tuple[Apart, ...]:
        """The pairs, as `[["peter", "hanne"]]`; a third word is the way out."""
        listed = self._table.values.get("apart")
        if not self._table.has("apart"):
            return ()
        if not isinstance(listed, list) or not all(_is_pair(pair) for pair in listed):
            self._table.problem("apart", "wrong-type", expected="text-list", found="text-list")
            return ()
        pairs = []
        for pair in listed:
            for person in pair[:2]:
                other_person(self._table, "apart", person, self._ids, "")
            way_out = self._table.one_of("apart", pair[2], Separation) if len(pair) == 3 else None
            pairs.append(Apart(pair[0], pair[1], way_out))
        return tuple(pairs)

    def _tasks(self) -> tuple[tuple[str, str], ...]:
        table = self._table.table("tasks")
        found = [
            (task, other_person(table, task, table.optional_text(task), self._ids, ""))
            for task in TASKS
            if table.has(task)
        ]
        table.finish()
        return tuple((task, person) for task, person in found if person)


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) in (2, 3) and all(isinstance(word, str) for word in pair)


def _neutral(table: TomlTable) -> Neutrality:
    declared = Neutrality(
        by=_line(table, "by"),
        on=table.local_date("on"),
        knows_family=_answer(table, "knows_family"),
        knows_case=_answer(table, "knows_case"),
        initiated=_answer(table, "initiated"),
        reason=table.free_text("reason") or "",
    )
    table.finish()
    return declared


def _room(table: TomlTable) -> Room:
    room = Room(
        name=_line(table, "name"),
        kind=table.choice("kind", RoomKind),
        capacity=table.whole("capacity", least=0, most=_MOST_PLACES),
        evening_until=table.whole("evening_until", least=0, most=24),
        rent=table.whole("rent", least=0, most=_MOST_KRONER),
        owner=_line(table, "owner"),
        family_comes_here=_answer(table, "family_comes_here"),
    )
    table.finish()
    return room


def _unknown_case(table: TomlTable) -> UnknownCase:
    known = UnknownCase(
        concern=_answer(table, "concern"),
        beyond_family=_answer(table, "beyond_family"),
        beyond_partners=_answer(table, "beyond_partners"),
        presented=_said(table, "presented"),
        willing=_said(table, "willing"),
        active_case=_said(table, "active_case"),
        asked_authority=_said(table, "asked_authority"),
        confirmed=_said(table, "confirmed"),
    )
    table.finish()
    return known


def _dinner(table: TomlTable) -> str:
    """The food in words; `true` is a dinner."""
    if isinstance(table.values.get("dinner"), bool):
        return "aftensmad" if table.yes_no("dinner", default=False) else ""
    return table.free_text("dinner") or ""


def _said(table: TomlTable, key: str) -> Said:
    inner = table.table(key)
    said = _said_in(inner)
    inner.finish()
    return said


def _said_in(table: TomlTable, words: str = "text") -> Said:
    """Who (`who` or `by`), when and the words."""
    by = _line(table, "who") or _line(table, "by")
    table.has("by")
    return Said(by, table.local_date("on"), table.free_text(words) or "")


def _answer(table: TomlTable, key: str) -> bool | None:
    """Yes, no, or not answered."""
    return table.yes_no(key, default=False) if table.has(key) else None


def _line(table: TomlTable, key: str) -> str:
    return table.free_text(key, one_line=True) or ""
