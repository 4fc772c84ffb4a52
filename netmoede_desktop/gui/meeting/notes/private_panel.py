"""Privat: the mødeleder's own lines. In no paper, not for the room, wiped at the end unless moved by hand."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.growing_input import GrowingInput
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn, Surface, row
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order_before
from netmoede_desktop.gui.kit.lists.listed import Listed
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.notes.note_shelf import key_now
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.begun_lines import PRIVATE
from netmoede_desktop.services.meeting.private_notes import PrivateLine, moved_to_board, moved_to_note
from netmoede_desktop.services.meeting.view.values import MeetingView


class PrivatePort(Protocol):
    """Where the private lines of this meeting are read from."""

    def lines(self) -> tuple[PrivateLine, ...]:
        """Return the lines as they stand; empty where they cannot be read now."""


class PrivatePanel(QWidget):
    """The lines so far, each to be moved to the board or to the speaker's note, and a place to write the next.

    The lines are read when the panel is looked at, and forgotten by its widgets when it is not.
    """

    def __init__(self, port: MeetingPort, private: PrivatePort, look: Look, t: Translator) -> None:
        super().__init__()
        self._port = port
        self._private = private
        self._look = look
        self._t = t
        self._view: MeetingView | None = None
        self._open = False
        self._shown: tuple[tuple[str, ...], str | None] | None = None
        self._stopped = False
        self._build()
        self._entry.textChanged.connect(lambda: self._port.private_line.typed(PRIVATE, self._entry.text))
        self._entry.entered.connect(self.commit)
        self._keep.clicked.connect(self.commit)

    def _build(self) -> None:
        look, t = self._look, self._t
        self._scroll = ScrollColumn(look, padding=0, spacing=8)
        self._scroll.column.addStretch(1)
        self._entry = GrowingInput(look, placeholder=t.gettext("Skriv kun til dig selv"), size=14, most=6)
        self._entry.setAccessibleName(t.gettext("Privat linje"))
        self._keep = Button(t.gettext("Gem privat"), look, key="↵")
        card = Surface("card", look, padding=14, spacing=8)
        lead = t.gettext("Kommer ikke med i referatet og slettes, når mødet slutter.")
        self._scroll.column.insertWidget(0, Label(lead, Tone.SMALL))
        self._rows = Listed(t.gettext("Private noter"), spacing=look.px(8))
        self._scroll.column.insertWidget(1, self._rows)
        card.column.addWidget(self._scroll, 1)
        written = row(self._entry, self._keep, spacing=look.px(8))
        written.setAlignment(self._keep, Qt.AlignmentFlag.AlignBottom)
        card.column.addLayout(written)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Show the lines, where somebody looks."""
        self._view = view
        if self._open:
            self._show_lines()

    def set_open(self, open_now: bool) -> None:
        """Show the lines, or save the half-written one and clear the panel."""
        self._open = open_now
        if open_now:
            self._show_lines()
            self._entry.set_text(self._port.private_line.begun(PRIVATE))
        elif not self._stopped:
            self.commit()
            self._clear()

    @property
    def line(self) -> GrowingInput:
        """Where the next line is written."""
        return self._entry

    @property
    def begun(self) -> bool:
        """Whether something is written that is not kept."""
        return bool(self._entry.text.strip())

    def stop(self) -> None:
        """Save nothing any more: the window is closing, and a half-written line waits for the next one."""
        self._stopped = True

    def focus_line(self) -> None:
        """Put the keyboard where the next line is written."""
        self._entry.setFocus()

    def commit(self) -> bool:
        """Save the written line, if any; return False when the disk refused. It then stays."""
        text = self._entry.text
        if not text.strip():
            return True
        if not self._port.save_private(text):
            self._port.press_again(self.commit)
            return False
        self._entry.clear()
        return True

    def _show_lines(self) -> None:
        """Read the lines, and show them if they or the speaker have changed."""
        view = self._view
        if view is None:
            return
        lines = self._private.lines()
        speaker = None if view.speaker is None else view.speaker.person
        now = (tuple(line.id for line in lines), speaker)
        if now == self._shown:
            return
        self._clear()
        self._shown = now
        rows = [self._row(line, view) for line in lines]
        for made in rows:
            self._rows.column.addWidget(made)
        self._rows.setVisible(bool(rows))
        set_tab_order_before(self._entry, *rows)

    def _clear(self) -> None:
        self._shown = None
        self._rows.clear()
        self._rows.hide()

    def _row(self, line: PrivateLine, view: MeetingView) -> QWidget:
        t, look = self._t, self._look
        held = QWidget()
        set_role(held, SpokenRole.LIST_ITEM)
        held.setAccessibleName(line.text)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(line.text))
        buttons: list[QWidget | None] = [self._move(t.gettext("Til tavlen"), line, lambda: self._to_board(line))]
        if view.speaker is not None:
            label = t.gettext("Til {name}s note").format(name=view.speaker.name)
            person = view.speaker.person
            buttons.append(self._move(label, line, lambda: self._to_note(line, person)))
        column.addLayout(row(*buttons, None, spacing=look.px(4)))
        return held

    def _move(self, label: str, line: PrivateLine, do: Callable[[], None]) -> Button:
        button = Button(label, self._look, ButtonKind.QUIET, elide=True)
        button.setAccessibleName(f"{label}: {line.text}")
        button.clicked.connect(do)
        return button

    def _to_board(self, line: PrivateLine) -> None:
        self._port.do(*moved_to_board(line))

    def _to_note(self, line: PrivateLine, person: str) -> None:
        if self._view is not None:
            key = key_now(self._view, person)
            self._port.do(*moved_to_note(line, key, self._view.note(key)))
