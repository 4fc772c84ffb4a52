"""`meeting.json` by its schema, the calendar entry that tells nothing, the Word file, and the door to all of them."""

import json
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import jsonschema
import pytest
from docx.oxml.ns import qn
from icalendar import Calendar

from netmoede_desktop.documents.formats import meeting_json
from netmoede_desktop.documents.papers import (
    CALENDAR,
    MEETING_PAPERS,
    MINUTES,
    Format,
    MeetingPaper,
    PaperProblem,
    render,
)
from netmoede_desktop.domain.agreements.follow_up import FollowUpRecord
from netmoede_desktop.domain.meeting.commands import SetFollowUp
from netmoede_desktop.domain.minutes.from_meeting import record as facts_of
from netmoede_desktop.domain.minutes.record import MeetingRecord
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.files.own_papers import FileIdentity, kind_of
from tests.documents.meetings import WINTER, agreement, meeting, note, person
from tests.domain.meeting.script import Told, plan

DANISH = load("da")


def paper(kind: MeetingPaper, form: Format, record: MeetingRecord, meeting_id: str = "m1") -> bytes:
    return render(kind, form, record, meeting_id=meeting_id, t=DANISH)


def data_of(record: MeetingRecord) -> Any:
    return json.loads(meeting_json(record))


@pytest.fixture(scope="module")
def schema() -> jsonschema.Draft202012Validator:
    text = (resource_folder() / "schemas" / "netmoede-meeting-1.schema.json").read_text(encoding="utf-8")
    jsonschema.Draft202012Validator.check_schema(json.loads(text))
    return jsonschema.Draft202012Validator(json.loads(text), format_checker=jsonschema.FormatChecker())


@pytest.mark.smoke
def test_meeting_json_follows_its_schema(schema: jsonschema.Draft202012Validator) -> None:
    bare: dict[str, object] = {"started": None, "ended": None, "finished": False, "follow_up": None, "pauses": ()}
    for record in (
        meeting(),
        meeting(**bare),
        meeting(follow_up=FollowUpRecord(datetime(2027, 1, 19, 16, 0), None, "Kulturhuset")),  # noqa: DTZ001
        meeting(overridden=("child_not_asked",), reasons=(("child_not_asked", "Sov"),)),
        meeting(agreements=(agreement(1, "x", "lone", carried=True, started=True),)),
        meeting(follow_up=FollowUpRecord(None, "Færdig"), agreements=(agreement(1, "x", "lone", answer=None),)),
    ):
        schema.validate(data_of(record))


def test_the_schema_refuses_what_is_not_in_the_contract(schema: jsonschema.Draft202012Validator) -> None:
    changes: tuple[dict[str, object], ...] = (
        {"private": []},
        {"started": "2026-11-23T16:00:00"},
        {"follow_up": {"at": "2027-01-19T16:00:00+01:00"}},
        {"follow_up": {}},
    )
    for change in changes:
        assert list(schema.iter_errors({**data_of(meeting()), **change})), change
    assert list(schema.iter_errors({key: value for key, value in data_of(meeting()).items() if key != "events"}))


def test_a_file_of_an_earlier_version_is_still_valid(schema: jsonschema.Draft202012Validator) -> None:
    schema.validate({key: value for key, value in data_of(meeting()).items() if key not in _LATER})


#: Keys that files of the first versions do not have.
_LATER = frozenset({"minutes", "reasons"})


def test_meeting_json_holds_exactly_the_keys_of_the_contract() -> None:
    data = data_of(meeting())
    assert " ".join(data) == (
        "schema case method people parts turns notes board agreements reservations experience parked pauses "
        "follow_up overridden reasons minutes started ended events"
    )
    assert data["schema"] == "netmoede-meeting/1"
    keys = {name: " ".join(data[name][0]) for name in ("people", "parts", "turns", "notes", "agreements", "pauses")}
    assert keys == {
        "people": "id name called role relation network",
        "parts": "id title phase planned_seconds used_seconds",
        "turns": "part person state seconds interpreter_seconds",
        "notes": "part person text mark read_aloud_by",
        "agreements": "number text owner from by sign answer status",
        "pauses": "started seconds part",
    }


