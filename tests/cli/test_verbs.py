"""`meetings`, `export`, `backup`, `methods`, `doctor`: what they answer, and the exit code of all that fails."""

import unicodedata
from datetime import datetime
from pathlib import Path

import pikepdf
import pytest

from netmoede_desktop.storage.migrations import steps as migrations
from netmoede_desktop.storage.vault import Vault
from tests.cli.terminal import Ran, Terminal
from tests.services.stories import speak, step
from tests.storage.later import LATER
from tests.storage.vaults import OTHER_PASSPHRASE, PASSPHRASE, files_of, surroundings

NEXT = step("follow_up", at=datetime(2027, 1, 19, 16, 0))  # noqa: DTZ001 - a wall time
MEETING = (speak("ida", 30, note="Hej"), NEXT, step("finish"))


def export(terminal: Terminal, meeting: str, document: str, file_format: str, out: object) -> Ran:
    return terminal.real("export", meeting, "--document", document, "--format", file_format, "--out", out)


# --- meetings


@pytest.mark.smoke
def test_meetings_are_listed_the_newest_first(terminal: Terminal) -> None:
    early = terminal.play(speak("ida"), starts=datetime(2026, 1, 5, 16, 0))["meeting"]  # noqa: DTZ001
    late = terminal.play(step("finish"), starts=datetime(2026, 11, 2, 9, 30), method="um")["meeting"]  # noqa: DTZ001

    assert terminal.real("meetings", "--json").answers == [
        [
            {"id": late, "case": "M-1", "method": "um", "starts": "2026-11-02T09:30:00", "state": "afsluttet"},
            {"id": early, "case": "M-1", "method": "din-1", "starts": "2026-01-05T16:00:00", "state": "i gang"},
        ]
    ]
    lines = terminal.real("meetings").out.splitlines()
    assert [line.split()[0] for line in lines] == [late, early]


def test_a_vault_without_meetings_says_so(terminal: Terminal) -> None:
    Vault.create(terminal.profile, PASSPHRASE, surroundings())[0].close()
    assert terminal.real("meetings").out == "Der er ingen møder endnu.\n"
    assert terminal.real("meetings", "--json").answers == [[]]


# --- export


@pytest.mark.smoke
@pytest.mark.parametrize(
    ("document", "file_format", "begins"),
    [
        ("referat", "pdf", b"%PDF-"),
        ("referat", "docx", b"PK\x03\x04"),
        ("referat", "json", b"{"),
        ("aftaler", "pdf", b"%PDF-"),
        ("kalender", "ics", b"BEGIN:VCALENDAR\r\n"),
        ("netvaerkskort", "pdf", b"%PDF-"),
    ],
)
def test_every_paper_can_be_exported_and_takes_the_place_of_the_old_file(
    terminal: Terminal, meeting: str, document: str, file_format: str, begins: bytes
) -> None:
    file = terminal.folder / f"papir.{file_format}"
    for _ in range(2):
        ran = export(terminal, meeting, document, file_format, file)
        assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert file.read_bytes().startswith(begins)


def test_what_is_exported_later_is_what_was_written_at_the_end(terminal: Terminal, meeting: str) -> None:
    for document, file_format, name in (
        ("referat", "json", "meeting.json"),
        ("referat", "pdf", "referat.pdf"),
        ("aftaler", "pdf", "aftaler.pdf"),
        ("kalender", "ics", "naeste-moede.ics"),
    ):
        export(terminal, meeting, document, file_format, "igen")
        assert Path("igen").read_bytes() == (terminal.out / name).read_bytes()


def test_a_paper_comes_in_the_language_and_the_variant_that_is_asked_for(terminal: Terminal, meeting: str) -> None:
    words = ("export", meeting, "--document", "netvaerkskort", "--format", "pdf", "--out")
    for language, title in (("da", "Barnets eget netværkskort"), ("en", "The child's own network map")):
        ran = terminal.real(*words, f"{language}.pdf", "--language", language, "--variant", "barn")
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        with pikepdf.open(f"{language}.pdf") as paper:
            assert str(paper.docinfo["/Title"]) == title
    ran = terminal.real(
        "export", meeting, "--document", "aftaler", "--format", "pdf", "--out", "x", "--variant", "barn"
    )
    assert (ran.code, ran.sentence) == (2, "Papiret findes ikke i den udgave.")
    ran = terminal.real("export", meeting, "--document", "aftaler", "--format", "pdf", "--out", "x", "--language", "en")
    assert (ran.code, ran.sentence) == (2, "Papiret findes ikke på det sprog.")
    assert not Path("x").exists()


