"""The one door for written files, from the command line: what is never written over, and what only with leave.

Links, pipes and devices are stand-ins in a folder of the test's own.
"""

import os
import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from netmoede_desktop.storage.vault import Vault
from tests.cli.terminal import Ran, Terminal
from tests.services.stories import speak, step
from tests.storage.vaults import PASSPHRASE, surroundings

MEETING = (speak("ida", 30, note="Hej"), step("follow_up", none="Alt er godt"), step("finish"))


def export(terminal: Terminal, meeting: str, out: object, *more: str, form: str = "json") -> Ran:
    asked = ("export", meeting, "--document", "referat", "--format", form, "--out", out)
    return terminal.real(*asked, *more)


def link(folder: Path) -> Path:
    (folder / "papirer.txt").write_text("mit", encoding="utf-8")
    (folder / "genvej.pdf").symlink_to("papirer.txt")
    return folder / "genvej.pdf"


def dangling_link(folder: Path) -> Path:
    (folder / "genvej.pdf").symlink_to("ingen")
    return folder / "genvej.pdf"


def second_name(folder: Path) -> Path:
    (folder / "papirer.txt").write_text("mit", encoding="utf-8")
    (folder / "ogsaa.pdf").hardlink_to(folder / "papirer.txt")
    return folder / "ogsaa.pdf"


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "roer")
    return folder / "roer"


def device(folder: Path) -> Path:
    try:
        os.mknod(folder / "nul", 0o666 | stat.S_IFCHR, os.makedev(1, 3))
    except PermissionError:
        pytest.skip("only root makes devices")
    return folder / "nul"


def handover(folder: Path) -> Path:
    (folder / "sag.Netmoede").write_bytes(b"\x00\x01")
    return folder / "sag.Netmoede"


def figures(folder: Path) -> Path:
    (folder / "tal.json").write_text('{"schema": "netmoede-figures/1", "unit": "Nord"}', encoding="utf-8")
    return folder / "tal.json"


def recovery_code(folder: Path) -> Path:
    _, code = Vault.create(folder / "anden", PASSPHRASE, surroundings())
    (folder / "kode.txt").write_text(f"{code.text()}\r\n", encoding="utf-8")
    return folder / "kode.txt"


NEVER: dict[Callable[[Path], Path], str] = {
    link: "er en genvej til en anden fil",
    dangling_link: "er en genvej til en anden fil",
    second_name: "er en genvej til en anden fil",
    pipe: "er ikke en almindelig fil",
    device: "er ikke en almindelig fil",
    handover: "er en sag, der er givet videre",
    figures: "er en fil med tal",
    recovery_code: "er en gendannelseskode",
}


def node(path: Path) -> tuple[object, ...]:
    about = path.lstat()
    content = path.read_bytes() if stat.S_ISREG(about.st_mode) else b""
    return about.st_ino, about.st_mode, about.st_nlink, content


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("force", [(), ("--force",)], ids=["plain", "force"])
@pytest.mark.parametrize("make", NEVER, ids=lambda make: make.__name__)
def test_what_is_no_file_of_the_users_to_replace_stays_what_it_is(
    terminal: Terminal, meeting: str, make: Callable[[Path], Path], force: tuple[str, ...]
) -> None:
    file = make(terminal.folder)
    before = node(file)
    ran = export(terminal, meeting, file, *force)
    assert (ran.code, ran.out) == (2, "")
    assert NEVER[make] in ran.sentence
    assert file.name in ran.sentence
    assert node(file) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
@pytest.mark.parametrize("name", ["referat.pdf", "aftaler.pdf", "meeting.json", "recovery.txt"])
@pytest.mark.parametrize("make", [link, pipe], ids=lambda make: make.__name__)
def test_play_refuses_them_before_anything_is_stored(
    terminal: Terminal, name: str, make: Callable[[Path], Path]
) -> None:
    terminal.out.mkdir()
    make(terminal.folder).rename(terminal.out / name)
    ran = terminal.real("play", terminal.scenario(*MEETING), "--out", terminal.out)
    assert (ran.code, ran.out) == (2, "")
    assert name in ran.sentence
    assert not terminal.profile.exists()
    assert [path.name for path in terminal.out.iterdir()] == [name]


def inside(profile: Path) -> list[Path]:
    """Places in a profile, and ways that lead there."""
    return [
        profile / "vault" / "store.db",
        profile / "vault" / "key.json",
        profile / "vault" / "ny.pdf",
        profile / "backups" / "ny.pdf",
        profile / "vault.lock",
        profile / "window.json",
        profile / "ny.pdf",
        profile / ".." / profile.name / "vault" / "store.db",
        profile / "vault" / ".." / "ny.pdf",
        profile.parent / "vej" / "vault" / "store.db",
    ]


