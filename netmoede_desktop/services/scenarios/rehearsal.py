"""A scenario as a meeting: each step becomes the act a mødeleder would have made (README.md, *The scenario file*).

The whole scenario is folded in memory first; a step the rules refuse raises before anything is stored.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import assert_never

from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting import queries
from netmoede_desktop.domain.meeting.history import History, begin
from netmoede_desktop.domain.meeting.plan import MeetingPlan
from netmoede_desktop.domain.people.people import Attendance, display_names
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.services.meeting.acts import Act
from netmoede_desktop.services.meeting.meeting_journal import Change
from netmoede_desktop.services.scenarios import scenario as parsed

#: Recorded as the reason when a scenario ends a meeting though something is missing, or is too long without a word.
SCENARIO_REASON = "øvemøde"


class StepRefused(Exception):
    """A step the meeting's rules refuse: its place, and the refusal. `names` maps ids to names to show."""

    def __init__(self, path: Path, step: parsed.ScenarioStep, refusal: Refused, names: dict[str, str]) -> None:
        super().__init__(refusal.code)
        self.path = path
        self.line = step.line
        self.number = step.number
        self.do = step.do
        self.refusal = refusal
        self.names = names


@dataclass(frozen=True, slots=True)
class RehearsedStep:
    """One step folded: what it writes, and the meeting after it. Number 0 is the start of the meeting."""

    number: int
    do: str
    change: Change
    history: History


def rehearsing(scenario: parsed.Scenario, plan: MeetingPlan, ids: dict[str, str]) -> Iterator[RehearsedStep]:
    """Fold the scenario step by step. `ids` maps the scenario's ids to the plan's. Raises `StepRefused`.

    Each step holds the meeting as it then was: holding all of them holds as many meetings.
    """
    return _Player(scenario, plan, ids).steps()


