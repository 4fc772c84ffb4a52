"""A note is never replaced by another act: each time the word is given it has a note of its own."""

from hypothesis import given, settings
from hypothesis import strategies as st

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.history import Entry, History, begin, replay
from netmoede_desktop.domain.meeting.state import NoteKey
from netmoede_desktop.domain.meeting.vocabulary import Mark
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.meeting.acts import Act
from netmoede_desktop.storage.journal.event_codec import decode_event
from tests.domain.meeting.random_meetings import RandomMeeting
from tests.domain.meeting.script import Told, kept_and_read, replayed

SEEDS = st.integers(0, 2**32 - 1)


def notes(told: Told) -> list[tuple[str, str, Mark | None]]:
    return [(note.person, note.text, note.mark) for note in record(told.history).notes]


def in_round() -> Told:
    return Told().starts().enters("åbning")


def test_a_turn_that_was_put_off_after_a_note_has_a_new_one_when_it_comes_back() -> None:
    told = in_round().gives("mikkel").notes("mikkel", "A første ord", mark=Mark.WISH).defers("mikkel")
    told.gives("lone", "mikkel").notes("mikkel", "B andre ord")
    assert notes(told) == [("mikkel", "A første ord", Mark.WISH), ("mikkel", "B andre ord", None)]
    assert replayed(told) == told.history


def test_who_left_after_a_note_and_came_back_has_a_new_one() -> None:
    told = in_round().gives("peter").notes("peter", "A").defers("peter").does(cmd.Leave("peter"))
    told.does(cmd.Arrive("peter")).gives("peter").notes("peter", "B")
    assert [text for _, text, _ in notes(told)] == ["A", "B"]


def test_a_round_that_begins_anew_takes_no_note_with_it() -> None:
    told = in_round().gives("peter").notes("peter", "A").defers("peter").does(cmd.Leave("peter"))
    told.does(cmd.MoveSeats(tuple(reversed(tuple(told.state.people))))).does(cmd.Arrive("peter"))
    told.gives("peter").notes("peter", "B", added=True)
    assert [text for _, text, _ in notes(told)] == ["A", "B"]


def test_det_var_moves_only_what_was_said_this_time() -> None:
    told = in_round().gives("mikkel").notes("mikkel", "A").defers("mikkel").gives("lone", "mikkel")
    told.notes("mikkel", "B", mark=Mark.CONCERN).does(cmd.ItWas("peter"))
    assert notes(told) == [("mikkel", "A", None), ("peter", "B", Mark.CONCERN)]
    told.does(cmd.ItWas("mikkel")).notes("mikkel", "B igen").gives("peter").notes("peter", "C")
    assert [(person, text) for person, text, _ in notes(told)] == [
        ("mikkel", "A"),
        ("mikkel", "B igen"),
        ("peter", "C"),
    ]


def test_det_var_somebody_who_has_a_note_leaves_both() -> None:
    told = in_round().gives("lone").notes("lone", "A", mark=Mark.WISH).defers("lone").gives("mikkel")
    told.notes("mikkel", "B").does(cmd.ItWas("lone"))
    assert notes(told) == [("lone", "A", Mark.WISH), ("lone", "B", None)]


def test_what_was_typed_in_a_turn_that_is_undone_is_there_when_the_word_is_given_again() -> None:
    told = in_round().gives("mikkel").notes("mikkel", "Jeg er").undoes().gives("mikkel")
    assert told.state.floor is not None and told.state.floor.note == NoteKey("åbning", "mikkel", 0)
    told.notes("mikkel", "Jeg er glad")
    assert [text for _, text, _ in notes(told)] == ["Jeg er glad"]


def test_what_is_read_aloud_twice_stands_twice() -> None:
    told = in_round()
    for text in ("A", "B"):
        told.does(cmd.ReadAloud("lone", "maja")).notes("lone", text, read_by="maja")
    assert [text for _, text, _ in notes(told)] == ["A", "B"]


