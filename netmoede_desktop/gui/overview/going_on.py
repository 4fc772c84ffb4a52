"""The meeting that runs behind the overview, in words. Knows no window."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from netmoede_desktop.gui.wording.clock_words import slip_words
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.localization.part_titles import short_title
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingView

_MINUTE = timedelta(minutes=1)


class RoomSees(Enum):
    """The content of the room's screen meanwhile: nothing, the curtain, or a copy of the mødeleder's own screen."""

    NOTHING = auto()
    CURTAIN = auto()
    EVERYTHING = auto()


@dataclass(frozen=True, slots=True)
class StatusLine:
    """A line under the card: a fact, and its meaning. `good` is False if it asks for an act."""

    title: str
    about: str
    good: bool = True


@dataclass(frozen=True, slots=True)
class GoingOn:
    """The content of the big card. `share` (0.0 to 1.0) is the used part of the agreed time, in whole minutes."""

    meeting: str
    time: str
    share: float
    where: str
    title: str
    who: str
    part: str
    ends: str
    remarks: tuple[StatusLine, ...]


def nothing_goes_on() -> None:
    """Return None: no meeting runs behind the overview."""


def going_on(meeting: str, view: MeetingView, reading: ClockReading, room: RoomSees, t: Translator) -> GoingOn:
    """Return the words for a meeting that runs while its window is closed; they change at most once a minute."""
    who, part = _who(view, t)
    end, slip = clock(reading.expected_end), slip_words(reading.slip, t)
    return GoingOn(
        meeting=meeting,
        time=clock(reading.now),
        share=_share(view, reading),
        where=" · ".join(text for text in (t.gettext("Mødet er i gang"), view.place) if text).upper(),
        title=t.gettext("{case} · {number}. møde").format(case=view.case_reference, number=view.number_in_series),
        who=who,
        part=part,
        ends=t.gettext("Slutter kl. {time}, {slip}.").format(time=end, slip=slip),
        remarks=(_kept(view, t), _room(room, t), _end(t)),
    )


def _who(view: MeetingView, t: Translator) -> tuple[str, str]:
    part = t.gettext("i »{part}«").format(part=short_title(view.part.title))
    if view.pause is not None:
        back = view.pause.back_at
        if back is None:
            return t.gettext("Der er time-out"), part
        return t.gettext("Der er pause til kl. {time}").format(time=clock(back)), ""
    if view.speaker is None:
        return t.gettext("Ingen har ordet"), part
    if view.speaker.reader:
        speaker = t.gettext("{reader} læser op for {name}").format(reader=view.speaker.reader, name=view.speaker.name)
        return speaker, part
    return t.gettext("{name} har ordet").format(name=view.speaker.name), part


def _share(view: MeetingView, reading: ClockReading) -> float:
    if view.started is None:
        return 0.0
    whole = (reading.agreed_end - view.started) // _MINUTE
    used = (reading.now - view.started) // _MINUTE
    return min(max(used / whole, 0.0), 1.0) if whole > 0 else 1.0


def _kept(view: MeetingView, t: Translator) -> StatusLine:
    if view.speaker is None:
        return StatusLine(t.gettext("Alt er gemt"), t.gettext("også det, du var ved at skrive"))
    about = t.gettext("også det, du var ved at skrive om {name}").format(name=view.speaker.name)
    return StatusLine(t.gettext("Alt er gemt"), about)


def _room(room: RoomSees, t: Translator) -> StatusLine:
    match room:
        case RoomSees.CURTAIN:
            return StatusLine(t.gettext("Gardinet er nede"), t.gettext("ingen kan læse noget på fællesskærmen"))
        case RoomSees.NOTHING:
            return StatusLine(t.gettext("Fællesskærmen er slukket"), t.gettext("rummet ser ikke noget"))
        case RoomSees.EVERYTHING:
            about = t.gettext("rummet kan læse det, der står her")
            return StatusLine(t.gettext("Projektoren viser hele din skærm"), about, good=False)


def _end(t: Translator) -> StatusLine:
    return StatusLine(
        t.gettext("Vil du slutte?"), t.gettext("Gør det inde i mødet, så mister ingen sin tur"), good=False
    )
