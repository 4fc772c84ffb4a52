"""HLB and UM: the agenda filled in is the referat, every point in its place and nothing twice (R135)."""

from dataclasses import replace

import pytest

from netmoede_desktop.documents.content.minutes.referat import referat
from netmoede_desktop.domain.minutes.draft import MinutesDraft, note_keys
from netmoede_desktop.domain.minutes.outline import sections
from netmoede_desktop.domain.minutes.record import MeetingRecord, PartRecord
from netmoede_desktop.gui.minutes.editing.outline_wording import editor_sections
from tests.documents.meetings import agreement
from tests.documents.shipped import held
from tests.documents.told import DANISH, section, told

FORMS = ("hlb-1", "hlb-o", "um-1", "um-o")
POINTS = [
    "## 1. Velkomst",
    "## 2. Præsentationsrunde",
    "## 3. Formålet med mødet",
    "## 4. Drøftelse af de konkrete indsatser",
    "### 4a. De indsatser, som allerede er igangsat",
    "### 4b. Om der skal igangsættes nye indsatser",
    "### 4c. Hvem har ansvaret, og hvad er deadline?",
    "## 5. Familiens oplevelse af mødet",
    "## 6. Afrunding",
]


def lines_of(record: MeetingRecord) -> list[str]:
    return told(referat(record, DANISH))


def under(lines: list[str], heading: str) -> list[str]:
    """What stands between a heading and the next one."""
    start = lines.index(heading) + 1
    end = next(at for at in range(start, len(lines)) if lines[at].startswith("#"))
    return lines[start:end]


@pytest.mark.parametrize("name", FORMS)
def test_r135_the_points_of_the_agenda_stand_in_order_and_nothing_twice(name: str) -> None:
    lines = lines_of(held(name))
    headings = [line for line in lines if line.startswith("#")]
    assert headings[: len(POINTS)] == POINTS
    assert len(set(headings)) == len(headings)
    assert not {"## Det aftalte vi", "## Familiens oplevelse af mødet", "## Næste møde"} & set(headings)
    assert under(lines, "## 6. Afrunding")[0].startswith("Næste møde: ")
    assert any(line.startswith("Nr. | Hvad") for line in under(lines, POINTS[6]))


@pytest.mark.parametrize(("name", "called"), [("um-1", "udvikling"), ("um", "udvikling"), ("hlb-o", "netværk")])
def test_a_meeting_is_titled_as_what_it_was(name: str, called: str) -> None:
    assert referat(held(name), DANISH).title == f"Referat af {called}smøde"


def test_what_a_municipality_calls_its_meeting_is_its_title() -> None:
    assert referat(replace(held("um-1"), called="familiemøde"), DANISH).title == "Referat af familiemøde"


def test_a_point_without_a_word_says_so_and_one_not_reached_too() -> None:
    record = held("hlb-1")
    bare = replace(record, notes=(), agreements=(), principles=(), experience=(), purpose="")
    parts = tuple(replace(part, begun=part.title[0] < "5") for part in bare.parts)
    lines = lines_of(replace(bare, parts=parts))
    assert [line for line in lines if line.startswith("#")][: len(POINTS)] == POINTS
    assert under(lines, POINTS[0]) == ["Her er ikke skrevet noget."]
    assert under(lines, POINTS[2]) == ["Der er ikke skrevet et formål."]
    assert under(lines, POINTS[4]) == ["Her er ikke skrevet noget."]
    assert under(lines, POINTS[6]) == ["Der blev ikke lavet aftaler på mødet."]
    assert under(lines, POINTS[7]) == ["Der blev ikke skrevet noget om familiens oplevelse."]
    late = replace(bare, parts=tuple(replace(part, begun=False) for part in bare.parts))
    assert under(lines_of(late), POINTS[5]) == ["Det nåede vi ikke."]
    assert under(lines_of(replace(late, finished=False)), POINTS[5]) == ["Her er ikke skrevet noget."]


