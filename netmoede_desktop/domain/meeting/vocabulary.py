"""The words of a meeting: the states of a turn, and the quick marks of a note."""

from enum import StrEnum


class TurnState(StrEnum):
    """The state of one turn; the values are those of `meeting.json`."""

    WAITING = "venter"
    SPEAKING = "taler"
    SPOKEN = "talt"
    PASSED = "pas"
    LATER = "senere"
    READ_ALOUD = "læst op"
    GONE = "gået"


class Mark(StrEnum):
    """A quick mark on a note."""

    RESOURCE = "ressource"
    CONCERN = "bekymring"
    WISH = "ønske"
