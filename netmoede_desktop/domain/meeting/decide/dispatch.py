"""Turning a command into events, or refusing it. Pure: the same state, command and instant give the same events."""

from datetime import datetime

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.decide.capture import decide_capture
from netmoede_desktop.domain.meeting.decide.frame import decide_frame
from netmoede_desktop.domain.meeting.decide.word import decide_word
from netmoede_desktop.domain.meeting.draft import Draft
from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.domain.refusal import Refused

#: What can be asked before the meeting has started: the roll call may find someone who was not expected.
_BEFORE_START = cmd.StartMeeting | cmd.AddPerson | cmd.MoveSeats | cmd.ChoosePlace | cmd.KeepSentWords


def decided(state: MeetingState, command: cmd.Command, now: datetime) -> Draft:
    """Return the events the command causes at `now` (aware), and the state they lead to.

    Raises `Refused` where a rule forbids it. A meeting never goes back in time: an instant before the last that
    happened counts as that one, so that a clock set back while the app was down takes nothing from anybody.
    """
    if state.ended is not None:
        raise Refused("meeting_ended")
    if state.started is None and not isinstance(command, _BEFORE_START):
        raise Refused("not_started")
    draft = Draft(state, max(now, state.last_at or now))
    if isinstance(command, cmd.WordCommand):
        decide_word(draft, command)
    elif isinstance(command, cmd.CaptureCommand):
        decide_capture(draft, command)
    else:
        decide_frame(draft, command)
    return draft
