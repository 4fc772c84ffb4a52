"""What is done in the journey that is listened to, and what was heard after each step."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from tests.gui.heard.bus import Ear, Said, accessible_display, start

#: Each step as it is told, and what the transcript calls it after its key.
STEPS: tuple[tuple[str, str], ...] = (
    ("press AGREEMENT", "til aftalerne, før mødet er begyndt"),
    ("type Peter ringer til skolen senest 4/12", "en aftale skrives"),
    ("key Key_Return", "Enter: aftalen kan ikke laves endnu"),
    ("press TABLE", "tilbage til bordet"),
    ("press GO_ON", "mødet begynder"),
    ("press GO_ON", "ind i den første runde"),
    ("press GO_ON", "ordet til den første"),
    ("type hej", "en note skrives"),
    ("wait 20", "20 sekunder går"),
    ("wait 20", "turens tid er brugt"),
    ("wait 10", "10 sekunder går"),
    ("wait 20", "et halvt minut over"),
    ("wait 60", "et minut går"),
    ("press MORE_TIME", "et minut mere"),
    ("press INTERPRETER", "tolken taler"),
    ("press INTERPRETER", "tolken er færdig"),
    ("press LET_RUN", "lad løbe"),
    ("press GO_ON", "ordet til den næste"),
    ("press GO_BACK", "tilbage"),
    ("press REDO", "gendan"),
    ("press PASS", "pas"),
    ("press UNDO", "fortryd"),
    ("press LATER", "senere"),
    ("press PASS", "den næste siger pas"),
    ("press TIME_OUT", "time-out"),
    ("press PAUSE", "pausen slutter"),
    ("press PAUSE", "pause, hvor længe?"),
    ("key Key_Return", "Enter: pausen begynder"),
    ("wait 540", "ni minutter går"),
    ("wait 60", "pausetiden er gået"),
    ("wait 60", "et minut går"),
    ("press GO_ON", "pausen slutter"),
    ("press MORE_TIME", "et minut mere, mens ingen har ordet"),
    ("press CURTAIN", "gardinet, mens fællesskærmen er slukket"),
    ("press AUDIENCE", "fællesskærmen åbnes"),
    ("press CURTAIN", "gardinet går ned"),
    ("press CURTAIN", "gardinet går op"),
    ("press ACUTE", "nummeret ved akut bekymring"),
    ("press VEIL", "slør over skærmen"),
    ("key Key_Escape", "Esc: sløret er væk"),
    ("press AGREEMENT", "til aftalerne"),
    ("key Key_Return", "Enter: aftalen er der"),
    ("press UNDO", "fortryd"),
    ("press REDO", "gendan"),
    ("press REDO", "gendan, hvor intet er fortrudt"),
    ("key Key_Return", "Enter i en tom linje"),
    ("press TABLE", "tilbage til bordet"),
    ("press BOARD", "til tavlen"),
    ("type Mikkel sover bedre", "en sætning til tavlen skrives"),
    ("key Key_Return", "Enter: sætningen står der"),
    ("press PRIVATE", "til det private"),
    ("type Spørg til nattesøvnen", "en privat linje skrives"),
    ("key Key_Return", "Enter: den private linje er gemt"),
    ("press UNDO", "fortryd, mens det private er åbent"),
    ("press TABLE", "tilbage til bordet"),
    ("press NEXT_PART", "næste del, mens nogen venter"),
    ("press NEXT_PART", "næste del alligevel"),
    ("press LOCK", "låst, og gået videre efter adgangssætningen"),
    ("press CURTAIN", "gardinet, mens fællesskærmen er lukket"),
    ("press GO_ON", "den næste del"),
)


_HEAD = (
    "# What is heard",
    "",
    "The first minutes of the shipped meeting `demo`, as a screen reader hears them: every announcement on the",
    "accessibility bus (AT-SPI), in order; the window of the room says none of it. A dash is silence. Written by",
    "`python -m tests.gui.heard.write`, and held by `tests/gui/heard`.",
    "",
    "| what is done | what is said |",
    "|---|---|",
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A step, and what was announced after it."""

    step: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """The meeting in its windows, and the ear on them."""

    process: "subprocess.Popen[str]"
    ear: Ear

    def do(self, line: str) -> list[Said]:
        """Do one step; return what was announced of it."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "done\n", "the program ended"
        return self.ear.heard()


@contextmanager
def listened_to() -> Iterator[Program]:
    """The meeting before it begins, on a display and an accessibility bus of its own."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        environment, address = stack.enter_context(accessible_display(Path(folder)))
        ear = Ear(address)
        stack.callback(ear.close)
        command = (sys.executable, "-m", "tests.gui.heard.heard_child")
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        process = start(stack, command, environment, **pipes)
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n", "the program did not begin"
        ear.find(process.pid)
        ear.heard()
        yield Program(process, ear)


def transcript(heard: Sequence[Heard]) -> str:
    """Return the page of the docs that tells what was heard."""
    lines = [f"| {one.step} | {' · '.join(said.sentence for said in one.said) or '–'} |" for one in heard]
    return "\n".join((*_HEAD, *lines, ""))


def walked() -> tuple[Heard, ...]:
    """Do all steps, and return what was heard."""
    with listened_to() as program:
        return tuple(Heard(_named(line, told), tuple(program.do(line))) for line, told in STEPS)


def _named(line: str, told: str) -> str:
    """A step after the key it is done with."""
    kind, _, what = line.partition(" ")
    return f"{KeyMap().shown(Action[what])}: {told}" if kind == "press" else told
