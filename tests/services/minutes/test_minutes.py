"""The referat after the meeting: corrected as it is typed, approved version by version, and known again by its PDF."""

from datetime import UTC, date, datetime
from pathlib import Path

import pypdfium2
import pytest

from netmoede_desktop.documents.papers import AGREEMENTS, MINUTES, Format, MeetingPaper
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.actors import Actor
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.minutes import minutes as module
from netmoede_desktop.services.minutes.approved_minutes import facts_of
from netmoede_desktop.services.minutes.exporting import ExportChannel, PaperAsked, paper_out
from netmoede_desktop.services.minutes.minutes import (
    REASON,
    OpenMinutes,
    approve,
    correct,
    current_minutes,
    open_minutes,
    preview_pdf,
    remove_correction,
    versions,
    which_version,
)
from netmoede_desktop.services.minutes.outcomes import outcome_of
from netmoede_desktop.storage.problems import OutOfStep
from netmoede_desktop.storage.values import AuditAct, StoredMinutes
from netmoede_desktop.storage.vault import Vault
from tests.services.preparation.planned import hold_meeting
from tests.services.stories import read, speak, step

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def held(vault: Vault, tmp_path: Path) -> tuple[str, dict[str, str]]:
    """A finished meeting's id, and the ids of its people."""
    steps = (
        speak("ida", note="Jeg hedder Ida."),
        speak("mor", note="Jeg er Idas mor."),
        step("agree", text="Bent henter onsdage", who="far", from_=date(2026, 12, 2)),
        step("reservation", who="far", text="Ikke sikker"),
        step("finish"),
    )
    return hold_meeting(vault, read(tmp_path, *steps, purpose="Ro", place="Biblioteket"))


def stored(vault: Vault, meeting: str) -> list[StoredMinutes]:
    with vault.transaction() as store:
        assert store.minutes.is_whole(meeting)
        return store.minutes.of_meeting(meeting)


def acts(vault: Vault) -> list[AuditAct]:
    with vault.transaction() as store:
        return [entry.act for entry in store.audit.about()]


def text(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def out(vault: Vault, meeting: str, kind: MeetingPaper = MINUTES, form: Format = Format.PDF, reason: str = "") -> bytes:
    return paper_out(vault, PaperAsked(meeting, kind, form, ExportChannel.PRINTER, Actor.WINDOWS, reason), NOW)


def note_key(minutes: OpenMinutes) -> str:
    return next(field.key for section in minutes.sections for field in section.fields if field.key.startswith("note:"))


@pytest.mark.smoke
def test_each_correction_is_kept_and_the_meeting_stays_as_it_was_held(
    vault: Vault, held: tuple[str, dict[str, str]]
) -> None:
    meeting, ids = held
    minutes = open_minutes(vault, meeting)
    assert (minutes.changed, minutes.version, minutes.stamp, minutes.record) == (True, None, None, minutes.held)
    minutes = correct(vault, minutes, note_key(minutes), " Jeg hedder Ida Marie. ")
    minutes = correct(vault, minutes, "agreement:1:due", date(2026, 12, 24))
    minutes = correct(vault, minutes, "agreement:1:owner", ids["mor"])
    minutes = correct(vault, minutes, f"person:{ids['far']}:receives_minutes", value=False)
    assert open_minutes(vault, meeting) == minutes
    assert minutes.record.notes[0].text == "Jeg hedder Ida Marie."
    [agreement] = minutes.record.agreements
    assert (agreement.owner, agreement.due) == (ids["mor"], date(2026, 12, 24))
    assert not minutes.record.person(ids["far"]).receives_minutes
    assert record(meeting_journal.load(vault, meeting)) == minutes.held
    assert [act.name for act in acts(vault)] == []


def test_what_is_taken_back_or_typed_as_it_was_is_no_correction(vault: Vault, held: tuple[str, dict[str, str]]) -> None:
    minutes = open_minutes(vault, held[0])
    changed = correct(vault, correct(vault, minutes, "purpose", "Andet"), "board:0", "En linje")
    assert correct(vault, changed, "purpose", "Andet") is changed
    assert correct(vault, changed, "purpose", "Ro").draft.corrections == {"board:0": "En linje"}
    again = remove_correction(vault, correct(vault, changed, "purpose", "Ro"), "board:0")
    assert again == minutes == open_minutes(vault, held[0])
    assert remove_correction(vault, again, "board:0") is again


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("agreement:1:text", "", "empty_text"),
        ("agreement:1:owner", "ukendt", "unknown_person"),
        ("agreement:1:due", "x", "date_unclear"),
    ],
)
def test_bad_input_changes_nothing(
    vault: Vault, held: tuple[str, dict[str, str]], key: str, value: str, code: str
) -> None:
    minutes = open_minutes(vault, held[0])
    with pytest.raises(Refused) as refused:
        correct(vault, minutes, key, value)
    assert refused.value.code == code
    assert open_minutes(vault, held[0]) == minutes


