"""When the plan slips: one line that says so, and the choices as a short question for who wants to see them."""

from collections.abc import Callable

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
from netmoede_desktop.gui.widgets.elided_label import ElidedLabel
from netmoede_desktop.gui.widgets.flow import flowing
from netmoede_desktop.gui.widgets.frames import Surface
from netmoede_desktop.gui.widgets.labels import Tone
from netmoede_desktop.gui.widgets.notices import announce
from netmoede_desktop.gui.windows.meeting_ask import Ask, Option
from netmoede_desktop.gui.windows.meeting_asks import Host
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.services.meeting_view import ClockReading, Stage


class SlipLine(Surface):
    """Hidden until the meeting is late enough to be worth a word, and again when it is put away."""

    def __init__(self, port: MeetingPort, host: Host, look: Look, t: Translator) -> None:
        super().__init__("notice-attention", look, padding=8, spacing=8)
        self._port = port
        self._host = host
        self._t = t
        self._watch = SlipWatch()
        self._reading: ClockReading | None = None
        self._words = ElidedLabel("", Tone.STRONG)
        self.choices_button = Button(t.gettext("Se, hvad I kan gøre"), look)
        self.away_button = Button(t.gettext("Ikke nu"), look, ButtonKind.QUIET)
        self.column.addWidget(flowing(self._words, self.choices_button, self.away_button, gap=look.px(8)))
        self.choices_button.clicked.connect(self.ask)
        self.away_button.clicked.connect(self.put_away)
        self.hide()

    def tick(self, reading: ClockReading) -> None:
        """Come when the meeting is late enough, go when it is not."""
        self._reading = reading
        running = self._port.view.stage is Stage.RUNNING
        wanted = running and bool(reading.choices) and self._watch.worth_a_word(reading.slip)
        if wanted:
            sentence = self._t.gettext("{late}: slutter {time}.")
            self._words.set_text(
                sentence.format(late=slip_words(reading.slip, self._t), time=clock(reading.expected_end))
            )
        if wanted is self.isHidden():
            self.setVisible(wanted)
            self.setAccessibleName(self._words.text())
            if wanted:
                announce(self)

    def put_away(self) -> None:
        """Keep quiet until it is worse."""
        if self._reading is not None:
            self._watch.put_away(self._port.reading().slip)
            self.tick(self._port.reading())

    def ask(self) -> None:
        """Put the choices there are now; none of them is taken by itself."""
        reading = self._port.reading()
        options = tuple(
            Option(choice_words(choice, self._port.view, self._t), self._choosing(choice, reading))
            for choice in reading.choices
        )
        question = self._t.gettext("Mødet er ved at blive længere end aftalt")
        if not options:
            question = self._t.gettext("Mødet følger planen")
        self._host.ask(Ask(question, options))

    def _choosing(self, choice: Choice, reading: ClockReading) -> Callable[[], object]:
        if choice.kind is ChoiceKind.EXTEND:
            return lambda: self._ask_the_room(choice, reading)
        return lambda: self._do(choice)

    def _ask_the_room(self, choice: Choice, reading: ClockReading) -> None:
        t = self._t
        question = question_to_the_room(reading.agreed_end, choice, t)
        if choice.over_limit:
            question = f"{question} {t.gettext('Så bliver mødet længere, end metoden siger.')}"
        yes = Option(t.gettext("Alle kan blive"), lambda: self._do(choice))
        self._host.ask(Ask(question, (yes, Option(t.gettext("Nej"), self.put_away))))

    def _do(self, choice: Choice) -> None:
        """What was chosen is enough for now, even where the meeting is still a little late."""
        if self._host.do(command_of(choice)):
            self.put_away()
