"""The papers before a meeting out of the vault: made of the plan and the facts behind it, logged, and written.

A paper of a meeting that is held goes through `services/minutes/exporting.py`: it is made of its record.
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from netmoede_desktop.documents.papers import Format, PaperChoice, PaperProblem, PreparationPaper, render
from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from netmoede_desktop.importing import one_at_a_time
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.services.actors import Actor
from netmoede_desktop.services.files.files_out import FilesOut, May
from netmoede_desktop.services.meeting.meeting_journal import read_plan
from netmoede_desktop.services.minutes.exporting import ExportChannel, UnknownMeeting
from netmoede_desktop.services.preparation.stored_facts import known_facts
from netmoede_desktop.services.settings.about_me import saved_about_me
from netmoede_desktop.storage.values import AuditAct
from netmoede_desktop.storage.vault import Vault

if TYPE_CHECKING:
    from netmoede_desktop.documents.missing_letters import MissingLetters


@dataclass(frozen=True, slots=True)
class PreparationPaperAsked:
    """The request for a paper before a meeting: which meeting and paper, how it is wanted, how it leaves, who asks.

    The `person` of the choice is an id, or a name that only one of the sag has.
    """

    meeting: str
    paper: PreparationPaper
    format: Format
    choice: PaperChoice = field(default=PaperChoice())
    way: ExportChannel = ExportChannel.FILE
    actor: Actor = Actor.COMMAND_LINE


@dataclass(frozen=True, slots=True)
class PreparationPaperMade:
    """The bytes of the file, and the letters of it that cannot be drawn."""

    content: bytes
    missing: "tuple[MissingLetters, ...]" = ()


def prepared_meeting(vault: Vault, meeting_id: str, now: datetime) -> PreparedMeeting:
    """Return the facts that the papers before a meeting are made of. Raises `UnknownMeeting`."""
    return _read(vault, meeting_id, now)[1]


def preparation_paper_out(vault: Vault, asked: PreparationPaperAsked, now: datetime) -> PreparationPaperMade:
    """Make the paper, log that it leaves, and return it; nothing is logged where the vault is open for reading alone.

    Raises `UnknownMeeting`, `PaperProblem` (also `unknown_person`, `several_of_that_name`) or a `StorageProblem`;
    nothing is logged then either.
    """
    case_id, facts = _read(vault, asked.meeting, now)
    choice, paper, t = _chosen(asked, facts), asked.paper, load(asked.choice.language)
    content = render(paper, asked.format, facts, t=t, meeting_id=asked.meeting, choice=choice)
    with one_at_a_time:
        from netmoede_desktop.documents.missing_letters import missing_in_paper
    names = (person.name for person in facts.everyone)
    made = PreparationPaperMade(content, missing_in_paper(paper, asked.format, facts, names, t, choice))
    if vault.reading_only is None:
        detail: dict[str, object] = {"document": paper.kind, "format": asked.format.value}
        if choice.variant is not None:
            detail["variant"] = choice.variant.value
        with vault.transaction() as store:
            act = AuditAct(now, asked.actor, asked.way, case_id, asked.meeting, choice.person or None, detail=detail)
            store.audit.append(act)
    return made


def export_before(
    vault: Vault, asked: PreparationPaperAsked, file: Path, files: FilesOut, may: May, now: datetime
) -> "tuple[MissingLetters, ...]":
    """Do as `preparation_paper_out`, write the file, and return the letters that cannot be drawn.

    Raises `PlaceRefused` before anything is logged, or OSError when the file cannot be written.
    """
    files.check(file, may)
    made = preparation_paper_out(vault, asked, now)
    files.write(file, made.content, may)
    return made.missing


def _read(vault: Vault, meeting_id: str, now: datetime) -> tuple[str, PreparedMeeting]:
    """The id of the sag, and the facts."""
    with vault.transaction() as store:
        try:
            meeting = store.meetings.get(meeting_id)
        except UnicodeEncodeError as error:  # an id that is no UTF-8 is no id of ours
            raise UnknownMeeting(meeting_id) from error
        if meeting is None:
            raise UnknownMeeting(meeting_id)
        plan = read_plan(meeting.plan)
        known = known_facts(store, meeting.case_id, meeting_id)
        people = store.people.of_case(meeting.case_id)
        sender = saved_about_me(store)
    there = {person.id for person in plan.people}
    others = tuple(person for person in people if person.id not in there)
    return meeting.case_id, PreparedMeeting(plan, now.astimezone().date(), known, others, sender)


def _chosen(asked: PreparationPaperAsked, facts: PreparedMeeting) -> PaperChoice:
    """The choice with the person by id. Raises `PaperProblem`: first what the paper does not come as."""
    choice = asked.choice
    problem = asked.paper.refuses(choice)
    if problem:
        raise PaperProblem(problem)
    if not choice.person:
        return choice
    found = _named(facts.everyone, choice.person)
    if len(found) != 1:
        raise PaperProblem("several_of_that_name" if found else "unknown_person")
    return PaperChoice(found[0].id, choice.language, choice.variant, choice.large)


def _named(people: tuple[Person, ...], words: str) -> list[Person]:
    """Those with this id, else with this whole name, else called so; capitals do not count."""
    sought = " ".join(words.split()).casefold()
    by_id = [person for person in people if person.id == words]
    by_name = [person for person in people if person.name.casefold() == sought]
    return by_id or by_name or [person for person in people if person.called.casefold() == sought]
