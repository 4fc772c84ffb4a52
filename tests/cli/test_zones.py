"""Times on paper are those of the clock on the wall, whatever the machine that prints them believes."""

import json
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from tests.cli.terminal import Terminal
from tests.services.stories import speak, step

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="SKIPPED: this system cannot change its zone")

PAPERS = (("referat", "pdf"), ("referat", "docx"), ("referat", "json"), ("aftaler", "pdf"), ("kalender", "ics"))
ELSEWHERE = ("UTC", "Europe/Istanbul", "America/St_Johns", "Pacific/Auckland")


@pytest.fixture
def machine_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Put the machine in another zone."""

    def put(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield put
    monkeypatch.undo()
    time.tzset()


def text_of(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as pages:
        return "\n".join(page.get_textpage().get_text_range() for page in pages)


def test_a_stored_meeting_gives_the_same_papers_on_every_machine(
    terminal: Terminal, machine_in: Callable[[str], None]
) -> None:
    machine_in("Europe/Copenhagen")
    again = step("follow_up", at=datetime(2027, 1, 19, 16, 0))  # noqa: DTZ001 - a wall time
    meeting = terminal.play(speak("ida", 3600, note="Hej"), again, step("pause", minutes=10), step("finish"))["meeting"]
    made: dict[str, list[bytes]] = {}
    for zone in ("Europe/Copenhagen", *ELSEWHERE):
        machine_in(zone)
        made[zone] = []
        for document, form in PAPERS:
            ran = terminal.real("export", meeting, "--document", document, "--format", form, "--out", f"x.{form}")
            assert ran.code == 0, ran.err
            made[zone].append(Path(f"x.{form}").read_bytes())
    assert all(papers == made["Europe/Copenhagen"] for papers in made.values())
    assert b"DTSTART:20270119T150000Z\r\n" in made["UTC"][-1]


@pytest.mark.parametrize("zone", ELSEWHERE)
def test_the_next_meeting_is_at_danish_time_wherever_it_was_played(
    terminal: Terminal, machine_in: Callable[[str], None], zone: str
) -> None:
    machine_in(zone)
    terminal.play(speak("ida"), step("follow_up", at=datetime(2027, 1, 19, 16, 0)), step("finish"))  # noqa: DTZ001
    assert b"DTSTART:20270119T150000Z\r\n" in (terminal.out / "naeste-moede.ics").read_bytes()
    assert "kl. 16" in text_of(terminal.out / "referat.pdf").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("starts", "seconds", "ends", "offset"),
    [
        (datetime(2026, 10, 25, 1, 30), 6060, "2.11", "+01:00"),  # noqa: DTZ001
        (datetime(2027, 3, 28, 1, 30), 3600, "3.30", "+02:00"),  # noqa: DTZ001
    ],
)
def test_in_the_night_of_the_clock_change_the_paper_says_what_the_wall_showed(
    terminal: Terminal, machine_in: Callable[[str], None], starts: datetime, seconds: int, ends: str, offset: str
) -> None:
    machine_in("Europe/Copenhagen")
    terminal.play(speak("ida", seconds, note="Hej"), step("finish"), starts=starts)
    told = json.loads((terminal.out / "meeting.json").read_text(encoding="utf-8"))
    assert told["ended"].endswith(offset)
    lasted = datetime.fromisoformat(told["ended"]) - datetime.fromisoformat(told["started"])
    assert lasted.total_seconds() == seconds
    assert told["started"].startswith("2026-10-25T01:30:00" if offset == "+01:00" else "2027-03-28T01:30:00")
    assert f"1.30–{ends}" in text_of(terminal.out / "referat.pdf").replace(" ", "")
