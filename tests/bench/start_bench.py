"""How long `netmoede --help` takes, against a Python that only loads what any such program needs, and what it loads.

Whole processes are measured, in turn. The control is a process that imports SQLModel: if it were not much slower than
the help, the help would be loading as much.
"""

import statistics
import subprocess
import sys
import time

#: Never loaded before they are needed: together they cost most of a second.
HEAVY = ("sqlmodel", "sqlalchemy", "reportlab", "PySide6", "babel")
MOST_TIMES_FLOOR = 2.0
RUNS = 15
_HELP = "import sys; sys.argv = ['netmoede', '--help']; from netmoede_desktop.app.main import main; main()"
_LOOK = (
    "import atexit, sys; atexit.register(lambda: print(*sorted({name.split('.')[0] for name in sys.modules}), "
    "file=sys.stderr)); "
)


def main() -> int:
    """Measure, print, and return 1 when a target is missed."""
    ways = {
        "bare python": "pass",
        "floor: standard library": "import argparse, dataclasses, datetime, gettext, pathlib, re",
        "netmoede --help": _HELP,
        "control: import sqlmodel": "import sqlmodel",
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(RUNS):
        for name, program in ways.items():
            times[name].append(_timed(program))
    bare, floor, asked, heavy = (statistics.median(values) for values in times.values())
    for name, values in times.items():
        print(f"{name:<26} median {statistics.median(values) * 1e3:7.1f} ms   ({min(values) * 1e3:.1f} at best)")
    loaded = _loaded()
    print(f"help / floor               {asked / floor:.2f} x (target {MOST_TIMES_FLOOR})   n={RUNS}")
    print(f"help / bare python         {asked / bare:.1f} x")
    print(f"of {', '.join(HEAVY)} it loads: {', '.join(loaded) or 'none'}")
    return 1 if loaded or asked > MOST_TIMES_FLOOR * floor or heavy < 1.5 * asked else 0


def _timed(program: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)
    return time.perf_counter() - start


def _loaded() -> list[str]:
    done = subprocess.run([sys.executable, "-c", _LOOK + _HELP], check=True, capture_output=True, text=True)
    return [name for name in HEAVY if name in done.stderr.split()]


if __name__ == "__main__":
    sys.exit(main())
