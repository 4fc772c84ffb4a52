"""Evidence only a person can give: the words, by whom and when. There is no such thing as a tick."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Said:
    """The words, who asked or told (free text, a name), and the day; each may be missing while it is written."""

    by: str = ""
    on: date | None = None
    text: str = ""

    @property
    def known(self) -> bool:
        """Whether somebody is named and the day is."""
        return bool(self.by) and self.on is not None

    def by_day(self, day: date) -> bool:
        """Return True if it is known who and when, and the day had come by then: one ahead is an intention."""
        return self.known and self.on is not None and self.on <= day
