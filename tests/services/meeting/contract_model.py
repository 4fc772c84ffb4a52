"""The rounds of a meeting as README.md tells them, written a second time from the text: short, slow and plain.

It knows names and numbers only, and nothing of events, clocks or the engine. A step it does not allow raises `No`.
"""

import copy
from dataclasses import dataclass, field

from netmoede_desktop.domain.methods.method import Method, Part, PartKind
from tests.services.stories import Step


class No(Exception):
    """The contract does not allow this step."""


@dataclass
class Turn:
    who: str
    state: str = "venter"
    seconds: float = 0
    interpreter: float = 0
    extra: bool = False


@dataclass
class Meeting:
    """Where the meeting is. `open_turn` is the running turn and what it was before; `last` have chosen *sidst*."""

    method: Method
    roles: dict[str, str]
    here: set[str]
    last: set[str] = field(default_factory=set)
    at: int = 0
    rounds: dict[str, list[Turn]] = field(default_factory=dict)
    used: dict[str, float] = field(default_factory=dict)
    pauses: list[tuple[str | None, float]] = field(default_factory=list)
    agreements: dict[int, str] = field(default_factory=dict)
    open_turn: tuple[Turn, Turn] | None = None
    before: list["Meeting"] = field(default_factory=list)

    @property
    def part(self) -> Part:
        return self.method.parts[self.at]

    def do(self, step: Step) -> None:
        """Do one step. Raises `No`; the meeting is then to be thrown away."""
        saved = None if step["do"] == "undo" else self._copy()
        self._spend(step.get("wait", 0))
        keys = {key: value for key, value in step.items() if key not in ("do", "wait")}
        getattr(self, f"_{step['do']}")(**keys)
        if saved is not None:
            self.before.append(saved)

    def turns(self) -> list[tuple[str, str, str, float, float]]:
        """What `turns` of meeting.json has to say: part, who, state, seconds, the tolk's seconds."""
        return [
            (part.id, turn.who, turn.state, turn.seconds, turn.interpreter)
            for part in self.method.parts
            for turn in sorted(self.rounds.get(part.id, []), key=lambda one: one.extra)
            if any(one.state not in ("venter", "gået") for one in self.rounds[part.id])
        ]

    def _copy(self) -> "Meeting":
        kept = {id(self.method): self.method, id(self.before): []}
        return copy.deepcopy(self, kept)

    def _spend(self, seconds: object) -> None:
        assert isinstance(seconds, int)
        self.used[self.part.id] = self.used.get(self.part.id, 0) + seconds

    # Steps

    def _speak(self, who: str, seconds: int) -> None:
        turn = self._turn_for(who)
        self._hand_over(turn, copy.copy(turn), "taler")
        turn.seconds += seconds
        self._spend(seconds)

    def _read_aloud(self, who: str, by: str, text: str, seconds: int) -> None:
        if by not in self.here or by == who:
            raise No
        turn = self._turn_for(who, absent=True)
        self._hand_over(turn, copy.copy(turn), "læst op")
        turn.seconds += seconds
        self._spend(seconds)

    def _pass(self, who: str) -> None:
        self._settle(who, "pas")

    def _later(self, who: str) -> None:
        self._settle(who, "senere")

    def _settle(self, who: str, state: str) -> None:
        if self.part.kind in (PartKind.AGREEMENTS, PartKind.OPEN):
            raise No
        self._find_round(who)
        if self.open_turn is not None and self.open_turn[0].who == who and self.open_turn[0].state == "taler":
            self.open_turn[0].state, self.open_turn = state, None
            return
        mine = [turn for turn in self.rounds[self.part.id] if turn.who == who]
        if mine and not any(turn.state in ("venter", "senere") for turn in mine):
            raise No
        turn = self._turn_for(who)
        self._hand_over(None, None, "")
        turn.state = state

    def _remark(self, who: str, seconds: int) -> None:
        if who not in self.here:
            raise No
        self._spend(seconds)

    def _interpreter(self, seconds: int) -> None:
        if self.open_turn is None:
            raise No
        self.open_turn[0].interpreter += seconds
        self._spend(seconds)

    def _it_was(self, who: str) -> None:
        if self.open_turn is None or who not in self._speakers() or self.open_turn[0].who == who:
            raise No
        wrong, wrong_before = self.open_turn
        right = self._own_open_turn(who) or self._added(who)
        right_before = copy.copy(right)
        right.state = wrong.state
        right.seconds += wrong.seconds - wrong_before.seconds
        right.interpreter += wrong.interpreter - wrong_before.interpreter
        wrong.__dict__.update(wrong_before.__dict__)
        turns = self.rounds[self.part.id]
        if wrong.extra and wrong.state == "venter":
            turns[:] = [turn for turn in turns if turn is not wrong]
        self.open_turn = right, right_before

    def _next_part(self) -> None:
        if self.at == len(self.method.parts) - 1:
            raise No
        self._enter(self.at + 1)

    def _pause(self, minutes: int) -> None:
        own = self._own_break()
        if own is None:
            self.pauses.append((None, minutes * 60))
            return
        if own != self.at:
            self._enter(own)
        self.pauses.append((self.part.id, minutes * 60))
        self._spend(minutes * 60)

    def _arrive(self, who: str) -> None:
        if who in self.here:
            raise No
        self.here.add(who)
        turns = self.rounds.get(self.part.id)
        if turns is None or not self.part.has_turns or who not in self._order(self.part):
            return
        gone = [turn for turn in turns if turn.who == who and turn.state == "gået"]
        if not any(turn.who == who for turn in turns):
            turns.append(Turn(who))
        elif gone:
            gone[0].state = "venter"
            turns.append(turns.pop(turns.index(gone[0])))
        else:
            return
        waiting = {turn.who for turn in turns if turn.state in ("venter", "senere")} & self.last
        turns.sort(key=lambda turn: turn.who in waiting)

    def _leave(self, who: str) -> None:
        if who not in self.here:
            raise No
        self.here.remove(who)
        if self.open_turn is not None and self.open_turn[0].who == who:
            self._hand_over(None, None, "")
        for turn in self.rounds.get(self.part.id, []):
            if turn.who == who and turn.state in ("venter", "senere"):
                turn.state = "gået"

    def _agree(self, text: str, who: str) -> None:
        number = next(number for number in range(1, 1000) if number not in self.agreements)
        self.agreements[number] = text

    def _undo(self) -> None:
        if not self.before:
            raise No
        now, saved = self.used, self.before.pop()
        spent = sum(now.values()) - sum(saved.used.values())
        paused = sum(seconds for part, seconds in self.pauses[len(saved.pauses) :] if part is None)
        self.__dict__.update({**saved.__dict__, "before": self.before})
        # The time went by all the same, in the part that the meeting is now in again.
        self._spend(int(spent + paused))

    # What the text calls them

    def _speakers(self) -> set[str]:
        return {who for who in self.here if self.roles[who] not in ("mødeleder", "tolk", "referent")}

    def _turn_for(self, who: str, *, absent: bool = False) -> Turn:
        if who not in self._speakers() and not (absent and who not in self.here):
            raise No
        self._find_round(who)
        return self._own_open_turn(who) or self._added(who)

    def _find_round(self, who: str) -> None:
        if self.part.kind in (PartKind.AGREEMENTS, PartKind.OPEN) or self._own_open_turn(who) is not None:
            return
        if self.part.has_turns and any(
            turn.state in ("venter", "senere") and turn.who in self.here for turn in self.rounds[self.part.id]
        ):
            return
        ahead = [index for index in range(self.at + 1, len(self.method.parts)) if self.method.parts[index].has_turns]
        if ahead:
            self._enter(ahead[0])
        elif not self.part.has_turns:
            raise No

    def _own_open_turn(self, who: str) -> Turn | None:
        turns = self.rounds.get(self.part.id, [])
        return next((turn for turn in turns if turn.who == who and turn.state in ("venter", "senere")), None)

    def _added(self, who: str) -> Turn:
        turn = Turn(who, extra=True)
        self.rounds.setdefault(self.part.id, []).append(turn)
        return turn

    def _hand_over(self, turn: Turn | None, before: Turn | None, state: str) -> None:
        if self.open_turn is not None and self.open_turn[0].state == "taler":
            self.open_turn[0].state = "talt"
        self.open_turn = None
        if turn is not None and before is not None:
            turn.state = state
            self.open_turn = turn, before

    def _enter(self, index: int) -> None:
        self._hand_over(None, None, "")
        self.at = index
        if self.part.has_turns:
            self.rounds.setdefault(self.part.id, [Turn(who) for who in self._order(self.part)])

    def _order(self, part: Part) -> list[str]:
        wanted = self._groups(part)
        line = [who for role in wanted for who, own in self.roles.items() if own == role]
        if len(wanted) > 1:
            line += [who for who in self._in_no_order() if self._side(self.roles[who]) in map(self._side, wanted)]
        if "BARN*" in [str(one).strip("()") for one in part.order]:
            line.sort(key=lambda who: who in self.last)
        return [who for who in line if who in self.here]

    def _in_no_order(self) -> list[str]:
        """Those whose group stands in no order of the method: they come last where their side is asked."""
        named = {role for part in self.method.parts if part.has_turns for role in self._groups(part)}
        silent = ("mødeleder", "tolk", "referent")
        return [who for who, role in self.roles.items() if role not in named and role not in silent]

    @staticmethod
    def _groups(part: Part) -> list[str]:
        group = {"BARN*": "barn", "FOR": "forælder", "PRIV": "privat", "FAG": "fagperson", "MYN": "myndighed"}
        return [group[str(one).strip("()")] for one in part.order]

    @staticmethod
    def _side(role: str) -> str:
        return "professionel" if role in ("fagperson", "myndighed") else "privat"

    def _own_break(self) -> int | None:
        held = {part for part, _ in self.pauses}
        if self.part.kind is PartKind.BREAK and self.part.id not in held:
            return self.at
        turns = self.rounds.get(self.part.id, [])
        if self.part.has_turns and any(t.state in ("venter", "senere") and t.who in self.here for t in turns):
            return None
        for index in range(self.at + 1, len(self.method.parts)):
            if self.method.parts[index].kind is PartKind.BREAK:
                return index
            if self.method.parts[index].has_turns:
                return None
        return None
