"""What the papers say: the order, the words, and that nobody and nothing is left out."""

from dataclasses import replace
from datetime import datetime

import pytest

from netmoede_desktop.documents.content.agreements.aftaler import aftaler
from netmoede_desktop.documents.content.clean import one_line, paragraphs
from netmoede_desktop.documents.content.minutes.deviations import in_words
from netmoede_desktop.documents.content.minutes.referat import referat
from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.meeting.closing import NOT_IN_ANY_ORDER, PARENTS_ABSENT, MissingCode
from netmoede_desktop.domain.meeting.slippage import OVER_HARD_LIMIT
from netmoede_desktop.domain.meeting.vocabulary import Mark, TurnState
from netmoede_desktop.domain.minutes.record import MeetingRecord, NoteRecord, PauseRecord, TurnRecord
from netmoede_desktop.domain.people.people import Attendance, Role
from netmoede_desktop.localization.catalogue import load
from tests.documents.meetings import WINTER, agreement, meeting, note, person
from tests.documents.told import DANISH, lines_of, section, told


def test_the_whole_referat_of_the_demo_family() -> None:
    document = referat(meeting(), DANISH)
    assert (document.title, document.confidential) == (
        "Referat af netværksmøde",
        "Fortroligt · indeholder personoplysninger",
    )
    assert document.subtitle == "Det inddragende netværksmøde · 1. møde · sag M-2026-014"
    assert told(document) == _WHOLE.strip().splitlines()


def test_who_led_and_also_took_part_is_named_as_both() -> None:
    leader = replace(person("maja", "Maja Lind", Role.LEADER, "klasselærer"), party=Role.PROFESSIONAL)
    record = meeting(people=(leader,), parts=meeting().parts[:1], turns=(), notes=(), stop_reason="Alarm")
    lines = told(referat(record, DANISH))
    assert "Mødeleder: Maja Lind, også med som fagperson" in lines
    assert any("Ikke hørt på mødet" in line and "Maja Lind" in line for line in lines), "nobody is left out silently"


_WHOLE = """
Dato: Mandag 23. november 2026 kl. 16.00–18.02
Sted: Biblioteket, lokale 2
Mødeleder: Maja Lind
Næste møde: 19. januar 2027 kl. 16.00
## Det aftalte vi
Nr. | Hvad | Hvem | Hvornår
1 | Kirsten henter Mikkel fast om onsdagen / Tegn på, at det lykkes: Mikkel siger, han har sovet | Kirsten Holm, farmor | fra 2. dec.
2 | Hanne skriver til mor hver fredag om, hvad der gik godt | Hanne Bak, klasselærer | fra 27. nov.
3 | Søren undersøger mulighed for fritidspas | Søren Friis, sagsbehandler | senest 4. dec.
4 | Jonas giver Mikkel et lift til kamp hver lørdag | Jonas Lund, håndboldtræner / ikke bekræftet | fra 28. nov.
## Formålet med mødet
At finde ud af, hvordan hverdagen kan blive roligere for Mikkel, og hvem der kan hjælpe med hvad.
## Velkomst
### Præsentationsrunde
Mikkel Holm. Jeg er Mikkel, jeg går i 5. klasse.
Lone Holm, mor. Jeg er Mikkels mor.
## Sådan er det nu
### Runde A: Det, der går godt
Mikkel Holm. Jeg kan godt lide at lave mad hos farmor. (styrke)
Kirsten Holm, farmor. Mikkel ringer selv om aftenen, når der er uro hjemme. Vi laver mad sammen om lørdagen.
### Runde B: Det, der fylder
Mikkel Holm. Der er meget larm i klassen, og jeg sover dårligt.
Hanne Bak, klasselærer. Han mangler i skolen en dag om ugen.
## Sådan kan det blive
### Runde D: Det gjorde indtryk
Lone Holm, mor. At de andre også er bekymrede. Jeg ønsker en fast person i skolen at ringe til. (ønske)
## Afslutning
### Slutrunde
Mikkel Holm. Det var okay.
## Det har vi hørt
* Mikkel sover bedst hos farmor
* Alle vil gerne vide mere om hinandens dage
## Uenighed og forbehold
Lone Holm, mor. Lone er ikke sikker på, at onsdag er den bedste dag.
## Familiens oplevelse af mødet
»Det var godt, at alle hørte det samme.«
## Gemt til en anden gang
Det tager vi op en anden gang:
* Sommerferien
## Pauser
* Kl. 16.52, 10 minutter
## Næste møde
Tirsdag 19. januar 2027 kl. 16.00.
## Om referatet
Maja Lind er ansvarlig for referatet og har skrevet det.
## Deltagere
Navn | Relation til barnet | Rolle på mødet | Til stede | Får referat
Mikkel Holm | – | barnet | ja | ja
Lone Holm | mor | forælder | ja | ja
Peter Holm | far | forælder | ja | ja
Kirsten Holm | farmor | privat netværk | ja | ja
Jonas Lund | håndboldtræner | privat netværk | ja | ja
Hanne Bak | klasselærer | fagperson | ja | ja
Ali Demir | pædagog, SFO | fagperson | ja | ja
Birthe Kjær | psykolog, PPR | fagperson | ja | ja
Søren Friis | sagsbehandler | myndighed | ja | ja
Maja Lind | – | mødeleder | ja | ja
"""  # noqa: E501


