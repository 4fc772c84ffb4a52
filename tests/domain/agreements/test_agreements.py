"""What is worth noticing while agreements are written (R114, R115, R117). "Today" is Monday 23 November 2026."""

from datetime import date

import pytest

from netmoede_desktop.domain.agreements.agreements import (
    Agreement,
    AgreementCheck,
    Answer,
    CheckCode,
    Participant,
    checks,
    same_text_key,
)
from netmoede_desktop.domain.people.people import Attendance, Network, Role

TODAY = date(2026, 11, 23)
SOON = date(2026, 12, 2)
FOLLOW_UP = date(2027, 1, 19)


def somebody(who: str, role: Role, network: Network | None, attendance: Attendance = Attendance.PRESENT) -> Participant:
    return Participant(who, role, network, attendance)


PEOPLE = (
    somebody("mikkel", Role.CHILD, Network.PRIVATE),
    somebody("lone", Role.PARENT, Network.PRIVATE),
    somebody("peter", Role.PARENT, Network.PRIVATE),
    somebody("kirsten", Role.PRIVATE, Network.PRIVATE, Attendance.LEFT_EARLY),
    somebody("jonas", Role.PRIVATE, Network.PRIVATE, Attendance.ABSENT),
    somebody("ruth", Role.PRIVATE, Network.PRIVATE, Attendance.SENT_WORDS),
    somebody("ali", Role.PROFESSIONAL, Network.PROFESSIONAL, Attendance.ARRIVED_LATE),
)
WORK = Agreement(1, "Ali bager med de små", "ali", due=SOON, answer=Answer.YES)


def agreement(
    number: int = 2,
    text: str = "",
    owner: str | None = "lone",
    start: date | None = None,
    due: date | None = SOON,
    answer: Answer | None = Answer.YES,
    status: str | None = None,
    *,
    carried: bool = False,
) -> Agreement:
    return Agreement(
        number, text or f"Aftale {number}", owner, start, due, answer=answer, status=status, carried=carried
    )


def codes(*agreements: Agreement, follow_up: date | None = FOLLOW_UP) -> list[tuple[int | None, CheckCode]]:
    """The checks of these agreements beside one that is in order and lies with a professional."""
    return [(check.number, check.code) for check in checks((WORK, *agreements), PEOPLE, follow_up, TODAY)]


def test_an_agreement_with_owner_date_and_yes_gives_no_check() -> None:
    assert codes(agreement()) == []
    assert checks((), PEOPLE, None, TODAY) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ring til skolen", CheckCode.NO_OWNER),
        ("Vi ringer til skolen", CheckCode.OWNER_IS_VI),
        ("ALLE ringer", CheckCode.OWNER_IS_VI),
        ("Viggo ringer", CheckCode.NO_OWNER),
        ("!", CheckCode.NO_OWNER),
    ],
)
def test_r115_an_agreement_has_an_owner_and_it_is_not_vi(text: str, code: CheckCode) -> None:
    assert codes(agreement(text=text, owner=None, answer=None)) == [(2, code)]


@pytest.mark.parametrize(
    ("owner", "code"),
    [
        ("kirsten", CheckCode.OWNER_LEFT),
        ("jonas", CheckCode.OWNER_NEVER_CAME),
        ("ruth", CheckCode.OWNER_NEVER_CAME),
        ("stranger", CheckCode.OWNER_NEVER_CAME),
    ],
)
def test_the_owner_is_a_person_who_is_there(owner: str, code: CheckCode) -> None:
    assert codes(agreement(owner=owner)) == [(2, code)]


