"""Draws small wrong changes of the windows' modules by seed, and sees which of them a test catches.

`python -m tests.mutations --list` shows what would be drawn; without it each is tried in a copy of the checkout, by the
tests that import it first. What is found is added to `--out` line by line, and what stands there is not tried again: a
run of hours can be stopped and gone on with.
"""

import argparse
import json
import signal
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.architecture.import_graph import Module, modules_of
from tests.mutations.changes import Change, drawn
from tests.mutations.related import STAGES, related
from tests.mutations.running import Limits, workshop

ROOT = Path(__file__).resolve().parent.parent.parent
HOUSE = ("netmoede_desktop", "tests")


def main(arguments: Sequence[str]) -> int:
    """Draw, list or try; 1 where a change was not caught."""
    asked = _parser().parse_args(arguments)
    house = {
        name: Module(name, module.path.relative_to(ROOT), module.text, module.tree)
        for name, module in modules_of(ROOT, *HOUSE).items()
    }
    inside = [module for name, module in house.items() if f"{name}.".startswith(f"{asked.inside}.")]
    chosen = dict(enumerate(drawn(inside, asked.seed, asked.count), 1))
    if asked.only:
        chosen = {number: chosen[number] for number in asked.only}
    if asked.list:
        for number, change in chosen.items():
            print(f"{number:>3}  {change}")
        return 0
    known = _known(asked.out)
    limits = Limits(asked.test_seconds, asked.stage_seconds, asked.jobs)
    with workshop(ROOT, limits) as made:
        for number, change in chosen.items():
            if str(change) in known:
                continue
            stages = related(house, change.module)
            verdict = made.verdict(change, house[change.module].path.as_posix(), stages)
            found = {"number": number, "change": str(change), **asdict(verdict)}
            known[str(change)] = found
            _tell(number, change, found)
            if asked.out is not None:
                with asked.out.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(found, ensure_ascii=False) + "\n")
    return _sum_up([known[str(change)] for change in chosen.values()])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=40, help="how many are drawn")
    parser.add_argument("--inside", default="netmoede_desktop.gui", help="the package whose modules are changed")
    parser.add_argument("--list", action="store_true", help="show what would be drawn and try nothing")
    parser.add_argument("--only", type=int, nargs="+", metavar="N", help="try these of the list alone")
    parser.add_argument("--out", type=Path, help="the file of what was found, one JSON object a line")
    parser.add_argument(
        "--jobs", type=int, default=0, help="processes that run the tests (0: one, without pytest-xdist)"
    )
    parser.add_argument("--test-seconds", type=int, default=300, help="after which one test is held to hang")
    parser.add_argument("--stage-seconds", type=int, default=3600, help="after which a stage is ended")
    return parser


def _known(out: Path | None) -> dict[str, dict[str, Any]]:
    if out is None or not out.is_file():
        return {}
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    return {line["change"]: line for line in lines}


def _tell(number: int, change: Change, found: dict[str, Any]) -> None:
    caught = f"caught, {found['stage']}: {', '.join(found['by'])}" if found["stage"] else "NOT CAUGHT"
    unsure = f"; fail without it too: {', '.join(found['unsure'])}" if found["unsure"] else ""
    print(f"{number:>3}  {change}\n     {caught}{unsure} ({found['seconds']:.0f} s)", flush=True)


def _sum_up(found: Sequence[dict[str, Any]]) -> int:
    by_stage = {stage: sum(one["stage"] == stage for one in found) for stage in STAGES}
    caught = sum(by_stage.values())
    print(f"{caught} of {len(found)} caught: " + ", ".join(f"{count} {stage}" for stage, count in by_stage.items()))
    return 0 if caught == len(found) else 1


if __name__ == "__main__":
    # Asked to stop, it ends the tests that run and takes its copy away, as after Ctrl-C.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    sys.exit(main(sys.argv[1:]))
