"""The actions of the verbs. Results go to stdout; any problem becomes a `Failure`."""

import argparse
import contextlib
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from netmoede_desktop.cli.arguments import MAX_SPEED
from netmoede_desktop.cli.backup_verb import backup_verb
from netmoede_desktop.cli.exits import Exit
from netmoede_desktop.cli.export_verb import export_verb, print_missing
from netmoede_desktop.cli.failures import Failure, translate_errors
from netmoede_desktop.cli.feasibility_verb import feasibility_answer
from netmoede_desktop.cli.given_files import read_passphrase, require_folder, require_profile
from netmoede_desktop.cli.prepare_verb import example_plan, prepare_verb, required_plan
from netmoede_desktop.cli.ready_verb import ready_verb
from netmoede_desktop.cli.reports import findings_report, method_lines
from netmoede_desktop.cli.world import World
from netmoede_desktop.domain.agreements.owner_names import candidates
from netmoede_desktop.domain.language.text import clean_text
from netmoede_desktop.localization.input_wording import sentence as input_sentence
from netmoede_desktop.localization.names import readable
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.agreements.agreement_help import read_line_among
from netmoede_desktop.services.cases.meeting_list import list_meetings
from netmoede_desktop.services.files.files_out import FilesOut
from netmoede_desktop.services.methods.method_files import Methods, load_methods
from netmoede_desktop.services.scenarios.playing import NoStage, Pace, Performance, Played, play, temporary_profile
from netmoede_desktop.services.scenarios.rehearsal import RehearsedStep
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.services.vaults.vaults import TemporaryOpener, VaultOpener
from netmoede_desktop.storage.surroundings import Surroundings

#: So many times as fast as life the demo goes where somebody can watch it: the whole meeting in some two minutes.
_DEMO_SPEED = 60.0


def do(asked: argparse.Namespace, world: World) -> None:
    """Run the verb. Raises `Failure`."""
    with translate_errors(world.translator):
        _VERBS[asked.verb](asked, world)


def _demo(asked: argparse.Namespace, world: World) -> None:
    asked.scenario, asked.speed, asked.screenshots = resource_folder() / "scenarios" / "demo.toml", None, False
    played = _played(asked, world, lambda _: None, watched_speed=_DEMO_SPEED)
    sentence = world.translator.gettext("Mødet er spillet til ende. Papirerne ligger i {folder}: {files}.")
    print(sentence.format(folder=readable(str(asked.out)), files=", ".join(played.files)))


def _play(asked: argparse.Namespace, world: World) -> None:
    if asked.screenshots and world.windows is None:
        raise Failure(Exit.NOT_NOW, world.translator.gettext("Uden vinduer kan der ikke gemmes billeder af dem."))
    played = _played(asked, world, _print_step, watched_speed=1.0)
    _print_json({"done": True, "meeting": played.meeting, "files": list(played.files)})


def _played(
    asked: argparse.Namespace, world: World, on_step: Callable[[RehearsedStep], None], *, watched_speed: float
) -> Played:
    """Play it through the windows, where there are any. The default speed is one that somebody can watch."""
    methods = _methods(asked.profile)
    scenario = read_scenario(asked.scenario, methods)
    require_folder(asked.out, "--out", world.translator)
    with contextlib.ExitStack() as stack:
        opener = stack.enter_context(_opener_for_play(asked, world))
        windows = None if world.windows is None else world.windows.play_stage()
        if windows is None:
            speed = _finite(asked.speed)
            performance = Performance(Pace(speed, world.sleep), on_step, NoStage())
        else:
            stack.callback(windows.close)
            speed = watched_speed if asked.speed is None and windows.watched else _finite(asked.speed)
            performance = Performance(Pace(speed, windows.wait), on_step, windows.stage(speed), asked.screenshots)
        played = play(scenario, methods, opener, _files_out(asked, world).folder(asked.out), performance)
    print_missing(played.missing, world)
    return played


def _finite(speed: float | None) -> float | None:
    """The speed as a number, None for as fast as it can go."""
    return None if speed == MAX_SPEED else speed


def _print_step(step: RehearsedStep) -> None:
    if step.number:
        _print_json({"step": step.number, "do": step.do, "committed": True})