@pytest.mark.parametrize("document", ["referat", "aftaler"])
def test_an_unfinished_meeting_gives_papers_too(terminal: Terminal, document: str) -> None:
    running = terminal.play(speak("ida"))["meeting"]
    assert export(terminal, running, document, "pdf", "x.pdf").code == 0


@pytest.mark.parametrize(
    ("document", "file_format", "out", "code", "sentence"),
    [
        ("referat", "ics", "x", 2, "»referat« findes kun som pdf, docx, json."),
        ("aftaler", "docx", "x", 2, "»aftaler« findes kun som pdf."),
        ("kalender", "pdf", "x", 2, "»kalender« findes kun som ics."),
        ("referat", "pdf", ".", 2, "».« er en mappe. Skriv også, hvad filen skal hedde."),
        (
            "referat",
            "pdf",
            "ingen/x.pdf",
            2,
            "Mappen »ingen« findes ikke. Lav den først, eller vælg en anden.",
        ),
    ],
)
def test_what_cannot_be_exported_is_told_and_changes_nothing(
    terminal: Terminal, meeting: str, document: str, file_format: str, out: str, code: int, sentence: str
) -> None:
    before = terminal.everything()
    ran = export(terminal, meeting, document, file_format, out)
    assert (ran.code, ran.sentence, ran.out) == (code, sentence, "")
    assert terminal.everything().items() >= before.items()
    assert not Path("x").exists()


def test_a_meeting_without_a_next_one_has_no_calendar_entry(terminal: Terminal) -> None:
    last = terminal.play(step("follow_up", none="Alt er godt"), step("finish"))["meeting"]
    ran = export(terminal, last, "kalender", "ics", "x.ics")
    assert (ran.code, ran.sentence) == (5, "Mødet har ingen dato for næste møde endnu.")
    assert not Path("x.ics").exists()


def test_an_unknown_meeting_is_named(terminal: Terminal, meeting: str) -> None:
    ran = export(terminal, "ukendt", "referat", "pdf", "x.pdf")
    assert ran.code == 2
    assert ran.sentence == "Der er intet møde med id ukendt. »netmoede meetings« viser møderne."
    assert not Path("x.pdf").exists()


def test_a_file_that_cannot_be_written_is_named_by_its_own_name(
    terminal: Terminal, meeting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", ".netmoede-x1y2")

    monkeypatch.setattr("netmoede_desktop.services.files.files_out._fill", refuse)
    ran = export(terminal, meeting, "referat", "json", "papir.json")
    assert ran.code == 5
    assert ran.sentence == "»papir.json« kan ikke skrives. Vælg en anden mappe, eller ret adgangen."


# --- the passphrase


@pytest.mark.parametrize(
    "content",
    [
        f"{PASSPHRASE}\n".encode(),
        PASSPHRASE.encode(),
        f"{PASSPHRASE}\r\nen anden linje\r\n".encode(),
        b"\xef\xbb\xbf" + PASSPHRASE.encode(),
        unicodedata.normalize("NFD", PASSPHRASE).encode() + b"\n",
    ],
    ids=["line", "no-line-end", "windows", "bom", "decomposed"],
)
def test_the_passphrase_is_the_first_line_of_a_file_or_of_standard_input(
    terminal: Terminal, meeting: str, content: bytes
) -> None:
    file = terminal.file("sætning.txt", content)
    assert terminal.run("--profile", terminal.profile, "--passphrase-file", file, "meetings").code == 0
    ran = terminal.run("--profile", terminal.profile, "--passphrase-file", "-", "meetings", stdin=content)
    assert ran.code == 0


@pytest.mark.parametrize("after", [False, True])
def test_profile_and_passphrase_may_stand_on_either_side_of_the_verb(
    terminal: Terminal, meeting: str, after: bool
) -> None:
    given = ("--profile", terminal.profile, "--passphrase-file", terminal.folder / "adgang.txt")
    ran = terminal.run("meetings", *given) if after else terminal.run(*given, "meetings")
    assert (ran.code, ran.err) == (0, "")
    assert meeting in ran.out


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "har en tom første linje"),
        (b"\nseks gr\xc3\xb8nne b\xc3\xa5de sejler\n", "har en tom første linje"),
        (b"   \t \n", "har en tom første linje"),
        (PASSPHRASE.encode("latin-1"), "er ikke gemt som UTF-8"),
        (PASSPHRASE.encode("utf-16"), "er ikke gemt som UTF-8"),
        (None, "kan ikke læses"),
    ],
)
def test_a_passphrase_file_that_gives_none_is_told(
    terminal: Terminal, meeting: str, content: bytes | None, told: str
) -> None:
    name = "findes-ikke" if content is None else terminal.file("sætning.txt", content).name
    before = terminal.everything()
    ran = terminal.run("--profile", terminal.profile, "--passphrase-file", name, "meetings")
    assert ran.code == 2
    assert name in ran.sentence
    assert told in ran.sentence
    if content is not None:
        ran = terminal.run("--profile", terminal.profile, "--passphrase-file", "-", "meetings", stdin=content)
        assert ran.code == 2
        assert told in ran.sentence
    assert terminal.everything() == before


