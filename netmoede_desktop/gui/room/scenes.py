"""The scenes in the middle of the room's window: a question with the table, an agreement read aloud, a calm word."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.kit.table.round_table import RoundTable
from netmoede_desktop.gui.kit.table.seats.marks import paint_mark
from netmoede_desktop.gui.kit.table.values import SeatMark, SeatShape, SeatState, TableCentre, TableSeat
from netmoede_desktop.gui.room import wording
from netmoede_desktop.gui.room.fitted_label import FittedLabel
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.room.audience import AudienceSeat, AudienceStep, AudienceView, Scene, Shape
from netmoede_desktop.services.room.audience import AudienceSeatState as RoomSeatState

_SHAPES = {
    Shape.ROUND: SeatShape.ROUND,
    Shape.SQUARE: SeatShape.SQUARE,
    Shape.DASHED: SeatShape.DASHED,
    Shape.PLAIN: SeatShape.PLAIN,
}
_STATES = {
    RoomSeatState.WAITING: SeatState.WAITING,
    RoomSeatState.SPEAKING: SeatState.SPEAKING,
    RoomSeatState.DONE: SeatState.DONE,
    RoomSeatState.QUIET: SeatState.QUIET,
}
#: How much of the width the table has, with at most so many people at it; the question has the rest.
_SHARES = ((6, 0.47), (12, 0.55))
_LARGEST_SHARE = 0.6
_LEFT = Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class RoomScene(QWidget):
    """The base of the scenes."""

    def render_view(self, view: AudienceView) -> None:
        """Render a view."""
        raise NotImplementedError

    def show_share(self, share: float | None) -> None:
        """Show the remaining share of the turn, 1.0 to 0.0; ignored by scenes without a table."""

    def place(self, scale: float) -> None:
        """Lay out at the current size, for a window of that scale."""
        raise NotImplementedError


class TableScene(RoomScene):
    """The question at the left, the table at the right, the speaker's name large in its middle."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._t = t
        self._scale = 1.0
        self._share: float | None = None
        bottom, top = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
        self._question = FittedLabel(look, 66, 30, parent=self, bold=True, align=_LEFT | bottom)
        self._rest = FittedLabel(look, 32, 20, parent=self, colour=look.theme.muted, align=_LEFT | top)
        self._table = RoundTable(look, t, interactive=False)
        self._table.setParent(self)

    def render_view(self, view: AudienceView) -> None:
        """Render question and people. A question of two sentences is split into a headline and the rest."""
        question, rest = headline(self._words(view))
        if view.scene is Scene.WELCOME:
            rest = "\n".join(part for part in (rest, wording.here_for(view.child, self._t)) if part)
        changed = (question, rest) != (self._question.text(), self._rest.text())
        self._question.set_text(question)
        self._rest.set_text(rest)
        if changed:
            self._place_words()
        share = self._table_share
        self._table.show_table(tuple(map(_seat, range(len(view.seats)), view.seats)), self._centre(view))
        if share != self._table_share:
            self.place(self._scale)

    def show_share(self, share: float | None) -> None:
        """Shrink the shape round the speaker's name."""
        self._share = share
        centre = self._table.centre
        if centre.big:
            self._table.show_centre(TableCentre(centre.above, centre.big, centre.below, share, calm=True))

    def place(self, scale: float) -> None:
        """Lay out the question at the left, the table at the right."""
        self._scale = scale
        self._place_words()
        left = round(self.width() * (1 - self._table_share))
        self._table.setGeometry(left, 0, self.width() - left, self.height())

    @property
    def _table_share(self) -> float:
        people = len(self._table.order)
        return next((share for most, share in _SHARES if people <= most), _LARGEST_SHARE)

    def _place_words(self) -> None:
        if self.width() <= 1:
            return
        width, height = round(self.width() * (0.96 - self._table_share)), self.height()
        split = round(height * 0.54) if self._rest.text() else round(height * 0.5)
        gap = round(18 * self._scale)
        if self._rest.text():
            self._question.setAlignment(_LEFT | Qt.AlignmentFlag.AlignBottom)
            self._question.set_place(QRect(0, 0, width, split), self._scale)
            self._rest.set_place(QRect(0, split + gap, width, height - split - gap), self._scale)
            return
        self._question.setAlignment(_LEFT | Qt.AlignmentFlag.AlignVCenter)
        self._question.set_place(QRect(0, 0, width, height), self._scale)
        self._rest.set_place(QRect(0, height, width, 0), self._scale)

    def _words(self, view: AudienceView) -> str:
        """Return the question, or else the title of the current phase."""
        if view.question:
            return view.question
        if view.scene is Scene.WELCOME:
            return wording.welcome(self._t)
        return next((phase.title for phase in view.phases if phase.step is AudienceStep.NOW), "")

    def _centre(self, view: AudienceView) -> TableCentre:
        if not view.speaker:
            return TableCentre(calm=True)
        if view.reader:
            return TableCentre(wording.reads_for(view.reader, self._t), view.speaker, "", self._share, calm=True)
        return TableCentre("", view.speaker, wording.has_the_word(self._t), self._share, calm=True)


