"""Announcements of acts to a screen reader: one sentence for each, from the meeting before it and after it.

They say no more than the mødeleder's screen, and no word of a private note.
"""

from collections.abc import Mapping
from enum import Enum, auto

from PySide6.QtCore import QObject

from netmoede_desktop.domain.agreements.agreements import present_status
from netmoede_desktop.domain.meeting.vocabulary import TurnState
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.meeting.agreements.wording import agreement_answered, agreement_written
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort, MeetingShown
from netmoede_desktop.gui.meeting.table.round_presenter import question, who_is_heard
from netmoede_desktop.gui.meeting.window.messages.overlay import Overlay
from netmoede_desktop.gui.meeting.window.messages.panels import away_sentence
from netmoede_desktop.gui.wording.meeting_wording import act_words, full_stop, undone_sentence
from netmoede_desktop.localization.catalogue import Translator, translatable
from netmoede_desktop.localization.dates import clock, sentence_case
from netmoede_desktop.localization.part_titles import short_title
from netmoede_desktop.services.meeting.view.values import (
    AgreementView,
    MeetingStage,
    MeetingView,
    SpeakerView,
    UndoLabel,
)

#: What was done. What these leave open, who has the word and which part it is, is said after them where it is new.
_DONE: Mapping[str, str] = {
    "WordRested": translatable("Uret står stille."),
    "WordResumed": translatable("Uret går igen."),
    "WordBackdated": translatable("Det tæller med fra før."),
    "WordLetRun": translatable("Lad løbe: uret siger ikke mere til."),
    "TimeAdded": translatable("Et minut mere."),
    "RemarkEnded": translatable("Indskuddet er slut."),
    "InterpreterEnded": translatable("Tolken er færdig."),
    "PauseEnded": translatable("Pausen er slut."),
    "BoardWritten": translatable("Linjen står på tavlen."),
    "PrivateTaken": translatable("Den private note er gemt."),
    "PrivateMoved": translatable("Den private note er flyttet."),
    "TopicParked": translatable("Emnet er gemt til en anden gang."),
    "ReservationMade": translatable("Forbeholdet fra {name} er skrevet ned."),
    "ExperienceTold": translatable("Oplevelsen af mødet er skrevet ned."),
    "NoteWritten": translatable("Noten til {name} er skrevet."),
    "AgreementDropped": translatable("Aftale {number} er fjernet."),
    "AgreementsRanked": translatable("Aftalerne har fået en ny rækkefølge."),
    "FollowUpSet": translatable("Det næste møde er skrevet ind."),
    "PersonAdded": translatable("{name} er kommet til."),
    "PersonArrived": translatable("{name} er kommet."),
    "PersonLeft": translatable("{name} er gået."),
    "SeatsMoved": translatable("Bordplanen er ændret."),
    "RoundReordered": translatable("Rækkefølgen i runden er ændret."),
    "ChildPlaceChosen": translatable("{name} har fået en ny plads i rækken."),
    "GapCounted": translatable("Afbrydelsen tælles med."),
    "GapLeftOut": translatable("Afbrydelsen tælles ikke med."),
    "RuleOverridden": translatable("Grunden er skrevet ned."),
    "WordsKept": translatable("Ordene fra {name} er skrevet ind."),
}
_CORRECTED: Mapping[str, str] = {
    "BoardWritten": translatable("Linjen på tavlen er rettet."),
    "FollowUpSet": translatable("Det næste møde er ændret."),
}
_SETTLED: Mapping[TurnState, str] = {
    TurnState.PASSED: translatable("{name} sagde pas."),
    TurnState.LATER: translatable("{name} venter til senere."),
}
#: Acts that are about the word: whoever has it is named, also where it is the same as before.
_OF_THE_WORD = frozenset({"WordGiven", "TurnMoved", "TurnEnded", "RemarkEnded", "InterpreterEnded", "PauseEnded"})


class _HowDone(Enum):
    DONE = auto()
    UNDONE = auto()
    REDONE = auto()


class SpokenActs(QObject):
    """Lets a screen reader hear each act once. It listens after the pages: what they said of it is not said again."""

    def __init__(self, port: MeetingPort, overlay: Overlay, t: Translator) -> None:
        super().__init__(overlay)
        self._view = port.view
        self._overlay = overlay
        self._t = t
        port.shown.connect(self._hear)

    def _hear(self, shown: MeetingShown) -> None:
        before, self._view = self._view, shown.view
        sentence = spoken(before, shown.view, self._t)
        if sentence != self._overlay.message.text and self._overlay.window().isVisible():
            announce(self._overlay.window(), sentence)


