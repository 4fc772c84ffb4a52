"""The dependencies of a page of the open app: vault, methods, clock, lane, look and language."""

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
    """The context of one open app. A page keeps it for its service calls; slow ones run in the lane."""

    profile: Path
    vault: Vault
    methods: Methods
    clock: Clock
    lane: Lane
    look: Look
    t: Translator
