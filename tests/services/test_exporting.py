"""Papers out of the vault: whole or not there, logged, and named by their own name when they cannot be written."""

from pathlib import Path

import pytest

from netmoede_desktop.documents.papers import AGREEMENTS, CALENDAR, MINUTES, Format, PaperProblem
from netmoede_desktop.services.exporting import Export, UnknownMeeting, export
from netmoede_desktop.services.files_out import FilesOut
from netmoede_desktop.services.playing import Pace, Performance, play
from netmoede_desktop.services.vaults import VaultOpener
from netmoede_desktop.storage.values import AuditAct
from netmoede_desktop.storage.vault import Vault
from tests.services.stories import methods, read, speak, step
from tests.storage.vaults import START


@pytest.fixture
def meeting(opener: VaultOpener, tmp_path: Path) -> str:
    """The id of a meeting without a next one."""
    scenario = read(tmp_path, speak("ida", 30, note="Hej"), step("finish"))
    pace = Pace(None, lambda _: None)
    return play(
        scenario, methods(), opener, FilesOut().folder(tmp_path / "ud"), Performance(pace, lambda _: None)
    ).meeting


def exports(vault: Vault) -> list[AuditAct]:
    """What the log tells a citizen who asks about the only sag in the vault."""
    with vault.transaction() as store:
        [case] = store.cases.all()
        return [entry.act for entry in store.audit.about(case_id=case.id) if entry.act.name == "exported"]


def test_every_export_is_in_the_log_of_its_sag_without_a_name(
    opener: VaultOpener, meeting: str, tmp_path: Path
) -> None:
    with opener.open() as vault:
        for kind, form in ((MINUTES, Format.JSON), (AGREEMENTS, Format.PDF)):
            export(vault, Export(meeting, kind, form, tmp_path / "papir"), FilesOut(), START)
        exported = exports(vault)
    assert [act.detail for act in exported] == [
        {"document": "referat", "format": "json"},
        {"document": "aftaler", "format": "pdf"},
    ]
    assert {(act.actor, act.meeting_id, act.at) for act in exported} == {("cli", meeting, START)}


def test_what_cannot_be_made_is_neither_logged_nor_written(opener: VaultOpener, meeting: str, tmp_path: Path) -> None:
    file = tmp_path / "papir"
    with opener.open() as vault:
        with pytest.raises(PaperProblem):
            export(vault, Export(meeting, CALENDAR, Format.ICS, file), FilesOut(), START)
        with pytest.raises(UnknownMeeting):
            export(vault, Export("ukendt", MINUTES, Format.JSON, file), FilesOut(), START)
        assert exports(vault) == []
    assert not file.exists()
