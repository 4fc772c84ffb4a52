"""What is written down: agreements, board, parking, reservations, experience, follow-up (R100, R102, R109–R119)."""

from datetime import date, datetime

import pytest

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.plan import CarriedAgreement
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.minutes.record import AgreementRecord, EarlierWording
from netmoede_desktop.domain.people.people import ChildPlace, PlaceKind
from tests.domain.meeting.script import PARTS, Told, plan, replayed


def numbers(told: Told) -> dict[int, str]:
    return {number: agreement.text for number, agreement in sorted(told.state.capture.agreements.items())}


def agreement(told: Told, number: int) -> AgreementRecord:
    return next(each for each in record(told.history).agreements if each.number == number)


@pytest.mark.parametrize("part", [part.id for part in PARTS])
def test_r100_everything_can_be_written_down_in_any_part(part: str) -> None:
    told = (
        Told()
        .starts()
        .enters(part)
        .agrees("Kirsten henter", "kirsten")
        .does(
            cmd.WriteBoard("Mikkel sover bedst hos farmor"),
            cmd.ParkTopic("Sommerferien"),
            cmd.Reserve("lone", "Jeg er ikke sikker"),
            cmd.TellExperience("Det var godt"),
            cmd.SetFollowUp(datetime(2027, 1, 19, 16, 0)),  # noqa: DTZ001
            cmd.TakePrivate("1"),
        )
    )
    told.notes("mikkel", "Mine ord")
    facts = record(told.history)
    assert (facts.board, facts.parked) == (("Mikkel sover bedst hos farmor",), ("Sommerferien",))
    assert [(one.person, one.text) for one in facts.reservations] == [("lone", "Jeg er ikke sikker")]
    assert facts.experience == ("Det var godt",) and len(facts.agreements) == 1
    assert facts.notes[0].part == part
    assert told.state.capture.private == ("1",)
    assert "Mine ord" in repr(facts) and "private" not in repr(facts)


def test_r114_an_agreement_says_who_does_what_from_and_by_when_and_how_it_shows() -> None:
    told = (
        Told()
        .starts()
        .agrees(
            "  Kirsten henter Mikkel  ", "kirsten", start=date(2026, 12, 2), due=date(2027, 1, 5), sign=" Han sover "
        )
    )
    assert agreement(told, 1) == AgreementRecord(
        1, "Kirsten henter Mikkel", "kirsten", date(2026, 12, 2), date(2027, 1, 5), "Han sover", None, None, None
    )
    told.agrees("Uden tegn", "lone", sign="   ")
    assert agreement(told, 2).sign is None
    told.refuses("empty_text", cmd.WriteAgreement(" \u200b ", "lone"))


def test_an_owner_is_somebody_who_is_there_or_heard_there() -> None:
    told = Told().starts(absent=("peter",)).agrees("Uden ejer endnu").agrees("Mikkel øver sig", "mikkel")
    told.agrees("Maja skriver referatet", "maja")
    told.refuses("owner_not_here", cmd.WriteAgreement("Peter kører", "peter"))
    told.refuses("unknown_person", cmd.WriteAgreement("Vi prøver", "vi"))
    told.does(cmd.Leave("hanne")).agrees("Hanne ringer", "hanne").does(cmd.Arrive("peter")).agrees("Kører", "peter")
    away = Told().does(cmd.ChoosePlace("mikkel", ChildPlace(PlaceKind.READ_ALOUD))).starts(absent=("mikkel",))
    away.agrees("Mikkel skriver", "mikkel")


def test_r117_the_owner_says_yes_and_when_is_known() -> None:
    told = Told().starts().agrees("Kirsten henter", "kirsten").at("16:50").does(cmd.AnswerAgreement(1, Answer.YES))
    answered = agreement(told, 1)
    assert (answered.answer, f"{answered.answered:%H:%M}") == (Answer.YES, "16:50")


def test_nej_keeps_the_agreement_and_ret_gives_it_new_words() -> None:
    told = Told().starts().agrees("Jonas giver lift", "lone").does(cmd.AnswerAgreement(1, Answer.NO))
    assert (agreement(told, 1).answer, agreement(told, 1).text) == (Answer.NO, "Jonas giver lift")
    told.does(cmd.AnswerAgreement(1, Answer.CHANGE, "Jonas giver lift om lørdagen"))
    assert (agreement(told, 1).answer, agreement(told, 1).text) == (Answer.CHANGE, "Jonas giver lift om lørdagen")
    told.refuses("text_belongs_to_change", cmd.AnswerAgreement(1, Answer.CHANGE))
    told.refuses("text_belongs_to_change", cmd.AnswerAgreement(1, Answer.YES, "ny tekst"))
    told.refuses("empty_text", cmd.AnswerAgreement(1, Answer.CHANGE, "  "))
    told.refuses("unknown_agreement", cmd.AnswerAgreement(2, Answer.YES))