@pytest.mark.parametrize(
    ("responsible", "author", "said"),
    [
        ("maja", "hanne", "Maja Lind er ansvarlig for referatet. Hanne Bak har skrevet referatet."),
        ("maja", None, "Maja Lind er ansvarlig for referatet."),
        (None, "hanne", "Hanne Bak har skrevet referatet."),
    ],
)
def test_r026_r027_r133_who_is_responsible_for_the_referat_and_who_wrote_it(
    responsible: str | None, author: str | None, said: str
) -> None:
    assert section(lines_of(responsible=responsible, author=author), "Om referatet") == [said]
    assert "## Om referatet" not in lines_of(responsible=None, author=None)


def test_where_we_meet_next_stands_with_the_day() -> None:
    agreed = FollowUpRecord(datetime(2027, 1, 19, 16, 0), None, "Kulturhuset, sal B")  # noqa: DTZ001
    for paper in (referat, aftaler):
        lines = told(paper(meeting(follow_up=agreed), DANISH))
        assert "Næste møde: 19. januar 2027 kl. 16.00, Kulturhuset, sal B" in lines
        assert section(lines, "Næste møde") == ["Tirsdag 19. januar 2027 kl. 16.00. Sted: Kulturhuset, sal B"]


def test_r112_the_family_has_its_own_section_and_keeps_its_own_quotation_marks() -> None:
    said = section(lines_of(experience=("»Fint«", "Godt")), "Familiens oplevelse af mødet")
    assert said == ["»Fint«", "»Godt«"]
    assert section(lines_of(experience=()), "Familiens oplevelse af mødet") == [
        "Der blev ikke skrevet noget om familiens oplevelse."
    ]


def test_without_agreements_a_sentence_says_so_and_an_owner_may_be_missing() -> None:
    assert section(lines_of(agreements=()), "Det aftalte vi") == ["Der blev ikke lavet aftaler på mødet."]
    assert section(lines_of(agreements=(agreement(1, "Ringe", ""),)), "Det aftalte vi")[1].startswith(
        "1 | Ringe | ingen endnu"
    )


