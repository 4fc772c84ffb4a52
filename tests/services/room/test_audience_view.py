"""What the room sees: one calm picture at a time, of what is going on now."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.history import begin
from netmoede_desktop.domain.meeting.plan import CarriedAgreement
from netmoede_desktop.domain.methods.method import Part, PartKind, PartTask, Phase, Prompts
from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role
from netmoede_desktop.domain.privacy.names import room_names
from netmoede_desktop.domain.privacy.room_text import RoomText
from netmoede_desktop.services.room.audience import (
    AudienceAgreement,
    AudiencePause,
    AudiencePhase,
    AudienceSeat,
    AudienceSeatState,
    AudienceStep,
    AudienceView,
    Scene,
    Shape,
)
from netmoede_desktop.services.room.audience_view import audience_view
from tests.domain.meeting.random_meetings import RandomMeeting
from tests.domain.meeting.script import FAMILY, PARTS, Told, method, part, plan


def asking(known: Part, room: str, **more: object) -> Part:
    return replace(known, prompts=Prompts(room=room), **more)  # type: ignore[arg-type]


ASKED = (
    asking(PARTS[0], "Velkommen"),
    asking(PARTS[1], "Hvad går godt for {barn}?"),
    PARTS[2],
    asking(PARTS[3], "Det har vi hørt", task=PartTask.BOARD),
    asking(PARTS[4], "Pause til kl. {tid}"),
    *PARTS[5:],
)


def meeting(**more: object) -> Told:
    return Told(plan(parts=ASKED, **more))  # type: ignore[arg-type]


def seen(told: Told, *, reading: int | None = None, show_agreements: bool = False) -> AudienceView:
    return audience_view(told.state, reading=reading, show_agreements=show_agreements)


def test_before_it_begins_the_room_is_welcomed_and_sees_where_everyone_sits() -> None:
    view = audience_view(begin(plan(parts=ASKED)).state)
    assert (view.scene, view.question, view.speaker, view.then) == (Scene.WELCOME, "Velkommen", "", ())
    assert view.seats == tuple(
        AudienceSeat(name, shape, AudienceSeatState.QUIET)
        for name, shape in [
            *((name, Shape.ROUND) for name in ("Mikkel", "Lone", "Peter", "Kirsten")),
            *((name, Shape.SQUARE) for name in ("Hanne", "Søren")),
            ("Maja", Shape.DASHED),
        ]
    )
    assert (view.pause_at, view.ends_at) == (time(16, 25), time(17, 10))


def test_in_a_round_it_sees_the_question_whose_turn_it_is_and_the_next_two() -> None:
    told = meeting().starts(absent=("peter",)).enters("åbning").gives("mikkel", each=30).passes("lone").gives("kirsten")
    view = seen(told)
    assert (view.scene, view.question) == (Scene.TABLE, "Hvad går godt for Mikkel?")
    assert (view.speaker, view.reader, view.then) == ("Kirsten", "", ("Hanne", "Søren"))
    assert [(seat.name, seat.state) for seat in view.seats] == [
        ("Mikkel", AudienceSeatState.DONE),
        ("Lone", AudienceSeatState.DONE),
        ("Kirsten", AudienceSeatState.SPEAKING),
        ("Hanne", AudienceSeatState.WAITING),
        ("Søren", AudienceSeatState.WAITING),
        ("Maja", AudienceSeatState.QUIET),
    ], "passing and having spoken look the same; who has not come is not at the table"


def test_who_says_later_still_waits_and_comes_last() -> None:
    told = meeting().starts().enters("åbning").defers("mikkel")
    view = seen(told)
    assert view.then == ("Lone", "Peter")
    assert view.seats[0] == AudienceSeat("Mikkel", Shape.ROUND, AudienceSeatState.WAITING)


def test_words_read_aloud_have_a_seat_and_a_reader_though_their_person_is_away() -> None:
    told = meeting().does(cmd.ChoosePlace("mikkel", ChildPlace(PlaceKind.READ_ALOUD))).starts(absent=("mikkel",))
    assert "Mikkel" not in [seat.name for seat in seen(told).seats]
    told.enters("åbning").does(cmd.ReadAloud("mikkel", "maja"))
    view = seen(told)
    assert (view.speaker, view.reader) == ("Mikkel", "Maja")
    assert view.seats[0] == AudienceSeat("Mikkel", Shape.ROUND, AudienceSeatState.SPEAKING)


def test_the_board_is_shown_where_it_is_summed_up_and_only_there() -> None:
    told = meeting().starts().does(cmd.WriteBoard("Lone Holm sover bedst i huset"))
    assert seen(told).board == ()
    view = seen(told.enters("tavlen"))
    assert (view.scene, view.board) == (Scene.BOARD, (RoomText("Lone … sover bedst i huset"),))


def test_agreements_are_shown_as_they_are_formulated_and_those_that_are_settled_no_more() -> None:
    carried = (CarriedAgreement(1, "Gjort", "lone"), CarriedAgreement(2, "Ikke nået", "peter", due=date(2026, 9, 1)))
    told = meeting(carried=carried).starts().enters("aftaler").does(cmd.GiveStatus(1, "gjort"))
    told.agrees("Kirsten Holm henter", "kirsten", start=date(2026, 12, 2), sign="Ro hos Holm")
    told.does(cmd.AnswerAgreement(3, Answer.YES)).agrees("Uden ejer")
    view = seen(told)
    assert view.scene is Scene.AGREEMENTS
    assert view.agreements == (
        AudienceAgreement(2, RoomText("Ikke nået"), "Peter", None, date(2026, 9, 1), None, False),
        AudienceAgreement(
            3, RoomText("Kirsten … henter"), "Kirsten", date(2026, 12, 2), None, RoomText("Ro hos …"), True
        ),
        AudienceAgreement(4, RoomText("Uden ejer"), "", None, None, None, False),
    )
    assert seen(told.enters("slutrunde")).agreements == ()


def test_one_agreement_is_read_at_a_time_and_all_can_be_shown_in_any_part() -> None:
    told = meeting().starts().agrees("Lone ringer", "lone").enters("åbning")
    view = seen(told, reading=1)
    assert view.scene is Scene.READING and view.agreements == ()
    assert view.reading is not None and (view.reading.number, view.reading.owner) == (1, "Lone")
    assert seen(told, reading=9).scene is Scene.TABLE and seen(told, reading=9).reading is None
    shown = seen(told, show_agreements=True)
    assert shown.scene is Scene.AGREEMENTS and len(shown.agreements) == 1 and shown.reading is None


def test_a_pause_hides_everything_and_says_when_it_is_over() -> None:
    told = meeting().starts().enters("åbning").gives("mikkel").agrees("Lone ringer", "lone")
    told.at("16:20").does(cmd.BeginPause(10))
    view = seen(told, reading=1, show_agreements=True)
    assert (view.scene, view.pause, view.question) == (Scene.PAUSE, AudiencePause(time(16, 30)), "")
    assert (view.agreements, view.reading) == ((), None)
    told.does(cmd.EndPause(), cmd.TimeOut())
    assert seen(told).pause == AudiencePause(None)
    assert seen(told.does(cmd.EndPause())).scene is Scene.TABLE


def test_a_break_that_is_gone_into_without_a_length_ends_as_planned_and_once_held_asks_nothing() -> None:
    told = meeting().starts().at("16:26").enters("hvil")
    assert (seen(told).scene, seen(told).pause) == (Scene.PAUSE, AudiencePause(time(16, 36)))
    told.does(cmd.BeginPause(10)).at("16:36").does(cmd.EndPause())
    view = seen(told)
    assert (view.scene, view.question, view.pause) == (Scene.TABLE, "", None)


def test_the_next_meeting_is_shown_as_it_is_agreed_and_why_there_is_none_is_not() -> None:
    parts = (*ASKED[:7], asking(PARTS[7], "Hvornår ses vi igen?", task=PartTask.FOLLOW_UP))
    told = Told(plan(parts=parts)).starts().enters(parts[-1].id)
    view = seen(told)
    assert (view.scene, view.question, view.next_meeting) == (Scene.NEXT_MEETING, "Hvornår ses vi igen?", None)
    told.does(cmd.SetFollowUp(datetime(2027, 1, 19, 16, 0)))  # noqa: DTZ001
    view = seen(told)
    assert (view.scene, view.next_meeting, view.next_meeting_at) == (
        Scene.NEXT_MEETING, date(2027, 1, 19), time(16, 0),
    )  # fmt: skip
    view = seen(told.does(cmd.DeclineFollowUp("Lone flytter til Aarhus")))
    assert (view.next_meeting, view.no_next_meeting) == (None, True)
    assert "Aarhus" not in repr(view)


@pytest.mark.parametrize(
    ("place", "shown"),
    [("Kulturhuset, sal B", "Kulturhuset, sal B"), ("Hos Lone Holm", None), ("Åvej 3", None), ("", None)],
)
def test_where_the_next_meeting_is_is_shown_where_all_of_it_is_for_the_room(place: str, shown: str | None) -> None:
    told = meeting().starts().does(cmd.SetFollowUp(datetime(2027, 1, 19, 16, 0), place))  # noqa: DTZ001
    assert seen(told).next_meeting_place == (None if shown is None else RoomText(shown))


def test_where_the_next_meeting_is_is_nobodys_while_an_address_is_protected() -> None:
    people = (replace(FAMILY[0], protected_address=True), *FAMILY[1:])
    told = Told(plan(people=people)).starts().does(cmd.SetFollowUp(datetime(2027, 1, 19, 16, 0), "Stalden"))  # noqa: DTZ001
    told.enters("tavlen").does(cmd.WriteBoard("Vi ses i Stalden"))
    view = seen(told)
    assert view.next_meeting_place is None
    assert "Stalden" not in repr(view)


def test_after_the_end_the_room_is_thanked_and_the_agreements_can_still_be_shown() -> None:
    told = meeting().starts().agrees("Lone ringer", "lone").does(cmd.SetFollowUp(datetime(2027, 1, 19, 16, 0)))  # noqa: DTZ001
    told.does(cmd.StopMeeting("Alarm"))
    view = seen(told)
    assert (view.scene, view.question) == (Scene.THANKS, "")
    assert (view.next_meeting, view.next_meeting_at) == (date(2027, 1, 19), time(16, 0))
    assert len(seen(told, show_agreements=True).agreements) == 1


def test_the_phases_are_told_in_plain_words_and_a_dropped_one_is_not() -> None:
    phases = (
        Phase("a", "Første", "Sådan er det nu"),
        Phase("b", "Anden", "Sådan kan det blive"),
        Phase("c", "C", "Tak"),
    )
    parts = (
        part("ind", PartKind.INFO, (2, 4, 6)),
        part("rum", PartKind.ROUND, (2, 4, 6), "FOR", optional=True),
        part("ud", PartKind.ROUND, (2, 4, 6), "FOR"),
    )
    placed = tuple(replace(one, phase=phase.id) for one, phase in zip(parts, phases, strict=True))
    told = Told(plan(method=method(placed, phases=phases))).starts()
    assert seen(told).phases == (
        AudiencePhase("Sådan er det nu", AudienceStep.NOW),
        AudiencePhase("Sådan kan det blive", AudienceStep.AHEAD),
        AudiencePhase("Tak", AudienceStep.AHEAD),
    )
    told.does(cmd.DropPart("rum")).goes_on()
    assert seen(told).phases == (
        AudiencePhase("Sådan er det nu", AudienceStep.PAST),
        AudiencePhase("Tak", AudienceStep.NOW),
    )


def test_times_of_day_are_calm() -> None:
    told = meeting().starts()
    assert {seen(told.after(45)).pause_at for _ in range(3)} == {time(16, 25)}
    assert seen(told.at("16:08").notes("lone", "Ro")).pause_at == time(16, 30), "two minutes late: 16.28"
    assert seen(told.does(cmd.ExtendMeeting(15))).ends_at == time(17, 25)
    assert seen(told.does(cmd.DropPart("hvil"))).pause_at is None
    assert seen(meeting().starts().enters("veje")).pause_at is None


def test_times_are_told_as_the_clock_on_the_wall_shows_them() -> None:
    told = meeting().starts()
    told.now = (told.now + timedelta(minutes=20)).astimezone(UTC)
    view = seen(told.does(cmd.BeginPause(10)))
    assert view.pause == AudiencePause(time(16, 30))
    assert (view.pause_at, view.ends_at) == (time(16, 50), time(17, 10))


@pytest.mark.parametrize(
    ("child", "called", "shown"),
    [
        ("Mikkel", "Mikkel", "Mikkel"),
        ("Mikkel Holm", "Mikkel", "Mikkel"),
        ("Mikkel", "Mikkel Holm", "Mikkel"),
        ("Mikkel Holm", "Miki", "Miki"),
        ("Emma Karlsen", "Mikkel", "Emma"),
        ("", "Mikkel", "Mikkel"),
    ],
)
def test_the_child_is_called_what_it_wants_to_be_called(child: str, called: str, shown: str) -> None:
    told = Told(replace(plan((replace(FAMILY[0], called=called), *FAMILY[1:]), parts=ASKED), child=child)).starts()
    assert seen(told).child == shown
    assert seen(told.enters("åbning")).question == f"Hvad går godt for {shown}?"


def names(*people: tuple[str, str, str], unfit: str = "?") -> list[str]:
    everyone = [
        Person(str(n), name, called, Role.PRIVATE, relation) for n, (name, called, relation) in enumerate(people)
    ]
    return list(room_names(everyone, lambda relation: unfit not in relation).values())


def test_names_are_told_apart_by_a_letter_then_the_relation_then_a_number() -> None:
    assert names(("Hanne Bak", "Hanne", "lærer")) == ["Hanne"]
    assert names(("Hanne Bak", "Hanne", "lærer"), ("Hanne Vang", "hanne", "nabo")) == ["Hanne B.", "hanne V."]
    assert names(("Hanne Bak", "Hanne", "lærer"), ("Hanne Birk", "Hanne", "nabo")) == ["Hanne lærer", "Hanne nabo"]
    assert names(("Hanne Bak", "Hanne", "nabo"), ("Hanne Birk", "Hanne", "nabo")) == ["Hanne 1", "Hanne 2"]
    assert names(("Hanne Bak", "Hanne", ""), ("Hanne Birk", "Hanne", "")) == ["Hanne 1", "Hanne 2"]
    assert names(("Hanne", "Hanne", ""), ("Hanne", "Hanne", ""), ("Hanne Ravn", "Hanne 1", "")) == [
        "Hanne 2",
        "Hanne 3",
        "Hanne 1",
    ]


def test_a_relation_that_is_not_for_the_room_tells_nobody_apart() -> None:
    people = (("Hanne Bak", "Hanne", "kusine?"), ("Hanne Birk", "Hanne", "nabo"))
    assert names(*people) == ["Hanne", "Hanne nabo"]
    assert names(*people, ("Hanne Bo", "Hanne", "nabo?")) == ["Hanne 1", "Hanne nabo", "Hanne 2"]


@pytest.mark.parametrize(
    ("name", "called", "shown"),
    [
        ("Lone Holm", "Lone Holm", "Lone"),
        ("Anne Marie Holm", "Anne Marie Holm", "Anne Marie"),
        ("Poul Krogh", "Krogh", "Krogh"),
        ("Lise Holm", "Fru Holm", "Fru Holm"),
        ("Lone", "Lone", "Lone"),
    ],
)
def test_a_full_name_in_place_of_a_called_name_loses_its_surname(name: str, called: str, shown: str) -> None:
    assert names((name, called, "")) == [shown]


def test_over_its_time_the_room_is_told_no_end_that_is_past_or_before_the_pause() -> None:
    told = meeting().starts().at("16:58")
    before_the_end = audience_view(told.state, told.now)
    assert (before_the_end.pause_at, before_the_end.ends_at) == (time(17, 20), None), "the pause comes after the end"
    told.enters("veje")
    assert (seen(told).pause_at, seen(told).ends_at) == (None, time(17, 10))
    assert audience_view(told.state, told.now + timedelta(minutes=12)).ends_at is None


def test_a_pause_that_is_over_has_no_time() -> None:
    told = meeting().starts().enters("hvil")
    assert audience_view(told.state, told.now + timedelta(minutes=5)).pause == AudiencePause(time(16, 10))
    assert audience_view(told.state, told.now + timedelta(minutes=30)).pause == AudiencePause(None)
    told.does(cmd.BeginPause(10))
    assert audience_view(told.state, told.now + timedelta(minutes=9)).pause == AudiencePause(time(16, 10))
    assert audience_view(told.state, told.now + timedelta(minutes=10)).pause == AudiencePause(None)


@given(seed=st.integers(0, 2**32 - 1), later=st.integers(0, 4000))
@settings(max_examples=60)
def test_no_time_that_is_told_to_the_room_has_passed(seed: int, later: int) -> None:
    running = RandomMeeting(seed)
    history = begin(running.plan)
    for _ in range(30):
        history = running.press(history)
    now = max(running.now, history.state.last_at or running.now) + timedelta(seconds=later)
    view = audience_view(history.state, now)
    if history.state.running and now < running.plan.starts + timedelta(hours=7):
        told = [view.pause_at, view.ends_at, None if view.pause is None else view.pause.back_at]
        assert all(at is None or at > now.time() for at in told)
        assert view.pause_at is None or view.ends_at is None or view.pause_at < view.ends_at
