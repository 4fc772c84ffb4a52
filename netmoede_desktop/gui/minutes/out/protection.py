"""Before a paper goes out: words that may tell a protected address or a thing not to be said, and the reason."""

from netmoede_desktop.gui.kit.fields.fields import Field, LineInput
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label
from netmoede_desktop.gui.kit.text.notices import NoticeKind
from netmoede_desktop.gui.minutes.wording import protection_sentence
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.minutes.paper_check import PaperCheck


class ProtectionNotice(Surface):
    """Hidden where there is nothing to protect. Where a word may tell it, it asks for a reason."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__(NoticeKind.ATTENTION.value, look, padding=12, spacing=8)
        self._t = t
        self._check = PaperCheck()
        self._said = Label()
        self._reason = LineInput(longest=400)
        self._field = Field(t.gettext("Derfor må det stå der"), self._reason, look)
        self.column.addWidget(self._said)
        self.column.addWidget(self._field)
        self._reason.textEdited.connect(lambda: self._field.show_problem(""))
        self.hide()

    @property
    def reason(self) -> str:
        """Why the paper may go out, "" if no reason is given or none is asked for."""
        return self._reason.text().strip() if self._check.needs_reason else ""

    def show_check(self, check: PaperCheck) -> None:
        """Show the result of a check. A reason that was given stays while the words found are the same."""
        if check == self._check:
            return
        if (check.words, check.unsaid) != (self._check.words, self._check.unsaid):
            self._reason.clear()
        self._check = check
        sentence = protection_sentence(check, self._t)
        self._said.setText(sentence)
        self.setAccessibleName(sentence)
        self._field.setVisible(check.needs_reason)
        self._field.show_problem("")
        self.set_kind((NoticeKind.ATTENTION if check.needs_reason else NoticeKind.INFO).value)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def passed(self) -> bool:
        """Return True if the paper may go out; if a reason is missing, show that and focus its field."""
        if not self._check.needs_reason or self.reason:
            return True
        self._field.show_problem(self._t.gettext("Skriv, hvorfor papiret må gives videre med de ord."))
        self._reason.setFocus()
        return False