def test_only_a_finished_meeting_has_a_referat(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="meeting_gone"):
        open_minutes(vault, "væk")
    running, _ = hold_meeting(vault, read(tmp_path, speak("ida")))
    with pytest.raises(Refused, match="meeting_not_finished"):
        open_minutes(vault, running)
    assert not current_minutes(vault, running).facts.finished
    with pytest.raises(KeyError):
        current_minutes(vault, "væk")


@pytest.mark.smoke
def test_what_is_approved_is_kept_whole_with_its_pdf(vault: Vault, held: tuple[str, dict[str, str]]) -> None:
    meeting, _ = held
    minutes = correct(vault, open_minutes(vault, meeting), "purpose", "Mere ro")
    approved = approve(vault, minutes, NOW)
    [version] = stored(vault, meeting)
    assert facts_of(version.content) == minutes.record
    assert version.pdf_digest == module.digest_of(approved.pdf)
    assert version.digest.upper().startswith(approved.version.short_hash.replace("-", ""))
    line = f"Sag M-1 · version 1 · {approved.version.short_hash} · godkendt 24.11.2026"
    assert line in text(approved.pdf) and "Mere ro" in text(approved.pdf)
    assert (approved.minutes.changed, approved.minutes.version) == (False, approved.version)
    assert approved.minutes == open_minutes(vault, meeting)
    assert approved.minutes.stamp == approved.version.stamp(minutes.held)
    with pytest.raises(Refused, match="already_approved"):
        approve(vault, approved.minutes, NOW)
    [act] = acts(vault)
    assert (act.actor, act.name, act.meeting_id) == ("gui", "minutes_approved", meeting)
    assert act.detail == {"version": 1, "changed": ["purpose"]}


def test_a_later_change_is_a_new_version_with_a_trace_of_the_fields(
    vault: Vault, held: tuple[str, dict[str, str]]
) -> None:
    meeting, _ = held
    first = approve(vault, correct(vault, open_minutes(vault, meeting), "purpose", "Mere ro"), NOW)
    changed = correct(vault, first.minutes, "agreement:1:text", "Bent henter torsdage")
    assert changed.changed and changed.stamp is None
    second = approve(vault, correct(vault, changed, "purpose", "Ro"), NOW)
    assert second.version.version == 2
    assert [(one.version, one.newest, one.changed) for one in versions(vault, meeting)] == [
        (2, True, ("agreement:1:text", "purpose")),
        (1, False, ("purpose",)),
    ]
    assert facts_of(stored(vault, meeting)[0].content).purpose == "Mere ro"
    assert acts(vault)[-1].detail == {"version": 2, "changed": ["agreement:1:text", "purpose"]}
    assert "torsdage" not in repr([act.detail for act in acts(vault)])
    with pytest.raises(OutOfStep):
        approve(vault, changed, NOW)
    assert len(stored(vault, meeting)) == 2