@pytest.mark.parametrize(("answer", "text"), [(Answer.YES, None), (Answer.NO, None), (Answer.CHANGE, "Nogen kører")])
def test_an_agreement_that_nobody_has_taken_has_nobody_to_answer(answer: Answer, text: str | None) -> None:
    told = Told().starts().does(cmd.WriteAgreement("Nogen henter", None))
    told.refuses("answer_needs_owner", cmd.AnswerAgreement(1, answer, text))


def test_new_words_ask_for_a_new_yes() -> None:
    told = Told().starts().agrees("Kirsten henter", "kirsten").does(cmd.AnswerAgreement(1, Answer.YES))
    told.agrees("Kirsten henter om onsdagen", "kirsten", number=1)
    assert (agreement(told, 1).answer, agreement(told, 1).text) == (None, "Kirsten henter om onsdagen")
    told.refuses("unknown_agreement", cmd.WriteAgreement("x", "lone", number=7))


def test_a_freed_number_is_taken_by_the_next_agreement() -> None:
    told = Told().starts().agrees("En", "lone").agrees("To", "lone").agrees("Tre", "lone").does(cmd.DropAgreement(2))
    assert numbers(told.agrees("Ny to", "peter")) == {1: "En", 2: "Ny to", 3: "Tre"}
    assert numbers(told.undoes().undoes()) == {1: "En", 2: "To", 3: "Tre"}
    told.undoes()
    assert numbers(told.agrees("Ny tre", "peter")) == {1: "En", 2: "To", 3: "Ny tre"}
    told.refuses("unknown_agreement", cmd.DropAgreement(9))


def from_last_time() -> Told:
    carried = (
        CarriedAgreement(1, "Kirsten henter", "kirsten", date(2026, 9, 2)),
        CarriedAgreement(2, "Hanne ringer", "hanne", None, date(2026, 10, 1), "Lone ved det"),
    )
    return Told(plan(carried=carried)).starts()


def test_r109_each_agreement_of_last_time_gets_one_of_the_methods_words() -> None:
    told = from_last_time().does(cmd.GiveStatus(1, "gjort")).agrees("Ny", "lone")
    assert agreement(told, 1).status == "gjort" and agreement(told, 1).carried
    assert numbers(told) == {1: "Kirsten henter", 2: "Hanne ringer", 3: "Ny"}
    told.refuses("unknown_status", cmd.GiveStatus(2, "fortsæt")).refuses(
        "unknown_agreement", cmd.GiveStatus(4, "gjort")
    )
    told.refuses("not_from_last_time", cmd.GiveStatus(3, "gjort"))
    told.does(cmd.GiveStatus(2, "i gang", "Hun har ringet én gang"))
    assert (agreement(told, 2).status, agreement(told, 2).result) == ("i gang", "Hun har ringet én gang")
    told.does(cmd.GiveStatus(2, "i gang", "  "))
    assert agreement(told, 2).result is None


def test_an_agreement_of_last_time_that_is_put_otherwise_keeps_how_it_stood() -> None:
    told = (
        from_last_time().does(cmd.GiveStatus(1, "ændret")).does(cmd.AnswerAgreement(1, Answer.CHANGE, "Kirsten kører"))
    )
    first, second = record(told.history).agreements
    assert (first.text, first.before) == (
        "Kirsten kører",
        EarlierWording("Kirsten henter", date(2026, 9, 2), None, None),
    )
    assert (second.before, second.answered_before) == (None, None)
    told.does(cmd.WriteAgreement("Hanne skriver", "hanne", due=date(2026, 12, 1), number=2)).agrees("Ny", "lone")
    _, second, new = record(told.history).agreements
    assert second.before == EarlierWording("Hanne ringer", None, date(2026, 10, 1), "Lone ved det")
    assert new.before is None


