"""`netmoede ready`: the rules of readiness on one meeting, as JSON."""

import json
import sys
from typing import Any

from netmoede_desktop.cli.world import World
from netmoede_desktop.domain.preparation.readiness.verdict import OPEN, Verdict
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.localization.input_wording import sentence as input_sentence
from netmoede_desktop.localization.names import readable
from netmoede_desktop.localization.readiness_wording import verdict_words
from netmoede_desktop.services.minutes.exporting import UnknownMeeting
from netmoede_desktop.services.preparation.readiness import Readiness, readiness
from netmoede_desktop.services.vaults.vaults import VaultOpener


def ready_verb(meeting: str, opener: VaultOpener, world: World) -> None:
    """Print the verdicts. Problems of the municipality's own rules go to stderr; the shipped ones then hold."""
    now = world.now()
    try:
        found = opener.read(lambda vault: readiness(vault, meeting, now))
    except Refused as refused:
        raise UnknownMeeting(meeting) from refused
    for problem in found.problems:
        sentence = input_sentence(
            world.translator, problem.path, problem.line, problem.key, problem.code, problem.facts
        )
        print(readable(sentence), file=sys.stderr)
    value = {
        "meeting": found.meeting,
        "may_start": found.may_start,
        "rules": [_row(verdict, found, world) for verdict in found.verdicts],
    }
    print(readable(json.dumps(value, ensure_ascii=False)), flush=True)


def _row(verdict: Verdict, found: Readiness, world: World) -> dict[str, Any]:
    words = verdict_words(verdict, found.child, world.translator, found.today)
    return {
        "rule": verdict.rule,
        "requirement": verdict.requirement,
        "level": verdict.level.value,
        "state": verdict.state.value,
        "evidence": words.headline if verdict.state in OPEN else words.evidence,
        "mend": words.mend if verdict.state in OPEN else "",
    }
