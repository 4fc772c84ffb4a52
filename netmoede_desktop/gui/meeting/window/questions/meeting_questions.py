"""The short questions of a meeting: how long, since when, who, what. Each ends in one act, or in nothing."""

from collections.abc import Callable, Iterable
from datetime import date

from netmoede_desktop.domain.language.text import required_text
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.slippage import EXTENSION_MINUTES
from netmoede_desktop.domain.methods.method import PartKind
from netmoede_desktop.domain.people.people import ChildPlace, PlaceKind, Role, named_twice
from netmoede_desktop.domain.people.role_words import suggested_role
from netmoede_desktop.domain.refusal import Refused
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.roll_call.roll_call import unexpected
from netmoede_desktop.gui.meeting.window.host import MeetingHost
from netmoede_desktop.gui.meeting.window.questions.question import Option, Question
from netmoede_desktop.gui.wording.meeting_wording import away_text, relation_of, role_name
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import weekday_date
from netmoede_desktop.services.meeting.view.values import SeatView

_PAUSES = (5, 10, 15)
_PAUSE = 10
_LONGEST_PAUSE = 180
_SECONDS_AGO = (10, 20, 30, 40, 60, 90)
#: The line of somebody new: it stands until that person is seated.
_ARRIVAL = "ask.arrival"
_NEWCOMERS = (
    Role.PRIVATE,
    Role.PROFESSIONAL,
    Role.PARENT,
    Role.CHILD,
    Role.AUTHORITY,
    Role.INTERPRETER,
    Role.ASSISTANT,
)


#: The field of why a meeting is as long, asked before it begins.
START = "start"


