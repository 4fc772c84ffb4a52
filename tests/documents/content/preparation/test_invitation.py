"""Invitation and pjece: what a letter says to its reader, to nobody else, and in words that can be read."""

import random
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import pikepdf
import pytest

from netmoede_desktop.documents.papers import (
    INVITATION,
    LEAFLET,
    Format,
    PaperChoice,
    PaperProblem,
    Variant,
    content_of,
    render,
)
from netmoede_desktop.domain.cases.case_facts import CaseFacts, Screening
from netmoede_desktop.domain.language.readability import lix
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.people.people import Person, Role
from netmoede_desktop.domain.people.person_facts import Chooser, Edition, PersonFacts
from netmoede_desktop.domain.people.said import Said
from netmoede_desktop.domain.preparation.invitations import edition_of, invited
from netmoede_desktop.domain.preparation.meeting_facts import ChildTalk, Invited, MeetingFacts, Reply, Room, RoomKind
from netmoede_desktop.domain.preparation.prepared_meeting import PreparedMeeting
from netmoede_desktop.localization.catalogue import load
from tests.documents.prepared import prepared
from tests.documents.tagged import elements
from tests.documents.told import told

DANISH = load("da")


HOW = (
    "Alle får ordet efter tur, og ingen afbryder. Du må altid sige pas.",
    "Det, vi hører om hinanden, taler vi ikke om andre steder. Læs mere i pjecen.",
)


def letter(meeting: PreparedMeeting, person: str, *, language: str = "da", variant: Variant | None = None) -> list[str]:
    """The lines of the letter to one, without the pjece."""
    choice = PaperChoice(person, language, variant)
    lines = told(content_of(INVITATION, meeting, load(language), choice=choice))
    return lines[: lines.index("----")]


def all_lines(meeting: PreparedMeeting) -> str:
    return "\n".join(told(content_of(INVITATION, meeting, DANISH)))


def with_plan(meeting: PreparedMeeting, **changes: object) -> PreparedMeeting:
    plan: MeetingPlan = replace(meeting.plan, **changes)  # type: ignore[arg-type]  # the fields are those of the plan
    return replace(meeting, plan=plan)


def with_facts(meeting: PreparedMeeting, person: str, **changes: object) -> PreparedMeeting:
    facts: PersonFacts = replace(meeting.known.person(person), **changes)  # type: ignore[arg-type]  # as above
    return replace(meeting, known=meeting.known.with_person(person, facts))


def with_meeting(meeting: PreparedMeeting, facts: MeetingFacts) -> PreparedMeeting:
    return replace(meeting, known=replace(meeting.known, meeting=facts))


def test_r049_r050_the_letter_has_purpose_time_place_the_readers_own_why_and_the_pjece() -> None:
    meeting = with_facts(prepared(), "kirsten", why="Mikkel sover hos dig hver anden weekend")
    meeting = with_plan(meeting, place="Biblioteket, lokale 2")
    assert letter(meeting, "kirsten") == [
        "Familie og Børn · Fjordby Kommune",
        "Personligt til Kirsten Holm · mandag 2. november 2026",
        "Kære Kirsten",
        "# Vil du være med til et møde om Mikkel?",
        "Mikkel har selv valgt, at du skal være med. Mikkel sover hos dig hver anden weekend.",
        "Hvornår: Mandag 23. november 2026 kl. 16.00–18.00",
        "Hvor: Biblioteket, lokale 2",
        "Mødeleder: Maja Lind leder mødet og holder ikke med nogen.",
        "[Et rundt bord set fra oven med 10 pladser. Din plads er den udfyldte.]",
        "## Det skal mødet bruges til",
        "Ro i hverdagen.",
        "## Hvem kommer?",
        "Mikkel, dig, mødeleder, mor, far, træner, klasselærer, pædagog, SFO, sagsbehandler og psykolog, PPR.",
        "## Sådan foregår det",
        " ".join(HOW),
        "Sig til senest mandag 16. november · Søren Friis, 35 55 00 12",
        "* Jeg kommer",
        "* Jeg kan ikke, men sender ord med",
        "* Ring til mig, jeg er i tvivl",
        "Jeg spiser ikke ____",
        "Venlig hilsen  Søren Friis, familierådgiver",
    ]
    assert "# Hvad er et netværksmøde?" in all_lines(meeting)


def test_everyone_gets_a_letter_but_who_leads_serves_or_sends() -> None:
    ids = [person.id for person in invited(prepared())]
    assert ids == ["mikkel", "lone", "peter", "kirsten", "jonas", "hanne", "ali", "birthe"]
    lines = told(content_of(INVITATION, prepared(), DANISH))
    assert lines.count("# Hvad er et netværksmøde?") == len(ids)
    assert [line.split()[1] for line in lines if line.startswith("Kære")] == [
        *("Mikkel", "Lone", "Peter", "Kirsten", "Jonas", "Hanne", "Ali", "Birthe")
    ]


