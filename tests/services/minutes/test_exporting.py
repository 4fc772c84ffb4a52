"""Papers out of the vault: whole or not there, logged, and named by their own name when they cannot be written."""

from pathlib import Path

import pytest

from netmoede_desktop.documents.papers import AGREEMENTS, CALENDAR, MINUTES, Format, PaperProblem
from netmoede_desktop.services.files.files_out import FilesOut
from netmoede_desktop.services.minutes.exporting import Export, UnknownMeeting, export
from netmoede_desktop.services.minutes.minutes import approve, open_minutes, which_version
from netmoede_desktop.services.scenarios.playing import Pace, Performance, play
from netmoede_desktop.services.vaults.vaults import VaultOpener
from netmoede_desktop.storage.database.connection import StoreConnection
from netmoede_desktop.storage.transaction import Transaction
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


@pytest.mark.smoke
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


def test_an_export_reads_in_one_transaction_and_is_logged_in_another(
    opener: VaultOpener, meeting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The paper is made between the two, so that nobody waits for it; approved or not, it is the same."""
    begun: list[str] = []
    begin = Transaction.__init__

    def counted(self: Transaction, connection: StoreConnection) -> None:
        begun.append("transaction")
        begin(self, connection)

    with opener.open() as vault:
        monkeypatch.setattr(Transaction, "__init__", counted)
        minutes = open_minutes(vault, meeting)
        assert len(begun) == 1, "the referat is opened in one"
        for _ in ("not approved yet", "approved"):
            begun.clear()
            export(vault, Export(meeting, MINUTES, Format.PDF, tmp_path / "papir.pdf"), FilesOut(), START)
            assert len(begun) == 2
            begun.clear()
            minutes = minutes if minutes.version else approve(vault, minutes, START).minutes
        pdf = (tmp_path / "papir.pdf").read_bytes()
        begun.clear()
        assert which_version(vault, pdf) == minutes.version is not None
        assert len(begun) == 1
