"""The table of people: those of one sag, known in all its meetings by the same id."""

from sqlmodel import Field, SQLModel

from netmoede_desktop.domain.people.people import ChildPlace, Person, PlaceKind, Role


class PersonRow(SQLModel, table=True):
    """A row of `person`; `number` keeps the order in which the sag's people were given."""

    __tablename__ = "person"

    case_id: str = Field(primary_key=True, foreign_key="case_file.id")
    id: str = Field(primary_key=True)
    number: int
    name: str
    called: str
    role: str
    relation: str
    seat: int
    main: bool
    through_interpreter: bool
    supports: str | None
    place_kind: str | None
    place_person: str | None
    receives_minutes: bool
    protected_address: bool

    @classmethod
    def from_value(cls, case_id: str, number: int, value: Person) -> "PersonRow":
        """Make the row of a value."""
        return cls(
            case_id=case_id,
            id=value.id,
            number=number,
            name=value.name,
            called=value.called,
            role=value.role.value,
            relation=value.relation,
            seat=value.seat,
            main=value.main,
            through_interpreter=value.through_interpreter,
            supports=value.supports,
            place_kind=None if value.place is None else value.place.kind.value,
            place_person=None if value.place is None else value.place.person,
            receives_minutes=value.receives_minutes,
            protected_address=value.protected_address,
        )

    def to_value(self) -> Person:
        """Return the value of the row."""
        place = None if self.place_kind is None else ChildPlace(PlaceKind(self.place_kind), self.place_person)
        return Person(
            id=self.id,
            name=self.name,
            called=self.called,
            role=Role(self.role),
            relation=self.relation,
            seat=self.seat,
            main=self.main,
            through_interpreter=self.through_interpreter,
            supports=self.supports,
            place=place,
            receives_minutes=self.receives_minutes,
            protected_address=self.protected_address,
        )
