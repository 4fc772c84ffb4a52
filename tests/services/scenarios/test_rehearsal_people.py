"""People who come and go in a scenario, what is refused, what is written down, and how a meeting ends."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.services.scenarios.rehearsal import StepRefused
from tests.services.stories import (
    OPENING,
    Step,
    everyone,
    family,
    fold,
    read,
    refusal,
    speak,
    step,
    tell,
)

# --- people who come and go


def test_a_late_arrival_is_offered_the_round_at_its_end(tmp_path: Path) -> None:
    told = tell(tmp_path, speak("ida"), step("arrive", who="mor"), speak("far"), people=family(mor={"present": False}))

    assert [who for who, _, _ in told.turns("d2")] == ["ida", "far", "farmor", "lærer", "sag", "mor"]


def test_a_late_arrival_opens_a_finished_round_again(tmp_path: Path) -> None:
    others = everyone(tuple(who for who in OPENING if who != "farmor"))
    absent = family(farmor={"present": False})

    told = tell(tmp_path, *others, step("arrive", who="farmor"), speak("farmor", 4), speak("ida", 2), people=absent)
    assert told.turns("d2")[-1] == ("farmor", "talt", 4)
    assert told.turns("d4")[0] == ("ida", "taler", 2)


def test_who_leaves_is_gone_from_the_round_and_waits_again_on_coming_back(tmp_path: Path) -> None:
    left = [speak("ida"), step("leave", who="mor")]

    assert tell(tmp_path, *left).turns("d2")[1] == ("mor", "gået", 0)
    told = tell(tmp_path, *left, *everyone(OPENING[2:]), speak("ida", 1))
    assert [who for who, _, _ in told.turns("d4")] == [who for who in OPENING if who != "mor"]
    told = tell(tmp_path, *left, step("arrive", who="mor"))
    assert told.turns("d2")[-1] == ("mor", "venter", 0)
    assert refusal(tmp_path, *left, speak("mor")) == (3, "not_here")


def test_the_speaker_can_leave(tmp_path: Path) -> None:
    told = tell(tmp_path, speak("ida", 20), step("leave", who="ida"), speak("mor"))
    assert told.turns("d2")[0] == ("ida", "talt", 20)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([step("arrive", who="mor")], (1, "already_here")),
        ([step("leave", who="mor"), step("leave", who="mor")], (2, "not_here")),
        ([step("leave", who="mor"), step("remark", who="mor", seconds=2)], (2, "not_here")),
        ([step("leave", who="leder")], (1, "last_leader")),
        ([step("confirm", agreement=1, answer="ja")], (1, "unknown_agreement")),
        ([step("agree", text="A", who="mor"), step("status", agreement=1, value="gjort")], (2, "not_from_last_time")),
        ([step("follow_up", at=datetime(2026, 11, 23, 16, 0))], (1, "follow_up_before_meeting")),  # noqa: DTZ001
        ([step("finish"), step("board", text="x")], (2, "meeting_ended")),
        ([step("stop", reason="x"), step("undo")], (2, "meeting_ended")),
        ([step("pass", who="mor"), step("pass", who="mor")], (2, "already_offered")),
        ([step("undo")], (1, "nothing_to_undo")),
    ],
)
def test_a_step_that_cannot_be_is_refused_by_number(
    tmp_path: Path, steps: list[Step], expected: tuple[int, str]
) -> None:
    assert refusal(tmp_path, *steps) == expected


def test_a_refusal_knows_its_line_and_the_names_to_show(tmp_path: Path) -> None:
    with pytest.raises(StepRefused) as caught:
        tell(tmp_path, speak("ida"), speak("leder"))
    lines = (tmp_path / "scenarie.toml").read_text(encoding="utf-8").splitlines()
    assert lines[caught.value.line - 1 : caught.value.line + 2] == ["[[step]]", 'do = "speak"', 'who = "leder"']
    assert caught.value.names[str(caught.value.refusal.facts["person"])] == "Maja"


# --- what is written down


def test_everything_can_be_written_down_in_any_part(tmp_path: Path) -> None:
    written = [
        step("board", text="Søvn"),
        step("park", text="Ferien"),
        step("reservation", who="mor", text="Ikke onsdag"),
        step("experience", text="Rart"),
        step("private", text="Hemmelig"),
        step("agree", text="Mor ringer", who="mor", from_=date(2026, 12, 2), by=date(2026, 12, 9), sign="Ro"),
        step("follow_up", at=datetime(2027, 1, 19, 16, 0)),  # noqa: DTZ001
    ]
    for before in range(14):
        told = tell(tmp_path, *[step("next_part")] * before, *written)
        json = told.json
        assert (json["board"], json["parked"], json["experience"]) == (["Søvn"], ["Ferien"], ["Rart"])
        assert [one["text"] for one in json["reservations"]] == ["Ikke onsdag"]
        assert json["follow_up"] == {"at": "2027-01-19T16:00:00"}
        agreement = json["agreements"][0]
        assert (agreement["from"], agreement["by"], agreement["sign"]) == ("2026-12-02", "2026-12-09", "Ro")
        assert "Hemmelig" not in str(json)


def test_answers_are_kept_and_ret_gives_the_new_words(tmp_path: Path) -> None:
    told = tell(
        tmp_path,
        step("agree", text="En", who="mor"),
        step("agree", text="To", who="far"),
        step("agree", text="To", who="far"),
        step("confirm", agreement=1, answer="ret", text="Ny en"),
        step("confirm", agreement=2, answer="nej"),
    )
    assert [(one["text"], one["answer"]) for one in told.json["agreements"]] == [
        ("Ny en", "ret"),
        ("To", "nej"),
        ("To", None),
    ]


def test_open_agreements_come_first_and_get_a_status(tmp_path: Path) -> None:
    told = tell(
        tmp_path,
        step("status", agreement=2, value="i gang"),
        step("agree", text="Ny", who="mor"),
        method="din-o",
        agreements=({"text": "Gammel", "owner": "mor"}, {"text": "Ældre", "owner": "far", "by": date(2026, 9, 1)}),
    )
    assert told.agreements() == {1: "Gammel", 2: "Ældre", 3: "Ny"}
    assert [one["status"] for one in told.json["agreements"]] == [None, "i gang", None]


def test_who_was_never_there_gets_no_agreement_and_who_left_early_can(tmp_path: Path) -> None:
    agree = step("agree", text="Mor ringer", who="mor")
    assert refusal(tmp_path, agree, people=family(mor={"present": False})) == (1, "owner_not_here")
    assert tell(tmp_path, step("leave", who="mor"), agree).agreements() == {1: "Mor ringer"}


# --- the end


def test_finish_may_come_at_any_time_and_what_is_missing_is_overridden(tmp_path: Path) -> None:
    told = tell(tmp_path, speak("ida", 30), step("agree", text="A", who="mor"), step("finish", wait=30))

    assert told.json["overridden"] == [
        "agreement_without_date",
        "agreement_without_answer",
        "follow_up_missing",
        "child_not_asked",
        "not_everyone_offered",
        "experience_missing",
        "board_not_summarised",
    ]
    assert told.turns("d2")[0] == ("ida", "talt", 30)
    assert told.json["started"][:19] == "2026-11-23T16:00:00"
    assert told.json["ended"][:19] == "2026-11-23T16:01:00"
    assert datetime.fromisoformat(told.json["ended"]).tzinfo is not None


def test_a_meeting_can_be_stopped_early(tmp_path: Path) -> None:
    told = tell(tmp_path, speak("ida", 30), step("follow_up", none="Vi ringes ved"), step("stop", reason="Alarm"))

    assert told.json["overridden"] == ["stopped_early"]
    assert told.json["follow_up"] == {"none": "Vi ringes ved"}
    assert told.json["ended"] is not None


def test_a_scenario_without_an_end_leaves_the_meeting_open(tmp_path: Path) -> None:
    told = tell(tmp_path, speak("ida", 30))
    assert (told.json["ended"], told.turns("d2")[0]) == (None, ("ida", "taler", 30))


@pytest.mark.parametrize(
    ("day", "codes"),
    [(20, ["follow_up_too_early"]), (42, []), (70, []), (71, ["follow_up_too_late"])],
)
def test_r123_a_next_meeting_outside_the_methods_window_is_recorded(tmp_path: Path, day: int, codes: list[str]) -> None:
    after = datetime(2026, 11, 23, 15, 0) + timedelta(days=day)  # noqa: DTZ001
    told = tell(tmp_path, step("follow_up", at=after), step("finish")).json["overridden"]
    assert [code for code in told if code.startswith("follow_up")] == codes
    stopped = tell(tmp_path, step("follow_up", at=after), step("stop", reason="Alarmen gik"))
    assert stopped.json["overridden"] == ["stopped_early"], "it is taken up again when it can be"
    assert stopped.json["reasons"] == [{"code": "stopped_early", "reason": "Alarmen gik"}]


def test_that_no_parent_came_is_recorded(tmp_path: Path) -> None:
    gone: dict[str, object] = {"present": False}
    stop = step("stop", reason="Alarmen gik")
    for away, codes in (({"mor": gone}, []), ({"mor": gone, "far": gone}, ["parents_absent"])):
        assert tell(tmp_path, stop, people=family(**away)).json["overridden"] == [*codes, "stopped_early"]
    late = tell(tmp_path, step("arrive", who="far"), stop, people=family(mor=gone, far=gone))
    assert late.json["overridden"] == ["stopped_early"]


def test_a_length_above_the_hard_limit_is_recorded(tmp_path: Path) -> None:
    assert tell(tmp_path, method="pnm-1", planned_minutes=121).json["overridden"] == ["over_hard_limit"]
    assert tell(tmp_path, method="pnm-1", planned_minutes=120).json["overridden"] == []
    assert tell(tmp_path, method="din-1", planned_minutes=300).json["overridden"] == [], "DIN has no limit of its own"


def test_r092_the_practice_and_the_reason_are_the_scenarios_own(tmp_path: Path) -> None:
    def reasons(**meeting: object) -> tuple[tuple[str, str], ...]:
        rehearsed, _ = fold(read(tmp_path, planned_minutes=150, **meeting))
        return record(rehearsed[-1].history).reasons

    assert reasons(method="din-1") == ()
    assert reasons(method="din-1", practice="aalborg") == (("over_hard_limit", "øvemøde"),)
    assert reasons(method="pnm-1", practice="aalborg", over_reason="Tre børn") == (("over_hard_limit", "Tre børn"),)
    assert reasons(method="hlb-1", practice="aalborg", over_reason="Tre børn") == (), "it has no limit"


def test_the_events_of_all_steps_are_counted(tmp_path: Path) -> None:
    steps, _ = fold(read(tmp_path, speak("ida"), step("undo"), step("private", text="x"), step("finish")))
    assert steps[-1].history.events == sum(len(one.change.entries) for one in steps)
    assert [one.number for one in steps] == [0, 1, 2, 3, 4]
