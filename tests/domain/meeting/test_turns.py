"""The round is a promise: everyone is offered the word once (R028, R029, R099)."""

import pytest

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.people.people import Person, Role
from tests.domain.meeting.script import FAMILY, PARTS, Told, plan, state_of

pytestmark = pytest.mark.smoke

EVERYONE = ("mikkel", "lone", "peter", "kirsten", "hanne", "soeren")


def in_round() -> Told:
    return Told().starts().at("16:06").enters("åbning")


def test_r099_the_order_is_fixed_shown_and_followed() -> None:
    told = in_round().expects(order=EVERYONE, next="mikkel")
    for person in EVERYONE:
        told.goes_on().expects(speaking=person).after(60)
    told.goes_on().expects(part="forældre", speaking=None)
    assert told.turns("åbning") == [(person, "talt") for person in EVERYONE]


def test_r029_the_authority_has_the_same_time_as_the_network() -> None:
    told = in_round().gives("mikkel", "lone", "peter", "kirsten", "hanne", "soeren", each=120)
    assert {turn.budget for turn in told.state.rounds["åbning"]} == {108.0}


def test_every_state_a_turn_can_be_in() -> None:
    told = in_round().gives("mikkel", each=30).passes("lone").defers("peter").does(cmd.ReadAloud("kirsten", "maja"))
    told.after(20).does(cmd.Leave("hanne"))
    assert told.turns() == [
        ("mikkel", "talt"),
        ("lone", "pas"),
        ("peter", "senere"),
        ("kirsten", "læst op"),
        ("hanne", "gået"),
        ("soeren", "venter"),
    ]
    assert state_of(told.gives("soeren"), "soeren") is TurnState.SPEAKING


def test_pas_is_final_for_that_round_and_nobody_is_asked_twice() -> None:
    told = in_round().passes("mikkel").expects(next="lone")
    told.refuses("already_offered", cmd.PassWord("mikkel")).refuses("already_offered", cmd.DeferWord("mikkel"))
    told.gives("lone", "peter", "kirsten", "hanne", "soeren", each=10)
    told.goes_on().expects(part="forældre")


def test_pas_of_the_one_who_has_the_word_keeps_the_time_used() -> None:
    told = in_round().gives("mikkel", each=12).passes("mikkel").after(30).expects(speaking=None, silent=30.0)
    assert state_of(told, "mikkel") is TurnState.PASSED
    assert told.spoken("mikkel") == 12


def test_pas_given_from_the_seat_does_not_take_the_word_from_the_speaker() -> None:
    told = in_round().gives("mikkel", each=30).passes("peter").after(10).expects(speaking="mikkel", spoken=40.0)
    told.defers("kirsten").after(5).expects(speaking="mikkel", spoken=45.0)
    assert told.turns()[2:4] == [("peter", "pas"), ("kirsten", "senere")]


def test_senere_comes_back_by_itself_at_the_end_in_the_order_it_was_said() -> None:
    told = in_round().defers("lone").defers("mikkel").gives("peter", "kirsten", "hanne", "soeren", each=10)
    told.expects(next="lone", waiting=("lone", "mikkel"))
    told.goes_on().expects(speaking="lone").after(5).goes_on().expects(speaking="mikkel").after(5)
    told.goes_on().expects(part="forældre")


def test_senere_can_be_said_again_and_goes_to_the_end_again() -> None:
    told = in_round().defers("mikkel").defers("lone").gives("peter", "kirsten", "hanne", "soeren")
    told.defers("mikkel").expects(next="lone").goes_on().goes_on().expects(speaking="mikkel")


def test_senere_keeps_the_time_used_and_gets_a_whole_share_on_top() -> None:
    told = in_round().gives("mikkel", each=48).defers("mikkel").gives("lone", "peter", "kirsten", "hanne", "soeren")
    told.goes_on().expects(speaking="mikkel", spoken=48.0, left=604.8)
    told.after(10).expects(spoken=58.0)


def test_the_only_one_left_is_offered_again_at_once() -> None:
    told = in_round().gives("mikkel", "lone", "peter", "kirsten", "hanne", "soeren", each=10)
    told.defers("soeren").expects(next="soeren").goes_on().after(7).expects(speaking="soeren", spoken=17.0)


