"""Fictional meetings for the tests of the papers: the demo family, and the same with whatever a test needs changed."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.meeting.vocabulary import Mark, TurnState
from netmoede_desktop.domain.minutes.record import (
    AgreementRecord,
    MeetingRecord,
    NoteRecord,
    PartRecord,
    PauseRecord,
    PersonRecord,
    ReservationRecord,
    TurnRecord,
)
from netmoede_desktop.domain.people.people import Attendance, Network, Role

WINTER = timezone(timedelta(hours=1))
_PEOPLE = (
    ("mikkel", "Mikkel Holm", Role.CHILD, "barnet", Network.PRIVATE),
    ("lone", "Lone Holm", Role.PARENT, "mor", Network.PRIVATE),
    ("peter", "Peter Holm", Role.PARENT, "far", Network.PRIVATE),
    ("kirsten", "Kirsten Holm", Role.PRIVATE, "farmor", Network.PRIVATE),
    ("jonas", "Jonas Lund", Role.PRIVATE, "håndboldtræner", Network.PRIVATE),
    ("hanne", "Hanne Bak", Role.PROFESSIONAL, "klasselærer", Network.PROFESSIONAL),
    ("ali", "Ali Demir", Role.PROFESSIONAL, "pædagog, SFO", Network.PROFESSIONAL),
    ("birthe", "Birthe Kjær", Role.PROFESSIONAL, "psykolog, PPR", Network.PROFESSIONAL),
    ("soeren", "Søren Friis", Role.AUTHORITY, "sagsbehandler", Network.PROFESSIONAL),
    ("maja", "Maja Lind", Role.LEADER, "mødeleder", None),
)
_PARTS = (
    ("d1", "Velkomst og rammer", "velkomst", "Velkomst", "Velkomst", 6),
    ("d2", "Præsentationsrunde", "velkomst", "Velkomst", "Velkomst", 6),
    ("d4", "Fase 1 · Runde A: Det, der går godt", "beskrivende", "Beskrivende del", "Sådan er det nu", 14),
    ("d5", "Fase 1 · Runde B: Det, der fylder", "beskrivende", "Beskrivende del", "Sådan er det nu", 18),
    ("d9", "Fase 2 · Runde D: Det gjorde indtryk", "reflekterende", "Reflekterende del", "Sådan kan det blive", 10),
    ("d11", "Fase 3 · Aftaler", "aftaler", "Aftaler", "Det aftaler vi", 14),
    ("d13", "Slutrunde", "afslutning", "Afslutning", "Tak for i dag", 5),
)
_NOTES = (
    ("d2", "mikkel", "Jeg er Mikkel, jeg går i 5. klasse.", None),
    ("d2", "lone", "Jeg er Mikkels mor.", None),
    ("d4", "mikkel", "Jeg kan godt lide at lave mad hos farmor.", Mark.RESOURCE),
    ("d4", "kirsten", "Mikkel ringer selv om aftenen, når der er uro hjemme. Vi laver mad sammen om lørdagen.", None),
    ("d5", "mikkel", "Der er meget larm i klassen, og jeg sover dårligt.", Mark.CONCERN),
    ("d5", "hanne", "Han mangler i skolen en dag om ugen.", Mark.CONCERN),
    ("d9", "lone", "At de andre også er bekymrede. Jeg ønsker en fast person i skolen at ringe til.", Mark.WISH),
    ("d13", "mikkel", "Det var okay.", None),
)


def person(
    key: str, name: str, role: Role = Role.PRIVATE, relation: str = "ven", network: Network | None = Network.PRIVATE
) -> PersonRecord:
    """A participant who was there all the time and gets the referat."""
    called = name.split()[0] if name.split() else name
    return PersonRecord(key, name, called, called, role, relation, network, Attendance.PRESENT, True, False)


def agreement(number: int, text: str, owner: str, **changes: object) -> AgreementRecord:
    """An agreement with a yes from its owner."""
    plain = AgreementRecord(number, text, owner, None, None, None, Answer.YES, None, None)
    return replace(plain, **changes)  # type: ignore[arg-type]


def note(part: str, who: str, text: str, mark: Mark | None = None) -> NoteRecord:
    """A note a person said in the round."""
    return NoteRecord(part, who, text, mark, None)


def meeting(**changes: object) -> MeetingRecord:
    """The demo family's first meeting, with fields changed."""
    return replace(_demo(), **changes)  # type: ignore[arg-type]


def _demo() -> MeetingRecord:
    begun = datetime(2026, 11, 23, 16, 0, 0, tzinfo=WINTER)
    parts = tuple(
        PartRecord(key, title, phase, phase_title, plain_phase, minutes * 60, minutes * 60, begun=True)
        for key, title, phase, phase_title, plain_phase, minutes in _PARTS
    )
    return MeetingRecord(
        case_reference="M-2026-014",
        child="Mikkel",
        method_id="din-1",
        method_version=1,
        method_name="Det inddragende netværksmøde – første møde",
        number_in_series=1,
        place="Biblioteket, lokale 2",
        purpose="At finde ud af, hvordan hverdagen kan blive roligere for Mikkel, og hvem der kan hjælpe med hvad.",
        planned_start=datetime(2026, 11, 23, 16, 0, 0),  # noqa: DTZ001 (local wall time, as the record has it)
        planned_minutes=120,
        people=tuple(person(*row) for row in _PEOPLE),
        parts=parts,
        turns=tuple(TurnRecord(part, who, TurnState.SPOKEN, 60, 0) for part, who, _, _ in _NOTES),
        notes=tuple(note(*row) for row in _NOTES),
        board=("Mikkel sover bedst hos farmor", "Alle vil gerne vide mere om hinandens dage"),
        agreements=(
            agreement(
                1,
                "Kirsten henter Mikkel fast om onsdagen",
                "kirsten",
                start=date(2026, 12, 2),
                sign="Mikkel siger, han har sovet",
            ),
            agreement(2, "Hanne skriver til mor hver fredag om, hvad der gik godt", "hanne", start=date(2026, 11, 27)),
            agreement(3, "Søren undersøger mulighed for fritidspas", "soeren", due=date(2026, 12, 4)),
            agreement(
                4,
                "Jonas giver Mikkel et lift til kamp hver lørdag",
                "jonas",
                start=date(2026, 11, 28),
                answer=Answer.NO,
            ),
        ),
        reservations=(ReservationRecord("lone", "Lone er ikke sikker på, at onsdag er den bedste dag."),),
        experience=("Det var godt, at alle hørte det samme.",),
        parked=("Sommerferien",),
        pauses=(PauseRecord(begun + timedelta(minutes=52), 600, "d8"),),
        follow_up=FollowUpRecord(datetime(2027, 1, 19, 16, 0, 0), None),  # noqa: DTZ001
        overridden=(),
        stop_reason=None,
        started=begun,
        ended=begun + timedelta(minutes=122),
        finished=True,
        events=214,
        responsible="maja",
        author="maja",
    )
