"""The phases of the meeting with their time, in the top bar: past with a tick, now filled by the used share, ahead.

A narrow window shows only the present phase, and its number among all.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from netmoede_desktop.gui.kit.layout.discarding import discard
from netmoede_desktop.gui.kit.table.seats.marks import paint_mark
from netmoede_desktop.gui.kit.table.values import SeatMark
from netmoede_desktop.gui.kit.text.hints import plain_hint
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_HEIGHT, _GAP, _PADDING, _RADIUS = 38.0, 4.0, 10.0, 6.0
#: The narrowest a box gets at 100 %: so that its title can be told, and the times of the one that is now be read.
_LEAST, _LEAST_NOW = 64.0, 150.0
#: Where there is room, no box is narrower than its title, up to this width.
_TITLE = 120.0
#: Where there is less, the titles go before the share of the time, and before room for a tick that is not there yet.
_WHOLE_TITLE = 170.0
_LETTERS = 12.5


class PhaseStep(Enum):
    """The state of a phase: behind, now, ahead, or left out."""

    PAST = auto()
    NOW = auto()
    AHEAD = auto()
    DROPPED = auto()


class PhaseTone(Enum):
    """The colour of a phase while it is now: the first, the second, the agreements."""

    PETROL = auto()
    OCHRE = auto()
    GREEN = auto()


@dataclass(frozen=True, slots=True)
class PhaseBox:
    """One phase. `detail` is the line with minutes, `short` what of it must be seen where not all of it can.

    `weight` is its planned length in any unit, which gives its width.

    `share` (0 to 1) is how much of its time is used; it is shown of the phase that is now. `spoken` is what a screen
    reader says; without it title and detail are said.
    """

    title: str
    detail: str
    weight: float
    step: PhaseStep
    share: float = 0.0
    tone: PhaseTone = PhaseTone.PETROL
    spoken: str = ""
    short: str = ""


def widths(weights: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Share `room` by weight, giving none less than its least; where even that is too much, all shrink alike."""
    if sum(least) >= room:
        return [width * room / sum(least) for width in least]
    bound: set[int] = set()
    while True:
        free = room - sum(least[number] for number in bound)
        whole = sum(weight for number, weight in enumerate(weights) if number not in bound)
        shared = [least[n] if n in bound else free * weight / whole if whole else 0 for n, weight in enumerate(weights)]
        short = {number for number, width in enumerate(shared) if width < least[number] and number not in bound}
        if not short:
            return shared
        bound |= short


