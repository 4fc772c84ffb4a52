"""People as they are typed or pasted."""

from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.gui.preparation.people.people_typing import ListedPerson, read_people


def test_a_list_is_read_line_by_line() -> None:
    pasted = (
        "1. Hanne Bak, klasselærer\r\n\r\n- Bo Lund (nabo)\nGrete Holst\tfarmor\n  \nSøren Friis – sagsbehandler\nKai"
    )
    assert read_people(pasted) == (
        ListedPerson("Hanne Bak", "klasselærer", Role.PROFESSIONAL),
        ListedPerson("Bo Lund", "nabo", Role.PRIVATE),
        ListedPerson("Grete Holst", "farmor", Role.PRIVATE),
        ListedPerson("Søren Friis", "sagsbehandler", Role.AUTHORITY),
        ListedPerson("Kai", "", Role.PRIVATE),
    )


def test_a_hyphen_in_a_name_parts_nothing() -> None:
    assert read_people("Anne-Mette Brun-Holm, moster") == (
        ListedPerson("Anne-Mette Brun-Holm", "moster", Role.PRIVATE),
    )


def test_nothing_to_see_is_nobody() -> None:
    assert read_people(" \n\t\n") == ()
