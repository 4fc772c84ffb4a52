"""A scenario's steps as a meeting: whose turn, how long, in which part, word for word from README.md."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.services.stories import (
    CLOSING,
    FAMILY,
    OPENING,
    Step,
    everyone,
    family,
    refusal,
    speak,
    step,
    tell,
)

#: From d1 to the first aftale part, d11, with no round begun on the way.
TO_AGREEMENTS = [step("next_part")] * 10
FOUR_ROUNDS = [*everyone(), *everyone(), *everyone(), *everyone()]


# --- speak


def test_the_first_word_opens_the_first_round_and_the_wait_before_it_belongs_to_the_welcome(tmp_path: Path) -> None:
    told = tell(tmp_path, speak("ida", 30, wait=360, note="Hej"), speak("mor", 20))

    assert told.turns("d2")[:3] == [("ida", "talt", 30), ("mor", "taler", 20), ("far", "venter", 0)]
    assert [who for who, _, _ in told.turns("d2")] == list(OPENING)
    assert (told.used("d1"), told.used("d2")) == (360, 50)
    assert told.notes() == [("d2", "ida", "Hej")]


def test_when_everyone_has_been_offered_the_next_word_opens_the_next_round(tmp_path: Path) -> None:
    told = tell(tmp_path, *everyone(), speak("ida", 10))

    assert told.spoke("d2") == list(OPENING)
    assert told.turns("d4")[0] == ("ida", "taler", 10)
    assert told.used("d3") == 0


def test_while_somebody_waits_a_second_word_is_an_extra_turn_after_the_others(tmp_path: Path) -> None:
    told = tell(tmp_path, speak("ida"), speak("ida", 5, note="Og så …"), speak("mor"))

    assert [who for who, _, _ in told.turns("d2")] == [*OPENING, "ida"]
    assert told.turns("d2")[-1] == ("ida", "talt", 5)
    assert told.parts_with_turns() == ["d2"]


def test_after_the_last_round_words_are_extra_turns_in_it(tmp_path: Path) -> None:
    told = tell(tmp_path, *[step("next_part")] * 12, *everyone(CLOSING), speak("mor", 4), speak("far", 3))

    assert told.turns("d13")[-2:] == [("mor", "talt", 4), ("far", "taler", 3)]


def test_someone_who_is_not_in_the_order_gets_an_extra_turn(tmp_path: Path) -> None:
    told = tell(tmp_path, speak("mor"), speak("lærer", 7), method="din-o")

    assert told.turns("o2") == [("ida", "venter", 0), ("mor", "talt", 30), ("far", "venter", 0), ("lærer", "taler", 7)]


def test_in_aftale_and_open_parts_every_word_is_a_free_turn(tmp_path: Path) -> None:
    told = tell(tmp_path, *TO_AGREEMENTS, speak("mor", 5, note="En"), speak("mor", 6, note="To"), speak("far", 1))

    assert told.turns("d11") == [("mor", "talt", 5), ("mor", "talt", 6), ("far", "taler", 1)]
    assert told.notes() == [("d11", "mor", "En"), ("d11", "mor", "To")]

    told = tell(tmp_path, *[step("next_part")] * 5, speak("lærer", 9), method="um")
    assert told.turns("u6") == [("lærer", "taler", 9)]


def test_a_word_after_the_last_round_is_refused_where_words_are_not_given(tmp_path: Path) -> None:
    assert refusal(tmp_path, *[step("next_part")] * 13, speak("mor")) == (14, "no_round_ahead")


@pytest.mark.parametrize("role", ["mødeleder", "tolk", "referent"])
def test_those_who_serve_the_meeting_have_no_turn(tmp_path: Path, role: str) -> None:
    people = (*FAMILY, {"id": "x", "name": "Eva Dam", "role": role})
    assert refusal(tmp_path, speak("ida"), speak("x"), people=people) == (2, "without_turn")
    assert "x" not in [who for who, _, _ in tell(tmp_path, speak("ida"), people=people).turns("d2")]


# --- pas, senere, read aloud


def test_pas_is_final_for_its_round_and_senere_comes_back(tmp_path: Path) -> None:
    told = tell(
        tmp_path,
        step("pass", who="ida"),
        step("later", who="mor"),
        *everyone(OPENING[2:]),
        speak("mor", 12),
        speak("ida", 3),
    )

    assert told.turns("d2")[:2] == [("ida", "pas", 0), ("mor", "talt", 12)]
    assert told.turns("d4")[0] == ("ida", "taler", 3)


def test_a_round_is_not_over_while_a_senere_is_left(tmp_path: Path) -> None:
    told = tell(tmp_path, step("later", who="ida"), *everyone(OPENING[1:]), speak("mor", 4))

    assert told.turns("d2")[0] == ("ida", "senere", 0)
    assert told.turns("d2")[-1] == ("mor", "taler", 4)


def test_pas_can_be_the_first_in_a_new_round(tmp_path: Path) -> None:
    assert tell(tmp_path, *everyone(), step("pass", who="ida")).turns("d4")[0] == ("ida", "pas", 0)


def test_the_words_of_someone_absent_are_a_turn_read_by_somebody_there(tmp_path: Path) -> None:
    told = tell(
        tmp_path,
        speak("ida"),
        step("read_aloud", who="farmor", by="mor", text="Hils alle.", seconds=9),
        people=family(farmor={"present": False}),
    )

    assert told.turns("d2")[-1] == ("farmor", "læst op", 9)
    note = told.json["notes"][0]
    assert (told.names[note["person"]], told.names[note["read_aloud_by"]], note["text"]) == (
        "farmor",
        "mor",
        "Hils alle.",
    )


def test_somebody_absent_reads_nothing_aloud(tmp_path: Path) -> None:
    absent = family(farmor={"present": False})
    words = step("read_aloud", who="ida", by="farmor", text="Hej")
    assert refusal(tmp_path, words, people=absent) == (1, "not_here")


@pytest.mark.parametrize("place", ["læses op", "via:farmor"])
def test_the_words_of_an_absent_child_belong_to_the_round_that_still_waits_for_them(tmp_path: Path, place: str) -> None:
    """The closing rounds end with the child: all others have spoken, and it is still this round."""
    absent = family(ida={"present": False, "place": place})
    words = step("read_aloud", who="ida", by="mor", text="Ro.", seconds=8) if place == "læses op" else speak("ida", 8)
    told = tell(tmp_path, *[step("next_part")] * 8, *everyone(CLOSING[:-1]), words, speak("farmor", 2), people=absent)

    assert told.turns("d9")[-1] == ("ida", "læst op" if place == "læses op" else "talt", 8)
    assert told.turns("d10")[0] == ("farmor", "taler", 2)


def test_an_absent_child_holds_up_nobody(tmp_path: Path) -> None:
    absent = family(ida={"present": False, "place": "læses op"})
    told = tell(tmp_path, *everyone(OPENING[1:]), speak("mor", 2), people=absent)

    assert told.turns("d2")[0] == ("ida", "venter", 0)
    assert ("mor", "taler", 2) in told.turns("d4")


# --- the open turn


def test_tolk_and_indskud_leave_the_speakers_own_seconds_alone(tmp_path: Path) -> None:
    told = tell(
        tmp_path,
        speak("mor", 30),
        step("interpreter", seconds=25),
        step("remark", who="far", seconds=12),
        step("interpreter", seconds=5),
        step("let_run"),
        speak("far", 3),
    )

    assert told.turns("d2")[1] == ("mor", "talt", 30)
    assert told.json["turns"][1]["interpreter_seconds"] == 30
    assert told.used("d2") == 30 + 25 + 12 + 5 + 3


def test_a_turn_stays_open_while_the_word_does_not_move(tmp_path: Path) -> None:
    between: list[Step] = [
        step("agree", text="Mor ringer", who="mor"),
        step("board", text="Søvn"),
        step("pause", minutes=5),
        step("leave", who="far"),
    ]
    told = tell(tmp_path, speak("mor", 30), *between, step("interpreter", seconds=4))

    assert told.turns("d2")[1] == ("mor", "taler", 30)
    assert told.json["turns"][1]["interpreter_seconds"] == 4


@pytest.mark.parametrize("last", [step("interpreter", seconds=3), step("let_run"), step("it_was", who="mor")])
def test_what_belongs_to_a_turn_is_refused_where_nobody_has_the_word(tmp_path: Path, last: Step) -> None:
    assert refusal(tmp_path, last) == (1, "nobody_speaks")
    assert refusal(tmp_path, speak("ida"), step("next_part"), last) == (3, "nobody_speaks")


def test_it_was_moves_the_turn_its_seconds_and_its_note(tmp_path: Path) -> None:
    told = tell(
        tmp_path,
        speak("ida", 30, note="Jeg sover dårligt."),
        step("interpreter", seconds=6),
        step("it_was", who="mor"),
        speak("ida", 5),
    )

    assert told.turns("d2")[:2] == [("ida", "taler", 5), ("mor", "talt", 30)]
    assert told.json["turns"][1]["interpreter_seconds"] == 6
    assert told.notes() == [("d2", "mor", "Jeg sover dårligt.")]


def test_it_was_somebody_who_has_spoken_makes_an_extra_turn_of_theirs(tmp_path: Path) -> None:
    told = tell(tmp_path, speak("ida", 30, note="En"), speak("mor", 20, note="To"), step("it_was", who="ida"))

    assert told.turns("d2")[:2] == [("ida", "talt", 30), ("mor", "venter", 0)]
    assert told.turns("d2")[-1] == ("ida", "taler", 20)
    assert [who for _, who, _ in told.notes()] == ["ida", "ida"]


# --- parts and pauses


def test_next_part_leaves_those_who_wait_waiting_and_rounds_never_begun_give_no_turns(tmp_path: Path) -> None:
    told = tell(tmp_path, speak("ida"), step("later", who="far"), *[step("next_part")] * 3, speak("mor", 10))

    assert told.parts_with_turns() == ["d2", "d5"]
    assert [state for _, state, _ in told.turns("d2")] == ["talt", "venter", "senere", "venter", "venter", "venter"]


def test_next_part_goes_to_the_last_part_and_no_further(tmp_path: Path) -> None:
    assert tell(tmp_path, *[step("next_part")] * 13, step("board", text="Tak", wait=5)).used("d14") == 5
    assert refusal(tmp_path, *[step("next_part")] * 14) == (14, "no_more_parts")


def test_a_pause_before_the_methods_own_break_is_that_break(tmp_path: Path) -> None:
    told = tell(tmp_path, *FOUR_ROUNDS, step("board", text="Søvn"), step("pause", minutes=10), speak("farmor", 5))

    assert told.pauses() == [("d8", 600)]
    assert (told.used("d7"), told.used("d8")) == (0, 600)
    assert told.turns("d9")[0] == ("farmor", "taler", 5)


@pytest.mark.parametrize("before", [[], [speak("ida")], [step("next_part")], [*FOUR_ROUNDS[:-1]]])
def test_any_other_pause_belongs_to_no_part_and_the_round_goes_on(tmp_path: Path, before: list[Step]) -> None:
    told = tell(tmp_path, *before, step("pause", minutes=2.5), speak("sag", 5))

    assert told.pauses() == [(None, 150)]
    assert sum(part["used_seconds"] for part in told.json["parts"]) == 5 + 30 * len(
        [one for one in before if one["do"] == "speak"]
    )
    assert ("sag", "taler", 5) in told.turns(told.parts_with_turns()[-1])


def test_the_methods_break_is_held_once(tmp_path: Path) -> None:
    pauses = [step("pause", minutes=10), step("pause", minutes=5)]
    assert tell(tmp_path, *FOUR_ROUNDS, *pauses).pauses() == [("d8", 600), (None, 300)]


# --- undo


def test_undo_takes_back_the_whole_step_before_it(tmp_path: Path) -> None:
    told = tell(tmp_path, speak("ida", 30), speak("mor", 20, note="Væk"), step("undo"), speak("far", 4))

    assert told.turns("d2")[:3] == [("ida", "talt", 30), ("mor", "venter", 0), ("far", "taler", 4)]
    assert told.notes() == []
    assert told.used("d2") == 54


def test_undo_opens_the_former_turn_again_as_if_it_had_never_ended(tmp_path: Path) -> None:
    told = tell(tmp_path, speak("mor", 30), step("next_part"), step("undo"), step("interpreter", seconds=3))

    assert told.turns("d2")[1] == ("mor", "taler", 30)
    assert told.json["turns"][1]["interpreter_seconds"] == 3


@pytest.mark.parametrize(
    "taken_back",
    [
        step("pass", who="mor"),
        step("later", who="mor"),
        step("leave", who="mor"),
        step("pause", minutes=5),
        step("follow_up", at=datetime(2027, 1, 19, 16, 0)),  # noqa: DTZ001
        step("follow_up", none="Alt er godt"),
        step("board", text="Søvn"),
        step("park", text="Ferien"),
        step("experience", text="Rart"),
        step("reservation", who="far", text="Ikke onsdag"),
        step("agree", text="Mor ringer", who="mor"),
        step("private", text="Husk pause"),
        step("it_was", who="far"),
        step("interpreter", seconds=0),
        step("remark", who="far", seconds=0),
        step("read_aloud", who="far", by="mor", text="Hej"),
        step("let_run"),
    ],
    ids=lambda one: str(one["do"]),
)
def test_undo_leaves_no_trace_of_any_step_in_the_meeting(tmp_path: Path, taken_back: Step) -> None:
    before = tell(tmp_path, speak("ida", 30), step("remark", who="far", seconds=0)).json
    after = tell(tmp_path, speak("ida", 30), step("remark", who="far", seconds=0), taken_back, step("undo")).json

    time_passes = {"events", "parts"}
    assert {key: after[key] for key in after.keys() - time_passes} == {
        key: before[key] for key in before.keys() - time_passes
    }


def test_the_next_agreement_takes_the_freed_number(tmp_path: Path) -> None:
    told = tell(
        tmp_path,
        step("agree", text="En", who="mor"),
        step("agree", text="To", who="far"),
        step("undo"),
        step("agree", text="Ny to", who="ida"),
        step("agree", text="Tre", who="far"),
    )
    assert told.agreements() == {1: "En", 2: "Ny to", 3: "Tre"}


def test_twenty_steps_can_be_taken_back_and_the_start_cannot(tmp_path: Path) -> None:
    steps = [speak("ida" if number % 2 else "mor", 1, note=str(number)) for number in range(30)]
    told = tell(tmp_path, *steps, *[step("undo")] * 30)
    assert (told.json["turns"], told.notes()) == ([], [])
    assert refusal(tmp_path, *steps, *[step("undo")] * 31) == (61, "nothing_to_undo")
