"""Før vi slutter: the missing things, each with the way to mend it, the content of the referat, and the end itself."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from netmoede_desktop.domain.meeting.commands import FinishMeeting
from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.fields.fields import Field
from netmoede_desktop.gui.kit.fields.growing_input import GrowingInput
from netmoede_desktop.gui.kit.layout.frames import Hairline, ScrollColumn, Surface, row
from netmoede_desktop.gui.kit.layout.keyboard_ring import paint_ring
from netmoede_desktop.gui.kit.lists.listed import Listed
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.marks import MarkedButton, MarkShape, MarkTone
from netmoede_desktop.gui.meeting.bridge.meeting_bridge import MeetingPort
from netmoede_desktop.gui.meeting.closing.begun_list import begun_items
from netmoede_desktop.gui.meeting.closing.closing_list import ClosingItem, closing_items, spoken_item
from netmoede_desktop.gui.meeting.closing.minutes_preview import not_heard, outline, private_words
from netmoede_desktop.gui.meeting.closing.stop_panel import StopPanel
from netmoede_desktop.gui.meeting.notes.private_panel import PrivatePanel, PrivatePort
from netmoede_desktop.gui.meeting.page import BarItem, MeetingPage
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.stylesheet import KIND
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import clock
from netmoede_desktop.services.meeting.view.values import MeetingStage, MeetingView, NextKind

_SIDE = 380
#: Seconds in which a second press may still be meant for the page before.
_DOUBLE_PRESS_S = 0.8


class ClosingPage(MeetingPage):
    """The last page, open to a look at any time. The key of *videre* never ends a meeting, however often it comes."""

    place_asked = Signal(object)
    """A `Destination`: where what is missing is mended."""
    finished = Signal()
    """The meeting has ended, as planned or early."""

    def __init__(
        self,
        port: MeetingPort,
        private: PrivatePort | None,
        look: Look,
        t: Translator,
        free_days: FreeDays,
        monotonic: Callable[[], float],
    ) -> None:
        """Make it. `private` is None where no private notes can be read; `monotonic` is in seconds, only forward."""
        super().__init__()
        self._port, self._private, self._look, self._t = port, private, look, t
        self._view: MeetingView | None = None
        self._items: tuple[ClosingItem, ...] = ()
        self.mends: list[Button] = []
        self._monotonic = monotonic
        self._came = monotonic()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, SpokenRole.GROUP)
        self._build(free_days)
        self._connect()

    def _build(self, free_days: FreeDays) -> None:
        look, t = self._look, self._t
        self._eyebrow = Label(t.gettext("AFSLUTNING"), Tone.EYEBROW)
        self._title = Label("", Tone.TITLE)
        self._over = Label(t.gettext("Tak for i dag. Referatet ligger klar til at blive læst igennem."), Tone.READING)
        self._card = Surface("card", look, padding=14, spacing=6)
        self._settling = Listed(t.gettext("Før vi slutter"), spacing=look.px(6))
        self._card.column.addWidget(self._settling)
        self._reason_card = Surface("card", look, padding=14, spacing=8)
        self.reason = GrowingInput(look, size=15)
        label = t.gettext("Skal mødet slutte alligevel, så skriv hvorfor")
        hint = t.gettext("Grunden kommer med i referatet, sammen med det, I ikke nåede.")
        self._reason = Field(label, self.reason, look, hint=hint)
        self._reason_card.column.addWidget(self._reason)
        self.finish_button = Button(t.gettext("Afslut mødet"), look, ButtonKind.GO)
        self.early_button = Button(t.gettext("Stop mødet før tid …"), look, ButtonKind.QUIET)
        self.stop = StopPanel(self._port, look, t, free_days)
        self.stop.hide()
        self._main = ScrollColumn(look, padding=30, spacing=14)
        head = (self._eyebrow, self._title, self._over, self._card, self._reason_card)
        for widget in head:
            self._main.column.addWidget(widget)
        self._main.column.addLayout(row(self.finish_button, None, self.early_button, spacing=look.px(8)))
        self._main.column.addWidget(self.stop)
        self._main.column.addStretch(1)
        self._line = Hairline(look, upright=True)
        self._side = self._build_side()
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._main, 1)
        self._whole.addWidget(self._line)
        self._whole.addWidget(self._side)

    def _build_side(self) -> ScrollColumn:
        look, t = self._look, self._t
        side = ScrollColumn(look, padding=22, spacing=12)
        side.setProperty(KIND, "panel")
        side.column.addWidget(Label(t.gettext("Med i referatet"), Tone.HEADING))
        self._outline = Listed(t.gettext("Med i referatet"), spacing=look.px(2))
        self._outlined: list[MarkedButton] = []
        self._missed = Label("", Tone.MUTED)
        self._wiped = Surface("notice-attention", look, padding=12, spacing=8)
        self._wiped_text = Label("", Tone.BODY)
        self.private_button = Button(t.gettext("Se og flyt"), look)
        self._wiped.column.addWidget(self._wiped_text)
        self._wiped.column.addLayout(row(self.private_button, None))
        self.panel = None if self._private is None else PrivatePanel(self._port, self._private, look, t)
        side.column.addWidget(self._outline)
        side.column.addWidget(self._missed)
        side.column.addWidget(self._wiped)
        if self.panel is not None:
            self.panel.hide()
            self.panel.setMinimumHeight(look.px(280))
            side.column.addWidget(self.panel)
        side.column.addStretch(1)
        return side

    def _connect(self) -> None:
        self.reason.textChanged.connect(self._allow)
        self.reason.entered.connect(self._lead_to_the_end)
        self.finish_button.clicked.connect(self.finish)
        self.early_button.clicked.connect(lambda: self._open_stop(opened=self.stop.isHidden()))
        self.stop.closed.connect(lambda: self._open_stop(opened=False))
        self.stop.stopped.connect(self.finished)
        self.private_button.clicked.connect(self._toggle_private)
        self._port.lines.follow("closing.reason", self.reason)

    @property
    def lines(self) -> tuple[str, ...]:
        """The settled and the missing things, line by line."""
        return tuple(item.text for item in self._items)

    @property
    def outline(self) -> tuple[str, ...]:
        """The content of the referat, as listed on the page."""
        return tuple(line.text() for line in self._outlined)

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Render the missing things and the content of the referat."""
        self._view = view
        ended = view.stage is MeetingStage.ENDED
        begun = () if ended else begun_items(self._port.lines, self._port.private_line, self._t)
        items = () if ended else (*closing_items(view, self._t), *begun)
        if items != self._items:
            self._items = items
            self._list_items(items)
        self._update_heading(view, begun=bool(begun))
        self._over.setVisible(ended)
        self._card.setVisible(bool(items))
        self._reason_card.setVisible(bool(view.missing) and not ended)
        self.finish_button.setVisible(not ended and not self._at_the_end())  # then the go-button ends the meeting
        self.early_button.setVisible(not ended)
        self.stop.render(view)
        self.setAccessibleName(self._title.text())
        if ended:
            self._open_stop(opened=False)
        self._show_outline(view)
        self._allow()

    def handle(self, action: Action) -> bool:
        """At the end *videre* leads to the go-button, or to the reason that is missing and says so, and does no more.

        Before the end it goes on with the meeting, as on any page that was opened beside it.
        """
        if action is not Action.GO_ON or not self._at_the_end():
            return False
        if self._ready:
            self._lead_to_the_end()
        else:
            self._reason.show_problem(self._t.gettext("Skriv først, hvorfor mødet slutter, selvom noget mangler."))
            self.lead_to(self.reason)
            self._main.ensureWidgetVisible(self._reason)
        return True

    def writing_place(self) -> QWidget | None:
        """Why it stops before its time, or why it ends though something is missing."""
        if self.stop.isVisible():
            return self.stop.reason
        return self.reason if self._at_the_end() and self.reason.isVisible() else None

    def resting_place(self) -> QWidget | None:
        """The page itself, so that Enter ends nothing."""
        return self

    def go_label(self) -> str:
        """Say what the go-button does here, when it is pressed itself."""
        return self._t.gettext("Afslut mødet") if self._at_the_end() else ""

    def go_has_key(self) -> bool:
        """At the end only the button itself ends the meeting, no key does."""
        return not self._at_the_end()

    def go_pressed(self) -> bool:
        """End the meeting; while something is missing the reason is asked for as by *videre*.

        Not at once when the page comes: the press that led here may have been a double one.
        """
        coming = self._monotonic() - self._came < _DOUBLE_PRESS_S
        return self._at_the_end() and not coming and self.finish()

    def bar(self) -> tuple[tuple[BarItem, ...], tuple[BarItem, ...]]:
        """Return the buttons of the bar before the end; none after it."""
        ended = self._view is not None and self._view.stage is MeetingStage.ENDED
        if ended:
            return (), ()
        left = (BarItem(Action.GO_BACK), BarItem(Action.TABLE), BarItem(Action.PAUSE))
        return left, (BarItem(Action.AGREEMENT, green=True),)

    def resume(self, field: str) -> None:
        """Focus the half-written reason: to end with something missing, or to stop early."""
        target = self.reason
        if field.startswith("stop"):
            self._open_stop(opened=True)
            target = self.stop.reason
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> bool:
        """End the meeting; False while something is missing and there is no reason, or when it was refused."""
        view = self._view
        if view is None or not self._ready:
            return False
        reason = self.reason.text.strip() if view.missing else None
        if not self._port.do(FinishMeeting(reason)):
            self._port.press_again(self.finish)
            return False
        self.finished.emit()
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The page itself has the keyboard, so that Enter ends nothing."""
        super().showEvent(event)
        if not event.spontaneous():
            self._came = self._monotonic()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the focus of the page, from its top; a click on it does not scroll."""
        super().focusInEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MouseFocusReason):
            self._main.verticalScrollBar().setValue(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show that it has it no more."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the focus ring around the title and the open points."""
        if not self.hasFocus():
            return
        area, around = QRect(), self._look.px(8)
        for widget in (self._title, self._over, self._card):
            if widget.isVisible():
                area |= QRect(widget.mapTo(self, QPoint(0, 0)), widget.size())
        painter = QPainter(self)
        paint_ring(painter, area.adjusted(-around, -around, around, around), self._look, 16)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the side below in a compact window."""
        super().resizeEvent(event)
        look = self._look
        compact = look.compact(self.width(), max(self.window().height(), self.height()))
        inset = look.px(12 if compact else 30)
        self._main.column.setContentsMargins(inset, look.px(8 if compact else 22), inset, look.px(12))
        self._title.set_tone(Tone.HEADING if compact else Tone.TITLE)
        self._eyebrow.setVisible(not compact)
        self._line.setVisible(not compact)
        self._side.setFixedWidth(look.px(250 if compact else _SIDE))
        side = look.px(10 if compact else 22)
        self._side.column.setContentsMargins(side, side, side, side)

    @property
    def _ready(self) -> bool:
        """The meeting can end when nothing is missing, or when there is a reason."""
        view = self._view
        return view is not None and (not view.missing or bool(self.reason.text.strip()))

    def _lead_to_the_end(self) -> None:
        """Put the keyboard on what ends the meeting: the go-button, or before the end the page's own."""
        if self._at_the_end():
            self.go_led.emit()
        else:
            self.lead_to(self.finish_button)
            self._main.ensureWidgetVisible(self.finish_button)

    def _at_the_end(self) -> bool:
        """Return True if closing is all that is left of the meeting."""
        return self._view is not None and self._view.next.kind is NextKind.CLOSE

    def _update_heading(self, view: MeetingView, *, begun: bool) -> None:
        t = self._t
        if view.stage is MeetingStage.ENDED and view.ended is not None:
            early = (
                t.gettext("Mødet blev stoppet kl. {time}")
                if view.stop_reason
                else t.gettext("Mødet sluttede kl. {time}")
            )
            self._title.setText(early.format(time=clock(view.ended)))
        elif view.missing or begun:
            self._title.setText(t.gettext("Før vi slutter"))
        else:
            self._title.setText(t.gettext("Alt er på plads"))

    def _list_items(self, items: tuple[ClosingItem, ...]) -> None:
        """A line for each thing, and the button that mends it."""
        self._settling.clear()
        self.mends = []
        for item in items:
            self._settling.add(self._line_of(item), spoken_item(item, self._t))
        for before, after in pairwise((self, *self.mends, self.reason)):
            QWidget.setTabOrder(before, after)

    def _line_of(self, item: ClosingItem) -> QWidget:
        look = self._look
        mark = MarkShape.CHECK if item.ticked else MarkShape.RING
        tone = MarkTone.PLAIN if item.done else MarkTone.ATTENTION
        words = MarkedButton(item.text, look, mark, tone, leads=False)
        set_role(words, SpokenRole.SILENT)  # its row is called so
        held = QWidget()
        line = row(words, spacing=look.px(8))
        line.setStretch(0, 1)
        held.setLayout(line)
        destination = item.destination
        if destination is not None:
            mend = Button(item.mend, look)
            mend.setAccessibleName(f"{item.mend}: {item.text}")
            mend.clicked.connect(lambda: self.place_asked.emit(destination))
            line.addWidget(mend)
            self.mends.append(mend)
        return held

    def _show_outline(self, view: MeetingView) -> None:
        lines = outline(view, self._t)
        while len(self._outlined) > len(lines):
            gone = self._outlined.pop()
            self._outline.column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, text in enumerate(lines):
            if place == len(self._outlined):
                made = MarkedButton("", self._look, MarkShape.CHECK, MarkTone.PLAIN, leads=False)
                set_role(made, SpokenRole.LIST_ITEM)
                self._outline.column.addWidget(made)
                self._outlined.append(made)
            self._outlined[place].show_text(text, MarkShape.CHECK, MarkTone.PLAIN)
        missed = not_heard(view, self._t) if view.missing or view.stop_reason else ()
        self._missed.setText("\n".join(missed))
        self._missed.setVisible(bool(missed))
        words = private_words(view.private_count, self._t) if view.stage is not MeetingStage.ENDED else ""
        self._wiped_text.setText(words)
        self._wiped.setVisible(bool(words))
        if self.panel is not None:
            self.panel.render(view)
            if not words:
                self._close_private()

    def _allow(self) -> None:
        self.finish_button.setEnabled(self._ready)
        if self._ready:
            self._reason.show_problem("")

    def _toggle_private(self) -> None:
        panel = self.panel
        if panel is None:
            self.asked.emit(Action.PRIVATE)
        elif panel.isHidden():
            panel.show()
            panel.set_open(True)
        else:
            self._close_private()

    def _close_private(self) -> None:
        if self.panel is not None and not self.panel.isHidden():
            self.panel.set_open(False)
            self.panel.hide()

    def _open_stop(self, *, opened: bool) -> None:
        self.stop.setVisible(opened)
        if opened:
            self.stop.open()
            # Once it has its place: it is the tallest thing here, and comes below all the others.
            QTimer.singleShot(0, self, lambda: self._main.ensureWidgetVisible(self.stop))
