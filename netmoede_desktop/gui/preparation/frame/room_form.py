"""A place of the register being written: a row of the table, saved as it is typed."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout

from netmoede_desktop.domain.preparation.meeting_facts import Room, RoomKind
from netmoede_desktop.domain.preparation.rooms import TypedRoom, typed_room
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.fields.field_form import FieldForm
from netmoede_desktop.gui.kit.fields.field_spec import LineSpec, PickSpec, Reach
from netmoede_desktop.gui.kit.layout.frames import row
from netmoede_desktop.gui.preparation.frame.wording import kind_options
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator, translatable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: The field that each refusal is about; others are about the name.
_FIELDS = {"capacity_unclear": "capacity", "hour_unclear": "evening_until", "rent_unclear": "rent"}


class RoomForm(FieldForm[TypedRoom, TypedRoom]):
    """The row. Enter is done with it."""

    left = Signal()
    remove_asked = Signal()

    name = LineSpec[TypedRoom, TypedRoom](
        label=translatable("Navn"),
        placeholder=translatable("fx Biblioteket, lokale 2"),
        get=lambda room: room.name,
        set=lambda room, name: replace(room, name=name),
        privacy=Reach.PAPER,
    )
    capacity = LineSpec[TypedRoom, TypedRoom](
        label=translatable("Pladser"),
        get=lambda room: room.capacity,
        set=lambda room, text: replace(room, capacity=text),
        privacy=Reach.NOWHERE,
    )
    evening_until = LineSpec[TypedRoom, TypedRoom](
        label=translatable("Åbent til kl."),
        get=lambda room: room.evening_until,
        set=lambda room, text: replace(room, evening_until=text),
        privacy=Reach.NOWHERE,
    )
    rent = LineSpec[TypedRoom, TypedRoom](
        label=translatable("Leje i kr."),
        get=lambda room: room.rent,
        set=lambda room, text: replace(room, rent=text),
        privacy=Reach.NOWHERE,
    )
    kind = PickSpec[TypedRoom, TypedRoom](
        label=translatable("Hvad for et sted?"),
        options=lambda _, t: kind_options(t),
        get=lambda room: room.kind.value if room.kind else "",
        set=lambda room, key: replace(room, kind=RoomKind(key) if key else None),
        privacy=Reach.NOWHERE,
    )
    owner = LineSpec[TypedRoom, TypedRoom](
        label=translatable("Hvem låner det ud?"),
        get=lambda room: room.owner,
        set=lambda room, owner: replace(room, owner=owner),
        privacy=Reach.NOWHERE,
    )

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card-inset", look, t, padding=12, spacing=8)
        self.setAccessibleName(t.gettext("Et sted i listen"))
        self.done = Button(t.gettext("Færdig"), look, ButtonKind.PLAIN)
        self.remove = Button(t.gettext("Fjern fra listen"), look, ButtonKind.QUIET)
        self._grid = QGridLayout()
        self._grid.setSpacing(look.px(8))
        self.column.addLayout(self._grid)
        self.column.addLayout(row(self.remove, None, self.done, spacing=look.px(8)))
        self.done.clicked.connect(self.left)
        self.remove.clicked.connect(self.remove_asked)
        self.lay_out(compact=False)

    def show_room(self, room: Room, *, another: bool) -> None:
        """Show the row; text being typed stays, unless `another` one is shown than before."""
        typed = typed_room(room)
        self.show_fields(typed, typed, another=another)

    def show_refusal(self, code: str, sentence: str) -> None:
        """Show the problem below its field."""
        self.show_problem(_FIELDS.get(code, "name"), sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter is done with the row."""
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def lay_out(self, *, compact: bool) -> None:
        """Put two fields on a line, or three."""
        columns = 2 if compact else 3
        boxes = self.boxes
        for box in boxes:
            self._grid.removeWidget(box)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(boxes[0], 0, 0, 1, columns, top)
        for place, box in enumerate(boxes[1:]):
            self._grid.addWidget(box, 1 + place // columns, place % columns, top)
