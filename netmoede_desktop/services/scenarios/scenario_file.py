"""Scenario files (README.md): TOML read into a `Scenario`, every problem noted with its key and line.

Codes beyond those of `toml.input`, with their facts: `unknown-method` · `unknown-person` · `unknown-step` (each value,
nearest, known) · `reference-cpr` · `role-not-in-method` (role, method) · `no-status-part` (method) · `own-id` (value) ·
`place-not-child` (role) · `party-not-leader` (role) · `party-not-in-method` (method, party) ·
`unknown-place` (value) · `ret-without-text` · `text-without-ret` (answer) · `follow-up-neither` · `follow-up-both` ·
`by-before-from` (start, due).
"""

from collections.abc import Callable, Collection
from pathlib import Path

from netmoede_desktop.domain.agreements.agreements import Answer, status_word
from netmoede_desktop.domain.meeting.vocabulary import Mark
from netmoede_desktop.domain.methods.method import Method
from netmoede_desktop.services.methods.method_files import Methods
from netmoede_desktop.services.scenarios import scenario as parsed
from netmoede_desktop.services.scenarios.meeting_tables import (
    MOST_OF,
    near_date,
    other_person,
    read_agreement,
    read_case,
    read_dates,
    read_ids,
    read_meeting,
    read_person,
    require_meeting,
    year_of,
)
from netmoede_desktop.services.toml.input import InputError, TomlDocument, read_toml
from netmoede_desktop.services.toml.table import TomlTable

#: Longest wait or turn in seconds, and longest pause in minutes: a day.
_MOST_SECONDS = 24 * 60 * 60
_MOST_MINUTES = 24 * 60
_MOST_AGREEMENTS = MOST_OF["agreement"]


def read_scenario(path: Path, methods: Methods) -> parsed.Scenario:
    """Read and check a scenario file. Raises InputError with every problem found.

    What only the rules of a meeting know (who is in the room, who has spoken) is not checked here; each step keeps its
    line so that a refusal can name it.
    """
    return scenario_of(read_toml(path), methods)


def scenario_of(document: TomlDocument, methods: Methods) -> parsed.Scenario:
    """Return the scenario in a document. Raises InputError with every problem found."""
    require_meeting(document)
    table = TomlTable(document, [], document.values)
    held = year_of(document)
    case = read_case(table.table("case", required=True), held)
    meeting = read_meeting(table.table("meeting", required=True), methods)
    method = methods.get(meeting.method)
    person_tables = table.tables("person")
    ids = read_ids(person_tables)
    people = tuple(read_person(item, position, ids, method) for position, item in enumerate(person_tables, start=1))
    if "person" not in document.values:
        table.problem("person", "missing-table", header="[[person]]")
    agreements = tuple(read_agreement(item, ids, method, held) for item in table.tables("agreement"))
    reader = _Steps(ids, method, held)
    steps = [reader.step(number, item) for number, item in enumerate(table.tables("step"), start=1)]
    table.finish()
    if table.problems:
        raise InputError(table.problems)
    return parsed.Scenario(
        document.path, case, meeting, people, agreements, tuple(step for step in steps if step is not None)
    )


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
        return other_person(item, key, item.text(key, required=True), self._ids, "") or ""

    def _seconds(self, item: TomlTable) -> float:
        return item.number("seconds", most=_MOST_SECONDS, required=True) or 0.0

    def _speak(self, item: TomlTable) -> parsed.SpeakStep:
        note = item.free_text("note")
        return parsed.SpeakStep(self._who(item), self._seconds(item), note, item.choice("mark", Mark))

    def _read_aloud(self, item: TomlTable) -> parsed.ReadAloudStep:
        who = self._who(item)
        reader = other_person(item, "by", item.text("by", required=True), self._ids, who) or ""
        return parsed.ReadAloudStep(who, reader, _text(item), item.number("seconds", most=_MOST_SECONDS))

    def _agree(self, item: TomlTable) -> parsed.AgreeStep:
        sign = item.free_text("sign")
        start, due = read_dates(item, self._held)
        return parsed.AgreeStep(_text(item), self._who(item), start, due, sign)

    def _follow_up(self, item: TomlTable) -> parsed.FollowUpStep:
        at, reason = item.has("at"), item.has("none")
        if at == reason:
            item.problem("none" if at else "at", "follow-up-both" if at else "follow-up-neither")
        when = near_date(item, "at", item.local_time("at"), self._held)
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
    return item.whole("agreement", least=1, most=_MOST_AGREEMENTS, required=True) or 1


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
