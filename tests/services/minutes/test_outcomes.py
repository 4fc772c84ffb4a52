"""What came of a meeting is worked out once, kept, and worked out anew when another version is approved."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from netmoede_desktop.domain.minutes.draft import MinutesDraft
from netmoede_desktop.domain.minutes.from_meeting import record
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.services.minutes import outcomes
from netmoede_desktop.services.minutes.approved_minutes import content_of
from netmoede_desktop.services.minutes.minutes import correct, open_minutes
from netmoede_desktop.services.minutes.outcomes import AgreedNext, outcome_of, saved_follow_ups
from netmoede_desktop.services.preparation.edit_plan import propose_meeting
from netmoede_desktop.storage.vault import Vault
from tests.services.preparation.planned import hold_meeting
from tests.services.stories import methods, read, speak, step
from tests.storage.vaults import START

STEPS = (
    speak("ida"),
    step("agree", text="Bent henter onsdage", who="far", from_=date(2026, 12, 2)),
    step("agree", text="Hanne ringer", who="lærer", by=date(2026, 12, 4), sign="Ida smiler"),
    step("follow_up", at=datetime(2027, 1, 19, 15, 30)),  # noqa: DTZ001
    step("finish"),
)


def test_it_is_worked_out_from_the_meeting_as_it_was_held_and_kept(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, ids = hold_meeting(vault, read(tmp_path, *STEPS, place="Biblioteket"))
    outcome = outcome_of(vault, held)
    assert (outcome.approved, outcome.place) == (0, "Biblioteket")
    assert outcome.follow_up == datetime(2027, 1, 19, 15, 30)  # noqa: DTZ001
    assert outcome.ended == record(meeting_journal.load(vault, held)).ended is not None
    assert [(one.number, one.owner, one.owner_name) for one in outcome.agreements] == [
        (1, ids["far"], "Bent"),
        (2, ids["lærer"], "Hanne"),
    ]
    assert (outcome.agreements[1].due, outcome.agreements[1].sign) == (date(2026, 12, 4), "Ida smiler")
    assert {person.id for person in outcome.people} == set(ids.values())

    monkeypatch.delattr(outcomes, "current_record")
    assert outcome_of(vault, held) == outcome


def test_where_the_next_meeting_is_stays_known_and_is_proposed(vault: Vault, tmp_path: Path) -> None:
    steps = (*STEPS[:-2], step("follow_up", at=datetime(2027, 1, 19, 15, 30), place="Kulturhuset"), STEPS[-1])  # noqa: DTZ001
    held, _ = hold_meeting(vault, read(tmp_path, *steps, place="Biblioteket"))
    minutes = open_minutes(vault, held)
    assert outcome_of(vault, held).agreed == (datetime(2027, 1, 19, 15, 30), "Kulturhuset")  # noqa: DTZ001
    assert propose_meeting(vault, methods(), minutes.case_id, START).place == "Kulturhuset"
    correct(vault, minutes, "next_place", "Svømmehallen")
    assert propose_meeting(vault, methods(), minutes.case_id, START).place == "Svømmehallen"


def test_a_new_version_is_worked_out_anew(vault: Vault, tmp_path: Path) -> None:
    held, _ = hold_meeting(vault, read(tmp_path, *STEPS))
    facts = record(meeting_journal.load(vault, held))
    before = outcome_of(vault, held)
    with vault.transaction() as store:
        fewer = replace(facts, agreements=())
        store.minutes.add(store.minutes.prepare(held, content_of(fewer, MinutesDraft()), START, None))
    after = outcome_of(vault, held)
    assert (len(before.agreements), before.approved) == (2, 0)
    assert (len(after.agreements), after.approved) == (0, 1)


def test_facts_in_another_form_are_worked_out_anew(vault: Vault, tmp_path: Path) -> None:
    held, _ = hold_meeting(vault, read(tmp_path, *STEPS))
    with vault.transaction() as store:
        store.outcomes.save_facts(held, {"form": 0, "agreements": "?"})
    assert len(outcome_of(vault, held).agreements) == 2


def test_an_agreed_day_is_known_from_facts_kept_before_places_were(vault: Vault, tmp_path: Path) -> None:
    held, _ = hold_meeting(vault, read(tmp_path, *STEPS))
    with vault.transaction() as store:
        store.outcomes.save_facts(held, {"form": 1, "follow_up": "2027-01-19T16:00:00"})
        assert saved_follow_ups(store, [held]) == {held: AgreedNext(datetime(2027, 1, 19, 16, 0), "")}  # noqa: DTZ001


def test_a_meeting_that_is_not_finished_has_none(vault: Vault) -> None:
    with pytest.raises(KeyError):
        outcome_of(vault, "ukendt")