def spoken(before: MeetingView, after: MeetingView, t: Translator) -> str:
    """Return the announcement of the act between two views; "" where nothing was done: typing, or a mere look."""
    if after.ended is not None:
        return t.gettext("Mødet er slut.") if before.ended is None else ""
    if before.started is None and after.started is not None:
        return " ".join((t.gettext("Mødet er begyndt."), _part(after, t)))
    act = _act(before, after)
    if act is None:
        return ""
    way, label = act
    match way:
        case _HowDone.UNDONE:
            return undone_sentence(label, "" if after.speaker is None else after.speaker.name, t)
        case _HowDone.REDONE:
            words = act_words(label, t)
            return t.gettext("Gendannet: {act}.").format(act=words) if words else t.gettext("Det er gendannet.")
        case _HowDone.DONE:
            return _done(before, after, label, t)


def _act(before: MeetingView, after: MeetingView) -> tuple[_HowDone, UndoLabel] | None:
    """The act between two views and how it came; acts are numbered, and a number is never given twice."""
    last, undone = before.undo, before.redo
    if last is not None and after.redo is not None and after.redo.act == last.act:
        return _HowDone.UNDONE, after.redo
    if after.undo is None:
        return None
    if undone is not None and after.undo.act == undone.act:
        return _HowDone.REDONE, after.undo
    return (_HowDone.DONE, after.undo) if last is None or after.undo.act > last.act else None


def _done(before: MeetingView, after: MeetingView, label: UndoLabel, t: Translator) -> str:
    said = [_of_the_act(after, label, t)]
    another_part = before.part.id != after.part.id
    if another_part:
        said.append(_part(after, t))
    word, word_before = _heard(after.speaker, t), _heard(before.speaker, t)
    if after.stage is MeetingStage.RUNNING and (label.event in _OF_THE_WORD or word != word_before):
        nobody = after.part.has_turns and not another_part
        said.append(word or (t.gettext("Ingen har ordet.") if nobody else ""))
    told = " ".join(sentence for sentence in said if sentence)
    return told or full_stop(sentence_case(act_words(label, t))) or t.gettext("Det er gjort.")


def _of_the_act(after: MeetingView, label: UndoLabel, t: Translator) -> str:
    """Return the text of the act, "" where the new speaker or part implies it."""
    by_turn = None if label.turn is None else _SETTLED.get(label.turn)
    match label.event:
        case "PauseBegan":
            return _pause(after, t)
        case "PlanAdjusted":
            return t.gettext("Planen er ændret: {act}.").format(act=act_words(label, t))
        case "AgreementWritten" | "AgreementAnswered" | "StatusGiven":
            return _agreement(after, label, t)
        case _:
            words = by_turn or (_CORRECTED.get(label.event) if label.corrected else None) or _DONE.get(label.event)
            return t.gettext(words).format(name=short_title(label.name), number=label.number) if words else ""


def _pause(after: MeetingView, t: Translator) -> str:
    back_at = None if after.pause is None else after.pause.back_at
    if back_at is None:
        return t.gettext("Time-out. Uret står stille.")
    return t.gettext("Pause til {time}.").format(time=clock(back_at))


def _agreement(after: MeetingView, label: UndoLabel, t: Translator) -> str:
    agreement = _with_number(after, label.number)
    if agreement is None:
        return ""
    if label.event == "AgreementAnswered":
        return agreement_answered(agreement, t)
    if label.event == "StatusGiven":
        status = sentence_case(present_status(agreement.status or ""))
        return t.gettext("Aftale {number}: {answer}").format(number=agreement.number, answer=full_stop(status))
    if label.corrected:
        return t.gettext("Aftale {number} er rettet.").format(number=agreement.number)
    return agreement_written(agreement.number, t)


def _with_number(view: MeetingView, number: int | None) -> AgreementView | None:
    return next((agreement for agreement in view.agreements if agreement.number == number), None)


def _part(view: MeetingView, t: Translator) -> str:
    """Return the part of the meeting and its question, as on the card of the question."""
    asked = question(view, t)
    return " ".join(full_stop(words) for words in (asked.eyebrow, asked.title, away_sentence(view.part, t)) if words)


def _heard(speaker: SpeakerView | None, t: Translator) -> str:
    return "" if speaker is None else full_stop(who_is_heard(speaker, t))
