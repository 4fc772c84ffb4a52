"""When a plan that slips is worth a word, and how its choices are worded. Said once, and again when it is worse."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from netmoede_desktop.domain.meeting.commands import Command, DropPart, ExtendMeeting, ShortenTurns
from netmoede_desktop.domain.meeting.slippage import Choice, ChoiceKind
from netmoede_desktop.gui.meeting_wording import short_title
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.services.meeting_view import MeetingView

#: So far behind, and the choices are offered; so much further, and they are offered again.
WORTH_A_WORD = timedelta(minutes=3)
WORSE = timedelta(minutes=5)

_CHOICES: Mapping[ChoiceKind, str] = {
    ChoiceKind.SHORTEN: translatable("Kortere ture i resten af runderne: {minutes} min"),
    ChoiceKind.DROP_ROUND: translatable("Spring »{part}« over: {minutes} min"),
    ChoiceKind.DROP_BREAK: translatable("Spring pausen over: {minutes} min"),
    ChoiceKind.PARK: translatable("Parkér »{part}« til en anden dag: {minutes} min"),
    ChoiceKind.EXTEND: translatable("Spørg, om alle kan blive {minutes} min længere"),
}


class SlipWatch:
    """Remembers how far behind the meeting was when the choices were put away."""

    def __init__(self) -> None:
        self._put_away: timedelta | None = None

    def worth_a_word(self, slip: timedelta) -> bool:
        """Whether the choices are to be seen now."""
        if slip < WORTH_A_WORD:
            self._put_away = None
            return False
        return self._put_away is None or slip >= self._put_away + WORSE

    def put_away(self, slip: timedelta) -> None:
        """Keep quiet until it is worse."""
        self._put_away = slip


def slip_words(slip: timedelta, t: Translator) -> str:
    """Return how far behind: `8 min over plan`, as the clock above says it."""
    return t.gettext("{n} min over plan").format(n=round(slip / timedelta(minutes=1)))


def choice_words(choice: Choice, view: MeetingView, t: Translator) -> str:
    """Return a choice with what it gives."""
    title = next((part.title for part in view.parts if part.id == choice.part), "")
    return t.gettext(_CHOICES[choice.kind]).format(part=short_title(title), minutes=max(round(choice.minutes), 1))


def question_to_the_room(agreed_end: datetime, choice: Choice, t: Translator) -> str:
    """Return the sentence to say aloud before the meeting is made longer."""
    until = clock(agreed_end + timedelta(minutes=choice.minutes))
    return t.gettext("Sig: »Vi mangler lidt tid. Kan alle blive til kl. {time}?«").format(time=until)


def command_of(choice: Choice) -> Command:
    """Return the act a choice stands for."""
    match choice.kind:
        case ChoiceKind.SHORTEN:
            return ShortenTurns()
        case ChoiceKind.EXTEND:
            return ExtendMeeting(round(choice.minutes))
        case ChoiceKind.DROP_ROUND | ChoiceKind.DROP_BREAK | ChoiceKind.PARK:
            return DropPart(choice.part or "")
