"""The meeting window as it stands at every point of a meeting: twenty people, several with names of forty letters."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting import commands as cmd
from netmoede_desktop.domain.meeting.vocabulary import Mark
from netmoede_desktop.domain.people.people import Attendance, Role
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.fields.child_place import ChildPlaceChoice
from netmoede_desktop.gui.meeting.agreements.agreements_page import AgreementsPage
from netmoede_desktop.gui.meeting.closing.closing_list import Destination, MendPlace
from netmoede_desktop.gui.meeting.reading.reading_page import ReadingPage
from netmoede_desktop.gui.meeting.roll_call.newcomer_form import NewcomerForm
from netmoede_desktop.gui.meeting.roll_call.roll_call_page import RollCallPage
from netmoede_desktop.gui.meeting.window.messages.veil import Veil
from netmoede_desktop.gui.meeting.window.page_makers import go_to, stop_early
from netmoede_desktop.gui.meeting.window.pages import PageKind
from netmoede_desktop.gui.meeting.window.questions.question_bar import QuestionBar
from netmoede_desktop.gui.shell.rehearsal import RehearsalStrip, put_on_top
from tests.gui.every_page.opened_meetings import CROWD, Meeting, sight
from tests.gui.meeting.rooms import Room, carried, moment

_LAST_TIME = (
    ("Hanne skriver til mor hver fredag om, hvordan ugen er gået, og om der er noget at være opmærksom på", "hanne"),
    ("Jonas giver et lift", "jonas"),
    ("Søren undersøger", "soeren"),
)
_PARENTS = ("lone", "peter")
_NOTE = "Hun sover bedst, når hun ved, hvem der kommer. "


def _new() -> Room:
    return Room(CROWD)


def _family() -> Room:
    """A meeting of seven."""
    return Room(CROWD[:7])


def _round() -> Room:
    return Room(CROWD).starts(absent=("p13",)).enters("d4")


def _speaking(person: str = "kirsten") -> Callable[[], Room]:
    def made() -> Room:
        room = _round()
        for who in ("mikkel", "lone"):
            room.do(cmd.GiveWord(who))
            room.after(seconds=40)
        room.do(cmd.PassWord("peter"))
        room.do(cmd.GiveWord(person))
        room.do(cmd.WriteNote(person, _NOTE * 2, Mark.RESOURCE))
        return room.after(seconds=20)

    return made


def _agreed(count: int = 30, part: str = "d11") -> Callable[[], Room]:
    def made() -> Room:
        room = Room(CROWD).starts().enters(part)
        owners = [person.id for person in CROWD[1:19]]
        for number in range(count):
            text = "Skriver til mor hver fredag om, hvordan ugen er gået" if number % 3 else "Ringer til farmor"
            room.agrees((text, owners[number % len(owners)] if number % 7 else None))
        if count:
            room.do(cmd.AnswerAgreement(2, Answer.YES))
            room.do(cmd.AnswerAgreement(3, Answer.CHANGE, "Kun hvis det er om eftermiddagen"))
        return room

    return made


def _status() -> Room:
    return Room(CROWD, method="din-o", carried=carried(*_LAST_TIME)).starts().enters("o3")


def _first(*listed: tuple[str, str], absent: tuple[str, ...] = (), part: str = "h4") -> Callable[[], Room]:
    """A first meeting by HLB that its mødeleder is a party of, with what was under way before it."""

    def made() -> Room:
        people = tuple(replace(p, party=Role.PROFESSIONAL) if p.role is Role.LEADER else p for p in CROWD)
        before = tuple(replace(one, due=None, start=date(2026, 11, 2), started=True) for one in carried(*listed))
        return Room(people, method="hlb-1", carried=before).starts(absent=absent).enters(part)

    return made


def _leader_speaks() -> Room:
    room = _first(part="h5")()
    room.do(cmd.GiveWord("maja"))
    room.do(cmd.WriteNote("maja", _NOTE))
    return room.after(seconds=20)


def _too_long() -> Room:
    """Above the hard limit, and nobody has said why."""
    return Room(CROWD, method="pnm-1", minutes=240)


def _complete() -> Room:
    room = Room(CROWD[:10]).starts().holds("d14").agrees(("Hanne skriver hver fredag", "hanne"))
    room.do(cmd.AnswerAgreement(1, Answer.YES))
    room.do(cmd.SetFollowUp(moment(19, 1, 16, 2027)))
    room.do(cmd.TellExperience("Det var godt, at alle hørte det samme"))
    room.do(cmd.WriteBoard("Ro om aftenen"))
    assert room.view.missing == ()
    return room


def _ended() -> Room:
    room = _complete()
    room.do(cmd.FinishMeeting())
    return room


def _as_it_is(meeting: Meeting) -> None:
    meeting.window.tick()


def _rehearsed(meeting: Meeting) -> None:
    put_on_top(meeting.window, RehearsalStrip(meeting.window._look, meeting.window._t))
    meeting.press(Action.NOTE)


def _words_sent(meeting: Meeting) -> None:
    page = meeting.window.page
    assert isinstance(page, RollCallPage)
    page._answer("kirsten", Attendance.SENT_WORDS)
    meeting.types(_NOTE * 3)
    page.save()


def _newcomer(side: Role) -> Callable[[Meeting], None]:
    def act(meeting: Meeting) -> None:
        meeting.press(Action.ARRIVAL).types("Amina Yusuf")
        meeting.window.findChildren(NewcomerForm)[0].side.chips[side.value].click()

    return act


def _seated_one(meeting: Meeting) -> None:
    meeting.press(Action.ARRIVAL).types("Hanne Juul").key(Qt.Key.Key_Return)
    meeting.window.findChildren(ChildPlaceChoice)[0].chips.chips["efter"].click()


def _done(command: cmd.Command, minutes: int = 0) -> Callable[[Meeting], None]:
    def act(meeting: Meeting) -> None:
        meeting.room.do(command)
        meeting.after(minutes=minutes)

    return act


def _words_again(meeting: Meeting) -> None:
    """Words that were told in a round before are read again."""
    for part in (meeting.room.view.part.id, None):
        if part is None:
            meeting.room.do(cmd.NextPart(confirmed=True))
        meeting.room.do(cmd.KeepSentWords("ali", _NOTE * 3, "p14"))
        if meeting.room.view.seat("ali").here:
            meeting.room.do(cmd.Leave("ali"))
            meeting.room.do(cmd.KeepSentWords("ali", _NOTE * 3, "p14"))
        meeting.room.do(cmd.GiveWord("ali"))
    meeting.window.tick()


def _another_day(meeting: Meeting) -> QuestionBar:
    meeting.room.after(days=-17)
    meeting.press(Action.GO_ON)
    return meeting.window.findChildren(QuestionBar)[0]


def _choices_when_late(meeting: Meeting) -> None:
    meeting.after(minutes=45)
    page = meeting.window.table
    if page.slip_button.isVisible():
        page.slip_button.click()


def _gap(meeting: Meeting) -> None:
    since = meeting.room.now
    meeting.room.after(minutes=7)
    meeting.room.do(cmd.ReportGap(since))
    meeting.window.tick()


def _gap_at(place: MendPlace, number: int) -> Callable[[Meeting], None]:
    def act(meeting: Meeting) -> None:
        go_to(Destination(place, number), meeting.window)
        _gap(meeting)

    return act


def _private(meeting: Meeting) -> None:
    for _ in range(4):
        meeting.room.save_private("noget")
    meeting.press(Action.PRIVATE)


def _board(meeting: Meeting) -> None:
    for line in ("Ro om aftenen", "Mikkel sover bedst, når han ved, hvem der kommer, og hvornår de går igen"):
        meeting.room.do(cmd.WriteBoard(line))
    meeting.press(Action.BOARD)


def _others_note(meeting: Meeting) -> None:
    meeting.room.do(cmd.WriteNote("lone", _NOTE * 30))
    meeting.window.table.show_notes_of("lone")


def _veil(meeting: Meeting) -> Veil:
    meeting.window.veil()
    return meeting.window.findChildren(Veil)[0]


def _at(place: MendPlace, number: int | None = None) -> Callable[[Meeting], None]:
    return lambda meeting: go_to(Destination(place, number), meeting.window)


def _answered(number: int) -> Callable[[Meeting], None]:
    def act(meeting: Meeting) -> None:
        go_to(Destination(MendPlace.READING, number), meeting.window)
        page = meeting.window.page
        assert isinstance(page, ReadingPage)
        page.answers[Answer.YES].click()

    return act


def _disk_full(meeting: Meeting) -> None:
    meeting.room.full = True
    meeting.press(Action.MORE_TIME)


def _edit(meeting: Meeting) -> None:
    page = meeting.window.page
    assert isinstance(page, AgreementsPage)
    page.table.edit(3)


def _asked(action: Action | None) -> Callable[[Meeting], QuestionBar]:
    """What a key asks, or everything that has no button."""

    def act(meeting: Meeting) -> QuestionBar:
        if action is None:
            meeting.window._bar.more.emit()
        else:
            meeting.press(action)
        return meeting.window._overlay.question_bar

    return act


def _two_fit(meeting: Meeting) -> QuestionBar:
    """Enter where several people fit what is written."""
    meeting.press(Action.REMARK).types("person").key(Qt.Key.Key_Return)
    return meeting.window._overlay.question_bar


def _waited_for(meeting: Meeting) -> QuestionBar:
    """Who somebody new is, which *videre* does not pass by."""
    meeting.press(Action.ARRIVAL).types("Aisha Omar, nabo").key(Qt.Key.Key_Return)
    meeting.press(Action.GO_ON)
    return meeting.window._overlay.question_bar


def _day_in_words(meeting: Meeting) -> None:
    go_to(Destination(MendPlace.READING, 1), meeting.window)
    page = meeting.window.page
    assert isinstance(page, ReadingPage)
    page.answers[Answer.CHANGE].click()
    meeting.types(" senest 20/12")


def _another_place(meeting: Meeting) -> None:
    go_to(Destination(MendPlace.FOLLOW_UP), meeting.window)
    page = meeting.window.page
    assert isinstance(page, AgreementsPage)
    page.follow_up.place.setText("Kulturhuset, sal B, Åvej 3, ved siden af det gamle mejeri og biblioteket")
    page.follow_up.place.setFocus()


def _sheet(*keys: Qt.Key, written: str = "") -> Callable[[Meeting], QuestionBar]:
    """What can be done with a person, and then what is written and pressed there."""

    def act(meeting: Meeting) -> QuestionBar:
        meeting.window.open_menu("lone")
        meeting.types(written)
        for key in keys:
            meeting.key(key)
        return meeting.window._overlay.question_bar

    return act


def _pressed(*actions: Action) -> Callable[[Meeting], None]:
    def act(meeting: Meeting) -> None:
        for action in actions:
            meeting.press(action)

    return act


MEETING_SIGHTS = (
    sight("who is here", _new, _as_it_is),
    sight("who is here, of seven", _family, _as_it_is),
    sight("who is here, and who sent words", _new, _words_sent),
    sight("who is here, and one more", _new, _newcomer(Role.PROFESSIONAL)),
    sight("who is here, and a tolk", _new, _newcomer(Role.INTERPRETER)),
    sight("who is here, after whom", _family, _seated_one),
    sight("begun on another day", _new, _another_day),
    sight("information", lambda: Room(CROWD).starts(), _as_it_is),
    sight("nobody speaks", _round, _as_it_is),
    sight("somebody speaks", _speaking(), _as_it_is),
    sight("a long name speaks", _speaking("p14"), _as_it_is),
    sight("the table of seven", lambda: _family().starts().enters("d4"), _pressed(Action.GO_ON, Action.TABLE)),
    sight("the table", _speaking(), _pressed(Action.TABLE)),
    sight("the interpreter", _speaking("ali"), _done(cmd.BeginInterpreting())),
    sight("a remark", _speaking(), _done(cmd.BeginRemark("ali"))),
    sight("let run", _speaking(), _pressed(Action.LET_RUN)),
    sight("round off", _speaking(), lambda meeting: meeting.after(seconds=25)),
    sight("over time", _speaking(), lambda meeting: meeting.after(minutes=3)),
    sight("a pause", _speaking(), _done(cmd.BeginPause(10), 3)),
    sight("a pause whose time has gone", _speaking(), _done(cmd.BeginPause(10), 11)),
    sight("a time-out", _speaking(), _done(cmd.TimeOut())),
    sight("after a gap", _speaking(), _gap),
    sight("late", _speaking(), lambda meeting: meeting.after(minutes=45)),
    sight("late, and a message", _speaking(), lambda meeting: meeting.after(minutes=45).press(Action.NEXT_PART)),
    sight("what to do when late", _speaking(), _choices_when_late),
    sight("an act taken back", _speaking(), _pressed(Action.GO_ON, Action.UNDO)),
    sight("taken back, at the agreements", _speaking(), _pressed(Action.MORE_TIME, Action.UNDO, Action.AGREEMENT)),
    sight("words of somebody absent, again", _speaking(), _words_again),
    sight("after a pass", _speaking(), _pressed(Action.PASS)),
    sight("a refusal", _round, _pressed(Action.MORE_TIME)),
    sight("the disk is full", _speaking(), _disk_full),
    sight("many wait", _speaking(), _pressed(Action.NEXT_PART)),
    sight("many wait, at the table", _speaking(), _pressed(Action.TABLE, Action.NEXT_PART)),
    sight("notes", _speaking(), _pressed(Action.NOTE)),
    sight("somebody else's notes", _speaking(), _others_note),
    sight("privat", _speaking(), _private),
    sight("the board", _speaking(), _board),
    sight("a question", _speaking(), _asked(Action.REMARK)),
    sight("a question that several fit", _speaking(), _two_fit),
    sight("a question of figures", _speaking(), _asked(Action.PAUSE)),
    sight("a question to write", _speaking(), _asked(Action.PARK)),
    sight("a question that is waited for", _speaking(), _waited_for),
    sight("a person's sheet", _speaking(), _sheet()),
    sight("a person's sheet, and Enter", _speaking(), _sheet(Qt.Key.Key_Return)),
    sight("a person's sheet, and a slip", _speaking(), _sheet(Qt.Key.Key_Return, written="Grxd")),
    sight("everything else", _speaking(), _asked(None)),
    sight("the keys", _speaking(), _pressed(Action.HELP)),
    sight("an øvemøde", _speaking(), _rehearsed),
    sight("the guide, beside the meeting", _speaking(), lambda meeting: meeting.window.show_page(PageKind.GUIDE)),
    sight("the conduct card, beside a note", _speaking(), _pressed(Action.NOTE, Action.CARD)),
    sight("the conduct card, its next page", _speaking(), _pressed(Action.NOTE, Action.CARD, Action.CARD)),
    sight("the conduct card, beside an agreement", _agreed(5), _pressed(Action.AGREEMENT, Action.CARD)),
    sight("the conduct card, at the roll call", _new, _pressed(Action.CARD)),
    sight("the experience", lambda: Room(CROWD).starts().enters("d14"), _as_it_is),
    sight("no agreements", _agreed(0), _as_it_is),
    sight("one agreement", _agreed(1), _as_it_is),
    sight("thirty agreements", _agreed(), _as_it_is),
    sight("late among the agreements", _agreed(), lambda meeting: meeting.after(minutes=150)),
    sight("a gap among the agreements", _agreed(), _gap),
    sight("an agreement in one line", _agreed(2), lambda m: m.types("Kirsten henter Mikkel om onsdagen fra 2/12")),
    sight("two owners of one agreement", _agreed(2), lambda m: m.types("Kirsten og Anne-Margrethe Kirstine ringer")),
    sight("an agreement that is corrected", _agreed(5), _edit),
    sight("an agreement in a turn", _speaking(), _pressed(Action.AGREEMENT)),
    sight("words where nobody speaks", _round, lambda meeting: meeting.types("Hun")),
    sight("the next meeting", _agreed(3, "d12"), _at(MendPlace.FOLLOW_UP)),
    sight("the next meeting is agreed", _complete, _at(MendPlace.FOLLOW_UP)),
    sight("the next meeting is somewhere else", _complete, _another_place),
    sight("reading aloud", _agreed(3), _at(MendPlace.READING, 1)),
    sight("a day in words that are put right", _agreed(3), _day_in_words),
    sight("an answer for one that nobody has taken", _agreed(3), _answered(1)),
    sight("an answer that went on to the next one", _agreed(4), _answered(3)),
    sight("a gap while reading aloud", _agreed(3), _gap_at(MendPlace.READING, 1)),
    sight("last time's agreements", _status, _as_it_is),
    sight("what is under way", _first(*_LAST_TIME), _as_it_is),
    sight(
        "nothing under way, and one more", _first(), lambda m: m.types("Kirsten henter Mikkel hver onsdag siden 2/11")
    ),
    sight("no parent here, at what is under way", _first(*_LAST_TIME, absent=_PARENTS), _as_it_is),
    sight("no parent here, at the table", _first(absent=_PARENTS, part="h3"), _as_it_is),
    sight("no parent here, before the end", _first(absent=_PARENTS, part="h7"), lambda m: m.window.close_meeting()),
    sight("who leads speaks as a party", _leader_speaks, _as_it_is),
    sight("why so long", _too_long, _asked(Action.GO_ON)),
    sight("before the end, much missing", _agreed(12, "d14"), lambda meeting: meeting.window.close_meeting()),
    sight("before the end, all there", _complete, lambda meeting: meeting.window.close_meeting()),
    sight("stopping early", _speaking(), lambda meeting: stop_early(meeting.window)),
    sight("the meeting has ended", _ended, _as_it_is),
    sight("the veil", _speaking(), _veil),
)
