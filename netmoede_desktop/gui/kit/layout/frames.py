"""Surfaces and lines: cards, panels, bars, hairlines, and the scrolling column of most pages."""

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from netmoede_desktop.gui.kit.layout.keyboard_ring import paint_ring
from netmoede_desktop.gui.kit.layout.still_scrolling import hold_scroll_position
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.theme.stylesheet import KIND

#: Of the corners of a surface, as the style sheet has it.
_RADIUS = 12


class Surface(QFrame):
    """A surface of a kind from the style sheet (`card`, `panel`, `bar` …) with a column in it."""

    def __init__(self, kind: str, look: Look, *, padding: int = 16, spacing: int = 8, row: bool = False) -> None:
        """Create it; `padding` and `spacing` in pixels at 100 %."""
        super().__init__()
        self._look = look
        self._ringed = False
        self.setProperty(KIND, kind)
        self.column: QBoxLayout = QHBoxLayout(self) if row else QVBoxLayout(self)
        inset = look.px(padding)
        self.column.setContentsMargins(inset, inset, inset, inset)
        self.column.setSpacing(look.px(spacing))

    def set_kind(self, kind: str) -> None:
        """Change the kind of the surface."""
        if self.property(KIND) != kind:
            self.setProperty(KIND, kind)
            self.style().unpolish(self)
            self.style().polish(self)

    def show_ring(self, *, shown: bool) -> None:
        """Show or hide the focus ring, for a text in it that has no frame of its own."""
        if shown != self._ringed:
            self._ringed = shown
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the surface, and the focus ring."""
        super().paintEvent(event)
        if self._ringed:
            painter = QPainter(self)
            paint_ring(painter, self.rect(), self._look, _RADIUS)
            painter.end()


class Hairline(QFrame):
    """A decorative line."""

    def __init__(self, look: Look, *, upright: bool = False) -> None:
        super().__init__()
        self.setProperty(KIND, "hairline")
        set_role(self, SpokenRole.SILENT)
        thickness = look.px(look.theme.stroke)
        if upright:
            self.setFixedWidth(thickness)
        else:
            self.setFixedHeight(thickness)


class _Held(QWidget):
    """The scrolled contents: never lower than its widgets need at its width, even if their minimum is less."""

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of the column at that width, at least its minimum."""
        layout = self.layout()
        if layout is None:
            return super().heightForWidth(width)
        return max(layout.heightForWidth(width), layout.minimumHeightForWidth(width))


class ScrollColumn(QScrollArea):
    """A column that scrolls vertically if it does not fit; never sideways."""

    def __init__(self, look: Look, *, padding: int = 24, spacing: int = 12) -> None:
        super().__init__()
        hold_scroll_position(self)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = _Held()
        self.column = QVBoxLayout(inner)
        inset = look.px(padding)
        self.column.setContentsMargins(inset, inset, inset, inset)
        self.column.setSpacing(look.px(spacing))
        self.setWidget(inner)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to the newly focused widget once the layout is done; not while a mouse button is pressed."""
        inner = self.widget()
        if now is not None and inner is not None and inner.isAncestorOf(now):
            if now.visibleRegion().isEmpty():
                self.ensureWidgetVisible(now)
            if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
                QTimer.singleShot(0, self, self._ensure_visible)

    def _ensure_visible(self) -> None:
        """Make the focused widget fully visible if it fits; in a larger one Qt shows the cursor."""
        inner, now = self.widget(), QApplication.focusWidget()
        if inner is None or now is None or not inner.isAncestorOf(now) or isinstance(now, QScrollArea):
            return
        place = QRect(now.mapTo(self.viewport(), QPoint(0, 0)), now.size())
        room = self.viewport().rect()
        if place.height() <= room.height() and (place.top() < 0 or place.bottom() > room.bottom()):
            top = place.top() + self.verticalScrollBar().value()
            self.ensureVisible(0, top + place.height(), 0, 0)
            self.ensureVisible(0, top, 0, 0)


def row(*widgets: QWidget | None, spacing: int = 8) -> QHBoxLayout:
    """Return a layout with the widgets side by side; None is a stretch. `spacing` in pixels."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            made.addStretch(1)
        else:
            made.addWidget(widget)
    return made