def test_a_note_that_is_added_stands_beside_the_one_there_is_and_moves_with_the_turn() -> None:
    told = in_round().notes("mikkel", "Skrevet i forvejen").gives("mikkel").notes("mikkel", "Sagt", added=True)
    assert [text for _, text, _ in notes(told)] == ["Skrevet i forvejen", "Sagt"]
    told.does(cmd.ItWas("lone"))
    assert [(person, text) for person, text, _ in notes(told)] == [("mikkel", "Skrevet i forvejen"), ("lone", "Sagt")]


def test_a_note_of_an_old_journal_is_the_first_of_its_turn() -> None:
    told = in_round().gives("mikkel").defers("mikkel").gives("mikkel")
    old = decode_event("NoteWritten", told.now, {"part": "åbning", "person": "mikkel", "turn": 0, "text": "A"})
    history = replay(told.plan, [*told.journal, Entry(len(told.journal) + 1, None, old)])
    assert history.state.capture.notes[NoteKey("åbning", "mikkel", 0)].text == "A"


class Noting(RandomMeeting):
    """A random meeting in which every turn is noted, as a scenario does it, or as it is typed in the window."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._count = 0

    def word(self) -> str:
        self._count += 1
        return f"ord{self._count}."

    def note(self, history: History) -> cmd.WriteNote:
        """What the window types: in the open note, after what is seen there."""
        floor = history.state.floor
        if floor is None:
            return cmd.WriteNote(self.person(history), self.word(), turn=0, added=True)
        seen = history.state.capture.notes.get(floor.note)
        text = f"{seen.text} {self.word()}" if seen is not None else self.word()
        key = floor.note
        return cmd.WriteNote(key.person, text, None if seen is None else seen.mark, key.part, key.turn, again=key.again)

    def speaks(self, history: History) -> History:
        """`speak` or `read_aloud` of a scenario with a note, as one act; refused, nothing has changed."""
        act, who = Act(history), self.person(history)
        read = self.chance.random() < 0.3
        try:
            act.do(cmd.ReadAloud(who, self.person(history)) if read else cmd.GiveWord(who), self.now)
            act.do(cmd.WriteNote(who, self.word(), self.chance.choice((None, *Mark)), added=True), self.now)
        except Refused:
            return history
        self.journal += act.change().entries
        return act.history


def _written(entries: list[Entry], history: History) -> set[str]:
    """Every word ever written, but those of acts that were taken back and those of people who are not there."""
    undone = {getattr(entry.event, "act", None) for entry in entries if type(entry.event).__name__ == "Undone"}
    found: set[str] = set()
    for entry in entries:
        text, person = getattr(entry.event, "text", None), getattr(entry.event, "person", None)
        stands = entry.act is None or entry.act not in undone
        if type(entry.event).__name__ == "NoteWritten" and stands and person in history.state.people:
            found |= {word for word in str(text).split() if word.startswith("ord")}
    return found


@given(seed=SEEDS)
@settings(max_examples=120)
def test_every_word_that_was_ever_written_is_in_the_record(seed: int) -> None:
    meeting = Noting(seed)
    history = begin(meeting.plan)
    for _ in range(60):
        history = meeting.speaks(history) if meeting.chance.random() < 0.3 else meeting.press(history)
    told = " ".join(note.text for note in record(history).notes).split()
    assert _written(meeting.journal, history) <= set(told)
    assert replay(meeting.plan, kept_and_read(meeting.journal)) == history


def test_the_control_writes_in_turns_that_come_back() -> None:
    """The property above would hold for nothing if no turn were ever opened again with a note in it."""
    again, moved = 0, 0
    for seed in range(60):
        meeting = Noting(seed)
        history = begin(meeting.plan)
        for _ in range(60):
            history = meeting.speaks(history) if meeting.chance.random() < 0.3 else meeting.press(history)
        again += sum(key.again > 0 for key in history.state.capture.notes)
        moved += sum(type(entry.event).__name__ == "TurnMoved" for entry in meeting.journal)
    assert again > 5 and moved > 20
