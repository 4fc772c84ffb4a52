"""Out as files: which papers there are, and where each one went."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Hairline, ScrollColumn, Surface
from netmoede_desktop.gui.kit.lists.listed import Listed
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.minutes.out.offers import FileOffer
from netmoede_desktop.gui.minutes.out.protection import ProtectionNotice
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class FilesPane(ScrollColumn):
    """A line for each paper with a button to save it; the files lie where the user says, and are not remembered."""

    asked = Signal(object)
    """A `FileOffer`."""
    stopped = Signal()

    def __init__(self, offers: Sequence[FileOffer], look: Look, t: Translator) -> None:
        super().__init__(look, padding=24, spacing=12)
        self._look = look
        self._t = t
        self._offers = tuple(offers)
        self._buttons: dict[FileOffer, Button] = {}
        self._build()

    @property
    def buttons(self) -> dict[FileOffer, Button]:
        """The button of each paper."""
        return dict(self._buttons)

    def _build(self) -> None:
        t, look = self._t, self._look
        self.column.addWidget(Label(t.gettext("Gem som fil"), Tone.TITLE))
        self.column.addWidget(
            Label(t.gettext("Uden for programmet er en fil ikke låst. Gem den kun, hvor du må have den."), Tone.READING)
        )
        self.protection = ProtectionNotice(look, t)
        self.column.addWidget(self.protection)
        card = Surface("card", look, padding=16, spacing=12)
        papers = Listed(t.gettext("Gem som fil"), spacing=look.px(12))
        card.column.addWidget(papers)
        for number, offer in enumerate(self._offers):
            if number:
                papers.column.addWidget(Hairline(look))
            papers.column.addWidget(self._line(offer))
        self._card = card
        self._busy = Surface("card", look, padding=12, spacing=8, row=True)
        self._stop = Button(t.gettext("Stop"), look)
        self._stop.clicked.connect(self.stopped)
        self._busy.column.addWidget(Label(t.gettext("Papiret bliver lavet …")), 1)
        self._busy.column.addWidget(self._stop)
        self._busy.hide()
        self._result = Notice(look, NoticeKind.DONE)
        for widget in (card, self._busy, self._result):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _line(self, offer: FileOffer) -> QWidget:
        look = self._look
        made = QWidget()
        set_role(made, SpokenRole.LIST_ITEM)
        made.setAccessibleName(offer.title)
        words = QVBoxLayout()
        words.setSpacing(look.px(2))
        words.addWidget(Label(offer.title, Tone.STRONG))
        words.addWidget(Label(offer.missing or offer.purpose, Tone.MUTED))
        button = Button(self._t.gettext("Gem …"), look, ButtonKind.PLAIN)
        button.setAccessibleName(self._t.gettext("Gem {paper}").format(paper=offer.title))
        button.setEnabled(not offer.missing)
        button.clicked.connect(lambda: self.asked.emit(offer))
        self._buttons[offer] = button
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(12))
        line.addLayout(words, 1)
        line.addWidget(button)
        return made

    def show_busy(self, *, busy: bool) -> None:
        """Show that a paper takes a while."""
        self._busy.setVisible(busy)
        self._card.setEnabled(not busy)

    def show_notice(self, sentence: str, kind: NoticeKind = NoticeKind.DONE) -> None:
        """Say how it went; "" says nothing."""
        self._result.show_text(sentence, kind)
