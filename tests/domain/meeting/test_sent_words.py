"""Words of somebody who is not in the room: they have their turn in every round by themselves, read aloud."""

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.vocabulary import Mark, TurnState
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.people.people import Attendance, ChildPlace, PlaceKind
from tests.domain.meeting.script import Told, replayed, state_of

ORDER = ("mikkel", "lone", "peter", "kirsten", "hanne", "soeren")
WORDS = "Jeg vil så gerne se Mikkel oftere."


def sent(text: str | None = WORDS, reader: str | None = "hanne") -> Told:
    """Peter has sent words, Mikkel and Lone have spoken, and Peter is next."""
    told = Told().does(cmd.KeepSentWords("peter", text, reader), step=False).starts(sent_words=("peter",))
    return told.enters("åbning").gives("mikkel", "lone", each=20)


def notes(told: Told) -> list[tuple[str, str, str, str | None]]:
    return [(note.part, note.person, note.text, note.read_aloud_by) for note in record(told.history).notes]


def test_they_have_their_place_in_the_round_and_are_read_by_the_one_who_was_named() -> None:
    told = sent().expects(order=ORDER, next="peter").goes_on().after(30)
    told.expects(speaking="peter", spoken=30.0)
    assert (state_of(told, "peter"), told.turn("peter").read_by) == (TurnState.READ_ALOUD, "hanne")
    assert notes(told) == [("åbning", "peter", WORDS, "hanne")]


def test_they_are_written_down_once_and_offered_in_every_round_of_the_person() -> None:
    told = sent().goes_on().enters("forældre").expects(order=("lone", "peter")).gives("lone").goes_on()
    told.expects(speaking="peter").passes("peter")
    assert state_of(told, "peter") is TurnState.PASSED
    told.enters("veje").expects(waiting=("kirsten", "hanne", "soeren", "lone", "peter", "mikkel"))
    assert notes(told) == [("åbning", "peter", WORDS, "hanne")]


def test_sent_words_without_text_or_reader_have_a_turn_too_and_ask_who_reads() -> None:
    told = Told().starts(sent_words=("peter",)).enters("åbning").gives("mikkel", "lone").expects(next="peter")
    told.refuses("needs_reader", cmd.GoOn()).refuses("needs_reader", cmd.GiveWord("peter"))
    told.does(cmd.ReadAloud("peter", "maja")).expects(speaking="peter")
    assert notes(told) == []


def test_who_read_them_first_reads_them_in_the_next_round() -> None:
    told = sent(reader=None).refuses("needs_reader", cmd.GoOn()).does(cmd.ReadAloud("peter", "maja"))
    assert notes(told) == [("åbning", "peter", WORDS, "maja")]
    told.enters("forældre").gives("lone").goes_on()
    assert told.turn("peter").read_by == "maja"


def test_when_the_reader_has_left_another_one_is_asked_for() -> None:
    told = sent().does(cmd.Leave("hanne")).refuses("needs_reader", cmd.GoOn())
    told.does(cmd.ReadAloud("peter", "kirsten")).expects(speaking="peter")
    assert notes(told) == [("åbning", "peter", WORDS, "kirsten")]


def test_a_seat_that_is_given_the_word_has_its_words_read() -> None:
    told = sent().gives("peter")
    assert told.turn("peter").read_by == "hanne"


def test_they_can_be_passed_and_put_off_before_they_are_read() -> None:
    told = sent().defers("peter").expects(waiting=("kirsten", "hanne", "soeren", "peter"))
    told.gives("kirsten", "hanne", "soeren").expects(next="peter").passes("peter")
    assert state_of(told, "peter") is TurnState.PASSED
    told.refuses("already_offered", cmd.PassWord("peter"))


def test_their_turn_is_a_promise_that_is_said_twice_to_be_left() -> None:
    told = sent().gives("kirsten", "hanne", "soeren").refuses("people_waiting", cmd.NextPart())
    told.does(cmd.BeginPause(10)).expects(part="åbning")


def test_who_did_not_come_but_has_words_that_are_written_has_sent_them() -> None:
    told = Told().does(cmd.KeepSentWords("peter", WORDS), step=False).starts(absent=("peter", "hanne"))
    assert told.state.presence["peter"].attendance is Attendance.SENT_WORDS
    assert told.state.presence["hanne"].attendance is Attendance.ABSENT
    on_paper = Told().does(cmd.KeepSentWords("peter", "", "maja"), step=False).starts(absent=("peter",))
    assert on_paper.state.presence["peter"].attendance is Attendance.ABSENT