def test_r110_the_room_says_what_comes_first() -> None:
    told = Told().starts().agrees("En", "lone").agrees("To", "lone").agrees("Tre", "lone")

    def ranks() -> dict[int, int | None]:
        return {each.number: each.priority for each in record(told.history).agreements}

    told.does(cmd.RankAgreements((3, 1)))
    assert ranks() == {1: 2, 2: None, 3: 1}
    told.agrees("Tre, igen", "lone", number=3).does(cmd.AnswerAgreement(1, Answer.YES))
    assert ranks() == {1: 2, 2: None, 3: 1}
    told.does(cmd.RankAgreements(()))
    assert ranks() == {1: None, 2: None, 3: None}
    told.refuses("unknown_agreement", cmd.RankAgreements((1, 4))).refuses("ranked_twice", cmd.RankAgreements((1, 1)))


def test_an_agreement_of_last_time_keeps_its_status_when_it_is_worded_anew() -> None:
    told = from_last_time().does(cmd.GiveStatus(2, "ændret")).agrees("Hanne skriver", "hanne", number=2)
    changed = agreement(told, 2)
    assert (changed.status, changed.carried, changed.text) == ("ændret", True, "Hanne skriver")


def test_r102_the_board_is_written_corrected_and_wiped() -> None:
    told = Told().starts().does(cmd.WriteBoard("En")).does(cmd.WriteBoard("To")).does(cmd.WriteBoard("Én", 0))
    assert told.state.capture.board == ("Én", "To")
    told.does(cmd.WriteBoard("", 0))
    assert len(told.state.capture.board) == 1 and told.state.capture.board[0] == "To"
    told.refuses("unknown_line", cmd.WriteBoard("x", 1)).refuses("unknown_line", cmd.WriteBoard("x", -1))
    told.refuses("empty_text", cmd.WriteBoard("\n \t"))


def test_a_private_note_is_known_by_its_number_alone_and_once() -> None:
    told = Told().starts().does(cmd.TakePrivate("4")).does(cmd.TakePrivate("4")).does(cmd.TakePrivate("5"))
    assert told.state.capture.private == ("4", "5")


def test_a_private_note_that_is_moved_is_private_no_more_until_that_is_undone() -> None:
    told = Told().starts().does(cmd.TakePrivate("4")).does(cmd.TakePrivate("5"))
    before = told.state.capture
    told.does(cmd.WriteBoard("Pause"), cmd.MovePrivate("4"))
    assert told.state.capture.private == ("5",) and told.state.capture.board == ("Pause",)
    told.refuses("private_note_gone", cmd.WriteBoard("Pause"), cmd.MovePrivate("4"))
    told.refuses("private_note_gone", cmd.MovePrivate("6"))
    told.undoes()
    assert told.state.capture == before
    assert replayed(told) == told.history


def test_texts_with_nothing_in_them_are_refused_wherever_they_are_kept() -> None:
    told = Told().starts()
    for command in (
        cmd.ParkTopic(" "),
        cmd.Reserve("lone", "\u00ad"),
        cmd.TellExperience(""),
        cmd.DeclineFollowUp(" "),
        cmd.OverrideRule("x", " "),
        cmd.StopMeeting("  "),
    ):
        told.refuses("empty_text", command)
    told.refuses("unknown_person", cmd.Reserve("nobody", "x"))


def test_r119_the_next_meeting_is_agreed_at_the_meeting_or_declined_with_a_reason() -> None:
    when = datetime(2027, 1, 19, 16, 0)  # noqa: DTZ001
    told = Told().starts().does(cmd.SetFollowUp(when))
    assert record(told.history).follow_up == FollowUpRecord(when, None)
    told.does(cmd.DeclineFollowUp("Familien flytter"))
    assert record(told.history).follow_up == FollowUpRecord(None, "Familien flytter")
    told.refuses("follow_up_before_meeting", cmd.SetFollowUp(datetime(2026, 11, 23, 16, 0)))  # noqa: DTZ001


def test_a_note_read_aloud_names_its_reader_and_knows_them() -> None:
    told = Told().starts().enters("åbning").notes("mikkel", "Mit brev", read_by="maja")
    assert record(told.history).notes[0].read_aloud_by == "maja"
    told.refuses("unknown_person", cmd.WriteNote("mikkel", "x", read_by="nobody"))


def test_a_rule_set_aside_is_kept_with_its_reason() -> None:
    told = Told().starts().does(cmd.OverrideRule("leader_not_neutral", "Ingen anden kunne"))
    assert told.state.overridden == (("leader_not_neutral", "Ingen anden kunne"),)
    assert record(told.history).overridden == ("leader_not_neutral",)
