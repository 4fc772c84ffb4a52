"""The netværkskort as a window shows it: rings round the child, each person a button, the unplaced at the foot."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from netmoede_desktop.domain.people.network_frame import SECTORS, MapFrame
from netmoede_desktop.domain.people.network_map import MapRoom, MapSpot, NetworkLayout, lay_out
from netmoede_desktop.domain.people.network_members import MapPlace, Member
from netmoede_desktop.domain.people.network_moves import moved_out, moved_round, spot_beside
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.table.seats.face import Letters
from netmoede_desktop.gui.preparation.network.map_seat import MapSeat, MapSeatShown, seat_middle
from netmoede_desktop.gui.preparation.network.network_wording import MapWording
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.direction import isolated

#: The boxes of a seat from the wished one down, its margin in them, and that of the child, in pixels at 100 %.
_SEATS = ((110.0, 62.0), (98.0, 56.0), (90.0, 52.0), (82.0, 48.0))
_CHILD = (96.0, 58.0)
_TRAY = 76.0
_TRAY_WORDS = 170.0
_LEAST = (360, 300)
_ROOM = (620.0, 590.0)


@dataclass(frozen=True, slots=True)
class MapShown:
    """All that a map shows: the child's name and everybody, in their order; `opened` is the place opened last."""

    child: str
    everyone: tuple[Member, ...]
    opened: MapPlace | None = None


