"""`backup` beside other vaults' copies, wrong clocks and folders that cannot be read; reading where no byte is free."""

import contextlib
import errno
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from netmoede_desktop.storage.layout import Layout
from netmoede_desktop.storage.vault import Vault
from tests.cli.terminal import Terminal
from tests.journeys.programs import command as program_of
from tests.storage.odd_files import put_in_place
from tests.storage.small_disk import disk_of_three_mebibytes
from tests.storage.vaults import OTHER_PASSPHRASE, PASSPHRASE, START, HandClock, files_of, new_vault, surroundings

UNREADABLE = "»{name}« kan ikke læses. Intet er ændret. Ret adgangen, og prøv igen."


@pytest.fixture
def foreign(terminal: Terminal, meeting: str) -> str:
    """The name of a backup of another vault, with a passphrase of its own, in the profile's folder."""
    clock = HandClock(START - timedelta(days=3))
    vault, _ = Vault.create(terminal.folder / "gammel", OTHER_PASSPHRASE, surroundings(clock))
    with vault:
        name = vault.backup().name
    for path in vault.layout.backups.iterdir():
        shutil.copyfile(path, terminal.profile / "backups" / path.name)
    return name


def copies_of(terminal: Terminal, name: str) -> dict[str, str]:
    return {path: digest for path, digest in files_of(terminal.profile / "backups").items() if path.startswith(name)}


# --- whose they are


def test_another_vaults_backup_is_listed_said_to_be_so_and_left_alone(
    terminal: Terminal, meeting: str, foreign: str
) -> None:
    before = copies_of(terminal, foreign)
    terminal.real("meetings")
    made = terminal.real("backup", "create").out.strip()
    listed = terminal.real("backup", "list", "--json").answers[0]
    assert listed[0]["name"] == made
    assert {one["name"]: one["own"] for one in listed}[foreign] is False
    assert sum(one["own"] for one in listed) == len(listed) - 1
    assert f"{foreign}  hører til en anden samling møder" in terminal.real("backup", "list").out.splitlines()
    ran = terminal.real("backup", "verify", foreign)
    assert (ran.code, ran.out) == (0, f"{foreign} hører til en anden samling møder og er ikke læst\n")
    assert terminal.real("backup", "verify").code == 0
    told = {found["check"]: found for found in terminal.real("doctor", "--json").answers[0]}
    assert (told["backups"]["health"], told["backups"]["facts"]["damaged"]) == ("ok", 0)
    assert "1 hører til en anden samling møder" in told["backups"]["told"]
    assert copies_of(terminal, foreign) == before and len(before) == 2


def test_it_is_restored_with_its_own_passphrase_and_what_was_there_is_lost_to_nobody(
    terminal: Terminal, meeting: str, foreign: str
) -> None:
    own = [one["name"] for one in terminal.real("backup", "list", "--json").answers[0] if one["own"]]
    before = {name: copies_of(terminal, name) for name in own}
    ran = terminal.real("backup", "restore", foreign)
    assert (ran.code, ran.sentence) == (
        3,
        (
            "Sikkerhedskopien hører til en anden samling møder. Skriv den adgangssætning, der hører til den."
            " Intet er ændret."
        ),
    )
    ran = terminal.real("backup", "restore", foreign, passphrase=OTHER_PASSPHRASE)
    assert ran.code == 0
    assert "Om kopien: hører til en anden samling møder." in ran.out
    assert terminal.real("meetings", "--json", passphrase=OTHER_PASSPHRASE).answers == [[]]
    terminal.real("backup", "create", passphrase=OTHER_PASSPHRASE)
    assert {name: copies_of(terminal, name) for name in own} == before

    aside = next((terminal.profile / "set-aside").iterdir())
    shutil.copytree(aside, terminal.folder / "igen" / "vault")
    again = replace(terminal, folder=terminal.folder / "igen-her")
    again.folder.mkdir()
    (terminal.folder / "igen").rename(again.profile)
    assert [one["id"] for one in again.real("meetings", "--json").answers[0]] == [meeting]

    assert terminal.real("backup", "restore", own[0]).code == 0
    assert [one["id"] for one in terminal.real("meetings", "--json").answers[0]] == [meeting]