def _meetings(asked: argparse.Namespace, world: World) -> None:
    listed = _opener(asked, world).read(list_meetings)
    if asked.json:
        _print_json(
            [
                {"id": m.id, "case": m.case, "method": m.method, "starts": m.starts.isoformat(), "state": m.state}
                for m in listed
            ]
        )
        return
    if not listed:
        print(world.translator.gettext("Der er ingen møder endnu."))
    for m in listed:
        print(f"{m.id}  {m.starts:%d.%m.%Y %H.%M}  {m.state:<10}  {m.method:<6}  {m.case}")


def _export(asked: argparse.Namespace, world: World) -> None:
    export_verb(asked, lambda: _opener(asked, world), _files_out(asked, world), world)


def _prepare(asked: argparse.Namespace, world: World) -> None:
    if asked.example:
        print(example_plan(), end="")
        return
    methods = _methods(_profile(asked, world))
    plan = required_plan(asked, methods, world.translator)
    opener = _opener(asked, world)
    prepare_verb(plan, methods, opener, asked.recovery_out, _files_out(asked, world), world.translator)


def _agreements(asked: argparse.Namespace, world: World) -> None:  # noqa: ARG001 - the shape of every verb
    """Read one line; needs no store."""
    scenario = read_scenario(asked.people, _methods(asked.profile))
    people = candidates(someone.person for someone in scenario.people)
    read = read_line_among(clean_text(asked.read), people, asked.today)
    days = {"from": read.start, "by": read.due}
    dates_as_text = {name: None if day is None else day.isoformat() for name, day in days.items()}
    _print_json({"owner": read.owner, "text": read.text, **dates_as_text, "sign": read.sign, "codes": list(read.codes)})


def _feasibility(asked: argparse.Namespace, world: World) -> None:
    _print_json(feasibility_answer(asked, _methods(_profile(asked, world)), world.translator))


def _methods_verb(asked: argparse.Namespace, world: World) -> None:
    methods = _methods(_profile(asked, world))
    if asked.action == "check":
        problems = methods.check_file(asked.file)
        if problems:
            told_problems = (input_sentence(world.translator, p.path, p.line, p.key, p.code, p.facts) for p in problems)
            raise Failure(Exit.BAD_INPUT, "\n".join(told_problems))
        print(world.translator.gettext("{name} er i orden").format(name=readable(asked.file.name)))
        return
    rows, lines = method_lines(methods, world.translator)
    if asked.json:
        _print_json(rows)
        return
    print("\n".join(lines))


def _doctor(asked: argparse.Namespace, world: World) -> None:
    report = findings_report(_opener(asked, world), world)
    if asked.json:
        _print_json(report.as_json())
    else:
        print("\n".join(report.lines))
    if report.exit_code is not Exit.DONE:
        raise Failure(report.exit_code, report.summary)


_VERBS: Mapping[str, Callable[[argparse.Namespace, World], None]] = {
    "demo": _demo,
    "play": _play,
    "meetings": _meetings,
    "prepare": _prepare,
    "ready": lambda asked, world: ready_verb(asked.meeting, _opener(asked, world), world),
    "export": _export,
    "agreements": _agreements,
    "feasibility": _feasibility,
    "backup": lambda asked, world: backup_verb(asked, _opener(asked, world), world.translator),
    "methods": _methods_verb,
    "doctor": _doctor,
}


def _methods(profile: Path | None) -> Methods:
    """The shipped methods and those of a profile."""
    return load_methods(resource_folder() / "methods", None if profile is None else profile / "methods")


def _files_out(asked: argparse.Namespace, world: World) -> FilesOut:
    """The writer of files: it refuses the named profile and the usual one as places for papers."""
    return FilesOut(tuple(dict.fromkeys((_profile(asked, world), world.default_profile()))))


def _profile(asked: argparse.Namespace, world: World) -> Path:
    return world.default_profile() if asked.profile is None else Path(asked.profile)


def _opener(asked: argparse.Namespace, world: World) -> VaultOpener:
    passphrase = read_passphrase(asked.passphrase_file, world.translator)
    profile = _profile(asked, world)
    require_profile(profile, world.translator)
    return VaultOpener(profile, passphrase, Surroundings.of_this_machine(world.now))


@contextlib.contextmanager
def _opener_for_play(asked: argparse.Namespace, world: World) -> Iterator[VaultOpener]:
    """The named profile, or a temporary one: a fictional family never lands among real cases by itself."""
    if asked.profile is not None:
        yield _opener(asked, world)
        return
    with temporary_profile() as folder:
        yield TemporaryOpener(folder, None, Surroundings.of_this_machine(world.now))


def _print_json(value: Any) -> None:
    print(readable(json.dumps(value, ensure_ascii=False)), flush=True)
