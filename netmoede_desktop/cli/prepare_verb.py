"""`prepare PLAN.toml`: a sag and a planned meeting out of a file; `--example` prints a complete one."""

import argparse
import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

from netmoede_desktop.cli.exits import Exit
from netmoede_desktop.cli.failures import Failure
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.refusal_wording import refusal_sentence
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.files.files_out import FilesOut, May
from netmoede_desktop.services.methods.method_files import Methods
from netmoede_desktop.services.scenarios.plan_file import PlanFile, read_plan_file
from netmoede_desktop.services.scenarios.plan_import import check_plan, import_plan
from netmoede_desktop.services.vaults.vaults import VaultOpener
from netmoede_desktop.storage.keys.recovery_code import RecoveryCode
from netmoede_desktop.storage.vault import Vault

#: What is refused because of the moment, not because of what the file says.
_NOT_NOW = frozenset({"meeting_begun", "meeting_opened"})


def example_plan() -> str:
    """Return the text of the shipped plan file."""
    return (resource_folder() / "plans" / "example.toml").read_text(encoding="utf-8")


def required_plan(asked: argparse.Namespace, methods: Methods, t: Translator) -> PlanFile:
    """Return the plan of the file that was named. Raises InputError, or `Failure` where none was."""
    if asked.plan is None:
        raise Failure(Exit.BAD_INPUT, t.gettext("Skriv, hvilken plan det er: »netmoede prepare PLAN.toml«."))
    return read_plan_file(asked.plan, methods)


def prepare_verb(
    plan: PlanFile, methods: Methods, opener: VaultOpener, recovery_out: Path | None, files: FilesOut, t: Translator
) -> None:
    """Make or complete the sag and the meeting, and print their ids. Raises `Failure`, or what the vault raises."""
    with contextlib.ExitStack() as stack:
        stack.enter_context(_refusals(plan, t))
        check_plan(plan, methods)
        vault = opener.open_existing() or _new_vault(opener, recovery_out, files, t)
        imported = import_plan(stack.enter_context(vault), plan, methods, opener.now())
    print(json.dumps({"case": imported.case, "meeting": imported.meeting}, ensure_ascii=False), flush=True)


def _new_vault(opener: VaultOpener, recovery_out: Path | None, files: FilesOut, t: Translator) -> Vault:
    if recovery_out is None:
        sentence = t.gettext("Mappen er tom. Sig med --recovery-out, hvor gendannelseskoden skal skrives.")
        raise Failure(Exit.NOT_NOW, sentence)
    place = recovery_out
    files.check(place, May.NOTHING)

    def keep(code: RecoveryCode) -> None:
        files.write(place, f"{code.text()}\n".encode(), May.NOTHING)

    return opener.create(keep)


@contextlib.contextmanager
def _refusals(plan: PlanFile, t: Translator) -> Iterator[None]:
    """Turn what the rules refuse into a `Failure` that names the file."""
    try:
        yield
    except Refused as refused:
        names = {one.person.id: one.person.called for one in plan.people}
        reason = refusal_sentence(refused.code, refused.facts, names, t)
        code = Exit.NOT_NOW if refused.code in _NOT_NOW else Exit.BAD_INPUT
        raise Failure(code, f"{plan.path.name}: {reason}") from refused
