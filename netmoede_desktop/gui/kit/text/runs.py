"""A text of several runs, each with its own weight and colour, that wraps as one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.reading_direction import in_reading_order
from netmoede_desktop.gui.theme.look import Look


@dataclass(frozen=True, slots=True)
class TextRun:
    """A few words; `colour` is one of the theme's."""

    text: str
    colour: str
    bold: bool = False


class RunLayout:
    """The runs laid out in letters of `size` at 100 %, one after the other with a space between."""

    def __init__(self, runs: Sequence[TextRun], look: Look, size: float = 13) -> None:
        self._layout = QTextLayout()
        self._layout.setFont(look.font(size))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        formats, begins, words = [], 0, []
        for run in runs:
            text = in_reading_order(run.text)
            looks = QTextCharFormat()
            looks.setFont(look.font(size, bold=run.bold))
            looks.setForeground(QColor(run.colour))
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = begins, len(text.encode("utf-16-le")) // 2, looks
            formats.append(part)
            begins += part.length + 1
            words.append(text)
        self._layout.setText(" ".join(words))
        self._layout.setFormats(formats)

    def lay_out(self, width: float) -> float:
        """Lay the text out at that width in pixels and return its height."""
        height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0, height))
            height += line.height()
        self._layout.endLayout()
        return height

    @property
    def width(self) -> float:
        """The width of the longest line as it is laid out."""
        return self._layout.maximumWidth()

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Paint the text as it was laid out last."""
        self._layout.draw(painter, QPointF(left, top))


class RunsLabel(QWidget):
    """The runs as a text of the page."""

    def __init__(self, look: Look, size: float = 13) -> None:
        super().__init__()
        self._look, self._size = look, size
        self._runs: tuple[TextRun, ...] = ()
        self._layout = RunLayout((), look, size)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_role(self, SpokenRole.TEXT)

    @property
    def text(self) -> str:
        """The words of all runs."""
        return " ".join(run.text for run in self._runs)

    def show_runs(self, runs: Sequence[TextRun]) -> None:
        """Show these runs."""
        if tuple(runs) == self._runs:
            return
        self._runs = tuple(runs)
        self._layout = RunLayout(self._runs, self._look, self._size)
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return True: it wraps."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all lines at that width."""
        return -int(-self._layout.lay_out(width) // 1)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size at a width of 240 pixels (at 100 %)."""
        width = self._look.px(240)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a narrow size."""
        return QSize(self._look.px(96), self.heightForWidth(max(self.width(), self._look.px(96))))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
        """Paint the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._layout.lay_out(self.width())
        self._layout.paint(painter, 0, 0)
        painter.end()
