"""What is read: looked at before it is opened, with a byte order mark or without, of any size and under any name."""

import os
import stat
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from netmoede_desktop.services.files.text_in import NotReadable, content_of
from netmoede_desktop.services.scenarios.meeting_tables import MOST_OF
from netmoede_desktop.services.settings.preferences import Preferences, read_preferences
from netmoede_desktop.services.toml import input as toml_input
from netmoede_desktop.services.toml import table as toml_table
from netmoede_desktop.services.toml.size import DEEPEST, MOST_VALUES, fault_of
from netmoede_desktop.services.toml.table import MOST_UNKNOWN
from tests.cli.terminal import Terminal
from tests.services.stories import FAMILY, speak, step, toml
from tests.storage.vaults import PASSPHRASE

MEETING = (speak("ida", 30, note="Hej"), step("finish"))
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def pipe(place: Path) -> None:
    os.mkfifo(place)


def device(place: Path) -> None:
    try:
        os.mknod(place, 0o666 | stat.S_IFCHR, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root makes devices")


def socket(place: Path) -> None:
    os.mknod(place, 0o666 | stat.S_IFSOCK)


STRANGE: tuple[Callable[[Path], None], ...] = (pipe, device, socket)


@unix
@pytest.mark.parametrize("make", STRANGE, ids=lambda make: make.__name__)
def test_what_is_no_plain_file_is_told_and_never_waited_for(terminal: Terminal, make: Callable[[Path], None]) -> None:
    make(terminal.folder / "fil")
    told = "fil: det er ikke en almindelig fil – vælg en fil med tekst."
    for asked in (("play", "fil", "--out", "ud"), ("methods", "check", "fil")):
        ran = terminal.run(*asked)
        assert (ran.code, ran.sentence) == (2, told)
    ran = terminal.run("--profile", terminal.profile, "--passphrase-file", "fil", "meetings")
    told = "»fil« er ikke en almindelig fil. Giv en fil, hvor adgangssætningen er første linje."
    assert (ran.code, ran.sentence) == (2, told)


@unix
def test_a_profile_with_pipes_for_its_files_opens_all_the_same(terminal: Terminal) -> None:
    (terminal.profile / "methods").mkdir(parents=True)
    pipe(terminal.profile / "window.json")
    pipe(terminal.profile / "methods" / "egen.toml")
    assert read_preferences(terminal.profile) == Preferences()
    ran = terminal.run("--profile", terminal.profile, "methods", "list")
    assert ran.code == 0
    assert "egen.toml: det er ikke en almindelig fil – vælg en fil med tekst." in ran.out


@unix
def test_a_pipe_the_shell_hands_over_gives_the_passphrase(terminal: Terminal, meeting: str) -> None:
    reading, writing = os.pipe()
    os.write(writing, PASSPHRASE.encode() + b"\n")
    os.close(writing)
    try:
        ran = terminal.run("--profile", terminal.profile, "--passphrase-file", f"/dev/fd/{reading}", "meetings")
    finally:
        os.close(reading)
    assert ran.code == 0
    assert meeting in ran.out


def test_a_folder_in_the_place_of_a_passphrase_is_told(terminal: Terminal) -> None:
    (terminal.folder / "mappe").mkdir()
    ran = terminal.run("--profile", terminal.profile, "--passphrase-file", "mappe", "meetings")
    assert ran.code == 2
    assert "»mappe« er ikke en almindelig fil" in ran.sentence


def test_a_byte_order_mark_is_nobodys_fault(terminal: Terminal) -> None:
    mark = b"\xef\xbb\xbf"
    told = toml(*MEETING).encode()
    assert terminal.run("play", terminal.file("s.toml", mark + told), "--out", "ud").code == 0
    (terminal.profile).mkdir()
    (terminal.profile / "window.json").write_bytes(mark + b'{"scale": 150}')
    assert read_preferences(terminal.profile).scale == 150


def test_a_file_that_grows_while_it_is_read_is_still_too_large(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = terminal.file("stor", b"x" * 11)
    seen = terminal.file("lille", b"x").stat()
    monkeypatch.setattr(Path, "stat", lambda *_, **__: seen)
    monkeypatch.setattr(os, "fstat", lambda *_: seen)
    with pytest.raises(NotReadable, match="file-too-large"):
        content_of(file, 10)


# --- names that are not UTF-8

STRANGE_NAME = os.fsdecode(b"b\xf8rge")
linux = pytest.mark.skipif(sys.platform != "linux", reason="here all names are Unicode")


@linux
def test_a_profile_that_is_not_utf8_is_refused_before_anything_is_stored(terminal: Terminal) -> None:
    scenario, adgang = terminal.scenario(*MEETING), terminal.file("adgang.txt", PASSPHRASE)
    before = terminal.everything()
    for asked in (("play", scenario, "--out", "ud"), ("meetings",), ("doctor",)):
        ran = terminal.run("--profile", STRANGE_NAME, "--passphrase-file", adgang, *asked)
        assert ran.code == 2
        assert "b\ufffdrge" in ran.sentence
        ran.err.encode()
    assert terminal.everything() == before


@linux
def test_papers_go_into_a_folder_of_any_name_and_sentences_can_be_written(terminal: Terminal, meeting: str) -> None:
    scenario = terminal.scenario(*MEETING)
    (terminal.folder / f"{STRANGE_NAME}.toml").write_bytes(scenario.read_bytes())
    for asked in (
        ("play", f"{STRANGE_NAME}.toml", "--out", STRANGE_NAME),
        ("demo", "--out", f"{STRANGE_NAME}-demo"),
    ):
        ran = terminal.run(*asked)
        assert (ran.code, ran.err) == (0, "")
        ran.out.encode()
    assert (terminal.folder / STRANGE_NAME / "referat.pdf").is_file()
    for refused in (
        ("export", STRANGE_NAME, "--document", "referat", "--format", "pdf", "--out", "x.pdf"),
        ("export", meeting, "--document", "referat", "--format", "pdf", "--out", f"{STRANGE_NAME}.toml"),
        ("play", f"{STRANGE_NAME}-ingen.toml", "--out", "ud"),
        ("methods", "check", f"{STRANGE_NAME}.toml"),
        ("backup", "verify", STRANGE_NAME),
        (STRANGE_NAME,),
    ):
        ran = terminal.real(*refused)
        assert ran.code == 2, ran.err
        assert "b\ufffdrge" in ran.err
        ran.err.encode()


# --- more than any meeting has


@pytest.mark.parametrize("key", sorted(MOST_OF))
def test_so_many_of_anything_are_no_meeting(terminal: Terminal, key: str) -> None:
    most = MOST_OF[key]
    more = {
        "person": toml(*MEETING, people=FAMILY + tuple({"id": f"p{n}"} for n in range(most))),
        "agreement": toml(*MEETING, agreements=tuple({"text": "x"} for _ in range(most + 1))),
        "step": toml(*(step("let_run") for _ in range(most + 1))),
    }[key]
    ran = terminal.run("play", terminal.file("s.toml", more), "--out", "ud")
    assert ran.code == 2
    found = most + (len(FAMILY) if key == "person" else 1)
    assert f'"{key}" står {found} gange – skriv højst {most}.' in ran.sentence


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (".".join(["a"] * 50_000) + " = 1\n", "for dybt inden i hinanden"),
        ("[" + " . ".join(['"a"', "'b'"] * 200) + "]\n", "for dybt inden i hinanden"),
        ("".join(f"k{number} = 1\n" for number in range(MOST_VALUES + 1)), "nøgler og værdier"),
        ("x = [" + "1," * MOST_VALUES + "]\n", "nøgler og værdier"),
        ("".join(f"[k{number}]\n" for number in range(MOST_VALUES + 1)), "nøgler og værdier"),
    ],
    ids=["dotted", "quoted", "keys", "values", "headers"],
)
def test_a_file_that_would_take_for_ever_is_not_read_at_all(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, text: str, told: str
) -> None:
    read: list[str] = []

    def reading(content: str) -> dict[str, object]:
        read.append(content)
        return tomllib.loads(content)

    file = terminal.file("s.toml", text + toml(*MEETING))
    monkeypatch.setattr(toml_input, "tomllib", SimpleNamespace(loads=reading))
    ran = terminal.run("play", file, "--out", "ud")
    assert ran.code == 2
    assert told in ran.sentence
    assert read, "the shipped methods are"
    assert not any(content.startswith(text[:20]) for content in read)


@pytest.mark.parametrize(
    "text",
    [
        ".".join(["a"] * DEEPEST) + " = 1",
        'x = """\n' + ".".join(["a"] * 500) + '\n"""',
        "x = '''" + ".".join(["a"] * 500) + "''''",
        "x = 'it' # " + ".".join(["a"] * 500),
        'x = "\\"' + ".".join(["a"] * 500) + '"',
        'x = """a"""""\ny = "' + ".".join(["a"] * 500) + '"',
    ],
)
def test_words_with_dots_in_a_text_are_no_deep_key(text: str) -> None:
    assert fault_of(text) == ""


def test_the_word_that_was_meant_is_looked_for_a_few_times_only(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def nearest(word: str, _: object) -> str:
        looked.append(word)
        return ""

    monkeypatch.setattr(toml_table, "nearest", nearest)
    unknown = "".join(f"k{number} = 1\n" for number in range(MOST_VALUES - 500))
    ran = terminal.run("play", terminal.file("s.toml", f"{unknown}{toml(*MEETING)}"), "--out", "ud")
    assert ran.code == 2
    assert len(looked) == MOST_UNKNOWN
