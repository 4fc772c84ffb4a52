"""Texts of the meeting window: the go-button, the act to undo, clocks, roles and marks."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from netmoede_desktop.domain.meeting.clock import TimeState
from netmoede_desktop.domain.meeting.vocabulary import Mark, TurnState
from netmoede_desktop.domain.people.people import Attendance, Role
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.localization.part_titles import short_title
from netmoede_desktop.services.meeting.view.values import NextAct, NextKind, SeatView, UndoLabel

#: What an act was, as it stands after »Fortryd:« and »Fortrudt:«.
_ACTS: Mapping[str, str] = {
    "WordGiven": translatable("ordet til {name}"),
    "TurnMoved": translatable("det var {name}"),
    "PartEntered": translatable("videre til {name}"),
    "TurnEnded": translatable("turen er slut"),
    "WordRested": translatable("uret stod stille"),
    "WordResumed": translatable("uret gik igen"),
    "WordBackdated": translatable("begyndte før"),
    "WordLetRun": translatable("lad løbe"),
    "TimeAdded": translatable("+1 min"),
    "RemarkBegan": translatable("indskud fra {name}"),
    "RemarkEnded": translatable("indskud slut"),
    "InterpreterBegan": translatable("tolken taler"),
    "InterpreterEnded": translatable("tolken er færdig"),
    "PauseBegan": translatable("pause"),
    "PauseEnded": translatable("pausen er slut"),
    "BoardWritten": translatable("linjen på tavlen"),
    "PrivateTaken": translatable("privat note"),
    "TopicParked": translatable("parkeret emne"),
    "ReservationMade": translatable("forbehold fra {name}"),
    "ExperienceTold": translatable("oplevelsen af mødet"),
    "NoteWritten": translatable("note til {name}"),
    "AgreementWritten": translatable("aftale {number}"),
    "AgreementDropped": translatable("aftale {number} fjernet"),
    "AgreementAnswered": translatable("svar på aftale {number}"),
    "AgreementsRanked": translatable("rækkefølgen af aftaler"),
    "StatusGiven": translatable("status på aftale {number}"),
    "FollowUpSet": translatable("næste møde"),
    "PersonAdded": translatable("{name} kom til"),
    "PersonArrived": translatable("{name} kom"),
    "PersonLeft": translatable("{name} gik"),
    "SeatsMoved": translatable("bordplanen"),
    "RoundReordered": translatable("rækkefølgen i runden"),
    "ChildPlaceChosen": translatable("pladsen i rækken"),
    "GapCounted": translatable("afbrydelsen tælles med"),
    "GapLeftOut": translatable("afbrydelsen tælles ikke med"),
    "RuleOverridden": translatable("grunden"),
    "WordsKept": translatable("ord fra {name}"),
}
#: The same where it only words anew what was there.
_CORRECTIONS: Mapping[str, str] = {
    "AgreementWritten": translatable("rettelsen af aftale {number}"),
    "AgreementAnswered": translatable("rettelsen af aftale {number}"),
    "BoardWritten": translatable("rettelsen på tavlen"),
    "FollowUpSet": translatable("ændringen af næste møde"),
}
#: A change of the plan: what was left out by name, what the room gave in minutes, else shorter turns.
_PLAN_ACTS = (translatable("uden {name}"), translatable("{number} min mere"), translatable("kortere ture"))
_SETTLED: Mapping[TurnState, str] = {
    TurnState.PASSED: translatable("{name} sagde pas"),
    TurnState.LATER: translatable("{name} venter til senere"),
}

#: Acts that *videre* makes, and that PgUp therefore takes back.
_ACTS_OF_GOING_ON = frozenset({"WordGiven", "PartEntered", "TurnEnded", "PauseEnded", "RoundOpened"})

#: Acts after which another has the word, or nobody.
_MOVES_THE_WORD = frozenset({"WordGiven", "TurnSettled", "TurnMoved", "TurnEnded", "PartEntered", "PersonLeft"})

_ROLES: Mapping[Role, str] = {
    Role.CHILD: translatable("barnet"),
    Role.PARENT: translatable("forælder"),
    Role.PRIVATE: translatable("netværk"),
    Role.PROFESSIONAL: translatable("fagperson"),
    Role.AUTHORITY: translatable("myndighed"),
    Role.LEADER: translatable("mødeleder"),
    Role.INTERPRETER: translatable("tolk"),
    Role.ASSISTANT: translatable("bisidder"),
    Role.SCRIBE: translatable("referent"),
    Role.COORDINATOR: translatable("samordner"),
    Role.INFORMANT: translatable("informatør"),
    Role.REFLECTOR: translatable("reflektant"),
}
_MARKS: Mapping[Mark, str] = {
    Mark.RESOURCE: translatable("styrke"),
    Mark.CONCERN: translatable("bekymring"),
    Mark.WISH: translatable("ønske"),
}
_TIME_STATES: Mapping[str, str] = {
    TimeState.GOOD: translatable("god tid"),
    TimeState.ROUND_OFF: translatable("rund af"),
    TimeState.OVER: translatable("over"),
}
_AWAY: Mapping[Attendance, str] = {
    Attendance.ABSENT: translatable("ikke kommet"),
    Attendance.LEFT_EARLY: translatable("er gået"),
    Attendance.SENT_WORDS: translatable("har sendt ord"),
}
_OUT = translatable("er ude")


def next_label(coming: NextAct, t: Translator, *, armed: bool = False) -> str:
    """Return the label of the go-button. `armed`: the warning that people wait has been shown once."""
    if armed:
        return t.gettext("Gå videre alligevel")
    match coming.kind:
        case NextKind.START:
            return t.gettext("Start mødet")
        case NextKind.PERSON if coming.reader:
            return t.gettext("Næste: {name}").format(name=words_of(coming.name, t))
        case NextKind.PERSON | NextKind.NEEDS_READER:
            return t.gettext("Næste: {name}").format(name=coming.name)
        case NextKind.PART | NextKind.PART_WITH_WAITING:
            return t.gettext("Næste del: {part}").format(part=short_title(coming.title))
        case NextKind.END_PAUSE:
            return t.gettext("Slut pausen")
        case NextKind.CLOSE:
            return t.gettext("Afslut mødet …")
        case NextKind.NOTHING:
            return t.gettext("Til referatet")


def words_of(name: str, t: Translator) -> str:
    """Return a label for words read aloud for somebody: `Alis ord`, `Jonas' ord`."""
    if name[-1:].casefold() in ("s", "x", "z"):
        return t.gettext("{name}' ord").format(name=name)
    return t.gettext("{name}s ord").format(name=name)


def undo_sentence(label: UndoLabel | None, t: Translator) -> str:
    """Return the label of the act to undo, "" if there is none."""
    if label is None:
        return ""
    act = act_words(label, t)
    return t.gettext("Fortryd: {act}").format(act=act) if act else t.gettext("Fortryd det seneste")


def undo_without_name(label: UndoLabel | None, t: Translator) -> str:
    """Return the label of the act to undo where there is no room for a name."""
    if label is not None and label.event == "PartEntered":
        return t.gettext("Fortryd: {act}").format(act=t.gettext("videre"))
    return t.gettext("Fortryd det seneste")


def undone_sentence(label: UndoLabel | None, speaker: str, t: Translator) -> str:
    """Return the sentence on the undone act, "" if there is none, with who has the floor again if that changed.

    `speaker` is the name of who has the floor now, "" for none.
    """
    if label is None:
        return ""
    act = act_words(label, t)
    sentence = t.gettext("Fortrudt: {act}.").format(act=act) if act else t.gettext("Det seneste er fortrudt.")
    if not speaker or label.event not in _MOVES_THE_WORD:
        return sentence
    return t.gettext("{sentence} {name} har ordet igen.").format(sentence=sentence, name=speaker)


def act_words(label: UndoLabel, t: Translator) -> str:
    """Return an act in a few words, "" if it has none."""
    by_turn = None if label.turn is None else _SETTLED.get(label.turn)
    if label.event == "PlanAdjusted":
        by_turn = _PLAN_ACTS[0 if label.name else 1 if label.number else 2]
    corrected = _CORRECTIONS.get(label.event) if label.corrected else None
    words = by_turn or corrected or _ACTS.get(label.event, "")
    if not words or ("{name}" in words and not label.name) or ("{number}" in words and label.number is None):
        return ""
    return t.gettext(words).format(name=short_title(label.name), number=label.number)


def is_going_on(label: UndoLabel) -> bool:
    """Return True if the latest act is one of *videre*."""
    return label.event in _ACTS_OF_GOING_ON


def waiting_sentence(waiting: Iterable[SeatView], t: Translator) -> str:
    """Return the warning before leaving a part in which people wait: their names, and the effect of a second press."""
    names = joined([seat.name for seat in waiting], t)
    return t.gettext("{people} har ikke haft ordet endnu. Tryk igen, hvis mødet skal gå videre alligevel.").format(
        people=names
    )


def joined(names: Sequence[str], t: Translator) -> str:
    """Return names joined as a list: `Lone, Peter og Kirsten`."""
    if len(names) < 2:
        return "".join(names)
    return t.gettext("{names} og {last}").format(names=", ".join(names[:-1]), last=names[-1])


def full_stop(words: str) -> str:
    """Return `words` with a full stop unless punctuated, as a screen reader runs sentences together; "" stays empty."""
    return words if not words or words[-1] in ".?!…" else f"{words}."


def counted(seconds: float) -> str:
    """Return a count as `1.12`; from an hour on as `1.02.05`."""
    whole = max(int(seconds), 0)
    minutes, left = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes}.{left:02d}"
    return f"{minutes // 60}.{minutes % 60:02d}.{left:02d}"


def budget_text(seconds: float, t: Translator) -> str:
    """Return the budget of a turn: `af 2 min`, `af 1.37`; a sentence if the time of the part is used up."""
    whole = round(seconds)
    if whole == 0:
        return t.gettext("tiden til delen er brugt")
    if whole % 60 == 0:
        return t.gettext("af {minutes} min").format(minutes=whole // 60)
    return t.gettext("af {count}").format(count=counted(whole))


def with_relation(name: str, relation: str, t: Translator) -> str:
    """Return `Kirsten (farmor)`."""
    return t.gettext("{name} ({relation})").format(name=name, relation=relation) if relation else name


def role_name(role: Role, t: Translator) -> str:
    """Return the role as one word."""
    return t.gettext(_ROLES[role])


def relation_of(seat: SeatView, t: Translator) -> str:
    """Return a person's relation to the child; the role if it is unknown."""
    return seat.relation or role_name(seat.role, t)


def away_text(seat: SeatView, t: Translator) -> str:
    """Return the reason why somebody is not in the room, "" for those who are."""
    return "" if seat.here else t.gettext(_AWAY.get(seat.attendance, _OUT))


def mark_name(mark: Mark, t: Translator) -> str:
    """Return the name of a mark as one word."""
    return t.gettext(_MARKS[mark])


def time_state_name(state: str, t: Translator) -> str:
    """Return a `TimeState` in words."""
    return t.gettext(_TIME_STATES[state])


def saved_text(at: datetime, t: Translator) -> str:
    """Return `gemt 16.38.12`."""
    return t.gettext("gemt {time}").format(time=f"{clock(at)}.{at.second:02d}")
