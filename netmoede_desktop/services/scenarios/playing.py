"""Playing a scenario into a vault: folded first, then step by step, durable before it is reported, then its papers."""

import contextlib
import functools
import itertools
import secrets
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from netmoede_desktop.documents.papers import MEETING_PAPERS, MINUTES, Format, MeetingPaper, forms_of
from netmoede_desktop.domain.meeting.history import History, advance, begin
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.services.files.files_out import FolderOut, May
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.meeting_journal import Change
from netmoede_desktop.services.methods.method_files import Methods
from netmoede_desktop.services.minutes.exporting import missing_in, render_paper
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save, series_of
from netmoede_desktop.services.scenarios.rehearsal import RehearsedStep, rehearsing
from netmoede_desktop.services.scenarios.scenario import Scenario
from netmoede_desktop.services.vaults.automatic_backups import AutomaticBackups
from netmoede_desktop.services.vaults.vaults import VaultOpener
from netmoede_desktop.storage.keys.recovery_code import RecoveryCode
from netmoede_desktop.storage.vault import Vault

if TYPE_CHECKING:
    from netmoede_desktop.documents.missing_letters import MissingLetters

#: The file that holds the recovery code of a vault that `play` has made.
RECOVERY_FILE = "recovery.txt"

#: What the pictures from before the meeting are called.
_ROLL_CALL = "00-hvem-er-her"

_ID_BYTES = 16


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast scenario time goes: `speed` times as fast as real time, or as fast as it can with None."""

    speed: float | None
    sleep: Callable[[float], None]

    def wait(self, scenario_seconds: float) -> None:
        """Wait for as many seconds of scenario time, at this speed."""
        if self.speed is not None and scenario_seconds > 0:
            self.sleep(scenario_seconds / self.speed)


class ScenarioStage(Protocol):
    """Where people can watch the meeting being played: real windows, or their pictures."""

    def show(self, history: History, at: datetime) -> None:
        """Show the meeting at an instant of the scenario."""

    def picture_names(self, name: str) -> tuple[str, ...]:
        """Return the names that begin the files of the picture called `name`."""

    def pictures(self, name: str, out: FolderOut) -> tuple[str, ...]:
        """Write a picture of each window into the folder; return the names of the files."""


class NoStage:
    """A stage that shows nothing."""

    def show(self, history: History, at: datetime) -> None:
        """Show nothing."""

    def picture_names(self, name: str) -> tuple[str, ...]:  # noqa: ARG002 - a stage's shape
        """Return none."""
        return ()

    def pictures(self, name: str, out: FolderOut) -> tuple[str, ...]:  # noqa: ARG002 - a stage's shape
        """Write nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class Performance:
    """How a scenario is performed: how fast, on which stage, and whether each part leaves pictures behind.

    `on_step` is called after each step is durable.
    """

    pace: Pace
    on_step: Callable[[RehearsedStep], None]
    stage: ScenarioStage = field(default_factory=NoStage)
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class Played:
    """The meeting that was played, the names of the files written, and the letters that could not be drawn."""

    meeting: str
    files: tuple[str, ...]
    missing: "tuple[MissingLetters, ...]" = ()


def play(
    scenario: Scenario,
    methods: Methods,
    opener: VaultOpener,
    out: FolderOut,
    performance: Performance,
) -> Played:
    """Play the scenario and write its papers, and the pictures asked for, to `out`.

    Raises `StepRefused` or `PlaceRefused` before anything is stored, `StorageProblem` when the vault cannot take it.
    """
    out.check(())
    method = methods[scenario.meeting.method]
    prepared = prepare(scenario, method, _random_id, Series())
    foreseen = _foreseen(rehearsing(scenario, prepared.plan, prepared.ids))
    with contextlib.ExitStack() as stack:
        vault = opener.open_existing()
        if vault is not None:
            stack.enter_context(vault)
            series = series_of(vault, scenario.case.reference)
            if series.held:
                prepared = prepare(scenario, method, _random_id, series)
                foreseen = _foreseen(rehearsing(scenario, prepared.plan, prepared.ids))
        pictures = _pictures_due(foreseen) if performance.pictures else {}
        _check_places(foreseen, pictures, performance, out, new_code=vault is None and opener.lasting)
        stack.enter_context(_folder_for_papers(out))
        files: list[str] = []
        if vault is None:
            vault = stack.enter_context(opener.create(lambda code: _write_code(code, out)))
            files += [RECOVERY_FILE] if opener.lasting else []
        meeting = save(vault, scenario, prepared.plan, opener.now())
        automatic_backups = AutomaticBackups(vault, opener.now) if opener.lasting else None
        steps = rehearsing(scenario, prepared.plan, prepared.ids)
        taken = _store(vault, meeting, steps, pictures, performance, automatic_backups, out)
        files += _write_papers(meeting, foreseen.end, out)
        files += taken
        if automatic_backups is not None:
            automatic_backups.end()
    # The referat holds every word of the other papers.
    missing = missing_in(record(foreseen.end), MINUTES, Format.PDF)
    return Played(meeting, tuple(files), missing)


