"""The form of Holbæk's meetings, typed from its source and not from the method files (*Læring og Trivsel*, Indhold)."""

from pathlib import Path

import pytest

from netmoede_desktop.services.methods.method_files import load_methods

#: The agenda: its number, some words of the source in that point, who speaks, what kind of part it is.
AGENDA = (
    ("1.", "Velkomst", "", "ML-info"),
    ("2.", "Præsentationsrunde", "", "runde"),
    ("3.", "Formålet med mødet", "FOR PRIV (BARN*)", "runde"),
    ("4a.", "indsatser, som allerede er igangsat", "", "aftale"),
    ("4b.", "der skal igangsættes nye indsatser", "FOR PRIV (BARN*) FAG MYN", "runde"),
    ("4c.", "ansvaret", "", "aftale"),
    ("4c.", "deadline", "", "aftale"),
    ("5.", "Familiens oplevelse af mødet", "(BARN*) FOR PRIV", "runde"),
    ("6.", "Afrunding", "", "ML-info"),
)
POINT_FOUR = "4. Drøftelse af de konkrete indsatser"

#: Least, usual and most minutes of the eight parts: our own proposal, an hour in all.
MINUTES = {
    "1": ((2, 2, 4), (4, 4, 6), (2, 4, 6), (12, 16, 22), (12, 14, 22), (6, 8, 12), (4, 6, 8), (4, 6, 10)),
    "o": ((2, 2, 4), (2, 2, 4), (2, 4, 6), (14, 20, 28), (10, 12, 18), (6, 8, 12), (4, 6, 8), (4, 6, 10)),
}
PRESENTATION = {"1": "FOR PRIV (BARN*) FAG MYN", "o": "NYE"}


@pytest.mark.parametrize("which", ["1", "o"])
@pytest.mark.parametrize("family", ["hlb", "um"])
def test_the_form_is_that_of_the_source(repository: Path, family: str, which: str) -> None:
    method = load_methods(repository / "resources" / "methods")[f"{family}-{which}"]
    authority = family == "hlb"
    parts = {part.title.partition(" ")[0]: part for part in method.parts}
    assert list(parts) == list(dict.fromkeys(number for number, *_ in AGENDA))
    for number, words, order, kind in AGENDA:
        part = parts[number]
        speak = (PRESENTATION[which] if number == "2." else order).split()
        assert words in part.title
        assert [str(group) for group in part.order] == [one for one in speak if authority or one != "MYN"]
        assert part.kind.value == kind
        assert part.heading == (POINT_FOUR if number.startswith("4") else "")
    spans = tuple((part.minutes.least, part.minutes.target, part.minutes.most) for part in method.parts)
    assert spans == MINUTES[which]
    assert sum(part.minutes.target for part in method.parts) == 60
    assert [part.id for part in method.parts if "FOR" in part.order_note.split()] == [parts["4a."].id]


@pytest.mark.parametrize("method_id", ["hlb-1", "hlb-o", "um-1", "um-o"])
def test_the_questions_are_those_the_source_lists(repository: Path, method_id: str) -> None:
    """What is under way: does it work, change it, stop it, go on with it; every measure has who and by when."""
    method = load_methods(repository / "resources" / "methods")[method_id]
    status, _, agreements = (part for part in method.parts if part.heading)
    said = " ".join(status.prompts.say)
    assert all(word in said for word in ("Virker", "fortsætte", "ændres", "stoppe"))
    assert [status.task, agreements.task] == ["status", "aftaler"]
    assert method.statuses == ("fortsætter", "ændres", "stopper")
    assert method.deadline_always
    assert method.leader == "initiativtager"
