"""How long a press takes until it is durable, against a bare commit of the same store in the same run.

Both are measured in turn, press by press, through the real `Conducting` in a meeting of twenty people. Run by
`dev.py bench`. The control commits with synchronous=OFF: if it were no faster, the floor would measure no disk.
"""

import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.meeting.conducting import Conducting
from netmoede_desktop.services.methods.method_files import load_methods
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.storage.database.driver import Driver
from netmoede_desktop.storage.keys.key_slots import KdfParameters
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault

MOST_TIMES_RAW = 2.5
MOST_TIMES_RAW_P99 = 10.0
RUNS = 9
_ROW = (1, "WordGiven", "2026-11-23T16:00:00.123456+00:00", '{"part":"d2","index":3,"budget":30.0}')


class _WallClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


def main() -> int:
    """Measure, print, and return 1 when a target is missed."""
    cheap = KdfParameters(passes=1, memory_kib=8 * 1024, lanes=1)
    surroundings = replace(Surroundings.of_this_machine(lambda: datetime.now(UTC)), kdf=cheap)
    presses: list[float] = []
    commits: list[float] = []
    careless: list[float] = []
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        vault, _ = Vault.create(Path(folder) / "profile", "tyve mennesker rundt om et bord", surroundings)
        with vault:
            commit = _bare_commit(vault)
            for _ in range(RUNS):
                _one_meeting(vault, commit, presses, commits)
            vault._connection.plain.execute("PRAGMA synchronous=OFF")
            careless += [_timed(commit) for _ in range(200)]
    return _report(presses, commits, careless)


def _one_meeting(vault: Vault, commit: Callable[[], None], presses: list[float], commits: list[float]) -> None:
    methods = load_methods(resource_folder() / "methods")
    scenario = read_scenario(resource_folder() / "scenarios" / "tyve-personer.toml", methods)
    prepared = prepare(scenario, methods[scenario.meeting.method], vault.new_id, Series())
    conducting = Conducting(vault, save(vault, scenario, prepared.plan, datetime.now(UTC)), _WallClock())
    conducting.do(cmd.StartMeeting())
    for _ in itertools.count():
        try:
            presses.append(_timed(lambda: conducting.do(cmd.GoOn())))
        except Refused:
            return
        commits.append(_timed(commit))


def _bare_commit(vault: Vault) -> Callable[[], None]:
    plain: Driver = vault._connection.plain
    plain.execute("CREATE TABLE bench (seq INTEGER PRIMARY KEY, act INTEGER, name TEXT, at TEXT, payload TEXT)")
    plain.commit()

    def commit() -> None:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("INSERT INTO bench (act, name, at, payload) VALUES (?, ?, ?, ?)", _ROW)
        plain.commit()

    return commit


def _timed(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def _report(presses: list[float], commits: list[float], careless: list[float]) -> int:
    press, commit = statistics.median(presses), statistics.median(commits)
    slowest = statistics.quantiles(presses, n=100)[98]
    print(f"press until durable     median {press * 1e3:6.2f} ms   p99 {slowest * 1e3:6.2f} ms   n={len(presses)}")
    print(f"bare commit             median {commit * 1e3:6.2f} ms")
    print(f"control, no fsync       median {statistics.median(careless) * 1e3:6.2f} ms   (must be well below)")
    print(f"press / bare commit     {press / commit:.2f} x (target {MOST_TIMES_RAW}), p99 {slowest / commit:.1f} x")
    failed = press > MOST_TIMES_RAW * commit or slowest > MOST_TIMES_RAW_P99 * commit
    return 1 if failed or statistics.median(careless) > 0.8 * commit else 0


if __name__ == "__main__":
    sys.exit(main())
