"""The stamp of an approved version, as printed at the foot of every page."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Stamp:
    """The identity of an approved paper: its version from 1, the short hash, the day it was approved."""

    version: int
    short_hash: str
    approved: date
