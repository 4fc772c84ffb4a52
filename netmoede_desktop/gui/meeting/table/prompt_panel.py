"""The left side of the table: where we are, what to ask, what to say, and who comes now and next."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.layout.frames import Hairline, ScrollColumn, Surface
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.table.round_presenter import NEXT_SHOWN, RoundQuestion, SpeakerQueue
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.quoting import between_marks

#: Characters from which a question is set smaller, so that it does not fill the panel.
_LONG_TITLE = 44


class QuestionCard(ScrollColumn):
    """The question of the part with what the mødeleder may say and think of; scrolls where it must."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__(look, padding=0, spacing=10)
        self._look = look
        self._t = t
        self._compact = self._tight = False
        self._shown: RoundQuestion | None = None
        self._eyebrow = Label("", Tone.EYEBROW)
        self._title = Label("", Tone.TITLE)
        self._card = Surface("card", look, padding=16, spacing=8)
        self._said = QVBoxLayout()
        self._said.setSpacing(look.px(8))
        self._child_word = Label(t.gettext("Til barnet").upper(), Tone.EYEBROW)
        self._child = Label("", Tone.READING)
        self._words_card = Surface("card-current", look, padding=16, spacing=8)
        self._words_of = Label("", Tone.EYEBROW)
        self._words = Label("", Tone.READING)
        for label in (self._words_of, self._words):
            self._words_card.column.addWidget(label)
        self._tips = QVBoxLayout()
        self._tips.setSpacing(look.px(6))
        self._card.column.addWidget(Label(t.gettext("Sig").upper(), Tone.EYEBROW))
        self._card.column.addLayout(self._said)
        self._card.column.addWidget(self._child_word)
        self._card.column.addWidget(self._child)
        self.column.addWidget(self._eyebrow)
        self.column.addWidget(self._title)
        self.column.addWidget(self._words_card)
        self.column.addWidget(self._card)
        self.column.addLayout(self._tips)
        self.column.addStretch(1)

    def set_compact(self, compact: bool, *, tight: bool = False) -> None:
        """Set the question smaller, where there is little room for what to say.

        Where it is `tight` what the phases above say too is left out, and the room round what to say.
        """
        if (compact, tight) == (self._compact, self._tight):
            return
        self._compact, self._tight = compact, tight
        self._set_title()
        self._eyebrow.setVisible(not tight)
        inset, between = self._look.px(10 if tight else 16), self._look.px(4 if tight else 8)
        for card in (self._card, self._words_card):
            card.column.setContentsMargins(inset, inset, inset, inset)
            card.column.setSpacing(between)
        self._said.setSpacing(between)
        self.column.setSpacing(self._look.px(6 if tight else 10))

    @property
    def needed(self) -> int:
        """How high the question and what to say are beside a scroll bar, so that it is so with one and without."""
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        parts = (self._eyebrow, self._title, self._words_card, self._card)
        heights = [part.heightForWidth(width) for part in parts if not part.isHidden()]
        return sum(heights) + self.column.spacing() * (len(heights) - 1)

    @property
    def left_over(self) -> QRect:
        """The visible area below the question and the words to say."""
        last = next((card for card in (self._card, self._words_card) if not card.isHidden()), self._title)
        seen = self.viewport()
        foot = last.mapTo(seen, last.rect().bottomLeft()).y() + 1
        return seen.rect().adjusted(0, max(foot, 0), 0, 0)

    def show_question(self, question: RoundQuestion) -> None:
        """Show a question; the same one is not laid out again."""
        if question == self._shown:
            return
        before, self._shown = self._shown, question
        self._eyebrow.setText(question.eyebrow.upper())
        self._title.setText(question.title)
        self._set_title()
        self._words_card.setVisible(bool(question.words))
        self._words_of.setText(question.words_of.upper())
        self._words.setText(question.words)
        self._card.setVisible(bool(question.say or question.child))
        self._child.setText(between_marks(question.child, self._t) if question.child else "")
        for widget in (self._child, self._child_word):
            widget.setVisible(bool(question.child))
        if before is None or question.say != before.say:
            _fill(self._said, [Label(between_marks(said, self._t), Tone.READING) for said in question.say])
        if before is None or question.tips != before.tips:
            _fill(self._tips, [_bulleted(tip, self._look) for tip in question.tips])
        self.verticalScrollBar().setValue(0)

    def _set_title(self) -> None:
        small = self._compact or len(self._title.text()) > _LONG_TITLE
        self._title.set_tone(Tone.HEADING if small else Tone.TITLE)


class LineList(QWidget):
    """Now and the next two, one line each, and how many wait after them."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._shown: SpeakerQueue | None = None
        self._rows: list[tuple[Hairline, Label, ElidedLabel]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(5))
        grid.setColumnStretch(1, 1)
        for place in range(NEXT_SHOWN + 1):
            line, when = Hairline(look), Label("", Tone.MUTED, wrap=False)
            who = ElidedLabel("", Tone.BODY if place else Tone.STRONG, right=True)
            grid.addWidget(line, 2 * place, 0, 1, 2)
            grid.addWidget(when, 2 * place + 1, 0)
            grid.addWidget(who, 2 * place + 1, 1)
            self._rows.append((line, when, who))
        self._more = ElidedLabel("", Tone.SMALL, right=True)
        grid.addWidget(self._more, 2 * NEXT_SHOWN + 2, 0, 1, 2)
        for _, when, who in self._rows:
            set_role(when, SpokenRole.SILENT)  # who it is of says when
            set_role(who, SpokenRole.LIST_ITEM)
        set_role(self._more, SpokenRole.LIST_ITEM)
        set_role(self, SpokenRole.LIST)
        self.setAccessibleName(t.gettext("Hvem har ordet, og hvem er de næste"))

    def set_compact(self, compact: bool) -> None:
        """Leave out who has the word, where it is said above."""
        for widget in self._rows[0]:
            widget.setVisible(not compact)

    def set_tight(self, tight: bool) -> None:
        """Leave out how many wait, where something else needs the room."""
        self._more.setVisible(not tight)

    def show_line(self, line: SpeakerQueue) -> None:
        """Show the people in line; the height is always the same, except in parts without turns."""
        if line == self._shown:
            return
        self._shown = line
        for place, (_, when, who) in enumerate(self._rows):
            row = line.rows[place] if place < len(line.rows) else None
            when.setText("" if row is None else row.when)
            who.set_text("" if row is None else row.who)
            who.setAccessibleName("" if row is None else " · ".join(part for part in (row.when, row.who) if part))
        self._more.set_text(line.more)
        self.setVisible(bool(line.rows))


def _fill(layout: QVBoxLayout, widgets: Sequence[QWidget]) -> None:
    """Replace the widgets of a column."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for widget in widgets:
        layout.addWidget(widget)


def _bulleted(tip: str, look: Look) -> QWidget:
    held = QWidget()
    grid = QGridLayout(held)
    grid.setContentsMargins(look.px(16), 0, 0, 0)
    grid.setHorizontalSpacing(look.px(10))
    dot, text = Label("•", Tone.MUTED, wrap=False), Label(tip, Tone.MUTED)
    grid.addWidget(dot, 0, 0)
    grid.addWidget(text, 0, 1)
    grid.setColumnStretch(1, 1)
    grid.setAlignment(dot, Qt.AlignmentFlag.AlignTop)
    return held
