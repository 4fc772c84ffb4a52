"""Half-written lines before the meeting ends: each in its own words, with the way back to its field."""

from collections.abc import Iterator

from netmoede_desktop.gui.meeting.agreements.draft import unpack_line
from netmoede_desktop.gui.meeting.bridge.line_keeping import LineKeeping, unpacked
from netmoede_desktop.gui.meeting.closing.closing_list import ClosingItem, Destination, MendPlace
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.begun_lines import PRIVATE

#: Where something is written that is no part of the meeting's record, or can be written no more.
_ELSEWHERE = ("closing.", "roll_call.", PRIVATE)
#: So many letters tell which line it is.
_LONGEST = 60


def begun_items(lines: LineKeeping, private_line: LineKeeping, t: Translator) -> tuple[ClosingItem, ...]:
    """Return a line for each field with a half-written text; a private one without its words."""
    begun = tuple(_items(lines, t))
    if not private_line.begun(PRIVATE).strip():
        return begun
    private = Destination(MendPlace.BEGUN, field=PRIVATE)
    sentence = t.gettext("En privat note er ikke skrevet færdig")
    return (*begun, ClosingItem(sentence, False, private, t.gettext("Skriv færdig")))


def _items(lines: LineKeeping, t: Translator) -> Iterator[ClosingItem]:
    for field in lines.fields:
        words = " ".join(_words(field, lines.begun(field)).split())
        if words and not field.startswith(_ELSEWHERE):
            short = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"
            text = _sentence(field, lines.begun(field), t).format(words=short)
            yield ClosingItem(text, False, Destination(MendPlace.BEGUN, field=field), t.gettext("Skriv færdig"))


def _words(field: str, text: str) -> str:
    """Return the written words of a field; its stored line may hold more."""
    if field == "agreements.line":
        line, waiting, _ = unpack_line(text)
        return " ".join((line, *waiting))
    if field == "agreements.reservation" or field.startswith("agreements.edit."):
        return unpacked(text)["text"]
    if field.startswith("status.") and field != "status.more":
        parts = unpacked(text)
        return parts["result"] or parts["words"]
    return text


def _sentence(field: str, text: str, t: Translator) -> str:
    page, _, rest = field.partition(".")
    match page, rest.partition(".")[0]:
        case "agreements", "line":
            return t.gettext("En aftale er ikke skrevet færdig: »{words}«")
        case "status", "more":
            return t.gettext("Noget, der allerede er i gang, er ikke skrevet færdigt: »{words}«")
        case "status", _ if unpacked(text)["result"]:
            return t.gettext("Hvad der kom ud af en aftale, er ikke skrevet færdigt: »{words}«")
        case ("agreements", "edit") | ("status" | "reading", _):
            return t.gettext("En ny tekst til en aftale er ikke skrevet færdig: »{words}«")
        case "agreements" | "ask", "reservation":
            return t.gettext("En uenighed er ikke skrevet færdig: »{words}«")
        case "agreements", "place":
            return t.gettext("Stedet for næste møde er ikke gemt: »{words}«")
        case _, "experience":
            return t.gettext("Familiens oplevelse er ikke skrevet færdig: »{words}«")
        case _, "waiting":
            return t.gettext("Skrevet, mens ingen havde ordet, og endnu ikke i en note: »{words}«")
        case _, "board":
            return t.gettext("En sætning til tavlen er ikke skrevet færdig: »{words}«")
        case "ask", "longer":
            return t.gettext("Hvorfor I bliver længere, er ikke skrevet færdigt: »{words}«")
        case "ask", "park":
            return t.gettext("Et emne til en anden gang er ikke skrevet færdig: »{words}«")
        case _:
            return t.gettext("En linje er ikke skrevet færdig: »{words}«")
