"""The round table: the people as they sit, who has the floor, and the time left.

Seats round a table, clockwise from the top in seating order; the speaker is filled, those who have spoken are tinted
with a tick, the next one has a second line. In the middle the words of a `TableCentre` in a ring that shrinks
clockwise. With `interactive` every seat is a button; with `arrange` the seats can be dragged, or moved with Alt or Ctrl
and an arrow key.
"""

from itertools import pairwise

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPoint, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.kit.layout.discarding import discard
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.table.geometry import TableLayout, lay_out
from netmoede_desktop.gui.kit.table.middle import TableMiddle
from netmoede_desktop.gui.kit.table.seats.face import Letters
from netmoede_desktop.gui.kit.table.seats.seat import SeatButton, SeatSign
from netmoede_desktop.gui.kit.table.seats.size import SeatSize, passive_seat_size
from netmoede_desktop.gui.kit.table.seats.text import NameSize
from netmoede_desktop.gui.kit.table.values import SeatShape, SeatState, TableCentre, TableSeat
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: A seat, the gap between two, and the room for which they are meant, in pixels at 100 %.
_SEAT = (104.0, 76.0)
_GAP = 4.0
_ROOM = (660.0, 630.0)
#: The least there is for everybody, in pixels.
_LEAST = (300, 260)
#: No name is set smaller than this for the sake of one that is long.
_LEAST_FOR_ALL = 11.0
#: In a larger room seats grow to this many times; a table that is only looked at grows with its room.
_MOST_ZOOM = 1.3


