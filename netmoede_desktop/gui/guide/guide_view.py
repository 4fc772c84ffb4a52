"""The guide to read: its chapters below each other, each with a picture; buttons on top lead to each of them."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from netmoede_desktop.gui.desk.keys import Action, KeyMap
from netmoede_desktop.gui.guide.sketches import sketch
from netmoede_desktop.gui.kit.buttons.buttons import Button, ButtonKind
from netmoede_desktop.gui.kit.layout.flow import flowing
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.layout.reading_column import ReadingColumn
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.localization.resources import resource_folder
from netmoede_desktop.services.guide.guide import Guide, GuideChapter, read_guide

#: A line of text that is wider is hard to read; and below this width a picture is above its text.
_WIDEST, _BESIDE = 900, 620
#: One press of an arrow scrolls so far.
_ARROW = 48


class GuideView(QWidget):
    """The guide. Arrows, PageUp, PageDown, Home and End scroll it while one of its buttons has the keyboard."""

    back = Signal()
    """Emitted when the user has read enough."""

    def __init__(self, keys: KeyMap, look: Look, t: Translator, *, leaves: bool = True) -> None:
        """Create it in the translator's language; `keys` fills in the keys; without `leaves` it has no way back."""
        super().__init__()
        self._look = look
        self._keys = {action.value: keys.shown(action) for action in Action}
        guide = read_guide(resource_folder() / "guide", t.language)
        self.back_button = Button(t.gettext("Tilbage"), look, key="Esc")
        self.back_button.setVisible(leaves)
        self._chapters = [GuideCard(chapter, self._keys, look) for chapter in guide.chapters]
        self.chapter_buttons = [Button(chapter.title, look, ButtonKind.QUIET) for chapter in guide.chapters]
        self._area = ReadingColumn(look, _WIDEST)
        self._build(guide)
        self.back_button.clicked.connect(self.back)
        for button, card in zip(self.chapter_buttons, self._chapters, strict=True):
            button.clicked.connect(lambda _=False, card=card: self._go_to(card))
        for button in (self.back_button, *self.chapter_buttons):
            button.installEventFilter(self)

    def _build(self, guide: Guide) -> None:
        look = self._look
        ways = (self.back_button, *self.chapter_buttons) if not self.back_button.isHidden() else self.chapter_buttons
        top = Surface("bar", look, padding=8)
        top.column.addWidget(flowing(*ways, gap=look.px(8)))
        self._area.column.addWidget(Label(guide.title, Tone.TITLE))
        lead = Label(guide.lead, Tone.BODY)
        for widget in (lead, *self._chapters):
            self._area.column.addWidget(widget)
        self._area.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self._area, 1)

    @property
    def scrolled(self) -> float:
        """The share of the guide that is scrolled past, 0.0 to 1.0."""
        bar = self._area.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def scroll_to(self, share: float) -> None:
        """Scroll past a share of the guide, once it is laid out."""
        bar = self._area.verticalScrollBar()
        QTimer.singleShot(0, self, lambda: bar.setValue(round(share * bar.maximum())))

    def focus_first(self) -> None:
        """Focus the button of the first chapter."""
        self.chapter_buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Scroll on the keys that scroll."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            return self._scroll(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave on Esc, if there is a way back."""
        if event.key() == Qt.Key.Key_Escape and not self.back_button.isHidden():
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def _scroll(self, key: Qt.Key) -> bool:
        bar = self._area.verticalScrollBar()
        arrow, page = self._look.px(_ARROW), bar.pageStep() - self._look.px(_ARROW)
        targets = {
            Qt.Key.Key_Down: bar.value() + arrow,
            Qt.Key.Key_Up: bar.value() - arrow,
            Qt.Key.Key_PageDown: bar.value() + page,
            Qt.Key.Key_PageUp: bar.value() - page,
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if key not in targets:
            return False
        bar.setValue(targets[key])
        return True

    def _go_to(self, card: "GuideCard") -> None:
        QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(card.y() - self._look.px(12)))


def only(page: QWidget, view: GuideView) -> None:
    """Fill a page with the guide."""
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(view)


class GuideCard(Surface):
    """A chapter: the picture, what it shows, and the steps."""

    def __init__(self, chapter: GuideChapter, keys: dict[str, str], look: Look) -> None:
        super().__init__("card", look, padding=20, spacing=20, row=True)
        picture = QVBoxLayout()
        picture.addWidget(sketch(chapter.picture, chapter.shows, look), alignment=Qt.AlignmentFlag.AlignHCenter)
        picture.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(look.px(6))
        words.addWidget(Label(chapter.title, Tone.HEADING))
        for step in chapter.steps:
            words.addSpacing(look.px(4))
            words.addWidget(Label(step.do.format_map(keys), Tone.BODY))
            if step.why:
                words.addWidget(Label(step.why.format_map(keys), Tone.MUTED))
        words.addSpacing(look.px(4))
        words.addWidget(Label(chapter.shows, Tone.SMALL))
        words.addStretch(1)
        self.column.addLayout(picture)
        self.column.addLayout(words, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the picture above the words where there is no room beside them."""
        super().resizeEvent(event)
        beside = self._look.units(self.width()) >= _BESIDE
        directions = QBoxLayout.Direction
        self.column.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