class PhaseBar(QWidget):
    """The boxes side by side, as wide as their planned time."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._look = look
        self._t = t
        self._boxes: list[_Box] = []
        self._count = Label("", Tone.MUTED, wrap=False, parent=self)
        self._count.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def quiet(self) -> bool:
        """Whether only the phase that is now is shown."""
        return sum(self._least()) + self._gaps() > self.width()

    @property
    def phases(self) -> tuple[PhaseBox, ...]:
        """The displayed phases."""
        return tuple(box.phase for box in self._boxes)

    def show_phases(self, phases: Sequence[PhaseBox]) -> None:
        """Show all phases; unchanged ones are not repainted."""
        if tuple(phases) == self.phases:
            return
        while len(self._boxes) > len(phases):
            discard(self._boxes.pop())
        while len(self._boxes) < len(phases):
            self._boxes.append(_Box(self._look, self))
        before = [(box.phase.weight, box.phase.step, box.isHidden()) for box in self._boxes]
        for box, phase in zip(self._boxes, phases, strict=True):
            box.show_phase(phase, self._step_text(phase.step))
        if before != [(phase.weight, phase.step, False) for phase in phases]:
            self._lay_out()

    def show_now(self, detail: str, share: float, short: str = "") -> None:
        """Show the time of the phase that is now. Cheap enough for every tick."""
        for box in self._boxes:
            if box.phase.step is PhaseStep.NOW:
                now = replace(box.phase, detail=detail, share=share, short=short, spoken="")
                box.show_phase(now, self._step_text(PhaseStep.NOW))

    def _step_text(self, step: PhaseStep) -> str:
        """Return the state for screen readers that tick and frame show; a dropped phase has it in its text."""
        match step:
            case PhaseStep.PAST:
                return self._t.pgettext("fase", "færdig")
            case PhaseStep.NOW:
                return self._t.pgettext("fase", "her er vi nu")
            case PhaseStep.AHEAD | PhaseStep.DROPPED:
                return ""

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for every box, and more is better."""
        return QSize(round(sum(self._least()) + self._gaps()), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Room for the phase that is now."""
        return QSize(self._look.px(_LEAST_NOW), self._look.px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        if self.quiet:
            self._lay_out_now()
            return
        self._count.hide()
        room = self.width() - self._gaps()
        ways = (
            self._widths_for_titles(_TITLE, ticked=True),
            self._widths_for_titles(_WHOLE_TITLE),
            self._widths_for_titles(_TITLE),
            self._least(),
        )
        least = next((way for way in ways if sum(way) <= room), ways[-1])
        shared = widths([box.phase.weight for box in self._boxes], least, room)
        left = 0.0
        for box, width in zip(self._boxes, shared, strict=True):
            right = left + width
            box.setGeometry(round(left), 0, round(right) - round(left), self.height())
            box.show()
            left = right + self._look.px(_GAP)

    def _lay_out_now(self) -> None:
        now = next((n for n, box in enumerate(self._boxes) if box.phase.step is PhaseStep.NOW), 0)
        self._count.setText(
            self._t.pgettext("fase", "{number} af {count}").format(number=now + 1, count=len(self._boxes))
        )
        self._count.adjustSize()
        room = self.width() - self._count.width() - self._look.px(2 * _GAP)
        for number, box in enumerate(self._boxes):
            box.setVisible(number == now)
            box.setGeometry(0, 0, room, self.height())
        self._count.move(self.width() - self._count.width(), (self.height() - self._count.height()) // 2)
        self._count.setVisible(bool(self._boxes))

    def _least(self) -> list[float]:
        px = self._look.px
        return [px(_LEAST_NOW if box.phase.step is PhaseStep.NOW else _LEAST) for box in self._boxes]

    def _widths_for_titles(self, most: float, *, ticked: bool = False) -> list[float]:
        """Return the widths for titles of up to `most`; with `ticked` including the tick that all get in the end."""
        px = self._look.px
        metrics = QFontMetricsF(self._look.font(_LETTERS, bold=True))
        wanted = []
        for box, least in zip(self._boxes, self._least(), strict=True):
            tick = px(20 if ticked else 16) if ticked or box.phase.step is PhaseStep.PAST else px(2)
            around = px(_PADDING * 1.5) + tick
            wanted.append(max(least, min(metrics.horizontalAdvance(box.phase.title) + around, px(most))))
        return wanted

    def _gaps(self) -> float:
        return self._look.px(_GAP) * max(len(self._boxes) - 1, 0)


class _Box(QLabel):
    """One phase, painted by itself; its text is the title."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.phase = PhaseBox("", "", 0.0, PhaseStep.AHEAD)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_phase(self, phase: PhaseBox, wording: str) -> None:
        """Show a value; its state, in `wording`, is announced; paints only where the eye can tell."""
        before, self.phase = self.phase, phase
        if replace(phase, share=before.share) != before:
            self.setText(phase.title)
            said = phase.spoken or ", ".join(part for part in (phase.title, wording, phase.detail) if part)
            self.setAccessibleName(said)
            self.setToolTip(plain_hint(said))
            self.update()
        elif abs(before.share - phase.share) * self.width() * self.devicePixelRatioF() >= 0.5:
            self.update()
        else:
            self.phase = before

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint background, used share, title and time."""
        look, phase = self._look, self.phase
        ground, border, ink = self._colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = look.px(2) if phase.step is PhaseStep.NOW else look.px(1)
        area = self.rect().toRectF().adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        shape = QPainterPath()
        shape.addRoundedRect(area, look.px(_RADIUS), look.px(_RADIUS))
        painter.fillPath(shape, ground)
        if phase.step is PhaseStep.NOW:
            self._paint_used(painter, area, shape)
        if border is not None:
            pen = QPen(border, stroke)
            if phase.step is PhaseStep.DROPPED:
                pen.setDashPattern([3.0, 3.0])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(shape)
        self._paint_words(painter, area, ink)
        painter.end()

    @property
    def _has_beam(self) -> bool:
        """High contrast has no tints: the used share is a beam along the bottom."""
        return self._look.theme.stroke > 1 and self.phase.step is PhaseStep.NOW

    def _paint_used(self, painter: QPainter, area: QRectF, shape: QPainterPath) -> None:
        used = QRectF(area.x(), area.y(), area.width() * min(max(self.phase.share, 0.0), 1.0), area.height())
        colour = QColor(self._tone()[0])
        if self._has_beam:
            used.setTop(area.bottom() - self._look.px(3))
        else:
            colour.setAlphaF(0.28 if self._look.theme.dark else 0.2)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(used, colour)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        look, phase = self._look, self.phase
        room = area.adjusted(look.px(_PADDING), 0, -look.px(_PADDING / 2), 0)
        bold = look.font(_LETTERS, bold=True)
        plain = look.font(_LETTERS)
        line = look.px(_LETTERS * 1.24)
        top = area.center().y() - line * (2 if phase.detail else 1) / 2 - (look.px(1.5) if self._has_beam else 0)
        side = look.px(10) if phase.step is PhaseStep.PAST else 0
        between = look.px(5) if side else 0
        title = QFontMetricsF(bold).elidedText(phase.title, Qt.TextElideMode.ElideRight, room.width() - side - between)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.setPen(ink)
        painter.setFont(bold)
        painter.drawText(QRectF(room.x(), top, room.width(), line), flags, title)
        if phase.detail:
            painter.setFont(plain)
            metrics = QFontMetricsF(plain)
            whole = metrics.horizontalAdvance(phase.detail) <= room.width()
            detail = phase.detail if whole else phase.short or phase.detail
            shown = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(QRectF(room.x(), top + line, room.width(), line), flags, shown)
        if side:
            left = room.x() + QFontMetricsF(bold).horizontalAdvance(title) + between
            paint_mark(painter, SeatMark.TICK, QRectF(left, top + (line - side) / 2, side, side), ink)

    def _tone(self) -> tuple[str, str, str]:
        """Return colour, letters and tint of the phase."""
        theme = self._look.theme
        return {
            PhaseTone.PETROL: (theme.petrol, theme.petrol_text, theme.petrol_tint),
            PhaseTone.OCHRE: (theme.ochre, theme.ochre_text, theme.ochre_tint),
            PhaseTone.GREEN: (theme.green, theme.green_text, theme.green_tint),
        }[self.phase.tone]

    def _colours(self) -> tuple[QColor, QColor | None, QColor]:
        """Return ground, border and ink."""
        theme = self._look.theme
        colour, _, tint = self._tone()
        framed = QColor(theme.edge) if theme.stroke > 1 else None
        match self.phase.step:
            case PhaseStep.NOW:
                return QColor(tint), QColor(colour), QColor(theme.ink)
            case PhaseStep.PAST:
                return QColor(theme.petrol_tint), framed, QColor(theme.ink)
            case PhaseStep.AHEAD:
                return QColor(theme.chip), framed, QColor(theme.muted)
            case PhaseStep.DROPPED:
                return QColor(theme.panel), QColor(theme.edge), QColor(theme.muted)
