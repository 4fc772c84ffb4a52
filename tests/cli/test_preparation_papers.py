"""The papers before a meeting, as the command line gives them of a meeting that was prepared."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.cli.terminal import Ran, Terminal
from tests.documents.tagged import elements


@pytest.fixture
def meeting(terminal: Terminal) -> str:
    """The id of the example's meeting."""
    plan = terminal.run("prepare", "--example").out
    ran = terminal.real("prepare", terminal.file("plan.toml", plan), "--recovery-out", "kode.txt")
    assert ran.code == 0
    return str(ran.answers[0]["meeting"])


def asked(terminal: Terminal, meeting: str, document: str, *more: str) -> Ran:
    out = str(terminal.folder / "papir.pdf")
    return terminal.real("export", meeting, "--document", document, "--format", "pdf", "--out", out, *more)


def pages(terminal: Terminal) -> int:
    with pikepdf.open(BytesIO(paper(terminal))) as file:
        return len(file.pages)


def paper(terminal: Terminal) -> bytes:
    return Path(terminal.folder / "papir.pdf").read_bytes()


def said(terminal: Terminal) -> str:
    return " ".join(" ".join(text for _, text in elements(paper(terminal))).split())


@pytest.mark.smoke
def test_r049_r050_the_invitation_is_a_letter_to_each_with_purpose_and_pjece(terminal: Terminal, meeting: str) -> None:
    assert asked(terminal, meeting, "invitation") == Ran(0, "", "")
    everybody = said(terminal)
    assert pages(terminal) == 2 * 6
    assert everybody.count("At finde ud af, hvordan hverdagen kan blive roligere for Mikkel") == 6
    assert everybody.count("Hvad er et netværksmøde?") == 6
    assert "Ahornvej" not in everybody
    assert asked(terminal, meeting, "invitation", "--for", "Kirsten Holm", "--language", "en").code == 0
    assert "Dear Kirsten" in said(terminal)
    assert "Mikkel sover hos dig hver anden weekend." in said(terminal)
    assert asked(terminal, meeting, "invitation", "--for", "kirsten", "--variant", "let", "--large").code == 0
    assert "Derfor holder vi mødet" in said(terminal)


def test_the_pjece_comes_alone_too(terminal: Terminal, meeting: str) -> None:
    assert asked(terminal, meeting, "pjece", "--variant", "barn") == Ran(0, "", "")
    assert (pages(terminal), "Du må gå ud og holde pause." in said(terminal)) == (1, True)
    ran = asked(terminal, meeting, "pjece", "--for", "Kirsten Holm")
    assert (ran.code, ran.sentence) == (2, "Papiret er ens for alle og kan ikke laves til én.")


def test_the_calendar_entry_of_a_planned_meeting_is_itself_and_names_nothing(terminal: Terminal, meeting: str) -> None:
    ran = terminal.real("export", meeting, "--document", "kalender", "--format", "ics", "--out", "moede.ics")
    assert ran == Ran(0, "", "")
    entry = Path("moede.ics").read_text(encoding="utf-8")
    assert "DTSTART:20261123T150000Z" in entry
    assert "DTEND:20261123T170000Z" in entry
    assert "SUMMARY:Møde" in entry
    tells = ("Mikkel", "Holm", "M-2026-014", "Biblioteket", "LOCATION", "netværk")
    assert [word for word in tells if word in entry] == []


def test_r063_the_agenda_has_background_time_place_and_who_comes(terminal: Terminal, meeting: str) -> None:
    assert asked(terminal, meeting, "dagsorden") == Ran(0, "", "")
    agenda = said(terminal)
    for words in (
        *("Dagsorden for mødet om Mikkel", "Mandag 23. november 2026 kl. 16.00–18.00", "Biblioteket, lokale 2"),
        *("Baggrund", "Hanne Berg, klasselærer", "Maja Lind", "Runde A: Det, der går godt", "14 min"),
    ):
        assert words in agenda
    assert asked(terminal, meeting, "dagsorden", "--language", "en", "--large").code == 0
    assert "Agenda for the meeting about Mikkel" in said(terminal)


def test_the_drejebog_has_a_page_for_each_round_with_question_order_and_time(terminal: Terminal, meeting: str) -> None:
    assert asked(terminal, meeting, "drejebog") == Ran(0, "", "")
    script = said(terminal)
    assert pages(terminal) == 13
    for words in ("Drejebog for mødet om Mikkel", "»Hvad fylder mest for dig?«", "16.30–16.48", "2 min 18 s til hver"):
        assert words in script
    assert "sender ord, læses op af Hanne" in script
    assert asked(terminal, meeting, "drejebog", "--language", "en").code == 0
    assert "Running order for the meeting about Mikkel" in said(terminal)


def test_the_consent_sheet_is_one_for_each_parent_with_their_own_topics(terminal: Terminal, meeting: str) -> None:
    assert asked(terminal, meeting, "samtykke") == Ran(0, "", "")
    assert (pages(terminal), said(terminal).count("Må vi tale om det her?")) == (2, 2)
    assert asked(terminal, meeting, "samtykke", "--for", "Peter Holm").code == 0
    sheet = said(terminal)
    for words in ("Til Peter Holm", "Skole og venner", "Hverdagen hjemme", "dog højst til 31. maj 2027", "35 55 00 12"):
        assert words in sheet
    assert "Telefon og adresse" not in sheet  # his is protected
    assert asked(terminal, meeting, "samtykke", "--for", "Kirsten Holm").code == 2
    assert asked(terminal, meeting, "samtykke", "--language", "en", "--large").code == 0
    assert "May we talk about this?" in said(terminal)


@pytest.mark.parametrize(
    "assessed", ["", 'risk_assessed = { who = "Rita Krog", on = 2027-05-01 }', "risk_assessed = { on = 2026-11-01 }"]
)
def test_r174_papers_and_start_are_closed_by_one_rule(terminal: Terminal, assessed: str) -> None:
    """Without an assessment, with one that is only planned, and with one by nobody."""
    plan = terminal.run("prepare", "--example").out.replace('screening = "nej"', f'screening = "ja"\n{assessed}')
    made = terminal.real("prepare", terminal.file("plan.toml", plan), "--recovery-out", "kode.txt").answers[0]
    [ready] = terminal.real("ready", made["meeting"]).answers
    assert ready["may_start"] is False
    assert [rule["level"] for rule in ready["rules"] if rule["rule"] == "risk-assessed" and rule["state"] == "mangler"]
    for document in ("invitation", "netvaerkskort"):
        assert asked(terminal, made["meeting"], document).code == 5
