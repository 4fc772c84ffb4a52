"""The sheets of a paper under each other: the scroll area of a preview."""

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from netmoede_desktop.gui.kit.layout.still_scrolling import hold_scroll_position
from netmoede_desktop.gui.kit.paper.pdf_pages import POINTS, HeadingPosition, PageSize, pixels
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: Pixels an inch has on a screen at 100 %.
_SCREEN_INCH = 96

#: Pages kept drawn before and after those in view.
_MARGIN_PAGES = 1

#: What is reckoned with while no paper is there yet.
_A4 = PageSize(595.28, 841.89)

#: Where a screen has no whole number of pixels for one of ours, a picture may be a little off and still be sharp.
_OFF_BY = 2


class Zoom(Enum):
    """The zoom of the pages: the width of the window, full size, or double."""

    WIDTH = 0.0
    FULL = 1.0
    DOUBLE = 2.0


class Sheet(QWidget):
    """A page: white paper, a hairline round it, and its picture if rendered."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._picture: QImage | None = None

    @property
    def picture(self) -> QImage | None:
        """The rendered page, None if not rendered."""
        return self._picture

    @property
    def sharp(self) -> bool:
        """Whether the picture has the resolution of the screen."""
        if self._picture is None:
            return False
        return abs(self._picture.width() - self.width() * self.devicePixelRatioF()) <= _OFF_BY

    def show_picture(self, picture: QImage | None) -> None:
        """Show a picture; it is scaled to the sheet until one of the right size comes."""
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the exposed part of the page."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), Qt.GlobalColor.white)
        if self._picture is not None:
            ratio = self.devicePixelRatioF()
            if not self.sharp:
                ratio = self._picture.width() / self.width()
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            source = event.rect().toRectF()
            source.setRect(source.x() * ratio, source.y() * ratio, source.width() * ratio, source.height() * ratio)
            painter.drawImage(event.rect().toRectF(), self._picture, source)
        stroke = self._look.px(self._look.theme.stroke)
        painter.setPen(QPen(QColor(self._look.theme.line), stroke))
        inset = stroke / 2
        painter.drawRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset))
        painter.end()


class Sheets(QScrollArea):
    """All sheets. Keys scroll it: arrows, PgUp and PgDn, Home and End."""

    wanted = Signal()
    """Emitted when pages in view have no picture of the right size."""
    turned = Signal(int)
    """Emitted with the index of the current page when it changes."""

    def __init__(self, look: Look, t: Translator) -> None:
        super().__init__()
        hold_scroll_position(self)
        self._look = look
        self._t = t
        self._zoom = Zoom.WIDTH
        self._sizes: tuple[PageSize, ...] = ()
        self._sheets: list[Sheet] = []
        self._current = -1
        self._ground = QWidget()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWidget(self._ground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, SpokenRole.PAGE)
        ring = f"{look.px(2)}px solid"
        self.setStyleSheet(
            f"QScrollArea {{ border: {ring} transparent; }} QScrollArea:focus {{ border: {ring} {look.theme.focus}; }}"
        )
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def zoom(self) -> Zoom:
        """The zoom of the pages."""
        return self._zoom

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets in reading order."""
        return tuple(self._sheets)

    @property
    def current(self) -> int:
        """The index of the page being read; -1 if there is none."""
        return self._current

    @property
    def scale(self) -> float:
        """Physical pixels per point of the paper."""
        return self._shown_scale() * self.devicePixelRatioF()

    def set_zoom(self, zoom: Zoom) -> None:
        """Set the zoom; the reading point stays in view."""
        self._zoom = zoom
        self._lay_out()

    def show_pages(self, sizes: tuple[PageSize, ...], pictures: Mapping[int, QImage]) -> None:
        """Show another paper, or a new version of the same. The scroll position is kept."""
        self._sizes = sizes
        while len(self._sheets) > len(sizes):
            self._sheets.pop().deleteLater()
        while len(self._sheets) < len(sizes):
            self._sheets.append(Sheet(self._look, self._ground))
        for number, sheet in enumerate(self._sheets):
            sheet.setAccessibleName(self._t.gettext("Side {page} af {pages}").format(page=number + 1, pages=len(sizes)))
            sheet.show_picture(pictures.get(number))
            sheet.show()
        self._lay_out()

    def show_pictures(self, pictures: Mapping[int, QImage]) -> None:
        """Show rendered pages, and drop the pictures of pages far from the view."""
        near = set(self.near())
        for number, sheet in enumerate(self._sheets):
            if number in pictures:
                sheet.show_picture(pictures[number])
            elif number not in near:
                sheet.show_picture(None)

    def near(self) -> range:
        """Return the indices of the pages in view and of their neighbours; of the first ones while nothing is shown."""
        if not self._sheets:
            return range(_MARGIN_PAGES + 1)
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        seen = [n for n, sheet in enumerate(self._sheets) if sheet.geometry().bottom() >= top and sheet.y() <= bottom]
        first, last = (seen[0], seen[-1]) if seen else (0, 0)
        return range(max(first - _MARGIN_PAGES, 0), min(last + _MARGIN_PAGES, len(self._sheets) - 1) + 1)

    def missing(self) -> tuple[int, ...]:
        """Return the indices of the pages in or near the view that have no picture of the right size."""
        return tuple(number for number in self.near() if not self._sheets[number].sharp)

    def scroll_to(self, place: HeadingPosition) -> None:
        """Scroll a heading to the top, unless it is in view already."""
        if place.page >= len(self._sheets):
            return
        sheet = self._sheets[place.page]
        down = sheet.y() + round(place.down * sheet.height())
        bar = self.verticalScrollBar()
        if not bar.value() <= down <= bar.value() + self.viewport().height() * 2 // 3:
            bar.setValue(down - self._look.px(24))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the pages to the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Scroll to the start on Home, to the end on End."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def _lay_out(self) -> None:
        """Place the sheets under each other; the reading point stays at the top."""
        if not self._sizes:
            return
        kept = self._reading_point()
        gap, scale = self._look.px(16), self._shown_scale()
        widest = max(pixels(size.width, scale) for size in self._sizes)
        width = max(self.viewport().width(), widest + 2 * gap)
        down = gap
        for sheet, size in zip(self._sheets, self._sizes, strict=True):
            room = QSize(pixels(size.width, scale), pixels(size.height, scale))
            sheet.setGeometry(QRect(QPoint((width - room.width()) // 2, down), room))
            down += room.height() + gap
        self._ground.resize(width, down)
        if kept is not None:
            page, part = kept
            sheet = self._sheets[min(page, len(self._sheets) - 1)]
            self.verticalScrollBar().setValue(sheet.y() + round(part * sheet.height()))
        self._scrolled()

    def _reading_point(self) -> tuple[int, float] | None:
        """Return the page at the top and the part of it scrolled past, 0.0 to 1.0; None at the very top."""
        top = self.verticalScrollBar().value()
        if top == 0:
            return None
        for number, sheet in enumerate(self._sheets):
            if sheet.height() and sheet.geometry().bottom() >= top:
                return number, (top - sheet.y()) / sheet.height()
        return None

    def _shown_scale(self) -> float:
        """Return the device-independent pixels per point of the paper."""
        if self._zoom is not Zoom.WIDTH:
            times: float = self._zoom.value
            return times * self._look.scale * _SCREEN_INCH / POINTS
        room = self.viewport().width() - 2 * self._look.px(16)
        return max(room, self._look.px(120)) / max(size.width for size in self._sizes or (_A4,))

    def _scrolled(self) -> None:
        """Update the page being read, which is the one in the middle of the window."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        current = -1
        for number, sheet in enumerate(self._sheets):
            if sheet.y() <= middle or number == 0:
                current = number
        if current != self._current:
            self._current = current
            self.turned.emit(current)
        if self.missing():
            self.wanted.emit()
