"""What can be done when the plan slips: named choices with their minutes. It can be put away, and stands in no way."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.meeting.slippage import Choice, ChoiceKind
from netmoede_desktop.gui.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.pages.meeting.slip_watch import (
    SlipWatch,
    choice_words,
    command_of,
    question_to_the_room,
    slip_words,
)
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.buttons import Button, ButtonKind
from netmoede_desktop.gui.widgets.flow import add_to_flow, flowing
from netmoede_desktop.gui.widgets.frames import Surface, row
from netmoede_desktop.gui.widgets.labels import Label, Tone
from netmoede_desktop.gui.widgets.notices import announce
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.services.meeting_view import ClockReading, MeetingView, Stage


class SlipPanel(Surface):
    """The choices, hidden while there is nothing to say. It never takes the keyboard by itself."""

    shown = Signal(bool)
    """It came or went."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator) -> None:
        super().__init__("notice-attention", look, padding=14, spacing=8)
        self._port, self._look, self._t = port, look, t
        self._view = port.view
        self._watch = SlipWatch()
        self._slip = timedelta()
        self._agreed_end: datetime = port.view.starts
        self._choices: tuple[Choice, ...] | None = None
        self._asking: Choice | None = None
        self._offered: list[Choice] = []
        self._buttons: list[Button] = []
        self._build()
        self.hide()

    def _build(self) -> None:
        look, t = self._look, self._t
        self._title = Label("", Tone.STRONG, wrap=False)
        self.away_button = Button(t.gettext("Ikke nu"), look, ButtonKind.QUIET)
        self.away_button.clicked.connect(self.put_away)
        self._ends = Label("", Tone.MUTED)
        self._list = flowing(gap=look.px(8))
        self.more_button = Button(t.gettext("Parkér et emne …"), look, ButtonKind.QUIET)
        self.more_button.setCheckable(True)
        self.more_button.toggled.connect(lambda _: self._list_choices(self._choices or ()))
        self._question = Label("", Tone.READING)
        self._limit = Label(t.gettext("Så bliver mødet længere, end metoden siger."), Tone.MUTED)
        self.yes_button = Button(t.gettext("Alle kan blive"), look, ButtonKind.PRIMARY)
        self.no_button = Button(t.gettext("Nej"), look)
        self.yes_button.clicked.connect(self._room_said_yes)
        self.no_button.clicked.connect(lambda: self._ask(None))
        self._room = QWidget()
        room = QVBoxLayout(self._room)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(look.px(8))
        room.addWidget(self._question)
        room.addWidget(self._limit)
        room.addLayout(row(self.yes_button, self.no_button, None, spacing=look.px(8)))
        self._room.hide()
        self.column.addLayout(row(self._title, self._ends, self.more_button, self.away_button, spacing=look.px(12)))
        self.column.addWidget(self._list)
        self.column.addWidget(self._room)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The choices, in order."""
        return tuple(self._buttons)

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Know the parts by their names; a meeting that has ended slips no more."""
        self._view = view
        if view.stage is Stage.ENDED:
            self._set_shown(shown=False)

    def tick(self, reading: ClockReading) -> None:
        """Come when the meeting is late enough, go when it is not. Cheap: it is asked five times a second."""
        wanted = self._view.stage is Stage.RUNNING and bool(reading.choices) and self._watch.worth_a_word(reading.slip)
        self._slip, self._agreed_end = reading.slip, reading.agreed_end
        if wanted:
            self._say(reading)
        self._set_shown(shown=wanted)

    def put_away(self) -> None:
        """Keep quiet until it is worse."""
        self._watch.put_away(self._slip)
        self._set_shown(shown=False)

    def _say(self, reading: ClockReading) -> None:
        t = self._t
        title = slip_words(reading.slip, t)
        if title != self._title.text():
            self._title.setText(title)
            self.setAccessibleName(title)
        sentence = t.gettext("Aftalt slut {agreed}, forventet slut {expected}.")
        ends = sentence.format(agreed=clock(reading.agreed_end), expected=clock(reading.expected_end))
        if ends != self._ends.text():
            self._ends.setText(ends)
        if _worded_alike(reading.choices, self._choices):
            return
        self._choices = reading.choices
        self._list_choices(reading.choices)

    def _list_choices(self, choices: tuple[Choice, ...]) -> None:
        """Change the buttons there are, so that one with the keyboard keeps it. What is parked comes when asked for."""
        offered = [choice for choice in choices if choice.kind is not ChoiceKind.PARK]
        parkable = [choice for choice in choices if choice.kind is ChoiceKind.PARK]
        self.more_button.setVisible(bool(parkable))
        self._offered = offered + (parkable if self.more_button.isChecked() else [])
        while len(self._buttons) > len(self._offered):
            button = self._buttons.pop()
            button.hide()
            button.deleteLater()
        for place, choice in enumerate(self._offered):
            words = choice_words(choice, self._view, self._t)
            if place < len(self._buttons):
                self._buttons[place].set_label(words)
            else:
                made = Button(words, self._look, elide=True)
                made.clicked.connect(lambda _=False, place=place: self._choose(place))
                add_to_flow(self._list, made)
                QWidget.setTabOrder(self._buttons[-1] if self._buttons else self.away_button, made)
                self._buttons.append(made)

    def _choose(self, place: int) -> None:
        choice = self._offered[place]
        if choice.kind is ChoiceKind.EXTEND:
            self._ask(choice)
        elif self._port.do(command_of(choice)):
            self._after_choice()

    def _ask(self, choice: Choice | None) -> None:
        self._asking = choice
        self._room.setVisible(choice is not None)
        self._list.setVisible(choice is None)
        if choice is None:
            return
        self._question.setText(question_to_the_room(self._agreed_end, choice, self._t))
        self._limit.setVisible(choice.over_limit)
        self.yes_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _room_said_yes(self) -> None:
        if self._asking is not None and self._port.do(command_of(self._asking)):
            self._ask(None)
            self._after_choice()

    def _after_choice(self) -> None:
        """What was chosen is enough for now, even where the meeting is still a little late."""
        self._watch.put_away(self._port.reading().slip)
        self._set_shown(shown=False)

    def _set_shown(self, *, shown: bool) -> None:
        if shown is (not self.isHidden()):
            return
        self._ask(None)
        self.setVisible(shown)
        if shown:
            announce(self)
        self.shown.emit(shown)


def _worded_alike(now: tuple[Choice, ...], before: tuple[Choice, ...] | None) -> bool:
    """Whether the buttons would say the same: a few seconds more or less do not change them."""
    if before is None or len(now) != len(before):
        return False
    return all(
        (a.kind, a.part, a.over_limit, max(round(a.minutes), 1))
        == (b.kind, b.part, b.over_limit, max(round(b.minutes), 1))
        for a, b in zip(now, before, strict=True)
    )
