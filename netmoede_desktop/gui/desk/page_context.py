"""What a page of the open app gets: the vault, the methods, the clock, the lane, and how things look and are said."""

from dataclasses import dataclass
from pathlib import Path

from netmoede_desktop.gui.system.lane import Lane
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.conducting import Clock
from netmoede_desktop.services.methods.method_files import Methods
from netmoede_desktop.storage.vault import Vault


@dataclass(frozen=True, slots=True)
class PageContext:
    """One open app. A page keeps it and asks the services with it; slow asking goes through the lane."""

    profile: Path
    vault: Vault
    methods: Methods
    clock: Clock
    lane: Lane
    look: Look
    t: Translator
