"""One agreement in the list: number, what, who, when, and whether its owner has said yes."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.domain.agreements.agreements import NOT_REACHED, Answer, present_status
from netmoede_desktop.gui.kit.layout.keyboard_ring import paint_ring
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.marks import MarkedButton, MarkShape, MarkTone
from netmoede_desktop.gui.meeting.agreements.draft import DraftField
from netmoede_desktop.gui.meeting.agreements.wording import answer_word, check_remarks
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.meeting_wording import full_stop, with_relation
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import when
from netmoede_desktop.services.meeting.view.values import AgreementView

#: Widths of the columns at 100 %: number, who, when, answer. What is left is the agreement's own.
COLUMNS = (36, 200, 140, 130)

_TOP = Qt.AlignmentFlag.AlignTop
_ANY_WIDTH = 16_777_215
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class AgreementRow(QWidget):
    """The row. A click or Enter opens it, Delete takes it away, the arrows go from row to row."""

    opened = Signal(int, object)
    """The number, and the `DraftField` that was pressed, None for the agreement itself."""
    dropped = Signal(int)
    moved = Signal(int, int)
    """The number of the row, and by how many rows the keyboard wants to go."""
    asked = Signal(int)
    """The answer was pressed: read this one aloud, or go through it."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._look, self._t = look, t
        self._view: AgreementView | None = None
        self._narrow: bool | None = None
        self._ranking = False
        self._last = False
        self._build()
        self.answer.clicked.connect(lambda: self.asked.emit(self.number))

    def _build(self) -> None:
        look = self._look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._number = Label("", Tone.MUTED, wrap=False)
        self._text = Label("", Tone.STRONG)
        self._below = Label("", Tone.MUTED)
        self._who = Label("", Tone.BODY)
        self._when = Label("", Tone.BODY)
        self.answer = MarkedButton("", look)
        # The words of a row begin on one line, that of the answer.
        for label in (self._number, self._text, self._who, self._when):
            label.setContentsMargins(0, look.px(4), 0, 0)
        set_role(self, SpokenRole.LIST_ITEM)
        for label in (self._number, self._text, self._below, self._who, self._when):
            set_role(label, SpokenRole.SILENT)  # the row is called what they say
        self._words = QVBoxLayout()
        self._words.setSpacing(look.px(2))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(look.px(12), look.px(6), look.px(12), look.px(8))
        self._line.setSpacing(look.px(12))
        self._under = QHBoxLayout()
        self._under.setSpacing(look.px(16))
        self._line.addWidget(self._number, 0, _TOP)
        self._line.addLayout(self._words, 1)
        self._line.addWidget(self.answer, 0, _TOP)
        self._number.setFixedWidth(look.px(COLUMNS[0]))
        self.answer.setFixedWidth(look.px(COLUMNS[3]))
        self.set_narrow(False)

    @property
    def number(self) -> int:
        """Which agreement it is."""
        return 0 if self._view is None else self._view.number

    def set_narrow(self, narrow: bool) -> None:
        """Put who and when beside what, or below it where the row is narrow."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for place in (self._words, self._under, self._line):
            for widget in (self._text, self._who, self._when, self._below):
                place.removeWidget(widget)
        self._words.removeItem(self._under)
        self._words.addWidget(self._text, 0, _TOP)
        if narrow:
            self._under.addWidget(self._who, 1, _TOP)
            self._under.addWidget(self._when, 1, _TOP)
            self._words.addLayout(self._under)
        else:
            self._line.insertWidget(2, self._who, 0, _TOP)
            self._line.insertWidget(3, self._when, 0, _TOP)
        self._words.addWidget(self._below, 1, _TOP)
        for label, width in ((self._who, COLUMNS[1]), (self._when, COLUMNS[2])):
            label.setMinimumWidth(0 if narrow else self._look.px(width))
            label.setMaximumWidth(_ANY_WIDTH if narrow else self._look.px(width))

    def set_last(self, *, last: bool) -> None:
        """The last row has no line below it."""
        self._last = last
        self.update()

    def render(self, view: AgreementView, year: int, *, ranking: bool) -> None:  # type: ignore[override]
        """Show the agreement; `year` is the one that goes without saying. While `ranking` the answer is its rank."""
        if view == self._view and ranking == self._ranking:
            return
        self._view, self._ranking = view, ranking
        t = self._t
        who = with_relation(view.owner_name, view.owner_relation, t) if view.owner else t.gettext("ingen endnu")
        moment = _dates(view, year, t)
        self._number.setText(str(view.number))
        self._text.setText(view.text)
        self._text.set_tone(Tone.MUTED if view.settled else Tone.STRONG)
        below = _below(view, t)
        self._below.setText(below)
        self._below.setVisible(bool(below))
        self._who.setText(who)
        self._who.set_tone(Tone.BODY if view.owner or view.settled else Tone.ATTENTION)
        self._when.setText(moment)
        self._when.set_tone(Tone.BODY if view.start or view.due or view.settled else Tone.ATTENTION)
        self.answer.show_text(*_rank(view, t) if ranking else _answer(view, t))
        self.answer.set_leads(not ranking)
        which = t.gettext("Aftale {number}").format(number=view.number)
        self.answer.setAccessibleName(f"{which}: {self.answer.text()}")
        self.setAccessibleName(_spoken(view, who, moment, self.answer.text(), below, t))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter opens, Delete takes away, the arrows go on."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in _ENTER and not event.isAutoRepeat():
            self.opened.emit(self.number, None)
        elif plain and key is Qt.Key.Key_Delete and not event.isAutoRepeat():
            self.dropped.emit(self.number)
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(self.number, 1 if key is Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Keep the press, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click opens it, where it was pressed."""
        place = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(place):
            fields = {self._who: DraftField.OWNER, self._when: DraftField.WHEN}
            self.opened.emit(
                self.number, next((f for label, f in fields.items() if label.geometry().contains(place)), None)
            )

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the line below, and the ring of the keyboard."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = look.px(theme.stroke)
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(stroke, 0, -stroke, -2 * stroke), QColor(theme.panel))
        if not self._last:
            painter.fillRect(0, self.height() - stroke, self.width(), stroke, QColor(theme.line))
        if self.hasFocus():
            edge = look.px(theme.stroke)
            paint_ring(painter, self.rect().adjusted(edge, edge, -edge, -2 * edge), look, 8)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """As it was."""
        super().leaveEvent(event)
        self.update()