@dataclass(frozen=True, slots=True)
class _Foreseen:
    """The result of a scenario: the part each step ends in, and the meeting at its end. No meeting between is held."""

    parts: tuple[str, ...]
    end: History


def _foreseen(steps: Iterator[RehearsedStep]) -> _Foreseen:
    """Go through the whole scenario in memory. Raises `StepRefused`."""
    end = next(steps).history
    parts = [end.state.part]
    for step in steps:
        end = step.history
        parts.append(end.state.part)
    return _Foreseen(tuple(parts), end)


def _check_places(
    foreseen: _Foreseen, pictures: Mapping[int, str], performance: Performance, out: FolderOut, *, new_code: bool
) -> None:
    """See that every file can have its name before anything is stored. Raises `PlaceRefused`."""
    names = list(_papers(record(foreseen.end)))
    if performance.pictures:
        for taken in (_ROLL_CALL, *pictures.values()):
            names += performance.stage.picture_names(taken)
    out.check(names)
    if new_code:
        out.check([RECOVERY_FILE], May.NOTHING)


@contextlib.contextmanager
def _folder_for_papers(out: FolderOut) -> Iterator[None]:
    """Make the folder and see that it can be written before anything is stored; made for nothing, it goes again."""
    made = [folder for folder in (out.path, *out.path.parents) if not folder.exists()]
    try:
        out.path.mkdir(parents=True, exist_ok=True)
        out.require_writable()
        yield
    except BaseException:
        for folder in made:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _store(
    vault: Vault,
    meeting: str,
    steps: Iterator[RehearsedStep],
    due: Mapping[int, str],
    performance: Performance,
    automatic_backups: AutomaticBackups | None,
    out: FolderOut,
) -> list[str]:
    """Store step by step, each moment when its time has come, and return the names of the pictures taken."""
    pace, stage = performance.pace, performance.stage
    first = next(steps)
    history = begin(first.history.state.plan)
    clock = history.state.plan.starts
    stage.show(history, clock)
    names = list(stage.pictures(_ROLL_CALL, out)) if performance.pictures else []
    for step in itertools.chain([first], steps):
        for at, change in _moments(step.change) if pace.speed is not None else [(clock, step.change)]:
            pace.wait((at - clock).total_seconds())
            clock = max(clock, at)
            meeting_journal.append(vault, meeting, change)
            if pace.speed is not None:
                history = functools.reduce(advance, change.entries, history)
                stage.show(history, clock)
        if pace.speed is None:
            stage.show(step.history, step.history.state.last_at or clock)
        performance.on_step(step)
        names += stage.pictures(due[step.number], out) if step.number in due else ()
        if automatic_backups is not None:
            automatic_backups.back_up_if_due()
    return names


def _write_code(code: RecoveryCode, out: FolderOut) -> None:
    """Write the code before there is a vault that needs it. Raises as `FolderOut.write`."""
    out.write(RECOVERY_FILE, f"{code.text()}\n".encode(), May.NOTHING)


def _pictures_due(foreseen: _Foreseen) -> dict[int, str]:
    """The step of each part that shows most of it, and the name of its pictures: `04-d5`.

    In a round that is the middle one, where somebody speaks and others wait; elsewhere the last.
    """
    due: dict[int, str] = {}
    for number, part in enumerate(foreseen.end.state.parts, start=1):
        inside = [step for step, held in enumerate(foreseen.parts) if held == part.id]
        if inside:
            due[inside[len(inside) // 2] if part.has_turns else inside[-1]] = f"{number:02d}-{part.id}"
    return due


def _moments(change: Change) -> Iterator[tuple[datetime, Change]]:
    """The change cut up by instant, so that at real speed each moment is durable when it happens."""
    private, taken_back = change.private, change.private_taken_back
    for at, entries in itertools.groupby(change.entries, key=lambda entry: entry.event.at):
        yield at, Change(tuple(entries), private, taken_back)
        private, taken_back = (), ()


def _papers(facts: MeetingRecord) -> dict[str, tuple[MeetingPaper, Format]]:
    """The papers of a meeting by the names they are written under."""
    return {
        paper.played_as(form): (paper, form.format)
        for paper, form in forms_of(MEETING_PAPERS)
        if form.played and not paper.obstacle(facts)
    }


def _write_papers(meeting: str, history: History, out: FolderOut) -> list[str]:
    facts = record(history)
    papers = _papers(facts)
    for name, (paper, file_format) in papers.items():
        out.write(name, render_paper(paper, file_format, meeting, facts))
    return list(papers)


def _random_id() -> str:
    return secrets.token_hex(_ID_BYTES)


@contextlib.contextmanager
def temporary_profile() -> Iterator[Path]:
    """Yield a profile folder that is deleted afterwards, so that a fictional family never gets among real cases."""
    with tempfile.TemporaryDirectory(prefix="netmoede-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)
