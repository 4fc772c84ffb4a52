"""What the mødeleder is told without having asked, and the number that must be at hand."""

from netmoede_desktop.gui.meeting.window.messages.cues import Cue
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingView


def cue_sentence(cue: Cue, view: MeetingView, pause_key: str, t: Translator) -> str:
    """Return the sentence of a cue."""
    name = "" if view.speaker is None else view.speaker.name
    match cue:
        case Cue.TIME_UP:
            return t.gettext("{name} har brugt sin tid. Rund roligt af.").format(name=name)
        case Cue.STILL_OVER:
            return t.gettext("{name} er et halvt minut over. Programmet siger ikke mere om det.").format(name=name)
        case Cue.PAUSE_DUE:
            return t.gettext("Der er gået halvanden time uden pause. {key} holder pause.").format(key=pause_key)
        case Cue.PAUSE_OVER:
            return t.gettext("Pausetiden er gået. {key} slutter pausen.").format(key=pause_key)


def acute_sentence(number: str, t: Translator) -> str:
    """Return whom to ring at acute concern; without a number, where it is to be filled in."""
    if number:
        return t.gettext("Akut bekymring for et barn: ring {number}").format(number=number)
    return t.gettext("Kommunens nummer ved akut bekymring er ikke skrevet ind. Skriv det under Indstillinger.")
