"""The conduct card over the meeting's page: beside the place of the keyboard, which it never takes."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.conduct.card_pages import Spot, deal
from netmoede_desktop.gui.meeting.conduct.conduct_words import SECTIONS, origin_words
from netmoede_desktop.gui.meeting.window.messages.cues import acute_sentence
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator

#: Around the card, and around the place that is written in, so that its frame is seen.
_MARGIN, _CLEAR = 8, 26
#: Two columns from this width on, and the widest the card gets.
_TWO_FROM, _WIDEST = 700, 980
#: Below this width the two buttons take the whole first line; below this height there is little room around the lines.
_NARROW, _LOW = 400, 220
_PADDING, _LEAST_PADDING, _GAP, _BETWEEN, _LINE_GAP = 14, 6, 12, 24, 3


class ConductCard(Surface):
    """Hidden until its key is pressed; each further press shows the next page, and after the last it is gone.

    How much goes on a page depends on the room beside the focused control.
    """

    def __init__(self, parent: QWidget, acute_number: str, key: str, look: Look, t: Translator) -> None:
        """Create it in the widget that it may cover; `key` is shown on its button."""
        super().__init__("card-current", look)
        self._look, self._t = look, t
        self._writing: Callable[[], QWidget | None] = lambda: None
        self._page = self._pages = 0
        self._spots: list[list[Spot]] = []
        set_role(self, SpokenRole.GROUP)
        self.setAccessibleName(t.gettext("Huskekort"))
        self._title = Label(t.gettext("Huskekort"), Tone.STRONG, wrap=False)
        self._number = Label("", Tone.MUTED, wrap=False)
        self.next_button = Button(t.gettext("Næste"), look, ButtonKind.QUIET, key=key)
        self.close_button = Button(t.gettext("Luk"), look, ButtonKind.QUIET, key="Esc")
        self._area = QWidget()
        self._lines = [self._labels(number, acute_number) for number in range(len(SECTIONS))]
        self._build()
        self.setParent(parent)
        self.hide()
        parent.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self.place)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(self._look.px(8))
        for widget in (self._title, self._number):
            top.addWidget(widget)
        top.addStretch(1)
        for button in (self.next_button, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            top.addWidget(button)
        self.column.addLayout(top)
        self.column.addWidget(self._area, 1)
        self.next_button.clicked.connect(self.turn)
        self.close_button.clicked.connect(self.dismiss)

    def _labels(self, number: int, acute_number: str) -> list[Label]:
        """Return the labels of a section: its heading with the mark of its origin, and its sentences."""
        section, t = SECTIONS[number], self._t
        heading = Label(f"{t.gettext(section.heading)} · {origin_words(section.origin, t)}", Tone.EYEBROW)
        texts = [t.gettext(line) for line in section.lines]
        if section is SECTIONS[-1]:
            texts.append(acute_sentence(acute_number, t))
        labels = [heading, *(Label(text, Tone.BODY) for text in texts)]
        for label in labels:
            label.setParent(self._area)
        return labels

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the page that is shown, in reading order; () while hidden."""
        if self.isHidden():
            return ()
        return tuple(label.text() for lines in self._lines for label in lines if not label.isHidden())

    @property
    def pages(self) -> int:
        """The number of pages in the room there is now."""
        return self._pages

    def anchor_to(self, writing: Callable[[], QWidget | None]) -> None:
        """Set the function that returns the place for typed text, which is never covered; None for no such place."""
        self._writing = writing

    def turn(self) -> None:
        """Show the card, then its next page; after the last one hide it."""
        if self.isHidden():
            self._page = 0
            self.show()
            self.place()
        elif self._page + 1 < self._pages:
            self._page += 1
            self._show_page()
        else:
            self.dismiss()
            return
        announce(self, "\n".join((self._t.gettext("Huskekort"), *self.texts)))

    def dismiss(self) -> bool:
        """Hide the card; return False if it was hidden."""
        shown = not self.isHidden()
        self.hide()
        return shown

    def place(self) -> None:
        """Move to the largest area beside the focused control, or without one beside the writing place.

        The lines are dealt again if it has changed. While a button of the card has the keyboard it stays.
        """
        parent = self.parentWidget()
        if self.isHidden() or parent is None:
            return
        focused = cast("QWidget | None", parent.window().focusWidget())
        if focused is not None and self.isAncestorOf(focused) and self._spots:
            return
        room = self._room(parent, focused)
        if room != self.geometry():
            self.setGeometry(room)
            self._deal()
        self._show_page()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the size of the page below."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def _room(self, parent: QWidget, focused: QWidget | None) -> QRect:
        margin, clear = self._look.px(_MARGIN), self._look.px(_CLEAR)
        whole = parent.rect().adjusted(margin, margin, -margin, -margin)
        inside = focused is not None and parent.isAncestorOf(focused)
        field = focused if inside else self._writing()
        if field is not None and field.isVisible() and parent.isAncestorOf(field):
            taken = QRect(field.mapTo(parent, QPoint(0, 0)), field.size())
            taken.adjust(-clear, -clear, clear, clear)
            areas = (
                QRect(whole.topLeft(), QPoint(taken.left(), whole.bottom())),
                QRect(QPoint(taken.right(), whole.top()), whole.bottomRight()),
                QRect(whole.topLeft(), QPoint(whole.right(), taken.top())),
                QRect(QPoint(whole.left(), taken.bottom()), whole.bottomRight()),
            )
            whole = max(areas, key=lambda area: max(area.width(), 0) * max(area.height(), 0))
        whole.setWidth(min(whole.width(), self._look.px(_WIDEST)))
        return whole

    def _deal(self) -> None:
        """Measure each line at the width of a column, and move it to its spot."""
        look = self._look
        narrow = look.units(self.width()) < _NARROW
        inset = look.px(_LEAST_PADDING if narrow or look.units(self.height()) < _LOW else _PADDING)
        self.column.setContentsMargins(inset, inset, inset, inset)
        self.column.setSpacing(inset)
        self._title.setVisible(not narrow)
        self._number.setVisible(not narrow)
        top = self.close_button.sizeHint().height() + inset
        room = self.contentsRect().adjusted(inset, inset + top, -inset, -inset)
        columns = 2 if look.units(self.width()) >= _TWO_FROM else 1
        width = (room.width() - (columns - 1) * look.px(_BETWEEN)) // columns
        for label in (label for lines in self._lines for label in lines):
            label.ensurePolished()
        heights = [[label.heightForWidth(width) + look.px(_LINE_GAP) for label in lines] for lines in self._lines]
        self._spots = deal(heights, room.height(), columns, look.px(_GAP))
        self._pages = self._spots[-1][-1].page + 1
        self._page = min(self._page, self._pages - 1)
        for label, spot in self._placed():
            left = spot.column * (width + look.px(_BETWEEN))
            label.setGeometry(left, spot.top, width, label.heightForWidth(width))

    def _show_page(self) -> None:
        for label, spot in self._placed():
            label.setVisible(spot.page == self._page)
        several = self._pages > 1
        words = self._t.gettext("{n} af {total}").format(n=self._page + 1, total=self._pages)
        self._number.setText(words if several else "")
        self.next_button.setVisible(self._page + 1 < self._pages)

    def _placed(self) -> list[tuple[Label, Spot]]:
        return [
            (label, spot)
            for lines, spots in zip(self._lines, self._spots, strict=True)
            for label, spot in zip(lines, spots, strict=True)
        ]
