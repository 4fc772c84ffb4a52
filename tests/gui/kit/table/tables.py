"""People round a table, for the tests of the table and of what the room sees."""

from netmoede_desktop.gui.kit.table.values import RingState, SeatShape, SeatState, TableCentre, TableSeat

NAMES = (
    ("Mikkel", "barnet", SeatShape.ROUND),
    ("Lone", "mor", SeatShape.ROUND),
    ("Peter", "far", SeatShape.ROUND),
    ("Kirsten", "farmor", SeatShape.ROUND),
    ("Jonas", "træner", SeatShape.ROUND),
    ("Hanne", "lærer", SeatShape.SQUARE),
    ("Ali", "pædagog", SeatShape.SQUARE),
    ("Birthe", "psykolog, PPR", SeatShape.SQUARE),
    ("Søren", "sagsbehandler", SeatShape.SQUARE),
    ("Maja", "mødeleder", SeatShape.DASHED),
    ("Hanne B.", "nabo", SeatShape.ROUND),
    ("Osvald", "onkel", SeatShape.ROUND),
    ("Fadumo", "tolk", SeatShape.PLAIN),
    ("Yusuf", "klassekammerat", SeatShape.ROUND),
    ("Karen-Margrethe", "mormor", SeatShape.ROUND),
    ("Bent", "støttekontaktperson", SeatShape.SQUARE),
    ("Ida", "sundhedsplejerske", SeatShape.SQUARE),
    ("Nguyễn", "SSP", SeatShape.SQUARE),
    ("Łukasz", "morfar", SeatShape.ROUND),
    ("Ole", "referent", SeatShape.PLAIN),
)

LONG_NAMES = (
    "Alexandra-Maria Christoffersen-Lindegaar",
    "Karen Margrethe Vestergaard Mikkelsen Bo",
    "Hans Christian Bartholomæus Storgaard Li",
    "Wilhelminaabrahamsdatterlykkebergsørense",
)

CENTRE = TableCentre("Kirsten har ordet", "1.12", "af 2 min", 0.62, RingState.GOOD, "god tid")


def people(count: int, speaking: int = 3, *, long: bool = False) -> tuple[TableSeat, ...]:
    """The first `count` people; those before `speaking` have spoken."""
    made = []
    for number, (name, caption, shape) in enumerate(NAMES[:count]):
        state = SeatState.WAITING
        if shape in (SeatShape.DASHED, SeatShape.PLAIN):
            state = SeatState.QUIET
        elif number <= speaking:
            state = SeatState.SPEAKING if number == speaking else SeatState.DONE
        shown = LONG_NAMES[number % len(LONG_NAMES)] if long else name
        made.append(
            TableSeat(f"p{number}", shown, caption, shape, state, number - speaking if number > speaking else None)
        )
    return tuple(made)