class _Player:
    """Walks through the steps with a clock of scenario time."""

    def __init__(self, scenario: parsed.Scenario, plan: MeetingPlan, ids: dict[str, str]) -> None:
        self._scenario = scenario
        self._ids = ids
        self._names = display_names(plan.people)
        self._history = begin(plan)
        self._now = plan.starts

    def steps(self) -> Iterator[RehearsedStep]:
        yield self._start()
        for step in self._scenario.steps:
            self._pass_time(step.wait)
            act = Act(self._history)
            try:
                self._play(act, step.action)
            except Refused as refusal:
                raise StepRefused(self._scenario.path, step, refusal, self._names) from refusal
            self._history = act.history
            yield RehearsedStep(step.number, step.do, act.change(), act.history)

    def _start(self) -> RehearsedStep:
        missing = ((self._ids[p.person.id], Attendance.ABSENT) for p in self._scenario.people if not p.present)
        act = Act(self._history, step=False)
        act.do(cmd.StartMeeting(tuple(missing), SCENARIO_REASON), self._now)
        self._history = act.history
        return RehearsedStep(0, "start", act.change(), act.history)

    def _pass_time(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)

    def _play(self, act: Act, action: parsed.Action) -> None:
        match action:
            case parsed.SpeakStep() | parsed.ReadAloudStep() | parsed.PassStep() | parsed.LaterStep():
                self._play_turn(act, action)
            case parsed.RemarkStep() | parsed.InterpretedStep() | parsed.LetRunStep() | parsed.ItWasStep():
                self._play_floor(act, action)
            case parsed.PauseStep(minutes=minutes):
                act.do(cmd.BeginPause(minutes), self._now)
                self._pass_time(minutes * 60)
                act.do(cmd.EndPause(), self._now)
            case parsed.UndoStep():
                act.undo(self._now)
            case parsed.PrivateStep(text=text):
                act.save_private(text, self._now)
            case _:
                act.do(self._plain_command(action), self._now)

    def _play_turn(
        self, act: Act, action: parsed.SpeakStep | parsed.ReadAloudStep | parsed.PassStep | parsed.LaterStep
    ) -> None:
        who = self._ids[action.who]
        if _opens_next_round(act.history, who):
            act.do(cmd.OpenNextRound(), self._now)
        match action:
            case parsed.SpeakStep(seconds=seconds, note=note, mark=mark):
                act.do(cmd.GiveWord(who), self._now)
                self._pass_time(seconds)
                if note is not None:
                    act.do(cmd.WriteNote(who, note, mark, added=True), self._now)
                act.do(cmd.RestWord(), self._now)
            case parsed.ReadAloudStep(by=by, text=text, seconds=read_seconds):
                act.do(cmd.ReadAloud(who, self._ids[by]), self._now)
                self._pass_time(read_seconds or 0.0)
                act.do(cmd.WriteNote(who, text, read_by=self._ids[by], added=True), self._now)
                act.do(cmd.RestWord(), self._now)
            case parsed.PassStep():
                act.do(cmd.PassWord(who), self._now)
            case parsed.LaterStep():
                act.do(cmd.DeferWord(who), self._now)
            case _:
                assert_never(action)

    def _play_floor(
        self, act: Act, action: parsed.RemarkStep | parsed.InterpretedStep | parsed.LetRunStep | parsed.ItWasStep
    ) -> None:
        match action:
            case parsed.RemarkStep(who=who, seconds=seconds):
                act.do(cmd.BeginRemark(self._ids[who]), self._now)
                self._pass_time(seconds)
                act.do(cmd.EndRemark(), self._now)
            case parsed.InterpretedStep(seconds=seconds):
                act.do(cmd.BeginInterpreting(), self._now)
                self._pass_time(seconds)
                act.do(cmd.EndInterpreting(), self._now)
            case parsed.LetRunStep():
                act.do(cmd.LetRun(), self._now)
            case parsed.ItWasStep(who=who):
                act.do(cmd.ItWas(self._ids[who]), self._now)
            case _:
                assert_never(action)

    def _plain_command(self, action: "_PlainAction") -> cmd.Command:
        match action:
            case parsed.ArriveStep(who=who):
                return cmd.Arrive(self._ids[who])
            case parsed.LeaveStep(who=who):
                return cmd.Leave(self._ids[who])
            case parsed.NextPartStep():
                return cmd.NextPart(confirmed=True)
            case parsed.StopStep(reason=reason):
                return cmd.StopMeeting(reason)
            case parsed.FinishStep():
                return cmd.FinishMeeting(SCENARIO_REASON)
            case _:
                return self._written(action)

    def _written(self, action: "_WrittenAction") -> cmd.Command:
        match action:
            case parsed.BoardStep(text=text):
                return cmd.WriteBoard(text)
            case parsed.ParkStep(text=text):
                return cmd.ParkTopic(text)
            case parsed.ReserveStep(who=who, text=text):
                return cmd.Reserve(self._ids[who], text)
            case parsed.ExperienceStep(text=text):
                return cmd.TellExperience(text)
            case parsed.AgreeStep(text=text, who=who, start=start, due=due, sign=sign):
                return cmd.WriteAgreement(text, self._ids[who], start, due, sign)
            case parsed.ConfirmStep(agreement=number, answer=answer, text=new_text):
                return cmd.AnswerAgreement(number, answer, new_text)
            case parsed.SetStatusStep(agreement=number, value=value):
                return cmd.GiveStatus(number, value)
            case parsed.FollowUpStep(at=at, none_reason=reason, place=place):
                return cmd.DeclineFollowUp(reason or "") if at is None else cmd.SetFollowUp(at, place)
            case _:
                assert_never(action)


_WrittenAction = (
    parsed.BoardStep
    | parsed.ParkStep
    | parsed.ReserveStep
    | parsed.ExperienceStep
    | parsed.AgreeStep
    | parsed.ConfirmStep
    | parsed.SetStatusStep
    | parsed.FollowUpStep
)
_PlainAction = (
    parsed.ArriveStep | parsed.LeaveStep | parsed.NextPartStep | parsed.StopStep | parsed.FinishStep | _WrittenAction
)


def _opens_next_round(history: History, who: str) -> bool:
    """Return True if a word given now belongs to the next part with turns: no round runs, or all have been offered.

    Somebody absent whose words are still to be read in this round (a child's, read aloud or by a talsperson) does not
    hold it up, but has the turn here.
    """
    state = history.state
    part = state.current_part()
    if part.has_free_turns or queries.turn_of(state, part.id, who) is not None:
        return False
    if not part.has_turns:
        return True
    return queries.round_complete(state) and queries.next_part_with_turns(state) is not None
