"""The vault's dependencies on the world, handed in: clock, chance, cost of a guess, kind of disk."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from netmoede_desktop.storage.keys.key_slots import KdfParameters
from netmoede_desktop.storage.vault_folder import FileSystemOf, file_system_type


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The seams of storage. `clock` returns an aware UTC instant, `random_bytes` that many unguessable bytes.

    `kdf` is the cost of new passphrase slots; a slot that exists is opened with its own.
    """

    clock: Callable[[], datetime]
    random_bytes: Callable[[int], bytes]
    kdf: KdfParameters
    file_system_of: FileSystemOf

    @classmethod
    def of_this_machine(cls, clock: Callable[[], datetime]) -> "Surroundings":
        """The real ones, with the caller's clock."""
        return cls(clock=clock, random_bytes=os.urandom, kdf=KdfParameters(), file_system_of=file_system_type)
