"""An øvemøde: the shipped family's meeting, planned for now in a vault of its own that is thrown away afterwards.

The vault is in a temporary folder under a random key that is kept nowhere: the remains of a killed program cannot be
read, and the next øvemøde deletes them.
"""

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from netmoede_desktop.services.methods.method_files import Methods
from netmoede_desktop.services.scenarios.plan_from_scenario import Series, prepare, save
from netmoede_desktop.services.scenarios.scenario_file import read_scenario
from netmoede_desktop.services.vaults.vaults import TemporaryOpener
from netmoede_desktop.storage.failures import translated
from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.problems import StorageProblem
from netmoede_desktop.storage.single_instance import InstanceLock
from netmoede_desktop.storage.surroundings import Surroundings
from netmoede_desktop.storage.vault import Vault

#: By which an øvemøde that a killed program left is known among the temporary folders.
PREFIX = "netmoede-oevemoede-"


@dataclass(frozen=True, slots=True)
class RehearsalMeeting:
    """The open vault of an øvemøde, and the id of its one meeting, which has not begun."""

    folder: Path
    vault: Vault
    meeting: str

    def close(self) -> None:
        """Close the vault and delete its folder. Idempotent; a file that the system holds on to raises nothing."""
        with contextlib.suppress(StorageProblem):
            self.vault.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def open_rehearsal(scenario: Path, methods: Methods, clock: Callable[[], datetime]) -> RehearsalMeeting:
    """Plan the scenario's meeting for now, in a new throw-away vault; its steps are left out, they are for the user.

    `methods` are the shipped ones: a municipality's own may have dropped the one the family meets by. Raises InputError
    for the scenario, or a `StorageProblem`; the folder is then deleted.
    """
    told = read_scenario(scenario, methods)
    delete_abandoned()
    with translated():
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    opener = TemporaryOpener(folder, None, Surroundings.of_this_machine(clock))
    try:
        vault = opener.create(lambda _: None)
        try:
            ready = prepare(told, methods[told.meeting.method], vault.new_id, Series())
            starts = clock().astimezone().replace(second=0, microsecond=0)
            meeting = save(vault, told, replace(ready.plan, starts=starts), clock())
        except BaseException:
            vault.close()
            raise
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return RehearsalMeeting(folder, vault, meeting)


def delete_abandoned() -> None:
    """Delete what killed programs have left of their øvemøder. One that is open in another program stays."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        layout = Layout(folder)
        with contextlib.suppress(StorageProblem, OSError):
            if not folder.is_symlink() and layout.has_vault:
                InstanceLock.acquire(layout.lock).release()
                shutil.rmtree(folder, ignore_errors=True)