def _spoken(view: AgreementView, who: str, moment: str, answer: str, below: str, t: Translator) -> str:
    """The row as it is heard: each thing under its heading."""
    sentences = (
        t.gettext("{number}. {text}").format(number=view.number, text=view.text),
        t.gettext("Hvem: {who}").format(who=who),
        t.gettext("Hvornår: {when}").format(when=moment.replace("\n", ", ").replace("\u00a0", " ")) if moment else "",
        t.gettext("Svar: {answer}").format(answer=answer),
        *below.split("\n"),
    )
    return " ".join(full_stop(sentence) for sentence in sentences if sentence)


def _dates(view: AgreementView, year: int, t: Translator) -> str:
    """From when and by when, under each other, so that a date never breaks."""
    ends = ((view.start, None), (None, view.due)) if view.start and view.due else ((view.start, view.due),)
    return "\n".join(when(start, due, t, year=year).replace(" ", "\u00a0") for start, due in ends)


def _below(view: AgreementView, t: Translator) -> str:
    """Return the lines under the agreement: its rank, its sign, its outcome, its remarks."""
    lines = [
        "" if view.priority is None else t.gettext("{rank}. prioritet").format(rank=view.priority),
        t.gettext("Tegn: {sign}").format(sign=view.sign) if view.sign else "",
        view.result or "",
        *check_remarks((check.code for check in view.checks), view.owner_name, t),
    ]
    return "\n".join(line for line in lines if line)


def _answer(view: AgreementView, t: Translator) -> tuple[str, MarkShape, MarkTone]:
    if view.carried and not view.unanswered and view.answer is None:
        return _status(view, t)
    match view.answer:
        case Answer.YES:
            return answer_word(view, t), MarkShape.DOT, MarkTone.DONE
        case Answer.NO:
            return t.gettext("nej, ikke bekræftet"), MarkShape.BAR, MarkTone.MUTED
        case _:
            return answer_word(view, t), MarkShape.RING, MarkTone.ATTENTION


def _status(view: AgreementView, t: Translator) -> tuple[str, MarkShape, MarkTone]:
    if view.status is None:
        return t.gettext("gå igennem"), MarkShape.RING, MarkTone.ATTENTION
    words = present_status(view.status)
    if view.status == NOT_REACHED:
        return words, MarkShape.BAR, MarkTone.ATTENTION
    return words, MarkShape.CHECK if view.settled else MarkShape.DOT, MarkTone.MUTED if view.settled else MarkTone.DONE


def _rank(view: AgreementView, t: Translator) -> tuple[str, MarkShape, MarkTone]:
    if view.priority is None:
        return t.gettext("vælg"), MarkShape.RING, MarkTone.PLAIN
    return t.gettext("{rank}. prioritet").format(rank=view.priority), MarkShape.DOT, MarkTone.DONE
