"""The names the room sees: as people want to be called, made distinct without a surname beyond its first letter."""

from collections.abc import Callable, Collection, Iterable

from netmoede_desktop.domain.people.people import Person


def base_name(person: Person) -> str:
    """Return the called name; where that was written as the full name, without the surname at its end."""
    called, name = person.called.split(), person.name.split()
    if len(called) > 1 and len(name) > 1 and called[0].casefold() == name[0].casefold():
        surname = name[-1].casefold()
        while len(called) > 1 and called[-1].casefold() == surname:
            called.pop()
    return " ".join(called)


def room_names(people: Collection[Person], fit_for_room: Callable[[str], bool]) -> dict[str, str]:
    """Return the name to show the room for each person id; no two people share one.

    Where people are called the same: with the first letter of the surname, then with the relation if it is
    `fit_for_room`, and at last with a number.
    """
    names = {person.id: base_name(person) for person in people}

    def with_relation(person: Person) -> str:
        relation = person.relation if fit_for_room(person.relation) else ""
        return f"{base_name(person)} {relation}".strip()

    for widen in (_with_initial, with_relation):
        for group in _called_the_same(people, names):
            for person in group:
                names[person.id] = widen(person)
    for group in _called_the_same(people, names):
        taken = {name.casefold() for name in names.values()}
        for person in group:
            number = 1
            while f"{base_name(person)} {number}".casefold() in taken:
                number += 1
            names[person.id] = f"{base_name(person)} {number}"
            taken.add(names[person.id].casefold())
    return names


def _with_initial(person: Person) -> str:
    called = base_name(person)
    rest = person.name.removeprefix(called).split()
    initial = next((letter for letter in (rest[-1] if rest else "") if letter.isalpha()), "")
    return f"{called} {initial.upper()}." if initial else called


def _called_the_same(people: Iterable[Person], names: dict[str, str]) -> list[list[Person]]:
    groups: dict[str, list[Person]] = {}
    for person in people:
        groups.setdefault(names[person.id].casefold(), []).append(person)
    return [group for group in groups.values() if len(group) > 1]