def test_meeting_json_gives_values_as_promised() -> None:
    data = data_of(meeting())
    assert data["started"] == "2026-11-23T16:00:00+01:00"
    assert data["minutes"] == {"responsible": "maja", "author": "maja"}
    assert data["follow_up"] == {"at": "2027-01-19T16:00:00"}
    assert data["agreements"][0]["from"] == "2026-12-02"
    assert data["agreements"][3]["answer"] == "nej"
    assert data["people"][9]["network"] is None
    assert data["notes"][2] == {
        "part": "d4",
        "person": "mikkel",
        "text": "Jeg kan godt lide at lave mad hos farmor.",
        "mark": "ressource",
        "read_aloud_by": None,
    }
    assert data_of(meeting(follow_up=FollowUpRecord(None, "Færdig")))["follow_up"] == {"none": "Færdig"}
    assert data_of(meeting(follow_up=None))["follow_up"] is None
    placed = FollowUpRecord(datetime(2027, 1, 19, 16, 0), None, "Kulturhuset")  # noqa: DTZ001 (local wall time)
    assert data_of(meeting(follow_up=placed))["follow_up"] == {"at": "2027-01-19T16:00:00", "place": "Kulturhuset"}
    aware = FollowUpRecord(datetime(2027, 1, 19, 16, 0, tzinfo=WINTER), None)
    assert data_of(meeting(follow_up=aware))["follow_up"] == {"at": "2027-01-19T16:00:00"}


def test_meeting_json_gives_the_reasons_and_says_what_had_begun_before() -> None:
    begun = (agreement(1, "x", "lone", carried=True, started=True), agreement(2, "y", "lone", carried=True))
    data = data_of(meeting(overridden=("a", "b"), reasons=(("b", "Tiden gik"),), agreements=begun))
    assert data["reasons"] == [{"code": "b", "reason": "Tiden gik"}]
    assert [one.get("started", False) for one in data["agreements"]] == [True, False]


def test_meeting_json_keeps_peoples_words_untouched() -> None:
    words = 'Ærø  "😀"\n\u202esidste\u00a0linje'
    text = meeting_json(meeting(notes=(note("d4", "lone", words),)))
    assert json.loads(text)["notes"][0]["text"] == words
    assert "Ærø" in text
    assert meeting_json(meeting(board=("\ud83d",))).encode()