def test_a_note_tells_how_it_was_said() -> None:
    said = NoteRecord("d4", "kirsten", "Første linje.\n\nAnden linje.", Mark.WISH, "hanne", ("mikkel", "lone"))
    lines = section(lines_of(notes=(said,)), "Sådan er det nu")
    assert lines[1:] == [
        "Kirsten Holm, farmor. Første linje.",
        "Anden linje. (ønske · læst op af Hanne Bak · sagt, mens Mikkel Holm og Lone Holm ikke var i rummet)",
    ]


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        ("sss", ["", "", ""]),
        ("sssb", ["", "", "", " (bekymring)"]),
        ("sss-", [" (styrke)", " (styrke)", " (styrke)", ""]),
        ("ssssssss-", [""] * 9),
        ("s-", [" (styrke)", ""]),
        ("sb", [" (styrke)", " (bekymring)"]),
        ("s---", [" (styrke)", "", "", ""]),
        ("s", [" (styrke)"]),
    ],
)
def test_a_mark_that_most_notes_of_a_part_have_is_left_out(marks: str, told: list[str]) -> None:
    known = {"s": Mark.RESOURCE, "b": Mark.CONCERN, "-": None}
    notes = tuple(note("d4", "kirsten", "Ja.", known[mark]) for mark in marks)
    lines = section(lines_of(notes=notes), "Sådan er det nu")
    assert lines[1:] == [f"Kirsten Holm, farmor. Ja.{mark}" for mark in told]


@pytest.mark.parametrize(
    ("out", "absent"),
    [(("mikkel",), "Mikkel Holm was not"), (("mikkel", "lone"), "Mikkel Holm and Lone Holm were not")],
)
def test_english_says_was_of_one_and_were_of_two(out: tuple[str, ...], absent: str) -> None:
    said = NoteRecord("d4", "kirsten", "Ja.", None, None, out)
    assert f"(said while {absent} in the room)" in "".join(told(referat(meeting(notes=(said,)), load("en"))))


def test_a_note_outside_the_agenda_is_not_lost() -> None:
    lines = lines_of(notes=(note("x9", "ukendt", "Hej"),))
    assert section(lines, "Andet, der blev sagt") == ["ukendt. Hej"]
    assert "Der blev ikke skrevet noter fra runderne." in lines_of(notes=())


def test_a_meeting_stopped_early_says_why_and_who_was_not_heard() -> None:
    base = meeting()
    parts = (*base.parts[:3], *(replace(part, begun=False) for part in base.parts[3:]))
    waiting = TurnRecord("d4", "peter", TurnState.WAITING, 0, 0)
    lines = lines_of(
        parts=parts, turns=(*base.turns, waiting), stop_reason="Alarmen gik", overridden=("stopped_early",)
    )
    assert section(lines, "Mødet sluttede før tid") == [
        "Grunden er: Alarmen gik.",
        "* Peter Holm fik ikke ordet i »Runde A: Det, der går godt«.",
        "* Vi nåede ikke: Runde B: Det, der fylder, Runde D: Det gjorde indtryk, Aftaler og Slutrunde.",
        "* Ikke hørt på mødet: Peter Holm, Jonas Lund, Ali Demir, Birthe Kjær og Søren Friis.",
    ]
    assert "## Det gjorde vi anderledes" not in lines


def test_who_waited_in_vain_is_named_also_in_a_meeting_that_was_finished() -> None:
    later = TurnRecord("d13", "ali", TurnState.LATER, 0, 0)
    lines = lines_of(turns=(*meeting().turns, later))
    assert section(lines, "Det nåede vi ikke") == ["* Ali Demir fik ikke ordet i »Slutrunde«."]
    assert "## Det nåede vi ikke" not in lines_of()


