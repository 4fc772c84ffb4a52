"""The stamp of an approved version, as it stands at the foot of every page."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells an approved paper from all others: its version from 1, the short hash, the day it was approved."""

    version: int
    short_hash: str
    approved: date
