"""Who is here: roll call, late arrival, leaving, coming back, and the child's own place (R074)."""

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.methods.method import PartKind
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.people.people import Attendance, ChildPlace, Person, PlaceKind, Role
from tests.domain.meeting.script import FAMILY, Told, method, part, plan, state_of

OLE = Person("ole", "Ole Vang", "Ole", Role.PRIVATE, "nabo", seat=8)


def attendance(told: Told) -> dict[str, Attendance]:
    return {person: presence.attendance for person, presence in told.state.presence.items()}


def test_the_roll_call_says_who_came_who_did_not_and_who_sent_words() -> None:
    told = Told().starts(absent=("peter",), sent_words=("kirsten",))
    assert attendance(told)["peter"] is Attendance.ABSENT
    assert attendance(told)["kirsten"] is Attendance.SENT_WORDS
    assert set(told.state.present()) == {"mikkel", "lone", "hanne", "soeren", "maja"}
    told.refuses("already_started", cmd.StartMeeting())
    Told().refuses("unknown_person", cmd.StartMeeting((("nobody", Attendance.PRESENT),)))


def test_someone_unexpected_is_seated_at_the_roll_call() -> None:
    told = Told().does(cmd.AddPerson(OLE)).starts().enters("åbning")
    told.expects(order=("mikkel", "lone", "peter", "kirsten", "ole", "hanne", "soeren"))
    assert attendance(told)["ole"] is Attendance.PRESENT


def test_someone_unexpected_in_the_middle_is_offered_the_running_round_at_its_end() -> None:
    told = Told().starts().enters("åbning").gives("mikkel").does(cmd.AddPerson(OLE))
    told.expects(order=("mikkel", "lone", "peter", "kirsten", "hanne", "soeren", "ole"))
    assert attendance(told)["ole"] is Attendance.ARRIVED_LATE
    told.refuses("already_here", cmd.AddPerson(OLE))
    told.refuses("empty_text", cmd.AddPerson(Person("x", " \u200b ", "X", Role.PRIVATE)))
    told.enters("veje").expects(order=("kirsten", "ole", "hanne", "soeren", "lone", "peter", "mikkel"))


def test_a_late_arrival_is_offered_the_current_round_at_its_end() -> None:
    told = Told().starts(absent=("lone",)).enters("åbning").gives("mikkel").does(cmd.Arrive("lone"))
    told.expects(
        order=("mikkel", "peter", "kirsten", "hanne", "soeren", "lone"),
        waiting=("peter", "kirsten", "hanne", "soeren", "lone"),
    )
    assert attendance(told)["lone"] is Attendance.ARRIVED_LATE
    told.refuses("already_here", cmd.Arrive("lone")).refuses("unknown_person", cmd.Arrive("nobody"))


def test_a_late_arrival_gets_no_turn_where_there_is_none_to_have() -> None:
    told = Told().starts(absent=("hanne",)).enters("forældre").gives("lone").does(cmd.Arrive("hanne"))
    told.expects(order=("lone", "peter"))
    assert Told().starts(absent=("hanne",)).does(cmd.Arrive("hanne")).state.rounds == {}


def test_who_leaves_has_left_the_round_and_who_spoke_has_spoken() -> None:
    told = Told().starts().enters("åbning").gives("mikkel", each=20).does(cmd.Leave("mikkel")).after(9)
    told.expects(speaking=None, silent=9.0).does(cmd.Leave("lone"))
    assert told.turns()[:2] == [("mikkel", "talt"), ("lone", "gået")]
    assert attendance(told)["lone"] is Attendance.LEFT_EARLY
    told.expects(next="peter").refuses("not_here", cmd.Leave("lone")).refuses("not_here", cmd.GiveWord("lone"))
    told.enters("veje").expects(order=("kirsten", "hanne", "soeren", "peter"))


def test_who_comes_back_is_offered_the_round_at_its_end_and_has_been_there() -> None:
    told = Told().starts().enters("åbning").gives("mikkel").does(cmd.Leave("lone")).gives("peter")
    told.does(cmd.Arrive("lone")).expects(order=("mikkel", "peter", "kirsten", "hanne", "soeren", "lone"))
    assert state_of(told, "lone") is TurnState.WAITING
    assert attendance(told)["lone"] is Attendance.PRESENT


def test_who_comes_back_after_speaking_is_not_asked_again() -> None:
    told = Told().starts().enters("åbning").gives("mikkel", "lone").does(cmd.Leave("mikkel")).does(cmd.Arrive("mikkel"))
    told.expects(order=("mikkel", "lone", "peter", "kirsten", "hanne", "soeren"), next="peter")


def test_what_was_said_while_somebody_was_out_is_marked_so() -> None:
    told = Told().starts(absent=("peter",)).enters("åbning").notes("lone", "Før")
    told.does(cmd.Leave("mikkel")).notes("hanne", "Imens").notes("lone", "Før, og mere")
    told.does(cmd.Arrive("mikkel")).does(cmd.Leave("kirsten")).notes("soeren", "Efter")
    without = {note.person: note.without for note in record(told.history).notes}
    assert without == {"lone": (), "hanne": ("mikkel",), "soeren": ()}