class MeetingQuestions:
    """Puts the questions. `new_id` gives an id to somebody who was not expected."""

    def __init__(self, port: MeetingPort, host: MeetingHost, t: Translator, new_id: Callable[[], str]) -> None:
        self._port = port
        self._host = host
        self._t = t
        self._new_id = new_id

    def do(self, *commands: cmd.Command) -> bool:
        """Save the typed text, then do the commands as one act; return False when refused."""
        self._host.save()
        return self._port.do(*commands)

    # -- time

    def begin_on(self, today: date, begin: Callable[[], object]) -> None:
        """Ask if the meeting is to begin today, though it is planned for another day. Enter alone begins nothing."""
        t, day = self._t, self._port.view.starts.date()
        question = t.gettext("Mødet er planlagt til {day}. Vil du begynde det nu?")
        now = Option(t.gettext("Begynd nu"), begin)
        later = Option(t.gettext("Ikke nu"), lambda: None)
        self._host.ask(Question(question.format(day=weekday_date(day, t, today=today)), (now, later), first=1))

    def why_so_long(self, begin: Callable[[str], bool]) -> None:
        """Why a meeting that is about to begin is longer than its hard limit; the preparation did not say."""
        t = self._t
        question = t.gettext("Mødet er længere, end metoden siger. Hvorfor?")
        self._line(START, question, t.gettext("Begynd mødet"), begin)

    def stay_longer(self) -> None:
        """Why the room stays longer than the hard limit; then it does."""
        t = self._t
        question = t.gettext("{n} min mere er længere, end metoden siger. Hvorfor bliver I?")

        def extend(reason: str) -> bool:
            return self.do(cmd.ExtendMeeting(EXTENSION_MINUTES, reason))

        self._line("longer", question.format(n=EXTENSION_MINUTES), t.gettext("Bliv længere"), extend)

    def pause_length(self) -> None:
        """How long a pause; in the method's own break as long as it is planned."""
        t, part = self._t, self._port.view.part
        planned = round(part.planned_seconds / 60) if part.kind is PartKind.BREAK else 0
        first = planned or _PAUSE
        lengths = sorted({*_PAUSES, first})

        def begin(minutes: int) -> Callable[[], object]:
            return lambda: self.do(cmd.BeginPause(minutes))

        def written(text: str) -> str:
            minutes = _whole(text)
            if not 0 < minutes <= _LONGEST_PAUSE:
                return t.gettext("Skriv et tal fra 1 til {most}.").format(most=_LONGEST_PAUSE)
            self.do(cmd.BeginPause(minutes))
            return ""

        options = [Option(t.gettext("{n} min").format(n=n), begin(n)) for n in lengths]
        self._host.ask(
            Question(
                t.gettext("Hvor lang pause?"),
                tuple(options),
                written,
                t.gettext("Hold pause"),
                t.gettext("minutter"),
                figures=True,
                first=lengths.index(first),
            )
        )

    def began_ago(self) -> None:
        """How many seconds ago the running turn began."""
        t = self._t

        def begin(seconds: int) -> Callable[[], object]:
            return lambda: self.do(cmd.BackdateWord(seconds))

        def written(text: str) -> str:
            seconds = _whole(text)
            if seconds <= 0:
                return t.gettext("Skriv, hvor mange sekunder det er siden.")
            self.do(cmd.BackdateWord(seconds))
            return ""

        options = tuple(Option(t.gettext("{n} s").format(n=n), begin(n)) for n in _SECONDS_AGO)
        question, button = t.gettext("Begyndte for hvor længe siden?"), t.gettext("Flyt begyndelsen")
        self._host.ask(Question(question, options, written, button, t.gettext("sekunder"), figures=True, first=1))

    # -- who

    def it_was(self) -> None:
        """Whose turn it really is."""
        speaker = self._port.view.speaker
        others = self._speakers(without=None if speaker is None else speaker.person)
        self._who(self._t.gettext("Det var …"), others, self.was)

    def was(self, person: str) -> None:
        """The running turn and its note are this person's; only when the note is safe, so that it goes along."""
        if self._host.save():
            self.do(cmd.ItWas(person))

    def remark(self) -> None:
        """Who says a few words into another's turn."""
        view = self._port.view
        speaker = None if view.speaker is None else view.speaker.person
        here = [seat for seat in view.seats if seat.here and seat.person != speaker]
        self._who(self._t.gettext("Indskud fra …"), here, lambda person: self.do(cmd.BeginRemark(person)))

    def reader(self, person: str) -> None:
        """Who reads a person's words aloud."""
        view, t = self._port.view, self._t
        here = [seat for seat in view.seats if seat.here and seat.person != person]
        here.sort(key=lambda seat: seat.role is not Role.LEADER)
        question = t.gettext("Hvem læser op for {name}?").format(name=view.seat(person).name)
        self._who(question, here, lambda reader: self.do(cmd.ReadAloud(person, reader)))

    def word_to(self) -> None:
        """Who is given the word, out of turn."""
        speaker = self._port.view.speaker
        others = self._speakers(without=None if speaker is None else speaker.person)
        self._who(self._t.gettext("Giv ordet til …"), others, lambda person: self.do(cmd.GiveWord(person)))

    def whose(self, question: str, take: Callable[[str], object]) -> None:
        """Any person of the meeting."""
        self._who(question, self._port.view.seats, take)

    def leaving(self, person: str | None = None) -> None:
        """Who leaves; before that the agreement they are to have along."""
        t, view = self._t, self._port.view
        if person is None:
            here = [seat for seat in view.seats if seat.here and seat.role is not Role.LEADER]
            self._who(t.gettext("Hvem går?"), here, self.leaving)
            return
        question = t.gettext("{name} går. Er der en aftale, der skal tages først?").format(name=view.seat(person).name)
        goes = Option(t.gettext("Nej, går nu"), lambda: self.do(cmd.Leave(person)))
        first = Option(t.gettext("Tag aftalen først"), self._host.take_agreement)
        self._host.ask(Question(question, (goes, first), first=0, begun=True))

    def arrival(self) -> None:
        """Who comes: somebody expected, somebody who was gone, or a new person by name."""
        t, view = self._t, self._port.view
        away = [seat for seat in view.seats if not seat.here]

        def written(text: str) -> str:
            name, _, relation = text.partition(",")
            try:
                full_name = required_text(name)
            except Refused:
                return t.gettext("Skriv et navn.")
            if named_twice(full_name, relation):
                return t.gettext("Navnet står der to gange. Ret linjen.")
            self._role_of(full_name, relation.strip())
            return ""

        options = tuple(self._arriving(seat) for seat in away)
        hint = t.gettext("Navn, og hvem det er: Aisha, nabo")
        button, field = t.gettext("Ny person"), _ARRIVAL
        self._host.ask(Question(t.gettext("Hvem kommer?"), options, written, button, hint, field=field, people=True))

    def _arriving(self, seat: SeatView) -> Option:
        detail = f"{relation_of(seat, self._t)}, {away_text(seat, self._t)}"
        return Option(seat.name, self._arrives(seat.person), detail, also=seat.full_name)

    def _arrives(self, person: str) -> Callable[[], object]:
        return lambda: self.do(cmd.Arrive(person))

    def _role_of(self, name: str, relation: str) -> None:
        t = self._t

        def seated(role: Role) -> Callable[[], object]:
            return lambda: self._seat_new(name, relation, role)

        options = tuple(Option(role_name(role, t), seated(role)) for role in _NEWCOMERS)
        suggested = suggested_role(relation, self._port.view.child)
        first = _NEWCOMERS.index(suggested) if suggested in _NEWCOMERS else 0
        self._host.ask(Question(t.gettext("Hvem er {name}?").format(name=name), options, first=first, begun=True))

    def _seat_new(self, name: str, relation: str, role: Role) -> None:
        if self.do(unexpected(self._new_id(), name, role, relation)):
            self._port.lines.typed(_ARRIVAL, "")

    def place(self, person: str) -> None:
        """How the child wants to be heard."""
        t, view = self._t, self._port.view
        others = [seat for seat in view.seats if seat.has_turn and seat.person != person]

        def chosen(place: ChildPlace | None) -> Callable[[], object]:
            return lambda: self.do(cmd.ChoosePlace(person, place))

        def with_someone(kind: PlaceKind, question: str) -> Callable[[], object]:
            return lambda: self._who(
                question, others, lambda other: self.do(cmd.ChoosePlace(person, ChildPlace(kind, other))), begun=True
            )

        options = (
            Option(t.gettext("Først"), chosen(ChildPlace(PlaceKind.FIRST))),
            Option(t.gettext("Sidst"), chosen(ChildPlace(PlaceKind.LAST))),
            Option(t.gettext("Efter …"), with_someone(PlaceKind.AFTER, t.gettext("Efter hvem?"))),
            Option(t.gettext("Gennem …"), with_someone(PlaceKind.THROUGH, t.gettext("Hvem taler for barnet?"))),
            Option(t.gettext("Læses op"), chosen(ChildPlace(PlaceKind.READ_ALOUD))),
            Option(t.gettext("Som i metoden"), chosen(None)),
        )
        name = view.seat(person).name
        self._host.ask(Question(t.gettext("Hvordan vil {name} høres?").format(name=name), options))

    # -- what

    def park(self) -> None:
        """A topic for another day."""
        t = self._t
        self._line("park", t.gettext("Parkér til en anden gang"), t.gettext("Parkér"), self._taking(cmd.ParkTopic))

    def board_line(self) -> None:
        """A line on the board."""
        t = self._t
        self._line("board", t.gettext("Skriv på tavlen"), t.gettext("Skriv"), self._taking(cmd.WriteBoard))

    def reservation(self, person: str | None = None) -> None:
        """Disagreement or reservation: whose, then in their own words."""
        t, view = self._t, self._port.view
        if person is None:
            self._who(t.gettext("Hvem er uenig eller har et forbehold?"), view.seats, self.reservation)
            return
        question = t.gettext("{name}s ord").format(name=view.seat(person).name)
        field = f"reservation.{person}"
        reserve = self._taking(lambda text: cmd.Reserve(person, text))
        self._line(field, question, t.gettext("Skriv forbehold"), reserve)

    def resume(self, field: str) -> None:
        """Ask the question with a half-written answer again."""
        name, _, person = field.partition(".")
        if name == "park":
            self.park()
        elif name == "board":
            self.board_line()
        elif name == "arrival":
            self.arrival()
        elif name == "longer":
            self.stay_longer()
        elif any(seat.person == person for seat in self._port.view.seats):
            self.reservation(person)

    def _taking(self, command: Callable[[str], cmd.Command]) -> Callable[[str], bool]:
        return lambda text: self.do(command(text))

    def _line(self, field: str, question: str, button: str, take: Callable[[str], bool]) -> None:
        def written(text: str) -> str:
            if not text.strip():
                return self._t.gettext("Skriv mindst ét ord.")
            return "" if take(text) else self._t.gettext("Det blev ikke gemt. Teksten står her endnu.")

        self._host.ask(Question(question, (), written, button, self._t.gettext("Skriv her"), field=f"ask.{field}"))

    # -- asking for a person

    def _who(
        self, question: str, seats: Iterable[SeatView], take: Callable[[str], object], *, begun: bool = False
    ) -> None:
        def taking(person: str) -> Callable[[], object]:
            return lambda: take(person)

        options = tuple(
            Option(seat.name, taking(seat.person), self._told_apart(seat), also=seat.full_name) for seat in seats
        )
        hint = self._t.gettext("Skriv et navn")
        self._host.ask(Question(question, options, placeholder=hint, people=True, begun=begun))

    def _told_apart(self, seat: SeatView) -> str:
        relation = relation_of(seat, self._t)
        return "" if relation in seat.name else relation

    def _speakers(self, *, without: str | None) -> list[SeatView]:
        seats = self._port.view.seats
        return [s for s in seats if s.has_turn and s.person != without and (s.here or s.heard_when_away)]


def _whole(text: str) -> int:
    """Return the whole number at the beginning of a text, 0 where there is none."""
    word = text.strip().split()[0] if text.strip() else ""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 6 else 0