# --- every way the store can say no


VERBS = (
    ("meetings",),
    ("export", "x", "--document", "referat", "--format", "pdf", "--out", "x.pdf"),
    ("backup", "create"),
    ("doctor",),
)


@pytest.mark.smoke
@pytest.mark.parametrize("verb", [*VERBS, ("backup", "verify")], ids=lambda verb: "-".join(verb[:2]))
def test_a_wrong_passphrase_is_3_and_changes_nothing(terminal: Terminal, meeting: str, verb: tuple[str, ...]) -> None:
    before = files_of(terminal.profile)
    ran = terminal.real(*verb, passphrase=OTHER_PASSPHRASE)
    assert ran.code == 3
    assert verb == ("doctor",) or ran.sentence == "Adgangssætningen er forkert. Intet er ændret."
    assert files_of(terminal.profile) == before


def test_play_with_a_wrong_passphrase_changes_nothing(terminal: Terminal, meeting: str) -> None:
    before = files_of(terminal.profile)
    ran = terminal.real("play", terminal.scenario(*MEETING), "--out", "andet", passphrase=OTHER_PASSPHRASE)
    assert (ran.code, ran.out) == (3, "")
    assert not Path("andet").exists()
    assert files_of(terminal.profile) == before


@pytest.mark.smoke
@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != ("doctor",)], ids=lambda verb: verb[0])
def test_without_a_store_or_without_a_passphrase_it_is_5(terminal: Terminal, verb: tuple[str, ...]) -> None:
    ran = terminal.real(*verb)
    assert (ran.code, ran.sentence) == (5, "Der er ingen database i mappen endnu.")
    assert not terminal.profile.exists()
    ran = terminal.run("--profile", terminal.profile, *verb)
    assert (ran.code, ran.sentence) == (5, "Adgangssætningen mangler. Giv den med --passphrase-file.")


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: "-".join(verb[:2]))
def test_a_profile_that_is_open_elsewhere_is_5(terminal: Terminal, meeting: str, verb: tuple[str, ...]) -> None:
    with Vault.open(terminal.profile, PASSPHRASE, surroundings()):
        before = files_of(terminal.profile)
        ran = terminal.real(*verb)
        assert ran.code == 5
        assert verb == ("doctor",) or ran.sentence.startswith("Programmet er allerede åbent")
        assert terminal.real("play", terminal.scenario(*MEETING), "--out", "andet").code == 5
        assert files_of(terminal.profile) == before
    assert not Path("andet").exists()


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: "-".join(verb[:2]))
@pytest.mark.parametrize("damage", ["truncated", "empty", "foreign", "missing", "flipped", "no-key"])
def test_a_damaged_store_is_4_and_is_left_as_it_is(
    terminal: Terminal, meeting: str, verb: tuple[str, ...], damage: str
) -> None:
    store = terminal.profile / "vault" / "store.db"
    whole = store.read_bytes()
    match damage:
        case "truncated":
            store.write_bytes(whole[: len(whole) // 2])
        case "empty":
            store.write_bytes(b"")
        case "foreign":
            store.write_bytes(b"SQLite format 3\x00" + bytes(len(whole) - 16))
        case "missing":
            store.unlink()
        case "flipped":
            store.write_bytes(whole[:20_000] + bytes([whole[20_000] ^ 1]) + whole[20_001:])
        case _:
            for key in (terminal.profile / "vault").glob("key*.json"):
                key.write_text("{}", encoding="utf-8")
    before = files_of(terminal.profile)

    ran = terminal.real(*verb)
    assert ran.code == 4
    assert verb == ("doctor",) or "er beskadiget. Intet er ændret. Gendan fra en sikkerhedskopi." in ran.sentence
    if verb == ("meetings",):
        assert terminal.real("play", terminal.scenario(*MEETING), "--out", "andet").code == 4
        assert not Path("andet").exists()
    assert files_of(terminal.profile) == before


def test_a_newer_store_is_4_and_is_left_as_it_is(
    terminal: Terminal, meeting: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(migrations, "STEPS", LATER)
        Vault.open(terminal.profile, PASSPHRASE, surroundings()).close()
    before = files_of(terminal.profile)
    ran = terminal.real("meetings")
    assert ran.code == 4
    assert ran.sentence == "Databasen er skrevet af en nyere udgave af programmet. Intet er ændret."
    assert files_of(terminal.profile) == before
