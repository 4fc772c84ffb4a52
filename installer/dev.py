"""The developer's one command: sets the project up, opens it, tests it, checks it, measures it and builds it.

Run it with any Python 3.11 or newer, from anywhere: `python3 installer/dev.py VERB`. It needs nothing but the standard
library and works on the .venv beside it. Exit code: 0 when everything asked for went well, 1 otherwise.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - said in words, before a newer syntax says it worse
    sys.exit(f"Netværksmøde needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installer.environment import (
    DEV_LOCK,
    PEERS_LOCK,
    ROOT,
    RUNTIME_LOCK,
    SetupProblem,
    ensure_test_tools,
    run_in_venv,
    set_up,
)
from installer.wheel import build_and_try

CHECKS: tuple[tuple[str, ...], ...] = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports", "--no-logo"),
    ("python", "-m", "installer.translations", "check"),
)
# As many tests at once as there are cores; whoever is idle takes over what another still has to do.
SIDE_BY_SIDE = ("--numprocesses=auto", "--maxprocesses=8", "--dist=worksteal")
# What a test prints, and a debugger, reach the terminal only from a test that runs alone.
ONE_BY_ONE = {"-s", "--pdb"}
LOCK_COMMAND = ("uv", "pip", "compile", "--universal", "--python-version=3.11", "--generate-hashes")


def run(_: Sequence[str]) -> int:
    """Opens the app; without a display it plays the demo meeting unseen into ./netmoede-demo."""
    if has_display():
        return run_in_venv(("netmoede",))
    print("There is no display here: the demo meeting plays itself unseen, and leaves its papers in ./netmoede-demo.")
    sys.stdout.flush()
    return run_in_venv(("netmoede", "demo", "--out", str(ROOT / "netmoede-demo")))


def has_display() -> bool:
    """Whether windows can be seen: only on Linux and its like is that a question."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def test(arguments: Sequence[str]) -> int:
    """Runs the test suite; arguments go to pytest. On Debian as root the tools of some tests are fetched first."""
    ensure_test_tools()
    spread = () if ONE_BY_ONE.intersection(arguments) else SIDE_BY_SIDE
    return run_in_venv(("python", "-m", "pytest", *spread, *arguments))


def lint(_: Sequence[str]) -> int:
    """Runs every check that is not a test, to the end, and names those that failed."""
    failed = []
    for check in CHECKS:
        print(f"== {' '.join(check)}", flush=True)
        if run_in_venv(check) != 0:
            failed.append(" ".join(check))
    print("Failed: " + "; ".join(failed) if failed else f"All {len(CHECKS)} checks passed.")
    return 1 if failed else 0


def bench(arguments: Sequence[str]) -> int:
    """Runs main() of every tests/bench/*_bench.py; with --faults the long fault and fuzz campaigns instead."""
    if "--faults" in arguments:
        rest = [argument for argument in arguments if argument != "--faults"]
        code = run_in_venv(("python", "-m", "pytest", "-m", "campaign", *rest))
        if code == 5:
            print("No test is marked as a campaign.")
        return code
    modules = [path.stem for path in sorted((ROOT / "tests" / "bench").glob("*_bench.py"))]
    if not modules:
        print("There is nothing to measure: no file is called tests/bench/*_bench.py.")
        return 1
    codes = []
    for module in modules:
        print(f"== {module}", flush=True)
        start = f"import sys; from tests.bench.{module} import main; sys.exit(main())"
        codes.append(run_in_venv(("python", "-c", start)))
    return 1 if any(codes) else 0


def translate(_: Sequence[str]) -> int:
    """Brings the .po files up to the sentences in the code; the new ones then wait for their translation."""
    return run_in_venv(("python", "-m", "installer.translations", "update"))


def pictures(arguments: Sequence[str]) -> int:
    """Makes the pictures of the docs without a display; the names of some make only those."""
    return run_in_venv(("python", "-m", "installer.pictures", *arguments))


def holidays(_: Sequence[str]) -> int:
    """Writes resources/holidays anew from the package of that name, after it has been brought up to date."""
    return run_in_venv(("python", "-m", "installer.holidays_table"))


def dates(_: Sequence[str]) -> int:
    """Writes resources/dates anew from Babel, after it has been brought up to date."""
    return run_in_venv(("python", "-m", "installer.date_names"))


def lock(arguments: Sequence[str]) -> int:
    """Writes installer/requirements*.txt anew from pyproject.toml; further arguments go to uv, e.g. `--upgrade`."""
    quiet = ("--quiet", "--no-header", "--no-annotate")
    locks = (
        (RUNTIME_LOCK, ("pyproject.toml",)),
        (DEV_LOCK, ("pyproject.toml", "--group", "dev", "--constraints", str(RUNTIME_LOCK))),
        (PEERS_LOCK, ("--group", "peers")),
    )
    for output, more in locks:
        code = run_in_venv((*LOCK_COMMAND, *quiet, *more, *arguments, "--output-file", str(output)))
        if code != 0:
            return code
    print("The lock files are written; `setup` installs from them.")
    return 0


def package(_: Sequence[str]) -> int:
    """Builds the wheel into dist/ and tries it in a fresh environment of its own."""
    return build_and_try()


def setup(_: Sequence[str]) -> int:
    """Only sets up: afterwards the command `netmoede` lies in .venv."""
    print("The project is set up in .venv.")
    return 0


VERBS: dict[str, Callable[[Sequence[str]], int]] = {
    verb.__name__: verb for verb in (run, test, setup, lint, bench, translate, pictures, holidays, dates, lock, package)
}


def main(arguments: Sequence[str]) -> int:
    """Sets the project up when it is not, then does what the verb says."""
    verbs = "\n".join(f"  {name:<10} {(verb.__doc__ or '').splitlines()[0]}" for name, verb in VERBS.items())
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description=f"Every verb first sets up .venv where that is needed.\n\n{verbs}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("verb", choices=VERBS, metavar="VERB [ARGUMENT …]")
    verb: str = parser.parse_args(arguments[:1]).verb
    try:
        set_up()
        return VERBS[verb](arguments[1:])
    except SetupProblem as problem:
        print(f"dev.py: {problem}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