REPEATED = (
    "Kirsten henter Mikkel hver onsdag",
    "Lone ringer hvert kvarter",
    "Kirsten henter Mikkel onsdage",
    "Kirsten henter fast Mikkel",
    "Søren ringer en gang om ugen",
    "Hanne skriver to gange ugentligt",
    "Peter læser godnathistorie om aftenen",
    "Noah ringer til far om søndagen",
    "Thomas henter i lige uger",
    "Lone er hjemme alle hverdage",
    "Mor og Mikkel taler sammen dagligt",
    "PETER KØRER HVERANDEN FREDAG",
    "Jonas tager Mikkel med hver anden lørdag",
    "Hanne skriver 1 gang pr. uge",
    "Kirsten henter Mikkel på skoledage",
    "Lone er hjemme på hverdage efter kl. 14",
    "Lone er hjemme i hverdagene",
    "Peter følger Mikkel i skole i hverdagen",
    "Peter følger Mikkel hver dag i skoleugen",
    "Peter følger Mikkel i skoleugerne",
    "Hanne tager imod ved porten alle skoledage",
    "Jonas kører på træningsdagene",
    "Kirsten ringer på ugedage",
    "Far henter på samværsdage",
    "Lone læser på hverdagsaftener",
    "Thomas henter onsdagseftermiddage",
    "Mor vækker Mikkel på skolemorgener",
    "Søren kommer to dage om ugen",
    "Peter læser 20 minutter om dagen",
    "Far er hjemme om eftermiddagen",
    "PÅ SKOLEDAGE ringer Lone",
)
ONCE = (
    "Ring til skolen",
    "Lone ringer til skolen på onsdag",
    "Peter hænger hylden op, så den sidder fastspændt",
    "Søren ringer om fem dage",
    "Mikkel hverver en ven",
    "Hanne finder en gang tøj",
    "Søren ringer på en skoledag",
    "Mikkel er hjemme i tre dage",
    "Lone ringer om to dage",
    "Kirsten er der i juledagene",
    "Peter køber et ur til skoletasken",
    "Mor finder en fridag",
)


@pytest.mark.parametrize("text", REPEATED)
def test_r115_from_alone_is_enough_for_what_repeats(text: str) -> None:
    assert codes(agreement(text=text, start=SOON, due=None)) == []


@pytest.mark.parametrize("text", ONCE)
def test_r115_what_is_done_once_has_its_last_day(text: str) -> None:
    assert codes(agreement(text=text, start=None, due=None)) == [(2, CheckCode.NO_DATE)]
    assert codes(agreement(text=text, start=SOON, due=None)) == [(2, CheckCode.NO_DEADLINE)]
    assert codes(agreement(text=text, start=SOON, due=SOON), agreement(3, text=f"{text}.", carried=True)) == [
        (3, CheckCode.SAME_TEXT)
    ]


def test_in_some_methods_what_repeats_has_its_last_day_too() -> None:
    every_week = agreement(text="Kirsten henter hver onsdag", start=SOON, due=None)
    found = checks((WORK, every_week), PEOPLE, None, TODAY, deadline_always=True)
    assert found == (AgreementCheck(2, CheckCode.NO_DEADLINE),)
    from_before = agreement(3, start=SOON, due=None, carried=True)
    assert checks((WORK, from_before), PEOPLE, None, TODAY, deadline_always=True) == ()


@pytest.mark.parametrize("text", ["Mikkel øver sig sammen med Lone", "Mikkel får hjælp af Hanne til at ringe"])
def test_what_only_the_child_has_taken_on_asks_who_of_the_adults_helps(text: str) -> None:
    alone = agreement(text="Mikkel taler med Oskar", owner="mikkel")
    assert codes(alone, agreement(3, text=text, owner="mikkel")) == [(2, CheckCode.CHILD_ALONE)]


@pytest.mark.parametrize(
    ("start", "due", "expected"),
    [
        (TODAY, TODAY, []),
        (date(2026, 11, 22), None, [CheckCode.NO_DEADLINE, CheckCode.DATE_IN_PAST]),
        (None, date(2026, 11, 22), [CheckCode.DATE_IN_PAST]),
        (SOON, TODAY, [CheckCode.DUE_BEFORE_START]),
        (None, FOLLOW_UP, []),
        (None, date(2027, 1, 20), [CheckCode.DATE_AFTER_FOLLOW_UP]),
        (date(2027, 1, 20), None, [CheckCode.NO_DEADLINE, CheckCode.DATE_AFTER_FOLLOW_UP]),
    ],
)
def test_r114_dates_that_cannot_have_been_meant(
    start: date | None, due: date | None, expected: list[CheckCode]
) -> None:
    assert codes(agreement(start=start, due=due)) == [(2, code) for code in expected]


