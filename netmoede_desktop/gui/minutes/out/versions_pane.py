"""The approved versions, and which of them a PDF that somebody has is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn, Surface, row
from netmoede_desktop.gui.kit.lists.listed import Listed
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.minutes.out.offers import VersionLine
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class VersionCard(Surface):
    """`Version 1 · 7F3A-91C2 · godkendt …`, with a word for what it is."""

    def __init__(self, line: VersionLine, word: str, look: Look) -> None:
        super().__init__("card-green" if word else "card", look, padding=12, spacing=2)
        if word:
            self.column.addWidget(Label(word, Tone.DONE))
        self.column.addWidget(Label(line.words, Tone.STRONG))
        set_role(self, SpokenRole.LIST_ITEM)
        self.setAccessibleName(line.words)


class VersionsPane(ScrollColumn):
    """A card for each version, the newest first, and the question about a file."""

    check_asked = Signal()

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__(look, padding=24, spacing=12)
        self._look = look
        self._t = t
        self._cards: list[VersionCard] = []
        self._build()

    def _build(self) -> None:
        t, look = self._t, self._look
        self.column.addWidget(Label(t.gettext("Versioner og kontrol"), Tone.TITLE))
        self._none = Label(t.gettext("Referatet er ikke godkendt endnu."), Tone.READING)
        self.column.addWidget(self._none)
        self._versions = Listed(t.gettext("Versioner"), spacing=look.px(12))
        self.column.addWidget(self._versions)
        card = Surface("card", look, padding=16, spacing=8)
        self._check = Button(t.gettext("Vælg en PDF …"), look)
        self._check.clicked.connect(self.check_asked)
        card.column.addWidget(Label(t.gettext("Kontrollér PDF"), Tone.HEADING))
        card.column.addWidget(Label(t.gettext("Se, hvilken version en fil er, og om den er ændret."), Tone.MUTED))
        card.column.addLayout(row(self._check, None))
        self._answer = Notice(look)
        self.column.addWidget(card)
        self.column.addWidget(self._answer)
        self.column.addStretch(1)

    def show_versions(self, lines: Sequence[VersionLine]) -> None:
        """Show the versions; `lines` with the newest first."""
        for card in self._cards:
            self._versions.column.removeWidget(card)
            card.deleteLater()
        gilded = self._t.gettext("Den gældende version")
        self._cards = [VersionCard(line, "" if place else gilded, self._look) for place, line in enumerate(lines)]
        for card in self._cards:
            self._versions.column.addWidget(card)
        self._versions.setVisible(bool(lines))
        self._none.setVisible(not lines)

    def show_notice(self, sentence: str, kind: NoticeKind) -> None:
        """Say which version a file is, or that it is none."""
        self._answer.show_text(sentence, kind)