def test_measures_and_what_was_agreed_last_time_stand_apart_in_4a() -> None:
    record = held("hlb-1")
    old = agreement(1, "Trine ringer", "trine", carried=True, status="fortsætter")
    lines = under(lines_of(replace(record, agreements=(old, *record.agreements[1:]))), POINTS[4])
    first, second = lines.index("Det var allerede i gang"), lines.index("Aftaler fra sidst")
    assert first < second
    assert lines[first + 1] == "Nr. | Hvad | Hvem | I gang siden | Status"
    assert lines[first + 2].endswith("| Sanne Bruun, pædagog i børnehaven | 1. dec. 2026 | ændres / har fået ny tekst")
    assert lines[second + 2].startswith("1 | Trine ringer")


def test_a_form_without_a_point_for_something_still_tells_it() -> None:
    record = held("hlb-1")
    parts = tuple(replace(part, task=None, title=part.title.replace("Formålet", "Hvorfor")) for part in record.parts)
    lines = lines_of(replace(record, parts=parts))
    assert section(lines, "Formålet med mødet") == [record.purpose]
    assert section(lines, "Næste møde") == [
        "Onsdag 14. april 2027 kl. 14.30. Sted: Børnehaven Skovbrynet, personalestuen"
    ]
    assert section(lines, "Familiens oplevelse af mødet") == ["»Vi var nervøse, men vi blev lyttet til.«"]
    assert "## Det aftalte vi" in lines
    assert "Det var allerede i gang" in section(lines, "Aftaler fra sidst")


@pytest.mark.parametrize("name", FORMS)
def test_the_referat_page_has_the_order_and_the_headings_of_the_paper(name: str) -> None:
    record = held(name)
    headings = [line.lstrip("# ") for line in lines_of(record) if line.startswith("#")]
    shown = [one.heading for one in editor_sections(record, MinutesDraft(), DANISH)]
    empty = {"Det har vi hørt", "Gemt til en anden gang"}
    places = [headings.index(heading) for heading in shown if heading not in empty - set(headings)]
    assert places == sorted(places)
    assert [one.id for one in sections(record, MinutesDraft())][:2] != ["agreements", "carried"]


@pytest.mark.parametrize("name", FORMS)
def test_the_referat_page_has_one_entry_for_each_point_named_and_numbered_as_on_the_paper(name: str) -> None:
    record = held(name)
    titles = [one.title for one in editor_sections(record, MinutesDraft(), DANISH)]
    numbered = [title for title in titles if title[:1].isdecimal()]
    assert titles[: len(numbered)] == numbered, "the points come first"
    assert len({title.split(" ")[0] for title in numbered}) == len(numbered)
    assert set(numbered) <= {part.title for part in record.parts}
    assert numbered == sorted(numbered)
    assert not {"Formål og sted", "Det var allerede i gang", "Aftaler", "Familiens oplevelse", "Næste møde"} & {*titles}


@pytest.mark.parametrize("name", FORMS)
def test_a_point_holds_what_belongs_to_it_and_then_what_was_said_there(name: str) -> None:
    record = held(name)
    fields = [field.key for one in sections(record, MinutesDraft()) for field in one.fields]
    assert len(fields) == len(set(fields))
    assert {key for key, _ in note_keys(record)} <= set(fields)
    point = next(one for one in sections(record, MinutesDraft()) if one.id == "experience")
    said = [key for key, note in note_keys(record) if note.part == point.part]
    assert said and [field.key for field in point.fields][-len(said) :] == said
    assert point.fields[0].key == "experience:0"


def test_outside_a_form_measures_under_way_have_the_heading_of_the_paper() -> None:
    record = held("hlb-1")
    free = replace(record, parts=tuple(replace(part, title=part.title[3:]) for part in record.parts))
    shown = {one.key: one.heading for one in editor_sections(free, MinutesDraft(), DANISH)}
    assert f"## {shown['carried']}" in lines_of(free)


def _pause(part: PartRecord) -> PartRecord:
    return replace(part, title="Pause", rests=True)


def test_a_pause_makes_no_point_of_the_form() -> None:
    record = held("hlb-1")
    first, *rest = record.parts
    lines = lines_of(replace(record, parts=(first, replace(_pause(first), id="p"), *rest)))
    assert [line for line in lines if line.startswith("#")][: len(POINTS)] == POINTS
