"""Slør: a calm page over the mødeleder's whole window, for when somebody comes round the table."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.kit.layout.frames import Surface
from netmoede_desktop.gui.kit.speech.roles import SpokenRole, set_role
from netmoede_desktop.gui.kit.text.labels import Label, Tone
from netmoede_desktop.gui.meeting.window.keyboard.key_filter import KeyFilter
from netmoede_desktop.gui.theme.look import Look
from netmoede_desktop.localization.catalogue import Translator


class Veil(Surface):
    """Covers its parent, and lifts. Behind it only lifting it, locking and the room's curtain are possible.

    Any other key, or a click, says how it is lifted: by Esc, or by the key that put it there.
    """

    veiled = Signal(bool)

    def __init__(
        self,
        parent: QWidget,
        key_filter: KeyFilter,
        before: Callable[[], None],
        do: Callable[[Action], None],
        look: Look,
        t: Translator,
    ) -> None:
        """Make it, lifted; `before` is done before it covers, `do` does an action that is possible behind it."""
        super().__init__("paper", look, padding=40, spacing=12)
        self._held, self._filter, self._before, self._do = parent, key_filter, before, do
        self._keyboard: QWidget | None = None
        self.setParent(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, SpokenRole.GROUP)
        self.setAccessibleName(t.gettext("Skærmen er dækket til. Tryk Esc for at se mødet igen."))
        title = Label(t.gettext("Et øjeblik"), Tone.TITLE)
        self._hint = Label(t.gettext("Tryk Esc for at se mødet igen"), Tone.MUTED)
        centre = QVBoxLayout()
        centre.addStretch(1)
        for label in (title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            centre.addWidget(label)
        centre.addStretch(1)
        self.column.addLayout(centre)
        self.hide()

    def cover(self) -> None:
        """Lie over everything and take the keyboard, once."""
        if not self.isHidden():
            return
        self._before()
        self._keyboard = QApplication.focusWidget()
        self._hint.set_tone(Tone.MUTED)
        self.setGeometry(self._held.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._filter.all_keys = self._pressed
        self.veiled.emit(True)

    def lift(self) -> None:
        """Go away, if it covers, and give the keyboard back."""
        if self.isHidden():
            return
        self._filter.all_keys = None
        self.hide()
        keyboard, self._keyboard = self._keyboard, None
        if keyboard is not None and isValid(keyboard):
            keyboard.setFocus(Qt.FocusReason.OtherFocusReason)
        self.veiled.emit(False)

    def fit(self) -> None:
        """Stay over everything."""
        if not self.isHidden():
            self.setGeometry(self._held.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802
        """A click lifts nothing."""
        self._hint.set_tone(Tone.HEADING)

    def _pressed(self, action: Action | None, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if action is Action.VEIL or (action is None and event.key() == Qt.Key.Key_Escape):
            self.lift()
        elif action in (Action.LOCK, Action.CURTAIN):
            self._do(action)
        else:
            self._hint.set_tone(Tone.HEADING)
