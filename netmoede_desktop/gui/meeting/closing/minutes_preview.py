"""The content of the referat, in a line each, so that nothing is missed before the meeting is closed."""

from netmoede_desktop.gui.meeting.agreements.follow_up_choices import moment_words
from netmoede_desktop.gui.wording.meeting_wording import joined
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.part_titles import short_title
from netmoede_desktop.services.meeting.view.values import MeetingView, Passage


def outline(view: MeetingView, t: Translator) -> tuple[str, ...]:
    """Return what the referat will hold."""
    lines = (
        _agreements(len(view.agreements), t),
        _notes(sum(bool(note.text) for note in view.notes), t),
        _board(len(view.board), t),
        _reservations(len(view.reservations), t),
        _experience(len(view.experience), t),
        _parked(len(view.parked), t),
        _follow_up(view, t),
    )
    return tuple(line for line in lines if line)


def not_heard(view: MeetingView, t: Translator) -> tuple[str, ...]:
    """Return the people not heard and the parts not reached: the referat of a meeting stopped early says so."""
    silent = [seat.name for seat in view.seats if seat.has_turn and not seat.heard]
    ahead = [short_title(part.title) for part in view.parts if part.passage is Passage.AHEAD]
    people = t.gettext("Ikke hørt endnu: {names}.").format(names=joined(silent, t)) if silent else ""
    parts = t.gettext("Ikke nået endnu: {parts}.").format(parts=joined(ahead, t)) if ahead else ""
    return tuple(line for line in (people, parts) if line)


def private_words(count: int, t: Translator) -> str:
    """Return what happens to the private notes, "" where there are none."""
    if not count:
        return ""
    sentence = t.ngettext(
        "{n} privat note slettes, når mødet slutter. Flyt den først, hvis den skal med i referatet.",
        "{n} private noter slettes, når mødet slutter. Flyt dem først, hvis de skal med i referatet.",
        count,
    )
    return sentence.format(n=count)


def _agreements(n: int, t: Translator) -> str:
    return t.ngettext("{n} aftale", "{n} aftaler", n).format(n=n) if n else t.gettext("Ingen aftaler")


def _notes(n: int, t: Translator) -> str:
    return t.ngettext("{n} note fra runderne", "{n} noter fra runderne", n).format(n=n) if n else ""


def _board(n: int, t: Translator) -> str:
    return t.ngettext("{n} linje fra tavlen", "{n} linjer fra tavlen", n).format(n=n) if n else ""


def _reservations(n: int, t: Translator) -> str:
    return t.ngettext("{n} forbehold", "{n} forbehold", n).format(n=n) if n else ""


def _experience(n: int, t: Translator) -> str:
    return t.gettext("Familiens oplevelse af mødet") if n else ""


def _parked(n: int, t: Translator) -> str:
    return t.ngettext("{n} emne til en anden gang", "{n} emner til en anden gang", n).format(n=n) if n else ""


def _follow_up(view: MeetingView, t: Translator) -> str:
    follow_up = view.follow_up
    if follow_up is None:
        return ""
    if follow_up.at is None:
        return t.gettext("Ingen opfølgning, og grunden er skrevet")
    return t.gettext("Næste møde {moment}").format(moment=moment_words(follow_up.at, view, t))