def test_a_round_ends_before_time_only_when_it_is_said_twice() -> None:
    told = in_round().gives("mikkel")
    told.refuses("people_waiting", cmd.NextPart()).does(cmd.NextPart(confirmed=True)).expects(part="forældre")
    assert told.turns("åbning")[0] == ("mikkel", "talt")
    assert {state for _, state in told.turns("åbning")[1:]} == {"venter"}


def test_videre_offers_the_word_before_it_leaves_the_round() -> None:
    told = in_round().gives("mikkel", each=5)
    told.goes_on(twice=True).expects(part="åbning", speaking="lone")


def test_leader_tolk_and_referent_have_no_turn() -> None:
    tolk = Person("farah", "Farah Aden", "Farah", Role.INTERPRETER, seat=8)
    scribe = Person("ida", "Ida Bech", "Ida", Role.SCRIBE, seat=9)
    told = Told(plan((*FAMILY, tolk, scribe))).starts().enters("åbning")
    told.expects(order=EVERYONE)
    for person in ("maja", "farah", "ida"):
        told.refuses("without_turn", cmd.GiveWord(person)).refuses("without_turn", cmd.PassWord(person))
        told.refuses("without_turn", cmd.ReadAloud(person, "lone"))


def test_turns_exist_only_in_parts_held_in_turns() -> None:
    told = Told().starts()
    told.refuses("part_without_turns", cmd.GiveWord("lone")).refuses("part_without_turns", cmd.PassWord("lone"))
    told.enters("aftaler").refuses("part_without_turns", cmd.DeferWord("lone"))
    assert set(told.state.rounds) == {"åbning", "forældre", "veje"}


def test_in_agreements_and_open_parts_words_are_free_turns_without_a_budget() -> None:
    for part in ("aftaler", "frit"):
        told = Told().starts().enters(part).gives("soeren", each=40).gives("lone", "soeren", each=5)
        assert told.turns() == [("soeren", "talt"), ("lone", "talt"), ("soeren", "taler")]
        assert [turn.budget for turn in told.state.rounds[part]] == [None] * 3
        told.does(cmd.AddTime())
        assert told.turn("soeren", 1).budget is None


def test_out_of_turn_the_order_goes_on_from_where_it_was() -> None:
    told = in_round().gives("mikkel", each=10).gives("hanne", each=10).expects(speaking="hanne")
    told.goes_on().expects(speaking="lone").after(5).goes_on().goes_on().expects(speaking="kirsten")
    told.goes_on().expects(speaking="soeren")


def test_who_has_spoken_or_is_not_in_the_order_gets_an_extra_turn() -> None:
    told = in_round().gives("mikkel", each=10).gives("lone", each=10).gives("mikkel", each=4)
    assert told.turns()[-1] == ("mikkel", "taler")
    assert told.turn("mikkel", 1).extra and told.spoken("mikkel") == 10 and told.spoken("mikkel", 1) == 4
    told.enters("forældre").gives("hanne").expects(order=("lone", "peter", "hanne"), next="lone")
    told.passes("kirsten").expects(order=("lone", "peter", "hanne", "kirsten"))


def test_the_word_is_not_given_to_the_one_who_has_it() -> None:
    told = in_round().gives("mikkel").refuses("has_word", cmd.GiveWord("mikkel"))
    told.does(cmd.RestWord()).after(3).gives("mikkel")
    assert told.turns()[-1] == ("mikkel", "taler")


def test_only_people_of_the_meeting_who_are_here_get_the_word() -> None:
    told = Told().starts(absent=("peter",)).enters("åbning")
    told.refuses("unknown_person", cmd.GiveWord("nobody")).refuses("not_here", cmd.GiveWord("peter"))
    told.refuses("not_here", cmd.DeferWord("peter"))


