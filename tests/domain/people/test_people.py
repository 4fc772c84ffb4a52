"""Roles, networks, and names that tell people apart everywhere ("Hanne B.", "Hanne lærer")."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmoede_desktop.domain.people.people import Network, Person, Role, display_names, named_twice


def person(key: str, name: str, called: str, relation: str = "") -> Person:
    return Person(key, name, called, Role.PRIVATE, relation)


@pytest.mark.parametrize(
    ("role", "network"),
    [
        (Role.CHILD, Network.PRIVATE),
        (Role.PARENT, Network.PRIVATE),
        (Role.PRIVATE, Network.PRIVATE),
        (Role.ASSISTANT, Network.PRIVATE),
        (Role.PROFESSIONAL, Network.PROFESSIONAL),
        (Role.AUTHORITY, Network.PROFESSIONAL),
        (Role.LEADER, None),
        (Role.INTERPRETER, None),
        (Role.SCRIBE, None),
        (Role.COORDINATOR, None),
        (Role.INFORMANT, None),
        (Role.REFLECTOR, None),
    ],
)
def test_r031_every_role_has_its_network(role: Role, network: Network | None) -> None:
    known = Person("p", "P", "P", role)
    assert known.network is network
    assert known.has_turn is (role not in (Role.LEADER, Role.INTERPRETER, Role.SCRIBE))


def shown(*people: Person) -> list[str]:
    return list(display_names(people).values())


def test_a_name_that_is_alone_is_shown_as_it_is() -> None:
    assert shown(person("a", "Hanne Bak", "Hanne"), person("b", "Bo Ravn", "Bo")) == ["Hanne", "Bo"]


def test_two_of_the_same_name_get_an_initial() -> None:
    assert shown(person("a", "Hanne Bak", "Hanne"), person("b", "Hanne Maria Lund", "Hanne")) == [
        "Hanne B.",
        "Hanne L.",
    ]
    assert shown(person("a", "Hanne Bak", "Hanne"), person("b", "Hanne Øst", "hanne")) == ["Hanne B.", "hanne Ø."]
    assert shown(person("a", "Hanne-Lise", "Hanne"), person("b", "Hanne Øst-Bro", "Hanne")) == ["Hanne L.", "Hanne Ø."]


def test_with_the_same_initial_the_relation_tells_them_apart() -> None:
    people = (
        person("a", "Hanne Bak", "Hanne", "lærer"),
        person("b", "Hanne Bro", "Hanne", "farmor"),
        person("c", "Hanne Lund", "Hanne", "nabo"),
    )
    assert shown(*people) == ["Hanne lærer", "Hanne farmor", "Hanne L."]


def test_then_the_whole_name_and_at_last_a_number() -> None:
    assert shown(person("a", "Hanne Bak", "Hanne"), person("b", "Hanne Bro", "Hanne")) == ["Hanne Bak", "Hanne Bro"]
    twins = (person("a", "Hanne Bak", "Hanne", "lærer"), person("b", "Hanne Bak", "Hanne", "lærer"))
    assert shown(*twins) == ["Hanne Bak (1)", "Hanne Bak (2)"]
    assert shown(person("a", "Hanne", "Hanne"), person("b", "Hanne", "Hanne")) == ["Hanne (1)", "Hanne (2)"]


def test_a_number_that_somebody_is_called_already_is_told_apart_too() -> None:
    names = shown(person("a", "Bo", "Bo"), person("b", "Bo", "Bo"), person("c", "Bo (1)", "Bo (1)"))
    assert len(set(names)) == 3


NAMES = st.sampled_from(["Hanne", "hanne", "Hanne B.", "Bo", "Bo (1)", "Bo (2)", "", "Ål", "علي"])


@given(st.lists(st.tuples(NAMES, NAMES, st.sampled_from(["", "lærer", "mor"])), max_size=7))
def test_no_two_people_are_ever_shown_by_the_same_name(drawn: list[tuple[str, str, str]]) -> None:
    people = [
        person(str(number), f"{called} {rest}".strip(), called, relation)
        for number, (called, rest, relation) in enumerate(drawn)
    ]
    names = display_names(people)
    assert set(names) == {known.id for known in people}
    assert len({name.casefold() for name in names.values()}) == len(people)


@pytest.mark.parametrize(
    ("name", "relation", "twice"),
    [
        ("Frank Møller", "fodboldtrænerFrank Møller, fodboldtræner", True),
        ("Frank Møller", "fodboldtræner frank møller", True),
        ("Frank MøllerFrank Møller", "fodboldtræner", True),
        ("Bo", "naboBo, nabo", True),
        ("Frank Møller", "fodboldtræner", False),
        ("Bo", "bor ved siden af, nabo", False),
        ("Bo", "nabo, ven af huset", False),
        ("bo", "nabo, ven af huset", False),
        ("Ida", "mor til Ida, moster", False),
        ("Lulu", "", False),
    ],
)
def test_a_line_with_the_name_behind_itself_is_known(name: str, relation: str, twice: bool) -> None:
    assert named_twice(name, relation) is twice
