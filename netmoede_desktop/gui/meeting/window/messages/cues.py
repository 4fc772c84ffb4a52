"""Cues of the time for the mødeleder: once when a turn is over, once 30 seconds later, then never again; and once
when the time of a pause is over.

No one else gets them, nothing blinks, and no turn is cut off (R095).
"""

from dataclasses import dataclass
from enum import Enum, auto

from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingView, PauseView, SpeakerView

#: Seconds over its time after which a turn is spoken of a second and last time.
STILL_OVER_AFTER = 30.0


class Cue(Enum):
    """A notice of the time to the mødeleder."""

    TIME_UP = auto()
    STILL_OVER = auto()
    PAUSE_DUE = auto()
    PAUSE_OVER = auto()


@dataclass(frozen=True, slots=True)
class _CueState:
    """The cues given in one turn."""

    turn: object = None
    times: int = 0


class Cues:
    """Remembers what has been said. Asked as often as the clocks are; asking late only makes it say less."""

    def __init__(self) -> None:
        self._announced = _CueState()
        self._pause_spoken_of = False
        self._pause_over: PauseView | None = None

    def at(self, view: MeetingView, reading: ClockReading) -> Cue | None:
        """Return what to tell the mødeleder now, or None: nothing while it is not known what time to count."""
        if view.gap is not None:
            return None
        if reading.pause_due is not self._pause_spoken_of:
            self._pause_spoken_of = reading.pause_due
            if reading.pause_due:
                return Cue.PAUSE_DUE
        if reading.pause_left is not None and reading.pause_left <= 0 and view.pause != self._pause_over:
            self._pause_over = view.pause
            return Cue.PAUSE_OVER
        if view.speaker is None or view.pause is not None or reading.turn_state is None:
            return None
        if not reading.turn_budget:
            return None  # the others have used the part's time: it is not for this person to round off
        return self._of_turn(view.speaker, reading.turn_left)

    def _of_turn(self, speaker: SpeakerView, left: float | None) -> Cue | None:
        turn = speaker.note
        if self._announced.turn != turn:
            self._announced = _CueState(turn)
        if left is None or left > 0:
            self._announced = _CueState(turn)
            return None
        if left <= -STILL_OVER_AFTER and self._announced.times < 2:
            self._announced = _CueState(turn, 2)
            return Cue.STILL_OVER
        if self._announced.times < 1:
            self._announced = _CueState(turn, 1)
            return Cue.TIME_UP
        return None


def cue_sentence(cue: Cue, view: MeetingView, pause_key: str, t: Translator) -> str:
    """Return the sentence of a cue."""
    name = "" if view.speaker is None else view.speaker.name
    match cue:
        case Cue.TIME_UP:
            return t.gettext("{name} har brugt sin tid. Rund roligt af.").format(name=name)
        case Cue.STILL_OVER:
            return t.gettext("{name} er et halvt minut over. Programmet siger ikke mere om det.").format(name=name)
        case Cue.PAUSE_DUE:
            return t.gettext("Der er gået halvanden time uden pause. {key} holder pause.").format(key=pause_key)
        case Cue.PAUSE_OVER:
            return t.gettext("Pausetiden er gået. {key} slutter pausen.").format(key=pause_key)


def acute_sentence(number: str, t: Translator) -> str:
    """Return whom to ring at acute concern; without a number, where it is to be filled in."""
    if number:
        return t.gettext("Akut bekymring for et barn: ring {number}").format(number=number)
    return t.gettext("Kommunens nummer ved akut bekymring er ikke skrevet ind. Skriv det under Indstillinger.")
