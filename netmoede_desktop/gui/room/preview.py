"""RUMMET SER: a thumbnail of the room's window on the mødeleder's own screen, and the reason for the curtain."""

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.room import wording
from netmoede_desktop.gui.room.projector import Projector, ProjectorState
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: So long after a change the picture is made anew: the press of a key never waits for it.
_LATER_MS = 120
_WIDTH, _HEIGHT = 240.0, 135.0


class Preview(QWidget):
    """The heading, the thumbnail, and a line with the state of the room's window."""

    def __init__(self, look: Look, t: Translator, projector: Projector) -> None:
        super().__init__()
        self._look = look
        self._t = t
        self._projector = projector
        self._heading = Label(t.gettext("RUMMET SER"), Tone.EYEBROW, wrap=False)
        self._picture = _Picture(look)
        self._line = Label("", Tone.SMALL)
        self._later = QTimer(self)
        self._build()
        self._connect()
        self._show_state(projector.state)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(6))
        column.addWidget(self._heading)
        column.addWidget(self._picture)
        column.addWidget(self._line)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)

    def _connect(self) -> None:
        self._projector.changed.connect(self._show_state)
        self._projector.repainted.connect(self._later.start)
        self._later.timeout.connect(self._update_picture)

    @property
    def line(self) -> str:
        """The text below the thumbnail."""
        return self._line.text()

    @property
    def picture(self) -> QPixmap:
        """The thumbnail; a null pixmap while the room's window is closed."""
        return self._picture.shown

    def _show_state(self, state: ProjectorState) -> None:
        line = _words(state, self._t)
        self._line.setText(line)
        self._line.set_tone(Tone.ATTENTION if state.open and state.curtain is not None else Tone.SMALL)
        self._picture.setAccessibleName(room_state(state, self._t))
        self._picture.setVisible(state.open)
        if state.open:
            self._later.start()
        else:
            self._later.stop()
            self._picture.show_picture(QPixmap())

    def _update_picture(self) -> None:
        self._picture.show_picture(self._projector.picture(self._picture.size(), self.devicePixelRatioF()))


def room_state(state: ProjectorState, t: Translator) -> str:
    """Return a sentence on the room's window: its screen, or the reason why it shows nothing."""
    return t.gettext("Det, rummet ser: {state}").format(state=_words(state, t))


def _words(state: ProjectorState, t: Translator) -> str:
    if not state.open:
        return t.gettext("Fællesskærmen er slukket.")
    if state.curtain is not None:
        return wording.curtain_reason(state.curtain, t)
    if not state.full_screen:
        return t.gettext("Der er kun én skærm. Rummet har et almindeligt vindue.")
    return t.gettext("På skærmen {name}.").format(name=state.screen_name)


class _Picture(QLabel):
    """A framed picture, or an empty frame."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.shown = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: QPixmap) -> None:
        """Show a picture; a null pixmap leaves the frame empty."""
        self.shown = picture
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return True: it keeps the shape of a screen."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height for 16:9."""
        return round(width * _HEIGHT / _WIDTH)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size at the scale of the look."""
        return QSize(self._look.px(_WIDTH), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return half of `sizeHint`, in which scenes can still be told apart."""
        return QSize(self._look.px(_WIDTH / 2), self._look.px(_HEIGHT / 2))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint frame and picture."""
        theme, stroke = self._look.theme, self._look.px(self._look.theme.stroke)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(theme.panel))
        if not self.shown.isNull():
            size = self.shown.deviceIndependentSize().toSize().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(0, 0, size.width(), size.height())
            place.moveCenter(self.rect().center())
            painter.drawPixmap(place, self.shown)
        painter.setPen(QPen(QColor(theme.edge), stroke))
        inset = stroke / 2
        painter.drawRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset))
        painter.end()
