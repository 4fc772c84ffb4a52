"""The base page of the first window: one question, on one card in the middle, its buttons always visible."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from netmoede_desktop.gui.access.table_mark import TableMark
from netmoede_desktop.gui.kit.buttons.buttons import Button
from netmoede_desktop.gui.kit.fields.fields import Field, LineInput
from netmoede_desktop.gui.kit.layout.frames import Surface, row
from netmoede_desktop.gui.kit.layout.still_scrolling import hold_scroll_position
from netmoede_desktop.gui.kit.speech.voice import announce
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import COMPACT_HEIGHT, Look
from netmoede_desktop.gui.theme.stylesheet import KIND

_NAME = "Netværksmøde"  # the program's name is the same in every language
_WIDTH, _COMPACT_WIDTH = 520, 640
_PADDING, _COMPACT_PADDING = 28, 16
_SPACING, _COMPACT_SPACING = 14, 8
_AROUND = 12


class EntryPage(QWidget):
    """A title, sentences, the widgets of the page below them, and a row of buttons. Disabled while a job runs."""

    left = Signal()
    """Emitted on Escape or the back button: return to the previous page."""

    def __init__(self, look: Look, title: str, sentences: Sequence[str] = ()) -> None:
        super().__init__()
        self._look = look
        self._busy = False
        self._focus_before: QWidget | None = None
        self._compact: bool | None = None
        self._size: tuple[int, int, bool] | None = None
        self.setProperty(KIND, "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.title = Label(title, Tone.TITLE)
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        self._mark = QWidget()
        self._scroll = QScrollArea()
        self._progress = QProgressBar()
        self._progress_text = Label("", Tone.MUTED)
        self._buttons = QHBoxLayout()
        self._footer = QVBoxLayout()
        self._card = Surface("card", look, padding=0, spacing=0)
        self._build_card(sentences)
        self._show_progress("")
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    @property
    def busy(self) -> bool:
        """Whether the page is disabled because a job runs."""
        return self._busy

    def typed(self) -> tuple[str, ...]:
        """Return the texts of the fields, for `restore_typed` of a rebuilt page."""
        return ()

    def restore_typed(self, texts: tuple[str, ...]) -> None:
        """Restore texts returned by `typed`."""

    def focus_first(self) -> None:
        """Focus the widget to be filled in first."""

    def add_buttons(self, *buttons: QWidget | None) -> None:
        """Add buttons to the row below, in reading order; None, at most once, marks the place of the progress text."""
        for button in buttons:
            if button is None:
                self._buttons.addWidget(self._progress_text, 1)
            else:
                self._buttons.addWidget(button)

    def show_busy(self, sentence: str) -> None:
        """Disable the page and show a progress sentence, until `end_busy`."""
        self._busy = True
        self._focus_before = self.focusWidget()
        self._show_progress(sentence)
        self.setFocus()  # the keyboard is nobody's else, and a screen reader would fall silent
        self._enable(enabled=False)
        announce(self._progress_text, sentence)

    def end_busy(self) -> None:
        """Enable the page again after `wait`, and restore the focus."""
        if not self._busy:
            return
        self._busy = False
        self._show_progress("")
        self._enable(enabled=True)
        if self._focus_before is not None:
            self._focus_before.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Emit `left` on Escape."""
        if event.key() == Qt.Key.Key_Escape and not self._busy:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the card to the new size."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Fit the card when the height of its contents has changed."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._content:
            self._fit()
        return super().eventFilter(watched, event)

    def _build_card(self, sentences: Sequence[str]) -> None:
        look = self._look
        self._mark.setLayout(row(TableMark(look), Label(_NAME, Tone.EYEBROW, wrap=False), None, spacing=look.px(10)))
        self.column.addWidget(self._mark)
        self.column.addWidget(self.title)
        for sentence in sentences:
            self.column.addWidget(Label(sentence, Tone.BODY))
        self._content.installEventFilter(self)
        hold_scroll_position(self._scroll)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(look.px(4))
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)
        self._buttons.setSpacing(look.px(10))
        self._footer.setSpacing(look.px(12))
        self._footer.addWidget(self._progress)
        self._footer.addLayout(self._buttons)
        self._card.column.addWidget(self._scroll)
        self._card.column.addLayout(self._footer)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.px(_AROUND), look.px(_AROUND), look.px(_AROUND), look.px(_AROUND))
        outer.addStretch(1)
        outer.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)

    def _show_progress(self, sentence: str) -> None:
        """Show or hide progress; the bar retains its space, so that nothing moves."""
        self._progress_text.setText(sentence)
        self._progress_text.setAccessibleName(sentence)
        self._progress.setVisible(bool(sentence) and self._look.motion)

    def _enable(self, *, enabled: bool) -> None:
        self._content.setEnabled(enabled)
        for place in range(self._buttons.count()):
            item = self._buttons.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None and widget is not self._progress_text:
                widget.setEnabled(enabled)

    def _set_margins(self, *, compact: bool) -> None:
        """Apply compact or normal margins; only on a change, because each call triggers a new layout."""
        if compact == self._compact:
            return
        self._compact = compact
        look = self._look
        inset = look.px(_COMPACT_PADDING if compact else _PADDING)
        self._mark.setVisible(not compact)
        self.column.setContentsMargins(inset, inset, inset, look.px(8))
        self.column.setSpacing(look.px(_COMPACT_SPACING if compact else _SPACING))
        self._footer.setContentsMargins(inset, 0, inset, look.px(_COMPACT_PADDING if compact else 20))

    def _fit(self) -> None:
        """Make the card as high as its contents, at most as high as the window; then it scrolls."""
        look = self._look
        compact = look.units(self.height()) < COMPACT_HEIGHT
        self._set_margins(compact=compact)
        width = max(min(look.px(_COMPACT_WIDTH if compact else _WIDTH), self.width() - 2 * look.px(_AROUND)), 0)
        stroke = 2 * look.px(look.theme.stroke)
        wanted = self.column.heightForWidth(width - stroke)
        room = self.height() - 2 * look.px(_AROUND) - stroke - self._footer.sizeHint().height()
        size = (width, max(min(wanted, room), look.px(40)), wanted > room)
        if size != self._size:
            self._size = size
            self._card.setFixedWidth(width)
            # A bar that is not needed would make the text narrower, and so needed.
            bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > room else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            self._scroll.setVerticalScrollBarPolicy(bar)
            self._scroll.setFixedHeight(size[1])
        self._reveal(self.focusWidget())

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._reveal(now)

    def _reveal(self, widget: QWidget | None) -> None:
        """Scroll until the focused widget is visible, with its label above and its message below."""
        scrolls = self._size is not None and self._size[2]
        if not scrolls or widget is None or not self._content.isAncestorOf(widget):
            return
        margin = self._look.px(28)
        top = widget.mapTo(self._content, QPoint(0, 0)).y() - margin
        bottom = top + widget.height() + 2 * margin
        if bottom <= self._scroll.viewport().height():
            self._scroll.verticalScrollBar().setValue(0)
            return
        for end in (bottom, top):
            self._scroll.ensureVisible(0, end, 0, 0)


class OneLinePage(EntryPage):
    """A page with one line to fill in. A problem stays below it until the next edit."""

    def __init__(
        self, look: Look, title: str, line: LineInput, label: str, *, hint: str, sentences: Sequence[str] = ()
    ) -> None:
        super().__init__(look, title, sentences)
        self._line = line
        self._field = Field(label, line, look, hint=hint)
        self.column.addWidget(self._field)
        line.textEdited.connect(lambda: self._field.show_problem(""))

    def typed(self) -> tuple[str, ...]:
        """Return the text of the line."""
        return (self._line.text(),)

    def restore_typed(self, texts: tuple[str, ...]) -> None:
        """Restore a text returned by `typed`."""
        self._line.setText(texts[0])

    def focus_first(self) -> None:
        """Focus the line."""
        self._line.setFocus()

    def add_ways(self, beside: Button, on: Button, go_on: Callable[[], None]) -> None:
        """Add both buttons to the row; the second, and Enter in the line, call `go_on`."""
        self.add_buttons(beside, None, on)
        on.clicked.connect(go_on)
        self._line.returnPressed.connect(go_on)
