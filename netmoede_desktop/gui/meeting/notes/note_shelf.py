"""Which notes of a person can be opened: the one of the part that is now, and those from before."""

from dataclasses import dataclass

from netmoede_desktop.domain.meeting.state import NoteKey
from netmoede_desktop.gui.wording.meeting_wording import relation_of, with_relation
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.part_titles import short_title
from netmoede_desktop.services.meeting.view.values import MeetingView


@dataclass(frozen=True, slots=True)
class Shelf:
    """A person's notes: whose, and each with where in the meeting it belongs, in the order of the meeting."""

    heading: str
    notes: tuple[tuple[NoteKey, str], ...]

    def place(self, key: NoteKey) -> int:
        """Return the place of a note, -1 where it is not there."""
        return next((place for place, (known, _) in enumerate(self.notes) if known == key), -1)


def shelf(view: MeetingView, now: NoteKey, t: Translator) -> Shelf:
    """Return the notes of the person whose note `now` is, with that one among them."""
    seat = view.seat(now.person)
    keys = {note.key for note in view.notes if note.key.person == now.person} | {now, key_now(view, now.person)}
    places = {part.id: place for place, part in enumerate(view.parts)}
    titles = {part.id: short_title(part.title) for part in view.parts}
    ordered = sorted(keys, key=lambda key: (places[key.part], key.turn, key.again))
    in_part = [sum(known.part == key.part for known in ordered[:place]) for place, key in enumerate(ordered)]
    named = tuple((key, _numbered_title(titles[key.part], time, t)) for time, key in zip(in_part, ordered, strict=True))
    return Shelf(with_relation(seat.name, relation_of(seat, t), t), named)


def key_now(view: MeetingView, person: str) -> NoteKey:
    """Return the key of a person's note in the current part: of the running turn, else of the latest that has one."""
    if view.speaker is not None and view.speaker.person == person:
        return view.speaker.note
    keys = [note.key for note in view.notes if (note.key.part, note.key.person) == (view.part.id, person)]
    return max(keys, default=NoteKey(view.part.id, person, 0))


def _numbered_title(title: str, time: int, t: Translator) -> str:
    return title if time == 0 else t.gettext("{part} · {n}. gang").format(part=title, n=time + 1)
