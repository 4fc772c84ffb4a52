"""The notes: what the speaker says, in their own words. Saved while it is typed; it follows the word to the next."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.meeting.state import NoteKey
from netmoede_desktop.domain.meeting.vocabulary import Mark
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.choice import Choice
from netmoede_desktop.gui.kit.fields.fields import TextInput
from netmoede_desktop.gui.kit.fields.joining import add_at_end, joint, sign_before
from netmoede_desktop.gui.kit.layout.flow import flowing
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.text.elided_label import ElidedLabel
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.bridge.line_keeping import LONGEST_MS, QUIET_MS
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.notes.note_keeping import NoteKeeping
from netmoede_desktop.gui.meeting.notes.note_shelf import key_now, shelf
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.wording.meeting_wording import mark_name, saved_text
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingView

#: How somebody gets into a text by their own hand.
_BY_HAND = frozenset(
    {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
)


@dataclass(frozen=True, slots=True)
class NotesViewState:
    """Which note was open, whether by hand, and the text of each as it was typed, with the blank at its end."""

    key: NoteKey | None
    by_hand: bool
    typed: Mapping[NoteKey, str]


class NotePanel(QWidget):
    """One note at a time. It shows the speaker's, until a seat is opened, and again when the word moves.

    Typed text belongs to the note it was typed in, whatever happens then: it waits there until it is durable.
    """

    menu_asked = Signal(str)
    """More is to be done with the person whose note is open: the id."""
    giving_way = Signal()
    """Another note is about to be opened: what is still being composed belongs to this one."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator, *, note_key: str = "") -> None:
        """Make it; `note_key` is the key that goes to the speaker's note."""
        super().__init__()
        self._note_key = note_key
        self._port = port
        self._look = look
        self._t = t
        self._view: MeetingView | None = None
        self._keeping = NoteKeeping()
        self._key: NoteKey | None = None
        self._followed: NoteKey | None = None
        self._opened_by_hand = False
        self._mark: Mark | None = None
        self._known: tuple[str, Mark | None] = ("", None)
        self._typed = False
        self._setting = False
        self._come_back = False
        self._writing = False
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._look, self._t
        self._card = Surface("card", look, padding=14, spacing=6)
        self._heading = ElidedLabel("", Tone.STRONG)
        self._saved = Label("", Tone.SMALL, wrap=False)
        self._where = Choice((), look)
        self._where.setAccessibleName(t.gettext("Noter fra før"))
        self._editor = TextInput()
        self._editor.setProperty("kind", "bare")
        self._marks = {mark: self._mark_button(mark) for mark in Mark}
        self._card.column.addLayout(row(self._heading, self._saved, spacing=look.px(8)))
        self._menu = Button(t.gettext("Giv ordet og mere …"), look, ButtonKind.QUIET)
        self._back = Button("", look, ButtonKind.QUIET, key=self._note_key, elide=True)
        self._by_hand = QWidget()
        self._whose = Label("", Tone.SMALL)
        by_hand = QVBoxLayout(self._by_hand)
        by_hand.setContentsMargins(0, 0, 0, 0)
        by_hand.setSpacing(look.px(4))
        by_hand.addLayout(row(self._menu, self._back, None, spacing=0))
        by_hand.addWidget(self._whose)
        self._card.column.addWidget(self._by_hand)
        self._card.column.addWidget(self._where)
        self._card.column.addWidget(self._editor, 1)
        self._card.column.addWidget(flowing(*self._marks.values(), gap=look.px(4)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def _mark_button(self, mark: Mark) -> Button:
        button = Button(mark_name(mark, self._t), self._look, ButtonKind.QUIET)
        button.setCheckable(True)
        button.setAccessibleName(self._t.gettext("Mærk som {mark}").format(mark=mark_name(mark, self._t)))
        button.clicked.connect(lambda: self._put_mark(mark))
        return button

    def _connect(self) -> None:
        self._quiet = QTimer(self)
        self._longest = QTimer(self)
        for timer, milliseconds in ((self._quiet, QUIET_MS), (self._longest, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
            timer.timeout.connect(self.save)
        self._editor.textChanged.connect(self._text_changed)
        self._editor.cursorPositionChanged.connect(self._caret_moved)
        self._where.activated.connect(self._open_earlier)
        self._menu.clicked.connect(self._ask_menu)
        self._back.clicked.connect(self.focus_note)
        self._editor.installEventFilter(self)

    # -- what is shown

    @property
    def key(self) -> NoteKey | None:
        """Which note is open."""
        return self._key

    @property
    def takes_words(self) -> bool:
        """Whether typed text belongs in a note: there is a speaker, or a note was opened by hand."""
        return self._key is not None and (self._followed is not None or self._opened_by_hand)

    @property
    def editor(self) -> TextInput:
        """Where it is written."""
        return self._editor

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Follow the speaker; show changes from elsewhere, but never over text being typed.

        A note that was opened by hand without a speaker closes with its part.
        """
        if self._view is not None and self._view.part.id != view.part.id:
            self._opened_by_hand = False
        self._view = view
        known = {seat.person for seat in view.seats}
        self._keeping.forget_others(known)
        if self._key is not None and self._key.person not in known:
            self._typed = False
            self._open(None)
        speaking = None if view.speaker is None else view.speaker.note
        if speaking != self._followed:
            self._followed = speaking
            self._opened_by_hand = False
            if speaking is not None:
                self._open(speaking)
            else:
                self._editor.clearFocus()  # what is typed next is not said by who had the word
        if speaking is None and self._key is not None and not self._opened_by_hand and self._key.part != view.part.id:
            self._open(None)
        self._refresh(view)

    def show_person(self, person: str) -> None:
        """Open a person's note: of this part, and beside it those from before."""
        if self._view is not None:
            own = key_now(self._view, person)
            written = [note.key for note in self._view.notes if note.key.person == person]
            self._open(own if own in written or not written or own == self._followed else written[-1])
            self._opened_by_hand = self._key != self._followed
            self._refresh(self._view)

    def show_speaker(self) -> None:
        """Open the note of who has the word, if somebody has."""
        if self._view is not None and self._followed is not None and self._key != self._followed:
            self._open(self._followed)
            self._refresh(self._view)

    def focus_note(self) -> bool:
        """Put the keyboard in the note; False when there is none to write in."""
        self.show_speaker()
        if not self.takes_words:
            return False
        self._editor.setFocus()
        return True

    def add_words(self, words: str) -> None:
        """Append words to the open note; they are saved with it."""
        add_at_end(self._editor, words)

    @property
    def view_state(self) -> NotesViewState:
        """Which note is open, and how each was left."""
        return NotesViewState(self._key, self._opened_by_hand, self._keeping.typed)

    def restore_view_state(self, view_state: NotesViewState) -> None:
        """Go on where they were left: a word that was begun is gone on with, and no blank is put into it."""
        view, key = self._view, view_state.key
        self._keeping.know(view_state.typed)
        if view is None or key is None or not (key == self._followed or view_state.by_hand):
            return
        self._key = None
        self._open(key)
        self._opened_by_hand = view_state.by_hand
        self._refresh(view)

    # -- keeping

    def save(self) -> bool:
        """Save the typed text; return False when the disk refused. It then stays, and is retried."""
        self._take()
        self._quiet.stop()
        self._longest.stop()
        if self._keeping.all_kept:
            return True
        self._writing = True
        try:
            kept = self._keeping.keep(self._port.type)
        finally:
            self._writing = False
        if kept:
            self._show_saved(saved_text(self._port.time_of_day(), self._t), Tone.SMALL)
        else:
            self._show_saved(self._t.gettext("ikke gemt endnu"), Tone.ATTENTION)
        return kept

    def stop(self) -> None:
        """Save nothing any more: the window is going, and what it holds has been kept."""
        self._typed = False
        self._quiet.stop()
        self._longest.stop()

    def _take(self) -> None:
        """Take what the editor says into keeping, for the note it was typed in."""
        if self._typed and self._key is not None:
            self._keeping.take(self._key, self._editor.toPlainText(), self._mark, self._reader(self._key))
        self._typed = False

    def _reader(self, key: NoteKey) -> str | None:
        view = self._view
        if view is None:
            return None
        note = view.note(key)
        if note is not None and note.read_by is not None:
            return note.read_by
        return view.speaker.read_by if view.speaker is not None and view.speaker.note == key else None

    def _text_changed(self) -> None:
        if self._setting:
            return
        self._typed = True
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def _put_mark(self, mark: Mark) -> None:
        self._mark = None if self._mark is mark else mark
        self._show_mark()
        if self._key is not None:
            self._typed = True
            self.save()

    # -- showing

    def _open(self, key: NoteKey | None) -> None:
        """Show another note; the typed text of the one before is passed on to be saved."""
        if key == self._key and key is not None:
            return
        self.giving_way.emit()
        self._take()
        self._key = key
        self._opened_by_hand = False
        self._known = self._stored()
        waiting = None if key is None else self._keeping.waiting(key)
        text, self._mark = self._known if waiting is None else (waiting.text, waiting.mark)
        self._set_text(text if key is None else self._keeping.as_typed(key, text))
        self._come_back = key is not None and not self._keeping.was_typed(key)
        self._show_saved("", Tone.SMALL)
        if not self._keeping.all_kept:
            self._quiet.start()

    def _refresh(self, view: MeetingView) -> None:
        key = self._key
        # Only read-only, so that the keyboard stays in it until somebody has the word again.
        self._editor.setReadOnly(key is None)
        for button in self._marks.values():
            button.setEnabled(key is not None)
        self._show_way_back(view)
        if key is None:
            self._heading.set_text(self._t.gettext("Ingen har ordet"))
            self._editor.setAccessibleName(self._t.gettext("Note: {name}").format(name=self._heading.text()))
            self._where.hide()
            self._editor.setPlaceholderText(self._t.gettext("Klik på en plads ved bordet for at skrive en note."))
            return
        self._take_in_changes(key)
        shown = shelf(view, key, self._t)
        self._heading.set_text(shown.heading)
        self._where.set_options([(str(place), title) for place, (_, title) in enumerate(shown.notes)])
        self._where.setCurrentIndex(shown.place(key))
        self._where.setVisible(len(shown.notes) > 1)
        name = view.seat(key.person).name
        self._editor.setAccessibleName(self._t.gettext("Note: {name}").format(name=shown.heading))
        self._editor.setPlaceholderText(self._t.gettext("Det, {name} siger, med egne ord").format(name=name))
        self._show_mark()

    def _show_way_back(self, view: MeetingView) -> None:
        """Beside a note opened by hand: what else can be done with the person, and back to who has the word."""
        other = self._key is not None and (view.speaker is None or self._key.person != view.speaker.person)
        self._by_hand.setVisible(other)
        self._back.setVisible(view.speaker is not None)
        if view.speaker is not None:
            name, t = view.speaker.name, self._t
            self._back.set_label(t.gettext("Til {name}").format(name=name))
            sentence = t.gettext("Det, du skriver, står hos {name}. Klik i teksten for at rette her.")
            self._whose.setText(sentence.format(name=name))
        self._whose.setVisible(view.speaker is not None and not self._editor.hasFocus())

    def _ask_menu(self) -> None:
        if self._key is not None:
            self.menu_asked.emit(self._key.person)

    def _take_in_changes(self, key: NoteKey) -> None:
        """Show the meeting's text of the note, unless it was just saved from here."""
        stored = self._stored()
        if stored == self._known:
            return
        self._known = stored
        if not (self._writing or self._typed or self._keeping.waiting(key) is not None):
            text, self._mark = stored
            self._set_text(text)
            self._come_back = True

    def _stored(self) -> tuple[str, Mark | None]:
        note = None if self._view is None or self._key is None else self._view.note(self._key)
        return ("", None) if note is None else (note.text, note.mark)

    def _set_text(self, text: str) -> None:
        """Show a text with the cursor at its end. Qt drops its undo history, so that undo stays in this note."""
        self._setting = True
        self._editor.setPlainText(text)
        self._editor.moveCursor(QTextCursor.MoveOperation.End)
        self._setting = False

    def _part_from(self, event: QKeyEvent) -> None:
        """Insert a space before the first letter where it is unknown if one was typed."""
        commanding = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if self._come_back and not commanding and not self._editor.isReadOnly():
            self._editor.insertPlainText(joint(sign_before(self._editor), event.text()))

    def _caret_moved(self) -> None:
        if not self._setting:
            self._come_back = False

    def _show_mark(self) -> None:
        for mark, button in self._marks.items():
            button.setChecked(mark is self._mark)

    def _show_saved(self, text: str, tone: Tone) -> None:
        if text != self._saved.text():
            self._saved.setText(text)
            self._saved.set_tone(tone)

    def _open_earlier(self, place: int) -> None:
        if self._view is None or self._key is None:
            return
        key = shelf(self._view, self._key, self._t).notes[place][0]
        self._open(key)
        self._opened_by_hand = key != self._followed
        self._refresh(self._view)
        self._editor.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The card has the ring of the keyboard: the text has no frame."""
        if watched is self._editor and isinstance(event, QFocusEvent):
            self._card.show_ring(shown=event.gotFocus())
            if event.gotFocus() and event.reason() in _BY_HAND and self._followed is None:
                self._opened_by_hand = self._key is not None
            if self._view is not None:
                self._show_way_back(self._view)
        if watched is self._editor and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._part_from(event)
        return super().eventFilter(watched, event)
