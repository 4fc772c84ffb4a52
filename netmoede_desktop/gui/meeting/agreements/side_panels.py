"""The cards beside the agreements: next meeting, missing things, talking time, and topics for another day."""

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.dates.written_day import FreeDays
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.lists.listed import Listed, ListedRow
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.kit.text.marks import MarkedButton, MarkShape, MarkTone
from netmoede_desktop.gui.meeting.agreements.follow_up_choices import away_words, moment_words, report_words
from netmoede_desktop.gui.meeting.closing.closing_list import ClosingItem, closing_items, spoken_item
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import sentence_case
from netmoede_desktop.services.meeting.view.values import MeetingView, SpeakingTime


class FollowUpCard(QWidget):
    """Opfølgning: the day that is agreed, or that there is none yet; the button leads to where it is chosen."""

    opened = Signal()

    def __init__(self, look: Look, t: Translator, free_days: FreeDays) -> None:
        super().__init__()
        self._t = t
        self._free_days = free_days
        self._shown: object = self
        self._card = Surface("card", look, padding=14, spacing=2)
        self._eyebrow = Label("", Tone.SMALL)
        self._day = Label("", Tone.HEADING)
        self._more = Label("", Tone.MUTED)
        self.button = Button("", look, ButtonKind.QUIET)
        self.button.clicked.connect(self.opened)
        for label in (self._eyebrow, self._day, self._more):
            self._card.column.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addLayout(row(Label(t.gettext("Opfølgning"), Tone.HEADING), self.button))
        column.addWidget(self._card)

    @property
    def text(self) -> str:
        """The text of the card."""
        return "\n".join(label.text() for label in (self._day, self._more) if not label.isHidden())

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Render the agreed next meeting."""
        if view.follow_up == self._shown:
            return
        self._shown = view.follow_up
        t, follow_up = self._t, view.follow_up
        self._eyebrow.setVisible(follow_up is not None and follow_up.at is not None)
        self._eyebrow.setText(t.gettext("Næste møde"))
        self.button.set_label(t.gettext("Aftal dagen") if follow_up is None else t.gettext("Ret"))
        if follow_up is None:
            self._day.setText(t.gettext("Ikke aftalt endnu"))
            self._more.setText(t.gettext("Find dagen, mens alle sidder her."))
        elif follow_up.at is None:
            self._day.setText(t.gettext("Ingen opfølgning"))
            self._more.setText(follow_up.none_reason or "")
        else:
            days_off = self._free_days(view.starts.date(), follow_up.at.date())
            self._day.setText(sentence_case(moment_words(follow_up.at, view, t)))
            away, report = away_words(follow_up.at, view, t), report_words(follow_up.at, view, days_off, t)
            more = t.gettext("{away} · {report}").format(away=away, report=report)
            self._more.setText("\n".join(line for line in (follow_up.place, more) if line))


class ClosingCard(QWidget):
    """Før vi slutter: a line for each thing, with its shape; a missing one leads to the place that mends it."""

    chosen = Signal(object)
    """The `Destination` of the line that was pressed."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._look, self._t = look, t
        self._items: tuple[ClosingItem, ...] = ()
        self._before: QWidget | None = None
        self.lines: list[MarkedButton] = []
        self._rows: list[ListedRow] = []
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.px(2))
        title = Label(t.gettext("Før vi slutter"), Tone.HEADING)
        title.setContentsMargins(0, 0, 0, look.px(6))
        self._list.addWidget(title)
        self._all_well = Label(t.gettext("Alt er på plads."), Tone.DONE)
        self._list.addWidget(self._all_well)
        self._all_well.hide()
        self._listed = Listed(t.gettext("Før vi slutter"), spacing=look.px(2))
        self._list.addWidget(self._listed)

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Show the lines; one that has the keyboard keeps it."""
        items = closing_items(view, self._t)
        if items == self._items:
            return
        self._items = items
        while len(self.lines) > len(items):
            self.lines.pop()
            row = self._rows.pop()
            self._listed.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, item in enumerate(items):
            line = self._line(place, leads=item.destination is not None)
            mark = MarkShape.CHECK if item.ticked else MarkShape.RING
            line.show_text(item.text, mark, MarkTone.ATTENTION if item.now else MarkTone.PLAIN)
            line.setAccessibleName(spoken_item(item, self._t))
            self._rows[place].setAccessibleName(line.accessibleName())
        self._all_well.setVisible(not items)
        for before, after in pairwise((self._before or self, *self.stops)):
            QWidget.setTabOrder(before, after)

    def follow(self, widget: QWidget) -> None:
        """Come after a widget when the keyboard goes on."""
        self._before = widget

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops in it, in reading order."""
        return tuple(line for line in self.lines if line.leads)

    @property
    def missing(self) -> int:
        """How many lines are missing."""
        return sum(not item.done for item in self._items)

    def _line(self, place: int, *, leads: bool) -> MarkedButton:
        """The line of a place; one that leads somewhere is another kind of thing than one that does not."""
        there = self.lines[place] if place < len(self.lines) else None
        if there is not None and there.leads is leads:
            return there
        made = MarkedButton("", self._look, leads=leads)
        made.clicked.connect(lambda: self._press(place))
        if not leads:
            set_role(made, SpokenRole.SILENT)  # what holds it is called so
        if there is None:
            self._rows.append(self._listed.add(made, ""))
            self.lines.append(made)
        else:
            self._rows[place].hold(made)
            self.lines[place] = made
        return made

    def _press(self, place: int) -> None:
        destination = self._items[place].destination
        if destination is not None:
            self.chosen.emit(destination)