def test_the_edition_is_the_one_chosen_for_the_reader_else_that_of_the_role() -> None:
    meeting = with_facts(prepared(), "lone", edition=Edition.EASY)
    people = {person.id: edition_of(meeting, person) for person in meeting.plan.people}
    assert (people["lone"], people["mikkel"], people["kirsten"], people["hanne"]) == (
        *(Edition.EASY, Edition.CHILD, Edition.ADULT, Edition.PROFESSIONAL),
    )
    assert "# Vil du være med til et møde om dig?" in letter(meeting, "mikkel")
    assert "# Vil du være med til et møde om Mikkel?" in letter(meeting, "ali", variant=Variant.CHILD)
    assert "# Will you come to a meeting about you?" in letter(meeting, "mikkel", language="en")


def test_nobody_is_named_but_child_leader_and_sender_to_anybody_else() -> None:
    meeting = with_plan(
        prepared(), people=(*prepared().plan.people, Person("bo", "Bo Vang", "Bo", Role.PRIVATE, "Lones bror"))
    )
    named = {"Mikkel", "Maja", "Lind", "Søren", "Friis"}
    for reader in invited(meeting):
        said = set(" ".join(letter(meeting, reader.id)).replace(",", " ").replace(".", " ").split())
        others = {word for one in meeting.everyone if one.id != reader.id for word in one.name.split()}
        assert said & (others - named - set(reader.name.split())) == set()
        assert "Lones" not in said


def test_who_has_sent_word_of_not_coming_has_no_seat_and_is_not_named_as_coming() -> None:
    facts = MeetingFacts(invited=(Invited("hanne", reply=Reply.DECLINES), Invited("ali", reply=Reply.SENDS_WORDS)))
    said = " ".join(letter(with_meeting(prepared(), facts), "lone"))
    assert "med 8 pladser" in said
    assert "klasselærer" not in said


def test_what_is_not_known_is_a_line_to_write_on_and_a_late_letter_asks_for_a_quick_answer() -> None:
    meeting = replace(with_plan(prepared(), purpose="", people=prepared().plan.people[1:]), made=date(2026, 11, 20))
    lines = letter(replace(meeting, sender=replace(meeting.sender, name="", phone="")), "lone")
    assert "Sig til hurtigst muligt" in lines
    assert lines[lines.index("## Det skal mødet bruges til") + 1] == "____"
    assert lines[-1] == "Venlig hilsen ____"


@pytest.mark.parametrize("language", INVITATION.languages)
@pytest.mark.parametrize("variant", INVITATION.variants)
@pytest.mark.parametrize("method", ["din-1", "hlb-1"])
def test_the_shipped_texts_are_easy_enough_to_read(language: str, variant: Variant, method: str) -> None:
    meeting = with_plan(prepared(method=method), purpose="")
    most = 25 if variant in (Variant.CHILD, Variant.EASY) else 35
    for reader in ("mikkel", "kirsten"):
        choice = PaperChoice(reader, language, variant)
        letter_and_leaflet = told(content_of(INVITATION, meeting, load(language), choice=choice))
        start = next(place for place, line in enumerate(letter_and_leaflet) if line.startswith("# "))
        both = letter_and_leaflet[start:]
        cut = both.index("----")
        fixed = ("Hvem kommer?", "Who is coming?")
        for lines in (both[:cut], both[cut:]):
            shipped = [
                line
                for place, line in enumerate(lines)
                if ": " not in line[:16] and not line.startswith("[") and lines[place - 1].lstrip("# ") not in fixed
            ]
            assert lix("\n".join(shipped)) <= most, shipped
    assert lix("Familierådgivningens netværkssammenkomst forudsætter tilstedeværelse.") > most  # the control


STREETS = ("Ahornvej", "Birkeallé", "Fasangade", "Nørregade")
SCHOOLS = ("Fjordskolen", "Bakkeskolen", "Solhaven", "Vesterskolen")


def flagged(seed: int, *, protected: bool) -> tuple[PreparedMeeting, list[str]]:
    """A meeting with one protected person whose places are written wherever people write, and the words that tell."""
    chance = random.Random(seed)
    street, school = chance.choice(STREETS), chance.choice(SCHOOLS[:2])
    phone = (
        f"{chance.randrange(20, 99)} {chance.randrange(10, 99)} {chance.randrange(10, 99)} {chance.randrange(10, 99)}"
    )
    number = chance.randrange(1, 99)
    address, mail = f"{street} {number}, 9990 Fjordby", f"{chance.choice('abcd')}{number}@post.example"
    meeting = prepared()
    who = chance.choice([person.id for person in meeting.plan.people])
    people = tuple(replace(one, protected_address=protected and one.id == who) for one in meeting.plan.people)
    meeting = with_facts(with_plan(meeting, people=people), who, address=address, phone=phone, mail=mail)
    tells = [address, f"går på {school}", f"ring {phone}", f"skriv til {mail}", f"bor på {street}"]
    chance.shuffle(tells)
    why, purpose, food, relation, unit = tells
    meeting = with_facts(meeting, "jonas", why=f"Du kender Mikkel, {why}.")
    meeting = with_plan(
        meeting,
        purpose=f"Ro i hverdagen, {purpose}",
        place=chance.choice((address, f"{school}, lokale 2")),
        people=tuple(replace(one, relation=f"ven, {relation}") if one.id == "ali" else one for one in people),
    )
    meeting = replace(meeting, sender=replace(meeting.sender, unit=f"Familie og Børn, {unit}"))
    room = Room(kind=chance.choice((None, *RoomKind)))
    return with_meeting(meeting, MeetingFacts(dinner=f"Boller, {food}", room=room)), [street, school, phone, mail]


