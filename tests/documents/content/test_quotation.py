"""Quotation marks are of one kind in a paper, whoever wrote them; inches and words in between stay as they are."""

import pytest

from netmoede_desktop.documents.content.minutes.referat import referat
from netmoede_desktop.documents.content.quotation import quoted, with_house_marks
from netmoede_desktop.localization.catalogue import load
from tests.documents.meetings import agreement, meeting, note
from tests.documents.told import DANISH, told

ENGLISH = load("en")


@pytest.mark.parametrize(
    ("text", "danish"),
    [
        ('Han sagde "nej".', "Han sagde »nej«."),
        ("Vend “det skal holde op” til noget.", "Vend »det skal holde op« til noget."),
        ("„Ja“ og ”nej”, »måske«", "»Ja« og »nej«, »måske«"),
        ("«Oui», sagde hun (“Ja.”, “Nej!”)", "»Oui«, sagde hun (»Ja.«, »Nej!«)"),
        ("»Han sagde “nej” til mig«", "»Han sagde »nej« til mig«"),
        ('En skærm på 24" og en på 27" i lokalet', 'En skærm på 24" og en på 27" i lokalet'),
        ("»Runde A«, »Runde B« og »Runde C«", "»Runde A«, »Runde B« og »Runde C«"),
        ("Et » der står alene", "Et » der står alene"),
        ("l'été, Hanne's", "l'été, Hanne's"),
    ],
)
def test_pairs_are_set_alike(text: str, danish: str) -> None:
    assert with_house_marks(text, DANISH) == danish
    english = danish.replace("»", "“").replace("«", "”")
    assert with_house_marks(text, ENGLISH) == (text if text == danish and text.count("»") == 1 else english)


@pytest.mark.parametrize(
    ("words", "danish"),
    [("Godt", "»Godt«"), ("“Godt”", "»Godt«"), ("Det var “godt”", "»Det var »godt««"), ("“A” og “B”", "»»A« og »B««")],
)
def test_what_is_between_marks_already_gets_no_more(words: str, danish: str) -> None:
    assert quoted(words, DANISH) == danish


def test_every_kind_of_block_is_set_alike() -> None:
    said = 'Lone siger "ja"'
    record = meeting(
        place="Lokale “Nord”",
        purpose=said,
        principles=(said,),
        notes=(note("d4", "lone", said),),
        agreements=(agreement(1, said, "lone", sign=said),),
        stop_reason=said,
        parked=(said,),
    )
    assert not set("".join(told(referat(record, DANISH)))) & set('“”„"')
    assert not set("".join(told(referat(record, ENGLISH)))) & set('»«„"')
