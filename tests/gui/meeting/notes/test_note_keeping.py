"""What waits to be written stays its own person's, and is dropped only when it has been written."""

from netmoede_desktop.domain.meeting.commands import WriteNote
from netmoede_desktop.domain.meeting.state import NoteKey
from netmoede_desktop.domain.meeting.vocabulary import Mark
from netmoede_desktop.gui.meeting.notes.note_keeping import NoteKeeping

IDA, MOR = NoteKey("d2", "ida", 0), NoteKey("d2", "mor", 1)


def test_each_note_is_written_with_its_person_part_and_turn() -> None:
    written: list[WriteNote] = []
    keeping = NoteKeeping()
    keeping.take(IDA, "Hej", Mark.WISH, "maja")
    keeping.take(MOR, "Ja", None, None)

    def write(note: WriteNote) -> bool:
        written.append(note)
        return True

    assert keeping.keep(write)
    assert written == [
        WriteNote("ida", "Hej", Mark.WISH, "d2", 0, "maja"),
        WriteNote("mor", "Ja", None, "d2", 1, None),
    ]
    assert keeping.all_kept


def test_what_the_disk_refuses_waits_with_what_comes_after_it() -> None:
    keeping = NoteKeeping()
    keeping.take(IDA, "Hej", None, None)
    assert not keeping.keep(lambda _: False)
    keeping.take(IDA, "Hej igen", None, None)
    waiting = keeping.waiting(IDA)
    assert waiting is not None and waiting.text == "Hej igen"
    assert keeping.keep(lambda note: note.text == "Hej igen")
    assert keeping.waiting(IDA) is None


def test_what_is_typed_while_it_is_being_written_waits_on() -> None:
    keeping = NoteKeeping()
    keeping.take(IDA, "Hej", None, None)

    def write(_: WriteNote) -> bool:
        keeping.take(IDA, "Hej med", None, None)
        return True

    keeping.keep(write)
    waiting = keeping.waiting(IDA)
    assert waiting is not None and waiting.text == "Hej med"


def test_who_is_not_in_the_meeting_any_more_stops_nothing() -> None:
    keeping = NoteKeeping()
    keeping.take(IDA, "Hej", None, None)
    keeping.take(MOR, "Ja", None, None)
    keeping.forget_others({"mor"})
    assert keeping.waiting(IDA) is None
    assert keeping.waiting(MOR) is not None
