"""Menus: the acts on a person at the table, and *Mere …*: all acts without a button of their own just now.

Both are questions with answers, the same by mouse and by keyboard.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.domain.people.people import Role
from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.meeting.action_wording import action_name
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.help_page import grouped_actions
from netmoede_desktop.gui.meeting.page import BarItem
from netmoede_desktop.gui.meeting.window.host import MeetingHost
from netmoede_desktop.gui.meeting.window.questions.meeting_questions import MeetingQuestions
from netmoede_desktop.gui.meeting.window.questions.question import Option, Question
from netmoede_desktop.gui.wording.meeting_wording import relation_of, with_relation
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingView, SeatView

_OPEN = (TurnState.WAITING, TurnState.LATER, TurnState.SPEAKING)

#: What is shown by its own place in the bar, or is opened where it is written.
_ELSEWHERE = frozenset({Action.GO_ON, Action.GO_BACK, Action.UNDO, Action.NOTE})


class SeatMenu:
    """Offers what makes sense for a person now, the likeliest first."""

    def __init__(self, port: MeetingPort, host: MeetingHost, questions: MeetingQuestions, t: Translator) -> None:
        self._port, self._host, self._questions, self._t = port, host, questions, t

    def open(self, person: str) -> None:
        """Ask what to do with a person."""
        view = self._port.view
        seat = view.seat(person)
        who = with_relation(seat.name, relation_of(seat, self._t), self._t)
        options = (*self._word(view, seat), *self._turn(view, seat), *self._room(seat))
        self._host.ask(Question(who, options))

    def _word(self, view: MeetingView, seat: SeatView) -> tuple[Option, ...]:
        t, person, speaker = self._t, seat.person, view.speaker
        if not (view.part.has_turns or view.part.has_free_turns):
            return ()
        if speaker is not None and speaker.person == person:
            return (
                Option(t.gettext("Lad uret gå igen"), self._does(cmd.ResumeWord()))
                if speaker.rests
                else Option(t.gettext("Stop uret"), self._does(cmd.RestWord())),
            )
        heard = seat.has_turn and (seat.here or seat.heard_when_away)
        offered = [Option(t.gettext("Giv ordet"), self._does(cmd.GiveWord(person)))] if heard else []
        if heard and speaker is not None:
            offered.append(
                Option(t.gettext("Det var {name}").format(name=seat.name), lambda: self._questions.was(person))
            )
        if seat.here and speaker is not None:
            offered.append(Option(t.gettext("Indskud"), self._does(cmd.BeginRemark(person))))
        if seat.has_turn:
            offered.append(Option(t.gettext("Læs op …"), lambda: self._questions.reader(person)))
        return tuple(offered)

    def _turn(self, view: MeetingView, seat: SeatView) -> tuple[Option, ...]:
        t, person = self._t, seat.person
        heard = seat.has_turn and (seat.here or seat.heard_when_away)
        if not (view.part.has_turns and heard and seat.turn in _OPEN):
            return ()
        return (
            Option(t.gettext("Pas"), self._does(cmd.PassWord(person))),
            Option(t.gettext("Senere"), self._does(cmd.DeferWord(person))),
        )

    def _room(self, seat: SeatView) -> tuple[Option, ...]:
        t, person = self._t, seat.person
        offered = [Option(t.gettext("Noter"), lambda: self._host.show_notes(person))]
        if not seat.here:
            offered.append(Option(t.gettext("Er kommet"), self._does(cmd.Arrive(person))))
        else:
            offered.append(Option(t.gettext("Går …"), lambda: self._questions.leaving(person)))
        offered.append(Option(t.gettext("Forbehold …"), lambda: self._questions.reservation(person)))
        if seat.role is Role.CHILD:
            offered.append(Option(t.gettext("Barnets plads …"), lambda: self._questions.place(person)))
        return tuple(offered)

    def _does(self, command: cmd.Command) -> Callable[[], object]:
        return lambda: self._questions.do(command)


def everything_else(
    press: Callable[[Action], None],
    keys: KeyMap,
    shown: Collection[Action],
    own: Sequence[BarItem],
    questions: MeetingQuestions,
    ends: tuple[Callable[[], None], Callable[[], None]],
    t: Translator,
) -> Question:
    """Return the question with all actions but those with a button, and those that have no key.

    `own` are the page's own buttons that found no room; they come first. `ends` close the meeting, as planned or before
    its time.
    """

    def pressing(action: Action) -> Callable[[], None]:
        return lambda: press(action)

    word, time, writing, room = grouped_actions(t)
    without_key = {
        word[0]: (Option(t.gettext("Giv ordet til …"), questions.word_to),),
        writing[0]: (Option(t.gettext("Uenighed eller forbehold …"), questions.reservation),),
        room[0]: (Option(t.gettext("En går …"), questions.leaving),),
        time[0]: (
            Option(t.gettext("Afslut mødet …"), ends[0]),
            Option(t.gettext("Stop mødet før tid …"), ends[1]),
        ),
    }
    options = [
        replace(option, group=heading)
        for heading, actions in (word, time, writing, room)
        for option in (
            *(
                Option(action_name(action, t), pressing(action), key=keys.shown(action))
                for action in actions
                if action not in shown and action not in _ELSEWHERE
            ),
            *without_key[heading],
        )
    ]
    first = tuple(Option(item.label, item.press) for item in own if item.press is not None)
    return Question(t.gettext("Hvad vil du gøre?"), (*first, *options))
