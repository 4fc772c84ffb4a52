"""Papers out of the vault: whole or not there, logged, and named by their own name when they cannot be written."""

import os
import stat
import sys
from pathlib import Path

import pytest

from netmoede_desktop.documents.papers import Format, Kind, PaperProblem
from netmoede_desktop.services.exporting import Export, UnknownMeeting, export, require_writable, write_file
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
    return play(scenario, methods(), opener, tmp_path / "ud", Performance(pace, lambda _: None)).meeting


def exports(vault: Vault) -> list[AuditAct]:
    """What the log tells a citizen who asks about the only sag in the vault."""
    with vault.transaction() as store:
        [case] = store.cases.all()
        return [entry.act for entry in store.audit.about(case_id=case.id) if entry.act.name == "exported"]


def test_every_export_is_in_the_log_of_its_sag_without_a_name(
    opener: VaultOpener, meeting: str, tmp_path: Path
) -> None:
    with opener.open() as vault:
        for kind, form in ((Kind.MINUTES, Format.JSON), (Kind.AGREEMENTS, Format.PDF)):
            export(vault, Export(meeting, kind, form, tmp_path / "papir"), START)
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
            export(vault, Export(meeting, Kind.CALENDAR, Format.ICS, file), START)
        with pytest.raises(UnknownMeeting):
            export(vault, Export("ukendt", Kind.MINUTES, Format.JSON, file), START)
        assert exports(vault) == []
    assert not file.exists()


def test_a_file_is_replaced_whole_or_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "papir.txt"
    write_file(file, b"gammel")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space") as caught:
            write_file(file, b"en ny som fylder mere")
    assert caught.value.filename == str(file)
    assert [path.name for path in tmp_path.iterdir()] == ["papir.txt"]
    assert file.read_bytes() == b"gammel"
    write_file(file, b"ny")
    assert file.read_bytes() == b"ny"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_only_the_recovery_code_is_for_the_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "papir", b"")
        write_file(tmp_path / "kode", b"", private=True)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "papir").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "kode").stat().st_mode) == 0o600


def test_a_folder_is_tried_without_a_trace(tmp_path: Path) -> None:
    require_writable(tmp_path)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(FileNotFoundError) as caught:
        require_writable(tmp_path / "ingen")
    assert caught.value.filename == str(tmp_path / "ingen")
