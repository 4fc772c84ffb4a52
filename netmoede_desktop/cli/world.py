"""What the command line needs of the machine, handed in by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from netmoede_desktop.localization.catalogue import Translator


@dataclass(frozen=True, slots=True)
class World:
    """The seams. `default_profile` is asked only when no profile is named; `sleep` takes seconds."""

    now: Callable[[], datetime]
    sleep: Callable[[float], None]
    default_profile: Callable[[], Path]
    translator: Translator
