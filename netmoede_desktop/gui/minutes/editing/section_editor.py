"""One section of the referat to correct: its heading, and a field for each text in it."""

import time
from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.kit.layout.frames import ScrollColumn
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.minutes.editing.corrections import Correction, FieldContext, TextCorrection
from netmoede_desktop.gui.minutes.editing.entry_card import EntryCard
from netmoede_desktop.gui.minutes.editing.growing_text import GrowingText
from netmoede_desktop.gui.minutes.editing.outline import EditorEntry, EditorSection
from netmoede_desktop.gui.theme.look import Look

#: Seconds of making fields before the window gets a breath: thirty agreements are a hundred and fifty fields.
_BREATH = 0.02


class SectionEditor(ScrollColumn):
    """Shows one section at a time. Typed text is emitted at once; nothing is saved here."""

    corrected = Signal(str, object)
    """Key and value, for every letter."""
    entered = Signal(str)
    """The key of the field the keyboard came into."""

    grown = Signal()
    """All fields of the section are there, or one more is."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=24, spacing=12)
        self._cards: dict[str, EntryCard] = {}
        self._to_come: Iterator[QWidget] = iter(())
        self._context: FieldContext | None = None
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.timeout.connect(self._go_on)

    @property
    def fields(self) -> dict[str, Correction]:
        """The fields that are there so far, by their keys."""
        return {field.field.key: field for card in self._cards.values() for field in card.fields}

    @property
    def whole(self) -> bool:
        """Whether all fields of the section are there."""
        return not self._breath.isActive()

    def show_section(self, section: EditorSection, context: FieldContext) -> None:
        """Show another section, from its top; where it is long, its end comes a moment later."""
        self._breath.stop()
        self._clear()
        self._context = context
        self.verticalScrollBar().setValue(0)
        self.setAccessibleName(section.title)
        self.column.addWidget(Label(section.title, Tone.TITLE))
        self._to_come = self._made(section.entries, context)
        self._go_on()

    def finish(self) -> None:
        """Make at once what would come a moment later: somebody is to go on writing in it."""
        while not self.whole:
            self._breath.stop()
            self._go_on()

    def follow(self, section: EditorSection) -> None:
        """Take up what writing has brought: a place for one more, and what keeps an entry out of the paper."""
        if not self.whole or self._context is None:
            return
        for entry in section.entries:
            if entry.key in self._cards:
                self._cards[entry.key].show_missing(entry.missing)
        more = [entry for entry in section.entries if entry.key not in self._cards]
        for card in self._made(more, self._context):
            self.column.insertWidget(self.column.count() - 1, card)
            card.show()
            self.grown.emit()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Show at each field why its text cannot be saved."""
        for key, field in self.fields.items():
            field.show_problem(problems.get(key, ""))

    def focus_first(self) -> None:
        """Go to the first field."""
        for field in self.fields.values():
            field.focus()
            return

    def _clear(self) -> None:
        self._cards.clear()
        while (item := self.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)  # at once: nobody is to take what was there for what is there
                widget.deleteLater()

    def _go_on(self) -> None:
        """Make fields for a while; the rest after the window has had its turn."""
        until = time.monotonic() + _BREATH
        for widget in self._to_come:
            self.column.addWidget(widget)
            widget.show()  # now, not when the event loop comes to it: a field knows its height once it is shown
            if time.monotonic() > until:
                self._breath.start(0)
                break
        else:
            self.column.addStretch(1)
            self.grown.emit()
        self._settle()

    def _settle(self) -> None:
        """Flush the layout before anything is seen: new fields would squeeze the ones already there."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _made(self, entries: Iterable[EditorEntry], context: FieldContext) -> Iterator[QWidget]:
        for entry in entries:
            card = EntryCard(entry, context)
            self._cards[entry.key] = card
            for field in card.fields:
                field.corrected.connect(self.corrected)
                field.entered.connect(self.entered)
                if isinstance(field, TextCorrection):
                    editor = field.editor
                    editor.cursorPositionChanged.connect(lambda editor=editor: self._follow_cursor(editor))
            yield card

    def _follow_cursor(self, editor: GrowingText) -> None:
        """Keep the line being written in view, in a field that is higher than the window too."""
        inner = self.widget()
        if inner is None or not editor.hasFocus():
            return
        caret = editor.cursorRect()
        at = editor.viewport().mapTo(inner, QPoint(0, caret.center().y()))
        self.ensureVisible(0, at.y(), 0, caret.height() * 2)