@pytest.fixture(params=["Europe/Copenhagen", "UTC", "Europe/Istanbul", "America/St_Johns"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where the machine believes it is."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.smoke
@pytest.mark.usefixtures("zone")
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="SKIPPED: this system cannot change its zone in a process")
def test_the_calendar_entry_holds_a_time_and_nothing_that_tells() -> None:
    raw = paper(CALENDAR, Format.ICS, meeting(), "0b7e")
    (event,) = Calendar.from_ical(raw).walk("VEVENT")
    assert event["SUMMARY"] == "Møde"
    assert raw.count(b"DTSTART:20270119T150000Z\r\n") == raw.count(b"DTEND:20270119T170000Z\r\n") == 1
    assert raw.count(b"DTSTAMP:20261123T170200Z\r\n") == 1
    assert set(event) == {"SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "SEQUENCE", "UID", "CLASS"}
    for secret in ("Holm", "Mikkel", "M-2026-014", "Biblioteket", "0b7e", "familie"):
        assert secret.casefold() not in raw.decode().casefold()
    assert all(line.endswith(b"\r\n") and len(line) <= 77 for line in raw.splitlines(keepends=True))
    long = paper(CALENDAR, Format.ICS, meeting(planned_minutes=180))
    assert b"DTEND:20270119T180000Z\r\n" in long
    assert b"DTEND:20270119T170000Z\r\n" in paper(CALENDAR, Format.ICS, meeting(planned_minutes=0))
    summer = meeting(follow_up=FollowUpRecord(datetime(2027, 6, 1, 16, 0), None))  # noqa: DTZ001 (local wall time)
    assert b"DTSTART:20270601T140000Z\r\n" in paper(CALENDAR, Format.ICS, summer)


def test_the_calendar_entry_keeps_its_id_when_the_meeting_is_moved() -> None:
    moved = meeting(follow_up=FollowUpRecord(datetime(2027, 2, 2, 9, 0), None))  # noqa: DTZ001
    uids = [
        line
        for record, key in ((meeting(), "a"), (moved, "a"), (meeting(), "b"))
        for line in paper(CALENDAR, Format.ICS, record, key).splitlines()
        if line.startswith(b"UID:")
    ]
    assert uids[0] == uids[1] != uids[2]


def test_a_calendar_takes_the_newer_of_two_entries() -> None:
    """What is moved is told later and counts more; the same meeting gives the same bytes."""
    last = datetime(2026, 11, 23, 17, 30, tzinfo=WINTER)
    moved = meeting(events=80, last_at=last, follow_up=FollowUpRecord(datetime(2027, 2, 2, 9, 0), None))  # noqa: DTZ001
    later = meeting(events=81, last_at=last + timedelta(minutes=1))
    entries = [paper(CALENDAR, Format.ICS, record).decode().splitlines() for record in (moved, later)]
    for entry, told in zip(entries, ("DTSTAMP:20261123T163000Z", "DTSTAMP:20261123T163100Z"), strict=True):
        assert told in entry
    assert ["SEQUENCE:80" in entries[0], "SEQUENCE:81" in entries[1]] == [True, True]
    assert paper(CALENDAR, Format.ICS, moved) == paper(CALENDAR, Format.ICS, moved)


def test_a_calendar_takes_what_was_agreed_last_and_never_where() -> None:
    """Another place is another act: the entry counts more, and does not say where."""
    day = datetime(2027, 1, 19, 16, 0)  # noqa: DTZ001 (local wall time)
    told = Told(plan(place="Biblioteket")).starts().does(SetFollowUp(day))
    entries = [paper(CALENDAR, Format.ICS, facts_of(told.history))]
    told.after(60).does(SetFollowUp(day, "Krisecentret"))
    entries.append(paper(CALENDAR, Format.ICS, facts_of(told.history)))
    told.after(60).undoes()
    entries.append(paper(CALENDAR, Format.ICS, facts_of(told.history)))
    assert not any(word in entry for entry in entries for word in (b"LOCATION", b"Krise", b"Biblio"))
    lines = [dict(line.split(":", 1) for line in entry.decode().splitlines()) for entry in entries]
    assert len({entry["UID"] for entry in lines}) == 1
    assert len({entry["DTSTAMP"] for entry in lines}) == 3
    assert [entry["DTSTAMP"] for entry in lines] == sorted(entry["DTSTAMP"] for entry in lines)
    sequences = [int(entry["SEQUENCE"]) for entry in lines]
    assert sequences == sorted(set(sequences))


def test_no_next_meeting_no_calendar_entry() -> None:
    for follow_up in (None, FollowUpRecord(None, "Færdig")):
        with pytest.raises(PaperProblem) as problem:
            paper(CALENDAR, Format.ICS, meeting(follow_up=follow_up))
        assert problem.value.code == "no_follow_up"


def test_only_the_formats_of_a_paper_are_made() -> None:
    for one in MEETING_PAPERS:
        for form in Format:
            if form in one.formats:
                assert paper(one, form, meeting())
            else:
                with pytest.raises(PaperProblem, match="no_such_format"):
                    paper(one, form, meeting())


@pytest.mark.smoke
def test_the_word_file_has_headings_headers_and_every_note() -> None:
    word = docx.Document(BytesIO(paper(MINUTES, Format.DOCX, meeting())))
    styles = {paragraph.text: paragraph.style.name for paragraph in word.paragraphs if paragraph.style}
    assert styles["Referat af netværksmøde"] == "Heading 1"
    assert styles["Det aftalte vi"] == "Heading 2"
    assert styles["Runde A: Det, der går godt"] == "Heading 3"
    assert styles["Mikkel sover bedst hos farmor"] == "List Bullet"
    text = "\n".join(styles)
    assert all(said.text in text for said in meeting().notes)
    agreements = word.tables[1]
    assert [cell.text for cell in agreements.rows[0].cells] == ["Nr.", "Hvad", "Hvem", "Hvornår"]
    assert "ikke bekræftet" in agreements.rows[4].cells[2].text
    order = [child.tag.rpartition("}")[2] for child in agreements._tbl.tblPr]
    assert order == ["tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption"]
    grid = [column.width for column in agreements.columns]
    assert grid == [cell.width for cell in agreements.rows[1].cells]
    assert grid[0] < grid[3] < grid[2] < grid[1], "the number is narrow, the agreement wide"
    assert list(agreements.rows[0]._tr.iter(qn("w:tblHeader")))
    languages = {mark.get(qn("w:val")) for mark in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"da-DK"}


def test_the_word_file_is_as_large_as_the_pdf_its_foot_too() -> None:
    word = docx.Document(BytesIO(paper(MINUTES, Format.DOCX, meeting(finished=False))))
    section = word.sections[0]
    cells = [cell for table in word.tables for row in table.rows for cell in row.cells]
    places = [word, *cells, section.footer, section.header]
    runs = [(run, one) for place in places for one in place.paragraphs for run in one.runs if run.text.strip()]
    sizes = [(run.font.size or one.style.font.size or word.styles["Normal"].font.size).pt for run, one in runs]
    assert min(sizes) >= 9
    assert word.styles["Normal"].font.size.pt == word.styles["List Bullet"].font.size.pt == 10.5
    feet = [run for run in section.footer.paragraphs[0].runs if "Sag" in run.text]
    assert feet and section.footer.paragraphs[0].style.name == "Normal"


def test_the_word_file_tells_nothing_about_who_made_it_and_is_the_same_every_time() -> None:
    made = paper(MINUTES, Format.DOCX, meeting())
    assert made == paper(MINUTES, Format.DOCX, meeting())
    properties = docx.Document(BytesIO(made)).core_properties
    assert (properties.title, properties.author, properties.comments) == ("Referat af netværksmøde", "", "")
    assert properties.created == properties.modified
    assert properties.created
    assert properties.created.date() == meeting().began.date()
    with zipfile.ZipFile(BytesIO(made)) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}
        for name in package.namelist():
            for leftover in (b"python-docx", b"Macintosh", b"Normal.dotm"):
                assert leftover not in package.read(name), name
        assert not [name for name in package.namelist() if "thumbnail" in name or "Effects" in name]


def test_every_table_of_the_word_file_has_a_name() -> None:
    word = docx.Document(BytesIO(paper(MINUTES, Format.DOCX, meeting())))
    names = [table._tbl.tblPr.find(qn("w:tblCaption")) for table in word.tables]
    assert [name is not None and name.get(qn("w:val")) for name in names] == ["Om mødet", "Det aftalte vi", "Deltagere"]


def test_a_word_file_somebody_changed_is_no_longer_ours_to_replace(tmp_path: Path) -> None:
    file = tmp_path / "referat.docx"
    file.write_bytes(paper(MINUTES, Format.DOCX, meeting()))
    assert kind_of(file) is FileIdentity.PAPER
    word = docx.Document(str(file))
    word.core_properties.modified = datetime(2026, 12, 1, 9, 30)  # noqa: DTZ001 (python-docx takes it so)
    word.save(str(file))
    assert kind_of(file) is FileIdentity.OTHER


def test_the_word_file_takes_what_people_type() -> None:
    people = (person("a", "Emma 😀 سارة\x07\ud800"), person("b", "   "))
    record = meeting(people=people, notes=(note("d4", "a", "W" * 300 + "\x0b\ufffe"),), turns=(), finished=False)
    word = docx.Document(BytesIO(paper(MINUTES, Format.DOCX, record)))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert "Emma 😀 سارة\ufffd, ven. " + "W" * 300 in text
    assert word.sections[0].header.paragraphs[0].text == "Udkast"


def test_the_door_opens_without_loading_the_renderers() -> None:
    script = (
        "import sys; import netmoede_desktop.documents.papers;"
        "print([name for name in ('reportlab', 'docx', 'icalendar', 'babel', 'uharfbuzz') if name in sys.modules])"
    )
    surroundings = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    asked = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=surroundings,
    )
    assert asked.stdout.strip() == "[]"
