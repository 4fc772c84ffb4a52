"""Status: the agreements of last time, one after the other, its owner first, and what came of each in own words."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.agreements.agreements import CHANGED, present_status
from netmoede_desktop.domain.meeting.commands import GiveStatus, WriteAgreement
from netmoede_desktop.domain.methods.method import PartTask
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.fields import Field
from netmoede_desktop.gui.kit.fields.growing_input import GrowingInput
from netmoede_desktop.gui.kit.layout.flow import flowing
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.agreements.draft import reword, written
from netmoede_desktop.gui.meeting.agreements.owner_question import OwnerQuestion
from netmoede_desktop.gui.meeting.bridge.line_keeping import packed, unpacked
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.page import BarItem
from netmoede_desktop.gui.meeting.reading.answering import Answering
from netmoede_desktop.gui.meeting.reading.sheet import ALONE, AgreementSheet, SheetPage, when_and_sign
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.meeting_wording import with_relation
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import sentence_case
from netmoede_desktop.services.agreements.agreement_help import owner_candidates, read_measure
from netmoede_desktop.services.meeting.view.values import AgreementView, MeetingView


class StatusPage(SheetPage):
    """The agreement that is gone through now. *Videre* goes to the next one, and after the last to the next part."""

    left = Signal()
    """It was opened beside another part, and is over: the last one is gone through, or the mødeleder leaves it."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator) -> None:
        super().__init__()
        self._port, self._look, self._t = port, look, t
        self._view = port.view
        self._number: int | None = None
        self._shown: AgreementView | None = None
        self._filling = False
        self._chosen: str | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, SpokenRole.GROUP)
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._look, self._t
        self.leave_button = Button(t.gettext("Tilbage til aftalerne"), look, ButtonKind.QUIET)
        self.sheet = AgreementSheet(look, self.leave_button)
        self.choices = [
            Button(sentence_case(present_status(status)), look, key=str(place), one_of=True)
            for place, status in enumerate(self._view.statuses, start=1)
        ]
        for button in self.choices:
            button.setFixedHeight(look.px(48))
        self.result = GrowingInput(look, size=15, most=4)
        self._result = Field(t.gettext("Hvad kom der ud af det?"), self.result, look)
        self.words = GrowingInput(look, size=17, most=4)
        self._words_hint = t.gettext("Tryk Enter, når teksten er færdig. Den læses op senere i dag som en ny aftale.")
        self._words = Field(t.gettext("Hvad aftaler I i stedet?"), self.words, look, hint=self._words_hint)
        self.understood = Label("", Tone.READING)
        self.question = OwnerQuestion(look)
        self.more = GrowingInput(look, size=15, most=3)
        hint = t.gettext("Fx: Sanne holder en lille gruppe siden 2/11. Tryk Enter, når linjen er færdig.")
        self._more = Field(t.gettext("Hvad er ellers i gang?"), self.more, look, hint=hint)
        self._first = Label("", Tone.MUTED)
        for label in (self._first, self.understood):
            label.setContentsMargins(look.px(5), 0, 0, 0)
        self._choice_row = flowing(*self.choices, gap=look.px(10))
        for widget in (self._first, self._words, self.understood, self.question, self._result, self._more):
            self.sheet.put_above(widget)
        self.sheet.put_below(self._choice_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)

    def _connect(self) -> None:
        for status, button in zip(self._view.statuses, self.choices, strict=True):
            button.clicked.connect(lambda _=False, status=status: self._choose(status))
        digits = {Qt.Key(Qt.Key.Key_1.value + place): button.click for place, button in enumerate(self.choices[:9])}
        self.answer_by(digits)
        self._in_field = Answering(self, digits)
        self._in_field.word_began.connect(self.result.insertPlainText)
        for field in (self.result, self.words, self.more):
            field.installEventFilter(self)
        self.result.textChanged.connect(self._show_keys)
        self.leave_button.clicked.connect(self.leave)
        for field in (self.result, self.words):
            field.textChanged.connect(self._keep_begun)
        self.result.entered.connect(self.save)
        self.words.textChanged.connect(self._words_typed)
        self.words.entered.connect(self._take_words)
        self.question.answered.connect(self._owner_meant)
        self._port.lines.follow(_MORE, self.more)
        self.more.entered.connect(self._take_more)

    @property
    def number(self) -> int | None:
        """The agreement that is gone through now."""
        return None if self._shown is None else self._shown.number

    def start(self, number: int | None = None) -> None:
        """Begin with an agreement, or with the first that has no status."""
        if self.save():
            self._number = number
            self._shown = None
            self.render(self._port.view)

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Render the agreement."""
        self._view = view
        now = self._now(view)
        self.leave_button.setVisible(self._beside_another_part())
        self._more.setVisible(view.lists_measures)
        if now == self._shown and now is not None:
            return
        another = now is None or self._shown is None or now.number != self._shown.number
        before = None if another else self._shown
        if another:
            self.answering.forget()
            self._in_field.forget()
            self._chosen = None
        self._shown = now
        self._number = None if now is None else now.number
        self._filling = True
        self._show(now, before)
        self._filling = False
        self._keep_begun()
        if another and self.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def handle(self, action: Action) -> bool:
        """*Videre* is the next agreement, *forrige* the one before; beyond the ends they are the window's."""
        super().handle(action)
        self._in_field.take()
        by = {Action.GO_ON: 1, Action.GO_BACK: -1}.get(action)
        target = None if by is None else self._beside(by)
        if target is not None:
            self.start(target)
        elif action is Action.GO_ON and self._beside_another_part():
            self.leave()
        else:
            return False
        return True

    def leave(self) -> None:
        """Go back to the agreements."""
        if self.save():
            self.left.emit()

    def go_label(self) -> str:
        """Say what *videre* does here, while there is one more."""
        if self._beside(1) is not None:
            return self._t.gettext("Næste aftale")
        return self._t.gettext("Tilbage til aftalerne") if self._beside_another_part() else ""

    def save(self) -> bool:
        """Keep what came of it; False when that was refused. It is then still here.

        New words are another agreement: half of them wait for their own Enter, and stand here until then.
        """
        super().save()
        self._in_field.take()
        shown = self._shown
        if shown is None:
            return True
        result = self.result.text.strip()
        if shown.status is None or result == (shown.result or ""):
            return True
        return self._port.do(GiveStatus(shown.number, shown.status, result or None))

    def bar(self) -> tuple[tuple[BarItem, ...], tuple[BarItem, ...]]:
        """Return the buttons of the bar while an agreement is gone through."""
        return (BarItem(Action.GO_BACK), BarItem(Action.PAUSE)), (BarItem(Action.AGREEMENT, green=True),)

    def writing_place(self) -> QWidget | None:
        """Return the field of the outcome; without an agreement, the field of the measures under way, if listed."""
        if self._shown is None:
            return self.more if self._view.lists_measures else None
        return self.result

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Answer by a digit pressed alone in the empty field too; in one with text it is writing."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_keys()
        if not (isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched is self.result):
            return False
        plain = bool(event.text()) and not event.modifiers() & ~ALONE
        ends = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)  # what waits is taken then
        return plain and not ends and not self.result.text and self._in_field.press(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The page has the keyboard, so that digits choose."""
        super().showEvent(event)
        if not event.spontaneous():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Once the part is left, the next time begins with the first that has no status."""
        super().hideEvent(event)
        if self._port.view.part.id != self._view.part.id:
            self._number = None

    def resume(self, field: str) -> None:
        """Begin with the agreement that has a half-written text."""
        if field == "more":
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.start(int(field))
        self.result.setFocus(Qt.FocusReason.OtherFocusReason)

    def _beside_another_part(self) -> bool:
        """Return True if it was opened by hand: the last agreement then does not lead to the next part."""
        return self._view.part.task is not PartTask.STATUS

    def _carried(self) -> list[AgreementView]:
        return [agreement for agreement in self._view.agreements if agreement.carried]

    def _now(self, view: MeetingView) -> AgreementView | None:
        carried = [agreement for agreement in view.agreements if agreement.carried]
        chosen = next((a for a in carried if a.number == self._number), None)
        return chosen or next((a for a in carried if a.status is None), carried[0] if carried else None)

    def _beside(self, by: int) -> int | None:
        numbers = [agreement.number for agreement in self._carried()]
        if self._number not in numbers:
            return None
        place = numbers.index(self._number) + by
        return numbers[place] if 0 <= place < len(numbers) else None

    def _show(self, now: AgreementView | None, before: AgreementView | None) -> None:
        t = self._t
        for widget in (self._choice_row, self._result, self._first):
            widget.setVisible(now is not None)
        self._words.setVisible(now is not None and now.status in CHANGED)
        self._show_understood()
        if now is None:
            none = t.gettext("Der er ingen aftaler fra sidst.")
            first = t.gettext("Der er ikke skrevet noget på, som allerede er i gang.")
            said = first if self._view.lists_measures else none
            self.sheet.show_agreement(self._view.part.heading.upper(), said, "", "")
            self.setAccessibleName(said)
            return
        carried = self._carried()
        place = next(n for n, a in enumerate(carried, start=1) if a.number == now.number)
        heading = f"{self._view.part.heading.upper()} · " if self._view.part.heading else ""
        where = t.gettext("I GANG · {n} AF {total}") if now.started else t.gettext("FRA SIDST · {n} AF {total}")
        eyebrow = heading + where.format(n=place, total=len(carried))
        who = with_relation(now.owner_name, now.owner_relation, t)
        self.sheet.show_agreement(eyebrow, now.text, who, when_and_sign(now, self._view, t))
        self.setAccessibleName(f"{eyebrow}. {now.text}. {who}")
        first = t.gettext("{name} fortæller først, og så de andre.").format(name=now.owner_name)
        self._first.setText(first if now.owner else "")
        for status, button in zip(self._view.statuses, self.choices, strict=True):
            button.setChecked(status == now.status)
        if before is None:
            begun = unpacked(self._port.lines.begun(_field(now)))
            self.result.set_text(begun["result"] or now.result or "")
            self.words.set_text(begun["words"] or now.text)
            return
        # What was undone is undone in the fields too; what has been typed since stays.
        if self.result.text.strip() == (before.result or ""):
            self.result.set_text(now.result or "")
        if self.words.text.strip() == before.text:
            self.words.set_text(now.text)

    def _choose(self, status: str) -> None:
        """Record a status with the text beside it; a change asks for the new words."""
        shown = self._shown
        if shown is None:
            return
        result = self.result.text.strip() or None
        if (status, result) != (shown.status, shown.result):
            self._port.do(GiveStatus(shown.number, status, result))
            self.render(self._port.view)
        now = self._shown
        for one, button in zip(self._view.statuses, self.choices, strict=True):
            button.setChecked(now is not None and one == now.status)
        if now is not None and now.status == status and status in CHANGED:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            self.sheet.bring_into_sight(self._words)

    def _take_words(self) -> None:
        shown, words = self._shown, self.words.text.strip()
        if shown is None or not self.save():
            return
        if shown.status in CHANGED and words and words != shown.text:
            draft = reword(words, shown, self._view, self._t, self._chosen).draft
            if self._port.do(written(draft)):
                self._chosen = None
                self.words.set_text(draft.text)

    def _show_keys(self) -> None:
        """The keys are shown where they answer."""
        writing = self.words.hasFocus() or self.more.hasFocus() or (self.result.hasFocus() and bool(self.result.text))
        for button in self.choices:
            button.show_key(shown=not writing)

    def _words_typed(self) -> None:
        if not self.words.text.strip():
            self._chosen = None
        self._show_understood()

    def _owner_meant(self, person: str) -> None:
        self._chosen = person
        self._show_understood()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_understood(self) -> None:
        """Who, when and the sign, as far as the new words name them, are shown while they are written."""
        shown = self._shown
        asked = shown is not None and shown.status in CHANGED
        read = reword(self.words.text, shown, self._view, self._t, self._chosen) if shown and asked else None
        self.understood.setText("" if read is None else read.said)
        self.understood.setVisible(read is not None and bool(read.said))
        self.question.ask("" if read is None else read.question, () if read is None else read.meant)
        told = () if read is None else (read.said, read.question)
        self.words.setAccessibleDescription("; ".join(line for line in (self._words_hint, *told) if line))

    def _take_more(self) -> None:
        """A measure that began before today joins those that are gone through, and is the one that is shown."""
        view, line = self._view, self.more.text.strip()
        if not line or not self.save():
            return
        read = read_measure(line, owner_candidates(view.seats), view.starts.date())
        numbers = {agreement.number for agreement in view.agreements}
        if not self._port.do(WriteAgreement(read.text, read.owner, read.start, read.due, read.sign, started=True)):
            return
        self.more.set_text("")
        self.start(next((one.number for one in self._port.view.agreements if one.number not in numbers), None))

    def _keep_begun(self) -> None:
        """Store the outcome for its agreement while it is written: it often comes before the status."""
        shown = self._shown
        if shown is None or self._filling:
            return
        result = self.result.text if self.result.text.strip() != (shown.result or "") else ""
        words = self.words.text if self.words.text.strip() != shown.text else ""
        self._port.lines.typed(_field(shown), packed(result=result, words=words))


#: Where the line about what is under way is kept while it is written.
_MORE = "status.more"


def _field(agreement: AgreementView) -> str:
    return f"status.{agreement.number}"