def test_the_words_of_someone_absent_can_be_read_aloud_by_a_named_person_out_of_turn() -> None:
    told = Told().starts(absent=("peter",)).enters("åbning")
    told.expects(order=("mikkel", "lone", "kirsten", "hanne", "soeren"))
    told.does(cmd.ReadAloud("peter", "maja")).after(25).gives("lone")
    turn = told.turn("peter")
    assert (turn.state, turn.read_by, told.spoken("peter")) == (TurnState.READ_ALOUD, "maja", 25)
    told.refuses("reads_own_words", cmd.ReadAloud("lone", "lone"))
    told.refuses("not_here", cmd.ReadAloud("lone", "peter")).refuses("unknown_person", cmd.ReadAloud("lone", "x"))


def test_the_mødeleder_drags_an_order_for_the_round() -> None:
    dragged = ("soeren", "hanne", "kirsten", "peter", "lone", "mikkel")
    told = in_round().gives("mikkel", each=5).does(cmd.ReorderRound(dragged))
    told.expects(order=dragged, speaking="mikkel", next="soeren").goes_on().expects(speaking="soeren")
    told.goes_on().expects(speaking="hanne")
    told.refuses("order_differs", cmd.ReorderRound(dragged[:-1]))
    told.refuses("order_differs", cmd.ReorderRound((*dragged, "lone")))
    told.enters("tavlen").refuses("order_differs", cmd.ReorderRound(dragged))


def test_a_dragged_order_keeps_extra_turns_with_their_person() -> None:
    told = in_round().gives("mikkel", "lone", "mikkel", each=10)
    told.does(cmd.ReorderRound(("lone", "mikkel", "soeren", "hanne", "kirsten", "peter"))).after(5)
    told.expects(
        order=("lone", "mikkel", "mikkel", "soeren", "hanne", "kirsten", "peter"), speaking="mikkel", spoken=15.0
    )


def test_the_next_round_opens_past_parts_without_turns() -> None:
    told = Told().starts().does(cmd.OpenNextRound()).expects(part="åbning")
    told.does(cmd.OpenNextRound()).does(cmd.OpenNextRound()).expects(part="veje")
    told.does(cmd.OpenNextRound()).expects(part="slutrunde").refuses("no_round_ahead", cmd.OpenNextRound())


def test_after_the_last_part_there_is_none() -> None:
    told = Told().starts().enters("slutrunde")
    told.refuses("no_more_parts", cmd.NextPart(confirmed=True)).refuses("people_waiting", cmd.NextPart())


def test_videre_walks_through_parts_without_turns() -> None:
    told = Told().starts().goes_on().expects(part="åbning", next="mikkel")
    assert told.enters("aftaler").goes_on().state.part == "frit"


def test_a_round_without_anybody_is_over_at_once() -> None:
    told = Told(plan((*FAMILY[:1], FAMILY[-1]), parts=PARTS)).starts().enters("forældre")
    told.expects(order=(), next=None).goes_on().expects(part="tavlen")


def test_a_round_follows_the_seats_where_the_plan_says_so() -> None:
    seats = {"mikkel": 4, "lone": 2, "peter": 6, "kirsten": 1, "hanne": 3, "soeren": 5, "maja": 7}
    people = tuple(Person(known.id, known.name, known.called, known.role, seat=seats[known.id]) for known in FAMILY)
    told = Told(plan(people, by_seating=True)).starts().enters("åbning")
    told.expects(order=("kirsten", "lone", "hanne", "mikkel", "soeren", "peter"))
    told.enters("forældre").expects(order=("lone", "peter"))


def test_inside_a_group_the_seat_decides_and_seats_can_be_moved() -> None:
    told = Told().does(cmd.MoveSeats(("maja", "peter", "lone", "soeren", "hanne", "kirsten", "mikkel")))
    told.starts().enters("åbning").expects(order=("mikkel", "peter", "lone", "kirsten", "hanne", "soeren"))
    told.does(cmd.MoveSeats(("maja", "lone", "peter", "soeren", "hanne", "kirsten", "mikkel")))
    told.expects(order=EVERYONE).gives("mikkel")
    told.does(cmd.MoveSeats(("maja", "peter", "lone", "soeren", "hanne", "kirsten", "mikkel"))).expects(next="lone")
    told.refuses("seats_differ", cmd.MoveSeats(("maja", "lone")))
    told.refuses("seats_differ", cmd.MoveSeats(("maja", "maja", "lone", "soeren", "hanne", "kirsten", "mikkel")))