def test_no_date_is_after_a_follow_up_that_is_not_agreed_yet() -> None:
    assert codes(agreement(due=date(2030, 1, 1)), follow_up=None) == []


def test_what_is_carried_may_have_begun_long_ago_but_be_due_only_ahead() -> None:
    past = date(2026, 9, 1)
    assert codes(agreement(start=past, due=None, carried=True)) == []
    assert codes(agreement(start=past, due=past, carried=True)) == [(2, CheckCode.DATE_IN_PAST)]


def test_r117_the_owner_says_yes() -> None:
    assert codes(agreement(answer=None)) == [(2, CheckCode.NOT_YES_YET)]
    assert codes(agreement(answer=Answer.CHANGE)) == [(2, CheckCode.NOT_YES_YET)]
    assert codes(agreement(answer=Answer.NO)) == [(2, CheckCode.SAID_NO)]


def test_r117_what_was_said_yes_to_last_time_is_asked_again_only_when_it_is_changed() -> None:
    assert codes(agreement(answer=None, carried=True)) == []
    assert codes(agreement(answer=None, carried=True, status="i gang")) == []
    assert codes(agreement(answer=None, carried=True, status="ændret")) == [(2, CheckCode.NOT_YES_YET)]
    assert codes(agreement(answer=None, carried=True, status="ændr")) == [(2, CheckCode.NOT_YES_YET)]


@pytest.mark.parametrize("status", ["gjort", "ikke aktuel", "stop"])
def test_settled_agreements_are_left_in_peace(status: str) -> None:
    settled = agreement(owner=None, start=None, answer=None, status=status, carried=True)
    assert codes(settled, agreement(3, text=settled.text)) == []


def test_the_fourth_agreement_on_the_same_parent() -> None:
    lones = [agreement(number, owner="lone") for number in (2, 3, 4)]
    assert codes(*lones, agreement(5, owner="peter")) == []
    assert codes(*lones, agreement(5), agreement(6)) == [
        (5, CheckCode.FOURTH_ON_PARENT),
        (6, CheckCode.FOURTH_ON_PARENT),
    ]
    mikkels = [agreement(number, owner="mikkel", text=f"Mikkel får hjælp {number}") for number in range(2, 7)]
    assert codes(*mikkels) == []


def test_two_agreements_with_the_same_text() -> None:
    first = agreement(2, text="Lone ringer til skolen.")
    assert codes(first, agreement(3, text=" lone  ringer til\u00a0SKOLEN", owner="peter")) == [(3, CheckCode.SAME_TEXT)]
    assert codes(first, agreement(3, text="Lone ringer til skolen igen")) == []
    assert same_text_key("Rin\u00adg!") == same_text_key("ｒｉｎｇ")


def test_none_on_a_professional_is_said_of_the_whole_list_last() -> None:
    nobody = agreement(1, owner=None)
    private = agreement(2, owner="lone", answer=None)
    assert checks((nobody, private), PEOPLE, None, TODAY)[1:] == (
        AgreementCheck(2, CheckCode.NOT_YES_YET),
        AgreementCheck(None, CheckCode.NONE_ON_PROFESSIONAL),
    )
    assert checks((nobody,), PEOPLE, None, TODAY) == (AgreementCheck(1, CheckCode.NO_OWNER),)
    without_professionals = [person for person in PEOPLE if person.network is Network.PRIVATE]
    away = somebody("birthe", Role.PROFESSIONAL, Network.PROFESSIONAL, Attendance.ABSENT)
    assert checks((agreement(),), [*without_professionals, away], None, TODAY) == ()
