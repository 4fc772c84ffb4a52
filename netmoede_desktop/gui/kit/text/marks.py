"""Texts with a shape before them: done, open, said no. The shape is painted, so that no font needs it."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from netmoede_desktop.gui.kit.buttons.painted_button import PaintedButton
from netmoede_desktop.gui.kit.layout.keyboard_ring import paint_ring
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.themes import Theme

_MARK = 14
_GAP = 8
#: Qt counts angles in sixteenths of a degree.
_DEGREE = 16
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class MarkShape(Enum):
    """The shape: a check, a filled dot, a ring, a bar, an exclamation mark, a way round a dot, a half-filled ring."""

    CHECK = auto()
    DOT = auto()
    RING = auto()
    BAR = auto()
    BANG = auto()
    DETOUR = auto()
    HALF = auto()


class MarkTone(Enum):
    """The style of the text: done, asking for attention, plain, or muted."""

    DONE = auto()
    ATTENTION = auto()
    PLAIN = auto()
    MUTED = auto()


class MarkedButton(PaintedButton):
    """A shape and a few words, clickable. With `leads=False` a mere text."""

    def __init__(
        self,
        text: str,
        look: Look,
        mark: MarkShape = MarkShape.RING,
        tone: MarkTone = MarkTone.PLAIN,
        *,
        leads: bool = True,
    ) -> None:
        super().__init__()
        self._look = look
        self._mark, self._tone = mark, tone
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._update_texts(text)
        self.set_leads(leads)
        if not leads:
            set_role(self, SpokenRole.TEXT)

    @property
    def mark(self) -> MarkShape:
        """The shape before the words."""
        return self._mark

    @property
    def leads(self) -> bool:
        """Whether it is clickable."""
        return self.focusPolicy() is not Qt.FocusPolicy.NoFocus

    def set_leads(self, leads: bool) -> None:
        """Set whether it is clickable, or a mere text."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not leads)

    def show_text(self, text: str, mark: MarkShape, tone: MarkTone) -> None:
        """Set text, shape and tone; nothing is repainted if they are the same."""
        if (text, mark, tone) == (self.text(), self._mark, self._tone):
            return
        self._mark, self._tone = mark, tone
        self._update_texts(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return True: the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of the text at that width."""
        return self._height_of_words(width) + 2 * self._look.px(4)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size on one line."""
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self.text()) + self._before() + self._look.px(6)
        return QSize(width, self._height_of_words(width) + 2 * self._look.px(4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a narrow size, with the text wrapped."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._look.px(72)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint shape, text, and focus ring."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or (self.leads and self.underMouse()):
            self._paint_ground(painter)
        font = self._font()
        top = max((self.height() - self._height_of_words(self.width())) // 2, 0)
        line = QRectF(look.px(4), top, look.px(_MARK), QFontMetrics(font).height())
        colours = {
            MarkTone.DONE: theme.green_text,
            MarkTone.ATTENTION: theme.ochre_text,
            MarkTone.PLAIN: theme.ink,
            MarkTone.MUTED: theme.muted,
        }
        ink = QColor(colours[self._tone])
        paint_mark(painter, line, self._mark, ink, look)
        painter.setFont(font)
        painter.setPen(ink)
        words = self.rect().adjusted(self._before(), top, 0, 0)
        painter.drawText(words, _WRAPPED, self.text())
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        look = self._look
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.theme.petrol_tint))
            painter.drawRoundedRect(self.rect(), look.px(6), look.px(6))
        if self.hasFocus():
            paint_ring(painter, self.rect(), look, 6)

    def _height_of_words(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._before(), 1), 100_000)
        return QFontMetrics(self._font()).boundingRect(room, _WRAPPED, self.text()).height()

    def _before(self) -> int:
        return self._look.px(_MARK + _GAP) + self._look.px(4)

    def _font(self) -> QFont:
        return self._look.font(14, bold=self._tone in (MarkTone.DONE, MarkTone.ATTENTION))

    def _update_texts(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)


class MarkSign(QWidget):
    """A shape alone, beside words that say the same: it has no accessible name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._mark, self._ink = MarkShape.RING, look.theme.muted
        self.setFixedSize(look.px(_MARK + 4), look.px(_MARK + 8))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_mark(self, mark: MarkShape, *, good: bool) -> None:
        """Set the shape; `good` gives it the colour of something done, else of something open."""
        theme = self._look.theme
        self._mark, self._ink = mark, theme.green_text if good else theme.muted
        self.update()

    def show_sign(self, mark: MarkShape) -> None:
        """Set the shape, in the colour it has as a sign."""
        self._mark, self._ink = mark, sign_ink(mark, self._look.theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the shape."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, self.rect().toRectF(), self._mark, QColor(self._ink), self._look)
        painter.end()


def paint_mark(painter: QPainter, area: QRectF, mark: MarkShape, colour: QColor, look: Look) -> None:
    """Paint a shape in the middle of an area."""
    side = min(area.width(), area.height()) * 0.72
    box = QRectF(0, 0, side, side)
    box.moveCenter(area.center())
    pen = QPen(colour, look.px(2))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match mark:
        case MarkShape.CHECK:
            corners = ((0.08, 0.55), (0.38, 0.85), (0.95, 0.2))
            painter.drawPolyline([QPointF(box.x() + x * side, box.y() + y * side) for x, y in corners])
        case MarkShape.DOT:
            painter.setBrush(colour)
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        case MarkShape.RING:
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        case MarkShape.BAR:
            painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
        case MarkShape.BANG:
            _paint_bang(painter, box, colour)
        case MarkShape.DETOUR:
            _paint_detour(painter, box, colour)
        case MarkShape.HALF:
            ring = box.adjusted(1, 1, -1, -1)
            painter.drawEllipse(ring)
            painter.setBrush(colour)
            painter.drawPie(ring, 90 * _DEGREE, 180 * _DEGREE)


def sign_ink(mark: MarkShape, theme: Theme) -> str:
    """Return the colour a sign has beside words in ink: green done, ochre to be done, violet waived, else muted."""
    match mark:
        case MarkShape.CHECK:
            return theme.green_text
        case MarkShape.BANG | MarkShape.HALF:
            return theme.ochre_text
        case MarkShape.DETOUR:
            return theme.violet_text
        case _:
            return theme.muted


def _paint_bang(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """An exclamation mark: a bar that narrows downwards over a dot."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    middle, wide = box.center().x(), box.width() * 0.13
    foot = box.top() + box.height() * 0.66
    painter.drawPolygon(
        [
            QPointF(middle - wide, box.top()),
            QPointF(middle + wide, box.top()),
            QPointF(middle + wide * 0.6, foot),
            QPointF(middle - wide * 0.6, foot),
        ]
    )
    painter.drawEllipse(QPointF(middle, box.bottom() - wide), wide, wide)


def _paint_detour(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """An arrow that goes over a dot and comes down beyond it."""
    side = box.width()
    arc = QRectF(box.x() + side * 0.02, box.y() + side * 0.18, side * 0.86, side * 0.86)
    painter.drawArc(arc, 0, 180 * _DEGREE)
    tip = QPointF(arc.right(), arc.center().y() + side * 0.06)
    painter.drawPolyline([tip + QPointF(-side * 0.28, -side * 0.12), tip, tip + QPointF(side * 0.12, -side * 0.3)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(arc.center().x(), box.bottom() - side * 0.12), side * 0.12, side * 0.12)
