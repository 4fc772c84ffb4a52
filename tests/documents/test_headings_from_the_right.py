"""The title and the bookmarks of a paper: a name read from the right turns neither of them round."""

from dataclasses import replace
from io import BytesIO

import pikepdf

from netmoede_desktop.documents.papers import MINUTES, Format, render
from netmoede_desktop.localization.catalogue import load
from netmoede_desktop.localization.direction import END_ISOLATE, FIRST_ISOLATE
from tests.documents.meetings import meeting

NAME = "محمد"


def test_title_and_bookmarks_hold_a_foreign_name_apart() -> None:
    base = meeting(called=f"{NAME}-møde")
    parts = tuple(replace(part, title=f"{NAME} fortæller, 12/4.") if part.id == "d2" else part for part in base.parts)
    paper = render(MINUTES, Format.PDF, replace(base, parts=parts), meeting_id="m", t=load("da"))
    apart = f"{FIRST_ISOLATE}{NAME}{END_ISOLATE}"
    with pikepdf.open(BytesIO(paper)) as file:
        assert str(file.docinfo.Title) == f"Referat af {apart}-møde"
        with file.open_outline() as outline:
            below = [child.title for entry in outline.root for child in entry.children]
    assert f"{apart} fortæller, 12/4." in below