@pytest.mark.parametrize("place", range(len(inside(Path()))))
@pytest.mark.parametrize("whose", ["named", "usual", "another"])
def test_nothing_is_written_in_any_profile(terminal: Terminal, meeting: str, whose: str, place: int) -> None:
    profile = terminal.profile
    if whose != "named":
        profile = terminal.folder / ("standardprofil" if whose == "usual" else "en-tredje")
        shutil.copytree(terminal.profile, profile)
    if sys.platform != "win32":
        (terminal.folder / "vej").symlink_to(profile, target_is_directory=True)
    terminal.file("adgang.txt", PASSPHRASE + "\n")
    before = terminal.everything()
    for force in ((), ("--force",)):
        ran = export(terminal, meeting, inside(profile)[place], *force)
        assert (ran.code, ran.out) == (2, "")
        assert "ligger, hvor programmet gemmer møderne" in ran.sentence
    assert terminal.everything() == before


@pytest.mark.parametrize("out", ["profil", "profil/ud", "profil/vault", "standardprofil", "standardprofil/ud"])
def test_play_and_demo_leave_no_paper_in_a_profile_that_is_not_even_there(terminal: Terminal, out: str) -> None:
    for verb in (("play", terminal.scenario(*MEETING)), ("demo",)):
        ran = terminal.real(*verb, "--out", out)
        assert (ran.code, ran.out) == (2, "")
        assert "ligger, hvor programmet gemmer møderne" in ran.sentence
    assert not terminal.profile.exists()
    assert not Path("standardprofil").exists()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="folds the letters of names itself")
def test_the_vaults_own_folder_is_known_by_what_lies_in_it(terminal: Terminal, meeting: str) -> None:
    """As where it is mounted somewhere else."""
    shutil.copytree(terminal.profile / "vault", terminal.folder / "monteret")
    assert export(terminal, meeting, "monteret/store.db", "--force").code == 2


def test_an_existing_recovery_code_is_never_lost_and_nothing_is_stored(terminal: Terminal) -> None:
    terminal.play(*MEETING)
    code = (terminal.out / "recovery.txt").read_bytes()
    before = terminal.everything()
    other = terminal.folder / "b"
    ran = terminal.run(
        "--profile", other, "--passphrase-file", "adgang.txt", "play", "møde.toml", "--out", terminal.out
    )
    assert (ran.code, ran.out) == (2, "")
    assert ran.sentence == "»recovery.txt« er der i forvejen og bliver ikke skrevet over. Vælg en anden mappe."
    assert terminal.everything() == before
    assert (terminal.out / "recovery.txt").read_bytes() == code


def test_play_replaces_what_it_names_whatever_stood_there(terminal: Terminal) -> None:
    terminal.out.mkdir()
    (terminal.out / "referat.pdf").write_text("noget andet", encoding="utf-8")
    terminal.play(*MEETING)
    assert (terminal.out / "referat.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("form", ["pdf", "docx", "json"])
def test_a_paper_of_ours_is_replaced_and_another_file_only_with_leave(
    terminal: Terminal, meeting: str, form: str
) -> None:
    file = terminal.folder / f"papir.{form}"
    assert export(terminal, meeting, file, form=form).code == 0
    assert export(terminal, meeting, file, form=form).code == 0
    file.write_bytes(b"%PDF-1.7 en anden %%EOF")
    ran = export(terminal, meeting, file, form=form)
    assert ran.code == 2
    assert "er der i forvejen og er ikke et uændret papir herfra" in ran.sentence
    assert file.read_bytes() == b"%PDF-1.7 en anden %%EOF"
    assert export(terminal, meeting, file, "--force", form=form).code == 0
    assert file.read_bytes() != b"%PDF-1.7 en anden %%EOF"


def test_a_paper_somebody_has_written_in_is_theirs(terminal: Terminal, meeting: str) -> None:
    assert export(terminal, meeting, "papir.docx", form="docx").code == 0
    word = docx.Document("papir.docx")
    word.add_paragraph("Mine egne ord")
    word.core_properties.modified = terminal.now.replace(tzinfo=None)
    word.save("papir.docx")
    assert export(terminal, meeting, "papir.docx", form="docx").code == 2
    assert export(terminal, meeting, "papir.pdf", form="pdf").code == 0
    with Path("papir.pdf").open("ab") as signed:
        signed.write(b"\n1 0 obj\n<< /Sig true >>\nendobj\n%%EOF\n")
    assert export(terminal, meeting, "papir.pdf", form="pdf").code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_every_file_is_for_its_owner_alone_whatever_the_umask(terminal: Terminal) -> None:
    before = os.umask(0o000)
    try:
        terminal.play(*MEETING)
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in terminal.out.iterdir()}
    assert (modes, len(list(terminal.out.iterdir()))) == ({0o600}, 4)