def test_in_an_empty_profile_whatever_is_restored_becomes_the_vault(
    terminal: Terminal, meeting: str, foreign: str
) -> None:
    shutil.rmtree(terminal.profile / "vault")
    assert all(one["own"] for one in terminal.real("backup", "list", "--json").answers[0])
    assert terminal.real("backup", "restore", foreign, passphrase=OTHER_PASSPHRASE).code == 0
    listed = terminal.real("backup", "list", "--json").answers[0]
    assert [one["own"] for one in listed] == [True, False]


def test_a_backup_whose_key_file_cannot_be_read_is_named_and_left_alone(terminal: Terminal, meeting: str) -> None:
    name = terminal.real("backup", "list").out.split()[0]
    key = terminal.profile / "backups" / f"{name}.key.json"
    put_in_place(key, "folder")
    store = (terminal.profile / "backups" / f"{name}.db").read_bytes()
    for _ in range(3):
        assert terminal.real("backup", "create").code == 0
    assert f"{name}  kan ikke læses" in terminal.real("backup", "list").out
    assert (terminal.profile / "backups" / f"{name}.db").read_bytes() == store
    assert key.is_dir()
    told = {found["check"]: found for found in terminal.real("doctor", "--json").answers[0]}
    assert (told["backups"]["health"], told["backups"]["code"]) == ("warning", "backup_unread")


# --- names and dates


def test_an_old_one_renamed_is_not_offered_as_the_newest(terminal: Terminal, meeting: str) -> None:
    old = terminal.real("backup", "list").out.split()[0]
    terminal.now += timedelta(days=1)
    new = terminal.real("backup", "create").out.strip()
    for ending in (".db", ".key.json"):
        shutil.move(terminal.profile / "backups" / (old + ending), terminal.profile / "backups" / (LATER + ending))
    terminal.now += timedelta(days=1)
    listed = terminal.real("backup", "list", "--json").answers[0]
    assert [one["name"] for one in listed] == [new, LATER]
    assert (listed[1]["remarks"], listed[1]["made"][:10]) == (["misnamed"], old[:10])
    assert terminal.real("backup", "verify", LATER).out == f"{LATER} er i orden, men navnet passer ikke til indholdet\n"
    assert terminal.real("backup", "restore", LATER).out.count("navnet passer ikke til indholdet") == 1


LATER = "2026-11-25T09-00-00.000000Z"


@pytest.mark.parametrize("moved", [True, False])
def test_an_old_store_under_a_new_name_is_noticed(terminal: Terminal, meeting: str, moved: bool) -> None:
    """Its key file left behind, or lying beside another's."""
    old = terminal.real("backup", "list").out.split()[0]
    terminal.now += timedelta(days=1)
    new = terminal.real("backup", "create").out.strip()
    name = LATER if moved else new
    shutil.copyfile(terminal.profile / "backups" / f"{old}.db", terminal.profile / "backups" / f"{name}.db")
    terminal.now += timedelta(days=1)
    assert terminal.real("backup", "verify", name).out == f"{name} er i orden, men navnet passer ikke til indholdet\n"
    assert not moved or terminal.real("backup", "list").out.split()[0] == new


def test_a_clock_that_was_ahead_once_costs_nothing(terminal: Terminal, meeting: str) -> None:
    for _ in range(4):
        terminal.now += timedelta(days=1)
        terminal.real("backup", "create")
    right, there = terminal.now, {one["name"] for one in terminal.real("backup", "list", "--json").answers[0]}
    for days in (40, 7000):
        terminal.now = right + timedelta(days=days)
        ahead = terminal.real("backup", "create").out.strip()
        terminal.now = right
        listed = terminal.real("backup", "list", "--json").answers[0]
        assert there < {one["name"] for one in listed}
        assert {one["name"]: one["remarks"] for one in listed}[ahead] == ["ahead"]
        assert listed[0]["remarks"] == []
    assert f"{ahead}  datoen ligger ude i fremtiden" in terminal.real("backup", "list").out.splitlines()
    made = terminal.real("backup", "create").out.strip()
    assert terminal.real("backup", "list").out.split()[0] == made


