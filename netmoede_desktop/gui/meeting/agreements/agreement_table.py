"""The agreements of the meeting, one under the other: read, opened in place, taken away, put in order of importance."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.domain.meeting.commands import DropAgreement, RankAgreements
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.layout.frames import Hairline, Surface, row
from netmoede_desktop.gui.kit.lists.listed import Listed
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.notices import Notice, NoticeKind
from netmoede_desktop.gui.meeting.agreements.draft import DraftField
from netmoede_desktop.gui.meeting.agreements.editor import AgreementEditor
from netmoede_desktop.gui.meeting.agreements.row import COLUMNS, AgreementRow
from netmoede_desktop.gui.meeting.agreements.wording import check_remarks
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.meeting.view.values import AgreementView, MeetingView

#: Narrower than this at 100 %, who and when stand below what.
_NARROW = 760


class AgreementTable(QWidget):
    """The list. One agreement at a time can be open in it."""

    asked = Signal(int)
    """Read this agreement aloud, or go through it: its answer was pressed."""
    led = Signal(QWidget)
    """The keyboard is led to a field that is asked for, or back to a row: the agreement open there is closed."""
    shown = Signal(object)
    """A widget of the list that is to be seen: what holds the list scrolls to it."""

    def __init__(self, port: MeetingPort, look: Look, t: Translator, free_days: FreeDays) -> None:
        """Make it. `free_days` gives the days off between two dates."""
        super().__init__()
        self._port, self._look, self._t = port, look, t
        self._free_days = free_days
        self._view: MeetingView | None = None
        self._rows: dict[int, AgreementRow] = {}
        self._order: tuple[int, ...] = ()
        self._editor: AgreementEditor | None = None
        self._dropped: int | None = None
        self._narrow = False
        self._before: QWidget | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        look, t = self._look, self._t
        self.undone = Notice(look, NoticeKind.INFO)
        self._empty = Label(
            t.gettext("Der er ingen aftaler endnu. Skriv den første ovenfor, så snart nogen siger, hvad de vil gøre."),
            Tone.MUTED,
        )
        self._card = Surface("card", look, padding=0, spacing=0)
        self._head = self._heading()
        self._carried = Label("", Tone.EYEBROW, parent=self._card)
        self._carried.setContentsMargins(look.px(12), look.px(12), 0, look.px(4))
        self._card.column.addWidget(self._head)
        self._card.column.addWidget(Hairline(look))
        self._lists = {False: Listed(t.gettext("Aftaler i dag")), True: Listed("")}
        self._card.column.addWidget(self._lists[False])
        self._card.column.addWidget(self._carried)
        self._card.column.addWidget(self._lists[True])
        self.rank_button = Button(t.gettext("Hvad er vigtigst?"), look, ButtonKind.QUIET)
        self.rank_button.setCheckable(True)
        self._hint = Label("", Tone.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        for widget in (self.undone, self._empty, self._card):
            column.addWidget(widget)
        column.addLayout(row(self._hint, self.rank_button, spacing=look.px(8)))

    def _heading(self) -> QWidget:
        look, t = self._look, self._t
        head = QWidget()
        line = QHBoxLayout(head)
        line.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        line.setSpacing(look.px(12))
        titles = ("", t.gettext("Hvem"), t.gettext("Hvornår"), t.gettext("Svar"))
        labels = [Label(title, Tone.SMALL, wrap=False) for title in titles]
        for label, width in zip(labels, COLUMNS, strict=True):
            label.setFixedWidth(look.px(width))
        self._heads = labels[1:3]
        set_role(head, SpokenRole.SILENT)  # each row says its own
        line.addWidget(labels[0])
        line.addWidget(Label(t.gettext("Hvad"), Tone.SMALL, wrap=False), 1)
        for label in labels[1:]:
            line.addWidget(label)
        return head

    def _connect(self) -> None:
        self.undone.acted.connect(self._undo_drop)
        self.rank_button.toggled.connect(lambda _: self._render_again())

    @property
    def editor(self) -> AgreementEditor | None:
        """The agreement that is open, or None."""
        return self._editor

    @property
    def ranking(self) -> bool:
        """Whether a press on an agreement gives it its rank."""
        return self.rank_button.isChecked()

    def row(self, number: int) -> AgreementRow:
        """Return the row of an agreement; KeyError if there is none."""
        return self._rows[number]

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Show the agreements; only what has changed is touched."""
        self._view = view
        if self._dropped is not None and not _can_take_back(view, self._dropped):
            self._dropped = None
            self.undone.show_text("")
        present = {agreement.number for agreement in view.agreements}
        for number in [number for number in self._rows if number not in present]:
            self._remove(number)
        for agreement in view.agreements:
            self._row_for(agreement).render(agreement, view.starts.year, ranking=self.ranking)
        self._put_in_order(view)
        if self._editor is not None:
            self._editor.render(view)
        self._card.setVisible(bool(view.agreements))
        self._empty.setVisible(not view.agreements)
        self._show_hint(view)

    def edit(self, number: int, field: DraftField | None = None) -> bool:
        """Open an agreement in its place; False if there is none, or the open one could not be kept."""
        agreement = self._agreement(number)
        if agreement is None or not self._leave_open_one():
            return False
        self._editor = AgreementEditor(self._port, agreement, self._look, self._t, self._free_days)
        self._editor.led.connect(self.led)
        self._editor.closed.connect(self._close)
        self._editor.dropped.connect(self.drop)
        column = self._lists[agreement.carried].column
        place = column.indexOf(self._rows[number])
        self._rows[number].hide()
        column.insertWidget(place, self._editor)
        self._editor.show()
        self._set_tab_order()
        self._editor.open(field)
        self.shown.emit(self._editor)
        return True

    def drop(self, number: int) -> None:
        """Take an agreement away, with a way back."""
        if not self._port.do(DropAgreement(number)):
            return
        self._dropped = number
        said = self._t.gettext("Aftale {number} er fjernet.").format(number=number)
        self.undone.show_text(said, action=self._t.gettext("Fortryd"))

    def save(self) -> bool:
        """Save the changes of the open agreement; return False if refused."""
        return self._editor is None or self._editor.save()

    def follow(self, widget: QWidget) -> None:
        """Come after a widget when the keyboard goes on."""
        self._before = widget

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Arrange the rows for the room there is."""
        super().resizeEvent(event)
        narrow = self._look.units(self.width()) < _NARROW
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for label in self._heads:
            label.setVisible(not narrow)
        for one in self._rows.values():
            one.set_narrow(narrow)

    def _row_for(self, agreement: AgreementView) -> AgreementRow:
        made = self._rows.get(agreement.number)
        if made is None:
            made = AgreementRow(self._look, self._t)
            made.set_narrow(self._narrow)
            made.opened.connect(self._pressed)
            made.dropped.connect(self.drop)
            made.moved.connect(self._move)
            made.asked.connect(self.asked)
            self._rows[agreement.number] = made
        return made

    def _put_in_order(self, view: MeetingView) -> None:
        """New ones first, then those of last time, each by number."""
        ordered = sorted(view.agreements, key=lambda agreement: (agreement.carried, agreement.number))
        order = tuple(agreement.number for agreement in ordered)
        self._carried.setVisible(any(agreement.carried for agreement in view.agreements))
        t, begun = self._t, view.only_under_way
        self._carried.setText(t.gettext("I GANG") if begun else t.gettext("FRA SIDST"))
        name = t.gettext("Det, der allerede er i gang") if begun else t.gettext("Aftaler fra sidst")
        self._lists[True].setAccessibleName(name)
        if order == self._order:
            return
        self._order = order
        for carried, listed in self._lists.items():
            stacked = tuple(self._stacked([one for one in ordered if one.carried is carried]))
            listed.setVisible(bool(stacked))
            for place, widget in enumerate(stacked):
                # What stands in its place stays there: only what is new is laid out.
                if listed.column.indexOf(widget) != place:
                    listed.column.removeWidget(widget)
                    listed.column.insertWidget(place, widget)
        for number in order:
            self._rows[number].set_last(last=number == order[-1])
        self._set_tab_order()

    def _stacked(self, ordered: Sequence[AgreementView]) -> Iterator[QWidget]:
        """The rows from the top down, the open one before its row."""
        for agreement in ordered:
            if self._editor is not None and self._editor.number == agreement.number:
                yield self._editor
            yield self._rows[agreement.number]

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops in it, in reading order."""
        found: list[QWidget] = []
        for number in self._order:
            found += [self._rows[number], self._rows[number].answer]
            if self._editor is not None and self._editor.number == number:
                found += self._editor.stops
        return (*found, self.rank_button)

    def _set_tab_order(self) -> None:
        for before, after in pairwise((self._before or self, *self.stops)):
            QWidget.setTabOrder(before, after)

    def _remove(self, number: int) -> None:
        if self._editor is not None and self._editor.number == number:
            self._take_editor_away()
        gone = self._rows.pop(number)
        self._order = ()
        self._take_out(gone)
        gone.hide()
        gone.deleteLater()

    def _pressed(self, number: int, field: DraftField | None) -> None:
        if self.ranking:
            self._rank(number)
        else:
            self.edit(number, field)

    def _rank(self, number: int) -> None:
        """The next rank to this one; one that has a rank loses it, and the others move up."""
        if self._view is None:
            return
        ranked = [a for a in self._view.agreements if a.priority is not None]
        order = [a.number for a in sorted(ranked, key=lambda a: a.priority or 0)]
        if number in order:
            order.remove(number)
        else:
            order.append(number)
        self._port.do(RankAgreements(tuple(order)))

    def _move(self, number: int, by: int) -> None:
        place = self._order.index(number) + by
        if 0 <= place < len(self._order):
            target = self._rows[self._order[place]]
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self.shown.emit(target)

    def _close(self, number: int) -> None:
        self._take_editor_away()
        if number in self._rows:
            self.led.emit(self._rows[number])
            self._rows[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_open_one(self) -> bool:
        """Save and close the open agreement; return False if refused."""
        if self._editor is None:
            return True
        if not self._editor.save():
            return False
        self._take_editor_away()
        return True

    def _take_editor_away(self) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        self._take_out(editor)
        editor.hide()
        editor.deleteLater()
        if editor.number in self._rows:
            self._rows[editor.number].show()

    def _take_out(self, widget: QWidget) -> None:
        for listed in self._lists.values():
            listed.column.removeWidget(widget)

    def _undo_drop(self) -> None:
        if self._dropped is not None:
            self._port.undo()

    def _render_again(self) -> None:
        if self._view is not None:
            self.render(self._view)

    def _show_hint(self, view: MeetingView) -> None:
        t = self._t
        self.rank_button.setVisible(len(view.agreements) > 1 or self.ranking)
        self.rank_button.set_label(t.gettext("Færdig") if self.ranking else t.gettext("Hvad er vigtigst?"))
        if self.ranking:
            self._hint.setText(t.gettext("Tryk på aftalerne i rækkefølge, den vigtigste for jer først."))
            return
        self._hint.setText("\n".join(check_remarks((check.code for check in view.list_checks), "", t)))

    def _agreement(self, number: int) -> AgreementView | None:
        if self._view is None:
            return None
        return next((agreement for agreement in self._view.agreements if agreement.number == number), None)


def _can_take_back(view: MeetingView, number: int) -> bool:
    """Return True if undo would restore this agreement, and only that."""
    return view.undo is not None and view.undo.event == "AgreementDropped" and view.undo.number == number