@pytest.mark.parametrize("seed", range(60))
def test_no_letter_tells_where_somebody_with_a_protected_address_is(seed: int) -> None:
    meeting, words = flagged(seed, protected=True)
    said = all_lines(meeting).casefold()
    assert [word for word in words if word.casefold() in said] == []
    assert "Ring, så får du stedet at vide" in letter(meeting, "lone")[6]
    told_openly, planted = flagged(seed, protected=False)
    said = all_lines(told_openly).casefold()
    assert [word for word in planted if word.casefold() in said] == planted  # the control


@pytest.mark.parametrize("seed", range(3))
def test_the_finished_file_does_not_tell_it_either(seed: int) -> None:
    for protected in (True, False):
        meeting, words = flagged(seed, protected=protected)
        said = " ".join(
            " ".join(text for _, text in elements(render(INVITATION, Format.PDF, meeting, t=DANISH))).split()
        )
        assert any(word.casefold() in said.casefold() for word in words) is not protected


def test_what_the_child_does_not_want_said_stands_in_no_letter() -> None:
    talk = ChildTalk(not_said=("Jeg har grædt i skolen.",))
    meeting = with_meeting(
        with_plan(prepared(), purpose="Ro. Jeg har grædt i skolen. Og søvn"), MeetingFacts(child=talk)
    )
    assert "grædt" not in all_lines(meeting)
    assert "grædt" in all_lines(with_meeting(meeting, MeetingFacts()))  # the control


def test_r174_what_is_unsettled_closes_the_invitation_and_stands_in_no_letter() -> None:
    yes = CaseFacts(screening=Screening.YES, risk_assessed=Said(by="Maja Lind"))
    with pytest.raises(PaperProblem, match="risk_not_assessed"):
        render(INVITATION, Format.PDF, prepared(case=yes), t=DANISH)
    settled = CaseFacts(
        screening=Screening.YES, risk_assessed=Said(by="Rita Krog", on=date(2026, 11, 1), text="farlig")
    )
    said = all_lines(prepared(case=settled))
    assert said == all_lines(prepared())
    assert "farlig" not in said


def test_a_letter_to_somebody_who_is_not_in_the_meeting_and_one_to_nobody_are_refused() -> None:
    for meeting, person, code in ((prepared(), "bent", "not_invited"), (prepared(coming=()), "", "nobody_invited")):
        with pytest.raises(PaperProblem, match=code):
            content_of(INVITATION, meeting, DANISH, choice=PaperChoice(person))


def test_a_letter_is_one_page_and_so_is_the_pjece_with_twenty_people_and_names_of_forty_letters() -> None:
    long = "Alexandra-Konstantina Vestergaard-Nielsen"
    relation = "konsulent i specialpædagogisk rådgivning"
    roles = (Role.PARENT, Role.PRIVATE, Role.PROFESSIONAL, Role.AUTHORITY)
    others = tuple(Person(f"p{n}", f"{long} {n}", long, roles[n % 4], f"{relation} {n}") for n in range(18))
    child = Person("barn", long, long, Role.CHILD, "barnet")
    people = (child, Person("leder", long, long, Role.LEADER), *others)
    meeting = with_plan(prepared(coming=people, child=long), place="Biblioteket ved havnen, det store lokale")
    for variant in INVITATION.variants:
        for language in INVITATION.languages:
            choice = PaperChoice("p1", language, variant)
            made = render(INVITATION, Format.PDF, meeting, t=load(language), choice=choice)
            with pikepdf.open(BytesIO(made)) as file:
                assert len(file.pages) == 2
            leaflet = render(LEAFLET, Format.PDF, meeting, t=load(language), choice=replace(choice, person=""))
            with pikepdf.open(BytesIO(leaflet)) as file:
                assert len(file.pages) == 1


def test_a_meeting_over_midnight_says_when_it_ends() -> None:
    late = with_plan(prepared(), starts=datetime(2026, 11, 23, 23, 0).astimezone())
    assert any("kl. 23.00–1.00" in line for line in letter(late, "lone"))


def test_who_chose_is_told_to_those_it_concerns() -> None:
    meeting = with_facts(prepared(), "jonas", chosen_by=Chooser.PARENTS)
    assert "Forældrene har valgt, at du skal være med." in letter(meeting, "jonas")
    assert "Du er inviteret, fordi du er vigtig for Mikkel." in letter(meeting, "birthe")