# --- what cannot be read is not nothing


@contextlib.contextmanager
def nobody_may(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[None]:
    """The system lets nobody list a folder; root would be let."""
    listed = os.listdir

    def refused(path: str | Path = ".") -> list[str]:
        if Path(path) == folder:
            raise PermissionError(errno.EACCES, "no", str(path))
        return listed(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "listdir", refused)
        yield


def test_a_folder_that_cannot_be_listed_is_5_and_named(
    terminal: Terminal, meeting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with nobody_may(monkeypatch, terminal.profile / "backups"):
        ran = terminal.real("backup", "list")
        assert (ran.code, ran.sentence) == (5, UNREADABLE.format(name="backups"))
        assert terminal.real("backup", "create").code == 5
        assert terminal.real("meetings").code == 0
        assert terminal.real("doctor").code == 5


@pytest.mark.skipif(os.name == "nt", reason="SKIPPED: no FIFOs and links there")
@pytest.mark.parametrize("what", ["folder", "fifo", "loop", "socket"])
def test_the_second_key_file_serves_when_the_first_cannot_be_read(terminal: Terminal, meeting: str, what: str) -> None:
    put_in_place(terminal.profile / "vault" / "key.json", what)
    told = {found["check"]: found for found in terminal.real("doctor", "--json").answers[0]}
    assert (told["key"]["health"], told["key"]["code"]) == ("warning", "one_copy_unread")
    assert [one["id"] for one in terminal.real("meetings", "--json").answers[0]] == [meeting]
    made = terminal.real("backup", "create").out.strip()
    assert terminal.real("backup", "restore", made).code == 0


@pytest.mark.skipif(os.name == "nt", reason="SKIPPED: no FIFOs and links there")
@pytest.mark.parametrize("what", ["folder", "fifo", "socket"])
@pytest.mark.parametrize(
    ("place", "name"), [("vault/store.db", "store.db"), ("vault.lock", "vault.lock"), ("backups", "backups")]
)
def test_something_else_in_a_places_stead_is_one_sentence(
    terminal: Terminal, meeting: str, place: str, name: str, what: str
) -> None:
    if (place, what) == ("backups", "folder"):
        pytest.skip("a folder is what belongs there")
    put_in_place(terminal.profile / place, what)
    ran = terminal.real("backup", "list") if place == "backups" else terminal.real("meetings")
    assert ran.code == 5
    assert ran.sentence.startswith(f"»{name}« er ikke en ")


def test_both_key_files_unreadable_are_named_and_a_backup_still_comes_back(terminal: Terminal, meeting: str) -> None:
    name = terminal.real("backup", "list").out.split()[0]
    for key in Layout(terminal.profile).key_files:
        put_in_place(key, "folder")
    ran = terminal.real("meetings")
    assert (ran.code, ran.sentence.split(" er ")[0]) == (5, "»key.json, key-copy.json«")
    assert terminal.real("backup", "restore", name).code == 0
    assert [one["id"] for one in terminal.real("meetings", "--json").answers[0]] == [meeting]


@pytest.mark.skipif(os.name == "nt", reason="SKIPPED: no links there")
def test_a_vault_that_is_a_file_is_not_no_vault(terminal: Terminal, meeting: str) -> None:
    shutil.rmtree(terminal.profile / "vault")
    (terminal.profile / "vault").write_bytes(b"noget andet")
    for verb in (("meetings",), ("backup", "create"), ("doctor",)):
        ran = terminal.real(*verb)
        assert ran.code == 5
    assert terminal.real("meetings").sentence.startswith("»vault« er ikke en mappe.")
    assert (terminal.profile / "vault").read_bytes() == b"noget andet"


# --- reading needs no writing


def as_nobody(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run the program so that the modes of files hold, for root too. Skips loudly where that cannot be."""
    limits = ["--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]
    before = [] if os.geteuid() else ["setpriv", *limits]
    if before and shutil.which("setpriv") is None:
        pytest.skip("SKIPPED: root without setpriv, no file was kept from anybody")
    return subprocess.run([*before, *program_of(*arguments)], check=False, capture_output=True, text=True)


@pytest.mark.skipif(os.name == "nt", reason="SKIPPED: no modes there")
def test_a_store_that_was_read_only_once_opens_again(terminal: Terminal, meeting: str) -> None:
    passphrase = terminal.file("adgang.txt", PASSPHRASE + "\n")
    store, real = (
        terminal.profile / "vault" / "store.db",
        ("--profile", terminal.profile, "--passphrase-file", passphrase),
    )
    before = files_of(terminal.profile)
    store.chmod(0o400)
    read = as_nobody(*real, "meetings", "--json")
    assert (read.returncode, read.stderr) == (0, "")
    assert [one["id"] for one in json.loads(read.stdout)] == [meeting]
    wrote = as_nobody(*real, "backup", "create")
    assert wrote.returncode == 5
    assert wrote.stderr == "Programmet må ikke skrive i »store.db«. Ret adgangen til filen, og prøv igen.\n"
    told = as_nobody(*real, "doctor")
    assert told.returncode == 5
    assert "Adgangen til filerne: skal rettes. Programmet må ikke skrive i store.db." in told.stdout
    assert sorted(path.name for path in store.parent.iterdir()) == ["key-copy.json", "key.json", "store.db"]
    store.chmod(0o600)
    assert files_of(terminal.profile) == before
    for name in ("store.db-wal", "store.db-shm"):  # as an earlier version left them
        (store.parent / name).touch(mode=0o400)
    assert as_nobody(*real, "meetings").returncode == 0
    assert as_nobody(*real, "backup", "create").returncode == 0


@pytest.fixture
def full(terminal: Terminal, meeting: str) -> Iterator[Terminal]:
    """The same profile on a disk on which not a byte is free."""
    with disk_of_three_mebibytes(terminal.folder) as disk:
        shutil.copytree(terminal.profile, disk / "profil")
        with contextlib.suppress(OSError), (disk / "fyld").open("wb", buffering=0) as filler:
            while True:
                os.write(filler.fileno(), b"x" * 512)
        shutil.rmtree(terminal.profile)
        terminal.profile.symlink_to(disk / "profil")
        yield terminal
        terminal.profile.unlink()


def test_with_no_byte_free_there_is_reading_and_export_to_another_disk(full: Terminal, meeting: str) -> None:
    before = files_of(full.profile)
    assert [one["id"] for one in full.real("meetings", "--json").answers[0]] == [meeting]
    paper = full.folder / "referat.pdf"
    ran = full.real("export", meeting, "--document", "referat", "--format", "pdf", "--out", paper)
    assert (ran.code, ran.sentence) == (
        0,
        "Papiret er skrevet, men det står ikke i loggen: der kan ikke skrives i databasen.",
    )
    assert paper.read_bytes().startswith(b"%PDF")
    assert full.real("backup", "verify").code == 0
    ran = full.real("backup", "create")
    assert (ran.code, ran.sentence) == (5, "Disken er fuld. Det, der var gemt, er der stadig. Gør plads, og prøv igen.")
    assert "Databasen: skal rettes. Disken er fuld." in full.real("doctor").out
    assert {path: digest for path, digest in files_of(full.profile).items() if path in before} == before
    (full.profile.resolve().parent / "fyld").unlink()
    assert full.real("backup", "create").code == 0


def test_so_there_is_after_a_program_that_died_on_the_full_disk(terminal: Terminal) -> None:
    with disk_of_three_mebibytes(terminal.folder) as disk:
        vault, _ = new_vault(terminal.folder / "levende", surroundings())
        with vault.transaction() as transaction:
            transaction.settings.put("prøve", "x" * 200_000)
        shutil.copytree(vault.layout.profile, disk / "profil", ignore=shutil.ignore_patterns("*-shm"))
        vault.close()
        with contextlib.suppress(OSError), (disk / "fyld").open("wb", buffering=0) as filler:
            while True:
                os.write(filler.fileno(), b"x" * 512)
        terminal.profile.symlink_to(disk / "profil")
        assert len(terminal.real("meetings", "--json").answers[0]) == 1
        terminal.profile.unlink()
