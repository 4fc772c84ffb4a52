"""*Hvis flere kommer*: seconds to each in the longest round, by how many speak."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from netmoede_desktop.domain.preparation.feasibility import SHORTEST_GOOD_TURN
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.timing.time_presenter import Crowd
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.quoting import between_marks

_HEIGHT, _WORDS = 130, 18


class CrowdChart(QWidget):
    """The heading, the bars, and the words below; hidden where no round is for everybody."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        self._t = t
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        self._lead = Label("", Tone.MUTED)
        self._bars = _Bars(look)
        column.addWidget(Label(t.gettext("Hvis flere kommer"), Tone.HEADING))
        column.addWidget(self._lead)
        column.addWidget(self._bars)
        below = t.gettext("talere · stiplet: {seconds} sekunder").format(seconds=SHORTEST_GOOD_TURN)
        column.addWidget(Label(below, Tone.SMALL))

    def show_crowd(self, crowd: Crowd | None) -> None:
        """Show the bars; None hides them."""
        self.setVisible(crowd is not None)
        if crowd is not None:
            named = between_marks(crowd.round, self._t)
            self._lead.setText(self._t.gettext("Sekunder til hver i {round}").format(round=named))
            self._bars.show_crowd(crowd)


class _Bars(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._crowd: Crowd | None = None
        set_role(self, SpokenRole.TEXT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_crowd(self, crowd: Crowd) -> None:
        """Show these bars."""
        self._crowd = crowd
        self.setAccessibleName(crowd.spoken)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the height of the bars with the figures above and below."""
        return QSize(self._look.px(240), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint a bar for each number, and the line at the shortest good turn."""
        if self._crowd is None:
            return
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = look.px(_WORDS)
        room, foot = self.height() - 2 * words, self.height() - words
        most = max(SHORTEST_GOOD_TURN, *(seconds for _, seconds in self._crowd.bars))
        step = self.width() / len(self._crowd.bars)
        for number, (count, seconds) in enumerate(self._crowd.bars):
            current = count == self._crowd.now
            high = room * seconds / most
            bar = QRectF(number * step + step * 0.12, foot - high, step * 0.76, high)
            painter.setPen(QPen(QColor(theme.petrol if current else theme.edge), look.px(theme.stroke)))
            painter.setBrush(QColor(theme.petrol if current else theme.table))
            painter.drawRoundedRect(bar, look.px(3), look.px(3))
            painter.setFont(look.font(12, bold=current))
            painter.setPen(QColor(theme.ink))
            above = QRectF(number * step, foot - high - words, step, words)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(seconds))
            painter.setPen(QColor(theme.petrol_text if current else theme.muted))
            painter.drawText(QRectF(number * step, foot, step, words), Qt.AlignmentFlag.AlignCenter, str(count))
        line = round(foot - room * SHORTEST_GOOD_TURN / most)
        painter.setPen(QPen(QColor(theme.ochre_text), look.px(2), Qt.PenStyle.DashLine))
        painter.drawLine(0, line, self.width(), line)
        painter.end()