class NetworkMap(QWidget):
    """The map. It changes nothing by itself: it emits wishes, and shows a `MapShown`."""

    chosen = Signal(str)
    """Emitted with the id of the person who has the keyboard or was clicked."""
    place_wished = Signal(str, object)
    """Emitted with an id and a `MapPlace`, or None for off the map."""
    coming_toggled = Signal(str)
    placing_asked = Signal(str)
    """Emitted with the id of somebody unplaced who is to be placed by their role."""
    opened = Signal(object)
    """Emitted with the `MapPlace` of a shared seat that is opened."""

    def __init__(self, look: Look, wording: MapWording) -> None:
        super().__init__()
        self._look, self._wording = look, wording
        self._letters = Letters(look, 1.0)
        self._shown = MapShown("", ())
        self._layout = NetworkLayout(MapFrame((0, 0), (1, 1, 1), (0, 90, 180, 270)), (1, 1))
        self._seats: dict[str, MapSeat] = {}
        self._spots: dict[str, MapSpot] = {}
        self._waiting: tuple[str, ...] = ()
        self._focus_next = ""
        self._first_waiting = 0
        self._corner: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def set_corner(self, widget: QWidget) -> None:
        """Put a widget at the end of the row of those who are not placed."""
        self._corner = widget
        widget.setParent(self)
        self._lay_out()

    @property
    def order(self) -> tuple[str, ...]:
        """The keys of the seats in the order of Tab: ring by ring, clockwise, then those not placed."""
        return (*self._spots, *self._waiting)

    @property
    def layout_shown(self) -> NetworkLayout:
        """The places of everybody."""
        return self._layout

    def seat(self, key: str) -> MapSeat:
        """Return the button of a person, or of the seat they share. Raises KeyError."""
        return self._seats[self._key_of(key)]

    def show_map(self, shown: MapShown) -> None:
        """Show it. The keyboard stays with its person."""
        here = next((key for key, seat in self._seats.items() if seat.hasFocus()), "")
        self._shown = shown
        self._lay_out()
        wished = self._focus_next or here
        self._focus_next = ""
        if wished and (here or self.isVisible()) and self._key_of(wished) in self._seats and here:
            self._seats[self._key_of(wished)].setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size it is designed for."""
        return QSize(self._look.px(_ROOM[0]), self._look.px(_ROOM[1]))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a small size: people share seats rather than push others out."""
        return QSize(*_LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay everybody out again."""
        super().resizeEvent(event)
        self._lay_out()

    # -- where everybody stands

    @property
    def _tray(self) -> QRectF:
        high = self._look.px(_TRAY)
        return QRectF(0, self.height() - high, self.width(), high)

    def _lay_out(self) -> None:
        scale, high = self._look.scale, self._tray.top() - self._look.px(6)
        seats = tuple((wide * scale, tall * scale) for wide, tall in _SEATS)
        room = MapRoom(max(self.width(), 1), max(high, 1), seats, 0, (_CHILD[0] * scale, _CHILD[1] * scale))
        self._layout = lay_out(self._shown.everyone, room, self._shown.opened)
        self._spots = {self._spot_key(spot): spot for spot in self._layout.spots}
        waiting = [one.id for one in self._shown.everyone if one.place is None]
        across = int((self.width() - self._look.px(_TRAY_WORDS) - self._place_corner()) // (seats[1][0] + 4))
        self._first_waiting = min(self._first_waiting, max(len(waiting) - max(across, 1), 0))
        self._waiting = tuple(waiting[self._first_waiting : self._first_waiting + max(across, 1)])
        self._show_seats()
        self._set_tab_order()
        self.update()

    def _place_corner(self) -> int:
        """Put the widget of the corner in its place, and return how much room it takes, in pixels."""
        if self._corner is None:
            return 0
        size, tray, inset = self._corner.sizeHint(), self._tray, self._look.px(8)
        self._corner.setGeometry(
            round(tray.right()) - size.width() - inset,
            round(tray.center().y() - size.height() / 2),
            size.width(),
            size.height(),
        )
        return size.width() + 2 * inset

    def _show_seats(self) -> None:
        people = {one.id: one for one in self._shown.everyone}
        for key in self._seats.keys() - {*self._spots, *self._waiting}:
            gone = self._seats.pop(key)
            gone.hide()  # it may be the very one that was pressed
            gone.setParent(None)
            gone.deleteLater()
        for key, spot in self._spots.items():
            shared = [people[one] for one in spot.people]
            self._show_seat(self._wording.shared(shared) if spot.shared else self._wording.seat(shared[0]))
            self._seats[key].set_box(spot.x, spot.y, *self._layout.seat, self._letters)
        wide, tall = (side * self._look.scale for side in _SEATS[1])
        tray, gap = self._tray, self._look.px(4)
        for number, key in enumerate(self._waiting):
            self._show_seat(self._wording.seat(people[key]))
            x = self._look.px(_TRAY_WORDS) + number * (wide + gap) + wide / 2
            self._seats[key].set_box(x, tray.center().y(), wide, tall, self._letters)

    def _show_seat(self, shown: MapSeatShown) -> None:
        seat = self._seats.get(shown.key)
        if seat is not None:
            seat.set_shown(shown)
            return
        seat = self._seats[shown.key] = MapSeat(shown, self._letters, self)
        self._connect(shown.key, seat)
        seat.show()

    def _connect(self, key: str, seat: MapSeat) -> None:
        seat.focused.connect(lambda: self.chosen.emit(key))
        seat.clicked.connect(lambda: self._press(key))
        seat.walked.connect(lambda round_by, out_by: self._walk(key, round_by, out_by))
        seat.moved.connect(lambda round_by, out_by: self._move(key, round_by, out_by))
        seat.coming_toggled.connect(lambda: self._toggle(key))
        seat.unplaced.connect(lambda: self._wish(key, None))
        seat.dragged.connect(lambda where: self._drag(key, where))
        seat.dropped.connect(lambda kept: self._drop(key, kept=kept))

    def _set_tab_order(self) -> None:
        stops: list[QWidget] = [self._seats[key] for key in self.order]
        if self._corner is not None:
            stops.append(self._corner)
        for stop in stops:
            stop.raise_()  # a screen reader goes through them in the order they lie on each other
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _spot_key(self, spot: MapSpot) -> str:
        place = spot.place
        return f"{place.circle.value}/{place.sector.value}" if spot.shared else spot.people[0]

    def _key_of(self, person: str) -> str:
        spot = self._layout.spot_of(person)
        return person if spot is None else self._spot_key(spot)

    # -- the keyboard and the mouse

    def _press(self, key: str) -> None:
        spot = self._spots.get(key)
        if spot is not None and spot.shared:
            self._focus_next = spot.people[0]
            self.opened.emit(spot.place)
        elif spot is None:
            self._focus_next = key
            self.placing_asked.emit(key)
        else:
            self.chosen.emit(key)

    def _walk(self, key: str, round_by: int, out_by: int) -> None:
        spot = self._spots.get(key)
        if spot is not None:
            beside = spot_beside(self._layout.spots, spot, round_by=round_by, out_by=out_by)
            target = self._spot_key(beside)
            if beside is spot and out_by > 0 and self._waiting:
                target = self._waiting[0]  # beyond the rings are those who are not on the map yet
        elif round_by:
            target = self._waiting_beside(key, round_by)
        elif out_by < 0 and self._spots:
            target = list(self._spots)[-1]
        else:
            return
        self._seats[target].setFocus(Qt.FocusReason.TabFocusReason)

    def _waiting_beside(self, key: str, by: int) -> str:
        """Return who comes after somebody among all who are not placed, brought into the row."""
        waiting = [one.id for one in self._shown.everyone if one.place is None]
        number = (waiting.index(key) + by) % len(waiting)
        if waiting[number] not in self._waiting:
            self._first_waiting = number if number < self._first_waiting else number - len(self._waiting) + 1
            self._lay_out()
        return waiting[number]

    def _move(self, key: str, round_by: int, out_by: int) -> None:
        spot = self._spots.get(key)
        if spot is not None and not spot.shared:
            self._wish(key, moved_round(spot.place, round_by) if round_by else moved_out(spot.place, out_by))

    def _toggle(self, key: str) -> None:
        spot = self._spots.get(key)
        if spot is None or not spot.shared:
            self.coming_toggled.emit(key)

    def _wish(self, key: str, place: MapPlace | None) -> None:
        """Ask for another place of one person; a seat that is shared is opened first."""
        spot = self._spots.get(key)
        if spot is not None and spot.shared:
            return
        if place != (None if spot is None else spot.place):
            self._focus_next = key
            self.place_wished.emit(key, place)

    def _drag(self, key: str, where: QPoint) -> None:
        seat = self._seats[key]
        seat.move(where - seat.rect().center())

    def _drop(self, key: str, *, kept: bool) -> None:
        middle = seat_middle(self._seats[key])
        spot = self._spots.get(key)
        self._lay_out()  # it snaps back, unless what is wished comes true
        if not kept or (spot is not None and spot.shared):
            return
        self._seats[key].setFocus(Qt.FocusReason.MouseFocusReason)
        inside = middle.y() < self._tray.top()
        self._wish(key, self._layout.frame.nearest_place(middle.x(), middle.y()) if inside else None)

    def say(self, person: str, sentence: str) -> None:
        """Announce a sentence at somebody's seat."""
        seat = self._seats.get(self._key_of(person))
        if seat is not None:
            announce(seat, sentence)

    # -- the ground

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint rings, parts of life, the child, and the tray."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_rings(painter)
        self._paint_words(painter)
        self._paint_child(painter)
        self._paint_tray(painter)
        painter.end()

    def _paint_rings(self, painter: QPainter) -> None:
        theme, frame = self._look.theme, self._layout.frame
        middle, half = QPointF(*frame.centre), QColor(theme.table)
        half.setAlphaF(0.5)
        painter.setPen(QPen(QColor(theme.ring), self._look.px(1)))
        for radius, ground in zip(reversed(frame.radii), (QColor(theme.panel), half, QColor(theme.table)), strict=True):
            painter.setBrush(ground)
            painter.drawEllipse(middle, radius, radius)
        painter.setPen(QPen(QColor(theme.edge), self._look.px(1), Qt.PenStyle.DashLine))
        for end in frame.divider_ends():
            painter.drawLine(middle, QPointF(*end))

    def _paint_words(self, painter: QPainter) -> None:
        look, theme, high = self._look, self._look.theme, self._tray.top()
        font = look.font(13, bold=True)
        line, room = QFontMetricsF(font).height(), self.width() / 3
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        foot = high - line - look.px(6)
        corners = (
            (0.0, 0.0, left),
            (self.width() - room, 0.0, right),
            (self.width() - room, foot, right),
            (0.0, foot, left),
        )
        painter.setFont(font)
        painter.setPen(QColor(theme.muted))
        for sector, (x, y, align) in zip(SECTORS, corners, strict=True):
            painter.drawText(QRectF(x, y, room, line), align, self._wording.sector_title(sector))
        painter.setFont(look.font(12))
        metrics = QFontMetricsF(look.font(12))
        for ring, word in enumerate(self._wording.rings):
            size = (metrics.horizontalAdvance(word) + 4, metrics.height())
            x, y = self._layout.ring_label(ring, size)
            box = QRectF(x - size[0] / 2, y - size[1] / 2, *size)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_child(self, painter: QPainter) -> None:
        look, theme = self._look, self._look.theme
        wide, tall = look.px(_CHILD[0] - 8), look.px(_CHILD[1] - 6)
        x, y = self._layout.frame.centre
        box = QRectF(x - wide / 2, y - tall / 2, wide, tall)
        painter.setPen(QPen(QColor(theme.ochre), look.px(2)))
        painter.setBrush(QColor(theme.ochre))
        painter.drawEllipse(box)
        font = look.font(15, bold=True)
        painter.setFont(font)
        painter.setPen(QColor(theme.on_petrol))
        name = QFontMetricsF(font).elidedText(
            isolated(self._shown.child), Qt.TextElideMode.ElideRight, wide - look.px(14)
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_tray(self, painter: QPainter) -> None:
        look, theme, tray = self._look, self._look.theme, self._tray
        painter.setPen(QPen(QColor(theme.edge), look.px(1), Qt.PenStyle.DashLine))
        painter.setBrush(QColor(theme.card))
        inset = look.px(1)
        painter.drawRoundedRect(tray.adjusted(inset, inset, -inset, -inset), look.px(10), look.px(10))
        words = tray.adjusted(look.px(12), look.px(8), 0, -look.px(8))
        words.setWidth(look.px(_TRAY_WORDS - 16))
        count = sum(one.place is None for one in self._shown.everyone)
        painter.setPen(QColor(theme.ink))
        painter.setFont(look.font(13, bold=True))
        wrap = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, wrap, self._wording.waiting(count, len(self._waiting)))