def test_papers_are_of_the_newest_version_as_long_as_nothing_was_corrected_since(
    vault: Vault, held: tuple[str, dict[str, str]]
) -> None:
    meeting, _ = held
    assert "version" not in text(out(vault, meeting))
    corrected = correct(vault, open_minutes(vault, meeting), "purpose", "Mere ro")
    assert "Mere ro" in text(out(vault, meeting)) and "version" not in text(out(vault, meeting))
    approved = approve(vault, corrected, NOW)
    assert out(vault, meeting) == approved.pdf
    assert "version 1 ·" in text(out(vault, meeting, AGREEMENTS))
    assert b"Biblioteket" not in out(vault, meeting, form=Format.JSON)
    correct(vault, approved.minutes, "purpose", "Endnu mere ro")
    later = text(out(vault, meeting))
    assert "Endnu mere ro" in later and "version" not in later
    assert [act.detail.get("version") for act in acts(vault) if act.name == "printed"] == [None] * 3 + [1, 1, 1, None]
    assert {act.actor for act in acts(vault)} == {"gui"}


def test_a_pdf_is_told_to_be_the_version_it_was_made_of(vault: Vault, held: tuple[str, dict[str, str]]) -> None:
    meeting, _ = held
    draft = out(vault, meeting)
    first = approve(vault, open_minutes(vault, meeting), NOW)
    agreements = out(vault, meeting, AGREEMENTS)
    second = approve(vault, correct(vault, first.minutes, "purpose", "Andet"), NOW)
    assert which_version(vault, second.pdf) == second.version
    found = which_version(vault, first.pdf)
    assert found is not None and (found.meeting, found.version, found.newest) == (meeting, 1, False)
    assert which_version(vault, agreements) == found
    assert which_version(vault, draft) is None
    assert which_version(vault, first.pdf + b" ") is None


def test_why_a_paper_went_out_all_the_same_is_kept_beside_the_log(
    vault: Vault, held: tuple[str, dict[str, str]]
) -> None:
    meeting, _ = held
    approve(vault, open_minutes(vault, meeting), NOW, reason="Aftalt med mor")
    out(vault, meeting, reason="Også aftalt")
    details = [act.detail for act in acts(vault)]
    assert [detail["overrode"] for detail in details] == ["protected_address"] * 2
    assert "ftalt" not in repr(details)
    with vault.transaction() as store:
        kept = [store.settings.get(name) for name in store.settings.names(REASON)]
    assert kept == ["Aftalt med mor", "Også aftalt"]


def test_lists_and_the_next_meeting_follow_corrections_until_something_is_approved(
    vault: Vault, held: tuple[str, dict[str, str]]
) -> None:
    meeting, _ = held
    assert outcome_of(vault, meeting).agreements[0].text == "Bent henter onsdage"
    minutes = correct(vault, open_minutes(vault, meeting), "agreement:1:text", "Bent henter torsdage")
    assert outcome_of(vault, meeting).agreements[0].text == "Bent henter torsdage"
    approved = approve(vault, minutes, NOW).minutes
    remove_correction(vault, approved, "agreement:1:text")
    assert outcome_of(vault, meeting).agreements[0].text == "Bent henter torsdage"


def test_the_preview_is_the_paper_as_it_will_be(vault: Vault, held: tuple[str, dict[str, str]]) -> None:
    minutes = correct(vault, open_minutes(vault, held[0]), "purpose", "Mere ro")
    preview = preview_pdf(minutes.held, minutes.draft)
    assert preview == out(vault, held[0])
    approved = approve(vault, minutes, NOW)
    assert preview_pdf(minutes.held, minutes.draft, approved.minutes.stamp) == approved.pdf


def test_the_day_of_approval_is_that_of_the_place(vault: Vault, held: tuple[str, dict[str, str]]) -> None:
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    minutes = open_minutes(vault, held[0])
    assert minutes.held.ended is not None
    stamp = approve(vault, minutes, late).version.stamp(minutes.held)
    assert stamp.approved == late.astimezone(minutes.held.ended.tzinfo).date()
