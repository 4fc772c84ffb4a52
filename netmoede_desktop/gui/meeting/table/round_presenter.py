"""The texts of the round page, decided without a widget: the question, who is in line, the seats and the middle."""

from dataclasses import dataclass

from netmoede_desktop.domain.meeting.clock import TimeState
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.gui.kit.table.seats.shapes import seat_shape
from netmoede_desktop.gui.kit.table.values import RingState, SeatMark, SeatState, TableCentre, TableSeat
from netmoede_desktop.gui.wording.meeting_wording import (
    away_text,
    budget_text,
    counted,
    relation_of,
    time_state_name,
    with_relation,
    words_of,
)
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock, sentence_case
from netmoede_desktop.localization.part_titles import short_title
from netmoede_desktop.services.meeting.view.values import ClockReading, MeetingView, PauseView, SeatView, SpeakerView

#: Those named as coming up.
NEXT_SHOWN = 2

_RINGS = {
    TimeState.GOOD: RingState.GOOD,
    TimeState.ROUND_OFF: RingState.ROUND_OFF,
    TimeState.OVER: RingState.OVER,
}
_TURNS = {
    TurnState.WAITING: SeatState.WAITING,
    TurnState.SPEAKING: SeatState.SPEAKING,
    TurnState.SPOKEN: SeatState.DONE,
    TurnState.READ_ALOUD: SeatState.DONE,
    TurnState.PASSED: SeatState.PASSED,
    TurnState.LATER: SeatState.LATER,
    TurnState.GONE: SeatState.AWAY,
}


@dataclass(frozen=True, slots=True)
class RoundQuestion:
    """The present question: where in the meeting, the question, words to say, things to think of, words to a child.

    `words` are those read aloud that are not in the note, and `words_of` says whose they are.
    """

    eyebrow: str
    title: str
    say: tuple[str, ...]
    tips: tuple[str, ...]
    child: str
    words_of: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of who has the word and who comes after."""

    when: str
    who: str


@dataclass(frozen=True, slots=True)
class SpeakerQueue:
    """Now and the next two, and how many wait after them ("" for none)."""

    rows: tuple[LineRow, ...]
    more: str


def question(view: MeetingView, t: Translator) -> RoundQuestion:
    """Return what to ask in the current part."""
    part = view.part
    phase = view.heading
    eyebrow = phase
    if part.round_number is not None and part.rounds_in_phase > 1:
        eyebrow = t.gettext("{phase} · runde {n} af {count}").format(
            phase=phase, n=part.round_number, count=part.rounds_in_phase
        )
    prompts = view.prompts
    title = prompts.room if part.has_turns and prompts.room else short_title(part.title)
    # What everybody is asked in the same words is said once.
    child = prompts.child if _child_is_asked(view) and prompts.child not in prompts.say else ""
    summing = t.gettext("Saml op på tavlen: Hvad har vi hørt? Er noget vigtigt gået tabt?")
    tips = (summing, *prompts.tips) if part.sums_up else prompts.tips
    say = (*prompts.say, *view.principles) if part.id == view.parts[0].id else prompts.say
    return RoundQuestion(eyebrow, title, say, tips, child, *_words_again(view, t))


def _words_again(view: MeetingView, t: Translator) -> tuple[str, str]:
    """Whose words are read aloud, and what: in the rounds after the one in which they became the note."""
    speaker = view.speaker
    if speaker is None or not speaker.words:
        return "", ""
    note = view.note(speaker.note)
    if note is not None and speaker.words in note.text:
        return "", ""
    return words_of(speaker.name, t), speaker.words


def line(view: MeetingView, t: Translator) -> SpeakerQueue:
    """Return who has the word and who comes after: now and the next two, never everybody."""
    if not (view.part.has_turns or view.speaker is not None):
        return SpeakerQueue((), "")
    first = view.seat(view.next.person) if view.next.person is not None else None
    coming = [*([first] if first is not None else []), *view.upcoming][:NEXT_SHOWN]
    speaker = None if view.speaker is None else view.seat(view.speaker.person)
    now, then = t.gettext("Nu"), t.gettext("Derefter")
    rows = [LineRow(now, _in_line(speaker, view, t) if speaker is not None else "–")]
    rows += [LineRow(then, _in_line(seat, view, t)) for seat in coming]
    left = len(view.waiting) - len(coming)
    return SpeakerQueue(tuple(rows), t.ngettext("og {n} til", "og {n} til", left).format(n=left) if left > 0 else "")


def seats(view: MeetingView, t: Translator) -> tuple[TableSeat, ...]:
    """Return the table's seats."""
    return tuple(_seat(seat, t) for seat in view.seats)


def centre(view: MeetingView, reading: ClockReading, t: Translator) -> TableCentre:
    """Return the texts in the middle of the table."""
    if view.pause is not None:
        return _resting(view.pause, reading, t)
    if view.speaker is not None:
        return _speaking(view.speaker, reading, t)
    if view.part.has_turns:
        silent = "" if reading.silent_for is None else counted(reading.silent_for)
        return TableCentre(t.gettext("Ingen har ordet"), silent, "", calm=True)
    return _part_time(view, reading, t)


def spoken_centre(shown: TableCentre) -> str:
    """Return the middle as one line, for where there is no room for a table."""
    words = (shown.above, shown.big, shown.below, shown.state_word)
    return " · ".join(word for word in words if word)


def _child_is_asked(view: MeetingView) -> bool:
    asked = view.speaker.person if view.speaker is not None else view.next.person
    return asked is not None and view.seat(asked).role is Role.CHILD


