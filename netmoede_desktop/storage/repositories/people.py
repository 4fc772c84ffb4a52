"""The people of the sager."""

from collections.abc import Iterable

from sqlmodel import Session, col, select

from netmoede_desktop.domain.people.people import Person
from netmoede_desktop.storage.repositories.facts import Facts
from netmoede_desktop.storage.tables.person import PersonRow
from netmoede_desktop.storage.values import FactsOf


class People:
    """The people, inside one transaction. A person's id is unique within the sag."""

    __slots__ = ("_session",)

    def __init__(self, session: Session) -> None:
        """Work in a session's transaction."""
        self._session = session

    def put(self, case_id: str, people: Iterable[Person]) -> None:
        """Add people to the sag in this order; one whose id is known is replaced and keeps its place."""
        numbers = {row.id: row.number for row in self._rows(case_id)}
        next_number = max(numbers.values(), default=0) + 1
        for person in people:
            number = numbers.setdefault(person.id, next_number)
            next_number = max(next_number, number + 1)
            self._session.merge(PersonRow.from_value(case_id, number, person))
        self._session.flush()

    def of_case(self, case_id: str) -> list[Person]:
        """Return the sag's people in the order they were added."""
        return [row.to_value() for row in self._rows(case_id)]

    def remove(self, case_id: str, person_id: str) -> None:
        """Remove a person and their facts from the sag; does nothing if there is none of that id."""
        row = self._session.get(PersonRow, (case_id, person_id))
        if row is not None:
            Facts(self._session).remove(case_id, FactsOf.PERSON, person_id)
            self._session.delete(row)
            self._session.flush()

    def names(self) -> list[str]:
        """Return every full name in the vault, each once, in order."""
        return list(self._session.exec(select(PersonRow.name).distinct().order_by(PersonRow.name)))

    def named(self, name: str) -> list[tuple[str, Person]]:
        """Return sag id and person for everyone of exactly that full name, for an access request."""
        rows = select(PersonRow).where(PersonRow.name == name).order_by(PersonRow.case_id, col(PersonRow.number))
        return [(row.case_id, row.to_value()) for row in self._session.exec(rows)]

    def _rows(self, case_id: str) -> list[PersonRow]:
        rows = select(PersonRow).where(PersonRow.case_id == case_id).order_by(col(PersonRow.number))
        return list(self._session.exec(rows))
