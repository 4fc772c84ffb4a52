"""Nothing that people said or wrote lies in the clear on the disk, but in the files they asked for.

A whole journey through the command line runs under strace: what it writes is a closed list of paths, and no file left
behind holds one of many canary words, which stand in every text of the meeting, the private notes too.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.storage.database.driver import open_for_reading
from netmoede_desktop.storage.keys.keyring import unlock_with_passphrase
from netmoede_desktop.storage.layout import Layout
from tests.faults.canaries import canaries, found_in, spellings
from tests.faults.journey import OTHER
from tests.faults.tracing import require_strace

PRIVATE = 5
#: All that the journey may write below its folder. The words of a name may change, the kinds of names may not.
STORE = r"(store\.db(-wal|-shm|-journal)?|key(-copy)?\.json(\.new)?)"
STAMP = r"\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{6}Z"
CLOSED_LIST = re.compile(
    rf"profil|profil/window\.(json(\.new)?|lock|show)|profil/vault\.lock|profil/vault|profil/vault/{STORE}|profil/vault/restoring\.db(-wal|-shm|-journal)?"
    rf"|profil/\.creating|profil/\.creating/vault|profil/\.creating/vault/{STORE}"
    rf"|profil/backups|profil/backups/{STAMP}(\.db|\.db\.part(-journal)?|\.key\.json(\.new)?)"
    rf"|profil/set-aside|profil/set-aside/{STAMP}|profil/set-aside/{STAMP}/store\.db(-wal)?"
    r"|ud|ud/\.netmoede-\w+|ud/(referat|aftaler|referat-igen|aftaler-igen)\.(pdf|docx)|ud/meeting\.json"
    r"|ud/(naeste-moede|kalender-igen)\.ics|ud/recovery\.txt|adgang\.txt"
)
_CALLS = (
    "openat", "open", "creat", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "mkdir",
    "mkdirat", "mknod", "mknodat", "truncate",
)  # fmt: skip
_TEXT = re.compile(r'^(reference|child|place|purpose|name|relation|note|text|reason) = "(.*)"$', re.MULTILINE)
_PATH = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Journey:
    """Where it was made, the words that were told, and those kept private; the paths that were written."""

    folder: Path
    told: tuple[str, ...]
    private: tuple[str, ...]
    written: frozenset[str]


def with_canaries(scenario: str, words: Iterable[str]) -> tuple[str, list[str]]:
    """Put a canary of its own into every text of a scenario; return it and the words that were used."""
    left, used = iter(words), []

    def put(found: re.Match[str]) -> str:
        used.append(next(left))
        return f'{found[1]} = "{found[2]} {used[-1]}"'

    return _TEXT.sub(put, scenario), used


def written(log: Path, below: Path) -> set[str]:
    """The paths that calls in the log made or opened for writing, those in the folder relative to it."""
    paths = set()
    for line in log.read_text(encoding="ascii").splitlines():
        if " = -1 " in line or not line.split(maxsplit=1)[1].startswith(tuple(f"{call}(" for call in _CALLS)):
            continue
        if "open" in line.split("(")[0] and not re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE", line):
            continue
        for escaped in _PATH.findall(line):
            path = Path(os.fsdecode(bytes.fromhex(escaped.replace("\\x", ""))))
            path = below / "cwd" / path
            paths.add(path.relative_to(below).as_posix() if path.is_relative_to(below) else str(path))
    return paths - {"/dev/null", "/dev/tty"}


def traced(folder: Path, *command: str) -> set[str]:
    """Run a program with home, temporary and present folder of its own; return the paths it wrote."""
    for name in ("cwd", "hjem", "tmp"):
        (folder / name).mkdir(exist_ok=True)
    own = dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), "hjem") | {"TMPDIR": "tmp"}
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(Path.cwd())}
    environment |= {name: str(folder / place) for name, place in own.items()}
    log = folder.parent / "kald"
    calls = ",".join(f"?{call}" for call in _CALLS)
    done = subprocess.run(
        ["strace", "-f", "--seccomp-bpf", "-xx", "-o", str(log), "-e", f"trace={calls}", sys.executable, *command],
        check=False,
        capture_output=True,
        text=True,
        cwd=folder / "cwd",
        env=environment,
    )
    assert done.returncode == 0, done.stdout[-500:] + done.stderr[-2000:]
    return written(log, folder)


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    require_strace()
    folder = tmp_path_factory.mktemp("rejse") / "her"
    folder.mkdir()
    words = canaries(400, seed=7)
    private, words = words[:PRIVATE], words[PRIVATE:]
    scenario, used = with_canaries((resource_folder() / "scenarios" / "demo.toml").read_text(encoding="utf-8"), words)
    steps = scenario.split("[[step]]\n")
    for number, word in enumerate(private):
        place = 3 + number * (len(steps) - 5) // PRIVATE
        steps.insert(place, f'do = "private"\ntext = "Husk selv {word}"\n\n')
    own = [word for word in used if any(word in step for step in steps if 'do = "private"' in step)]
    (folder / "møde.toml").write_text("[[step]]\n".join(steps), encoding="utf-8")
    (folder / "adgang.txt").write_text("seks grønne både sejler forbi\n", encoding="utf-8")
    paths = traced(folder, "-m", "tests.faults.journey", str(folder))
    (folder / "møde.toml").unlink()
    told = tuple(word for word in used if word not in own)
    return Journey(folder, told, (*private, *own), frozenset(paths))


def test_what_is_written_is_a_closed_list_of_paths(journey: Journey) -> None:
    assert {path for path in journey.written if not CLOSED_LIST.fullmatch(path)} == set()
    named = {"profil/vault/store.db", "profil/vault/key.json", "profil/window.json.new", "ud/referat.pdf"}
    assert named <= journey.written
    print(f"{len(journey.written)} paths were written, all in the closed list")


def test_words_are_only_in_the_files_that_were_asked_for(journey: Journey) -> None:
    assert len(journey.told) >= 25
    found = found_in(journey.folder, (*journey.told, *journey.private))
    assert {name for name in found if not name.startswith("ud/")} == set()
    assert len(set(journey.told) - found["ud/meeting.json"]) == 1, "only the purpose is not in its contract"
    print(f"{len(journey.told)} words told, {len(journey.private)} private, in {sorted(found)} and no other file")


def test_no_private_word_is_in_any_paper(journey: Journey) -> None:
    for path in sorted((journey.folder / "ud").glob("*.pdf")):
        with pypdfium2.PdfDocument(path) as document:
            text = "".join(page.get_textpage().get_text_range() for page in document)
        assert not [word for word in journey.private if word in text], path.name
        if path.name.startswith("referat"):
            assert sum(word in text for word in journey.told) > 25, "the reader reads nothing"
    found = found_in(journey.folder / "ud", journey.private)
    assert found == {}


def test_no_private_word_is_in_the_store_or_a_backup_once_the_meeting_is_over(journey: Journey) -> None:
    layout = Layout(journey.folder / "profil")
    keyring = unlock_with_passphrase(layout.key_files, OTHER)
    stores = [layout.store, *layout.backups.glob("*.db"), *layout.set_aside.glob("*/store.db")]
    assert len(stores) >= 4
    for store in stores:
        connection = open_for_reading(store, keyring.store_key, keyring.store_salt, settled=True)
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()]
        rows = repr([connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables])
        connection.close()
        assert [word for word in journey.private if word in rows] == []
        assert sum(word in rows for word in journey.told) > 25, "the reader reads nothing"


def test_the_control_a_planted_word_is_found_in_every_encoding(tmp_path: Path) -> None:
    word = canaries(1, seed=1)[0]
    for number, spelled in enumerate(spellings(word)):
        (tmp_path / f"fil-{number}").write_bytes(b"[" + spelled + b"]")
    (tmp_path / f"navn-{word}").touch()
    assert len(found_in(tmp_path, [word])) == len(list(tmp_path.iterdir())) >= 9


def test_the_control_a_planted_file_is_found(tmp_path: Path) -> None:
    require_strace()
    folder = tmp_path / "her"
    folder.mkdir()
    program = "import os, pathlib; pathlib.Path(os.environ['TMPDIR'], 'glemt.txt').write_text('klartekst')"
    paths = traced(folder, "-c", program)
    assert {path for path in paths if not CLOSED_LIST.fullmatch(path)} == {"tmp/glemt.txt"}
    shutil.rmtree(folder)
