"""What the mødeleder's window shows agrees with what the rules then do, in every meeting, however it is pressed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netmoede_desktop.domain.agreements.agreements import Answer, CheckCode
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.closing import MissingCode
from netmoede_desktop.domain.meeting.history import History, begin
from netmoede_desktop.domain.meeting.plan import CarriedAgreement
from netmoede_desktop.domain.meeting.state import NoteKey, PauseKind
from netmoede_desktop.domain.meeting.vocabulary import Mark, TurnState
from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.meeting.acts import Act
from netmoede_desktop.services.meeting.view.build import meeting_view
from netmoede_desktop.services.meeting.view.values import MeetingStage, MeetingView, NextAct, NextKind, Passage
from tests.domain.meeting.script import FAMILY, STARTS, Told, plan
from tests.services.room.random_views import SCENARIOS, random_moments, shipped_moments

SEEDS = st.integers(0, 2**32)


def after(history: History, *commands: cmd.Command, now: datetime) -> tuple[History, str | None]:
    """The meeting after the act, and the code of the refusal if there was one."""
    act = Act(history)
    try:
        for command in commands:
            act.do(command, now)
    except Refused as refusal:
        return history, refusal.code
    return act.history, None


def says_the_truth(history: History, now: datetime) -> NextKind:
    """What the go-button says is what then happens."""
    said = meeting_view(history).next
    start = said.kind is NextKind.START
    gone_on, refused = after(
        history, cmd.StartMeeting(over_reason="Mange skal høres") if start else cmd.GoOn(), now=now
    )
    state = gone_on.state
    match said.kind:
        case NextKind.START:
            assert history.state.started is None and state.started is not None
        case NextKind.PERSON:
            speaking = state.speaking()
            assert refused is None and speaking is not None and speaking.person == said.person
            assert state.part == history.state.part
        case NextKind.NEEDS_READER:
            assert refused == "needs_reader"
        case NextKind.PART:
            assert refused is None and state.part == said.part and state.speaking() is None
        case NextKind.PART_WITH_WAITING:
            assert refused == "people_waiting"
        case NextKind.END_PAUSE:
            assert refused is None and state.pause is None
            assert state.part == (said.part or history.state.part)
        case NextKind.CLOSE:
            assert refused == "no_more_parts"
        case NextKind.NOTHING:
            assert refused == "meeting_ended"
    if said.part is not None:
        assert said.title == next(part.title for part in history.state.parts if part.id == said.part)
    return said.kind


@given(seed=SEEDS)
@settings(max_examples=60)
def test_the_go_button_says_what_then_happens(seed: int) -> None:
    for history, now in random_moments(seed, 50):
        says_the_truth(history, now)


def test_the_random_meetings_come_to_every_word_of_the_button() -> None:
    """A control: all but one kind are met. In no meeting is somebody waiting where the word does not go in turn."""
    kinds = Counter(says_the_truth(*moment) for seed in range(60) for moment in random_moments(seed, 40))
    for told in (Told(plan(parts=plan().method.parts[:1])).starts(), Told().starts().does(cmd.StopMeeting("Alarm"))):
        kinds[says_the_truth(told.history, told.now)] += 1
    assert set(kinds) == set(NextKind) - {NextKind.PART_WITH_WAITING}


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_go_button_says_what_happens_in_the_shipped_meetings(name: str) -> None:
    for history, now in shipped_moments(name):
        says_the_truth(history, now)


def offered_in_turn(history: History, view: MeetingView, now: datetime) -> Iterable[str]:
    """Who gets the word when *videre* is pressed for everyone waiting, a reader being named where one is needed."""
    for _ in view.waiting:
        said = meeting_view(history).next
        reader = next((seat.person for seat in view.seats if seat.here and seat.person != said.person), "")
        press = cmd.ReadAloud(said.person or "", reader) if said.kind is NextKind.NEEDS_READER else cmd.GoOn()
        history, refused = after(history, press, now=now)
        assert refused is None
        speaking = history.state.speaking()
        assert speaking is not None
        yield speaking.person


@given(seed=SEEDS)
@settings(max_examples=20)
def test_those_who_wait_get_the_word_in_the_order_they_are_shown(seed: int) -> None:
    for history, now in random_moments(seed, 40):
        view = meeting_view(history)
        order = [seat.person for seat in view.waiting]
        assert [seat.next_in for seat in view.waiting] == list(range(1, len(order) + 1))
        after_next = order[1:] if view.next.person is not None else order
        assert [seat.person for seat in view.upcoming] == after_next[:3]
        if view.stage is MeetingStage.RUNNING:
            assert list(offered_in_turn(history, view, now)) == order


@given(seed=SEEDS)
@settings(max_examples=15)
def test_a_note_typed_now_is_the_speakers_and_moves_with_the_word(seed: int) -> None:
    for history, now in random_moments(seed, 40):
        speaker = meeting_view(history).speaker
        if speaker is None or history.state.ended is not None:
            continue
        key = speaker.note
        typed, _ = after(
            history, cmd.WriteNote(key.person, "Her", part=key.part, turn=key.turn, again=key.again), now=now
        )
        note = meeting_view(typed).note(key)
        assert note is not None and (note.text, note.name) == ("Her", speaker.name)
        turns = [turn for turn in history.state.rounds[key.part] if turn.person == key.person]
        if key.turn == len(turns) - 1 and not key.again:
            assert after(history, cmd.WriteNote(key.person, "Her"), now=now)[0].state.capture == typed.state.capture
        for other in typed.state.people:
            moved, refused = after(typed, cmd.ItWas(other), now=now)
            to = meeting_view(moved).speaker
            if refused is None and to is not None:
                held = meeting_view(moved).note(to.note)
                assert to.person == other and held is not None and held.text.endswith("Her")


@given(seed=SEEDS)
@settings(max_examples=40)
def test_every_moment_has_a_view_that_holds_together(seed: int) -> None:
    for history, _ in random_moments(seed, 40):
        view = meeting_view(history)
        assert hash(view.part) is not None and view.part.id == history.state.part
        assert [part.passage for part in view.parts].count(Passage.NOW) == 1
        assert [phase.passage for phase in view.phases].count(Passage.NOW) == 1
        assert len({seat.name.casefold() for seat in view.seats}) == len(view.seats) == len(history.state.people)
        assert sum(seat.speaking for seat in view.seats) == (view.speaker is not None)
        assert all(view.seat(seat.person) is seat for seat in view.seats)
        assert (view.undo is None) == (not history.steps or view.stage is MeetingStage.ENDED)
        assert {check.number for one in view.agreements for check in one.checks} <= {
            one.number for one in view.agreements
        }
        assert all(check.number is None for check in view.list_checks)
        assert sum(phase.planned_seconds for phase in view.phases) == sum(part.planned_seconds for part in view.parts)


def test_before_it_begins_nobody_is_here_and_the_button_starts_it() -> None:
    view = meeting_view(begin(plan()))
    assert (view.stage, view.next) == (MeetingStage.ROLL_CALL, NextAct(NextKind.START))
    assert (view.missing, view.undo, view.speaker, view.started) == ((), None, None, None)
    assert [seat.name for seat in view.seats] == ["Mikkel", "Lone", "Peter", "Kirsten", "Hanne", "Søren", "Maja"]


def test_an_absent_child_whose_words_are_read_aloud_holds_the_round_open_and_asks_for_a_reader() -> None:
    told = Told().does(cmd.ChoosePlace("mikkel", ChildPlace(PlaceKind.READ_ALOUD))).starts(absent=("mikkel",))
    told.enters("forældre").enters("veje").gives("kirsten", "hanne", "soeren", "lone", "peter", each=20)
    view = meeting_view(told.history)
    assert view.next == NextAct(NextKind.NEEDS_READER, person="mikkel", name="Mikkel")
    told.does(cmd.ReadAloud("mikkel", "maja"))
    speaker = meeting_view(told.history).speaker
    assert speaker is not None
    assert (speaker.name, speaker.read_by, speaker.reader) == ("Mikkel", "maja", "Maja")
    assert meeting_view(told.history).seat("mikkel").turn is TurnState.READ_ALOUD
    assert meeting_view(told.history).next.kind is NextKind.PART


def test_an_absent_child_who_is_told_for_by_somebody_is_offered_the_word() -> None:
    told = Told().does(cmd.ChoosePlace("mikkel", ChildPlace(PlaceKind.THROUGH, "lone"))).starts(absent=("mikkel",))
    told.enters("åbning")
    assert meeting_view(told.history).next == NextAct(NextKind.PERSON, person="mikkel", name="Mikkel")


def test_a_pause_of_its_own_part_leads_on_and_another_leads_back() -> None:
    told = Told().starts().enters("åbning").gives("mikkel").does(cmd.BeginPause(10))
    view = meeting_view(told.history)
    assert (view.stage, view.next) == (MeetingStage.PAUSED, NextAct(NextKind.END_PAUSE))
    assert view.pause is not None
    assert (view.pause.kind, view.pause.back_at) == (PauseKind.PAUSE, STARTS + timedelta(minutes=10))
    told.does(cmd.EndPause()).enters("tavlen").does(cmd.BeginPause(5))
    view = meeting_view(told.history)
    assert view.next == NextAct(NextKind.END_PAUSE, part="veje", title="Veje")
    assert view.pause is not None and view.pause.kind is PauseKind.BREAK


def test_two_of_the_same_name_are_told_apart_everywhere() -> None:
    people = (*FAMILY, Person("hanne2", "Hanne Vang", "Hanne", Role.PRIVATE, "nabo", seat=8))
    told = Told(plan(people)).starts().enters("åbning").gives("hanne2").agrees("Hanne ringer", "hanne2")
    view = meeting_view(told.history)
    assert view.seat("hanne").name == "Hanne B." and view.seat("hanne2").name == "Hanne V."
    assert view.speaker is not None and view.speaker.name == "Hanne V."
    assert view.agreements[0].owner_name == "Hanne V."


def test_seats_follow_the_table_and_say_how_the_round_stands() -> None:
    told = Told().starts(absent=("peter",)).enters("åbning").gives("mikkel", each=30).gives("lone", each=10)
    told.passes("kirsten").defers("hanne").does(cmd.BeginRemark("soeren"))
    seats = {seat.person: seat for seat in meeting_view(told.history).seats}
    assert {person: seat.turn for person, seat in seats.items() if seat.turn} == {
        "mikkel": TurnState.SPOKEN,
        "lone": TurnState.SPEAKING,
        "kirsten": TurnState.PASSED,
        "hanne": TurnState.LATER,
        "soeren": TurnState.WAITING,
    }
    assert [person for person, seat in seats.items() if seat.speaking] == ["lone"]
    assert [person for person, seat in seats.items() if seat.remarking] == ["soeren"]
    assert {person: seat.next_in for person, seat in seats.items() if seat.next_in} == {"soeren": 1, "hanne": 2}
    told.does(cmd.MoveSeats(("maja", "hanne", "lone", "peter", "kirsten", "mikkel", "soeren")))
    assert [seat.person for seat in meeting_view(told.history).seats][:2] == ["maja", "hanne"]
    assert all(seat.turn is None for seat in meeting_view(told.enters("aftaler").history).seats)


def test_who_has_spoken_and_then_passes_an_extra_turn_has_spoken() -> None:
    told = Told().starts().enters("åbning").gives("mikkel", each=30).gives("lone", "mikkel", each=5).passes("mikkel")
    assert meeting_view(told.history).seat("mikkel").turn is TurnState.SPOKEN


def test_parts_are_counted_within_their_phase_and_a_dropped_one_is_not() -> None:
    told = Told().starts().enters("forældre").does(cmd.DropPart("veje"))
    parts = {part.id: part for part in meeting_view(told.history).parts}
    assert [(key, part.round_number) for key, part in parts.items() if part.round_number] == [
        ("åbning", 1),
        ("forældre", 2),
        ("slutrunde", 3),
    ]
    assert {part.rounds_in_phase for part in parts.values()} == {3}
    assert (parts["velkomst"].passage, parts["veje"].passage) == (Passage.PAST, Passage.DROPPED)
    assert parts["veje"].planned_seconds == 0


def test_notes_stand_by_part_with_whose_words_they_are_and_an_empty_one_only_with_its_mark() -> None:
    told = Told().starts().enters("åbning").notes("lone", "Ro").notes("peter", "").notes("kirsten", "", mark=Mark.WISH)
    told.notes("mikkel", "Læst", read_by="maja").notes("hanne", "Før", part="velkomst")
    notes = meeting_view(told.history).notes
    assert [(note.name, note.text, note.part_title) for note in notes] == [
        ("Hanne", "Før", "Velkomst"),
        ("Lone", "Ro", "Åbning"),
        ("Kirsten", "", "Åbning"),
        ("Mikkel", "Læst", "Åbning"),
    ]
    assert (notes[3].read_by, notes[3].reader, notes[0].reader) == ("maja", "Maja", "")
    assert meeting_view(told.history).note(NoteKey("åbning", "peter", 0)) is None


def test_agreements_carry_the_remarks_on_them() -> None:
    carried = (CarriedAgreement(1, "Fra sidst", "peter", date(2026, 9, 1)),)
    told = Told(plan(carried=carried))
    assert meeting_view(told.history).agreements[0].checks == (), "before the roll call nobody has stayed away"
    told.starts(absent=("peter",)).agrees("Kirsten henter hver onsdag", "kirsten", start=date(2026, 12, 2))
    told.does(cmd.AnswerAgreement(2, Answer.YES)).agrees("Vi ringer sammen")
    first, second, third = meeting_view(told.history).agreements
    assert [check.code for check in first.checks] == [CheckCode.OWNER_NEVER_CAME]
    assert (second.checks, second.answered_at, second.owner_relation) == ((), STARTS, "farmor")
    assert [check.code for check in third.checks] == [CheckCode.OWNER_IS_VI, CheckCode.NO_DATE]
    assert [check.code for check in meeting_view(told.history).list_checks] == [CheckCode.NONE_ON_PROFESSIONAL]
    told.does(cmd.SetFollowUp(datetime(2026, 12, 1, 16, 0)))  # noqa: DTZ001
    assert meeting_view(told.history).agreements[1].checks[0].code is CheckCode.DATE_AFTER_FOLLOW_UP


def test_a_date_is_in_the_past_when_it_is_before_the_day_of_the_meeting() -> None:
    told = Told().starts().agrees("Lone ringer", "lone", due=STARTS.date())
    assert CheckCode.DATE_IN_PAST not in {check.code for check in meeting_view(told.history).agreements[0].checks}
    told.agrees("Lone ringer", "lone", due=STARTS.date() - timedelta(days=1), number=1)
    assert CheckCode.DATE_IN_PAST in {check.code for check in meeting_view(told.history).agreements[0].checks}


def test_an_absent_child_heard_through_somebody_can_own_an_agreement_without_a_remark() -> None:
    told = Told().does(cmd.ChoosePlace("mikkel", ChildPlace(PlaceKind.THROUGH, "lone"))).starts(absent=("mikkel",))
    told.agrees("Mikkel øver sig", "mikkel", due=date(2026, 12, 2))
    told.agrees("Mikkel øver sig sammen med Lone", "mikkel", due=date(2026, 12, 2), number=1)
    assert [check.code for check in meeting_view(told.history).agreements[0].checks] == [CheckCode.NOT_YES_YET]


def test_what_is_missing_is_told_while_the_meeting_runs() -> None:
    told = Told().starts()
    assert MissingCode.FOLLOW_UP_MISSING in {one.code for one in meeting_view(told.history).missing}
    told.does(cmd.StopMeeting("Alarm"))
    view = meeting_view(told.history)
    assert (view.missing, view.stage, view.stop_reason, view.undo) == ((), MeetingStage.ENDED, "Alarm", None)
    assert view.next == NextAct(NextKind.NOTHING)


def test_a_hole_in_the_time_says_who_had_the_word() -> None:
    told = Told().starts().enters("åbning").gives("lone", each=30).after(400)
    told.does(cmd.ReportGap(told.now - timedelta(seconds=400)), step=False)
    gap = meeting_view(told.history).gap
    assert gap is not None
    assert (gap.name, gap.until - gap.since) == ("Lone", timedelta(seconds=400))
    assert gap.since.utcoffset() == STARTS.utcoffset()


def test_a_tolk_is_there_when_somebody_who_comes_speaks_through_one() -> None:
    told = Told().starts()
    assert not meeting_view(told.history).interpreter
    told.does(cmd.AddPerson(replace(FAMILY[3], id="ny", name="Ayaan Nur", called="Ayaan", through_interpreter=True)))
    assert meeting_view(told.history).interpreter