def _in_line(seat: SeatView, view: MeetingView, t: Translator) -> str:
    if seat.read_aloud and not seat.here:
        return _read_in_line(seat, view, t)
    relation = sentence_case(relation_of(seat, t))
    if relation.casefold() in seat.name.casefold():
        return seat.name
    return t.gettext("{relation} · {name}").format(relation=relation, name=seat.name)


def _read_in_line(seat: SeatView, view: MeetingView, t: Translator) -> str:
    """Whose words they are, and who reads them where somebody has been named who is here."""
    words = words_of(seat.name, t)
    reader = None if seat.words_by is None else view.seat(seat.words_by)
    if reader is None or not reader.here:
        return t.gettext("{words} · læses op").format(words=words)
    return t.gettext("{words} · {reader} læser op").format(words=words, reader=reader.name)


def _seat(seat: SeatView, t: Translator) -> TableSeat:
    relation = relation_of(seat, t)
    state = _state(seat)
    read = seat.turn is TurnState.READ_ALOUD or (seat.heard_when_away and not seat.here and seat.has_turn)
    caption = t.gettext("{relation} · tolk").format(relation=relation) if seat.through_interpreter else relation
    if seat.read_aloud and not seat.here:
        caption = t.gettext("læses op")
    return TableSeat(
        key=seat.person,
        name=seat.name,
        caption=caption,
        shape=seat_shape(seat.role, seat.network),
        state=state,
        # Only the next one is shown: all others are then the same after each turn, and are not painted again.
        next_in=1 if seat.next_in == 1 and not seat.speaking else None,
        mark=SeatMark.READ if read else None,
        spoken=_spoken(seat, state, relation, t),
    )


def _state(seat: SeatView) -> SeatState:
    if seat.remarking:
        return SeatState.REMARK
    if seat.speaking:
        return SeatState.SPEAKING
    if not (seat.here or seat.heard_when_away):
        return SeatState.AWAY
    if seat.turn is None:
        return SeatState.QUIET
    return _TURNS[seat.turn]


def _spoken(seat: SeatView, state: SeatState, relation: str, t: Translator) -> str:
    """The seat as a screen reader says it."""
    who = with_relation(seat.name, relation, t)
    said = {
        SeatState.SPEAKING: t.gettext("{who} har ordet"),
        SeatState.REMARK: t.gettext("{who} siger et par ord"),
        SeatState.DONE: t.gettext("{who} har talt"),
        SeatState.PASSED: t.gettext("{who} sagde pas"),
        SeatState.LATER: t.gettext("{who} vil gerne tale senere"),
        SeatState.WAITING: t.gettext("{who} venter"),
        SeatState.AWAY: t.gettext("{who} {away}"),
        SeatState.QUIET: t.gettext("{who}"),
    }[state]
    if state is SeatState.WAITING and seat.next_in == 1:
        said = t.gettext("{who} er den næste")
    return said.format(who=who, away=away_text(seat, t))


def _resting(pause: PauseView, reading: ClockReading, t: Translator) -> TableCentre:
    if pause.back_at is None:
        elapsed = "" if reading.pause_elapsed is None else counted(reading.pause_elapsed)
        return TableCentre(t.gettext("Time-out"), elapsed, t.gettext("uret står stille"), calm=True)
    left = reading.pause_left or 0.0
    above = t.gettext("Pause til {time}").format(time=clock(pause.back_at))
    if left < 0:
        return TableCentre(above, f"+{counted(-left)}", t.gettext("pausetiden er gået"), calm=True)
    whole = (reading.pause_elapsed or 0.0) + left
    return TableCentre(above, counted(left), t.gettext("tilbage"), share=left / whole if whole else None, calm=True)


def _speaking(speaker: SpeakerView, reading: ClockReading, t: Translator) -> TableCentre:
    used, left, budget = reading.turn_used or 0.0, reading.turn_left, reading.turn_budget
    above = who_is_heard(speaker, t)
    if speaker.interpreting:
        return TableCentre(above, counted(reading.interpreter_used), t.gettext("tolkens tid"), calm=True)
    if speaker.let_run:
        return TableCentre(above, counted(used), t.gettext("lad løbe"), calm=True)
    if budget is None or left is None:
        return TableCentre(above, counted(used), _free_word(speaker, t), calm=True)
    over = left < 0
    below = t.gettext("uret står stille") if speaker.rests or speaker.remark else budget_text(budget, t)
    state = reading.turn_state
    return TableCentre(
        above,
        f"+{counted(-left)}" if over else counted(used),
        below,
        share=min(max(left / budget, 0.0), 1.0) if budget > 0 else 0.0,
        state=None if state is None else _RINGS[state],
        state_word="" if state is None else time_state_name(state, t),
    )


def who_is_heard(speaker: SpeakerView, t: Translator) -> str:
    if speaker.remark is not None:
        return t.gettext("Indskud: {name}").format(name=speaker.remark)
    if speaker.interpreting:
        return t.gettext("Tolken taler for {name}").format(name=speaker.name)
    if speaker.reader:
        return t.gettext("{reader} læser op for {name}").format(reader=speaker.reader, name=speaker.name)
    return t.gettext("{name} har ordet").format(name=speaker.name)


def _free_word(speaker: SpeakerView, t: Translator) -> str:
    return t.gettext("uret står stille") if speaker.rests or speaker.remark else t.gettext("frit ord")


def _part_time(view: MeetingView, reading: ClockReading, t: Translator) -> TableCentre:
    planned, used = reading.part_planned, reading.part_used
    share = min(max((planned - used) / planned, 0.0), 1.0) if planned else None
    below = budget_text(planned, t) if planned else ""
    return TableCentre(short_title(view.part.title), counted(used), below, share=share, calm=True)
