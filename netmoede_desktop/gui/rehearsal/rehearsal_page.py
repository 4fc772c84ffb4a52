"""The page *Øvemøde*: what a rehearsal is, what may be tried in it, and its one button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from netmoede_desktop.gui.desk.office_page import OfficePage, ToGuide, ToNewRehearsal, ToRehearsal
from netmoede_desktop.gui.desk.page_context import PageContext
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.layout.reading_column import ReadingColumn
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.localization.catalogue import translatable

#: A line of text that is wider is hard to read.
_WIDEST = 720

#: What is worth trying before the first real meeting: each of it costs nothing here.
_TRIES = (
    translatable("Lad en, der ikke står på listen, komme ind ad døren."),
    translatable("Giv ordet videre, og fortryd det igen."),
    translatable("Skriv en note, mens en taler, og se på rummet imens."),
    translatable("Hold en pause, og se, hvad der sker med tiden."),
    translatable("Skriv en aftale i én linje, og læs den højt."),
    translatable("Slut mødet, og se, hvad programmet siger mangler."),
)


class RehearsalPage(OfficePage):
    """The page. It starts a new øvemøde each time: nothing is left of the last one."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        look, t = context.look, context.t
        self.start = Button(t.gettext("Begynd øvemødet"), look, ButtonKind.GO)
        self.guide = Button(t.gettext("Vejledning"), look, ButtonKind.QUIET, key="F1")
        about = t.gettext(
            "Du leder et helt møde med en opdigtet familie, i de samme vinduer og med de samme taster som et rigtigt. "
            "Det begynder med »Hvem er her?«, og du kan lukke det når som helst."
        )
        kept = t.gettext(
            "Intet fra øvemødet bliver gemt, og det rører ikke dine sager. "
            "Låser du programmet, eller låser det sig selv, er øvemødet væk."
        )
        card = Surface("card", look, padding=24, spacing=12)
        card.column.addWidget(Label(about, Tone.BODY))
        card.column.addWidget(Label(kept, Tone.BODY))
        card.column.addLayout(row(self.start, self.guide, None, spacing=look.px(12)))
        tries = Surface("card", look, padding=24, spacing=8)
        tries.column.addWidget(Label(t.gettext("Prøv for eksempel"), Tone.HEADING))
        for sentence in _TRIES:
            tries.column.addWidget(Label("– " + t.gettext(sentence), Tone.BODY))
        scroll = ReadingColumn(look, _WIDEST)
        scroll.column.addWidget(Label(t.gettext("Øvemøde"), Tone.TITLE))
        for surface in (card, tries):
            scroll.column.addWidget(surface)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.guide.clicked.connect(lambda: self.navigation_requested.emit(ToGuide(ToRehearsal())))
        self.start.clicked.connect(lambda: self.navigation_requested.emit(ToNewRehearsal()))

    def focus_first(self) -> None:
        """Focus the button."""
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)