class RoundTable(QWidget):
    """The table with its people. `show_table` updates all of it, `show_centre` the middle alone."""

    chosen = Signal(str)
    """Emitted with the key of a clicked seat."""
    menu_asked = Signal(str, QPoint)
    """Emitted with the key of a seat and the global position for its menu."""
    arranged = Signal(tuple)
    """Emitted with all keys, clockwise from the top, when the user has reordered the seats."""

    def __init__(self, look: Look, t: Translator, *, interactive: bool, arrange: bool = False) -> None:
        super().__init__()
        self._look = look
        self._t = t
        self._interactive = interactive or arrange
        self._arrange = arrange
        self._letters = Letters(look, 1.0)
        self._order: tuple[str, ...] = ()
        self._names: tuple[tuple[str, str, SeatShape], ...] = ()
        self._size: tuple[tuple[object, ...], SeatSize] | None = None
        self._seats: dict[str, SeatButton | SeatSign] = {}
        self._dragged: str | None = None
        self._order_before: tuple[str, ...] = ()
        self._foot = 0
        self._layout = TableLayout((), (0, 0), 0)
        self._middle = TableMiddle(look, self)
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(look.move_ms)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._step)
        self._from: dict[str, tuple[QRectF, float]] = {}
        self._share_from: float | None = None

    @property
    def order(self) -> tuple[str, ...]:
        """The keys of the seats, clockwise from the top."""
        return self._order

    @property
    def centre(self) -> TableCentre:
        """The value of the middle."""
        return self._middle.centre

    def seat(self, key: str) -> QWidget:
        """Return the widget of a seat. Raises KeyError for an unknown key."""
        return self._seats[key]

    def show_table(self, seats: tuple[TableSeat, ...], centre: TableCentre) -> None:
        """Show people and middle. Only changed seats are repainted; the focus stays with its person."""
        keys = tuple(seat.key for seat in seats)
        names = tuple((seat.name, seat.caption, seat.shape) for seat in seats)
        others = keys != self._order
        before = {key: _state(widget) for key, widget in self._seats.items()}
        self._save_positions()
        if others:
            self._drop_missing(keys)
        for seat in seats:
            self._show_seat(seat)
        if others:
            self._order = keys
            self._dragged = None
            self._set_tab_order()
        turned = any(_state(self._seats[key]) is not state for key, state in before.items() if key in self._seats)
        self._middle.show_centre(centre, at_once=not turned)
        if others or turned or names != self._names:
            self._names = names
            self._move(animated=bool(before))

    def show_centre(self, centre: TableCentre) -> None:
        """Update the middle; the people stay unchanged. Cheap enough for every tick."""
        self._middle.show_centre(centre, at_once=self._motion.state() != QAbstractAnimation.State.Running)

    def set_foot(self, height: int) -> None:
        """Reserve so many pixels at the bottom."""
        if height != self._foot:
            self._foot = height
            self._fit_room(animated=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size it is designed for."""
        return QSize(self._look.px(_ROOM[0]), self._look.px(_ROOM[1]))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a small size: it shrinks rather than push others out."""
        return QSize(*_LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lay out the seats, without animation."""
        super().resizeEvent(event)
        self._fit_room(animated=False)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the table itself."""
        (x, y), radius = self._layout.centre, self._layout.radius
        stroke = self._look.px(1.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.theme.ring), stroke))
        painter.setBrush(QColor(self._look.theme.table))
        around = radius - stroke / 2
        painter.drawEllipse(QRectF(x - around, y - around, 2 * around, 2 * around))
        painter.end()

    # The people

    def _show_seat(self, seat: TableSeat) -> None:
        widget = self._seats.get(seat.key)
        if widget is not None:
            widget.set_seat(seat)
            return
        if not self._interactive:
            self._seats[seat.key] = SeatSign(seat, self._letters, parent=self)
        else:
            button = SeatButton(seat, self._letters, movable=self._arrange, parent=self)
            self._connect(seat.key, button)
            self._seats[seat.key] = button
        self._seats[seat.key].show()

    def _connect(self, key: str, button: SeatButton) -> None:
        button.clicked.connect(lambda: self.chosen.emit(key))
        button.menu_asked.connect(lambda where: self.menu_asked.emit(key, where))
        button.focus_step_requested.connect(lambda step: self._walk(key, step))
        button.moved.connect(lambda step: self._move_seat(key, step))
        button.dragged.connect(lambda where: self._drag(key, where))
        button.dropped.connect(self._drop)

    def _drop_missing(self, keys: tuple[str, ...]) -> None:
        for key in self._seats.keys() - set(keys):
            widget = self._seats.pop(key)
            if not self._interactive:
                discard(widget)
                continue
            widget.hide()  # it may be the very one that was pressed
            widget.setParent(None)
            widget.deleteLater()

    def _set_tab_order(self) -> None:
        """Set the tab order to that of the seats."""
        widgets = [self._seats[key] for key in self._order]
        for one, other in pairwise(widgets):
            QWidget.setTabOrder(one, other)

    # Where they stand

    def _fit_room(self, *, animated: bool) -> None:
        """Lay out for the available room."""
        if animated:
            self._save_positions()
        zoom = self._zoom()
        if zoom != self._letters.zoom:
            self._letters = Letters(self._look, zoom)
        self._move(animated=animated)

    @property
    def _high(self) -> int:
        """The height in pixels available to the seats; below a minimum they also use the reserved foot."""
        return max(self.height() - self._foot, min(self.height(), _LEAST[1]))

    def _zoom(self) -> float:
        look = self._look
        zoom = min(look.units(self.width()) / _ROOM[0], look.units(self._high) / _ROOM[1])
        if not self._interactive:
            return round(max(zoom, 0.05), 3)
        return round(min(max(zoom, 1.0), _MOST_ZOOM), 3)

    def _save_positions(self) -> None:
        """Store the present positions as start of an animation."""
        self._from = {key: (QRectF(widget.geometry()), widget.face.grown) for key, widget in self._seats.items()}
        self._share_from = self._middle.shown_share

    def _move(self, *, animated: bool) -> None:
        """Move all seats to their positions."""
        px = self._letters.px
        seat = (px(_SEAT[0]), px(_SEAT[1])) if self._interactive else self._passive_size().box
        layout = lay_out(len(self._order), max(self.width(), 1), max(self._high, 1), seat, px(_GAP))
        if layout != self._layout:
            self._layout = layout
            self._middle.set_table(*layout.centre, layout.radius)
            self.update()
        self._set_names()
        self._motion.stop()
        if animated and self._look.move_ms and self.isVisible():
            self._motion.start()
        else:
            self._step(1.0)

    def _passive_size(self) -> SeatSize:
        """Return the size of seats without interaction; cached until names or room change."""
        names = [(name, shape) for name, _, shape in self._names]
        key = (self._names, self.width(), self._high, self._letters)
        if self._size is None or self._size[0] != key:
            room = max(self.width(), 1), max(self._high, 1)
            self._size = key, passive_seat_size(names, *room, self._letters.px(_GAP), self._letters)
        return self._size[1]

    def _set_names(self) -> None:
        """Give all names the same font size, as far as that leaves them readable."""
        faces = [self._seats[key].face for key in self._order]
        for face, box in zip(faces, self._layout.seats, strict=True):
            face.set_size(box.width, box.height, self._letters)
        if self._interactive:
            sizes = NameSize(max(min((face.own_size for face in faces), default=0.0), _LEAST_FOR_ALL))
        else:
            sizes = self._passive_size().names
        for key in self._order:
            if self._seats[key].face.set_sizes(sizes):
                self._seats[key].update()

    def _step(self, part: float) -> None:
        """Apply a stage of the animation, 0.0 to 1.0."""
        for key, box in zip(self._order, self._layout.seats, strict=True):
            widget = self._seats[key]
            if key == self._dragged:
                continue
            target = QRectF(box.x, box.y, box.width, box.height)
            grown = 1.0 if _state(widget) is SeatState.SPEAKING else 0.0
            place, size = self._from.get(key, (target, grown))
            widget.face.set_size(box.width, box.height, self._letters)
            if widget.face.grown != (now := size + (grown - size) * part):
                widget.face.grown = now
                widget.update()
            where = place.topLeft() + (target.topLeft() - place.topLeft()) * part
            widget.setGeometry(round(where.x()), round(where.y()), round(box.width), round(box.height))
        share, start = self._middle.centre.share, self._share_from
        if share is None or start is None or part >= 1:
            self._middle.show_share(share, exactly=True)
        else:
            self._middle.show_share(start + (share - start) * part)

    # The keyboard and the mouse

    def _walk(self, key: str, step: int) -> None:
        place = (self._order.index(key) + step) % len(self._order)
        self._seats[self._order[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _move_seat(self, key: str, step: int) -> None:
        place = (self._order.index(key) + step) % len(self._order)
        self._reorder(key, place)
        self._announce_place(key)
        self.arranged.emit(self._order)

    def _drag(self, key: str, where: QPoint) -> None:
        if self._dragged is None:
            self._dragged, self._order_before = key, self._order
        widget = self._seats[key]
        widget.move(where - widget.rect().center())
        boxes = self._layout.seats
        nearest = min(
            range(len(boxes)),
            key=lambda number: (
                abs(boxes[number].x + boxes[number].width / 2 - where.x())
                + abs(boxes[number].y + boxes[number].height / 2 - where.y())
            ),
        )
        if self._order.index(key) != nearest:
            self._reorder(key, nearest)

    def _drop(self, kept: bool) -> None:
        key, self._dragged = self._dragged, None
        if key is None:
            return
        self._save_positions()
        if not kept:
            self._order = self._order_before
        self._set_tab_order()
        self._move(animated=True)
        if kept and self._order != self._order_before:
            self._announce_place(key)
            self.arranged.emit(self._order)

    def _reorder(self, key: str, place: int) -> None:
        self._save_positions()
        order = [other for other in self._order if other != key]
        order.insert(place, key)
        self._order = tuple(order)
        self._set_tab_order()
        self._move(animated=True)

    def _announce_place(self, key: str) -> None:
        """Announce the new neighbours of a person."""
        if len(self._order) < 3:
            return
        place = self._order.index(key)
        left, right = self._order[place - 1], self._order[(place + 1) % len(self._order)]
        sentence = self._t.gettext("{name} sidder nu mellem {left} og {right}.").format(
            name=self._name(key), left=self._name(left), right=self._name(right)
        )
        announce(self._seats[key], sentence)

    def _name(self, key: str) -> str:
        return self._seats[key].face.seat.name


def _state(widget: SeatButton | SeatSign) -> SeatState:
    return widget.face.seat.state
