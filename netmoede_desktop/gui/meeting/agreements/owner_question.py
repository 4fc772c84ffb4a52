"""Who is meant: a question, and a button for each person the line may speak of."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from netmoede_desktop.domain.agreements.owner_names import MOST_MEANT
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.layout.flow import FlowLayout
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look


class OwnerQuestion(QWidget):
    """The question with its buttons; hidden while there is nothing to ask."""

    answered = Signal(str)
    """The id of the person who was pressed."""

    def __init__(self, look: Look) -> None:
        """Make it, with nothing to ask."""
        super().__init__()
        self._asked: tuple[str, tuple[tuple[str, str], ...]] = ("", ())
        self._words = Label("", Tone.STRONG, wrap=False)
        self.buttons = tuple(Button("", look, elide=True) for _ in range(MOST_MEANT))
        layout = FlowLayout(look.px(8))
        self.setLayout(layout)
        layout.addWidget(self._words)
        for button in self.buttons:
            button.hide()
            layout.addWidget(button)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(policy.Policy.Minimum)
        self.setSizePolicy(policy)
        for place, button in enumerate(self.buttons):
            button.clicked.connect(lambda _=False, place=place: self._pressed(place))
        self.hide()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The tab stops of the question, in reading order; buttons without a person are skipped."""
        return self.buttons

    def ask(self, question: str, people: tuple[tuple[str, str], ...]) -> None:
        """Ask for one of these people, each an id and words; an empty question asks nothing."""
        if (question, people) == self._asked:
            return
        self._asked = (question, people)
        self._words.setText(question)
        for place, button in enumerate(self.buttons):
            if place < len(people):
                button.set_label(people[place][1])
            button.setVisible(place < len(people))
        self.setVisible(bool(question))
        self.updateGeometry()

    def _pressed(self, place: int) -> None:
        self.answered.emit(self._asked[1][place][0])