class ReadingScene(RoomScene):
    """An agreement as large as possible, with owner, date and the sign that it works."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._t = t
        self._scale = 1.0
        theme = look.theme
        bottom, top = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
        self._text = FittedLabel(look, 76, 30, parent=self, bold=True, align=_LEFT | bottom)
        self._line = FittedLabel(look, 38, 22, parent=self, colour=theme.green_text, bold=True, align=_LEFT | top)
        self._sign = FittedLabel(look, 30, 20, parent=self, colour=theme.muted, align=_LEFT | top)
        self._answer = _Answer(look, self)

    def render_view(self, view: AudienceView) -> None:
        """Render the agreement being read aloud."""
        reading = view.reading
        self._text.set_text("" if reading is None else reading.text.text)
        self._line.set_text("" if reading is None else wording.agreement_line(reading, self._t))
        self._sign.set_text("" if reading is None else wording.agreement_sign(reading, self._t))
        self._answer.set_text("" if reading is None else wording.agreement_answer(reading, self._t))

        self.place(self._scale)

    def place(self, scale: float) -> None:
        """Lay out the text above the middle, the rest below."""
        self._scale = scale
        inset, height = round(self.width() * 0.05), self.height()
        width = self.width() - 2 * inset
        split, gap = round(height * 0.56), round(20 * scale)
        self._text.set_place(QRect(inset, 0, width, split), scale)
        top = split + gap
        for label, share in ((self._line, 0.14), (self._sign, 0.14), (self._answer, 0.1)):
            tall = round(height * share) if label.text() else 0
            label.set_place(QRect(inset, top, width, tall), scale)
            top += tall


class WordScene(RoomScene):
    """A calm word and a line under it: the pause, the goodbye."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._t = t
        bottom, top = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
        self._word = FittedLabel(look, 92, 40, parent=self, bold=True, align=_CENTRE | bottom)
        self._line = FittedLabel(look, 40, 22, parent=self, colour=look.theme.muted, align=_CENTRE | top)

    def render_view(self, view: AudienceView) -> None:
        """Render the pause or the goodbye."""
        if view.scene is Scene.PAUSE:
            word, line = wording.pause_words(view.pause, self._t)
        else:
            word, line = wording.thanks_words(view.next_meeting, view.next_meeting_at, self._t)
        self._word.set_text(word)
        self._line.set_text(line)

    def place(self, scale: float) -> None:
        """Lay out both in the middle."""
        split, gap = round(self.height() * 0.52), round(20 * scale)
        self._word.set_place(QRect(0, 0, self.width(), split), scale)
        self._line.set_place(QRect(0, split + gap, self.width(), round(self.height() * 0.3)), scale)


class DayScene(RoomScene):
    """The next meeting: the question, and the day in large letters once it is agreed."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._t = t
        bottom, top = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignTop
        self._above = FittedLabel(look, 40, 24, parent=self, colour=look.theme.muted, align=_CENTRE | bottom)
        self._day = FittedLabel(look, 84, 36, parent=self, bold=True, align=_CENTRE | Qt.AlignmentFlag.AlignVCenter)
        self._at = FittedLabel(look, 64, 30, parent=self, colour=look.theme.green_text, bold=True, align=_CENTRE | top)

    def render_view(self, view: AudienceView) -> None:
        """Render the next meeting."""
        words = wording.day_words(view, self._t)
        for label, text in zip((self._above, self._day, self._at), words, strict=True):
            label.set_text(text)

    def place(self, scale: float) -> None:
        """Lay out the day in the middle."""
        width, height = self.width(), self.height()
        self._above.set_place(QRect(0, 0, width, round(height * 0.28)), scale)
        self._day.set_place(QRect(0, round(height * 0.32), width, round(height * 0.3)), scale)
        self._at.set_place(QRect(0, round(height * 0.63), width, round(height * 0.2)), scale)


class _Answer(FittedLabel):
    """The owner's yes, behind a tick."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        self._green = QColor(look.theme.green_text)
        align = _LEFT | Qt.AlignmentFlag.AlignVCenter
        super().__init__(look, 30, 20, parent=parent, bold=True, colour=look.theme.green_text, align=align)

    def set_place(self, place: QRect, scale: float) -> None:
        """Set the rectangle, with room for the tick in front."""
        self.setContentsMargins(round(46 * scale), 0, 0, 0)
        super().set_place(place, scale)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint tick and words."""
        super().paintEvent(event)
        if not self.text():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.contentsMargins().left() * 0.6, self.place.height())
        left = self.place.left() - self.contentsMargins().left()
        paint_mark(painter, SeatMark.TICK, QRectF(left, (self.height() - side) / 2, side, side), self._green)
        painter.end()


def headline(text: str) -> tuple[str, str]:
    """Return the first sentence, without its full stop, and the rest."""
    for place, letter in enumerate(text[:-1]):
        if letter in ".?!" and text[place + 1] == " ":
            first = text[:place] if letter == "." else text[: place + 1]
            return first, text[place + 2 :].strip()
    return text, ""


def _seat(number: int, seat: AudienceSeat) -> TableSeat:
    return TableSeat(str(number), seat.name, "", _SHAPES[seat.shape], _STATES[seat.state])
