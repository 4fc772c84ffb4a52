"""The labels of *fortryd* and *gendan*: each act named after its most telling event."""

from collections.abc import Mapping
from dataclasses import replace

from netmoede_desktop.domain.meeting import events as ev
from netmoede_desktop.domain.meeting.evolve.dispatch import evolve
from netmoede_desktop.domain.meeting.history import History, UndoableAct
from netmoede_desktop.domain.meeting.state import MeetingState
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.services.meeting.view.values import UndoLabel

#: Events that only go with another one in an act, the most telling first: the act is named after the other.
_COMPANIONS: tuple[type[ev.Event], ...] = (
    ev.PersonArrived,
    ev.PartEntered,
    ev.NoteWritten,
    ev.TopicParked,
    ev.PauseEnded,
    ev.RemarkEnded,
    ev.InterpreterEnded,
    ev.WordRested,
    ev.GapCounted,
    ev.RuleOverridden,
    ev.RoundReordered,
    ev.RoundOpened,
    ev.TurnAdded,
    ev.TurnEnded,
)
_WORD_OF_A_TURN = (TurnState.PASSED, TurnState.LATER)


def undo_label(history: History, names: Mapping[str, str]) -> UndoLabel | None:
    """Return what undo would take back now, or None where it would be refused."""
    if history.state.ended is not None or not history.steps:
        return None
    return _named(history.steps[-1], history.state, names)


def redo_label(history: History, names: Mapping[str, str]) -> UndoLabel | None:
    """Return what redo would bring again now, or None where it would be refused."""
    if history.state.ended is not None or not history.undone:
        return None
    return _named(history.undone[-1].step, history.state, names)


def _named(step: UndoableAct, now: MeetingState, names: Mapping[str, str]) -> UndoLabel:
    return replace(_told(step, now, names), act=step.act)


def _told(step: UndoableAct, now: MeetingState, names: Mapping[str, str]) -> UndoLabel:
    place = min(range(len(step.events)), key=lambda index: (_rank(step.events[index]), -index))
    event = step.events[place]
    match event:
        case ev.WordGiven(part=part, index=index):
            return _label(event, _turn_name(_state_after(step, place), part, index, names))
        case ev.TurnSettled(part=part, index=index, state=turn):
            return _label(event, _turn_name(_state_after(step, place), part, index, names), turn=turn)
        case ev.TurnMoved():
            speaking = _state_after(step, place).speaking()
            return _label(event, "" if speaking is None else names.get(speaking.person, ""))
        case ev.PlanAdjusted(dropped=dropped, extra_minutes=minutes):
            return _label(event, "".join(_title(now, part) for part in dropped[:1]), minutes or None)
        case _:
            label = _plain_label(now, event, names)
            return replace(label, corrected=_corrects(_state_after(step, place - 1), event))


def _plain_label(state: MeetingState, event: ev.Event, names: Mapping[str, str]) -> UndoLabel:
    """Return the label of an event, from its fields."""
    match event:
        case (
            ev.RemarkBegan(person=person)
            | ev.NoteWritten(person=person)
            | ev.ReservationMade(person=person)
            | ev.PersonArrived(person=person)
            | ev.PersonLeft(person=person)
            | ev.ChildPlaceChosen(person=person)
            | ev.WordsKept(person=person)
        ):
            return _label(event, names.get(person, ""))
        case ev.PersonAdded(person=added):
            return _label(event, names.get(added.id, added.called))
        case ev.PartEntered(part=part):
            return _label(event, _title(state, part))
        case (
            ev.AgreementWritten(number=number)
            | ev.AgreementDropped(number=number)
            | ev.AgreementAnswered(number=number)
            | ev.StatusGiven(number=number)
        ):
            return _label(event, number=number)
        case _:
            return _label(event)


def _label(event: ev.Event, name: str = "", number: int | None = None, turn: TurnState | None = None) -> UndoLabel:
    return UndoLabel(type(event).__name__, name, number, turn)


def _rank(event: ev.Event) -> int:
    """The lower, the better the event names its act. Leaving somebody out or in only follows from another."""
    if isinstance(event, ev.TurnSettled) and event.state not in _WORD_OF_A_TURN:
        return len(_COMPANIONS) + 1
    return next((place for place, kind in enumerate(_COMPANIONS, start=1) if isinstance(event, kind)), 0)


def _state_after(step: UndoableAct, place: int) -> MeetingState:
    """The state right after one event of the act: places in a round are those of that moment."""
    state = step.before
    for event in step.events[: place + 1]:
        state = evolve(state, event)
    return state


def _corrects(before: MeetingState, event: ev.Event) -> bool:
    """Return True if the event rewords an existing text."""
    match event:
        case ev.AgreementWritten(number=number):
            return number in before.capture.agreements
        case ev.AgreementAnswered(text=text):
            return text is not None
        case ev.BoardWritten(index=index):
            return index is not None
        case ev.FollowUpSet():
            return before.capture.follow_up is not None
        case _:
            return False


def _turn_name(state: MeetingState, part: str, index: int, names: Mapping[str, str]) -> str:
    return names.get(state.rounds[part][index].person, "")


def _title(state: MeetingState, part: str) -> str:
    return next((known.title for known in state.parts if known.id == part), "")
