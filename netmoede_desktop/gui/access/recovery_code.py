"""Pages for the recovery code: shown once in large letters, put on paper, and typed back to verify the paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from netmoede_desktop.gui.access.code_typing import GROUP, first_code_difference
from netmoede_desktop.gui.access.inputs import CodeInput
from netmoede_desktop.gui.access.page import EntryPage, OneLinePage
from netmoede_desktop.gui.access.wording import code_error_sentence
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_COLUMNS = 4


class ShowCodePage(EntryPage):
    """Show the code, to be printed or written down."""

    print_asked = Signal()
    on_paper = Signal()
    """Emitted when the user confirms that the code is on paper."""

    def __init__(self, code: str, look: Look, t: Translator) -> None:
        sentences = (
            t.gettext("Glemmer du adgangssætningen, er koden den eneste vej ind. Ingen andre kan hjælpe dig."),
            t.gettext(
                "Udskriv koden, eller skriv den af i hånden. Læg papiret et sikkert sted, men ikke ved computeren."
            ),
        )
        super().__init__(look, t.gettext("Din gendannelseskode"), sentences)
        self.column.addWidget(_CodeBlock(code, look, t))
        self._notice = Notice(look)
        self.column.addWidget(self._notice)
        self._print = Button(t.gettext("Udskriv"), look)
        self._on = Button(t.gettext("Jeg har den på papir"), look, ButtonKind.PRIMARY)
        self.add_buttons(self._print, None, self._on)
        self._print.clicked.connect(self.print_asked)
        self._on.clicked.connect(self.on_paper)

    def focus_first(self) -> None:
        """Focus the print button."""
        self._print.setFocus()

    def show_message(self, sentence: str, kind: NoticeKind) -> None:
        """Show the result of printing."""
        self._notice.show_text(sentence, kind)


class TypeCodePage(OneLinePage):
    """Ask for the code from the paper. A mistake is shown with its place."""

    confirmed = Signal()

    def __init__(self, code: str, look: Look, t: Translator) -> None:
        sentences = (t.gettext("Så ved vi, at der ikke er en skrivefejl på papiret."),)
        title, label = t.gettext("Skriv koden af fra papiret"), t.gettext("Gendannelseskode")
        hint = t.gettext("Du kan bruge både store og små bogstaver.")
        super().__init__(look, title, CodeInput(), label, hint=hint, sentences=sentences)
        self._code, self._t = code, t
        self._back = Button(t.gettext("Vis koden igen"), look, ButtonKind.QUIET)
        self._done = Button(t.gettext("Færdig"), look, ButtonKind.PRIMARY)
        self.add_ways(self._back, self._done, self._check)
        self._back.clicked.connect(self.left)

    def _check(self) -> None:
        if self.busy:
            return
        error = first_code_difference(self._code, self._line.text())
        if error is None:
            self.confirmed.emit()
            return
        self._field.show_problem(code_error_sentence(error, self._t))
        self._line.setFocus()


class OfferCodePage(EntryPage):
    """Offer a new code after an opening whose code was never typed back."""

    renew_asked = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        sentences = (
            t.gettext("Du nåede ikke at skrive gendannelseskoden af fra papiret, så vi ved ikke, om den er i orden."),
            t.gettext("Lav en ny nu. Et ældre papir virker så ikke længere."),
        )
        super().__init__(look, t.gettext("Du mangler en gendannelseskode"), sentences)
        self._later = Button(t.gettext("Ikke nu"), look, ButtonKind.PLAIN)
        self._renew = Button(t.gettext("Lav en ny kode"), look, ButtonKind.PRIMARY)
        self.add_buttons(self._later, None, self._renew)
        self._later.clicked.connect(self.left)
        self._renew.clicked.connect(self.renew_asked)

    def focus_first(self) -> None:
        """Focus the button that makes a new code."""
        self._renew.setFocus()


class _CodeBlock(Surface):
    """The groups in large letters. Not selectable: other programs can record the clipboard."""

    def __init__(self, code: str, look: Look, t: Translator) -> None:
        super().__init__("card-current", look, padding=16)
        groups = code.split("-")
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(8))
        for number, group in enumerate(groups):
            grid.addWidget(self._group(group), number // _COLUMNS, number % _COLUMNS)
        self.column.addLayout(grid)
        spelled = ", ".join(" ".join(group) for group in groups)
        self.setAccessibleName(t.gettext("Gendannelseskoden: {code}").format(code=spelled))

    def _group(self, group: str) -> QWidget:
        label = Label(group, Tone.TITLE, wrap=False)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setAccessibleName(" ".join(group[:GROUP]))
        return label
