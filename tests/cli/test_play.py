"""`netmoede play` and `demo`: what they answer, what they write, and that a refused one leaves nothing behind."""

import itertools
import json
import stat
import sys
from datetime import datetime

import jsonschema
import pypdfium2
import pytest

from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.files.files_out import FolderOut, May
from netmoede_desktop.services.meeting import meeting_journal
from netmoede_desktop.storage.problems import DiskFull
from netmoede_desktop.storage.vault import Vault
from tests.cli.terminal import StandInWindows, Terminal
from tests.services.stories import Step, family, speak, step, toml
from tests.storage.vaults import PASSPHRASE

NEXT = step("follow_up", at=datetime(2027, 1, 19, 16, 0))  # noqa: DTZ001 - a wall time
MEETING = (speak("ida", 30, note="Hej"), step("pass", who="mor"), NEXT, step("finish"))
PAPERS = ["referat.pdf", "aftaler.pdf", "meeting.json", "naeste-moede.ics"]


@pytest.mark.smoke
def test_each_step_is_told_by_number_and_the_meeting_last(terminal: Terminal) -> None:
    ran = terminal.run("play", terminal.scenario(*MEETING), "--out", terminal.out)

    assert (ran.code, ran.err) == (0, "")
    *steps, last = ran.answers
    assert steps == [
        {"step": number, "do": do, "committed": True}
        for number, do in enumerate(["speak", "pass", "follow_up", "finish"], start=1)
    ]
    assert last == {"done": True, "meeting": last["meeting"], "files": PAPERS}
    assert sorted(path.name for path in terminal.out.iterdir()) == sorted(PAPERS)