def test_words_that_come_in_the_meeting_are_offered_at_the_end_of_the_round() -> None:
    told = Told().starts(absent=("peter",)).enters("åbning").gives("mikkel")
    told.does(cmd.KeepSentWords("peter", WORDS, "hanne"))
    told.expects(order=("mikkel", "lone", "kirsten", "hanne", "soeren", "peter"))
    assert [told.state.presence["peter"].attendance] == [Attendance.SENT_WORDS]
    told.does(cmd.KeepSentWords("peter", None))
    assert state_of(told, "peter") is TurnState.GONE
    assert [told.state.presence["peter"].attendance] == [Attendance.ABSENT]
    told.undoes().undoes().expects(order=("mikkel", "lone", "kirsten", "hanne", "soeren"))


def test_new_words_are_written_down_beside_the_old_ones() -> None:
    told = sent().goes_on().enters("forældre").does(cmd.KeepSentWords("peter", "Og tak.", "maja"), step=False)
    told.gives("lone").goes_on()
    assert notes(told) == [("åbning", "peter", WORDS, "hanne"), ("forældre", "peter", "Og tak.", "maja")]


def test_they_stand_below_what_was_written_of_the_person_before() -> None:
    told = sent().notes("peter", "Ringede i går.", mark=Mark.WISH).goes_on()
    assert notes(told) == [("åbning", "peter", f"Ringede i går.\n{WORDS}", "hanne")]
    assert record(told.history).notes[0].mark is Mark.WISH


def test_who_comes_after_all_says_it_and_their_words_are_not_read_when_they_leave() -> None:
    told = sent().does(cmd.Arrive("peter")).goes_on().after(5)
    assert told.turn("peter").read_by is None
    told.does(cmd.Leave("peter")).enters("forældre").expects(order=("lone",))


def test_words_left_behind_by_who_goes_keep_their_turn() -> None:
    told = Told().starts().enters("åbning").does(cmd.KeepSentWords("peter", WORDS, "lone")).does(cmd.Leave("peter"))
    told.expects(waiting=ORDER).gives("mikkel", "lone").goes_on().expects(speaking="peter")
    assert told.state.presence["peter"].attendance is Attendance.LEFT_EARLY
    told.does(cmd.KeepSentWords("peter", None)).enters("forældre").expects(order=("lone",))


def test_words_kept_after_the_person_has_gone_bring_the_turn_back() -> None:
    told = Told().starts().enters("åbning").does(cmd.Leave("peter"))
    told.does(cmd.KeepSentWords("peter", WORDS, "lone"))
    told.expects(waiting=("mikkel", "lone", "kirsten", "hanne", "soeren", "peter"))


def test_det_var_another_leaves_the_words_with_their_own_and_they_are_read_later() -> None:
    told = sent().goes_on().does(cmd.ItWas("kirsten"))
    assert notes(told) == []
    told.gives("peter")
    assert notes(told) == [("åbning", "peter", WORDS, "hanne")]


def test_det_var_moves_what_was_written_over_the_words() -> None:
    told = sent().goes_on().notes("peter", "Noget helt andet.", read_by="hanne").does(cmd.ItWas("kirsten"))
    assert [(person, text) for _, person, text, _ in notes(told)] == [("kirsten", "Noget helt andet.")]


def test_undo_takes_back_the_reading_with_its_note() -> None:
    told = sent().goes_on().undoes().expects(next="peter")
    assert notes(told) == []
    told.goes_on()
    assert notes(told) == [("åbning", "peter", WORDS, "hanne")]


def test_a_child_who_is_to_be_read_aloud_is_asked_about_once() -> None:
    told = Told().does(cmd.ChoosePlace("mikkel", ChildPlace(PlaceKind.READ_ALOUD))).starts(absent=("mikkel",))
    told.enters("åbning").refuses("needs_reader", cmd.GoOn()).does(cmd.ReadAloud("mikkel", "lone"))
    told.enters("veje").gives("kirsten", "hanne", "soeren", "lone", "peter").goes_on()
    told.expects(speaking="mikkel")
    assert told.turn("mikkel").read_by == "lone"


@pytest.mark.parametrize(
    ("code", "command"),
    [
        ("unknown_person", cmd.KeepSentWords("x", "Hej")),
        ("unknown_person", cmd.KeepSentWords("peter", "Hej", "x")),
        ("without_turn", cmd.KeepSentWords("maja", "Hej")),
        ("reads_own_words", cmd.KeepSentWords("peter", "Hej", "peter")),
    ],
)
def test_what_is_refused(code: str, command: cmd.KeepSentWords) -> None:
    Told().refuses(code, command).starts().refuses(code, command)


def test_an_agreement_is_not_owned_by_who_only_sent_words_and_can_say_yes_to_nothing() -> None:
    sent().refuses("owner_not_here", cmd.WriteAgreement("Peter ringer hver søndag", "peter"))


def test_words_typed_for_somebody_whose_coming_is_undone_are_nobodys() -> None:
    told = sent()
    told.does(cmd.AddPerson(told.plan.people[3].__class__("ny", "Aya Sahl", "Aya", told.plan.people[3].role)))
    told.does(cmd.KeepSentWords("ny", "Hej"), step=False).undoes().enters("veje")
    assert replayed(told) == told.history
