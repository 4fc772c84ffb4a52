"""When a plan that slips is worth a word, and how its choices are worded. Said once, and again when it is worse."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from netmoede_desktop.domain.meeting.commands import Command, DropPart, ExtendMeeting, ShortenTurns
from netmoede_desktop.domain.meeting.slippage import ChoiceKind, SlippageChoice
from netmoede_desktop.gui.wording.clock_words import WORTH_A_WORD, slip_words
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.localization.part_titles import short_title
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingView

#: So much further behind, and the choices are offered again.
WORSE = timedelta(minutes=5)

_TITLES: Mapping[ChoiceKind, str] = {
    ChoiceKind.SHORTEN: translatable("Kortere ture herfra"),
    ChoiceKind.DROP_ROUND: translatable("Spring {part} over"),
    ChoiceKind.DROP_BREAK: translatable("Spring pausen over"),
    ChoiceKind.PARK: translatable("Gem {part}"),
    ChoiceKind.EXTEND: translatable("Spørg om mere tid"),
}


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """A choice in words: what, what comes of it, the minutes; all of it as it is spoken; and its act.

    `asks_reason`: the reason is asked for first.
    """

    title: str
    detail: str
    gain: str
    spoken: str
    command: Command
    asks_reason: bool = False


class OverrunMonitor:
    """Remembers how far behind the meeting was when the choices were dismissed."""

    def __init__(self) -> None:
        self._dismissed: timedelta | None = None

    def worth_a_word(self, slip: timedelta) -> bool:
        """Return True if the choices are to be shown now."""
        if slip < WORTH_A_WORD:
            self._dismissed = None
            return False
        return self._dismissed is None or slip >= self._dismissed + WORSE

    def dismiss(self, slip: timedelta) -> None:
        """Keep quiet until it is worse."""
        self._dismissed = slip


def slip_sentence(reading: ClockReading, t: Translator) -> str:
    """Return how far behind the meeting is and when it ends, as it is spoken."""
    sentence = t.gettext("Mødet er {late} og slutter {time}. Vil I spare tid?")
    return sentence.format(late=slip_words(reading.slip, t), time=clock(reading.expected_end))


def choice_lines(reading: ClockReading, view: MeetingView, t: Translator, *, most: int) -> tuple[ChoiceLine, ...]:
    """Return at most so many choices in words; asking the room for more time is always among them."""
    extend = [choice for choice in reading.choices if choice.kind is ChoiceKind.EXTEND]
    others = [choice for choice in reading.choices if choice.kind is not ChoiceKind.EXTEND]
    offered = [*others[: most - len(extend)], *extend]
    return tuple(_line(choice, reading, view, t) for choice in offered)


def command_of(choice: SlippageChoice) -> Command:
    """Return the act of a choice."""
    match choice.kind:
        case ChoiceKind.SHORTEN:
            return ShortenTurns()
        case ChoiceKind.EXTEND:
            return ExtendMeeting(round(choice.minutes))
        case ChoiceKind.DROP_ROUND | ChoiceKind.DROP_BREAK | ChoiceKind.PARK:
            return DropPart(choice.part or "")


def _line(choice: SlippageChoice, reading: ClockReading, view: MeetingView, t: Translator) -> ChoiceLine:
    whole = next((short_title(part.title) for part in view.parts if part.id == choice.part), "")
    named = whole.partition(":")[0]
    title = t.gettext(_TITLES[choice.kind]).format(part=named[:1].lower() + named[1:])
    minutes = max(round(choice.minutes), 1)
    more = choice.kind is ChoiceKind.EXTEND
    gain = t.gettext("+{n} min") if more else t.gettext("−{n} min")
    end = _new_end(choice, reading)
    gained = gain.format(n=minutes)
    spoken = _spoken(choice, whole, minutes, end, t)
    return ChoiceLine(title, _detail(choice, end, t), gained, spoken, command_of(choice), choice.asks_reason)


def _new_end(choice: SlippageChoice, reading: ClockReading) -> datetime:
    minutes = timedelta(minutes=choice.minutes)
    return reading.agreed_end + minutes if choice.kind is ChoiceKind.EXTEND else reading.expected_end - minutes


def _detail(choice: SlippageChoice, end: datetime, t: Translator) -> str:
    match choice.kind:
        case ChoiceKind.PARK:
            sentence = t.gettext("til næste gang · {time}")
        case ChoiceKind.EXTEND if choice.over_limit:
            sentence = t.gettext("{time} · over grænsen")
        case ChoiceKind.EXTEND:
            sentence = t.gettext("aftal at slutte {time}")
        case _:
            sentence = t.gettext("slutter {time}")
    return sentence.format(time=clock(end))


def _spoken(choice: SlippageChoice, part: str, minutes: int, end: datetime, t: Translator) -> str:
    sentences = {
        ChoiceKind.SHORTEN: t.gettext("Kortere ture i resten af runderne sparer {n} min. Mødet slutter {time}."),
        ChoiceKind.DROP_ROUND: t.gettext("Spring »{part}« over: det sparer {n} min. Mødet slutter {time}."),
        ChoiceKind.DROP_BREAK: t.gettext("Spring pausen over: det sparer {n} min. Mødet slutter {time}."),
        ChoiceKind.PARK: t.gettext("Gem »{part}« til næste gang: det sparer {n} min. Mødet slutter {time}."),
        ChoiceKind.EXTEND: t.gettext("Spørg, om alle kan blive {n} min længere. Aftal at slutte {time}."),
    }
    said = sentences[choice.kind].format(part=part, n=minutes, time=clock(end))
    if not choice.over_limit:
        return said
    return t.gettext("{choice} Så bliver mødet længere, end metoden siger.").format(choice=said)