def test_a_finished_meeting_says_which_rounds_nobody_spoke_in_and_what_it_did_not_reach() -> None:
    base = meeting()
    empty = replace(base.parts[3], nobody_heard=True)
    parts = (*base.parts[:3], empty, *(replace(part, begun=False) for part in base.parts[4:]))
    resting = (*parts[:-1], replace(parts[-1], rests=True))
    lines = section(lines_of(parts=parts), "Det nåede vi ikke")
    assert lines == [
        "* Ingen fik ordet i »Runde B: Det, der fylder«.",
        "* Vi nåede ikke: Runde D: Det gjorde indtryk, Aftaler og Slutrunde.",
        "* Ikke hørt på mødet: Peter Holm, Jonas Lund, Ali Demir, Birthe Kjær og Søren Friis.",
    ]
    assert "* Vi nåede ikke: Runde D: Det gjorde indtryk og Aftaler." in lines_of(parts=resting)
    assert "## Det nåede vi ikke" not in lines_of(parts=parts, finished=False), "a draft of a meeting that goes on"


def test_rules_set_aside_are_told_in_words_and_an_unknown_one_is_not_hidden() -> None:
    lines = section(lines_of(overridden=("over_hard_limit", "brand_new")), "Det gjorde vi anderledes")
    assert lines == [
        "* Mødet var sat til at vare længere, end metoden siger.",
        "* En regel for mødet blev ikke fulgt (brand_new).",
    ]


_CODES = (OVER_HARD_LIMIT, NOT_IN_ANY_ORDER, PARENTS_ABSENT, "follow_up_too_early", "follow_up_too_late")


@pytest.mark.parametrize("code", [*MissingCode, *_CODES, "stopped_early"])
def test_every_code_the_engine_records_has_words(code: str) -> None:
    assert code not in in_words(code, DANISH)


def test_who_came_when() -> None:
    at, later = (datetime(2026, 11, 23, 16, minute, tzinfo=WINTER) for minute in (20, 45))
    base = person("a", "A Bo", relation="ven")
    people = (
        replace(base, attendance=Attendance.ABSENT, receives_minutes=False),
        replace(base, attendance=Attendance.SENT_WORDS),
        replace(base, attendance=Attendance.ARRIVED_LATE, arrived=at),
        replace(base, attendance=Attendance.LEFT_EARLY, left=later),
        replace(base, attendance=Attendance.LEFT_EARLY, arrived=at, left=later),
        replace(base, arrived=later, left=at),
        person("t", " ", Role.INTERPRETER, "", None),
    )
    rows = section(lines_of(people=people, notes=()), "Deltagere")[1:]
    assert rows == [
        "A Bo | ven | privat netværk | kom ikke | nej",
        "A Bo | ven | privat netværk | sendte ord | ja",
        "A Bo | ven | privat netværk | kom kl. 16.20 | ja",
        "A Bo | ven | privat netværk | gik kl. 16.45 | ja",
        "A Bo | ven | privat netværk | kl. 16.20–16.45 | ja",
        "A Bo | ven | privat netværk | ja, ude kl. 16.20–16.45 | ja",
        "(uden navn) | – | tolk | ja | ja",
    ]


@pytest.mark.parametrize(
    ("role", "relation", "told"),
    [
        (Role.INTERPRETER, "tolk, somali", "– | tolk, somali"),
        (Role.LEADER, "mødeleder under oplæring", "– | mødeleder under oplæring"),
        (Role.LEADER, "pædagogisk leder", "pædagogisk leder | mødeleder"),
        (Role.CHILD, "barnet", "– | barnet"),
        (Role.PARENT, "", "– | forælder"),
        (Role.ASSISTANT, "Noahs bisidder", "Noahs bisidder | bisidder"),
    ],
)
def test_relation_and_role_stand_in_columns_of_their_own(role: Role, relation: str, told: str) -> None:
    rows = section(lines_of(people=(person("a", "A Bo", role, relation),), notes=()), "Deltagere")
    assert rows == ["Navn | Relation til barnet | Rolle på mødet | Til stede | Får referat", f"A Bo | {told} | ja | ja"]


def test_the_child_has_no_relation_to_itself_in_english_either() -> None:
    rows = section(
        told(referat(meeting(people=(person("a", "A Bo", Role.CHILD, "barnet"),)), load("en"))), "Participants"
    )
    assert rows[1] == "A Bo | – | the child | yes | yes"