def test_an_indskud_ends_when_its_speaker_leaves() -> None:
    told = Told().starts().enters("åbning").gives("mikkel", each=10).does(cmd.BeginRemark("hanne")).after(5)
    told.does(cmd.Leave("hanne")).after(5).expects(speaking="mikkel", spoken=15.0)


def test_the_only_leader_stays_and_one_of_two_may_go() -> None:
    Told().starts().refuses("last_leader", cmd.Leave("maja"))
    second = Person("bo", "Bo Ravn", "Bo", Role.LEADER, seat=9)
    told = Told(plan((*FAMILY, second))).starts().does(cmd.Leave("maja"))
    told.refuses("last_leader", cmd.Leave("bo"))


@pytest.mark.parametrize(
    ("place", "order"),
    [
        (None, ("mikkel", "lone", "peter", "kirsten", "hanne", "soeren")),
        (ChildPlace(PlaceKind.FIRST), ("mikkel", "lone", "peter", "kirsten", "hanne", "soeren")),
        (ChildPlace(PlaceKind.LAST), ("lone", "peter", "kirsten", "hanne", "soeren", "mikkel")),
        (ChildPlace(PlaceKind.AFTER, "kirsten"), ("lone", "peter", "kirsten", "mikkel", "hanne", "soeren")),
        (ChildPlace(PlaceKind.AFTER, "maja"), ("mikkel", "lone", "peter", "kirsten", "hanne", "soeren")),
        (ChildPlace(PlaceKind.THROUGH, "kirsten"), ("mikkel", "lone", "peter", "kirsten", "hanne", "soeren")),
        (ChildPlace(PlaceKind.READ_ALOUD), ("mikkel", "lone", "peter", "kirsten", "hanne", "soeren")),
    ],
)
def test_r074_the_child_chooses_its_place(place: ChildPlace | None, order: tuple[str, ...]) -> None:
    Told().does(cmd.ChoosePlace("mikkel", place)).starts().enters("åbning").expects(order=order)
    told = Told().starts().enters("åbning").does(cmd.ChoosePlace("mikkel", place)).expects(order=order)
    told.undoes().expects(order=("mikkel", "lone", "peter", "kirsten", "hanne", "soeren"))


def test_r074_the_child_changes_its_place_in_the_break_for_the_rounds_to_come() -> None:
    told = Told().starts().enters("åbning").gives("mikkel").does(cmd.BeginPause(5))
    told.does(cmd.ChoosePlace("mikkel", ChildPlace(PlaceKind.FIRST))).expects(next="lone")
    told.does(cmd.EndPause()).enters("veje").expects(next="mikkel")
    told.refuses("place_is_the_childs", cmd.ChoosePlace("lone", ChildPlace(PlaceKind.LAST)))
    told.refuses("unknown_person", cmd.ChoosePlace("mikkel", ChildPlace(PlaceKind.AFTER, "nobody")))


def test_r074_the_childs_letter_is_read_though_the_child_is_not_there() -> None:
    told = Told().does(cmd.ChoosePlace("mikkel", ChildPlace(PlaceKind.READ_ALOUD))).starts(absent=("mikkel",))
    told.enters("åbning").expects(next="mikkel").refuses("needs_reader", cmd.GoOn())
    told.gives("lone", "peter", "kirsten", "hanne", "soeren", each=10)
    told.expects(waiting=("mikkel",)).refuses("people_waiting", cmd.NextPart())
    told.does(cmd.ReadAloud("mikkel", "lone")).after(15).goes_on().expects(part="forældre")
    assert told.turn("mikkel", part_id="åbning").state is TurnState.READ_ALOUD


def test_r074_the_child_speaks_through_another_though_it_is_not_there() -> None:
    told = Told().does(cmd.ChoosePlace("mikkel", ChildPlace(PlaceKind.THROUGH, "kirsten"))).starts(absent=("mikkel",))
    told.enters("åbning").goes_on().expects(speaking="mikkel")


def test_a_place_taken_back_while_the_child_is_away_waits_for_nobody() -> None:
    told = Told().does(cmd.ChoosePlace("mikkel", ChildPlace(PlaceKind.READ_ALOUD))).starts(absent=("mikkel",))
    told.enters("åbning").gives("lone").does(cmd.ChoosePlace("mikkel", None)).expects(next="peter")
    told.gives("peter", "kirsten", "hanne", "soeren").goes_on().expects(part="forældre")


def test_who_is_new_introduces_themselves_and_so_does_who_was_not_expected() -> None:
    held = method((part("velkomst", PartKind.INFO, (2, 4, 6)), part("nye", PartKind.ROUND, (2, 4, 6), "NYE")))
    known = Told(plan(method=held, newcomers=("hanne",))).does(cmd.AddPerson(OLE)).starts().enters("nye")
    known.expects(order=("hanne", "ole"))
    Told(plan(method=held, newcomers=())).starts().enters("nye").expects(order=())
    everyone = Told(plan(method=held)).starts().enters("nye")
    everyone.expects(order=("mikkel", "lone", "peter", "kirsten", "hanne", "soeren"))
