"""Swapping screens: the mødeleder's window comes before the room, so it lowers the curtain first and asks twice."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from netmoede_desktop.gui.desk.keys import Action
from netmoede_desktop.gui.room.projector import Projector
from netmoede_desktop.localization.catalogue import Translator
from netmoede_desktop.services.room.audience import CurtainReason


class Swapping(QObject):
    """The first press lowers the curtain, the second swaps the screens. Only the mødeleder raises the curtain again.

    `show_message` shows a sentence, `key` is the key of the second press, `lift` the key that raises the curtain.
    """

    def __init__(
        self, projector: Projector, show_message: Callable[[str], None], key: str, lift: str, t: Translator
    ) -> None:
        super().__init__(projector)
        self._projector = projector
        self._show_message = show_message
        self._key, self._lift = key, lift
        self._t = t
        self._asked = False

    def ask(self) -> None:
        """Handle a press of the key."""
        t, projector = self._t, self._projector
        if not projector.can_swap:
            self._show_message(t.gettext("Der er ikke to skærme at bytte."))
            return
        if self._asked:
            self._asked = False
            projector.swap()
            sentence = t.gettext("Skærmene er byttet. Gardinet er nede for rummet. Du løfter det med {key}.")
            self._show_message(sentence.format(key=self._lift))
            return
        projector.set_reason(CurtainReason.BY_HAND, on=True)
        self._asked = True
        self._show_message(
            t.gettext("Gardinet er nede for rummet. Tryk {key} igen for at bytte skærme.").format(key=self._key)
        )

    def forget(self, done: object) -> None:
        """Reset on any other act: the next press of the key is the first again."""
        self._asked = self._asked and done is Action.SWAP
