"""Whether the first screen and the list of sager take as long with 100,000 meetings as with 100.

The rows are put straight into the store, with short plans, so that making them takes seconds; no list reads a plan. The
control asks for the running meeting without the index: if that were as quick, the size would not matter to anything.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.cases.cases import list_cases
from netmoede_desktop.services.cases.overview import overview
from netmoede_desktop.services.methods.method_files import load_methods
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import CHEAP, PASSPHRASE

MOST_TIMES_SMALL = 2.0
RUNS = 15
#: Few, but enough to fill every page that is shown.
_FEW, _MANY = 100, 100_000
_MEETINGS_PER_CASE = 5
_NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_FACTS = '{"form":1,"agreements":[{"number":1,"text":"Ringer","owner":null,"owner_name":"","due":"2026-11-24"}]}'


def main() -> int:
    """Measure, print, and return 1 when a target is missed."""
    methods = load_methods(resource_folder() / "methods")
    world = replace(Surroundings.of_this_machine(lambda: datetime.now(UTC)), kdf=CHEAP)
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        for count in (_FEW, _MANY):
            vault, _ = Vault.create(Path(folder) / f"profil-{count}", PASSPHRASE, world)
            with vault:
                _fill(vault, count)
                asked: dict[str, Callable[[], object]] = {
                    "first screen": lambda: overview(vault, methods, _NOW),  # noqa: B023
                    "list of sager": lambda: list_cases(vault, _NOW),  # noqa: B023
                    "sager with a text": lambda: list_cases(vault, _NOW, wanted="M-7"),  # noqa: B023
                    "control: no index": lambda: _without_index(vault),  # noqa: B023
                }
                for name, ask in asked.items():
                    times.setdefault(name, []).append(_median(ask))
    missed = 0
    for name, (few, many) in times.items():
        print(f"{name:<20} {few * 1e3:8.2f} ms with {_FEW}   {many * 1e3:8.2f} ms with {_MANY:,}   {many / few:7.2f} x")
    small, large = times["first screen"]
    missed += large > MOST_TIMES_SMALL * small
    control_small, control_large = times["control: no index"]
    missed += control_large < 10 * control_small
    print(f"first screen: target {MOST_TIMES_SMALL} x   n={RUNS}; the control must grow")
    return missed


def _fill(vault: Vault, count: int) -> None:
    plain = vault._connection.plain
    plain.execute("BEGIN")
    cases = [(f"c{number}", f"M-{number}", "Ida", "[]", f"2026-01-01T00:00:00.{number:06}+00:00")
             for number in range(count // _MEETINGS_PER_CASE)]  # fmt: skip
    plain.executemany("INSERT INTO case_file (id, reference, child, languages, created) VALUES (?, ?, ?, ?, ?)", cases)
    plain.executemany(
        "INSERT INTO meeting VALUES (?, ?, 'din-1', 1, ?, 120, 'Biblioteket', '', NULL, ?, ?, 1)", _meetings(count)
    )
    plain.execute("UPDATE outcome SET approved = 1 WHERE rowid % 100 > 0")
    plain.execute("UPDATE outcome SET facts = ?", (_FACTS,))
    plain.execute("COMMIT")


def _meetings(count: int) -> Iterator[tuple[object, ...]]:
    """Half of them held, half of them to come, one that runs."""
    first = datetime(2026, 11, 23, 8, 0) - timedelta(hours=count // 2)  # noqa: DTZ001 – local wall times
    for number in range(count):
        starts = first + timedelta(hours=number)
        state = "afsluttet" if number < count // 2 else "planlagt"
        state = "i gang" if number == count // 2 else state
        yield f"m{number}", f"c{number // _MEETINGS_PER_CASE}", starts.isoformat(timespec="microseconds"), "{}", state


def _without_index(vault: Vault) -> object:
    statement = "SELECT id FROM meeting NOT INDEXED WHERE state = 'i gang'"
    return vault._connection.plain.execute(statement).fetchall()


def _median(ask: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        ask()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
