"""Seconds to each, round by round: a bar, and the verdict in words."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.layout.frames import Hairline, Surface
from netmoede_desktop.gui.kit.lists.listed import Listed
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.preparation.timing.time_presenter import RoundRow
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

_SECONDS, _BAR, _VERDICT = 52, 110, 76


class RoundRows(Surface):
    """The rounds in their order; hidden where there are none."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__("card", look, padding=18, spacing=4)
        self._shown: tuple[RoundRow, ...] = ()
        self._look = look
        head = QHBoxLayout()
        head.setSpacing(look.px(10))
        each = Label(t.gettext("Til hver"), Tone.STRONG, wrap=False)
        each.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(Label(t.gettext("Runde"), Tone.STRONG), 1)
        head.addWidget(each)
        head.addSpacing(look.px(_BAR + _VERDICT + 20))
        self._rows = Listed(t.gettext("Sekunder til hver i hver runde"))
        self.column.addLayout(head)
        self.column.addWidget(self._rows)
        self.hide()

    @property
    def shown(self) -> tuple[RoundRow, ...]:
        """The rows shown."""
        return self._shown

    def show_rows(self, rows: Sequence[RoundRow]) -> None:
        """Show these rows; nothing changes if they are the same."""
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        self._rows.clear()
        for one in rows:
            self._rows.add(_RoundRow(one, self._look), one.spoken)
        self.setVisible(bool(rows))


class _RoundRow(QWidget):
    def __init__(self, row: RoundRow, look: Look) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(0, look.px(7), 0, look.px(7))
        line.setSpacing(look.px(10))
        seconds = Label(row.seconds, Tone.ATTENTION if row.too_short else Tone.STRONG, wrap=False)
        seconds.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        seconds.setMinimumWidth(look.px(_SECONDS))
        verdict = Label(row.verdict, Tone.ATTENTION if row.too_short else Tone.MUTED, wrap=False)
        verdict.setMinimumWidth(look.px(_VERDICT))
        line.addWidget(Label(row.name), 1)
        line.addWidget(seconds)
        line.addWidget(_TurnBar(row, look))
        line.addWidget(verdict)
        column.addWidget(Hairline(look))
        column.addLayout(line)


class _TurnBar(QWidget):
    """A turn's length; beside one that is too short a dashed line says where it would be long enough."""

    def __init__(self, row: RoundRow, look: Look) -> None:
        super().__init__()
        self._row, self._look = row, look
        set_role(self, SpokenRole.SILENT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a low bar."""
        return QSize(self._look.px(_BAR), self._look.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the bar and the line."""
        look, theme = self._look, self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = look.px(12)
        top = (self.height() - high) // 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.ochre if self._row.too_short else theme.petrol))
        painter.drawRoundedRect(0, top, max(round(self.width() * self._row.share), 1), high, look.px(3), look.px(3))
        if self._row.too_short:
            painter.setPen(QPen(QColor(theme.ochre_text), look.px(2), Qt.PenStyle.DotLine))
            at = round(self.width() * self._row.mark)
            painter.drawLine(at, 0, at, self.height())
        painter.end()