class SpeakingTimeCard(QWidget):
    """Taletid: how the words were shared between family and network, and the professionals. For the mødeleder alone."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._t = t
        self._percent: int | None = None
        self._bar = _SharedBar(look)
        self._words = Label("", Tone.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Label(t.gettext("Taletid"), Tone.HEADING))
        column.addWidget(self._bar)
        column.addWidget(self._words)

    @property
    def text(self) -> str:
        """The text of the card."""
        return self._words.text()

    def show_time(self, time: SpeakingTime) -> None:
        """Show the shares, in whole percent."""
        total = time.private + time.professional
        percent = -1 if total < 1 else round(100 * time.private / total)
        if percent == self._percent:
            return
        self._percent = percent
        self._bar.show_share(percent / 100 if percent >= 0 else None)
        if percent < 0:
            self._words.setText(self._t.gettext("Ingen har talt endnu."))
            return
        sentence = self._t.gettext("familie og netværk {private} % · fagfolk {professional} %")
        self._words.setText(sentence.format(private=percent, professional=100 - percent))


class _SharedBar(QWidget):
    """A bar in two parts; in high contrast the second is hatched, so that they are told apart without colour."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float | None) -> None:
        """Show the first part's share, or an empty bar."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A low bar."""
        return QSize(self._look.px(200), self._look.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the two parts."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(self.rect().toRectF(), look.px(4), look.px(4))
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), QColor(theme.ring))
        if self._share is not None:
            split = round(self.width() * self._share)
            painter.fillRect(0, 0, split, self.height(), QColor(theme.ochre))
            if theme.stroke > 1:
                painter.fillRect(split, 0, self.width() - split, self.height(), QColor(theme.card))
                painter.setPen(QPen(QColor(theme.ink), look.px(1)))
                for x in range(split, self.width() + self.height(), look.px(6)):
                    painter.drawLine(x, 0, x - self.height(), self.height())
                painter.fillRect(0, 0, split, self.height(), QColor(theme.ochre))
            else:
                painter.fillRect(split, 0, self.width() - split, self.height(), QColor(theme.violet))
        if theme.stroke > 1:
            painter.setPen(QPen(QColor(theme.edge), look.px(theme.stroke) * 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(shape)
        painter.end()


class ParkedCard(QWidget):
    """Parkeret: topics for another day; hidden while there are none."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._topics: tuple[str, ...] = ()
        self._list = Label("", Tone.BODY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(Label(t.gettext("Parkeret til en anden gang"), Tone.HEADING))
        column.addWidget(self._list)
        self.hide()

    def render(self, view: MeetingView) -> None:  # type: ignore[override]
        """Show the topics."""
        if view.parked != self._topics:
            self._topics = view.parked
            self._list.setText("\n".join(f"– {topic}" for topic in view.parked))
        self.setVisible(bool(view.parked))
