"""`netmoede` as a program of its own with cheap keys: `python -m tests.journeys.player [late] ARGUMENTS`.

With `late` it breaks its promise: steps are told first and stored later. That is the control, which has to lose some.
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from netmoede_desktop.cli.main import run
from netmoede_desktop.cli.world import World
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.meeting.meeting_journal import Change
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault
from tests.storage.vaults import surroundings

LATE = "late"
_HELD_BACK = 5


def _held_back(append: Callable[[Vault, str, Change], None]) -> Callable[[Vault, str, Change], None]:
    waiting: list[Change] = []

    def later(vault: Vault, meeting: str, change: Change) -> None:
        waiting.append(change)
        if len(waiting) > _HELD_BACK:
            while waiting:
                append(vault, meeting, waiting.pop(0))

    return later


def main(arguments: list[str]) -> int:
    """Run the command line in the real clock's time."""
    Surroundings.of_this_machine = surroundings  # type: ignore[method-assign]
    if arguments[0] == LATE:
        arguments = arguments[1:]
        meeting_journal.append = _held_back(meeting_journal.append)  # type: ignore[assignment]
    return run(arguments, World(lambda: datetime.now(UTC), time.sleep, lambda: Path("intet"), load("da")))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
