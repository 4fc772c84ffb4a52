"""`netmoede play` killed at any moment: what it had said was stored is stored, in whole steps, and gives its papers."""

import json
import random
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from netmoede_desktop.documents.papers import AGREEMENTS, MINUTES, Format
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.services.cases.meeting_list import list_meetings
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.meeting_journal import read_plan
from netmoede_desktop.services.minutes.exporting import render_paper
from netmoede_desktop.services.scenarios.rehearsal import rehearsing
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.storage.journal.event_codec import encode_event
from netmoede_desktop.storage.problems import NoStore
from netmoede_desktop.storage.vault import Vault
from tests.journeys.player import LATE
from tests.services.stories import OPENING, Step, methods, speak, step, toml
from tests.storage.vaults import PASSPHRASE, surroundings

SHORT, LONG = 30, 1000
SPEEDS = ("max", "max", "500", "5000")


@dataclass(frozen=True, slots=True)
class Outcome:
    """After one kill: the last step that was told as stored, and the last that is there whole."""

    told: int
    found: int


def meeting_of(rng: random.Random, length: int) -> list[Step]:
    """A meeting of that many steps in which every text is its own."""
    steps: list[Step] = []
    while len(steps) < length:
        number, who = len(steps), rng.choice(OPENING)
        kind = rng.random()
        if kind < 0.4:
            steps.append(speak(who, rng.randrange(60), note=f"Ord {number}"))
        elif kind < 0.55:
            steps.append(step("board", text=f"Tavle {number}"))
        elif kind < 0.7:
            steps.append(step("agree", text=f"Aftale {number}", who=who))
        elif kind < 0.8:
            steps.append(step("private", text=f"Privat {number}"))
        elif kind < 0.9:
            steps.append(step("remark", who=who, seconds=5))
        elif steps:
            steps.append(step("undo"))
            if sum(1 if one["do"] != "undo" else -1 for one in steps) < 1:
                steps.pop()
    return steps


def killed(folder: Path, rng: random.Random, *, late: bool) -> Outcome:
    """Play a new meeting into the profile, kill the program at a random moment, and look."""
    scenario, length = folder / "møde.toml", 60
    scenario.write_text(toml(*meeting_of(rng, length), case={"reference": f"M-{rng.random()}"}), encoding="utf-8")
    told = _play_and_kill(folder, rng, rng.randrange(length + 1), late=late)
    try:
        return Outcome(told, _found(folder / "profil", scenario, told, late=late))
    except NoStore:
        return Outcome(told, 0)


def _play_and_kill(folder: Path, rng: random.Random, after: int, *, late: bool) -> int:
    """Return the last step that was told as stored when the program died."""
    given = ("--profile", "profil", "--passphrase-file", "adgang.txt", "play", "møde.toml", "--out", "ud")
    program = [sys.executable, "-m", "tests.journeys.player", *((LATE,) if late else ()), *given]
    root = str(Path(__file__).resolve().parents[2])
    with subprocess.Popen(
        [*program, "--speed", rng.choice(SPEEDS)],
        cwd=folder,
        env={"PYTHONPATH": root, "HOME": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None and child.stderr is not None
        lines: list[str] = []
        while len(lines) < after:
            line = child.stdout.readline()
            assert line, child.stderr.read()
            lines.append(line)
        time.sleep(rng.uniform(0, 0.02))
        child.kill()
        lines += child.stdout.read().splitlines(keepends=True)
    answers = [json.loads(line) for line in lines if line.endswith("\n")]
    return max((answer.get("step", 0) for answer in answers), default=0)


def _found(profile: Path, scenario: Path, told: int, *, late: bool) -> int:
    """Return how many steps of the newest meeting are there whole; they are the first ones, event by event."""
    with Vault.open(profile, PASSPHRASE, surroundings()) as vault:
        vault.check()
        played = read_scenario(scenario, methods())
        mine = [one for one in list_meetings(vault) if one.case == played.case.reference]
        if not mine:
            return 0
        with vault.transaction() as store:
            stored = store.journal.read(mine[0].id)
            meeting = store.meetings.get(mine[0].id)
        history = meeting_journal.load(vault, mine[0].id)
    assert meeting is not None
    plan = read_plan(meeting.plan)
    ids = {known.person.id: own.id for known, own in zip(played.people, plan.people, strict=True)}
    steps = tuple(rehearsing(played, plan, ids))
    expected = [(entry.event.at, *encode_event(entry.event)) for one in steps for entry in one.change.entries]
    assert [(entry.at, entry.name, entry.payload) for entry in stored] == expected[: len(stored)]
    facts = record(history)
    assert facts.finished is False
    for kind, form in ((MINUTES, Format.JSON), (MINUTES, Format.DOCX), (AGREEMENTS, Format.PDF)):
        assert render_paper(kind, form, mine[0].id, facts)
    whole, events = 0, 0
    for one in steps:
        events += len(one.change.entries)
        if events <= len(stored):
            whole = one.number
    assert late or whole <= told + 1, "a step was stored long before it was told"
    return whole


def campaign(folder: Path, kills: int, seed: int, *, late: bool = False) -> tuple[int, int]:
    """Kill so many times; return how many steps were told as stored, and how many of those were not there."""
    rng = random.Random(seed)
    (folder / "adgang.txt").write_text(PASSPHRASE, encoding="utf-8")
    told = lost = 0
    for number in range(kills):
        if number % 10 == 0:
            for name in ("profil", "ud"):  # where the recovery code of the one before lies, no other is written
                shutil.rmtree(folder / name, ignore_errors=True)
        outcome = killed(folder, rng, late=late)
        told += outcome.told
        lost += max(0, outcome.told - outcome.found)
    return told, lost


def test_nothing_that_was_told_as_stored_is_lost(tmp_path: Path) -> None:
    told, lost = campaign(tmp_path, SHORT, seed=7)
    print(f"{SHORT} kills, {told} steps told as stored, {lost} lost")
    assert told > SHORT
    assert lost == 0


def test_control_a_program_that_tells_first_loses_some(tmp_path: Path) -> None:
    told, lost = campaign(tmp_path, 4, seed=11, late=True)
    assert 0 < lost <= told


@pytest.mark.campaign
def test_a_thousand_kills(tmp_path: Path) -> None:
    told, lost = campaign(tmp_path, LONG, seed=random.SystemRandom().randrange(2**32))
    print(f"{LONG} kills, {told} steps told as stored, {lost} lost")
    assert lost == 0
