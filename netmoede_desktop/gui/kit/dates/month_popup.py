"""A calendar popup under a field, with a title and buttons for the previous and next month."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.dates.month_grid import MonthGrid
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.dates import sentence_case


class MonthPopup(Surface):
    """The popup. It closes by itself on a click elsewhere; `grid` emits the picked day."""

    def __init__(self, look: Look, t: Translator, today: date, free_days: Mapping[date, str], parent: QWidget) -> None:
        super().__init__("popup", look, padding=12)
        self.setParent(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(t.gettext("Kalender"))
        self.grid = MonthGrid(look, t, today, free_days)
        self._title = Label(self.grid.title, Tone.STRONG, wrap=False)
        self._off = Label(" ", Tone.MUTED)
        before = Button("‹", look, ButtonKind.QUIET)
        before.setAccessibleName(t.gettext("Måneden før"))
        after = Button("›", look, ButtonKind.QUIET)
        after.setAccessibleName(t.gettext("Måneden efter"))
        self.column.addLayout(row(before, None, self._title, None, after, spacing=look.px(8)))
        self.column.addWidget(self.grid)
        self.column.addWidget(self._off)
        before.clicked.connect(lambda: self.grid.turn(-1))
        after.clicked.connect(lambda: self.grid.turn(1))
        self.grid.moved.connect(self._show_day)
        self._line: QWidget | None = None
        self._show_day(self.grid.day)

    def open_below(self, line: QWidget) -> None:
        """Show the popup under the line, within the screen."""
        self._line = line
        self.adjustSize()
        place = line.mapToGlobal(QPoint(0, line.height() + 2))
        screen = line.screen().availableGeometry()
        left = min(place.x(), screen.right() - self.width())
        top = (
            place.y() if place.y() + self.height() <= screen.bottom() else max(screen.top(), place.y() - self.height())
        )
        self.move(max(left, screen.left()), top)
        self.show()
        self.grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Close on Escape, and on a letter, which is sent to the line: a space after it must not pick a day."""
        line = self._line
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif line is not None and event.text().isprintable() and event.text():
            self.close()
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            QCoreApplication.sendEvent(line, event.clone())
        else:
            super().keyPressEvent(event)

    def _show_day(self, day: date) -> None:
        self._title.setText(self.grid.title)
        self._off.setText(sentence_case(self.grid.spoken(day)))
