"""`backup`, `methods` and `doctor`: looking after the vault and the methods in it."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Ran, Terminal
from tests.services.stories import speak, step
from tests.storage.vaults import files_of


def export(terminal: Terminal, meeting: str, document: str, file_format: str, out: object) -> Ran:
    return terminal.real("export", meeting, "--document", document, "--format", file_format, "--out", out)


# --- backup


@pytest.mark.smoke
def test_a_damaged_store_comes_back_from_a_backup_found_by_the_same_commands(terminal: Terminal, meeting: str) -> None:
    """Without a whole store the list is still there: that is when it is asked for."""
    (terminal.profile / "vault" / "store.db").write_bytes(b"")
    newest = terminal.real("backup", "list", "--json").answers[0][0]["name"]

    ran = terminal.real("backup", "restore", newest)
    assert (ran.code, ran.err) == (0, "")
    assert [one["id"] for one in terminal.real("meetings", "--json").answers[0]] == [meeting]
    aside = next((terminal.profile / "set-aside").iterdir())
    assert str(aside) in ran.out


@pytest.mark.smoke
def test_backups_are_made_listed_and_verified(terminal: Terminal, meeting: str) -> None:
    made = terminal.real("backup", "create").out.strip()
    listed = terminal.real("backup", "list").out.split()
    assert listed[0] == made
    assert terminal.real("backup", "verify").out == "".join(f"{name} er i orden\n" for name in listed)
    assert terminal.real("backup", "verify", made).out == f"{made} er i orden\n"


@pytest.mark.parametrize("action", ["verify", "restore"])
def test_an_unknown_backup_is_named(terminal: Terminal, meeting: str, action: str) -> None:
    before = files_of(terminal.profile / "backups")
    ran = terminal.real("backup", action, "../../etc")
    assert (ran.code, ran.sentence) == (2, "Der er ingen sikkerhedskopi, der hedder ../../etc.")
    assert files_of(terminal.profile / "backups") == before


def test_a_damaged_backup_is_4_and_named(terminal: Terminal, meeting: str) -> None:
    [backup] = (terminal.profile / "backups").glob("*.db")
    backup.write_bytes(backup.read_bytes()[:-4096])
    ran = terminal.real("backup", "verify")
    assert ran.code == 4
    assert backup.stem in ran.sentence


# --- methods


@pytest.mark.smoke
def test_the_methods_are_listed_with_what_is_only_suggested(terminal: Terminal) -> None:
    ran = terminal.run("methods", "list", "--json")
    ids = ["din-1", "din-o", "hlb-1", "hlb-o", "pnm-1", "pnm-n", "um-1", "um-o", "um"]
    assert [row["id"] for row in ran.answers[0]] == ids
    assert [row["id"] for row in ran.answers[0] if not row["offered"]] == ["um"]
    assert "ikke til nye møder" in terminal.run("methods", "list").out
    assert all(row["municipal"] is False and row["suggested"] for row in ran.answers[0])
    assert "Forslag – kan tilpasses" in terminal.run("methods", "list").out


@pytest.mark.parametrize("named", [True, False], ids=["named", "default"])
def test_a_municipal_method_lies_in_the_profile(terminal: Terminal, repository: Path, named: bool) -> None:
    profile = terminal.profile if named else terminal.folder / "standardprofil"
    (profile / "methods").mkdir(parents=True)
    own = (repository / "resources" / "methods" / "um.toml").read_text(encoding="utf-8").replace('"um"', '"vores"')
    (profile / "methods" / "vores.toml").write_text(own, encoding="utf-8")
    given = ("--profile", profile) if named else ()
    assert terminal.run(*given, "methods", "list", "--json").answers[0][-1]["id"] == "vores"

    if named:
        terminal.play(speak("mor", 5), step("finish"), method="vores")
        meeting = json.loads((terminal.out / "meeting.json").read_text(encoding="utf-8"))
        assert meeting["method"] == {"id": "vores", "version": 2}
        (profile / "methods" / "vores.toml").unlink()
        [listed] = terminal.real("meetings", "--json").answers[0]
        assert export(terminal, listed["id"], "referat", "pdf", "x.pdf").code == 0


@pytest.mark.smoke
def test_a_method_file_is_checked_with_every_fault_on_a_line_of_its_own(terminal: Terminal, repository: Path) -> None:
    good = repository / "resources" / "methods" / "um.toml"
    assert terminal.run("methods", "check", good).out == "um.toml er i orden\n"
    bad = good.read_text(encoding="utf-8").replace('"runde"', '"rund"', 2).replace("version = 2", "version = 0")
    ran = terminal.run("methods", "check", terminal.file("egen.toml", bad))
    assert ran.code == 2
    lines = ran.err.splitlines()
    assert len(lines) == 3
    assert all(line.startswith("egen.toml, linje ") for line in lines)


# --- doctor


@pytest.mark.smoke
def test_the_doctor_says_ok_or_what_to_do(terminal: Terminal, meeting: str) -> None:
    ran = terminal.real("doctor", "--json")
    assert ran.code == 0
    checks = {found["check"]: found for found in ran.answers[0]}
    assert checks.keys() >= {"database", "key", "backups", "fonts"}
    assert {found["health"] for found in checks.values()} == {"ok"}
    assert terminal.real("doctor").out.count("\n") == len(checks)


def test_the_doctor_looks_at_a_profile_that_is_not_there_yet_without_making_it(terminal: Terminal) -> None:
    ran = terminal.real("doctor")
    assert ran.code == 0
    assert "Der er ingen database endnu." in ran.out
    assert not terminal.profile.exists()


def test_the_doctor_needs_no_passphrase_to_say_that_it_looked_at_less(terminal: Terminal, meeting: str) -> None:
    ran = terminal.run("--profile", terminal.profile, "doctor")
    assert ran.code == 0
    assert "Giv adgangssætningen med --passphrase-file." in ran.out


def test_the_doctor_counts_what_is_to_be_mended(terminal: Terminal, meeting: str) -> None:
    (terminal.profile / "vault" / "store.db").write_bytes(b"")
    ran = terminal.real("doctor")
    assert (ran.code, ran.sentence) == (4, "1 ting skal rettes.")
    assert "Databasen: skal rettes. Databasen er beskadiget." in ran.out
