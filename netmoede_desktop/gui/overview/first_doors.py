"""The overview of an app without a sag: the ways in, one card each, chosen by their number or with the arrows."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.gui.desk.office_page import Destination, ToCases, ToGuide, ToNewRehearsal, ToOverview
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.table.table_sketch import BEFORE, DURING, TableSketch
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_LOCK = (16, 18)


class FirstDoors(QWidget):
    """The doors. Each leads somewhere today; the figures work wherever the keyboard is, as there is no field here."""

    chosen = Signal(object)
    """Emitted with the `Destination` behind a door."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self.case_button = Button(t.gettext("Lav din første sag"), look, ButtonKind.PRIMARY, key="1")
        self.rehearsal_button = Button(t.gettext("Prøv et øvemøde"), look, key="2")
        self.guide_button = Button(t.gettext("Vejledning"), look, ButtonKind.QUIET, key="F1")
        self._buttons = (self.case_button, self.rehearsal_button)
        self._keys = [QShortcut(QKeySequence(str(number)), self) for number in range(1, len(self._buttons) + 1)]
        self._pictures = (TableSketch(BEFORE, look), TableSketch(DURING, look, play=True))
        case = Door(
            self._pictures[0],
            t.gettext("Du skal forberede et møde. Begynd med barnet og formålet; resten kommer side for side."),
            self.case_button,
            t.gettext("Alt kan rettes undervejs"),
            look,
        )
        rehearsal = Door(
            self._pictures[1],
            t.gettext("Du skal lede et møde. Øv dig med en opdigtet familie i de samme vinduer som et rigtigt møde."),
            self.rehearsal_button,
            t.gettext("Intet bliver gemt"),
            look,
        )
        kept = Label(
            t.gettext("Alt bliver på denne computer og er låst med din adgangssætning. Programmet sender ingenting."),
            Tone.MUTED,
        )
        self._doors = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._doors.setSpacing(look.px(16))
        for door in (case, rehearsal):
            self._doors.addWidget(door, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(look.px(24))
        column.addLayout(self._doors)
        column.addLayout(row(LockSign(look), kept, self.guide_button, spacing=look.px(10)))
        self._connect()

    def _connect(self) -> None:
        self.guide_button.clicked.connect(lambda: self.chosen.emit(ToGuide(ToOverview())))
        places: tuple[Destination, ...] = (ToCases(new=True), ToNewRehearsal())
        for button, key, place in zip(self._buttons, self._keys, places, strict=True):
            button.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            button.installEventFilter(self)
            key.setAutoRepeat(False)
            key.setEnabled(False)
            key.activated.connect(button.click)

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is on one of the doors."""
        return any(button.hasFocus() for button in self._buttons)

    def lay_out(self, *, compact: bool) -> None:
        """Lay out the doors beside each other, or below each other without their pictures if `compact`."""
        directions = QBoxLayout.Direction
        self._doors.setDirection(directions.TopToBottom if compact else directions.LeftToRight)
        for picture in self._pictures:
            picture.setVisible(not compact)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Listen to the figures."""
        super().showEvent(event)
        self._set_keys(enabled=True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Listen no more: a figure pressed for another window may arrive late."""
        super().hideEvent(event)
        self._set_keys(enabled=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Move from door to door with the arrows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, Button):
                at = self._buttons.index(watched) + step
                self._buttons[at % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _set_keys(self, *, enabled: bool) -> None:
        for key in self._keys:
            key.setEnabled(enabled)


class Door(Surface):
    """A picture, what it is for, and the button; its name is the button's."""

    def __init__(self, picture: QWidget, about: str, button: Button, note: str, look: Look) -> None:
        super().__init__("card", look, padding=24, spacing=10)
        set_role(self, SpokenRole.GROUP)
        self.setAccessibleName(button.text())
        button.setAccessibleDescription(about)
        title = Label(button.text(), Tone.HEADING)
        said, small = Label(about, Tone.BODY), Label(note, Tone.MUTED)
        for label in (title, said, small):
            label.setAlignment(_CENTRE | Qt.AlignmentFlag.AlignTop)
        self.column.addWidget(picture, alignment=_CENTRE)
        self.column.addSpacing(look.px(8))
        self.column.addWidget(title)
        self.column.addWidget(said)
        self.column.addStretch(1)
        self.column.addSpacing(look.px(8))
        self.column.addWidget(button)
        self.column.addWidget(small)


class LockSign(QWidget):
    """A padlock beside words that say the same."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(look.px(_LOCK[0]), look.px(_LOCK[1]))
        set_role(self, SpokenRole.SILENT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the shackle and the body."""
        px = self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._look.theme.muted), px(2)))
        painter.drawRoundedRect(QRectF(px(2), px(8), px(12), px(9)), px(2), px(2))
        painter.drawArc(QRectF(px(4.5), px(1.5), px(7), px(11)), 0, 180 * 16)
        painter.end()
