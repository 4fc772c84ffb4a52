"""Slør: a calm page over the mødeleder's whole window, for when somebody comes round the table."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
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
    """Covers its parent. Any key or click says how it is lifted; only Esc, or the key that put it there, lifts it."""

    def __init__(self, parent: QWidget, look: Look, t: Translator) -> None:
        super().__init__("paper", look, padding=40, spacing=12)
        self.setParent(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, SpokenRole.GROUP)
        self.setAccessibleName(t.gettext("Skærmen er dækket til. Tryk Esc for at se mødet igen."))
        title = Label(t.gettext("Et øjeblik"), Tone.TITLE)
        self._hint = Label(t.gettext("Tryk Esc for at se mødet igen"), Tone.MUTED)
        for label in (title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        centre = QVBoxLayout()
        centre.addStretch(1)
        centre.addWidget(title)
        centre.addWidget(self._hint)
        centre.addStretch(1)
        self.column.addLayout(centre)
        self._before: QWidget | None = None
        self.hide()

    def cover(self) -> None:
        """Lie over everything and take the keyboard."""
        parent = self.parentWidget()
        self._before = QApplication.focusWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self._hint.set_tone(Tone.MUTED)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def lift(self) -> None:
        """Go away, and give the keyboard back."""
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def fit(self) -> None:
        """Stay over everything."""
        parent = self.parentWidget()
        if parent is not None and not self.isHidden():
            self.setGeometry(parent.rect())

    def hint(self) -> None:
        """Say more clearly how it is lifted."""
        self._hint.set_tone(Tone.HEADING)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802
        """A click lifts nothing."""
        self.hint()


class Veiling(QObject):
    """Covers and lifts. Behind the veil only lifting it, locking and the room's curtain are possible.

    `before` is done before the veil covers, `do` an action that is possible behind it.
    """

    veiled = Signal(bool)

    def __init__(
        self, veil: Veil, key_filter: KeyFilter, before: Callable[[], None], do: Callable[[Action], None]
    ) -> None:
        super().__init__(veil)
        self._veil = veil
        self._filter = key_filter
        self._before = before
        self._do = do

    def cover(self) -> None:
        """Cover, once."""
        if self._veil.isHidden():
            self._before()
            self._veil.cover()
            self._filter.all_keys = self._pressed
            self.veiled.emit(True)

    def lift(self) -> None:
        """Lift, if it covers."""
        if not self._veil.isHidden():
            self._filter.all_keys = None
            self._veil.lift()
            self.veiled.emit(False)

    def fit(self) -> None:
        """Follow the size of the window."""
        self._veil.fit()

    def _pressed(self, action: Action | None, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if action is Action.VEIL or (action is None and event.key() == Qt.Key.Key_Escape):
            self.lift()
        elif action in (Action.LOCK, Action.CURTAIN):
            self._do(action)
        else:
            self._veil.hint()
