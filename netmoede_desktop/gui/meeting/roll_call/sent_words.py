"""The words of somebody who is not there, and who reads them aloud: under the person in the roll call."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.growing_field import GrowingField
from netmoede_desktop.gui.kit.fields.kept_text import KeptText
from netmoede_desktop.gui.kit.layout.flow import flowing
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: So long after the first key that is not kept yet, what was typed is (half a second at most is promised).
_KEPT_AFTER_MS = 400
_MOST_LINES = 5


class SentWordsField(Surface):
    """The panel. It emits `changed` when typed text is to be saved, and saves nothing itself."""

    changed = Signal()
    """The words or their reader are others now, and are to be kept."""
    left = Signal()
    """Esc in the words: back to the person."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card-inset", look, padding=12, spacing=6)
        set_role(self, SpokenRole.LIST_ITEM)
        self._t = t
        self._kept = KeptText()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_KEPT_AFTER_MS)
        self._title = Label("", Tone.STRONG)
        self.words = GrowingField("", look, most=_MOST_LINES, placeholder=t.gettext("Skriv ordene, som de blev sendt"))
        self.reader = Choice((), look)
        self.reader.setMinimumWidth(look.px(200))
        reader_label = Label(t.gettext("Læses op af"), Tone.STRONG, wrap=False)
        reader_label.setBuddy(self.reader)
        self._remark = Label("", Tone.MUTED, wrap=False)
        self.column.addWidget(self._title)
        self.column.addWidget(self.words)
        self.column.addWidget(flowing(reader_label, self.reader, self._remark, gap=look.px(10)))
        self.words.textChanged.connect(self._typed)
        self.reader.picked.connect(lambda _: self._emit_changed())
        self._waiting.timeout.connect(self._emit_changed)

    @property
    def text(self) -> str:
        """The words as they stand now."""
        return self.words.text

    def render(  # type: ignore[override]  # of QWidget's nobody has need here
        self, name: str, words: str, reader: str | None, readers: Sequence[tuple[str, str]], *, reader_away: str
    ) -> None:
        """Show the saved words; `readers` are ids and names, `reader_away` the name of a chosen one who is absent.

        Text being typed is not overwritten.
        """
        t = self._t
        self._title.setText(t.gettext("Ord fra {name}").format(name=name))
        self.setAccessibleName(self._title.text())
        self.words.setAccessibleName(t.gettext("Ord fra {name}").format(name=name))
        self.reader.setAccessibleName(t.gettext("Hvem læser op for {name}?").format(name=name))
        typing = self.words.hasFocus() or self._waiting.isActive()
        if self._kept.takes(words, self.text, typing=typing):
            self.words.blockSignals(True)
            self.words.setPlainText(words)
            self.words.blockSignals(False)
        self.reader.set_options((("", t.gettext("Vælg …")), *readers), key=reader or "")
        if reader_away:
            self._remark.setText(t.gettext("{name} er her ikke. Vælg en anden.").format(name=reader_away))
        else:
            self._remark.setText(t.gettext("{name} har sin tur i hver runde.").format(name=name))
        self._remark.set_tone(Tone.ATTENTION if reader_away else Tone.MUTED)

    def open(self) -> None:
        """Take the keyboard."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def own_text(self) -> QWidget:
        """Return the field for text typed at the list of readers."""
        return self.words

    def flush(self) -> None:
        """Emit `changed` now, if any typed text is not saved."""
        if self._waiting.isActive():
            self._emit_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back to the person."""
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click between its parts is no click beside it."""
        event.accept()

    def _typed(self) -> None:
        if not self._waiting.isActive():
            self._waiting.start()

    def _emit_changed(self) -> None:
        self._waiting.stop()
        self.changed.emit()
