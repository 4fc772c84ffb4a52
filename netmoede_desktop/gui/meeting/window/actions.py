"""From an action to what the meeting is asked: commands at once, or a short question first."""

from collections.abc import Callable
from functools import partial

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.roll_call.roll_call_page import RollCallPage
from netmoede_desktop.gui.meeting.window.host import MeetingHost
from netmoede_desktop.gui.meeting.window.pages import PageKind
from netmoede_desktop.gui.meeting.window.questions.meeting_questions import MeetingQuestions
from netmoede_desktop.gui.wording.meeting_wording import is_going_on, undo_sentence, waiting_sentence
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingStage, NextKind, SeatView


class MeetingActions:
    """Does the act of a key or a button of the meeting."""

    def __init__(self, port: MeetingPort, host: MeetingHost, questions: MeetingQuestions, t: Translator) -> None:
        self._port = port
        self._host = host
        self._questions = questions
        self._t = t
        self._warned_of: tuple[str, tuple[SeatView, ...]] | None = None
        self._acts: dict[Action, Callable[[], object]] = {
            Action.GO_ON: self.go_on,
            Action.NEXT_PART: self.next_part,
            Action.GO_BACK: self.go_back,
            Action.UNDO: self.undo,
            Action.REDO: self.redo,
            Action.PASS: partial(self._settle, pass_it=True),
            Action.LATER: partial(self._settle, pass_it=False),
            Action.MORE_TIME: partial(questions.do, cmd.AddTime()),
            Action.LET_RUN: partial(questions.do, cmd.LetRun()),
            Action.BACKDATE: partial(self._if_somebody_speaks, questions.began_ago),
            Action.IT_WAS: partial(self._if_somebody_speaks, questions.it_was),
            Action.INTERPRETER: self._toggle_interpreter,
            Action.REMARK: self._toggle_remark,
            Action.PAUSE: self._toggle_pause,
            Action.TIME_OUT: partial(questions.do, cmd.TimeOut()),
            Action.PARK: questions.park,
            Action.ARRIVAL: questions.arrival,
        }

    @property
    def armed(self) -> bool:
        """Whether it has been said that people wait, so that *videre* now goes on anyway."""
        view = self._port.view
        return self._warned_of is not None and self._warned_of == (view.part.id, view.waiting)

    def disarm(self) -> None:
        """Something else was done: it would have to be said again."""
        self._warned_of = None

    def asks_first(self, action: Action) -> bool:
        """Return True if the start needs a question first: it is planned for another day, or is too long."""
        view = self._port.view
        if action is not Action.GO_ON or view.next.kind is not NextKind.START:
            return False
        today = self._port.time_of_day().date()
        if view.starts.date() != today:
            self._questions.begin_on(today, self._begin)
            return True
        if view.reason_missing:
            self._begin()
        return view.reason_missing

    def _begin(self) -> None:
        """The meeting begins as the roll call says, whichever page is shown; above its hard limit with a reason."""
        page = self._host.page_of_kind(PageKind.ROLL_CALL)
        if self._port.view.reason_missing and isinstance(page, RollCallPage):
            self._questions.why_so_long(page.start)
        else:
            page.handle(Action.GO_ON)

    def go_on(self) -> None:
        """*Videre*: the next person or part; with people waiting only the second time."""
        view, host = self._port.view, self._host
        if self.armed:
            self.next_part()
            return
        match view.next.kind:
            case NextKind.START:
                self._begin()
            case NextKind.NEEDS_READER:
                self._questions.reader(view.next.person or "")
            case NextKind.PART_WITH_WAITING:
                self.next_part()
            case NextKind.CLOSE:
                host.show_page(PageKind.CLOSING)
            case NextKind.NOTHING:
                host.leave()
            case NextKind.PERSON | NextKind.PART | NextKind.END_PAUSE:
                self._questions.do(cmd.GoOn())

    def next_part(self) -> None:
        """On to the next part; with people waiting only when it is said the second time."""
        view = self._port.view
        if view.waiting and not self.armed:
            self._warned_of = (view.part.id, view.waiting)
            self._host.show_message(waiting_sentence(view.waiting, self._t))
            return
        confirmed = self.armed
        self.disarm()
        self._questions.do(cmd.NextPart(confirmed=confirmed))

    def go_back(self) -> None:
        """Take back *videre*; where something else was done since, say what, and touch nothing."""
        label = self._port.view.undo
        if label is None or is_going_on(label):
            self.undo()
            return
        sentence = self._t.gettext("Det seneste er ikke »videre«. Ctrl+Z tager det tilbage: {act}.")
        self._host.show_message(sentence.format(act=undo_sentence(label, self._t)))

    def undo(self) -> None:
        """Take back the latest act. The start is none: whoever presses for it is told what to do instead."""
        self._host.flush()
        view = self._port.view
        if view.undo is None and view.stage is MeetingStage.RUNNING:
            said = self._t.gettext(
                "Mødet er begyndt, og det kan ikke fortrydes. Er der kommet en til, så vælg »En kommer«. "
                "Skulle I have ventet, så hold pause."
            )
            self._host.show_message(said)
            return
        self._port.undo()

    def redo(self) -> None:
        """Bring again the act that was taken back last."""
        self._host.flush()
        self._port.redo()

    def take(self, action: Action) -> bool:
        """Do what concerns the word and the time, and the ways back; False for every other action."""
        act = self._acts.get(action)
        if act is None:
            return False
        act()
        return True

    def _settle(self, *, pass_it: bool) -> None:
        """*Pas* or *senere* of the speaker; without one, of the next person."""
        view = self._port.view
        person = view.speaker.person if view.speaker is not None else view.next.person
        if person is None:
            self._questions.do(cmd.RestWord())
            return
        self._questions.do(cmd.PassWord(person) if pass_it else cmd.DeferWord(person))

    def _toggle_interpreter(self) -> None:
        speaker = self._port.view.speaker
        talks = speaker is not None and speaker.interpreting
        self._questions.do(cmd.EndInterpreting() if talks else cmd.BeginInterpreting())

    def _toggle_remark(self) -> None:
        speaker = self._port.view.speaker
        if speaker is not None and speaker.remark is not None:
            self._questions.do(cmd.EndRemark())
        else:
            self._if_somebody_speaks(self._questions.remark)

    def _toggle_pause(self) -> None:
        if self._port.view.pause is not None:
            self._questions.do(cmd.EndPause())
        else:
            self._questions.pause_length()

    def _if_somebody_speaks(self, ask: Callable[[], None]) -> None:
        """Ask only where there is a turn to ask about; otherwise let the rule say why not."""
        if self._port.view.speaker is None:
            self._questions.do(cmd.RestWord())
        else:
            ask()
