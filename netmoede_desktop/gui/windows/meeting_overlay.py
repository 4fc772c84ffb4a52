"""What the window has to say or ask, in one place above the bottom bar, over the page and never pushing it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.gui.widgets.notices import Notice, NoticeKind
from netmoede_desktop.gui.windows.meeting_ask_bar import AskBar
from netmoede_desktop.localization.catalogue import Translator

#: Milliseconds a message stays.
MESSAGE_MS = 6000

#: The widest a notice gets at 100 %, and how much of the window it may take: about what the table has.
_WIDEST, _NARROWEST, _SHARE = 640, 480, 0.44


class Overlay(QWidget):
    """From the top down: the storage's banner, a message, a question. As high as it must be, at its parent's foot."""

    retry = Signal()
    """*Prøv igen* was pressed."""

    def __init__(self, parent: QWidget, look: Look, t: Translator) -> None:
        super().__init__(parent)
        self._look = look
        self._t = t
        self.banner = Notice(look, NoticeKind.ATTENTION)
        self.message = Notice(look, NoticeKind.INFO)
        self.ask_bar = AskBar(look, t)
        self._held: list[QWidget] = [self.banner, self.message, self.ask_bar]
        self._column = QVBoxLayout(self)
        inset = look.px(12)
        self._column.setContentsMargins(inset, 0, inset, inset)
        self._column.setSpacing(look.px(8))
        for widget in self._held:
            self._column.addWidget(widget)
            widget.installEventFilter(self)
        for notice in (self.banner, self.message):
            self._column.setAlignment(notice, Qt.AlignmentFlag.AlignHCenter)
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(MESSAGE_MS)
        self._passing.timeout.connect(self.hush)
        self.banner.acted.connect(self.retry)

    def take_in(self, widget: QWidget) -> None:
        """Hold a panel too, above everything else; it shows and hides itself."""
        self._held.append(widget)
        widget.installEventFilter(self)
        self._column.insertWidget(0, widget, alignment=Qt.AlignmentFlag.AlignHCenter)

    def say(self, sentence: str, kind: NoticeKind = NoticeKind.INFO) -> None:
        """Say one sentence; it goes by itself."""
        self.message.show_text(sentence, kind)
        self._passing.start()
        self.place()

    def hush(self) -> None:
        """Say nothing any more."""
        self._passing.stop()
        self.message.show_text("")
        self.place()

    def warn(self, sentence: str) -> None:
        """Say that nothing can be stored now, until it can."""
        self.banner.show_text(sentence, action=self._t.gettext("Prøv igen"))
        self.place()

    def all_is_stored(self) -> None:
        """Storing works again."""
        if self.banner.text:
            self.banner.show_text("")
            self.say(self._t.gettext("Alt er gemt igen."), NoticeKind.DONE)

    def place(self) -> None:
        """Lie at the foot of the parent, as high as what there is to say."""
        parent = self.parentWidget()
        if parent is None:
            return
        width = parent.width()
        shown = any(not widget.isHidden() for widget in self._held)
        self.setVisible(shown)
        if not shown:
            return
        self._fit(width)
        others = [widget for widget in self._held if widget is not self.ask_bar and not widget.isHidden()]
        taken = sum(widget.sizeHint().height() + self._look.px(8) for widget in others)
        self.ask_bar.set_room(parent.height() - self._look.px(12) - taken)
        wanted = self._column.totalHeightForWidth(width)
        height = min(wanted if wanted > 0 else self._column.totalSizeHint().height(), parent.height())
        self.setGeometry(0, parent.height() - height, width, height)
        self.raise_()

    def _fit(self, width: int) -> None:
        """Cover the table and not what is beside it; a message is no wider than its sentence.

        The column would give a notice the height it needs at the whole width, which cuts a second line off.
        """
        px = self._look.px
        widest = round(min(max(width * _SHARE, px(_NARROWEST)), px(_WIDEST), width - 2 * px(12)))
        sentence = QFontMetrics(self._look.font(14)).horizontalAdvance(self.message.text) + px(40)
        for widget in self._held:
            if widget is self.message:
                widget.setFixedWidth(min(sentence, widest))
            elif widget is not self.ask_bar:
                widget.setFixedWidth(widest)
        for notice in (self.banner, self.message):
            notice.setMinimumHeight(max(notice.heightForWidth(notice.maximumWidth()), 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Something has come or gone."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Follow what is inside."""
        if event.type() == QEvent.Type.LayoutRequest:
            done = super().event(event)
            self.place()
            return done
        return super().event(event)
