"""Tavlen: short sentences everyone agrees to. What the room will not see is said while typing."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.domain.meeting.commands import WriteBoard
from netmoede_desktop.domain.methods.method import PartTask
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.fields.correcting_line import CorrectingLine
from netmoede_desktop.gui.kit.fields.fields import LineInput
from netmoede_desktop.gui.kit.layout.frames import ScrollColumn, Surface, row
from netmoede_desktop.gui.kit.layout.tab_order import set_tab_order_before
from netmoede_desktop.gui.kit.lists.listed import Listed, ListedRow
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import MeetingView, Passage

#: The field of the next line; that of a line that is corrected has its place behind it.
_NEW = "table.board"


class BoardPanel(QWidget):
    """The lines, each to be corrected in place (an emptied one is wiped), and a line for the next."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator) -> None:
        super().__init__()
        self._port = port
        self._look = look
        self._t = t
        self._view: MeetingView | None = None
        self._room_looks = False
        self._lines: list[CorrectingLine] = []
        self._rows: list[ListedRow] = []
        self._build()
        self._new.returnPressed.connect(self._add)
        self._add_button.clicked.connect(self._add)
        self._new.textChanged.connect(self._look_over)
        port.lines.follow(_NEW, self._new)

    def _build(self) -> None:
        look, t = self._look, self._t
        self._empty = Label(t.gettext("Skriv korte sætninger, som alle kan nikke til."), Tone.MUTED)
        self._seen = Label("", Tone.SMALL)
        self._remark = Label("", Tone.ATTENTION)
        self._remark.hide()
        self._new = LineInput(placeholder=t.gettext("Skriv en sætning"))
        self._new.setAccessibleName(t.gettext("Ny sætning på tavlen"))
        self._add_button = Button(t.gettext("Skriv"), look, key="↵")
        self._scroll = ScrollColumn(look, padding=0, spacing=6)
        self._scroll.setMinimumHeight(1)  # it scrolls; the line to write in is never squeezed
        self._written = Listed(t.gettext("Tavlen"), spacing=look.px(6))
        self._scroll.column.addWidget(self._written)
        self._scroll.column.addWidget(self._empty)
        self._scroll.column.addStretch(1)
        card = Surface("card", look, padding=14, spacing=8)
        card.column.addWidget(self._scroll, 1)
        card.column.addWidget(self._remark)
        card.column.addWidget(self._new)
        foot = row(self._add_button, spacing=look.px(8))
        foot.insertWidget(0, self._seen, 1)
        card.column.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Show the board; a line that is being corrected stays as it is being written."""
        self._view = view
        while len(self._lines) < len(view.board):
            self._lines.append(self._line(len(self._lines)))
        for place, line in enumerate(self._lines):
            shown = place < len(view.board)
            line.setVisible(shown)
            self._rows[place].setVisible(shown)
            if shown and not line.isModified() and line.text != view.board[place]:
                line.setText(view.board[place])
            elif not shown:
                line.setModified(False)
        self._written.setVisible(bool(view.board))
        self._empty.setVisible(not view.board)
        self._seen.setText(self._when_seen(view))

    def show_room(self, looks: bool) -> None:
        """Set if the room sees its window without a curtain, and update the sentence on that."""
        self._room_looks = looks
        if self._view is not None:
            self._seen.setText(self._when_seen(self._view))

    def _when_seen(self, view: MeetingView) -> str:
        """When the room sees the board: in the part where it is summed up, if there is one.

        What it saw then is not known, and not said.
        """
        part = next((part for part in view.parts if part.task is PartTask.BOARD), None)
        if part is None or part.passage is Passage.DROPPED:
            return self._t.gettext("Rummet ser dem ikke. De kommer med i referatet.")
        if part.passage is Passage.NOW:
            sees = self._room_looks and view.pause is None
            return self._t.gettext("Rummet ser dem nu.") if sees else self._t.gettext("Rummet ser dem ikke lige nu.")
        if part.passage is Passage.PAST:
            return self._t.gettext("Rummet ser dem ikke længere. De kommer med i referatet.")
        return self._t.gettext("Fællesskærmen viser dem i »{part}«.").format(part=part.title)

    @property
    def line(self) -> LineInput:
        """Where the next line is written."""
        return self._new

    @property
    def begun(self) -> bool:
        """Whether something is written that is not on the board."""
        return bool(self._new.text().strip()) or any(line.isModified() for line in self._lines)

    def focus_line(self) -> None:
        """Put the keyboard where the next line is written."""
        self._new.setFocus()

    def resume(self, place: str) -> None:
        """Put the keyboard in the line with this place, where something is being corrected, or in the next."""
        written = int(place) if place.isdigit() else len(self._lines)
        line = self._lines[written] if written < len(self._lines) else self._new
        line.setFocus()
        line.end(False)

    def save(self) -> bool:
        """Make corrected lines durable; False when the disk refused."""
        changed = [place for place, line in enumerate(self._lines) if line.isModified()]
        kept = [self._correct(place) for place in reversed(changed)]
        return all(kept)

    def _line(self, place: int) -> CorrectingLine:
        line = CorrectingLine(self._look)
        line.setAccessibleName(self._t.gettext("Sætning {n} på tavlen").format(n=place + 1))
        field, begun = f"{_NEW}.{place}", self._port.lines.begun(f"{_NEW}.{place}")
        if begun:
            line.setText(begun)
            line.setModified(True)
        line.textEdited.connect(lambda text: self._port.lines.typed(field, text))
        line.editingFinished.connect(lambda: self._correct(place))
        line.textEdited.connect(self._look_over)
        self._rows.append(self._written.add(line, line.accessibleName()))
        set_tab_order_before(self._new, line)
        return line

    def _correct(self, place: int) -> bool:
        line = self._lines[place]
        view = self._view
        if view is None or not line.isModified() or place >= len(view.board):
            return True
        if line.text.strip() == view.board[place]:
            line.setModified(False)
            self._port.lines.typed(f"{_NEW}.{place}", "")
            return True
        # Told beforehand that it is no correction any more, so that the board as it then stands may be shown.
        line.setModified(False)
        if self._port.do(WriteBoard(line.text, place)):
            self._port.lines.typed(f"{_NEW}.{place}", "")
            return True
        line.setModified(True)
        self._port.press_again(lambda: self._correct(place))
        return False

    def _add(self) -> bool:
        text = self._new.text()
        if text.strip() and not self._port.do(WriteBoard(text)):
            self._port.press_again(self._add)
            return False
        self._new.clear()
        return True

    def _look_over(self, text: str) -> None:
        """Say which words the room will not see."""
        found = () if self._view is None else self._view.guard.found(text)
        words = ", ".join(dict.fromkeys(word.text for word in found))
        self._remark.setText(self._t.gettext("Rummet ser ikke: {words}").format(words=words) if words else "")
        self._remark.setVisible(bool(words))