def test_a_part_called_as_its_phase_has_one_heading() -> None:
    parts = tuple(replace(part, title="Afslutning") if part.id == "d13" else part for part in meeting().parts)
    assert section(lines_of(parts=parts), "Afslutning") == ["Mikkel Holm. Det var okay."]


def test_no_next_meeting_says_why() -> None:
    lines = lines_of(follow_up=FollowUpRecord(None, "Vi er færdige."))
    assert section(lines, "Næste møde") == ["Der er ikke aftalt et nyt møde. Grunden er: Vi er færdige."]
    assert "Næste møde: ikke aftalt" in lines
    assert section(lines_of(follow_up=None), "Næste møde") == ["Der er ikke aftalt et nyt møde."]


def test_a_draft_is_called_a_draft() -> None:
    document = referat(meeting(finished=False, ended=None, started=None), DANISH)
    assert document.draft == "Udkast"
    assert document.mark.left == "Sag M-2026-014 · udkast"
    assert told(document)[0] == "Dato: Mandag 23. november 2026 kl. 16.00"
    assert "! Dette er et udkast. Mødet er ikke afsluttet, så noget kan blive ændret." in told(document)


def test_r107_the_principles_of_the_method_stand_at_the_top() -> None:
    lines = lines_of(principles=("Familien er med", "Vi følger op"))
    assert section(lines, "Det bygger vi på") == ["* Familien er med", "* Vi følger op"]
    assert lines.index("## Det bygger vi på") < lines.index("## Det aftalte vi")


def test_a_meeting_stopped_early_says_so_at_the_top() -> None:
    assert any(line.startswith("! Mødet sluttede før tid.") for line in lines_of(stop_reason="Brandalarm")[:6])


def test_r110_r118_an_agreement_shows_its_priority_and_what_came_of_it() -> None:
    carried = agreement(1, "Kirsten henter", "kirsten", carried=True, status="gjort", result="Mikkel sover bedre.")
    lines = lines_of(agreements=(carried, agreement(2, "Hanne skriver", "hanne", priority=1)))
    assert any("gjort / Mikkel sover bedre." in line for line in section(lines, "Aftaler fra sidst"))
    assert any("Hanne skriver / Prioritet 1" in line for line in section(lines, "Det aftalte vi"))


@pytest.mark.parametrize(
    ("seconds", "told"), [(2, "under et minut"), (29, "under et minut"), (31, "1 minut"), (95, "2 minutter")]
)
def test_a_pause_is_told_in_minutes_and_one_that_was_hardly_any_as_none(seconds: int, told: str) -> None:
    pause = PauseRecord(datetime(2026, 11, 23, 17, 5, tzinfo=WINTER), seconds, None)
    assert section(lines_of(pauses=(pause,)), "Pauser") == [f"* Kl. 17.05, {told}"]


def test_neither_addresses_nor_ids_are_in_a_paper() -> None:
    record: MeetingRecord = meeting()
    text = "\n".join(lines_of())
    assert not any(who.id in text.split() for who in record.people)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  a \t b\u2003c  ", "a b c"),
        ("a\r\nb\u2028c", "a b c"),
        ("a\x00\x07\u200b\ufeff\u202eb", "ab"),
        ("A\u030arhus", "Århus"),
        ("\ud83d x", "\ufffd x"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("\u200d \u00a0", ""),
        ("سارة", "\u2068سارة\u2069"),
        ("\u2068سارة حسن (שרה)\u2069 kom, 3/4.", "\u2068سارة حسن (שרה)\u2069 kom, 3/4."),
    ],
)
def test_text_is_made_safe_and_no_visible_character_is_lost(text: str, line: str) -> None:
    assert one_line(text) == line


def test_paragraphs_are_the_lines_with_something_in_them() -> None:
    assert paragraphs("a\n \n b \u0085c\n") == ("a", "b", "c")
