"""What the largest files cost: those that are read and played in memory, and those that are more than any meeting has.

The largest scenario there may be is folded whole; half of it is its peer, so that growth by the square would show. A
file beyond the bounds is to be told so at once: its peer is the reading of its bytes by `tomllib`, of a tenth of it
where the whole would take for ever. Seconds are the processor's. Run by `dev.py bench`.
"""

import itertools
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from netmoede_desktop.services.scenarios.meeting_tables import MOST_OF
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare
from netmoede_desktop.services.scenarios.rehearsal import rehearsing
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.services.toml.input import InputError
from tests.services.stories import FAMILY, OPENING, Step, methods, speak, step, toml

STEPS, PEOPLE = MOST_OF["step"], MOST_OF["person"]
MOST_GROWTH = 3.5

#: What the largest of each may cost in seconds.
MOST_STEPS_SECONDS, MOST_PEOPLE_SECONDS, MOST_DEEP_SECONDS, MOST_UNKNOWN_SECONDS = 20.0, 5.0, 1.0, 2.0


def main() -> int:
    """Measure, print, and return 1 when a target is missed."""
    methods()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "scenarie.toml"
        missed = [
            _grows(file, "turns", STEPS, _turns, MOST_STEPS_SECONDS),
            _grows(file, "lines on tavlen", STEPS, _lines, MOST_STEPS_SECONDS),
            _grows(file, "people", PEOPLE, _people, MOST_PEOPLE_SECONDS),
            _told(file, "30,000 steps", _lines(30_000), MOST_STEPS_SECONDS),
            _told(file, "1,500 people", _people(1500), MOST_PEOPLE_SECONDS),
            _told(file, "a key of 50,000 names", _deep(50_000), MOST_DEEP_SECONDS, peer=_deep(5_000)),
            _told(file, "300,000 unknown keys", _unknown(300_000), MOST_UNKNOWN_SECONDS),
        ]
    return 1 if any(missed) else 0


def _grows(file: Path, what: str, most: int, told: Callable[[int], str], limit: float) -> bool:
    """Fold the largest and the half of it; whether it is too slow, or grows by the square."""
    half, whole = (_folded(file, told(count)) for count in (most // 2, most))
    print(f"{most} {what}, read and folded: {whole:.2f} s (at most {limit:.0f}); half of them: {half:.2f} s")
    print(f"  growth: {whole / half:.2f} times (at most {MOST_GROWTH}; by the square it would be 4)")
    return whole > limit or whole > MOST_GROWTH * half


def _told(file: Path, what: str, text: str, limit: float, *, peer: str = "") -> bool:
    """Read what is too much; whether it takes too long, or is taken."""
    file.write_text(text, encoding="utf-8")
    begun = time.process_time()
    try:
        read_scenario(file, methods())
        code = "taken"
    except InputError as error:
        code = error.problems[0].code
    taken = time.process_time() - begun
    begun = time.process_time()
    tomllib.loads(peer or text)
    alone = time.process_time() - begun
    which = "a tenth of it" if peer else "it"
    print(f"{what}: {code} in {taken:.3f} s (at most {limit:.0f}); tomllib alone reads {which} in {alone:.2f} s")
    return taken > limit or code == "taken"


def _folded(file: Path, text: str) -> float:
    file.write_text(text, encoding="utf-8")
    begun = time.process_time()
    scenario = read_scenario(file, methods())
    numbers = itertools.count()
    prepared = prepare(scenario, methods()[scenario.meeting.method], lambda: f"p{next(numbers)}", Series())
    for _ in rehearsing(scenario, prepared.plan, prepared.ids):
        pass
    return time.process_time() - begun


def _turns(count: int) -> str:
    return toml(*(speak(OPENING[number % len(OPENING)], 1, note="Hej") for number in range(count)))


def _lines(count: int) -> str:
    return toml(*(step("board", text="En linje") for _ in range(count)))


def _people(count: int) -> str:
    """All but the family are called the same."""
    more: tuple[Step, ...] = tuple(
        {"id": f"p{number}", "name": "Hanne Bak", "role": "privat"} for number in range(count - len(FAMILY))
    )
    return toml(*(speak(one["id"], 1) for one in more if isinstance(one["id"], str)), people=FAMILY + more)


def _deep(names: int) -> str:
    return ".".join(["a"] * names) + " = 1\n" + toml()


def _unknown(count: int) -> str:
    return "".join(f"k{number} = 1\n" for number in range(count)) + toml()


if __name__ == "__main__":
    sys.exit(main())
