"""Oplæsning: one agreement at a time fills the page, its owner answers ja, ret or nej, and the room sees that one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.agreements.agreements import Answer
from netmoede_desktop.domain.meeting.commands import AnswerAgreement, WriteAgreement
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.growing_input import GrowingInput
from netmoede_desktop.gui.kit.layout.flow import flowing
from netmoede_desktop.gui.kit.layout.frames import row
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.agreements.draft import owner_options, reword, worded_anew
from netmoede_desktop.gui.meeting.agreements.wording import (
    agreement_answered,
    answer_sentence,
    check_remarks,
    room_remark,
)
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.page import BarItem
from netmoede_desktop.gui.meeting.reading.answering import ANSWER_KEYS, OPENING_KEYS
from netmoede_desktop.gui.meeting.reading.reading_order import Reading, after_act, beside, has_answer, reading
from netmoede_desktop.gui.meeting.reading.sheet import AgreementSheet, SheetPage, when_and_sign
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.meeting_wording import with_relation
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingView


class ReadingPage(SheetPage):
    """The agreement that is read now. A yes or a no goes on to the next one without an answer; *videre* goes on too.

    A key answers an agreement once: an answer that was given is changed by going back to it, or on its button.
    """

    reading = Signal(object)
    """The number of the agreement that is read, None when none is any more: the room sees that one."""
    said = Signal(str)
    """A sentence for the mødeleder: what was answered to the agreement that has made way, or why a key did nothing."""
    left = Signal()
    """It is over: the last one is read, or the mødeleder leaves it."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator, monotonic: Callable[[], float]) -> None:
        """Make it; `monotonic` is a clock in seconds that only goes forward."""
        super().__init__()
        self._port, self._look, self._t = port, look, t
        self._view = port.view
        self._number: int | None = None
        self._told: int | None = None
        self._shown: Reading | None = None
        self._editing = False
        self._answered_here = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, SpokenRole.GROUP)
        self._build()
        self._connect(monotonic)

    def _build(self) -> None:
        look, t = self._look, self._t
        self.leave_button = Button(t.gettext("Tilbage til aftalerne"), look, ButtonKind.QUIET)
        self.sheet = AgreementSheet(look, self.leave_button)
        self.edit = GrowingInput(look, size=24, most=6)
        self.edit.setAccessibleName(t.gettext("Aftalens nye tekst"))
        self.owner = Choice((), look)
        self.owner.setAccessibleName(t.gettext("Hvem gør det?"))
        self.owner.setMaximumWidth(look.px(360))
        self.owner_button = Button(t.gettext("Gem"), look, key="↵")
        self._owner_row = QWidget()
        owner_line = row(self.owner, self.owner_button, None, spacing=look.px(8))
        owner_line.setStretch(0, 100)
        self._owner_row.setLayout(owner_line)
        self.understood = Label("", Tone.READING)
        self._remarks = Label("", Tone.MUTED)
        self._said = Label("", Tone.READING)
        for label in (self.understood, self._remarks, self._said):
            label.setContentsMargins(look.px(5), 0, 0, 0)
        self.answers = {
            Answer.YES: Button(t.gettext("Ja"), look, key="J", one_of=True),
            Answer.CHANGE: Button(t.gettext("Ret"), look, key="R", one_of=True),
            Answer.NO: Button(t.gettext("Nej"), look, key="N", one_of=True),
        }
        for button in self.answers.values():
            button.setMinimumWidth(look.px(150))
            button.setFixedHeight(look.px(52))
        self._answer_row = flowing(*self.answers.values(), gap=look.px(12))
        self.keep_button = Button(t.gettext("Gem den nye tekst"), look, ButtonKind.PRIMARY, key="↵")
        self.undo_button = Button(t.gettext("Annuller"), look, key="Esc")
        self._edit_row = QWidget()
        self._edit_row.setLayout(row(self.keep_button, self.undo_button, None, spacing=look.px(8)))
        self._lay_out()

    def _lay_out(self) -> None:
        self.sheet.put_above(self.understood, after_words=True)
        self.sheet.put_above(self.edit, after_words=True)
        self.sheet.put_above(self._owner_row)
        self.sheet.put_above(self._remarks)
        for widget in (self._said, self._answer_row, self._edit_row):
            self.sheet.put_below(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)

    def _connect(self, monotonic: Callable[[], float]) -> None:
        for answer, button in self.answers.items():
            button.clicked.connect(lambda _=False, answer=answer: self._answer(answer))
        self.edit.entered.connect(self.keep)
        self.edit.textChanged.connect(self._words_typed)
        self.keep_button.clicked.connect(self.keep)
        self.undo_button.clicked.connect(self._stop_editing)
        keys = {key: partial(self._key_pressed, answer) for key, answer in ANSWER_KEYS.items()}
        self.answer_by(keys, monotonic, harmless=OPENING_KEYS)
        self.answering.too_soon.connect(self._warn_too_soon)
        self.owner.chosen.connect(self._set_owner)
        self.owner.currentIndexChanged.connect(lambda _: self.owner_button.setEnabled(bool(self.owner.key)))
        self.owner_button.clicked.connect(lambda: self._set_owner(self.owner.key))
        self.leave_button.clicked.connect(self.leave)

    @property
    def number(self) -> int | None:
        """The agreement that is read now."""
        return None if self._shown is None else self._shown.agreement.number

    @property
    def editing(self) -> bool:
        """Whether its words are being put right."""
        return self._editing

    def start(self, number: int | None = None) -> None:
        """Begin with an agreement, or with the first that has no answer."""
        self._number = number
        self._shown = None
        self._editing = False
        self._read(self._port.view)
        begun = "" if self._number is None else self._port.lines.begun(self._field)
        if begun:
            self._edit(begun)

    def put_right(self) -> None:
        """Open the words, as by *Ret*."""
        self._answer(Answer.CHANGE)

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Render the agreement, or the next one after an answer."""
        read = self._number
        number = after_act(self._view, view, read)
        before = self._shown
        if number != read and before is not None:
            self._number = number
            self.answering.turned()
        self._read(view)
        answered = next((a for a in view.agreements if a.number == read and has_answer(a)), None)
        if self._shown is None or before is None or answered is None:
            return
        if number != read:
            self.said.emit(agreement_answered(answered, self._t))
        elif answered.answered_at != before.agreement.answered_at:
            self._answered_here = True

    def _read(self, view: MeetingView) -> None:
        """Show the agreement with the number that is to be read."""
        self._view = view
        now = reading(view, self._number)
        if now == self._shown and now is not None:
            return
        another = now is None or self._shown is None or now.agreement.number != self._shown.agreement.number
        self._shown = now
        self._number = None if now is None else now.agreement.number
        self._editing = self._editing and not another
        if another or now is None or not has_answer(now.agreement):
            self._answered_here = False
        if another:
            self.answering.forget()
            self.owner.set_key("")
        self._show(now)
        self._send_to_room()
        if another and self.isVisible():
            self._take_keyboard()

    def handle(self, action: Action) -> bool:
        """*Videre* is the next agreement, and *forrige* the one before."""
        super().handle(action)
        if action is Action.GO_ON:
            if not self.answering.too_early:  # the answer has gone on already
                self._go_on()
            return True
        before = None if self._number is None else beside(self._view, self._number, -1)
        if action is not Action.GO_BACK or before is None:
            return False
        self.start(before)
        return True

    def go_label(self) -> str:
        """Say what *videre* does here."""
        if self._shown is None or self._shown.last:
            return self._t.gettext("Tilbage til aftalerne")
        return self._t.gettext("Læs den næste op")

    def typed(self, event: QKeyEvent) -> bool:
        """While the words are put right nothing answers."""
        return not self._editing and super().typed(event)

    def writing_place(self) -> QWidget | None:
        """The words that are put right."""
        return self.edit if self._editing else None

    def bar(self) -> tuple[tuple[BarItem, ...], tuple[BarItem, ...]]:
        """Return the buttons of the bar while an agreement is read."""
        return (BarItem(Action.GO_BACK), BarItem(Action.PAUSE)), (BarItem(Action.AUDIENCE), BarItem(Action.CURTAIN))

    def leave(self) -> None:
        """Go back to the agreements."""
        if self.save():
            self.left.emit()

    def keep(self) -> bool:
        """Keep the new words as the answer *ret*; False when they were refused. They are then still here."""
        shown = self._shown
        if shown is None:
            return True
        if not self._port.do(*worded_anew(self.edit.text, shown.agreement, self._view, self._t)):
            self._port.press_again(self.keep)
            return False
        self._stop_editing()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape leaves the words as they were; Enter takes who was chosen."""
        if event.key() == Qt.Key.Key_Escape and self._editing:
            self._stop_editing()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.owner.hasFocus():
            self._set_owner(self.owner.key)
        else:
            super().keyPressEvent(event)

    def entered(self) -> bool:
        """Enter takes who was chosen, wherever on the page the keyboard is."""
        if not (self._owner_row.isVisible() and self.owner.key):
            return False
        self._set_owner(self.owner.key)
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Focus the owner on the first Tab while there is none; then go round in reading order."""
        if not (forward and self.hasFocus() and self._owner_row.isVisible()) or self.stepped_in:
            return super().focusNextPrevChild(forward)
        self.owner.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The room sees the agreement from now on."""
        super().showEvent(event)
        self._send_to_room()
        if not event.spontaneous():
            self._take_keyboard()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """The room sees it no more."""
        super().hideEvent(event)
        if self._told is not None:
            self._told = None
            self.reading.emit(None)

    def _show(self, now: Reading | None) -> None:
        t = self._t
        for widget in (self._remarks, self._owner_row):
            widget.setVisible(now is not None)
        self._arrange_edit()
        if now is None:
            self.sheet.show_agreement("", t.gettext("Der er ingen aftaler at læse op."), "", "")
            return
        agreement = now.agreement
        eyebrow = t.gettext("LÆS OP · {n} AF {total}").format(n=now.place, total=now.total)
        owner = with_relation(agreement.owner_name, agreement.owner_relation, t)
        who = owner if agreement.owner else t.gettext("Ingen har taget den endnu")
        self.sheet.show_agreement(eyebrow, agreement.text, who, when_and_sign(agreement, self._view, t))
        self.setAccessibleName(f"{eyebrow}. {agreement.text}. {who}")
        self._owner_row.setVisible(agreement.owner is None)
        nobody = ("", t.gettext("Vælg, hvem der gør det"))
        self.owner.set_options([nobody, *owner_options(agreement, self._view, t)])
        self.owner_button.setEnabled(bool(self.owner.key))
        self._said.setText(answer_sentence(agreement, t))
        self._said.setAccessibleName(self._said.text())
        self._mark_answer()
        remarks = check_remarks((check.code for check in agreement.checks), agreement.owner_name, t)
        room = room_remark(self._view.guard.found("\n".join((agreement.text, agreement.sign or ""))), t)
        self._remarks.setText("\n".join(line for line in (*remarks, room) if line))
        self._remarks.setVisible(bool(self._remarks.text()))

    def _key_pressed(self, answer: Answer) -> None:
        """Answer the agreement just read by a key: once, for the next key belongs to the next agreement."""
        if self._answered_here and not self._editing:
            self.said.emit(
                self._t.gettext("Der er svaret. Skal svaret ændres, så tryk på det andet svar her på siden.")
            )
        else:
            self._answer(answer)

    def _answer(self, answer: Answer) -> None:
        """Record an answer once; a press marks nothing by itself: the recorded answer is marked."""
        shown = self._shown
        if shown is None or self._editing:
            return
        agreement = shown.agreement
        if answer is Answer.CHANGE:
            self._edit(agreement.text)
        elif self.answering.too_early:
            self._warn_too_soon()  # perhaps the second half of a double click
        elif agreement.owner is None:
            self.lead_to(self.owner)
            self.sheet.bring_into_sight(self._owner_row)
            announce(self._said, self._said.text())
        elif agreement.answer is not answer and self._port.do(AnswerAgreement(agreement.number, answer)):
            self.render(self._port.view)
        self._mark_answer()

    def _warn_too_soon(self) -> None:
        self.said.emit(self._t.gettext("Læs aftalen op først. Tryk så igen."))

    def _edit(self, text: str) -> None:
        """Open the words to be put right."""
        self._editing = True
        self.edit.set_text(text)
        self._arrange_edit()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _field(self) -> str:
        return f"reading.{self._number}"

    def _words_typed(self) -> None:
        """The new words are kept while they are written."""
        shown = self._shown
        if self._editing and shown is not None:
            self._show_understood()
            differs = self.edit.text != shown.agreement.text
            self._port.lines.typed(self._field, self.edit.text if differs else "")

    def _mark_answer(self) -> None:
        if self._shown is not None:
            for answer, button in self.answers.items():
                button.setChecked(self._shown.agreement.answer is answer)

    def _set_owner(self, person: str) -> None:
        """The keyboard is the page's again, so that the new owner can answer."""
        if self._shown is not None and person:
            a = self._shown.agreement
            if self._port.do(WriteAgreement(a.text, person, a.start, a.due, a.sign, a.number)):
                self._take_keyboard()

    def _go_on(self) -> None:
        following = None if self._number is None else beside(self._view, self._number, 1)
        if following is None:
            self.leave()
        else:
            self.start(following)

    def _stop_editing(self) -> None:
        self._editing = False
        self._port.lines.typed(self._field, "")
        self._arrange_edit()
        self._take_keyboard()

    def _arrange_edit(self) -> None:
        self.sheet.show_words(shown=not self._editing)
        self.edit.setVisible(self._editing)
        self._show_understood()
        self._edit_row.setVisible(self._editing)
        for widget in (self._said, self._answer_row):
            widget.setVisible(not self._editing and self._shown is not None)

    def _show_understood(self) -> None:
        """Show the reading of the new words while they are written."""
        editing = self._shown if self._editing else None
        said = "" if editing is None else reword(self.edit.text, editing.agreement, self._view, self._t).said
        self.understood.setText(said)
        self.understood.setVisible(bool(said))

    def _take_keyboard(self) -> None:
        """The page itself has it, so that Enter answers nothing, and a screen reader reads the agreement."""
        (self.edit if self._editing else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _send_to_room(self) -> None:
        number = self.number if self.isVisible() else None
        if number != self._told:
            self._told = number
            self.reading.emit(number)
