"""The people round the table as the mødeleder sees them, and who of them has the word."""

from collections.abc import Mapping
from operator import attrgetter

from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.state import MeetingState, SentWords, Turn
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.methods.speaking_order import heard_when_away
from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.services.meeting.timetable import local
from netmoede_desktop.services.meeting.view.values import SeatView, SpeakerView

#: Which of a person's turns in a round tells how it went for them, the first that holds.
_TELLING = (
    TurnState.SPEAKING,
    TurnState.WAITING,
    TurnState.LATER,
    TurnState.SPOKEN,
    TurnState.READ_ALOUD,
    TurnState.PASSED,
    TurnState.GONE,
)
#: A turn that lets its person count as heard, as the referat does: *pas* is an answer too.
_HEARD = frozenset({TurnState.SPEAKING, TurnState.SPOKEN, TurnState.PASSED, TurnState.READ_ALOUD})


def seats_view(
    state: MeetingState,
    names: Mapping[str, str],
    people: tuple[Person, ...],
    order: tuple[str, ...],
    turns: Mapping[str, TurnState],
    heard: frozenset[str],
) -> tuple[SeatView, ...]:
    """Return the people as the mødeleder sees them: `people` as they sit, `order` as they will be offered the word.

    `turns` is their state in the round, and `heard` of whom something has been heard.
    """
    places = {person: place for place, person in enumerate(order, start=1)}
    floor, speaking = state.floor, state.speaking()
    speaker = None if speaking is None else speaking.person
    remark = None if floor is None else floor.remark
    return tuple(
        SeatView(
            person=person.id,
            name=names[person.id],
            full_name=person.name,
            relation=person.relation,
            role=person.role,
            network=person.network,
            has_turn=person.has_turn,
            attendance=state.presence[person.id].attendance,
            here=state.presence[person.id].here,
            turn=turns.get(person.id),
            speaking=person.id == speaker,
            remarking=person.id == remark,
            next_in=places.get(person.id),
            through_interpreter=person.through_interpreter,
            heard_when_away=heard_when_away(person) or queries.sent_words(state, person.id) is not None,
            place=person.place,
            called=person.called,
            heard=person.id in heard,
            words=words_of(state, person.id).text,
            words_by=words_of(state, person.id).reader,
            read_aloud=queries.is_read_aloud(state, person.id),
        )
        for person in people
    )


def words_of(state: MeetingState, person: str) -> SentWords:
    """Return what a person has sent, nothing where they have not."""
    return state.words.get(person, SentWords())


def heard(state: MeetingState) -> frozenset[str]:
    """Return the ids of those who have had the word somewhere, or whose words are written down."""
    spoken = {turn.person for turns in state.rounds.values() for turn in turns if turn.state in _HEARD}
    return frozenset(spoken | {key.person for key, note in state.capture.notes.items() if note.text})


def seated(state: MeetingState) -> tuple[Person, ...]:
    """Return the people in the order of their seats."""
    return tuple(sorted(state.people.values(), key=attrgetter("seat")))


def round_states(state: MeetingState) -> dict[str, TurnState]:
    """Return the state of each person in the current round; empty where the word is not given in turn."""
    if not state.current_part().has_turns:
        return {}
    states: dict[str, TurnState] = {}
    for turn in state.rounds.get(state.part, ()):
        before = states.get(turn.person)
        if before is None or _TELLING.index(turn.state) < _TELLING.index(before):
            states[turn.person] = turn.state
    return states


def speaker_view(state: MeetingState, names: Mapping[str, str]) -> SpeakerView | None:
    """Return who has the word, or None."""
    floor, turn = state.floor, state.speaking()
    if floor is None or turn is None:
        return None
    person = state.people[turn.person]
    return SpeakerView(
        person=person.id,
        name=names[person.id],
        relation=person.relation,
        since=local(state, floor.since),
        budget=turn.budget,
        rests=floor.rests,
        let_run=turn.let_run,
        read_by=turn.read_by,
        reader=reader_of(turn, names),
        remark=None if floor.remark is None else names[floor.remark],
        interpreting=floor.interpreting,
        through_interpreter=person.through_interpreter,
        note=floor.note,
        words="" if turn.read_by is None else words_of(state, person.id).text,
    )


def reader_of(turn: Turn, names: Mapping[str, str]) -> str:
    """Return the name of who reads the turn's words aloud, "" for none."""
    return "" if turn.read_by is None else names[turn.read_by]