@pytest.mark.smoke
def test_the_papers_are_what_their_names_say(terminal: Terminal) -> None:
    terminal.run("play", terminal.scenario(*MEETING), "--out", terminal.out)

    for name in ("referat.pdf", "aftaler.pdf"):
        assert (terminal.out / name).read_bytes().startswith(b"%PDF-1.")
    calendar = (terminal.out / "naeste-moede.ics").read_bytes()
    assert b"SUMMARY:M\xc3\xb8de\r\n" in calendar
    assert not any(word.encode() in calendar for word in ("Ida", "Holst", "M-1", "Hej"))
    meeting = json.loads((terminal.out / "meeting.json").read_text(encoding="utf-8"))
    schema = json.loads((resource_folder() / "schemas" / "netmoede-meeting-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(meeting, schema)
    assert meeting["notes"][0]["text"] == "Hej"


def test_the_papers_say_whose_they_are_where_we_meet_next_and_what_was_done_otherwise(terminal: Terminal) -> None:
    """The referent came, neither parent did, and the next meeting is two weeks away in another place."""
    scribe: Step = {"id": "bo", "name": "Bo Ek", "role": "referent"}
    away: Step = {"present": False}
    agreed = step("follow_up", at=datetime(2026, 12, 7, 16, 0), place="Kulturhuset, sal B")  # noqa: DTZ001
    people = (*family(mor=away, far=away), scribe)
    scenario = terminal.scenario(speak("ida"), agreed, step("finish"), people=people, place="Biblioteket")
    assert terminal.run("play", scenario, "--out", terminal.out).code == 0

    meeting = json.loads((terminal.out / "meeting.json").read_text(encoding="utf-8"))
    ids = {person["name"]: person["id"] for person in meeting["people"]}
    assert meeting["minutes"] == {"responsible": ids["Maja Lind"], "author": ids["Bo Ek"]}
    assert meeting["follow_up"] == {"at": "2026-12-07T16:00:00", "place": "Kulturhuset, sal B"}
    assert meeting["overridden"][-2:] == ["follow_up_too_early", "parents_absent"]
    assert {one["code"] for one in meeting["reasons"]} == set(meeting["overridden"][:-2])
    with pypdfium2.PdfDocument(terminal.out / "referat.pdf") as document:
        pages = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    assert all("ikke godkendt" in page and "Ikke godkendt" in page for page in pages)
    for said in (
        "Maja Lind er ansvarlig for referatet. Bo Ek har skrevet referatet.",
        "Mandag 7. december 2026 kl. 16.00. Sted: Kulturhuset, sal B",
        "Der går 2 uger til næste møde. Metoden siger 6 til 10 uger.",
        "Ingen af forældrene var med på mødet.",
    ):
        assert said in " ".join(pages)
    assert b"Kultur" not in (terminal.out / "naeste-moede.ics").read_bytes()


def test_without_a_next_meeting_there_is_no_calendar_entry(terminal: Terminal) -> None:
    none = step("follow_up", none="Alt er godt")
    ran = terminal.run("play", terminal.scenario(speak("ida"), none, step("finish")), "--out", terminal.out)
    assert ran.answers[-1]["files"] == PAPERS[:-1]


def test_without_a_profile_nothing_is_kept_anywhere(
    terminal: Terminal, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path_factory.mktemp("tmp")
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    terminal.run("play", terminal.scenario(*MEETING), "--out", terminal.out)

    assert list(temporary.iterdir()) == []
    assert sorted(path.name for path in terminal.folder.iterdir()) == ["møde.toml", "ud"]


def test_a_named_empty_profile_gets_a_vault_and_its_recovery_code(terminal: Terminal) -> None:
    told = terminal.play(*MEETING)

    assert told["files"] == ["recovery.txt", *PAPERS]
    code = terminal.out / "recovery.txt"
    assert code.read_text(encoding="utf-8").strip()
    if sys.platform != "win32":
        assert stat.S_IMODE(code.stat().st_mode) == 0o600
    [meeting] = terminal.real("meetings", "--json").answers[0]
    assert meeting["id"] == told["meeting"]


def test_the_second_meeting_of_a_profile_needs_no_new_code_and_follows_the_first(terminal: Terminal) -> None:
    first = terminal.play(*MEETING)["meeting"]
    again = terminal.play(*MEETING)

    assert again["files"] == PAPERS
    assert [one["id"] for one in terminal.real("meetings", "--json").answers[0]] == [again["meeting"], first]


def test_a_scenario_can_end_with_the_meeting_still_open(terminal: Terminal) -> None:
    terminal.play(speak("ida"))
    [meeting] = terminal.real("meetings", "--json").answers[0]
    assert meeting["state"] == "i gang"
    assert json.loads((terminal.out / "meeting.json").read_text(encoding="utf-8"))["ended"] is None


def test_a_scenario_without_steps_is_a_meeting_nobody_spoke_in(terminal: Terminal) -> None:
    assert terminal.play()["done"] is True


def test_speed_makes_scenario_time_cost_real_time(terminal: Terminal) -> None:
    steps = (speak("ida", 30, wait=60), step("pause", minutes=2), step("finish"))
    ran = terminal.run("play", terminal.scenario(*steps), "--out", terminal.out, "--speed", "60")

    assert ran.code == 0
    assert sum(terminal.slept) == pytest.approx((60 + 30 + 120) / 60)
    slow = json.loads((terminal.out / "meeting.json").read_text(encoding="utf-8"))
    terminal.slept.clear()
    terminal.run("play", terminal.scenario(*steps), "--out", terminal.out, "--speed", "max")
    fast = json.loads((terminal.out / "meeting.json").read_text(encoding="utf-8"))
    assert terminal.slept == []
    ids = {"people", "turns", "notes", "minutes"}
    assert {key: slow[key] for key in slow.keys() - ids} == {key: fast[key] for key in fast.keys() - ids}
    assert [turn["seconds"] for turn in slow["turns"]] == [turn["seconds"] for turn in fast["turns"]]


@pytest.mark.parametrize("speed", ["0", "-1", "abc", "nan", "inf", "", "1e-9"])
def test_a_speed_that_is_none_is_refused(terminal: Terminal, speed: str) -> None:
    ran = terminal.run("play", terminal.scenario(*MEETING), "--out", terminal.out, "--speed", speed)
    assert ran.code == 2
    assert f"»{speed}« kan ikke bruges som --speed." in ran.sentence
    assert not terminal.out.exists()


@pytest.mark.smoke
def test_the_demo_plays_the_shipped_meeting(terminal: Terminal) -> None:
    ran = terminal.run("demo")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Mødet er spillet til ende.")
    assert sorted(path.name for path in (terminal.folder / "netmoede-demo").iterdir()) == sorted(PAPERS)


# --- through windows


@pytest.mark.parametrize(
    ("verb", "watched", "given", "speed"),
    [
        ("play", True, (), 1.0),
        ("play", False, (), None),
        ("play", True, ("--speed", "max"), None),
        ("play", False, ("--speed", "9"), 9.0),
        ("demo", True, (), 60.0),
        ("demo", False, (), None),
    ],
)
def test_unless_told_otherwise_a_meeting_goes_so_fast_that_it_can_be_watched(
    terminal: Terminal, verb: str, watched: bool, given: tuple[str, ...], speed: float | None
) -> None:
    terminal.windows = windows = StandInWindows(watched)
    asked = (terminal.scenario(*MEETING), "--out", terminal.out) if verb == "play" else ()
    assert terminal.run(verb, *asked, *given).code == 0
    assert (windows.speeds, windows.closed) == ([speed], 1)
    assert (bool(windows.waited), terminal.slept) == (speed is not None, [])


def test_the_pictures_of_both_windows_are_among_the_files(terminal: Terminal) -> None:
    terminal.windows = StandInWindows()
    asked = ("play", terminal.scenario(*MEETING), "--out", terminal.out)
    with_pictures = terminal.run(*asked, "--screenshots").answers[-1]["files"]
    assert with_pictures == [*PAPERS, "00-hvem-er-her.png", "01-d1.png", "02-d2.png"]
    assert terminal.run(*asked).answers[-1]["files"] == PAPERS


def test_pictures_without_windows_are_refused(terminal: Terminal) -> None:
    ran = terminal.run("play", terminal.scenario(*MEETING), "--out", terminal.out, "--screenshots")
    assert (ran.code, ran.sentence) == (5, "Uden vinduer kan der ikke gemmes billeder af dem.")
    assert not terminal.out.exists()


# --- what is refused


def bad_scenarios() -> list[tuple[str, str | bytes, str]]:
    """A name, a file, and what its sentence has to name: the line, the key, the step."""
    good = toml(*MEETING)
    refused = toml(speak("ida"), speak("leder"))
    line = refused[: refused.rindex("[[step]]")].count("\n") + 1
    return [
        ("empty", "", "[case]"),
        ("no-toml", "Kære alle\n", "linje 1"),
        ("latin", good.encode("latin-1"), "UTF-8"),
        ("unknown-key", good.replace("seconds", "sekunder"), '"seconds"'),
        ("unknown-table", good + "\n[ekstra]\nx = 1\n", '"ekstra"'),
        ("unknown-method", good.replace("din-1", "din-9"), '"din-9"'),
        ("unknown-person", good.replace('who = "ida"', 'who = "nora"'), '"nora"'),
        ("blank-name", good.replace("Ida Holst", "  \u200b "), '"name"'),
        ("role", good.replace('"barn"', '"onkel"'), '"onkel"'),
        ("nan", good.replace("30", "nan"), '"seconds"'),
        ("negative", good.replace("30", "-1"), '"seconds"'),
        ("endless", good.replace("30", "1e9"), '"seconds"'),
        ("no-such-day", good.replace("2027-01-19", "2027-02-30"), "linje"),
        ("past", good.replace("2027-01-19", "2026-01-19"), "trin 3 (follow_up)"),
        ("zone", good.replace("2026-11-23T16:00:00", "2026-11-23T16:00:00Z"), '"starts"'),
        ("year-0", good.replace("2026-11-23", "0001-01-01"), '"starts"'),
        ("refused", refused, f"linje {line}: Maja"),
        ("undo", toml(step("undo")), "trin 1 (undo)"),
        ("after-the-end", toml(step("finish"), step("undo")), "trin 2 (undo)"),
        ("too-big", b"#" * (8 * 1024 * 1024 + 1), "8 MiB"),
        ("bombs", "x = " + "[" * 5000, "bomb"),
    ]


@pytest.mark.parametrize(
    ("content", "named"), [pytest.param(content, named, id=name) for name, content, named in bad_scenarios()]
)
def test_a_bad_scenario_is_told_in_one_sentence_and_changes_nothing(
    terminal: Terminal, meeting: str, content: str | bytes, named: str
) -> None:
    bad = terminal.file("bomb.toml", content)
    terminal.file("adgang.txt", PASSPHRASE + "\n")
    before = terminal.everything()

    for profile in (terminal.profile, terminal.folder / "ny-profil"):
        arguments = ("--profile", profile, "--passphrase-file", terminal.folder / "adgang.txt")
        ran = terminal.run(*arguments, "play", bad, "--out", terminal.folder / "andet" / "sted")
        assert ran.code == 2
        assert ran.out == ""
        assert ran.sentence.startswith("bomb.toml")
        assert named in ran.sentence
    assert terminal.everything() == before


@pytest.mark.parametrize("name", ["findes-ikke.toml", "."])
def test_a_scenario_that_is_no_file_is_named(terminal: Terminal, name: str) -> None:
    ran = terminal.run("play", name, "--out", terminal.out)
    assert ran.code == 2
    assert name in ran.sentence
    assert not terminal.out.exists()


@pytest.mark.parametrize("out", ["fil.txt", "fil.txt/ud", "fil.txt/langt/inde"])
def test_papers_are_not_put_where_a_file_is_in_the_way(terminal: Terminal, out: str) -> None:
    terminal.file("fil.txt", "min")
    before = terminal.everything()
    ran = terminal.real("play", terminal.scenario(*MEETING), "--out", out)

    assert (ran.code, ran.sentence) == (2, "»fil.txt« er en fil. Vælg en mappe med --out.")
    assert terminal.everything().items() >= before.items()
    assert not terminal.profile.exists()


def test_a_profile_that_is_a_file_is_told(terminal: Terminal) -> None:
    terminal.file("profil", "min")
    ran = terminal.real("play", terminal.scenario(*MEETING), "--out", terminal.out)
    assert (ran.code, ran.sentence) == (2, "»profil« er en fil. Vælg en mappe med --profile.")
    assert not terminal.out.exists()


def test_the_folder_for_the_papers_goes_again_when_no_vault_could_be_made(terminal: Terminal) -> None:
    ran = terminal.real("play", terminal.scenario(*MEETING), "--out", terminal.out / "dybt" / "inde", passphrase="kort")
    assert ran.code == 2
    assert ran.sentence.startswith("Adgangssætningen er for kort.")
    assert not terminal.out.exists()
    assert not (terminal.profile / "vault").exists()


def test_a_folder_that_was_there_stays(terminal: Terminal) -> None:
    terminal.out.mkdir()
    terminal.real("play", terminal.scenario(*MEETING), "--out", terminal.out / "dybt", passphrase="kort")
    assert list(terminal.out.iterdir()) == []


def test_no_vault_is_made_where_its_recovery_code_cannot_be_written(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(out: FolderOut) -> None:
        raise PermissionError(13, "Permission denied", str(out.path))

    monkeypatch.setattr(FolderOut, "require_writable", refuse)
    ran = terminal.real("play", terminal.scenario(*MEETING), "--out", terminal.out)
    assert (ran.code, ran.sentence) == (5, "»ud« kan ikke skrives. Vælg en anden mappe, eller ret adgangen.")
    assert not terminal.profile.exists()


def test_nor_where_that_fails_when_it_comes_to_it(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    write = FolderOut.write

    def refuse(out: FolderOut, name: str, content: bytes, may: May = May.ANYTHING) -> None:
        if name == "recovery.txt":
            raise PermissionError(13, "Permission denied", str(out.path / name))
        write(out, name, content, may)

    with monkeypatch.context() as shut:
        shut.setattr(FolderOut, "write", refuse)
        ran = terminal.real("play", terminal.scenario(*MEETING), "--out", terminal.out)
    assert (ran.code, ran.out) == (5, "")
    assert ran.sentence == "»recovery.txt« kan ikke skrives. Vælg en anden mappe, eller ret adgangen."
    assert not (terminal.profile / "vault").exists()
    assert terminal.play(*MEETING)["files"] == ["recovery.txt", *PAPERS]


@pytest.mark.parametrize("kept", [0, 1, 5])
def test_a_disk_that_fills_in_the_middle_is_told_and_every_acknowledged_step_is_there(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, kept: int
) -> None:
    steps: tuple[Step, ...] = tuple(step("board", text=f"Linje {number}") for number in range(1, 9))
    append, calls = meeting_journal.append, itertools.count()

    def fail(vault: Vault, meeting: str, change: meeting_journal.Change) -> None:
        if next(calls) > kept:
            raise DiskFull
        append(vault, meeting, change)

    with monkeypatch.context() as full:
        full.setattr(meeting_journal, "append", fail)
        ran = terminal.real("play", terminal.scenario(*steps), "--out", terminal.out)
    assert ran.code == 5
    assert ran.sentence == "Disken er fuld. Det, der var gemt, er der stadig. Gør plads, og prøv igen."
    assert [answer["step"] for answer in ran.answers] == list(range(1, kept + 1))
    assert [path.name for path in terminal.out.iterdir()] == ["recovery.txt"]

    [meeting] = terminal.real("meetings", "--json").answers[0]
    asked = ("--document", "referat", "--format", "json", "--out", terminal.folder / "nu.json")
    assert terminal.real("export", meeting["id"], *asked).code == 0
    now = json.loads((terminal.folder / "nu.json").read_text(encoding="utf-8"))
    assert now["board"] == [f"Linje {number}" for number in range(1, kept + 1)]


def test_a_turn_that_was_put_off_keeps_its_first_note_beside_the_second(terminal: Terminal) -> None:
    told = (
        speak("ida", 20, note="A første ord", mark="ønske"),
        step("later", who="ida"),
        speak("mor", 20),
        speak("ida", 20, note="B andre ord"),
        step("finish"),
    )
    terminal.run("play", terminal.scenario(*told), "--out", terminal.out)

    notes = json.loads((terminal.out / "meeting.json").read_text(encoding="utf-8"))["notes"]
    assert [(note["text"], note["mark"]) for note in notes] == [("A første ord", "ønske"), ("B andre ord", None)]
    with pypdfium2.PdfDocument(terminal.out / "referat.pdf") as document:
        pages = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "A første ord" in pages and "B andre ord" in pages
