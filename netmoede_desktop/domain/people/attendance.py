"""Where a person is during a meeting."""

from enum import StrEnum


class Attendance(StrEnum):
    """Where a person is: the roll call and what came after it."""

    PRESENT = "til stede"
    ABSENT = "kom ikke"
    ARRIVED_LATE = "kom senere"
    LEFT_EARLY = "gik før"
    SENT_WORDS = "sendte ord"
